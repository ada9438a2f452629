"""The run order: moved by key or by hand, drawn by lot, with the time of each team."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from judging_app.domain.ids import TeamId
from judging_app.present.host.run_order import RunOrderView, SlotRow
from judging_app.words import capitalised
from ui import fonts, keys, theme
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column, labelled, text_field
from ui.widgets.labels import Heading, QuietText, WrappedLabel
from ui.widgets.reason_field import ReasonField

MOST_ROWS = 12
"""Rows that are shown at once; more scroll."""

_HINT = "To move the chosen team, drag it or press Alt+Up or Alt+Down."


class RunOrderPart(QWidget):
    """Shows the order and says which one was asked for.

    While the order needs a reason, moves wait here until one is given.
    """

    order_asked = Signal(object, str)
    """The ids of all teams in their new order, and the reason."""
    draw_asked = Signal(str, str)
    """The words to draw by, and the reason."""
    times_asked = Signal(object, str, str)
    """The ids of the teams, and the times for pitch and questions as they were typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Run order")
        self._view = RunOrderView((), "", needs_reason=False, may_change=False)
        self._came_about = WrappedLabel()
        self.rows = TurnList()
        self.up = PlainButton("Move up", icon="arrow-up")
        self.down = PlainButton("Move down", icon="arrow-down")
        self.reason = ReasonField()
        self.keep = PlainButton("Save this order")
        self.drop = PlainButton("Undo these moves", kind="quiet")
        self.seed = text_field("Words or a number for the draw", 100, width=260)
        self.draw = PlainButton("Draw by lot")
        self.pitch = text_field("Pitch", 6, width=90)
        self.questions = text_field("Questions", 6, width=90)
        self.one, self.all = PlainButton("Save for this team"), PlainButton("Save for every team")
        self._reason_card = Card("banner-attention")
        self._acts = Card()
        self.problem = WrappedLabel("", "attention")
        self._lay_out()
        self._connect()

    def show_view(self, view: RunOrderView) -> None:
        """Replace the order; what was moved and not kept is gone."""
        chosen = self.rows.chosen
        self._view = view
        self._came_about.setText(view.came_about)
        self.rows.show_rows(view.rows)
        self.rows.choose(chosen or (view.rows[0].team_id if view.rows else ""))
        self.rows.setVisible(bool(view.rows))
        self.rows.set_movable(is_movable=view.may_change)
        for part in (self._acts, self.up, self.down):
            part.setVisible(view.may_change and bool(view.rows))
        self._reason_card.hide()
        self._enable_buttons()

    def show_problem(self, sentence: str) -> None:
        """Say why what was asked for is not so."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        self._lay_out_acts()
        why = WrappedLabel("The order was drawn by lot. Say why it changes.", "large")
        add(self._reason_card.body, why, self.reason, across(1, self.drop, self.keep))
        column(
            self._came_about,
            self.problem,
            self._reason_card,
            self.rows,
            across(self.up, self.down, 1),
            QuietText(_HINT),
            self._acts,
            spacing=12,
            inside=self,
        )
        for part in (self.problem, self._reason_card):
            part.hide()

    def _lay_out_acts(self) -> None:
        times, lot = FlowRow(), FlowRow()
        pitch, questions = _named("Pitch", self.pitch), _named("Questions", self.questions)
        times.show_parts([pitch, questions, self.one, self.all])
        lot.show_parts([_named("Words for the draw", self.seed), self.draw])
        add(
            self._acts.body,
            Heading("Minutes", 3),
            times,
            Heading("Draw by lot", 3),
            QuietText("Say the words aloud first. Anyone can then repeat the draw."),
            lot,
        )

    def _connect(self) -> None:
        self.rows.moved.connect(self._take_move)
        self.rows.currentRowChanged.connect(self._show_times)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.keep.clicked.connect(self._ask_order)
        self.drop.clicked.connect(self._drop)
        self.reason.changed.connect(self._enable_buttons)
        self.seed.textChanged.connect(self._enable_buttons)
        self.draw.clicked.connect(self._ask_draw)
        self.seed.returnPressed.connect(self._ask_draw)
        self.one.clicked.connect(self._ask_one)
        self.all.clicked.connect(self._ask_all)

    def _move_up(self) -> None:
        self.rows.move_chosen(-1)

    def _move_down(self) -> None:
        self.rows.move_chosen(+1)

    def _take_move(self) -> None:
        if self._view.needs_reason:
            self._reason_card.show()
            self._enable_buttons()
        else:
            self._ask_order()

    def _drop(self) -> None:
        self.show_view(self._view)

    def _ask_order(self) -> None:
        self.order_asked.emit(self.rows.order, self.reason.taken())

    def _ask_draw(self) -> None:
        if not self.draw.isEnabled():
            return
        if self._view.needs_reason and not self.reason.text:
            self._reason_card.show()
            self.reason.setFocus()
            return
        self.draw_asked.emit(self.seed.text(), self.reason.taken())

    def _ask_one(self) -> None:
        self._ask_times((self.rows.chosen,))

    def _ask_all(self) -> None:
        self._ask_times(tuple(row.team_id for row in self._view.rows))

    def _ask_times(self, teams: tuple[str, ...]) -> None:
        self.times_asked.emit(teams, self.pitch.text(), self.questions.text())

    def _show_times(self, at: int) -> None:
        row = self.rows.row_at(at)
        if row is not None:
            self.pitch.setText(row.pitch_text)
            self.questions.setText(row.questions_text)

    def _enable_buttons(self) -> None:
        self.keep.setEnabled(bool(self.reason.text))
        self.draw.setEnabled(bool(self.seed.text().strip()))


class TurnList(QListWidget):
    """The teams in their order; Alt+Up and Alt+Down move the one that is chosen."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Teams in pitching order")
        self.setTabKeyNavigation(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._rows: dict[str, SlotRow] = {}
        self._is_movable = True
        self.setItemDelegate(_SlotPainter(self))
        self.model().rowsMoved.connect(self._tell_move)

    @property
    def chosen(self) -> str:
        """The id of the team that is chosen; empty where there is none."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    @property
    def order(self) -> tuple[TeamId, ...]:
        """The teams as they are now here."""
        return tuple(
            TeamId(self.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.count())
        )

    def row_at(self, at: int) -> SlotRow | None:
        """The row on show at a place."""
        item = self.item(at)
        return self._rows.get(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def show_rows(self, rows: tuple[SlotRow, ...]) -> None:
        """Replace the rows."""
        self._rows = {row.team_id: row for row in rows}
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.words)
            item.setData(Qt.ItemDataRole.UserRole, row.team_id)
            item.setToolTip(row.words)
            self.addItem(item)
        theme.follow(self._fit, 36)

    def choose(self, team: str) -> None:
        """Choose a team by its id, if it is here."""
        for at in range(self.count()):
            if self.item(at).data(Qt.ItemDataRole.UserRole) == team:
                self.setCurrentRow(at)

    def set_movable(self, *, is_movable: bool) -> None:
        """Whether the teams can be moved."""
        self._is_movable = is_movable
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if is_movable else mode.NoDragDrop)

    def move_chosen(self, by: int) -> None:
        """Move the team that is chosen up or down."""
        at = self.currentRow()
        to = at + by
        if not self._is_movable or at < 0 or not 0 <= to < self.count():
            return
        item = self.takeItem(at)
        self.insertItem(to, item)
        self.setCurrentRow(to)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move on Alt with an arrow."""
        if keys.EARLIER.is_pressed(event):
            self.move_chosen(-1)
        elif keys.LATER.is_pressed(event):
            self.move_chosen(+1)
        else:
            super().keyPressEvent(event)

    def _tell_move(self) -> None:
        self.moved.emit()

    def _fit(self, height: int) -> None:
        for at in range(self.count()):
            self.item(at).setSizeHint(QSize(0, height))
        self.setFixedHeight(min(max(self.count(), 2), MOST_ROWS) * height + 10)


class _SlotPainter(QStyledItemDelegate):
    """Paints a team's number, name, times and where it is, each in a column of its own."""

    def __init__(self, rows: TurnList) -> None:
        super().__init__(rows)
        self._rows = rows

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One team, whatever is chosen tinted and whatever was moved numbered anew."""
        row = self._rows.row_at(index.row())
        if row is None:
            return
        painter.save()
        box = QRect(option.rect)
        if index.row() == self._rows.currentRow():
            painter.fillRect(box, theme.token("act-ground"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.token("line"))
        plain = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE))
        strong = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE), is_strong=True)
        number, mark = theme.scaled(44), theme.scaled(90)
        times = min(theme.scaled(200), box.width() // 3)
        name = box.width() - number - times - mark - 16
        painter.setPen(theme.token("text-quiet"))
        left = self._put(painter, plain, str(index.row() + 1), box, box.left() + 12, number - 12)
        painter.setPen(theme.token("text"))
        left = self._put(painter, strong, row.team, box, left, name)
        left = self._put(painter, plain, row.times, box, left, times)
        self._put(painter, plain, capitalised(row.mark), box, left, mark)
        painter.restore()

    @staticmethod
    def _put(painter: QPainter, font: QFont, text: str, box: QRect, left: int, width: int) -> int:
        """Write a column's words, cut off at its end; the answer is where the next begins."""
        painter.setFont(fonts.with_figures(font, text))
        place = QRect(left, box.top(), width - 8, box.height())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
        return left + width


def _named(label: str, field: QWidget) -> QWidget:
    """A field under its label, for a row."""
    named = QWidget()
    column(labelled(label, field), inside=named)
    return named
