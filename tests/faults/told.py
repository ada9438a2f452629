"""What a worker was told, and whether the file that it left agrees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from judging_app.desk import events
from judging_app.errors import DeskError
from judging_app.store import ballot_rows

Score = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What the lines of a worker (`tests.faults.worker`) say."""

    lines: tuple[str, ...]
    before: Mapping[Score, int]

    @property
    def saved(self) -> dict[Score, int]:
        """Every score that must be there."""
        return {**self.before, **dict(_score(one) for one in self.lines if one[:6] == "saved ")}

    @property
    def open_score(self) -> tuple[Score, int] | None:
        """The score that was asked for and not answered."""
        last = next((one for one in reversed(self.lines) if one[:6] in ("asked ", "saved ")), "")
        is_answered = any(one.startswith("refused ") for one in self.lines[-1:])
        return _score(last) if last.startswith("asked ") and not is_answered else None

    @property
    def refusals(self) -> tuple[str, ...]:
        """The sentences that a person would have read."""
        return tuple(line.split("\t")[1] for line in self.lines if line.startswith("refused"))

    @property
    def bugs(self) -> tuple[str, ...]:
        """What nobody foresaw."""
        return tuple(line for line in self.lines if line.startswith("bug "))

    @property
    def doubted(self) -> tuple[Score, int] | None:
        """The score of which it was said that nobody can know, for its drive went meanwhile."""
        return next((_score(one) for one in self.lines if DOUBT in one), None)

    def agrees(self, found: Mapping[Score, int]) -> bool:
        """Whether the file has what was told, no less and no more but what was under way."""
        under_way = [one for one in (self.open_score, self.doubted) if one]
        return found == self.saved or any(
            found == {**self.saved, **dict([one])} for one in under_way
        )


DOUBT = "in the middle of saving this"


def _score(line: str) -> tuple[Score, int]:
    _, judge, team, criterion, steps = line.split("\t", maxsplit=1)[0].split()
    return (judge, team, criterion), int(steps)


def told(text: str | Iterable[str], before: Mapping[Score, int] | None = None) -> Told:
    """Read a worker's lines; the last may be torn, and then it was not said."""
    lines = text.split("\n")[:-1] if isinstance(text, str) else text
    return Told(tuple(lines), before or {})


@dataclass(frozen=True, slots=True)
class Reading:
    """What an event file holds, or why it is refused."""

    scores: Mapping[Score, int]
    refusal: str = ""


def reading(path: Path) -> Reading:
    """Open an event as the application does, check it wholly, and read every score."""
    try:
        desk = events.open_event(path)
    except DeskError as error:
        return Reading({}, str(error))
    try:
        scores = {
            (str(judge), str(team), str(criterion)): steps
            for (judge, team), ballot in ballot_rows.ballots(desk.file.db).items()
            for criterion, steps in ballot.scores.items()
        }
        findings = desk.verification().findings
        return Reading(scores, "; ".join(str(one) for one in findings))
    finally:
        desk.close()
