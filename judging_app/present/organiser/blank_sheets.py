"""What a score sheet says that is printed empty, filled in by hand and keyed in afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass

from judging_app.domain.ballots import Ballot, BallotState, ballot_key
from judging_app.domain.event import Event
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric, decimal
from judging_app.domain.setup import Setup
from judging_app.present.criteria import (
    all_levels,
    scale_text,
    sectioned_title,
    weight_in_sentence,
)
from judging_app.present.organiser.score_sheets import challenge_of
from judging_app.present.scorer.sheet_ids import ballot_code

MOST_KEYS = 11
"""A longer scale has no row of boxes to mark, but one box to write in."""

_WRITTEN_BOXES = 3
"""How many boxes to mark the one box to write in is as wide as."""


@dataclass(frozen=True, slots=True)
class BlankLine:
    """One criterion to score: `keys` are the boxes to mark, empty where one writes instead.

    `scale` names the levels too where they are short enough to be beside the boxes.
    """

    title: str
    weight: str
    keys: tuple[str, ...]
    scale: str


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """One ballot on paper; its id leads the scorer to the ballot."""

    id: str
    event: str
    title: str
    subtitle: str
    judge: str
    lines: tuple[BlankLine, ...]
    record: str


def blank(
    event: Event, setup: Setup, ballots: Iterable[Ballot] = (), *, record: str = ""
) -> tuple[BlankSheet, ...]:
    """One sheet for each ballot still owed, judge by judge in the order of the teams.

    One sheet a ballot, so that it can be collected after its pitch and keyed while others score.
    A ballot that is submitted, recused or absent has none.
    """
    settled = {ballot_key(ballot) for ballot in ballots if ballot.state in _SETTLED}
    return tuple(
        _sheet(event, setup, judge, team, record)
        for judge in setup.judges
        for team in setup.teams
        if (judge.id, team.id) not in settled
    )


_SETTLED = frozenset({BallotState.SUBMITTED, BallotState.RECUSED, BallotState.ABSENT})


def _sheet(event: Event, setup: Setup, judge: Judge, team: Team, record: str) -> BlankSheet:
    return BlankSheet(
        id=ballot_code(setup, judge.id, team.id),
        event=event.title,
        title=team.name,
        subtitle=challenge_of(setup, team.id),
        judge=judge.name,
        lines=tuple(_line(criterion, setup.rubric) for criterion in setup.rubric.judged),
        record=record,
    )


def _line(criterion: Criterion, rubric: Rubric) -> BlankLine:
    is_marked = len(criterion.scale) <= MOST_KEYS
    points = [decimal(criterion.in_points(score)) for score in criterion.scale[:MOST_KEYS]]
    weight, scale = weight_in_sentence(criterion, rubric), scale_text(criterion)
    levels = all_levels(criterion) if criterion.levels else ""
    line = f"{scale} · {levels}"
    room = _room(len(points) if is_marked else _WRITTEN_BOXES)
    return BlankLine(
        title=sectioned_title(criterion),
        weight=weight,
        keys=tuple(points) if is_marked else (),
        scale=line if levels and len(weight) + len(line) <= room else scale,
    )


def _room(boxes: int) -> int:
    """How many characters of small print fit in one line to the left of that many boxes."""
    return 104 - 5 * boxes - boxes // 2
