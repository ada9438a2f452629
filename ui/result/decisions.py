"""What the panel decided, line by line, and the form to record another decision."""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from judging_app.closed_sets import complete
from judging_app.present.result.awards import AwardRow
from judging_app.present.result.decisions import DecisionLine
from judging_app.present.result.points import PointsRow
from ui.result.award_list import AwardList
from ui.result.awards import AwardChoice, AwardForm, GiveForm
from ui.result.forms import AgreedForm, Form, OutForm, PenaltyForm
from ui.result.method import MethodForm
from ui.result.order import OrderForm
from ui.result.points import PointsForm
from ui.result.tie_breaks import TieBreaksForm
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice
from ui.widgets.question import Question
from ui.widgets.state_badge import StateBadge
from ui.widgets.wrapped_row import WrappedRow


class Kind(StrEnum):
    """What can be decided, by the words of its choice."""

    ORDER = "Panel’s own order"
    OUT = "Team out"
    PENALTY = "Penalty"
    AGREED = "Agreed score"
    POINTS = "Organiser’s points"
    AWARD = "New award"
    GIVE = "Winner of an award"
    METHOD = "Method"
    TIE_BREAKS = "Tie-breaks"


ACTS: Mapping[Kind, str] = complete(
    {
        Kind.ORDER: "Save the panel’s order",
        Kind.OUT: "Take the team out",
        Kind.PENALTY: "Save the penalty",
        Kind.AGREED: "Save the agreed score",
        Kind.POINTS: "Save the points",
        Kind.AWARD: "Add the award",
        Kind.GIVE: "Save the winner",
        Kind.METHOD: "Save the method",
        Kind.TIE_BREAKS: "Save the tie-breaks",
    }
)
"""The act's words, which say what it does."""

NOTHING = "There are no decisions yet."


class DecisionsPart(QWidget):
    """Lists what was decided, and asks for more; each with a reason for the record."""

    decision_asked = Signal(object, str)
    """A `Wanted`, and the reason."""
    take_back_asked = Signal(object, str)
    """A `DecisionLine`, and the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Decisions")
        self.order, self.out = OrderForm(), OutForm()
        self.penalty, self.agreed = PenaltyForm(), AgreedForm()
        self.points, self.award, self.give = PointsForm(), AwardForm(), GiveForm()
        self.method, self.tie_breaks = MethodForm(), TieBreaksForm()
        self._forms: Mapping[Kind, Form] = complete(
            {
                Kind.ORDER: self.order,
                Kind.OUT: self.out,
                Kind.PENALTY: self.penalty,
                Kind.AGREED: self.agreed,
                Kind.POINTS: self.points,
                Kind.AWARD: self.award,
                Kind.GIVE: self.give,
                Kind.METHOD: self.method,
                Kind.TIE_BREAKS: self.tie_breaks,
            }
        )
        self.kinds = {kind: QRadioButton(kind) for kind in Kind}
        self.awards = AwardList()
        self.reason = QLineEdit()
        self._reason_label = PlainLabel("Reason, for the record", "label")
        self.act = ActButton("")
        self.question = Question()
        self._why = QuietText("")
        self._offered: Collection[Kind] = ()
        self._lines: tuple[DecisionLine, ...] = ()
        self._list = QWidget()
        self._lay_out()
        self._connect()
        self.show_lines(())
        self.show_points(())
        self.show_offer((), "")

    @property
    def kind(self) -> Kind:
        """What kind of decision the form is for."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    @property
    def lines(self) -> tuple[DecisionLine, ...]:
        """The decisions on show, the newest first."""
        return self._lines

    def show_lines(
        self, lines: Sequence[DecisionLine], can_be_taken_back: Collection[str] = ()
    ) -> None:
        """Replace the decisions on the record; of the acts named, those that stand can go."""
        self._lines = tuple(lines)
        new = QWidget()
        column = QVBoxLayout(new)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if not lines:
            column.addWidget(QuietText(NOTHING))
        for at, line in enumerate(lines):
            is_offered = line.can_be_taken_back and line.act in can_be_taken_back
            column.addLayout(self._line(at, line, is_offered=is_offered))
        self._record.body.replaceWidget(self._list, new)
        self._list.hide()
        self._list.deleteLater()
        self._list = new
        new.show()  # at once, or the page would blink
        self.question.close_question()

    def show_choices(
        self, teams: Sequence[Choice], judges: Sequence[Choice], criteria: Sequence[Choice]
    ) -> None:
        """Replace the teams, in the order of the arithmetic, the judges and their criteria."""
        self.order.show_teams(teams)
        self.out.show_teams(teams)
        self.penalty.show_teams(teams)
        self.agreed.show_choices(teams, judges, criteria)
        self.give.show_teams(teams)

    def show_points(self, rows: Sequence[PointsRow]) -> None:
        """Replace the organiser's points; without a criterion of theirs there is no such form."""
        kinds = [kind for kind in Kind if rows or kind is not Kind.POINTS]
        if self.kind not in kinds:
            self.kinds[Kind.ORDER].setChecked(True)
        self._choices.show_parts([self.kinds[kind] for kind in kinds])
        self.points.show_rows(rows)

    def show_awards(
        self, awards: Sequence[AwardChoice], rows: Sequence[AwardRow], problem: str = ""
    ) -> None:
        """Replace the awards, and who gets them; `problem` says why that can't be told."""
        self.awards.show_awards(rows, problem)
        self.award.show_awards(awards)
        self.give.show_awards(awards)

    def show_offer(self, kinds: Collection[Kind], why: str) -> None:
        """Say what can be decided now, and why the rest can't."""
        self._offered = kinds
        for kind, button in self.kinds.items():
            button.setEnabled(kind in kinds)
        if kinds and self.kind not in kinds:
            next(self.kinds[kind] for kind in Kind if kind in kinds).setChecked(True)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._weigh()

    def forget(self) -> None:
        """Hold no decision, no score and nothing of what was being written any more."""
        self.show_lines(())
        self.show_choices((), (), ())
        self.agreed.show_given(())
        self.show_points(())
        self.show_awards((), ())
        self.show_offer((), "")
        self.clear()

    def clear(self) -> None:
        """Begin the form anew, once its decision is on the record."""
        self.reason.clear()
        for form in self._forms.values():
            form.clear()
        self._weigh()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        self._record = Card()
        self._record.body.addWidget(Heading("Decisions so far", 3))
        self._record.body.addWidget(self._list)
        form = Card()
        form.body.addWidget(Heading("Record a decision", 3))
        form.body.addWidget(self._why)
        self._choices = self._choice()
        form.body.addWidget(self._choices)
        for part in self._forms.values():
            form.body.addWidget(part)
        form.body.addWidget(self._reason_label)
        self.reason.setAccessibleName("Reason, for the record")
        self.reason.setMaxLength(500)
        form.body.addWidget(self.reason)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.act)
        form.body.addLayout(line)
        for card in (self.awards, self._record, self.question, form):
            outer.addWidget(card)

    def _choice(self) -> WrappedRow:
        self._group = QButtonGroup(self)
        for kind, button in self.kinds.items():
            button.setAccessibleName(kind)
            self._group.addButton(button)
        self.kinds[Kind.ORDER].setChecked(True)
        return WrappedRow([*self.kinds.values()])

    def _line(self, at: int, line: DecisionLine, *, is_offered: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(StateBadge(*(_STANDS if line.stands else _REPLACED)))
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(WrappedLabel(line.text, "" if line.stands else "quiet"))
        words.addStretch(1)
        row.addLayout(words, 1)
        if is_offered:
            button = PlainButton("Undo…")
            button.setAccessibleName(f"Undo: {line.what}")
            button.setProperty("line", at)
            button.clicked.connect(self._ask_back)
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        for kind, form in self._forms.items():
            form.changed.connect(self._weigh)
            form.finished.connect(self.act.click)
            self.kinds[kind].toggled.connect(self._weigh)
        self.reason.textChanged.connect(self._weigh)
        self.reason.returnPressed.connect(self.act.click)
        self.act.clicked.connect(self._ask)
        self.question.answered.connect(self._take_back)

    def _weigh(self) -> None:
        for kind, form in self._forms.items():
            form.setVisible(kind is self.kind)
            form.setEnabled(kind in self._offered)
        self.act.setText(ACTS[self.kind])
        chosen = self._forms[self.kind]
        self.reason.setVisible(chosen.needs_reason)
        self._reason_label.setVisible(chosen.needs_reason)
        has_reason = bool(self.reason.text().strip()) or not chosen.needs_reason
        is_whole = chosen.wanted is not None and has_reason
        self.act.setEnabled(is_whole and self.kind in self._offered)

    def _ask(self) -> None:
        form = self._forms[self.kind]
        if form.wanted is not None:
            reason = self.reason.text().strip() if form.needs_reason else ""
            self.decision_asked.emit(form.wanted, reason)

    def _ask_back(self) -> None:
        at = int(self.sender().property("line"))
        line = self._lines[at]
        text = f"This undoes: {line.what}. Both the decision and the undo stay on the record."
        self.question.ask(str(at), text, "Undo", needs_reason=True)

    def _take_back(self, at: str, reason: str) -> None:
        self.take_back_asked.emit(self._lines[int(at)], reason)


_STANDS, _REPLACED = ("submitted", "In force"), ("not started", "Replaced")
