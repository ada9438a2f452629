"""What a score sheet says that is printed empty, filled in by hand and keyed in afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass

from judging_app.domain.ballots import Ballot, BallotState, ballot_key
from judging_app.domain.event import Event
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric, decimal
from judging_app.domain.setup import Setup
from judging_app.present.criteria import scale_text, sectioned_title, weight_in_sentence
from judging_app.present.leaves.leaf import Block, Leaf, Lines, Scale, Signatures, Words
from judging_app.present.organiser.score_sheets import challenge_of, in_line
from judging_app.present.scorer.sheet_ids import ballot_code, printed_code

MOST_KEYS = 11
"""A longer scale has no row of boxes to mark, but one box to write in."""

HOW = (
    "Mark one box in each row. To change it, cross it out and mark another. A row without a mark "
    "is not scored. It does not count as 0."
)
SPARE_HOW = "Write the team, your name and the code of the ballot from the list of sheets."
_SIGNED = Signatures(("Signed by the judge", "Typed in by", "Typed in again by"))


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """One ballot on paper: whose it is, and what is printed; a spare one is nobody's yet."""

    code: str
    leaf: Leaf


def blank(
    event: Event, setup: Setup, ballots: Iterable[Ballot] = (), *, record: str = ""
) -> tuple[BlankSheet, ...]:
    """One sheet for each ballot still owed, judge by judge in the order of the teams.

    One sheet a ballot, so that it can be collected after its pitch and keyed while others score.
    A ballot that is submitted, recused or absent has none.
    """
    settled = {ballot_key(ballot) for ballot in ballots if ballot.state in _SETTLED}
    body = _body(setup.rubric)
    return tuple(
        _sheet(event, setup, judge, team, record, body)
        for judge in setup.judges
        for team in setup.teams
        if (judge.id, team.id) not in settled
    )


_SETTLED = frozenset({BallotState.SUBMITTED, BallotState.RECUSED, BallotState.ABSENT})


def spare(event: Event, setup: Setup, count: int, *, record: str = "") -> tuple[BlankSheet, ...]:
    """Sheets of nobody, on which judge, team and code are written by hand."""
    lines, body = Lines(("Team", "Judge", "Code of the ballot"), most=1), _body(setup.rubric)
    return tuple(
        BlankSheet(
            f"spare-{number}",
            Leaf(
                f"Spare sheet {number}",
                event.title,
                "Score sheet",
                SPARE_HOW,
                (lines, *body),
                record,
            ),
        )
        for number in range(1, count + 1)
    )


def _sheet(
    event: Event, setup: Setup, judge: Judge, team: Team, record: str, body: tuple[Block, ...]
) -> BlankSheet:
    code = ballot_code(setup, judge.id, team.id)
    leaf = Leaf(
        id=f"Sheet {code}",
        event=event.title,
        title=team.name,
        subtitle=in_line(f"Judge: {judge.name}", challenge_of(setup, team.id)),
        blocks=body,
        record=record,
        corner=code,
        code=printed_code(setup, judge.id, team.id),
        team=team.name,
    )
    return BlankSheet(code, leaf)


def _body(rubric: Rubric) -> tuple[Block, ...]:
    scales = (_scale(criterion, rubric) for criterion in rubric.judged)
    return (Words(HOW), *scales, Lines(("For the team", "For the panel only")), _SIGNED)


def _scale(criterion: Criterion, rubric: Rubric) -> Scale:
    is_marked = len(criterion.scale) <= MOST_KEYS
    points = [decimal(criterion.in_points(score)) for score in criterion.scale[:MOST_KEYS]]
    is_usual = is_marked and not criterion.is_inverted
    return Scale(
        title=sectioned_title(criterion),
        weight=weight_in_sentence(criterion, rubric),
        keys=tuple(points) if is_marked else (),
        levels=tuple(_level(criterion, one.score, one.text) for one in criterion.levels),
        note="" if is_usual else f"Scale: {scale_text(criterion)}",
    )


def _level(criterion: Criterion, score: int, text: str) -> tuple[str, int, str]:
    return decimal(criterion.in_points(score)), score - criterion.lowest, text
