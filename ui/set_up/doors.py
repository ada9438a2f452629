"""The check before the doors open: each line with one press to the place that mends it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.set_up.doors import DoorsLine, DoorsView
from ui import keys
from ui.set_up.lines import LinesCard, StateLine
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn


class DoorsScreen(Screen):
    """Shows what is wrong and to be looked at, below it what is right."""

    place_asked = Signal(object)
    """The `Subject` that is to be put right; `None` where scoring is opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Check before doors")
        self.name_page("Check before doors")
        self._first: object = None
        self.troubled, self.right = LinesCard(), LinesCard()
        self._summary, self._foot = QuietText(), PlainLabel()
        self._right_head = Heading("Right", 3)
        self.back = PlainButton("Back to the set-up", icon="arrow-left")
        self.go = ActButton("")
        for card in (self.troubled, self.right):
            card.asked.connect(self.place_asked)
        self.go.clicked.connect(self._go)
        keys.bind(keys.LEAVE_CHECK, self, self.back.click)
        self._lay_out()

    def show_view(self, view: DoorsView) -> None:
        """Replace everything on show."""
        self.troubled.show_lines(_lines(view.troubled))
        self.right.show_lines(_lines(view.right))
        self._right_head.setVisible(bool(view.right))
        self._summary.setText(view.summary)
        self._foot.setText(view.foot)
        self._first = view.first
        self.go.setText(view.act)

    def begin_at(self, subject: object) -> None:
        """Put the keyboard on the line that somebody comes back to, else on the first."""
        rows = self.troubled.lines
        at = next((row for row in rows if row.line.key == subject), next(iter(rows), None))
        (at.act if at else self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        scroll = ScrollColumn()
        add(scroll.body, self.troubled, self._right_head, self.right, 1)
        said = column(Heading("Check before doors"), self._summary, spacing=4)
        foot = Foot((self._foot, 1), act=self.go)
        self.lay_out(scroll, head=across((said, 1), self.back), foot=foot)

    def _go(self) -> None:
        self.place_asked.emit(self._first)


def _lines(lines: Sequence[DoorsLine]) -> list[StateLine]:
    return [
        StateLine(one.subject, one.look, one.word, one.title, one.words, one.act, one.word)
        for one in lines
    ]
