"""What else the host decides about the room: its text, its board, its edition of the result."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from judging_app.domain.event import Board, BoardForm, Scene
from judging_app.present.control.control import BoardPanel, CorrectionPanel, TextPanel
from judging_app.present.words.event import BOARD_WORDS, FORM_WORDS
from judging_app.present.words.scenes import SCENES, WITH_MESSAGE
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import add, labelled, text_field
from ui.widgets.labels import Heading, PlainLabel, QuietText
from ui.widgets.reason_field import MOST_REASON

LONGEST_TEXT = 200
"""Characters that still read well at ten metres."""


class TextCard(Card):
    """A text for the room, and the scenes that show it."""

    text_asked = Signal(Scene, str)
    """The scene, and the text that it is to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._kept = ""
        self.text = text_field("Message for the audience", LONGEST_TEXT)
        self.text.textChanged.connect(self._enable_buttons)
        self.buttons = {scene: self._button(scene) for scene in WITH_MESSAGE}
        self.text.returnPressed.connect(self.buttons[Scene.MESSAGE].click)
        self.why = QuietText()
        self._why_not: Mapping[Scene, str] = {}
        acts = FlowRow()
        acts.show_parts(list(self.buttons.values()))
        field = labelled("What the audience will read", self.text, spacing=None)
        add(self.body, Heading("Message for the audience", 3), field, acts, self.why)

    def show_panel(self, panel: TextPanel) -> None:
        """Show the text that is kept, unless another is being written."""
        if panel.text != self._kept and self.text.text().strip() in ("", self._kept):
            self.text.setText(panel.text)
        self._kept, self._why_not = panel.text, panel.why_not
        self.why.setText("\n".join(_why(scene, why) for scene, why in panel.why_not.items() if why))
        self.why.setVisible(bool(self.why.text()))
        self._enable_buttons()

    def _button(self, scene: Scene) -> PlainButton:
        button = PlainButton(f"Show “{SCENES[scene].name}”")
        button.setProperty("scene", scene.name)
        button.clicked.connect(self._ask)
        return button

    def _enable_buttons(self) -> None:
        has_text = bool(self.text.text().strip())
        for scene, button in self.buttons.items():
            needs_text = scene is Scene.MESSAGE
            button.setEnabled(not self._why_not.get(scene) and (has_text or not needs_text))

    def _ask(self) -> None:
        scene = Scene[str(self.sender().property("scene"))]
        self.text_asked.emit(scene, self.text.text().strip())


def _why(scene: Scene, why: str) -> str:
    return f"{SCENES[scene].name}: {why}"


class BoardCard(Card):
    """What the room may see of the standings while ballots arrive, and in which form."""

    board_asked = Signal(Board, BoardForm)
    """The board's state and its form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.boards = {board: QRadioButton(BOARD_WORDS[board]) for board in Board}
        self.forms = {form: QRadioButton(FORM_WORDS[form]) for form in BoardForm}
        self.text = QuietText()
        add(
            self.body,
            Heading("Standings for the audience", 3),
            _choices("Standings", list(self.boards.values()), self),
            self.text,
            _choices("Layout", list(self.forms.values()), self),
        )
        for button in (*self.boards.values(), *self.forms.values()):
            button.clicked.connect(self._ask)

    def show_panel(self, panel: BoardPanel) -> None:
        """Show what is so, and whether it can be changed."""
        self.boards[panel.board].setChecked(True)
        self.forms[panel.form].setChecked(True)
        self.text.setText(panel.text)
        for button in (*self.boards.values(), *self.forms.values()):
            button.setEnabled(not panel.why)

    def _ask(self) -> None:
        board = next(one for one, button in self.boards.items() if button.isChecked())
        form = next(one for one, button in self.forms.items() if button.isChecked())
        self.board_asked.emit(board, form)


def _choices(name: str, buttons: list[QRadioButton], parent: QWidget) -> FlowRow:
    """Radio buttons side by side, of which one is chosen."""
    group = QButtonGroup(parent)
    row = FlowRow()
    row.setAccessibleName(name)
    for button in buttons:
        button.setAccessibleName(f"{name}: {button.text()}")
        group.addButton(button)
    row.show_parts(list(buttons))
    return row


class CorrectionCard(Card):
    """The published result taken back to be amended, with what was wrong and who agreed."""

    amend_asked = Signal(str, str)
    """What was wrong, and who agreed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = QuietText()
        self.open = PlainButton("Correct the result…")
        self.open.setCheckable(True)
        self.open.clicked.connect(self._offer)
        self.why, self.agreed_by = (
            text_field("What was wrong", MOST_REASON),
            text_field("Who agreed to correct it", MOST_REASON),
        )
        self._labels = [PlainLabel(one.accessibleName(), "label") for one in self._fields]
        self.amend = PlainButton("Unpublish the result to correct it", kind="loss")
        self.amend.clicked.connect(self._ask)
        add(self.body, Heading("Correction", 3), self.text, self.open)
        for label, field in zip(self._labels, self._fields, strict=True):
            field.textChanged.connect(self._enable_buttons)
            add(self.body, label, field)
        add(self.body, self.amend)
        self._enable_buttons()

    def show_panel(self, panel: CorrectionPanel) -> None:
        """Offer to amend, or say what is so."""
        self.setVisible(bool(panel.text))
        self.text.setText(panel.text)
        self.open.setVisible(panel.can_amend)
        if not panel.can_amend:
            self.open.setChecked(False)
            for field in self._fields:
                field.clear()
        self._offer()

    @property
    def _fields(self) -> tuple[QLineEdit, QLineEdit]:
        return self.why, self.agreed_by

    def _offer(self) -> None:
        for part in (*self._labels, *self._fields, self.amend):
            part.setVisible(self.open.isChecked())

    def _enable_buttons(self) -> None:
        self.amend.setEnabled(all(field.text().strip() for field in self._fields))

    def _ask(self) -> None:
        self.amend_asked.emit(self.why.text().strip(), self.agreed_by.text().strip())
