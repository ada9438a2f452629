"""A file dialog of this program chooses, and can do nothing else to what it shows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListView,
    QMenu,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.file_choice import FileChoice

ASKING: dict[str, Callable[[FileChoice, Path], Path | None]] = {
    "an event": lambda choice, _: choice.event(),
    "a new event": lambda choice, folder: choice.new_event(folder / "new.pitchday"),
    "a picture": lambda choice, _: choice.picture("Choose the event’s logo"),
    "a folder": lambda choice, _: choice.folder("Folder for safety copies"),
}

FILES = ("day.pitchday", "logo.png", "day copies/day 2019-03-15 09.00.00.pitchday")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An organiser's folder with an event, its copies and a logo."""
    made = tmp_path / "home"
    for name in FILES:
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(b"whole")
    monkeypatch.setattr(Path, "home", lambda: made)
    monkeypatch.setattr("ui.file_choice.usual_place", lambda *_places: made)
    return made


@pytest.fixture
def choice(qtbot: QtBot, folder: Path) -> FileChoice:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert folder.is_dir()
    return FileChoice(window)


class Hands:
    """Somebody before the dialog who presses all that might change what is in the folder."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.reached: list[str] = []
        self.menus: list[dict[str, bool]] = []
        self.is_made_folder_offered: list[bool] = []
        self.places: list[str] = []

    def try_everything(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        try:
            self.places = [one.toString() for one in dialog.sidebarUrls()] + dialog.history()
            for view in self._views(dialog):
                self._try_rows(view)
            button = dialog.findChild(QToolButton, "newFolderButton")
            assert button is not None
            self.is_made_folder_offered.append(button.isEnabled() or button.isVisible())
            button.click()
        finally:
            dialog.reject()

    def _views(self, dialog: QFileDialog) -> list[QAbstractItemView]:
        views: list[QAbstractItemView] = []
        for kind, name, button in (
            (QListView, "listView", "listModeButton"),
            (QTreeView, "treeView", "detailModeButton"),
        ):
            mode, view = dialog.findChild(QToolButton, button), dialog.findChild(kind, name)
            assert mode is not None
            assert view is not None
            views.append(view)
        return views

    def _try_rows(self, view: QAbstractItemView) -> None:
        model, root = view.model(), view.rootIndex()
        self._qtbot.waitUntil(lambda: model.rowCount(root) > 0, timeout=10_000)
        for row in range(model.rowCount(root)):
            at = model.index(row, 0, root)
            view.setCurrentIndex(at)
            self.reached.append(str(at.data()))
            view.setFocus()
            assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
            for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
                QTimer.singleShot(0, self._answer_what_opens)
                QTest.keyClick(view, key)
            assert not view.findChildren(QLineEdit), "a name can be typed over"
            self._open_menu(view, view.visualRect(at).center())

    def _open_menu(self, view: QAbstractItemView, at: QPoint) -> None:
        view.customContextMenuRequested.emit(at)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        self.menus.append({one.text().replace("&", ""): one.isEnabled() for one in _said(menu)})
        for action in _said(menu):
            QTimer.singleShot(0, self._answer_what_opens)
            if not action.isCheckable():
                action.trigger()
        menu.close()

    def _answer_what_opens(self) -> None:
        asked = QApplication.activeModalWidget()
        if asked is not None and not isinstance(asked, QFileDialog):
            assert isinstance(asked, QDialog)
            asked.accept()


def _said(menu: QMenu) -> list[QAction]:
    return [one for one in menu.actions() if not one.isSeparator()]


def _whole(folder: Path) -> dict[str, bytes]:
    return {
        str(one.relative_to(folder)): one.read_bytes()
        for one in sorted(folder.rglob("*"))
        if one.is_file()
    }


@pytest.mark.parametrize("asked", ASKING)
def test_nothing_in_a_dialog_can_be_deleted_renamed_or_made(
    asked: str, choice: FileChoice, folder: Path, qtbot: QtBot
) -> None:
    before, hands = _whole(folder), Hands(qtbot)
    folders = sorted(one for one in folder.rglob("*") if one.is_dir())
    QTimer.singleShot(0, hands.try_everything)

    answer = ASKING[asked](choice, folder)

    assert answer is None
    assert hands.reached, "nobody came to a file"
    assert hands.menus, "no menu was opened"
    for menu in hands.menus:
        assert not any(menu.get(words) for words in ("Rename", "Delete", "New Folder"))
    assert hands.is_made_folder_offered == [False]
    assert _whole(folder) == before
    assert sorted(one for one in folder.rglob("*") if one.is_dir()) == folders


@pytest.mark.parametrize("asked", ASKING)
def test_a_dialog_lists_no_place_where_somebody_was(
    asked: str, choice: FileChoice, folder: Path, qtbot: QtBot
) -> None:
    hands = Hands(qtbot)
    QTimer.singleShot(0, hands.try_everything)

    ASKING[asked](choice, folder)

    assert set(hands.places) <= {"file:", f"file://{folder}", str(folder)}


def test_an_event_is_looked_for_among_events_alone(choice: FileChoice, qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    QTimer.singleShot(0, hands.try_everything)

    choice.event()

    assert set(hands.reached) == {"day.pitchday", "day copies"}


def test_papers_begin_where_they_went_last_and_pictures_among_pictures(
    choice: FileChoice, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Path] = []
    copies, answers = folder / "day copies", iter((folder / "day copies", None, None))

    def answer(_choice: FileChoice, dialog: QFileDialog) -> tuple[Path, ...]:
        begun.append(Path(dialog.directory().path()))
        return tuple(one for one in (next(answers),) if one)

    monkeypatch.setattr(FileChoice, "_answers", answer)
    choice.papers_folder("Folder for the papers")
    choice.picture("Choose a logo")
    choice.papers_folder("Folder for the certificates")

    assert begun == [folder, folder, copies]


def test_a_dialog_is_cancelled_when_its_desk_is_locked(choice: FileChoice) -> None:
    QTimer.singleShot(0, choice.leave)

    assert choice.event() is None
