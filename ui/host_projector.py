"""The host's hold on the projector: which scene is on, and how far the reveal has come."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from judging_app.domain.event import Board, Scene
from judging_app.present.host_desk import RevealPanel, SceneChoice
from judging_app.present.projector import ProjectorView
from ui import theme
from ui.projector import Projector
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.labels import Heading, WrappedLabel

ONE_PRESS_MS = 600
"""Presses on the reveal's next step that follow within this time count as one."""


class ProjectorCard(Card):
    """Preview a scene, then take it; the small picture is what the room sees."""

    scene_asked = Signal(str)
    board_asked = Signal(str)
    projector_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._chosen: Scene | None = None
        self._on: Scene | None = None
        self._heading = Heading("Projector", 3)
        self.program = Projector(is_motion_reduced=True)
        self.program.setAccessibleName("What the room sees")
        self.program.setMinimumSize(0, 0)
        self.switch = QCheckBox("Projector on")
        self.switch.clicked.connect(self.projector_asked)
        self.board = QCheckBox("Live standings for the room")
        self.board.clicked.connect(self._ask_board)
        self.line = WrappedLabel("", "quiet")
        self.choices: dict[Scene, PlainButton] = {
            scene: self._choice(scene) for scene in Scene if scene is not Scene.BLACK
        }
        self.take = PlainButton("Take", icon="presentation")
        self.take.clicked.connect(self._ask_take)
        self.black = PlainButton("Black (B)")
        self.black.clicked.connect(self.ask_black)
        self._lay_out()

    def show_scenes(self, scenes: Sequence[SceneChoice], *, is_board_live: bool) -> None:
        """Say which scene is on, and which could be."""
        for choice in scenes:
            if choice.is_on:
                self._on = choice.scene
                self._heading.setText(f"Projector: {choice.text.lower()}")
            if button := self.choices.get(choice.scene):
                button.setText(choice.text)
                button.setEnabled(choice.is_offered)
        self.board.setChecked(is_board_live)
        self._mark()

    def show_program(self, view: ProjectorView) -> None:
        """Show in small what the room sees."""
        self.program.show_view(view)

    def show_projector(self, *, is_on: bool, line: str) -> None:
        """Say whether the projector's window is open, and anything about its display."""
        self.switch.setChecked(is_on)
        self.line.setText(line)

    def ask_black(self) -> None:
        """Ask for the black scene, at once and without preview."""
        self.scene_asked.emit(Scene.BLACK.value)

    def choose(self, scene: Scene) -> None:
        """Preview `scene`, if it can be taken now."""
        if scene in self.choices and self.choices[scene].isEnabled():
            self._chosen = scene
            self._mark()

    def _choice(self, scene: Scene) -> PlainButton:
        button = PlainButton(scene.value.capitalize(), kind="entry")
        button.setCheckable(True)
        button.setProperty("scene", scene.name)
        button.clicked.connect(self._choose)
        return button

    def _lay_out(self) -> None:
        self.program.setFixedHeight(theme.scaled(150))
        self.body.addWidget(self._heading)
        self.body.addWidget(self.program)
        scenes = QGridLayout()
        scenes.setSpacing(0)
        for number, button in enumerate(self.choices.values()):
            scenes.addWidget(button, number // 2, number % 2)
        self.body.addLayout(scenes)
        self.body.addWidget(self.take)
        self.body.addWidget(self.black)
        for part in (self.switch, self.line, self.board):
            self.body.addWidget(part)

    def _mark(self) -> None:
        chosen = self._chosen
        for scene, button in self.choices.items():
            button.setChecked(scene is chosen)
        can_take = chosen is not None and chosen is not self._on
        self.take.setEnabled(can_take and self.choices[chosen].isEnabled() if chosen else False)
        self.take.setText(f"Take {chosen.value}" if chosen and can_take else "Take")

    def _choose(self) -> None:
        self.choose(Scene[str(self.sender().property("scene"))])
        self._mark()

    def _ask_take(self) -> None:
        if self._chosen is not None:
            # The button goes out of use with the press: the keyboard must not fall on the next one.
            self.choices[self._chosen].setFocus()
            self.scene_asked.emit(self._chosen.value)

    def _ask_board(self) -> None:
        self.board_asked.emit((Board.LIVE if self.board.isChecked() else Board.HIDDEN).value)


class RevealCard(Card):
    """The reveal step by step, without a name unless it is asked for."""

    next_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._names = ""
        self.caution = WrappedLabel("", "attention")
        self.told = WrappedLabel("", "strong")
        self.upcoming = WrappedLabel("")
        self.names = WrappedLabel("", "large")
        self.show_names = PlainButton("Show names", kind="quiet", icon="eye")
        self.show_names.setCheckable(True)
        self.show_names.clicked.connect(self._turn_names)
        self.next = ActButton("Tell next step")
        self.next.clicked.connect(self.ask_next)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(ONE_PRESS_MS)
        self.back = PlainButton("Back")
        self.back.clicked.connect(self.back_asked)
        self._lay_out()

    @property
    def is_pausing(self) -> bool:
        """Whether a press would count as part of the one before."""
        return self._pause.isActive()

    def ask_next(self) -> None:
        """Ask for the next place, once for a double click or a bouncing key."""
        if not self._pause.isActive():
            self._pause.start()
            self.next_asked.emit()

    def show_panel(self, panel: RevealPanel) -> None:
        """Show where the reveal stands; names are hidden again after every step."""
        if panel.next_names != self._names:
            self.show_names.setChecked(False)
        self._names = panel.next_names
        self.setVisible(panel.is_ready)
        self.caution.setText(panel.caution)
        self.caution.setVisible(bool(panel.caution))
        self.told.setText(panel.told_text)
        self.upcoming.setText(panel.next_text)
        self.upcoming.setVisible(bool(panel.next_text))
        self.show_names.setVisible(bool(panel.next_names))
        self.next.setEnabled(panel.can_tell)
        self.back.setEnabled(panel.can_take_back)
        self._turn_names()

    def _lay_out(self) -> None:
        self.body.addWidget(Heading("Reveal", 3))
        for part in (self.caution, self.told, self.upcoming, self.show_names, self.names):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addWidget(self.next, 1)
        self.body.addLayout(row)

    def _turn_names(self) -> None:
        is_shown = self.show_names.isChecked() and bool(self._names)
        self.names.setText(self._names if is_shown else "")
        self.names.setVisible(is_shown)
        self.show_names.setText("Hide names" if is_shown else "Show names")
