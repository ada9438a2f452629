"""Looks over whatever a window shows and finds what somebody could not use or read.

Each check answers with findings; none means that all is well.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape

from numpy import frombuffer, uint32, unique
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTableView,
    QWidget,
)

from judging_app.present.contrast import contrast
from ui import theme
from ui.pins.pin_pad import PinPad
from ui.widgets.buttons import CardButton, ElidedButton
from ui.widgets.labels import NameLabel, WrappedLabel
from ui.widgets.state_badge import StateBadge

TEXT_CONTRAST, EDGE_CONTRAST = 4.5, 3.0
LEAST_TARGET, LEAST_ON_CARD = 24, 44
"""Pixels of a target: anywhere, and on the scorecard, where a thumb or a hurried hand presses."""

_CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractSpinBox,
    QAbstractItemView,
    QAbstractSlider,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is the matter with one widget in one state of the window."""

    state: str
    widget: str
    what: str


def controls(root: QWidget) -> Iterator[QWidget]:
    """Everything on show that a person can act on, without the parts that Qt builds it of."""
    for one in in_sight(root):
        is_control = isinstance(one, _CONTROLS) or one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_control and not _is_inner(one):
            yield one


def in_sight(root: QWidget) -> Iterator[QWidget]:
    """Every part on show, what is above before what is in it; hidden pages have far more."""
    for one in root.children():
        if isinstance(one, QWidget) and one.isVisible():
            yield one
            yield from in_sight(one)


def nameless(state: str, root: QWidget) -> list[Finding]:
    """Controls that a screen reader has no name for."""
    return [
        Finding(state, _called(one), "has no name for a screen reader")
        for one in controls(root)
        if not _read_out(one).strip()
    ]


def unreachable(state: str, root: QWidget) -> list[Finding]:
    """Controls in use that neither Tab nor the arrow keys of a group come to."""
    reached = set(_tab_stops())
    for stop in tuple(reached):
        reached |= set(_by_arrows(stop))
    return [
        Finding(state, _called(one), "is never reached by the keyboard")
        for one in controls(root)
        if one.isEnabled() and one not in reached and not isinstance(one.parent(), PinPad)
    ]


def unmarked(state: str, root: QWidget) -> list[Finding]:
    """Kinds of control that look the same with the keyboard on them as without."""
    found, begun = [], QApplication.focusWidget()
    for one in _one_of_each_kind(root):
        one.setFocus(Qt.FocusReason.TabFocusReason)
        with_keyboard = _grab(one, _seen(one, about=8))
        one.clearFocus()
        changed = _changed(with_keyboard, _grab(one, _seen(one, about=8)))
        if not changed or max(changed) < EDGE_CONTRAST:
            best = max(changed, default=1.0)
            found.append(Finding(state, _called(one), f"focus stands out by {best:.1f} only"))
    if begun is not None:
        begun.setFocus()
    return found


def small(state: str, root: QWidget, least: int = LEAST_TARGET) -> list[Finding]:
    """Targets under `least` pixels."""
    found = []
    for one in controls(root):
        size = _target(one)
        if min(size.width(), size.height()) < least:
            said = f"is {size.width()} × {size.height()} pixels, under {least}"
            found.append(Finding(state, _called(one), said))
    return found


def clipped(state: str, root: QWidget) -> list[Finding]:
    """Words with less room than they need that no tooltip tells whole."""
    found = []
    for one in in_sight(root):
        if _is_inner(one):
            continue
        if lack := _lack(one):
            found.append(Finding(state, _called(one), lack))
        if outside := _outside(one):
            found.append(Finding(state, _called(one), outside))
    return found


def cut_cells(state: str, root: QWidget) -> list[Finding]:
    """Words in tables that are cut off with no tooltip to tell them whole."""
    found = []
    for table in root.findChildren(QTableView):
        model = table.model()
        if not table.isVisible() or model is None:
            continue
        for column in range(model.columnCount()):
            for row in range(model.rowCount()):
                index, across = model.index(row, column), table.columnWidth(column)
                needed = table.sizeHintForIndex(index).width()
                if needed > across and not index.data(Qt.ItemDataRole.ToolTipRole):
                    said = f"needs {needed} pixels across in column {column + 1} and has {across}"
                    found.append(Finding(state, _called(table), said))
            needed = table.horizontalHeader().sectionSizeHint(column)
            is_told = model.headerData(
                column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
            )
            if needed > table.columnWidth(column) and not is_told:
                said = f"heading {column + 1} needs {needed} and has {table.columnWidth(column)}"
                found.append(Finding(state, _called(table), said))
    return found


def faint(state: str, root: QWidget) -> list[Finding]:
    """Words whose colour, as painted, stands out too little from what is behind them."""
    found = []
    for one in _one_of_each_look(root):
        best = _contrast_within(_grab(one, _within_edges(one)))
        if best < TEXT_CONTRAST:
            found.append(Finding(state, _called(one), f"words stand out by {best:.1f} only"))
    return found


def edgeless(state: str, root: QWidget) -> list[Finding]:
    """Fields whose edge stands out too little to be found."""
    found = []
    for one in _one_of_each_kind(root):
        if isinstance(one, QLineEdit | QPlainTextEdit | QComboBox):
            begin = _seen(one, about=4)
            best = _contrast_within(_grab(one, QRect(begin.left(), begin.center().y(), 12, 1)))
            if best < EDGE_CONTRAST:
                found.append(Finding(state, _called(one), f"edge stands out by {best:.1f} only"))
    return found


def too_large(state: str, root: QWidget, room: QSize) -> list[Finding]:
    """A window that doesn't fit the screen, however small its person makes it."""
    needed = root.window().minimumSizeHint()
    if needed.width() <= room.width() and needed.height() <= room.height():
        return []
    said = f"needs {needed.width()} × {needed.height()} pixels at least"
    return [Finding(state, _called(root.window()), said)]


def _read_out(one: QWidget) -> str:
    """The name that a screen reader is told: one given, else the words of a button."""
    told = QAccessible.queryAccessibleInterface(one)
    return told.text(QAccessible.Text.Name) if told is not None else ""


def _called(one: QWidget) -> str:
    words = _read_out(one) or _words(one)
    return f"{type(one).__name__} “{words[:60]}”"


def _is_inner(one: QWidget) -> bool:
    """Whether Qt made it as part of another control."""
    above = one.parentWidget()
    return (
        isinstance(one, QScrollBar | QHeaderView)
        or one.objectName().startswith("qt_")
        or isinstance(above, QComboBox | QAbstractSpinBox | QTableView)
        or (isinstance(above, QAbstractScrollArea) and above.viewport() is one)
        or _is_in_list(one)
    )


def _is_in_list(one: QWidget) -> bool:
    """Whether it is the closed list of a combo box."""
    return one.window() is not one and type(one.window()).__name__ == "QComboBoxPrivateContainer"


def _tab_stops() -> list[QWidget]:
    stops: list[QWidget] = []
    for _ in range(2_000):
        focused = QApplication.focusWidget()
        if focused is None or focused in stops:
            return stops
        stops.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return stops


def _by_arrows(stop: QWidget) -> list[QWidget]:
    """The other buttons of an exclusive group, of which Tab comes to one."""
    if not isinstance(stop, QAbstractButton):
        return []
    group: QButtonGroup | None = stop.group()
    if group is not None:
        return [*group.buttons()] if group.exclusive() else []
    above = stop.parentWidget()
    return [*above.findChildren(QRadioButton)] if above is not None else []


def _one_of_each_kind(root: QWidget) -> list[QWidget]:
    """Of the controls in use and whole in sight, one for each class and look."""
    kinds: dict[object, QWidget] = {}
    for one in controls(root):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled() and _is_whole(one):
            kinds.setdefault((type(one), one.property("kind")), one)
    return [*kinds.values()]


def _one_of_each_look(root: QWidget) -> list[QWidget]:
    """Of the words in use and whole in sight, one for each class and look, and what it is in."""
    looks: dict[object, QWidget] = {}
    for one in in_sight(root):
        if _words(one) and one.isEnabled() and _is_whole(one):
            above, is_chosen = (
                one.parentWidget(),
                isinstance(one, QAbstractButton) and one.isChecked(),
            )
            within = above.property("kind") if above is not None else None
            look = (type(one), type(above), one.property("kind"), within, is_chosen)
            state = one.kind if isinstance(one, StateBadge) else ""
            looks.setdefault((*look, state), one)
    return [*looks.values()]


def _is_whole(one: QWidget) -> bool:
    return one.visibleRegion().boundingRect() == one.rect()


def _target(one: QWidget) -> QSize:
    """The least that can be pressed: of a table, one row of it."""
    if isinstance(one, QTableView) and one.model() and one.model().rowCount():
        return QSize(one.columnWidth(0), one.rowHeight(0))
    return one.size()


def _lack(one: QWidget) -> str:
    """What room the words of a widget lack, unless a tooltip tells them."""
    words = _words(one)
    if not words or _is_told(one, words):
        return ""
    if isinstance(one, WrappedLabel):
        needed = QSize(0, one.heightForWidth(one.width()))
    elif isinstance(one, NameLabel):  # it wraps, and has a tooltip where its last line is cut off
        needed = QSize(0, one.sizeHint().height())
    elif isinstance(one, QLabel | StateBadge | QPushButton | QCheckBox | QRadioButton):
        needed = one.sizeHint()
    elif isinstance(one, QLineEdit):
        margins = one.textMargins()
        across = QFontMetrics(one.font()).horizontalAdvance(words)
        needed = QSize(across + margins.left() + margins.right() + 20, 0)
    else:
        return ""
    if needed.width() > one.width():
        return f"needs {needed.width()} pixels across and has {one.width()}"
    if needed.height() > one.height():
        return f"needs {needed.height()} pixels down and has {one.height()}"
    return ""


def _outside(one: QWidget) -> str:
    """Whether a part of it lies where its parent, or a neighbour, hides it."""
    above = one.parentWidget()
    if above is None or one.isWindow() or not (_words(one) or isinstance(one, _CONTROLS)):
        return ""
    if isinstance(above.parentWidget(), QAbstractScrollArea):
        return ""
    if not above.rect().contains(one.geometry()):
        return "lies partly outside what it is in"
    return ""


def _is_told(one: QWidget, words: str) -> bool:
    above = one.parentWidget()
    if not one.toolTip():
        return isinstance(above, CardButton) and _is_told(above, words)
    return words in unescape(one.toolTip())


def _words(one: QWidget) -> str:
    """What a widget has to say in its own paint."""
    if isinstance(one, StateBadge):
        return one.word
    if isinstance(one, QLabel):
        return one.text()
    if isinstance(one, ElidedButton):
        return one.whole
    if isinstance(one, QAbstractButton):
        return one.text().replace("&&", "&")
    if isinstance(one, QLineEdit):
        return "" if one.text() else one.placeholderText()
    return ""


def _seen(one: QWidget, about: int = 0) -> QRect:
    """The part of a widget that is in sight, in its window's pixels."""
    part = one.visibleRegion().boundingRect().adjusted(-about, -about, about, about)
    window = one.window()
    return part.translated(one.mapTo(window, QPoint(0, 0))).intersected(window.rect())


def _within_edges(one: QWidget) -> QRect:
    """Where the words are, without a border or a box that stands out by itself."""
    seen = _seen(one)
    if isinstance(one, QPushButton):
        return seen.adjusted(12, 10, -12, -10)
    if isinstance(one, QLineEdit):
        return seen.adjusted(8, 6, -8, -6)
    if isinstance(one, QCheckBox | QRadioButton):
        return seen.adjusted(theme.scaled(14) + 20, 6, -6, -6)
    return seen


def _grab(one: QWidget, part: QRect) -> QImage:
    return one.window().grab(part).toImage()


def _pixels(picture: QImage) -> NDArray[uint32]:
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    return frombuffer(bytes(whole.constBits()), uint32)


@cache
def _stands_out(one: int, other: int) -> float:
    return contrast(_colour(one), _colour(other))


def _colour(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06X}"


def _contrast_within(picture: QImage) -> float:
    """Of the ground, which is what there is most of, and what stands out from it most."""
    pixels, counts = unique(_pixels(picture), return_counts=True)
    ground = int(pixels[counts.argmax()])
    return max(_stands_out(ground, pixel) for pixel in pixels.tolist())


def _changed(one: QImage, other: QImage) -> list[float]:
    """The contrasts, before and after, of the pixels that changed."""
    before, after = _pixels(one), _pixels(other)
    is_other = before != after
    pairs = zip(before[is_other].tolist(), after[is_other].tolist(), strict=True)
    return [_stands_out(*pair) for pair in {*pairs}]


def findings(state: str, root: QWidget, *, room: QSize, least: int) -> list[Finding]:
    """What every check finds."""
    return [
        *nameless(state, root),
        *small(state, root, least),
        *clipped(state, root),
        *cut_cells(state, root),
        *too_large(state, root, room),
        *unreachable(state, root),
        *faint(state, root),
        *edgeless(state, root),
        *unmarked(state, root),
    ]


def told(found: Iterable[Finding]) -> str:
    """The findings, one a line, each once."""
    return (
        "\n".join(dict.fromkeys(f"{one.state}: {one.widget} {one.what}" for one in found))
        or "nothing"
    )
