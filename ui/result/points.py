"""The form of the organiser's points: what is entered and missing, and one figure to enter."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from judging_app.present.result.points import PointsRow, points_progress
from ui.result.forms import Form, figure
from ui.result.wanted import PointsWanted
from ui.widgets.form import grid, labelled, swap
from ui.widgets.labels import PlainLabel, QuietText
from ui.widgets.picker import Choice, Picker
from ui.widgets.state_badge import StateBadge


class PointsForm(Form):
    """Which team on which criterion; the next that is missing is chosen by itself."""

    needs_reason = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion, self.team = Picker("Criterion"), Picker("Team")
        self.points = figure("Points")
        self._rows: tuple[PointsRow, ...] = ()
        self._progress, self._entered = QuietText(), PlainLabel("", "strong")
        self._list = QWidget()
        self._column = self._lay(
            self._progress,
            self.criterion,
            self._list,
            self.team,
            self._entered,
            labelled("Points", self.points),
        )
        self.criterion.picked.connect(self._show_criterion)
        self.team.picked.connect(self._show_entered)
        self.points.textChanged.connect(self.changed)
        self.points.returnPressed.connect(self.finished)

    @property
    def wanted(self) -> PointsWanted | None:
        """What is chosen and typed; `None` before it is."""
        typed = self.points.text().strip()
        if not typed or self._chosen is None:
            return None
        return PointsWanted(self.team.key, self.criterion.key, typed)

    @property
    def entered(self) -> str:
        """What is said of the points of the team that is chosen."""
        return self._entered.text()

    def show_rows(self, rows: Sequence[PointsRow]) -> None:
        """Replace what is entered and what is missing."""
        self._rows = tuple(rows)
        self._progress.setText(points_progress(rows))
        self.criterion.show_choices(
            [Choice(*one) for one in dict.fromkeys((r.criterion_id, r.criterion) for r in rows)]
        )
        self.team.show_choices(
            [Choice(*one) for one in dict.fromkeys((row.team_id, row.team) for row in rows)]
        )
        self._show_criterion()

    def clear(self) -> None:
        """Start again at the next team that is missing if there is one."""
        self.points.clear()
        missing = [row for row in self._rows if not row.is_entered]
        own = [row for row in missing if row.criterion_id == self.criterion.key]
        for row in (own or missing)[:1]:
            self.criterion.choose(row.criterion_id)
            self.team.choose(row.team_id)
        self._show_criterion()

    @property
    def _chosen(self) -> PointsRow | None:
        wanted = self.team.key, self.criterion.key
        return next((row for row in self._rows if (row.team_id, row.criterion_id) == wanted), None)

    def _show_criterion(self) -> None:
        new = _table([row for row in self._rows if row.criterion_id == self.criterion.key])
        self._list = swap(self._column, self._list, new)
        self._show_entered()

    def _show_entered(self) -> None:
        row = self._chosen
        said = f"Entered: {row.text}" if row and row.is_entered else "Nothing entered yet"
        self._entered.setText(f"{said} · scale {row.scale}" if row else "")
        self.changed.emit()


def _table(rows: Sequence[PointsRow]) -> QWidget:
    table = QWidget()
    badges = (StateBadge("submitted" if row.is_entered else "attention", row.text) for row in rows)
    grid(list(zip(badges, (PlainLabel(row.team) for row in rows), strict=True)), inside=table)
    return table
