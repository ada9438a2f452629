"""The host's hold on the room, wired to a real event: what is pressed is what the room sees."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from judging_app.desk import clock as clock_desk
from judging_app.desk import decisions, events, projector, scoring
from judging_app.desk.papers import script_job
from judging_app.domain.event import Board, BoardForm, Phase, Scene
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.present.control.reveal import DROPPED, NOT_READY, RevealWanted
from judging_app.present.words.scenes import OFFERED, SCENES
from tests.desk.small_event import (
    HERON,
    LANTERN,
    PERCH,
    PINS,
    bring_to,
    publish,
    submit_all,
)
from ui.control.control import REVEAL, HostProjector
from ui.control.control_wiring import ProjectorWiring
from ui.control.steps import NO_MOTION, USUAL_SPEED
from ui.day import Day
from ui.displays.displays import Displays
from ui.file_choice import FileChoice
from ui.paper_wiring import PaperWiring
from ui.pins.pin_again_wiring import AskingAgain
from ui.room import hold as hold_module
from ui.room.room_wiring import RoomWiring
from ui.wall.projector import Projector

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SCENE_KEYS = {scene: Qt.Key(ord(SCENES[scene].letter)) for scene in OFFERED}
"""Qt calls a letter's key by its code."""
NAMES = ("Lantern", "Perch", "Heron")


class Hold:
    """The host at the screen of the projector, with the room beside it."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.day, self.room = Day(), Projector(is_motion_reduced=True)
        self.screen = HostProjector()
        for part in (self.screen, self.room):
            qtbot.addWidget(part)
        self.wiring = self.wire(self.screen)
        self.refused: list[str] = []
        self.day.refused.connect(self._note)
        self.day.open(path)
        self.day.enter(HOST)
        self.screen.resize(1100, 640)
        self.screen.show()
        self.screen.activateWindow()
        self.wiring.refresh()

    def _note(self, sentence: str, _kind: str) -> None:
        self.refused.append(sentence)

    def wire(self, screen: HostProjector) -> ProjectorWiring:
        screens = Displays(self.room, screen, screen)
        self.again = AskingAgain(screen, self.day)
        held = RoomWiring(screen, self.day, window=self.room, displays=screens)
        return ProjectorWiring(
            screen, self.day, screen, again=self.again, room=held, displays=screens
        )

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.screen, key, held)

    def pause(self) -> None:
        """Let the time be over for which the last step of a reveal is held."""
        self.screen.hold._held.stop()

    def take(self, scene: Scene) -> None:
        """Preview by the letter, take by Page Down."""
        self.press(SCENE_KEYS[scene])
        self.press(Key.Key_PageDown)

    @property
    def scene(self) -> Scene:
        return self.day.desk.programme().scene

    @property
    def revealed(self) -> int:
        return self.day.desk.programme().revealed

    def make_ready(self, kind: RevealKind = RevealKind.LAST_TO_FIRST) -> None:
        self.screen.reveal.make_asked.emit(RevealWanted(kind))

    def confirm(self, pin: str = PINS[ORGANISER]) -> None:
        confirming = self.screen.reveal.confirming
        confirming.who.choose(ORGANISER.key)
        QTest.keyClicks(confirming.pin, pin)
        QTest.keyClick(confirming.pin, Key.Key_Return)

    def begin_reveal(self) -> None:
        """Made ready, confirmed by two, and on."""
        self.make_ready()
        self.confirm()
        self.take(Scene.REVEAL)


@pytest.fixture
def presses_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every press count, however quickly it follows."""
    for wait in ("ONE_PRESS_MS", "STEP_MS", "HELD_MS"):
        monkeypatch.setattr(hold_module, wait, 0)
    monkeypatch.setattr(hold_module.WallHold, "_is_single", lambda _: True)


@pytest.fixture
def hold(qtbot: QtBot, small_path: Path, presses_count: None) -> Iterator[Hold]:  # noqa: ARG001 - first
    """Scoring is open, every ballot in."""
    yield from _held(qtbot, small_path, Phase.SCORING)


@pytest.fixture
def closed(qtbot: QtBot, small_path: Path, presses_count: None) -> Iterator[Hold]:  # noqa: ARG001 - first
    """Scoring is closed with every ballot in."""
    yield from _held(qtbot, small_path, Phase.CLOSED)


@pytest.fixture
def at_once(qtbot: QtBot, small_path: Path) -> Iterator[Hold]:
    """The same, where presses that follow at once count as one."""
    yield from _held(qtbot, small_path, Phase.CLOSED)


def _held(qtbot: QtBot, path: Path, phase: Phase) -> Iterator[Hold]:
    desk = events.open_event(path)
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    if phase is Phase.CLOSED:
        scoring.close_scoring(desk, HOST)
    desk.close()
    made = Hold(qtbot, path)
    yield made
    made.screen.reveal.alone.pause()
    made.day.close()


def test_a_preview_shows_the_room_nothing_until_it_is_taken(hold: Hold) -> None:
    hold.press(SCENE_KEYS[Scene.PROGRESS])
    assert hold.screen.upcoming.picture.view.scene is Scene.PROGRESS
    assert (hold.scene, hold.room.view.scene) == (Scene.HOLDING, Scene.HOLDING)

    hold.press(Key.Key_PageDown)

    assert (hold.scene, hold.room.view.scene) == (Scene.PROGRESS, Scene.PROGRESS)
    assert hold.screen.program.frame.picture.view.scene is Scene.PROGRESS


def test_the_letter_once_more_takes_a_scene_out_of_the_preview(hold: Hold) -> None:
    before = hold.screen.upcoming.heading.text()
    hold.press(SCENE_KEYS[Scene.TEST_CARD])
    assert hold.screen.upcoming.heading.text() == "Test card"

    hold.press(SCENE_KEYS[Scene.TEST_CARD])

    assert hold.screen.upcoming.heading.text() == before


def test_page_down_alone_leads_through_the_pitches(hold: Hold) -> None:
    seen = []
    for _ in range(5):
        hold.press(Key.Key_PageDown)
        seen.append(hold.scene)

    assert seen == [
        Scene.RUN_ORDER,
        Scene.UP_NEXT,
        Scene.NOW_PITCHING,
        Scene.CLOCK,
        Scene.PROGRESS,
    ]


def test_page_up_goes_back_to_the_scene_before(hold: Hold) -> None:
    hold.take(Scene.CLOCK)
    hold.take(Scene.PROGRESS)

    hold.press(Key.Key_PageUp)

    assert hold.scene is Scene.CLOCK


def test_black_comes_at_once_and_goes_back_to_what_was_on(qtbot: QtBot, hold: Hold) -> None:
    hold.take(Scene.CLOCK)
    hold.press(Key.Key_B)
    assert hold.room.view.scene is Scene.BLACK
    qtbot.waitUntil(lambda: not hold.screen.hold._black_once.isActive())

    hold.press(Key.Key_B)

    assert hold.scene is Scene.CLOCK


def test_the_logo_comes_at_once_and_page_down_goes_back(hold: Hold) -> None:
    hold.take(Scene.PROGRESS)
    seen = []
    for key in (Key.Key_L, Key.Key_PageDown):
        hold.press(key)
        seen.append(hold.scene)

    assert seen == [Scene.LOGO, Scene.PROGRESS]


def test_escape_shows_the_room_nothing(hold: Hold) -> None:
    hold.take(Scene.PROGRESS)
    hold.press(SCENE_KEYS[Scene.MESSAGE])
    before = hold.day.desk.entries()

    hold.press(Key.Key_Escape)

    assert hold.day.desk.entries() == before
    assert hold.room.view.scene is Scene.PROGRESS


def test_a_message_is_read_by_the_room_and_kept(hold: Hold) -> None:
    QTest.keyClicks(hold.screen.text.text, "Lunch is at one")
    QTest.keyClick(hold.screen.text.text, Key.Key_Return)

    assert hold.room.view.scene is Scene.MESSAGE
    assert "Lunch is at one" in repr(hold.room.view)
    assert hold.day.desk.programme().message == "Lunch is at one"


def test_the_board_is_frozen_for_the_room(hold: Hold) -> None:
    QTest.keyClick(hold.screen.board.boards[Board.FROZEN], Key.Key_Space)
    QTest.keyClick(hold.screen.board.forms[BoardForm.LOWER_THIRD], Key.Key_Space)

    desk = hold.day.desk
    assert (desk.event().board, desk.programme().form) == (Board.FROZEN, BoardForm.LOWER_THIRD)
    assert "as they were at" in hold.screen.board.text.text()


def test_the_room_moves_as_fast_as_it_was_asked_to(closed: Hold) -> None:
    closed.begin_reveal()
    usual = closed.room.motion.duration()
    QTest.keyClick(closed.screen.reveal.alone.speed.box, Key.Key_Down)

    assert closed.room.motion.duration() == usual // 2


def test_without_motion_the_room_stands_still(closed: Hold) -> None:
    speed = closed.screen.reveal.alone.speed
    speed.choose(str(NO_MOTION))
    speed.picked.emit(str(NO_MOTION))

    assert closed.room.is_motion_reduced
    speed.choose(str(USUAL_SPEED))
    speed.picked.emit(str(USUAL_SPEED))
    assert not closed.room.is_motion_reduced


def test_a_key_while_a_step_arrives_lets_it_arrive_and_announces_nothing_more(
    closed: Hold,
) -> None:
    closed.begin_reveal()
    closed.room.show()
    closed.room.reduce_motion(is_reduced=False)
    told = []
    for _ in range(3):
        closed.press(Key.Key_PageDown)
        told.append(closed.revealed)

    assert told == [1, 1, 2]


def test_a_reveal_is_made_ready_confirmed_by_two_and_told_with_one_key(closed: Hold) -> None:
    assert closed.screen.reveal.state.text() == NOT_READY
    closed.make_ready()
    closed.confirm()
    assert closed.screen.focusWidget() is closed.screen.take
    closed.take(Scene.REVEAL)
    for step in range(1, 4):
        closed.press(Key.Key_PageDown)
        assert closed.revealed == step

    assert closed.room.view.announced == ("Lantern",)
    closed.press(Key.Key_PageDown)
    assert closed.scene is Scene.REVEAL  # a press too many leaves no winner
    after = []
    for chosen in (None, None, Scene.THANK_YOU):
        closed.pause()
        if chosen is not None:
            closed.press(SCENE_KEYS[chosen])
        closed.press(Key.Key_PageDown)
        after.append(closed.scene)
    assert after == [Scene.PODIUM, Scene.PODIUM, Scene.THANK_YOU]


def test_until_a_reveal_is_prepared_that_is_the_one_filled_button(closed: Hold) -> None:
    closed.screen.go_to("Reveal")
    buttons = closed.screen.findChildren(QPushButton)

    filled = [one.text() for one in buttons if one.isVisible() and one.property("kind") == "act"]
    assert filled == ["Prepare the reveal"]


def test_scenes_have_their_pictures_and_those_that_can_not_be_shown_say_why(closed: Hold) -> None:
    buttons = closed.screen.scenes.buttons
    can_be_shown = {scene for scene, one in buttons.items() if one.property("ready") == "yes"}

    assert can_be_shown == {scene for scene, one in buttons.items() if not one.is_blank}
    assert Scene.DELIBERATION in can_be_shown
    assert Scene.PODIUM not in can_be_shown
    assert all(buttons[scene].toolTip() for scene in buttons.keys() - can_be_shown)


def test_the_hosts_screen_names_nobody_before_the_room_knows(closed: Hold) -> None:
    closed.begin_reveal()
    for told, names in enumerate((NAMES, NAMES[:2], NAMES[:1])):
        assert closed.revealed == told
        untold = [
            name
            for part in closed.screen.findChildren(QWidget)
            for name in names
            if name in f"{part.property('text')} {part.accessibleName()} {part.toolTip()}"
        ]
        assert untold == []
        closed.press(Key.Key_PageDown)


def test_a_step_is_taken_back_and_any_step_gone_to(closed: Hold) -> None:
    closed.begin_reveal()
    closed.press(Key.Key_PageDown)
    closed.press(Key.Key_PageDown)
    closed.press(Key.Key_PageUp)
    assert closed.revealed == 1
    steps = closed.screen.reveal.steps
    steps.list.choose(2)

    QTest.keyClick(steps.list, Key.Key_Return)
    assert closed.revealed == 3
    QTest.keyClick(steps.start, Key.Key_Return)

    assert closed.revealed == 0
    assert closed.scene is Scene.REVEAL


def test_a_wrong_pin_of_the_second_person_is_said_and_nothing_begins(closed: Hold) -> None:
    closed.make_ready()
    closed.confirm("000000")
    assert "That PIN is wrong" in closed.screen.reveal.confirming.refusal.text()
    assert closed.refused == []

    closed.take(Scene.REVEAL)

    assert closed.scene is Scene.HOLDING
    assert "A second person must confirm it" in closed.screen.upcoming.line.text()


def test_a_decision_that_changes_drops_the_reveal_and_says_so(closed: Hold) -> None:
    closed.begin_reveal()
    closed.press(Key.Key_PageDown)
    desk = closed.day.desk

    closed.day.do(
        lambda: decisions.decide_order(
            desk, ORGANISER, [(PERCH,), (LANTERN,), (HERON,)], "The panel talked."
        )
    )

    assert closed.screen.reveal.state.text() == DROPPED
    assert not closed.screen.reveal.steps.isVisible()
    closed.press(Key.Key_PageDown)
    assert closed.revealed == 0


def test_a_double_press_tells_one_step(at_once: Hold) -> None:
    at_once.make_ready()
    at_once.confirm()
    desk = at_once.day.desk
    at_once.day.do(lambda: projector.show_scene(desk, HOST, Scene.REVEAL))

    at_once.press(Key.Key_PageDown)
    at_once.press(Key.Key_PageDown)

    assert at_once.screen.hold._once.isActive()
    assert at_once.revealed == 1


def test_a_rehearsal_is_played_with_the_same_keys_and_recorded_at_its_end(closed: Hold) -> None:
    closed.screen.reveal.rehearse_asked.emit(RevealWanted())
    assert closed.day.desk.programme().rehearsed_at is None
    for _ in range(closed.screen.reveal.steps.list.rows.rowCount()):
        assert closed.screen.take.text().startswith("Announce ")
        closed.press(Key.Key_PageDown)
        assert not any(name in repr(closed.room.view) for name in NAMES)
        assert closed.screen.program._on == "Rehearsal: Reveal"
    assert closed.day.desk.programme().rehearsed_at is not None
    assert (closed.scene, closed.revealed) == (Scene.HOLDING, 0)

    closed.pause()
    closed.press(Key.Key_PageDown)

    assert closed.room.view.scene is Scene.HOLDING
    assert closed.screen.reveal.state.text() == NOT_READY


def test_black_in_a_rehearsal_is_black_and_comes_back_to_its_step(closed: Hold) -> None:
    closed.screen.reveal.rehearse_asked.emit(RevealWanted())
    closed.press(Key.Key_PageDown)
    before = closed.room.view
    closed.press(Key.Key_B)
    assert closed.room.view.scene is Scene.BLACK

    closed.press(Key.Key_PageDown)

    assert closed.room.view == before
    assert closed.scene is Scene.HOLDING


def test_a_rehearsal_ends_when_its_host_signs_out(closed: Hold) -> None:
    closed.screen.reveal.rehearse_asked.emit(RevealWanted())
    closed.press(Key.Key_PageDown)

    closed.day.leave()

    assert closed.room.view.scene is Scene.HOLDING


def test_an_amended_result_is_published_again_and_the_correction_shown(closed: Hold) -> None:
    closed.day.do(lambda: publish(closed.day.desk, PINS[ORGANISER]))
    closed.day.leave()
    closed.day.enter(ORGANISER)
    closed.wiring.refresh()
    card = closed.screen.correction
    QTest.keyClick(card.open, Key.Key_Return)
    QTest.keyClicks(card.why, "A sheet was found")
    QTest.keyClicks(card.agreed_by, "The panel")
    QTest.keyClick(card.amend, Key.Key_Return)
    QTest.keyClicks(closed.again.question.entry.pad.dots, PINS[ORGANISER])
    assert closed.day.desk.event().phase is Phase.CLOSED
    assert card.text.text().startswith("Edition 2 is being prepared.")
    closed.day.do(lambda: publish(closed.day.desk, PINS[ORGANISER]))

    closed.take(Scene.CORRECTION)

    assert closed.room.view.scene is Scene.CORRECTION
    assert closed.refused == []


def test_the_preview_of_the_clock_is_the_rooms_clock(hold: Hold) -> None:
    hold.day.do(lambda: clock_desk.call(hold.day.desk, HOST, PERCH))
    hold.press(SCENE_KEYS[Scene.CLOCK])

    assert "Perch" in repr(hold.screen.upcoming.picture.view)


class Chosen(FileChoice):
    """Answers with one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def folder(self, title: str) -> Path:
        assert title == "Folder for the script"
        return self._folder


def wire_the_script(hold: Hold, folder: Path) -> None:
    PaperWiring(hold.wiring, hold.day, hold.screen.reveal.printing, Chosen(folder), script_job)


def test_the_script_is_printed_with_every_step(qtbot: QtBot, closed: Hold, tmp_path: Path) -> None:
    wire_the_script(closed, tmp_path)
    closed.make_ready()
    closed.screen.go_to(REVEAL)
    QTest.keyClick(closed.screen.reveal.print, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("*.pdf"))), timeout=60_000)
    qtbot.waitUntil(lambda: "1 file" in closed.screen.reveal.made.text(), timeout=60_000)
    closed.wiring.stop()

    (path,) = tmp_path.glob("*.pdf")
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)

    assert path.name == "Small pitch day - script of the reveal - FOR THE HOST.pdf"
    assert "And in first place, Lantern. Congratulations!" in text


def test_a_script_that_can_not_be_printed_says_why(closed: Hold, tmp_path: Path) -> None:
    wire_the_script(closed, tmp_path)

    closed.screen.reveal.printing.asked.emit()

    assert "Prepare the reveal first" in closed.screen.reveal.made.text()
    assert list(tmp_path.glob("*.pdf")) == []
    closed.wiring.stop()
