"""Every key that does something, in one table: the screens take their keys from it.

The overlay of keys lists the same rows, so what it says is what the screens do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase, ascii_uppercase

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from judging_app.present.words.scenes import OFFERED, SCENES


class Where(StrEnum):
    """Where a key works: the key by which the window knows the screen."""

    EVERYWHERE = "everywhere"
    SIGN_IN = "sign in"
    CARD = "card"
    SHEETS = "sheets"
    HOST_DESK = "host desk"
    PROJECTOR = "projector"
    RESULT = "result"
    TAKE_AWAY = "take-away"


@dataclass(frozen=True, slots=True)
class Key:
    """One row: what is pressed, in words and as Qt writes it, and what comes of it.

    `typed` holds characters that count wherever the keyboard has them; Ctrl and Alt make others of
    them. `is_qts` says that Qt itself hears the key, so no screen takes it from here.
    """

    where: tuple[Where, ...]
    shown: str
    does: str
    sequences: tuple[str, ...] = ()
    typed: str = ""
    is_qts: bool = False

    def is_pressed(self, event: QKeyEvent) -> bool:
        """Whether `event` is a press of this key, on the number pad too."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            is_typed = False
        else:
            is_typed = bool(event.text()) and event.text() in self.typed
        pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
        return is_typed or any(QKeySequence(one) == pressed for one in self.sequences)


def bind(
    key: Key, screen: QWidget, slot: Callable[[], object], *, repeats: bool = True
) -> tuple[QShortcut, ...]:
    """Let `key` do `slot` while the keyboard is on `screen`, whatever part of it has it.

    A held key does it again and again, unless it `repeats` not.
    """
    shortcuts = tuple(QShortcut(QKeySequence(one), screen) for one in key.sequences)
    for shortcut in shortcuts:
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(repeats)
        shortcut.activated.connect(slot)
    return shortcuts


def keys_of(screen: str) -> tuple[Key, ...]:
    """The rows of one screen, by the key that the window knows it by, in the table's order."""
    return tuple(key for key in TABLE if screen in key.where)


_EVERYWHERE, _SIGN_IN = (Where.EVERYWHERE,), (Where.SIGN_IN,)
_CARD, _HOST, _RESULT = (Where.CARD,), (Where.HOST_DESK,), (Where.RESULT,)
_PROJECTOR = (Where.PROJECTOR,)
_SCORED = (Where.CARD, Where.SHEETS)

SHOW_KEYS = Key(_EVERYWHERE, "F1", "Show these keys, or close them", ("F1",))
CLOSE_KEYS = Key(_EVERYWHERE, "Esc", "Close these keys", ("Esc",))
SCROLL_DOWN = Key(_EVERYWHERE, "Down, Page Down", "Scroll these keys on", ("Down", "PgDown"))
SCROLL_UP = Key(_EVERYWHERE, "Up, Page Up", "Scroll these keys back", ("Up", "PgUp"))
NEXT_CONTROL = Key(
    _EVERYWHERE, "Tab, Shift+Tab", "Go to the next control, or the one before", is_qts=True
)
PRESS = Key(
    _EVERYWHERE,
    "Enter or Space",
    "Press the button that the keyboard is on",
    ("Return", "Enter"),
)

NEXT_NAME = Key(_SIGN_IN, "Right", "Go to the next name", ("Right",))
NAME_BEFORE = Key(_SIGN_IN, "Left", "Go to the name before", ("Left",))
NAME_BELOW = Key(_SIGN_IN, "Down", "Go to the name below", ("Down",))
NAME_ABOVE = Key(_SIGN_IN, "Up", "Go to the name above", ("Up",))
NAME_BY_LETTER = Key(
    _SIGN_IN,
    "A to Z",
    "Go to the next name with a word that begins so",
    typed=f"{ascii_lowercase}{ascii_uppercase}",
)
PIN_DIGIT = Key(_SIGN_IN, "0 to 9", "Enter a digit of the PIN", typed="0123456789")
TAKE_BACK_DIGIT = Key(_SIGN_IN, "Backspace", "Take back the last digit", ("Backspace",))
OTHER_NAMES = Key(_SIGN_IN, "Esc", "Go back from the PIN to the names", ("Esc",))

SCORE = Key(
    _CARD, "0 to 9", "Choose a score; 0 alone is 10 where the scale has no 0", typed="0123456789.,"
)
LOWER = Key(_CARD, "Left", "Choose the score below", ("Left",))
HIGHER = Key(_CARD, "Right", "Choose the score above", ("Right",))
CLEAR = Key(_CARD, "Delete or Backspace", "Take the score away", ("Delete", "Backspace"))
NEXT_CRITERION = Key(
    _SCORED, "Down or Enter", "Go to the next criterion", ("Down", "Return", "Enter")
)
CRITERION_BEFORE = Key(_SCORED, "Up", "Go to the criterion before", ("Up",))
READ_BACK = Key(
    _SCORED,
    "Ctrl+Enter",
    "Read the ballot back before it is submitted, or go to what is missing",
    ("Ctrl+Return", "Ctrl+Enter"),
)
LEAVE = Key(_SCORED, "Esc", "Leave the read-back, then the card or the sheet", ("Esc",))

UNDO = Key((Where.CARD, Where.HOST_DESK), "Ctrl+Z", "Undo your own last act", ("Ctrl+Z",))

START_CLOCK = Key(
    _HOST,
    "Space",
    "Start or pause the clock, unless the keyboard is on a button or in a field",
    ("Space",),
)
GO_ON = Key(_HOST, "N", "Go on to the questions, then to the next team", ("N",))
MINUTE_LESS = Key(_HOST, "−", "Take a minute off the clock", ("-",))
MINUTE_MORE = Key(_HOST, "+", "Give the clock a minute more", ("+", "="))
EARLIER = Key(_HOST, "Alt+Up", "In Run order, move the team up", ("Alt+Up",))
LATER = Key(_HOST, "Alt+Down", "In Run order, move the team down", ("Alt+Down",))
BALLOT_ACTS = Key(
    _HOST, "Arrows, then Enter", "Choose a ballot, and go to what can be done with it", is_qts=True
)
BLACK = Key(
    (Where.HOST_DESK, Where.PROJECTOR),
    "B or full stop; Ctrl+B in a field",
    "Turn the projector black, and back to what was on",
    ("B", ".", "Ctrl+B"),
)
LOGO = Key(_PROJECTOR, "L", "Show the logo, and go back to what was on", ("L",))
TAKE_NEXT = Key(
    _PROJECTOR, "Page Down", "Take what is next, or tell the reveal’s next step", ("PgDown",)
)
GO_BACK = Key(
    _PROJECTOR, "Page Up", "Take the last step back, or go to the scene before", ("PgUp",)
)
PREVIEW = Key(
    _PROJECTOR,
    "The letter beside a scene",
    "Put the scene into the preview, or take it out again; the room sees nothing of it yet",
    tuple(SCENES[scene].letter for scene in OFFERED),
)
LOCK_KEYS = Key(_PROJECTOR, "Ctrl+L", "Lock everything but black, or unlock it", ("Ctrl+L",))

NEXT_PART = Key(
    (Where.HOST_DESK, Where.RESULT), "Ctrl+Page Down", "Show the next part", ("Ctrl+PgDown",)
)
PART_BEFORE = Key(
    (Where.HOST_DESK, Where.RESULT), "Ctrl+Page Up", "Show the part before", ("Ctrl+PgUp",)
)
NEXT_BALLOT = Key(_RESULT, "Right", "In Spread, tell of the next ballot", ("Right",))
BALLOT_BEFORE = Key(_RESULT, "Left", "In Spread, tell of the ballot before", ("Left",))

READ_ON = Key((Where.TAKE_AWAY,), "Down, Page Down", "Read on", ("Down", "PgDown"))
READ_BACKWARDS = Key((Where.TAKE_AWAY,), "Up, Page Up", "Go back up", ("Up", "PgUp"))

NOT_YET = Key(
    (Where.HOST_DESK, Where.RESULT), "Esc", "Close a question and change nothing", ("Esc",)
)

TABLE: tuple[Key, ...] = tuple(row for row in tuple(vars().values()) if isinstance(row, Key))
"""Every row above, in that order."""
