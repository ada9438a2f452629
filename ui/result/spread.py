"""How far apart each team's ballots lie: one dot plot a team, all on one scale."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.present.result.agreement import AgreementRow, AgreementView
from judging_app.present.result.spread import SpreadQuestion, SpreadRow, SpreadView
from ui import theme
from ui.result.dot_plot import DotPlot
from ui.widgets.buttons import ActButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.rows_model import RIGHT, Column
from ui.widgets.rows_view import RowsTable, Ruled
from ui.widgets.side_by_side import SideBySide

KEYS = (
    "Each dot is a ballot. A diamond is far from the others. The line is the mean. Press Left or "
    "Right to read each ballot."
)

NO_SPREAD = SpreadView("", "", "", "", (), ())
NO_AGREEMENT = AgreementView("", (), (), "")
"""Nothing at all, for when nobody is looking."""

QUESTIONS: Sequence[Column[SpreadQuestion]] = (
    Column("Ask", lambda row: row.judge, is_strong=True, spoken=lambda row: row.sentence),
    Column("About", lambda row: row.team, spoken=lambda row: row.sentence),
    Column("Gave", lambda row: row.value_text, side=RIGHT, spoken=lambda row: row.sentence),
    Column("Median", lambda row: row.median_text, side=RIGHT, spoken=lambda row: row.sentence),
    Column("Points apart", lambda row: row.apart_text, spoken=lambda row: row.sentence),
)


class SpreadPart(QWidget):
    """Shows the spread of the totals or of one criterion, and how far the panel agrees."""

    criterion_asked = Signal(str)
    """A criterion's id; empty for the totals."""
    agree_asked = Signal(str, str, str)
    """A judge, a team and a criterion, if one is shown, whose score is to be agreed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Spread")
        self.what = Picker("Spread of")
        self.what.picked.connect(self.criterion_asked)
        theme.follow(self.what.setMaximumWidth, 340)
        self._bound = QuietText("")
        self._heading = Heading("Questions for the judges", 3)
        self.questions = RowsTable(QUESTIONS, lambda row: row, wide=(0, 1), height=36)
        self.questions.setItemDelegate(Ruled(self.questions.rows, self.questions))
        self.questions.setAccessibleName("Questions for the judges")
        self.questions.selectionModel().currentRowChanged.connect(self._name_act)
        self.agree = ActButton("")
        self.agree.clicked.connect(self._ask_to_agree)
        self._ends = (PlainLabel("", "quiet"), PlainLabel("", "quiet"))
        self._plots = Card()
        self._column = column(spacing=8)
        self._rows: list[TeamSpread] = []
        self.agreement = AgreementCard()
        self._lay_out()
        self._name_act()

    @property
    def rows(self) -> Sequence["TeamSpread"]:
        """The teams on show."""
        return [row for row in self._rows if row.isVisibleTo(self)]

    def forget(self) -> None:
        """Hold no ballot any more."""
        self.show_choices(())
        self.show_view(NO_SPREAD)
        for row in self._rows:
            row.deleteLater()
        self._rows = []
        self.agreement.forget()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Replace what the spread can be shown of; the totals come first."""
        self.what.show_choices(choices)

    def show_view(self, view: SpreadView) -> None:
        """Replace the questions and the plots."""
        self._bound.setText(view.bound_text)
        self.questions.show_rows(view.to_ask)
        for part in (self._heading, self.questions):
            part.setVisible(bool(view.to_ask))
        if view.to_ask and not self.questions.currentIndex().isValid():
            self.questions.setCurrentIndex(self.questions.rows.index(0, 0))
        self._name_act()
        for end, text in zip(self._ends, (view.lowest_text, view.highest_text), strict=True):
            end.setText(text)
        while len(self._rows) < len(view.rows):
            self._rows.append(TeamSpread())
            self._column.addWidget(self._rows[-1])
        for at, row in enumerate(self._rows):
            row.show_row(view.rows[at] if at < len(view.rows) else None)

    def _lay_out(self) -> None:
        lowest, highest = self._ends
        add(self._plots.body, QuietText(KEYS), across(lowest, 1, highest), self._column)
        column(
            self.what,
            self._heading,
            self.questions,
            self._bound,
            self._plots,
            self.agreement,
            spacing=16,
            inside=self,
        )

    def _asked(self) -> SpreadQuestion | None:
        return self.questions.rows.row_at(self.questions.currentIndex())

    def _name_act(self) -> None:
        asked = self._asked()
        self.agree.setText(f"Agree a score for {asked.team}…" if asked else "")

    def _ask_to_agree(self) -> None:
        if (asked := self._asked()) is not None:
            self.agree_asked.emit(asked.judge_id, asked.team_id, self.what.key)


SIDE_BY_SIDE = 640
"""Width in pixels at 100 % text from which a team's name and what is said of it share a line."""


class TeamSpread(QWidget):
    """One team: its name, its mean and range or the ballot that is asked about, and its plot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team, self._said = PlainLabel("", "strong"), PlainLabel("", "quiet")
        self.plot = DotPlot()
        self._range = ""
        for label in (self._team, self._said):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words = SideBySide((self._team, 2), (self._said, 3), wide_from=SIDE_BY_SIDE, spacing=0)
        column(words, self.plot, spacing=0, inside=self)
        self.plot.told.connect(self._show_said)

    @property
    def said(self) -> str:
        """What is below the team's name."""
        return self._said.text()

    def show_row(self, row: SpreadRow | None) -> None:
        """Show a team, or nothing."""
        self.setVisible(row is not None)
        if row is None:
            return
        self._range = " · ".join(part for part in (row.mean_text, row.range_text) if part)
        self._team.setText(row.team)
        self._show_said("")
        self.plot.show_row(row)

    def _show_said(self, label: str) -> None:
        self._said.setText(label or self._range)


def _spoken(row: AgreementRow) -> str:
    return f"{row.name}, {row.over_text}: {row.value_text}. {row.reading}"


FIGURES: Sequence[Column[AgreementRow]] = (
    Column("Measure", lambda row: row.name, is_strong=True, spoken=_spoken),
    Column("Value", lambda row: row.value_text, side=RIGHT, spoken=_spoken),
    Column("Of", lambda row: row.over_text, spoken=_spoken),
    Column("What it says", lambda row: row.reading, spoken=_spoken),
)


class AgreementCard(Card):
    """How far the panel agrees: a line a number, with its reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("How closely the judges agree")
        self._lead, self._caution = WrappedLabel(), QuietText("")
        self._reading = WrappedLabel()
        self.table = RowsTable(FIGURES, lambda row: row.key, wide=(3,), height=36)
        self.table.setItemDelegate(Ruled(self.table.rows, self.table))
        self.table.setAccessibleName("How closely the judges agree")
        self.table.selectionModel().currentRowChanged.connect(self._show_reading)
        heading = Heading("How closely the judges agree", 3)
        add(self.body, heading, self._lead, self.table, self._reading, self._caution)
        self.hide()

    def forget(self) -> None:
        """Go away, with the numbers."""
        self.show_view(NO_AGREEMENT)
        self.hide()

    def show_view(self, view: AgreementView) -> None:
        """Replace the numbers."""
        self._lead.setText(view.lead)
        self._caution.setText(view.caution)
        self.table.show_rows(view.rows)
        if view.rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self._show_reading()
        self.show()

    def _show_reading(self) -> None:
        """Say whole what the chosen number says, for its cell may cut it off."""
        row = self.table.rows.row_at(self.table.currentIndex())
        self._reading.setText(f"{row.name}: {row.reading}" if row else "")
