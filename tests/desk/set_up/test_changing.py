"""The set-up changes by rows, can be undone step by step, and keeps what scores mean."""

from dataclasses import replace
from pathlib import Path

import pytest

from judging_app.desk import ballots, events, run_order, undo
from judging_app.desk.desk import Desk
from judging_app.desk.set_up.changing import asks_reason, change, describe
from judging_app.domain.acts import ChangeSetUp
from judging_app.domain.event import Phase
from judging_app.domain.ids import JudgeId, OrganisationId, ParticipantId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation, Participant, Team
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError
from judging_app.store.bodies import act_of
from tests.desk.small_event import ADA, IMPACT, J1, J3, LANTERN, PERCH, RUBRIC, bring_to

CURLEW = Team(TeamId("T4"), "Curlew")
DEE = Judge(JudgeId("J4"), "Dee Ode")


def renamed(setup: Setup, name: str) -> Setup:
    first, *others = setup.participants
    return replace(setup, participants=(replace(first, name=name), *others))


def without_team(setup: Setup, team: TeamId) -> Setup:
    return replace(
        setup,
        teams=tuple(one for one in setup.teams if one.id != team),
        participants=tuple(
            replace(one, team=None) if one.team == team else one for one in setup.participants
        ),
        challenges=tuple(one for one in setup.challenges if one.team != team),
        visits=tuple(one for one in setup.visits if one.team != team),
    )


def last_act(new_desk: Desk) -> object:
    entry = new_desk.entries()[-1]
    return act_of(entry.act, entry.body)


@pytest.mark.parametrize("phase", list(Phase))
def test_a_name_can_be_corrected_at_any_time_and_the_record_keeps_both(
    new_desk: Desk, phase: Phase
) -> None:
    bring_to(new_desk, phase)
    change(new_desk, ORGANISER, renamed(new_desk.recorded_setup(), "Zoë Ó Sè"))

    assert new_desk.setup().participants[0].name == "Zoë Ó Sè"
    act = last_act(new_desk)
    assert isinstance(act, ChangeSetUp)
    assert [one.name for _, one in act.before.participants] == ["Zoë Ó Sé"]
    assert [one.name for _, one in act.after.participants] == ["Zoë Ó Sè"]
    assert new_desk.verification().findings == ()


def test_only_the_organiser_changes_the_set_up(new_desk: Desk) -> None:
    with pytest.raises(DeskError, match="can’t change the set-up"):
        change(new_desk, HOST, renamed(new_desk.recorded_setup(), "Zoe"))


def test_changes_are_undone_one_after_the_other_to_the_first(new_desk: Desk) -> None:
    before = new_desk.recorded_setup()
    change(new_desk, ORGANISER, renamed(before, "Zoe"))
    change(new_desk, ORGANISER, without_team(new_desk.recorded_setup(), PERCH))
    change(
        new_desk,
        ORGANISER,
        replace(new_desk.recorded_setup(), teams=(*new_desk.recorded_setup().teams, CURLEW)),
    )
    for _ in range(3):
        undo.undo(new_desk, ORGANISER)

    assert new_desk.recorded_setup() == before
    assert undo.undoable(new_desk, ORGANISER) is None
    assert new_desk.verification().findings == ()


def test_what_an_undo_would_take_back_is_said_in_words(new_desk: Desk) -> None:
    change(new_desk, ORGANISER, renamed(new_desk.recorded_setup(), "Zoe"))

    found = undo.undoable(new_desk, ORGANISER)
    assert found is not None
    assert found.what == "change Zoë Ó Sé to Zoe"


def test_two_teams_can_swap_their_names_in_one_act(new_desk: Desk) -> None:
    now = new_desk.recorded_setup()
    first, second, *others = now.teams
    swapped = (replace(first, name=second.name), replace(second, name=first.name), *others)
    change(new_desk, ORGANISER, replace(now, teams=swapped))

    assert new_desk.recorded_setup().teams == swapped


def test_rows_can_be_put_in_another_order(new_desk: Desk) -> None:
    now = new_desk.recorded_setup()
    change(new_desk, ORGANISER, replace(now, judges=now.judges[::-1]))

    assert new_desk.recorded_setup().judges == now.judges[::-1]


def test_a_team_that_goes_takes_its_slot_along_and_a_new_one_pitches_last(
    new_desk: Desk,
) -> None:
    run_order.draw(new_desk, ORGANISER, "by these words")
    now = without_team(new_desk.recorded_setup(), PERCH)
    change(new_desk, ORGANISER, replace(now, teams=(*now.teams, CURLEW)))

    slots = [slot.team for slot in run_order.run_order(new_desk)]
    assert slots[-1] == CURLEW.id
    assert PERCH not in slots


def test_what_something_on_the_record_is_about_is_not_removed(new_desk: Desk) -> None:
    ballots.recuse(new_desk, HOST, J1, LANTERN, "Mentors the team.")
    before = new_desk.recorded_setup()

    with pytest.raises(DeskError, match="on the record"):
        change(new_desk, ORGANISER, without_team(before, LANTERN))
    assert new_desk.recorded_setup() == before


@pytest.mark.parametrize("phase", [Phase.SCORING, Phase.CLOSED, Phase.PUBLISHED])
def test_the_rubric_never_changes_once_scoring_has_opened(new_desk: Desk, phase: Phase) -> None:
    bring_to(new_desk, phase)
    now = new_desk.recorded_setup()
    first, second = RUBRIC.criteria
    other = Rubric((replace(first, weight=first.weight + 1), second))

    with pytest.raises(DeskError):
        change(new_desk, ORGANISER, replace(now, rubric=other), "Because.")
    assert new_desk.recorded_setup() == now


def test_a_late_team_or_judge_needs_a_reason_and_is_expected_from_then_on(
    new_desk: Desk,
) -> None:
    bring_to(new_desk, Phase.SCORING)
    now = new_desk.recorded_setup()
    wanted = replace(now, teams=(*now.teams, CURLEW), judges=(*now.judges, DEE))

    assert asks_reason(new_desk, wanted)
    with pytest.raises(DeskError, match="Give a reason"):
        change(new_desk, ORGANISER, wanted)
    change(new_desk, ORGANISER, wanted, "Their train was late.")
    assert (DEE.id, CURLEW.id) in ballots.progress(new_desk, ORGANISER)
    assert new_desk.entries()[-1].reason == "Their train was late."


def test_a_late_judge_who_never_scored_can_be_removed_and_is_out_of_the_counts(
    new_desk: Desk,
) -> None:
    bring_to(new_desk, Phase.SCORING)
    ballots.score(new_desk, ADA, J1, LANTERN, IMPACT, 7)
    now = new_desk.recorded_setup()
    kept = tuple(one for one in now.judges if one.id != J3)
    change(new_desk, ORGANISER, replace(now, judges=kept), "Added by mistake.")

    assert all(judge != J3 for judge, _ in ballots.progress(new_desk, ORGANISER))
    with pytest.raises(DeskError, match="on the record"):
        change(new_desk, ORGANISER, replace(now, judges=kept[1:]), "Added by mistake.")


@pytest.mark.parametrize("phase", [Phase.CLOSED, Phase.PUBLISHED])
def test_no_team_or_judge_joins_once_scoring_is_closed(new_desk: Desk, phase: Phase) -> None:
    bring_to(new_desk, phase)
    now = new_desk.recorded_setup()

    for wanted in (
        replace(now, teams=(*now.teams, CURLEW)),
        replace(now, judges=(*now.judges, DEE)),
    ):
        with pytest.raises(DeskError, match="closed"):
            change(new_desk, ORGANISER, wanted, "Late.")


def test_members_of_teams_change_after_opening_only_with_a_reason(new_desk: Desk) -> None:
    bring_to(new_desk, Phase.CLOSED)
    now = new_desk.recorded_setup()
    more = Participant(ParticipantId("P4"), "Eve", "", "", None, "", PERCH)
    wanted = replace(now, participants=(*now.participants, more))

    with pytest.raises(DeskError, match="Give a reason"):
        change(new_desk, ORGANISER, wanted)
    change(new_desk, ORGANISER, wanted, "She was left off the list.")
    assert new_desk.recorded_setup() == wanted


def test_two_teams_or_organisations_of_one_name_are_refused(new_desk: Desk) -> None:
    now = new_desk.recorded_setup()
    twice = Organisation(OrganisationId("O9"), "hmrc")

    with pytest.raises(DeskError, match="“HMRC” is there already"):
        change(new_desk, ORGANISER, replace(now, organisations=(*now.organisations, twice)))


def test_a_change_of_nothing_leaves_no_entry(new_desk: Desk) -> None:
    before = len(new_desk.entries())
    changed = change(new_desk, ORGANISER, new_desk.recorded_setup())

    assert changed.entries == ()
    assert len(new_desk.entries()) == before


def test_title_date_and_venue_can_change_at_any_time(new_desk: Desk, tmp_path: Path) -> None:
    bring_to(new_desk, Phase.SCORING)
    describe(new_desk, ORGANISER, " Small  pitch day 2 ", None, "Here")
    event = new_desk.event()
    new_desk.close()

    assert (event.title, event.held_on, event.venue) == ("Small pitch day 2", None, "Here")
    assert event.phase is Phase.SCORING
    again = events.open_event(new_desk.file.path)
    assert again.verification().findings == ()
    again.close()
    assert tmp_path.exists()
