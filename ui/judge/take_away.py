"""A judge's take-away on the screen: their own scores beside the panel's means, as a picture."""

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from judging_app.present.judge.take_away import TakeAway, TakeAwayLine, TakeAwayTeam
from ui import theme
from ui.judge.reading import read_by_keys
from ui.widgets.card import Card
from ui.widgets.form import add
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.print_row import PrintHead
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn

DOT, TRACK = 7, 300
"""Half a mark across, and how long the line is at least, in pixels at 100 % text."""

LEGEND = "Filled: yours. Outlined: the mean of the panel, you included."


class TakeAwayScreen(Screen):
    """Shows what it is given, to that judge; the button in its head asks for the paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PrintHead("Your scores", act="Save as PDF…", paper="take-away")
        self._cards: list[Card] = []
        self._severity, self._spread = WrappedLabel(kind="large"), WrappedLabel(kind="large")
        self._why = QuietText()
        self._summary = Card()
        add(self._summary.body, self._severity, self._spread, self._why)
        self._scroll = ScrollColumn()
        add(self._scroll.body, self._summary, 1)
        self.name_page("Your scores")
        self.lay_out(self._scroll, head=self.head)
        read_by_keys(self, self._scroll)

    def show_rows(self, rows: TakeAway | None) -> None:
        """Replace what is on show; `None` leaves nothing of it for whoever comes next."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._severity.setText(rows.severity if rows else "")
        self._spread.setText(rows.spread if rows else "")
        self._why.setText(rows.why if rows else "")
        self._cards = []
        if rows:
            self._cards = [TotalsCard(rows), *(TakeAwayCard(team) for team in rows.teams)]
        after = self._scroll.body.indexOf(self._summary) + 1
        for at, card in enumerate(self._cards, after):
            self._scroll.body.insertWidget(at, card)
            card.show()


class TotalsCard(Card):
    """Every team's total in one picture."""

    def __init__(self, rows: TakeAway, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        lines = rows.totals.lines
        self.setAccessibleName(f"Your totals beside the panel’s. {_spoken(lines)}")
        note = QuietText(f"{LEGEND} {rows.totals.note}".strip())
        add(self.body, Heading("Your totals beside the panel’s", level=2), note)
        self.body.addLayout(_grid(lines, "Panel’s mean"))


class TakeAwayCard(Card):
    """One team: a line for each criterion, then the total."""

    def __init__(self, team: TakeAwayTeam, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(spoken(team))
        self.body.addWidget(Heading(team.team, level=2))
        self.body.addLayout(_grid((*team.lines, team.total), f"Mean of {team.ballots}"))


class BesideMarks(QWidget):
    """A line from the lowest to the highest, with one's own mark and the panel's on it."""

    accessible_role = QAccessible.Role.Chart

    def __init__(
        self, own: Fraction | None, mean: Fraction | None, said: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._own, self._mean = own, mean
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def accessible_value(self) -> str:
        """Nothing: the words are its name."""
        return ""

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(TRACK), theme.scaled(4 * DOT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(TRACK // 3), theme.scaled(4 * DOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(QPen(theme.token("line-strong"), 1))
        painter.drawLine(QPointF(self._across(0), middle), QPointF(self._across(1), middle))
        if self._own is None:
            return
        own = self._across(float(self._own))
        if self._mean is not None:
            mean = self._across(float(self._mean))
            painter.setPen(QPen(theme.token("act"), theme.scaled(3)))
            painter.drawLine(QPointF(min(own, mean), middle), QPointF(max(own, mean), middle))
            self._dot(painter, mean, "surface")
        self._dot(painter, own, "act")

    def _dot(self, painter: QPainter, across: float, ground: str) -> None:
        half = theme.scaled(DOT)
        painter.setPen(QPen(theme.token("act"), theme.scaled(2)))
        painter.setBrush(theme.token(ground))
        painter.drawEllipse(QRectF(across - half, self.height() / 2 - half, 2 * half, 2 * half))

    def _across(self, share: float) -> float:
        edge = theme.scaled(DOT) + 2
        return edge + min(max(share, 0), 1) * (self.width() - 2 * edge)


def spoken(team: TakeAwayTeam) -> str:
    """A team's figures in words alone."""
    return f"{team.team}. {_spoken((*team.lines, team.total))}"


def _spoken(lines: tuple[TakeAwayLine, ...]) -> str:
    said = (f"{one.title}: yours {one.own}, mean {one.mean}" for one in lines)
    return f"{'; '.join(said)}."


def _grid(lines: tuple[TakeAwayLine, ...], mean: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    for at, share in ((0, 2), (1, 3)):
        grid.setColumnStretch(at, share)
    for at, words in ((2, "Yours"), (3, mean)):
        grid.addWidget(_right(PlainLabel(words, "label")), 0, at)
    for row, line in enumerate(lines, 1):
        is_total = line.title == "Total"
        title = WrappedLabel(line.title, "strong" if is_total else "")
        marks = BesideMarks(line.own_at, line.mean_at, f"Yours {line.own}, mean {line.mean}")
        grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(marks, row, 1)
        grid.addWidget(_right(PlainLabel(line.own, "strong")), row, 2)
        grid.addWidget(_right(PlainLabel(line.mean, "quiet")), row, 3)
    return grid


def _right(label: PlainLabel) -> PlainLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
