"""A button that shows the key which presses it, as a keycap beside its words."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget

from ui import fonts, icons, theme
from ui.widgets.buttons import Button

_CAP_SIZE, _CAP_PAD, _GAP, _PAD, _ICON = 12, 5, 6, 10, 16
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
        self._keycap, self._is_centred, self._mark = keycap, is_centred, mark
        self._shows_cap = True
        super().__init__(text, kind=kind, parent=parent)
        self.setText(text)

    @property
    def keycap(self) -> str:
        """What the cap says; empty for none."""
        return self._keycap

    def setText(self, text: str) -> None:
        """Show `text`; a screen reader is told the key too."""
        super().setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"Key: {self._keycap}" if self._keycap else "")
        self.updateGeometry()

    def show_mark(self, mark: str) -> None:
        """Show another mark before the words; empty for none."""
        self._mark = mark
        self.update()

    def show_cap(self, *, is_shown: bool) -> None:
        """Whether the keycap may be shown; the key works in any case."""
        self._shows_cap = is_shown
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = super().sizeHint().height()
        cap = self._cap_width() + _GAP if self._cap() else 0
        return QSize(self._words_width() + cap + 2 * self._pad() + 2, height)

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
        fits = bool(self._cap()) and self._words_width() + self._cap_width() <= inside.width() - 4
        if self._is_centred:
            whole = self._words_width() + (_GAP + self._cap_width() if fits else 0)
            inside.setLeft(inside.left() + max((inside.width() - whole) // 2, 0))
            inside.setWidth(whole)
        if fits:
            self._paint_cap(painter, inside)
            inside.setRight(inside.right() - self._cap_width() - 4)
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

    def _paint_cap(self, painter: QPainter, inside: QRect) -> None:
        width, height = self._cap_width(), theme.scaled(20)
        top = self.rect().center().y() - height / 2 + 1
        box = QRectF(inside.right() - width + 0.5, top, width - 1, height)
        painter.setPen(QPen(theme.token(self._token()), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self._cap_font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._cap())

    def _token(self) -> str:
        if not self.isEnabled() or self.property("ready") == "no":
            return "text-quiet"
        if self.property("kind") == "act":
            return "act-text"
        is_chosen = self.isCheckable() and self.isChecked()
        return "act" if is_chosen or self.property("kind") == "link" else "text"

    def _pad(self) -> int:
        return _PADS.get(str(self.property("kind")), _PAD)

    def _cap(self) -> str:
        return self._keycap if self._shows_cap else ""

    def _font(self) -> QFont:
        large = self.property("size") == "large"
        return fonts.screen_font(theme.scaled(16 if large else 14), is_strong=True)

    def _cap_font(self) -> QFont:
        return fonts.screen_font(theme.scaled(_CAP_SIZE), is_strong=True)

    def _cap_width(self) -> int:
        words = QFontMetrics(self._cap_font()).horizontalAdvance(self._keycap)
        return max(words + 2 * theme.scaled(_CAP_PAD), theme.scaled(20))

    def _words_width(self) -> int:
        words = self.text().replace("&&", "&")
        mark = {"": 0, "dot": theme.scaled(8) + 6}.get(self._mark, theme.scaled(_ICON) + 6)
        return QFontMetrics(self._font()).horizontalAdvance(words) + mark + 2
