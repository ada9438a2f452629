"""What is in the day beside the pitches: when it begins, its entries, and what teams wished."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.domain.run_order import LONGEST_TITLE, WishedPlace
from judging_app.present.host.run_order import WISH_WORDS, DayWords, SlotRow
from judging_app.words import capitalised, minutes_shown
from ui.widgets.buttons import ElidedButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import add, column, labelled, text_field
from ui.widgets.labels import Heading, QuietText
from ui.widgets.picker import Choice, Picker

_NO_WISH = Choice("", "No wish")


class DayCard(Card):
    """Asks for the times of the day, an entry more, and a wish of the team that is chosen."""

    times_asked = Signal(str, str, str)
    """When the day begins, when doors open, and the change of team, as they were typed."""
    entry_asked = Signal(str, str)
    """The title and the minutes as they were typed."""
    wish_asked = Signal(str, str, str)
    """The kind of wish, empty for none; the time of “not before” as it was typed; and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shown = DayWords()
        self.doors = text_field("Doors open at", 5, width=110, example="13:30")
        self.begins = text_field("The day begins at", 5, width=110, example="14:00")
        self.change = text_field("Change of team", 6, width=120)
        self.save = PlainButton("Save these times")
        self.ends = QuietText()
        self.title = text_field("What it is", LONGEST_TITLE, width=220, example="Break")
        self.lasts = text_field("How long", 6, width=90, example="15")
        self.add = PlainButton("Add after the chosen line", icon="plus")
        self.wish, self.why = Picker("What the draw keeps to"), text_field("Why", 200, width=260)
        self.not_before = text_field("Not before", 5, width=110, example="14:40")
        self._not_before = named("Not before", self.not_before)
        self.keep = ElidedButton("Save the wish")
        self._lay_out()
        self._connect()

    def show_day(self, day: DayWords) -> None:
        """Show the times; what is being typed stays while they are the same."""
        self.ends.setText(day.ends)
        self.ends.setVisible(bool(day.ends))
        if day != self._shown:
            self._shown = day
            for field, words in (
                (self.doors, day.doors),
                (self.begins, day.begins),
                (self.change, day.change),
            ):
                field.setText(words)

    def show_chosen(self, row: SlotRow | None) -> None:
        """Show the line that is chosen: a team’s wish can be said."""
        is_turn = row is not None and row.is_turn
        for part in (self.wish, self.why, self.keep, self.not_before):
            part.setEnabled(is_turn)
        self.keep.show_words(f"Save the wish of {row.team}" if row and is_turn else "Save the wish")
        wish = row.wish if row else None
        self.wish.choose(wish.kind.name if wish else "")
        self.not_before.setText(minutes_shown(wish.at) if wish else "")
        self._show_time()
        self.why.setText(wish.why if wish else "")

    def _lay_out(self) -> None:
        times, entry, wish = FlowRow(), FlowRow(), FlowRow()
        times.show_parts(
            [
                named("Doors open at", self.doors),
                named("The day begins at", self.begins),
                named("Change of team", self.change),
                self.save,
            ]
        )
        entry.show_parts([named("What it is", self.title), named("Minutes", self.lasts), self.add])
        self.wish.show_choices([_NO_WISH, *_wishes()])
        wish.show_parts([self.wish, self._not_before, named("Why", self.why), self.keep])
        add(
            self.body,
            Heading("Times of the day", 3),
            times,
            self.ends,
            Heading("Beside the pitches", 3),
            QuietText("Such as a welcome, a break, or the result. Move them as you move teams."),
            entry,
            Heading("Wishes", 3),
            QuietText("The next draw keeps to them."),
            wish,
        )

    def _connect(self) -> None:
        self.save.clicked.connect(self._ask_times)
        self.add.clicked.connect(self._ask_entry)
        self.keep.clicked.connect(self._ask_wish)
        self.wish.picked.connect(self._show_time)
        for field in (self.doors, self.begins, self.change):
            field.returnPressed.connect(self._ask_times)
        for field in (self.title, self.lasts):
            field.returnPressed.connect(self._ask_entry)

    def _ask_times(self) -> None:
        self.times_asked.emit(self.begins.text(), self.doors.text(), self.change.text())

    def _ask_entry(self) -> None:
        self.entry_asked.emit(self.title.text(), self.lasts.text())

    def _ask_wish(self) -> None:
        self.wish_asked.emit(self.wish.key, self.not_before.text(), self.why.text())

    def _show_time(self) -> None:
        self._not_before.setVisible(self.wish.key == WishedPlace.NOT_BEFORE.name)


def _wishes() -> Iterator[Choice]:
    return (Choice(kind.name, capitalised(words)) for kind, words in WISH_WORDS.items())


def named(label: str, field: QWidget) -> QWidget:
    """A field under its label, for a row."""
    made = QWidget()
    column(labelled(label, field), inside=made)
    return made
