"""An invented day has the real one's size, and nothing else of it."""

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ids import CriterionId, JudgeId, OrganisationId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation, Team
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.setup import Setup
from judging_app.planning.rehearsal import TEAM_NAMES, invented_day
from tests.builders import set_up

RUBRIC = Rubric(
    (
        Criterion(CriterionId("impact"), "Impact", Fraction(60), 1, 10),
        Criterion(CriterionId("style"), "Style", Fraction(30), 0, 4, is_inverted=True),
        Criterion(CriterionId("price"), "Price", Fraction(10), kind=CriterionKind.ORGANISER),
    )
)


def real_day(teams: int = 6, judges: int = 4) -> Setup:
    return set_up(
        organisations=(Organisation(OrganisationId("O1"), "Quill and Sons"),),
        teams=tuple(Team(TeamId(f"T{n}"), f"Zebra {n}") for n in range(teams)),
        rubric=RUBRIC,
        judges=tuple(
            Judge(JudgeId(f"J{n}"), f"Quentin {n}", "Sir", OrganisationId("O1"), "industry")
            for n in range(judges)
        ),
    )


def texts(value: object) -> list[str]:
    """Every text in a value, whatever it is made of."""
    if is_dataclass(value):
        return [one for part in fields(value) for one in texts(getattr(value, part.name))]
    if isinstance(value, dict):
        return [one for pair in value.items() for part in pair for one in texts(part)]
    if isinstance(value, tuple):
        return [one for part in value for one in texts(part)]
    return [value] if isinstance(value, str) else []


@given(st.integers(0, 60), st.integers(0, 12), st.text(max_size=5))
def test_an_invented_day_has_as_many_teams_and_judges_and_every_ballot_in(
    teams: int, judges: int, seed: str
) -> None:
    day = invented_day(real_day(teams, judges), seed)

    assert (len(day.setup.teams), len(day.setup.judges)) == (teams, judges)
    assert len(day.ballots) == teams * judges
    assert all(ballot.counts for ballot in day.ballots)


@given(st.text(max_size=8))
def test_every_invented_score_is_on_its_scale(seed: str) -> None:
    day = invented_day(real_day(), seed)

    for scores in (*(ballot.scores for ballot in day.ballots), *day.points.values()):
        for criterion, score in scores.items():
            RUBRIC.criterion(criterion).check(score)
    assert {key for ballot in day.ballots for key in ballot.scores} == {"impact", "style"}
    assert {key for own in day.points.values() for key in own} == {"price"}


def test_no_name_of_the_real_day_is_in_the_invented_one() -> None:
    real = real_day()
    day = invented_day(real, "seed")

    names = {"Zebra", "Quentin", "Quill", "T0", "J0", "O1"}
    assert [text for text in texts(day) if any(name in text for name in names)] == []
    assert day.setup.rubric is real.rubric
    assert {judge.sector for judge in day.setup.judges} == {"industry"}


def test_an_invented_name_that_a_real_team_has_is_passed_over() -> None:
    real = real_day()
    taken = replace(real, teams=(Team(TeamId("T0"), f"The {TEAM_NAMES[0].upper()}s"),))

    assert [team.name for team in invented_day(taken, "seed").setup.teams] == [TEAM_NAMES[1]]


@pytest.mark.parametrize("count", [1, 24, 25, 120])
def test_no_two_invented_names_are_alike(count: int) -> None:
    setup = invented_day(real_day(count, count), "seed").setup

    assert len({team.name for team in setup.teams}) == count
    assert len({judge.name for judge in setup.judges}) == count
    assert len({team.id for team in setup.teams}) == count


def test_the_same_seed_gives_the_same_day_and_another_gives_another() -> None:
    real = real_day()

    assert invented_day(real, "one") == invented_day(real, "one")
    assert invented_day(real, "one").ballots != invented_day(real, "two").ballots
