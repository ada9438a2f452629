"""What is said about keeping an event and forgetting its people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from judging_app.closed_sets import complete
from judging_app.domain import subjects
from judging_app.domain.setup import Setup
from judging_app.forgetting.remarks import Fate, Remark
from judging_app.present.time_of_day import in_words, moment_text
from judging_app.words import capitalised, counted, listed

FATE_WORDS: Mapping[Fate, str] = complete(
    {
        Fate.KEEP: "Keep it as it is",
        Fate.CODES: "Put codes for names",
        Fate.DELETE: "Delete it",
    }
)
"""What can be done with a remark."""

FATE_LABELS: Mapping[str, str] = {one.value: words for one, words in FATE_WORDS.items()}
"""The same by what is typed for it."""

WHAT_IS_FORGOTTEN = (
    "Names, e-mail addresses, job titles and everybody’s PIN but the organiser’s go from the "
    "event, and codes such as P7 and J2 take their place. Scores, places, teams, organisations and "
    "sectors stay, so that the event can still be compared. This can’t be undone."
)
WHAT_STAYS_ELSEWHERE = (
    "Papers and tables that you saved, and bundles in other folders, are not changed. Delete those "
    "yourself. "
    "A drive may keep what was deleted until it is written over; a stick that leaves your hands "
    "should be wiped as a whole."
)


NOT_A_DAY = "That isn’t a day. Write it as year, month, day, such as 2027-06-30."
NOT_YET = "Close scoring first. Until then, people are needed."


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A remark to decide on: what it says, where it stands, and what seems to name somebody."""

    code: str
    text: str
    place: str
    found: str
    proposed: Fate
    is_doubtful: bool

    @property
    def proposed_text(self) -> str:
        """What is proposed, in words."""
        return f"{FATE_WORDS[self.proposed].lower()}."


def remark_rows(found: Sequence[Remark], setup: Setup) -> tuple[RemarkRow, ...]:
    """Remarks as they are shown, in the order given."""
    return tuple(
        RemarkRow(
            one.code,
            one.text,
            listed([about_text(about, setup) for about in one.about[:_MOST_PLACES]])
            + (
                f" and {len(one.about) - _MOST_PLACES} more"
                if len(one.about) > _MOST_PLACES
                else ""
            ),
            listed([f"“{said}”" for said in one.found]),
            one.proposed,
            bool(one.found),
        )
        for one in found
    )


def remarks_text(rows: Sequence[RemarkRow]) -> str:
    """How many there are, above them."""
    doubtful = sum(one.is_doubtful for one in rows)
    others = len(rows) - doubtful
    if not rows:
        return "Nobody wrote a comment or a reason."
    seem = capitalised(counted(doubtful, "remark seems", "remarks seem"))
    as_is = "it is" if others == 1 else "they are"
    stay = f" {counted(others, 'other')} will stay as {as_is}." if others else ""
    return f"{seem} to name somebody.{stay}"


def decided_text(decided: int, left: int) -> str:
    """How far the deciding has come."""
    return f"{decided} decided, {left} left."


def undecided_text(count: int) -> str:
    """Why people can't be forgotten yet."""
    are = counted(count, "remark that seems", "remarks that seem")
    return f"Nobody decided about {are} to name somebody. Decide on each, then forget the people."


def nobody_left_text() -> str:
    """Why there is nothing to do."""
    return "There is nobody left to forget in this event."


def forgotten_text(at: datetime, people: int, entries: int) -> str:
    """What the record says of it."""
    return (
        f"At {moment_text(at)}, codes took the place of {counted(people, 'person', 'people')}. "
        f"What {counted(entries, 'entry', 'entries')} said before is gone: whoever had the "
        "key then vouches for what is there now. Every other entry is as it was recorded."
    )


def files_text(count: int) -> str:
    """What is said above the files that go with the people."""
    if not count:
        return "No other file of this event is known on this computer or in the second place."
    return f"{counted(count, 'other file', 'other files')} of this event will be deleted:"


def deleted_text(count: int) -> str:
    """What was done with them."""
    files = capitalised(counted(count, "file"))
    return f"There are codes in the place of people now. {files} deleted."


def left_text(path: str) -> str:
    """A file that couldn't be deleted."""
    return f"{path} could not be deleted and still has names in it. Delete it yourself."


def delete_on_text(day: date | None) -> str:
    """Until when the event is kept."""
    if day is None:
        return "No day is chosen on which this event is to be deleted."
    return f"This event is to be deleted on {in_words(day)}."


_MOST_PLACES = 3


def about_text(about: str, setup: Setup) -> str:
    """What an act was about, with names in the place of codes."""
    word, _, ids = about.partition(" ")
    if word not in ("ballot", "conflict", "sheet"):
        return about
    judge, team = subjects.judge_and_team(about)
    judges = {one.id: one.name for one in setup.judges}
    teams = {one.id: one.name for one in setup.teams}
    return f"{word}: {judges.get(judge, ids)} on {teams.get(team, str(team))}"
