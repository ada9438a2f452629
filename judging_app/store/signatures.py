"""Whether the signatures on a record are right, and none is missing."""

from collections.abc import Iterator, Sequence

from judging_app.domain.acts import SIGNED, AnnounceKey, SignRecord, act_name
from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import Entry, Signed
from judging_app.signing import is_signed, message
from judging_app.store.bodies import act_of

_ANNOUNCES, _SIGNS = act_name(AnnounceKey), act_name(SignRecord)
_TO_BE_SIGNED = frozenset(act_name(act) for act in SIGNED)


class Signatures:
    """Takes the entries in the order of the acts, and says what is wrong with the signing."""

    def __init__(self) -> None:
        self.right: list[Signed] = []
        self._event = ""
        self._heads: dict[DeviceId, str] = {}
        self._keys: set[str] = set()
        self._owed: Entry | None = None
        self._taken = 0

    def faults(self, recorded: Sequence[Entry]) -> Iterator[tuple[Entry, str]]:
        """Each entry whose signature is wrong or missing, with what is the matter."""
        for entry in recorded:
            yield from self._take(entry)
            self._event = self._event or entry.digest
            self._heads[entry.key.device] = entry.digest
            self._taken += 1
        yield from self._missing()

    def _take(self, entry: Entry) -> Iterator[tuple[Entry, str]]:
        act = _key_act(entry)
        if isinstance(act, SignRecord):
            if wrong := self._wrong(act):
                yield entry, wrong
            else:
                self.right.append(Signed(entry, act.signed, act.key, self._taken))
            self._owed = None
            return
        yield from self._missing()
        if isinstance(act, AnnounceKey):
            self._keys.add(act.public)
        self._owed = entry if self._keys and entry.act in _TO_BE_SIGNED else None

    def _missing(self) -> Iterator[tuple[Entry, str]]:
        if self._owed is not None:
            yield self._owed, "it isn’t signed, though the event has a key"

    def _wrong(self, act: SignRecord) -> str:
        """What is the matter with a signature that comes next; empty if it is right."""
        if act.event != self._event:
            return "its signature is one of another event"
        if act.head != head(self._heads):
            return "its signature is of another record than the one before it"
        if self._owed is None or act.signed != self._owed.act:
            return "its signature isn’t of the act before it"
        if act.key not in self._keys:
            return "it is signed with a key that the record doesn’t announce"
        if not is_signed(act.key, message(act.signed, act.event, act.head), act.signature):
            return "its signature is wrong"
        return ""


def head(heads: dict[DeviceId, str]) -> str:
    """What stands for a whole record in a signature: the digest of each device's last entry."""
    return "+".join(digest for _, digest in sorted(heads.items()))


def _key_act(entry: Entry) -> AnnounceKey | SignRecord | None:
    """What an entry says of keys and signatures; `None` if nothing, or nothing that can be read."""
    if entry.act not in (_ANNOUNCES, _SIGNS):
        return None
    try:
        act = act_of(entry.act, entry.body)
    except ValueError:
        return None  # the replay names it
    return act if isinstance(act, AnnounceKey | SignRecord) else None
