"""Events side by side, by their bundles: what stands out, a bar for each, and what is missing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QSizePolicy, QWidget

from judging_app.present.compare.view import ComparisonView, Plot, Table
from ui import theme
from ui.announce import announce
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import Item, add, column, grid, middle
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.print_row import Printing
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.wrapped_row import WrappedRow

MOST_SHOWN = 24
"""Events that are shown one by one; of more, plots count how many lie where."""

_HOW = (
    "Choose 2 to 1,000 bundles (Papers, Data): a folder of them, or one by one. The first time "
    "takes up to two seconds a bundle; what was worked out is kept on this computer."
)
_SAME = (
    "Criteria that are called alike are compared. Say here which others are the same. It is kept "
    "in “criteria.json” beside the bundles."
)
_ROW, _BAR, _FEW = 22, 12, 5


class CompareScreen(Screen):
    """Shows a comparison; asks for bundles, and which of their criteria are the same."""

    folder_asked = Signal()
    bundles_asked = Signal()
    stop_asked = Signal()
    table_asked = Signal()
    same_asked = Signal(int, str)
    """A criterion's number, and with what it is the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Compare events")
        self.choose = PlainButton("Choose a folder of bundles…", icon="folder-open")
        self.more = PlainButton("Add bundles…")
        self.stop = PlainButton("Stop", kind="quiet")
        self.save = PlainButton("Save as PDF…", icon="printer")
        self.table = PlainButton("Save as CSV…")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Bundles read")
        self.said, message = WrappedLabel(""), WrappedLabel("")
        self.printing = Printing("comparison", self.save, message)
        self.same: list[Picker] = []
        self._found: QWidget | None = None
        for button, asked in (
            (self.choose, self.folder_asked),
            (self.more, self.bundles_asked),
            (self.stop, self.stop_asked),
            (self.table, self.table_asked),
        ):
            button.clicked.connect(asked)
        self._buttons = WrappedRow((self.choose, self.more, self.stop, self.save, self.table))
        self._scroll = ScrollColumn()
        self._form = form = Card()
        add(form.body, QuietText(_HOW), self._buttons, self.bar, self.said, message)
        add(self._scroll.body, form, 1)
        self.lay_out(self._scroll, head=Heading("Compare events"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show no comparison."""
        self._replace(None)
        self._say("", "")
        self._enable(has_view=False)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many bundles were read."""
        for button in (self.choose, self.more):
            button.setEnabled(False)
        self._show_stop(is_busy=True)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self._say(f"{done:,} of {total:,} bundles", "quiet")

    def show_problem(self, sentence: str, kind: str = "loss") -> None:
        """Say why there is no other comparison; one that is shown stays."""
        self._enable(has_view=self._found is not None)
        self._say(sentence, kind)

    def show_saved(self, sentence: str) -> None:
        """Say where the table is."""
        self._say(sentence, "good")

    def show_view(self, view: ComparisonView) -> None:
        """Show a comparison in place of any before."""
        self._say("", "")
        self._enable(has_view=True)
        whole = QWidget()
        parts: list[QWidget] = [_findings(view)]
        if view.criteria:
            parts.append(self._criteria(view))
        parts += [_plotted(plot.within(MOST_SHOWN)) for plot in view.plots]
        parts += [_table(one) for one in view.tables if len(one.heads) <= one.beside + 1]
        parts.append(_gaps(view.gaps))
        column(*parts, spacing=12, inside=whole)
        self._replace(whole)
        announce(self, " ".join(view.findings))

    def _criteria(self, view: ComparisonView) -> Card:
        """Asks of each criterion with which others it is the same."""
        card = Card()
        cells: list[list[Item]] = []
        for row in view.criteria:
            picker = Picker(f"{row.title}, {row.where}: the same as", is_bare=True)
            picker.show_choices([Choice(key, words) for key, words in row.choices])
            picker.choose(row.chosen)
            picker.picked.connect(partial(self.same_asked.emit, row.number))
            self.same.append(picker)
            cells.append([middle(WrappedLabel(row.title)), middle(QuietText(row.where)), picker])
        title = Heading("Which criteria are the same", 2)
        add(card.body, title, QuietText(_SAME), grid(cells, shares={0: 2, 1: 2, 2: 3}))
        return card

    def _replace(self, whole: QWidget | None) -> None:
        if whole is None:
            self.same = []
        if self._found is not None:
            self._found.hide()
            self._found.deleteLater()
        self._found = whole
        if whole is not None:
            below = self._scroll.body.indexOf(self._form) + 1  # under the head, if it scrolls too
            self._scroll.body.insertWidget(below, whole)
            whole.show()

    def _enable(self, *, has_view: bool) -> None:
        for button in (self.choose, self.more):
            button.setEnabled(True)
        self._show_stop(is_busy=False)
        self.save.setEnabled(has_view)
        self.table.setEnabled(has_view)

    def _show_stop(self, *, is_busy: bool) -> None:
        self.bar.setVisible(is_busy)
        always = (self.choose, self.more, self.save, self.table)
        self._buttons.show_parts((*always, self.stop) if is_busy else always)

    def _say(self, sentence: str, kind: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        theme.restyle(self.said, kind=kind)


class Bars(QWidget):
    """A bar for each event, with its name before it and its figure after it."""

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot = plot
        rows = "; ".join(f"{label}: {text}" for label, _, text in plot.rows)
        self.setAccessibleName(f"{plot.title}. {rows}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self._grow, _ROW)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(320), theme.scaled(_ROW) * len(self._plot.rows))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        row, reach = theme.scaled(_ROW), self._plot.most - self._plot.least
        names, figures = self.width() * 0.35, theme.scaled(64)
        room = max(10.0, self.width() - names - figures)
        for at, (label, value, text) in enumerate(self._plot.rows):
            length = max(2.0, (value - self._plot.least) / reach * room)
            top = at * row
            painter.setPen(theme.token("text"))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, int(names) - 8)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, names, row), middle, shown)
            thick = theme.scaled(_BAR)
            bar = QRectF(names, top + (row - thick) / 2, length, thick)
            painter.fillRect(bar, theme.token("act"))
            painter.drawText(QRectF(names + length + 6, top, figures, row), middle, text)

    def _grow(self, row: int) -> None:
        self.setFixedHeight(row * len(self._plot.rows))


def _findings(view: ComparisonView) -> Card:
    card = Card()
    add(
        card.body,
        Heading(view.subtitle, 2),
        *(WrappedLabel(one, "strong") for one in view.findings),
    )
    return card


def _plotted(plot: Plot) -> Card:
    card = Card()
    unit = f"{plot.title}, {plot.unit}" if plot.unit else plot.title
    add(card.body, Heading(unit, 3), Bars(plot))
    return card


def _table(of: Table) -> Card:
    card = Card()
    cells = QGridLayout()
    cells.setHorizontalSpacing(16)
    has_few = len(of.heads) <= _FEW
    for at, row in enumerate((of.heads, *of.rows[:MOST_SHOWN])):
        for place, cell in enumerate(row):
            label = WrappedLabel(cell) if has_few or not place else PlainLabel(cell)
            if at == 0:
                theme.restyle(label, kind="quiet")
            if isinstance(label, PlainLabel):
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            cells.addWidget(label, at, place)
    for place in range(len(of.heads) if has_few else 1):
        cells.setColumnStretch(place, 1)
    left = len(of.rows) - MOST_SHOWN
    more = [QuietText(f"{left:,} more are in the PDF and the CSV.")] if left > 0 else []
    about = [QuietText(of.about)] if of.about else []
    add(card.body, Heading(of.title, 2), cells, *more, *about)
    return card


def _gaps(gaps: Sequence[str]) -> Card:
    card = Card()
    said = gaps or ("Everything can be compared.",)
    title = Heading("What can’t be compared, and why", 2)
    add(card.body, title, *(WrappedLabel(one) for one in said))
    return card
