"""The main window's frame: the rail, the top line, the screens and the lights."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from judging_app.closed_sets import complete
from judging_app.present.words.states import State
from ui import accessibility, keys, theme
from ui.announce import SAYS_SAVED, announce
from ui.key_overlay import KeyOverlay
from ui.widgets.banner import ActingBanner, Banner
from ui.widgets.buttons import Button, PlainButton
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel
from ui.widgets.scroll import ScrollColumn, bring_into_view
from ui.widgets.state_badge import StateBadge

CLOSE_EVENT, BACK_TO_COPIES = "Close event", "Back to the copies"
CONTENT_WIDTH = 1100
RAIL_WIDTH = 216
"""In pixels; wider only where larger text needs it."""
RAIL_MARGIN = 14


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
    """One entry of the rail; `key` is handed back when it is asked for."""

    key: str
    part: RailPart
    word: str
    icon: str


class Shell(QMainWindow):
    """Frames the screens; it knows none of them by anything but its key."""

    entry_asked = Signal(str)
    sign_out_asked = Signal()
    close_event_asked = Signal()
    smaller_text_asked = Signal()
    larger_text_asked = Signal()
    other_theme_asked = Signal()
    lock_choice_asked = Signal()
    """Another time after which a desk that nobody is at locks itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessibility.install()
        self._screens: dict[str, QWidget] = {}
        self._key = ""
        self._entries: dict[str, EntryButton] = {}
        self._stack = QStackedWidget()
        self._banner = Banner()
        self.trouble = ActingBanner()
        """What is the matter with the event's file, while it lasts."""
        self.setWindowTitle("Pitch day")
        page = QWidget()
        page.setProperty("kind", "page")
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._build_rail())
        middle.addLayout(self._content(), 1)
        rows.addWidget(self._build_top())
        rows.addLayout(middle, 1)
        rows.addWidget(self._build_lights())
        self._keys = KeyOverlay()
        over_each_other = QGridLayout(page)
        over_each_other.setContentsMargins(0, 0, 0, 0)
        over_each_other.addLayout(rows, 0, 0)
        over_each_other.addWidget(self._keys, 0, 0)
        self.setCentralWidget(page)
        keys.bind(keys.SHOW_KEYS, self, self._turn_keys, repeats=False)
        self.show_signed_in("", "")
        self.show_entries(())

    def add_screen(self, key: str, screen: QWidget) -> None:
        """Keep a screen, to be shown by its key."""
        self._screens[key] = screen
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
        for entry_key, button in self._entries.items():
            button.setChecked(entry_key == key)

    def show_entries(self, entries: Sequence[ShellEntry]) -> None:
        """Replace the rail; without entries it is away."""
        while self._rail.body.count():
            item = self._rail.body.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._entries = {}
        for part in _PARTS:
            self._add_part(part, [entry for entry in entries if entry.part is part])
        self._rail.body.addStretch(1)
        theme.follow(self._widen_rail)
        self._rail_frame.setVisible(bool(entries))

    def show_event(self, title: str) -> None:
        """Name the event at the top."""
        self._event.setText(title or "Pitch day")
        self.setWindowTitle(f"{title} – Pitch day" if title else "Pitch day")

    def show_signed_in(self, name: str, role: str) -> None:
        """Say who is signed in; empty for nobody."""
        self._who.setText(" · ".join(part for part in dict.fromkeys((name, role)) if part))
        self.offer_closing(is_offered=False)  # first: the window would grow to hold both
        for part in (self._who, self._who_mark, self._sign_out):
            part.setVisible(bool(name))

    def offer_closing(self, *, is_offered: bool) -> None:
        """Let the event be closed or not: below the rail, or at the top where nobody is in."""
        self._close_below.setVisible(is_offered)
        self._close_event.setVisible(is_offered and self._sign_out.isHidden())

    def name_closing(self, word: str) -> None:
        """Say on its buttons what closing is, or where it leads."""
        for button in (self._close_below, self._close_event):
            button.setText(word)

    def show_message(self, text: str, kind: str = "info") -> None:
        """Say something in the line above the screen; `kind` is info, good, attention or loss.

        An empty text leaves the line empty; its room stays.
        """
        self._banner.show_message(text, kind)

    def show_saved(self, text: str, *, is_saved: bool = True) -> None:
        """Light the saved light: "Saved 14:32:07"; empty hides it."""
        self._saved.setVisible(bool(text))
        self._saved.show_state("saved" if is_saved else "not saved", text)
        screen = self._stack.currentWidget()
        if not is_saved or screen is None or not screen.property(SAYS_SAVED):
            announce(self._saved, text, is_urgent=not is_saved)

    def show_saving(self) -> None:
        """Say that something is being saved, at once: the loop turns again only when it is."""
        self._saved.setVisible(True)
        self._saved.show_state("saving", "Saving…")
        self._saved.repaint()

    def show_locking(self, text: str) -> None:
        """Count down beside who is signed in; empty when there is nothing to count."""
        is_new = bool(text) and self._locking.isHidden()
        self._locking.setVisible(bool(text))
        self._locking.show_state("owed", text)
        if is_new:
            announce(self, text, is_urgent=True)

    def show_lock_choice(self, text: str, spoken: str) -> None:
        """Offer to choose when desks lock themselves; empty, it is not offered."""
        self._lock_choice.setText(text)
        self._lock_choice.setAccessibleName(spoken)
        self._lock_choice.setToolTip(f"<p>{spoken}</p>")
        self._lock_choice.setVisible(bool(text))

    def show_phase(self, phase: State | None) -> None:
        """Light the phase's light; none hides it."""
        self._phase.setVisible(phase is not None)
        if phase is not None:
            self._phase.show_state(phase.look, phase.words)

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

    def _build_rail(self) -> QWidget:
        self._rail_frame = QFrame()
        self._rail_frame.setProperty("kind", "rail")
        self._rail = ScrollColumn()
        self._rail.body.setSpacing(0)
        self._rail.body.setContentsMargins(8, 12, 8, 12)
        layout = QVBoxLayout(self._rail_frame)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.addWidget(self._rail, 1)
        self._close_below = _closing_button()
        self._close_below.clicked.connect(self.close_event_asked)
        layout.addWidget(self._close_below)
        return self._rail_frame

    def _widen_rail(self) -> None:
        words = max((button.sizeHint().width() for button in self._entries.values()), default=0)
        self._rail_frame.setFixedWidth(max(RAIL_WIDTH, words + 2 * RAIL_MARGIN))

    def _build_top(self) -> QWidget:
        top, line = _bar("top")
        self._event = PlainLabel("Pitch day", "subheading")
        self._who = PlainLabel(kind="quiet")
        self._who_mark = IconMark("user")
        self._sign_out = PlainButton("Sign out", kind="quiet", icon="log-out")
        self._sign_out.clicked.connect(self.sign_out_asked)
        self._close_event = _closing_button()
        self._close_event.clicked.connect(self.close_event_asked)
        keys_button = PlainButton("Keyboard shortcuts (F1)", kind="quiet")
        keys_button.setAccessibleName("Keyboard shortcuts of this screen")
        keys_button.clicked.connect(self._turn_keys)
        self._lock_choice = PlainButton(kind="quiet", icon="lock")
        self._lock_choice.clicked.connect(self.lock_choice_asked)
        self._lock_choice.hide()
        self._locking = StateBadge("owed")
        self._locking.hide()
        line.addWidget(self._event, 1)
        line.addWidget(self._locking)
        line.addWidget(self._lock_choice)
        for part in (keys_button, self._who_mark, self._who, self._sign_out, self._close_event):
            line.addWidget(part)
        theme.follow(self._who.setMaximumWidth, 320)
        theme.follow(top.setMinimumHeight, 40, plus=16)
        return top

    def _build_lights(self) -> QWidget:
        lights, line = _bar("lights")
        self._saved, self._phase = StateBadge("saved"), StateBadge("setting up")
        line.addWidget(self._saved)
        line.addWidget(self._phase)
        line.addStretch(1)
        for button, asked in (
            (
                PlainButton("Smaller text", kind="quiet", icon="a-arrow-down"),
                self.smaller_text_asked,
            ),
            (PlainButton("Larger text", kind="quiet", icon="a-arrow-up"), self.larger_text_asked),
            (PlainButton("Dark theme", kind="quiet", icon="sun-moon"), self.other_theme_asked),
        ):
            button.clicked.connect(asked)
            line.addWidget(button)
        self._saved.hide()
        self._phase.hide()
        return lights

    def _turn_keys(self) -> None:
        """Open the keys of the screen on show, or close them."""
        if self._keys.isVisible():
            self._keys.close_keys()
        else:
            self._keys.show_keys(self._key)

    def _content(self) -> QHBoxLayout:
        column = QWidget()
        theme.follow(column.setMaximumWidth, CONTENT_WIDTH, plus=48)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(24, 8, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(self._banner)
        layout.insertWidget(0, self.trouble)
        layout.addSpacing(4)
        layout.addWidget(self._stack, 1)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(column, 1000)
        line.addStretch(1)
        return line

    def _add_part(self, part: RailPart, entries: Sequence[ShellEntry]) -> None:
        if not entries:
            return
        label = PlainLabel(_PARTS[part], "label")
        label.setContentsMargins(8, 12, 8, 4)
        self._rail.body.addWidget(label)
        for entry in entries:
            button = EntryButton(entry)
            button.asked.connect(self.entry_asked)
            self._rail.body.addWidget(button)
            self._entries[entry.key] = button


class EntryButton(Button):
    """One entry of the rail."""

    asked = Signal(str)

    def __init__(self, entry: ShellEntry, parent: QWidget | None = None) -> None:
        super().__init__(entry.word, kind="entry", icon=entry.icon, parent=parent)
        self._key = entry.key
        self.setCheckable(True)
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.setChecked(not self.isChecked())  # the screen on show is marked, not the press
        self.asked.emit(self._key)


def _closing_button() -> PlainButton:
    return PlainButton(CLOSE_EVENT, kind="quiet", icon="x")


def _take_keyboard(screen: QWidget) -> None:
    """Put the keyboard on the first thing of a screen that takes it by Tab."""
    for part in screen.findChildren(QWidget):
        if (
            part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.isVisibleTo(screen)
            and part.isEnabledTo(screen)
        ):
            part.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(part)
            return


def _bar(kind: str) -> tuple[QFrame, QHBoxLayout]:
    frame = QFrame()
    frame.setProperty("kind", kind)
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    line = QHBoxLayout(frame)
    line.setContentsMargins(24, 0, 16, 0)
    line.setSpacing(12)
    return frame, line
