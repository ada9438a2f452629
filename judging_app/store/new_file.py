"""Making an event file, which has its name only once it is whole."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from judging_app.domain.ids import DeviceId
from judging_app.errors import EventFileError
from judging_app.files import can_write_in, sync_folder
from judging_app.paths import open_private
from judging_app.store import opening
from judging_app.store.beside import has_half_change, journal_path
from judging_app.store.event_file import EventFile, open_event_file
from judging_app.store.schema import create
from judging_app.unfinished import sweep, unfinished_name


@contextmanager
def new_event_file(path: Path, device: DeviceId) -> Iterator[EventFile]:
    """A new file to fill in; it appears under its name, whole, only when the block ends well.

    Raises:
        EventFileError: if the name is taken or the folder can't be written.
    """
    _check_is_free(path)
    sweep(path.parent)
    part = path.with_name(unfinished_name())
    try:
        _make_empty(part)
        file = open_event_file(part, device)
        try:
            yield file
        finally:
            file.close()
        _give_name(part, path)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(path.parent)


def _make_empty(path: Path) -> None:
    try:
        # SQLite would make it for everybody to read, and takes the mode of one that is there.
        os.close(open_private(str(path), os.O_CREAT | os.O_EXCL | os.O_RDWR))
        db = Database(sqlite3.connect(path, isolation_level=None), execute_plugins=False)
        try:
            with db.atomic():
                create(db)
        finally:
            db.close()
    except (OSError, sqlite3.Error) as error:
        raise EventFileError(
            f"Nothing can be saved in {path.parent}. Choose a folder of your own."
        ) from error


def _check_is_free(path: Path) -> None:
    opening.check_name(path)
    if path.exists():
        raise EventFileError(f"{path} already exists. Choose another name.")
    if has_half_change(path):  # SQLite would undo in the new file what the old one began
        raise EventFileError(
            f"{journal_path(path)} is left over from an earlier event with this name. "
            "Choose another name."
        )
    folder = path.parent
    if not folder.is_dir():
        raise EventFileError(f"There is no folder {folder}. Create it first, or choose another.")
    if not can_write_in(folder):
        raise EventFileError(f"Nothing can be saved in {folder}. Choose a folder of your own.")


def _give_name(part: Path, path: Path) -> None:
    """Rename `part`, but never onto a file that has appeared meanwhile."""
    try:
        os.link(part, path)
    except FileExistsError as error:
        raise EventFileError(f"{path} already exists. Choose another name.") from error
    except OSError:  # a drive without hard links, such as a USB stick
        _check_is_free(path)
        part.rename(path)
