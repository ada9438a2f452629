"""A line for a reason that goes on the record."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.form import column, labelled, text_field

MOST_REASON = 500
"""Characters of a reason."""

LABEL = "Reason, for the record"


class ReasonField(QWidget):
    """A line for a reason that goes on the record, with its label above."""

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = text_field(LABEL, MOST_REASON)
        self.setFocusProxy(self.field)
        column(labelled(LABEL, self.field), inside=self)
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.finished)

    @property
    def text(self) -> str:
        """The reason; empty for none."""
        return self.field.text().strip()

    def clear(self) -> None:
        """Empty it."""
        self.field.clear()

    def taken(self) -> str:
        """The reason, which is then gone from the field."""
        reason = self.text
        self.clear()
        return reason
