"""The pages of a paper sheet: what they share, and the small ones between the two entries."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from judging_app.present.scorer.keying import LaidDown
from judging_app.present.scorer.sheets import SheetTitle
from ui import keys, theme
from ui.announce import announce
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.reason_field import ReasonField
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn

FORM_WIDTH = 760


class SheetHead(QWidget):
    """Names a sheet; leads to another one, or to deleting what was typed in from this one."""

    leave_asked = Signal()
    drop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._stands = Heading(), PlainLabel(kind="quiet-large")
        self.drop = PlainButton("Delete what was typed in…", kind="quiet-loss")
        self.back = PlainButton("Another sheet")
        self.back.show_key("Esc")
        words = column(self._names, self._stands, spacing=2)
        middle = Qt.AlignmentFlag.AlignVCenter
        across((words, 1), (self.drop, 0, middle), (self.back, 0, middle), spacing=8, inside=self)
        self.back.clicked.connect(self.leave_asked)
        self.drop.clicked.connect(self.drop_asked)

    def show_sheet(self, sheet: SheetTitle, stands: str) -> None:
        """Name a sheet and say where it is."""
        self._names.setText(f"{sheet.judge} for {sheet.team}")
        self._stands.setText(f"Sheet {sheet.id} · {stands}")


class SheetPage(Screen):
    """A page of one sheet; Esc leaves the sheet as it is."""

    leave_asked = Signal()
    drop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SheetHead()
        self.head.leave_asked.connect(self.leave_asked)
        self.head.drop_asked.connect(self.drop_asked)

    def show_sheet(self, sheet: SheetTitle, stands: str) -> None:
        """Name the sheet that the page is of, and say where it is."""
        self.head.show_sheet(sheet, stands)
        self.name_page(f"{sheet.id} · {sheet.judge} for {sheet.team}")

    def show_droppable(self, *, is_droppable: bool) -> None:
        """Offer to delete what was typed in, if anything was."""
        self.head.drop.setVisible(is_droppable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.LEAVE.is_pressed(event):
            self.leave_asked.emit()
        else:
            super().keyPressEvent(event)


class ClerkPage(Screen):
    """Asks who is keying, once for each time that the scorer signs in."""

    clerk_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = text_field("Your name or initials", 32_767, widest=360, height=44)
        self._refusal = WrappedLabel(kind="loss")
        theme.follow(self._refusal.setMinimumHeight, 22)
        self.go_on = ActButton("Start typing in")
        card, middle = Card(), ScrollColumn()
        theme.follow(card.setMaximumWidth, FORM_WIDTH)
        name = labelled("Your name or initials, then Enter", self.name, spacing=6)
        add(card.body, name, self._refusal)
        add(middle.body, card, 1)
        head = column(
            Heading("Who is typing in?"),
            QuietText("The record shows who typed in each paper sheet."),
            spacing=2,
        )
        self.name_page("Who is typing in?")
        self.lay_out(middle, head=head, foot=Foot(act=self.go_on))
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


class LaidDownPage(SheetPage):
    """Shown between the two entries, so that the second is keyed from the paper."""

    begin_asked = Signal()
    other_clerk_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._text = Heading(level=2), WrappedLabel(kind="large")
        self.go_on = ActButton()
        self.other_clerk = PlainButton("Change who types it in", icon="users")
        card, middle = Card(), ScrollColumn()
        theme.follow(card.setMaximumWidth, FORM_WIDTH)
        add(card.body, self._heading, self._text)
        add(middle.body, card, 1)
        self.lay_out(middle, head=self.head, foot=Foot(act=self.go_on, beside=(self.other_clerk,)))
        self.go_on.clicked.connect(self.begin_asked)
        self.other_clerk.clicked.connect(self.other_clerk_asked)

    def show_view(self, view: LaidDown) -> None:
        """Say what to do with the sheet."""
        self.show_sheet(view.sheet, "first entry done")
        self._heading.setText(view.heading)
        self._text.setText(view.text)
        self.go_on.setText(view.begin_text)

    def begin(self) -> None:
        """Put the keyboard on the second turn."""
        self.go_on.setFocus()


class DropPage(SheetPage):
    """Asks why what is keyed is to be dropped; Esc leaves it as it is."""

    reason_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = ReasonField()
        self._refusal = WrappedLabel(kind="loss")
        self.drop, self._back = ActButton("Delete what was typed in"), PlainButton("Cancel")
        card, middle = Card(), ScrollColumn()
        theme.follow(card.setMaximumWidth, FORM_WIDTH)
        said = "This deletes what was typed in from this sheet. Say why."
        add(card.body, WrappedLabel(said, "large"), self.reason)
        add(middle.body, card, 1)
        self.lay_out(
            middle,
            head=self.head,
            foot=Foot((self._refusal, 1), act=self.drop, beside=(self._back,)),
        )
        self.show_droppable(is_droppable=False)
        self.head.back.hide()
        self.reason.changed.connect(self._enable_button)
        self.reason.finished.connect(self._go_to_drop)
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

    def _go_to_drop(self) -> None:
        self.drop.setFocus()

    def _enable_button(self) -> None:
        self.drop.setEnabled(bool(self.reason.text))

    def _ask(self) -> None:
        self.reason_given.emit(self.reason.text)
