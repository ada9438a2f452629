"""The projector's picture as a widget: one scene after the other, each moving in."""

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractAnimation,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from judging_app.domain.event import Scene
from judging_app.present.wall.faces import ClockState, StageClock
from judging_app.present.wall.view import WallView
from ui.screen_of import screen_of
from ui.wall.canvas import Canvas
from ui.wall.clock import clock_room
from ui.wall.colours import wall_colours
from ui.wall.frame import foot_box
from ui.wall.scenes import SHRUNK, paint_scene
from ui.wall.standings import MOTION_MS, PAGE_MS, StandingsBoard
from ui.wall.timing import FADE_MS, MOVES_MS

FLASH_MS = 500
"""Between on and off of a clock in danger: once a second, far from what can harm."""


class WallPicture(QWidget):
    """Shows the scene that it is given; it never takes the keyboard.

    A new scene fades in over the old one, and a step of the ceremony arrives part by part; rows of
    a board slide, and a tick of a clock repaints the clock alone. `set_speed` makes all motion
    faster or slower, and what moves has arrived before the next scene begins to. Made with
    `is_motion_reduced`, as small pictures are, it shows everything at once.
    """

    page_shown = Signal(str)
    """What a screen reader is to say of the page that is on now."""

    def __init__(self, parent: QWidget | None = None, *, is_motion_reduced: bool = False) -> None:
        super().__init__(parent)
        self._view = WallView(Scene.HOLDING)
        self._page = 0
        self._theme = "dark"
        self._speed = 1.0
        self._is_motion_reduced = self._is_still = is_motion_reduced
        self._is_lit = True
        self._at: float | None = None
        self._band: QRectF | None = None
        self._band_from: QRectF | None = None
        self._said: tuple[str, ...] = ()
        self._spoken = ""
        self.board = StandingsBoard(self, is_motion_reduced=is_motion_reduced)
        self.board.hide()
        self.board.page_shown.connect(self._say)
        self._veil = _Veil(self)
        self.motion = QVariantAnimation(self)
        self.motion.setStartValue(0.0)
        self.motion.valueChanged.connect(self._move)
        self.motion.finished.connect(self._arrive)
        self._turn = QTimer(self)
        self._turn.setInterval(PAGE_MS)
        self._turn.timeout.connect(self.turn_page)
        self._flash = QTimer(self)
        self._flash.setInterval(FLASH_MS)
        self._flash.timeout.connect(self._blink)
        self.set_speed(1.0)
        self.setObjectName("projector-stage")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def view(self) -> WallView:
        """What is on show."""
        return self._view

    @property
    def page(self) -> int:
        """The number of the page that is on, from 0."""
        return self.board.page if self._has_board else self._page

    @property
    def painted(self) -> tuple[str, ...]:
        """Every text that the room can read once the scene has arrived."""
        return self.board.painted if self._has_board else self._said

    def show_view(self, view: WallView) -> None:
        """Show `view`: at once what only ticks, sliding what only moves, fading in all else."""
        before = self._view
        if view == before:
            self._view = view
            return
        if _ticked(before, view) == view:
            self._tick(view)
            return
        self.finish()
        slides = bool(before.pages and view.pages) and before.scene is view.scene
        full_ms = MOVES_MS.get(type(view.face), 0)
        moves = not slides and self.isVisible() and not self._is_still
        moves = moves and (bool(full_ms) or not self._is_motion_reduced)
        old = self.grab() if moves and not self._is_motion_reduced else None
        self._band_from = self._band
        self._view, self._page = view, self._page_of(before, view)
        self._at = 0.0 if moves and full_ms else None
        self._put_in_place()
        if moves:
            self._begin(old, full_ms)

    def complete(self) -> bool:
        """Let a step of the ceremony that still arrives be there; whether there was one."""
        is_arriving = self._at is not None
        if is_arriving:
            self.finish()
        return is_arriving

    def set_speed(self, factor: float) -> None:
        """Make all motion so many times as fast; 1.0 is the usual."""
        self._speed = factor
        self.board.motion.setDuration(max(round(MOTION_MS / factor), 1))
        self.motion.setDuration(self.board.motion.duration())

    def finish(self) -> None:
        """Let everything that moves arrive now, for the next key has come."""
        for motion in (self.motion, self.board.motion):
            if motion.state() is not QAbstractAnimation.State.Stopped:
                motion.stop()
        self._arrive()
        self.board.arrive()

    @property
    def is_motion_reduced(self) -> bool:
        """Whether everything changes at once."""
        return self._is_motion_reduced

    def reduce_motion(self, *, is_reduced: bool) -> None:
        """Neither fade, slide nor flash; the ceremony keeps its order and its waits."""
        self._is_motion_reduced = is_reduced
        self._is_still = self._is_still and is_reduced
        self.board.reduce_motion(is_reduced=is_reduced)
        if is_reduced:
            self.finish()
        self._keep_time()

    def show_theme(self, name: str) -> None:
        """Paint on a "dark" ground, which is the usual one, or on a "light" one."""
        self._theme = name
        self.board.show_theme(name)
        self.update()

    def turn_page(self) -> None:
        """Show the next page of a long list, after the last the first."""
        if self._has_board:
            self.board.turn_page()
        elif self._view.page_count > 1:
            self._page = (self._page + 1) % self._view.page_count
            self.update()

    def sizeHint(self) -> QSize:
        """16 to 9."""
        return QSize(960, 540)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene, or that part of it that is exposed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        canvas = self._canvas(painter)
        paint_scene(canvas, self._view, self._page)
        self._said, self._band = tuple(canvas.said), canvas.bands[-1] if canvas.bands else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the whole with the board and what covers it."""
        super().resizeEvent(event)
        self._place_board()
        self._veil.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to turn pages and to flash."""
        super().showEvent(event)
        self._keep_time()

    def hideEvent(self, event: QHideEvent) -> None:
        """Move nothing that nobody sees."""
        super().hideEvent(event)
        self.motion.stop()
        self._arrive()
        self._keep_time()

    @property
    def _has_board(self) -> bool:
        return bool(self._view.pages)

    def _page_of(self, before: WallView, view: WallView) -> int:
        """A list that only changes stays at its page."""
        stays = before.scene is view.scene and before.page_count == view.page_count
        return self._page if stays else 0

    def _begin(self, old: QPixmap | None, full_ms: int) -> None:
        """Begin to move: what was on goes, and a step of the ceremony comes part by part."""
        length = full_ms or MOTION_MS
        self.motion.setEndValue(float(length))
        self.motion.setDuration(max(round(length / self._speed), 1))
        self._veil.last_ms = FADE_MS if full_ms else MOTION_MS
        if old is not None:
            self._veil.fall(old)
        self.motion.start()

    def _move(self, at: float) -> None:
        self._veil.lift(at)
        if self._at is not None:
            self._at = at
            self.update()

    def _arrive(self) -> None:
        self._veil.hide()
        if self._at is not None:
            self._at = None
            self.update()

    def _put_in_place(self) -> None:
        if self._has_board:
            self._place_board()
            self.board.show_view(self._view)
        self.board.setVisible(self._has_board)
        self._say(self.board.accessibleName() if self._has_board else self._view.spoken)
        self._is_lit = True
        self._keep_time()
        self.update()

    def _place_board(self) -> None:
        """Over everything; in a rehearsal, within its frame."""
        place = self.rect()
        if self._view.rehearsal:
            size = QSize(round(place.width() * SHRUNK), round(place.height() * SHRUNK))
            place = QRect(QPoint((place.width() - size.width()) // 2, 0), size)
        self.board.setGeometry(place)

    def _tick(self, view: WallView) -> None:
        before, self._view = self._view, view
        if self._has_board:
            self.board.show_view(view)
            return
        self.setAccessibleName(_named(view.spoken))
        canvas = self._canvas(QPainter())
        if self._view.rehearsal:
            canvas = canvas.inside(SHRUNK)
        if before.foot != view.foot:
            self.update()
        elif before.clock_text != view.clock_text:
            # On a billboard the time of day isn't at the foot.
            has_foot = isinstance(view.face, StageClock) or view.aside
            self.update(canvas.whole(foot_box(canvas)) if has_foot else self.rect())
        if before.face != view.face:
            self._keep_time()
            self.update(canvas.whole(clock_room(canvas)))

    def _say(self, spoken: str) -> None:
        """Have a screen reader say what has come; not at every tick, which nobody could bear."""
        if spoken != self._spoken:
            self._spoken = spoken
            self.setAccessibleName(_named(spoken))
            self.page_shown.emit(spoken)

    def _blink(self) -> None:
        self._is_lit = not self._is_lit
        canvas = self._canvas(QPainter())
        self.update(canvas.whole(clock_room(canvas)))

    def _keep_time(self) -> None:
        """Let the timers run that this scene needs, and only while somebody sees it."""
        clock = self._view.face
        is_urgent = (
            isinstance(clock, StageClock) and clock.is_running and clock.state is ClockState.DANGER
        )
        moves = self.isVisible() and not self._is_motion_reduced
        _run(self._flash, is_on=is_urgent and moves)
        _run(
            self._turn, is_on=self._view.page_count > 1 and not self._has_board and self.isVisible()
        )
        self._is_lit = self._is_lit or not self._flash.isActive()

    def _canvas(self, painter: QPainter) -> Canvas:
        screen = screen_of(self)
        name = " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
        return Canvas(
            painter,
            self.width(),
            self.height(),
            colours=wall_colours(self._theme, self._view.look),
            screen=name or screen.name(),
            is_lit=self._is_lit,
            at=self._at,
            band_from=self._band_from,
            pops=self._is_motion_reduced,
        )


class _Veil(QWidget):
    """The picture of the scene before, growing fainter over the new one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._opacity = 0.0
        self.last_ms = MOTION_MS
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def fall(self, picture: QPixmap) -> None:
        """Cover everything with `picture`."""
        self._picture, self._opacity = picture, 1.0
        self.raise_()
        self.show()

    def lift(self, at: float) -> None:
        """Be as faint as so many milliseconds have it, and gone after `last_ms`."""
        self._opacity = max(1.0 - at / self.last_ms, 0.0)
        if self._opacity:
            self.update()
        else:
            self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture over what has come."""
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        painter.drawPixmap(0, 0, self._picture)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no picture of what is no longer on show."""
        super().hideEvent(event)
        self._picture = QPixmap()


def _ticked(before: WallView, view: WallView) -> WallView:
    """`before` with all that changes by itself as time goes."""
    is_timed = isinstance(before.face, StageClock) and isinstance(view.face, StageClock)
    return replace(
        before,
        clock_text=view.clock_text,
        face=view.face if is_timed else before.face,
        foot=view.foot if is_timed and before.foot else before.foot,
        spoken=view.spoken,
    )


def _named(spoken: str) -> str:
    return f"Projector. {spoken}"


def _run(timer: QTimer, *, is_on: bool) -> None:
    if is_on and not timer.isActive():
        timer.start()
    elif not is_on:
        timer.stop()
