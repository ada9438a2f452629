"""What the files say of each other is put together as it was meant."""

from collections.abc import Callable

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from tests.intake.reading import read_files

ProblemsOf = Callable[[dict[str, bytes]], tuple[str, ...]]


def test_the_small_event_is_read_with_scores_in_steps_and_reasons(small: dict[str, bytes]) -> None:
    impact, delivery = CriterionId("impact"), CriterionId("delivery")
    lantern, perch = TeamId("T1"), TeamId("T2")

    assert read_files(small).ballots == (
        Ballot(JudgeId("J1"), lantern, BallotState.SUBMITTED, {impact: 7, delivery: 9}),
        Ballot(
            JudgeId("J1"),
            perch,
            BallotState.RECUSED,
            reason="No reason given",
        ),
        Ballot(JudgeId("J2"), lantern, BallotState.SUBMITTED, {impact: 10, delivery: 0}),
        Ballot(JudgeId("J2"), perch, BallotState.ABSENT, reason="No reason given"),
    )


def test_a_team_is_found_in_other_capitals_and_shown_as_in_its_own_file(
    small: dict[str, bytes],
) -> None:
    small["ballots.csv"] = small["ballots.csv"].replace(b"Lantern", b" LANTERN ", 1)

    intake = read_files(small)

    assert [team.name for team in intake.setup.teams] == ["Lantern", "Perch"]
    assert len(intake.ballots) == 4


def test_a_team_without_a_challenge_and_a_judge_without_an_organisation_are_read(
    small: dict[str, bytes],
) -> None:
    setup = read_files(small).setup

    assert [challenge.team for challenge in setup.challenges] == [TeamId("T1")]
    assert [judge.organisation for judge in setup.judges] == ["O1", None]


def test_a_participant_may_have_no_team_yet(small: dict[str, bytes]) -> None:
    small["participants.csv"] += b"Cy Mott,,,HMRC,,\n"

    assert read_files(small).setup.participants[-1].team is None


@pytest.mark.parametrize("email", ["", "ada2@example.org"])
def test_people_of_one_name_who_differ_otherwise_are_kept_apart(
    small: dict[str, bytes], email: str
) -> None:
    small["participants.csv"] += f"Ada Rees,{email},,Home Office,,Perch\n".encode()

    assert [p.name for p in read_files(small).setup.participants].count("Ada Rees") == 2


def test_a_row_repeated_without_an_email_is_refused(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    small["participants.csv"] += b"Cy Mott,,,HMRC,,Perch\nCy Mott,,,hmrc,,Perch\n"

    assert problems_of(small) == (
        (
            "participants.csv, row 5: “Cy Mott” is already in row 4. Delete one of them, or give "
            "each person their own email."
        ),
    )


def test_people_without_an_email_are_told_apart_by_all_else(small: dict[str, bytes]) -> None:
    small["participants.csv"] += b"Cy Mott,,,HMRC,,Perch\nCy Mott,,,Kestrel Cloud,,Perch\n"

    assert [p.id for p in read_files(small).setup.participants] == ["P1", "P2", "P3", "P4"]


def test_everything_is_numbered_in_the_order_of_its_file(small: dict[str, bytes]) -> None:
    small["visits.csv"] += b"Home Office,2019-03-01,Lantern\n"

    setup = read_files(small).setup

    assert [(visit.id, visit.team) for visit in setup.visits] == [("V1", "T2"), ("V2", "T1")]
    assert [(c.id, c.title, c.owner) for c in setup.challenges] == [("C1", "Appeals", "O1")]
    assert [(o.id, o.name) for o in setup.organisations] == [
        ("O1", "HMRC"),
        ("O2", "Kestrel Cloud"),
        ("O3", "Home Office"),
    ]
