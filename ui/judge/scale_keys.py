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
MOST_HEIGHT = 64
"""Pixels of a key where the keys share the whole width, whatever the size of the text."""
EDGE = GAP + WIDTH + 1
"""Pixels about the keys for their ring."""


class ScaleKeys(QWidget):
    """Says which score was asked for; it shows as chosen only what it is given as chosen.

    Digits choose, and digits in a row make one number; Left and Right read from key to key, and
    Space chooses what is read; Delete, Backspace and the chosen key itself clear; Up, Down and
    Enter ask for another criterion. Nothing goes on by itself, for a 1 may become a 10, and a card
    scored blindly would be one row out. Pips at the foot of a key are the judge's own scores for
    other teams.
    """

    accessible_role = QAccessible.Role.SpinBox

    score_asked = Signal(int)
    clear_asked = Signal()
    move_asked = Signal(int)
    off_scale = Signal()
    """What was typed is no score, and can become none."""
    reading_changed = Signal()
    """Another key, or none, is under the pointer or the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[ScaleKey, ...] = ()
        self._chosen: int | None = None
        self._marks: dict[int, OwnMark] = {}
        self._typed = ""
        self._hovered: int | None = None
        self._cursor: int | None = None
        self._is_stretched = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_keys(self, keys: Sequence[ScaleKey], chosen: int | None) -> None:
        """Replace the scale and the chosen score; `None` is not scored."""
        if chosen != self._chosen:
            self._cursor = chosen
        self._keys, self._chosen = tuple(keys), chosen
        self.updateGeometry()
        self.update()

    def stretch(self, *, is_stretched: bool) -> None:
        """Share the whole width among the keys, or make them square."""
        self._is_stretched = is_stretched
        self.updateGeometry()
        self.update()

    @property
    def reading(self) -> ScaleKey | None:
        """The key under the pointer, else the one that the keyboard is at."""
        steps = self._hovered if self._hovered is not None else self._framed
        return next((key for key in self._keys if key.steps == steps), None)

    @property
    def _framed(self) -> int | None:
        return self._cursor if self.hasFocus() else None

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
        return (boxes[-1].bottom() + 1 if boxes else 0) + EDGE

    def sizeHint(self) -> QSize:
        size = theme.scaled(KEY_SIZE)
        width = len(self._keys) * (size + SPACE) - SPACE + 2 * EDGE
        return QSize(max(width, 0), size + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * theme.scaled(KEY_SIZE), self._height() + 2 * EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.SCORE.is_pressed(event):
            self._type(event.text().replace(",", "."))
            return
        self._typed = ""
        if keys.CLEAR.is_pressed(event):
            self._clear()
        elif keys.LOWER.is_pressed(event):
            self._read(-1)
        elif keys.HIGHER.is_pressed(event):
            self._read(+1)
        elif keys.CHOOSE_SCORE.is_pressed(event):
            self._choose_read()
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
        self._hover(self._at(event.position().toPoint()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover(None)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip whom else the key under the pointer was given."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told(self._at(event.pos())), self)
            return True
        return super().event(event)

    def told(self, steps: int | None) -> str:
        """Whom else a score was given, as a tooltip; empty for nobody."""
        mark = self._marks.get(steps) if steps is not None else None
        return f"<p>{escape(f'You gave {mark.text}')}</p>" if mark else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed, self._cursor = "", self._chosen
        super().focusInEvent(event)
        self.reading_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.reading_changed.emit()

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
        edge, word, width = "line-strong", "text", 1
        if key.steps == self._framed:
            edge, word, width = "act", "act", 2
        if is_chosen:
            ground, edge, word = "act", "act", "act-text"
        painter.setPen(QPen(theme.token(edge), width))
        painter.setBrush(theme.token(ground))
        inset = width / 2
        painter.drawRoundedRect(box.toRectF().adjusted(inset, inset, -inset, -inset), 8, 8)
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

    def _read(self, by: int) -> None:
        """Go to the key beside the one that is read; at an end it stays."""
        scores = [key.steps for key in self._keys]
        if not scores:
            return
        if self._cursor is None:
            self._cursor = scores[0 if by > 0 else -1]
        else:
            at = scores.index(self._cursor) + by
            self._cursor = scores[min(max(at, 0), len(scores) - 1)]
        self.reading_changed.emit()
        self.update()

    def _choose_read(self) -> None:
        if self._cursor is not None and self._cursor != self._chosen:
            self.score_asked.emit(self._cursor)

    def _hover(self, steps: int | None) -> None:
        if steps != self._hovered:
            self._hovered = steps
            self.reading_changed.emit()
            self.update()

    def _at(self, point: QPoint) -> int | None:
        boxes = self._boxes(self.width())
        hits = (k.steps for k, b in zip(self._keys, boxes, strict=True) if b.contains(point))
        return next(hits, None)

    def _height(self) -> int:
        size = theme.scaled(KEY_SIZE)
        return min(size, MOST_HEIGHT) if self._is_stretched else size

    def _boxes(self, width: int) -> list[QRect]:
        size, room = theme.scaled(KEY_SIZE), width - 2 * EDGE
        fitting = max(1, (room + SPACE) // (size + SPACE))
        rows = ceil(len(self._keys) / fitting) or 1
        a_row = ceil(len(self._keys) / rows) or 1  # rows as even as they can be
        across = (room + SPACE) / a_row if self._is_stretched else size + SPACE
        down = self._height() + SPACE
        boxes = []
        for at in range(len(self._keys)):
            left, right = (round((at % a_row + one) * across) for one in (0, 1))
            top = EDGE + (at // a_row) * down
            boxes.append(QRect(EDGE + left, top, right - left - SPACE, self._height()))
        return boxes
