"""The scenes that the host can preview, and the two panes: what is on, and what is next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from judging_app.domain.event import Scene
from judging_app.present.control.control import NextKind, NextView, SceneChoice
from judging_app.present.wall.showing import WallView
from judging_app.present.words.scenes import GROUP_WORDS, SCENES, SceneGroup, scenes_of
from ui import theme
from ui.wall.projector import Projector
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.side_by_side import SideBySide

MINIATURE_HEIGHT = 117
"""Of a small picture, in pixels at 100 % text; 16 to 9."""

HIGHEST_MINIATURE = 160
"""In pixels at any size of text: what is said beside it needs the room more."""


class Pane(Card):
    """A small picture of the room's screen beside what it is, in words."""

    def __init__(self, label: str, name: str, kind: str = "card") -> None:
        super().__init__(kind)
        self.picture = Projector(is_motion_reduced=True)
        self.picture.setAccessibleName(name)
        self.picture.setMinimumSize(0, 0)
        theme.follow(self._size_picture, MINIATURE_HEIGHT)
        self.heading = Heading("", 2)
        self.line = WrappedLabel("")
        self.words = column(PlainLabel(label, "label"), self.heading, self.line, 1, spacing=4)
        picture = (self.picture, 0, Qt.AlignmentFlag.AlignTop)
        add(self.body, across(picture, (self.words, 1), spacing=16))

    def show_words(self, heading: str, line: str) -> None:
        """Say what it is, and anything about it."""
        self.heading.setText(heading)
        self.line.setText(line)
        self.line.setVisible(bool(line))

    def show_picture(self, view: WallView | None) -> None:
        """Show the small picture; `None` where there is none to be seen beforehand."""
        self.picture.setVisible(view is not None)
        if view is not None:
            self.picture.show_view(view)

    def _size_picture(self, height: int) -> None:
        height = min(height, HIGHEST_MINIATURE)
        self.picture.setFixedSize(height * 16 // 9, height)


class ProgramPane(Pane):
    """What is on, with what to read aloud to it."""

    def __init__(self) -> None:
        super().__init__("On now", "What the audience sees", "card-act")
        self._label = PlainLabel("Read aloud", "label")
        self.script = WrappedLabel("", "large")
        for at, part in enumerate((self._label, self.script), start=self.words.count() - 1):
            self.words.insertWidget(at, part)

    def show_script(self, script: str) -> None:
        """Show what to read aloud; empty for nothing."""
        self.script.setText(script)
        for part in (self._label, self.script):
            part.setVisible(bool(script))


class NextPane(Pane):
    """What the next key brings; the reveal's next step has no picture, which would give it away."""

    def __init__(self) -> None:
        super().__init__("Next", "What the audience would see next")

    def show_next(self, upcoming: NextView) -> None:
        """Say what is next, and why it can't be taken if it can't."""
        is_step = upcoming.kind is NextKind.STEP
        hidden = "The picture stays hidden until the step is announced." if is_step else ""
        self.show_words(upcoming.text, upcoming.why or hidden)
        theme.restyle(self.line, kind="attention" if upcoming.why else "quiet")


class SceneButtons(Card):
    """Every scene under what it is for; a press previews it and shows the room nothing."""

    scene_chosen = Signal(Scene)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Scene, PlainButton] = {}
        groups = ((self._column(one), 1) for one in SceneGroup if one is not SceneGroup.AT_ONCE)
        self.groups = SideBySide(*groups, spacing=8)
        add(self.body, Heading("Scenes", 3), self.groups)

    def show_scenes(self, choices: Sequence[SceneChoice]) -> None:
        """Say of each scene whether it is on, in the preview, or can't be shown now and why."""
        for choice in choices:
            button = self.buttons[choice.scene]
            button.setText(_words(choice))
            button.setChecked(choice.is_previewed)
            button.setAccessibleName(f"{_words(choice)}, key {SCENES[choice.scene].letter}")
            button.setAccessibleDescription(choice.why)
            button.setToolTip(choice.why)
            theme.restyle(button, ready="no" if choice.why else "yes")

    def _column(self, group: SceneGroup) -> QVBoxLayout:
        shown = column(PlainLabel(GROUP_WORDS[group], "label"), spacing=0)
        for scene in scenes_of(group):
            button = PlainButton(SCENES[scene].name, kind="entry")
            button.setCheckable(True)
            button.setProperty("scene", scene.name)
            button.clicked.connect(self._choose)
            self.buttons[scene] = button
            shown.addWidget(button)
        shown.addStretch(1)
        return shown

    def _choose(self) -> None:
        self.scene_chosen.emit(Scene[str(self.sender().property("scene"))])


def _words(choice: SceneChoice) -> str:
    """The scene with its letter, and the one word that matters most about it."""
    words = f"{choice.text} ({SCENES[choice.scene].letter})"
    if choice.is_on:
        return f"{words} · on now"
    if choice.is_previewed:
        return f"{words} · next"
    return words


class Panes(SideBySide):
    """What is on and what is next."""

    def __init__(self) -> None:
        self.program, self.upcoming = ProgramPane(), NextPane()
        super().__init__((self.program, 1), (self.upcoming, 1), spacing=12)
