"""The organiser's papers: which ones, in what files and where, and how far they have come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QProgressBar, QRadioButton, QWidget

from ui import theme
from ui.organiser.papers_tabs import PapersHead, PapersPart
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, radio
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide

SIDE_BY_SIDE = 760
"""Width in pixels at 100 % text from which the two cards are side by side."""


@dataclass(frozen=True, slots=True)
class PapersRequest:
    """What was asked for; `paper` is the title of one, `is_apart` says to put it in a file each."""

    paper: str
    is_apart: bool


class PapersScreen(Screen):
    """Says which papers are wanted; it makes none itself."""

    papers_asked = Signal(object)
    """A `PapersRequest`."""
    folder_asked = Signal()
    cancel_asked = Signal()
    open_folder_asked = Signal()
    design_asked = Signal()
    """The designer of certificates is wanted."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Papers")
        self.head = PapersHead(PapersPart.PAPERS)
        self._has_folder = False
        self._is_busy = False
        self._offered: frozenset[str] = frozenset(titles)
        self.papers: dict[str, QRadioButton] = {title: radio(title) for title in titles}
        self.together, self.apart = radio("One file"), radio("One file each")
        self._groups = (
            _group(self, [*self.papers.values()]),
            _group(self, [self.together, self.apart]),
        )
        self.folder = PlainLabel("No folder chosen yet")
        self.choose = PlainButton("Choose folder…", icon="folder-open")
        self.bar = QProgressBar()
        self.progress = PlainLabel("")
        self.cancel = PlainButton("Cancel")
        self.result = WrappedLabel("")
        self.open_folder = PlainButton("Open folder", icon="folder-open")
        self.design = PlainButton("Design the certificates", icon="award")
        self.make = ActButton("Save the papers", icon="printer")
        self._why = QuietText("")
        self._lay_out()
        self.papers[titles[0]].setChecked(True)
        self.together.setChecked(True)
        self._connect()
        self._enable_buttons()

    @property
    def request(self) -> PapersRequest:
        """What is chosen now."""
        paper = next(paper for paper, button in self.papers.items() if button.isChecked())
        return PapersRequest(paper, self.apart.isChecked())

    def show_offer(self, papers: frozenset[str], why: str = "") -> None:
        """Say which papers can be made now, and why the others can't."""
        self._offered = papers
        for paper, button in self.papers.items():
            button.setEnabled(paper in papers)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._enable_buttons()

    def show_folder(self, folder: str) -> None:
        """Show where the papers will go; empty if no folder is chosen."""
        self._has_folder = bool(folder)
        self.folder.setText(folder or "No folder chosen yet")
        self._enable_buttons()

    def show_progress(self, done: int, total: int) -> None:
        """Show how many papers are ready; the form waits until it is over."""
        self._is_busy = True
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.progress.setText(f"{done} of {total} saved")
        self.result.setText("")
        self.open_folder.hide()
        self._enable_buttons()

    def show_result(self, text: str) -> None:
        """Say what was made; the folder can be opened."""
        self._end(text, "good")
        self.open_folder.show()

    def show_problem(self, text: str) -> None:
        """Say what went wrong, or that it was cancelled, and what to do."""
        self._end(text, "loss")

    def _end(self, text: str, kind: str) -> None:
        self._is_busy = False
        self.result.setText(text)
        theme.restyle(self.result, kind=kind)
        self._enable_buttons()

    def _lay_out(self) -> None:
        cards = SideBySide(
            (self._choices_card(), 3), (self._place_card(), 4), wide_from=SIDE_BY_SIDE
        )
        scroll = ScrollColumn()
        add(scroll.body, cards, 1)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Papers saved")
        told = across(self.progress, (self.result, 1), self.open_folder, self.cancel)
        foot = Foot((column(1, self.bar, told, 1, spacing=4), 1), act=self.make)
        self.open_folder.hide()
        head = across((self.head, 1), (self.design, 0, Qt.AlignmentFlag.AlignTop))
        self.lay_out(scroll, head=head, foot=foot)

    def _choices_card(self) -> Card:
        card = Card()
        add(card.body, Heading("Which papers", 3), *self.papers.values(), self._why, 1)
        self._why.hide()
        return card

    def _place_card(self) -> Card:
        card = Card()
        add(
            card.body,
            Heading("Files", 3),
            self.together,
            self.apart,
            Heading("Folder", 3),
            self.folder,
            across(self.choose, 1),
            1,
        )
        return card

    def _connect(self) -> None:
        self.choose.clicked.connect(self.folder_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.open_folder.clicked.connect(self.open_folder_asked)
        self.make.clicked.connect(self._ask)
        self.design.clicked.connect(self.design_asked)
        for button in self.papers.values():
            button.toggled.connect(self._enable_buttons)

    def _ask(self) -> None:
        self.papers_asked.emit(self.request)

    def _enable_buttons(self) -> None:
        is_offered = self.request.paper in self._offered
        self.make.setEnabled(self._has_folder and is_offered and not self._is_busy)
        self.choose.setEnabled(not self._is_busy)
        for part in (self.bar, self.progress, self.cancel):
            part.setVisible(self._is_busy)


def _group(parent: QWidget, buttons: Sequence[QRadioButton]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for button in buttons:
        group.addButton(button)
    return group
