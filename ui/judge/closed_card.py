"""A ballot that is closed: what became of it, what it holds, and which team is next."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from judging_app.domain.ballots import BallotState
from judging_app.present.judge.card import NO_CARD, ScorecardView
from judging_app.present.judge.desk import NO_DESK, JudgeDeskRow, JudgeDeskView
from judging_app.present.words.states import ballot_state
from ui import icons, theme
from ui.judge.ballot_list import BallotList
from ui.judge.card_frame import DECLARE
from ui.widgets.buttons import ElidedAct, ElidedButton, PlainButton, make_roomy
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import STATES, StateBadge

MARK = 72
WIDE_FROM = 900
"""Pixels at 100 % text from which what was given and the teams are side by side."""

MOST_TEAMS, TEAMS_BEFORE = 8, 3
"""Teams that are listed, and how many of those before the next one."""

ALL_TEAMS = "All your teams"
_BIG = 175


class ClosedCard(Screen):
    """Says what became of a ballot; its act is the next team, so that one key leads on."""

    next_asked = Signal(str)
    """The id of the next team."""
    compare_asked = Signal()
    teams_asked = Signal()
    declare_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = NO_DESK
        self._mark = StateMark()
        self._headline = WrappedLabel(kind="title")
        self._saved, self._notice = WrappedLabel(kind="large"), WrappedLabel(kind="quiet-large")
        words = column(self._headline, self._saved, self._notice, spacing=2)
        mark = (self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._list, self._teams = BallotList("What you gave"), TeamsBeside()
        sides = SideBySide(
            (self._list, 4, Qt.AlignmentFlag.AlignTop),
            (self._teams, 3, Qt.AlignmentFlag.AlignTop),
            wide_from=WIDE_FROM,
            spacing=24,
        )
        middle = ScrollColumn()
        add(middle.body, sides, 1)
        self._hint = PlainLabel(kind="quiet")
        self.act = ElidedAct()
        self.all_teams = PlainButton(ALL_TEAMS)
        self.declare = ElidedButton(DECLARE, kind="quiet", icon="ban")
        make_roomy(self.all_teams, self.declare)
        foot = Foot(self._hint, act=self.act, beside=(self.declare, self.all_teams))
        self.lay_out(middle, head=across(mark, (words, 1), spacing=20), foot=foot)
        self.act.clicked.connect(self._go_on)
        self.all_teams.clicked.connect(self.teams_asked)
        self.declare.clicked.connect(self.declare_asked)
        theme.follow(self._fit, 100)

    def show_view(self, view: ScorecardView, own: JudgeDeskView = NO_DESK, hint: str = "") -> None:
        """Show a closed ballot, and the judge's teams beside it."""
        self._mark.show_kind(view.state.look)
        self._headline.setText(view.headline)
        self._saved.setText(view.saved_text)
        self._saved.setVisible(bool(view.saved_text))
        self._notice.setText(view.notice)
        self._notice.setVisible(bool(view.notice))
        self._list.show_view(view)
        is_given = any(row.chosen is not None for row in view.criteria)
        self._list.setVisible(is_given)
        self._teams.show_view(own)
        self._own = own
        goes_on = own.act.text if own.act.team_id else own.compare_text
        self.act.show_words(goes_on or ALL_TEAMS)
        self.all_teams.setVisible(bool(goes_on))
        self.declare.show_words(f"I can’t judge {view.team}…" if view.team else DECLARE)
        self.declare.setVisible(view.can_declare)
        self._hint.setText(hint)
        self.name_page(view.headline)

    def forget(self) -> None:
        """Hold nothing of a ballot."""
        self.show_view(NO_CARD)

    def take_keyboard(self) -> None:
        """Put the keyboard on the act."""
        self.act.setFocus()

    def _go_on(self) -> None:
        if self._own.act.team_id:
            self.next_asked.emit(self._own.act.team_id)
        elif self._own.compare_text:
            self.compare_asked.emit()
        else:
            self.teams_asked.emit()

    def _fit(self, percent: int) -> None:
        self._mark.setVisible(percent < _BIG)


class StateMark(QWidget):
    """A state as a large round mark; the words beside it say what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = "submitted"
        theme.follow(self.setFixedSize, MARK, MARK)

    def show_kind(self, kind: str) -> None:
        """Show another state."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(MARK), theme.scaled(MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        is_in = self._kind == ballot_state(BallotState.SUBMITTED).look
        look, half = STATES[self._kind], self.width() // 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("good" if is_in else "hover"))
        painter.drawEllipse(QRectF(self.rect()))
        mark = icons.pixmap(
            "check" if is_in else look.icon, "surface" if is_in else look.token, half
        )
        painter.drawPixmap((self.width() - half) // 2, (self.height() - half) // 2, mark)


class TeamsBeside(Card):
    """The judge's teams in few words, with the next one marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(0, 12, 0, 12)
        self.body.setSpacing(0)
        self._progress, self._rows = PlainLabel(), QWidget()
        self._more = QuietText()
        head = across((Heading("Your teams", level=3), 1), self._progress, margins=(16, 0, 16, 10))
        add(self.body, head, self._rows, across(self._more, margins=(16, 8, 16, 0)))

    def show_view(self, own: JudgeDeskView) -> None:
        """Replace the teams."""
        rows, self._rows = self._rows, QWidget()
        self.body.replaceWidget(rows, self._rows)
        rows.hide()
        rows.deleteLater()
        shown = _around(own)
        below = column(spacing=0, inside=self._rows)
        for row in shown:
            is_next = bool(own.act.team_id) and row.team_id == own.act.team_id and row.is_left
            add(below, Hairline(), _team(row, is_next=is_next))
        self._rows.show()
        self._progress.setText(own.progress_text)
        more = len(own.rows) - len(shown)
        self._more.setText(f"and {more} more" if more else "")
        self._more.setVisible(bool(more))
        self.setVisible(bool(own.rows))


def _around(own: JudgeDeskView) -> Sequence[JudgeDeskRow]:
    at = own.begin_at or 0
    first = min(max(at - TEAMS_BEFORE, 0), max(len(own.rows) - MOST_TEAMS, 0))
    return own.rows[first : first + MOST_TEAMS]


def _team(row: JudgeDeskRow, *, is_next: bool) -> QWidget:
    made = QWidget()
    place, total = PlainLabel(row.place, "quiet"), PlainLabel(row.total_text.partition(" ")[0])
    theme.follow(place.setFixedWidth, 24)
    shown = row.turn if row.turn is not None and row.is_left else row.state
    state = StateBadge(shown.look, shown.words, is_plain=not is_next)
    theme.follow(state.setFixedWidth, 140)
    name = PlainLabel(row.team, "act" if is_next else "strong")
    across(place, (name, 1), total, state, spacing=12, margins=(16, 0, 16, 0), inside=made)
    theme.follow(made.setMinimumHeight, 47)
    if is_next:
        made.setProperty("kind", "now")
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made
