"""What an event holds and what is still missing, with the way to each part of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.set_up.doors import BeforeDoors, DoorsRow
from judging_app.present.set_up.overview import (
    PART_STATE_WORDS,
    PART_STATES,
    PART_TITLES,
    SetUpPart,
    SetUpRow,
    SetUpView,
)
from ui import keys
from ui.pins.pins_card import PinsCard
from ui.set_up.lines import LinesCard, StateLine
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide

SIDE_BY_SIDE = 980
"""Width in pixels at 100 % text from which what is done on the page stands beside the lines."""


class EventForm(Card):
    """The event's title, date and venue."""

    entered = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = text_field("Title", 200)
        self.day = text_field("Date", 40, example="3 June 2019")
        self.venue = text_field("Venue", 200)
        self._problem = WrappedLabel("", "loss")
        self._before: tuple[str, ...] = ()
        self.keep = PlainButton("Save", icon="check")
        self.keep.clicked.connect(self._enter)
        for field in (self.title, self.day, self.venue):
            field.returnPressed.connect(self._enter)
        add(
            self.body,
            Heading("Title, date and venue", 3),
            labelled("Title", self.title),
            labelled("Date", self.day),
            labelled("Venue", self.venue),
            self._problem,
            (self.keep, 0, Qt.AlignmentFlag.AlignLeft),
        )
        self.hide()

    def show_event(self, title: str, day: str, venue: str) -> None:
        """Show them to be changed."""
        for field, text in ((self.title, title), (self.day, day), (self.venue, venue)):
            field.setText(text)
        self.show_problem("")
        self._before = (title, day, venue)
        self.show()
        self.title.setFocus()

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that isn’t saved."""
        typed = (self.title.text(), self.day.text(), self.venue.text())
        return not self.isHidden() and typed != self._before

    def show_problem(self, sentence: str) -> None:
        """Say why they can't be saved."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _enter(self) -> None:
        self.entered.emit(self.title.text(), self.day.text(), self.venue.text())


class SetUpScreen(Screen):
    """Shows the lines, and what is done on the page itself beside them."""

    part_asked = Signal(object)
    """The `SetUpPart` whose act was pressed."""
    doors_asked = Signal(object)
    """The `BeforeDoors` that was asked for."""
    import_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Set-up")
        self.name_page("Set-up")
        self._next: SetUpPart | None = None
        self._summary, self._next_words = QuietText(), PlainLabel()
        self.importing = PlainButton("Import a file…", icon="upload")
        self.paste = PlainButton("Paste", icon="clipboard-list")
        self.next = ActButton("")
        self.card, self.doors = LinesCard(), LinesCard(is_narrow=True)
        self.event_form, self.pins = EventForm(), PinsCard()
        self.card.asked.connect(self.part_asked)
        self.doors.asked.connect(self.doors_asked)
        self.importing.clicked.connect(self.import_asked)
        self.paste.clicked.connect(self.paste_asked)
        self.next.clicked.connect(self._go_on)
        keys.bind(keys.IMPORT_FILE, self, self.import_asked.emit)
        keys.bind(keys.PASTE_LIST, self, self.paste_asked.emit)
        self.beside = column(self.pins, self.event_form, self.doors, spacing=16)
        self._lay_out()

    def show_view(self, view: SetUpView) -> None:
        """Replace the lines and what comes next."""
        self.card.show_lines([_line(row) for row in view.rows])
        self._summary.setText(view.summary)
        self._next_words.setText(view.next_words)
        self._next = view.next_part
        self.next.setText(view.next_act)
        self.next.setVisible(bool(view.next_act))

    def show_doors(self, rows: Sequence[DoorsRow]) -> None:
        """Say how far what comes before the doors has got."""
        self.doors.show_lines(
            [StateLine(one.key, one.state, one.words, one.title, one.words, "Open") for one in rows]
        )

    def _lay_out(self) -> None:
        drop = Card("drop")
        add(
            drop.body,
            PlainLabel("Drop files here", "strong"),
            QuietText(
                "Spreadsheets or CSV: people, teams, judges, visits, in one file or several. A "
                "corrected list changes what is there and never doubles it."
            ),
        )
        self.beside.addWidget(drop)
        self.beside.addStretch(1)
        scroll = ScrollColumn()
        sides = SideBySide(
            (column(self.card, 1), 5), (self.beside, 2), wide_from=SIDE_BY_SIDE, spacing=24
        )
        said = column(Heading("Set-up"), self._summary, spacing=4)
        acts = FlowRow(8)
        acts.show_parts([self.importing, self.paste])
        add(scroll.body, sides, 1)
        foot = Foot((self._next_words, 1), act=self.next)
        self.lay_out(scroll, head=across((said, 1), (acts, 0)), foot=foot)

    def _go_on(self) -> None:
        if self._next is not None:
            self.part_asked.emit(self._next)
        else:
            self.doors_asked.emit(BeforeDoors.CHECK)


def _line(row: SetUpRow) -> StateLine:
    state, spoken = PART_STATES[row.standing], PART_STATE_WORDS[row.standing]
    return StateLine(row.part, state, spoken, PART_TITLES[row.part], row.words, row.act)
