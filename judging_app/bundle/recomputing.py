"""The result of a bundle worked out again from its ballots, beside the one that it was given."""

from dataclasses import dataclass

from judging_app.bundle.bundle import Bundle
from judging_app.bundle.rows import StandingRow
from judging_app.bundle.tables import Tables
from judging_app.bundle.values import (
    award_decisions_of,
    awards_of,
    basis_of,
    decision_of,
    event_row,
    rows,
)
from judging_app.domain.ids import TeamId
from judging_app.domain.standings import Edition
from judging_app.tally.announced import announced, by_scores
from judging_app.tally.result import Result


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The result that follows from a bundle's ballots; `differences` name where it isn't its own.

    A team is named where its place, its score, or an award of it is another one.
    """

    result: Result
    differences: tuple[TeamId, ...]
    has_same_code: bool

    @property
    def is_same(self) -> bool:
        """Whether every place, every digit, every award and the code are the bundle's own."""
        return self.has_same_code and not self.differences


def result_of(bundle: Bundle) -> Result:
    """The result that follows from the ballots, as it is announced.

    Raises:
        BundleError: if the bundle has no ballots, or its tables don't go together.
        MethodError: if the method gives no result on these ballots.
    """
    tables, basis = bundle.tables, basis_of(bundle)
    return announced(
        by_scores(basis),
        basis,
        Edition(event_row(tables).edition),
        decision_of(tables),
        awards_of(tables),
        award_decisions_of(tables),
    )


def recomputed(bundle: Bundle) -> Recomputed:
    """The result worked out again, and where it isn't the one that the bundle holds.

    Raises:
        BundleError: if the bundle has no ballots, or its tables don't go together.
        MethodError: if the method gives no result on these ballots.
    """
    result = result_of(bundle)
    own, given = _results(result), _given(bundle.tables)
    teams = [team for team in {**own, **given} if own.get(team) != given.get(team)]
    if own == given and list(own) != list(given):
        teams = [one for one, other in zip(own, given, strict=True) if one != other]
    has_places = any(one.place for one in result.standings)
    code = result.fingerprint if has_places else ""
    return Recomputed(result, tuple(teams), code == bundle.head.code)


def _results(result: Result) -> dict[TeamId, tuple[object, ...]]:
    awards = {(one.award.id, team) for one in result.awards for team in one.teams}
    return {
        one.team: (
            *(one.place, one.is_tied, scored.place, scored.is_tied, one.score),
            *(one.ballots, one.expected, one.exclusion.value if one.exclusion else ""),
            *(one.penalty, frozenset(award for award, team in awards if team == one.team)),
        )
        for one, scored in result.in_both_orders()
    }


def _given(tables: Tables) -> dict[TeamId, tuple[object, ...]]:
    awards = {(one.award, one.team) for one in rows(tables.award_winners, "award_winners")}

    def of(one: StandingRow) -> tuple[object, ...]:
        return (
            *(one.place, one.is_tied, one.scored_place, one.scored_is_tied, one.score),
            *(one.ballots, one.expected, one.exclusion),
            *(one.penalty, frozenset(award for award, team in awards if team == one.team)),
        )

    return {TeamId(one.team): of(one) for one in rows(tables.standings, "standings")}
