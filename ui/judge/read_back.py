"""What is about to be submitted, read back before it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from judging_app.present.judge.read_back import NO_COMMENT, ReadBackRow, ReadBackView
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.scroll import ScrollColumn
from ui.widgets.submit_button import SubmitButton


class ReadBack(QWidget):
    """Lists every score, the total and the comments; submits once, or goes back to scoring.

    Before a judge's last ballot it asks about the first teams, beside what it lists.
    """

    submit_asked = Signal()
    return_asked = Signal()
    revisit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Heading(level=2)
        self._scroll = ScrollColumn()
        self._list = Card()
        self._revisit = _Revisit()
        self._return = PlainButton("Go back to scoring", icon="arrow-left")
        self._submit = SubmitButton("Submit", icon="check")
        add(self._scroll.body, self._revisit, 1)
        column(self._title, (self._scroll, 1), self._acts(), spacing=12, inside=self)
        self._revisit.asked.connect(self.revisit_asked)
        self._return.clicked.connect(self.return_asked)
        self._submit.clicked.connect(self._submit_once)

    def show_view(self, view: ReadBackView) -> None:
        """Read a ballot back; the button that submits is pressable once from now on."""
        self._title.setText(view.title)
        self._list.hide()
        self._list.deleteLater()
        self._list = Card()
        self._list.body.setSpacing(12)
        rows = (_line(row, "large") for row in view.rows)
        total = _line(ReadBackRow("Total", view.total_text), "subheading")
        add(self._list.body, *rows, Hairline(), total, Hairline())
        for comment in view.comments:
            words = WrappedLabel(comment.text or NO_COMMENT)
            add(self._list.body, PlainLabel(comment.label, "label"), words)
        self._revisit.show_text(view.revisit)
        self._scroll.body.insertWidget(1, self._list)
        self._submit.setEnabled(True)
        self._submit.setAccessibleDescription(view.spoken)

    def take_keyboard(self) -> None:
        """Put the keyboard on the act."""
        self._submit.setFocus()

    def _acts(self) -> QHBoxLayout:
        hint = QuietText("After this, only the organiser or host can reopen the ballot.")
        return across((hint, 1), self._return, self._submit)

    def _submit_once(self) -> None:
        self._submit.setEnabled(False)
        self.submit_asked.emit()


class _Revisit(Card):
    """Asks once whether the first teams are still right; `Submit` is the other answer."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("card-act")
        self._words = WrappedLabel()
        again = PlainButton("Check them again", icon="eye")
        again.clicked.connect(self.asked)
        add(self.body, across((self._words, 1), again, spacing=16))

    def show_text(self, text: str) -> None:
        """Show the question; empty, it is away."""
        self._words.setText(text)
        self.setVisible(bool(text))


def _line(row: ReadBackRow, kind: str) -> QHBoxLayout:
    return across((PlainLabel(row.title, kind), 1), PlainLabel(row.score_text, "subheading"))
