"""The panel's standings by the declared method, with another beside it for comparison."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.result.reach import ReachRow
from judging_app.present.result.standings import StandingRow, StandingsView
from judging_app.present.words.methods import METHOD_WORDS
from ui import theme
from ui.widgets.card import Card
from ui.widgets.code_card import CodeCard
from ui.widgets.form import add, column, grid, swap
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.rows_model import RIGHT, Column
from ui.widgets.rows_view import RowsTable
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import StateBadge

SIDE_BY_SIDE = 1040
"""Width in pixels at 100 % text from which two tables are side by side."""

NOT_DECLARED = "For comparison only"

COLUMNS: Sequence[Column[StandingRow]] = (
    Column("Place", lambda row: row.place_text, side=RIGHT),
    Column("Team", lambda row: row.team),
    Column("Score", lambda row: row.score_text, side=RIGHT),
    Column("Exact", lambda row: row.exact_text, side=RIGHT),
    Column("Ballots", lambda row: row.ballots_text),
)
_TEAM = 1


class StandingsPart(QWidget):
    """Shows the standings; it decides nothing about them."""

    method_asked = Signal(str)
    """Another method to compare with."""
    code_asked = Signal(str)
    """The code from a paper, to be told which result it belongs to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Standings")
        self.tables = (MethodTable(), MethodTable())
        self.method = Picker("Compare with")
        self.method.picked.connect(self.method_asked)
        self._empty = QuietText(
            "No ballot has been submitted yet. The standings appear with the first ballot."
        )
        self._problem = WrappedLabel("", "attention")
        self._notes = WrappedLabel()
        self._reach = ReachCard()
        self.code = CodeCard("Result code", "The code is at the foot of every paper of the result.")
        self.code.asked.connect(self.code_asked)
        self._lay_out()
        self.show_standings(None, None, "")
        self.show_notes(())

    def forget(self) -> None:
        """Hold nothing of the standings any more."""
        for table in self.tables:
            table.forget()
        self.show_standings(None, None, "")
        self.show_notes(())
        self.show_reach(())
        self.code.show_code("")

    def show_methods(self, choices: Sequence[Choice], chosen: str) -> None:
        """Replace the methods to compare with."""
        self.method.show_choices(choices)
        self.method.choose(chosen)

    def show_standings(
        self,
        declared: StandingsView | None,
        other: StandingsView | None,
        problem: str,
        said: str = "The event’s method",
    ) -> None:
        """Show the declared method's standings, and another's; `problem` says why one is away.

        `said` is above the declared ones.
        """
        for table, view, words in zip(
            self.tables, (declared, other), (said, NOT_DECLARED), strict=True
        ):
            table.setVisible(view is not None and bool(view.rows))
            if view is not None:
                table.show_view(view, words, is_declared=view is declared)
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        has_rows = any(view is not None and bool(view.rows) for view in (declared, other))
        self._empty.setVisible(not has_rows and not problem)

    def show_notes(self, notes: Sequence[str]) -> None:
        """Say what else makes places and scores what they are, a line each."""
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def show_reach(self, rows: Sequence[ReachRow], problem: str = "") -> None:
        """Show which places each team can still reach; nothing once all ballots are in."""
        self._reach.show_rows(rows, problem)

    def _lay_out(self) -> None:
        theme.follow(self.method.setMaximumWidth, 340)
        pair = ((table, 1, Qt.AlignmentFlag.AlignTop) for table in self.tables)
        column(
            self._empty,
            self._problem,
            self.method,
            SideBySide(*pair, wide_from=SIDE_BY_SIDE),
            self._notes,
            self._reach,
            self.code,
            spacing=16,
            inside=self,
        )


class MethodTable(QWidget):
    """The standings by one method, with what the figures mean above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Heading("", 2)
        self._declared = PlainLabel("", "act")
        self._note = QuietText("")
        self.table = RowsTable(COLUMNS, lambda row: row.team_id, wide=(_TEAM,), height=36)
        column(self._heading, self._declared, self.table, self._note, spacing=8, inside=self)

    @property
    def said(self) -> str:
        """Whether this method is the declared one, in words."""
        return self._declared.text()

    def forget(self) -> None:
        """Hold no row and no word of the last standings."""
        self.table.show_rows(())
        for label in (self._heading, self._declared, self._note):
            label.setText("")

    def show_view(self, view: StandingsView, said: str, *, is_declared: bool) -> None:
        """Replace what is on show; `said` is whether its method is the declared one."""
        name, unit = f"By {METHOD_WORDS[view.method].in_sentence}", view.full_total_text
        self._heading.setText(name)
        self._declared.setText(f"{said} · {unit}")
        theme.restyle(self._declared, kind="act" if is_declared else "quiet")
        self.table.show_rows(view.rows)
        self._note.setText(view.note)
        self._note.setVisible(bool(view.note))
        self.table.setAccessibleName(f"Standings {name[0].lower()}{name[1:]}, {unit}")


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
