"""Files on the disk: put there whole or not at all, and how much room there is for more."""

import contextlib
import errno
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from judging_app.errors import OutputError
from judging_app.paths import open_private, own_folder
from judging_app.unfinished import before_name, sweep, unfinished_name

_LONGEST_NAME = 255
_LEFT_S = 3600


def save(path: Path, content: bytes) -> None:
    """Write `content` to `path`: afterwards the file is the old one whole or the new one whole.

    A link at `path` is replaced by the file; what it points to is not touched.

    Raises:
        OutputError: if it can't be written; then nothing of it is left.
    """
    save_all(path.parent, [(path.name, content)])


def save_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write files, given as names and contents, into `folder`: all of them or none.

    See `save_within`, which puts them into folders below it too.

    Raises:
        OutputError: if a file can't be written, or its name isn't one.
    """
    return save_within(folder, (("", name, content) for name, content in files))


def save_within(folder: Path, files: Iterable[tuple[str, str, bytes]]) -> tuple[Path, ...]:
    """Write files into `folder`, or into the folder below it that each names: all or none.

    Every file is first written under a temporary name and synced; only when the last of them is
    safe are they given their names, one rename each. If anything fails, the temporary
    files go, and names already given are taken back: new files are removed, replaced ones are put
    back as they were, and folders made for them go again. `files` is read one at a time, and an
    error that it raises counts as a failure: so work that was stopped leaves nothing.

    Raises:
        OutputError: if a file can't be written, or its name isn't one.
    """
    check_folder(folder)
    sweep(folder)
    with contextlib.ExitStack() as undo:
        waiting: list[tuple[Path, Path]] = []
        taken: set[Path] = set()
        for below, name, content in files:
            target = _target(_named(folder, below) if below else folder, name)
            if target in taken:
                raise OutputError(f"Two files have the name “{name}”. Give each its own name.")
            taken.add(target)
            with _in_words(target):
                waiting.append((_written_in(folder, content, undo, is_private=False), target))
        folders = dict.fromkeys((*(target.parent for _, target in waiting), folder))
        for one in folders:
            with _in_words(one):
                _make(one, undo)
        for temporary, target in waiting:
            with _in_words(target):
                _give_name(temporary, target, undo)
        for one in folders:
            with _in_words(one):
                sync_folder(one)
        undo.pop_all()
    _forget_backups(folder, waiting)
    return tuple(target for _, target in waiting)


def prepare_folder(folder: Path) -> None:
    """Make `folder`, and those above it, if they aren't there, and see that it can be written to.

    Raises:
        OutputError: if it can't.
    """
    with _in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
    check_folder(folder)


def check_folder(folder: Path) -> None:
    """Refuse a folder that no file can be written to.

    Raises:
        OutputError: if it is missing, is a file, or may not be written to.
    """
    with _in_words(folder):
        if not folder.exists():
            raise OutputError(f"There is no folder “{folder}”. Create it, or choose another.")
        if not folder.is_dir():
            raise OutputError(f"“{folder}” is a file, not a folder. Choose a folder.")
        if not can_write_in(folder):
            raise _read_only(folder)


def put(path: Path, content: bytes) -> None:
    """As `save`, for this account alone to read, and for those who have words of their own.

    Raises:
        OSError: if it can't be written; then nothing of it is left.
    """
    with new_file(path.parent, content) as part:
        part.replace(path)
    sync_folder(path.parent)


@contextlib.contextmanager
def new_file(folder: Path, content: bytes) -> Iterator[Path]:
    """A file on the disk for this account alone, which goes again unless it is renamed inside.

    What killed processes left in `folder` goes too.

    Raises:
        OSError: if it can't be written.
    """
    sweep(folder)
    with contextlib.ExitStack() as undo:
        yield _written_in(folder, content, undo, is_private=True)


def write_synced(path: Path, content: bytes, *, is_private: bool = True) -> None:
    """Write a new file, and return when it is on the disk.

    A private one can be read by this account alone, from its first moment on.

    Raises:
        OSError: if it can't be written, or there is one.
    """
    with open(path, "xb", opener=open_private if is_private else None) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Return when the names of the files in `folder` are on the disk.

    Raises:
        OSError: if they can't be put there.
    """
    if os.name == "nt":  # pragma: no cover - Windows has no handle on a folder to sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def free_bytes(place: Path) -> int | None:
    """Bytes that may still be written where `place` is; `None` where nobody can say."""
    try:
        return shutil.disk_usage(place).free
    except OSError:
        return None


def can_write_in(folder: Path) -> bool:
    """Whether new files may be made in `folder`, as its owner meant it."""
    if os.name == "nt":  # there the mode of a folder says nothing
        return os.access(folder, os.W_OK)
    # An administrator is let through by the system; the folder's owner meant nobody.
    any_write = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    return bool(folder.stat().st_mode & any_write) and os.access(folder, os.W_OK | os.X_OK)


def longest_name(folder: Path) -> int:
    """How many bytes a file's name may have in `folder`."""
    with contextlib.suppress(OSError, AttributeError, ValueError):
        return os.pathconf(folder, "PC_NAME_MAX")
    return _LONGEST_NAME


@contextlib.contextmanager
def own_temporary_folder() -> Iterator[Path]:
    """A folder that only this account can read, and that goes with everything in it.

    One that a killed process left goes with the next, an hour later: until then it may be in use.

    Raises:
        OSError: if there can be none.
    """
    above = own_folder() / "temporary"
    above.mkdir(mode=0o700, exist_ok=True)
    for left in above.iterdir():
        with contextlib.suppress(OSError):  # it may have gone meanwhile
            if time.time() - left.stat().st_mtime > _LEFT_S:
                shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=above) as folder:
        yield Path(folder)


def is_on_one_disk(one: Path, other: Path) -> bool:
    """Whether both are lost if one disk is; `False` if either isn't there to be asked."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except OSError:
        return False


def _read_only(folder: Path) -> OutputError:
    return OutputError(
        f"Nothing can be saved in the folder “{folder}”. Choose another folder, or change its "
        "permissions."
    )


def _named(folder: Path, name: str) -> Path:
    if name in ("", ".", "..") or Path(name).name != name or "\0" in name:
        raise OutputError(f"“{name}” can’t be a file name. Leave out the folder.")
    return folder / name


def _make(folder: Path, undo: contextlib.ExitStack) -> None:
    """Make a folder where there is none, which goes again with what was to be in it."""
    if not folder.is_dir():
        folder.mkdir()
        undo.callback(folder.rmdir)


def _target(folder: Path, name: str) -> Path:
    target = _named(folder, name)
    with _in_words(target):
        is_folder = target.is_dir()
    if is_folder:
        raise OutputError(f"“{target}” is a folder. Choose another name for the file.")
    return target


def _written_in(
    folder: Path, content: bytes, undo: contextlib.ExitStack, *, is_private: bool
) -> Path:
    temporary = folder / unfinished_name()
    undo.callback(temporary.unlink, missing_ok=True)
    write_synced(temporary, content, is_private=is_private)
    return temporary


def _give_name(temporary: Path, target: Path, undo: contextlib.ExitStack) -> None:
    if target.is_symlink() or target.exists():
        backup = before_name(temporary)
        undo.callback(backup.unlink, missing_ok=True)
        _copy(target, backup)
        temporary.replace(target)
        undo.callback(backup.replace, target)
    else:
        temporary.replace(target)
        undo.callback(target.unlink, missing_ok=True)


def _copy(target: Path, backup: Path) -> None:
    """The old file under a second name: at no moment is there no file at `target`."""
    try:
        os.link(target, backup, follow_symlinks=False)
    except (OSError, NotImplementedError):  # memory sticks know no second names
        shutil.copy2(target, backup, follow_symlinks=False)


def _forget_backups(folder: Path, waiting: list[tuple[Path, Path]]) -> None:
    # Everything is saved by now: a copy that can't be removed is no failure.
    with contextlib.suppress(OSError):
        for temporary, _ in waiting:
            before_name(temporary).unlink(missing_ok=True)
        sync_folder(folder)


@contextlib.contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _sentence(path, error) from error


def _sentence(path: Path, error: OSError) -> OutputError:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return OutputError(
                f"The disk is full, so “{path.name}” was not saved. Free some space and try again."
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _read_only(path.parent)
        case errno.ENOENT:
            return OutputError(
                f"The folder “{path.parent}” no longer exists. Choose another folder."
            )
        case errno.EEXIST | errno.ENOTDIR:
            return OutputError(f"“{path}” is not a folder. Choose a folder.")
        case errno.ENAMETOOLONG:
            return OutputError(f"The name “{path.name[:40]}…” is too long. Choose a shorter one.")
        case _:
            return OutputError(
                f"“{path.name}” could not be saved: {error.strerror or error}. Try another folder."
            )
