"""Forming the teams of an event, and taking them over."""

from dataclasses import replace

import pytest

from judging_app.desk.desk import Desk
from judging_app.desk.set_up import forming
from judging_app.desk.set_up.changing import change
from judging_app.desk.undo import undo
from judging_app.domain.ids import TeamId
from judging_app.domain.names import remark
from judging_app.domain.roles import ORGANISER
from judging_app.errors import DeskError
from judging_app.planning.forming.wanted import USUAL
from judging_app.present.set_up.forming import team_rows, verdict_text


def test_everybody_is_in_a_team_in_one_act_that_says_how_and_is_undone(new_desk: Desk) -> None:
    before = new_desk.recorded_setup()
    plan = forming.planned(forming.with_teams(before, 3), USUAL, (), "30 May")
    found = forming.formed(plan)

    forming.use(new_desk, ORGANISER, plan, found)

    now = new_desk.recorded_setup()
    assert {one.id: one.team for one in now.participants} == found.division
    assert new_desk.entries()[-1].reason == remark(
        "Formed with seed 30 May; costs 0, nothing better is possible."
    )
    assert verdict_text(found) == "Everything is met."
    assert sum(len(row.people) for row in team_rows(now, found.division)) == len(now.participants)
    undo(new_desk, ORGANISER)
    assert new_desk.recorded_setup() == before


def test_teams_that_are_missing_are_made_and_get_names_that_are_free(new_desk: Desk) -> None:
    now = new_desk.recorded_setup()
    there = replace(now, teams=(*now.teams, replace(now.teams[0], id=TeamId("T9"), name="Team 4")))

    more = forming.with_teams(there, 6)

    assert [one.name for one in more.teams[4:]] == ["Team 5", "Team 6"]
    assert len({one.id for one in more.teams}) == 6


def test_fewer_teams_than_there_are_is_refused(new_desk: Desk) -> None:
    with pytest.raises(DeskError, match="There are 3 teams already"):
        forming.with_teams(new_desk.recorded_setup(), 2)


def test_teams_formed_of_people_who_were_changed_meanwhile_are_refused(new_desk: Desk) -> None:
    now = new_desk.recorded_setup()
    plan = forming.planned(now, USUAL)
    found = forming.formed(plan)
    first, *others = now.participants
    change(new_desk, ORGANISER, replace(now, participants=(replace(first, name="Xu"), *others)))

    with pytest.raises(DeskError, match="changed meanwhile"):
        forming.use(new_desk, ORGANISER, plan, found)


def test_the_solver_says_nothing_on_the_standard_output(
    new_desk: Desk, capfd: pytest.CaptureFixture[str]
) -> None:
    forming.formed(forming.planned(new_desk.recorded_setup(), USUAL))

    assert capfd.readouterr().out == ""
