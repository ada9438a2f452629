"""Buttons: one main act a screen, plain ones beside it, and cards that open something."""

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui import icons, keys, theme
from ui.widgets.focus_ring import paint_ring

MARGIN = 5
"""Pixels about a button that hold its focus ring; the style sheet leaves them free."""

SPACE = 6
"""Pixels between a button's icon and its word, besides the toolkit's own."""


class Button(QPushButton):
    """A button with an icon beside its word, tinted like the word, and a ring when focused.

    Enter presses it as the space bar does.
    """

    def __init__(
        self, text: str = "", *, kind: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._icon = icon
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self._tint()

    def setText(self, text: str) -> None:
        """Show `text` as it is now; an ampersand is shown, not taken for a shortcut."""
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._tint()

    def sizeHint(self) -> QSize:
        """As large as the words; where a press makes them strong, with the room for that."""
        size = super().sizeHint()
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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            paint_ring(painter, self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))

    def _tint(self) -> None:
        if self._icon:
            kind = str(self.property("kind"))
            token = _ICON_TOKENS.get(kind, "text") if self.isEnabled() else "text-quiet"
            size = theme.scaled(24 if kind == "pad" else 18)
            space = SPACE if self.text() else 0
            self.setIcon(QIcon(_spaced(icons.pixmap(self._icon, token, size), space)))
            self.setIconSize(QSize(size + space, size))


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


_ICON_TOKENS = {"act": "act-text", "quiet": "act", "loss": "loss", "entry": "text-quiet"}


class ActButton(Button):
    """The screen's main act, worded as what it does."""

    def __init__(self, text: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind="act", icon=icon, parent=parent)


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
        self.body.setContentsMargins(MARGIN + 15, MARGIN + 11, MARGIN + 15, MARGIN + 11)
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


class UndoButton(PlainButton):
    """Says what it would undo, and is away while there is nothing; long names are cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._whole = ""
        super().__init__("", kind="quiet", icon="undo-2", parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)  # so that nothing moves when it comes
        self.setSizePolicy(policy)
        self.show_undo("")
        theme.follow(self._fit)

    def show_undo(self, words: str) -> None:
        """Offer to undo what `words` say: "Undo: mark Ada Reed absent for Lantern"."""
        self._whole = f"{words} ({keys.UNDO.shown})" if words else ""
        self.setText(self._whole)
        self.setVisible(bool(words))
        self._fit()

    def sizeHint(self) -> QSize:
        beside = super().sizeHint().width() - self._across(self.text())
        return QSize(beside + self._across(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint()
        return QSize(min(full.width(), theme.scaled(170)), full.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = super().sizeHint().width() - self._across(self.text())
        elided = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideMiddle, max(self.width() - beside, 0)
        )
        shown = elided if self.isVisible() else self._whole
        if shown != self.text():
            QPushButton.setText(self, shown.replace("&", "&&"))
        self.setToolTip(f"<p>{escape(self._whole)}</p>" if shown != self._whole else "")

    def _across(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)
