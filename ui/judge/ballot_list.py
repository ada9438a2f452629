"""A ballot to be read: every score beside its criterion, the total and the comments."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from judging_app.present.judge.card import ScorecardView
from judging_app.present.judge.read_back import NO_COMMENT
from ui import theme
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column, middle
from ui.widgets.labels import AsideLabel, Heading, PlainLabel, WrappedLabel

ROW_HEIGHT = 55


class BallotList(Card):
    """Rows with hairlines, each figure near its words, in place of keys that can't be pressed."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(0)
        self._title = Heading(title, level=3)
        self._rows = QWidget()
        theme.follow(self._title.setMinimumHeight, 36)
        add(self.body, self._title, self._rows)

    def show_view(self, view: ScorecardView) -> None:
        """Replace the ballot on show."""
        rows, self._rows = self._rows, QWidget()
        self.body.replaceWidget(rows, self._rows)
        rows.hide()
        rows.deleteLater()
        below = column(spacing=0, inside=self._rows)
        for row in view.criteria:
            add(below, Hairline(), _line(row.title, row.weight_text, row.state_text))
        if view.total_text:
            add(below, Hairline(), _line("Total", "", view.total_text))
        for label, text in (("For the team", view.for_team), ("For the panel", view.for_panel)):
            words = WrappedLabel(text or NO_COMMENT, "" if text else "quiet")
            add(below, Hairline(), column(PlainLabel(label, "label"), words, spacing=2,
                                          margins=(0, 8, 0, 8)))  # fmt: skip
        self._rows.show()


def _line(title: str, aside: str, figure: str) -> QWidget:
    made = QWidget()
    score, _, rest = figure.partition(" ")
    words = (figure, "") if score == "Not" else (score, rest)
    figures: QHBoxLayout = across(
        PlainLabel(words[0], "quiet" if score == "Not" else "subheading"),
        PlainLabel(words[1], "quiet"),
        spacing=6,
    )
    titled = AsideLabel(title, aside, "large")
    across((middle(titled), 1), figures, spacing=16, inside=made)
    theme.follow(made.setMinimumHeight, ROW_HEIGHT)
    return made
