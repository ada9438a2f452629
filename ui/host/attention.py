"""What needs somebody, under the run order: at most two at once, and how many more there are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from judging_app.present.host.attention import MOST_IN_SIGHT, AttentionItem
from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel

ROW = 38


class AttentionCard(Card):
    """Rows of what is so, what that means and one act; the room for two is always there."""

    act_asked = Signal(object)
    """The `AttentionItem` whose button was pressed."""
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("What needs you")
        self._is_compact = False
        self._items: tuple[AttentionItem, ...] = ()
        self.rows = tuple(AttentionRow() for _ in range(MOST_IN_SIGHT))
        self._line = Hairline()
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        add(self.body, self.rows[0], self._line, self.rows[1])
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for row in self.rows:
            row.act.clicked.connect(self._ask)
        theme.follow(self._fit)

    @property
    def items(self) -> tuple[AttentionItem, ...]:
        """Everything that needs somebody, the ones out of sight too."""
        return self._items

    def show_items(self, items: Sequence[AttentionItem]) -> None:
        """Replace what needs somebody."""
        self._items = tuple(items)
        self._fill()

    def stand(self, *, is_compact: bool) -> None:
        """Say only how many there are, where there is little room."""
        self._is_compact = is_compact
        self._fit()

    def _fill(self) -> None:
        if self._is_compact:
            count = len(self._items)
            things = f"{count} thing{'s need' if count != 1 else ' needs'} you"
            self.rows[0].show_words(things if count else QUIET, "", "Show" if count else STATUS)
            return
        for at, row in enumerate(self.rows):
            row.show_item(self._items[at] if at < len(self._items) else None)
        if not self._items:
            self.rows[0].show_words(QUIET, "", STATUS)

    def _ask(self) -> None:
        row = next((one for one in self.rows if one.act is self.sender()), None)
        if row is None or row.item is None or self._is_compact:
            self.more_asked.emit()
        else:
            self.act_asked.emit(row.item)

    def _fit(self) -> None:
        for part in (self._line, self.rows[1]):
            part.setVisible(not self._is_compact)
        self._fill()


class AttentionList(QWidget):
    """All that needs somebody, where there is room for it."""

    act_asked = Signal(object)
    """The `AttentionItem` whose button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Everything that needs you")
        self.rows: list[AttentionRow] = []
        self._body = column(spacing=0, inside=self)
        self.hide()

    def show_items(self, items: Sequence[AttentionItem]) -> None:
        """Replace what needs somebody."""
        while len(self.rows) < len(items):
            row = AttentionRow()
            row.act.clicked.connect(self._ask)
            self.rows.append(row)
            add(self._body, row)
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(items))
            row.show_item(items[at] if at < len(items) else None)
        self.setVisible(bool(items))

    def _ask(self) -> None:
        row = next((one for one in self.rows if one.act is self.sender()), None)
        if row is not None and row.item is not None:
            self.act_asked.emit(row.item)


QUIET, STATUS = "Nothing needs you now", "Status of this computer"


class AttentionRow(QFrame):
    """One thing that needs somebody, or nothing at all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: AttentionItem | None = None
        self._mark = IconMark("triangle-alert")
        self.text, self.detail = PlainLabel("", "strong"), PlainLabel("", "quiet")
        self.act = Button("", kind="link")
        self.act.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        across(
            self._mark,
            self.text,
            (self.detail, 1),
            self.act,
            spacing=8,
            margins=(16, 0, 8, 0),
            inside=self,
        )
        theme.follow(self.setFixedHeight, ROW)

    def show_item(self, item: AttentionItem | None) -> None:
        """Show one; nothing keeps its room."""
        self.item = item
        for part in (self._mark, self.text, self.detail, self.act):
            part.setVisible(item is not None)
        if item is not None:
            token = "loss" if item.is_loss else "attention"
            self._mark.show_icon("circle-x" if item.is_loss else "triangle-alert", token)
            self.text.setText(item.text)
            self.detail.setText(item.detail)
            self.act.setText(item.act_text)
            self.act.setAccessibleName(f"{item.act_text}: {item.text}")

    def show_words(self, text: str, detail: str, act: str) -> None:
        """Say how it is in general."""
        self.item = None
        self._mark.show_icon(
            "circle-check" if text == QUIET else "triangle-alert",
            "text-quiet" if text == QUIET else "attention",
        )
        for part in (self._mark, self.text, self.detail, self.act):
            part.show()
        self.text.setText(text)
        self.detail.setText(detail)
        self.act.setText(act)
