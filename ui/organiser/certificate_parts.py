"""The parts of a certificate's design: each shows a plan, and says how it was changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from judging_app.domain.look import MOST_LOGOS
from judging_app.domain.papers.certificates import (
    LONGEST_WORDS,
    MOST_SIGNATURES,
    WIDEST_EDGE,
    WIDEST_MARGIN,
    Alignment,
    CertificateKind,
    CertificatePlan,
    House,
    Logo,
    PaperSize,
    Placeholder,
    Signature,
    Typeface,
)
from judging_app.present.organiser.designer import (
    ALIGNMENT_WORDS,
    BOX_WORDS,
    PLACEHOLDER_WORDS,
    SIZE_WORDS,
    TYPEFACE_WORDS,
    checked_words,
    with_words,
    words_of,
)
from judging_app.present.organiser.look import typed_colour
from ui import keys
from ui.organiser.look import ColourField
from ui.widgets.buttons import PlainButton
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.wrapped_row import WrappedRow

FARTHEST_MM = 400

_INSET = 11
"""Pixels from a field's side to its text, as the style sheet has them for fields of one line."""


class DesignPart(QWidget):
    """Shows its fields of a plan; while it does, nothing counts as changed."""

    changed = Signal(object)
    """A `CertificatePlan`, at every key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._kind = CertificatePlan(), CertificateKind.PARTICIPANTS
        self._is_showing = False

    def show_plan(self, plan: CertificatePlan, kind: CertificateKind) -> None:
        """Show a plan for one kind; what is being typed stays where it is the same."""
        self._plan, self._kind, self._is_showing = plan, kind, True
        self._show()
        self._is_showing = False

    def _show(self) -> None:
        """Show what the plan says now."""

    def _change(self, **changes: object) -> None:
        """Say that fields of the design are others now."""
        if not self._is_showing:
            design = replace(self._plan.design, **changes)  # type: ignore[arg-type]  # its fields
            self._emit(replace(self._plan, design=design))

    def _emit(self, plan: CertificatePlan) -> None:
        self._plan = plan
        self.changed.emit(plan)


class Millimetres(QSpinBox):
    """A length in whole millimetres, deaf to the wheel that scrolls the page."""

    def __init__(self, name: str, most: int, least: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSuffix(" mm")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class WordsPart(DesignPart):
    """What a kind of certificates says, with placeholders to put in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.issuer = text_field("Issued by", 200, example="The event’s title")
        self.title = text_field("Heading", LONGEST_WORDS)
        self.lead = text_field("Line above the name", LONGEST_WORDS)
        self.body = text_field("Sentence", LONGEST_WORDS)
        self.problem = WrappedLabel("", "loss")
        self.put_in = {one: PlainButton(PLACEHOLDER_WORDS[one]) for one in Placeholder}
        chips = FlowRow(6)
        chips.show_parts([*self.put_in.values()])
        self._texts = (self.title, self.lead, self.body)
        self._typed_last: QLineEdit = self.body
        self._refused: tuple[CertificatePlan, CertificateKind] | None = None
        """Of what design the words that are typed can't be printed."""
        column(
            across((labelled("Issued by", self.issuer), 1), (labelled("Heading", self.title), 1)),
            labelled("Line above the name", self.lead),
            labelled("Sentence", self.body, help_text=_BRACKETS),
            self.problem,
            PlainLabel(f"Insert at the cursor ({keys.PUT_IN.shown})", "label"),
            chips,
            spacing=10,
            inside=self,
        )
        self.problem.hide()
        self.issuer.textEdited.connect(lambda text: self._change(issuer=text))
        for field in self._texts:
            field.textEdited.connect(self._change_words)
            field.selectionChanged.connect(lambda one=field: self._remember(one))
            field.cursorPositionChanged.connect(lambda _a, _b, one=field: self._remember(one))
        for placeholder, button in self.put_in.items():
            button.clicked.connect(lambda _on=False, one=placeholder: self._put(one))

    def take_keyboard(self) -> None:
        """Go to the first of what can be put in; pressing one leads back to the words."""
        next(iter(self.put_in.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        if self._refused == (self._plan, self._kind):
            return  # what is typed stays until it is put right
        self._say(None)
        design = self._plan.design
        words = words_of(design, self._kind)
        said = (design.issuer, words.title, words.lead, words.body)
        for field, text in zip((self.issuer, *self._texts), said, strict=True):
            _type(field, text)

    def _change_words(self) -> None:
        words = checked_words(self._kind, *(field.text() for field in self._texts))
        if isinstance(words, str):
            self._say(words)
        else:
            self._say(None)
            self._change(words=with_words(self._plan.design.words, words))

    def _say(self, problem: str | None) -> None:
        self._refused = (self._plan, self._kind) if problem else None
        self.problem.setText(problem or "")
        self.problem.setVisible(bool(problem))

    def _remember(self, field: QLineEdit) -> None:
        if field.hasFocus():
            self._typed_last = field

    def _put(self, placeholder: Placeholder) -> None:
        self._typed_last.insert(f"{{{placeholder.code}}}")
        self._typed_last.setFocus()
        self._change_words()


@dataclass(frozen=True, slots=True)
class _LogoFields:
    """How high one logo is and where, and the button that removes it."""

    row: QWidget
    height: Millimetres
    left: Millimetres
    top: Millimetres
    drop: PlainButton


@dataclass(frozen=True, slots=True)
class _SignerFields:
    """Who signs, and the buttons that give a picture and remove it."""

    name: QLineEdit
    office: QLineEdit
    picture: PlainButton
    drop: PlainButton


class MarksPart(DesignPart):
    """Logos with their size and place, and who signs."""

    logo_asked = Signal()
    signature_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add_logo = PlainButton("Add a logo…", icon="folder-open")
        self.logos = [self._logo(number) for number in range(MOST_LOGOS)]
        self.signers = [_signer(number) for number in range(MOST_SIGNATURES)]
        lines = column(
            QuietText(_LOGOS),
            *(fields.row for fields in self.logos),
            WrappedRow([self.add_logo]),
            spacing=10,
            inside=self,
        )
        for number, one in enumerate(self.signers):
            label = PlainLabel(f"Signature {number + 1}", "label")
            head = across((label, 1), one.drop, one.picture, spacing=4)
            add(lines, head, across((one.name, 1), (one.office, 1), spacing=4))
            one.name.textEdited.connect(self._change_signatures)
            one.office.textEdited.connect(self._change_signatures)
            one.picture.clicked.connect(lambda _on=False, at=number: self.signature_asked.emit(at))
            one.drop.clicked.connect(lambda _on=False, at=number: self._drop_picture(at))
        self.add_logo.clicked.connect(self.logo_asked)

    def _logo(self, number: int) -> _LogoFields:
        which = f"Logo {number + 1}"
        height = Millimetres(f"{which}: height", 60, 4)
        left = Millimetres(f"{which}: from the left", FARTHEST_MM)
        top = Millimetres(f"{which}: from the top", FARTHEST_MM)
        drop = PlainButton("Remove", icon="x")
        drop.setAccessibleName(f"Remove logo {number + 1}")
        row = QWidget()
        line = (
            (labelled("Height", height), 1),
            (labelled("From left", left), 1),
            (labelled("From top", top), 1),
            (drop, 0, Qt.AlignmentFlag.AlignBottom),
        )
        column(PlainLabel(which, "label"), across(*line, spacing=4), inside=row)
        for field in (height, left, top):
            field.valueChanged.connect(self._change_logos)
        drop.clicked.connect(lambda _on=False, at=number: self._drop(at))
        return _LogoFields(row, height, left, top, drop)

    def _show(self) -> None:
        design = self._plan.design
        for number, fields in enumerate(self.logos):
            fields.row.setVisible(number < len(design.logos))
            if number < len(design.logos):
                logo = design.logos[number]
                fields.height.setValue(logo.height_mm)
                fields.left.setValue(logo.x_mm)
                fields.top.setValue(logo.y_mm)
        self.add_logo.setEnabled(len(design.logos) < MOST_LOGOS)
        for number, one in enumerate(self.signers):
            who = _at(design.signatures, number)
            _type(one.name, who.name)
            _type(one.office, who.office)
            one.drop.setVisible(bool(who.picture))

    def _change_logos(self) -> None:
        given = zip(self._plan.design.logos, self.logos, strict=False)
        placed = (
            Logo(logo.picture, fields.height.value(), fields.left.value(), fields.top.value())
            for logo, fields in given
        )
        self._change(logos=tuple(placed))

    def _drop(self, number: int) -> None:
        logos = self._plan.design.logos
        self._change(logos=(*logos[:number], *logos[number + 1 :]))

    def _drop_picture(self, number: int) -> None:
        signatures = list(self._plan.design.signatures)
        signatures[number] = replace(signatures[number], picture="")
        self._change(signatures=tuple(signatures))

    def _change_signatures(self) -> None:
        before = self._plan.design.signatures
        made = [
            replace(_at(before, number), name=one.name.text(), office=one.office.text())
            for number, one in enumerate(self.signers)
        ]
        while made and made[-1] == Signature():
            made.pop()
        self._change(signatures=tuple(made))


class PaperPart(DesignPart):
    """The sheet: its size, faces, colours, what stands round the words, and what is cut."""

    background_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.size_of = Picker("Paper")
        self.face, self.align = Picker("Typeface"), Picker("Alignment")
        self.upright, self.border = _check("Upright"), _check("Border")
        self.seal = _check("Seal with date")
        self.marks = _check("Bleed and crop marks, for a print shop")
        self.margin = Millimetres("White margin", WIDEST_MARGIN)
        self.colours = {
            "colour": ColourField(
                "Colour", "Headings, frame and seal. Leave empty for the event’s."
            ),
            "accent": ColourField(
                "Second colour", "Rules and numerals. Leave empty for the event’s."
            ),
        }
        self.box = [Millimetres(words, WIDEST_EDGE) for words in BOX_WORDS]
        self._box = QWidget()
        self.add_background = PlainButton("Choose a background…", icon="folder-open")
        self.drop_background = PlainButton("Remove the background", icon="x")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column(
            QuietText(_BOX),
            across(*((labelled(one.accessibleName(), one), 1) for one in self.box), spacing=4),
            spacing=4,
            inside=self._box,
        )
        column(
            across((self.size_of, 1), (self.face, 1), (self.align, 1), spacing=12),
            WrappedRow([self.upright, self.border, self.seal]),
            labelled("White margin", self.margin, help_text=_MARGIN),
            self.marks,
            *self.colours.values(),
            QuietText(_BACKGROUND),
            WrappedRow([self.add_background, self.drop_background]),
            self._box,
            spacing=10,
            inside=self,
        )

    def _connect(self) -> None:
        self.size_of.picked.connect(lambda key: self._change(size=PaperSize[key]))
        self.face.picked.connect(lambda key: self._change(typeface=Typeface[key]))
        self.align.picked.connect(lambda key: self._change(alignment=Alignment[key]))
        self.upright.clicked.connect(lambda on: self._change(is_upright=on))
        self.border.clicked.connect(lambda on: self._change(has_border=on))
        self.seal.clicked.connect(lambda on: self._change(has_seal=on))
        self.marks.clicked.connect(lambda on: self._change(has_marks=on))
        self.margin.valueChanged.connect(lambda mm: self._change(margin_mm=mm))
        self.drop_background.clicked.connect(lambda: self._change(background=""))
        self.add_background.clicked.connect(self.background_asked)
        for name, field in self.colours.items():
            field.changed.connect(lambda one=name: self._change_colour(one))
        for edge in self.box:
            edge.valueChanged.connect(self._change_box)

    def _show(self) -> None:
        design = self._plan.design
        for picker, words, value in (
            (self.size_of, SIZE_WORDS, design.size),
            (self.face, TYPEFACE_WORDS, design.typeface),
            (self.align, ALIGNMENT_WORDS, design.alignment),
        ):
            picker.show_choices([Choice(one.name, said) for one, said in words.items()])
            picker.choose(value.name)
        self.upright.setChecked(design.is_upright)
        self.border.setChecked(design.has_border)
        self.seal.setChecked(design.has_seal)
        self.marks.setChecked(design.has_marks)
        self.margin.setValue(design.margin_mm)
        for name, field in self.colours.items():
            colour = str(getattr(design, name))
            if typed_colour(field.field.text()).colour != colour:
                field.field.setText(colour)
            field.show_typed(typed_colour(field.field.text()))
        self.drop_background.setEnabled(bool(design.background))
        self._box.setVisible(design.house is House.LETTERHEAD)
        for edge, length in zip(self.box, design.edges_mm, strict=True):
            edge.setValue(length)

    def _change_colour(self, name: str) -> None:
        field = self.colours[name]
        typed = typed_colour(field.field.text())
        field.show_typed(typed)
        if typed.is_good:
            self._change(**{name: typed.colour})

    def _change_box(self) -> None:
        self._change(box_mm=tuple(field.value() for field in self.box))


_BRACKETS = (
    "What is in {braces} is filled in for each person. A part in [brackets] is left out if "
    "something in it is missing."
)
_LOGOS = "Up to four logos. Leave “From left” and “From top” at 0 for the design’s own place."
_MARGIN = "For a printer that can’t print to the edge."
_BACKGROUND = "A background is your own letterhead: a PDF, or a picture of the whole page."
_BOX = "How much of the letterhead to keep free of words at each edge."


def _signer(number: int) -> _SignerFields:
    which = f"Signature {number + 1}"
    name, office = text_field(f"{which}: name", 120), text_field(f"{which}: office", 160)
    name.setPlaceholderText("Name, or leave empty to sign by hand")
    office.setPlaceholderText("Office")
    picture = PlainButton("Picture…")
    picture.setAccessibleName(f"{which}: picture")
    drop = PlainButton("Remove", icon="x")
    drop.setAccessibleName(f"{which}: remove the picture")
    drop.hide()
    return _SignerFields(name, office, picture, drop)


def _check(words: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setAccessibleName(words)
    return box


def _type(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)


def _at(signatures: Sequence[Signature], number: int) -> Signature:
    return signatures[number] if number < len(signatures) else Signature()
