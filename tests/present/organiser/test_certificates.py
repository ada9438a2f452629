from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from judging_app.domain.event import Event
from judging_app.domain.ids import (
    ChallengeId,
    JudgeId,
    MentorId,
    OrganisationId,
    ParticipantId,
    TeamId,
)
from judging_app.domain.panel import Judge
from judging_app.domain.papers.certificates import (
    PLAIN,
    CertificateDesign,
    CertificateKind,
    CertificatePlan,
    Guest,
    Words,
)
from judging_app.domain.people import Challenge, Mentor, Organisation, Participant, Team
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.errors import DeskError
from judging_app.present.organiser.certificate_selection import (
    EVERYONE,
    OutTeam,
    Selection,
    chosen,
    undecided,
)
from judging_app.present.organiser.certificates import (
    AwardGiven,
    CertificateFacts,
    CertificateRow,
    occasion,
)
from judging_app.present.organiser.certificates import certificates as made
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


def facts(setup: Setup, *standings: Standing, event: Event = EVENT) -> CertificateFacts:
    return CertificateFacts(event, setup, PLAIN, rows_of(setup, standings))


def certificates(
    kind: CertificateKind, setup: Setup, *standings: Standing
) -> tuple[CertificateRow, ...]:
    return made([kind], facts(setup, *standings))


def names(rows: tuple[CertificateRow, ...]) -> list[str]:
    return [row.name for row in rows]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_every_participant_gets_a_certificate_even_two_of_one_name(setup: Setup) -> None:
    rows = certificates(CertificateKind.PARTICIPANTS, setup)

    assert names(rows) == ["Sam Lee", "Siân Llŷr", "Sam Lee"]
    assert len({row.key for row in rows}) == 3


def test_a_participant_is_named_with_team_and_challenge(setup: Setup) -> None:
    row, *_ = certificates(CertificateKind.PARTICIPANTS, setup)

    assert (row.title, row.lead) == ("Certificate of participation", "This is to certify that")
    assert plain(row.body) == (
        "took part in Tech Connect with Team Lantern, on the challenge “Cutting the backlog”."
    )


def test_a_short_team_is_held_together_on_one_line(setup: Setup) -> None:
    row, *_ = certificates(CertificateKind.PARTICIPANTS, setup)

    assert "Team\u00a0Lantern" in row.body


def test_a_participant_without_a_team_has_no_part_of_the_sentence_for_it(setup: Setup) -> None:
    *_, row = certificates(CertificateKind.PARTICIPANTS, setup)

    assert row.body == "took part in Tech Connect."


@pytest.mark.parametrize(
    ("event", "date_said", "city"),
    [
        (Event("Day"), "", ""),
        (Event("Day", venue="1 Street, London"), "", "London"),
        (Event("Day", held_on=date(2019, 3, 4)), "4 March 2019", ""),
    ],
)
def test_a_missing_date_or_venue_is_never_made_up(
    event: Event, date_said: str, city: str, setup: Setup
) -> None:
    said = occasion(facts(setup, event=event))

    assert (said.date, said.city) == (date_said, city)


def test_the_event_issues_its_certificates_until_somebody_is_named(setup: Setup) -> None:
    named = CertificatePlan(CertificateDesign(issuer="Cabinet Office"))

    assert occasion(facts(setup)).issuer == "Tech Connect"
    assert occasion(replace(facts(setup), plan=named)).issuer == "Cabinet Office"


def test_a_team_is_named_with_its_members(setup: Setup) -> None:
    lantern, perch, *_ = certificates(CertificateKind.TEAMS, setup)

    assert lantern.members == ("Sam Lee", "Siân Llŷr")
    assert perch.members == ()


PLACES = (
    placed(PERCH, 1),
    placed(LANTERN, 2, is_tied=True),
    placed(MILLRACE, 2, is_tied=True),
    placed(HALFWAY, 4),
)


def test_joint_teams_in_the_first_three_places_are_all_winners(setup: Setup) -> None:
    rows = certificates(CertificateKind.WINNERS, setup, *PLACES)

    assert [(row.title, row.name, row.place) for row in rows] == [
        ("First place", "Team Perch", 1),
        ("Joint second place", "Team Lantern", 2),
        ("Joint second place", "Team Millrace", 2),
    ]
    assert rows[1].body == "for joint second place in Tech Connect with “Cutting the backlog”."


def test_each_member_of_a_winning_team_has_a_certificate_that_says_so(setup: Setup) -> None:
    rows = certificates(CertificateKind.MEMBERS, setup, *PLACES)

    assert [(row.title, row.name) for row in rows] == [
        ("Joint second place", "Sam Lee"),
        ("Joint second place", "Siân Llŷr"),
    ]
    assert "which won joint second place" in rows[0].body


def test_every_team_with_an_award_has_a_certificate_of_it(setup: Setup) -> None:
    given = replace(facts(setup), awards=(AwardGiven("A1", "People’s choice", (PERCH, LANTERN)),))

    rows = made([CertificateKind.AWARDS], given)

    assert [(row.title, row.name) for row in rows] == [
        ("People’s choice", "Team Perch"),
        ("People’s choice", "Team Lantern"),
    ]


def test_a_team_without_a_place_has_won_nothing(setup: Setup) -> None:
    assert certificates(CertificateKind.WINNERS, setup, placed(PERCH, None)) == ()


def test_a_judge_is_thanked_by_post_where_it_is_known(setup: Setup) -> None:
    olwen, george = certificates(CertificateKind.JUDGES, setup)

    assert (olwen.title, olwen.under) == ("With our thanks", "Director General, HMRC")
    assert george.under == ""


def test_mentors_and_volunteers_are_those_who_were_named(setup: Setup) -> None:
    plan = CertificatePlan(mentors=(Guest("Imani", "Mentor"),), volunteers=(Guest("Jo"),))
    listed = (
        Mentor(MentorId("M1"), "Nia Rees", "Head", HMRC, setup.teams[0].id),
        Mentor(MentorId("M2"), "IMANI", "Lead"),
        Mentor(MentorId("M3"), "Nia Rees", "Head", HMRC, setup.teams[1].id),
    )

    rows = made(CertificateKind, replace(facts(setup), plan=plan))
    more = made(CertificateKind, replace(facts(replace(setup, mentors=listed)), plan=plan))

    assert names(rows[-2:]) == ["Imani", "Jo"]
    assert rows[-2].under == "Mentor"
    assert names(more[-3:]) == ["Nia Rees", "IMANI", "Jo"]
    assert [one.under for one in more[-3:]] == ["Head, HMRC", "Lead", ""]


def test_all_is_every_kind_once(setup: Setup) -> None:
    rows = made(CertificateKind, facts(setup, placed(LANTERN, 1)))

    assert len(rows) == 3 + 4 + 1 + 2 + 2


def test_without_anybody_there_is_no_certificate(setup: Setup) -> None:
    nobody = replace(setup, participants=(), teams=(), judges=())

    assert made(CertificateKind, facts(nobody)) == ()


def test_the_organiser_s_own_words_are_filled_in(setup: Setup) -> None:
    words = Words(
        CertificateKind.JUDGES, "Thank you", "For", "{name}, {office} at {event}[ ({award})]."
    )
    plan = CertificatePlan(CertificateDesign(words=(words,)))

    olwen, _ = made([CertificateKind.JUDGES], replace(facts(setup), plan=plan))

    assert plain(olwen.body) == "Dame Olwen Prosser, Director General, HMRC at Tech Connect."


def test_a_placeholder_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(DeskError, match=r"There is no \{nmae\}. Use one of: name, team"):
        Words(CertificateKind.JUDGES, "{nmae}", "", "")


ALL = tuple(CertificateKind)


def selected(setup: Setup, selection: Selection, **plan: tuple[str, ...]) -> list[str]:
    found = replace(facts(setup), out=frozenset({MILLRACE}))
    arranged = CertificatePlan(**plan)  # type: ignore[arg-type]  # names of keys alone
    kinds = (CertificateKind.PARTICIPANTS, CertificateKind.TEAMS)
    return names(chosen(made(kinds, found), selection, arranged))


def test_everyone_is_everyone_but_teams_that_are_out(setup: Setup) -> None:
    assert "Team Millrace" not in selected(setup, EVERYONE)
    assert "Team Halfway" in selected(setup, EVERYONE)


def test_a_team_that_is_out_has_a_certificate_where_it_is_named(setup: Setup) -> None:
    assert selected(setup, Selection(only=("team millrace",))) == ["Team Millrace"]


def test_a_team_s_name_stands_for_its_members_too(setup: Setup) -> None:
    lantern = ["Sam Lee", "Siân Llŷr", "Team Lantern"]

    assert selected(setup, Selection(only=("Team Lantern",))) == lantern
    assert "Siân Llŷr" not in selected(setup, Selection(without=("Team Lantern",)))


def test_one_person_can_be_printed_again(setup: Setup) -> None:
    assert selected(setup, Selection(only=("Siân Llŷr",))) == ["Siân Llŷr"]


def test_those_who_are_done_or_left_out_are_passed_over(setup: Setup) -> None:
    sian = next(row for row in made(ALL[:1], facts(setup)) if row.name == "Siân Llŷr")
    done, left_out = (sian.done_as,), ("teams: team T1",)
    undone = selected(setup, Selection(is_undone_only=True), done=done, left_out=left_out)

    assert "Siân Llŷr" not in undone
    assert "Team Lantern" not in undone
    assert "Siân Llŷr" in selected(setup, EVERYONE, done=done)


def test_a_name_that_nobody_has_is_told(setup: Setup) -> None:
    with pytest.raises(DeskError, match="There is no certificate for “Nobody”"):
        selected(setup, Selection(only=("Nobody",)))


def test_who_is_done_is_not_once_the_spelling_is_corrected(setup: Setup) -> None:
    sian = next(row for row in made(ALL[:1], facts(setup)) if row.name == "Siân Llŷr")
    misspelt = replace(sian, name="Sian Llyr")

    plan = CertificatePlan(done=(misspelt.done_as,))

    undone = chosen((sian, misspelt), Selection(is_undone_only=True), plan)
    assert undone == (sian,)


def test_a_team_that_is_out_is_asked_about_once(setup: Setup) -> None:
    rows = made([CertificateKind.TEAMS], replace(facts(setup), out=frozenset({MILLRACE})))
    asked = undecided(rows, CertificatePlan())
    with_it, without = (
        CertificatePlan(out_with=(MILLRACE,)),
        CertificatePlan(out_without=(MILLRACE,)),
    )

    assert asked == OutTeam(MILLRACE, "Team Millrace", 1)
    assert undecided(rows, with_it) is undecided(rows, without) is None
    assert "Team Millrace" in names(chosen(rows, EVERYONE, with_it))
    assert "Team Millrace" not in names(chosen(rows, EVERYONE, without))


def test_one_of_two_people_of_a_name_is_printed_by_the_key(setup: Setup) -> None:
    rows = made(ALL[:1], facts(setup))
    twins = (rows[0], replace(rows[1], name=rows[0].name))

    found = chosen(twins, Selection(keys=(twins[1].key,)), CertificatePlan())

    assert found == (twins[1],)
