"""The reveal rehearsed: told by the same code, and nothing of the real result is in it."""

import pytest

from judging_app.desk import ballots, decisions, reveal
from judging_app.desk.desk import Desk
from judging_app.desk.rehearsal import Rehearsal, rehearsal, rehearsal_stand, rehearsed_wall
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Phase, Scene
from judging_app.domain.ids import AwardId
from judging_app.domain.reveal import RevealKind, StepKind
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import NotAllowedError
from judging_app.present.control.reveal import REHEARSAL, RevealWanted, reveal_panel
from judging_app.present.wall.showing import wall_view
from tests.desk.small_event import ADA, STARTS_AT, bring_to, submit_all

REAL_NAMES = ("Lantern", "Perch", "Heron", "Ada Reed", "Bo Lund", "Cy Orr")


def begun(desk: Desk, kind: RevealKind = RevealKind.LAST_TO_FIRST) -> Rehearsal:
    return rehearsal(desk, HOST, RevealWanted(kind), "seed")


def test_a_rehearsal_needs_no_ballot_and_reads_none(
    new_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> None:
        raise AssertionError("a ballot was read")

    for name in ("every_ballot", "all_ballots", "progress"):
        monkeypatch.setattr(ballots, name, read)
    monkeypatch.setattr("judging_app.desk.result.every_ballot", read)
    monkeypatch.setattr("judging_app.store.ballot_rows.ballots", read)

    assert len(begun(new_desk).plan.steps) > 0


@pytest.mark.parametrize("kind", [kind for kind in RevealKind if kind is not RevealKind.AWARDS])
def test_every_step_of_a_rehearsal_is_marked_and_names_nobody_real(
    desk: Desk, kind: RevealKind
) -> None:
    submit_all(desk)
    one = begun(desk, kind)

    for told in range(len(one.plan.steps) + 1):
        room = rehearsed_wall(one.moved_to(told), STARTS_AT)
        shown = repr(wall_view(room))

        assert room.rehearsal
        assert len(room.told) == told
        assert [name for name in REAL_NAMES if name in shown] == []


def test_a_rehearsed_winner_comes_last(desk: Desk) -> None:
    places = [step.place for step in begun(desk).plan.steps if step.kind is StepKind.PLACE]

    assert places == sorted(places, key=lambda place: -(place or 0))
    assert places[-1] == 1


def test_a_rehearsal_tells_the_declared_awards_to_invented_teams(desk: Desk) -> None:
    award = Award(AwardId("A1"), "Best in show", AwardKind.PEOPLE)
    decisions.declare_award(desk, ORGANISER, award)

    one = begun(desk, RevealKind.AWARDS)

    winners = [step for step in one.plan.steps if step.kind is StepKind.WINNER]
    assert one.awards == {AwardId("A1"): "Best in show"}
    assert all(str(team).startswith("rehearsal-") for step in winners for team in step.teams)
    assert len(winners) == 1


def test_a_rehearsal_moves_only_among_its_steps(desk: Desk) -> None:
    one = begun(desk)
    count = len(one.plan.steps)

    assert one.moved_to(-1).programme.revealed == 0
    assert one.moved_to(count + 5).programme.revealed == count
    assert one.moved_to(count).is_at_end
    assert not one.is_at_end


def test_black_in_a_rehearsal_goes_and_comes_back_to_the_same_step(desk: Desk) -> None:
    one = begun(desk).moved_to(2)

    assert one.black().programme.scene is Scene.BLACK
    assert one.black().black() == one


def test_the_hosts_screen_says_that_it_is_a_rehearsal(desk: Desk) -> None:
    panel = reveal_panel(rehearsal_stand(begun(desk).moved_to(1)))

    assert panel.state_text == REHEARSAL
    assert panel.is_ready
    assert not panel.can_make
    assert panel.script


def test_a_rehearsal_changes_nothing_but_that_it_was_held(desk: Desk) -> None:
    before = desk.programme()
    begun(desk).moved_to(3)
    assert desk.programme() == before

    reveal.rehearsed(desk, HOST)

    assert desk.programme().rehearsed_at == desk.now()


@pytest.mark.parametrize("phase", Phase)
def test_a_rehearsal_is_possible_in_every_phase(new_desk: Desk, phase: Phase) -> None:
    bring_to(new_desk, phase)

    assert begun(new_desk).plan.steps


def test_a_judge_can_not_rehearse(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        rehearsal(desk, ADA, RevealWanted(), "seed")
