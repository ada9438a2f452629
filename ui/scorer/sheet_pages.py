"""The small pages of a paper sheet: who types it in, which sheet it is, between turns, deleting."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from judging_app.present.scorer.keying import LaidDown
from judging_app.present.scorer.sheets import SheetTitle
from ui import keys, theme
from ui.announce import announce
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import Heading, QuietText, WrappedLabel
from ui.widgets.reason_field import ReasonField
from ui.widgets.scroll import ScrollColumn


class LeavingPage(QWidget):
    """A page of one sheet; Esc leaves the sheet as it is."""

    leave_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.LEAVE.is_pressed(event):
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)


class ClerkPage(QWidget):
    """Asks who is keying, once for each time that the scorer signs in."""

    clerk_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = text_field("Your name or initials", 32_767, widest=360, height=44)
        self._refusal = WrappedLabel(kind="loss")
        theme.follow(self._refusal.setMinimumHeight, 22)
        self.go_on = ActButton("Start typing in", icon="check")
        scroll = ScrollColumn()
        scroll.body.setSpacing(8)
        add(
            scroll.body,
            Heading("Who is typing in?"),
            QuietText("The record shows who typed in each paper sheet."),
            labelled("Your name or initials", self.name, spacing=None),
            self._refusal,
            1,
        )
        column((scroll, 1), across(1, self.go_on), spacing=8, inside=self)
        self.name.returnPressed.connect(self._ask)
        self.go_on.clicked.connect(self._ask)

    def begin(self) -> None:
        """Ask for a name again."""
        self.name.clear()
        self._refusal.setText("")
        self.name.setFocus()

    def show_refused(self, sentence: str) -> None:
        """Say why a name can't be kept."""
        self._refusal.setText(sentence)
        announce(self, sentence, is_urgent=True)
        self.name.setFocus()

    def _ask(self) -> None:
        self.clerk_asked.emit(self.name.text())


class SheetHead(QWidget):
    """Names a sheet; leads back to all sheets, or to dropping what is keyed."""

    leave_asked = Signal()
    drop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stands, self._names = Heading(level=3), Heading(level=2)
        back = PlainButton("All sheets", kind="quiet", icon="arrow-left")
        self.drop = PlainButton("Delete…", kind="quiet", icon="x")
        self.drop.setAccessibleName("Delete what was typed in from this sheet")
        line = across(back, (self._stands, 1), self.drop, spacing=12)
        column(line, self._names, spacing=0, inside=self)
        back.clicked.connect(self.leave_asked)
        self.drop.clicked.connect(self.drop_asked)

    def show_sheet(self, sheet: SheetTitle, stands: str) -> None:
        """Name a sheet and say where it is."""
        self._stands.setText(stands)
        self._names.setText(f"{sheet.id} · {sheet.judge} for {sheet.team}")

    def show_droppable(self, *, is_droppable: bool) -> None:
        """Offer to drop what is keyed, if anything is."""
        self.drop.setVisible(is_droppable)


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


class DropPage(LeavingPage):
    """Asks why what is keyed is to be dropped; Esc leaves it as it is."""

    drop_asked = Signal(str)
    """The reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = ReasonField()
        self._refusal = WrappedLabel(kind="loss")
        self.drop, self._back = (
            ActButton("Delete what was typed in", icon="x"),
            PlainButton("Cancel"),
        )
        scroll = ScrollColumn()
        add(
            scroll.body,
            WrappedLabel("This deletes what was typed in from this sheet. Say why.", "large"),
            self.reason,
            1,
        )
        acts = across((self._refusal, 1), self._back, self.drop)
        column((scroll, 1), acts, spacing=12, inside=self)
        self.reason.changed.connect(self._enable_button)
        self.reason.finished.connect(self.drop.setFocus)
        self.drop.clicked.connect(self._ask)
        self._back.clicked.connect(self.leave_asked)

    def begin(self) -> None:
        """Ask for a reason again."""
        self.reason.clear()
        self._refusal.setText("")
        self._enable_button()
        self.reason.setFocus()

    def show_refused(self, sentence: str) -> None:
        """Say why it isn't dropped."""
        self._refusal.setText(sentence)
        announce(self, sentence, is_urgent=True)

    def _enable_button(self) -> None:
        self.drop.setEnabled(bool(self.reason.text))

    def _ask(self) -> None:
        self.drop_asked.emit(self.reason.text)
