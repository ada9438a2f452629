from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from judging_app.domain.ids import (
    ChallengeId,
    CriterionId,
    JudgeId,
    MentorId,
    OrganisationId,
    ParticipantId,
    TeamId,
    VisitId,
)
from judging_app.domain.panel import Conflict, ConflictDecision, Judge
from judging_app.domain.people import Challenge, Mentor, Organisation, Participant, Team, Visit
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from judging_app.planning.conflicts import found_conflicts
from tests.builders import set_up

HMRC, KESTREL, LUMEN = (OrganisationId(name) for name in ("O1", "O2", "O3"))
LANTERN, PERCH = TeamId("T1"), TeamId("T2")
NOBODYS_CONFLICT = set_up(
    organisations=(
        Organisation(HMRC, "HMRC"),
        Organisation(KESTREL, "Kestrel Cloud"),
        Organisation(LUMEN, "Lumen & Loom"),
    ),
    teams=(Team(LANTERN, "Team Lantern"), Team(PERCH, "Team Perch")),
    rubric=Rubric((Criterion(CriterionId("impact"), "Impact", Fraction(100)),)),
    judges=(
        Judge(JudgeId("J1"), "Dame Olwen Prosser", organisation=HMRC),
        Judge(JudgeId("J2"), "Catherine Vale", organisation=KESTREL),
    ),
)


def member(name: str, organisation: OrganisationId, team: TeamId | None) -> Participant:
    return Participant(ParticipantId(name), name, "", "government", organisation, "", team)


def challenge(owner: OrganisationId | None, team: TeamId) -> Challenge:
    return Challenge(ChallengeId(f"{owner} {team}"), "A question", owner, team)


def visit(host: OrganisationId, team: TeamId, day: int = 4) -> Visit:
    return Visit(VisitId(f"V{day}"), host, date(2019, 3, day), team)


def found(setup: Setup) -> list[tuple[str, str, str]]:
    return [(one.judge, one.team, one.why) for one in found_conflicts(setup)]


def test_a_judge_whose_organisation_employs_a_member_has_a_conflict() -> None:
    setup = replace(NOBODYS_CONFLICT, participants=(member("Sam Lee", HMRC, LANTERN),))

    assert found_conflicts(setup) == (
        Conflict(
            JudgeId("J1"),
            LANTERN,
            "HMRC employs Sam Lee from this team",
            ConflictDecision.UNDECIDED,
        ),
    )


def test_a_judge_whose_organisation_owns_the_challenge_has_a_conflict() -> None:
    setup = replace(NOBODYS_CONFLICT, challenges=(challenge(HMRC, PERCH), challenge(LUMEN, PERCH)))

    assert found(setup) == [("J1", "T2", "HMRC owns this team’s challenge")]


def test_an_organisation_that_owns_two_challenges_of_a_team_is_named_once() -> None:
    setup = replace(NOBODYS_CONFLICT, challenges=(challenge(HMRC, PERCH), challenge(HMRC, PERCH)))

    assert found(setup) == [("J1", "T2", "HMRC owns this team’s challenge")]


def test_a_judge_whose_organisation_hosted_a_visit_has_one_conflict_however_many_visits() -> None:
    setup = replace(
        NOBODYS_CONFLICT, visits=(visit(KESTREL, LANTERN), visit(KESTREL, LANTERN, day=5))
    )

    assert found(setup) == [("J2", "T1", "Kestrel Cloud hosted a visit by this team")]


def test_a_judge_who_mentors_a_team_or_whose_organisation_does_has_a_conflict() -> None:
    own = Mentor(MentorId("M1"), "catherine  vale", team=PERCH)
    other = Mentor(MentorId("M2"), "Imani Odu", "Head", HMRC, LANTERN)
    namesake = Mentor(MentorId("M3"), "Catherine Vale", "", HMRC, LANTERN)

    assert found(replace(NOBODYS_CONFLICT, mentors=(own, other))) == [
        ("J1", "T1", "HMRC employs Imani Odu, who mentors this team"),
        ("J2", "T2", "mentors this team"),
    ]
    assert found(replace(NOBODYS_CONFLICT, mentors=(namesake,))) == [
        ("J1", "T1", "HMRC employs Catherine Vale, who mentors this team")
    ]


def test_all_reasons_for_one_judge_and_team_stand_in_one_sentence() -> None:
    setup = replace(
        NOBODYS_CONFLICT,
        participants=(member("Sam Lee", HMRC, LANTERN), member("Elif Çelik", HMRC, LANTERN)),
        challenges=(challenge(HMRC, LANTERN),),
        visits=(visit(HMRC, LANTERN),),
    )

    [(judge, team, why)] = found(setup)
    assert (judge, team) == ("J1", "T1")
    assert why == (
        "HMRC employs Sam Lee and Elif Çelik from this team, owns this team’s challenge and "
        "hosted a visit by this team"
    )


@pytest.mark.parametrize(
    "setup",
    [
        replace(NOBODYS_CONFLICT, participants=(member("Sam Lee", HMRC, None),)),
        replace(NOBODYS_CONFLICT, participants=(member("Sam Lee", LUMEN, LANTERN),)),
        replace(NOBODYS_CONFLICT, challenges=(challenge(None, LANTERN),)),
        replace(
            NOBODYS_CONFLICT,
            judges=(Judge(JudgeId("J1"), "Freelance"),),
            challenges=(challenge(None, LANTERN), challenge(HMRC, LANTERN)),
        ),
    ],
    ids=["member of no team", "of nobody's employer", "challenge of no owner", "judge of no one"],
)
def test_no_shared_organisation_is_no_conflict(setup: Setup) -> None:
    assert found_conflicts(setup) == ()


def test_one_organisation_entered_twice_is_matched_but_for_capitals_and_blanks() -> None:
    twice = (*NOBODYS_CONFLICT.organisations, Organisation(OrganisationId("O4"), "hmrc "))
    setup = replace(
        NOBODYS_CONFLICT,
        organisations=twice,
        participants=(member("Sam Lee", OrganisationId("O4"), LANTERN),),
    )

    assert found(setup) == [("J1", "T1", "HMRC employs Sam Lee from this team")]


def test_another_spelling_of_an_organisation_is_not_matched() -> None:
    spelt_out = Organisation(OrganisationId("O4"), "HM Revenue & Customs")
    setup = replace(
        NOBODYS_CONFLICT,
        organisations=(*NOBODYS_CONFLICT.organisations, spelt_out),
        challenges=(challenge(spelt_out.id, LANTERN),),
    )

    assert found_conflicts(setup) == ()


@pytest.mark.parametrize("step", [1, -1], ids=["as entered", "entered backwards"])
def test_conflicts_follow_the_order_of_judges_then_teams(step: int) -> None:
    links: Sequence[Visit] = [
        visit(KESTREL, PERCH, day=1),
        visit(HMRC, PERCH, day=2),
        visit(KESTREL, LANTERN, day=3),
        visit(HMRC, LANTERN, day=4),
    ]
    setup = replace(NOBODYS_CONFLICT, visits=tuple(links[::step]))

    assert [(judge, team) for judge, team, _ in found(setup)] == [
        ("J1", "T1"),
        ("J1", "T2"),
        ("J2", "T1"),
        ("J2", "T2"),
    ]
