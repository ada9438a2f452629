"""Every key that does something, in one table: the screens take their keys from it.

The overlay of keys lists the same rows, so what it says is what the screens do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase, ascii_uppercase

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from judging_app.present.words.scenes import BESIDE_PITCHES, OFFERED, SCENES


class Where(StrEnum):
    """Where a key works: the key by which the window knows the screen."""

    EVERYWHERE = "everywhere"
    START = "start"
    SIGN_IN = "sign in"
    CARD = "card"
    SHEETS = "sheets"
    HOST_DESK = "host desk"
    BALLOTS = "ballots"
    PROJECTOR = "projector"
    RESULT = "result"
    TAKE_AWAY = "take-away"
    RUBRIC = "rubric"
    RECOVERY = "recovery"
    SET_UP = "set-up"
    IMPORT = "import"
    PEOPLE = "people"
    ALL_TEAMS = "all teams"
    FORMING = "form teams"
    DOORS = "check before doors"
    CRITERIA = "criteria"
    CONFLICTS = "conflicts"
    REHEARSAL = "rehearsal"
    NAMES = "name proof"
    PANEL = "panel"
    PAPERS = "papers"
    CERTIFICATES = "certificates"
    FEEDBACK = "feedback"


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


NO_FINGER_MS = 40
"""No finger comes up and goes down again in so short a time."""


class Held:
    """Tells a press from what a key that is held, or a bouncing one, sends after it.

    A busy computer doesn't always say which presses are repeats, so they are told by their times.
    """

    def __init__(self) -> None:
        self._last_ms = self._released_ms = 0

    def let_go(self, event: QKeyEvent) -> None:
        """Know when it came up: what comes down again at once is a repeat, however late it is."""
        self._released_ms = event.timestamp()

    def is_new(self, event: QKeyEvent) -> bool:
        """Whether it is a press of its own."""
        since_ms, self._last_ms = event.timestamp() - self._last_ms, event.timestamp()
        up_ms = event.timestamp() - self._released_ms
        is_apart = since_ms > QApplication.doubleClickInterval() and up_ms > NO_FINGER_MS
        is_apart = is_apart or not event.timestamp()
        return is_apart and not event.isAutoRepeat()


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


_EVERYWHERE, _SIGN_IN = (Where.EVERYWHERE,), (Where.SIGN_IN, Where.RECOVERY)
_CARD, _HOST, _RESULT = (Where.CARD,), (Where.HOST_DESK,), (Where.RESULT,)
_PROJECTOR, _BALLOTS = (Where.PROJECTOR,), (Where.BALLOTS,)
_WALL = (Where.HOST_DESK, Where.PROJECTOR)
_PARTS = (
    Where.BALLOTS,
    Where.PROJECTOR,
    Where.RESULT,
    Where.PEOPLE,
    Where.ALL_TEAMS,
    Where.CERTIFICATES,
)
_SCORED = (Where.CARD, Where.SHEETS)

SHOW_KEYS = Key(_EVERYWHERE, "F1", "Show or close the keyboard shortcuts", ("F1",))
CLOSE_KEYS = Key(_EVERYWHERE, "Esc", "Close the keyboard shortcuts", ("Esc",))
SCROLL_DOWN = Key(_EVERYWHERE, "Down, Page Down", "Scroll down", ("Down", "PgDown"))
SCROLL_UP = Key(_EVERYWHERE, "Up, Page Up", "Scroll up", ("Up", "PgUp"))
LARGER_TEXT = Key(_EVERYWHERE, "Ctrl +", "Make the text larger", ("Ctrl++", "Ctrl+="))
SMALLER_TEXT = Key(_EVERYWHERE, "Ctrl −", "Make the text smaller", ("Ctrl+-",))
USUAL_TEXT = Key(_EVERYWHERE, "Ctrl 0", "Show the text at 100%", ("Ctrl+0",))
CLOSE_NOTICE = Key(_EVERYWHERE, "Esc", "Close the notice at the bottom left", ("Esc",))
NEXT_CONTROL = Key(_EVERYWHERE, "Tab, Shift+Tab", "Go to the next or previous control", is_qts=True)
PRESS = Key(
    _EVERYWHERE,
    "Enter or Space",
    "Press the focused button",
    ("Return", "Enter"),
)

NEW_EVENT = Key((Where.START,), "N", "Begin a new event", ("N",))
OPEN_EVENT = Key((Where.START,), "O", "Open an event’s file", ("O",))
NEXT_NAME = Key(_SIGN_IN, "Right", "Go to the name in the next column", ("Right",))
NAME_BEFORE = Key(_SIGN_IN, "Left", "Go to the name in the previous column", ("Left",))
NAME_BELOW = Key(_SIGN_IN, "Down", "Go to the name below", ("Down",))
NAME_ABOVE = Key(_SIGN_IN, "Up", "Go to the name above", ("Up",))
NAME_BY_LETTER = Key(
    _SIGN_IN,
    "A to Z",
    "Show the names and organisations with this in them",
    typed=f"{ascii_lowercase}{ascii_uppercase}",
)
PIN_DIGIT = Key(_SIGN_IN, "0 to 9", "Enter a digit of the PIN", typed="0123456789")
TAKE_BACK_DIGIT = Key(_SIGN_IN, "Backspace", "Delete the last digit", ("Backspace",))
CHOOSE_NAME = Key(_SIGN_IN, "Enter", "Choose the marked name", is_qts=True)
OTHER_NAMES = Key(_SIGN_IN, "Esc", "Go back from the PIN to the names", ("Esc",))

SCORE = Key(
    _CARD,
    "0 to 9",
    "Choose a score (0 means 10 if the scale has no 0)",
    typed="0123456789.,-−",
)
LOWER = Key(_CARD, "Left", "Read what the next lower score means", ("Left",))
HIGHER = Key(_CARD, "Right", "Read what the next higher score means", ("Right",))
CHOOSE_SCORE = Key(_CARD, "Space", "Choose the score that you are reading", ("Space",))
CLEAR = Key(_CARD, "Delete or Backspace", "Remove the score", ("Delete", "Backspace"))
NEXT_CRITERION = Key(
    _SCORED, "Down or Enter", "Go to the next criterion", ("Down", "Return", "Enter")
)
CRITERION_BEFORE = Key(_SCORED, "Up", "Go to the previous criterion", ("Up",))
READ_BACK = Key(
    _SCORED,
    "Ctrl+Enter",
    "Check the ballot, or go to what is missing; on the check, submit (Enter does too)",
    ("Ctrl+Return", "Ctrl+Enter"),
)
LEAVE = Key(_SCORED, "Esc", "Go back from the check, then from the scorecard or sheet", ("Esc",))

NEXT_SHEET = Key((Where.SHEETS,), "Down", "Go to the next sheet that was found", ("Down",))
SHEET_BEFORE = Key((Where.SHEETS,), "Up", "Go to the previous sheet that was found", ("Up",))
ALL_LEVELS = Key(_CARD, "R", "Show or close all levels of the rubric", ("R",))
COMMENTS = Key(_CARD, "C", "Go to the comments", ("C",))
NEXT_TEAM = Key(_CARD, "Page Down", "Go to the next team", ("PgDown",))
TEAM_BEFORE = Key(_CARD, "Page Up", "Go to the previous team", ("PgUp",))

UNDO = Key(
    (
        Where.CARD,
        Where.HOST_DESK,
        Where.BALLOTS,
        Where.PROJECTOR,
        Where.RESULT,
        Where.CERTIFICATES,
        Where.FEEDBACK,
    ),
    "Ctrl+Z",
    "Undo your last change",
    ("Ctrl+Z",),
)

NEXT_STEP = Key(
    _HOST,
    "Space",
    "Do the next step, as the filled button says (not while you type or another button has focus)",
    ("Space",),
)
PAUSE = Key(_HOST, "P", "Pause or continue the clock", ("P",))
MINUTE_LESS = Key(_HOST, "−", "Remove a minute from the clock", ("-",))
MINUTE_MORE = Key(_HOST, "+", "Add a minute to the clock", ("+", "="))
BY_NAME = Key(_HOST, "G", "See the ballots judge by judge", ("G",))
EARLIER = Key(_BALLOTS, "Alt+Up", "In Run order, move the team up", ("Alt+Up",))
LATER = Key(_BALLOTS, "Alt+Down", "In Run order, move the team down", ("Alt+Down",))
BALLOT_ACTS = Key(
    _BALLOTS, "Arrows, then Enter", "Choose a ballot, then go to what can be done", is_qts=True
)
NEXT_TO_COME = Key(_BALLOTS, "N", "Go to the next ballot that is still to come", ("N",))
BLACK = Key(
    (Where.HOST_DESK, Where.BALLOTS, Where.PROJECTOR),
    "B or full stop (Ctrl+B while typing)",
    "Turn the projector black, or show the last scene again",
    ("B", ".", "Ctrl+B"),
)
LOGO = Key(_WALL, "L", "Show the logo, or the last scene again", ("L",))
TAKE_NEXT = Key(_WALL, "Page Down", "Show what is next, or announce the next step", ("PgDown",))
GO_BACK = Key(_WALL, "Page Up", "Go back one step or to the previous scene", ("PgUp",))
PREVIEW = Key(
    _PROJECTOR,
    "The letter beside a scene",
    "Preview the scene, or remove it from the preview. The audience doesn’t see it yet.",
    tuple(SCENES[scene].letter for scene in OFFERED),
)
PREVIEW_HERE = Key(
    _HOST,
    "The letter beside a scene",
    "Choose the scene to come next. The audience doesn’t see it yet.",
    tuple(SCENES[scene].letter for scene in BESIDE_PITCHES),
)
LOCK_KEYS = Key(_PROJECTOR, "Ctrl+L", "Lock or unlock everything except Black", ("Ctrl+L",))

NEXT_PART = Key(_PARTS, "Ctrl+Page Down", "Go to the next tab", ("Ctrl+PgDown",))
PART_BEFORE = Key(_PARTS, "Ctrl+Page Up", "Go to the previous tab", ("Ctrl+PgUp",))
NEXT_BALLOT = Key(_RESULT, "Right", "In Spread, go to the next ballot", ("Right",))
BALLOT_BEFORE = Key(_RESULT, "Left", "In Spread, go to the previous ballot", ("Left",))

_READ = (Where.TAKE_AWAY, Where.RUBRIC)
READ_ON = Key(_READ, "Down, Page Down", "Scroll down", ("Down", "PgDown"))
READ_BACKWARDS = Key(_READ, "Up, Page Up", "Scroll up", ("Up", "PgUp"))

NEXT_COPY = Key((Where.RECOVERY,), "Down", "Go to the copy below", ("Down",))
COPY_BEFORE = Key((Where.RECOVERY,), "Up", "Go to the copy above", ("Up",))
CONTINUE_FROM_COPY = Key(
    (Where.RECOVERY,), "Ctrl+Enter", "Continue from this copy", ("Ctrl+Return", "Ctrl+Enter")
)
LOOK_AT_COPY = Key((Where.RECOVERY,), "V", "Look at this copy without changing it", ("V",))

IMPORT_FILE = Key((Where.SET_UP,), "Ctrl+O", "Import a file", ("Ctrl+O",))
PASTE_LIST = Key((Where.SET_UP,), "Ctrl+V", "Import what is in the clipboard", ("Ctrl+V",))
OTHER_ROWS = Key((Where.IMPORT,), "F5", "Show five other rows above the columns", ("F5",))
NEXT_DOUBT = Key((Where.IMPORT,), "F8", "Go to the next doubt", ("F8",))
DOUBT_BEFORE = Key((Where.IMPORT,), "Shift+F8", "Go to the previous doubt", ("Shift+F8",))
SETTLE_DOUBT = Key((Where.IMPORT,), "Enter", "Answer the doubt as chosen", ("Return", "Enter"))
GO_ON_IMPORTING = Key(
    (Where.IMPORT,),
    "Ctrl+Enter",
    "Go to the preview, the next doubt, or import",
    ("Ctrl+Return", "Ctrl+Enter"),
)
LEAVE_IMPORT = Key((Where.IMPORT,), "Esc", "Go back a step", ("Esc",))

_PAPERS = (Where.PAPERS, Where.CERTIFICATES)
SAVE_PAPERS = Key(_PAPERS, "Ctrl+S", "Save what is chosen as PDF", ("Ctrl+S",))
PRINT_PAPERS = Key(_PAPERS, "Ctrl+P", "Print what is chosen", ("Ctrl+P",))
CHOOSE_DESIGN = Key(
    (Where.CERTIFICATES,),
    "Ctrl+1 to Ctrl+5",
    "Choose a design",
    ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"),
)
PUT_IN = Key(
    (Where.CERTIFICATES,), "Ctrl+I", "Go to what can be inserted at the cursor", ("Ctrl+I",)
)
NEXT_PERSON = Key((Where.CERTIFICATES,), "Alt+Right", "Show the next certificate", ("Alt+Right",))
PERSON_BEFORE = Key(
    (Where.CERTIFICATES,), "Alt+Left", "Show the previous certificate", ("Alt+Left",)
)
ALL_PAPERS = Key((Where.PAPERS,), "Ctrl+A", "Choose all papers, or none", ("Ctrl+A",))

_FEEDBACK = (Where.FEEDBACK,)
RELEASE = Key(_FEEDBACK, "R", "Release the comment as it reads in the box", ("R",))
HOLD_BACK = Key(_FEEDBACK, "H", "Hold the comment back", ("H",))
REWORD = Key(_FEEDBACK, "E", "Put it in other words", ("E",))
NEXT_COMMENT = Key(_FEEDBACK, "N", "Go to the next that isn’t reviewed", ("N",))
RELEASE_WORDS = Key(
    _FEEDBACK, "Ctrl+Enter", "Release it, also while you type", ("Ctrl+Return", "Ctrl+Enter")
)
LEAVE_COMMENT = Key(_FEEDBACK, "Esc", "Go back from the words to the list", ("Esc",))

USE_TEAMS = Key((Where.FORMING,), "Ctrl+Enter", "Use these teams", ("Ctrl+Return", "Ctrl+Enter"))
DECIDE = Key(
    (Where.CONFLICTS,), "Ctrl+Enter", "Decide, and go to the next", ("Ctrl+Return", "Ctrl+Enter")
)
CHOOSE_CONFLICT = Key(
    (Where.CONFLICTS,), "Arrows, then Enter", "Choose a cell, then decide", is_qts=True
)
TICK_NAMES = Key(
    (Where.NAMES,), "Ctrl+Enter", "Tick all the team’s names", ("Ctrl+Return", "Ctrl+Enter")
)
NEXT_GROUP = Key((Where.NAMES,), "Ctrl+Down", "Go to the next team", ("Ctrl+Down",))
NEXT_MOMENT = Key((Where.REHEARSAL,), "→", "Play the next step", ("Right",))
FIRST_MOMENT = Key((Where.REHEARSAL,), "Home", "Start the day again", ("Home",))
NO_EFFECT = Key((Where.CONFLICTS,), "N", "No effect", ("N",))
FLAGGED = Key((Where.CONFLICTS,), "F", "Scores, but flagged", ("F",))
RECUSED = Key((Where.CONFLICTS,), "R", "Recused", ("R",))
LEAVE_CONFLICTS = Key((Where.CONFLICTS,), "Esc", "Go back to the grid or the set-up", ("Esc",))
LEAVE_CHECK = Key((Where.DOORS,), "Esc", "Go back to the set-up", ("Esc",))
LEAVE_FORMING = Key((Where.FORMING,), "Esc", "Go back to the teams", ("Esc",))

_TABLES = (Where.PEOPLE, Where.ALL_TEAMS, Where.PANEL, Where.CRITERIA)
EDIT_CELL = Key(_TABLES, "Enter, F2, or typing", "Change the cell", ("Return", "Enter", "F2"))
LIFT_MEMBER = Key(
    (Where.ALL_TEAMS,), "Space", "Pick up the marked member, or let them go", ("Space",)
)
TEAM_ABOVE = Key((Where.ALL_TEAMS,), "Up", "Take the member to the team above", ("Up",))
TEAM_BELOW = Key((Where.ALL_TEAMS,), "Down", "Take the member to the team below", ("Down",))
PUT_BACK = Key((Where.ALL_TEAMS,), "Esc", "Leave the member where they were", ("Esc",))
NEW_ROW = Key(_TABLES, "Insert", "Add a row", ("Ins",))
SAME_AS_ABOVE = Key(_TABLES, "Ctrl+D", "Fill the chosen cells with the one above", ("Ctrl+D",))
COPY_BLOCK = Key(_TABLES, "Ctrl+C", "Copy the chosen cells", ("Ctrl+C",))
PASTE_BLOCK = Key(_TABLES, "Ctrl+V", "Paste a block from a spreadsheet", ("Ctrl+V",))
EMPTY_CELLS = Key(_TABLES, "Delete", "Empty the chosen cells", ("Del",))
REMOVE_ROWS = Key(_TABLES, "Ctrl+Delete", "Remove the chosen rows", ("Ctrl+Del",))
ROW_UP = Key(_TABLES, "Alt+Up", "Move the row up", ("Alt+Up",))
ROW_DOWN = Key(_TABLES, "Alt+Down", "Move the row down", ("Alt+Down",))
FIND_ROWS = Key(_TABLES, "Ctrl+F", "Filter the rows", ("Ctrl+F",))
UNDO_EDIT = Key(_TABLES, "Ctrl+Z", "Undo your last change", ("Ctrl+Z",))

NOT_YET = Key(
    (Where.HOST_DESK, Where.BALLOTS, Where.RESULT, Where.PEOPLE, Where.ALL_TEAMS, Where.PANEL),
    "Esc",
    "Cancel, or go back",
    ("Esc",),
)

TABLE: tuple[Key, ...] = tuple(row for row in tuple(vars().values()) if isinstance(row, Key))
"""Every row above, in that order."""
