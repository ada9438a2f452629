"""How far apart each team's ballots lie: one dot plot a team, all on one scale."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from judging_app.present.result.agreement import AgreementRow, AgreementView
from judging_app.present.result.spread import SpreadRow, SpreadView
from ui import theme
from ui.result.dot_plot import DotPlot
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, grid, swap
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import StateBadge

KEYS = (
    "Each dot is a ballot. A diamond is far from the others. The line is the mean. Press Left or "
    "Right to read each ballot."
)

NO_SPREAD = SpreadView("", "", "", "", (), ())
NO_AGREEMENT = AgreementView("", (), (), "")
"""Nothing at all, for when nobody is looking."""


class SpreadPart(QWidget):
    """Shows the spread of the totals or of one criterion, and how far the panel agrees."""

    criterion_asked = Signal(str)
    """A criterion's id; empty for the totals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Spread")
        self.what = Picker("Spread of")
        self.what.picked.connect(self.criterion_asked)
        theme.follow(self.what.setMaximumWidth, 340)
        self._bound = QuietText("")
        self._to_ask = Card("banner-attention")
        self._questions = WrappedLabel()
        add(self._to_ask.body, StateBadge("attention", "Questions for the judges"), self._questions)
        self._ends = (PlainLabel("", "quiet"), PlainLabel("", "quiet"))
        self._plots = Card()
        self._column = column(spacing=8)
        self._rows: list[TeamSpread] = []
        self.agreement = AgreementCard()
        self._lay_out()

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
        """Replace the plots."""
        self._bound.setText(view.bound_text)
        self._questions.setText("\n".join(view.to_ask))
        self._to_ask.setVisible(bool(view.to_ask))
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
            self._to_ask,
            self._bound,
            self._plots,
            self.agreement,
            spacing=16,
            inside=self,
        )


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


class AgreementCard(Card):
    """How far the panel agrees, in numbers with their readings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("How closely the judges agree")
        self._lead, self._caution = WrappedLabel(), QuietText("")
        self._rows = QWidget()
        heading = Heading("How closely the judges agree", 3)
        add(self.body, heading, self._lead, self._rows, self._caution)
        self.hide()

    def forget(self) -> None:
        """Go away, with the numbers."""
        self.show_view(NO_AGREEMENT)
        self.hide()

    def show_view(self, view: AgreementView) -> None:
        """Replace the numbers."""
        self._lead.setText(view.lead)
        self._caution.setText(view.caution)
        rows = QWidget()
        grid([_figure(row) for row in view.rows], spacing=(16, 8), inside=rows)
        self._rows = swap(self.body, self._rows, rows)
        self.show()


def _figure(row: AgreementRow) -> tuple[QWidget, QLayout]:
    """A number, and what it is of beside how it reads."""
    name = PlainLabel(f"{row.name} · {row.over_text}", "strong")
    words = column(name, WrappedLabel(row.reading), spacing=0)
    return PlainLabel(row.value_text, "subheading"), words
