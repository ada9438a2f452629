"""Choosing any number of things: a list of boxes to tick, each beside its words."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.form import across, column, middle, swap
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
        self._column = column(PlainLabel(label, "label"), self._rows, spacing=2, inside=self)

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
        ticks = {choice.key: _Tick(choice.words) for choice in choices}
        self.boxes = {key: tick.box for key, tick in ticks.items()}
        rows = QWidget()
        column(*ticks.values(), spacing=0, inside=rows)
        self._rows = swap(self._column, self._rows, rows)
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
        across(self.box, (middle(WrappedLabel(words)), 1), spacing=0, inside=self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.box.click()
