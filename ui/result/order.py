"""The panel's own order: a place typed beside each team, the same place for joint teams."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from judging_app.words import listed, ordinal
from ui import theme
from ui.result.forms import Form
from ui.result.wanted import OrderWanted
from ui.widgets.labels import PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice

_HINT = (
    "Type a place beside each team that the panel has placed. For joint teams, type the same "
    "place. The others follow in order of score."
)


class OrderForm(Form):
    """Reads the order back in words while it is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QLineEdit] = {}
        self._teams: tuple[Choice, ...] = ()
        self._rows = QWidget()
        self._read_back = WrappedLabel("", "strong")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for part in (QuietText(_HINT), self._rows, self._read_back):
            self._column.addWidget(part)

    @property
    def wanted(self) -> OrderWanted | None:
        """The order as it stands; `None` before a place is typed."""
        joint: dict[int, list[str]] = {}
        for team, place in self._places().items():
            joint.setdefault(place, []).append(team)
        if not joint:
            return None
        return OrderWanted(tuple(tuple(joint[place]) for place in sorted(joint)))

    def show_teams(self, teams: Sequence[Choice]) -> None:
        """Replace the teams, in the order of the arithmetic; the same ones keep what is typed."""
        if tuple(teams) == self._teams:
            return
        self._teams = tuple(teams)
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.fields = {team.key: self._field(team) for team in teams}
        for at, team in enumerate(teams):
            grid.addWidget(self.fields[team.key], at, 0)
            grid.addWidget(PlainLabel(team.words), at, 1)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        rows.show()  # at once, or the page would blink
        self._tell()

    def clear(self) -> None:
        """Begin anew."""
        for field in self.fields.values():
            field.clear()

    def _field(self, team: Choice) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(f"Place of {team.words}")
        field.setPlaceholderText("Place")
        field.setFixedWidth(theme.scaled(72))
        field.setValidator(QIntValidator(1, 9_999, field))
        field.textChanged.connect(self._tell)
        return field

    def _places(self) -> Mapping[str, int]:
        return {
            key: int(field.text())
            for key, field in self.fields.items()
            if field.hasAcceptableInput()
        }

    def _tell(self) -> None:
        """Say what the places come to: typed gaps close, and joint teams use up places."""
        words = {team.key: team.words for team in self._teams}
        parts: list[str] = []
        place = 1
        for joint in self.wanted.order if self.wanted else ():
            is_joint = "joint " if len(joint) > 1 else ""
            parts.append(f"{is_joint}{ordinal(place)} {listed([words[team] for team in joint])}")
            place += len(joint)
        said = "; ".join(parts)
        self._read_back.setText(f"{said[0].upper()}{said[1:]}" if said else "")
        self._read_back.setVisible(bool(said))
        self.changed.emit()
