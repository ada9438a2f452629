"""Who else on this computer may read an event, its copies, and what this program remembers."""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from judging_app import log
from judging_app.desk import events
from judging_app.desk.keeping.copies import copy_now
from judging_app.files import put
from judging_app.paths import own_folder
from tests.desk.small_event import make_small_event

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a file's mode says nothing here")

P = ParamSpec("P")
T = TypeVar("T")


@pytest.fixture(autouse=True)
def _open_to_all() -> Iterator[None]:
    """An account whose new files everybody may read and write."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    """What others may do with everything below a folder, where they may anything."""
    found = {
        str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) & 0o077
        for path in folder.rglob("*")
        if not path.name.endswith(".lock")
    }
    return {name: mode for name, mode in found.items() if mode}


@contextmanager
def watched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, int]]]:
    """Look at the folder whenever something in it gets another name, which is when it is whole."""
    seen: list[dict[str, int]] = []
    link, rename, replace = os.link, Path.rename, Path.replace

    def look_first(done: Callable[P, T]) -> Callable[P, T]:
        def do(*arguments: P.args, **named: P.kwargs) -> T:
            seen.append(modes(folder))
            return done(*arguments, **named)

        return do

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", look_first(link))
        patch.setattr(Path, "rename", look_first(rename))
        patch.setattr(Path, "replace", look_first(replace))
        yield seen


def test_an_event_and_its_copies_are_read_by_this_account_alone_from_the_first_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "events"
    folder.mkdir()
    with watched(folder, monkeypatch) as seen:
        make_small_event(folder / "day.pitchday")
        desk = events.open_event(folder / "day.pitchday")
        copy_now(desk)
        desk.close()
        put(folder / "kept", b"kept")

    assert len(seen) >= 3
    assert seen == [{}] * len(seen)
    assert modes(folder) == {}


def test_an_event_that_others_could_read_is_theirs_no_more_once_it_was_opened(
    small_path: Path,
) -> None:
    small_path.chmod(0o664)
    events.open_event(small_path).close()

    assert stat.S_IMODE(small_path.stat().st_mode) == 0o600


def test_an_event_that_is_only_looked_at_stays_as_it_is(small_path: Path) -> None:
    small_path.chmod(0o664)
    events.open_event(small_path, is_to_look=True).close()

    assert stat.S_IMODE(small_path.stat().st_mode) == 0o664


def test_nobody_else_gets_into_what_this_computer_remembers() -> None:
    events.this_device()
    own_folder().chmod(0o755)
    log.noted("The test says so.")
    log.logged(RuntimeError())

    assert stat.S_IMODE(own_folder().stat().st_mode) == 0o700
    logs = list((own_folder() / "logs").iterdir())
    assert len(logs) == 2
    assert [stat.S_IMODE(one.stat().st_mode) for one in logs] == [0o600, 0o600]
