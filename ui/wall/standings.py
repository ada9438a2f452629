"""The standings scene as a widget whose rows slide to their new places."""

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QEvent,
    QRect,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from judging_app.domain.event import Scene
from judging_app.domain.ids import TeamId
from judging_app.present.wall.showing import WallView
from ui.tokens import tokens
from ui.wall.board import board_layout, paint_board_frame, rows_room
from ui.wall.canvas import Canvas
from ui.wall.palette import dress
from ui.wall.row_motion import (
    RowKey,
    RowPicture,
    RowSpot,
    RowTrack,
    around,
    paint_tracks,
    row_pictures,
    row_tracks,
)

MOTION_MS = 450
"""From one order of the rows to the next."""

PAGE_MS = 8_000
"""How long a page of a long board is shown."""


class StandingsBoard(QWidget):
    """Shows the standings that it is given, page after page; it never takes the keyboard.

    Each row is painted once and then only moved, and only what moves is painted again.
    """

    page_shown = Signal(str)
    """What a screen reader is to say of the page that is on now."""

    def __init__(self, parent: QWidget | None = None, *, is_motion_reduced: bool = False) -> None:
        super().__init__(parent)
        self._view = WallView(Scene.STANDINGS)
        self._page = 0
        self._colours = tokens("dark")
        self._is_motion_reduced = is_motion_reduced
        self._pictures: dict[RowKey, RowPicture] = {}
        self._tracks: tuple[RowTrack, ...] = ()
        self._moving = QRect()
        self._frame_said: tuple[str, ...] = ()
        self.motion = QVariantAnimation(self)
        self.motion.setDuration(MOTION_MS)
        self.motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.motion.setStartValue(0.0)
        self.motion.setEndValue(1.0)
        self.motion.valueChanged.connect(self._move)
        self.motion.finished.connect(self._arrive)
        self._turn = QTimer(self)
        self._turn.setInterval(PAGE_MS)
        self._turn.timeout.connect(self.turn_page)
        self.setObjectName("standings-board")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def page(self) -> int:
        """The number of the page that is on, from 0."""
        return self._page

    @property
    def painted(self) -> tuple[str, ...]:
        """Every text that the room can read now, also of a row that is fading."""
        rows = (track for track in self._tracks if track.at(self._progress()).opacity)
        return (*self._frame_said, *(text for track in rows for text in track.picture.said))

    def show_view(self, view: WallView) -> None:
        """Show the standings of `view`; rows slide to a new place, a new clock moves nothing."""
        before = self._view
        if view == before:
            return
        self._view = view
        if view.look != before.look:
            self._repaint()
        if len(view.pages) != len(before.pages):
            self._page = 0
            self._keep_turning()
            self.update()
        if (view.form, view.pages) != (before.form, before.pages):
            self._start(moves=view.form is before.form)
        if replace(before, pages=view.pages, spoken=view.spoken) != view:
            self.update()

    def show_theme(self, name: str) -> None:
        """Paint on a "dark" ground, which is the usual one, or on a "light" one."""
        self._colours = tokens(name)
        self._repaint()

    def reduce_motion(self, *, is_reduced: bool) -> None:
        """Put rows where they belong at once instead of sliding them."""
        self._is_motion_reduced = is_reduced
        if is_reduced:
            self.motion.stop()
            self._arrive()

    def turn_page(self) -> None:
        """Show the next page, after the last the first."""
        if len(self._view.pages) > 1:
            self._page = (self._page + 1) % len(self._view.pages)
            self._start(moves=True)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed: the surroundings seldom, the rows wherever they are by now."""
        exposed = event.rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        canvas = self._canvas(painter)
        painter.fillRect(exposed, QColor(canvas.colours["ground"]))
        room = rows_room(canvas, self._view.form)
        if not room.contains(exposed):
            paint_board_frame(canvas, self._view, self._page)
            self._frame_said = tuple(canvas.said)
        painter.setClipRect(room)
        paint_tracks(canvas, self._tracks, self._progress(), exposed)

    def event(self, event: QEvent) -> bool:
        """Paint rows again for a display of another pixel ratio."""
        done = super().event(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._start(moves=False)
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out again, without motion."""
        super().resizeEvent(event)
        self._start(moves=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to turn pages."""
        super().showEvent(event)
        self._keep_turning()

    def hideEvent(self, event: QHideEvent) -> None:
        """Turn and move nothing that nobody sees, and begin with the first page next time."""
        super().hideEvent(event)
        self._turn.stop()
        self._page = 0
        self._start(moves=False)

    def _start(self, *, moves: bool) -> None:
        """Set every row on its way from where it is now to where the view has it."""
        now = self._now() if moves else {}
        self.motion.stop()
        self._tracks = ()
        canvas, spoken = self._canvas(QPainter()), self._view.spoken
        if self._view.pages:
            page = self._view.pages[self._page]
            spoken = page.spoken or spoken
            layout = board_layout(canvas, self._view, self._page)
            self._pictures = row_pictures(
                canvas, page.rows, layout.form, self._pictures, self.devicePixelRatioF()
            )
            self._tracks = row_tracks(tuple(self._pictures.values()), layout, now)
        room = rows_room(canvas, self._view.form)
        self._moving = room & around(track for track in self._tracks if not track.is_still)
        self.update(room)
        self.setAccessibleName(spoken)
        self.page_shown.emit(spoken)
        if now and self.isVisible() and not self._is_motion_reduced:
            self.motion.start()
        else:
            self._arrive()

    def _now(self) -> dict[TeamId, tuple[RowPicture, RowSpot]]:
        progress = self._progress()
        return {
            track.picture.row.team_id: (track.picture, spot)
            for track in self._tracks
            if (spot := track.at(progress)).opacity
        }

    def _move(self) -> None:
        self.update(self._moving)

    def _arrive(self) -> None:
        self._tracks = tuple(track.arrived for track in self._tracks if track.end.opacity)
        self.update(self._moving)

    def _progress(self) -> float:
        is_moving = self.motion.state() is not QAbstractAnimation.State.Stopped
        return float(self.motion.currentValue()) if is_moving else 1.0

    def _keep_turning(self) -> None:
        if len(self._view.pages) > 1 and self.isVisible():
            self._turn.start()
        else:
            self._turn.stop()

    def _canvas(self, painter: QPainter) -> Canvas:
        canvas = Canvas(painter, self.width(), self.height(), colours=self._colours)
        dress(canvas, self._view.look)
        return canvas

    def _repaint(self) -> None:
        """Paint everything again, for the colours have changed."""
        self._pictures = {}
        self._start(moves=False)
        self.update()
