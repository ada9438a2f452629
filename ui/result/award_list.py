"""The awards as they are now: each with who gets it and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from judging_app.present.result.awards import AwardRow
from ui.widgets.card import Card
from ui.widgets.form import add, column, swap
from ui.widgets.labels import Heading, QuietText, WrappedLabel

NOBODY = "Not awarded yet"


class AwardList(Card):
    """One award below the other; out of sight while none is declared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Awards")
        self._problem = QuietText("")
        self._list = QWidget()
        add(self.body, Heading("Awards", 3), self._problem, self._list)
        self.show_awards(())

    def show_awards(self, awards: Sequence[AwardRow], problem: str = "") -> None:
        """Replace the awards; `problem` says why nobody can have one yet."""
        self.setVisible(bool(awards or problem))
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        new = QWidget()
        column(*(_award(award) for award in awards), spacing=12, inside=new)
        self._list = swap(self.body, self._list, new)


def _award(award: AwardRow) -> QVBoxLayout:
    who = WrappedLabel(f"{award.title}: {award.winners or NOBODY}", "strong")
    return column(who, QuietText(award.why), spacing=0)
