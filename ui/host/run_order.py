"""The run order: moved by key or by hand, drawn by lot, with the time of each team."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.host.run_order import RunOrderView
from ui.host.day_card import DayCard, named
from ui.host.turn_list import TurnList
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column, text_field
from ui.widgets.labels import Heading, QuietText, WrappedLabel
from ui.widgets.reason_field import ReasonField
from ui.widgets.scroll import bring_into_view
from ui.widgets.side_by_side import SideBySide

WIDE_FROM = 1_000
"""Pixels at 100 % text from which the times of the day stand beside the order."""

_HINT = "To move the chosen line, drag it or press Alt+Up or Alt+Down."


class RunOrderPart(QWidget):
    """Shows the order and says which one was asked for.

    While the order needs a reason, moves wait here until one is given.
    """

    order_asked = Signal(object, str)
    """The keys of all lines in their new order, and the reason."""
    removal_asked = Signal()
    """The entry that is chosen is to go."""
    draw_asked = Signal(str, str)
    """The words to draw by, and the reason."""
    times_asked = Signal(object, str, str)
    """The ids of the teams, and the times for pitch and questions as they were typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Run order")
        self._view = RunOrderView((), "", needs_reason=False, may_change=False)
        self._came_about, self._unmet = WrappedLabel(), WrappedLabel("", "attention")
        self.rows, self._hint = TurnList(), QuietText(_HINT)
        self.up = PlainButton("Move up", icon="arrow-up")
        self.down = PlainButton("Move down", icon="arrow-down")
        self.remove = PlainButton("Remove the chosen line", icon="x")
        self.reason, self._draws = ReasonField(), False
        self.keep = PlainButton("Save this order")
        self.drop = PlainButton("Undo these moves", kind="quiet")
        self.seed = text_field("Words or a number for the draw", 100, width=260)
        self.draw = PlainButton("Draw by lot")
        self.pitch = text_field("Pitch", 6, width=90)
        self.questions = text_field("Questions", 6, width=90)
        self.one, self.all = PlainButton("Save for this team"), PlainButton("Save for every team")
        self._reason_card = Card("banner-attention")
        self._acts, self.day = Card(), DayCard()
        self.problem = WrappedLabel("", "attention")
        self._lay_out()
        self._connect()

    def show_view(self, view: RunOrderView) -> None:
        """Replace the order; what was moved and not kept is gone."""
        chosen = self.rows.chosen
        self._view = view
        self._came_about.setText(view.came_about)
        self._unmet.setText(view.unmet)
        self._unmet.setVisible(bool(view.unmet))
        self.rows.show_rows(view.rows)
        self.rows.choose(chosen or (view.rows[0].team_id if view.rows else ""))
        self.rows.setVisible(bool(view.rows))
        self.rows.set_movable(is_movable=view.may_change)
        for part in (self.day, self._acts, self._hint, self.up, self.down, self.remove):
            part.setVisible(view.may_change and bool(view.rows))
        self.day.show_day(view.day)
        self._reason_card.hide()
        self._enable_buttons()

    def show_problem(self, sentence: str) -> None:
        """Say why what was asked for is not so."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            bring_into_view(self.problem)

    def show_order(self) -> None:
        """Bring the order into view, and how it came about: it is another."""
        bring_into_view(self._came_about)

    def _lay_out(self) -> None:
        self._lay_out_acts()
        why = WrappedLabel("The order was drawn by lot. Say why it changes.", "large")
        add(self._reason_card.body, why, self.reason, across(1, self.drop, self.keep))
        order, rest = QWidget(), QWidget()
        column(
            self.rows,
            across(self.up, self.down, self.remove, 1),
            self._hint,
            self._acts,
            1,
            spacing=12,
            inside=order,
        )
        column(self.day, 1, inside=rest)
        column(
            self._came_about,
            self._unmet,
            self.problem,
            self._reason_card,
            SideBySide((order, 5), (rest, 3), wide_from=WIDE_FROM),
            1,
            spacing=12,
            inside=self,
        )
        for part in (self.problem, self._reason_card):
            part.hide()

    def _lay_out_acts(self) -> None:
        times, lot = FlowRow(), FlowRow()
        pitch, questions = named("Pitch", self.pitch), named("Questions", self.questions)
        times.show_parts([pitch, questions, self.one, self.all])
        lot.show_parts([named("Words for the draw", self.seed), self.draw])
        add(
            self._acts.body,
            Heading("Minutes", 3),
            times,
            Heading("Draw by lot", 3),
            QuietText("Say the words aloud first. Anyone can then repeat the draw."),
            lot,
        )

    def _connect(self) -> None:
        self.rows.moved.connect(self._take_move)
        self.rows.currentRowChanged.connect(self._show_times)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self.removal_asked)
        self.keep.clicked.connect(self._go_on)
        self.drop.clicked.connect(self._drop)
        self.reason.changed.connect(self._enable_buttons)
        self.reason.finished.connect(self.keep.click)
        self.seed.textChanged.connect(self._enable_buttons)
        self.draw.clicked.connect(self._ask_draw)
        self.seed.returnPressed.connect(self._ask_draw)
        self.one.clicked.connect(self._ask_one)
        self.all.clicked.connect(self._ask_all)

    def _move_up(self) -> None:
        self.rows.move_chosen(-1)

    def _move_down(self) -> None:
        self.rows.move_chosen(+1)

    def _take_move(self) -> None:
        before = [row.team_id for row in self._view.rows if row.is_turn]
        if self._view.needs_reason and self.rows.teams != before:
            self._ask_reason(draws=False)
        else:
            self._ask_order()

    def _ask_reason(self, *, draws: bool) -> None:
        """Ask why a drawn order changes, before it is drawn again or its moves are kept."""
        self._draws = draws
        self.keep.setText("Draw again" if draws else "Save this order")
        self.drop.setText("Cancel" if draws else "Undo these moves")
        self._reason_card.show()
        self._enable_buttons()
        bring_into_view(self._reason_card)
        if draws:
            self.reason.setFocus()

    def _go_on(self) -> None:
        if self._draws:
            self._ask_draw()
        else:
            self._ask_order()

    def _drop(self) -> None:
        self.show_view(self._view)

    def _ask_order(self) -> None:
        self.order_asked.emit(self.rows.order, self.reason.taken())

    def _ask_draw(self) -> None:
        if not self.draw.isEnabled():
            return
        if self._view.needs_reason and not self.reason.text:
            self._ask_reason(draws=True)
            return
        self.draw_asked.emit(self.seed.text(), self.reason.taken())

    def _ask_one(self) -> None:
        self._ask_times((self.rows.chosen,))

    def _ask_all(self) -> None:
        self._ask_times(tuple(row.team_id for row in self._view.rows if row.is_turn))

    def _ask_times(self, teams: tuple[str, ...]) -> None:
        self.times_asked.emit(teams, self.pitch.text(), self.questions.text())

    def _show_times(self, at: int) -> None:
        row = self.rows.row_at(at)
        self.day.show_chosen(row)
        self.remove.setEnabled(row is not None and not row.is_turn)
        self.one.setEnabled(row is not None and row.is_turn)
        if row is not None and row.is_turn:
            self.pitch.setText(row.pitch_text)
            self.questions.setText(row.questions_text)

    def _enable_buttons(self) -> None:
        self.keep.setEnabled(bool(self.reason.text))
        self.draw.setEnabled(bool(self.seed.text().strip()))
