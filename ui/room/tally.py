"""Whether the room sees anything, and what: the tally, and the frame with the room's picture."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.closed_sets import complete
from judging_app.present.wall.showing import WallView
from ui import fonts, theme
from ui.displays.words import ProjectorState, Standing, Trouble
from ui.wall.projector import Projector
from ui.widgets.buttons import Button
from ui.widgets.form import column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import WrappedLabel

TALLY = complete(
    {
        Standing.OFF: "Projector off",
        Standing.FULL: "On air",
        Standing.WINDOW: "In a window",
        Standing.HELD: "Projector hidden",
    }
)
"""What the tally says: never that something is on while nobody sees it."""

SEEN = frozenset({Standing.FULL, Standing.WINDOW})
"""When the room sees the picture."""


class Tally(QWidget):
    """“On air” on the colour that is kept for it, or in outline that nothing is."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing = Standing.OFF
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_standing(Standing.OFF)

    @property
    def word(self) -> str:
        """What it says."""
        return TALLY[self._standing]

    def accessible_value(self) -> str:
        """Nothing: the word is its name."""
        return ""

    def show_standing(self, standing: Standing) -> None:
        """Say whether the room sees anything."""
        self._standing = standing
        self.setAccessibleName(self.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        across = QFontMetrics(self._painted_font()).horizontalAdvance(self.word)
        return QSize(across + theme.scaled(13) + 18, theme.scaled(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_seen = self._standing in SEEN
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.token("air" if is_seen else "line-strong"), 1))
        painter.setBrush(theme.token("air") if is_seen else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        token = "air-text" if is_seen else "text"
        side = theme.scaled(8)
        dot = QRectF(8, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(theme.token(token), 1.2))
        painter.setBrush(theme.token(token) if is_seen else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        painter.setFont(self._painted_font())
        room = QRect(self.rect()).adjusted(8 + side + 5, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.word)

    @staticmethod
    def _painted_font() -> QFont:
        return fonts.screen_font(theme.scaled(12), is_strong=True)


class ProgramFrame(QWidget):
    """The room's picture in a frame of the colour of “On air”, or why there is none to be seen."""

    switch_asked = Signal(bool)
    screens_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ProjectorState()
        self._width = 420
        self.picture = Projector(self, is_motion_reduced=True)
        self.picture.setWindowFlags(Qt.WindowType.Widget)
        self.picture.setAccessibleName(name)
        self.picture.setMinimumSize(0, 0)
        self.line = WrappedLabel("", "quiet")
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.on = Button("", kind="small")
        self.screens = Button("Choose the screen…", kind="small")
        self._off = QWidget(self)
        mark = IconMark("presentation", size=36)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._mark = mark
        column(
            1,
            (mark, 0, middle),
            self.line,
            (self.on, 0, middle),
            (self.screens, 0, middle),
            1,
            spacing=8,
            margins=(16, 8, 16, 8),
            inside=self._off,
        )
        self.on.clicked.connect(self._ask_on)
        self.screens.clicked.connect(self.screens_asked)
        self.show_state(ProjectorState(), "")

    @property
    def is_seen(self) -> bool:
        """Whether the room sees the picture."""
        return self._state.standing in SEEN

    def show_state(self, state: ProjectorState, waiting: str) -> None:
        """Say whether the room sees it; `waiting` is the scene that it would see if it did."""
        self._state = state
        self.picture.setVisible(self.is_seen)
        self._off.setVisible(not self.is_seen)
        is_off = state.standing is Standing.OFF
        why = _WHY.get(state.trouble, "") if state.trouble else ""
        then = f"Switched on, it shows “{waiting}”." if waiting and is_off else ""
        self.line.setText("\n".join(part for part in (why, then) if part) or state.line)
        self._fit_off()
        self.setToolTip(f"<p>{state.line}</p>")
        self.update()

    def show_picture(self, view: WallView) -> None:
        """Show in small what the room sees."""
        self.picture.show_view(view)

    def keep_width(self, width: int) -> None:
        """Be so wide, 16 to 9 within the frame."""
        self._width = width
        height = (width - 4) * 9 // 16 + 4
        self.setFixedSize(width, height)
        self._mark.setVisible(height >= theme.scaled(200))
        self._fit_off()
        self._place()

    def _fit_off(self) -> None:
        """Say the whole where there is room, else keep to the buttons; the tooltip has it all."""
        has_room = self.height() >= theme.scaled(200)
        is_off = self._state.standing is Standing.OFF
        self.line.setVisible(has_room)
        self.screens.setVisible(has_room or not is_off)
        self.on.setVisible(is_off)
        in_window = self._state.trouble is not None
        whole = "Switch on, in a window" if in_window else "Switch the projector on"
        self.on.setText(whole if has_room else "Switch on")
        self.screens.setText("Choose the screen…" if has_room else "Screens…")

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit_off()
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(theme.token("air" if self.is_seen else "line-strong"), 2)
        pen.setStyle(Qt.PenStyle.SolidLine if self.is_seen else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _place(self) -> None:
        inside = self.rect().adjusted(2, 2, -2, -2)
        self.picture.setGeometry(inside)
        self._off.setGeometry(inside)

    def _ask_on(self) -> None:
        self.switch_asked.emit(True)  # noqa: FBT003 - a signal carries it by position


_WHY = complete(
    {
        Trouble.NO_SECOND: "No second screen is connected.",
        Trouble.MIRRORED: "Both screens show the same picture.",
        Trouble.DISCONNECTED: "The projector’s screen is disconnected.",
        Trouble.COVERED: "This window is on the projector’s screen.",
        Trouble.STRAYED: "The projector’s window was moved.",
    }
)
