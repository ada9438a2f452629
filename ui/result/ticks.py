"""Choosing any number of things: a list of boxes to tick, each beside its words."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.picker import Choice


class Ticks(QWidget):
    """A label above a column of boxes; what is ticked stays as long as it is there."""

    changed = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.boxes: dict[str, QCheckBox] = {}
        self._choices: tuple[Choice, ...] = ()
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(PlainLabel(label, "label"))
        self._column.addWidget(self._rows)

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids of what is ticked, in the order on show."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Replace what there is to tick."""
        if tuple(choices) == self._choices:
            return
        before = self.keys
        self._choices = tuple(choices)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes = {}
        for choice in choices:
            tick = _Tick(choice.words)
            self.boxes[choice.key] = tick.box
            column.addWidget(tick)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        rows.show()  # at once, or the page would blink
        self.tick(before)
        for box in self.boxes.values():
            box.toggled.connect(self.changed)

    def tick(self, keys: Collection[str]) -> None:
        """Tick these and no others."""
        for key, box in self.boxes.items():
            box.setChecked(key in keys)


class _Tick(QWidget):
    """A box whose words wrap, and tick it when they are clicked."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.box)
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(WrappedLabel(words))
        beside.addStretch(1)
        row.addLayout(beside, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click on the words for one on the box."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.box.click()
