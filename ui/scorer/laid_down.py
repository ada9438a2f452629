"""Between the two turns of a sheet: it is laid down, and taken up again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.scorer.keying import LaidDown
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.scroll import ScrollColumn


class LaidDownPage(QWidget):
    """Shown between the two entries, so that the second is keyed from the paper."""

    begin_asked = Signal()
    other_clerk_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._text = Heading(level=2), WrappedLabel(kind="large")
        self.go_on = ActButton(icon="chevron-right")
        self.other_clerk = PlainButton("Change who types it in", icon="users")
        scroll = ScrollColumn()
        add(scroll.body, self._heading, self._text, 1)
        acts = across(1, self.other_clerk, self.go_on)
        column((scroll, 1), acts, spacing=12, inside=self)
        self.go_on.clicked.connect(self.begin_asked)
        self.other_clerk.clicked.connect(self.other_clerk_asked)

    def show_view(self, view: LaidDown) -> None:
        """Say what to do with the sheet."""
        self._heading.setText(view.heading)
        self._text.setText(view.text)
        self.go_on.setText(view.begin_text)

    def begin(self) -> None:
        """Put the keyboard on the second turn."""
        self.go_on.setFocus()
