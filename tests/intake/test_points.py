"""points.csv, which holds what no judge scores."""

from collections.abc import Callable

import pytest

from judging_app.domain.ids import CriterionId, TeamId
from tests.intake.reading import read_files

ProblemsOf = Callable[[dict[str, bytes]], tuple[str, ...]]

_HEAD = b"team,criterion,score\n"


@pytest.fixture
def priced(small: dict[str, bytes]) -> dict[str, bytes]:
    """The small event with a price that the organiser scores in halves, and points for it."""
    rubric = small["rubric.csv"].decode().splitlines()
    kinds = ("kind", "judged", "judged")
    lines = [f"{line},{kind}" for line, kind in zip(rubric, kinds, strict=True)]
    lines.append("price,Price,20,0,20,0.5,organiser")
    small["rubric.csv"] = "\n".join(lines).encode()
    small["points.csv"] = _HEAD + b"Perch,price,12\nlantern,price,7.5\n"
    return small


def test_points_come_team_by_team_in_steps_of_their_criterion(priced: dict[str, bytes]) -> None:
    price = CriterionId("price")

    assert read_files(priced).points == ((TeamId("T1"), price, 15), (TeamId("T2"), price, 24))


def test_points_may_be_left_for_later(priced: dict[str, bytes]) -> None:
    del priced["points.csv"]

    assert read_files(priced).points == ()


def test_a_ballot_is_complete_without_what_the_organiser_scores(priced: dict[str, bytes]) -> None:
    assert CriterionId("price") not in read_files(priced).ballots[0].scores


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            b"Perch,impact,7",
            (
                "column criterion: The judges score “Impact”. Put their scores in ballots.csv, "
                "or give the criterion the kind organiser."
            ),
        ),
        (
            b"Perch,price,20.5",
            "column score: 20.5 is outside the scale of “Price”. Enter steps of 0.5 from 0 to 20.",
        ),
        (
            b"Perch,price,",
            "column score: The score is empty. Type one.",
        ),
        (
            b"Porch,price,2",
            "column team: “Porch” isn’t in column team of teams.csv. Correct it, or add it there.",
        ),
    ],
)
def test_points_that_can_not_be_used_are_told_with_their_place_and_remedy(
    priced: dict[str, bytes], problems_of: ProblemsOf, row: bytes, problem: str
) -> None:
    priced["points.csv"] = _HEAD + row

    assert problems_of(priced) == (f"points.csv, row 2, {problem}",)


def test_points_given_twice_are_told(priced: dict[str, bytes], problems_of: ProblemsOf) -> None:
    priced["points.csv"] = _HEAD + b"Perch,price,12\nPerch,price,12\n"

    assert problems_of(priced) == (
        "points.csv, row 3: The same points are already in row 2. Delete one of them.",
    )


def test_a_ballot_with_a_score_of_the_organisers_is_told(
    priced: dict[str, bytes], problems_of: ProblemsOf
) -> None:
    priced["ballots.csv"] += b"J1,Lantern,price,7\n"

    assert problems_of(priced) == (
        (
            "ballots.csv, row 6, column criterion: The organiser scores “Price”, once for each "
            "team. Put it in points.csv."
        ),
    )
