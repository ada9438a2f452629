"""The host's screen of the projector by the keyboard alone; it knows nobody."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from judging_app.ceremony.scenes import EVERYTHING, Need
from judging_app.ceremony.script import ScriptNames
from judging_app.domain.event import Board, BoardForm, Event, Phase, Programme, Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.reveal import RevealKind, RevealPlan, RevealStep, StepKind
from judging_app.present.control.control import HoldOnWall, HostProjectorView, host_projector_view
from judging_app.present.control.reveal import REHEARSAL, RevealStand, RevealWanted
from judging_app.present.start.sign_in import SignInRow
from judging_app.present.words.scenes import OFFERED, SCENES
from ui.control.control import LOCKED, MESSAGE, REVEAL, HostProjector
from ui.control.control import SCENES as SCENES_PART
from ui.displays.words import ProjectorState, Standing

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TEAMS = {TeamId(f"T{n}"): f"Team {name}" for n, name in enumerate(("Lantern", "Perch", "Heron"))}
NAMES = ScriptNames("Tech Connect", TEAMS, {}, dict.fromkeys(TEAMS, "70.00 of 100"))
PLAN = RevealPlan(
    RevealKind.LAST_TO_FIRST,
    tuple(RevealStep(StepKind.PLACE, 3 - n, (team,)) for n, team in enumerate(TEAMS)),
)
ORGANISER = SignInRow("organiser", "Organiser", "", "O")
SCENE_KEYS = {scene: Qt.Key(ord(SCENES[scene].letter)) for scene in OFFERED}
"""Qt calls a letter's key by its code."""


def view(
    scene: Scene = Scene.HOLDING,
    phase: Phase = Phase.SCORING,
    *,
    told: int = 0,
    confirmed_by: str = "organiser",
    plan: RevealPlan | None = PLAN,
    chosen: Scene | None = None,
    ready: frozenset[Need] = EVERYTHING,
    is_rehearsal: bool = False,
    before: Scene | None = None,
) -> HostProjectorView:
    programme = Programme(scene, told, message="", confirmed_by=confirmed_by)
    stand = RevealStand(
        phase,
        programme,
        NAMES,
        plan,
        seconds=(ORGANISER,),
        everyone={"organiser": "Organiser"},
        is_rehearsal=is_rehearsal,
    )
    event = Event("Tech Connect", phase=phase)
    return host_projector_view(
        HoldOnWall(event, programme, stand, ready, chosen, before, may_amend=True)
    )


def reveal(told: int, *, is_rehearsal: bool = False) -> HostProjectorView:
    return view(Scene.REVEAL, Phase.CLOSED, told=told, is_rehearsal=is_rehearsal)


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[HostProjector]:
    made = HostProjector()
    qtbot.addWidget(made)
    made.resize(1100, 640)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_view(view())
    yield made
    made.reveal.alone.pause()


def words_on(part: QWidget) -> str:
    labels = [one.text() for one in part.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in part.findChildren(QAbstractButton) if one.isVisible()]
    models = [one.model() for one in part.findChildren(QTableView)]
    cells = [
        str(model.data(model.index(row, column)))
        for model in models
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    return "\n".join([*labels, *buttons, *cells])


@pytest.mark.parametrize("scene", OFFERED)
def test_each_scene_has_a_letter_that_previews_it_and_shows_nothing(
    qtbot: QtBot, screen: HostProjector, scene: Scene
) -> None:
    with (
        qtbot.assertNotEmitted(screen.hold.take_asked),
        qtbot.assertNotEmitted(screen.hold.at_once_asked),
        qtbot.waitSignal(screen.scene_chosen) as chosen,
    ):
        QTest.keyClick(screen, SCENE_KEYS[scene])

    assert chosen.args == [scene]


def test_every_button_of_a_scene_has_its_letter_on_it(screen: HostProjector) -> None:
    for scene, button in screen.scenes.buttons.items():
        assert button.keycap == SCENES[scene].letter
        assert SCENES[scene].letter in button.accessibleDescription()


def test_page_down_takes_what_is_next(qtbot: QtBot, screen: HostProjector) -> None:
    with qtbot.waitSignal(screen.hold.take_asked):
        QTest.keyClick(screen, Key.Key_PageDown)


def test_page_up_goes_back_where_there_is_something_to_go_back_to(
    qtbot: QtBot, screen: HostProjector
) -> None:
    with qtbot.assertNotEmitted(screen.hold.back_asked):
        QTest.keyClick(screen, Key.Key_PageUp)
    screen.show_view(view(before=Scene.CLOCK))

    with qtbot.waitSignal(screen.hold.back_asked):
        QTest.keyClick(screen, Key.Key_PageUp)


@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_L])
def test_two_presses_in_a_row_count_as_one(screen: HostProjector, key: Qt.Key) -> None:
    asked: list[object] = []
    screen.hold.take_asked.connect(lambda: asked.append(1))
    screen.hold.at_once_asked.connect(asked.append)

    QTest.keyClick(screen, key)
    QTest.keyClick(screen, key)

    assert len(asked) == 1
    assert not screen.hold.is_ready


def test_black_waits_for_no_other_press_but_its_own(screen: HostProjector) -> None:
    asked: list[Scene] = []
    screen.hold.at_once_asked.connect(asked.append)

    QTest.keyClick(screen, Key.Key_PageDown)
    QTest.keyClick(screen, Key.Key_B)
    QTest.keyClick(screen, Key.Key_B)

    assert asked == [Scene.BLACK]


def test_b_in_the_text_for_the_room_is_a_letter_and_ctrl_b_is_black(
    qtbot: QtBot, screen: HostProjector
) -> None:
    screen.go_to(MESSAGE)
    screen.text.text.setFocus()
    with qtbot.assertNotEmitted(screen.hold.at_once_asked):
        QTest.keyClick(screen.text.text, Key.Key_B)
    assert screen.text.text.text() == "b"

    with qtbot.waitSignal(screen.hold.at_once_asked) as asked:
        QTest.keyClick(screen.text.text, Key.Key_B, CTRL)

    assert asked.args == [Scene.BLACK]


@pytest.mark.parametrize("told", [0, 1])
def test_escape_shows_nothing_and_changes_nothing(screen: HostProjector, told: int) -> None:
    screen.show_view(reveal(told))
    asked: list[object] = []
    for signal in (screen.hold.take_asked, screen.hold.back_asked, screen.reveal.rehearsal_ended):
        signal.connect(lambda: asked.append(1))
    for signal in (screen.scene_chosen, screen.hold.at_once_asked, screen.projector_asked):
        signal.connect(asked.append)

    for part in (screen, screen.text.text, screen.reveal.steps.list, screen.take):
        part.setFocus()
        QTest.keyClick(part, Key.Key_Escape)

    assert asked == []


def test_a_scene_that_can_not_be_shown_says_why_and_is_not_taken(
    qtbot: QtBot, screen: HostProjector
) -> None:
    screen.show_view(view(chosen=Scene.CORRECTION))

    with qtbot.assertNotEmitted(screen.hold.take_asked):
        QTest.keyClick(screen, Key.Key_PageDown)
        screen.take.click()

    assert "can be shown only while scoring is closed" in words_on(screen.upcoming)
    assert screen.scenes.buttons[Scene.CORRECTION].isEnabled()
    assert screen.scenes.buttons[Scene.THANK_YOU].property("ready") == "no"
    assert screen.scenes.buttons[Scene.THANK_YOU].accessibleDescription()


def test_locked_every_key_but_black_does_nothing(qtbot: QtBot, screen: HostProjector) -> None:
    screen.show_view(view(before=Scene.CLOCK))
    with qtbot.waitSignal(screen.lock_asked) as locked:
        QTest.keyClick(screen, Key.Key_L, CTRL)
    screen.show_locked(is_locked=True)
    asked: list[object] = []
    for signal in (screen.hold.take_asked, screen.hold.back_asked):
        signal.connect(lambda: asked.append(1))
    screen.scene_chosen.connect(asked.append)
    screen.hold.at_once_asked.connect(asked.append)

    for key in (Key.Key_PageDown, Key.Key_PageUp, Key.Key_L, *SCENE_KEYS.values()):
        QTest.keyClick(screen, key)
    for button in (screen.take, screen.back, screen.logo, *screen.scenes.buttons.values()):
        QTest.keyClick(button, Key.Key_Return)
    assert asked == []
    QTest.keyClick(screen, Key.Key_B)

    assert locked.args == [True]
    assert asked == [Scene.BLACK]
    assert screen.key_line.text() == LOCKED


def test_unlocked_the_keys_work_again_and_say_what_they_do(
    qtbot: QtBot, screen: HostProjector
) -> None:
    screen.show_locked(is_locked=True)
    with qtbot.waitSignal(screen.lock_asked) as asked:
        QTest.keyClick(screen, Key.Key_L, CTRL)
    screen.show_locked(is_locked=False)

    with qtbot.waitSignal(screen.hold.take_asked):
        QTest.keyClick(screen, Key.Key_PageDown)

    assert asked.args == [False]
    assert screen.key_line.text().startswith("Page Down shows “Run order”.")


def test_the_lock_keeps_the_keyboard_where_it_unlocks(screen: HostProjector) -> None:
    screen.go_to(MESSAGE)
    screen.text.text.setFocus()

    screen.show_locked(is_locked=True)

    assert QApplication.focusWidget() is screen.lock


def test_a_message_is_shown_with_enter(qtbot: QtBot, screen: HostProjector) -> None:
    screen.go_to(MESSAGE)
    screen.text.text.setFocus()
    QTest.keyClicks(screen.text.text, "Lunch is at one")

    with qtbot.waitSignal(screen.text.text_asked) as asked:
        QTest.keyClick(screen.text.text, Key.Key_Return)

    assert asked.args == [Scene.MESSAGE, "Lunch is at one"]


def test_an_empty_message_can_not_be_shown_but_a_vote_can(
    qtbot: QtBot, screen: HostProjector
) -> None:
    screen.go_to(MESSAGE)
    assert not screen.text.buttons[Scene.MESSAGE].isEnabled()

    with qtbot.waitSignal(screen.text.text_asked) as asked:
        QTest.keyClick(screen.text.buttons[Scene.PEOPLES_CHOICE], Key.Key_Return)

    assert asked.args == [Scene.PEOPLES_CHOICE, ""]


def test_news_keeps_the_text_that_is_being_written(screen: HostProjector) -> None:
    screen.go_to(MESSAGE)
    QTest.keyClicks(screen.text.text, "Lun")

    screen.show_view(view(Scene.CLOCK))

    assert screen.text.text.text() == "Lun"


def test_the_board_is_frozen_in_a_form_by_the_keyboard(qtbot: QtBot, screen: HostProjector) -> None:
    screen.go_to(MESSAGE)
    with qtbot.waitSignal(screen.board_asked) as asked:
        QTest.keyClick(screen.board.boards[Board.FROZEN], Key.Key_Space)
    assert asked.args == [Board.FROZEN, BoardForm.FULL]

    with qtbot.waitSignal(screen.board_asked) as asked:
        QTest.keyClick(screen.board.forms[BoardForm.PLACES], Key.Key_Space)

    assert asked.args == [Board.FROZEN, BoardForm.PLACES]


def test_the_reveal_is_made_ready_as_it_was_chosen(qtbot: QtBot, screen: HostProjector) -> None:
    screen.go_to(REVEAL)
    screen.show_view(view(Scene.HOLDING, Phase.CLOSED, plan=None))
    form = screen.reveal.form
    QTest.keyClick(form.kind.box, Key.Key_Down)
    QTest.keyClick(form.kind.box, Key.Key_Down)
    QTest.keyClick(form.top.box, Key.Key_Down)
    for box in (form.awards, form.judges):
        QTest.keyClick(box, Key.Key_Space)

    with qtbot.waitSignal(screen.reveal.make_asked) as asked:
        QTest.keyClick(form.make, Key.Key_Return)

    assert asked.args == [
        RevealWanted(RevealKind.BY_JUDGE, 1, names_judges=True, tells_awards=True)
    ]


def test_once_it_is_made_ready_the_keyboard_is_on_who_confirms(screen: HostProjector) -> None:
    screen.go_to(REVEAL)
    screen.show_view(view(Scene.DELIBERATION, Phase.CLOSED, plan=None, confirmed_by=""))
    ready = view(Scene.DELIBERATION, Phase.CLOSED, confirmed_by="")
    screen.reveal.make_asked.connect(lambda _wanted: screen.show_view(ready))
    screen.reveal.form.make.setFocus()
    QTest.keyClick(screen.reveal.form.make, Key.Key_Return)

    assert screen.reveal.confirming.who.box.hasFocus()


def test_before_scoring_is_closed_the_reveal_can_only_be_rehearsed(
    qtbot: QtBot, screen: HostProjector
) -> None:
    screen.go_to(REVEAL)
    screen.show_view(view(plan=None))
    form = screen.reveal.form

    with qtbot.waitSignal(screen.reveal.rehearse_asked) as asked:
        QTest.keyClick(form.rehearse, Key.Key_Return)

    assert asked.args == [RevealWanted()]
    assert not form.make.isVisible()


def test_a_second_person_confirms_with_a_pin_that_stays_nowhere(
    qtbot: QtBot, screen: HostProjector
) -> None:
    screen.go_to(REVEAL)
    screen.show_view(view(Scene.HOLDING, Phase.CLOSED, confirmed_by=""))
    confirming = screen.reveal.confirming
    confirming.pin.setFocus()
    QTest.keyClicks(confirming.pin, "246810")
    assert confirming.pin.displayText() != "246810"

    with qtbot.waitSignal(confirming.confirm_asked) as asked:
        QTest.keyClick(confirming.pin, Key.Key_Return)

    assert asked.args == ["organiser", "246810"]
    assert confirming.pin.text() == ""


def test_a_refused_confirmation_is_said_beside_the_pin(screen: HostProjector) -> None:
    screen.go_to(REVEAL)
    screen.show_view(view(Scene.HOLDING, Phase.CLOSED, confirmed_by=""))

    screen.reveal.show_refusal("That PIN is wrong.")

    assert "That PIN is wrong." in words_on(screen.reveal.confirming)


def test_no_name_is_on_the_hosts_screen_until_it_is_asked_for(screen: HostProjector) -> None:
    screen.go_to(REVEAL)
    screen.show_view(reveal(0))
    assert not any(name in words_on(screen) for name in TEAMS.values())
    QTest.keyClick(screen.reveal.steps.show_names, Key.Key_Return)

    assert all(name in words_on(screen) for name in TEAMS.values())


def test_names_are_hidden_again_after_a_step(screen: HostProjector) -> None:
    screen.go_to(REVEAL)
    screen.show_view(reveal(0))
    QTest.keyClick(screen.reveal.steps.show_names, Key.Key_Return)

    screen.show_view(reveal(1))

    assert "Team Lantern" in words_on(screen.reveal.steps)  # it is announced
    assert not any(name in words_on(screen) for name in [*TEAMS.values()][1:])


def test_the_script_is_shown_for_the_step_that_is_on_and_for_no_later_one(
    screen: HostProjector,
) -> None:
    screen.go_to(REVEAL)
    screen.show_view(reveal(1))

    assert screen.reveal.read.script.text() == "“In third place, Team Lantern.”"
    assert screen.reveal.prompt.words.text() == (
        "Two teams are left.\nIn second place, with 70.00 of 100…"
    )
    assert "Perch" not in words_on(screen)


def test_there_is_no_picture_of_the_step_to_come(screen: HostProjector) -> None:
    screen.show_view(reveal(1))
    assert screen.upcoming.heading.text() == "2nd place, one team"
    screen.parts.show_part(SCENES_PART)
    screen.show_view(reveal(1))

    screen.upcoming.show_picture(None)

    assert not screen.upcoming.picture.isVisible()


def test_enter_on_a_step_goes_to_it(qtbot: QtBot, screen: HostProjector) -> None:
    screen.go_to(REVEAL)
    screen.show_view(reveal(0))
    steps = screen.reveal.steps
    QTest.keyClick(steps.list, Key.Key_Down)
    QTest.keyClick(steps.list, Key.Key_Down)

    with qtbot.waitSignal(screen.reveal.step_asked) as asked:
        QTest.keyClick(steps.list, Key.Key_Return)

    assert asked.args == [3]


def test_one_goes_back_to_the_start_of_the_reveal(qtbot: QtBot, screen: HostProjector) -> None:
    screen.go_to(REVEAL)
    screen.show_view(reveal(2))

    with qtbot.waitSignal(screen.reveal.step_asked) as asked:
        QTest.keyClick(screen.reveal.steps.start, Key.Key_Return)

    assert asked.args == [0]


def test_played_by_itself_the_reveal_stops_before_the_last_step(
    qtbot: QtBot, screen: HostProjector
) -> None:
    screen.go_to(REVEAL)
    screen.show_view(reveal(0))
    alone = screen.reveal.alone
    QTest.keyClick(alone.play, Key.Key_Return)
    assert alone.timer.interval() == int(alone.seconds.key) * 1000

    with qtbot.waitSignal(screen.hold.take_asked):
        alone.timer.timeout.emit()
    assert alone.timer.isActive()
    screen.show_view(reveal(2))

    assert not alone.timer.isActive()
    assert "yourself" in alone.line.text()


def test_played_by_itself_the_reveal_never_takes_a_scene(
    qtbot: QtBot, screen: HostProjector
) -> None:
    screen.go_to(REVEAL)
    screen.show_view(reveal(0))
    QTest.keyClick(screen.reveal.alone.play, Key.Key_Return)
    screen.show_view(view(Scene.REVEAL, Phase.CLOSED, chosen=Scene.MESSAGE))

    with qtbot.assertNotEmitted(screen.hold.take_asked):
        screen.reveal.alone.timer.timeout.emit()

    assert not screen.reveal.alone.timer.isActive()


def test_the_lock_pauses_a_reveal_that_plays_by_itself(screen: HostProjector) -> None:
    screen.go_to(REVEAL)
    screen.show_view(reveal(0))
    QTest.keyClick(screen.reveal.alone.play, Key.Key_Return)

    screen.show_locked(is_locked=True)

    assert not screen.reveal.alone.timer.isActive()


def test_a_rehearsal_is_said_and_nothing_else_can_be_shown(
    qtbot: QtBot, screen: HostProjector
) -> None:
    screen.black.setFocus()
    screen.show_view(reveal(3, is_rehearsal=True))
    assert screen.hasFocus()

    with qtbot.waitSignal(screen.reveal.rehearsal_ended):
        QTest.keyClick(screen.reveal.end, Key.Key_Return)

    screen.go_to(REVEAL)
    assert REHEARSAL in words_on(screen.reveal)
    assert screen.take.text() == "End the rehearsal"
    assert not screen.scenes.isEnabled()
    assert not screen.text.isEnabled()


def test_a_result_is_amended_only_with_what_was_wrong_and_who_agreed(
    qtbot: QtBot, screen: HostProjector
) -> None:
    screen.go_to(REVEAL)
    screen.show_view(view(Scene.HOLDING, Phase.PUBLISHED))
    card = screen.correction
    QTest.keyClick(card.open, Key.Key_Return)
    QTest.keyClicks(card.why, "A sheet was found")
    assert not card.amend.isEnabled()
    QTest.keyClicks(card.agreed_by, "The panel")

    with qtbot.waitSignal(card.amend_asked) as asked:
        QTest.keyClick(card.amend, Key.Key_Return)

    assert asked.args == ["A sheet was found", "The panel"]


def test_everything_that_takes_the_keyboard_has_a_name(screen: HostProjector) -> None:
    screen.go_to(REVEAL)
    screen.show_view(reveal(1))
    parts = [
        part
        for part in screen.findChildren(QWidget)
        if isinstance(part, QAbstractButton | QLineEdit | QComboBox)
        if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert parts
    assert [part for part in parts if not (part.accessibleName() or _text(part))] == []


def _text(part: QWidget) -> str:
    return part.text() if isinstance(part, QAbstractButton) else ""


@pytest.mark.parametrize("told", [0, 3])
def test_the_keys_work_on_when_what_had_the_keyboard_goes_out_of_use(
    qtbot: QtBot, screen: HostProjector, told: int
) -> None:
    screen.scenes.buttons[Scene.CLOCK].setFocus()
    screen.show_view(reveal(told, is_rehearsal=True))
    assert not screen.scenes.buttons[Scene.CLOCK].isEnabled()

    with qtbot.waitSignal(screen.hold.at_once_asked) as asked:
        QTest.keyClick(screen.window().focusWidget() or screen, Key.Key_B)

    assert asked.args == [Scene.BLACK]


def test_a_bouncing_clicker_can_not_leave_the_winner(screen: HostProjector) -> None:
    asked: list[object] = []
    screen.show_view(reveal(2))
    screen.hold.take_asked.connect(lambda: asked.append(1))
    screen.hold.take_asked.connect(lambda: screen.show_view(reveal(3)))
    for _ in range(5):
        screen.hold._once.stop()  # even presses that come slowly
        QTest.keyClick(screen, Key.Key_PageDown)

    assert len(asked) == 1
    assert screen.hold._held.isActive()


def test_after_a_pause_the_same_key_leaves_the_winner(qtbot: QtBot, screen: HostProjector) -> None:
    screen.show_view(reveal(3))
    screen.hold._held.stop()  # the pause is over

    with qtbot.waitSignal(screen.hold.take_asked):
        QTest.keyClick(screen, Key.Key_PageDown)


def test_another_key_leaves_the_winner_at_once(qtbot: QtBot, screen: HostProjector) -> None:
    screen.show_view(reveal(3))
    with qtbot.waitSignal(screen.scene_chosen) as chosen:
        QTest.keyClick(screen, Key.Key_T)
    screen.show_view(view(Scene.REVEAL, Phase.CLOSED, told=3, chosen=Scene.THANK_YOU))

    with qtbot.waitSignal(screen.hold.take_asked):
        QTest.keyClick(screen, Key.Key_PageDown)
    assert chosen.args == [Scene.THANK_YOU]


def test_the_podium_is_left_only_for_what_was_chosen(qtbot: QtBot, screen: HostProjector) -> None:
    screen.show_view(view(Scene.PODIUM, Phase.CLOSED, told=3))
    with qtbot.assertNotEmitted(screen.hold.take_asked):
        QTest.keyClick(screen, Key.Key_PageDown)
    with qtbot.waitSignal(screen.hold.take_asked):
        screen.take.click()
    screen.show_view(view(Scene.PODIUM, Phase.CLOSED, told=3, chosen=Scene.THANK_YOU))
    qtbot.waitUntil(lambda: screen.hold.is_ready)

    with qtbot.waitSignal(screen.hold.take_asked):
        QTest.keyClick(screen, Key.Key_PageDown)


def test_the_name_to_come_is_shown_to_whoever_asks_and_hidden_with_the_next_step(
    screen: HostProjector,
) -> None:
    screen.go_to(REVEAL)
    screen.show_view(reveal(1))
    prompt = screen.reveal.prompt
    assert "hidden" in prompt.name.text()
    prompt.ask.click()
    shown = prompt.name.text()
    screen.show_view(reveal(2))

    assert shown == "Team Perch"
    assert "Team" not in prompt.name.text()


def test_while_a_second_person_is_to_confirm_theirs_is_the_one_filled_button(
    screen: HostProjector,
) -> None:
    screen.go_to(REVEAL)
    screen.show_view(view(Scene.DELIBERATION, Phase.CLOSED, confirmed_by=""))
    waiting = screen.take.property("kind"), screen.reveal.confirming.confirm.isVisible()
    screen.show_view(reveal(0))

    assert waiting == ("plain", True)
    assert screen.take.property("kind") == "act"
    screen.show_view(view(Scene.PODIUM, Phase.CLOSED))
    assert screen.take.property("kind") == "plain"
    screen.show_view(reveal(0))
    assert screen.take.text() == "Announce 3rd place"


def test_nothing_is_said_to_be_on_while_nobody_sees_it(screen: HostProjector) -> None:
    screen.show_view(view(Scene.CLOCK))
    screen.show_state(ProjectorState())
    off = screen.program.heading.text(), screen.program.frame.picture.isVisible()
    screen.show_state(ProjectorState(Standing.FULL))

    assert off == ("Nothing is on the wall", False)
    assert screen.program.heading.text() == "On the wall: Clock"
    assert screen.program.tally.word == "On air"
