"""The quiet button that undoes one's own last act."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import keys, theme
from ui.widgets.buttons import PlainButton


class UndoButton(PlainButton):
    """Says what it would undo, and is away while there is nothing; long names are cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._whole = ""
        super().__init__("", kind="quiet", icon="undo-2", parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)  # so that nothing moves when it comes
        self.setSizePolicy(policy)
        self.show_undo("")
        theme.follow(self._fit)

    def show_undo(self, words: str) -> None:
        """Offer to undo what `words` say: "Undo: mark Ada Reed absent for Lantern"."""
        self._whole = f"{words} ({keys.UNDO.shown})" if words else ""
        self.setText(self._whole)
        self.setVisible(bool(words))
        self._fit()

    def sizeHint(self) -> QSize:
        beside = super().sizeHint().width() - self._across(self.text())
        return QSize(beside + self._across(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint()
        return QSize(min(full.width(), theme.scaled(170)), full.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = super().sizeHint().width() - self._across(self.text())
        elided = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideMiddle, max(self.width() - beside, 0)
        )
        shown = elided if self.isVisible() else self._whole
        if shown != self.text():
            QPushButton.setText(self, shown.replace("&", "&&"))
        self.setToolTip(f"<p>{escape(self._whole)}</p>" if shown != self._whole else "")

    def _across(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)
