"""Every scene that the host can preview, by when it is used, and the room's picture beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from judging_app.domain.event import Scene
from judging_app.present.control.control import NextKind, NextView, SceneChoice
from judging_app.present.wall.showing import WallView
from judging_app.present.words.scenes import GROUP_WORDS, SCENES, SceneGroup, scenes_of
from ui import theme
from ui.displays.words import ProjectorState
from ui.room.key_button import KeyButton
from ui.room.tally import ProgramFrame, Tally
from ui.wall.projector import Projector
from ui.widgets.form import across, add, column
from ui.widgets.labels import NameLabel, PlainLabel, WrappedLabel

WIDTH, SMALL_WIDTH = 476, 208
"""Of the room's picture and the small one, in pixels at any size of text."""

ACROSS = 3


class ProgramPane(QWidget):
    """What the room sees, with the tally over it."""

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.tally = PlainLabel("", "strong"), Tally()
        self.frame = ProgramFrame("What the audience sees")
        self._on, self._state = "", ProjectorState()
        column(across((self.heading, 1), self.tally, spacing=8), self.frame, spacing=8, inside=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.frame.keep_width(WIDTH)

    def show_words(self, heading: str, line: str) -> None:
        """Say what is on, and how far it has got."""
        self._on = line or heading
        self._say()

    def show_state(self, state: ProjectorState) -> None:
        """Say whether the room sees anything."""
        self._state = state
        self.tally.show_standing(state.standing)
        self._say()

    def show_picture(self, view: WallView) -> None:
        """Show in small what the room sees."""
        self.frame.show_picture(view)

    def _say(self) -> None:
        self.frame.show_state(self._state, self._on)
        seen = self.frame.is_seen
        self.heading.setText(f"On the wall: {self._on}" if seen else "Nothing is on the wall")

    def stand(self, *, is_wide: bool) -> None:
        """Show the picture, or in words alone what is on, where there is no room for it."""
        self.frame.setVisible(is_wide)


class NextPane(QWidget):
    """What the next key brings; the reveal's next step has no picture, which would give it away."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = Projector(self, is_motion_reduced=True)
        self.picture.setWindowFlags(Qt.WindowType.Widget)
        self.picture.setAccessibleName("What the audience would see next")
        self.picture.setFixedSize(SMALL_WIDTH, SMALL_WIDTH * 9 // 16)
        self.heading, self.line = NameLabel("", "subheading"), WrappedLabel("", "quiet")
        words = column(
            PlainLabel("Next on the wall", "label"), self.heading, self.line, 1, spacing=4
        )
        across((self.picture, 0, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=12, inside=self)

    def show_next(self, upcoming: NextView) -> None:
        """Say what is next, and why it can't be taken if it can't."""
        is_step = upcoming.kind is NextKind.STEP
        hidden = "Its picture stays hidden until it is announced." if is_step else ""
        self.heading.setText(upcoming.text)
        self.line.setText(upcoming.why or hidden)
        theme.restyle(self.line, kind="attention" if upcoming.why else "quiet")

    def show_picture(self, view: WallView | None) -> None:
        """Show the small picture; `None` where there is none to be seen beforehand."""
        self.picture.setVisible(view is not None)
        if view is not None:
            self.picture.show_view(view)


class SceneButtons(QWidget):
    """Every scene under when it is used; a press previews it and shows the room nothing."""

    scene_chosen = Signal(Scene)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Scene, KeyButton] = {}
        self._whys: dict[SceneGroup, WrappedLabel] = {}
        self._is_seen = False
        self._choices: tuple[SceneChoice, ...] = ()
        whole = column(spacing=8, inside=self)
        for group in SceneGroup:
            if group is not SceneGroup.AT_ONCE:
                add(whole, PlainLabel(GROUP_WORDS[group], "label"), self._rows(group))
                self._whys[group] = WrappedLabel("", "quiet")
                add(whole, self._whys[group])
                whole.addSpacing(8)
        whole.addStretch(1)

    def show_scenes(self, choices: Sequence[SceneChoice]) -> None:
        """Say of each scene whether it is on, next, or can't be shown now and why."""
        self._choices = tuple(choices)
        for choice in choices:
            button, is_on = self.buttons[choice.scene], choice.is_on and self._is_seen
            button.setChecked(choice.is_previewed)
            said = [choice.text, *(["on air"] * is_on), *(["next"] * choice.is_previewed)]
            button.setAccessibleName(", ".join(said))
            key = f"Key: {SCENES[choice.scene].letter}"
            button.setAccessibleDescription(f"{choice.why} {key}".strip())
            button.setToolTip(choice.why)
            button.show_mark("dot" if is_on else "chevron-right" * choice.is_previewed)
            theme.restyle(button, ready="no" if choice.why else "yes", on="yes" if is_on else "no")
        for group, label in self._whys.items():
            whys = dict.fromkeys(c.why for c in choices if c.why and c.scene in scenes_of(group))
            label.setText(" ".join(whys))
            label.setVisible(bool(whys))

    def show_seen(self, *, is_seen: bool) -> None:
        """Whether the room sees the scene that is on."""
        if is_seen != self._is_seen:
            self._is_seen = is_seen
            self.show_scenes(self._choices)

    def _rows(self, group: SceneGroup) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for at, scene in enumerate(scenes_of(group)):
            button = KeyButton(SCENES[scene].name, SCENES[scene].letter, kind="scene")
            button.setCheckable(True)
            button.setProperty("scene", scene.name)
            button.clicked.connect(self._choose)
            self.buttons[scene] = button
            grid.addWidget(button, at // ACROSS, at % ACROSS)
        for at in range(ACROSS):
            grid.setColumnStretch(at, 1)
        return grid

    def _choose(self) -> None:
        self.scene_chosen.emit(Scene[str(self.sender().property("scene"))])
