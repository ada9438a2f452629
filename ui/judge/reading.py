"""Reading a long page by the keys that scroll it."""

from functools import partial

from PySide6.QtWidgets import QAbstractSlider, QWidget

from ui import keys
from ui.widgets.scroll import ScrollColumn


def read_by_keys(screen: QWidget, column: ScrollColumn) -> None:
    """Let the arrow keys scroll where there is nothing that they could act on."""
    bar, move = column.verticalScrollBar(), QAbstractSlider.SliderAction
    keys.bind(keys.READ_ON, screen, partial(bar.triggerAction, move.SliderPageStepAdd))
    keys.bind(keys.READ_BACKWARDS, screen, partial(bar.triggerAction, move.SliderPageStepSub))
