"""ballots.csv and not-scored.csv: scores gathered to ballots, and ballots that hold none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.names import name_key
from judging_app.domain.panel import Judge
from judging_app.domain.rubric import Criterion
from judging_app.errors import ScoreOffScaleError
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.known import Known
from judging_app.intake.tables.problems import clipped, shown
from judging_app.intake.tables.row import Row
from judging_app.intake.tables.table import Table
from judging_app.intake.teams import TeamRow
from judging_app.words import listed

BALLOTS = Form("ballots.csv", "scores", ("judge", "team", "criterion", "score"), is_required=False)

Pair = tuple[JudgeId, TeamId]


@dataclass(frozen=True, slots=True)
class Declarations:
    """What the scores refer to."""

    judges: Known[Judge]
    teams: Known[TeamRow]
    criteria: Known[Criterion]

    def pair(self, row: Row) -> Pair | None:
        """Whose ballot for whom a row speaks of, noting whoever isn't known."""
        judge, team = self.judges.named(row, "judge"), self.teams.named(row, "team")
        return (judge.id, team.team.id) if judge and team else None


@dataclass(slots=True)
class ReadBallot:
    """One ballot while its rows are read, from the first of them on.

    `rows` says in which row each criterion is; a score is missing where its row is at fault. `gaps`
    are the rows whose score is empty or N/A.
    """

    first: Row
    rows: dict[CriterionId, int] = field(default_factory=dict)
    scores: dict[CriterionId, int] = field(default_factory=dict)
    gaps: list[tuple[Row, Criterion]] = field(default_factory=list)
    is_spoilt: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether it has rows but no score in any of them."""
        return bool(self.gaps) and len(self.gaps) == len(self.rows)

    def refuse_gaps(self) -> None:
        """Note every row that has no score."""
        for row, criterion in self.gaps:
            found = row.text("score")
            said = f"{shown(found)} is no score" if found else "There is no score"
            row.refuse(
                f"{said} for {shown(criterion.title)}. Give one; or leave every score of this "
                "ballot empty and put its judge and team into not-scored.csv.",
                "score",
            )


def read_ballots(table: Table, known: Declarations) -> dict[Pair, ReadBallot]:
    """Every ballot that has a score, noting those that are not complete."""
    ballots: dict[Pair, ReadBallot] = {}
    for row in table.rows:
        pair = known.pair(row)
        criterion = _judged(row, known)
        if pair is None:
            _points(row)
            continue
        ballot = ballots.setdefault(pair, ReadBallot(row))
        _add_score(ballot, row, criterion)
    for ballot in ballots.values():
        _check_complete(ballot, table, known.criteria)
    _check_comments(ballots, known.criteria.values)
    return ballots


def submitted(
    ballots: Mapping[Pair, ReadBallot], criteria: tuple[Criterion, ...]
) -> tuple[Ballot, ...]:
    """The ballots as values, their scores in the rubric's order."""
    return tuple(
        Ballot(
            judge,
            team,
            BallotState.SUBMITTED,
            {c.id: ballot.scores[c.id] for c in criteria if c.id in ballot.scores},
        )
        for (judge, team), ballot in ballots.items()
    )


def _judged(row: Row, known: Declarations) -> Criterion | None:
    criterion = known.criteria.named(row, "criterion")
    if criterion is None or criterion.is_judged:
        return criterion
    row.refuse(
        f"The organiser scores {shown(criterion.title)}, once for each team. Put it in points.csv.",
        "criterion",
    )
    return None


def _add_score(ballot: ReadBallot, row: Row, criterion: Criterion | None) -> None:
    points = _points(row)
    if criterion is None:
        ballot.is_spoilt = True
        return
    first = ballot.rows.setdefault(criterion.id, row.number)
    if first != row.number:
        row.refuse(f"The same score is already in row {first}. Delete one of them.")
    elif row.says_none("score"):
        ballot.gaps.append((row, criterion))
    elif points is not None:
        try:
            ballot.scores[criterion.id] = criterion.in_steps(points)
        except ScoreOffScaleError as error:
            row.refuse(str(error), "score")


def _points(row: Row) -> Fraction | None:
    return None if row.says_none("score") else row.amount("score")


def _check_complete(ballot: ReadBallot, table: Table, criteria: Known[Criterion]) -> None:
    """Note the criteria without a row, unless a row that couldn't be read may hold them."""
    row = ballot.first
    judge, team = row.text("judge"), row.text("team")
    missing = [
        code
        for code, criterion in criteria.by_key.items()
        if code not in ballot.rows and (criterion is None or criterion.is_judged)
    ]
    may_be_there = table.may_hold(judge) and table.may_hold(team)
    if missing and not ballot.is_spoilt and not may_be_there:
        row.refuse(
            f"The ballot from judge {clipped(judge)} for {shown(team)} has no score for "
            f"{listed([clipped(code) for code in missing])}. Add a row for each, or remove the "
            "whole ballot and score it on the day."
        )


def _check_comments(ballots: Mapping[Pair, ReadBallot], criteria: tuple[Criterion, ...]) -> None:
    """Note once that these ballots lack the comment for the team that the rubric asks for."""
    needed = [criterion.title for criterion in criteria if criterion.needs_comment]
    first = next(iter(ballots.values()), None)
    if first and needed:
        first.first.refuse(
            f"The rubric requires a comment for the team on {shown(listed(needed))}, and this "
            "file has none. Make the comment optional in rubric.csv (column comment), or remove "
            "this file and score on the day."
        )


NOT_SCORED = Form(
    "not-scored.csv", "ballots", ("judge", "team", "why"), optional=("note",), is_required=False
)

_STATES: Mapping[str, BallotState] = {
    state.value: state for state in (BallotState.RECUSED, BallotState.ABSENT)
}


def read_not_scored(
    table: Table, known: Declarations, scored: Mapping[Pair, ReadBallot]
) -> tuple[Ballot, ...]:
    """Every ballot recused or absent, noting those that are there twice or have scores."""
    ballots: list[Ballot] = []
    rows: dict[Pair, int] = {}
    for row in table.rows:
        pair, state = known.pair(row), _state(row)
        if pair is None:
            continue
        first = rows.setdefault(pair, row.number)
        if first != row.number:
            _refuse_second(row, f"row {first}")
        if pair in scored:
            _refuse_second(row, f"{BALLOTS.file}, row {scored[pair].first.number}")
        if state:
            reason = row.text("note") or "No reason given"
            ballots.append(Ballot(*pair, state, reason=reason))
    return tuple(ballots)


def _state(row: Row) -> BallotState | None:
    why = row.filled("why")
    state = _STATES.get(name_key(why))
    if why and state is None:
        row.refuse(
            f"{shown(why)} isn’t a reason that can be used here. Write recused or absent.", "why"
        )
    return state


def _refuse_second(row: Row, place: str) -> None:
    row.refuse(
        f"The ballot from judge {row.text('judge')} for {shown(row.text('team'))} is already in "
        f"{place}. Delete one of them."
    )
