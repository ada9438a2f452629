"""A row of tabs of which one is chosen: the parts of a screen, one at a time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui import fonts, keys, theme
from ui.widgets.buttons import Button
from ui.widgets.form import column

_COUNT_GAP = 8
"""Pixels at 100 % text between a tab's word and its count."""


class Tab(Button):
    """A tab: its icon and word, and in the quiet colour how many things it holds."""

    def __init__(self, word: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(word, kind="tab", icon=icon, parent=parent)
        self._word, self._count, self._is_short = word, "", False
        self.setCheckable(True)

    @property
    def count(self) -> str:
        """What stands beside its word."""
        return self._count

    def show_count(self, count: str) -> None:
        """Say how many things it holds, in a few words; empty for nothing to say."""
        self._count = count
        self.setAccessibleName(f"{self._word}, {count}" if count else self._word)
        self.updateGeometry()
        self.update()

    def shorten(self, *, is_short: bool) -> None:
        """Leave the count out where there is no room for it; it is in the name all the same."""
        self._is_short = is_short
        self.setToolTip(f"<p>{self.accessibleName()}</p>" if is_short and self._count else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._beside(), 0)

    def whole_width(self) -> int:
        """What it asks for with its count."""
        was, self._is_short = self._is_short, False
        width = self.sizeHint().width()
        self._is_short = was
        return width

    def short_width(self) -> int:
        """What it asks for without its count."""
        return super().sizeHint().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count or self._is_short:
            return
        painter = QPainter(self)
        painter.setFont(_plain())
        painter.setPen(theme.token("text-quiet"))
        room = self.rect().adjusted(0, 0, -theme.scaled(_PADDING), 0)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count
        )

    def _beside(self) -> int:
        if not self._count or self._is_short:
            return 0
        return theme.scaled(_COUNT_GAP) + QFontMetrics(_plain()).horizontalAdvance(self._count)


_PADDING = 12
"""Pixels at 100 % text within a tab's edge, as the style sheet has them."""


def _plain() -> QFont:
    return fonts.screen_font(theme.scaled(fonts.TEXT_SIZE))


class PartSwitch(QWidget):
    """Shows one of several parts, chosen by its tab or by the keys for the next and the last.

    The parts are where their owner lays them out; this shows and hides them. Where the tabs don't
    fit with their counts these are left out, and then the tabs wrap.
    """

    shown = Signal(str)
    """The word of the part that a person chose."""

    def __init__(
        self, parts: Mapping[str, QWidget], icons: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = dict(parts)
        self._offered: tuple[str, ...] = tuple(parts)
        self._group = QButtonGroup(self)
        self.buttons = {word: self._tab(word, icons[word]) for word in parts}
        self._row = _TabRow([*self.buttons.values()])
        column(self._row, inside=self)
        self.show_part(self._offered[0])

    @property
    def word(self) -> str:
        """The part on show."""
        return next(word for word, button in self.buttons.items() if button.isChecked())

    @property
    def least_width(self) -> int:
        """Pixels that the tabs take side by side without their counts."""
        return sum(self.buttons[word].short_width() for word in self._offered)

    def bind_keys(self, screen: QWidget) -> None:
        """Let the keys for the next part and the one before work all over `screen`."""
        keys.bind(keys.NEXT_PART, screen, self._go_on)
        keys.bind(keys.PART_BEFORE, screen, self._go_back)

    def offer(self, words: Sequence[str]) -> None:
        """Offer these parts only; the first, where the one on show is no longer among them.

        With none of them to be had, the row and all parts are away.
        """
        offered = tuple(word for word in self._parts if word in words)
        self._row.setVisible(bool(offered))
        if not offered:
            for part in self._parts.values():
                part.hide()
        if offered == self._offered:
            return
        self._offered = offered
        if offered and self.word not in offered:
            self.show_part(offered[0])
        self._row.show_tabs([self.buttons[word] for word in offered])

    def show_part(self, word: str) -> None:
        """Show one part in place of the others; the keyboard goes along, from a tab or a part."""
        self.buttons[word].setChecked(True)
        focused = self.window().focusWidget()
        left = (part for one, part in self._parts.items() if one != word)
        is_in_part = focused is not None and any(part.isAncestorOf(focused) for part in left)
        if is_in_part or any(one.hasFocus() for one in self.buttons.values()):
            self.buttons[word].setFocus()
        for one, part in self._parts.items():
            if one != word:
                part.hide()
            elif part.parentWidget() is not None:  # else it would flash as a window of its own
                part.show()
            # Qt lets Tab stop at the word that was chosen last by a press, whatever is shown.
            by = Qt.FocusPolicy.StrongFocus if one == word else Qt.FocusPolicy.ClickFocus
            self.buttons[one].setFocusPolicy(by)

    def _tab(self, word: str, icon: str) -> Tab:
        button = Tab(word, icon)
        button.clicked.connect(self._choose)
        self._group.addButton(button)
        return button

    def _choose(self) -> None:
        self.show_part(self.word)
        self.shown.emit(self.word)

    def _go_on(self) -> None:
        self._step(+1)

    def _go_back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._offered:
            return
        at = (self._offered.index(self.word) + by) % len(self._offered)
        self.buttons[self._offered[at]].click()


class _TabRow(QWidget):
    """Tabs side by side with their counts, else without them, else in as many rows as it takes."""

    def __init__(self, tabs: Sequence[Tab]) -> None:
        super().__init__()
        self._tabs = self._shown = tuple(tabs)
        for tab in tabs:
            tab.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self._arrange)

    def show_tabs(self, tabs: Sequence[Tab]) -> None:
        self._shown = tuple(tabs)
        for tab in self._tabs:
            tab.setVisible(tab in self._shown)
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        width = sum(tab.whole_width() for tab in self._shown)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(self.width(), 1)))

    def event(self, event: QEvent) -> bool:
        """Find room again when a tab asks for more or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what was counted out of sight, of which Qt tells nobody."""
        super().showEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_short = sum(tab.whole_width() for tab in self._shown) > self.width()
        for tab in self._shown:
            tab.shorten(is_short=is_short)
        for tab, box in zip(self._shown, self._boxes(self.width()), strict=True):
            tab.setGeometry(box)
        self.updateGeometry()

    def _boxes(self, width: int) -> list[QRect]:
        is_short = sum(tab.whole_width() for tab in self._shown) > width
        found: list[QRect] = []
        across, down = 0, 0
        for tab in self._shown:
            size = tab.sizeHint() if is_short else QSize(tab.whole_width(), tab.sizeHint().height())
            if across and across + size.width() > width:
                across, down = 0, down + size.height()
            found.append(QRect(across, down, size.width(), size.height()))
            across += size.width()
        return found
