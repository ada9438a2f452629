"""The sample pitch before scoring opens: who has scored it, and how far apart, by criterion."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.host.calibration import CalibrationView
from ui.result.spread import KEYS, TeamSpread
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import add, column
from ui.widgets.labels import Heading, QuietText, WrappedLabel
from ui.widgets.state_badge import StateBadge

_HINT = (
    "Every judge scores one sample pitch. Discuss where the scores are far apart, then delete "
    "them. None of it counts, and opening scoring deletes it."
)


class CalibrationPart(QWidget):
    """Shows the sample pitch's scores side by side."""

    discard_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Sample pitch")
        self._lead, self._judges = WrappedLabel("", "strong"), WrappedLabel()
        self._far, self._plots = Card("banner-attention"), Card()
        self._to_talk_over = WrappedLabel()
        self._rows: list[TeamSpread] = []
        self._column = column()
        self.discard = PlainButton("Delete the sample scores", kind="loss")
        self.discard.clicked.connect(self.discard_asked)
        self._lay_out()

    @property
    def rows(self) -> list[TeamSpread]:
        """The criteria on show."""
        return [row for row in self._rows if row.isVisibleTo(self)]

    def show_view(self, view: CalibrationView) -> None:
        """Replace the scores."""
        self._lead.setText(view.lead)
        self._judges.setText("\n".join(view.judges))
        self._to_talk_over.setText("\n".join(view.to_talk_over))
        self._far.setVisible(bool(view.to_talk_over))
        while len(self._rows) < len(view.rows):
            self._rows.append(TeamSpread())
            self._column.addWidget(self._rows[-1])
        for at, row in enumerate(self._rows):
            row.show_row(view.rows[at] if at < len(view.rows) else None)
        self.discard.setEnabled(view.is_begun)

    def _lay_out(self) -> None:
        who = Card()
        add(self._far.body, StateBadge("attention", "To discuss"), self._to_talk_over)
        add(who.body, Heading("Who has scored", 3), self._lead, self._judges)
        add(self._plots.body, Heading("How far apart", 3), QuietText(KEYS), self._column)
        column(QuietText(_HINT), who, self._far, self._plots, self.discard, spacing=12, inside=self)
