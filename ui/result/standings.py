"""The panel's standings in one table: the event's method, and another with who moves by it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from judging_app.present.result.compared import ComparedRow
from judging_app.present.result.reach import ReachRow
from ui import theme
from ui.widgets.card import Card
from ui.widgets.code_card import CodeCard
from ui.widgets.form import across, add, column, grid, swap
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.rows_model import RIGHT, Column
from ui.widgets.rows_view import RowsTable, Ruled
from ui.widgets.state_badge import StateBadge, StateLook

_PLACE, _TEAM = range(2)
_MOVED = {
    1: StateLook("arrow-up", "text"),
    -1: StateLook("arrow-down", "text"),
    0: StateLook("equal", "text-quiet"),
}
_NO_MOVE = StateLook("", "text-quiet")
_USUAL, _UNUSUAL = StateLook("", "text-quiet"), StateLook("", "attention")
TIGHT = 760
"""Pixels at 100 % text below which the other method is chosen under the table, not in its head."""
MANY = 12
"""Teams above which the rows are lower, so that more of them are in sight."""
ROW, TIGHT_ROW, LOW_ROW, HEAD, TIGHT_HEAD = 45, 36, 32, 48, 32
"""Heights in pixels at 100 % text: of a row, where it is tight or low, and of the heads."""


def columns(
    method: str, *, has_other: bool, has_scored: bool, is_exact: bool, is_tight: bool = False
) -> Sequence[Column[ComparedRow]]:
    """The columns: the event's `method` first, what the panel passed over, then the other one.

    Where it `is_tight` the other one's score gives way to the names.
    """
    found: list[Column[ComparedRow]] = [
        Column("Place", lambda row: row.place, is_strong=True, spoken=lambda row: row.spoken),
        Column(
            "Team and challenge",
            lambda row: row.team,
            is_strong=True,
            spoken=lambda row: row.spoken,
            tip=lambda row: f"{row.team}: {row.beside}" if row.beside else row.team,
        ),
        Column(method, lambda row: row.score, side=RIGHT, is_strong=True),
    ]
    if is_exact:
        found.append(Column("Exact", lambda row: row.exact, side=RIGHT))
    found.append(
        Column(
            "Ballots",
            lambda row: row.ballots,
            side=RIGHT,
            look=lambda row: _USUAL if row.is_whole else _UNUSUAL,
        )
    )
    if has_scored:
        found.append(Column("By the scores", lambda row: row.scored_place))
    if has_other:
        found += _compared(is_exact=is_exact, is_tight=is_tight)
    return tuple(found)


def _compared(*, is_exact: bool, is_tight: bool) -> list[Column[ComparedRow]]:
    found: list[Column[ComparedRow]] = [
        Column("", lambda row: row.other_place, is_strong=True, least=0 if is_tight else 84)
    ]
    if not is_tight:
        found.append(Column("", lambda row: row.other_score, side=RIGHT, least=84))
    if is_exact:
        found.append(Column("", lambda row: row.other_exact, side=RIGHT))
    found.append(
        Column(
            "",
            lambda row: row.move_text,
            look=lambda row: _moved(row.move),
            spoken=lambda row: row.spoken,
            least=0 if is_tight else 156,
        )
    )
    return found


def _moved(move: int | None) -> StateLook:
    return _NO_MOVE if move is None else _MOVED[(move > 0) - (move < 0)]


class StandingsPart(QWidget):
    """Shows the standings; it decides nothing about them."""

    method_asked = Signal(str)
    """Another method to compare with."""
    code_asked = Signal(str)
    """The code from a paper, to be told which result it belongs to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Standings")
        self.table = StandingsTable()
        self.method = self.table.method
        self.method.picked.connect(self.method_asked)
        self._problem = WrappedLabel("", "attention")
        self._notes = WrappedLabel()
        self._reach = ReachCard()
        self.code = CodeCard("Result code", "The code is at the foot of every paper of the result.")
        self.code.asked.connect(self.code_asked)
        self._below = QWidget()
        self._choice = across(PlainLabel("Compare with", "label"), inside=self._below)
        column(
            self._problem,
            self.table,
            self._below,
            self._notes,
            self._reach,
            self.code,
            spacing=16,
            inside=self,
        )
        self.forget()
        theme.follow(self._stand)

    def forget(self) -> None:
        """Hold nothing of the standings any more."""
        self.show_standings("", (), "")
        self.show_notes(())
        self.show_reach(())
        self.code.show_code("")

    def show_methods(self, choices: Sequence[Choice], chosen: str) -> None:
        """Replace the methods to compare with."""
        self.method.show_choices(choices)
        self.method.choose(chosen)

    def show_standings(
        self,
        method: str,
        rows: Sequence[ComparedRow],
        problem: str,
        *,
        has_other: bool = False,
        has_scored: bool = False,
    ) -> None:
        """Show the standings by the event's `method`; `problem` says why one of two is away."""
        self.table.show_standings(method, rows, has_other=has_other, has_scored=has_scored)
        self.table.setVisible(bool(rows))
        self._below.setVisible(self.table.is_tight and has_other)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def show_exact(self, *, is_exact: bool) -> None:
        """Show the fractions beside the rounded figures, or leave them out."""
        self.table.show_exact(is_exact=is_exact)

    def show_notes(self, notes: Sequence[str]) -> None:
        """Say what else makes places and scores what they are, a line each."""
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def show_reach(self, rows: Sequence[ReachRow], problem: str = "") -> None:
        """Show which places each team can still reach; nothing once all ballots are in."""
        self._reach.show_rows(rows, problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        is_tight = self.width() < theme.scaled(TIGHT)
        if is_tight is self.table.is_tight:
            return
        if is_tight:
            self._choice.addWidget(self.method, 1)
        else:
            self._choice.removeWidget(self.method)
            self.method.setParent(self.table)
        self.table.keep_few(is_tight=is_tight)
        self._below.setVisible(is_tight and self.table.has_other)


class StandingsTable(RowsTable[ComparedRow]):
    """One row a team; the other method is chosen over its own columns, unless it `is_tight`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.is_tight = False
        self._shown: tuple[str, bool, bool] = ("", False, False)
        self._is_exact = False
        self.method = Picker("Compare with", is_bare=True)
        plain = columns("", has_other=False, has_scored=False, is_exact=False)
        super().__init__(plain, lambda row: row.team_id, wide=(_TEAM,), height=ROW, parent=parent)
        self._ruled = Ruled(
            self.rows,
            self,
            tinted=lambda row: row.is_first,
            beside=lambda row: row.beside,
            beside_in=_TEAM,
        )
        self.setItemDelegate(self._ruled)
        self.method.setParent(self)
        header = self.horizontalHeader()
        theme.follow(self._fit_head)
        header.geometriesChanged.connect(self._place_picker)
        header.sectionResized.connect(self._place_picker)

    def show_standings(
        self, method: str, rows: Sequence[ComparedRow], *, has_other: bool, has_scored: bool
    ) -> None:
        """Replace the rows."""
        self._shown = method, has_other, has_scored
        self._show(rows)
        said = " and another method beside it" if has_other else ""
        self.setAccessibleName(f"Standings {method[:1].lower()}{method[1:]}{said}")

    def show_exact(self, *, is_exact: bool) -> None:
        """Show the fractions, or leave them out."""
        self._is_exact = is_exact
        self._show(self.rows.all_rows)

    @property
    def has_other(self) -> bool:
        """Whether another method is beside the event's own."""
        return self._shown[1]

    def keep_few(self, *, is_tight: bool) -> None:
        """Leave out what gives way to the names where there is little room."""
        self.is_tight = is_tight
        self._fit_head()
        self._show(self.rows.all_rows)

    def _fit_head(self) -> None:
        self.horizontalHeader().setFixedHeight(theme.scaled(TIGHT_HEAD if self.is_tight else HEAD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_picker()

    def _show(self, rows: Sequence[ComparedRow]) -> None:
        method, has_other, has_scored = self._shown
        shown = columns(
            method,
            has_other=has_other,
            has_scored=has_scored,
            is_exact=self._is_exact,
            is_tight=self.is_tight,
        )
        others = 3 + self._is_exact - self.is_tight
        first = len(shown) - others if has_other else -1
        self._ruled.apart_from = first
        self.method.setVisible(has_other)
        self.set_height(LOW_ROW if len(rows) > MANY else TIGHT_ROW if self.is_tight else ROW)
        self.show_rows(rows, shown)
        self._place_picker()

    def _place_picker(self) -> None:
        """Put it over the columns of the other method."""
        first, header = self._ruled.apart_from, self.horizontalHeader()
        if first < 0 or first >= header.count() or self.is_tight:
            return
        left = header.sectionViewportPosition(first) + header.x()
        self.method.setGeometry(
            QRect(left + 8, header.y() + 2, self.width() - left - 12, header.height() - 4)
        )
        self.method.raise_()


class ReachCard(Card):
    """Whether the result can still change: a sentence for each team, while ballots are owed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Can it still change?")
        self._rows = QWidget()
        self._problem = QuietText("")
        add(self.body, Heading("Can it still change?", 3), self._problem, self._rows)
        self.hide()

    def show_rows(self, rows: Sequence[ReachRow], problem: str) -> None:
        """Replace what is said."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        badges = (
            StateBadge(*(_OPEN if row.best_text != row.worst_text else _SETTLED)) for row in rows
        )
        new = QWidget()
        grid(
            list(zip(badges, (WrappedLabel(row.sentence) for row in rows), strict=True)),
            spacing=(16, 8),
            inside=new,
        )
        self._rows = swap(self.body, self._rows, new)
        self.setVisible(bool(rows) or bool(problem))


_OPEN, _SETTLED = ("owed", "Can change"), ("closed", "Certain")
