"""The certificate designer: the page itself, drawn as one types, and all that may be changed."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from judging_app.domain.papers.certificates import CertificateKind, CertificatePlan
from judging_app.present.organiser.certificate_selection import OutTeam
from judging_app.present.organiser.designer import (
    EVERYONE_KEY,
    KIND_WORDS,
    PersonRow,
    save_words,
)
from ui import keys
from ui.organiser.certificate_page import CertificatePage, Houses
from ui.organiser.certificate_parts import MarksPart, PaperPart, WordsPart
from ui.organiser.certificate_whom import OutCard, WhomPart
from ui.organiser.papers_tabs import PapersHead, PapersPart
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.form import across, add, column, middle
from ui.widgets.labels import PlainLabel, QuietText
from ui.widgets.part_switch import PartSwitch
from ui.widgets.picker import Choice, Picker
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn, StaysInView
from ui.widgets.side_by_side import SideBySide
from ui.widgets.wrapped_row import WrappedRow

SIDE_BY_SIDE = 900
"""Width in pixels at 100 % text from which the page and the settings are side by side."""

WORDS, WHOM, MARKS, PAPER = "Words", "Who", "Logos, signatures", "Paper"
_TRIED = ("shortest", "longest", "hardest")


@dataclass(frozen=True, slots=True)
class DesignerView:
    """What is shown: the plan, how many certificates each kind has, and those of one.

    `whom` is the key of those for whom they are made now, one of `whom_choices`; `names` are theirs
    and `count` is how many are made. `people` are all who could get one, `out` a team to ask about;
    what is `told` is of files in a folder if it `is_saved`.
    """

    plan: CertificatePlan
    kind: CertificateKind
    counts: Mapping[CertificateKind, int]
    names: tuple[str, ...] = ()
    shown: int = 0
    whom: str = EVERYONE_KEY
    whom_choices: tuple[tuple[str, str], ...] = ()
    people: tuple[PersonRow, ...] = ()
    count: int = 0
    out: OutTeam | None = None
    told: str = ""
    is_saved: bool = False
    is_undoable: bool = False


class CertificateDesigner(Screen):
    """Shows a design and says how it was changed; it draws and keeps nothing itself."""

    plan_changed = Signal(object)
    """A `CertificatePlan`, at every key."""
    house_asked = Signal(object)
    kind_asked = Signal(object)
    whom_asked = Signal(str)
    shown_asked = Signal(int)
    tried_asked = Signal(str)
    """ "shortest", "longest" or "hardest"."""
    template_asked = Signal()
    template_taken = Signal()
    save_asked = Signal()
    print_asked = Signal()
    undo_asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Certificates")
        self.name_page("Certificates")
        self.page = CertificatePage()
        self.kind, self.whom, self.person = Picker("For"), Picker("Make now"), Picker("Shown")
        self.tried = {word: PlainButton(word.capitalize()) for word in _TRIED}
        sheet = QWidget()
        says = PlainLabel("Try the name that is", "label")
        tried = column(says, WrappedRow([*self.tried.values()]), spacing=4)
        column(self.page, tried, 1, spacing=10, inside=sheet)
        self.houses = Houses(sheet)
        self.out = OutCard()
        self.words, self.who = WordsPart(), WhomPart()
        self.marks, self.paper = MarksPart(), PaperPart()
        self._parts = {WORDS: self.words, WHOM: self.who, MARKS: self.marks, PAPER: self.paper}
        self.parts = PartSwitch(self._parts, dict.fromkeys(self._parts, ""))
        self.told = QuietText("")
        self.save = ActButton(save_words(0), icon="download")
        self.print = PlainButton("Print…", icon="printer")
        self.open_folder = PlainButton("Open the folder", icon="folder-open")
        self.undo = PlainButton("Undo", icon="undo-2")
        self.template = PlainButton("Save as a template…", icon="download")
        self.take = PlainButton("Open a template…", icon="folder-open")
        self.head = PapersHead(PapersPart.CERTIFICATES, self.take, self.template)
        self._lay_out()
        self._connect()

    def show_view(self, view: DesignerView) -> None:
        """Show a plan; what is being typed stays where it is the same."""
        self.houses.show_house(view.plan.design.house)
        kinds = [Choice(kind.name, _counted(kind, view.counts)) for kind in CertificateKind]
        self.kind.show_choices(kinds)
        self.kind.choose(view.kind.name)
        self.whom.show_choices([Choice(*one) for one in view.whom_choices])
        self.whom.choose(view.whom)
        self.person.show_choices([Choice(str(at), name) for at, name in enumerate(view.names)])
        self.person.choose(str(view.shown))
        for part in self._parts.values():
            part.show_plan(view.plan, view.kind)
        self.who.show_people(view.people)
        self.out.show_team(view.out)
        self.told.setText(view.told)
        self.open_folder.setVisible(view.is_saved)
        if self.foot is not None:
            self.foot.give_way()
        self.save.setText(save_words(view.count))
        for button in (self.save, self.print):
            button.setEnabled(bool(view.count))
        self.undo.setEnabled(view.is_undoable)
        for tried in self.tried.values():
            tried.setEnabled(bool(view.names))

    def show_page(self, page: QImage | None) -> None:
        """Show the page that would be printed; none where nobody has one."""
        self.page.show_page(page)

    def _lay_out(self) -> None:
        right = QWidget()
        column(
            self.out,
            across((self.kind, 1), (self.whom, 1), (self.person, 1), spacing=8),
            self.parts,
            *self._parts.values(),
            1,
            spacing=12,
            inside=right,
        )
        scroll = ScrollColumn()
        page = StaysInView(self.houses, scroll)
        sides = SideBySide((page, 14), (right, 11), wide_from=SIDE_BY_SIDE)
        add(scroll.body, (sides, 1))
        self.open_folder.hide()
        beside = (self.undo, self.print)
        told = (middle(self.told), 1)
        foot = Foot(told, self.open_folder, act=self.save, beside=beside, words=120)
        self.lay_out(scroll, head=self.head, foot=foot)

    def _connect(self) -> None:
        self.houses.asked.connect(self.house_asked)
        self.kind.picked.connect(lambda key: self.kind_asked.emit(CertificateKind[key]))
        self.whom.picked.connect(self.whom_asked)
        self.person.picked.connect(lambda key: self.shown_asked.emit(int(key)))
        for word, tried in self.tried.items():
            tried.clicked.connect(lambda _on=False, one=word: self.tried_asked.emit(one))
        for part in self._parts.values():
            part.changed.connect(self.plan_changed)
        for button, asked in (
            (self.template, self.template_asked),
            (self.take, self.template_taken),
            (self.save, self.save_asked),
            (self.print, self.print_asked),
            (self.undo, self.undo_asked),
            (self.open_folder, self.folder_asked),
        ):
            button.clicked.connect(asked)
        self.parts.bind_keys(self)
        self._designs = keys.bind(keys.CHOOSE_DESIGN, self, self._choose_house)
        keys.bind(keys.NEXT_PERSON, self, lambda: self._step(1))
        keys.bind(keys.PERSON_BEFORE, self, lambda: self._step(-1))
        keys.bind(keys.PUT_IN, self, self._put_in)
        keys.bind(keys.UNDO, self, self.undo.click)
        keys.bind(keys.SAVE_PAPERS, self, self.save.click)
        keys.bind(keys.PRINT_PAPERS, self, self.print.click)

    def _choose_house(self) -> None:
        pressed = self.sender()
        for shortcut, card in zip(self._designs, self.houses.cards.values(), strict=True):
            if shortcut is pressed:
                card.click()

    def _put_in(self) -> None:
        self.parts.show_part(WORDS)
        self.words.take_keyboard()

    def _step(self, by: int) -> None:
        box = self.person.box
        if box.count():
            self.shown_asked.emit((box.currentIndex() + by) % box.count())


def _counted(kind: CertificateKind, counts: Mapping[CertificateKind, int]) -> str:
    return f"{KIND_WORDS[kind]} · {counts.get(kind, 0)}"
