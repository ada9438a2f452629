"""What every screen of the window is built on: its head, what it shows, and its foot."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.form import NO_MARGINS, Item, Part, across, column
from ui.widgets.scroll import EDGE, ScrollColumn

ABOVE, BELOW = 22, 16
"""Pixels over the head of a page and under its last thing."""

SHORT = 440
"""Height of a page in pixels at 100 % text under which its head scrolls away with the rest."""

FOOT_HEIGHT, ACT_HEIGHT, MOST_ACT = 64, 44, 72


class Foot(QFrame):
    """The foot of a page, 64 pixels high and always in view.

    `Foot(total, missing, act=self.submit, beside=[self.undo])`: on the left what is so, on the
    right the one filled button. What is `beside` it gives way where the room is short, so that what
    is so keeps its words; they may need so many pixels more at 100 % text as `words`. Give it to
    `Screen.lay_out`; it keeps the page's edges by itself.
    """

    def __init__(
        self,
        *told: Part,
        act: QWidget | None = None,
        beside: tuple[QWidget, ...] = (),
        words: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._act, self._beside, self._words = act, QWidget(), words
        across(*beside, spacing=8, inside=self._beside)
        self._told = QWidget()
        # What is told has the room that the acts leave, and asks for none beyond it.
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        across(*told, spacing=20, inside=self._told)
        acts = (act,) if act is not None else ()
        edges = (EDGE, 0, EDGE, 0)
        across((self._told, 1), self._beside, *acts, spacing=16, margins=edges, inside=self)
        self._beside.setVisible(bool(beside))
        self._has_beside = bool(beside)
        theme.follow(self._grow, ACT_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """What gives way asks for no room, or the window could never be made narrow enough."""
        whole = super().minimumSizeHint()
        if not self._has_beside or self._beside.isHidden():
            return whole
        return whole - QSize(self._beside.minimumSizeHint().width() + 16, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.give_way()

    def _grow(self, height: int) -> None:
        height = min(height, MOST_ACT)
        self.setMinimumHeight(max(FOOT_HEIGHT, height + 16))
        self.give_way()

    def give_way(self) -> None:
        """Leave out what is beside the act where what is told has no room; also when it changes."""
        if not self._has_beside:
            return
        needed = self._told.minimumSizeHint().width() + self._beside.sizeHint().width()
        needed += theme.scaled(self._words)
        needed += self._act.sizeHint().width() if self._act is not None else 0
        self._beside.setVisible(needed + 2 * EDGE + 32 <= self.width())


class Screen(QWidget):
    """A screen of the window: derive it, build its parts, then say once how they lie.

    `self.lay_out(middle, head=..., foot=...)`: `head` stands above what scrolls, and scrolls away
    with it where the room is short; then the bar above says the name that `name_page` gave.
    `middle` is a `ScrollColumn`, a stack of them, or anything that fills the room by itself; where
    columns in it keep the right edge, so does all that stands above or below them.
    All keep the page's one left and right edge, so no part adds a margin of its own.
    """

    named = Signal()
    """Its name is another, or its head has gone out of sight or come back."""

    takes_keyboard = False
    """Whether the keyboard begins on the page itself, on none of its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.page_name = ""
        """What the page is about, in a few words."""
        self.is_folded = False
        """Whether the head is where it scrolls away."""
        self.is_head_away = False
        """Whether it is out of sight."""
        self.foot: Foot | None = None
        self._folding: QWidget | None = None
        self._room_above = ABOVE
        self.middle: QWidget | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(*NO_MARGINS)
        self._lines.setSpacing(0)

    def lay_out(
        self,
        middle: QWidget,
        *,
        head: Item | None = None,
        foot: Foot | None = None,
        above: int = ABOVE,
    ) -> None:
        """Put the parts between the edges, once; a page that needs its room has less `above`."""
        self.middle, self.foot, self._room_above = middle, foot, above
        if head is not None:
            self._folding = _Head(head)
            self._folding.setContentsMargins(EDGE, above, EDGE, 14)
            self._lines.addWidget(self._folding)
            # As a window of its own, which it was until now, its layout has given it a least size.
            self._folding.setMinimumSize(0, 0)
        _keep_edges(middle, above=0 if head is not None else ABOVE, below=BELOW)
        self._lines.addWidget(middle, 1)
        if foot is not None:
            self._lines.addWidget(foot)
        if (column := _column(middle)) is not None:
            column.verticalScrollBar().valueChanged.connect(self._look_away)
        theme.follow(self._fold, SHORT)

    def show_head(self, *, is_shown: bool) -> None:
        """Leave the head out where what is below it needs all of the room."""
        if self._folding is not None:
            self._folding.setVisible(is_shown)

    def name_page(self, name: str) -> None:
        """Say what the page is about, for the bar above it."""
        self.page_name = name
        self.named.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(theme.scaled(SHORT))

    def _fold(self, short: int) -> None:
        column = _column(self.middle)
        is_folded = column is not None and self.height() < short
        if self._folding is None or column is None or is_folded == self.is_folded:
            return
        self.is_folded = is_folded
        focused = self.window().focusWidget()
        if is_folded:
            self._folding.setContentsMargins(0, self._room_above, 0, 2)
            column.body.insertWidget(0, self._folding)
        else:
            self._folding.setContentsMargins(EDGE, self._room_above, EDGE, 14)
            self._lines.insertWidget(0, self._folding)
        self._folding.show()
        if focused is not None and self._folding.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look_away()

    def _look_away(self) -> None:
        """See whether the head has been scrolled out of sight."""
        column, is_away = _column(self.middle), False
        if self.is_folded and self._folding is not None and column is not None:
            is_away = column.verticalScrollBar().value() > self._folding.height() - ABOVE
        if is_away != self.is_head_away:
            self.is_head_away = is_away
            self.named.emit()


class PagedScreen(Screen):
    """Shows one of its pages, each with a head and a foot of its own, and is named after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = QStackedWidget()
        self.lay_out(self._pages)
        self._pages.currentChanged.connect(self._follow)

    def add_pages(self, *pages: Screen) -> None:
        """Take pages in; the first is on show."""
        for page in pages:
            self._pages.addWidget(page)
            page.named.connect(self._follow)

    @property
    def page(self) -> QWidget | None:
        """The page on show."""
        return self._pages.currentWidget()

    def show_page(self, page: Screen) -> None:
        """Show another page."""
        self._pages.setCurrentWidget(page)

    def _follow(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, Screen):
            self.page_name, self.is_folded, self.foot = page.page_name, page.is_folded, page.foot
            self.is_head_away = page.is_head_away
            self.named.emit()


class _Head(QWidget):
    """Holds the head of a page, as high as a line with a button in it even where there is none."""

    def __init__(self, head: Item) -> None:
        super().__init__()
        column(head, inside=self)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, self._least()))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, self._least()))

    def _least(self) -> int:
        margins = self.contentsMargins()
        return theme.scaled(40) + margins.top() + margins.bottom()


def _column(middle: QWidget | None) -> ScrollColumn | None:
    """What a head can scroll away with."""
    return middle if isinstance(middle, ScrollColumn) else None


def _keep_edges(middle: QWidget, *, above: int, below: int) -> None:
    if isinstance(middle, ScrollColumn):
        middle.keep_edges(above=above, below=below)
    elif isinstance(middle, QStackedWidget):
        for at in range(middle.count()):
            if (page := middle.widget(at)) is not None:
                _keep_edges(page, above=above, below=below)
    else:
        is_at_right = any(one.is_at_right for one in middle.findChildren(ScrollColumn))
        middle.setContentsMargins(EDGE, above, 0 if is_at_right else EDGE, below)
