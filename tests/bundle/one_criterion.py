"""A day with one criterion, whose scores a test says."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from judging_app.bundle.reading import read_bundle
from judging_app.bundle.tables import Tables
from judging_app.bundle.values import rows
from judging_app.domain.event import Method
from tests.bundle.made_events import made_event, rebundled

_EMPTY = (
    *("levels", "agreed_scores", "exclusions", "penalties", "points", "entered_points"),
    *("tie_breaks", "decision", "awards", "award_criteria", "award_decisions", "award_winners"),
)


def bundle_of_one(
    title: str, steps: Sequence[Sequence[int]], highest: int, name: str = "Impact"
) -> bytes:
    """The bundle of it: a row of scores a judge, from 0 to `highest`."""
    made = made_event(3, teams=len(steps[0]), judges=len(steps))
    tables = _scored(read_bundle(made.bundle()).tables, steps)
    event = replace(
        rows(tables.event, "event")[0],
        title=title,
        method=Method.MEAN.value,
        rubric_code=f"rubric {name} {highest}",
        submitted=len(rows(tables.ballots, "ballots")),
        judges=len(steps),
    )
    criterion = replace(
        rows(tables.criteria, "criteria")[0],
        criterion="c",
        title=name,
        kind="judged",
        weight=Fraction(100),
        lowest=0,
        highest=highest,
        step=Fraction(1),
        is_inverted=False,
        needs_comment=False,
    )
    return rebundled(made, replace(tables, event=(event,), criteria=(criterion,)))


def _scored(tables: Tables, steps: Sequence[Sequence[int]]) -> Tables:
    """The tables with these scores alone: nothing was decided beside them."""
    judges, teams = rows(tables.judges, "judges"), rows(tables.teams, "teams")
    ballot = replace(rows(tables.ballots, "ballots")[0], state="submitted")
    score = replace(rows(tables.scores, "scores")[0], criterion="c")
    keys = [(one.judge, team.team) for one in judges for team in teams]
    flat = [one for row in steps for one in row]
    return replace(
        tables,
        ballots=tuple(replace(ballot, judge=judge, team=team) for judge, team in keys),
        scores=tuple(
            replace(score, judge=judge, team=team, steps=given)
            for (judge, team), given in zip(keys, flat, strict=True)
        ),
        **dict.fromkeys(_EMPTY, ()),
    )
