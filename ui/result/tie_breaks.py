"""The form of the tie-breaks: a number typed beside each rule that is to settle a tie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from judging_app.domain.tie_breaks import DeclaredTieBreak
from ui.result.forms import Form
from ui.result.method import EARLY, LATE
from ui.result.numbered import NumberedRows
from ui.result.wanted import TieBreaksWanted
from ui.widgets.labels import QuietText

HOW = "Type 1 beside the first rule to use, 2 beside the next. Leave the others empty."
TWICE = "Two rules have the same number. Give each its own."
NONE = "No tie-breaks: tied teams are joint."


@dataclass(frozen=True, slots=True)
class TieBreakChoice:
    """A rule that can be chosen, and its words."""

    tie_break: DeclaredTieBreak
    words: str


class TieBreaksForm(Form):
    """Reads the list back in words while it is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, object] = ((), ())
        self._declared: tuple[DeclaredTieBreak, ...] = ()
        self._hint = QuietText(EARLY)
        self.rows = NumberedRows[DeclaredTieBreak](
            "Number of the tie-break:", _read_back, highest=99
        )
        self.rows.changed.connect(self.changed)
        self.rows.read_back()
        self._lay(self._hint, QuietText(HOW), self.rows)

    @property
    def wanted(self) -> TieBreaksWanted | None:
        """The list as typed; `None` if it is the declared one or a number is there twice."""
        chosen = _chosen(self.rows.numbers)
        return None if chosen in (None, self._declared) else TieBreaksWanted(chosen)

    def show_declared(
        self,
        choices: Sequence[TieBreakChoice],
        declared: Sequence[DeclaredTieBreak],
        *,
        is_late: bool,
    ) -> None:
        """Replace the rules and the declared list; what is being typed stays if it is the same."""
        self.needs_reason = is_late
        self._hint.setText(LATE if is_late else EARLY)
        shown = (tuple(choices), tuple(declared))
        if shown != self._shown:
            self._shown, self._declared = shown, tuple(declared)
            self.rows.show_rows({choice.tie_break: choice.words for choice in choices})
            self.clear()

    def clear(self) -> None:
        """Start again at the list that is declared."""
        self.rows.show_numbers({one: at for at, one in enumerate(dict.fromkeys(self._declared), 1)})


def _chosen(numbers: Mapping[DeclaredTieBreak, int]) -> tuple[DeclaredTieBreak, ...] | None:
    """The rules in the order of their numbers; `None` where a number is there twice."""
    if len(set(numbers.values())) < len(numbers):
        return None
    return tuple(sorted(numbers, key=numbers.__getitem__))


def _read_back(
    numbers: Mapping[DeclaredTieBreak, int], words: Mapping[DeclaredTieBreak, str]
) -> str:
    order = _chosen(numbers)
    if order is None:
        return TWICE
    return " · ".join(f"{at}. {words[one]}" for at, one in enumerate(order, 1)) or NONE
