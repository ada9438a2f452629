"""Whether the result stays the same: the same ballots, with one thing about the result changed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from types import MappingProxyType

from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.standings import Standing
from judging_app.errors import MethodError
from judging_app.tally.basis import Basis
from judging_app.tally.methods import METHODS
from judging_app.tally.ties import settlement

WEIGHT_MOVE = Fraction(1, 20)
"""How far a weight is moved, as a share of the rubric's full total: 5 points of 100."""

NO_SECTORS: Mapping[JudgeId, str] = MappingProxyType({})


class CheckKind(Enum):
    """What was changed."""

    WITHOUT_JUDGE = "without a judge"
    WITHOUT_CRITERION = "without a criterion"
    MORE_WEIGHT = "more weight"
    LESS_WEIGHT = "less weight"
    METHOD = "another method"
    SECTOR = "one sector’s judges"


Change = tuple[CheckKind, str, Basis]
"""What is changed, in which part, and what the result then follows from."""


@dataclass(frozen=True, slots=True)
class Check:
    """One change, and who wins with it.

    `what` is the judge's or the criterion's id, the method's value, or the sector. `winners`
    are the teams in the first places asked about, best first, and `is_same` is whether they
    are the same teams in the same places as in the result. Where the method gives no result
    with the change, `is_same` is `None` and `refusal` says why.
    """

    kind: CheckKind
    what: str
    winners: tuple[TeamId, ...]
    is_same: bool | None
    refusal: str = ""


def checks(
    basis: Basis, sectors: Mapping[JudgeId, str] = NO_SECTORS, *, first: int = 1
) -> tuple[Check, ...]:
    """The result worked out again with each single change, ties settled as declared.

    - without each judge who has a ballot that counts;
    - without each criterion that is judged, and so without a tie-break that names it;
    - with the weight of each a twentieth of the rubric's full total higher, and lower where
      some weight is left. The other weights stay as they are and nothing is scaled back to the
      old sum: by the mean that moves no place, and a penalty keeps its size in points;
    - by each other method;
    - with the judges of one sector only, for each sector that has some but not all of them.

    What the organiser gave is no opinion of the panel, and stays as it is.

    `first` asks about the first so many places.
    """
    result = _first_places(settlement(basis).standings, first)
    return tuple(
        _check(kind, what, changed, result, first)
        for kind, what, changed in _changes(basis, sectors)
    )


def _changes(basis: Basis, sectors: Mapping[JudgeId, str]) -> Iterator[Change]:
    voting = frozenset(ballot.judge for ballot in basis.counted)
    for judge in basis.judges:
        if judge in voting:
            yield CheckKind.WITHOUT_JUDGE, judge, _heard(basis, voting - {judge})
    yield from _rubric_changes(basis)
    for method in METHODS:
        if method is not basis.method:
            yield CheckKind.METHOD, method.value, replace(basis, method=method)
    for sector in sorted({sectors[judge] for judge in voting if sectors.get(judge)}):
        heard = {judge for judge in voting if sectors.get(judge) == sector}
        if heard < voting:
            yield CheckKind.SECTOR, sector, _heard(basis, heard)


def _rubric_changes(basis: Basis) -> Iterator[Change]:
    judged, move = basis.rubric.judged, basis.rubric.full_total * WEIGHT_MOVE
    counted = {one.id for one in judged if one.kind is CriterionKind.JUDGED}
    for criterion in judged:
        if counted - {criterion.id}:
            yield CheckKind.WITHOUT_CRITERION, criterion.id, _without(basis, criterion.id)
    for criterion in judged:
        yield CheckKind.MORE_WEIGHT, criterion.id, _reweighted(basis, criterion, move)
        if criterion.weight > move:
            yield CheckKind.LESS_WEIGHT, criterion.id, _reweighted(basis, criterion, -move)


def _check(
    kind: CheckKind, what: str, changed: Basis, result: Mapping[TeamId, int], first: int
) -> Check:
    try:
        found = _first_places(settlement(changed).standings, first)
    except MethodError as refusal:
        return Check(kind, what, (), None, str(refusal))
    return Check(kind, what, tuple(found), found == result)


def _first_places(standings: Sequence[Standing], first: int) -> dict[TeamId, int]:
    return {one.team: one.place for one in standings if one.place and one.place <= first}


def _heard(basis: Basis, judges: Collection[JudgeId]) -> Basis:
    """`basis` with the ballots of `judges` only."""
    return replace(basis, ballots=tuple(one for one in basis.ballots if one.judge in judges))


def _without(basis: Basis, criterion: CriterionId) -> Basis:
    """`basis` with one criterion out of the rubric, and without a tie-break that names it."""
    left = tuple(one for one in basis.rubric.criteria if one.id != criterion)
    return replace(
        basis,
        rubric=Rubric(left),
        tie_breaks=tuple(one for one in basis.tie_breaks if one.criterion != criterion),
    )


def _reweighted(basis: Basis, criterion: Criterion, move: Fraction) -> Basis:
    criteria = tuple(
        replace(one, weight=one.weight + move) if one.id == criterion.id else one
        for one in basis.rubric.criteria
    )
    return replace(basis, rubric=Rubric(criteria))
