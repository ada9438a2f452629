"""The sixty faults that the application must survive, and what must hold after each of them.

A test says which of them it tries by `@pytest.mark.row(1)`; `docs/reliability.md` is the table of
these rows with what the tests found.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One fault, what must hold whatever it hits, and how much is tried before that is believed."""

    number: int
    fault: str
    holds: str
    goal: str

    @property
    def least(self) -> int:
        """How many tries the goal asks for, where it names a number."""
        number = self.goal.partition(" ")[0].replace(",", "")
        return int(number) if number.isdecimal() and self.goal[1:2] != " " else 0


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong together."""

    title: str
    rows: tuple[Row, ...]


PARTS = (
    Part(
        "Crash, power, storage",
        (
            Row(
                1,
                "The process is killed at a random instant while a judge scores",
                "Whatever was shown as saved is in the file with its value; the rest is wholly "
                "there or wholly absent; the draft is back",
                "1,000 kills",
            ),
            Row(
                2,
                "The power fails: unsynced writes are dropped, torn or reordered (a model)",
                "Whatever was shown as saved is in the file; nothing is corrupt",
                "8,000 states",
            ),
            Row(
                3,
                "The power fails on a real ext4 disk",
                "Whatever was shown as saved is in the file",
                "120 cuts",
            ),
            Row(
                4,
                "The disk is full at the nth write",
                "“NOT saved” is shown, nothing is said to be saved that isn’t, the next save works",
                "each write in turn",
            ),
            Row(
                5,
                "The nth write, sync, truncation, removal or read fails",
                "The same; nothing saved before is lost",
                "each call in turn",
            ),
            Row(
                6,
                "No file can be opened any more at the nth opening",
                "The same, in words",
                "each opening in turn",
            ),
            Row(
                7,
                "The disk is full before the event is opened",
                "It opens, shows every score and prints; saving works again once there is room",
                "every run",
            ),
            Row(
                8,
                "The disk fills during the event",
                "As row 4; a warning comes while there is room left",
                "0 lost",
            ),
            Row(9, "A limit on the size of files", "As row 4; the process lives", "0 deaths"),
            Row(
                10,
                "The stick that holds the event is pulled out",
                "It is called unplugged, never damaged; once it is back, work goes on",
                "50 pulls, 0 lost",
            ),
            Row(
                11,
                "The medium is read-only",
                "It opens to look and to print, and says so; nothing offers to change it",
                "every screen",
            ),
            Row(
                12,
                "The event file is deleted, renamed, replaced or written over while it is open",
                "The next save is refused; a whole copy can be saved elsewhere",
                "0 silent",
            ),
            Row(
                13,
                "Two copies of the application open one event",
                "One of them has it; the other says so and writes nothing",
                "200 races, 1 winner each",
            ),
            Row(
                14,
                "Our own code opens the event file past SQLite",
                "It never does while the file is open",
                "0 openings",
            ),
            Row(
                15,
                "A lock is left by a killed process",
                "The event opens at once",
                "200 of 200",
            ),
            Row(
                16,
                "The laptop sleeps",
                "The desk is locked, the draft is there, timers don’t come in a burst",
                "100 times",
            ),
            Row(
                17,
                "The clock is set back or forward, or summer time begins",
                "Order, waits and locks don’t follow the clock; the change is noticed",
                "every change",
            ),
            Row(
                18,
                "The process is killed while it writes a paper",
                "The old whole file or the new whole file; what is left over is removed",
                "500 kills, 0 partial",
            ),
            Row(
                19,
                "Where a paper is to go is full, in use or unplugged",
                "Said in words, nothing half written, the event untouched",
                "every kind",
            ),
            Row(
                20,
                "The process is killed while it copies or restores",
                "There is a good copy, and the event or its restored file is whole",
                "300 kills",
            ),
            Row(
                21,
                "The stick with the copies is pulled out while it is written to",
                "Judging goes on, it is said, and copies go on once it is back",
                "50 pulls",
            ),
            Row(
                22,
                "The process is killed at a statement of making an older file anew",
                "The file opens as the old or the new one with everything in it",
                "each statement",
            ),
            Row(
                23,
                "The computer shuts down, or the window is closed, while somebody types",
                "What was typed is saved, and nothing holds up the shutdown",
                "1 s of typing at most",
            ),
        ),
    ),
    Part(
        "Our own code",
        (
            Row(24, "A stray write outside a transaction", "The tests refuse it", "0 uses"),
            Row(
                25,
                "A fault between a ballot and its entry on the record",
                "Both are there or neither is",
                "every act",
            ),
            Row(26, "A reader is left half read, then a save", "The save works", "0 refused"),
            Row(
                27,
                "One bad row late in a long list",
                "Nothing is taken in, and the row is named",
                "every row",
            ),
            Row(
                28,
                "Making an older file anew loses a trigger, a check or an index",
                "The tables are exactly those of a new file",
                "every version",
            ),
            Row(
                29,
                "The record or a submitted ballot is changed or deleted by SQL",
                "The file refuses it",
                "every statement",
            ),
            Row(
                30,
                "A score that is none: text, a fraction, off the scale, huge",
                "Refused by the desk and by the file",
                "every value",
            ),
            Row(
                31,
                "A double press, a held key",
                "One ballot, once",
                "1,000 presses",
            ),
            Row(
                32,
                "A save and the close of scoring at the same moment",
                "Saved before or refused after, never saved after",
                "1,000 orders",
            ),
            Row(
                33,
                "An error inside any function that a screen calls",
                "The application lives and says so in words; no score and no PIN in the log",
                "every signal",
            ),
            Row(
                34,
                "Memory runs out while 500 certificates are made",
                "The papers fail in words, the event is whole",
                "0 lost",
            ),
            Row(
                35,
                "The disk takes two seconds to save",
                "The window goes on; what is shown as saved is",
                "0 false",
            ),
        ),
    ),
    Part(
        "Damage and tampering",
        (
            Row(
                36,
                "One bit or byte of the event file is changed",
                "The same content, or the damage is named",
                "10,000 files, 0 silent",
            ),
            Row(
                37,
                "A part of the file is zeroed, overwritten or cut off",
                "The newest good copy is offered, with its time and what it lacks",
                "every kind",
            ),
            Row(
                38,
                "A destroyed file is restored",
                "Everything that a copy had is back; what is missing is said",
                "every run",
            ),
            Row(
                39,
                "A change was left half made by a crash",
                "It is undone on opening, and stops nobody",
                "every kind",
            ),
            Row(
                40,
                "A score is edited, a ballot deleted or swapped, an entry edited",
                "Found, and the entry is named",
                "every edit",
            ),
            Row(
                41,
                "The end of the record is cut off, or the record is made anew",
                "Found by the code that was noted or printed",
                "every edit",
            ),
            Row(
                42,
                "A signature of another event, an old one, one changed byte",
                "Refused, and the reason is said",
                "every swap",
            ),
            Row(
                43,
                "The result is counted again by another program",
                "It has the same places and digits",
                "every event",
            ),
        ),
    ),
    Part(
        "Hostile files",
        (
            Row(
                44,
                "An event file with a view, trigger, computed column or virtual table of its own",
                "Refused before anything is read from it",
                "every kind",
            ),
            Row(
                45,
                "A journal is shipped beside a file from elsewhere",
                "It isn’t played back without a word; the files stay as they are",
                "every kind",
            ),
            Row(
                46,
                "A newer version, another application’s file, a missing or further column",
                "Refused, and which it is is said",
                "every kind",
            ),
            Row(
                47,
                "A giant file, row or number",
                "Refused before it is read",
                "every kind, under 512 MB",
            ),
            Row(
                48,
                "Folders of lists with bytes changed at random",
                "Taken in or refused in words; nothing is written until it is confirmed",
                "10,000 folders",
            ),
            Row(
                49,
                "A spreadsheet made to fill the memory",
                "Refused or cut short",
                "7 kinds",
            ),
            Row(
                50,
                "A spreadsheet that lies about its size",
                "Every real row is read",
                "every kind",
            ),
            Row(
                51,
                "Lists in other encodings, with other separators, ragged or torn",
                "Read right, or refused with the place",
                "40 files",
            ),
            Row(
                52,
                "Names that look the same, codes that are there twice",
                "Named before anything is created, never merged",
                "every kind",
            ),
        ),
    ),
    Part(
        "Papers and screens",
        (
            Row(
                53,
                "Names that are markup, links or paths, on every paper",
                "Printed as they are written; no file is opened, nothing links",
                "every name on every paper",
            ),
            Row(
                54,
                "The same names on every screen and the projector",
                "Shown as they are written; no file is opened; nothing is wider than its screen",
                "every screen",
            ),
            Row(
                55,
                "A letter that no font has, a very long name, a turned direction",
                "Said beforehand; nothing leaves the page; the others are printed",
                "every kind",
            ),
            Row(
                56,
                "Text that a spreadsheet would work out",
                "It stays text, and comes back the same",
                "every kind, 0 formulas",
            ),
            Row(
                57,
                "Names that are no file names",
                "Safe, different names inside the chosen folder only",
                "0 elsewhere",
            ),
        ),
    ),
    Part(
        "People",
        (
            Row(
                58,
                "PINs are guessed, with kills and changes of the clock between",
                "Each try is counted before it is answered; nobody else is locked out",
                "0 tries won",
            ),
            Row(
                59,
                "A judge tries to reach another’s ballot, by every act, screen and paper",
                "Refused by the desk, and on the record",
                "every act and role",
            ),
            Row(
                60,
                "PINs and results that aren’t announced, looked for in everything written",
                "Nowhere",
                "0 found",
            ),
        ),
    ),
)

ROWS = {row.number: row for part in PARTS for row in part.rows}

NOT_TESTED: dict[int, str] = {}
"""Rows that no test tries, with the reason."""

NOT_MET: dict[int, str] = {
    35: "nothing is shown as saved that isn’t, but the window waits as long as the disk does",
}
"""Rows that hold in part, with what is missing; their tests try the rest."""
