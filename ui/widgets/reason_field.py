"""A line for a reason that goes on the record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.labels import PlainLabel

MOST_REASON = 500
"""Characters of a reason."""


class ReasonField(QWidget):
    """A line for a reason that goes on the record, with its label above."""

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.field.setMaxLength(MOST_REASON)
        self.field.setAccessibleName("Reason, for the record")
        label = PlainLabel("Reason, for the record", "label")
        label.setBuddy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label)
        layout.addWidget(self.field)
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.finished)

    @property
    def text(self) -> str:
        """The reason; empty for none."""
        return self.field.text().strip()
