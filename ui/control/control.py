"""The host's screen of the projector: what is on, what is next, and every hold on the room."""

from PySide6.QtCore import QTimer, Signal
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
from ui.control.scenes import Panes, SceneButtons
from ui.displays.picker import DisplayPicker
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide

ONE_PRESS_MS = 600
"""Presses that follow within this time count as one: a double click, a key that bounces."""

SIDE_BY_SIDE = 820
"""Width in pixels at 100 % text from which the reveal is beside the scenes."""

LOCKED = "The projector is locked. Only Black and Unlock work."


class HostProjector(Screen):
    """Shows what it is given and says what was asked; the preview is nothing that the room sees."""

    scene_chosen = Signal(Scene)
    """A scene for the preview."""
    take_asked = Signal()
    """What is next."""
    back_asked = Signal()
    at_once_asked = Signal(Scene)
    """A scene without preview: black or the logo; once more for what was on before."""
    text_asked = Signal(Scene, str)
    board_asked = Signal(Board, BoardForm)
    projector_asked = Signal(bool)
    lock_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Projector")
        self._next: NextView | None = None
        self._is_rehearsal = False
        self._said = ""
        self.panes, self.scenes = Panes(), SceneButtons()
        self.text, self.board = TextCard(), BoardCard()
        self.reveal, self.correction = RevealCard(), CorrectionCard()
        self.picker = DisplayPicker()
        self.switch = QCheckBox("Projector screen")
        self.line = WrappedLabel("", "quiet")
        self.lock = PlainButton("", kind="quiet", icon="lock")
        self.lock.setCheckable(True)
        self.black, self.logo = PlainButton("Black (B)"), PlainButton("Logo (L)")
        self.back, self.take = PlainButton("Go back"), ActButton("Show")
        self.key_line = WrappedLabel("", "quiet")
        self._once = QTimer(self)
        self._once.setSingleShot(True)
        self._once.setInterval(ONE_PRESS_MS)
        self._black_once = QTimer(self)
        self._black_once.setSingleShot(True)
        self._black_once.setInterval(ONE_PRESS_MS)
        self._lay_out()
        self._connect()
        self._locking = self._bind_keys()
        self.show_locked(is_locked=False)
        theme.follow(self._stand)

    def show_view(self, view: HostProjectorView) -> None:
        """Replace everything on show but the pictures."""
        self._next, self._is_rehearsal = view.next, view.is_rehearsal
        self.panes.program.show_words(view.on_text, view.on_line)
        self.panes.program.show_script(view.script)
        self.panes.upcoming.show_next(view.next)
        self.scenes.show_scenes(view.scenes)
        self.text.show_panel(view.message)
        self.board.show_panel(view.board)
        self.reveal.show_panel(view.reveal)
        self.correction.show_panel(view.correction)
        self._offer()
        self.take.setText(view.next.act_text)
        self.take.setAccessibleDescription(view.next.why)
        self._say_keys()
        self._announce_step(view)

    def show_pictures(self, program: WallView, upcoming: WallView | None) -> None:
        """Show in small what the room sees, and what it would see next."""
        self.panes.program.show_picture(program)
        self.panes.upcoming.show_picture(upcoming)

    def show_projector(self, *, is_on: bool, line: str) -> None:
        """Say whether the projector's window is open, and anything about its display."""
        self.switch.setChecked(is_on)
        self.line.setText(line)
        self.line.setVisible(bool(line))

    @property
    def is_locked(self) -> bool:
        """Whether everything but black does nothing."""
        return self.lock.isChecked()

    def show_locked(self, *, is_locked: bool) -> None:
        """Lock everything but black, or unlock it."""
        if is_locked:
            self.lock.setFocus()  # what has the keyboard goes out of use, and it mustn't wander
        self.lock.setChecked(is_locked)
        self.lock.setText("Unlock projector (Ctrl+L)" if is_locked else "Lock projector (Ctrl+L)")
        for shortcut in self._locking:
            shortcut.setEnabled(not is_locked)
        self.reveal.alone.pause()
        self._offer()
        self._say_keys()

    def ask_take(self) -> None:
        """Ask for what is next, once for a double click or a bouncing key."""
        upcoming = self._next
        if upcoming is None or not upcoming.can_take:
            announce(self, upcoming.why if upcoming else "", is_urgent=True)
        elif self._is_single():
            self.take_asked.emit()
            self._once.start()  # from when it is done: presses may have queued up meanwhile

    def ask_back(self) -> None:
        """Ask for the step or the scene before."""
        if self._next and self._next.can_go_back and self._is_single():
            self.back_asked.emit()
            self._once.start()

    def ask_black(self) -> None:
        """Ask for black at once, whatever was pressed before; only black itself is waited for."""
        if not self._black_once.isActive():
            self._black_once.start()
            self.at_once_asked.emit(Scene.BLACK)
            self._black_once.start()
            self._once.start()

    def ask_logo(self) -> None:
        """Ask for the logo at once."""
        if self._is_single():
            self.at_once_asked.emit(Scene.LOGO)
            self._once.start()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._stand()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= theme.scaled(SIDE_BY_SIDE)

    def _is_single(self) -> bool:
        if self._once.isActive():
            return False
        self._once.start()
        return True

    def _offer(self) -> None:
        """Put out of use what the lock or a rehearsal holds back."""
        for part in (
            self.reveal,
            self.correction,
            self._displays,
            self.logo,
            self.take,
            self.switch,
        ):
            part.setEnabled(not self.is_locked)
        for part in (self.scenes, self.text, self.board):
            part.setEnabled(not self.is_locked and not self._is_rehearsal)
        self.back.setEnabled(not self.is_locked and bool(self._next and self._next.can_go_back))
        if self.isVisible() and self.window().focusWidget() is None:
            # What had the keyboard went out of use, and without it no key would work, not even B.
            self.setFocus()

    def _say_keys(self) -> None:
        upcoming = self._next
        back = upcoming.back_text if upcoming else ""
        said = [upcoming.key_text if upcoming else "", back if self._is_wide else ""]
        self.key_line.setText(LOCKED if self.is_locked else " ".join(said).strip())
        self.back.setAccessibleDescription(back)
        self.back.setToolTip(back)
        theme.restyle(self.key_line, kind="attention" if self.is_locked else "quiet")

    def _announce_step(self, view: HostProjectorView) -> None:
        """Say which step was announced; the window itself says which scene is on."""
        before, self._said = self._said, view.reveal.told_text
        if view.reveal.told_text != before:
            announce(self, view.reveal.told_text)

    def _lay_out(self) -> None:
        self._column = ScrollColumn()
        add(self._column.body, self.panes, self._sides(), 1)
        head = across((Heading("Projector"), 1), self.lock, self.switch)
        self.lay_out(
            self._column,
            head=column(head, self.key_line, spacing=8),
            foot=Foot(self.black, self.logo, 1, self.back, act=self.take),
        )

    def _sides(self) -> SideBySide:
        self._displays = Card()
        add(self._displays.body, Heading("Screens", 3), self.line, self.picker)
        left = column(self.scenes, self.text, self.board, self._displays, 1, spacing=12)
        right = column(self.reveal, self.correction, 1, spacing=12)
        self._both = SideBySide((left, 3), (right, 2), spacing=12)
        return self._both

    def _connect(self) -> None:
        self.scenes.scene_chosen.connect(self.scene_chosen)
        self.text.text_asked.connect(self.text_asked)
        self.board.board_asked.connect(self.board_asked)
        self.reveal.next_asked.connect(self._play_on)
        self.switch.clicked.connect(self.projector_asked)
        self.lock.clicked.connect(self.lock_asked)
        self.black.clicked.connect(self.ask_black)
        self.logo.clicked.connect(self.ask_logo)
        self.take.clicked.connect(self.ask_take)
        self.back.clicked.connect(self.ask_back)

    def _bind_keys(self) -> tuple[QShortcut, ...]:
        """Bind all keys; the answer are those that the lock puts out of use."""
        keys.bind(keys.BLACK, self, self.ask_black, repeats=False)
        keys.bind(keys.LOCK_KEYS, self, self.lock.click, repeats=False)
        previews = keys.bind(keys.PREVIEW, self, self._choose, repeats=False)
        for shortcut, scene in zip(previews, OFFERED, strict=True):
            shortcut.setProperty("scene", scene.name)
        return (
            *previews,
            *keys.bind(keys.LOGO, self, self.ask_logo, repeats=False),
            *keys.bind(keys.TAKE_NEXT, self, self.ask_take, repeats=False),
            *keys.bind(keys.GO_BACK, self, self.ask_back, repeats=False),
        )

    def _play_on(self) -> None:
        """Announce the next step automatically; a scene in the preview is never shown so."""
        if self._next and self._next.kind is NextKind.STEP:
            self.ask_take()
        else:
            self.reveal.alone.pause()

    def _choose(self) -> None:
        self.scene_chosen.emit(Scene[str(self.sender().property("scene"))])

    def _stand(self) -> None:
        for part in (self._both, self.panes, self.scenes.groups):
            part.stand(is_wide=self._is_wide)
        self._say_keys()
