"""The whole rubric to read: as a page of its own, and as a drawer beside the scorecard."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from judging_app.present.judge.rubric import RubricRow
from ui import keys, theme
from ui.judge.level_line import LevelLine
from ui.judge.reading import read_by_keys
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column
from ui.widgets.labels import AsideLabel, Heading, QuietText
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn

DRAWER_WIDTH = 420


class RubricScreen(Screen):
    """Shows what the judges score by, to whoever may read it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = RubricList()
        self.name_page("The rubric")
        head = column(
            Heading("The rubric"),
            QuietText("What every team is scored by. It can’t change once scoring is open."),
            spacing=2,
        )
        self.lay_out(self._list, head=head)
        read_by_keys(self, self._list)

    def show_rows(self, rows: Sequence[RubricRow]) -> None:
        """Replace the rubric on show."""
        self._list.show_rows(rows)


class RubricList(ScrollColumn):
    """Every criterion with its levels, one below the other in a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        self._parts: dict[str, QWidget] = {}
        add(self.body, self._card, 1)

    def show_rows(self, rows: Sequence[RubricRow]) -> None:
        """Replace what is on show."""
        self._card.hide()
        self._card.deleteLater()
        self._card = Card()
        self._card.body.setSpacing(12)
        self._parts = {row.criterion_id: _criterion(row) for row in rows}
        for row in rows:
            if row.section:
                add(self._card.body, Heading(row.section, level=2))
            add(self._card.body, self._parts[row.criterion_id], Hairline())
        self.body.insertWidget(0, self._card)

    def bring_up(self, criterion: str) -> None:
        """Scroll to a criterion."""
        if criterion in self._parts:
            self.verticalScrollBar().setValue(self._parts[criterion].y())


class RubricDrawer(QFrame):
    """Lies over the right of a page and shows all levels; Esc and R close it."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._behind = parent
        self.setProperty("kind", "drawer")
        self._list = RubricList()
        self._close = PlainButton("Close (R)", kind="quiet", icon="x")
        self._close.clicked.connect(self.close_drawer)
        head = across((Heading("All levels", level=2), 1), self._close)
        column(head, (self._list, 1), spacing=8, margins=(20, 12, 12, 12), inside=self)
        self.hide()

    def show_rows(self, rows: Sequence[RubricRow]) -> None:
        """Replace the rubric."""
        self._list.show_rows(rows)

    def open_at(self, criterion: str) -> None:
        """Come up, with a criterion at the top and the keyboard inside."""
        self.place()
        self.show()
        self.raise_()
        self._list.bring_up(criterion)
        self._close.setFocus()

    def place(self) -> None:
        """Lie along the right edge of what is behind."""
        behind = self._behind.size()
        width = min(theme.scaled(DRAWER_WIDTH), behind.width())
        self.setGeometry(behind.width() - width, 0, width, behind.height())

    def close_drawer(self) -> None:
        """Go away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.LEAVE.is_pressed(event):
            self.close_drawer()
        else:
            super().keyPressEvent(event)


def _criterion(row: RubricRow) -> QWidget:
    made = QWidget()
    parts: list[QWidget] = [AsideLabel(row.title, row.weight_text, "subheading")]
    scale = " ".join(one for one in (f"Scale: {row.scale_text}.", row.asks_text) if one)
    parts.append(QuietText(scale))
    for points, words in row.levels:
        line = LevelLine()
        line.show_level(points, words, is_filled=False)
        parts.append(line)
    column(*parts, spacing=6, inside=made)
    return made
