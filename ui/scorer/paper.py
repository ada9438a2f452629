"""What stands beside a sheet that is typed in: the same place on the paper, and the pile."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.present.scorer.keying import KeyingRow
from judging_app.present.scorer.sheets import EMPTY_PILE, PileRow
from ui import fonts, theme
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column, middle
from ui.widgets.labels import AsideLabel, Heading, PlainLabel, QuietText

ROW_HEIGHT = 39
HINT = "Crossed out? Type the score written beside it. No mark? Ask the judge."


class OnPaper(Card):
    """The rows as the paper has them, with the one in hand marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(1, 10, 1, 10)
        self.body.setSpacing(0)
        self._rows: list[PaperRow] = []
        self._code = PlainLabel(kind="quiet")
        head = across(
            (Heading("Where you are on the paper", level=3), 1),
            self._code,
            margins=(12, 0, 12, 8),
        )
        self._column = QWidget()
        add(self.body, head, self._column, across(QuietText(HINT), margins=(12, 10, 12, 0)))

    def show_rows(self, code: str, rows: Sequence[KeyingRow]) -> None:
        """Show another sheet's rows."""
        self._code.setText(f"Sheet {code}")
        old, self._column = self._column, QWidget()
        self.body.replaceWidget(old, self._column)
        old.hide()
        old.deleteLater()
        self._rows = [PaperRow(row) for row in rows]
        column(*self._rows, Hairline(), spacing=0, inside=self._column)
        self._column.show()

    def mark(self, at: int | None) -> None:
        """Mark the row that is typed in now."""
        for place, row in enumerate(self._rows):
            row.mark(is_here=place == at)


class PaperRow(QWidget):
    """One criterion as it is printed: its number, its title, and the marks to choose from."""

    def __init__(self, row: KeyingRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_here = False
        number, title = PlainLabel(str(row.number), "quiet"), PlainLabel(row.title)
        theme.follow(number.setFixedWidth, 22)
        marks, edges = PaperMarks(row.marks), (12, 1, 12, 0)
        across(number, (title, 1), marks, margins=edges, spacing=0, inside=self)
        theme.follow(self.setMinimumHeight, ROW_HEIGHT)

    def mark(self, *, is_here: bool) -> None:
        """Be marked, or not any more."""
        if is_here != self._is_here:
            self._is_here = is_here
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_here:
            painter.fillRect(self.rect(), theme.token("act-ground"))
            painter.fillRect(0, 0, theme.scaled(3), self.height(), theme.token("act"))
        painter.setPen(QPen(theme.token("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)


class PaperMarks(QWidget):
    """Small squares with the scores; what is printed where there are too many is a line."""

    def __init__(self, marks: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = tuple(marks)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self._size)

    def sizeHint(self) -> QSize:
        side, gap = theme.scaled(20), theme.scaled(3)
        return QSize(len(self._marks) * (side + gap), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(fonts.screen_font(theme.scaled(11)))
        side, gap = theme.scaled(20), theme.scaled(3)
        for at, mark in enumerate(self._marks):
            box = QRect(at * (side + gap), 0, side, side - 1)
            painter.setPen(QPen(theme.token("line-strong"), 1))
            painter.drawRect(box)
            painter.setPen(theme.token("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark)

    def _size(self) -> None:
        self.setFixedSize(self.sizeHint())


class Pile(Card):
    """How many sheets are done, and what is left of the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rows = QWidget()
        add(self.body, Heading("The pile", level=3), self._rows)

    def show_rows(self, rows: Sequence[PileRow]) -> None:
        """Replace what is said."""
        old, self._rows = self._rows, QWidget()
        self.body.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()
        lines = [_pile_line(row) for row in rows] or [QuietText(EMPTY_PILE)]
        column(*lines, spacing=6, inside=self._rows)
        self._rows.show()


def _pile_line(row: PileRow) -> QWidget:
    made = QWidget()
    count, words = PlainLabel(str(row.count), "subheading"), AsideLabel(row.words, row.note)
    count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    theme.follow(count.setFixedWidth, 40)
    across(count, (middle(words), 1), spacing=12, inside=made)
    return made
