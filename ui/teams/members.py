"""Who is in the chosen team: dragged onto another team’s row, or moved with the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from judging_app.present.set_up.members import MembersView
from judging_app.present.set_up.tables import SetUpTable
from ui import icons, keys, theme
from ui.edit_table.table import EditTable
from ui.set_up.tables import TablesScreen
from ui.widgets.form import column
from ui.widgets.labels import Heading, QuietText

_MIME = "application/x-pitchday-person"
_WIDTH, _ICON = 320, 16
_BESIDE = 1_000
"""The page in pixels at 100 % text from which there is room beside the table."""

_HOW = "Drag people onto a team. Or press Space, choose the team with Up or Down, and Space again."


class MembersList(QListWidget):
    """The members; one who is lifted goes where the keyboard or the pointer lets go."""

    over = Signal(str, int)
    """Who is lifted, and how many teams further down the keyboard goes."""
    let_go = Signal(str)
    put_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lifted = ""
        self.setAccessibleName("Who is in the team")
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current_key(self) -> str:
        """The member that the keyboard is on."""
        item = self.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME, str(items[0].data(Qt.ItemDataRole.UserRole)).encode())
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.LIFT_MEMBER.is_pressed(event) and self.current_key:
            self._lift_or_let_go()
        elif keys.PUT_BACK.is_pressed(event) and self.lifted:
            self.lifted = ""
            self.put_back.emit()
        elif keys.TEAM_ABOVE.is_pressed(event) and self.lifted:
            self.over.emit(self.lifted, -1)
        elif keys.TEAM_BELOW.is_pressed(event) and self.lifted:
            self.over.emit(self.lifted, +1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.lifted:
            self.lifted = ""
            self.put_back.emit()

    def _lift_or_let_go(self) -> None:
        if self.lifted:
            person, self.lifted = self.lifted, ""
            self.let_go.emit(person)
        else:
            self.lifted = self.current_key
            self.over.emit(self.lifted, 0)


class MembersPart(QWidget):
    """Stands beside the table of teams."""

    shown_for = Signal(str)
    """The team whose members are to be shown."""
    hovers = Signal(str, str)
    """A person over a team; none over none."""
    moved = Signal(str, str)
    """A person to a team."""

    def __init__(self, table: EditTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._home = table, ""
        self.title, self.list = Heading("", 3), MembersList()
        column(self.title, QuietText(_HOW), (self.list, 1), spacing=8, inside=self)
        theme.follow(self.setFixedWidth, _WIDTH)
        theme.follow(self._fit)
        table.viewport().setAcceptDrops(True)
        table.viewport().installEventFilter(self)
        table.went_to.connect(self._follow)
        self.list.over.connect(self._go_over)
        self.list.let_go.connect(self._let_go)
        self.list.put_back.connect(self._put_back)

    def _fit(self) -> None:
        side = theme.scaled(_ICON)
        self.list.setIconSize(QSize(side, side))

    def show_members(self, view: MembersView) -> None:
        """Show who is in the team that the keyboard is on."""
        self.title.setText(view.title)
        at = self.list.currentRow()
        self.list.clear()
        for row in view.rows:
            item = QListWidgetItem(row.words)
            item.setData(Qt.ItemDataRole.UserRole, row.key)
            item.setToolTip(row.words)
            if row.is_one_of_several:
                item.setIcon(icons.icon("triangle-alert", "attention"))
                item.setToolTip(f"{row.words}. Others of the team are from there too.")
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(at, 0), self.list.count() - 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a person be dropped on a row of the table."""
        match event:
            case QDropEvent() if event.type() is QEvent.Type.Drop:
                self._drop(event)
            case QDragEnterEvent() | QDragMoveEvent():
                self._drag_over(event)
            case QDragLeaveEvent():
                self.hovers.emit("", "")
            case _:
                return super().eventFilter(watched, event)
        return True

    def _drag_over(self, event: QDragMoveEvent) -> None:
        person, team = self._person(event), self._team_at(event)
        event.setAccepted(bool(person))
        self.hovers.emit(person, team)

    def _drop(self, event: QDropEvent) -> None:
        person, team = self._person(event), self._team_at(event)
        self.hovers.emit("", "")
        if person and team:
            event.acceptProposedAction()
            self.moved.emit(person, team)

    def _person(self, event: QDropEvent) -> str:
        return bytes(event.mimeData().data(_MIME).data()).decode()

    def _team_at(self, event: QDropEvent) -> str:
        index = self._table.indexAt(event.position().toPoint())
        return self._table.rows.key_at(index.row()) if index.isValid() else ""

    def _follow(self, team: str) -> None:
        if not self.list.lifted:
            self.shown_for.emit(team)

    def _go_over(self, person: str, by: int) -> None:
        if not by:
            self._home = self._table.current_key
        self._table.go_by(by)
        self.hovers.emit(person, self._table.current_key)

    def _let_go(self, person: str) -> None:
        team = self._table.current_key
        self.hovers.emit("", "")
        self._table.go_to(self._home)
        self.moved.emit(person, team)

    def _put_back(self) -> None:
        self.hovers.emit("", "")
        self._table.go_to(self._home)


class TeamsScreen(TablesScreen):
    """The tables of teams and challenges, with the members beside the first where there is room."""

    def __init__(self, heading: str, tables: Sequence[SetUpTable]) -> None:
        super().__init__(heading, tables)
        self.members = MembersPart(self.table)
        self.beside.addWidget(self.members)
        self.members.moved.connect(self.member_moved)
        self.shown.connect(self._stand)
        theme.follow(self._stand)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        has_room = self.width() >= theme.scaled(_BESIDE)
        self.members.setVisible(has_room and self.table_kind is SetUpTable.TEAMS)
