"""A judge's desk: the teams to score, and what is left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from judging_app.present.judge.desk import TURNS, JudgeDeskRow, JudgeDeskView
from ui import theme
from ui.widgets.buttons import CardButton
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel, QuietText
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import StateBadge


class JudgeDesk(QWidget):
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
        self._scroll.body.setSpacing(0)
        self._scroll.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self._scroll, 1)

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
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(Heading("Your teams"), 1)
        line.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._progress)
        head = QVBoxLayout()
        head.setContentsMargins(5, 0, 5, 0)
        head.setSpacing(4)
        head.addLayout(line)
        head.addWidget(self._hint)
        return head


class TeamCard(CardButton):
    """One team: its state and, once submitted, the judge's own total."""

    opened = Signal(str)

    def __init__(self, row: JudgeDeskRow, parent: QWidget | None = None) -> None:
        beside = [word for word in (row.turn, row.out) if word not in ("", row.state)]
        said = (row.team, *beside, row.challenge, row.state, row.detail, row.total_text)
        spoken = (*said, row.receipt_text)
        super().__init__(", ".join(part for part in spoken if part), parent)
        if row.turn in TURNS.values():
            self.setProperty("kind", "card-now")
        self._team_id = row.team_id
        words = QWidget()
        layout = QVBoxLayout(words)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(PlainLabel(row.team, "subheading"))
        layout.addWidget(PlainLabel(row.challenge, "quiet"))
        self.add(words, 1)
        for word in beside:
            self.add(StateBadge(word))
        figures = _figures(row)
        theme.follow(figures.setMaximumWidth, 220)
        self.add(figures)
        badge = StateBadge(row.state)
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
    layout = QVBoxLayout(figures)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    below = row.detail or row.receipt_text
    for words, kind in ((row.total_text, "subheading"), (below, "quiet")):
        label = PlainLabel(words, kind)
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.addWidget(label)
    return figures
