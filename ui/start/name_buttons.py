"""The names at sign-in: rows of a list for the judges, buttons for those who run the day."""

from html import escape

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.present.start.sign_in import SignInRow, found_at
from ui import fonts, keys, theme
from ui.widgets.buttons import Button

ROW, ROW_AT_EASE = 38, 44
"""Heights in pixels at 100 % text: of one among many, and where there is room for what they do."""

INSIDE, BETWEEN = 16, 12


class NameButton(Button):
    """One person to choose."""

    chosen = Signal(object)
    """Their `SignInRow`."""

    def __init__(self, row: SignInRow, text: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(text, kind=kind, parent=parent)
        self.row = row
        self.setAccessibleName(f"{row.name}, {row.detail}")
        self.setToolTip(f"<p>{escape(self.accessibleName())}</p>")
        self.clicked.connect(self._choose)

    @property
    def key(self) -> str:
        """Whose it is."""
        return self.row.key

    def _choose(self) -> None:
        self.chosen.emit(self.row)


class StaffButton(NameButton):
    """One of those who run the day, apart from the judges."""

    def __init__(self, row: SignInRow, parent: QWidget | None = None) -> None:
        super().__init__(row, row.name, "plain", parent)


class NameRow(NameButton):
    """One judge: the titles quiet, the name whole, and where they come from if there is room.

    Letters are for whoever holds the list.
    """

    went = Signal(int, int)
    """An arrow key leads so many names on, or so many columns."""

    def __init__(self, row: SignInRow, parent: QWidget | None = None) -> None:
        super().__init__(row, row.name, "name", parent)
        self._typed, self._is_at_ease = "", False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_typed(self, typed: str) -> None:
        """Underline what was typed."""
        self._typed = typed
        self.update()

    def stand(self, *, is_at_ease: bool) -> None:
        """Say what they do as well, in a higher row, or not."""
        self._is_at_ease = is_at_ease
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = theme.scaled(ROW_AT_EASE if self._is_at_ease else ROW)
        return QSize(theme.scaled(240), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if way := next((way for key, way in _WAYS if key.is_pressed(event)), None):
            self.went.emit(*way)
        elif keys.PRESS.is_pressed(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.isChecked() or self.underMouse():
            ground = "act-ground" if self.isChecked() else "hover"
            painter.fillRect(self.rect(), theme.token(ground))
        painter.setPen(theme.token("line"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        if self.x() > 0:
            painter.drawLine(self.rect().topLeft(), self.rect().bottomLeft())
        room = self.rect().adjusted(theme.scaled(INSIDE), 0, -theme.scaled(INSIDE), 0)
        taken = self._paint_name(painter, room)
        self._paint_beside(painter, room.adjusted(taken + theme.scaled(BETWEEN), 0, 0, 0))

    def _paint_name(self, painter: QPainter, room: QRect) -> int:
        """Paint titles and name from the left; the answer is how much they took."""
        quiet, strong = _font(is_strong=False), _font(is_strong=True)
        titles, name = self.row.titles, self.row.name.removeprefix(self.row.titles).strip()
        before = QFontMetrics(quiet).horizontalAdvance(f"{titles} ") if titles else 0
        metrics = QFontMetrics(strong)
        if before + metrics.horizontalAdvance(name) > room.width():
            before = 0  # the name comes first; its titles are in what a screen reader says
        if before:
            painter.setFont(quiet)
            painter.setPen(theme.token("text-quiet"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, titles)
        painter.setFont(strong)
        painter.setPen(theme.token("act" if self.isChecked() else "text"))
        box = room.adjusted(before, 0, 0, 0)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        if found := found_at(name, self._typed):
            self._underline(painter, metrics, box, name, found)
        return before + metrics.horizontalAdvance(shown)

    def _underline(
        self,
        painter: QPainter,
        metrics: QFontMetrics,
        box: QRect,
        name: str,
        found: tuple[int, int],
    ) -> None:
        first, count = found
        left = metrics.horizontalAdvance(name[:first])
        across = metrics.horizontalAdvance(name[: first + count]) - left
        below = box.center().y() + metrics.ascent() // 2 + theme.scaled(3)
        painter.fillRect(box.left() + left, below, across, theme.scaled(2), painter.pen().color())

    def _paint_beside(self, painter: QPainter, room: QRect) -> None:
        font = _font(is_strong=False)
        metrics = QFontMetrics(font)
        for told in (self.row.detail, self.row.beside) if self._is_at_ease else (self.row.beside,):
            if told and metrics.horizontalAdvance(told) <= room.width():
                painter.setFont(font)
                painter.setPen(theme.token("text-quiet"))
                side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                painter.drawText(room, side, told)
                return


_WAYS = (
    (keys.NAME_ABOVE, (-1, 0)),
    (keys.NAME_BELOW, (+1, 0)),
    (keys.NAME_BEFORE, (0, -1)),
    (keys.NEXT_NAME, (0, +1)),
)


def _font(*, is_strong: bool) -> QFont:
    return fonts.screen_font(theme.scaled(fonts.TEXT_SIZE), is_strong=is_strong)
