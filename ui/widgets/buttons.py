"""Buttons: one main act a screen, plain ones beside it, and cards that open something."""

from html import escape
from typing import ClassVar
from weakref import ref

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ui import fonts, icons, keys, theme

END_GAP = 8
"""Pixels between a button's words and its keycap."""

SPACE = 6
"""Pixels between a button's icon and its word, besides the toolkit's own."""


class Button(QPushButton):
    """A button with an icon beside its word, tinted like the word.

    Enter presses it as the space bar does. The second click of a double click presses nothing if
    the first was on something else, which has made room for this.
    """

    _clicked_last: ClassVar["ref[Button] | None"] = None

    def __init__(
        self, text: str = "", *, kind: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._icon, self._keycap, self._has_more = icon, "", False
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self._tint()

    def setText(self, text: str) -> None:
        """Show `text` as it is now; an ampersand is shown, not taken for a shortcut."""
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._tint()

    def show_key(self, key: str) -> None:
        """Show, as a keycap at its end, the key that presses it: "Ctrl+Enter"; empty for none."""
        self._keycap = key
        self.updateGeometry()
        self.update()

    def show_more(self) -> None:
        """Show that a menu opens."""
        self._has_more = True
        self.updateGeometry()

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._tint()

    def sizeHint(self) -> QSize:
        """As large as the words; where a press makes them strong, with the room for that."""
        size = super().sizeHint() + QSize(self._end_width(), 0)
        if self.isCheckable():
            strong = QFont(self.font())
            strong.setWeight(QFont.Weight.DemiBold)
            more = QFontMetrics(strong).horizontalAdvance(self.text())
            size += QSize(max(more - self.fontMetrics().horizontalAdvance(self.text()), 0), 0)
        return size

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.PRESS.is_pressed(event):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        Button._clicked_last = ref(self)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if Button._clicked_last is not None and Button._clicked_last() is self:
            super().mouseDoubleClickEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self._keycap or self._has_more):
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        contents = QStyle.SubElement.SE_PushButtonContents
        inside = QApplication.style().subElementRect(contents, option, self)
        words = self.fontMetrics().horizontalAdvance(self.text())
        words += self.iconSize().width() + 4 if self._icon else 0
        words = min(words + 2, inside.width() - self._end_width())
        left = inside.left() + (inside.width() - words - self._end_width()) // 2
        option.rect = QRect(left, inside.top(), words, inside.height())
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        end = QRect(left + words, inside.top(), self._end_width(), inside.height())
        self._paint_end(painter, end)

    def _paint_end(self, painter: QPainter, room: QRect) -> None:
        """Paint the keycap, or the arrow of a menu, at the right of `room`."""
        if self._has_more:
            side = theme.scaled(16)
            drawn = icons.pixmap("chevron-down", self._token(), side)
            painter.drawPixmap(room.right() + 1 - side, room.center().y() - side // 2 + 1, drawn)
            return
        cap = QRect(room).adjusted(END_GAP, 0, 0, 0)
        cap.setHeight(theme.scaled(20))
        cap.moveCenter(QPoint(cap.center().x(), room.center().y()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(_key_font())
        painter.setPen(theme.token(self._token()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keycap)

    def _end_width(self) -> int:
        if self._has_more:
            return theme.scaled(16) + END_GAP
        if self._keycap:
            across = QFontMetrics(_key_font()).horizontalAdvance(self._keycap)
            return END_GAP + max(across + theme.scaled(10), theme.scaled(20))
        return 0

    def _token(self) -> str:
        kind = str(self.property("kind"))
        return _ICON_TOKENS.get(kind, "text") if self.isEnabled() else "text-quiet"

    def _tint(self) -> None:
        if self._icon:
            kind, token = str(self.property("kind")), self._token()
            size = theme.scaled(24 if kind == "pad" else 18)
            space = SPACE if self.text() else 0
            self.setIcon(QIcon(_spaced(icons.pixmap(self._icon, token, size), space)))
            self.setIconSize(QSize(size + space, size))


def _key_font() -> QFont:
    return fonts.screen_font(theme.scaled(12), is_strong=True)


def _spaced(drawing: QPixmap, space: int) -> QPixmap:
    """`drawing` with a blank on its right, for Qt sets the word close to the icon."""
    ratio = drawing.devicePixelRatio()
    wide = QPixmap(drawing.width() + round(space * ratio), drawing.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawing)
    painter.end()
    return wide


_ICON_TOKENS = {
    "act": "act-text",
    "quiet": "act-quiet",
    "link": "act-quiet",
    "loss": "loss",
    "entry": "text-quiet",
    "toast": "ground",
    "pad": "text",
}


class ActButton(Button):
    """The screen's main act, worded as what it does."""

    def __init__(self, text: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind="act", icon=icon, parent=parent)


def make_roomy(*buttons: Button) -> None:
    """Make them 44 pixels high at least, where a thumb or a hurried hand presses."""
    for button in buttons:
        button.setProperty("roomy", "yes")


class PlainButton(Button):
    """Any other act."""


class CardButton(Button):
    """A whole card that can be pressed; its parts are laid out in `body`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(kind="card", parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(f"<p>{escape(name)}</p>")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body = QHBoxLayout(self)
        self.body.setContentsMargins(20, 12, 20, 12)
        self.body.setSpacing(12)

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """Put `part` at the right end; a press on it is a press on the card."""
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(part, stretch)

    def sizeHint(self) -> QSize:
        return self.body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.body.minimumSize()


class ElidedButton(PlainButton):
    """A button whose words are cut off where there is no room for them, and told whole then."""

    least = 44
    """Its least width in pixels at 100 % text."""

    def __init__(
        self, text: str = "", *, kind: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        self.whole = ""
        """All of the words, whatever of them there is room for."""
        super().__init__("", kind=kind, icon=icon, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_words(text)
        theme.follow(self._elide)

    def show_words(self, words: str) -> None:
        """Show these words, as far as there is room."""
        self.whole = words
        self.setText(words)
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        beside = super().sizeHint().width() - self._across(self.text())
        # Two more: what is cut off is measured in whole pixels with its dots.
        return QSize(beside + self._across(self.whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint()
        return QSize(min(full.width(), theme.scaled(self.least)), full.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._elide()

    def _elide(self) -> None:
        beside = super().sizeHint().width() - self._across(self.text())
        elided = self.fontMetrics().elidedText(
            self.whole, Qt.TextElideMode.ElideMiddle, max(self.width() - beside, 0)
        )
        shown = elided if self.isVisible() else self.whole
        if shown != self.text():
            QPushButton.setText(self, shown.replace("&", "&&"))
        is_narrow = self.isVisible() and self.width() < self.sizeHint().width()
        is_told = is_narrow or shown != self.whole
        self.setToolTip(f"<p>{escape(self.whole)}</p>" if is_told else "")

    def _across(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)


class ElidedAct(ElidedButton):
    """A main act that names somebody, whose name may be long; its ends stay readable."""

    least = 200

    def __init__(self, text: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind="act", icon=icon, parent=parent)


class UndoButton(ElidedButton):
    """Says what it would undo, and is away while there is nothing; long names are cut off.

    It asks for at most `most` pixels at 100 % text; without a bound for all of its words.
    """

    least = 170

    def __init__(self, parent: QWidget | None = None, *, most: int = 0) -> None:
        self._words, self._is_short, self._most = "", False, most
        super().__init__("", kind="quiet", icon="undo-2", parent=parent)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that nothing moves when it comes
        self.setSizePolicy(policy)
        self.show_undo("")

    def show_undo(self, words: str) -> None:
        """Offer to undo what `words` say: "Undo: mark Ada Reed absent for Lantern"."""
        self._words = f"{words} ({keys.UNDO.shown})" if words else ""
        self.setVisible(bool(words))
        self._say()

    def show_short(self, *, is_short: bool) -> None:
        """Say no more than “Undo” where there is no room; what it undoes is told all the same."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._say()

    def sizeHint(self) -> QSize:
        full = super().sizeHint()
        bound = theme.scaled(self._most) if self._most else full.width()
        return QSize(min(full.width(), bound), full.height())

    def minimumSizeHint(self) -> QSize:
        full = super().minimumSizeHint()
        return self.sizeHint() if self._is_short else full

    def _say(self) -> None:
        self.show_words("Undo" if self._is_short and self._words else self._words)
        self.setAccessibleName(self._words)

    def _elide(self) -> None:
        super()._elide()
        if self._is_short:
            self.setToolTip(f"<p>{escape(self._words)}</p>" if self._words else "")
