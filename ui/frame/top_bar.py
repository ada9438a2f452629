"""The bar over every page: the event, its phase, what is saved, and who is here."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QWidget

from judging_app.present.words.states import State
from ui import icons, keys, theme
from ui.frame.rail import ShellEntry
from ui.keys import Key
from ui.widgets.buttons import ElidedButton, PlainButton
from ui.widgets.form import across
from ui.widgets.labels import PlainLabel
from ui.widgets.scroll import EDGE
from ui.widgets.state_badge import StateBadge

HEIGHT, MOST_HEIGHT, GROWING = 48, 64, 40
"""In pixels at 100 % text, at most, and what grows with the text between the two."""

TITLE_ROOM = 280
"""Pixels at 100 % text that other things leave to the title."""

VIEW = "View"
INSIDE = 10
"""Pixels inside a button's edge: its words, not its ground, end at the page's right edge."""


class TopBar(QFrame):
    """Says where one is; a menu under the name holds how everything looks, and what is rare."""

    smaller_text_asked = Signal()
    larger_text_asked = Signal()
    usual_text_asked = Signal()
    other_theme_asked = Signal()
    lock_choice_asked = Signal()
    keys_asked = Signal()
    entry_asked = Signal(str)
    """A page that is offered here and not on the rail."""
    sign_out_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "top")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._mark, self._event = Mark(), PlainLabel("", "subheading")
        self._upright = QFrame()
        self._upright.setProperty("kind", "upright")
        self.phase = StateBadge("setting up", is_plain=True)
        self.saved, self.locking = StateBadge("saved"), StateBadge("owed")
        self.who = ElidedButton(kind="bar", icon="eye")
        self.who.show_more()
        self.who.clicked.connect(self._open_menu)
        self.who.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the page keeps the keyboard
        self.sign_out = PlainButton("Sign out", kind="bar", icon="log-out")
        self.sign_out.clicked.connect(self.sign_out_asked)
        self._name, self._role, self._has_phase = "", "", False
        self._pages: list[QAction] = []
        self.menu = self._build_menu()
        self._lay_out()
        for part in (self.saved, self.locking):
            part.hide()
        self.show_signed_in("", "")
        theme.follow(self.who.setMaximumWidth, 320)
        theme.follow(self._grow, GROWING)

    def show_title(self, title: str) -> None:
        """Say where one is: the event, or the page where its head is out of sight."""
        if title != self._event.text():
            self._event.setText(title)
            self._fit()

    def show_signed_in(self, name: str, role: str) -> None:
        """Say who is signed in; empty for nobody, and the menu is about the view alone."""
        self._name, self._role = name, role
        who = " · ".join(part for part in dict.fromkeys((name, role)) if part)
        self.who.show_icon("user" if name else "eye")
        self._leaving.setVisible(bool(name))
        self._spoken = f"{who}: text size, theme and more" if name else "Text size and theme"
        self._fit()

    def show_entries(self, entries: Sequence[ShellEntry]) -> None:
        """Offer these pages, by their words, over what is about how everything looks."""
        for action in self._pages:
            self.menu.removeAction(action)
        first = self.menu.actions()[0]
        self._pages = [*(self._action_of(entry) for entry in entries), QAction(self)]
        self._pages[-1].setSeparator(True)
        self.menu.insertActions(first, self._pages if entries else [])

    def show_phase(self, phase: State | None) -> None:
        """Say the event's phase; none hides it."""
        self._has_phase = phase is not None
        if phase is not None:
            self.phase.show_state(phase.look, phase.words)
        self._fit()

    def show_lock_choice(self, text: str, spoken: str) -> None:
        """Offer to choose when desks lock themselves; empty, it is not offered."""
        self.lock_choice.setText(text)
        self.lock_choice.setToolTip(spoken)
        self.lock_choice.setVisible(bool(text))

    def stand_over(self, rail_width: int) -> None:
        """Keep the mark over the rail, and the title at the page's left edge."""
        self._mark.setFixedWidth(rail_width)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._line = across(
            self._mark,
            self._event,
            self._upright,
            self.phase,
            1,
            self.locking,
            self.saved,
            self.who,
            self.sign_out,
            spacing=16,
            margins=(0, 0, EDGE - INSIDE, 1),
            inside=self,
        )
        self._line.setSpacing(12)
        self._event.setContentsMargins(EDGE - 12, 0, 0, 0)
        for part in (self._event, self.phase, self.saved, self.locking, self._upright):
            self._line.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for words, key, asked in (
            ("Larger text", keys.LARGER_TEXT, self.larger_text_asked),
            ("Smaller text", keys.SMALLER_TEXT, self.smaller_text_asked),
            ("Text at 100%", keys.USUAL_TEXT, self.usual_text_asked),
        ):
            self._add(menu, words, asked, key)
        self._dark = self._add(menu, "Dark theme", self.other_theme_asked)
        self._dark.setCheckable(True)
        self.lock_choice = self._add(menu, "", self.lock_choice_asked)
        self.lock_choice.setVisible(False)
        menu.addSeparator()
        self._add(menu, "Keyboard shortcuts", self.keys_asked, keys.SHOW_KEYS)
        self._leaving = self._add(menu, "Sign out", self.sign_out_asked)
        return menu

    def _add(
        self, menu: QMenu, words: str, asked: SignalInstance, key: Key | None = None
    ) -> QAction:
        action = menu.addAction(f"{words}\t{key.shown}" if key else words)
        action.triggered.connect(asked)
        return action

    def _action_of(self, entry: ShellEntry) -> QAction:
        action = QAction(entry.word, self)
        action.setData(entry.key)
        action.triggered.connect(self._ask_entry)
        return action

    def _ask_entry(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.entry_asked.emit(str(action.data()))

    def _open_menu(self) -> None:
        self._dark.setChecked(theme.is_dark())
        below = self.who.mapToGlobal(QPoint(self.who.width(), self.who.height() + 4))
        self.menu.popup(below - QPoint(self.menu.sizeHint().width(), 0))

    def _grow(self, height: int) -> None:
        self.setFixedHeight(min(max(HEIGHT, height), MOST_HEIGHT))
        self._fit()

    def _fit(self) -> None:
        """Let go of what is said elsewhere too, until the title has its room."""
        title = min(self._event.sizeHint().width(), theme.scaled(TITLE_ROOM))
        is_in, phase = bool(self._name), self._has_phase
        for has in (
            (phase, is_in, is_in),
            (False, is_in, is_in),
            (False, False, is_in),
            (False, False, False),
        ):
            self._show(is_phase=has[0], is_name=has[1], is_leaving=has[2])
            if title + self._beside() <= self.width():
                break
        self._line.activate()  # what was tried and hidden again may have taken room

    def _show(self, *, is_leaving: bool, is_phase: bool, is_name: bool) -> None:
        self.sign_out.setVisible(is_leaving)
        for part in (self._upright, self.phase):
            part.setVisible(is_phase)
        self.who.show_words(self._name if is_name else ("" if self._name else VIEW))
        self.who.setAccessibleName(self._spoken)

    def _beside(self) -> int:
        """What all but the title needs across."""
        parts = (self.phase, self.locking, self.saved, self.who, self.sign_out)
        shown = [
            min(part.sizeHint().width(), part.maximumWidth()) + 12
            for part in parts
            if not part.isHidden()
        ]
        return self._mark.width() + EDGE + sum(shown) + EDGE


class Mark(QWidget):
    """The product's own mark, over the rail."""

    def sizeHint(self) -> QSize:
        return QSize(64, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = round(self.height() * 28 / HEIGHT)
        drawn = icons.mark(side, "act", "act-text")
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        QPainter(self).drawPixmap(left, top, drawn)
