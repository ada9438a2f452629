"""A record without people: each act again, with codes in their place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from judging_app.closed_sets import complete
from judging_app.domain.acts import Act, SetPassphrase, SetPin
from judging_app.domain.panel import Judge
from judging_app.domain.people import Mentor, Participant
from judging_app.domain.roles import ORGANISER
from judging_app.forgetting.names import Known, People
from judging_app.forgetting.remarks import DELETED, Done, Fate, kept_remark, latest_comments
from judging_app.forgetting.texts import Text, rewritten, told

_HEADS = {Participant: "P", Judge: "J", Mentor: "M"}
_Somebody = Participant | Judge | Mentor


@dataclass(frozen=True, slots=True)
class Everybody:
    """All who were ever on a list of the event: how to find them, and the codes that change."""

    people: People
    known: tuple[Known, ...]
    new_codes: Mapping[str, str]


def everybody(record: Iterable[Done]) -> Everybody:
    """Whom a record knows, by every name that they had."""
    record = tuple(record)
    found = {key: _known(key[1], values) for key, values in _values(record).items()}
    things = [text for one in record for _, _, kind, text in told(one.act) if kind is Text.THING]
    people = People(found.values(), things)
    taken = {code for _, code in found}
    new: dict[str, str] = {}
    for kind, code in found:
        if people.is_in_code(code):
            new[code] = _free(_HEADS[kind], taken)
    known = tuple(
        Known(new.get(one.code, one.code), one.names, one.emails) for one in found.values()
    )
    return Everybody(People(known, things), known, new)


class Forgetter:
    """Puts codes in the place of people, act by act."""

    def __init__(self, record: Sequence[Done], whom: Everybody, fates: Mapping[str, Fate]) -> None:
        """`fates` are what somebody decided, by the text of the remark."""
        self._whom, self._fates = whom, fates
        self._latest = latest_comments(one.act for one in record)
        self._secrets = _organisers_own(record)
        self._clerks: dict[str, str] = {}

    def act(self, act: Act) -> object:
        """The act with nobody in it."""
        secret = str if id(act) in self._secrets else _nothing
        ways: Mapping[Text, Callable[[str], str]] = complete(
            {
                Text.CODE: str,
                Text.THING: self._whom.people.without_names,
                Text.PERSON_CODE: self._code,
                Text.PERSON: self._code,
                Text.CLERK: self._clerk,
                Text.REMARK: self.remark,
                Text.COMMENT: self.remark,
                Text.SUBJECT: self.subject,
                Text.SECRET: secret,
                Text.GONE: _nothing,
            }
        )

        def change(holder: object, kind: Text, text: str) -> str:
            if kind is Text.COMMENT and id(holder) not in self._latest:
                return ""
            return ways[kind](str(getattr(holder, "id", text)) if kind is Text.PERSON else text)

        return rewritten(act, change)

    def remark(self, text: str) -> str:
        """What stays of a remark."""
        return kept_remark(text, self._fates, self._whom.people)

    def actor(self, key: str) -> str:
        """An actor's key, with the code that took the place of one made of a name."""
        role, colon, code = key.partition(":")
        return f"{role}{colon}{self._code(code)}"

    def subject(self, about: str) -> str:
        """What an act was about, by the codes that people have now."""
        return self._whom.people.without_names(_recoded(about, self._whom.new_codes))

    def _code(self, code: str) -> str:
        return self._whom.new_codes.get(code, code)

    def _clerk(self, text: str) -> str:
        if not text.strip() or text == DELETED:
            return text
        return self._clerks.setdefault(text, f"S{len(self._clerks) + 1}")


def _nothing(_text: str) -> str:
    return ""


def _values(record: Iterable[Done]) -> Mapping[tuple[type, str], list[_Somebody]]:
    found: dict[tuple[type, str], list[_Somebody]] = {}
    for one in record:
        for holder, field, _, _ in told(one.act):
            if isinstance(holder, _Somebody) and field == "id":
                found.setdefault((type(holder), str(holder.id)), []).append(holder)
    return found


def _known(code: str, values: Sequence[_Somebody]) -> Known:
    listed = [one for one in values if isinstance(one, Participant)]
    names = [*(one.name for one in values), *(one.listed_name for one in listed)]
    return Known(
        code,
        frozenset(one for one in names if one.strip() and one != code),
        frozenset(one.email for one in listed if one.email.strip()),
    )


def _free(head: str, taken: set[str]) -> str:
    number = 1
    while f"{head}{number}" in taken:
        number += 1
    taken.add(f"{head}{number}")
    return f"{head}{number}"


def _recoded(about: str, new_codes: Mapping[str, str]) -> str:
    """A subject with the new code in the place of each that was made of a name."""
    word, blank, ids = about.partition(" ")
    parts = ids.split("/")
    said = "/".join(_one_recoded(part, new_codes) for part in parts)
    return f"{word}{blank}{said}"


def _one_recoded(part: str, new_codes: Mapping[str, str]) -> str:
    role, colon, code = part.rpartition(":")
    return f"{role}{colon}{new_codes.get(code, code)}"


def _organisers_own(record: Iterable[Done]) -> frozenset[int]:
    """The acts that set what lets the organiser in now: everybody else's PIN goes."""
    pin = passphrase = 0
    for one in record:
        if isinstance(one.act, SetPin) and one.act.holder == ORGANISER:
            pin = id(one.act)
        elif isinstance(one.act, SetPassphrase):
            passphrase = id(one.act)
    return frozenset({pin, passphrase})
