"""A criterion's scale as a row of numbered keys, of which none or one is chosen."""

from collections.abc import Sequence
from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from judging_app.present.judge.card import ScaleKey
from judging_app.present.judge.own_scores import OwnMark
from ui import fonts, keys, theme
from ui.judge.own_strip import PIP, paint_pips
from ui.widgets.focus_ring import GAP, WIDTH, paint_ring

KEY_SIZE = 44
SPACE = 6
_EDGE = GAP + WIDTH + 1


class ScaleKeys(QWidget):
    """Says which score was asked for; it shows as chosen only what it is given as chosen.

    Digits choose, and digits in a row make one number; Left and Right step; Delete, Backspace
    and the chosen key itself clear; Up, Down and Enter ask for another criterion. Pips at the foot
    of a key are the judge's own scores for other teams.
    """

    accessible_role = QAccessible.Role.SpinBox

    score_asked = Signal(int)
    clear_asked = Signal()
    move_asked = Signal(int)
    off_scale = Signal()
    """What was typed is no score, and can become none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[ScaleKey, ...] = ()
        self._chosen: int | None = None
        self._marks: dict[int, OwnMark] = {}
        self._typed = ""
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_keys(self, keys: Sequence[ScaleKey], chosen: int | None) -> None:
        """Replace the scale and the chosen score; `None` is not scored."""
        self._keys, self._chosen = tuple(keys), chosen
        self.updateGeometry()
        self.update()

    def show_marks(self, marks: Sequence[OwnMark]) -> None:
        """Replace the pips on the keys."""
        self._marks = {mark.score: mark for mark in marks}
        self.update()

    def accessible_value(self) -> str:
        """The chosen score."""
        return next((key.text for key in self._keys if key.steps == self._chosen), "not scored")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        boxes = self._boxes(width)
        return (boxes[-1].bottom() + 1 if boxes else 0) + _EDGE

    def sizeHint(self) -> QSize:
        width = len(self._keys) * (self._size() + SPACE) - SPACE + 2 * _EDGE
        return QSize(max(width, 0), self._size() + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * self._size(), self._size() + 2 * _EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.SCORE.is_pressed(event):
            self._type(event.text().replace(",", "."))
            return
        self._typed = ""
        if keys.CLEAR.is_pressed(event):
            self._clear()
        elif keys.LOWER.is_pressed(event):
            self._step(-1)
        elif keys.HIGHER.is_pressed(event):
            self._step(+1)
        elif keys.CRITERION_BEFORE.is_pressed(event):
            self.move_asked.emit(-1)
        elif keys.NEXT_CRITERION.is_pressed(event):
            self.move_asked.emit(+1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._typed = ""
        steps = self._at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or steps is None:
            return
        if steps == self._chosen:
            self._clear()
        else:
            self.score_asked.emit(steps)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the second press of a double click pass, or it would clear what the first chose."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._at(event.position().toPoint())
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = None
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what the key under the pointer means, and its pips."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told(self._at(event.pos())), self)
            return True
        return super().event(event)

    def told(self, steps: int | None) -> str:
        """What there is to say of the key for a score, as a tooltip; empty for nothing."""
        key = next((key for key in self._keys if key.steps == steps), None)
        mark = self._marks.get(key.steps) if key else None
        said = (key.level if key else "", f"You gave {mark.text}" if mark else "")
        return "".join(f"<p>{escape(one)}</p>" for one in said if one)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed = ""
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.screen_font(theme.scaled(16), is_strong=True))
        boxes = self._boxes(self.width())
        for key, box in zip(self._keys, boxes, strict=True):
            self._paint_key(painter, key, box)
        if self.hasFocus() and boxes:
            around = boxes[0]
            for box in boxes:
                around = around.united(box)
            paint_ring(painter, around)

    def _paint_key(self, painter: QPainter, key: ScaleKey, box: QRect) -> None:
        is_chosen = key.steps == self._chosen
        ground = "surface" if key.steps != self._hovered else "hover"
        edge, word = "line-strong", "text"
        if not self.isEnabled():
            ground, edge, word = "ground", "line", "text-quiet"
        if is_chosen:
            ground, edge, word = "act", "act", "act-text"
        painter.setPen(QPen(theme.token(edge), 1))
        painter.setBrush(theme.token(ground))
        painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(theme.token(word))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key.text)
        if mark := self._marks.get(key.steps):
            middle = QPointF(box.center().x() + 0.5, box.bottom() - theme.scaled(PIP) - 1)
            paint_pips(painter, middle, mark.teams, "act-text" if is_chosen else "text-quiet")

    def _type(self, character: str) -> None:
        """Take a digit: as the next of the number being typed, else as the first of another."""
        by_text = {key.text.replace("−", "-"): key.steps for key in self._keys}
        if character in "-−":
            self._typed, character = "", "-"
        elif character == "." and self._typed in ("", "-"):
            self._typed += "0"
        begun = [self._typed + character]
        if not self._typed.startswith("-"):
            begun.append(character)
        # One key for the ten of a scale that has no nought.
        for typed in (*begun, *(["10"] if character == "0" else [])):
            if typed in by_text:
                self._typed = typed
                self.score_asked.emit(by_text[typed])
                return
        self._typed = next(
            (one for one in begun if any(text.startswith(one) for text in by_text)), ""
        )
        if not self._typed:
            self.off_scale.emit()

    def _clear(self) -> None:
        if self._chosen is not None:
            self.clear_asked.emit()

    def _step(self, by: int) -> None:
        scores = [key.steps for key in self._keys]
        if not scores:
            return
        if self._chosen is None:
            self.score_asked.emit(scores[0 if by > 0 else -1])
            return
        at = min(max(scores.index(self._chosen) + by, 0), len(scores) - 1)
        if scores[at] != self._chosen:
            self.score_asked.emit(scores[at])

    def _at(self, point: QPoint) -> int | None:
        boxes = self._boxes(self.width())
        hits = (k.steps for k, b in zip(self._keys, boxes, strict=True) if b.contains(point))
        return next(hits, None)

    def _size(self) -> int:
        return theme.scaled(KEY_SIZE)

    def _boxes(self, width: int) -> list[QRect]:
        size = self._size()
        fitting = max(1, (width - 2 * _EDGE + SPACE) // (size + SPACE))
        rows = ceil(len(self._keys) / fitting) or 1
        a_row = ceil(len(self._keys) / rows) or 1  # rows as even as they can be
        return [
            QRect(
                _EDGE + (at % a_row) * (size + SPACE),
                _EDGE + (at // a_row) * (size + SPACE),
                size,
                size,
            )
            for at in range(len(self._keys))
        ]
