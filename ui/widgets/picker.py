"""Choosing one of several by its words: a labelled list that drops down."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui import theme
from ui.widgets.form import column, labelled


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its id and its words."""

    key: str
    words: str


class Picker(QWidget):
    """A label above a list; it says what a person chose, not what it was set to show.

    Where the words around it say what it is for, it is `bare` and the label is only read out.
    """

    picked = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None, *, is_bare: bool = False) -> None:
        super().__init__(parent)
        self.box = PickerBox()
        self.box.setAccessibleName(label)
        column(self.box if is_bare else labelled(label, self.box), inside=self)
        self.box.activated.connect(self._emit_picked)

    @property
    def key(self) -> str:
        """The id of what is chosen; empty if there is nothing to choose."""
        return str(self.box.currentData() or "")

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Replace what there is to choose; what is chosen stays, if it is still there."""
        before = self.key
        shown = [(self.box.itemData(at), self.box.itemText(at)) for at in range(self.box.count())]
        if shown == [(choice.key, choice.words) for choice in choices]:
            return
        self.box.clear()
        for choice in choices:
            self.box.addItem(choice.words, choice.key)
        self.choose(before)

    def choose(self, key: str) -> None:
        """Choose without a word; the first if there is no such id."""
        self.box.setCurrentIndex(max(self.box.findData(key), 0 if self.box.count() else -1))

    def _emit_picked(self) -> None:
        self.picked.emit(self.key)


class PickerBox(QComboBox):
    """No wider than its column, and deaf to the wheel that scrolls the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        self.currentTextChanged.connect(self._update_tooltip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow that the style sheet leaves out."""
        super().paintEvent(event)
        reach = theme.scaled(4)
        middle = QPointF(self.width() - 14 - reach, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.token("text" if self.isEnabled() else "text-quiet"), 1.8))
        painter.drawPolyline(
            [
                middle + QPointF(-reach, -reach / 2),
                middle + QPointF(0, reach / 2),
                middle + QPointF(reach, -reach / 2),
            ]
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _update_tooltip(self, words: str) -> None:
        """Show in full what a narrow list cuts off."""
        self.setToolTip(f"<p>{escape(words)}</p>" if words else "")
