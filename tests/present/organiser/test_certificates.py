from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from judging_app.domain.event import Event
from judging_app.domain.ids import ChallengeId, JudgeId, OrganisationId, ParticipantId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Challenge, Organisation, Participant, Team
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.present.organiser.certificates import CertificateKind, CertificateRow, certificates
from judging_app.present.result.standings import StandingRow, panel_view
from judging_app.tally.result import plain_result
from tests.builders import set_up

EVENT = Event("Tech Connect", date(2019, 5, 2), "London")
HMRC = OrganisationId("hmrc")
LANTERN, PERCH, MILLRACE, HALFWAY = (TeamId(f"T{number}") for number in range(1, 5))


def person(number: int, name: str, team: TeamId | None) -> Participant:
    return Participant(ParticipantId(str(number)), name, "", "government", HMRC, "", team)


@pytest.fixture
def setup() -> Setup:
    return set_up(
        organisations=(Organisation(HMRC, "HMRC"),),
        teams=(
            Team(LANTERN, "Team Lantern"),
            Team(PERCH, "Team Perch"),
            Team(MILLRACE, "Team Millrace"),
            Team(HALFWAY, "Team Halfway"),
        ),
        participants=(
            person(1, "Sam Lee", LANTERN),
            person(2, "Siân Llŷr", LANTERN),
            person(3, "Sam Lee", None),
        ),
        challenges=(Challenge(ChallengeId("C1"), "Cutting the backlog", HMRC, LANTERN),),
        judges=(
            Judge(JudgeId("J1"), "Dame Olwen Prosser", "Director General", HMRC),
            Judge(JudgeId("J2"), "George Tan"),
        ),
    )


def rows_of(setup: Setup, standings: tuple[Standing, ...]) -> tuple[StandingRow, ...]:
    return panel_view(EVENT, setup, plain_result(standings)).rows


def placed(team: TeamId, place: int | None, *, is_tied: bool = False) -> Standing:
    return Standing(team, place, is_tied, Fraction(70) if place else None, 2, 2)


def names(rows: tuple[CertificateRow, ...]) -> list[str]:
    return [row.name for row in rows]


def test_every_participant_gets_a_certificate_even_two_of_one_name(setup: Setup) -> None:
    rows = certificates(CertificateKind.PARTICIPANTS, EVENT, setup)

    assert names(rows) == ["Sam Lee", "Siân Llŷr", "Sam Lee"]


def test_a_participant_is_named_with_team_and_challenge(setup: Setup) -> None:
    row, *_ = certificates(CertificateKind.PARTICIPANTS, EVENT, setup)

    assert row.heading == "Certificate of participation"
    assert row.lines == (
        "took part in Tech Connect",
        "with Team Lantern",
        "Challenge: Cutting the backlog",
    )
    assert row.foot == "2 May 2019 · London"


def test_a_participant_without_a_team_has_no_team_line(setup: Setup) -> None:
    *_, row = certificates(CertificateKind.PARTICIPANTS, EVENT, setup)

    assert row.lines == ("took part in Tech Connect",)


@pytest.mark.parametrize(
    ("event", "foot"),
    [
        (Event("Day"), ""),
        (Event("Day", venue="London"), "London"),
        (Event("Day", held_on=date(2019, 3, 4)), "4 March 2019"),
    ],
)
def test_a_missing_date_or_venue_leaves_no_gap(event: Event, foot: str, setup: Setup) -> None:
    rows = certificates(CertificateKind.ALL, event, setup)

    assert {row.foot for row in rows} == {foot}


def test_a_team_is_named_with_its_members(setup: Setup) -> None:
    lantern, perch, *_ = certificates(CertificateKind.TEAMS, EVENT, setup)

    assert lantern.lines[-1] == "Sam Lee and Siân Llŷr"
    assert perch.lines == ("took part in Tech Connect",)


def test_joint_teams_in_the_first_three_places_are_all_winners(setup: Setup) -> None:
    standings = (
        placed(PERCH, 1),
        placed(LANTERN, 2, is_tied=True),
        placed(MILLRACE, 2, is_tied=True),
        placed(HALFWAY, 4),
    )

    rows = certificates(CertificateKind.WINNERS, EVENT, setup, rows_of(setup, standings))

    assert [(row.heading, row.name) for row in rows] == [
        ("1st place", "Team Perch"),
        ("Joint 2nd place", "Team Lantern"),
        ("Joint 2nd place", "Team Millrace"),
    ]
    assert rows[1].lines[0] == "won joint 2nd place in Tech Connect"


def test_a_team_without_a_place_has_won_nothing(setup: Setup) -> None:
    standings = (placed(PERCH, None),)

    assert certificates(CertificateKind.WINNERS, EVENT, setup, rows_of(setup, standings)) == ()


def test_a_judge_is_thanked_by_post_where_it_is_known(setup: Setup) -> None:
    olwen, george = certificates(CertificateKind.JUDGES, EVENT, setup)

    assert olwen.lines == ("Director General, HMRC", "judged the teams of Tech Connect")
    assert george.lines == ("judged the teams of Tech Connect",)


def test_all_is_every_kind_once(setup: Setup) -> None:
    rows = certificates(CertificateKind.ALL, EVENT, setup, rows_of(setup, (placed(PERCH, 1),)))

    assert len(rows) == 3 + 4 + 1 + 2


def test_without_anybody_there_is_no_certificate(setup: Setup) -> None:
    nobody = replace(setup, participants=(), teams=(), judges=())

    assert certificates(CertificateKind.ALL, EVENT, nobody) == ()


def test_the_code_of_the_result_is_on_every_certificate(setup: Setup) -> None:
    rows = certificates(CertificateKind.ALL, EVENT, setup, record="Record 7K2M")

    assert {row.record for row in rows} == {"Record 7K2M"}
