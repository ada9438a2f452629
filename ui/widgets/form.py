"""Laying out a page or a form, each part in one call; sizes are pixels at 100 % text."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.focus_ring import OUTSIDE
from ui.widgets.labels import PlainLabel, QuietText

Item: TypeAlias = QWidget | QLayout
Part: TypeAlias = Item | int | tuple[Item, int] | tuple[Item, int, Qt.AlignmentFlag]
"""A widget or a layout, with its share of the room that is left and its side; an `int` is room."""
Margins: TypeAlias = tuple[int, int, int, int]

NO_MARGINS: Margins = (0, 0, 0, 0)

_Box = TypeVar("_Box", bound=QBoxLayout)
_New = TypeVar("_New", bound=QWidget)


def column(
    *parts: Part,
    spacing: int | None = None,
    margins: Margins = NO_MARGINS,
    inside: QWidget | None = None,
) -> QVBoxLayout:
    """Parts from top to bottom, `inside` a widget or else within a layout, whose spacing it has."""
    layout = QVBoxLayout() if inside is None else QVBoxLayout(inside)
    return _filled(layout, parts, spacing, margins)


def across(
    *parts: Part,
    spacing: int | None = None,
    margins: Margins = NO_MARGINS,
    inside: QWidget | None = None,
) -> QHBoxLayout:
    """Parts from left to right, as `column`."""
    layout = QHBoxLayout() if inside is None else QHBoxLayout(inside)
    return _filled(layout, parts, spacing, margins)


def grid(
    cells: Sequence[Sequence[Item]],
    *,
    spacing: tuple[int, int] = (16, 4),
    shares: Mapping[int, int] | None = None,
    inside: QWidget | None = None,
) -> QGridLayout:
    """Cells in rows, so far apart across and down.

    `shares` says how the columns share the room that is left; else the second has it.
    """
    layout = QGridLayout() if inside is None else QGridLayout(inside)
    layout.setContentsMargins(*NO_MARGINS)
    layout.setHorizontalSpacing(spacing[0])
    layout.setVerticalSpacing(spacing[1])
    for at, share in (shares or {1: 1}).items():
        layout.setColumnStretch(at, share)
    for down, line in enumerate(cells):
        for at, cell in enumerate(line):
            if isinstance(cell, QWidget):
                layout.addWidget(cell, down, at)
            else:
                layout.addLayout(cell, down, at)
    return layout


def add(layout: QBoxLayout, *parts: Part) -> None:
    """Add parts at the end of a column or a row."""
    for part in parts:
        match part:
            case int():
                layout.addStretch(part)
            case QWidget():
                layout.addWidget(part)
            case QLayout():
                layout.addLayout(part)
            case (QWidget() as item, share, side):
                layout.addWidget(item, share, side)
            case (QWidget() as item, share):
                layout.addWidget(item, share)
            case (item, share, *_):
                layout.addLayout(item, share)


def middle(part: Item) -> QVBoxLayout:
    """A part half-way down the room beside something higher."""
    return column(1, part, 1)


def swap(layout: QLayout, old: QWidget, new: _New) -> _New:
    """Put `new` where `old` is, at once, or the page would blink; the answer is `new`."""
    layout.replaceWidget(old, new)
    old.hide()
    old.deleteLater()
    new.show()
    return new


def labelled(
    label: str,
    field: QWidget,
    *,
    help_text: str = "",
    beside: Sequence[Part] = (),
    below: Sequence[Part] = (),
    spacing: int | None = OUTSIDE,
    gap: int | None = None,
    share: int = 0,
) -> QVBoxLayout:
    """A field under its label and what helps with it; `beside` is its unit, button or state.

    `spacing` is from one to the next below it, as much as a ring takes; `gap` is beside it, and
    `share` is the field's of the room.
    """
    words = PlainLabel(label, "label")
    words.setBuddy(field)
    if not field.accessibleName():
        field.setAccessibleName(label)
    above: list[Part] = [words, *([QuietText(help_text)] if help_text else [])]
    line = across(field, *beside, spacing=gap) if beside else field
    return column(*above, (line, share), *below, spacing=spacing)


def text_field(
    name: str,
    longest: int,
    *,
    width: int = 0,
    widest: int = 0,
    height: int = 0,
    example: str = "",
) -> QLineEdit:
    """A line to type in, of at most so many characters."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(longest)
    field.setPlaceholderText(example)
    if width:
        theme.follow(field.setFixedWidth, width)
    if widest:
        theme.follow(field.setMaximumWidth, widest)
    if height:
        theme.follow(field.setMinimumHeight, height)
    return field


def radio(words: str) -> QRadioButton:
    """One of several choices, by its words."""
    button = QRadioButton(words.replace("&", "&&"))  # a lone one would be a key to press
    button.setAccessibleName(words)
    return button


def _filled(layout: _Box, parts: Sequence[Part], spacing: int | None, margins: Margins) -> _Box:
    layout.setContentsMargins(*margins)
    if spacing is not None:
        layout.setSpacing(spacing)
    add(layout, *parts)
    return layout
