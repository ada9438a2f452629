"""The main window's frame: the bar at the top, the rail, the screens and what is said over them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from judging_app.present.words.states import State
from ui import accessibility, keys, theme
from ui.announce import SAYS_SAVED, announce
from ui.frame.rail import Rail, RailButton, ShellEntry
from ui.frame.toast import Toast
from ui.frame.top_bar import TopBar
from ui.key_overlay import KeyOverlay
from ui.widgets.banner import ActingBanner, RehearsalStrip
from ui.widgets.focus_ring import FocusRing
from ui.widgets.screen import ABOVE, BELOW, Screen
from ui.widgets.scroll import EDGE, bring_into_view

CLOSE_EVENT, BACK_TO_COPIES = "Close event", "Back to the copies"
LAPTOP = QSize(1366, 768)
"""The least screen that everything is made for; larger where there is room."""

_SHORT = {CLOSE_EVENT: "Events", BACK_TO_COPIES: "Copies"}


class Shell(QMainWindow):
    """Frames the screens; it knows none of them by anything but its key."""

    entry_asked = Signal(str)
    sign_out_asked = Signal()
    close_event_asked = Signal()
    smaller_text_asked = Signal()
    larger_text_asked = Signal()
    usual_text_asked = Signal()
    other_theme_asked = Signal()
    lock_choice_asked = Signal()
    """Another time after which a desk that nobody is at locks itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessibility.install()
        self._screens: dict[str, QWidget] = {}
        self._key = self._title = ""
        self.top = TopBar()
        self._stack = QStackedWidget()
        self._toast = Toast(self._stack)
        self.trouble = ActingBanner()
        """What is the matter with the event's file, while it lasts."""
        self.rehearsal = RehearsalStrip()
        """What says that this is a copy to rehearse on, across every page."""
        self._close_event = RailButton(CLOSE_EVENT, "folder-open", _SHORT[CLOSE_EVENT])
        self._keys_button = RailButton("Keyboard shortcuts", "keyboard", "Keys")
        self._keys_button.setAccessibleName("Keyboard shortcuts of this screen")
        self._rail = Rail(self._close_event, self._keys_button)
        self._keys = KeyOverlay()
        self.setWindowTitle("Pitch day")
        self._lay_out()
        self._connect()
        self._bind()
        self._ring = FocusRing(self)
        self.show_event("")
        self.show_signed_in("", "")
        self.show_entries(())

    def add_screen(self, key: str, screen: QWidget) -> None:
        """Keep a screen, to be shown by its key."""
        self._screens[key] = screen
        if isinstance(screen, Screen):
            screen.named.connect(self._name_top)
        else:
            screen.setContentsMargins(EDGE, ABOVE, EDGE, BELOW)
        self._stack.addWidget(screen)

    def show_screen(self, key: str) -> None:
        """Show a screen, mark its entry if the rail has one, and put the keyboard on it."""
        self._keys.close_keys()
        self._key, screen = key, self._screens[key]
        self._stack.setCurrentWidget(screen)
        focused = self.focusWidget()
        is_on_it = focused is not None and screen.isAncestorOf(focused)
        if focused is not screen and not (is_on_it and focused.isVisibleTo(screen)):
            _take_keyboard(screen)
        self._rail.mark(self._entry_of(key))
        self._name_top()
        self._stand_toast()

    def _entry_of(self, key: str) -> str:
        """The entry of the rail that a screen belongs to."""
        return key

    def show_entries(self, entries: Sequence[ShellEntry]) -> None:
        """Replace what the rail offers, and the menu under the name."""
        self._rail.show_entries(entries)
        self.top.show_entries([entry for entry in entries if entry.is_in_menu])
        self._fit()

    def show_event(self, title: str) -> None:
        """Name the event at the top."""
        self._title = title or "Pitch day"
        self._name_top()
        self.setWindowTitle(f"{title} – Pitch day" if title else "Pitch day")

    def show_signed_in(self, name: str, role: str) -> None:
        """Say who is signed in; empty for nobody."""
        self.offer_closing(is_offered=False)
        self.top.show_signed_in(name, role)

    def offer_closing(self, *, is_offered: bool) -> None:
        """Let the event be closed or not, at the foot of the rail."""
        self._close_event.setVisible(is_offered)
        self._fit()

    def name_closing(self, word: str) -> None:
        """Say what closing is, or where it leads."""
        self._close_event.setText(word)
        self._close_event.shorten(_SHORT[word])

    def show_message(self, text: str, kind: str = "info") -> None:
        """Say something over the page's lower left; `kind` is info, good, attention or loss.

        An empty text takes away what was said.
        """
        self._toast.show_message(text, kind)

    def show_saved(self, text: str, *, is_saved: bool = True) -> None:
        """Light the saved light: "Saved 14:32:07"; empty hides it."""
        self.top.saved.setVisible(bool(text))
        self.top.saved.show_state("saved" if is_saved else "not saved", text)
        screen = self._stack.currentWidget()
        if not is_saved or screen is None or not screen.property(SAYS_SAVED):
            announce(self.top.saved, text, is_urgent=not is_saved)

    def show_saving(self) -> None:
        """Say that something is being saved, at once: the loop turns again only when it is."""
        self.top.saved.setVisible(True)
        self.top.saved.show_state("saving", "Saving…")
        self.top.saved.repaint()

    def show_locking(self, text: str) -> None:
        """Count down beside who is signed in; empty when there is nothing to count."""
        is_new = bool(text) and self.top.locking.isHidden()
        self.top.locking.setVisible(bool(text))
        self.top.locking.show_state("owed", text)
        if is_new:
            announce(self, text, is_urgent=True)

    def show_lock_choice(self, text: str, spoken: str) -> None:
        """Offer to choose when desks lock themselves; empty, it is not offered."""
        self.top.show_lock_choice(text, spoken)

    def show_phase(self, phase: State | None) -> None:
        """Light the phase's light; none hides it."""
        self.top.show_phase(phase)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Bring what Tab has come to into view, from wherever it came."""
        has_moved = super().focusNextPrevChild(is_next)
        if has_moved:
            self.keep_keyboard_in_view()
        return has_moved

    def keep_keyboard_in_view(self) -> None:
        """Bring what has the keyboard into view, wherever it is now."""
        if (focused := self.focusWidget()) is not None:
            bring_into_view(focused)

    def sizeHint(self) -> QSize:
        return LAPTOP

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close what is said where no screen has another use for the key."""
        if self._toast.isVisible() and keys.CLOSE_NOTICE.is_pressed(event):
            self._toast.close_message()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("kind", "page")
        work = QVBoxLayout()
        work.setSpacing(0)
        trouble = QWidget()
        self._over = QVBoxLayout(trouble)
        self._over.setContentsMargins(EDGE, 12, EDGE, 0)
        self._over.addWidget(self.trouble)
        self.trouble.shown.connect(trouble.setVisible)
        trouble.hide()
        work.addWidget(trouble)
        work.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail)
        middle.addLayout(work, 1)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(self.top)
        rows.addWidget(self.rehearsal)
        rows.addLayout(middle, 1)
        over_each_other = QGridLayout(page)
        over_each_other.setContentsMargins(0, 0, 0, 0)
        over_each_other.addLayout(rows, 0, 0)
        over_each_other.addWidget(self._keys, 0, 0)
        self.setCentralWidget(page)

    def _connect(self) -> None:
        top = self.top
        top.smaller_text_asked.connect(self.smaller_text_asked)
        top.larger_text_asked.connect(self.larger_text_asked)
        top.usual_text_asked.connect(self.usual_text_asked)
        top.other_theme_asked.connect(self.other_theme_asked)
        top.lock_choice_asked.connect(self.lock_choice_asked)
        top.sign_out_asked.connect(self.sign_out_asked)
        top.keys_asked.connect(self._turn_keys)
        top.entry_asked.connect(self.entry_asked)
        self._rail.entry_asked.connect(self.entry_asked)
        self._close_event.clicked.connect(self.close_event_asked)
        self._keys_button.clicked.connect(self._turn_keys)

    def _bind(self) -> None:
        keys.bind(keys.SHOW_KEYS, self, self._turn_keys, repeats=False)
        keys.bind(keys.LARGER_TEXT, self, self.larger_text_asked.emit)
        keys.bind(keys.SMALLER_TEXT, self, self.smaller_text_asked.emit)
        keys.bind(keys.USUAL_TEXT, self, self.usual_text_asked.emit)
        theme.follow(self._fit)

    def _fit(self) -> None:
        """Give the rail its width, and let the bar over it follow."""
        self._rail.fit(self.width())
        self.top.stand_over(self._rail.column_width)
        self._stand_toast()

    def _name_top(self) -> None:
        """Say at the top what the page is about while its head is out of sight, else the event."""
        screen = self._stack.currentWidget()
        page_name = screen.page_name if isinstance(screen, Screen) and screen.is_head_away else ""
        self.top.show_title(page_name or self._title)

    def _stand_toast(self) -> None:
        screen = self._stack.currentWidget()
        foot = screen.foot if isinstance(screen, Screen) else None
        self._toast.stand_above(0 if foot is None or foot.isHidden() else foot.height())

    def _turn_keys(self) -> None:
        """Open the keys of the screen on show, or close them."""
        if self._keys.isVisible():
            self._keys.close_keys()
        else:
            self._keys.show_keys(self._key)


def _take_keyboard(screen: QWidget) -> None:
    """Put the keyboard on the first thing of a screen that takes it by Tab, after its head.

    A screen that takes it itself has it on none of its buttons.
    """
    if isinstance(screen, Screen) and screen.takes_keyboard:
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    middle = screen.middle if isinstance(screen, Screen) else None
    first = middle.findChildren(QWidget) if middle is not None else []
    for part in (*first, *screen.findChildren(QWidget)):
        if (
            part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.isVisibleTo(screen)
            and part.isEnabledTo(screen)
        ):
            part.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(part)
            return
