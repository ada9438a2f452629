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
    QTransform,
)
from PySide6.QtWidgets import QWidget

from judging_app.domain.event import Scene
from judging_app.domain.ids import TeamId
from judging_app.present.wall.board import with_moves
from judging_app.present.wall.faces import Board, WallPage
from judging_app.present.wall.view import WallView
from ui.wall.board import board_layout, paint_board_frame, rows_room
from ui.wall.canvas import Canvas
from ui.wall.colours import wall_colours
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

PAGE_MS = 12_000
"""How long a page of a long board is shown."""


class StandingsBoard(QWidget):
    """Shows the standings that it is given, page after page; it never takes the keyboard.

    Each row is painted once and then only moved, and only what moves is painted again. Live
    standings don't say which order was there before; what this board showed last does.
    """

    page_shown = Signal(str)
    """What a screen reader is to say of the page that is on now."""

    def __init__(self, parent: QWidget | None = None, *, is_motion_reduced: bool = False) -> None:
        super().__init__(parent)
        self._view = WallView(Scene.STANDINGS, Board(()))
        self._marked = Board(())
        self._page = 0
        self._theme = "dark"
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
        self.motion.finished.connect(self.arrive)
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
        if view.face != before.face:
            was, self._marked = self._marked, self._with_marks(before, view)
            self._start(moves=was.form is self._marked.form)
        if _surroundings(before) != _surroundings(view):
            self.update()

    def show_theme(self, name: str) -> None:
        """Paint on a "dark" ground, which is the usual one, or on a "light" one."""
        self._theme = name
        self._repaint()

    def reduce_motion(self, *, is_reduced: bool) -> None:
        """Put rows where they belong at once instead of sliding them."""
        self._is_motion_reduced = is_reduced
        if is_reduced:
            self.motion.stop()
            self.arrive()

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
        painter.setTransform(QTransform())
        painter.fillRect(exposed, QColor(canvas.colours["ground"]))
        room = canvas.whole(rows_room(canvas, self._marked))
        if not room.contains(exposed):
            on_wall = self._canvas(painter)
            paint_board_frame(on_wall, self._view, self._marked, self._page)
            self._frame_said = tuple(on_wall.said)
        painter.setTransform(QTransform())
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
        canvas, spoken, board = self._canvas(QPainter()), self._view.spoken, self._marked
        if board.pages:
            page = board.pages[self._page]
            spoken = page.spoken or spoken
            layout = board_layout(canvas, board, self._page)
            keys = [
                (row, form, board.is_frozen)
                for row, form in zip(page.rows, layout.forms, strict=True)
            ]
            self._pictures = row_pictures(canvas, keys, self._pictures, self.devicePixelRatioF())
            self._tracks = row_tracks(canvas, tuple(self._pictures.values()), layout, now)
        room = canvas.whole(rows_room(canvas, board))
        self._moving = room & around(track for track in self._tracks if not track.is_still)
        self.update(room)
        self.setAccessibleName(spoken)
        self.page_shown.emit(spoken)
        if now and self.isVisible() and not self._is_motion_reduced:
            self.motion.start()
        else:
            self.arrive()

    def _now(self) -> dict[TeamId, tuple[RowPicture, RowSpot]]:
        progress = self._progress()
        return {
            track.picture.row.team_id: (track.picture, spot)
            for track in self._tracks
            if (spot := track.at(progress)).opacity
        }

    def _move(self) -> None:
        self.update(self._moving)

    def arrive(self) -> None:
        """Put every row where it belongs."""
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

    def _with_marks(self, before: WallView, view: WallView) -> Board:
        """The standings with who rose and fell since the last order, where nobody said it yet."""
        board = view.face if isinstance(view.face, Board) else Board(())
        has_marks = any(row.moved for page in board.pages for row in page.rows)
        if has_marks or board.of or (before.scene, before.title) != (view.scene, view.title):
            return board
        return with_moves(self._marked.pages, board)

    def _canvas(self, painter: QPainter) -> Canvas:
        colours = wall_colours(self._theme, self._view.look)
        return Canvas(painter, self.width(), self.height(), colours=colours)

    def _repaint(self) -> None:
        """Paint everything again, for the colours have changed."""
        self._pictures = {}
        self._start(moves=False)
        self.update()


def _surroundings(view: WallView) -> WallView:
    """`view` without its rows."""
    board = view.face if isinstance(view.face, Board) else Board(())
    pages = tuple(WallPage((), page.label, page.page_text) for page in board.pages)
    return replace(view, face=replace(board, pages=pages), spoken="")
