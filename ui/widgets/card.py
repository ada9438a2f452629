"""Cards: a surface with a hairline and rounded corners."""

from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.form import column


class Card(QFrame):
    """A surface that holds what belongs together, laid out in `body` from top to bottom."""

    def __init__(self, kind: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.body = column(spacing=8, margins=(20, 16, 20, 16), inside=self)


class Hairline(QFrame):
    """A rule between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")
