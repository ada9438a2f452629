from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.decisions import PanelDecision
from judging_app.domain.ids import TeamId
from judging_app.domain.standings import Exclusion, Standing
from judging_app.errors import DeskError
from judging_app.tally.standings import decided, ranked
from tests.tally.panels import A, B, C, D

TEAMS = (A, B, C, D)
SCORES = {A: Fraction(80), B: Fraction(70), C: Fraction(70), D: Fraction(60)}


def by_arithmetic(
    scores: dict[TeamId, Fraction], exclusions: dict[TeamId, Exclusion] | None = None
) -> tuple[Standing, ...]:
    counts = dict.fromkeys(scores, 2)
    return ranked(TEAMS, scores, counts, expected=2, exclusions=exclusions or {})


def deciding(*levels: str) -> PanelDecision:
    """`"BA", "C"`: B and A joint first, then C."""
    order = tuple(tuple(TeamId(letter) for letter in level) for level in levels)
    return PanelDecision(order, "Two stood out.")


def places(standings: tuple[Standing, ...]) -> list[str]:
    return [f"{one.team} {'=' if one.is_tied else ''}{one.place}" for one in standings]


def test_two_teams_joint_first_share_the_place_and_the_next_is_third() -> None:
    found = decided(by_arithmetic(SCORES), deciding("AB"))

    assert places(found) == ["A =1", "B =1", "C 3", "D 4"]


def test_scores_stay_those_of_the_arithmetic() -> None:
    found = decided(by_arithmetic(SCORES), deciding("D", "A"))

    assert places(found) == ["D 1", "A 2", "B =3", "C =3"]
    assert {one.team: one.score for one in found} == SCORES


def test_teams_that_the_panel_does_not_name_follow_as_they_were() -> None:
    assert places(decided(by_arithmetic(SCORES), deciding("C"))) == ["C 1", "A 2", "B 3", "D 4"]
    assert places(decided(by_arithmetic(SCORES), deciding("D"))) == ["D 1", "A 2", "B =3", "C =3"]


def test_the_panel_may_tell_apart_what_the_arithmetic_left_joint() -> None:
    found = decided(by_arithmetic(SCORES), deciding("A", "C", "B", "D"))

    assert places(found) == ["A 1", "C 2", "B 3", "D 4"]


def test_a_named_team_without_a_ballot_gets_no_place() -> None:
    standings = by_arithmetic({A: Fraction(80), B: Fraction(70)})

    found = decided(standings, deciding("C", "BA"))

    assert places(found) == ["B =1", "A =1", "C None", "D None"]


def test_a_named_team_that_is_out_gets_no_place_and_stays_last() -> None:
    scores = {team: score for team, score in SCORES.items() if team != A}
    standings = by_arithmetic(scores, {A: Exclusion.DISQUALIFIED})

    found = decided(standings, deciding("A", "C"))

    assert places(found) == ["C 1", "B 2", "D 3", "A None"]
    assert found[-1].exclusion is Exclusion.DISQUALIFIED


@pytest.mark.parametrize("order", [(), ((),), ((A, A),), ((A,), (B, A))])
def test_a_decision_names_some_team_and_each_once(order: tuple[tuple[TeamId, ...], ...]) -> None:
    with pytest.raises(DeskError, match="List each team once, best first"):
        PanelDecision(order, "Two stood out.")


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_decision_needs_a_reason(reason: str) -> None:
    with pytest.raises(DeskError, match="Give the panel’s reason"):
        PanelDecision(((A,),), reason)


_scores = st.dictionaries(
    st.sampled_from(TEAMS), st.integers(0, 3).map(lambda number: Fraction(number, 3))
)


@st.composite
def _decisions(draw: st.DrawFn) -> PanelDecision:
    teams = draw(st.lists(st.sampled_from(TEAMS), min_size=1, unique=True))
    levels: list[tuple[TeamId, ...]] = []
    for team in teams:
        is_joint: bool = draw(st.booleans())
        if levels and is_joint:
            levels[-1] = (*levels[-1], team)
        else:
            levels.append((team,))
    return PanelDecision(tuple(levels), "So the panel decided.")


@given(_scores, _decisions())
def test_a_decision_keeps_every_team_and_gives_places_that_count_those_ahead(
    scores: dict[TeamId, Fraction], decision: PanelDecision
) -> None:
    before = by_arithmetic(scores)

    found = decided(before, decision)

    assert {(one.team, one.score) for one in found} == {(one.team, one.score) for one in before}
    placed = [one for one in found if one.place is not None]
    assert {one.team for one in placed} == scores.keys()
    assert list(found[: len(placed)]) == placed
    numbers = [one.place or 0 for one in placed]
    assert numbers == [1 + sum(other < own for other in numbers) for own in numbers]
    assert [one.is_tied for one in placed] == [numbers.count(own) > 1 for own in numbers]


@given(_scores, _decisions())
def test_a_decision_puts_those_it_names_first_in_its_order(
    scores: dict[TeamId, Fraction], decision: PanelDecision
) -> None:
    found = decided(by_arithmetic(scores), decision)

    level = {team: number for number, joint in enumerate(decision.order) for team in joint}
    named = [one for one in found if one.team in level and one.place is not None]
    assert list(found[: len(named)]) == named
    for above in named:
        for below in named:
            same = level[above.team] == level[below.team]
            assert (above.place == below.place) == same
            assert same or ((above.place or 0) < (below.place or 0)) == (
                level[above.team] < level[below.team]
            )
