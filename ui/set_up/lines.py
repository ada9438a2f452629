"""Lines of a list about the event: a state, a thing, what there is to say of it, and one act."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import Part, across, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.state_badge import STATES

TITLE, WORD, LEAST = 190, 60, 34
"""Pixels at 100 % text: the width of what a line is about and of its word, and a line's height."""

_APART = (0, 5, 0, 5)
"""What keeps words of more than one line from the hairlines."""


@dataclass(frozen=True, slots=True)
class StateLine:
    """One line by its key: `state` is one of `STATES`, `spoken` its word; it may offer no act.

    Where the shape alone doesn't say it, `word` stands beside it.
    """

    key: object
    state: str
    spoken: str
    title: str
    words: str
    act: str = ""
    word: str = ""


class LinesCard(Card):
    """Lines told apart by hairlines; one keeps the keyboard that it had when they change."""

    asked = Signal(object)
    """The key of the line whose act was pressed."""

    def __init__(self, parent: QWidget | None = None, *, is_narrow: bool = False) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(0)
        self._is_narrow = is_narrow
        self.lines: list[LineRow] = []

    def show_lines(self, lines: Sequence[StateLine]) -> None:
        """Replace them."""
        at = next((one.line.key for one in self.lines if one.act.hasFocus()), None)
        emptied(self.body)
        self.setVisible(bool(lines))
        self.lines = [LineRow(line, is_narrow=self._is_narrow) for line in lines]
        for row in self.lines:
            if row is not self.lines[0]:
                self.body.addWidget(Hairline())
            row.asked.connect(self.asked)
            self.body.addWidget(row)
            row.show()  # else it could take no keyboard yet
            if row.line.key == at:
                row.act.setFocus()


class LineRow(QWidget):
    """One line; where it is narrow, the words are below what they are about."""

    asked = Signal(object)

    def __init__(
        self, line: StateLine, parent: QWidget | None = None, *, is_narrow: bool = False
    ) -> None:
        super().__init__(parent)
        self.line = line
        look = STATES[line.state]
        label = WrappedLabel if is_narrow else PlainLabel
        title, words = label(line.title, "strong"), WrappedLabel(line.words, "quiet")
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.act = PlainButton(line.act, kind="quiet")
        self.act.setAccessibleName(f"{line.act}: {line.title}, {line.spoken}")
        if not line.act:
            self.act.hide()
        self.act.clicked.connect(self._ask)
        mark = IconMark(look.icon, look.token)
        if is_narrow:
            said: tuple[Part, ...] = ((column(title, words, spacing=0, margins=_APART), 1),)
        else:
            theme.follow(title.setMinimumWidth, TITLE)
            said = (title, (column(1, words, 1, margins=_APART), 1))
        if line.word:
            word = PlainLabel(line.word, look.token)
            theme.follow(word.setMinimumWidth, WORD)
            said = (word, *said)
        across(mark, *said, self.act, spacing=14, inside=self)
        theme.follow(self.setMinimumHeight, LEAST)

    def _ask(self) -> None:
        self.asked.emit(self.line.key)


def emptied(layout: QVBoxLayout) -> QVBoxLayout:
    """A column without what was in it."""
    while layout.count():
        item = layout.takeAt(0)
        if item is not None and (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    return layout
