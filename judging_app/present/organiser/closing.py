"""The record at closing, on screen and on a paper of its own: its code, and how to check it."""

from dataclasses import dataclass

from judging_app.domain.event import Event
from judging_app.domain.journal import Signed, fingerprint
from judging_app.domain.reconciliation import Reconciliation
from judging_app.domain.roles import actor_from_key
from judging_app.present.host.reconciliation import reconciliation_text
from judging_app.present.leaves.leaf import Leaf, Leaves, Type, Words
from judging_app.present.organiser.certificates import when_and_where
from judging_app.present.organiser.signatures import key_code
from judging_app.present.time_of_day import moment_text
from judging_app.present.words.event import ROLE_WORDS

CLOSING_TITLE = "Record at closing"

NOT_CLOSED = "There is no record at closing yet. Close scoring first."

_PROVES = (
    "This paper proves later that nothing up to this moment was changed. Keep it away from the "
    "computer, and give a copy to somebody you trust."
)
_CHECK = (
    "To check: sign in as the organiser or the host, choose “Check the record”, and type the code. "
    "Or type in a terminal: judging-app verify FILE --code CODE"
)
_KEY = (
    "The key signed the record. If the event is checked on another computer, the same key must be "
    "named there. It shows only who signed; the code shows every change."
)
HOW_TO_CHECK = (_PROVES, _CHECK, _KEY)


@dataclass(frozen=True, slots=True)
class ClosingRecord:
    """What there is to keep of the moment at which scoring was closed; no score."""

    event: str
    subtitle: str
    closed: str
    ballots: str
    reason: str
    code: str
    key: str

    @property
    def sentence(self) -> str:
        """What to do with the code, for a screen."""
        return (
            f"Record code {self.code}. Write it down or print it before anything is announced: it "
            "shows later that nothing was changed."
        )


def closing_record(
    event: Event, signed: Signed, found: Reconciliation, reason: str = ""
) -> ClosingRecord:
    """The record as it was signed when scoring was closed; `reason` is why with a gap, if so."""
    who = ROLE_WORDS[actor_from_key(signed.entry.actor).role]
    return ClosingRecord(
        event=event.title,
        subtitle=when_and_where(event),
        closed=f"Scoring was closed by the {who}, at {moment_text(signed.entry.time)}.",
        ballots=f"When this was printed: {reconciliation_text(found)}.",
        reason=reason,
        code=fingerprint(signed.entry.digest),
        key=key_code(signed.key),
    )


def closing_leaves(rows: ClosingRecord) -> Leaves:
    """The record on one page, with the code large enough to be copied by hand."""
    said = (rows.closed, rows.ballots, rows.reason and f"Reason: {rows.reason}")
    leaf = Leaf(
        id="Record",
        event=rows.event,
        title=CLOSING_TITLE,
        subtitle=rows.subtitle,
        blocks=(
            *(Words(sentence) for sentence in said if sentence),
            Words("Record code", Type.HEADING),
            Words(rows.code, Type.TITLE),
            Words("Key", Type.HEADING),
            Words(rows.key, Type.TITLE),
            Words("What it proves, and how to check it", Type.HEADING),
            *map(Words, HOW_TO_CHECK),
        ),
        record=f"Record {rows.code}",
    )
    return Leaves(CLOSING_TITLE, rows.event, (leaf,))


def closing_stem(event: str) -> str:
    """What the file of the paper is called."""
    return f"{event} - record at closing"
