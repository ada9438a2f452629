"""What an event holds and what is still missing, with the way to each part of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.present.set_up.overview import (
    PART_STATE_WORDS,
    PART_STATES,
    PART_TITLES,
    SetUpPart,
    SetUpRow,
    SetUpView,
)
from ui import keys, theme
from ui.pins.pins_card import PinsCard
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column, labelled, middle, text_field
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import STATES

SIDE_BY_SIDE = 980
"""Width in pixels at 100 % text from which what is done on the page stands beside the lines."""


class SetUpLine(QWidget):
    """One part of the set-up."""

    asked = Signal(object)

    def __init__(self, row: SetUpRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = row.part
        look = STATES[PART_STATES[row.standing]]
        title, words = PlainLabel(PART_TITLES[row.part], "strong"), WrappedLabel(row.words, "quiet")
        theme.follow(title.setMinimumWidth, 190)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.act = PlainButton(row.act, kind="quiet")
        self.act.setAccessibleName(
            f"{row.act}: {PART_TITLES[row.part]}, {PART_STATE_WORDS[row.standing]}"
        )
        self.act.clicked.connect(self._ask)
        mark = IconMark(look.icon, look.token)
        across(mark, title, (middle(words), 1), self.act, spacing=14, inside=self)

    def _ask(self) -> None:
        self.asked.emit(self._part)


class EventForm(Card):
    """The event's title, date and venue."""

    entered = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = text_field("Title", 200)
        self.day = text_field("Date", 40, example="3 June 2019")
        self.venue = text_field("Venue", 200)
        self._problem = WrappedLabel("", "loss")
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
        self.show()
        self.title.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why they can't be saved."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _enter(self) -> None:
        self.entered.emit(self.title.text(), self.day.text(), self.venue.text())


class RubricForm(Card):
    """Templates of published rubrics, of which one is used."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.picker = Picker("Template")
        self.use = PlainButton("Use this rubric", icon="check")
        self.use.clicked.connect(self._choose)
        add(
            self.body,
            Heading("Rubric", 3),
            QuietText("Published rubrics. Your own comes in as a file, by Import."),
            self.picker,
            (self.use, 0, Qt.AlignmentFlag.AlignLeft),
        )
        self.hide()

    def _choose(self) -> None:
        self.chosen.emit(self.picker.key)


class SetUpScreen(Screen):
    """Shows the lines, and what is done on the page itself beside them."""

    part_asked = Signal(object)
    """The `SetUpPart` whose act was pressed."""
    import_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Set-up")
        self.name_page("Set-up")
        self._next: SetUpPart | None = None
        self.lines: list[SetUpLine] = []
        self._summary, self._next_words = QuietText(), PlainLabel()
        self.importing = PlainButton("Import a file…", icon="upload")
        self.paste = PlainButton("Paste", icon="clipboard-list")
        self.next = ActButton("")
        self._card = Card()
        self._card.body.setSpacing(0)
        self.event_form, self.rubric_form, self.pins = EventForm(), RubricForm(), PinsCard()
        self.importing.clicked.connect(self.import_asked)
        self.paste.clicked.connect(self.paste_asked)
        self.next.clicked.connect(self._go_on)
        keys.bind(keys.IMPORT_FILE, self, self.import_asked.emit)
        keys.bind(keys.PASTE_LIST, self, self.paste_asked.emit)
        self.beside = column(self.pins, self.event_form, self.rubric_form, spacing=16)
        self._lay_out()

    def show_view(self, view: SetUpView) -> None:
        """Replace the lines and what comes next; a line keeps the keyboard that it had."""
        at = next((i for i, one in enumerate(self.lines) if one.act.hasFocus()), None)
        while self._card.body.count():
            item = self._card.body.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = [SetUpLine(row) for row in view.rows]
        for line in self.lines:
            if line is not self.lines[0]:
                self._card.body.addWidget(Hairline())
            line.asked.connect(self.part_asked)
            self._card.body.addWidget(line)
        if at is not None:
            self.lines[at].act.setFocus()
        self._summary.setText(view.summary)
        self._next_words.setText(view.next_words)
        self._next = view.next_part
        self.next.setText(view.next_act)
        self.next.setVisible(bool(view.next_act))

    def show_templates(self, templates: Sequence[tuple[str, str]]) -> None:
        """Offer these rubrics, by id and name."""
        self.rubric_form.picker.show_choices([Choice(key, name) for key, name in templates])

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
            (column(self._card, 1), 5), (self.beside, 2), wide_from=SIDE_BY_SIDE, spacing=24
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
