"""A judge's desk: the teams to score, and what is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from judging_app.present.judge.desk import TURNS, JudgeDeskRow, JudgeDeskView
from ui import theme
from ui.widgets.buttons import CardButton
from ui.widgets.form import across, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel, QuietText
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import StateBadge


class JudgeDesk(Screen):
    """Shows one judge's teams and says which one is to be opened."""

    team_asked = Signal(str)
    """The team's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TeamCard] = []
        self._progress, self._hint = PlainLabel(kind="subheading"), QuietText()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._scroll = ScrollColumn()
        self._scroll.body.setSpacing(8)
        self._scroll.body.addStretch(1)
        self.lay_out(self._scroll, head=self._head())

    def show_desk(self, view: JudgeDeskView) -> None:
        """Replace the teams on show; the keyboard stays on the team that it was on.

        Otherwise it begins on the team whose turn it is, so that one key opens its card.
        """
        focused = next((at for at, row in enumerate(self._rows) if row.hasFocus()), view.begin_at)
        self._progress.setText(view.progress_text)
        self._hint.setText(view.hint)
        self._bar.setRange(0, max(view.expected, 1))
        self._bar.setValue(view.submitted)
        self._bar.setAccessibleName(view.progress_text or "Nothing to submit")
        self._bar.setVisible(bool(view.expected))
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [TeamCard(row) for row in view.rows]
        for at, card in enumerate(self._rows):
            self._scroll.body.insertWidget(at, card)
            card.opened.connect(self.team_asked)
        if self._rows:
            self.take_keyboard(min(focused, len(self._rows) - 1))

    def take_keyboard(self, at: int) -> None:
        """Put the keyboard on one team, and bring it into view."""
        self._scroll.give_keyboard(self._rows[at])

    def _head(self) -> QVBoxLayout:
        bar = (self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        line = across((Heading("Your teams"), 1), bar, self._progress, spacing=16)
        return column(line, self._hint, spacing=4)


class TeamCard(CardButton):
    """One team: its state and, once submitted, the judge's own total."""

    opened = Signal(str)

    def __init__(self, row: JudgeDeskRow, parent: QWidget | None = None) -> None:
        beside = [one for one in (row.turn, row.out) if one and one != row.state]
        states = [one.words for one in beside]
        said = (row.team, *states, row.challenge, row.state.words, row.detail, row.total_text)
        spoken = (*said, row.receipt_text)
        super().__init__(", ".join(part for part in spoken if part), parent)
        if row.turn in TURNS.values():
            self.setProperty("kind", "card-now")
        self._team_id = row.team_id
        words = QWidget()
        team, challenge = PlainLabel(row.team, "subheading"), PlainLabel(row.challenge, "quiet")
        column(team, challenge, spacing=2, inside=words)
        self.add(words, 1)
        for one in beside:
            self.add(StateBadge(one.look, one.words))
        figures = _figures(row)
        theme.follow(figures.setMaximumWidth, 220)
        self.add(figures)
        badge = StateBadge(row.state.look, row.state.words)
        theme.follow(badge.setFixedWidth, 124)
        self.add(badge)
        self.add(IconMark("chevron-right"))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.opened.emit(self._team_id)


def _figures(row: JudgeDeskRow) -> QWidget:
    """The total above the receipt once it is in, else what is behind the state."""
    if not row.total_text:
        return PlainLabel(row.detail, "quiet")
    figures = QWidget()
    shown = column(spacing=2, inside=figures)
    below = row.detail or row.receipt_text
    for words, kind in ((row.total_text, "subheading"), (below, "quiet")):
        label = PlainLabel(words, kind)
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        shown.addWidget(label)
    return figures
