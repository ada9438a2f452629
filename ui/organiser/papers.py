"""The organiser's papers: each as its first page, ticked to be saved, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QProgressBar, QRadioButton, QWidget

from judging_app.words import counted
from ui import theme
from ui.organiser.certificate_page import CertificatePage
from ui.organiser.papers_tabs import PapersHead, PapersPart
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column, radio
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.wrapped_row import WrappedRow

CARD_WIDE, PICTURE_HIGH, TITLE_HIGH, TOLD_HIGH = 200, 92, 44, 22
"""Pixels at 100 % text of a paper's card, of its first page, of its title and what is told."""


@dataclass(frozen=True, slots=True)
class PapersRequest:
    """What was asked for: papers by their titles; `is_apart` puts certificates in a file each."""

    papers: tuple[str, ...]
    is_apart: bool


class PaperCard(Card):
    """One paper: its first page as it will be printed, how many there are, and a tick."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.tick = QCheckBox("")
        self.tick.setAccessibleName(title)
        self.picture = CertificatePage(fixed_high=PICTURE_HIGH)
        self.picture.setAccessibleName(f"{title}: the first page")
        self.told = QuietText("")
        self.body.setContentsMargins(12, 10, 12, 10)
        self._title = WrappedLabel(title)
        add(
            self.body,
            self.picture,
            across((self.tick, 0, Qt.AlignmentFlag.AlignTop), (self._title, 1), spacing=8),
            self.told,
        )
        theme.follow(self.setFixedWidth, CARD_WIDE)
        theme.follow(self._title.setFixedHeight, TITLE_HIGH)
        theme.follow(self.told.setFixedHeight, TOLD_HIGH)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(CARD_WIDE), super().sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick it wherever it is pressed."""
        if self.tick.isEnabled():
            self.tick.toggle()
        event.accept()

    def show_paper(self, page: QImage | None, told: str, why: str = "") -> None:
        """Show the first page and say how many there are; or why there is none."""
        self.picture.show_page(page)
        self.told.setText(told)
        self.setToolTip(f"<p>{escape(why)}</p>" if why else "")
        self.tick.setAccessibleDescription(why or told)


class PapersScreen(Screen):
    """Says which papers are wanted; it makes none itself."""

    papers_asked = Signal(object)
    """A `PapersRequest`."""
    folder_asked = Signal()
    cancel_asked = Signal()
    open_folder_asked = Signal()
    design_asked = Signal()
    """The designer of certificates is wanted."""

    def __init__(self, groups: Mapping[str, Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Papers")
        self.name_page("Papers")
        self.head = PapersHead(PapersPart.PAPERS)
        self._has_folder = False
        self._is_busy = False
        self.cards = {title: PaperCard(title) for titles in groups.values() for title in titles}
        self._offered: frozenset[str] = frozenset(self.cards)
        self.papers = {title: card.tick for title, card in self.cards.items()}
        self.together, self.apart = radio("One file"), radio("One file each")
        self._group = _group(self, [self.together, self.apart])
        self.folder = PlainLabel("No folder chosen yet")
        self.choose = PlainButton("Choose folder…", icon="folder-open")
        self.all = PlainButton("Choose all")
        self.bar = QProgressBar()
        self.progress = PlainLabel("")
        self.cancel = PlainButton("Cancel")
        self.result = WrappedLabel("")
        self.open_folder = PlainButton("Open folder", icon="folder-open")
        self.design = PlainButton("Design the certificates", icon="award")
        self.make = ActButton("Save the papers", icon="printer")
        self._why = QuietText("")
        self._lay_out(groups)
        self.together.setChecked(True)
        self._connect()
        self._enable_buttons()

    @property
    def request(self) -> PapersRequest:
        """What is chosen now."""
        chosen = (title for title, tick in self.papers.items() if tick.isChecked())
        return PapersRequest(tuple(chosen), self.apart.isChecked())

    def show_offer(self, papers: frozenset[str], why: str = "") -> None:
        """Say which papers can be made now, and why the others can't."""
        self._offered = papers
        for paper, tick in self.papers.items():
            tick.setEnabled(paper in papers)
            if paper not in papers:
                tick.setChecked(False)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._enable_buttons()

    def show_paper(self, title: str, page: QImage | None, told: str, why: str = "") -> None:
        """Show a paper's first page, and how many there are or why there is none."""
        self.cards[title].show_paper(page, told, why)

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

    def _lay_out(self, groups: Mapping[str, Sequence[str]]) -> None:
        scroll = ScrollColumn()
        add(scroll.body, self._why)
        for heading, titles in groups.items():
            row = FlowRow(12)
            row.show_parts([self.cards[title] for title in titles])
            add(scroll.body, Heading(heading, 3), row)
        add(scroll.body, Heading("Files", 3), self._files(), 1)
        self._why.hide()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Papers saved")
        told = across(self.progress, (self.result, 1), self.open_folder, self.cancel)
        foot = Foot((column(1, self.bar, told, 1, spacing=4), 1), act=self.make)
        self.open_folder.hide()
        top = Qt.AlignmentFlag.AlignTop
        head = across((self.head, 1), (self.all, 0, top), (self.design, 0, top))
        self.lay_out(scroll, head=head, foot=foot)

    def _files(self) -> WrappedRow:
        return WrappedRow([self.together, self.apart, self.choose, self.folder])

    def _connect(self) -> None:
        self.choose.clicked.connect(self.folder_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.open_folder.clicked.connect(self.open_folder_asked)
        self.make.clicked.connect(self._ask)
        self.design.clicked.connect(self.design_asked)
        self.all.clicked.connect(self._choose_all)
        for tick in self.papers.values():
            tick.toggled.connect(self._enable_buttons)

    def _choose_all(self) -> None:
        """Tick all that can be made; or none, where all are."""
        offered = [tick for paper, tick in self.papers.items() if paper in self._offered]
        are_all = all(tick.isChecked() for tick in offered)
        for tick in offered:
            tick.setChecked(not are_all)

    def _ask(self) -> None:
        self.papers_asked.emit(self.request)

    def _enable_buttons(self) -> None:
        count = len(self.request.papers)
        self.make.setText(f"Save {counted(count, 'paper')}" if count else "Save the papers")
        self.make.setEnabled(self._has_folder and bool(count) and not self._is_busy)
        self.choose.setEnabled(not self._is_busy)
        for part in (self.bar, self.progress, self.cancel):
            part.setVisible(self._is_busy)


def _group(parent: QWidget, buttons: Sequence[QRadioButton]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for button in buttons:
        group.addButton(button)
    return group
