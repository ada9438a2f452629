"""The form of the tie-breaks: a number typed beside each rule that is to settle a tie."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from judging_app.domain.tie_breaks import DeclaredTieBreak
from ui import theme
from ui.result.forms import Form
from ui.result.method import EARLY, LATE
from ui.result.wanted import TieBreaksWanted
from ui.widgets.labels import PlainLabel, QuietText, WrappedLabel

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
        self.fields: dict[DeclaredTieBreak, QLineEdit] = {}
        self._choices: tuple[TieBreakChoice, ...] = ()
        self._declared: tuple[DeclaredTieBreak, ...] = ()
        self._hint, self._read_back = QuietText(EARLY), WrappedLabel(NONE, "strong")
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for part in (self._hint, QuietText(HOW), self._rows, self._read_back):
            self._column.addWidget(part)

    @property
    def wanted(self) -> TieBreaksWanted | None:
        """The list as typed; `None` if it is the declared one or a number stands twice."""
        numbers = self._numbers()
        if len(set(numbers.values())) < len(numbers):
            return None
        chosen = tuple(sorted(numbers, key=numbers.__getitem__))
        return None if chosen == self._declared else TieBreaksWanted(chosen)

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
        if (tuple(choices), tuple(declared)) == (self._choices, self._declared):
            return
        self._choices, self._declared = tuple(choices), tuple(declared)
        self._make_rows()
        self.clear()

    def clear(self) -> None:
        """Begin anew, at the list that is declared."""
        numbers = {one: at for at, one in enumerate(dict.fromkeys(self._declared), 1)}
        for one, field in self.fields.items():
            field.setText(str(numbers.get(one, "")))
        self._tell()

    def _make_rows(self) -> None:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.fields = {choice.tie_break: self._field(choice) for choice in self._choices}
        for at, choice in enumerate(self._choices):
            grid.addWidget(self.fields[choice.tie_break], at, 0)
            grid.addWidget(PlainLabel(choice.words), at, 1)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        rows.show()  # at once, or the page would blink

    def _field(self, choice: TieBreakChoice) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(f"Number of the tie-break: {choice.words}")
        field.setFixedWidth(theme.scaled(72))
        field.setValidator(QIntValidator(1, 99, field))
        field.textChanged.connect(self._tell)
        return field

    def _numbers(self) -> dict[DeclaredTieBreak, int]:
        return {
            one: int(field.text())
            for one, field in self.fields.items()
            if field.hasAcceptableInput()
        }

    def _tell(self) -> None:
        words = {choice.tie_break: choice.words for choice in self._choices}
        numbers = self._numbers()
        if len(set(numbers.values())) < len(numbers):
            self._read_back.setText(TWICE)
        else:
            order = sorted(numbers, key=numbers.__getitem__)
            said = [f"{at}. {words[one]}" for at, one in enumerate(order, 1)]
            self._read_back.setText(" · ".join(said) or NONE)
        self.changed.emit()
