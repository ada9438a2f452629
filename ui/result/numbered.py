"""Numbers typed beside rows, such as places beside teams, and what they come to in words."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.form import column, grid, swap, text_field
from ui.widgets.labels import PlainLabel, WrappedLabel

Key = TypeVar("Key")


_MANY, _ACROSS = 12, 3
"""Rows above which they stand in so many columns."""


class NumberedRows(QWidget, Generic[Key]):
    """Reads back what is typed while it is; `name` is what a field's number is of."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        read_back: Callable[[Mapping[Key, int], Mapping[Key, str]], str],
        *,
        highest: int,
        example: str = "",
    ) -> None:
        super().__init__()
        self.fields: dict[Key, QLineEdit] = {}
        self._name, self._highest, self._example = name, highest, example
        self._said = read_back
        self._words: Mapping[Key, str] = {}
        self._rows, self._read_back = QWidget(), WrappedLabel("", "strong")
        self._column = column(self._rows, self._read_back, spacing=8, inside=self)

    @property
    def numbers(self) -> Mapping[Key, int]:
        """The numbers that are typed, by their rows."""
        typed = {key: field for key, field in self.fields.items() if field.hasAcceptableInput()}
        return {key: int(field.text()) for key, field in typed.items()}

    def show_rows(self, words: Mapping[Key, str]) -> None:
        """Replace the rows; the same ones in the same order keep what is typed."""
        if [*words.items()] == [*self._words.items()]:
            return
        self._words = words
        self.fields = {key: self._field(said) for key, said in words.items()}
        rows = QWidget()
        across = 1 if len(words) <= _MANY else _ACROSS
        cells = [[self.fields[key], PlainLabel(words[key])] for key in words]
        down = -(-len(cells) // across) or 1
        lines = [[cell for pair in cells[at::down] for cell in pair] for at in range(down)]
        grid(lines, shares={2 * at + 1: 1 for at in range(across)}, inside=rows)
        self._rows = swap(self._column, self._rows, rows)
        self.read_back()

    def show_numbers(self, numbers: Mapping[Key, int]) -> None:
        """Replace what is typed."""
        for key, field in self.fields.items():
            field.setText(str(numbers.get(key, "")))
        self.read_back()

    def read_back(self) -> None:
        """Say what the numbers come to."""
        said = self._said(self.numbers, self._words)
        self._read_back.setText(said)
        self._read_back.setVisible(bool(said))
        self.changed.emit()

    def _field(self, words: str) -> QLineEdit:
        field = text_field(f"{self._name} {words}", 9, width=72, example=self._example)
        field.setValidator(QIntValidator(1, self._highest, field))
        field.textChanged.connect(self.read_back)
        return field
