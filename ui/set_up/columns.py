"""Which column of a list is which: a list above each column, and rows as they come in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from judging_app.present.set_up.importing import ColumnsView, SpellingLine, choices_of_kind
from judging_app.words import counted
from ui import theme
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker, PickerBox
from ui.widgets.side_by_side import SideBySide

LEFT_OUT = "Left out"
_COLUMN_WIDTH, _MOST_SPELLINGS = 176, 40
_SIDE_BY_SIDE = 760


class ColumnBox(PickerBox):
    """What one column is taken for."""

    taken = Signal(int, str)
    """The column's place, and what it is taken for; empty if it is left out."""

    def __init__(self, place: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.setAccessibleName(f"Column {place + 1}, {title or 'without a title'}")
        self.activated.connect(self._take)

    def show_targets(self, targets: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these, by our column and its words."""
        self.clear()
        self.addItem(LEFT_OUT, "")
        for key, words in targets:
            self.addItem(words, key)
        self.setCurrentIndex(max(self.findData(chosen), 0))

    def _take(self) -> None:
        self.taken.emit(self._place, str(self.currentData() or ""))


class ColumnsPart(QWidget):
    """Shows how one list is read, and says what is to be read otherwise."""

    list_asked = Signal(str)
    kind_asked = Signal(str)
    sheet_asked = Signal(str)
    header_asked = Signal(int)
    column_asked = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[ColumnBox] = []
        self.lists, self.kinds = Picker("List"), Picker("It is a list of")
        self.sheets, self.headers = Picker("Sheet"), Picker("Titles in row")
        self._grid = QGridLayout()
        self._area = _Sideways()
        self._count = QuietText()
        self._spellings, self._made = Card(), Card()
        self._connect()
        self._lay_out()

    def show_lists(self, names: Sequence[str], at: int) -> None:
        """Offer several lists, where there are several."""
        self.lists.show_choices([Choice(str(i), name) for i, name in enumerate(names)])
        self.lists.choose(str(at))
        self.lists.setVisible(len(names) > 1)

    def show_view(self, view: ColumnsView) -> None:
        """Replace the columns; the one that has the keyboard keeps it."""
        at = next((i for i, box in enumerate(self.boxes) if box.hasFocus()), None)
        self.kinds.show_choices([Choice(*one) for one in choices_of_kind()])
        self.kinds.choose(view.kind_key)
        self.sheets.show_choices([Choice(name, name or view.file) for name in view.sheets])
        self.sheets.choose(view.sheet)
        self.sheets.setVisible(len(view.sheets) > 1)
        self.headers.show_choices([Choice(str(row), str(row)) for row in view.headers])
        self.headers.choose(str(view.header))
        self._fill(view)
        if at is not None and at < len(self.boxes):
            self.boxes[at].setFocus()
        shown = f"{len(view.rows)} of {view.count} rows, as they will come in."
        self._count.setText(f"{shown} F5 shows others.")

    def show_notes(self, spellings: Sequence[SpellingLine], remarks: Sequence[str]) -> None:
        """Say which spellings were made alike, and what was made or left out."""
        _empty(self._spellings)
        add(self._spellings.body, Heading("Spellings made alike", 3))
        for one in spellings[:_MOST_SPELLINGS]:
            said = WrappedLabel(one.words)
            add(
                self._spellings.body,
                across((said, 1), PlainLabel(counted(one.rows, "row"), "quiet")),
            )
        if not spellings:
            add(self._spellings.body, QuietText("None had to be."))
        _empty(self._made)
        add(self._made.body, Heading("What is made, and what isn’t read", 3))
        for remark in remarks or ("Everything is read, and nothing is left out.",):
            add(self._made.body, WrappedLabel(remark, "quiet"))
        for card in (self._spellings, self._made):
            add(card.body, 1)

    def _fill(self, view: ColumnsView) -> None:
        fresh = QWidget()
        fresh.setProperty("kind", "column")
        self._grid = QGridLayout(fresh)
        self._grid.setContentsMargins(16, 12, 16, 8)
        self._grid.setHorizontalSpacing(12)
        self.boxes = []
        for place, head in enumerate(view.heads):
            box = ColumnBox(place, head.title)
            box.show_targets(view.targets, head.taken_for)
            box.taken.connect(self.column_asked)
            theme.follow(box.setMinimumWidth, _COLUMN_WIDTH)
            self.boxes.append(box)
            self._grid.addWidget(box, 0, place + 1)
            self._grid.addWidget(PlainLabel(head.title or "(no title)", "quiet"), 1, place + 1)
        for down, row in enumerate(view.rows, start=2):
            self._grid.addWidget(PlainLabel(str(row.number), "quiet"), down, 0)
            for place, (now, was) in enumerate(row.cells[: len(view.heads)]):
                is_left = not view.heads[place].taken_for
                said = PlainLabel(now, "quiet" if is_left else "")
                cell = [said]
                if now != was.strip() and not is_left:
                    cell.append(PlainLabel(f"was “{was.strip()}”", "quiet"))
                self._grid.addLayout(column(*cell, 1, spacing=0), down, place + 1)
        self._grid.setRowStretch(len(view.rows) + 2, 1)
        self._area.setWidget(fresh)
        theme.follow(self._area.fit)

    def _connect(self) -> None:
        self.lists.picked.connect(self.list_asked)
        self.kinds.picked.connect(self.kind_asked)
        self.sheets.picked.connect(self.sheet_asked)
        self.headers.picked.connect(self._ask_header)

    def _lay_out(self) -> None:
        choices = across(self.lists, self.kinds, self.sheets, self.headers, 1, spacing=16)
        notes = SideBySide((self._spellings, 1), (self._made, 1), wide_from=_SIDE_BY_SIDE)
        table = Card()
        table.body.setContentsMargins(1, 1, 1, 1)
        add(table.body, self._area)
        column(choices, table, self._count, notes, 1, spacing=10, inside=self)

    def _ask_header(self, row: str) -> None:
        self.header_asked.emit(int(row))


class _Sideways(QScrollArea):
    """As high as what it holds; what is wider scrolls sideways, with what has the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def fit(self) -> None:
        if (inside := self.widget()) is not None:
            bar = self.horizontalScrollBar().sizeHint().height()
            self.setFixedHeight(inside.sizeHint().height() + bar)


def _empty(card: Card) -> None:
    while card.body.count():
        item = card.body.takeAt(0)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (layout := item.layout()) is not None:
            while layout.count():
                inner = layout.takeAt(0)
                if inner is not None and (part := inner.widget()) is not None:
                    part.hide()
                    part.deleteLater()
