"""The organiser's form for the event's look: its colours and its logos, with a live preview."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.domain.look import MOST_LOGOS
from judging_app.present.organiser.look import (
    PRESETS,
    LookView,
    TriedLook,
    TypedColour,
    logo_picture,
    logo_text,
    tried_look,
)
from ui import theme
from ui.event_colours import wall_ground
from ui.organiser.look_preview import PaperPreview, WallPreview
from ui.organiser.swatches import Swatch, Swatches
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, middle, text_field
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import StateBadge

_LOGOS = (
    "Up to four, in this order: on the wall, and on papers that have none of their own. PNG or "
    "JPEG, together at most 2 MB, 64–4,000 pixels on each side."
)

SIDE_BY_SIDE = 760
"""Width in pixels at 100 % text from which colours and preview are side by side."""


class ColourField(QWidget):
    """A colour to type or to choose, with what is said of it."""

    changed = Signal()
    finished = Signal()
    """Enter was pressed."""

    def __init__(self, label: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = text_field(label, 12, example="#1d70b8")
        self.field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.swatches = Swatches(f"{label}: colours to choose from", PRESETS)
        self._swatch, self._said = Swatch(), WrappedLabel("", "quiet")
        self._lay_out(label, hint)
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.finished)
        self.swatches.chosen.connect(self.field.setText)

    @property
    def said(self) -> str:
        """What is said of the colour."""
        return self._said.text()

    def show_typed(self, typed: TypedColour) -> None:
        """Say what was understood of what is in the field."""
        self._swatch.show_colour(typed.colour)
        self.swatches.show_chosen(typed.colour)
        self._said.setText(typed.said)
        theme.restyle(self._said, kind="quiet" if typed.is_good else "loss")

    def _lay_out(self, label: str, hint: str) -> None:
        typed = across(self._swatch, self.field, (middle(self._said), 1), spacing=8)
        words = PlainLabel(label, "label")
        words.setBuddy(self.field)
        column(words, QuietText(hint), typed, self.swatches, spacing=4, inside=self)


@dataclass(frozen=True, slots=True)
class _LogoLine:
    """What one logo is, and the button that removes it."""

    row: QWidget
    said: WrappedLabel
    drop: PlainButton


class EventLookScreen(Screen):
    """Shows the look that is kept and the one being tried, and says what was asked."""

    look_asked = Signal(str, str)
    """The band's colour and the accent as "#rrggbb", each empty for none."""
    logo_asked = Signal()
    logo_removed = Signal(int)
    """Which of them, counted from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Colours and logos")
        self._ground = wall_ground()
        self._view = LookView("", "", "", "")
        self.band = ColourField(
            "Band colour", "The wide band on the projector and on certificates."
        )
        self.accent = ColourField(
            "Accent colour", "For important words. If you leave it empty, the band colour is used."
        )
        self.wall, self.paper = WallPreview(self._ground.colour), PaperPreview()
        self.choose = PlainButton("Add a logo…", icon="folder-open")
        self.logos = [self._logo(number) for number in range(MOST_LOGOS)]
        self.keep = ActButton("Save colours", icon="check")
        self.state = StateBadge("saved", "Saved")
        self._adapted, self._no_logo = QuietText(), WrappedLabel("No logo")
        self._wall_said, self._paper_said = QuietText(), QuietText()
        self._lay_out()
        self._connect()
        self._show_tried()

    @property
    def adapted(self) -> str:
        """What is said of colours that have to be changed, a line for each."""
        return self._adapted.text()

    def show_look(self, view: LookView) -> None:
        """Replace what is kept; a colour that is being typed stays unless the kept one changed."""
        before, self._view = self._view, view
        if view.band != before.band:
            self.band.field.setText(view.band)
        if view.accent != before.accent:
            self.accent.field.setText(view.accent)
        self._show_logos([logo_picture(logo) for logo in view.logos])
        self._show_tried()

    def _show_logos(self, pictures: Sequence[bytes]) -> None:
        is_removed = any(one.drop.hasFocus() for one in self.logos[len(pictures) :])
        self._no_logo.setVisible(not pictures)
        self.choose.setEnabled(len(pictures) < MOST_LOGOS)
        for number, fields in enumerate(self.logos):
            fields.row.setVisible(number < len(pictures))
            if number < len(pictures):
                found = QImage.fromData(pictures[number])
                said = logo_text(found.width(), found.height(), len(pictures[number]))
                fields.said.setText(f"{number + 1}. {said}")
        if is_removed:
            self.choose.setFocus()

    def _lay_out(self) -> None:
        cards = SideBySide(
            (self._choices_card(), 1), (self._preview_card(), 1), wide_from=SIDE_BY_SIDE
        )
        scroll = ScrollColumn()
        add(scroll.body, cards, 1)
        foot = Foot((self.state, 1), act=self.keep)
        self.lay_out(scroll, head=Heading("Colours and logos"), foot=foot)

    def _choices_card(self) -> Card:
        card = Card()
        add(
            card.body,
            Heading("Colours", 3),
            self.band,
            self.accent,
            Heading("Logos", 3),
            QuietText(_LOGOS),
            self._no_logo,
            *(one.row for one in self.logos),
            across(self.choose, 1),
            1,
        )
        return card

    def _logo(self, number: int) -> _LogoLine:
        said, drop = WrappedLabel(), PlainButton("Remove", icon="x")
        drop.setAccessibleName(f"Remove logo {number + 1}")
        drop.clicked.connect(lambda _on=False, at=number: self.logo_removed.emit(at))
        row = QWidget()
        across((middle(said), 1), drop, inside=row)
        return _LogoLine(row, said, drop)

    def _preview_card(self) -> Card:
        card = Card()
        for heading, preview, said in (
            ("On the projector", self.wall, self._wall_said),
            ("On certificates", self.paper, self._paper_said),
        ):
            add(card.body, Heading(heading, 3), preview, said)
        add(card.body, self._adapted, 1)
        return card

    def _connect(self) -> None:
        for field in (self.band, self.accent):
            field.changed.connect(self._show_tried)
            field.finished.connect(self.keep.click)
        self.keep.clicked.connect(self._ask)
        self.choose.clicked.connect(self.logo_asked)

    def _ask(self) -> None:
        tried = self._tried()
        self.look_asked.emit(tried.band.colour, tried.accent.colour)

    def _tried(self) -> TriedLook:
        return tried_look(self.band.field.text(), self.accent.field.text(), self._ground)

    def _show_tried(self) -> None:
        tried = self._tried()
        self.band.show_typed(tried.band)
        self.accent.show_typed(tried.accent)
        is_kept = (tried.band.colour, tried.accent.colour) == (self._view.band, self._view.accent)
        self.keep.setEnabled(tried.is_good and not is_kept)
        if not tried.is_good:
            self.state.show_state("loss", "Not a colour")
            return
        self.state.show_state(*(("saved", "Saved") if is_kept else ("attention", "Not saved yet")))
        self.wall.show_look(self._view, tried.wall)
        self.paper.show_look(self._view, tried.papers)
        self._wall_said.setText(tried.wall.said)
        self._paper_said.setText(tried.papers.said)
        self._adapted.setText("\n".join(tried.adapted))
