"""The sheets on the ballots: as a table, as a matrix, their comments, conflicts and recusals."""

from collections.abc import Iterator

from judging_app.bundle.rows import BallotRow
from judging_app.domain.ballots import BallotState
from judging_app.domain.ids import CriterionId
from judging_app.domain.panel import ConflictDecision
from judging_app.present.numbers import places_needed
from judging_app.present.open_data.known import Known
from judging_app.present.open_data.result_sheets import NAME, TEXT
from judging_app.present.open_data.sheet import Sheet, SheetCell, SheetColumn, sheet
from judging_app.present.words.ballots import DECISION_WORDS, STATE_WORDS

_TOTAL = 2
"""Decimals of a total."""


def ballots_sheet(known: Known) -> Sheet:
    """A row a ballot, with its scores in points and its total."""
    judged = known.rubric.judged

    def row(one: BallotRow) -> Iterator[SheetCell]:
        own = known.scores.get((one.judge, one.team), {})
        yield known.judges[one.judge]
        yield known.teams[one.team]
        yield STATE_WORDS[BallotState(one.state)]
        for criterion in judged:
            steps = own.get(criterion.id)
            yield None if steps is None else criterion.in_points(steps)
        yield known.totals.get((one.judge, one.team))
        yield one.reason or None
        yield one.submitted_at
        yield one.keyed_by or None

    return sheet(
        "Ballots",
        (
            SheetColumn("Judge", NAME),
            SheetColumn("Team", NAME),
            SheetColumn("State", 12),
            *(SheetColumn(one.title, 14, places_needed([one.step])) for one in judged),
            SheetColumn("Total", 10, _TOTAL),
            SheetColumn("Reason", NAME),
            SheetColumn("Submitted", 18),
            SheetColumn("Typed in by", 12),
        ),
        (row(one) for one in known.data.tables.ballots or ()),
        frozen=2,
    )


def matrix_sheet(known: Known) -> Sheet:
    """A column a judge, and under each team a row a criterion with its total below."""
    judges = tuple(dict.fromkeys(one.judge for one in known.data.tables.ballots or ()))
    decimals = places_needed([one.step for one in known.rubric.judged])

    def rows() -> Iterator[tuple[SheetCell, ...]]:
        for team, name in known.teams.items():
            for one in known.rubric.judged:
                steps = [_steps(known, judge, team, one.id) for judge in judges]
                points = (None if own is None else one.in_points(own) for own in steps)
                yield name, one.title, *points
            yield name, "Total", *(known.totals.get((judge, team)) for judge in judges)

    return sheet(
        "Matrix",
        (
            SheetColumn("Team", NAME),
            SheetColumn("Criterion", NAME),
            *(SheetColumn(known.judges[one], 14, max(decimals, _TOTAL)) for one in judges),
        ),
        rows(),
        frozen=2,
    )


def _steps(known: Known, judge: str, team: str, criterion: CriterionId) -> int | None:
    return known.scores.get((judge, team), {}).get(criterion)


def comments_sheet(known: Known) -> Sheet:
    """Every comment, and for whom it is meant."""
    return sheet(
        "Comments",
        (
            SheetColumn("Judge", NAME),
            SheetColumn("Team", NAME),
            SheetColumn("For", 10),
            SheetColumn("Comment", 80),
        ),
        (
            (known.judges[one.judge], known.teams[one.team], f"the {one.meant_for}", one.text)
            for one in known.data.tables.comments or ()
        ),
        frozen=2,
    )


def conflicts_sheet(known: Known) -> Sheet:
    """Conflicts of interest as they were decided, and every ballot that no judge gave."""

    def rows() -> Iterator[tuple[SheetCell, ...]]:
        for one in known.data.tables.conflicts or ():
            decided = DECISION_WORDS[ConflictDecision(one.decision)]
            judge, team = known.judges[one.judge], known.teams[one.team]
            yield "Conflict", judge, team, one.why, decided, one.reason or None
        for ballot in known.data.tables.ballots or ():
            if (state := BallotState(ballot.state)) in (BallotState.RECUSED, BallotState.ABSENT):
                judge, team = known.judges[ballot.judge], known.teams[ballot.team]
                yield "No ballot", judge, team, None, STATE_WORDS[state], ballot.reason or None

    return sheet(
        "Conflicts and recusals",
        (
            SheetColumn("What", 12),
            SheetColumn("Judge", NAME),
            SheetColumn("Team", NAME),
            SheetColumn("Link", TEXT),
            SheetColumn("Decided", 22),
            SheetColumn("Reason", TEXT),
        ),
        rows(),
        frozen=3,
    )
