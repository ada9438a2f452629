"""The awards as they stand: each with who gets it and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from judging_app.present.result.awards import AwardRow
from ui.widgets.card import Card
from ui.widgets.labels import Heading, QuietText, WrappedLabel

NOBODY = "Not awarded yet"


class AwardList(Card):
    """One award below the other; out of sight while none is declared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Awards")
        self._problem = QuietText("")
        self._list = QWidget()
        for part in (Heading("Awards", 3), self._problem, self._list):
            self.body.addWidget(part)
        self.show_awards(())

    def show_awards(self, awards: Sequence[AwardRow], problem: str = "") -> None:
        """Replace the awards; `problem` says why nobody can be told to have one."""
        self.setVisible(bool(awards or problem))
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        new = QWidget()
        column = QVBoxLayout(new)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for award in awards:
            column.addLayout(_award(award))
        self.body.replaceWidget(self._list, new)
        self._list.hide()
        self._list.deleteLater()
        self._list = new
        new.show()  # at once, or the page would blink


def _award(award: AwardRow) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(WrappedLabel(f"{award.title}: {award.winners or NOBODY}", "strong"))
    column.addWidget(QuietText(award.why))
    return column
