"""The panel on the day: a late judge, conflicts of interest, and the sample pitch."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from judging_app.domain.panel import ConflictDecision
from judging_app.present.host.calibration import CalibrationJudge, CalibrationView
from judging_app.present.host.panel import ConflictRow, PanelView, shown_pin
from judging_app.present.words.ballots import DECISION_BUTTONS, DECISIONS
from ui import theme
from ui.result.spread import KEYS, TeamSpread
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.reason_field import ReasonField
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_view import RowsTable, RowsView
from ui.widgets.scroll import bring_into_view
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import StateBadge


class PanelPart(QWidget):
    """Shows who waits for what, and says what was asked."""

    judge_asked = Signal(str)
    """The name of a judge who walked in."""
    decision_asked = Signal(str, str, object, str)
    """The judge's id, the team's id, the `ConflictDecision` and the reason."""
    declare_asked = Signal(str, str)
    """The judge's and the team's id of a conflict that was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Panel")
        self.walk_in, self.conflicts = WalkInCard(), ConflictsCard()
        beside = column(self.conflicts.acts, self.walk_in, 1, spacing=12)
        self._both = SideBySide(
            (self.conflicts, 3), (beside, 1), wide_from=SIDE_BY_SIDE, spacing=24
        )
        column((self._both, 1), inside=self)
        self.walk_in.judge_asked.connect(self.judge_asked)
        self.conflicts.decision_asked.connect(self.decision_asked)
        self.conflicts.declare_asked.connect(self.declare_asked)

    def show_view(self, view: PanelView) -> None:
        """Replace everything on show but a PIN that is still being noted."""
        self.walk_in.show_offer(is_offered=view.may_add)
        self.conflicts.show_view(view)


SIDE_BY_SIDE, BESIDE = 1_000, 300
"""Width in pixels at 100 % text from which the acts are beside the table, and theirs."""


class WalkInCard(Card):
    """Adds a judge by name and Enter, and shows the PIN once."""

    judge_asked = Signal(str)
    noted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._pin, self._is_offered = "", True
        self.name = text_field("Name of the late judge", 200)
        self.add = PlainButton("Add judge", icon="user-plus")
        self.problem = WrappedLabel("", "attention")
        self._form, self._given = QWidget(), QWidget()
        self.pin = PlainLabel("", "title")
        self._whose = WrappedLabel("", "strong")
        self.copy, self.done = PlainButton("Copy"), ActButton("Done")
        self._lay_out()
        self.name.returnPressed.connect(self._ask)
        self.add.clicked.connect(self._ask)
        self.copy.clicked.connect(self._copy)
        self.done.clicked.connect(self._note)
        self._given.hide()

    def show_offer(self, *, is_offered: bool) -> None:
        """Whether a judge can be added now."""
        self._is_offered = is_offered
        self._form.setVisible(is_offered and not self._pin)
        self.setVisible(is_offered or bool(self._pin))

    def show_pin(self, name: str, pin: str) -> None:
        """Show the new judge's PIN, large, until it is noted."""
        self._pin = pin
        self.name.clear()
        self.show_problem("")
        self._whose.setText(f"{name}’s PIN. It is shown only now.")
        self.pin.setText(shown_pin(pin))
        self.pin.setAccessibleName(f"PIN {' '.join(pin)}")
        self._form.hide()
        self._given.show()
        self.show()
        self.done.setFocus()
        QTimer.singleShot(0, self, self._come_into_view)  # once it has its room

    def forget_pin(self) -> None:
        """Take the PIN off the screen, for good."""
        had_pin, self._pin = bool(self._pin), ""
        self.pin.setText("")
        self.pin.setAccessibleName("")
        self._given.hide()
        self.show_offer(is_offered=self._is_offered)
        if had_pin:
            self.name.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why the judge wasn't added."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self.body.addWidget(Heading("Add a late judge", 3))
        from_then = "From then on, a ballot for every team is still to come from this judge."
        column(
            labelled("Name, then Enter", self.name, beside=[self.add], spacing=None),
            self.problem,
            QuietText(from_then),
            inside=self._form,
        )
        self.problem.hide()
        column(self._whose, self.pin, across(self.copy, self.done, 1), inside=self._given)
        add(self.body, self._form, self._given)

    def _come_into_view(self) -> None:
        bring_into_view(self.done)

    def _ask(self) -> None:
        if self.name.text().strip():
            self.judge_asked.emit(self.name.text())

    def _note(self) -> None:
        self.noted.emit()
        self.forget_pin()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._pin)


class ConflictsCard(Card):
    """The conflicts of interest as a table; the organiser decides the one that is chosen.

    What can be done about it, `acts`, is a card of its own beside the table.
    """

    decision_asked = Signal(str, str, object, str)
    declare_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._may = PanelView("", (), may_decide=False, may_declare=False, may_add=False)
        self._lead = WrappedLabel("", "strong")
        self.table = ConflictsTable()
        self.acts = Card()
        self._who, self._why = WrappedLabel("", "subheading"), WrappedLabel("")
        self.reason = ReasonField()
        self.buttons = {decision: self._button(decision) for decision in DECISIONS}
        self.declare = PlainButton("Declare")
        self.declare.clicked.connect(self._ask_declare)
        add(self.body, self._lead, (self.table, 1))
        add(self.acts.body, self._who, self._why, self.reason, *self.buttons.values(), self.declare)
        theme.follow(self.acts.setMinimumWidth, BESIDE)
        self.reason.changed.connect(self._offer_acts)
        self.table.selectionModel().currentChanged.connect(self._offer_acts)

    def begin(self) -> None:
        """Begin at the first, which waits longest, for whoever comes."""
        self.reason.clear()
        self.table.setCurrentIndex(QModelIndex())

    @property
    def chosen(self) -> ConflictRow | None:
        """The conflict that is chosen."""
        return self.table.rows.row_at(self.table.currentIndex())

    def show_view(self, view: PanelView) -> None:
        """Replace the conflicts; a reason that is being written stays."""
        before, self._may = self.chosen, view
        self._lead.setText(view.lead)
        self.table.show_rows(view.conflicts, before.key if before else "")
        self.table.setVisible(bool(view.conflicts))
        self._offer_acts()

    def _button(self, decision: ConflictDecision) -> PlainButton:
        button = PlainButton(DECISION_BUTTONS[decision])
        button.setProperty("decision", decision.name)
        button.clicked.connect(self._ask)
        return button

    def _offer_acts(self) -> None:
        row = self.chosen
        may_decide = row is not None and not row.is_found and self._may.may_decide
        may_declare = row is not None and row.is_found and self._may.may_declare
        self.acts.setVisible(row is not None)
        self._who.setText(f"{row.judge}\nfor {row.team}" if row else "")
        self._why.setText(f"{row.why}. {row.stands}." if row else "")
        for part in (self.reason, *self.buttons.values()):
            part.setVisible(may_decide)
        self.declare.setVisible(may_declare)
        for button in self.buttons.values():
            button.setEnabled(bool(self.reason.text))

    def _ask(self) -> None:
        if (row := self.chosen) is not None:
            decision = ConflictDecision[str(self.sender().property("decision"))]
            reason = self.reason.taken()
            self.decision_asked.emit(str(row.judge_id), str(row.team_id), decision, reason)

    def _ask_declare(self) -> None:
        if (row := self.chosen) is not None:
            self.declare_asked.emit(str(row.judge_id), str(row.team_id))


class ConflictsTable(RowsView[ConflictRow]):
    """A row a conflict: those that wait first; the table scrolls within the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RowsModel(_CONFLICTS, _conflict_key), parent)
        self.setAccessibleName("Conflicts of interest")
        self.setProperty("kind", "flat")
        self.verticalHeader().hide()
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        theme.follow(self._fit)

    def show_rows(self, rows: Sequence[ConflictRow], chosen: str) -> None:
        """Replace the rows; the chosen one stays so, else the first is."""
        self.rows.show_rows(rows)
        keys_ = [row.key for row in rows]
        at = keys_.index(chosen) if chosen in keys_ else 0
        if rows:
            self.setCurrentIndex(self.rows.index(at, 0))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        row, shares = theme.scaled(36), (22, 22, 38, 18)
        self.verticalHeader().setDefaultSectionSize(row)
        for at, share in enumerate(shares):
            self.setColumnWidth(at, self.viewport().width() * share // 100)
        self.setMinimumHeight(row * (min(self.rows.rowCount(), MOST_ROWS) + 1) + 8)


MOST_ROWS = 10
"""Conflicts that are in sight at least; more scroll."""


def _conflict_key(row: ConflictRow) -> str:
    return row.key


def _all_of_it(row: ConflictRow) -> str:
    return row.words


def _judge_id(row: CalibrationJudge) -> str:
    return str(row.judge_id)


_CALIBRATION: tuple[Column[CalibrationJudge], ...] = (
    Column("Judge", lambda row: row.name),
    Column("Scored", lambda row: row.text),
)

_CONFLICTS: tuple[Column[ConflictRow], ...] = (
    Column("Judge", lambda row: row.judge, tip=_all_of_it, spoken=_all_of_it),
    Column("Team", lambda row: row.team, tip=_all_of_it),
    Column("Why", lambda row: row.why, tip=_all_of_it),
    Column("Decision", lambda row: row.state, tip=_all_of_it),
)


_HINT = (
    "Every judge scores one sample pitch. Discuss where the scores are far apart, then delete "
    "them. None of it counts, and opening scoring deletes it."
)


class CalibrationPart(QWidget):
    """Shows the sample pitch's scores side by side."""

    discard_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sample pitch")
        self._lead = WrappedLabel("", "strong")
        self.judges: RowsTable[CalibrationJudge] = RowsTable(
            _CALIBRATION, _judge_id, wide=(0,), height=34
        )
        self.judges.setAccessibleName("Who has scored the sample pitch")
        self._far, self._plots = Card("banner-attention"), Card()
        self._to_talk_over = WrappedLabel()
        self._rows: list[TeamSpread] = []
        self._column = column()
        self.discard = PlainButton("Delete the sample scores", kind="loss")
        self.discard.clicked.connect(self.discard_asked)
        self._lay_out()

    @property
    def rows(self) -> list[TeamSpread]:
        """The criteria on show."""
        return [row for row in self._rows if row.isVisibleTo(self)]

    def show_view(self, view: CalibrationView) -> None:
        """Replace the scores."""
        self._lead.setText(view.lead)
        self.judges.show_rows(view.judges)
        self._to_talk_over.setText("\n".join(view.to_talk_over))
        self._far.setVisible(bool(view.to_talk_over))
        while len(self._rows) < len(view.rows):
            self._rows.append(TeamSpread())
            self._column.addWidget(self._rows[-1])
        for at, row in enumerate(self._rows):
            row.show_row(view.rows[at] if at < len(view.rows) else None)
        self.discard.setEnabled(view.is_begun)

    def _lay_out(self) -> None:
        who = Card()
        add(self._far.body, StateBadge("attention", "To discuss"), self._to_talk_over)
        add(who.body, Heading("Who has scored", 3), self._lead, self.judges, 1)
        add(self._plots.body, Heading("How far apart", 3), QuietText(KEYS), self._column)
        right = column(self._far, self._plots, 1, spacing=12)
        both = SideBySide((who, 1), (right, 2), wide_from=SIDE_BY_SIDE, spacing=16)
        side = Qt.AlignmentFlag.AlignLeft
        column(QuietText(_HINT), both, (self.discard, 0, side), spacing=12, inside=self)
