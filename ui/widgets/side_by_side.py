"""Parts that are side by side where there is room, else one below the other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme
from ui.widgets.form import NO_MARGINS, Part, add

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


def stand(layout: QBoxLayout, *, is_wide: bool) -> None:
    """Put the parts of a layout side by side, or one below the other."""
    layout.setDirection(_ACROSS if is_wide else _DOWN)


class SideBySide(QWidget):
    """Puts its parts side by side from a width in pixels at 100 % text, else as it is set."""

    def __init__(
        self, *parts: Part, wide_from: int = 0, spacing: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wide_from = wide_from
        self._parts = QBoxLayout(_ACROSS, self)
        self._parts.setContentsMargins(*NO_MARGINS)
        self._parts.setSpacing(spacing)
        add(self._parts, *parts)
        theme.follow(self._fit)

    def stand(self, *, is_wide: bool) -> None:
        """Put the parts side by side, or one below the other."""
        stand(self._parts, is_wide=is_wide)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        if self._wide_from:
            self.stand(is_wide=self.width() >= theme.scaled(self._wide_from))
