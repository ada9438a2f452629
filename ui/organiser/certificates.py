"""The certificate designer: the page itself, drawn as one types, and all that may be changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from judging_app.domain.papers.certificates import (
    LONGEST_WORDS,
    MOST_LOGOS,
    MOST_SIGNATURES,
    Alignment,
    CertificateDesign,
    CertificateKind,
    CertificatePlan,
    House,
    PaperSize,
    Placeholder,
    Signature,
    Typeface,
)
from judging_app.present.organiser.designer import (
    ALIGNMENT_WORDS,
    HOUSE_WORDS,
    KIND_WORDS,
    MARGIN_MM,
    PLACEHOLDER_WORDS,
    SIZE_WORDS,
    TYPEFACE_WORDS,
    checked_words,
    guests_of,
    guests_text,
    save_words,
    with_words,
    words_of,
)
from ui import keys, theme
from ui.organiser.certificate_page import CertificatePage
from ui.organiser.papers_tabs import PapersHead, PapersPart
from ui.widgets.buttons import ActButton, Button, PlainButton
from ui.widgets.form import across, add, column, labelled, middle, text_field
from ui.widgets.labels import PlainLabel, QuietText, WrappedLabel
from ui.widgets.part_switch import PartSwitch
from ui.widgets.picker import Choice, Picker
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide
from ui.widgets.wrapped_row import WrappedRow

SIDE_BY_SIDE = 900
"""Width in pixels at 100 % text from which the page and the settings are side by side."""

WORDS, NAMES, SIGNED, PAPER = "Words", "Names", "Logos, signatures", "Paper"


@dataclass(frozen=True, slots=True)
class DesignerView:
    """What is shown: the plan, how many certificates each kind has, and the names of one."""

    plan: CertificatePlan
    kind: CertificateKind
    counts: Mapping[CertificateKind, int]
    names: tuple[str, ...] = ()
    shown: int = 0
    told: str = ""
    is_undoable: bool = False


class CertificateDesigner(Screen):
    """Shows a design and says how it was changed; it draws and keeps nothing itself."""

    plan_changed = Signal(object)
    """A `CertificatePlan`, at every key."""
    kind_asked = Signal(object)
    shown_asked = Signal(int)
    tried_asked = Signal(str)
    """ "shortest", "longest" or "hardest"."""
    logo_asked = Signal()
    signature_asked = Signal(int)
    background_asked = Signal()
    template_asked = Signal()
    template_taken = Signal()
    save_asked = Signal()
    print_asked = Signal()
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Certificates")
        self.name_page("Certificates")
        self._view = DesignerView(CertificatePlan(), CertificateKind.PARTICIPANTS, {})
        self._is_showing = False
        self.page = CertificatePage()
        self.houses = {house: self._house_button(house) for house in House}
        self.kind, self.person = Picker("For"), Picker("Shown")
        self.tried = {word: PlainButton(word.capitalize()) for word in _TRIED}
        self.issuer = text_field("Issued by", 200, example="The event’s title")
        self.title = text_field("Heading", LONGEST_WORDS)
        self.lead = text_field("Line above the name", LONGEST_WORDS)
        self.body = text_field("Sentence", LONGEST_WORDS)
        self.problem = WrappedLabel("", "loss")
        self.mentors, self.volunteers = _names("Mentors"), _names("Volunteers")
        self.signers = [self._signer(number) for number in range(MOST_SIGNATURES)]
        self.add_logo = PlainButton("Add a logo…", icon="folder-open")
        self.drop_logo = PlainButton("Remove the last logo", icon="x")
        self.paper_size, self.face, self.align = (
            Picker("Paper"),
            Picker("Typeface"),
            Picker("Alignment"),
        )
        self.upright = _check("Upright")
        self.border, self.seal = _check("Border"), _check("Seal with date")
        self.margin = _check(f"Leave {MARGIN_MM} mm white at the edge")
        self.marks = _check("Bleed and marks to cut by, for a printer’s shop")
        self.add_background = PlainButton("Choose a background…", icon="folder-open")
        self.drop_background = PlainButton("Remove the background", icon="x")
        self.told = QuietText("")
        self.save = ActButton(save_words(0), icon="download")
        self.print = PlainButton("Print…", icon="printer")
        self.undo = PlainButton("Undo", icon="undo-2")
        self.template = PlainButton("Save as a template…")
        self.take = PlainButton("Open a template…", icon="folder-open")
        self.head = PapersHead(PapersPart.CERTIFICATES, self.take, self.template)
        self._texts = (self.title, self.lead, self.body)
        self._typed_last: QLineEdit = self.body
        self._lay_out()
        self._connect()

    def show_view(self, view: DesignerView) -> None:
        """Show a plan; what is being typed stays where it is the same."""
        self._view, self._is_showing = view, True
        design = view.plan.design
        self.houses[design.house].setChecked(True)
        kinds = [Choice(kind.name, _counted(kind, view.counts)) for kind in CertificateKind]
        self.kind.show_choices(kinds)
        self.kind.choose(view.kind.name)
        self.person.show_choices([Choice(str(at), name) for at, name in enumerate(view.names)])
        self.person.choose(str(view.shown))
        self._show_texts(design)
        self._show_paper(design)
        _show(self.mentors, guests_text(view.plan.mentors), guests_of)
        _show(self.volunteers, guests_text(view.plan.volunteers), guests_of)
        self.told.setText(view.told)
        self.save.setText(save_words(len(view.names)))
        self.save.setEnabled(bool(view.names))
        self.print.setEnabled(bool(view.names))
        self.undo.setEnabled(view.is_undoable)
        for button in self.tried.values():
            button.setEnabled(bool(view.names))
        self._is_showing = False

    def show_page(self, page: QImage | None) -> None:
        """Show the page that would be printed; none where nobody has one."""
        self.page.show_page(page)

    @property
    def _plan(self) -> CertificatePlan:
        return self._view.plan

    def _show_texts(self, design: CertificateDesign) -> None:
        words = words_of(design, self._view.kind)
        said = (design.issuer, words.title, words.lead, words.body)
        for field, text in zip((self.issuer, *self._texts), said, strict=True):
            if field.text() != text:
                field.setText(text)
        for number, (name, office, _picture) in enumerate(self.signers):
            who = _at(design.signatures, number)
            for field, text in ((name, who.name), (office, who.office)):
                if field.text() != text:
                    field.setText(text)

    def _show_paper(self, design: CertificateDesign) -> None:
        for picker, words, value in (
            (self.paper_size, SIZE_WORDS, design.size),
            (self.face, TYPEFACE_WORDS, design.typeface),
            (self.align, ALIGNMENT_WORDS, design.alignment),
        ):
            picker.show_choices([Choice(one.name, said) for one, said in words.items()])
            picker.choose(value.name)
        for box, is_on in (
            (self.upright, design.is_upright),
            (self.border, design.has_border),
            (self.seal, design.has_seal),
            (self.margin, bool(design.margin_mm)),
            (self.marks, design.has_marks),
        ):
            box.setChecked(is_on)
        self.add_logo.setEnabled(len(design.logos) < MOST_LOGOS)
        self.drop_logo.setEnabled(bool(design.logos))
        self.drop_background.setEnabled(bool(design.background))

    def _house_button(self, house: House) -> Button:
        button = Button(HOUSE_WORDS[house], kind="entry")
        button.setCheckable(True)
        return button

    def _signer(self, number: int) -> tuple[QLineEdit, QLineEdit, PlainButton]:
        which = f"Signature {number + 1}"
        name, office = text_field(f"{which}: name", 120), text_field(f"{which}: office", 160)
        name.setPlaceholderText("Name, or empty to sign by pen")
        office.setPlaceholderText("Office")
        picture = PlainButton("Picture…")
        picture.setAccessibleName(f"{which}: picture")
        return name, office, picture

    def _lay_out(self) -> None:
        parts = {
            WORDS: self._words_part(),
            NAMES: self._names_part(),
            SIGNED: self._signed_part(),
            PAPER: self._paper_part(),
        }
        self.parts = PartSwitch(parts, dict.fromkeys(parts, ""))
        group = QButtonGroup(self)
        for button in self.houses.values():
            group.addButton(button)
        left, right = QWidget(), QWidget()
        column(
            WrappedRow([*self.houses.values()]),
            self.page,
            WrappedRow([PlainLabel("Try the name that is"), *self.tried.values()]),
            1,
            spacing=12,
            inside=left,
        )
        column(
            across((self.kind, 1), (self.person, 1), spacing=12),
            self.parts,
            *parts.values(),
            1,
            spacing=12,
            inside=right,
        )
        scroll = ScrollColumn()
        add(scroll.body, SideBySide((left, 6), (right, 5), wide_from=SIDE_BY_SIDE), 1)
        foot = Foot((middle(self.told), 1), act=self.save, beside=(self.undo, self.print))
        self.lay_out(scroll, head=self.head, foot=foot)

    def _words_part(self) -> QWidget:
        part = QWidget()
        self.put_in = {one: PlainButton(PLACEHOLDER_WORDS[one]) for one in Placeholder}
        column(
            labelled("Issued by", self.issuer),
            labelled("Heading", self.title),
            labelled("Line above the name", self.lead),
            labelled("Sentence", self.body, help_text=_BRACKETS),
            self.problem,
            PlainLabel("Put in", "label"),
            WrappedRow([*self.put_in.values()]),
            spacing=10,
            inside=part,
        )
        self.problem.hide()
        return part

    def _names_part(self) -> QWidget:
        part = QWidget()
        column(
            QuietText(_ONE_A_LINE),
            labelled("Mentors", self.mentors),
            labelled("Volunteers", self.volunteers),
            spacing=10,
            inside=part,
        )
        return part

    def _signed_part(self) -> QWidget:
        part = QWidget()
        lines = column(
            QuietText("Up to four logos, side by side; the event’s own where there is none."),
            WrappedRow([self.add_logo, self.drop_logo]),
            spacing=10,
            inside=part,
        )
        for number, (name, office, picture) in enumerate(self.signers, 1):
            head = across((PlainLabel(f"Signature {number}", "label"), 1), picture)
            add(lines, head, across((name, 1), (office, 1), spacing=4))
        return part

    def _paper_part(self) -> QWidget:
        part = QWidget()
        column(
            across((self.paper_size, 1), (self.face, 1), (self.align, 1), spacing=12),
            self.upright,
            self.border,
            self.seal,
            self.margin,
            self.marks,
            QuietText("A background is your own letterhead, as a picture of the whole page."),
            WrappedRow([self.add_background, self.drop_background]),
            spacing=8,
            inside=part,
        )
        return part

    def _connect(self) -> None:
        for house, button in self.houses.items():
            button.clicked.connect(lambda _on=False, one=house: self._change(house=one))
        self.kind.picked.connect(lambda key: self.kind_asked.emit(CertificateKind[key]))
        self.person.picked.connect(lambda key: self.shown_asked.emit(int(key)))
        for word, button in self.tried.items():
            button.clicked.connect(lambda _on=False, one=word: self.tried_asked.emit(one))
        self.issuer.textEdited.connect(lambda text: self._change(issuer=text))
        for field in self._texts:
            field.textEdited.connect(self._change_words)
            field.selectionChanged.connect(lambda one=field: self._remember(one))
            field.cursorPositionChanged.connect(lambda _a, _b, one=field: self._remember(one))
        for placeholder, button in self.put_in.items():
            button.clicked.connect(lambda _on=False, one=placeholder: self._put(one))
        for name, office, _picture in self.signers:
            name.textEdited.connect(self._change_signatures)
            office.textEdited.connect(self._change_signatures)
        for number, (_name, _office, picture) in enumerate(self.signers):
            picture.clicked.connect(lambda _on=False, at=number: self.signature_asked.emit(at))
        for names in (self.mentors, self.volunteers):
            names.textChanged.connect(self._change_names)
        self.paper_size.picked.connect(lambda key: self._change(size=PaperSize[key]))
        self.face.picked.connect(lambda key: self._change(typeface=Typeface[key]))
        self.align.picked.connect(lambda key: self._change(alignment=Alignment[key]))
        self.upright.clicked.connect(lambda on: self._change(is_upright=on))
        self.border.clicked.connect(lambda on: self._change(has_border=on))
        self.seal.clicked.connect(lambda on: self._change(has_seal=on))
        self.margin.clicked.connect(lambda on: self._change(margin_mm=MARGIN_MM if on else 0))
        self.marks.clicked.connect(lambda on: self._change(has_marks=on))
        self.drop_background.clicked.connect(lambda: self._change(background=""))
        self.drop_logo.clicked.connect(lambda: self._change(logos=self._plan.design.logos[:-1]))
        for button, asked in (
            (self.add_logo, self.logo_asked),
            (self.add_background, self.background_asked),
            (self.template, self.template_asked),
            (self.take, self.template_taken),
            (self.save, self.save_asked),
            (self.print, self.print_asked),
            (self.undo, self.undo_asked),
        ):
            button.clicked.connect(asked)
        keys.bind(keys.UNDO, self, self.undo.click)
        keys.bind(keys.SAVE_PAPERS, self, self.save.click)
        keys.bind(keys.PRINT_PAPERS, self, self.print.click)

    def _change(self, **changes: object) -> None:
        if not self._is_showing:
            design = replace(self._plan.design, **changes)  # type: ignore[arg-type]  # its fields
            self.plan_changed.emit(replace(self._plan, design=design))

    def _change_words(self) -> None:
        texts = (field.text() for field in self._texts)
        words = checked_words(self._view.kind, *texts)
        self.problem.setText(words if isinstance(words, str) else "")
        self.problem.setVisible(isinstance(words, str))
        if not isinstance(words, str):
            self._change(words=with_words(self._plan.design.words, words))

    def _change_signatures(self) -> None:
        before = self._plan.design.signatures
        made = [
            replace(_at(before, number), name=name.text(), office=office.text())
            for number, (name, office, _picture) in enumerate(self.signers)
        ]
        while made and made[-1] == Signature():
            made.pop()
        self._change(signatures=tuple(made))

    def _change_names(self) -> None:
        if not self._is_showing:
            mentors = guests_of(self.mentors.toPlainText())
            volunteers = guests_of(self.volunteers.toPlainText())
            if (mentors, volunteers) != (self._plan.mentors, self._plan.volunteers):
                plan = replace(self._plan, mentors=mentors, volunteers=volunteers)
                self.plan_changed.emit(plan)

    def _remember(self, field: QLineEdit) -> None:
        if field.hasFocus():
            self._typed_last = field

    def _put(self, placeholder: Placeholder) -> None:
        self._typed_last.insert(f"{{{placeholder.code}}}")
        self._typed_last.setFocus()
        self._change_words()


_TRIED = ("shortest", "longest", "hardest")
_ONE_A_LINE = "One a line; an office may follow after a comma. They get certificates only."
_BRACKETS = "What is in [brackets] is left out where something in it is missing."


def _check(words: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setAccessibleName(words)
    return box


def _names(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    theme.follow(field.setFixedHeight, 120)
    return field


def _show(field: QPlainTextEdit, text: str, read: object) -> None:
    if callable(read) and read(field.toPlainText()) != read(text):
        field.setPlainText(text)


def _counted(kind: CertificateKind, counts: Mapping[CertificateKind, int]) -> str:
    return f"{KIND_WORDS[kind]} · {counts.get(kind, 0)}"


def _at(signatures: Sequence[Signature], number: int) -> Signature:
    return signatures[number] if number < len(signatures) else Signature()
