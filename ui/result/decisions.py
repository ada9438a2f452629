"""What the panel decided, line by line, and the form to record another decision."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from judging_app.closed_sets import complete
from judging_app.present.result.awards import AwardRow
from judging_app.present.result.decisions import DecisionLine
from judging_app.present.result.points import PointsRow
from judging_app.words import capitalised
from ui.result.awards import NOBODY_OUT, AwardForm, AwardList, GiveForm
from ui.result.forms import AgreedForm, Form, OutForm, PenaltyForm
from ui.result.method import MethodForm
from ui.result.order import OrderForm
from ui.result.points import PointsForm
from ui.result.tie_breaks import TieBreaksForm
from ui.result.wanted import AwardWanted
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import Part, across, add, column, middle, radio, swap
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice
from ui.widgets.question import Question
from ui.widgets.reason_field import ReasonField
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import StateBadge


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

NATURES: Sequence[tuple[str, Sequence[Kind]]] = (
    ("Places", (Kind.ORDER, Kind.OUT)),
    ("Scores", (Kind.PENALTY, Kind.AGREED, Kind.POINTS)),
    ("Awards", (Kind.AWARD, Kind.GIVE)),
    ("Rules of the event", (Kind.METHOD, Kind.TIE_BREAKS)),
)
"""The kinds by what they touch: a place, a score, an award, or how all of it is worked out."""

NOTHING = "There are no decisions yet."

SIDE_BY_SIDE = 860
"""Width in pixels at 100 % text from which the kinds are beside the form."""


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
        self.kinds = {kind: radio(kind) for kind in Kind}
        self.awards = AwardList()
        self.reason = ReasonField()
        self.act = ActButton("")
        self.question = Question()
        self._why = QuietText("")
        self._offered: Collection[Kind] = ()
        self._is_asked = False
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
        """Replace the decisions on the record; of the acts named, those in force can be undone."""
        self._lines = tuple(lines)
        shown: list[Part] = [] if lines else [QuietText(NOTHING)]
        for at, line in enumerate(lines):
            is_offered = line.can_be_taken_back and line.act in can_be_taken_back
            shown += [*([Hairline()] if at else []), self._line(at, line, is_offered=is_offered)]
        new = QWidget()
        column(*shown, spacing=12, inside=new)
        self._list = swap(self._record.body, self._list, new)
        self.question.close_question()

    def show_choices(
        self,
        teams: Sequence[Choice],
        judges: Sequence[Choice],
        criteria: Sequence[Choice],
        out: Mapping[str, str] = NOBODY_OUT,
    ) -> None:
        """Replace the teams, in the order of the arithmetic, the judges and their criteria.

        `out` are the teams that have no place, each with why.
        """
        self.order.show_teams(teams)
        self.out.show_teams(teams)
        self.penalty.show_teams(teams)
        self.agreed.show_choices(teams, judges, criteria)
        self.give.show_teams(teams, out)

    def show_points(self, rows: Sequence[PointsRow]) -> None:
        """Replace the organiser's points; without a criterion of theirs there is no such form."""
        kinds = [kind for kind in Kind if rows or kind is not Kind.POINTS]
        if self.kind not in kinds:
            self.kinds[Kind.ORDER].setChecked(True)
        for kind, button in self.kinds.items():
            button.setVisible(kind in kinds)
        self.points.show_rows(rows)

    def show_awards(
        self, awards: Sequence[AwardWanted], rows: Sequence[AwardRow], problem: str = ""
    ) -> None:
        """Replace the awards, and who gets them; `problem` says why that can't be worked out."""
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
        self._show_form()

    def forget(self) -> None:
        """Hold no decision, no score and nothing of what was being written any more."""
        self.show_lines(())
        self.show_choices((), (), ())
        self.agreed.show_given(())
        self.show_points(())
        self.show_awards((), ())
        self.show_offer((), "")
        self.clear()

    def begin(self, kind: Kind) -> None:
        """Show the form of one kind, and put the keyboard on it."""
        if self.kinds[kind].isEnabled():
            self.kinds[kind].setChecked(True)
            self.kinds[kind].setFocus()

    def clear(self) -> None:
        """Empty the form, once its decision is on the record."""
        self.reason.clear()
        for form in self._forms.values():
            form.clear()
        self._show_form()
        if self._is_asked:
            # The act goes out of use, and the keyboard mustn't wander to whatever follows it.
            self.go_on()

    def go_on(self) -> None:
        """Put the keyboard where the next decision begins: at its kind."""
        self._is_asked = False
        self.kinds[self.kind].setFocus()

    def _lay_out(self) -> None:
        self._record, kinds, form = Card(), Card(), Card()
        kinds.setAccessibleName("What to decide")
        add(self._record.body, Heading("Decisions so far", 3), self._list)
        kinds.body.setSpacing(0)
        add(kinds.body, *self._choice())
        self._heading = Heading("", 3)
        add(form.body, self._heading, self._why, *self._forms.values(), self.reason)
        top = Qt.AlignmentFlag.AlignTop
        both = SideBySide((kinds, 2, top), (form, 5, top), wide_from=SIDE_BY_SIDE)
        column(self.question, both, self._record, self.awards, spacing=16, inside=self)

    def _choice(self) -> Iterator[Part]:
        """Every kind below what it touches."""
        self._group = QButtonGroup(self)
        for nature, kinds in NATURES:
            yield PlainLabel(nature, "label")
            for kind in kinds:
                self._group.addButton(self.kinds[kind])
                yield self.kinds[kind]
        self.kinds[Kind.ORDER].setChecked(True)

    def _line(self, at: int, line: DecisionLine, *, is_offered: bool) -> QHBoxLayout:
        badge = StateBadge(*(_STANDS if line.stands else _REPLACED))
        what = line.what if line.note else line.text
        said = column(
            WrappedLabel(capitalised(what), "strong" if line.stands else "quiet"),
            *([QuietText(line.note)] if line.note else []),
            spacing=0,
        )
        shown = across(badge, (middle(said), 1), spacing=12)
        if is_offered:
            button = PlainButton("Undo…")
            button.setAccessibleName(f"Undo: {line.what}")
            button.setProperty("line", at)
            button.clicked.connect(self._ask_back)
            add(shown, button)
        return shown

    def _connect(self) -> None:
        for kind, form in self._forms.items():
            form.changed.connect(self._show_form)
            form.finished.connect(self.act.click)
            self.kinds[kind].toggled.connect(self._show_form)
        self.reason.changed.connect(self._show_form)
        self.reason.finished.connect(self.act.click)
        self.act.clicked.connect(self._ask)
        self.question.answered.connect(self._take_back)
        self.question.left.connect(self.go_on)

    def _show_form(self) -> None:
        for kind, form in self._forms.items():
            form.setVisible(kind is self.kind)
            form.setEnabled(kind in self._offered)
        self.act.setText(ACTS[self.kind])
        self._heading.setText(self.kind)
        chosen = self._forms[self.kind]
        self.reason.setVisible(chosen.needs_reason)
        has_reason = bool(self.reason.text) or not chosen.needs_reason
        is_whole = chosen.wanted is not None and has_reason
        self.act.setEnabled(is_whole and self.kind in self._offered)

    def _ask(self) -> None:
        form = self._forms[self.kind]
        if form.wanted is not None:
            self._is_asked = True
            reason = self.reason.text if form.needs_reason else ""
            self.decision_asked.emit(form.wanted, reason)

    def _ask_back(self) -> None:
        at = int(self.sender().property("line"))
        line = self._lines[at]
        text = f"This undoes: {line.what}. Both the decision and the undo stay on the record."
        self.question.ask(str(at), text, "Undo", needs_reason=True)

    def _take_back(self, at: str, reason: str) -> None:
        self.take_back_asked.emit(self._lines[int(at)], reason)


_STANDS, _REPLACED = ("submitted", "In force"), ("not started", "Replaced")
