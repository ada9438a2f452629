"""What leaves the event as data: which kinds, for whom, with or without names."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from judging_app.closed_sets import complete
from judging_app.domain.event import Reader
from judging_app.present.open_data.kinds import (
    DATA_WORDS,
    NO,
    READER_HEADS,
    READER_WORDS,
    YES,
    ContentRow,
    DataChoice,
    DataKind,
    DataOffer,
    contents,
    saving_text,
    size_text,
)
from ui import theme
from ui.organiser.papers_tabs import PapersHead, PapersPart
from ui.widgets.buttons import ActButton, CardButton, PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column, middle, radio
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.rows_model import Column
from ui.widgets.rows_view import Grounded, RowsTable
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide

SIDE_BY_SIDE = 900
"""Width in pixels at 100 % text from which the choices are beside what is in the data."""

WITH_NAMES, WITHOUT_NAMES = "With names", "Without: “Participant 12”, “Judge 3”"
BALLOTS_TOO = "Ballots too, without judges’ names: anyone can recompute the result"

_ICONS = complete(
    {
        DataKind.SPREADSHEET: "layout-grid",
        DataKind.OPEN_DATA: "file-plus",
        DataKind.BUNDLE: "shield-check",
        DataKind.PAGE: "presentation",
        DataKind.BADGES: "award",
    }
)


@dataclass(frozen=True, slots=True)
class DataRequest:
    """What was asked for."""

    kinds: tuple[DataKind, ...]
    choice: DataChoice


class KindCard(CardButton):
    """A kind of data that may be ticked; the whole card is its button."""

    def __init__(self, kind: DataKind, parent: QWidget | None = None) -> None:
        words = DATA_WORDS[kind]
        super().__init__(words.title, parent)
        self.setCheckable(True)
        self._about, self._size = PlainLabel(words.about, "quiet"), PlainLabel("", "quiet")
        self._kind, self._mark, self._box = kind, IconMark(_ICONS[kind], "act"), IconMark("square")
        self.body.setContentsMargins(16, 8, 16, 8)
        self.body.addWidget(self._mark)
        above = across(PlainLabel(words.title, "strong"), 1, self._size)
        self.body.addLayout(column(above, self._about, spacing=0), 1)
        self.add(self._box)
        self.toggled.connect(self._show_chosen)

    def show_offer(self, size: str, why_not: str) -> None:
        """Say how much it is; or when it can be had, if it can't be now."""
        about = why_not or DATA_WORDS[self._kind].about
        self.setEnabled(not why_not)
        self.setAccessibleDescription(about)
        self._about.setText(about)
        self._size.setText("" if why_not else size)
        self._mark.show_icon(_ICONS[self._kind], "text-quiet" if why_not else "act")
        self._box.setVisible(not why_not)
        self._show_chosen()

    def _show_chosen(self) -> None:
        is_chosen = self.isChecked() and self.isEnabled()
        icon, token = ("square-check", "act") if is_chosen else ("square", "text-quiet")
        self._box.show_icon(icon, token)
        theme.restyle(self, kind="card-now" if is_chosen else "card")


class DataScreen(Screen):
    """Says which data is wanted; it gathers none itself."""

    save_asked = Signal(object)
    """A `DataRequest`."""
    cancel_asked = Signal()
    open_folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Data")
        self.head = PapersHead(PapersPart.DATA)
        self.kinds = {kind: KindCard(kind) for kind in DataKind}
        self.readers: dict[Reader, QRadioButton] = {
            reader: radio(f"{who}: {what}") for reader, (who, what) in READER_WORDS.items()
        }
        self.names = {True: radio(WITH_NAMES), False: radio(WITHOUT_NAMES)}
        self.ballots = QCheckBox(BALLOTS_TOO)
        self._groups = (QButtonGroup(self), QButtonGroup(self))
        self._why, self._told = QuietText(""), WrappedLabel("")
        self.cancel = PlainButton("Cancel")
        self.open_folder = PlainButton("Open the folder", icon="folder-open")
        self.save = ActButton("Save…", icon="folder-open")
        self.table = RowsTable(_columns(), key=lambda row: row.what, wide=(0,), height=37)
        self.table.setAccessibleName("What is in it")
        self.table.setItemDelegate(Grounded(self.table))
        self._offer = DataOffer({}, (), "", "", 1, 0)
        self._is_busy = False
        self._lay_out()
        self._connect()
        self.kinds[DataKind.SPREADSHEET].setChecked(True)
        self.readers[Reader.PANEL].setChecked(True)
        self.names[True].setChecked(True)

    @property
    def request(self) -> DataRequest:
        """What is chosen now."""
        kinds = tuple(
            kind for kind, card in self.kinds.items() if card.isChecked() and card.isEnabled()
        )
        return DataRequest(kinds, self._choice)

    @property
    def _choice(self) -> DataChoice:
        return DataChoice(
            next(one for one, button in self.readers.items() if button.isChecked()),
            has_names=self.names[True].isChecked(),
            has_ballots=self.ballots.isChecked(),
        )

    @property
    def told(self) -> str:
        """What the foot says."""
        return self._told.text()

    def show_offer(self, offer: DataOffer) -> None:
        """Say what can be saved now, for whom, and what to know before."""
        self._offer = offer
        for reader, button in self.readers.items():
            button.setEnabled(reader in offer.readers)
        if self._choice.reader not in offer.readers and offer.readers:
            self.readers[offer.readers[0]].setChecked(True)
        self._why.setText(offer.why_not_all)
        self._why.setVisible(bool(offer.why_not_all))
        if not self._is_busy:
            self._say(offer.foot, "")
        self._show_choice()

    def show_progress(self) -> None:
        """Say that it is being saved; the form waits until it is over."""
        self._is_busy = True
        self._say("Saving…", "")
        self.open_folder.hide()
        self._show_choice()

    def show_saved(self, text: str) -> None:
        """Say what was saved; the folder can be opened."""
        self._end(text, "good")
        self.open_folder.show()

    def show_problem(self, text: str) -> None:
        """Say what went wrong, or that it was cancelled, and what to do."""
        self._end(text, "loss")

    def forget(self) -> None:
        """Say nothing any more of what was saved: whoever saw it has left."""
        self.open_folder.hide()
        self._say("", "")

    def _end(self, text: str, kind: str) -> None:
        self._is_busy = False
        self._say(text, kind)
        self._show_choice()

    def _say(self, text: str, kind: str) -> None:
        self._told.setText(text)
        theme.restyle(self._told, kind=kind)

    def _lay_out(self) -> None:
        choices = QWidget()
        column(*self.kinds.values(), self._who(), 1, spacing=10, inside=choices)
        card = Card()
        card.body.setContentsMargins(0, 0, 0, 0)
        add(card.body, self.table)
        scroll = ScrollColumn()
        sides = SideBySide((choices, 5), (column(card, 1), 8), wide_from=SIDE_BY_SIDE)
        add(scroll.body, sides, 1)
        beside = (self.open_folder, self.cancel)
        foot = Foot((middle(self._told), 1), act=self.save, beside=beside)
        self.open_folder.hide()
        self.lay_out(scroll, head=self.head, foot=foot)

    def _who(self) -> Card:
        card = Card()
        add(
            card.body,
            Heading("Who may see it", 3),
            *self.readers.values(),
            self._why,
            self.ballots,
            Hairline(),
            Heading("Names", 3),
            across(*self.names.values(), 1),
        )
        self._why.hide()
        return card

    def _connect(self) -> None:
        buttons = ([*self.readers.values()], [*self.names.values()])
        for group, own in zip(self._groups, buttons, strict=True):
            for button in own:
                group.addButton(button)
                button.toggled.connect(self._show_choice)
        for card in self.kinds.values():
            card.toggled.connect(self._show_choice)
        self.ballots.toggled.connect(self._show_choice)
        self.cancel.clicked.connect(self.cancel_asked)
        self.open_folder.clicked.connect(self.open_folder_asked)
        self.save.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.save_asked.emit(self.request)

    def _show_choice(self) -> None:
        """Show what follows from what is chosen."""
        if not any(button.isChecked() for button in self.readers.values()):
            return  # it is still being built
        choice = self._choice
        for kind, card in self.kinds.items():
            card.show_offer(size_text(kind, choice), self._offer.why_not(kind, choice))
        request = self.request
        self.ballots.setVisible(choice.reader is Reader.PUBLIC)
        self.save.setText(saving_text(request.kinds))
        self.save.setEnabled(bool(request.kinds and self._offer.readers) and not self._is_busy)
        self.cancel.setVisible(self._is_busy)
        rows = contents(has_names=choice.has_names, has_ballots=choice.has_ballots)
        self.table.show_rows(rows, _columns(choice.reader))


_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
_SAID = {YES: "yes", NO: "no"}


def _spoken(at: int, who: str) -> Callable[[ContentRow], str]:
    return lambda row: f"{who}: {_SAID.get(row.cells[at], row.cells[at])}"


def _columns(chosen: Reader | None = None) -> tuple[Column[ContentRow], ...]:
    """What is in it for each reader; the chosen one says so in its heading."""

    def column_of(at: int, reader: Reader) -> Column[ContentRow]:
        who = READER_HEADS[reader]
        ground = "act-ground" if reader is chosen else ""
        return Column(
            who, lambda row: row.cells[at], spoken=_spoken(at, who), side=_MIDDLE, ground=ground
        )

    return (
        Column("What is in it", lambda row: row.what),
        *(column_of(at, reader) for at, reader in enumerate(Reader)),
    )
