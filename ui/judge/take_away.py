"""A judge's take-away on the screen: their own scores beside the panel's means."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QWidget

from judging_app.present.judge.take_away import TakeAway, TakeAwayTeam
from ui import keys
from ui.widgets.card import Card
from ui.widgets.form import add
from ui.widgets.labels import PlainLabel, QuietText, WrappedLabel
from ui.widgets.print_row import PrintHead
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn


class TakeAwayScreen(Screen):
    """Shows what it is given, to that judge; the button in its head asks for the paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PrintHead("Your scores", act="Save as PDF…", paper="take-away")
        self._cards: list[TakeAwayCard] = []
        self._severity, self._spread = WrappedLabel(kind="large"), WrappedLabel(kind="large")
        self._why = QuietText()
        summary = Card()
        add(summary.body, self._severity, self._spread, self._why)
        self._scroll = ScrollColumn()
        add(self._scroll.body, summary, 1)
        self.lay_out(self._scroll, head=self.head)
        keys.bind(keys.READ_ON, self, self._read_on)
        keys.bind(keys.READ_BACKWARDS, self, self._read_backwards)

    def show_rows(self, rows: TakeAway | None) -> None:
        """Replace what is on show; `None` leaves nothing of it for whoever comes next."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._severity.setText(rows.severity if rows else "")
        self._spread.setText(rows.spread if rows else "")
        self._why.setText(rows.why if rows else "")
        self._cards = [TakeAwayCard(team) for team in rows.teams] if rows else []
        for at, card in enumerate(self._cards, 1):
            self._scroll.body.insertWidget(at, card)
            card.show()

    def _read_on(self) -> None:
        self._scroll.verticalScrollBar().triggerAction(_Move.SliderPageStepAdd)

    def _read_backwards(self) -> None:
        self._scroll.verticalScrollBar().triggerAction(_Move.SliderPageStepSub)


_Move = QAbstractSlider.SliderAction


class TakeAwayCard(Card):
    """One team: a line for each criterion, then the total."""

    def __init__(self, team: TakeAwayTeam, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(spoken(team))
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        heads = (("", "label"), ("Yours", "label"), (f"Mean of {team.ballots}", "label"))
        _put_row(grid, 0, heads)
        for at, line in enumerate(team.lines, 1):
            _put_row(grid, at, ((line.title, "large"), (line.own, "subheading"), (line.mean, "")))
        last = team.total
        total = ((last.title, "strong"), (last.own, "subheading"), (last.mean, "strong"))
        _put_row(grid, len(team.lines) + 1, total)
        self.body.addWidget(PlainLabel(team.team, "heading"))
        self.body.addLayout(grid)


def spoken(team: TakeAwayTeam) -> str:
    """A team's figures in words alone."""
    lines = (f"{one.title}: yours {one.own}, mean {one.mean}" for one in (*team.lines, team.total))
    return f"{team.team}. {'; '.join(lines)}."


def _put_row(grid: QGridLayout, row: int, cells: tuple[tuple[str, str], ...]) -> None:
    for at, (words, kind) in enumerate(cells):
        label = PlainLabel(words, kind)
        if at:
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label, row, at)
