"""The organiser's papers: which ones, in what files and where, and how far they have come."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.scroll import ScrollColumn

SIDE_BY_SIDE = 760
"""Width in pixels at 100 % text from which the two cards are side by side."""


class Paper(Enum):
    """What can be printed, by the words of its choice."""

    CERTIFICATES_PARTICIPANTS = "Certificates for participants"
    CERTIFICATES_TEAMS = "Certificates for teams"
    CERTIFICATES_WINNERS = "Certificates for winners"
    CERTIFICATES_JUDGES = "Certificates for judges"
    SHEETS_BY_JUDGE = "Score sheets by judge"
    SHEETS_BY_TEAM = "Score sheets by team"
    SHEETS_BLANK = "Blank score sheets"
    RESULT_REPORT = "Result report"


class Files(Enum):
    """How the pages are put into files."""

    ONE_FILE = "One file"
    ONE_EACH = "One file each"


@dataclass(frozen=True, slots=True)
class PapersRequest:
    """What was asked for."""

    paper: Paper
    files: Files


class PapersScreen(QWidget):
    """Says which papers are wanted; it makes none itself."""

    papers_asked = Signal(object)
    """A `PapersRequest`."""
    folder_asked = Signal()
    cancel_asked = Signal()
    open_folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAccessibleName("Papers")
        self._has_folder = False
        self._is_busy = False
        self._offered: frozenset[Paper] = frozenset(Paper)
        self.papers: dict[Paper, QRadioButton] = {paper: _radio(paper.value) for paper in Paper}
        self.files: dict[Files, QRadioButton] = {files: _radio(files.value) for files in Files}
        self._groups = (_group(self, [*self.papers.values()]), _group(self, [*self.files.values()]))
        self.folder = PlainLabel("No folder chosen yet")
        self.choose = PlainButton("Choose folder…", icon="folder-open")
        self.bar = QProgressBar()
        self.progress = PlainLabel("")
        self.cancel = PlainButton("Cancel")
        self.result = WrappedLabel("")
        self.open_folder = PlainButton("Open folder", icon="folder-open")
        self.make = ActButton("Save the papers", icon="printer")
        self._why = QuietText("")
        self._lay_out()
        self.papers[Paper.CERTIFICATES_PARTICIPANTS].setChecked(True)
        self.files[Files.ONE_FILE].setChecked(True)
        self._connect()
        self._weigh()

    @property
    def request(self) -> PapersRequest:
        """What is chosen now."""
        paper = next(paper for paper, button in self.papers.items() if button.isChecked())
        files = next(files for files, button in self.files.items() if button.isChecked())
        return PapersRequest(paper, files)

    def show_offer(self, papers: frozenset[Paper], why: str = "") -> None:
        """Say which papers can be made now, and why the others can't."""
        self._offered = papers
        for paper, button in self.papers.items():
            button.setEnabled(paper in papers)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._weigh()

    def show_folder(self, folder: str) -> None:
        """Show where the papers will go; empty if no folder is chosen."""
        self._has_folder = bool(folder)
        self.folder.setText(folder or "No folder chosen yet")
        self._weigh()

    def show_progress(self, done: int, total: int) -> None:
        """Show how many papers are ready; the form waits until it is over."""
        self._is_busy = True
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.progress.setText(f"{done} of {total} saved")
        self.result.setText("")
        self.open_folder.hide()
        self._weigh()

    def show_result(self, text: str) -> None:
        """Say what was made; the folder can be opened."""
        self._end(text, "good")
        self.open_folder.show()

    def show_problem(self, text: str) -> None:
        """Say what went wrong, or that it was cancelled, and what to do."""
        self._end(text, "loss")

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Put the cards side by side, or one below the other where it is narrow."""
        self._turn()

    def _end(self, text: str, kind: str) -> None:
        self._is_busy = False
        self.result.setText(text)
        theme.restyle(self.result, kind=kind)
        self._weigh()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        outer.addWidget(Heading("Papers"))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._choices_card(), 3)
        self._cards.addWidget(self._place_card(), 4)
        column = ScrollColumn()
        column.body.addLayout(self._cards)
        column.body.addStretch(1)
        outer.addWidget(column, 1)
        outer.addWidget(self._foot())
        theme.follow(self._turn)

    def _choices_card(self) -> Card:
        card = Card()
        card.body.addWidget(Heading("Which papers", 3))
        for button in self.papers.values():
            card.body.addWidget(button)
        card.body.addWidget(self._why)
        self._why.hide()
        card.body.addStretch(1)
        return card

    def _place_card(self) -> Card:
        card = Card()
        card.body.addWidget(Heading("Files", 3))
        for button in self.files.values():
            card.body.addWidget(button)
        card.body.addWidget(Heading("Folder", 3))
        card.body.addWidget(self.folder)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addStretch(1)
        return card

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "foot")
        body = QVBoxLayout(foot)
        body.setContentsMargins(16, 8, 8, 4)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Papers saved")
        body.addWidget(self.bar)
        row = QHBoxLayout()
        row.addWidget(self.progress)
        row.addWidget(self.result, 1)
        for button in (self.open_folder, self.cancel, self.make):
            row.addWidget(button)
        body.addLayout(row)
        self.open_folder.hide()
        return foot

    def _connect(self) -> None:
        self.choose.clicked.connect(self.folder_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.open_folder.clicked.connect(self.open_folder_asked)
        self.make.clicked.connect(self._ask)
        for button in self.papers.values():
            button.toggled.connect(self._weigh)

    def _ask(self) -> None:
        self.papers_asked.emit(self.request)

    def _weigh(self) -> None:
        is_offered = self.request.paper in self._offered
        self.make.setEnabled(self._has_folder and is_offered and not self._is_busy)
        self.choose.setEnabled(not self._is_busy)
        for part in (self.bar, self.progress, self.cancel):
            part.setVisible(self._is_busy)

    def _turn(self) -> None:
        is_wide = self.width() >= theme.scaled(SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(across if is_wide else down)


def _radio(text: str) -> QRadioButton:
    button = QRadioButton(text)
    button.setAccessibleName(text)
    return button


def _group(parent: QWidget, buttons: Sequence[QRadioButton]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for button in buttons:
        group.addButton(button)
    return group
