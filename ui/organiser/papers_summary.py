"""What was made of the papers that were asked for, what wasn't and why: one list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from judging_app.present.organiser.papers import PaperOutcome
from ui import theme
from ui.announce import announce
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel, WrappedLabel


class PapersSummary(Card):
    """Says it in a sentence, then paper by paper; away until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.text = WrappedLabel("", "strong")
        self.open_folder = PlainButton("Open the folder", icon="folder-open")
        self.close_list = PlainButton("Close", icon="x")
        self._rows = QWidget()
        self._list = column(spacing=6, inside=self._rows)
        self._shown: list[QWidget] = []
        add(
            self.body,
            across((self.text, 1), self.open_folder, self.close_list, spacing=8),
            self._rows,
        )
        self.close_list.clicked.connect(self.hide)
        self.hide()

    @property
    def lines(self) -> tuple[str, ...]:
        """What the list says, paper by paper."""
        return tuple(row.accessibleName() for row in self._shown)

    def show_outcomes(
        self, text: str, outcomes: Sequence[PaperOutcome], *, is_folder: bool
    ) -> None:
        """Say what was made; `is_folder` if it can be looked at in one."""
        self.text.setText(text)
        is_good = bool(outcomes) and not any(one.why for one in outcomes)
        theme.restyle(self.text, kind="good" if is_good else "strong" if outcomes else "loss")
        for row in self._shown:
            row.hide()
            row.deleteLater()
        self._shown = [_row(one) for one in outcomes]
        add(self._list, *self._shown)
        self._rows.setVisible(bool(outcomes))
        self.open_folder.setVisible(is_folder)
        self.show()
        announce(self, text, is_urgent=not outcomes)


def _row(one: PaperOutcome) -> QWidget:
    row = QWidget()
    row.setAccessibleName(f"{one.title}: {one.text}")
    mark = IconMark(*(("circle-x", "loss") if one.why else ("circle-check", "good")))
    across(
        (mark, 0, Qt.AlignmentFlag.AlignTop),
        (PlainLabel(one.title), 2),
        (WrappedLabel(one.text, "" if one.why else "quiet"), 5),
        spacing=8,
        inside=row,
    )
    return row
