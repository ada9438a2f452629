"""The grid of ballots, judges down and teams across, by state and never by score."""

import math
from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from judging_app.domain.ballots import BallotState
from judging_app.domain.ids import TeamId
from judging_app.domain.standings import Exclusion
from judging_app.present.host.desk import HostDeskView
from judging_app.present.host.grid import BallotCell, JudgeRow
from judging_app.present.words.states import look_of
from ui import fonts, keys, theme
from ui.host.marks import paint_mark
from ui.widgets.labels import paint_name
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.state_badge import STATES, StateLook

CELL, LEAST_CELL, ROW, JUDGE = 52, 36, 36, 248
"""Sizes of a ballot's cell, a row, a judge's name and their count, in pixels at 100 % text."""

SAID_CELL, SAID_ROW, SAID_JUDGE = 104, 54, 200
"""The same where there is room for words in the cells."""

TILT, LONGEST_NAME = 52, 200
"""How steeply a team's name rises, in degrees, and how long it is at most before it is cut."""

_OPEN = frozenset({BallotState.NOT_STARTED, BallotState.DRAFT})


class BallotGrid(RowsView[JudgeRow]):
    """The grid as a table that the arrow keys walk; Enter asks for what can be done."""

    chosen = Signal(object)
    entered_ballot = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_wordy: bool = False) -> None:
        super().__init__(RowsModel((), _ballots, _judge), parent, icon_size=14)
        self._is_wordy, self.says_words = is_wordy, False
        self.setAccessibleName("Ballots: a row for each judge, a column for each team")
        self.setProperty("kind", "flat")
        self._on_stage: TeamId | None = None
        self._headings: tuple[str, ...] = ()
        self.setCornerButtonEnabled(False)
        self.setHorizontalHeader(_Tilted(self))
        self.setVerticalHeader(_Judges(self))
        self.setItemDelegate(_CellPainter(self))
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._enter_team)
        self.verticalHeader().setSectionsClickable(True)
        self.verticalHeader().sectionClicked.connect(self._enter_judge)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._emit_chosen)
        self.activated.connect(self._enter)
        theme.follow(self._fit)

    @property
    def on_stage(self) -> TeamId | None:
        """Whose turn it is."""
        return self._on_stage

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of the teams, in the order of the columns."""
        return self._headings

    def show_view(
        self, view: HostDeskView, *, on_stage: TeamId | None = None, only_open: bool = False
    ) -> None:
        """Replace the states and keep the ballot that is selected."""
        self._on_stage = on_stage
        self.show_rows([row for row in view.rows if not only_open or left_of(row)], view.teams)

    def show_rows(self, rows: Sequence[JudgeRow], teams: tuple[str, ...]) -> None:
        """Replace what is in the cells, with the teams' names in the order of the columns."""
        self._headings = teams
        self.rows.show_rows(rows, [_team(at, name) for at, name in enumerate(teams)])
        self._fit()
        self._emit_chosen()
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def go_to_next_open(self) -> bool:
        """Choose the next ballot that is still to come, after the one that is chosen."""
        rows, across = self.rows.rowCount(), self.rows.columnCount()
        begin = max(self.currentIndex().row(), 0) * across + max(self.currentIndex().column(), -1)
        for step in range(1, rows * across + 1):
            row, column = divmod((begin + step) % (rows * across), across)
            found = self.rows.row_at(self.rows.index(row, column))
            if found is not None and found.cells[column].state in _OPEN:
                self.setFocus()
                self.setCurrentIndex(self.rows.index(row, column))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the desk its own keys, and Space to nobody."""
        if event.text() == " " or keys.NEXT_TO_COME.is_pressed(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns = max(self.rows.columnCount(), 1)
        room = self.width() - theme.scaled(SAID_JUDGE) - 4
        self.says_words = self._is_wordy and room // columns >= theme.scaled(SAID_CELL)
        side = theme.scaled(SAID_JUDGE if self.says_words else JUDGE)
        row = theme.scaled(SAID_ROW if self.says_words else ROW)
        self.verticalHeader().setDefaultSectionSize(row)
        self.verticalHeader().setFixedWidth(side)
        wide = theme.scaled(CELL if columns <= _MANY else LEAST_CELL)
        room = self.width() - side - 4
        wide = max(wide, min(room // columns, theme.scaled(WIDEST_CELL)))
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setDefaultSectionSize(wide)
        self.horizontalHeader().setFixedHeight(self._head_height())
        self.setVisible(self.rows.rowCount() > 0)

    def _head_height(self) -> int:
        if self.says_words:
            return theme.scaled(ROW + 8)
        metrics = QFontMetrics(fonts.screen_font(theme.scaled(12), is_strong=True))
        longest = max((metrics.horizontalAdvance(name) for name in self._headings), default=60)
        longest = min(longest, theme.scaled(LONGEST_NAME))
        return round(longest * math.sin(math.radians(TILT))) + theme.scaled(28)

    def _emit_chosen(self) -> None:
        at, row = self.currentIndex(), self.rows.row_at(self.currentIndex())
        self.chosen.emit(row.cells[at.column()] if row else None)
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()

    def _enter(self) -> None:
        self.entered_ballot.emit()

    def _enter_team(self, column: int) -> None:
        """Go to what can be done about a team, by its heading."""
        self.setCurrentIndex(self.rows.index(max(self.currentIndex().row(), 0), column))
        self.entered_ballot.emit()

    def _enter_judge(self, row: int) -> None:
        """Go to what can be done about a judge, by their heading."""
        self.setCurrentIndex(self.rows.index(row, max(self.currentIndex().column(), 0)))
        self.entered_ballot.emit()


WIDEST_CELL = 116

_MANY = 13
"""Teams from which the cells are narrow."""


def left_of(row: JudgeRow) -> int:
    """How many ballots are still to come from a judge."""
    return sum(cell.state in _OPEN and cell.look not in _OUT for cell in row.cells)


_OUT = frozenset(look_of(one) for one in Exclusion)


class _CellPainter(QStyledItemDelegate):
    """Paints a mark in each cell, the column on stage tinted, the chosen one in a frame."""

    def __init__(self, grid: BallotGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One ballot."""
        row = self._grid.rows.row_at(index)
        if row is None:
            return
        cell, box = row.cells[index.column()], QRect(option.rect)
        painter.save()
        if cell.team_id == self._grid.on_stage:
            painter.fillRect(box, theme.token("act-ground"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.token("line"))
        if self._grid.says_words:
            _paint_words(painter, box, cell)
        elif cell.look:
            paint_mark(painter, _mark_at(QRectF(box).center()), cell.look)
        if index == self._grid.currentIndex():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.token("act"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -2), 4, 4)
        painter.restore()

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """A mark; the tooltip says it in words."""
        return QSize(theme.scaled(LEAST_CELL), theme.scaled(ROW))


def _mark_at(center: QPointF) -> QRectF:
    side = theme.scaled(13)
    place = QRectF(0, 0, side, side)
    place.moveCenter(center)
    return place


def _paint_words(painter: QPainter, box: QRect, cell: BallotCell) -> None:
    """The mark and its word, with what it is about below; tinted where something is to do."""
    is_open = cell.state in _OPEN
    if cell.look and is_open:
        painter.fillRect(box.adjusted(0, 0, -1, -1), theme.token("attention-ground"))
    painter.fillRect(box.right(), box.top(), 1, box.height(), theme.token("line"))
    if cell.look:
        left, wide = theme.scaled(8), theme.scaled(13)
        middle = box.top() + box.height() // 2
        high = QPointF(box.left() + left + wide / 2, middle - theme.scaled(9))
        paint_mark(painter, _mark_at(high), cell.look)
        painter.setPen(theme.token("attention" if is_open else "text"))
        painter.setFont(fonts.screen_font(theme.scaled(13), is_strong=is_open))
        words = QRect(box.left() + left + wide + 6, box.top(), box.width(), middle - box.top())
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom, cell.word)
        painter.setPen(theme.token("text" if is_open else "text-quiet"))
        font = fonts.screen_font(theme.scaled(12))
        painter.setFont(font)
        room = box.width() - left - 4
        under = QFontMetrics(font).elidedText(cell.under, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box.left() + left, middle + theme.scaled(15), under)


class _Tilted(QHeaderView):
    """The teams' names, rising to the right where they have too little room to be read whole."""

    def __init__(self, grid: BallotGrid) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid
        self.setSectionsClickable(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), theme.token("surface"))
        height, chosen = self.viewport().height(), self._grid.currentIndex().column()
        for at, name in enumerate(self._grid.headings):
            left = self.sectionViewportPosition(at)
            if -self._reach() < left < self.viewport().width() + self._reach():
                is_now = self._is_on_stage(at)
                self._paint_name(painter, left, height, name, is_now=is_now, is_chosen=at == chosen)
        painter.fillRect(0, height - 1, self.viewport().width(), 1, theme.token("line"))

    def _reach(self) -> int:
        return theme.scaled(LONGEST_NAME)

    def _is_on_stage(self, at: int) -> bool:
        row = self._grid.rows.row_at(self._grid.rows.index(0, at))
        return row is not None and row.cells[at].team_id == self._grid.on_stage

    def _paint_name(
        self,
        painter: QPainter,
        left: int,
        height: int,
        name: str,
        *,
        is_now: bool,
        is_chosen: bool,
    ) -> None:
        font = fonts.screen_font(theme.scaled(12), is_strong=is_now or is_chosen)
        metrics = QFontMetrics(font)
        painter.save()
        painter.setFont(font)
        painter.setPen(theme.token("act" if is_now else "text"))
        wide = self.sectionSize(0)
        if self._grid.says_words:
            names = QRect(left + theme.scaled(8), 0, wide - theme.scaled(12), height)
            paint_name(painter, names, name, fonts.screen_font(theme.scaled(13), is_strong=True))
            painter.restore()
            return
        painter.translate(QPointF(left + wide / 2 - 2, height - theme.scaled(8)))
        painter.rotate(-TILT)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, theme.scaled(LONGEST_NAME))
        painter.drawText(QPointF(0, 0), shown)
        painter.restore()


class _Judges(QHeaderView):
    """The judges' names on up to two lines, with how many of their ballots are still to come."""

    def __init__(self, grid: BallotGrid) -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self._grid = grid
        self.setSectionsClickable(True)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """One judge."""
        row = self._grid.rows.row_at(self._grid.rows.index(logical, 0))
        if row is None:
            return
        painter.save()
        painter.fillRect(rect, theme.token("surface"))
        is_chosen = logical == self._grid.currentIndex().row()
        left, wide = left_of(row), theme.scaled(34)
        painter.setPen(theme.token("text"))
        font = fonts.screen_font(theme.scaled(13), is_strong=is_chosen)
        names = rect.adjusted(15, 0, -wide - 8, 0)
        paint_name(painter, names, _judge(row), font)
        painter.setPen(theme.token("text" if left else "text-quiet"))
        count = fonts.screen_font(theme.scaled(13), is_strong=bool(left))
        painter.setFont(fonts.with_figures(count, "0"))
        painter.drawText(rect.adjusted(0, 0, -14, 0), _RIGHT, str(left))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.token("line"))
        painter.restore()


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GridCorner(QWidget):
    """What heads the judges: “Judge”, and how many are left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.token("text-quiet"))
        painter.setFont(fonts.screen_font(theme.scaled(12), is_strong=True))
        low = Qt.AlignmentFlag.AlignBottom
        painter.drawText(self.rect().adjusted(15, 0, 0, -8), low, "Judge")
        painter.drawText(
            self.rect().adjusted(0, 0, -14, -8), low | Qt.AlignmentFlag.AlignRight, "Left"
        )
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.token("line"))


class GridFoot(QWidget):
    """How many of each team's ballots are in, under its column, however far that is scrolled."""

    def __init__(self, grid: BallotGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._counts: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        grid.horizontalScrollBar().valueChanged.connect(self.update)
        theme.follow(self.setFixedHeight, 34)

    def show_rows(self, view: HostDeskView) -> None:
        """Count the ballots of each team."""
        columns = zip(*(row.cells for row in view.rows), strict=True) if view.rows else ()
        self._counts = tuple(_in_of(cells) for cells in columns)
        named = (f"{name} {count}" for name, count in zip(view.teams, self._counts, strict=False))
        self.setAccessibleName(f"In, of those expected: {', '.join(named)}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.token("line-strong"))
        painter.setFont(fonts.with_figures(fonts.screen_font(theme.scaled(12)), "0"))
        head = self._grid.verticalHeader().width()
        painter.setPen(theme.token("text"))
        painter.setClipRect(QRect(head, 0, self.width() - head, self.height()))
        for at, count in enumerate(self._counts):
            left = head + self._grid.columnViewportPosition(at)
            box = QRect(left, 0, self._grid.columnWidth(at), self.height())
            fits = painter.fontMetrics().horizontalAdvance(count) + _APART <= box.width()
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, count if fits else _short(count))
        painter.setClipping(False)
        painter.setPen(theme.token("text-quiet"))
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(15, 0, head - 20, self.height()), side, "In, of those expected")


_APART = 6
"""Pixels at least between the counts of two teams."""


def _short(count: str) -> str:
    """How many are in, or that all are, where the columns are narrow: the whole is read aloud."""
    submitted, _, expected = count.partition("/")
    return "all" if submitted == expected else submitted


def _in_of(cells: tuple[BallotCell, ...]) -> str:
    expected = sum(cell.state not in _AWAY for cell in cells)
    return f"{sum(cell.state is BallotState.SUBMITTED for cell in cells)}/{expected}"


_AWAY = frozenset({BallotState.RECUSED, BallotState.ABSENT})
_ACROSS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def _team(at: int, name: str) -> Column[JudgeRow]:
    """The ballots for one team."""
    return Column(
        name,
        lambda row: row.cells[at].word,
        look=lambda row: STATES.get(row.cells[at].look, _NOTHING),
        spoken=lambda row: row.cells[at].label,
        tip=lambda row: row.cells[at].label,
        heading_side=_ACROSS,
    )


_NOTHING = StateLook("", "text-quiet")
"""Of a cell that has nothing to say."""


def _ballots(row: JudgeRow) -> tuple[str, tuple[str, ...]]:
    """Which ballots are in a row: a judge, with the teams in their order."""
    return row.judge_id, tuple(cell.team_id for cell in row.cells)


def _judge(row: JudgeRow) -> str:
    return f"{row.name} (locked out)" if row.is_locked_out else row.name
