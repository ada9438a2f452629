"""The organiser's papers: each as its first page, chosen to be saved or printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QProgressBar, QWidget

from judging_app.present.organiser.papers import FILING_WORDS, Filing, PaperOutcome
from judging_app.words import counted
from ui import keys, theme
from ui.organiser.certificate_page import CertificatePage
from ui.organiser.papers_summary import PapersSummary
from ui.organiser.papers_tabs import PapersHead, PapersPart
from ui.widgets.buttons import ActButton, CardButton, PlainButton
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import AsideLabel, PlainLabel, QuietText
from ui.widgets.picker import Choice, Picker
from ui.widgets.question import Question
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn

CARD_WIDE, PICTURE_HIGH = 200, 92
"""Pixels at 100 % text of a paper's card, and of its first page."""


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says of a paper: its title and a short one, and what it is for."""

    title: str
    short: str
    what_for: str


@dataclass(frozen=True, slots=True)
class PapersRequest:
    """What was asked for: papers by their titles, and into which files they go."""

    papers: tuple[str, ...]
    filing: Filing = Filing.ONE_FILE


class PaperCard(CardButton):
    """One paper: its first page as it will be printed, how many there are, and a tick."""

    def __init__(self, words: CardWords, parent: QWidget | None = None) -> None:
        super().__init__(words.title, parent)
        self.words, self.pages, self.why = words, 0, ""
        self.setCheckable(True)
        self._box = IconMark("square")
        self.picture = CertificatePage(fixed_high=PICTURE_HIGH)
        self.told, self._note = PlainLabel("", "quiet"), PlainLabel("", "attention")
        self.body.setContentsMargins(10, 8, 10, 8)
        top = across((self._box, 0, Qt.AlignmentFlag.AlignTop), (self.picture, 1), spacing=8)
        lines = column(top, PlainLabel(words.short, "strong"), self.told, self._note, spacing=3)
        self.body.addLayout(lines, 1)
        self.toggled.connect(self._show_chosen)
        theme.follow(self.setFixedWidth, CARD_WIDE)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(CARD_WIDE), super().sizeHint().height())

    def show_paper(
        self, page: QImage | None, pages: int, told: str, why: str = "", note: str = ""
    ) -> None:
        """Show the first page, how many there are and what is still to do; or why there is none."""
        self.pages, self.why = pages, why
        if why:
            self.setChecked(False)
        self.picture.show_page(page)
        self.told.setText(told)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        about = "\n".join(text for text in (why, note, self.words.what_for) if text)
        self.setToolTip(f"<p>{escape(self.words.title)}</p><p>{escape(about)}</p>")
        self.setAccessibleDescription(f"{told}. {about}")

    def nextCheckState(self) -> None:
        """Be ticked or let go; what is not there can't be ticked."""
        if not self.why:
            super().nextCheckState()

    def _show_chosen(self) -> None:
        icon, token = ("square-check", "act") if self.isChecked() else ("square", "text-quiet")
        self._box.show_icon(icon, token)
        theme.restyle(self, kind="card-now" if self.isChecked() else "card")


class PapersScreen(Screen):
    """Says which papers are wanted, and whether saved or printed; it makes none itself."""

    save_asked = Signal(object)
    """A `PapersRequest`."""
    print_asked = Signal(object)
    """A `PapersRequest`."""
    cancel_asked = Signal()
    open_folder_asked = Signal()

    def __init__(
        self, groups: Mapping[str, Sequence[CardWords]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("Papers")
        self.name_page("Papers")
        self._is_busy, self._had_keyboard, self._folder = False, False, ""
        self.everything = PlainButton("Everything into one folder…", icon="folder-open")
        self.all = PlainButton("Choose all", icon="list-checks")
        self.filing = Picker("Sheets and certificates", is_bare=True)
        self.filing.show_choices([Choice(one.value, FILING_WORDS[one]) for one in Filing])
        self.head = PapersHead(PapersPart.GALLERY, self.all, self.everything, beside=self.filing)
        self._groups = {
            heading: (AsideLabel(heading, "", "strong"), [PaperCard(words) for words in offered])
            for heading, offered in groups.items()
        }
        self.cards = {
            card.words.title: card for _, cards in self._groups.values() for card in cards
        }
        self.summary, self.question = PapersSummary(), Question()
        self.chosen, self.about = PlainLabel("", "strong"), QuietText("")
        self.bar, self.progress = QProgressBar(), PlainLabel("")
        self.cancel = PlainButton("Cancel")
        self.print = PlainButton("Print…", icon="printer")
        self.save = ActButton("", icon="download")
        self._lay_out()
        self._connect()
        self._show_choice()

    @property
    def request(self) -> PapersRequest:
        """What is chosen now."""
        chosen = tuple(title for title, card in self.cards.items() if card.isChecked())
        return PapersRequest(chosen, Filing(self.filing.key))

    def show_paper(
        self,
        title: str,
        page: QImage | None,
        pages: int,
        told: str,
        why: str = "",
        *,
        note: str = "",
    ) -> None:
        """Show a paper's first page, how many there are and what is to do, or why there is none."""
        self.cards[title].show_paper(page, pages, told, why, note)
        for heading, (label, cards) in self._groups.items():
            count = sum(card.pages for card in cards)
            label.show_words(heading, counted(count, "page") if count else "")
        self._show_choice()

    def show_folder(self, folder: str) -> None:
        """Say where papers went last; empty if nowhere yet."""
        self._folder = folder
        self._show_choice()

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Show how far it is, and with what; nothing else can be asked for until it is over."""
        self._had_keyboard |= self.save.hasFocus() or self.print.hasFocus()
        self._is_busy = True
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.progress.setText(text)
        self.summary.hide()
        self._show_choice()

    def show_summary(self, text: str, outcomes: Sequence[PaperOutcome], *, is_folder: bool) -> None:
        """Say what was made of what was asked for, what wasn't and why."""
        self._is_busy = False
        self.summary.show_outcomes(text, outcomes, is_folder=is_folder)
        self._scroll.verticalScrollBar().setValue(0)  # where the list of them stands
        self._show_choice()
        self._give_keyboard_back(self.summary.open_folder if is_folder else self.save)

    def _give_keyboard_back(self, to: QWidget) -> None:
        """What began it could be pressed no more, and so lost the keyboard to another part."""
        focused = self.window().focusWidget()
        if self._had_keyboard and (focused is None or not self.isAncestorOf(focused)):
            to.setFocus()
        self._had_keyboard = False

    def show_problem(self, text: str) -> None:
        """Say what is the matter, and what to do: nothing was made."""
        self.show_summary(text, (), is_folder=False)

    def forget(self) -> None:
        """Say nothing any more of what was made, or chosen: whoever saw it has left."""
        for card in self.cards.values():
            card.setChecked(False)
        self.summary.hide()
        self.question.close_question()

    def _lay_out(self) -> None:
        self._scroll = scroll = ScrollColumn()
        add(scroll.body, self.question, self.summary)
        for label, cards in self._groups.values():
            row = FlowRow(10)
            row.show_parts(cards)
            add(scroll.body, column(label, row, spacing=6))
        add(scroll.body, 1)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Papers made")
        told = column(1, self.chosen, self.about, self.progress, self.bar, 1, spacing=2)
        foot = Foot((told, 1), self.cancel, act=self.save, beside=(self.print,))
        self.lay_out(scroll, head=self.head, foot=foot)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.cancel_asked)
        self.summary.open_folder.clicked.connect(self.open_folder_asked)
        self.save.clicked.connect(lambda: self.save_asked.emit(self.request))
        self.print.clicked.connect(lambda: self.print_asked.emit(self.request))
        self.everything.clicked.connect(self._ask_for_all)
        self.all.clicked.connect(self._choose_all)
        for card in self.cards.values():
            card.toggled.connect(self._show_choice)
            card.clicked.connect(lambda _on=False, one=card: self._tell_why(one))
        keys.bind(keys.SAVE_PAPERS, self, self.save.click)
        keys.bind(keys.PRINT_PAPERS, self, self.print.click)
        keys.bind(keys.ALL_PAPERS, self, self.all.click)

    def _ask_for_all(self) -> None:
        self.save_asked.emit(PapersRequest(tuple(self.cards), Filing(self.filing.key)))

    def _tell_why(self, card: PaperCard) -> None:
        """Say why a paper that was pressed can't be chosen."""
        if card.why:
            self.about.setText(f"{card.words.title}: {card.why}")
            self.about.show()

    def _choose_all(self) -> None:
        """Choose all that are there; or none, where all are."""
        there = [card for card in self.cards.values() if not card.why]
        are_all = all(card.isChecked() for card in there)
        for card in there:
            card.setChecked(not are_all)

    def _show_choice(self) -> None:
        """Show what follows from what is chosen."""
        chosen = [card for card in self.cards.values() if card.isChecked()]
        pages = sum(card.pages for card in chosen)
        are_counted = all(card.pages for card in chosen)
        amount = counted(pages, "page") if are_counted else counted(len(chosen), "paper")
        self.save.setText(f"Save {amount} as PDF…" if chosen else "Save as PDF…")
        of_pages = f": {counted(pages, 'page')}" if pages else ""
        self.chosen.setText(f"{len(chosen)} chosen{of_pages}" if chosen else "Choose papers.")
        about = [card.words.what_for for card in chosen] if len(chosen) == 1 else []
        about += [f"Last folder: {self._folder}."] if self._folder else []
        self.about.setText(" ".join(about))
        for button in (self.save, self.print):
            button.setEnabled(bool(chosen) and not self._is_busy)
        self.everything.setEnabled(not self._is_busy)
        for part in (self.bar, self.progress, self.cancel):
            part.setVisible(self._is_busy)
        self.chosen.setVisible(not self._is_busy)
        self.about.setVisible(bool(about) and not self._is_busy)
