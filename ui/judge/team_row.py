"""One team of a judge's, as a row of the table that can be pressed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from judging_app.present.judge.desk import JudgeDeskRow
from judging_app.present.words.states import State
from ui import theme
from ui.widgets.buttons import CardButton
from ui.widgets.form import across, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel
from ui.widgets.state_badge import StateBadge

HEIGHT = 73
STATE_AT, SCORE_AT = 600, 770
"""Where the state and the score begin, in pixels at 100 % text from the row's left edge."""

_BEYOND = 48
"""Pixels beyond the score: the gap, the arrow and the row's own edge."""

ROOMY = 1000
"""Pixels at 100 % text from which what is behind the state has a column of its own."""


class TeamCard(CardButton):
    """One team: its place, name and challenge, the state of its ballot, and what is behind that.

    The state and the score begin at the same place in each row.
    """

    opened = Signal(str)

    def __init__(self, row: JudgeDeskRow, parent: QWidget | None = None) -> None:
        beside = [one for one in (row.turn, row.out) if one and one != row.state]
        states = [one.words for one in beside]
        said = (row.team, *states, row.challenge, row.state.words, row.total_text, row.detail)
        super().__init__(", ".join(part for part in said if part), parent)
        self.setProperty("kind", "row")
        self.row = row
        self._place = PlainLabel(row.place, "quiet-large")
        theme.follow(self._place.setFixedWidth, 28)
        self._names = QWidget()
        is_off = row.done is None and row.state.look in ("recused", "absent", "withdrawn")
        team = PlainLabel(row.team, "quiet-strong" if is_off else "subheading")
        above: QHBoxLayout = across(team, *(_tag(one) for one in beside), 1, spacing=12)
        parts = [PlainLabel(row.challenge, "quiet")] if row.challenge else []
        column(1, above, *parts, 1, spacing=1, inside=self._names)
        self._state = StateBadge(row.state.look, row.state.words, is_plain=True)
        self._behind = _behind(row)
        self.body.setContentsMargins(20, 0, 16, 0)
        self.body.setSpacing(12)
        self.add(self._place)
        self.add(self._names, 1)
        self.add(self._state)
        self.add(self._behind)
        self.add(IconMark("chevron-right"))
        theme.follow(self.setMinimumHeight, HEIGHT)
        theme.follow(self._share)
        self.clicked.connect(self._open)

    def mark_next(self, *, is_next: bool) -> None:
        """Tint the row that the main act would open."""
        theme.restyle(self, kind="row-next" if is_next else "row")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give the columns their places; where there is no room, the score is under the state."""
        width = self.width()
        is_roomy = width >= theme.scaled(ROOMY)
        state = theme.scaled(SCORE_AT - STATE_AT - 12)
        self._state.setFixedWidth(state if is_roomy else min(state, width // 4))
        behind = width - theme.scaled(SCORE_AT) - _BEYOND
        self._behind.setFixedWidth(behind if is_roomy else max(width // 4, 1))

    def _open(self) -> None:
        self.opened.emit(self.row.team_id)


def _tag(state: State) -> QFrame:
    """What is said of the team, never of its ballot: whose turn it is, or that it is out."""
    made = QFrame()
    made.setProperty("kind", "tag")
    badge = StateBadge(state.look, state.words, is_plain=True)
    across(badge, margins=(8, 1, 8, 1), inside=made)
    return made


def _behind(row: JudgeDeskRow) -> QWidget:
    """The total once it is in, and what is behind the state."""
    made = QWidget()
    figure, _, rest = row.total_text.partition(" ")
    shown = [rest, row.detail] if row.total_text else [row.detail]
    words = PlainLabel(" · ".join(one for one in shown if one), "quiet")
    parts = [PlainLabel(figure, "strong")] if figure else []
    across(*parts, (words, 1), spacing=4, inside=made)
    return made
