"""Asking for a file or a folder by the system's own dialogs."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

EVENTS = "Events (*.pitchday)"
PICTURES = "Pictures (*.png *.jpg *.jpeg)"
SUFFIX = ".pitchday"


class FileChoice:
    """Each question answers None when the dialog is cancelled."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def event(self) -> Path | None:
        """An event that exists."""
        name, _ = QFileDialog.getOpenFileName(self._parent, "Open an event", "", EVENTS)
        return Path(name) if name else None

    def new_event(self, suggested: Path) -> Path | None:
        """A name for a new event file."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent,
            "Save the new event as",
            str(suggested),
            EVENTS,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if not name:
            return None
        path = Path(name)
        return path if path.suffix == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")

    def picture(self, title: str) -> Path | None:
        """A picture that exists."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, "", PICTURES)
        return Path(name) if name else None

    def folder(self, title: str) -> Path | None:
        """A folder that exists."""
        name = QFileDialog.getExistingDirectory(self._parent, title)
        return Path(name) if name else None
