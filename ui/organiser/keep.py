"""Keeping an event and forgetting its people: until when, what is held on whom, and what goes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.organiser.forgetting import (
    FATE_LABELS,
    WHAT_IS_FORGOTTEN,
    WHAT_STAYS_ELSEWHERE,
    RemarkRow,
    decided_text,
)
from ui import theme
from ui.announce import announce
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.print_row import Printing
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn

_DAY = "2027-06-30"


class KeepScreen(Screen):
    """Says what is kept and asks about it; remarks that name somebody come one by one."""

    day_asked = Signal(str)
    """The day as it was typed; empty for none."""
    archive_asked = Signal()
    fate_asked = Signal(str, str)
    """A remark's code, and what becomes of it."""
    rest_asked = Signal()
    forget_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Keep and forget")
        self._rows: tuple[RemarkRow, ...] = ()
        self.until = _UntilCard(self)
        self.person = Picker("Person")
        self._held = PlainButton("Save as PDF…", icon="printer")
        self._held_said = WrappedLabel("")
        self.printing = Printing("paper of what is held", self._held, self._held_said)
        self.archive = PlainButton("Save an archive…", icon="folder-open")
        self.archived = WrappedLabel("")
        self.remark = _RemarkCard(self)
        self.files = QuietText("")
        self.forget = PlainButton("Forget the people…", kind="loss", icon="user-x")
        self.problem = WrappedLabel(kind="loss")
        self.archive.clicked.connect(self.archive_asked)
        self.forget.clicked.connect(self.forget_asked)
        self._lay_out()
        self.show_problem("")

    def show_day(self, sentence: str, day: str) -> None:
        """Say until when the event is kept."""
        self.until.show_day(sentence, day)

    def show_people(self, people: Sequence[Choice]) -> None:
        """Offer everybody on the lists."""
        self.person.show_choices(people)
        self._held.setEnabled(bool(people))

    def show_archived(self, text: str, kind: str = "good") -> None:
        """Say where the archive is, or what went wrong."""
        self.archived.setText(text)
        self.archived.setVisible(bool(text))
        theme.restyle(self.archived, kind=kind)

    def show_forgetting(self, why_not: str, files: Sequence[str], *, is_ready: bool) -> None:
        """Say whether people can be forgotten now, and which files would go."""
        self.forget.setEnabled(is_ready)
        self.show_problem(why_not)
        self.files.setText("\n".join(files))

    def show_remarks(self, summary: str, rows: Sequence[RemarkRow], decided: int) -> None:
        """Show the next remark to decide on; all of it is said in `summary`."""
        self.remark.show_next(summary, rows, decided)

    def show_problem(self, sentence: str) -> None:
        """Say why people can't be forgotten; nothing, if empty."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        held, archive, forget = Card(), Card(), Card()
        add(
            held.body,
            Heading("What is held on somebody", 2),
            QuietText("For a person who asks. Other people’s names are left out of the paper."),
            self.person,
            across(self._held, 1),
            self._held_said,
        )
        add(
            archive.body,
            Heading("Archive", 2),
            QuietText("One file with the event, its report, the record at closing, and its data."),
            across(self.archive, 1),
            self.archived,
        )
        add(
            forget.body,
            Heading("Forget the people", 2),
            WrappedLabel(WHAT_IS_FORGOTTEN),
            self.remark,
            self.files,
            QuietText(WHAT_STAYS_ELSEWHERE),
            self.problem,
            across(self.forget, 1),
        )
        scroll = ScrollColumn()
        add(scroll.body, self.until, held, archive, forget, 1)
        self.lay_out(scroll, head=Heading("Keep and forget"))


class _UntilCard(Card):
    """Until when the event is kept."""

    def __init__(self, screen: KeepScreen) -> None:
        super().__init__()
        self._screen = screen
        self._said = WrappedLabel("", "strong")
        self.day = text_field("Day to delete it on", 10, width=160, example=_DAY)
        self.save = PlainButton("Save the day")
        self.none = PlainButton("No day", kind="quiet")
        self.save.clicked.connect(self._ask)
        self.day.returnPressed.connect(self._ask)
        self.none.clicked.connect(self._ask_none)
        hint = f"Year, month, day: {_DAY}. From then on, the first screen reminds you."
        add(
            self.body,
            Heading("Until when", 2),
            self._said,
            labelled(
                "Day to delete it on", self.day, help_text=hint, beside=(self.save, self.none, 1)
            ),
        )

    def show_day(self, sentence: str, day: str) -> None:
        """Say which day, and offer to change it."""
        self._said.setText(sentence)
        self.day.setText(day)
        self.none.setVisible(bool(day))

    def _ask(self) -> None:
        self._screen.day_asked.emit(self.day.text().strip())

    def _ask_none(self) -> None:
        self._screen.day_asked.emit("")


class _RemarkCard(QWidget):
    """One remark that seems to name somebody, and what may become of it."""

    def __init__(self, screen: KeepScreen) -> None:
        super().__init__()
        self._screen, self._code = screen, ""
        self._summary = PlainLabel("", "strong")
        self._place, self._text = QuietText(""), WrappedLabel("")
        self._found = QuietText("")
        self.choices = {code: PlainButton(words) for code, words in FATE_LABELS.items()}
        self.rest = PlainButton("Do the rest as proposed", kind="quiet")
        for code, button in self.choices.items():
            button.clicked.connect(self._asking(code))
        self.rest.clicked.connect(screen.rest_asked)
        self._one = QWidget()
        column(
            self._place,
            self._text,
            self._found,
            across(*self.choices.values(), self.rest, 1, spacing=8),
            spacing=6,
            inside=self._one,
        )
        column(self._summary, self._one, spacing=8, inside=self)

    def show_next(self, summary: str, rows: Sequence[RemarkRow], decided: int) -> None:
        """Show the first of `rows`, which are those left; none if there is none."""
        self._summary.setText(
            summary if not rows else f"{summary} {decided_text(decided, len(rows))}"
        )
        self._one.setVisible(bool(rows))
        if rows:
            first = rows[0]
            self._code = first.code
            self._place.setText(first.place)
            self._text.setText(first.text)
            self._found.setText(
                f"Seems to name somebody: {first.found}. Proposed: {first.proposed_text}"
            )
            announce(self, first.text)

    def _asking(self, fate: str) -> Callable[[], None]:
        def ask() -> None:
            self._screen.fate_asked.emit(self._code, fate)

        return ask
