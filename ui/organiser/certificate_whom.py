"""Whom certificates are made for: whoever is ticked, teams that are out, and volunteers."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from judging_app.domain.papers.certificates import CertificateKind
from judging_app.present.organiser.certificate_selection import OutTeam
from judging_app.present.organiser.designer import (
    KIND_WORDS,
    PersonRow,
    guests_of,
    guests_text,
    left_out,
    out_question,
)
from ui import theme
from ui.organiser.certificate_parts import DesignPart
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, labelled
from ui.widgets.labels import QuietText, WrappedLabel


class OutCard(Card):
    """Asks once whether a team that is out gets its certificates; away while there is none."""

    answered = Signal(object, bool)
    """The team, and whether it gets them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card-attention", parent)
        self._team: OutTeam | None = None
        self._text = WrappedLabel("", "strong")
        self.give, self.leave_out = PlainButton("Make them"), PlainButton("Leave them out")
        add(self.body, self._text, across(self.give, self.leave_out, 1))
        self.give.clicked.connect(lambda: self._answer(gets=True))
        self.leave_out.clicked.connect(lambda: self._answer(gets=False))
        self.hide()

    def show_team(self, team: OutTeam | None) -> None:
        """Ask about a team; `None` for nothing to ask."""
        self._team = team
        self._text.setText(out_question(team) if team else "")
        self.setVisible(team is not None)

    def _answer(self, *, gets: bool) -> None:
        if self._team is not None:
            self.answered.emit(self._team.team, gets)


class WhomPart(DesignPart):
    """Everyone of a kind with a tick, or the names of those whom nothing else names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[PersonRow, ...] = ()
        self._about = QuietText(_UNTICK)
        self.people = QListWidget()
        self.people.setAccessibleName("Who gets one")
        self.volunteers = _names("Volunteers")
        column(
            self._about,
            self.people,
            QuietText(_ONE_A_LINE),
            labelled(KIND_WORDS[CertificateKind.VOLUNTEERS], self.volunteers),
            spacing=8,
            inside=self,
        )
        theme.follow(self.people.setFixedHeight, 220)
        self.people.itemChanged.connect(self._change_people)
        self.volunteers.textChanged.connect(self._change_names)

    def show_people(self, people: Sequence[PersonRow]) -> None:
        """Show everyone who could get a certificate of the kind on show."""
        if self._people == tuple(people):
            return
        self._people, self._is_showing = tuple(people), True
        at = self.people.currentRow()
        while self.people.count() > len(people):
            self.people.takeItem(self.people.count() - 1)
        for number, person in enumerate(people):
            if number == self.people.count():
                self.people.addItem(QListWidgetItem())
            item = self.people.item(number)
            item.setText(person.words)
            ticked = Qt.CheckState.Checked if person.is_made else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            may_tick = Qt.ItemFlag.ItemIsUserCheckable if person.is_open else enabled
            item.setFlags(enabled | may_tick)
        self.people.setCurrentRow(at)
        self._is_showing = False
        self.people.setEnabled(bool(people))

    def _show(self) -> None:
        if guests_of(self.volunteers.toPlainText()) != self._plan.volunteers:
            self.volunteers.setPlainText(guests_text(self._plan.volunteers))

    def _change_people(self) -> None:
        if self._is_showing:
            return
        made = {
            person.key
            for number, person in enumerate(self._people)
            if self.people.item(number).checkState() is Qt.CheckState.Checked
        }
        self._emit(left_out(self._plan, self._people, made))

    def _change_names(self) -> None:
        if self._is_showing:
            return
        volunteers = guests_of(self.volunteers.toPlainText())
        if volunteers != self._plan.volunteers:
            self._emit(replace(self._plan, volunteers=volunteers))


_UNTICK = "Everyone who is ticked gets one. Press Space to tick or untick."
_ONE_A_LINE = (
    "One volunteer per line. You can add an office after a comma. They only get certificates. "
    "Mentors are listed in People."
)


def _names(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    theme.follow(field.setFixedHeight, 76)
    return field
