"""The lines of a day to be moved: teams, and what is beside the pitches."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from judging_app.domain.ids import TeamId
from judging_app.present.host.run_order import SlotRow
from judging_app.words import capitalised
from ui import fonts, keys, theme

MOST_ROWS = 12
"""Rows that are shown at once; more scroll."""


class TurnList(QListWidget):
    """The lines in their order; Alt+Up and Alt+Down move the one that is chosen."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Teams in pitching order")
        self.setTabKeyNavigation(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._rows: dict[str, SlotRow] = {}
        self.widths: tuple[int, ...] = (0, 0, 0)
        """Of the columns of the time of day, the minutes and the mark."""
        self._is_movable = True
        self.setItemDelegate(_SlotPainter(self))
        self.model().rowsMoved.connect(self._tell_move)

    @property
    def chosen(self) -> str:
        """The key of the line that is chosen; empty where there is none."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    @property
    def order(self) -> tuple[TeamId, ...]:
        """The keys of the lines as they are now here."""
        return tuple(
            TeamId(self.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.count())
        )

    @property
    def teams(self) -> list[TeamId]:
        """The teams alone as they are now here."""
        return [key for key in self.order if self._rows[key].is_turn]

    def row_at(self, at: int) -> SlotRow | None:
        """The row on show at a place."""
        item = self.item(at)
        return self._rows.get(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    @property
    def shown(self) -> tuple[SlotRow, ...]:
        """The rows as they were given."""
        return tuple(self._rows.values())

    def number_at(self, at: int) -> int:
        """The number of the turn on a line, counted anew after a move."""
        return sum(self._rows[key].is_turn for key in self.order[: at + 1])

    def show_rows(self, rows: tuple[SlotRow, ...]) -> None:
        """Replace the rows."""
        self._rows = {row.team_id: row for row in rows}
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.words)
            item.setData(Qt.ItemDataRole.UserRole, row.team_id)
            item.setToolTip(row.words)
            self.addItem(item)
        theme.follow(self._fit, 36)

    def choose(self, team: str) -> None:
        """Choose a team by its id, if it is here."""
        for at in range(self.count()):
            if self.item(at).data(Qt.ItemDataRole.UserRole) == team:
                self.setCurrentRow(at)

    def set_movable(self, *, is_movable: bool) -> None:
        """Whether the teams can be moved."""
        self._is_movable = is_movable
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if is_movable else mode.NoDragDrop)

    def move_chosen(self, by: int) -> None:
        """Move the team that is chosen up or down."""
        at = self.currentRow()
        to = at + by
        if not self._is_movable or at < 0 or not 0 <= to < self.count():
            return
        item = self.takeItem(at)
        self.insertItem(to, item)
        self.setCurrentRow(to)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on Alt with an arrow."""
        if keys.EARLIER.is_pressed(event):
            self.move_chosen(-1)
        elif keys.LATER.is_pressed(event):
            self.move_chosen(+1)
        else:
            super().keyPressEvent(event)

    def _tell_move(self) -> None:
        self.moved.emit()

    def _fit(self, height: int) -> None:
        metrics = QFontMetrics(fonts.screen_font(theme.scaled(fonts.TEXT_SIZE)))
        columns = zip(
            *((row.when, row.times, capitalised(row.mark)) for row in self.shown), strict=True
        )
        self.widths = tuple(_wide(metrics, column) for column in columns) or (0, 0, 0)
        for at in range(self.count()):
            self.item(at).setSizeHint(QSize(0, height))
        self.setFixedHeight(min(max(self.count(), 2), MOST_ROWS) * height + 10)


def _wide(metrics: QFontMetrics, texts: Iterable[str]) -> int:
    """How wide a column is: as its longest text, with a gap; nothing if it has none."""
    widest = max(map(metrics.horizontalAdvance, texts))
    return widest + theme.scaled(20) if widest else 0


class _SlotPainter(QStyledItemDelegate):
    """Paints a team's number, name, times and where it is, each in a column of its own."""

    def __init__(self, rows: TurnList) -> None:
        super().__init__(rows)
        self._rows = rows

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One team, whatever is chosen tinted and whatever was moved numbered anew."""
        row = self._rows.row_at(index.row())
        if row is None:
            return
        painter.save()
        box = QRect(option.rect)
        if index.row() == self._rows.currentRow():
            painter.fillRect(box, theme.token("act-ground"))
        elif not row.is_turn:
            painter.fillRect(box, theme.token("hover"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.token("line"))
        plain = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE))
        strong = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE), is_strong=True)
        number, (when, times, mark) = theme.scaled(44), self._rows.widths
        name = box.width() - number - when - times - mark - 16
        painter.setPen(theme.token("text-quiet"))
        place = str(self._rows.number_at(index.row())) if row.is_turn else ""
        left = self._put(painter, plain, place, box, box.left() + 12, number - 12)
        if when:
            left = self._put(painter, plain, row.when, box, left, when)
        if row.is_turn:
            painter.setPen(theme.token("text"))
        self._put(painter, strong if row.is_turn else plain, row.team, box, left, name)
        if row.wish_text:
            painter.setPen(theme.token("attention" if row.breaks_wish else "text-quiet"))
            taken = min(painter.fontMetrics().horizontalAdvance(row.team) + 20, name)
            self._put(painter, plain, row.wish_text, box, left + taken, name - taken)
            painter.setPen(theme.token("text"))
        left = self._put(painter, plain, row.times, box, left + name, times)
        self._put(painter, plain, capitalised(row.mark), box, left, mark)
        painter.restore()

    @staticmethod
    def _put(painter: QPainter, font: QFont, text: str, box: QRect, left: int, width: int) -> int:
        """Write a column's words, cut off at its end; the answer is where the next begins."""
        painter.setFont(fonts.with_figures(font, text))
        place = QRect(left, box.top(), width - 8, box.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        return left + width
