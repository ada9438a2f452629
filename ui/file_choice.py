"""Asking for a file or a folder by dialogs in which nothing can be deleted, renamed or made.

They are Qt's own: a system's dialog lets whoever sits before it delete what it shows.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QToolButton, QWidget

from ui.kept import keep, kept

EVENTS = "Events (*.pitchday)"
BUNDLES = "Bundles (*.zip)"
TEMPLATES = "Templates (*.json)"
PICTURES = "Pictures (*.png *.jpg *.jpeg)"
LETTERHEADS = "Letterheads (*.pdf *.png *.jpg *.jpeg)"
LISTS = "Lists (*.xlsx *.ods *.xls *.xlsm *.csv *.tsv *.txt *.ics)"
SUFFIX = ".pitchday"

_PAPERS = "papers folder"
_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
_PICTURES = QStandardPaths.StandardLocation.PicturesLocation

_SAFE = QFileDialog.Option.ReadOnly | QFileDialog.Option.DontUseNativeDialog


class FileChoice:
    """Each question answers None when the dialog is cancelled."""

    _dialog: QFileDialog | None = None

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._place, self._pictures = Path.home(), usual_place(_PICTURES, _DOCUMENTS)

    def event(self) -> Path | None:
        """An event that exists."""
        return self._answer(self._to_open("Open an event", EVENTS))

    def new_event(self, suggested: Path) -> Path | None:
        """A name for a new event file."""
        dialog = self._begun("Save the new event as", QFileDialog.Option.DontConfirmOverwrite)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(EVENTS)
        dialog.setDirectory(str(suggested.parent))
        dialog.selectFile(suggested.name)
        path = self._answer(dialog)
        if path is None or path.suffix == SUFFIX:
            return path
        return path.with_name(f"{path.name}{SUFFIX}")

    def lists(self, title: str) -> tuple[Path, ...]:
        """Lists that exist: workbooks and texts."""
        return self._several(title, LISTS)

    def bundles(self, title: str) -> tuple[Path, ...]:
        """Bundles that exist."""
        return self._several(title, BUNDLES)

    def picture(self, title: str) -> Path | None:
        """A picture that exists."""
        return self._pictured(title, PICTURES)

    def letterhead(self) -> Path | None:
        """A letterhead that exists: a PDF, or a picture of the whole page."""
        return self._pictured("Choose a letterhead", LETTERHEADS)

    def template(self) -> Path | None:
        """A template of certificates that exists."""
        return self._answer(self._to_open("Open a template of certificates", TEMPLATES))

    def folder(self, title: str) -> Path | None:
        """A folder that exists."""
        dialog = self._begun(title, QFileDialog.Option.ShowDirsOnly)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        return self._answer(dialog)

    def papers_folder(self, title: str) -> Path | None:
        """A folder for what is taken along; it begins where the last of it went."""
        self._place = last_papers_folder() or usual_place(_DOCUMENTS)
        if folder := self.folder(title):
            keep(_PAPERS, str(folder))
        return folder

    def leave(self) -> None:
        """Cancel the dialog that is open, if one is: whoever opened it has gone."""
        if self._dialog is not None:
            self._dialog.reject()

    def _pictured(self, title: str, names: str) -> Path | None:
        """A picture; it begins where the last one was, wherever all else is."""
        before, self._place = self._place, self._pictures
        path = self._answer(self._to_open(title, names))
        self._pictures, self._place = self._place, before
        return path

    def _several(self, title: str, names: str) -> tuple[Path, ...]:
        dialog = self._to_open(title, names)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        return self._answers(dialog)

    def _to_open(self, title: str, names: str) -> QFileDialog:
        dialog = self._begun(title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(names)
        return dialog

    def _begun(self, title: str, more: QFileDialog.Option | None = None) -> QFileDialog:
        dialog = QFileDialog(self._parent, title, str(self._place))
        dialog.setOptions(_SAFE if more is None else _SAFE | more)
        # Only where everybody's files lie: not what this or another program has opened before.
        dialog.setSidebarUrls([QUrl("file:"), QUrl.fromLocalFile(str(Path.home()))])
        dialog.setHistory([])
        # What is refused isn't offered either: the menu would list it.
        for view in dialog.findChildren(QAbstractItemView):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        if (new_folder := dialog.findChild(QToolButton, "newFolderButton")) is not None:
            new_folder.hide()
        return dialog

    def _answer(self, dialog: QFileDialog) -> Path | None:
        return next(iter(self._answers(dialog)), None)

    def _answers(self, dialog: QFileDialog) -> tuple[Path, ...]:
        self._dialog = dialog
        try:
            is_chosen = dialog.exec() == QFileDialog.DialogCode.Accepted
            names = dialog.selectedFiles() if is_chosen else []
        finally:
            self._dialog = None
            # It writes down where one has been when it goes, for every program of the toolkit.
            dialog.destroyed.connect(partial(_put_back, _dialog_settings()))
            dialog.deleteLater()
        paths = tuple(map(Path, names))
        if paths:
            self._place = paths[0] if paths[0].is_dir() else paths[0].parent
        return paths


def last_papers_folder() -> Path | None:
    """Where papers went last on this computer, if it is still there."""
    return kept(_PAPERS, _folder_of, None)


def _folder_of(value: object) -> Path | None:
    folder = Path(str(value))
    return folder if folder.is_dir() else None


def usual_place(*wanted: QStandardPaths.StandardLocation) -> Path:
    """The first of this account's own folders that is there; failing all, its home."""
    found = (Path(QStandardPaths.writableLocation(one)) for one in wanted)
    return next((one for one in found if one.is_dir()), Path.home())


def open_folder(folder: Path) -> None:
    """Show a folder in the computer's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _toolkit() -> QSettings:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.beginGroup("FileDialog")
    return settings


def _dialog_settings() -> Mapping[str, object]:
    """What the toolkit has written down of dialogs, whoever's they were."""
    settings = _toolkit()
    return {key: settings.value(key) for key in settings.allKeys()}


def _put_back(before: Mapping[str, object]) -> None:
    settings = _toolkit()
    settings.remove("")
    for key, value in before.items():
        settings.setValue(key, value)
