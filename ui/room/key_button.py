"""A button that shows the key which presses it, as a keycap beside its words."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget

from ui import fonts, icons, theme
from ui.widgets.buttons import END_GAP, Button

_PAD, _ICON = 10, 16
_PADS = {"small": 8, "scene": 8, "link": 6}


class KeyButton(Button):
    """Words on the left and the keycap on the right; where there is no room, the cap goes first.

    One that is `centred` has both in the middle. `mark` names an icon before the words, or is "dot"
    for what is on.
    """

    def __init__(
        self,
        text: str = "",
        keycap: str = "",
        *,
        kind: str = "plain",
        is_centred: bool = False,
        mark: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._is_centred, self._mark, self._key = is_centred, mark, keycap
        super().__init__(text, kind=kind, parent=parent)
        self.show_key(keycap)
        self.setText(text)

    @property
    def keycap(self) -> str:
        """What the cap says; empty for none."""
        return self._key

    def setText(self, text: str) -> None:
        """Show `text`; a screen reader is told the key too."""
        super().setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"Key: {self._key}" if self._key else "")
        self.updateGeometry()

    def show_mark(self, mark: str) -> None:
        """Show another mark before the words; empty for none."""
        self._mark = mark
        self.update()

    def press_by(self, keycap: str) -> None:
        """From now on this key presses it; none does if it is empty."""
        self._key = keycap
        self.show_key(keycap)
        self.setAccessibleDescription(f"Key: {keycap}" if keycap else "")

    def show_cap(self, *, is_shown: bool) -> None:
        """Whether the keycap may be shown; the key works in any case."""
        self.show_key(self._key if is_shown else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = super().sizeHint().height()
        return QSize(self._words_width() + self._end_width() + 2 * self._pad() + 2, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words_width() + 2 * self._pad(), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = self.rect().adjusted(self._pad(), 0, -self._pad(), 0)
        cap = self._end_width()
        fits = bool(cap) and self._words_width() + cap <= inside.width() + END_GAP - 4
        if self._is_centred:
            whole = self._words_width() + (cap if fits else 0)
            inside.setLeft(inside.left() + max((inside.width() - whole) // 2, 0))
            inside.setWidth(whole)
        if fits:
            end = QRect(inside.right() + 1 - cap, inside.top(), cap, inside.height())
            self._paint_end(painter, end)
            inside.setRight(inside.right() - cap + 2)
        self._paint_words(painter, inside)

    def _paint_words(self, painter: QPainter, inside: QRect) -> None:
        left = inside.left()
        if self._mark == "dot":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("air"))
            size = theme.scaled(8)
            painter.drawEllipse(QRectF(left, inside.center().y() - size / 2 + 1, size, size))
            left += size + 6
        elif self._mark:
            size = theme.scaled(_ICON)
            top = inside.center().y() - size // 2 + 1
            painter.drawPixmap(left, top, icons.pixmap(self._mark, self._token(), size))
            left += size + 6
        painter.setPen(theme.token(self._token()))
        painter.setFont(self._font())
        room = QRect(left, inside.top(), inside.right() - left + 1, inside.height())
        words = self.text().replace("&&", "&")
        shown = QFontMetrics(self._font()).elidedText(
            words, Qt.TextElideMode.ElideRight, room.width() + 2
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _token(self) -> str:
        if not self.isEnabled() or self.property("ready") == "no":
            return "text-quiet"
        if self.property("kind") == "act":
            return "act-text"
        is_chosen = self.isCheckable() and self.isChecked()
        return "act" if is_chosen or self.property("kind") == "link" else "text"

    def _pad(self) -> int:
        return _PADS.get(str(self.property("kind")), _PAD)

    def _font(self) -> QFont:
        large = self.property("size") == "large"
        return fonts.screen_font(theme.scaled(16 if large else 14), is_strong=True)

    def _words_width(self) -> int:
        words = self.text().replace("&&", "&")
        mark = {"": 0, "dot": theme.scaled(8) + 6}.get(self._mark, theme.scaled(_ICON) + 6)
        return QFontMetrics(self._font()).horizontalAdvance(words) + mark + 2
