from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.standings import Exclusion
from judging_app.errors import MethodError
from judging_app.tally.basis import Basis
from judging_app.tally.reach import reach
from judging_app.tally.standings import standings_of
from tests.how_many import examples
from tests.tally.panels import A, B, C, small_basis
from tests.tally.strategies import JUDGES, TEAMS, rubrics

J2 = JudgeId("J2")
CLOSED = (BallotState.SUBMITTED, BallotState.RECUSED, BallotState.ABSENT)


def in_words(basis: Basis) -> str:
    return " ".join(f"{one.team}{one.best}-{one.worst}" for one in reach(basis))


def test_when_every_ballot_is_in_nothing_can_change() -> None:
    found = reach(small_basis("9/9 5/5 5/5", teams="ABC"))

    assert [(one.best, one.worst, one.is_decided, one.owed) for one in found] == [
        (1, 1, True, 0),
        (2, 2, True, 0),
        (2, 2, True, 0),
    ]


def test_an_owed_ballot_may_be_anything_from_every_minimum_to_every_maximum() -> None:
    # A has 60 and B 40 of one ballot each; the second of A may still be 10 to 100.
    found = reach(small_basis("6/6 4/4", "- 4/4", teams="AB"))

    assert [(one.best, one.worst, one.owed) for one in found] == [(1, 2, 1), (1, 2, 0)]


def test_a_lead_that_no_owed_ballot_can_take_is_decided() -> None:
    basis = small_basis("10/10 1/1", "10/10 1/1", "10/10 -", teams="AB")

    assert [one.is_decided for one in reach(basis)] == [True, True]


@pytest.mark.parametrize("state", [BallotState.RECUSED, BallotState.ABSENT])
def test_a_ballot_that_stays_out_is_not_waited_for(state: BallotState) -> None:
    basis = small_basis("6/6 4/4", "- 4/4", teams="AB")
    known = replace(basis, ballots=(*basis.ballots, Ballot(J2, A, state)))

    assert in_words(known) == "A1-1 B2-2"


def test_a_draft_is_owed_and_its_scores_may_change() -> None:
    basis = small_basis("6/6 4/4", "6/6 4/4", teams="AB")
    draft = replace(basis.ballots[-1], state=BallotState.DRAFT)

    assert in_words(replace(basis, ballots=(*basis.ballots[:-1], draft))) == "A1-2 B1-2"


def test_a_team_that_no_ballot_will_come_for_has_nothing_to_reach() -> None:
    basis = small_basis("6/6 -", teams="AB")
    (_, found) = reach(
        replace(basis, ballots=(*basis.ballots, Ballot(JudgeId("J1"), B, BallotState.ABSENT)))
    )

    assert (found.best, found.worst, found.is_decided) == (None, None, True)


def test_a_team_that_is_out_is_in_nobodys_way() -> None:
    basis = small_basis("6/6 4/4 9/9", "6/6 4/4 -", teams="ABC")

    assert in_words(replace(basis, exclusions={C: Exclusion.DISQUALIFIED})) == "A1-1 B2-2"


def test_a_penalty_counts_in_what_can_be_reached() -> None:
    basis = small_basis("6/6 4/4", teams="AB")

    assert in_words(replace(basis, penalties={A: Fraction(30)})) == "A2-2 B1-1"


@pytest.mark.parametrize(
    "method",
    [m for m in Method if m not in (Method.MEAN, Method.MEDIAN, Method.TRIMMED)],
)
def test_a_method_that_weighs_teams_against_each_other_is_refused(method: Method) -> None:
    with pytest.raises(MethodError, match=r"^By this method, .* Use the mean"):
        reach(replace(small_basis("6/6 4/4", teams="AB"), method=method))


@st.composite
def unfinished(draw: st.DrawFn) -> Basis:
    """Up to four owed ballots among three teams and five judges, on scales of three scores."""
    judges = (*JUDGES, JudgeId("J5"))[: draw(st.integers(1, 5))]
    rubric = draw(rubrics())
    narrow = tuple(
        replace(one, lowest=draw(st.integers(0, 2)), highest=3, is_inverted=draw(st.booleans()))
        for one in rubric.criteria[:1]
    )
    keys = list(product(judges, TEAMS[:3]))
    owed = draw(st.sets(st.sampled_from(keys), max_size=4))
    ballots = tuple(
        Ballot(judge, team, state, scores if state is BallotState.SUBMITTED else {})
        for judge, team in keys
        if (judge, team) not in owed
        and (state := draw(st.sampled_from(CLOSED)))
        and (scores := {one.id: draw(st.sampled_from(one.scale)) for one in narrow})
    )
    penalty = draw(st.fractions(0, 3, max_denominator=2))
    method = draw(st.sampled_from([Method.MEAN, Method.MEDIAN, Method.TRIMMED]))
    return Basis(
        TEAMS[:3],
        judges,
        replace(rubric, criteria=narrow),
        ballots,
        method,
        is_trimmed_by_criterion=draw(st.booleans()),
        penalties={TEAMS[0]: penalty},
    )


def every_end(basis: Basis) -> Iterator[dict[TeamId, int | None]]:
    """The places at every way in which the owed ballots can come out, one after the other."""
    there = {(ballot.judge, ballot.team) for ballot in basis.ballots}
    owed = [key for key in product(basis.judges, basis.teams) if key not in there]
    (criterion,) = basis.rubric.criteria
    for scores in product(criterion.scale, repeat=len(owed)):
        arrived = (
            Ballot(judge, team, BallotState.SUBMITTED, {criterion.id: score})
            for (judge, team), score in zip(owed, scores, strict=True)
        )
        end = replace(basis, ballots=(*basis.ballots, *arrived))
        yield {one.team: one.place for one in standings_of(end)}


@examples(60)
@given(unfinished())
def test_the_bounds_are_reached_and_never_passed(basis: Basis) -> None:
    try:
        found = reach(basis)
    except MethodError:
        with pytest.raises(MethodError):
            next(every_end(basis))
        return
    ends = list(every_end(basis))

    for one in found:
        places = [place for end in ends if (place := end[one.team]) is not None]
        assert (one.best, one.worst) == ((min(places), max(places)) if places else (None, None))
