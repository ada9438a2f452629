"""A day with one criterion, whose scores a test says."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from judging_app.bundle.reading import read_bundle
from judging_app.domain.event import Method
from tests.bundle.made_events import made_event, rebundled


def bundle_of_one(
    title: str, steps: Sequence[Sequence[int]], highest: int, name: str = "Impact"
) -> bytes:
    """The bundle of it: a row of scores a judge, from 0 to `highest`."""
    made = made_event(3, teams=len(steps[0]), judges=len(steps))
    tables = read_bundle(made.bundle()).tables
    assert tables.criteria
    assert tables.teams
    assert tables.judges
    assert tables.event
    assert tables.ballots
    criterion = replace(
        tables.criteria[0],
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
    keys = [(one.judge, team.team) for one in tables.judges for team in tables.teams]
    ballot = tables.ballots[0]
    ballots = tuple(
        replace(ballot, judge=judge, team=team, state="submitted") for judge, team in keys
    )
    assert tables.scores
    flat = [one for row in steps for one in row]
    scores = tuple(
        replace(tables.scores[0], judge=judge, team=team, criterion="c", steps=given)
        for (judge, team), given in zip(keys, flat, strict=True)
    )
    event = replace(
        tables.event[0],
        title=title,
        method=Method.MEAN.value,
        rubric_code=f"rubric {name} {highest}",
        submitted=len(ballots),
        judges=len(steps),
    )
    changed = replace(
        tables,
        event=(event,),
        criteria=(criterion,),
        levels=(),
        ballots=ballots,
        scores=scores,
        agreed_scores=(),
        exclusions=(),
        penalties=(),
        points=(),
        entered_points=(),
        tie_breaks=(),
        decision=(),
        awards=(),
        award_criteria=(),
        award_decisions=(),
        award_winners=(),
    )
    return rebundled(made, changed)
