"""The panel's own order: a place typed beside each team, the same place for joint teams."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from judging_app.words import capitalised, listed, ordinal
from ui.result.forms import Form
from ui.result.numbered import NumberedRows
from ui.result.wanted import OrderWanted
from ui.widgets.labels import QuietText
from ui.widgets.picker import Choice

_HINT = (
    "Type a place beside each team that the panel has placed. For joint teams, type the same "
    "place. The others follow in order of score."
)


class OrderForm(Form):
    """Reads the order back in words while it is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NumberedRows[str]("Place of", _read_back, highest=9_999, example="Place")
        self.rows.changed.connect(self.changed)
        self._lay(QuietText(_HINT), self.rows)

    @property
    def wanted(self) -> OrderWanted | None:
        """The order as it is now; `None` before a place is typed."""
        order = _order(self.rows.numbers)
        return OrderWanted(order) if order else None

    def show_teams(self, teams: Sequence[Choice]) -> None:
        """Replace the teams, in the order of the arithmetic; the same ones keep what is typed."""
        self.rows.show_rows({team.key: team.words for team in teams})

    def clear(self) -> None:
        """Start again."""
        self.rows.show_numbers({})


def _order(places: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """Teams of one place together, best first."""
    return tuple(
        tuple(team for team in places if places[team] == place)
        for place in sorted(set(places.values()))
    )


def _read_back(places: Mapping[str, int], words: Mapping[str, str]) -> str:
    """What the places come to: typed gaps close, and joint teams use up places."""
    parts: list[str] = []
    place = 1
    for joint in _order(places):
        is_joint = "joint " if len(joint) > 1 else ""
        parts.append(f"{is_joint}{ordinal(place)} {listed([words[team] for team in joint])}")
        place += len(joint)
    return capitalised("; ".join(parts))
