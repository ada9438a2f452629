"""The rows of the standings painted in two other ways, for the measure of frames."""

from collections.abc import Sequence
from time import perf_counter_ns

from PySide6.QtCore import (
    QAbstractTableModel,
    QEasingCurve,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QImage, QPainter, QStaticText
from PySide6.QtWidgets import (
    QApplication,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from judging_app.present.wall.faces import Board, WallRow
from judging_app.present.wall.showing import WallView
from ui.fonts import screen_font
from ui.tokens import tokens
from ui.wall.board import BoardLayout, board_layout
from ui.wall.canvas import Canvas
from ui.wall.standings import MOTION_MS

ROOM = QSize(1920, 1080)
FRAME_MS = 16.7
PROGRESS = tuple(at * FRAME_MS / MOTION_MS for at in range(1, int(MOTION_MS / FRAME_MS) + 1))
"""How much of the time of a slide is gone at each of its frames, from 0 to 1."""
EASE_OUT = QEasingCurve(QEasingCurve.Type.OutCubic)
COLOURS = {name: QColor(colour) for name, colour in tokens("dark").items()}


class Bare:
    """The least that paints the same rows: text laid out beforehand, into a picture."""

    def __init__(self, one: WallView, other: WallView) -> None:
        self._image = QImage(ROOM, QImage.Format.Format_RGB32)
        layout, after = (_layout(each) for each in (one, other))
        ends = dict(zip((row.team_id for row in other.pages[0].rows), after.corners, strict=True))
        self._form = layout.forms[0]
        self._rows = [
            (_texts(row, layout), start.toPoint(), ends[row.team_id].toPoint())
            for row, start in zip(one.pages[0].rows, layout.corners, strict=True)
        ]
        self._font = screen_font(_pixels(layout))

    def slide(self) -> list[int]:
        """Paint every frame."""
        return [self._frame_ns(EASE_OUT.valueForProgress(progress)) for progress in PROGRESS]

    def _frame_ns(self, progress: float) -> int:
        start = perf_counter_ns()
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self._image.rect(), COLOURS["ground"])
        painter.setFont(self._font)
        painter.setPen(COLOURS["text"])
        width, height = self._form.width, self._form.height
        for texts, one, other in self._rows:
            corner = one + (other - one) * progress
            painter.fillRect(corner.x(), corner.y() + height - 1, width, 1, COLOURS["line"])
            for offset, text in texts:
                painter.drawStaticText(corner + offset, text)
        painter.end()
        return perf_counter_ns() - start


def _layout(view: WallView) -> BoardLayout:
    assert isinstance(view.face, Board)
    return board_layout(Canvas(QPainter(), ROOM.width(), ROOM.height()), view.face, 0)


def _texts(row: WallRow, layout: BoardLayout) -> list[tuple[QPoint, QStaticText]]:
    """A row's four texts, each with its place in the row."""
    form, font = layout.forms[0], screen_font(_pixels(layout))
    score = form.width - form.score
    lefts = (0, form.place + 20, score, score - 200)
    laid_out = []
    for left, words in zip(
        lefts, (row.place_text, row.team, row.score_text, row.brief), strict=True
    ):
        text = QStaticText(words)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        text.prepare(font=font)
        laid_out.append((QPoint(left, 0), text))
    return laid_out


def _pixels(layout: BoardLayout) -> int:
    return max(min(54, round(layout.forms[0].height * 0.75)), 1)


class Rows(QAbstractTableModel):
    """The standings as any table has them."""

    def __init__(self, rows: Sequence[WallRow]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        """One row a team."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        """Place, team, score, ballots."""
        return 0 if parent.isValid() else 4

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A cell's words."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        return (row.place_text, row.team, row.score_text, row.brief)[index.column()]


class Cells(QStyledItemDelegate):
    """Paints a cell's text."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        painter.setPen(COLOURS["text"])
        box: QRect = option.rect
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, index.data())


class Table:
    """A table of the same size with the same rows."""

    def __init__(self, shown: WallView) -> None:
        rows = shown.pages[0].rows
        self._view, self._cells, self._model = QTableView(), Cells(), Rows(rows)
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._cells)
        self._view.setShowGrid(False)
        self._view.horizontalHeader().hide()
        self._view.verticalHeader().hide()
        height = max(ROOM.height() // len(rows) - 1, 1)
        self._view.verticalHeader().setMinimumSectionSize(1)
        self._view.verticalHeader().setDefaultSectionSize(height)
        self._view.horizontalHeader().setDefaultSectionSize(ROOM.width() // 4 - 1)
        self._view.setFont(screen_font(max(min(54, round(height * 0.75)), 1)))
        self._view.resize(ROOM)
        self._view.show()

    def slide(self) -> list[int]:
        """Paint every frame."""
        return [self._frame_ns() for _ in PROGRESS]

    def _frame_ns(self) -> int:
        start = perf_counter_ns()
        self._view.viewport().update()
        QApplication.processEvents()
        return perf_counter_ns() - start
