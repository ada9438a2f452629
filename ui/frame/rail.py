"""The rail: the pages that are offered, as icons over their words or beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from judging_app.closed_sets import complete
from ui import fonts, icons, theme
from ui.widgets.buttons import Button
from ui.widgets.labels import PlainLabel
from ui.widgets.scroll import ScrollColumn

LEAST_ENTRY, ENTRY = 46, 56
"""Heights in pixels at 100 % text of a word under its icon: where there are many, and usually."""

NARROW, MOST_NARROW, WIDE = 64, 112, 216
"""Widths in pixels: with the words under the icons, at 100 % text and at most; beside them."""

WIDE_FROM, LARGE_TEXT = 1440, 150
"""Pixels of the window from which the words are beside, and per cent of text from which not."""

ABOVE, BAR = 8, 8
"""Pixels over the first and under the last entry, and beside them all where they scroll."""

MOST_LETTERS = 9
"""Of a word under an icon, beyond which it is set a pixel smaller."""


class RailPart(Enum):
    """The three parts of a pitch day."""

    BEFORE = "before"
    ON_THE_DAY = "on the day"
    AFTERWARDS = "afterwards"


_PARTS = complete(
    {
        RailPart.BEFORE: "Before",
        RailPart.ON_THE_DAY: "On the day",
        RailPart.AFTERWARDS: "Afterwards",
    }
)
"""What heads each of them."""


@dataclass(frozen=True, slots=True)
class ShellEntry:
    """One entry of the rail; `key` is handed back when it is asked for.

    `short` is its word where it stands under its icon: one, of at most ten letters. What is needed
    now and then, and never in a hurry, is in the menu under the name instead.
    """

    key: str
    part: RailPart
    word: str
    icon: str
    short: str = ""
    is_in_menu: bool = False


class RailButton(Button):
    """Something on the rail; the page on show is marked by a bar, its ground and its weight."""

    def __init__(
        self, word: str, icon: str, short: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(word, kind="rail", icon=icon, parent=parent)
        self._short, self._is_narrow, self._high = short or word, False, ENTRY
        self.setToolTip("")

    def setText(self, text: str) -> None:
        """Say another word, under the icon too."""
        self._short = text
        super().setText(text)

    def shorten(self, short: str) -> None:
        """Say this under the icon."""
        self._short = short
        self.updateGeometry()

    def stand(self, *, is_narrow: bool, high: int = ENTRY) -> None:
        """Put the word under the icon, so high at 100 % text, or beside it."""
        self._is_narrow, self._high = is_narrow, high
        self.setToolTip(f"<p>{self.accessibleName()}</p>" if is_narrow else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._is_narrow:
            return QSize(self._across(self._short) + theme.scaled(4), _narrow(self._high))
        return QSize(self._across(self.text()) + theme.scaled(24 + 20 + 12 + 12), theme.scaled(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon = self._icon_box()
        ground = icon if self._is_narrow else self.rect().adjusted(8, 2, -8, -2)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("act-ground" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(ground), 8, 8)
        token = "act" if self.isChecked() else "text-quiet"
        size = _narrow(20) if self._is_narrow else theme.scaled(20)
        drawn = icons.pixmap(self._icon, token, size)
        at = icon.center() - QRect(0, 0, size, size).center()
        painter.drawPixmap(at, drawn)
        if self.isChecked():
            painter.fillRect(QRect(0, 4, 3, self.height() - 8), theme.token("act"))
        painter.setPen(theme.token(token if self._is_narrow or self.isChecked() else "text"))
        painter.setFont(self._word_font(is_strong=self.isChecked()))
        if self._is_narrow:
            below = self.rect().adjusted(0, icon.bottom(), 0, -icon.top())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._short)
        else:
            beside = self.rect().adjusted(icon.right() + theme.scaled(12), 0, 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _icon_box(self) -> QRect:
        if self._is_narrow:
            across, down = _narrow(40), _narrow(28)
            top = _narrow((self._high - LEAST_ENTRY) // 2)
            return QRect((self.width() - across) // 2, top, across, down)
        side = theme.scaled(20)
        return QRect(24, (self.height() - side) // 2, side, side)

    def _word_font(self, *, is_strong: bool) -> QFont:
        if not self._is_narrow:
            return fonts.screen_font(theme.scaled(fonts.TEXT_SIZE), is_strong=is_strong)
        is_long = len(self._short) > MOST_LETTERS
        return fonts.screen_font(theme.scaled(11 if is_long else 12), is_strong=is_strong)

    def _across(self, word: str) -> int:
        return QFontMetrics(self._word_font(is_strong=True)).horizontalAdvance(word)


def _narrow(pixels: int) -> int:
    """A size of a narrow entry: past 175 % it is the words that go on growing."""
    return min(theme.scaled(pixels), round(pixels * MOST_NARROW / NARROW))


class EntryButton(RailButton):
    """One page."""

    asked = Signal(str)

    def __init__(self, entry: ShellEntry, parent: QWidget | None = None) -> None:
        super().__init__(entry.word, entry.icon, entry.short, parent)
        self._key = entry.key
        self.setCheckable(True)
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.setChecked(not self.isChecked())  # the screen on show is marked, not the press
        self.asked.emit(self._key)


class Rail(QFrame):
    """The entries from the top, and at the bottom what holds on every page."""

    entry_asked = Signal(str)

    def __init__(self, *below: RailButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.entries: dict[str, EntryButton] = {}
        """What is offered, by its key."""
        self._headings: list[PlainLabel] = []
        self._below = below
        self.is_narrow = False
        self._column = ScrollColumn()
        self._column.body.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, ABOVE, 1, ABOVE)
        layout.setSpacing(0)
        layout.addWidget(self._column, 1)
        self._column.verticalScrollBar().rangeChanged.connect(self._show_marked)
        for button in below:
            layout.addWidget(button)
        theme.follow(self._grow, 100)

    def show_entries(self, entries: Sequence[ShellEntry]) -> None:
        """Replace what is offered."""
        while self._column.body.count():
            item = self._column.body.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.entries, self._headings = {}, []
        for part in _PARTS:
            on_it = [one for one in entries if one.part is part and not one.is_in_menu]
            self._add_part(part, on_it)
        self._column.body.addStretch(1)
        self._stand()

    def mark(self, key: str) -> None:
        """Mark the page on show, if it has an entry."""
        for entry_key, button in self.entries.items():
            button.setChecked(entry_key == key)
        self._show_marked()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def fit(self, window_width: int) -> None:
        """Put the words beside the icons where the window has room for that."""
        is_narrow = window_width < WIDE_FROM or theme.scaled(100) >= LARGE_TEXT
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            self._stand()

    @property
    def column_width(self) -> int:
        """How wide it is now, with the mark over it."""
        return self.maximumWidth()

    def _grow(self, _percent: int) -> None:
        self.fit(self.window().width())
        self._stand()

    def _stand(self) -> None:
        buttons = [*self.entries.values(), *(one for one in self._below if not one.isHidden())]
        room = self.height() - 2 * ABOVE
        high = ENTRY if len(buttons) * _narrow(ENTRY) <= room else LEAST_ENTRY
        for button in buttons:
            button.stand(is_narrow=self.is_narrow, high=high)
        for heading in self._headings:
            heading.setVisible(not self.is_narrow)
        needed = sum(one.sizeHint().height() for one in buttons)
        widest = max((one.sizeHint().width() for one in buttons), default=0)
        usual = _narrow(NARROW) if self.is_narrow else WIDE
        bar = BAR if self.is_narrow and needed > room else 0
        self.setFixedWidth(max(usual, widest + 1) + bar)

    def _show_marked(self) -> None:
        """Have the page on show in sight, where the entries scroll."""
        for button in self.entries.values():
            if button.isChecked():
                self._column.ensureWidgetVisible(button, 0, 0)

    def _add_part(self, part: RailPart, entries: Sequence[ShellEntry]) -> None:
        if not entries:
            return
        label = PlainLabel(_PARTS[part], "label")
        label.setContentsMargins(24, 12, 8, 4)
        self._headings.append(label)
        self._column.body.addWidget(label)
        for entry in entries:
            button = EntryButton(entry)
            button.asked.connect(self.entry_asked)
            self._column.body.addWidget(button)
            button.show()  # now: a hidden button takes no keyboard
            self.entries[entry.key] = button
