"""Wires undoing one's own last act, on each of the host's pages."""

from PySide6.QtCore import QObject

from judging_app.desk import undo
from judging_app.present.host.undo import undo_words
from ui.day import Day
from ui.widgets.buttons import UndoButton


class UndoWiring(QObject):
    """Says on a button what would be undone, and undoes it."""

    def __init__(self, parent: QObject, day: Day, button: UndoButton) -> None:
        super().__init__(parent)
        self._day, self._button = day, button

    def refresh(self) -> None:
        """Offer what can be undone now."""
        desk = self._day.desk
        last = undo.undoable(desk, self._day.actor)
        if last is None:
            self._button.show_undo("")
        else:
            words = undo_words(desk.setup(), last.act, last.about, last.count, last.what)
            self._button.show_undo(words)

    def undo(self) -> None:
        """Undo the last act, if there is one to undo."""
        if undo.undoable(self._day.desk, self._day.actor) is not None:
            self._day.act(undo.undo)
