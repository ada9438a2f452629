"""The host's screen of the projector: what is on, what is next, and every hold on the room."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget

from judging_app.domain.event import Board, BoardForm, Scene
from judging_app.present.control.control import HostProjectorView, NextKind, NextView
from judging_app.present.wall.showing import WallView
from judging_app.present.words.scenes import OFFERED
from ui import keys, theme
from ui.announce import announce
from ui.control.notices import BoardCard, CorrectionCard, TextCard
from ui.control.reveal import RevealCard
from ui.control.scenes import WIDTH, NextPane, ProgramPane, SceneButtons
from ui.displays.picker import DisplayPicker
from ui.displays.words import ProjectorState
from ui.room.hold import WallHold
from ui.room.key_button import KeyButton
from ui.widgets.buttons import PlainButton, UndoButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.part_switch import PartSwitch
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import EDGE, ScrollColumn
from ui.widgets.side_by_side import SideBySide

SIDE_BY_SIDE = 820
"""Width in pixels at 100 % text from which the parts are beside the wall."""

WORDS_FROM = 1000
"""The same, from which Undo and Lock say what they undo and their keys, beside the tabs."""

SCENES, REVEAL, MESSAGE, SCREENS = "Scenes", "Reveal", "Message", "Screens"
_ICONS = {SCENES: "layout-grid", REVEAL: "trophy", MESSAGE: "pencil", SCREENS: "presentation"}
"""The parts beside the wall, of which one is on show."""

_WIDEST = (1 << 24) - 1

LOCKED = "The projector is locked. Only Black and Unlock work."


class HostProjector(Screen):
    """Shows what it is given and says what was asked; the preview is nothing that the room sees."""

    scene_chosen = Signal(Scene)
    """A scene for the preview."""
    text_asked = Signal(Scene, str)
    board_asked = Signal(Board, BoardForm)
    projector_asked = Signal(bool)
    lock_asked = Signal(bool)
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Projector")
        self.hold = WallHold(self)
        self._next: NextView | None = None
        self._is_rehearsal = False
        self._said = ""
        self.program, self.upcoming, self.scenes = ProgramPane(), NextPane(), SceneButtons()
        self.text, self.board = TextCard(), BoardCard()
        self.reveal, self.correction = RevealCard(), CorrectionCard()
        self.picker, self.undo = DisplayPicker(), UndoButton()
        self.switch = QCheckBox("Projector on")
        self.line = WrappedLabel("", "quiet")
        self.lock = PlainButton("", kind="quiet", icon="lock")
        self.lock.setCheckable(True)
        self.black, self.logo = KeyButton("Black", "B"), KeyButton("Logo", "L")
        self.back = KeyButton("Go back", keys.GO_BACK.shown)
        self.take = KeyButton("Show", keys.TAKE_NEXT.shown, kind="act", is_centred=True)
        self.key_line = PlainLabel("", "quiet")
        self._lay_out()
        self._connect()
        self._locking = self._bind_keys()
        self.show_locked(is_locked=False)
        theme.follow(self._stand)

    def show_view(self, view: HostProjectorView) -> None:
        """Replace everything on show but the pictures."""
        begins = view.is_rehearsal and not self._is_rehearsal
        self._next, self._is_rehearsal = view.next, view.is_rehearsal
        self.hold.show_next(view.next)
        self.program.show_words(view.on_text, "" if view.is_rehearsal else view.on_line)
        self.upcoming.show_next(view.next)
        self.scenes.show_scenes(view.scenes)
        self.text.show_panel(view.message)
        self.board.show_panel(view.board)
        self.reveal.show_panel(view.reveal)
        self.correction.show_panel(view.correction)
        self._offer()
        self.take.setText(view.next.act_text)
        self.take.setAccessibleDescription(view.next.why)
        self.back.setText("Go back one step" if view.reveal.can_take_back else "Go back")
        self._fill()
        self._show_below()
        self._say_keys()
        self._announce_step(view)
        if begins and self.isVisible():
            self.setFocus()  # what began it has gone out of use, and the next button is black

    def show_pictures(self, program: WallView, upcoming: WallView | None) -> None:
        """Show in small what the room sees, and what it would see next."""
        self.program.show_picture(program)
        self.upcoming.show_picture(upcoming)

    def show_state(self, state: ProjectorState) -> None:
        """Say whether the projector's window is open, and anything about its display."""
        self.program.show_state(state)
        self.scenes.show_seen(is_seen=self.program.frame.is_seen)
        self.switch.setChecked(state.is_on)
        self.line.setText(state.line)
        self.line.setVisible(bool(state.line))

    def go_to(self, part: str) -> None:
        """Show a part, for whoever was led here."""
        self.parts.show_part(part)
        self._show_below()
        if part == MESSAGE:
            self.text.text.setFocus()
        else:
            self.parts.buttons[part].setFocus()

    @property
    def is_locked(self) -> bool:
        """Whether everything but black does nothing."""
        return self.lock.isChecked()

    def show_locked(self, *, is_locked: bool) -> None:
        """Lock everything but black, or unlock it."""
        if is_locked:
            self.lock.setFocus()  # what has the keyboard goes out of use, and it mustn't wander
        self.lock.setChecked(is_locked)
        self._word_lock()
        for shortcut in self._locking:
            shortcut.setEnabled(not is_locked)
        self.reveal.alone.pause()
        self._offer()
        self._say_keys()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= theme.scaled(SIDE_BY_SIDE)

    @property
    def _has_words(self) -> bool:
        return self.width() >= theme.scaled(WORDS_FROM)

    def _offer(self) -> None:
        """Put out of use what the lock or a rehearsal holds back."""
        not_locked: tuple[QWidget, ...] = (
            self.reveal,
            self.reveal.steps,
            self.correction,
            self._displays,
            self.logo,
            self.take,
        )
        for part in not_locked:
            part.setEnabled(not self.is_locked)
        for part in (self.scenes, self.text, self.board):
            part.setEnabled(not self.is_locked and not self._is_rehearsal)
        self.back.setEnabled(not self.is_locked and bool(self._next and self._next.can_go_back))
        if self.isVisible() and self.window().focusWidget() is None:
            # What had the keyboard went out of use, and without it no key would work, not even B.
            self.setFocus()

    def _fill(self) -> None:
        """One button is filled: what is next if it can be, or what the reveal waits for."""
        waits = self.parts.word == REVEAL and self.reveal.has_main_act
        can_take = self._next is not None and self._next.can_take
        kind = "act" if can_take and not waits else "plain"
        if self.take.property("kind") != kind:
            theme.restyle(self.take, kind=kind)

    def _say_keys(self) -> None:
        upcoming = self._next
        back = upcoming.back_text if upcoming else ""
        does = back if self._is_wide and upcoming and upcoming.can_go_back else ""
        said = [upcoming.key_text if upcoming else "", does]
        self.key_line.setText(LOCKED if self.is_locked else " ".join(said).strip())
        self.back.setAccessibleDescription(back)
        self.back.setToolTip(back)
        theme.restyle(self.key_line, kind="attention" if self.is_locked else "quiet")

    def _announce_step(self, view: HostProjectorView) -> None:
        """Say which step was announced; the window itself says which scene is on."""
        before, self._said = self._said, view.reveal.told_text
        if view.reveal.told_text != before:
            announce(self, view.reveal.told_text)

    def _show_below(self) -> None:
        """Under the wall: the steps of a reveal beside its script, else what is next."""
        is_reveal = self.parts.word == REVEAL and bool(self.reveal.steps.list.rows.rowCount())
        self.reveal.steps.setVisible(is_reveal)
        self.upcoming.setVisible(not is_reveal)
        self._fill()

    def _lay_out(self) -> None:
        self._displays = Card()
        add(self._displays.body, Heading("Screens", 3), self.switch, self.line, self.picker)
        pages = {
            SCENES: _scrolled(self.scenes),
            REVEAL: _scrolled(self.reveal, self.correction),
            MESSAGE: _scrolled(self.text, self.board),
            SCREENS: _scrolled(self._displays),
        }
        self.parts = PartSwitch(pages, _ICONS)
        self._wall = QWidget()
        self._beside = column(
            self.program, self.upcoming, (self.reveal.steps, 1), 0, spacing=12, inside=self._wall
        )
        self._pages = pages
        right = column(*((page, 1) for page in pages.values()), spacing=0)
        self._both = SideBySide((self._wall, 0), (right, 1), spacing=24)
        head = across((self.parts, 1), self.undo, self.lock, spacing=8)
        foot = Foot(
            self.black, self.logo, (self.key_line, 100), 1, act=self.take, beside=(self.back,)
        )
        self.lay_out(self._both, head=head, foot=foot)

    def _connect(self) -> None:
        self.scenes.scene_chosen.connect(self.scene_chosen)
        self.text.text_asked.connect(self.text_asked)
        self.board.board_asked.connect(self.board_asked)
        self.reveal.next_asked.connect(self._play_on)
        self.switch.clicked.connect(self.projector_asked)
        self.program.frame.switch_asked.connect(self.projector_asked)
        self.program.frame.screens_asked.connect(self._go_to_screens)
        self.lock.clicked.connect(self.lock_asked)
        self.black.clicked.connect(self.hold.ask_black)
        self.logo.clicked.connect(self.hold.ask_logo)
        self.take.clicked.connect(self.hold.take_by_hand)
        self.back.clicked.connect(self.hold.ask_back)
        self.undo.clicked.connect(self.undo_asked)
        self.parts.shown.connect(self._show_below)

    def _bind_keys(self) -> tuple[QShortcut, ...]:
        """Bind all keys; the answer are those that the lock puts out of use."""
        hold = self.hold
        keys.bind(keys.BLACK, self, hold.ask_black, repeats=False)
        keys.bind(keys.LOCK_KEYS, self, self.lock.click, repeats=False)
        self.parts.bind_keys(self)
        previews = keys.bind(keys.PREVIEW, self, self._choose, repeats=False)
        for shortcut, scene in zip(previews, OFFERED, strict=True):
            shortcut.setProperty("scene", scene.name)
        return (
            *previews,
            *keys.bind(keys.UNDO, self, self.undo_asked.emit, repeats=False),
            *keys.bind(keys.LOGO, self, hold.ask_logo, repeats=False),
            *keys.bind(keys.TAKE_NEXT, self, hold.ask_take, repeats=False),
            *keys.bind(keys.GO_BACK, self, hold.ask_back, repeats=False),
        )

    def _play_on(self) -> None:
        """Announce the next step automatically; a scene in the preview is never shown so."""
        if self._next and self._next.kind is NextKind.STEP:
            self.hold.ask_take()
        else:
            self.reveal.alone.pause()

    def _go_to_screens(self) -> None:
        self.go_to(SCREENS)

    def _choose(self) -> None:
        self.scene_chosen.emit(Scene[str(self.sender().property("scene"))])

    def _stand(self) -> None:
        is_wide = self._is_wide
        self._both.stand(is_wide=is_wide)
        self.program.stand(is_wide=is_wide)
        self.undo.show_short(is_short=not self._has_words)
        self.key_line.setVisible(is_wide)
        scenes, reveal = self._pages[SCENES].body, self._pages[REVEAL].body
        if is_wide:
            self._beside.insertWidget(1, self.upcoming)
            self._beside.insertWidget(2, self.reveal.steps, 1)
        else:  # what stood under the wall scrolls with the part that it belongs to
            scenes.insertWidget(0, self.upcoming)
            reveal.insertWidget(1, self.reveal.steps)
        self._wall.setMaximumWidth(WIDTH if is_wide else _WIDEST)
        self._wall.setContentsMargins(0, 0, 0 if is_wide else EDGE, 0)
        self._word_lock()
        self._say_keys()

    def _word_lock(self) -> None:
        act = "Unlock" if self.is_locked else "Lock"
        self.lock.setText(f"{act} projector (Ctrl+L)" if self._has_words else act)
        self.lock.setAccessibleName(f"{act} projector (Ctrl+L)")


def _scrolled(*parts: QWidget) -> ScrollColumn:
    made = ScrollColumn()
    made.keep_right_edge()
    add(made.body, *parts, 1)
    return made
