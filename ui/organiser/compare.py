"""Events side by side, by their bundles: what stands out, a bar for each, and what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QSizePolicy, QWidget

from judging_app.present.comparison import EXPLAINED, ComparisonView, Plot
from ui import theme
from ui.announce import announce
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.print_row import Printing
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn

MOST_SHOWN = 24
"""Events that are shown one by one; the paper and the table have all of them."""

_HOW = (
    "Choose a folder with 2 to 1,000 bundles (Papers, Data). Criteria that are called alike are "
    "the same. Which others are is written to “criteria.json” in that folder, for you to change."
)
_ROW, _BAR = 22, 12


class CompareScreen(Screen):
    """Shows a comparison, and asks for the folder of bundles."""

    folder_asked = Signal()
    table_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Compare events")
        self.choose = PlainButton("Choose a folder of bundles…", icon="folder-open")
        self.save = PlainButton("Save as PDF…", icon="printer")
        self.table = PlainButton("Save as CSV…")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Bundles read")
        self.said, message = WrappedLabel(""), WrappedLabel("")
        self.printing = Printing("comparison", self.save, message)
        self._found: QWidget | None = None
        self.choose.clicked.connect(self.folder_asked)
        self.table.clicked.connect(self.table_asked)
        self._scroll = ScrollColumn()
        self._form = form = Card()
        buttons = across(self.choose, self.save, self.table, 1, spacing=8)
        add(form.body, QuietText(_HOW), buttons, self.bar, self.said, message)
        add(self._scroll.body, form, 1)
        self.lay_out(self._scroll, head=Heading("Compare events"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show no comparison."""
        self._replace(None)
        self.bar.hide()
        self._say("", "")
        self._enable(has_view=False)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many bundles were read."""
        self.choose.setEnabled(False)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.bar.show()

    def show_problem(self, sentence: str) -> None:
        """Say why there is no comparison."""
        self.show_nothing()
        self._say(sentence, "loss")

    def show_saved(self, sentence: str) -> None:
        """Say where the table is."""
        self._say(sentence, "good")

    def show_view(self, view: ComparisonView) -> None:
        """Show a comparison in place of any before."""
        self.show_nothing()
        self._enable(has_view=True)
        whole = QWidget()
        parts: list[QWidget] = [_findings(view)]
        parts += [_plotted(plot) for plot in view.plots if len(plot.rows) <= MOST_SHOWN]
        parts.append(_table(view))
        parts.append(_gaps(view.gaps))
        column = QGridLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for at, part in enumerate(parts):
            column.addWidget(part, at, 0)
        self._replace(whole)
        announce(self, " ".join(view.findings))

    def _replace(self, whole: QWidget | None) -> None:
        if self._found is not None:
            self._found.hide()
            self._found.deleteLater()
        self._found = whole
        if whole is not None:
            below = self._scroll.body.indexOf(self._form) + 1  # under the head, if it scrolls too
            self._scroll.body.insertWidget(below, whole)
            whole.show()

    def _enable(self, *, has_view: bool) -> None:
        self.choose.setEnabled(True)
        self.save.setEnabled(has_view)
        self.table.setEnabled(has_view)

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


def _table(view: ComparisonView) -> Card:
    card = Card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    for at, row in enumerate((view.heads, *view.rows[:MOST_SHOWN])):
        for column, cell in enumerate(row):
            label = WrappedLabel(cell) if column == 0 else PlainLabel(cell)
            if at == 0:
                theme.restyle(label, kind="quiet")
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            grid.addWidget(label, at, column, side if column else Qt.AlignmentFlag(0))
    grid.setColumnStretch(0, 1)
    left = len(view.rows) - MOST_SHOWN
    more = [QuietText(f"{left:,} more are in the PDF and the CSV.")] if left > 0 else []
    add(card.body, Heading("Every event", 2), grid, *more, QuietText(EXPLAINED))
    return card


def _gaps(gaps: Sequence[str]) -> Card:
    card = Card()
    said = gaps[:MOST_SHOWN] or ("Everything can be compared.",)
    title = Heading("What can’t be compared, and why", 2)
    add(card.body, title, *(WrappedLabel(one) for one in said))
    return card
