"""Colours to choose from: squares with a name each, of which none or one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from judging_app.present.contrast import black_or_white
from judging_app.present.organiser.look import Preset
from ui import theme
from ui.widgets.focus_ring import GAP, WIDTH, paint_ring

SIDE = 32
"""Of a square, in pixels at 100 % text."""

A_ROW = 6

_EDGE = GAP + WIDTH + 1


class Swatch(QWidget):
    """A square of one colour; empty, it is crossed out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_colour(self, colour: str) -> None:
        """Show a colour "#rrggbb", or that there is none."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return _size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint_square(painter, self.rect(), self._colour)
        if not self._colour:
            box = _square(self.rect())
            painter.drawLine(box.bottomLeft(), box.topRight())


class _Choice(QRadioButton):
    """One colour that can be chosen; chosen, it has a tick."""

    def __init__(self, preset: Preset) -> None:
        super().__init__()
        self.colour = preset.colour
        self.setAccessibleName(f"{preset.name}, {preset.colour}")
        self.setToolTip(f"{preset.name}, {preset.colour}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return _size()

    def minimumSizeHint(self) -> QSize:
        return _size()

    def hitButton(self, point: QPoint) -> bool:
        return self.rect().contains(point)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint_square(painter, self.rect(), self.colour)
        if self.isChecked():
            _paint_tick(painter, _square(self.rect()), black_or_white(self.colour))
        if self.hasFocus():
            paint_ring(painter, _square(self.rect()))


class Swatches(QWidget):
    """Says which colour was chosen; the arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, name: str, presets: Sequence[Preset], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.choices = {preset.colour: _Choice(preset) for preset in presets}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for at, choice in enumerate(self.choices.values()):
            self._group.addButton(choice)
            grid.addWidget(choice, at // A_ROW, at % A_ROW)
        grid.setColumnStretch(A_ROW, 1)
        self._group.buttonToggled.connect(self._emit_chosen)

    def show_chosen(self, colour: str) -> None:
        """Mark a colour as the one that is chosen; none, if it isn't among them."""
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)  # or the last one could not be let go
            for one, choice in self.choices.items():
                choice.setChecked(one == colour)
            self._group.setExclusive(True)

    def _emit_chosen(self, choice: _Choice, is_chosen: bool) -> None:  # noqa: FBT001 - Qt's own signature
        if is_chosen:
            self.chosen.emit(choice.colour)


def _size() -> QSize:
    side = theme.scaled(SIDE) + 2 * _EDGE
    return QSize(side, side)


def _square(box: QRect) -> QRect:
    return box.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)


def _paint_square(painter: QPainter, box: QRect, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.token("line-strong"), 1))
    painter.setBrush(QColor(colour) if colour else theme.token("surface"))
    painter.drawRoundedRect(_square(box).toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _paint_tick(painter: QPainter, box: QRect, ink: str) -> None:
    painter.setPen(
        QPen(QColor(ink), theme.scaled(3), c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
    )
    corners = ((0.26, 0.52), (0.44, 0.70), (0.76, 0.32))
    painter.drawPolyline(
        [
            QPoint(round(box.left() + x * box.width()), round(box.top() + y * box.height()))
            for x, y in corners
        ]
    )
