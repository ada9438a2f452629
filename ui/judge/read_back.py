"""What is about to be submitted, read back before it is."""

from time import monotonic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from judging_app.present.judge.card import NO_CARD, ScorecardView
from ui import theme
from ui.judge.ballot_list import BallotList
from ui.judge.card_frame import LARGE
from ui.widgets.buttons import PlainButton, make_roomy
from ui.widgets.card import Card
from ui.widgets.form import across, add
from ui.widgets.labels import Heading, PlainLabel, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.submit_button import SubmitButton

LIST_WIDTH = 760


class ReadBack(Screen):
    """Lists every score, the total and the comments; submits once, or goes back to scoring.

    Before a judge's last ballot it asks about the first teams, above what it lists.
    """

    submit_asked = Signal()
    return_asked = Signal()
    revisit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._shown_s = NO_CARD, 0.0
        self._title, self._list = Heading(), BallotList("Check what you give")
        self._revisit = _Revisit()
        self._return = PlainButton("Go back to scoring", icon="arrow-left")
        self._submit = SubmitButton("Submit", icon="check")
        make_roomy(self._return)
        middle = ScrollColumn()
        theme.follow(self._list.setMaximumWidth, LIST_WIDTH)
        add(middle.body, self._revisit, self._list, 1)
        hint = PlainLabel("After this, only the organiser or host can reopen the ballot.", "quiet")
        self.lay_out(
            middle, head=self._title, foot=Foot(hint, act=self._submit, beside=(self._return,))
        )
        self._revisit.asked.connect(self.revisit_asked)
        self._return.clicked.connect(self.return_asked)
        self._submit.clicked.connect(self._submit_once)
        theme.follow(self._word)

    def show_view(self, view: ScorecardView) -> None:
        """Read a ballot back; the button that submits is pressable once from now on."""
        self._view = view
        self._title.setText(view.read_back.title)
        self.name_page(view.read_back.title)
        self._list.show_view(view)
        self._revisit.show_text(view.read_back.revisit)
        self._submit.setEnabled(True)
        self._shown_s = monotonic()
        self._submit.setAccessibleDescription(view.read_back.spoken)
        self._word()

    def take_keyboard(self) -> None:
        """Put the keyboard on the act."""
        self._submit.setFocus()

    def ask_submit(self) -> None:
        """Submit, as its button would; a press so soon is the one that led here, come twice."""
        if (monotonic() - self._shown_s) * 1000 > QApplication.doubleClickInterval():
            self._submit.click()

    def _word(self) -> None:
        said = self._view.submit
        self._submit.show_words(said.short if theme.scaled(100) >= LARGE else said.whole)
        self._submit.setAccessibleName(said.whole)

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
        make_roomy(again)
        again.clicked.connect(self.asked)
        add(self.body, across((self._words, 1), again, spacing=16))

    def show_text(self, text: str) -> None:
        """Show the question; empty, it is away."""
        self._words.setText(text)
        self.setVisible(bool(text))
