"""Forming teams: what is wanted on the left, what came of it on the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from judging_app.present.set_up.forming import (
    IMPORTANCE_CHOICES,
    IN_A_TEAM,
    TRAIT_CHOICES,
    WISH_CHOICES,
    FormedView,
    TeamRow,
)
from judging_app.words import capitalised, counted
from ui import keys
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column, text_field
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker, PickerBox
from ui.widgets.rows_model import Column
from ui.widgets.rows_view import RowsTable
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import StateBadge

_ROW, _WIDE_FROM = 44, 900
_SOON_MS = 400
"""After the last change of what is wanted, before the teams are formed again."""


class FormingScreen(Screen):
    """Says when something else is wanted, and when the teams on show are to be used."""

    form_asked = Signal()
    use_asked = Signal()
    wish_asked = Signal(str, tuple)
    """The key of a kind of wish, and the codes that it is about."""
    wish_dropped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Form teams")
        self.name_page("Form teams")
        self.count = text_field("How many teams", 3, width=64)
        self.range = PlainLabel(kind="quiet")
        self.importance = {one[0]: self._importance_box(*one[1:]) for one in TRAIT_CHOICES}
        self.seed = text_field("Seed", 40, widest=140)
        self.another = PlainButton("Another", icon="refresh-cw")
        self.wishes = _Wishes()
        self.verdict, self.unmet = StateBadge(), Card("attention")
        self.teams = _table()
        self.back = PlainButton("Back", icon="arrow-left")
        self.again = PlainButton("Form again", icon="refresh-cw")
        self.use = ActButton("Use these teams")
        self._told = PlainLabel("You can still move people afterwards.", "quiet")
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._lay_out()
        self._connect()

    def show_people(
        self, people: Sequence[tuple[str, str]], teams: Sequence[tuple[str, str]]
    ) -> None:
        """Say who and which teams there are."""
        self.wishes.show_choices(people, teams)
        self._told.setText(
            "You can still move people afterwards."
            if people
            else "There is nobody yet. Import people, or add them under People."
        )

    def show_wishes(self, wishes: Sequence[str]) -> None:
        """Replace the list of wishes."""
        self.wishes.show_wishes(wishes)

    def show_range(self, people: int, teams: int) -> None:
        """Say how large the teams are."""
        if 0 < teams <= people:
            fewest, most = people // teams, -(-people // teams)
            self.range.setText(f"of {fewest}" if fewest == most else f"of {fewest} or {most}")
        else:
            self.range.setText("")

    def show_looking(self) -> None:
        """Say that teams are being formed."""
        self.verdict.show_state("saving", "Looking for the best teams…")
        self.use.setEnabled(False)

    def show_formed(self, view: FormedView) -> None:
        """Show what came of it."""
        self.verdict.show_state("good" if view.is_proved else "attention", view.verdict)
        self.teams.show_rows(view.rows)
        self._told.setText(f"{view.legend}. You can still move people afterwards.")
        _fill(self.unmet, view.unmet)
        self.use.setText(f"Use these {counted(len(view.rows), 'team')}")
        self.use.setEnabled(True)

    def show_problem(self, sentence: str) -> None:
        """Say why no teams are formed."""
        self.verdict.show_state("loss", sentence)
        self.use.setEnabled(False)

    @property
    def wanted(self) -> Mapping[str, str]:
        """How much each trait matters, by its key."""
        return {trait: str(box.currentData()) for trait, box in self.importance.items()}

    def _importance_box(self, words: str, usual: str) -> PickerBox:
        box = PickerBox()
        box.setAccessibleName(f"How much the {words} matters")
        for key, how_much in IMPORTANCE_CHOICES:
            box.addItem(capitalised(how_much), key)
        box.setCurrentIndex(box.findData(usual))
        return box

    def _lay_out(self) -> None:
        settings, found = QWidget(), QWidget()
        teams, traits, lot = Card(), Card(), Card()
        add(
            teams.body, across((Heading("How many teams", 3), 1), self.count, self.range, spacing=8)
        )
        add(traits.body, Heading("Alike in", 3))
        for key, words, _ in TRAIT_CHOICES:
            word, box = PlainLabel(capitalised(words)), self.importance[key]
            add(traits.body, Hairline(), across((word, 1), (box, 1), spacing=8))
        add(lot.body, across((Heading("Seed", 3), 1), self.seed, self.another, spacing=8))
        column(teams, traits, self.wishes, lot, 1, spacing=12, inside=settings)
        verdict = Card()
        add(verdict.body, self.verdict)
        column(verdict, self.teams, self.unmet, 1, spacing=12, inside=found)
        self.unmet.hide()
        middle = ScrollColumn()
        middle.body.addWidget(SideBySide((settings, 2), (found, 4), wide_from=_WIDE_FROM))
        head = column(
            Heading("Form teams"),
            QuietText("People into teams that are as alike as they can be."),
            spacing=2,
        )
        foot = Foot((self._told, 1), act=self.use, beside=(self.back, self.again))
        self.lay_out(middle, head=head, foot=foot)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.form_asked)
        for box in self.importance.values():
            box.activated.connect(self._soon.start)
        for field in (self.count, self.seed):
            field.textEdited.connect(self._soon.start)
            field.returnPressed.connect(self.form_asked)
        self.again.clicked.connect(self.form_asked)
        self.use.clicked.connect(self.use_asked)
        self.wishes.asked.connect(self.wish_asked)
        self.wishes.dropped.connect(self.wish_dropped)
        keys.bind(keys.USE_TEAMS, self, self.use.click)
        keys.bind(keys.LEAVE_FORMING, self, self.back.click)


class _Wishes(Card):
    """Who stays together or apart, or is in a team; a wish is added below the list."""

    asked = Signal(str, tuple)
    dropped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.kind, self.first = Picker("Wish"), Picker("Person")
        self.second, self.team = Picker("Other person"), Picker("Team")
        self.kind.show_choices([Choice(*one) for one in WISH_CHOICES])
        self.add = PlainButton("Add the wish", icon="plus")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        add(
            self.body,
            Heading("Together, apart, fixed", 3),
            self._list,
            across((self.kind, 1), (self.first, 1), spacing=8),
            across((self.second, 1), (self.team, 1), spacing=8),
            (self.add, 0, Qt.AlignmentFlag.AlignLeft),
        )
        self.kind.picked.connect(self._show_kind)
        self.add.clicked.connect(self._ask)
        self._show_kind()

    def show_choices(
        self, people: Sequence[tuple[str, str]], teams: Sequence[tuple[str, str]]
    ) -> None:
        """Say who and which teams there are."""
        for picker in (self.first, self.second):
            picker.show_choices([Choice(*one) for one in people])
        self.team.show_choices([Choice(*one) for one in teams])
        self.add.setEnabled(bool(people))

    def show_wishes(self, wishes: Sequence[str]) -> None:
        """Replace the list."""
        while item := self._list.takeAt(0):
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for at, words in enumerate(wishes):
            row, drop = QWidget(), PlainButton(icon="x")
            drop.setAccessibleName(f"Remove the wish “{words}”")
            drop.clicked.connect(lambda _=False, at=at: self.dropped.emit(at))
            across((WrappedLabel(words), 1), drop, spacing=8, inside=row)
            self._list.addWidget(row)

    def _show_kind(self, _key: str = "") -> None:
        is_fixed = self.kind.key == IN_A_TEAM
        self.team.setVisible(is_fixed)
        self.second.setVisible(not is_fixed)

    def _ask(self) -> None:
        other = self.team if self.kind.key == IN_A_TEAM else self.second
        self.asked.emit(self.kind.key, (self.first.key, other.key))


def _table() -> RowsTable[TeamRow]:
    columns: tuple[Column[TeamRow], ...] = (
        Column("Team", lambda row: row.name),
        Column(
            "People",
            lambda row: str(len(row.people)),
            spoken=lambda row: ", ".join(row.people),
            tip=lambda row: ", ".join(row.people),
        ),
        Column(
            "Sector",
            lambda row: row.marks,
            spoken=lambda row: row.sectors,
            tip=lambda row: row.sectors,
        ),
        Column("Organisations", lambda row: row.organisations),
        Column("Roles", lambda row: row.roles),
    )
    made = RowsTable(columns, lambda row: row.name, wide=(4,), height=_ROW)
    made.setAccessibleName("The teams")
    return made


def _fill(card: Card, sentences: Sequence[str]) -> None:
    while item := card.body.takeAt(0):
        if (label := item.widget()) is not None:
            label.hide()
            label.deleteLater()
    if sentences:
        heading = f"{capitalised(counted(len(sentences), 'wish', 'wishes'))} could not be met"
        add(card.body, Heading(heading, 3), *map(WrappedLabel, sentences))
    card.setVisible(bool(sentences))
