"""The audience's window: one scene at a time, painted from what the public may see."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QEasingCurve,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from judging_app.domain.event import Scene
from judging_app.domain.ids import TeamId
from judging_app.present.projector import ProjectorPage, ProjectorView
from ui.projector_board import paint_rows, row_boxes
from ui.projector_canvas import EVENT_COLOUR, Canvas
from ui.projector_scenes import board_room, paint_scene

MOTION_MS = 450
"""From one scene to the next, and from one order of the rows to the next."""

PAGE_MS = 10_000
"""How long a page of a long board stands."""


class Projector(QWidget):
    """Shows the scene that it is given; it never takes the keyboard from the host.

    `painted` lists the texts of the last picture, so that a test can read what the room reads.
    """

    closed = Signal()
    """Somebody closed the window by its frame."""

    def __init__(self, parent: QWidget | None = None, *, is_motion_reduced: bool = False) -> None:
        super().__init__(parent)
        self.painted: tuple[str, ...] = ()
        self._view = ProjectorView(Scene.HOLDING)
        self._before: tuple[ProjectorView, int] | None = None
        self._page = 0
        self._band = EVENT_COLOUR
        self._is_motion_reduced = is_motion_reduced
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self.update)
        self._motion.finished.connect(self._arrive)
        self._turn = QTimer(self)
        self._turn.setInterval(PAGE_MS)
        self._turn.timeout.connect(self.turn_page)
        self._prepare_window()

    @property
    def view(self) -> ProjectorView:
        """What is on show."""
        return self._view

    def show_view(self, view: ProjectorView) -> None:
        """Show `view`; a new scene, step or order of rows moves in, a new clock doesn't."""
        before, page = self._view, self._page
        self._view = view
        self._page = page if _is_same_board(before, view) else 0
        self.setAccessibleName(f"Projector. {view.spoken}")
        self._turn.start() if len(view.pages) > 1 else self._turn.stop()
        if _moves(before, view):
            self._move_from(before, page)
        self.update()

    def show_colour(self, band: str) -> None:
        """Paint the band in the event's colour, "#RRGGBB"."""
        self._band = band
        self.update()

    def reduce_motion(self, *, is_reduced: bool) -> None:
        """Change scenes at once instead of fading."""
        self._is_motion_reduced = is_reduced
        if is_reduced:
            self._motion.stop()
            self._arrive()

    def turn_page(self) -> None:
        """Show the next page of a long board, after the last the first."""
        if self._view.pages:
            before = self._page
            self._page = (self._page + 1) % len(self._view.pages)
            self._move_from(self._view, before)

    def sizeHint(self) -> QSize:
        """A window of 16 to 9 that leaves room for the host's own screen."""
        return QSize(960, 540)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene, on its way from the one before while it moves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = Canvas(painter, self.width(), self.height(), self._band)
        progress = self._progress()
        if self._before is not None:
            self._paint_old(canvas, *self._before)
            painter.setOpacity(progress)
        paint_scene(canvas, self._view, self._page)
        painter.setOpacity(1.0 if self._rows_move() else progress)
        self._paint_board(canvas, progress)
        self.painted = tuple(canvas.said)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop everything that would go on without a window."""
        self._turn.stop()
        self._motion.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _prepare_window(self) -> None:
        self.setWindowTitle("Projector")
        self.setObjectName("projector")
        self.setAccessibleName("Projector")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 180)

    def _paint_old(self, canvas: Canvas, view: ProjectorView, page: int) -> None:
        paint_scene(canvas, view, page)
        if view.pages and not self._rows_move():
            rows = view.pages[page].rows
            paint_rows(canvas, rows, row_boxes(canvas, rows, *board_room(canvas)))

    def _paint_board(self, canvas: Canvas, progress: float) -> None:
        if not self._view.pages:
            return
        rows = self._view.pages[self._page].rows
        boxes = row_boxes(canvas, rows, *board_room(canvas))
        if self._before is not None and self._rows_move():
            old = self._before[0].pages[self._before[1]].rows
            boxes = _between(row_boxes(canvas, old, *board_room(canvas)), boxes, progress)
        paint_rows(canvas, rows, boxes)

    def _rows_move(self) -> bool:
        """Whether the same teams stand in a new order, so that rows move and nothing fades."""
        if self._before is None:
            return True
        old, page = self._before
        return bool(old.pages and self._view.pages) and _teams(old.pages[page]) == _teams(
            self._view.pages[self._page]
        )

    def _progress(self) -> float:
        return 1.0 if self._before is None else float(self._motion.currentValue())

    def _move_from(self, before: ProjectorView, page: int) -> None:
        self._motion.stop()
        if self._is_motion_reduced or not self.isVisible():
            self._arrive()
            return
        self._before = (before, page)
        self._motion.start()

    def _arrive(self) -> None:
        self._before = None
        self.update()


def _moves(before: ProjectorView, view: ProjectorView) -> bool:
    return (before.scene, before.number, before.pages) != (view.scene, view.number, view.pages)


def _is_same_board(before: ProjectorView, view: ProjectorView) -> bool:
    return before.scene is view.scene and len(before.pages) == len(view.pages)


def _teams(page: ProjectorPage) -> frozenset[TeamId]:
    return frozenset(row.team_id for row in page.rows)


def _between(
    old: Mapping[TeamId, QRectF], new: Mapping[TeamId, QRectF], progress: float
) -> dict[TeamId, QRectF]:
    """Each row's box on its way from the old place to the new one."""
    return {
        team: QRectF(
            old[team].left() + (box.left() - old[team].left()) * progress,
            old[team].top() + (box.top() - old[team].top()) * progress,
            box.width(),
            box.height(),
        )
        for team, box in new.items()
    }
