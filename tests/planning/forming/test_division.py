"""Dividing people among teams, held against every division that there is."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ids import OrganisationId, ParticipantId, TeamId
from judging_app.errors import DeskError
from judging_app.planning.forming.division import formed
from judging_app.planning.forming.wanted import (
    USUAL,
    Division,
    Member,
    Place,
    Wanted,
    Wish,
    WishKind,
    cost,
)
from tests.how_many import examples

TEAMS = (Place(TeamId("T1"), OrganisationId("O1")), Place(TeamId("T2")), Place(TeamId("T3")))
PEOPLE = tuple(ParticipantId(f"P{number}") for number in range(1, 7))

members = st.builds(
    lambda traits: tuple(
        Member(one, sector, OrganisationId(organisation), role)
        for one, (sector, organisation, role) in zip(PEOPLE, traits, strict=True)
    ),
    st.lists(
        st.tuples(
            st.sampled_from(["government", "industry", ""]),
            st.sampled_from(["O1", "O2", "O3"]),
            st.sampled_from(["analyst", "engineer", ""]),
        ),
        min_size=len(PEOPLE),
        max_size=len(PEOPLE),
    ),
)
wishes = st.lists(
    st.one_of(
        st.builds(
            lambda kind, two: Wish(kind, tuple(sorted(two))),
            st.sampled_from([WishKind.TOGETHER, WishKind.APART]),
            st.sets(st.sampled_from(PEOPLE), min_size=2, max_size=3),
        ),
        st.builds(
            lambda one, team: Wish(WishKind.FIXED, (one,), team.id),
            st.sampled_from(PEOPLE),
            st.sampled_from(TEAMS),
        ),
    ),
    max_size=3,
)


def every_division() -> list[Division]:
    """All ways to put six people into three teams of two."""
    found: list[Division] = []
    for first in combinations(PEOPLE, 2):
        left = [one for one in PEOPLE if one not in first]
        for second in combinations(left, 2):
            third = [one for one in left if one not in second]
            teams = zip(TEAMS, (first, second, third), strict=True)
            found.append({one: team.id for team, people in teams for one in people})
    return found


EVERY = every_division()


@examples(100)
@given(members, wishes, st.text(max_size=3))
def test_nothing_costs_less_than_what_is_found(
    people: tuple[Member, ...], wished: list[Wish], seed: str
) -> None:
    wanted = Wanted(people, TEAMS, USUAL, tuple(wished), seed)

    found = formed(wanted)

    assert found.cost == found.least == min(cost(wanted, one) for one in EVERY)
    assert found.cost == cost(wanted, found.division)
    assert sorted(map(list(found.division.values()).count, (team.id for team in TEAMS))) == [2] * 3


def alike(count: int) -> tuple[Member, ...]:
    return tuple(
        Member(ParticipantId(f"P{at}"), ("government", "industry")[at % 2]) for at in range(count)
    )


def test_the_same_seed_gives_the_same_teams_and_another_gives_others() -> None:
    first, again, other = (
        formed(Wanted(alike(38), TEAMS, USUAL, (), seed)).division for seed in ("a", "a", "b")
    )

    assert first == again
    assert first != other


def test_where_people_can_not_be_shared_out_the_least_is_told() -> None:
    one_is_in = OrganisationId("O1")
    people = tuple(Member(one, "", one_is_in) for one in PEOPLE)

    found = formed(Wanted(people, TEAMS, USUAL))

    assert (found.cost, found.least, found.is_proved) == (20, 20, True)


def test_four_hundred_people_are_in_sixty_teams_that_keep_all_shares() -> None:
    people = tuple(
        Member(
            ParticipantId(f"P{at}"),
            ("government", "industry")[at % 2],
            OrganisationId(f"O{at % 37}"),
            f"role {at % 8}",
        )
        for at in range(400)
    )
    teams = tuple(Place(TeamId(f"T{at}")) for at in range(60))

    found = formed(Wanted(people, teams, USUAL), limit_s=120)

    assert (found.cost, found.is_proved) == (0, True)


def test_what_could_be_proved_no_better_in_time_is_said_to_be_so() -> None:
    people = tuple(
        Member(
            ParticipantId(f"P{at}"), f"sector {at % 7}", OrganisationId(f"O{at % 11}"), f"{at % 5}"
        )
        for at in range(120)
    )
    teams = tuple(Place(TeamId(f"T{at}"), OrganisationId(f"O{at % 11}")) for at in range(17))

    found = formed(Wanted(people, teams, USUAL), limit_s=0.0)

    assert found.cost == cost(Wanted(people, teams, USUAL), found.division)
    assert found.is_proved == (found.cost == found.least)


@pytest.mark.parametrize("count", [0, 7])
def test_teams_for_which_there_are_no_people_are_refused(count: int) -> None:
    teams = tuple(Place(TeamId(f"T{at}")) for at in range(count))

    with pytest.raises(DeskError, match=f"6 people can’t be divided among {count} teams"):
        Wanted(tuple(map(Member, PEOPLE)), teams, USUAL)


def test_a_wish_about_somebody_else_is_refused() -> None:
    wish = Wish(WishKind.APART, (PEOPLE[0], ParticipantId("P99")))

    with pytest.raises(DeskError, match="somebody who isn’t to be in a team"):
        Wanted(tuple(map(Member, PEOPLE)), TEAMS, USUAL, (wish,))
