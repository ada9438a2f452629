"""What is above one sheet: which it is, how far it is typed in, and the ways out of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.scorer.sheets import SheetTitle
from ui.widgets.buttons import PlainButton
from ui.widgets.form import across, column
from ui.widgets.labels import Heading


class SheetHead(QWidget):
    """Names a sheet; leads back to all sheets, or to dropping what is keyed."""

    leave_asked = Signal()
    drop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stands, self._names = Heading(level=3), Heading(level=2)
        back = PlainButton("All sheets", kind="quiet", icon="arrow-left")
        self.drop = PlainButton("Delete…", kind="quiet", icon="x")
        self.drop.setAccessibleName("Delete what was typed in from this sheet")
        line = across(back, (self._stands, 1), self.drop, spacing=12)
        column(line, self._names, spacing=0, inside=self)
        back.clicked.connect(self.leave_asked)
        self.drop.clicked.connect(self.drop_asked)

    def show_sheet(self, sheet: SheetTitle, stands: str) -> None:
        """Name a sheet and say where it is."""
        self._stands.setText(stands)
        self._names.setText(f"{sheet.id} · {sheet.judge} for {sheet.team}")

    def show_droppable(self, *, is_droppable: bool) -> None:
        """Offer to drop what is keyed, if anything is."""
        self.drop.setVisible(is_droppable)
