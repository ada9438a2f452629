"""Looks over how a page is laid out: its one main act in sight, and one edge on each side.

What is measured are the widgets as they are on the screen. Each check answers with findings.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.ui.audit import Finding, in_sight
from ui.room.tally import ProgramFrame
from ui.widgets.icon_mark import IconMark
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import EDGE, ScrollColumn
from ui.widgets.state_badge import StateBadge

NEAR = 20
"""Pixels within which a thing that isn't at the page's edge looks as if it were meant to be."""

_FILLED = "act"
_FRAMED = ("card", "banner", "foot")
_THINGS = (
    QLabel,
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractItemView,
    StateBadge,
    IconMark,
)


def filled_twice(state: str, page: QWidget) -> list[Finding]:
    """More than one filled button: which of them is the main act?"""
    filled = [*_filled(page)]
    if len(filled) < 2:
        return []
    words = ", ".join(f"“{one.text()}”" for one in filled)
    return [Finding(state, type(page).__name__, f"has {len(filled)} filled buttons: {words}")]


def out_of_view(state: str, page: QWidget) -> list[Finding]:
    """A main act that isn't whole in sight."""
    return [
        Finding(state, f"“{one.text()}”", "is the main act and not whole in view")
        for one in _filled(page)
        if one.visibleRegion().boundingRect() != one.rect()
    ]


def off_the_edge(state: str, page: QWidget) -> list[Finding]:
    """Things that lie beside the page's one left or right edge by a few pixels."""
    if not isinstance(page, Screen):
        return []
    boxes = [(one, _box(one, page)) for one in _outermost(page)]
    boxes = [(one, box) for one, box in boxes if not box.isEmpty()]
    left, right = EDGE, page.width() - EDGE
    found = []
    for one, box in boxes:
        name = f"{type(one).__name__} “{one.accessibleName() or _text(one)}”"[:90]
        if 0 < abs(box.left() - left) < NEAR and not _beside(box, boxes, is_left=True):
            found.append(Finding(state, name, f"begins at {box.left()}, the page at {left}"))
        end = box.left() + box.width()
        is_box = not isinstance(
            one, QLabel | StateBadge | IconMark | QAbstractButton
        )  # as wide as words
        if is_box and 0 < abs(end - right) < NEAR and not _beside(box, boxes, is_left=False):
            found.append(Finding(state, name, f"ends at {end}, the page at {right}"))
    return found


def too_wide(state: str, page: QWidget) -> list[Finding]:
    """Columns that never scroll sideways and hold what is wider than they are."""
    return [
        Finding(state, f"“{_text(one) or one.accessibleName()}”", "reaches beyond its column")
        for column in page.findChildren(ScrollColumn)
        if column.isVisible() and (held := column.widget()) is not None
        for one in held.findChildren(QWidget)
        if one.isVisible()
        and one.minimumSizeHint().width() > column.viewport().width()
        and not one.children()
    ]


def layout_findings(state: str, page: QWidget) -> list[Finding]:
    """What every check of this module finds on one page."""
    return [
        *filled_twice(state, page),
        *out_of_view(state, page),
        *off_the_edge(state, page),
        *too_wide(state, page),
    ]


def _filled(page: QWidget) -> Iterator[QAbstractButton]:
    for one in in_sight(page):
        if isinstance(one, QAbstractButton) and one.property("kind") == _FILLED:
            yield one


def _outermost(page: Screen) -> Iterator[QWidget]:
    """The things and frames of a page that are in no other frame, as far as they are in sight."""
    for one in in_sight(page):
        is_thing = isinstance(one, _THINGS) or _is_frame(one)
        if not is_thing or one.visibleRegion().isEmpty():
            continue
        if isinstance(one, Foot) or (isinstance(one, QLabel) and not one.text()):
            continue
        if not _is_inside(one, page):
            yield one


def _is_frame(one: QWidget) -> bool:
    kind = str(one.property("kind") or "")
    return isinstance(one, ProgramFrame) or (isinstance(one, QFrame) and kind.startswith(_FRAMED))


def _is_inside(one: QWidget, page: Screen) -> bool:
    """Whether it lies in a frame, a table or a button, whose edge it keeps instead."""
    above = one.parentWidget()
    while above is not None and above is not page:
        if _is_frame(above) and not isinstance(above, Foot):
            return True
        if isinstance(above, QAbstractButton | QComboBox | QAbstractItemView):
            return True
        above = above.parentWidget()
    return False


def _box(one: QWidget, page: Screen) -> QRect:
    return QRect(one.mapTo(page, QPoint(0, 0)), one.size())


def _beside(box: QRect, boxes: list[tuple[QWidget, QRect]], *, is_left: bool) -> bool:
    """Whether something else stands between it and the edge."""
    for _, other in boxes:
        is_level = other.top() < box.bottom() and box.top() < other.bottom()
        nearer = other.left() < box.left() if is_left else other.right() > box.right()
        if other != box and is_level and nearer:
            return True
    return False


def _text(one: QWidget) -> str:
    return one.text() if isinstance(one, QLabel | QAbstractButton) else ""
