"""What a paper sheet comes to, read back before it is submitted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from judging_app.present.judge.read_back import ReadBackRow
from judging_app.present.scorer.keying import PaperReadBack
from ui import theme
from ui.announce import announce
from ui.scorer.sheet_pages import FORM_WIDTH, SheetPage
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.reason_field import ReasonField
from ui.widgets.screen import Foot
from ui.widgets.scroll import ScrollColumn
from ui.widgets.submit_button import SubmitButton


class KeyingReadBack(SheetPage):
    """Lists every score and comment; submits once, with a reason where one is asked for."""

    submit_asked = Signal(str)
    """The reason; empty where none is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Heading(level=3)
        self._list = Card()
        self._scroll, form = ScrollColumn(), QWidget()
        self._hint, self.reason = QuietText(), ReasonField()
        self.reason.changed.connect(self._enable_button)
        self.reason.finished.connect(self._go_to_submit)
        self._refusal = WrappedLabel(kind="loss")
        self.submit = SubmitButton()
        self.submit.clicked.connect(self._submit_once)
        self._back = PlainButton("Go back")
        self._back.clicked.connect(self.leave_asked)
        self._form = column(self._title, self._list, self._hint, self.reason, inside=form)
        theme.follow(form.setMaximumWidth, FORM_WIDTH)
        add(self._scroll.body, form, 1)
        foot = Foot((self._refusal, 1), act=self.submit, beside=(self._back,))
        self.lay_out(self._scroll, head=self.head, foot=foot)

    def show_view(self, view: PaperReadBack) -> None:
        """Read a sheet back; the button that submits is pressable once from now on."""
        self.show_sheet(view.sheet, "check before submitting")
        self._title.setText(view.title)
        self._replace(_listed(view))
        self._hint.setText(view.reason_hint)
        self.reason.clear()
        for part in (self._hint, self.reason):
            part.setVisible(bool(view.reason_hint))
        self._refusal.setText("")
        self.submit.show_words(view.submit_text)
        self.submit.setAccessibleDescription(view.spoken)
        self._enable_button()

    def clear(self) -> None:
        """Take away what was read back."""
        self._title.setText("")
        self._replace(Card())

    def begin(self) -> None:
        """Put the keyboard on the reason, or on the act."""
        if self.reason.isHidden():
            self.submit.setFocus()
        else:
            self._scroll.give_keyboard(self.reason.field)

    def show_refused(self, sentence: str) -> None:
        """Say why it isn't submitted; it can be asked for again."""
        self._refusal.setText(sentence)
        announce(self, sentence, is_urgent=True)
        self._enable_button()
        self.begin()

    def _replace(self, card: Card) -> None:
        self._list.hide()
        self._list.deleteLater()
        self._list = card
        self._form.insertWidget(1, card)

    def _enable_button(self) -> None:
        self.submit.setEnabled(self.reason.isHidden() or bool(self.reason.text))

    def _go_to_submit(self) -> None:
        if self.submit.isEnabled():
            self.submit.setFocus()

    def _submit_once(self) -> None:
        self.submit.setEnabled(False)
        self.submit_asked.emit(self.reason.text)


def _listed(view: PaperReadBack) -> Card:
    card = Card()
    card.body.setSpacing(10)
    add(card.body, *(_line(row) for row in view.rows), Hairline())
    for title, text in (("For the team", view.for_team), ("For the panel", view.for_panel)):
        add(card.body, PlainLabel(title, "label"), WrappedLabel(text or "No comment."))
    add(card.body, QuietText(view.keyed_text))
    return card


def _line(row: ReadBackRow) -> QHBoxLayout:
    return across((PlainLabel(row.title, "large"), 1), PlainLabel(row.score_text, "subheading"))
