"""The run order on the host's desk: times, where each team is, and a mark for each ballot."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from judging_app.closed_sets import complete
from judging_app.domain.ballots import BallotState
from judging_app.present.host.turns import BallotSum, HostTurn
from judging_app.present.wall.faces import TurnState
from judging_app.present.words.states import look_of
from ui import fonts, icons, keys, theme
from ui.host.marks import paint_mark, paint_share
from ui.room.key_button import KeyButton
from ui.widgets.buttons import UndoButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add
from ui.widgets.labels import PlainLabel, paint_name
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.rows_view import RowsView

ROW, COMPACT_ROW = 40, 36
"""Height of a row, in pixels at 100 % text: at most where all fit, and at least."""

TIME, NUMBER, TEAM, STAGE, BALLOTS = range(5)
_WIDTHS = {TIME: 64, NUMBER: 30, STAGE: 112, BALLOTS: 300}
_COMPACT = {TIME: 56, NUMBER: 0, STAGE: 96, BALLOTS: 76}
_MARK, _STEP, _SHARE = 12, 19, 140
_TO_COME = look_of(BallotState.NOT_STARTED)
_LOOKS = complete(
    {
        TurnState.DONE: ("check", "text-quiet"),
        TurnState.NOW: ("presentation", "act"),
        TurnState.NEXT: ("skip-forward", "text"),
        TurnState.WAITING: ("clock", "text-quiet"),
    }
)


class TurnsCard(Card):
    """The run order under its headings, and the sum of all ballots, which is their legend.

    `undo` stands in its foot where there is no room for it elsewhere.
    """

    by_name_asked = Signal()
    team_entered = Signal(str)
    """Enter on a team, by its id."""

    def __init__(self, undo: UndoButton, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows = TurnsTable()
        self.undo = undo
        self.by_name = KeyButton("By name", keys.BY_NAME.shown, kind="link")
        self.by_name.show_mark("layout-grid")
        self.by_name.clicked.connect(self.by_name_asked)
        self.rows.team_entered.connect(self.team_entered)
        self._titles = {at: PlainLabel(words, "label") for at, words in _HEADINGS.items()}
        self._head, self.sum = QWidget(), SumLine()
        self._is_compact = False
        self._lay_out()

    def show_turns(self, turns: Sequence[HostTurn], judges: int) -> None:
        """Replace the run order; whose turn it is stays third from the top."""
        self._titles[BALLOTS].setText(f"Ballots of {judges} judge{'' if judges == 1 else 's'}")
        self.rows.show_turns(turns)
        self._align()
        self._say_which()

    def show_sum(self, view: BallotSum) -> None:
        """Say what became of all ballots."""
        self.sum.show_sum(view)

    def stand(self, *, is_compact: bool) -> None:
        """Leave out headings and marks where there is little room; the words stay."""
        self._is_compact = is_compact
        self._head.setVisible(not is_compact)
        foot = theme.scaled(36)
        if is_compact:
            self._foot.addWidget(self.undo)
            foot = max(foot, self.undo.sizeHint().height())
        self._foot_box.setFixedHeight(foot)
        place, other = (self._foot, self._top) if is_compact else (self._top, self._foot)
        other.removeWidget(self.by_name)
        place.addWidget(self.by_name)
        self.rows.stand(is_compact=is_compact)
        self.sum.stand(is_compact=is_compact)

    def _say_which(self) -> None:
        first, last = self.rows.in_sight
        count = self.rows.rows.rowCount()
        is_all = count <= last - first + 1
        self._titles[TEAM].setText(
            "Run order" if is_all else f"Run order, {first + 1} to {last + 1} of {count}"
        )

    def _lay_out(self) -> None:
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        time, team, stage, ballots = (self._titles[at] for at in (TIME, TEAM, STAGE, BALLOTS))
        self._over_ballots = QWidget()
        self._top = across((ballots, 1), spacing=0, margins=(0, 0, 8, 0), inside=self._over_ballots)
        across(
            time,
            (team, 1),
            stage,
            self._over_ballots,
            spacing=0,
            margins=(15, 0, 0, 0),
            inside=self._head,
        )
        self._foot = across((self.sum, 1), spacing=8, margins=(15, 0, 8, 0))
        self._foot_box = QWidget()
        self._foot_box.setLayout(self._foot)
        add(self.body, self._head, Hairline(), (self.rows, 1), Hairline(), self._foot_box)
        self._top.addWidget(self.by_name)
        self.rows.verticalScrollBar().valueChanged.connect(self._say_which)
        self.rows.resized.connect(self._align)
        theme.follow(self._fit)

    def _fit(self) -> None:
        self._head.setFixedHeight(theme.scaled(30))
        self._titles[TIME].setFixedWidth(theme.scaled(_WIDTHS[TIME] + _WIDTHS[NUMBER]))
        self._titles[STAGE].setFixedWidth(theme.scaled(_WIDTHS[STAGE]))
        self._align()
        self.stand(is_compact=self._is_compact)

    def _align(self) -> None:
        """Keep the headings over their columns, whether there is a bar beside these or not."""
        bar = self.rows.width() - self.rows.viewport().width()
        self._over_ballots.setFixedWidth(theme.scaled(_WIDTHS[BALLOTS]) + max(bar, 0))


_HEADINGS = {TIME: "Time", TEAM: "Run order", STAGE: "Stage", BALLOTS: "Ballots"}


class TurnsTable(RowsView[HostTurn]):
    """A row a team; the arrows walk it, and Enter asks for the team's ballots."""

    team_entered = Signal(str)
    resized = Signal()
    """The columns have other widths: a bar came or went, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RowsModel(_COLUMNS, _team_id), parent)
        self.setAccessibleName("Run order: a row for each team")
        self._is_compact = False
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(0)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerItem)
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setItemDelegate(_TurnPainter(self))
        self.setProperty("kind", "flat")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.activated.connect(self._enter)
        self._now = -1
        theme.follow(self._fit)

    @property
    def is_compact(self) -> bool:
        """Whether words stand in for the marks."""
        return self._is_compact

    @property
    def in_sight(self) -> tuple[int, int]:
        """The first and the last row that can be seen."""
        height = max(self.verticalHeader().defaultSectionSize(), 1)
        first = max(self.rowAt(1), 0)
        return first, min(first + self.viewport().height() // height, self.rows.rowCount()) - 1

    def show_turns(self, turns: Sequence[HostTurn]) -> None:
        """Replace the rows; a team whose turn has come is third from the top."""
        self.rows.show_rows(turns)
        self._fit()
        states = [turn.stage for turn in turns]
        wanted = TurnState.NOW if TurnState.NOW in states else TurnState.NEXT
        now = states.index(wanted) if wanted in states else -1
        if now != self._now:
            self._now = now
            self._bring_now()

    def stand(self, *, is_compact: bool) -> None:
        """Show marks, or only the words."""
        self._is_compact = is_compact
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the desk its keys."""
        if keys.NEXT_STEP.is_pressed(event) or keys.TAKE_NEXT.is_pressed(event):
            event.ignore()
            return
        if keys.GO_BACK.is_pressed(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(400, self._most * 3)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._bring_now()
        self.resized.emit()

    def _fit(self) -> None:
        widths = _COMPACT if self._is_compact else _WIDTHS
        self.verticalHeader().setDefaultSectionSize(self._height())
        taken = 15
        for at, width in widths.items():
            self.setColumnHidden(at, not width)
            self.setColumnWidth(at, theme.scaled(width) + (15 if at == TIME else 0))
            taken += theme.scaled(width)
        self.setColumnWidth(TEAM, max(self.viewport().width() - taken, 60))

    @property
    def _most(self) -> int:
        return theme.scaled(COMPACT_ROW if self._is_compact else ROW)

    def _height(self) -> int:
        """So high that no row is cut: those in sight share the room."""
        room, least = self.viewport().height(), theme.scaled(COMPACT_ROW)
        count = max(-(-room // self._most), 1)
        if room // count < least:
            count = max(count - 1, 1)
        teams = self.rows.rowCount()
        shared = min(room // max(teams, 1), self._most) if teams <= count else room // count
        return max(shared, least)

    def _bring_now(self) -> None:
        if self._now >= 0:
            top = self.rows.index(max(self._now - 2, 0), TEAM)
            self.scrollTo(top, self.ScrollHint.PositionAtTop)

    def _enter(self, index: QModelIndex) -> None:
        turn = self.rows.row_at(index)
        if turn is not None:
            self.team_entered.emit(str(turn.team_id))


class _TurnPainter(QStyledItemDelegate):
    """Paints the cells: hairlines between rows, a bar beside whose turn it is."""

    def __init__(self, table: TurnsTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One cell of one team."""
        turn = self._table.rows.row_at(index)
        if turn is None:
            return
        painter.save()
        box, is_now = QRect(option.rect), turn.stage is TurnState.NOW
        first = self._table.rows.index(0, 0)
        is_lit = is_now or (turn.stage is TurnState.NEXT and self._table.rows.row_at(first) is turn)
        if is_lit:
            painter.fillRect(box, theme.token("act-ground"))
        if self._is_chosen(index):
            painter.fillRect(box, theme.token("hover"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.token("line"))
        if is_lit and index.column() == TIME:
            painter.fillRect(
                box.left(), box.top(), theme.scaled(3), box.height(), theme.token("act")
            )
        self._paint_part(painter, box, turn, index.column())
        painter.restore()

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """What a cell would need; the table keeps its own widths, with tooltips."""
        text = str(index.data() or "")
        metrics = QFontMetrics(fonts.screen_font(theme.scaled(fonts.TEXT_SIZE)))
        return QSize(metrics.horizontalAdvance(text), theme.scaled(COMPACT_ROW))

    def _is_chosen(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self._table.hasFocus() and index.row() == self._table.currentIndex().row()

    def _paint_part(self, painter: QPainter, box: QRect, turn: HostTurn, column: int) -> None:
        is_now = turn.stage is TurnState.NOW
        painter.setPen(theme.token("text"))
        match column:
            case 0:
                self._words(painter, box.adjusted(15, 0, 0, 0), turn.time_text)
            case 1:
                painter.setPen(theme.token("text-quiet"))
                self._words(painter, box, str(turn.number))
            case 2:
                font = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE), is_strong=True)
                paint_name(painter, box.adjusted(0, 0, -12, 0), turn.team, font)
            case 3:
                self._stage(painter, box, turn, is_now=is_now)
            case _:
                self._ballots(painter, box, turn)

    def _stage(self, painter: QPainter, box: QRect, turn: HostTurn, *, is_now: bool) -> None:
        icon, token = _LOOKS[turn.stage]
        size = theme.scaled(16)
        painter.drawPixmap(
            box.left(), box.center().y() - size // 2 + 1, icons.pixmap(icon, token, size)
        )
        painter.setPen(theme.token(token))
        self._words(painter, box.adjusted(size + 6, 0, 0, 0), turn.stage_text, is_strong=is_now)

    def _ballots(self, painter: QPainter, box: QRect, turn: HostTurn) -> None:
        left = box.left()
        if not self._table.is_compact:
            side, step = theme.scaled(_MARK), theme.scaled(_STEP)
            top = box.center().y() - side / 2 + 1
            if turn.looks:
                room = min(step, (box.width() - theme.scaled(116)) // len(turn.looks))
                for at, look in enumerate(turn.looks):
                    paint_mark(painter, QRectF(left + at * room, top, side, side), look)
                left += max(len(turn.looks) * room, 0) + 10
            else:
                wide = theme.scaled(_SHARE)
                bar = QRectF(left, box.center().y() - 3, wide, theme.scaled(8))
                paint_share(painter, bar, turn.share)
                left += wide + 16
        painter.setPen(theme.token("text"))
        text = turn.in_text
        if self._table.is_compact:
            text = text.split(" in", 1)[0]
        self._words(painter, QRect(left, box.top(), box.right() - left, box.height()), text)

    @staticmethod
    def _words(painter: QPainter, box: QRect, text: str, *, is_strong: bool = False) -> None:
        font = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE), is_strong=is_strong)
        font = fonts.with_figures(font, text)
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


class SumLine(QWidget):
    """All ballots as a sum, each part with its mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = BallotSum("", (), "", "")
        self._is_compact = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.follow(self.setFixedHeight, 28)

    @property
    def text(self) -> str:
        """What a screen reader reads."""
        return self._view.text

    def show_sum(self, view: BallotSum) -> None:
        """Show another sum."""
        self._view = view
        said = f"{view.text}, {view.aside}" if view.aside else view.text
        self.setAccessibleName(said)
        self.setToolTip(f"<p>{said}</p>")
        self.update()

    def stand(self, *, is_compact: bool) -> None:
        """Say the whole sum, or only what is still to come."""
        self._is_compact = is_compact
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(60), theme.scaled(28))

    def _needed(self) -> int:
        """How wide the whole sum is."""
        metrics = QFontMetrics(fonts.screen_font(theme.scaled(fonts.TEXT_SIZE), is_strong=True))
        words = (self._view.total_text, *(one.text for one in self._view.parts), self._view.aside)
        across = sum(metrics.horizontalAdvance(one) for one in words)
        return across + theme.scaled(56) * len(self._view.parts) + theme.scaled(24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = 0
        strong = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE), is_strong=True)
        plain = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE))
        parts = self._view.parts
        painter.setPen(theme.token("text"))
        if parts and (self._is_compact or self._needed() > self.width()):
            said = next((one.text for one in parts if one.look == _TO_COME), parts[0].text)
            painter.setFont(plain)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, said)
            return
        left = self._put(painter, strong, self._view.total_text or self._view.text, left)
        side = theme.scaled(_MARK)
        for at, part in enumerate(parts):
            left = self._put(painter, plain, "=" if at == 0 else "+", left + theme.scaled(12))
            left += theme.scaled(10)
            paint_mark(painter, QRectF(left, (self.height() - side) / 2, side, side), part.look)
            left = self._put(painter, plain, part.text, left + side + theme.scaled(6))
        if self._view.aside:
            painter.setPen(theme.token("text-quiet"))
            self._put(painter, plain, f"({self._view.aside})", left + theme.scaled(12))

    def _put(self, painter: QPainter, font: QFont, text: str, left: int) -> int:
        """Write `text` from `left` on; the answer is where it ends."""
        painter.setFont(font)
        across = painter.fontMetrics().horizontalAdvance(text)
        painter.drawText(QRect(left, 0, across + 2, self.height()), _MIDDLE, text)
        return left + across


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def _team_id(turn: HostTurn) -> str:
    return str(turn.team_id)


_COLUMNS: tuple[Column[HostTurn], ...] = (
    Column("Time", lambda turn: turn.time_text),
    Column("Number", lambda turn: str(turn.number)),
    Column("Team", lambda turn: turn.team),
    Column("Stage", lambda turn: turn.stage_text),
    Column(
        "Ballots",
        lambda turn: turn.in_text,
        spoken=lambda turn: f"{turn.team}: {turn.in_text}. {', '.join(turn.by_name)}",
        tip=lambda turn: f"{turn.in_text}. {', '.join(turn.by_name)}",
    ),
)
