"""Everything that a window says or holds: to eyes, to screen readers, and in its own memory."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeGuard

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget
from shiboken6 import isValid

Said = Iterator[tuple[str, str]]
"""Where it is, and what is said there."""

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.UserRole,
)
_TOLD = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly
_WORDED: dict[type[QObject], tuple[str, ...]] = {}
"""The names of the properties that are words, by class; asking Qt for them takes time."""

_EVENT_FILE = b"SQLite format 3\0"
"""How an event file begins, and each of its copies."""

_NO_WORDS = re.compile(
    r"datetime\.datetime\([^)]*\)|PySide6\.Qt\w+\.Q\w+\([^)]*\)| at 0x[0-9A-Fa-f]+"
)
"""What stands in a value's own words and is no text: moments, sizes, places, addresses."""


def said_by(roots: Iterable[QObject]) -> Said:
    """All that is said or held by these and everything in them, shown or hidden."""
    drop_deleted()
    for root in roots:
        for one in _within(root):
            place = f"{type(one).__name__} “{one.objectName()}”"
            for how, text in _of_object(one):
                yield f"{place}, {how}", text


def said_elsewhere(folder: Path) -> Said:
    """What is on the clipboard, and in every file of a folder but event files, their names too."""
    clipboard = QGuiApplication.clipboard()
    for mode in QClipboard.Mode:
        found = clipboard.mimeData(mode)
        for kind in found.formats() if found is not None else ():
            yield f"clipboard, {kind}", _decoded(bytes(found.data(kind).data()))
    for path in sorted(folder.rglob("*")):
        yield "a file's name", path.name
        content = path.read_bytes() if path.is_file() else b""
        if not content.startswith(_EVENT_FILE):
            yield f"the file {path.name}", _decoded(content)


def _within(root: QObject) -> Iterator[QObject]:
    """It, every widget in it, and every object of the product's own that one of them holds.

    Not Qt's own inner objects: Python must not lay hands on those.
    """
    waiting, seen = [root], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen or not isValid(one):
            continue
        seen.add(id(one))
        yield one
        waiting += one.findChildren(QWidget, options=_DIRECTLY)
        waiting += [held for held in (*_held(one), *one.children()) if _is_own(held)]


def _held(one: QObject) -> Iterator[object]:
    """What its attributes are, or hold where they are collections."""
    for value in vars(one).values():
        if isinstance(value, Mapping):
            yield from value.values()
        elif isinstance(value, list | tuple | set | frozenset):
            yield from value
        else:
            yield value


def _is_own(held: object) -> TypeGuard[QObject]:
    return isinstance(held, QObject) and type(held).__module__.startswith("ui.")


def drop_deleted() -> None:
    """Let go what was to be deleted later, as the loop does between two events."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _of_object(one: QObject) -> Said:
    yield from _properties(one)
    for name, value in vars(one).items():
        yield name, _NO_WORDS.sub("", _in_its_own_words(value))
    if isinstance(one, QWidget):
        told = QAccessible.queryAccessibleInterface(one)
        if told is not None:
            for kind in _TOLD:
                yield f"{kind.name} for a screen reader", told.text(kind)
        painted = getattr(one, "painted", None)
        if isinstance(painted, tuple):
            yield "painted", "\n".join(str(text) for text in painted)
    if isinstance(one, QAbstractItemView | QComboBox) and one.model() is not None:
        yield from _cells(one.model())


def _in_its_own_words(value: object) -> str:
    try:
        return repr(value)
    except RuntimeError:  # what it holds is deleted already, and says nothing any more
        return ""


def _properties(one: QObject) -> Said:
    """Qt's own properties that are words, such as text, toolTip, plainText and windowTitle."""
    if type(one) not in _WORDED:
        about = one.metaObject()
        found = [about.property(at) for at in range(about.propertyCount())]
        named = (str(kept.name()) for kept in found if str(kept.typeName()) == "QString")
        _WORDED[type(one)] = tuple(named)
    for name in _WORDED[type(one)]:
        yield name, str(one.property(name))
    for known in one.dynamicPropertyNames():
        key = bytes(known.data()).decode()
        if not key.startswith("_"):  # Qt's own and PySide's, some of which can't be read
            yield key, _NO_WORDS.sub("", repr(one.property(key)))


def _cells(model: QAbstractItemModel) -> Said:
    for row in range(model.rowCount(QModelIndex())):
        for column in range(_columns(model)):
            for role in _ROLES:
                said = model.index(row, column).data(role)
                if said is not None:
                    yield f"cell {row}, {column}", _NO_WORDS.sub("", str(said))


def _columns(model: QAbstractItemModel) -> int:
    is_list = isinstance(model, QAbstractListModel)  # which keeps its one column to itself
    return 1 if is_list else model.columnCount(QModelIndex())


def _decoded(content: bytes) -> str:
    """As text in each way that a program of the day writes it."""
    return "\n".join(content.decode(way, "ignore") for way in ("utf-8", "utf-16-le", "utf-16-be"))
