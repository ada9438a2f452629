"""The wall on the host's desk: what is on, what is next, and the nine scenes at hand."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from judging_app.domain.event import Scene
from judging_app.present.control.control import HostProjectorView, NextKind
from judging_app.present.wall.showing import WallView
from judging_app.present.words.scenes import OFFERED, SCENES
from ui import keys, theme
from ui.displays.words import ProjectorState
from ui.room.hold import WallHold
from ui.room.key_button import KeyButton
from ui.room.tally import ProgramFrame, Tally
from ui.wall.projector import Projector
from ui.widgets.form import across, add, column
from ui.widgets.labels import NameLabel, PlainLabel

WIDTH, SHORT_WIDTH, NEXT_WIDTH = 420, 320, 208
"""Of the deck, the room's picture on a low page, and the small picture, at any size of text."""

ACROSS = 3
"""Scenes in a row."""


class WallDeck(QWidget):
    """Shows what the room sees and would see next, and says what was asked."""

    scene_chosen = Signal(Scene)
    message_asked = Signal()
    """To write a message before it is shown."""
    scenes_asked = Signal()
    """The scenes to choose from, where they have no room here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The wall")
        self.hold = WallHold(self)
        self._view: HostProjectorView | None = None
        self._state = ProjectorState()
        self._is_compact = self._is_short = False
        self.on, self.tally = PlainLabel("", "strong"), Tally()
        self.program = ProgramFrame("What the audience sees")
        self.next_picture = Projector(self, is_motion_reduced=True)
        self.next_picture.setWindowFlags(Qt.WindowType.Widget)
        self.next_picture.setAccessibleName("What the audience would see next")
        self.next_picture.setFixedSize(NEXT_WIDTH, NEXT_WIDTH * 9 // 16)
        self.next, self.why = NameLabel("", "subheading", 1), NameLabel("", "quiet", 2)
        self.show_it = KeyButton("Show it", keys.TAKE_NEXT.shown)
        self.black = KeyButton("Black", "B", kind="small")
        self.logo = KeyButton("Logo", "L", kind="small")
        self.back = KeyButton("Back", keys.GO_BACK.shown, kind="small")
        self.choose = KeyButton("Choose what comes next…", mark="chevron-down")
        self.scenes = SceneGrid()
        self._lay_out()
        self._connect()
        theme.follow(self._fit)

    def show_view(self, view: HostProjectorView) -> None:
        """Replace everything on show but the pictures."""
        self._view = view
        self.hold.show_next(view.next)
        self.next.setText(view.next.text)
        is_step = view.next.kind is NextKind.STEP
        self.why.setText(
            view.next.why or ("Its picture stays hidden until then." if is_step else "")
        )
        theme.restyle(self.why, kind="attention" if view.next.why else "quiet")
        self.show_it.setText("Announce it" if is_step else "Show it")
        self.show_it.setAccessibleName(view.next.act_text)
        self.show_it.setAccessibleDescription(view.next.why or view.next.key_text)
        self.back.setEnabled(view.next.can_go_back)
        self.back.setToolTip(view.next.back_text)
        self.scenes.show_view(view)
        self._say_on()

    def show_pictures(self, program: WallView, upcoming: WallView | None) -> None:
        """Show in small what the room sees, and what it would see next."""
        self.program.show_picture(program)
        self.next_picture.setVisible(upcoming is not None and not self._is_compact)
        if upcoming is not None:
            self.next_picture.show_view(upcoming)

    def show_state(self, state: ProjectorState) -> None:
        """Say whether the room sees anything."""
        self._state = state
        self.tally.show_standing(state.standing)
        self._say_on()

    def stand(self, *, is_compact: bool) -> None:
        """Keep to what can't be done without where there is little room."""
        self._is_compact = is_compact
        for part in (self.next_picture, self.scenes, self._scenes_word):
            part.setVisible(not is_compact)
        self.choose.setVisible(is_compact)
        self.why.setVisible(not is_compact)
        for button in (self.black, self.logo, self.back):
            button.show_cap(is_shown=not is_compact)
        self._fit()

    def keep_short(self, *, is_short: bool) -> None:
        """Let the room's picture give way where the page is low."""
        self._is_short = is_short
        self._fit()

    def hold_below(self, part: QWidget) -> None:
        """Keep something of the desk's under the wall, where there is room for it."""
        self._whole.insertWidget(self._whole.count() - 1, part)

    def bind_keys(self, screen: QWidget) -> None:
        """Let the keys of the wall work all over `screen`."""
        hold = self.hold
        keys.bind(keys.BLACK, screen, hold.ask_black, repeats=False)
        keys.bind(keys.LOGO, screen, hold.ask_logo, repeats=False)
        keys.bind(keys.TAKE_NEXT, screen, hold.ask_take, repeats=False)
        keys.bind(keys.GO_BACK, screen, hold.ask_back, repeats=False)

    def ask_scene(self, scene: Scene) -> None:
        """Ask for a scene to come next; a message is written first."""
        choice = (
            next((c for c in self._view.scenes if c.scene is scene), None) if self._view else None
        )
        if scene is Scene.MESSAGE and choice is not None and choice.why:
            self.message_asked.emit()
        else:
            self.scene_chosen.emit(scene)

    def _say_on(self) -> None:
        waiting = self._view.on_text if self._view else ""
        self.program.show_state(self._state, waiting)
        self.on.setText(
            f"On the wall: {waiting}" if self.program.is_seen else "Nothing is on the wall"
        )
        self.scenes.show_seen(is_seen=self.program.is_seen)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setFixedWidth(WIDTH)
        self._scenes_word = PlainLabel("Choose what comes next", "label")
        self._whole = column(spacing=8, inside=self)
        self._next_word = PlainLabel("Next on the wall", "label")
        words = column(self._next_word, self.next, self.why, 1, spacing=2)
        beside = column(words, self.show_it, spacing=4)
        self._upcoming = across(self.next_picture, (beside, 1), spacing=12)
        add(
            self._whole,
            across((self.on, 1), self.tally, spacing=8),
            self.program,
            self._upcoming,
            across((self.black, 1), (self.logo, 1), (self.back, 1), spacing=8),
            self._scenes_word,
            self.scenes,
            self.choose,
            1,
        )

    def _connect(self) -> None:
        self.show_it.clicked.connect(self.hold.take_by_hand)
        self.black.clicked.connect(self.hold.ask_black)
        self.logo.clicked.connect(self.hold.ask_logo)
        self.back.clicked.connect(self.hold.ask_back)
        self.choose.clicked.connect(self.scenes_asked)
        self.scenes.scene_chosen.connect(self.ask_scene)

    def _fit(self) -> None:
        is_large = theme.scaled(100) > _LARGE
        self.program.keep_width(240 if is_large else SHORT_WIDTH if self._is_short else WIDTH)
        self._next_word.setVisible(not is_large)
        self.choose.setText("Choose the next…" if is_large else "Choose what comes next…")


_LARGE = 160


class SceneGrid(QWidget):
    """The nine scenes at hand: which is on, which is next, which can't be shown now, and why."""

    scene_chosen = Signal(Scene)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_seen = False
        self._view: HostProjectorView | None = None
        self.buttons = {scene: self._button(scene) for scene in OFFERED}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._at_hand: tuple[Scene, ...] = ()

    def show_view(self, view: HostProjectorView) -> None:
        """Say of each scene how it stands."""
        self._view = view
        if view.at_hand != self._at_hand:
            self._place(view.at_hand)
        for choice in view.scenes:
            button, is_on = self.buttons[choice.scene], choice.is_on and self._is_seen
            is_message = choice.scene is Scene.MESSAGE
            button.setText(f"{choice.short}…" if is_message and choice.why else choice.short)
            said = [choice.text, *(["on air"] if is_on else []), *(["next"] * choice.is_previewed)]
            button.setAccessibleName(", ".join(said))
            why = "" if is_message else choice.why
            button.setChecked(choice.is_previewed)
            button.setToolTip(why)
            key = f"Key: {SCENES[choice.scene].letter}"
            button.setAccessibleDescription(f"{why} {key}".strip())
            mark = "chevron-right" if choice.is_previewed else ""
            button.show_mark("dot" if is_on else mark)
            on = "yes" if is_on else "no"
            theme.restyle(button, ready="no" if why else "yes", on=on)

    def show_seen(self, *, is_seen: bool) -> None:
        """Whether the room sees the scene that is on."""
        if is_seen != self._is_seen:
            self._is_seen = is_seen
            if self._view is not None:
                self.show_view(self._view)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def _place(self, at_hand: tuple[Scene, ...]) -> None:
        self._at_hand = at_hand
        for scene, button in self.buttons.items():
            self._grid.removeWidget(button)
            button.setVisible(scene in at_hand)
        for at, scene in enumerate(at_hand):
            self._grid.addWidget(self.buttons[scene], at // ACROSS, at % ACROSS)
        for column_at in range(ACROSS):
            self._grid.setColumnStretch(column_at, 1)

    def _button(self, scene: Scene) -> KeyButton:
        button = KeyButton(SCENES[scene].name, SCENES[scene].letter, kind="scene", parent=self)
        button.setCheckable(True)
        button.setProperty("scene", scene.name)
        button.clicked.connect(self._choose)
        button.hide()
        return button

    def _choose(self) -> None:
        self.scene_chosen.emit(Scene[str(self.sender().property("scene"))])
