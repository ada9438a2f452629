"""What is said of names is on the record, and holds for the spelling that was looked at."""

from dataclasses import replace

import pytest

from judging_app.desk.desk import Desk
from judging_app.desk.set_up import changing, doors, names
from judging_app.domain.ids import MentorId
from judging_app.domain.people import Mentor
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.set_up.proof import Named, ProvenName
from judging_app.errors import NotAllowedError, UnknownError
from judging_app.planning.settings_check import Severity, Subject


def _severity(desk: Desk) -> Severity:
    found = doors.findings(desk, ORGANISER)
    return next(one.severity for one in found if one.subject is Subject.NAMES)


def test_every_team_person_judge_and_mentor_is_listed_and_ticked_until_the_check_is_right(
    new_desk: Desk,
) -> None:
    desk = new_desk
    mentor = Mentor(MentorId("M1"), "Imani Odu")
    changing.change(desk, ORGANISER, replace(desk.recorded_setup(), mentors=(mentor,)))
    listed = names.proven(desk)
    assert {one.of for one in listed} == set(Named)
    assert _severity(desk) is Severity.LOOK

    names.prove(desk, ORGANISER, [replace(one, is_right=True) for one in listed])
    assert all(one.is_right for one in names.proven(desk))
    assert _severity(desk) is Severity.RIGHT


def test_another_spelling_is_to_be_looked_at_again_and_how_it_is_said_stays(desk: Desk) -> None:
    first = next(one for one in names.proven(desk) if one.of is Named.TEAM)
    names.prove(desk, ORGANISER, [replace(first, said=" LAN-tern ", is_right=True)])
    setup = desk.recorded_setup()
    teams = (replace(setup.teams[0], name="Lanterns"), *setup.teams[1:])
    changing.change(desk, ORGANISER, replace(setup, teams=teams))

    now = next(one for one in names.proven(desk) if one.id == first.id)
    assert now == ProvenName(Named.TEAM, first.id, "Lanterns", "LAN-tern", is_right=False)
    with pytest.raises(UnknownError, match="changed in the meantime"):
        names.prove(desk, ORGANISER, [replace(first, is_right=True)])


def test_only_the_organiser_says_so(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        names.prove(desk, HOST, names.proven(desk))
