"""The standings by the event's method with those by another beside them, a row to a team."""

from dataclasses import dataclass

from judging_app.domain.event import Phase
from judging_app.domain.setup import Setup
from judging_app.present.result.standings import StandingRow, StandingsView
from judging_app.words import ordinal


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One team: what the event's method gives, and where it would be by the other one.

    `is_whole` says that no ballot is missing that should be there by now, `is_first` that it wins,
    `scored_place` is what the scores alone give where the panel
    decided. `move` is by how many places the other method puts it higher, below zero lower;
    `None` where one of the two gives it no place. `beside` is its challenge and what made its
    place what it is.
    """

    team_id: str
    place: str
    team: str
    beside: str
    score: str
    exact: str
    ballots: str
    is_whole: bool
    is_first: bool
    scored_place: str = ""
    other_place: str = ""
    other_score: str = ""
    other_exact: str = ""
    move: int | None = None

    @property
    def move_text(self) -> str:
        """Who moves, in words: "up 1", "down 2", "same"."""
        if self.move is None:
            return ""
        return f"{'up' if self.move > 0 else 'down'} {abs(self.move)}" if self.move else "same"

    @property
    def spoken(self) -> str:
        """The whole row, read aloud."""
        here = f"{self.place} {self.team}, {self.score}, {self.ballots} ballots."
        there = f" By the other method {self.other_place}, {self.other_score}, {self.move_text}."
        return here + (there if self.other_place else "")


def compared_rows(
    setup: Setup, declared: StandingsView, other: StandingsView | None
) -> tuple[ComparedRow, ...]:
    """A row to each team of `declared`, in its order."""
    challenges = {one.team: one.title for one in setup.challenges}
    others = {row.team_id: row for row in other.rows} if other else {}
    is_open = declared.phase in (Phase.SETTING_UP, Phase.SCORING)
    return tuple(
        _row(row, challenges.get(row.team_id, ""), others.get(row.team_id), is_open=is_open)
        for row in declared.rows
    )


def place_text(row: StandingRow) -> str:
    """A place in a table: "1st", "=1st" where it is joint, or the word of a team that is out."""
    if row.place is None:
        return row.place_text
    return f"{'=' if row.is_tied else ''}{ordinal(row.place)}"


def placed_first(view: StandingsView) -> tuple[StandingRow, ...]:
    """Those who win; nobody before there is a place."""
    return tuple(row for row in view.rows if row.place == 1)


def _row(
    row: StandingRow, challenge: str, other: StandingRow | None, *, is_open: bool
) -> ComparedRow:
    move = None
    if other is not None and row.place is not None and other.place is not None:
        move = row.place - other.place
    return ComparedRow(
        team_id=row.team_id,
        place=place_text(row),
        team=row.team,
        beside=" · ".join(one for one in (row.own_remark, challenge) if one),
        score=row.score_text,
        exact=row.exact_text,
        ballots=f"{row.ballots} of {row.expected}",
        is_whole=is_open or row.ballots == row.expected,
        is_first=row.place == 1,
        scored_place=_scored(row),
        other_place=place_text(other) if other else "",
        other_score=other.score_text if other else "",
        other_exact=other.exact_text if other else "",
        move=move,
    )


def _scored(row: StandingRow) -> str:
    if row.scored_place is None:
        return row.scored_place_text
    return f"{'=' if row.scored_is_tied else ''}{ordinal(row.scored_place)}"
