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

from judging_app.present.wall.board import WallRow
from judging_app.present.wall.showing import WallView
from ui.fonts import screen_font
from ui.tokens import tokens
from ui.wall.board import BoardLayout, bar_length, board_layout
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
        canvas = Canvas(QPainter(), ROOM.width(), ROOM.height())
        layout, after = (board_layout(canvas, each, 0) for each in (one, other))
        ends = dict(zip((row.team_id for row in other.pages[0].rows), after.corners, strict=True))
        self._form = layout.form
        self._rows = [
            (_texts(row, layout), start, ends[row.team_id], bar_length(row, layout.form))
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
        for texts, one, other, bar in self._rows:
            corner = one + (other - one) * progress
            left, foot = corner.x(), corner.y() + height - 6
            painter.fillRect(left, foot, width, 6, COLOURS["hover"])
            painter.fillRect(left, foot, bar, 6, COLOURS["act"])
            for offset, text in texts:
                painter.drawStaticText(corner + offset, text)
        painter.end()
        return perf_counter_ns() - start


def _texts(row: WallRow, layout: BoardLayout) -> list[tuple[QPoint, QStaticText]]:
    """A row's four texts, each with its place in the row."""
    form, font = layout.form, screen_font(_pixels(layout))
    score = form.width - form.ballots - form.gap - form.score
    lefts = (0, form.place + form.gap, score, form.width - form.ballots)
    laid_out = []
    for left, words in zip(
        lefts, (row.place_text, row.team, row.score_text, row.ballots_text), strict=True
    ):
        text = QStaticText(words)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        text.prepare(font=font)
        laid_out.append((QPoint(left, 0), text))
    return laid_out


def _pixels(layout: BoardLayout) -> int:
    return max(min(round(layout.form.size * ROOM.height()), round(layout.form.height * 0.75)), 1)


class Rows(QAbstractTableModel):
    """The standings as any table has them."""

    def __init__(self, rows: Sequence[WallRow]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        """One row a team."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        """Place, team, bar, score, ballots."""
        return 0 if parent.isValid() else 5

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A cell's words; the bar's is its share."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        share = float(row.share or 0)
        return (row.place_text, row.team, share, row.score_text, row.ballots_text)[index.column()]


class Cells(QStyledItemDelegate):
    """Paints a cell as text or as a bar."""

    progress = 1.0

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        value = index.data()
        box: QRect = option.rect
        if isinstance(value, float):
            painter.fillRect(box, COLOURS["hover"])
            box.setWidth(round(box.width() * value * self.progress))
            painter.fillRect(box, COLOURS["act"])
        else:
            painter.setPen(COLOURS["text"])
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, value)


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
        self._view.horizontalHeader().setDefaultSectionSize(ROOM.width() // 5 - 1)
        self._view.setFont(screen_font(max(min(54, round(height * 0.75)), 1)))
        self._view.resize(ROOM)
        self._view.show()

    def slide(self) -> list[int]:
        """Paint every frame."""
        return [self._frame_ns(EASE_OUT.valueForProgress(progress)) for progress in PROGRESS]

    def _frame_ns(self, progress: float) -> int:
        start = perf_counter_ns()
        self._cells.progress = progress
        self._view.viewport().update()
        QApplication.processEvents()
        return perf_counter_ns() - start
