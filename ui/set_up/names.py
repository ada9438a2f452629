"""The name proof: every name as the wall shows it, as papers print it, and how it is said."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from judging_app.domain.set_up.proof import ProvenName
from judging_app.present.set_up.names import NameGroup, NameProof, tick_words
from ui import keys, theme
from ui.set_up.lines import LinesCard, StateLine, emptied
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column, text_field
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide

WIDE_FROM, TEAMS = 900, 250
"""Pixels at 100 % text: from which the teams are beside the names, and their width."""


class NameProofScreen(Screen):
    """Shows the names of one team at a time, and says what was said of them."""

    proven = Signal(object)
    """A list of `ProvenName`."""
    corrected = Signal()
    """A spelling is to be corrected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Name proof")
        self.name_page("Name proof")
        self._view = NameProof((), {}, "")
        self._at = ""
        self.teams, self._names = LinesCard(is_narrow=True), Card()
        self.rows: list[NameRow] = []
        self._rows = column(spacing=0)
        self._foot, self._none = PlainLabel(), QuietText("There is nobody yet. Add people first.")
        self.correct = PlainButton("Correct a spelling…", icon="pencil")
        self.tick = ActButton("")
        self._lay_out()
        self.teams.asked.connect(self._show_group)
        self.correct.clicked.connect(self.corrected)
        self.tick.clicked.connect(self._tick_all)
        keys.bind(keys.TICK_NAMES, self, self.tick.click)
        keys.bind(keys.NEXT_GROUP, self, self._go_on)

    def show_view(self, view: NameProof) -> None:
        """Replace everything; the team that is looked at stays."""
        self._view = view
        groups = {group.key: group for group in view.groups}
        if self._at not in groups:
            self._at = next(iter(groups), "")
        self._none.setVisible(not groups)
        for part in (self._sides, self.tick, self.correct):
            part.setVisible(bool(groups))
        self._foot.setText(view.words if groups else "")
        self._show()

    def _show(self) -> None:
        self.teams.show_lines([self._line(group) for group in self._view.groups])
        group = self._group
        if group is None:
            return
        if [row.name for row in self.rows] != [*group.names]:
            at = next((k for k, row in enumerate(self.rows) if row.has_keyboard), None)
            body = emptied(self._rows)
            self.rows = [NameRow(one, self._view.lacking.get(one.name, "")) for one in group.names]
            for row in self.rows:
                row.proven.connect(self._prove)
                body.addWidget(row)
                row.show()
            if at is not None and at < len(self.rows):
                self.rows[at].right.setFocus()
        self.tick.setText(tick_words(group) or "All are right")
        self.tick.setEnabled(bool(tick_words(group)))

    @property
    def _group(self) -> NameGroup | None:
        return next((one for one in self._view.groups if one.key == self._at), None)

    def _line(self, group: NameGroup) -> StateLine:
        state, spoken = ("submitted", "right") if group.is_right else ("owed", "not yet")
        act = "" if group.key == self._at else "Show"
        return StateLine(group.key, state, spoken, group.title, group.words, act)

    def _show_group(self, key: object) -> None:
        self._at = str(key)
        self._show()
        if self.rows:
            self.rows[0].right.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        keys_ = [group.key for group in self._view.groups]
        if keys_:
            self._show_group(keys_[(keys_.index(self._at) + 1) % len(keys_)])

    def _prove(self, name: ProvenName) -> None:
        self.proven.emit([name])

    def _tick_all(self) -> None:
        if self._group is not None:
            left = [replace(one, is_right=True) for one in self._group.names if not one.is_right]
            self.proven.emit(left)

    def _lay_out(self) -> None:
        scroll = ScrollColumn()
        head = across(
            (PlainLabel("On the wall", "label"), 3),
            (PlainLabel("On paper", "label"), 3),
            (PlainLabel("How it is said", "label"), 2),
            (PlainLabel("Right", "label"), 1),
            spacing=12,
        )
        add(self._names.body, head, self._rows, 1)
        self._sides = SideBySide((self.teams, 2), (self._names, 7), wide_from=WIDE_FROM)
        add(scroll.body, self._none, self._sides, 1)
        says = QuietText("Let each team look: once here, once on paper.")
        foot = Foot((self._foot, 1), act=self.tick, beside=(self.correct,))
        self.lay_out(scroll, head=column(Heading("Name proof"), says, spacing=2), foot=foot)


class NameRow(QWidget):
    """One name: as it is shown, as it is printed, how it is said, and whether it is right."""

    proven = Signal(object)

    def __init__(self, name: ProvenName, lacking: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        wall, paper = Card("wall-card"), Card("paper-card")
        add(wall.body, WrappedLabel(name.name, "on-wall"))
        add(paper.body, WrappedLabel(name.name, "on-paper"))
        for card in (wall, paper):
            card.body.setContentsMargins(10, 6, 10, 6)
        if lacking:
            add(paper.body, WrappedLabel(f"No font has {lacking}", "attention"))
        self.said: QLineEdit = text_field(
            f"How {name.name} is said", 120, example="as it is written"
        )
        self.said.setText(name.said)
        self.right = QCheckBox("Right")
        self.right.setChecked(name.is_right)
        self.right.setAccessibleName(f"{name.name} is right")
        parts = across((wall, 3), (paper, 3), (self.said, 2), (self.right, 1), spacing=12)
        column(Hairline(), parts, spacing=8, margins=(0, 8, 0, 0), inside=self)
        self.said.editingFinished.connect(self._say)
        self.right.clicked.connect(self._prove)
        theme.follow(self.setMinimumHeight, 60)

    @property
    def has_keyboard(self) -> bool:
        """Whether somebody is on it."""
        return self.said.hasFocus() or self.right.hasFocus()

    def _say(self) -> None:
        if self.said.text().strip() != self.name.said:
            self._prove()

    def _prove(self) -> None:
        said = self.said.text().strip()
        self.proven.emit(replace(self.name, said=said, is_right=self.right.isChecked()))
