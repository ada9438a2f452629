"""What isn't a whole event file of this version is refused in words, and left as it is."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from judging_app.desk import ballots, events
from judging_app.desk.desk import Desk
from judging_app.desk.keeping import unfinished
from judging_app.domain.event import Phase
from judging_app.domain.ids import DeviceId
from judging_app.errors import DamagedError, EventFileError
from judging_app.store import beside, sign_in_rows
from judging_app.store.new_file import new_event_file
from judging_app.store.schema import VERSION
from judging_app.store.verify import verify_file
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    LANTERN,
    Clock,
    bring_to,
    files_in,
    make_small_event,
)
from tests.store.torn import torn_copy

_HOLDER = """
import sys
from pathlib import Path
from judging_app.desk import events
desk = events.open_event(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def _jpeg(_whole: bytes) -> bytes:
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(5000)


def _other_sqlite(_whole: bytes) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE bookmark (id INTEGER PRIMARY KEY)")
    return connection.serialize()


NO_EVENT_FILES: dict[str, Callable[[bytes], bytes]] = {
    "a picture": _jpeg,
    "nothing": lambda _whole: b"",
    "one byte": lambda _whole: b"S",
    "text": lambda _whole: ("team,score\nLantern,7\n" * 500).encode(),
    "SQLite’s first words": lambda _whole: b"SQLite format 3\0",
    "another program’s SQLite file": _other_sqlite,
    "its header and nothing else": lambda whole: whole[:100],
    "its header and nonsense": lambda whole: whole[:100] + b"\xa5" * (len(whole) - 100),
    "one page of nonsense in the middle": lambda whole: (
        whole[:8192] + b"\xa5" * 4096 + whole[12288:]
    ),
}


@pytest.mark.row(46)
@pytest.mark.parametrize("kind", NO_EVENT_FILES)
def test_what_is_no_event_file_is_refused_and_left_as_it_is(kind: str, small_path: Path) -> None:
    small_path.write_bytes(NO_EVENT_FILES[kind](small_path.read_bytes()))
    before = files_in(small_path.parent)

    with pytest.raises(EventFileError, match=r"small\.pitchday (isn’t an event file|is damaged)"):
        events.open_event(small_path)
    assert files_in(small_path.parent) == before


@pytest.mark.row(37)
def test_a_file_cut_off_anywhere_is_refused_and_left_as_it_is(small_path: Path) -> None:
    whole = small_path.read_bytes()
    for length in range(0, len(whole), 512):
        small_path.write_bytes(whole[:length])

        with pytest.raises(EventFileError, match=r"isn’t an event file|is damaged"):
            events.open_event(small_path)
        assert files_in(small_path.parent) == {small_path.name: whole[:length]}


@pytest.mark.row(46)
def test_a_file_of_a_newer_version_is_refused_and_left_as_it_is(small_path: Path) -> None:
    connection = sqlite3.connect(small_path, isolation_level=None)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = files_in(small_path.parent)

    for act in (events.open_event, verify_file):
        with pytest.raises(EventFileError, match="made by a newer version"):
            act(small_path)
    assert files_in(small_path.parent) == before


@pytest.mark.row(44, 46)
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE note (text TEXT)",
        "DROP TRIGGER score_is_on_its_scale",
        "CREATE TRIGGER meddler AFTER INSERT ON score BEGIN DELETE FROM ballot; END",
    ],
)
def test_a_file_with_another_schema_is_refused(statement: str, small_path: Path) -> None:
    connection = sqlite3.connect(small_path, isolation_level=None)
    connection.execute(statement)
    connection.close()

    with pytest.raises(EventFileError, match="is damaged"):
        events.open_event(small_path)


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with closing(socket.socket(socket.AF_UNIX)) as made:
        made.bind(str(path))


def _circle(path: Path) -> None:
    path.symlink_to(path)


def _link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("none"))


NO_FILES: dict[Callable[[Path], None], str] = {
    _folder: "is a folder",
    _pipe: "isn’t a file",
    _socket: "isn’t a file",
    _circle: "is a link that leads nowhere",
    _link_to_nothing: "There is no file",
}


@pytest.mark.parametrize("make", NO_FILES)
def test_what_is_no_file_is_refused_and_left_as_it_is(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "day.pitchday"
    make(path)

    for act in (events.open_event, verify_file):
        with pytest.raises(EventFileError, match=NO_FILES[make]):
            act(path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "name",
    ["x" * 239 + ".pitchday", "/".join(["x" * 200] * 2 + ["x.pitchday"]), "x" * 5000],
    ids=["name", "path", "endless name"],
)
def test_a_name_that_leaves_no_room_for_the_journals_is_refused(
    name: str, small_path: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sixty letters more, so that it has too many in all" / name
    with suppress(OSError):
        path.parent.mkdir(parents=True)
        shutil.copy(small_path, path)

    for act in (events.open_event, verify_file):
        with pytest.raises(EventFileError, match="is too long for an event"):
            act(path)


def test_a_new_event_gets_no_name_that_leaves_no_room_for_the_journals(tmp_path: Path) -> None:
    with pytest.raises(EventFileError, match="is too long for an event"):
        make_small_event(tmp_path / ("x" * 239 + ".pitchday"))
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_that_is_let_in_saves(small_path: Path) -> None:
    path = small_path.rename(small_path.with_name("x" * 238 + ".pitchday"))

    desk = events.open_event(path)
    bring_to(desk, Phase.SCORING)
    desk.close()

    assert verify_file(path).findings == ()


def _holding(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "open\n"
    return process


def _end(process: subprocess.Popen[str]) -> None:
    process.communicate()


@pytest.mark.row(13)
def test_a_file_open_in_another_process_is_refused_and_the_holder_is_named(
    small_path: Path,
) -> None:
    link = small_path.with_name("by another name.pitchday")
    link.symlink_to(small_path)
    holder = _holding(small_path)

    for name in (small_path, link):
        for act in (events.open_event, verify_file):
            with pytest.raises(EventFileError, match=r"already open by .* on "):
                act(name)
    _end(holder)
    events.open_event(small_path).close()
    assert list(files_in(small_path.parent)) == [link.name, small_path.name]


@pytest.mark.row(13)
def test_a_file_is_not_opened_twice_in_one_process(new_desk: Desk) -> None:
    with pytest.raises(EventFileError, match="already open"):
        events.open_event(new_desk.file.path)


@pytest.mark.row(15)
def test_a_lock_left_by_a_killed_process_is_in_nobodys_way(small_path: Path) -> None:
    holder = _holding(small_path)
    holder.send_signal(signal.SIGKILL)
    _end(holder)
    assert holder.returncode == -signal.SIGKILL
    assert list(files_in(small_path.parent)) == [small_path.name, f"{small_path.name}.lock"]

    events.open_event(small_path).close()
    assert list(files_in(small_path.parent)) == [small_path.name]


@pytest.mark.row(39)
def test_a_save_that_a_crash_tore_is_undone_though_the_header_is_ahead(small_path: Path) -> None:
    torn, before = torn_copy(small_path)
    pages = int.from_bytes(torn.read_bytes()[28:32], "big")
    assert pages * 4096 > len(before)

    events.open_event(torn).close()

    assert torn.read_bytes() == before
    assert not beside.has_half_change(torn)


@pytest.mark.row(39, 45)
def test_a_change_that_another_computer_left_is_undone_with_a_word_and_kept_aside(
    small_path: Path,
) -> None:
    torn, before = torn_copy(small_path)
    found = torn.read_bytes(), beside.journal_path(torn).read_bytes()

    desk = events.open_event(torn)
    told = desk.found_beside
    desk.close()

    aside = torn.with_name("torn before undoing.pitchday")
    assert torn.read_bytes() == before
    assert aside.name in told
    assert (aside.read_bytes(), beside.journal_path(aside).read_bytes()) == found
    assert [one.stat().st_mode & 0o077 for one in (aside, beside.journal_path(aside))] == [0, 0]


@pytest.mark.row(39)
def test_a_change_that_this_computer_left_is_undone_without_a_word(small_path: Path) -> None:
    torn, before = torn_copy(small_path)
    unfinished.begun(torn)  # as after a crash of ours, which closed nothing

    desk = events.open_event(torn)
    told = desk.found_beside
    desk.close()

    assert told == ""
    assert torn.read_bytes() == before
    assert not torn.with_name("torn before undoing.pitchday").exists()
    assert not unfinished._mark(torn).exists()


@pytest.mark.row(39)
def test_a_torn_file_is_verified_as_opening_it_would_leave_it(small_path: Path) -> None:
    torn, _ = torn_copy(small_path)
    before = files_in(torn.parent)

    assert verify_file(torn).findings == ()
    assert files_in(torn.parent) == before
    events.open_event(torn).close()
    assert verify_file(torn).findings == ()


_KILLED = """
import os, signal, sys
from pathlib import Path
from judging_app.desk import events
from judging_app.domain.acts import OpenScoring
from judging_app.domain.roles import HOST
desk = events.open_event(Path(sys.argv[1]))
with desk.file.transaction():
    desk.file.record(OpenScoring(), HOST, desk.now())
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.row(39)
def test_a_journal_that_a_killed_save_had_not_begun_stops_no_command(small_path: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(small_path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert beside.journal_path(small_path).read_bytes()[:8] == bytes(8)

    assert verify_file(small_path).findings == ()
    events.open_event(small_path).close()
    assert beside.journal_path(small_path).exists()
    assert verify_file(small_path).findings == ()


@pytest.mark.row(39)
def test_no_copy_of_a_torn_file_is_left_on_this_computer(
    small_path: Path, own_folder: Path
) -> None:
    torn, _ = torn_copy(small_path)

    verify_file(torn)

    assert list((own_folder / "temporary").iterdir()) == []


def test_the_settings_that_keep_ballots_safe_are_in_force(new_desk: Desk) -> None:
    def found(name: str) -> object:
        return new_desk.file.db.execute(f"PRAGMA {name}").fetchone()[0]

    assert {
        name: found(name)
        for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
    } == {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "trusted_schema": 0}
    assert (found("recursive_triggers"), found("cell_size_check")) == (1, 1)
    assert found("application_id") == 0x50444159
    assert found("user_version") == VERSION


def test_a_closed_event_is_one_file(small_path: Path) -> None:
    desk = events.open_event(small_path)
    bring_to(desk, Phase.SCORING)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    desk.close()

    assert list(files_in(small_path.parent)) == [small_path.name]


_LIVE = """
import sys
from pathlib import Path
from judging_app.desk import ballots, events
from judging_app.domain.ids import JudgeId
from judging_app.domain.roles import HOST, Actor, Role
from judging_app.desk import scoring, standings
from judging_app.domain.event import Audience
path = Path(sys.argv[1])
desk = events.open_event(path)
opened = []
sys.addaudithook(lambda name, args: opened.append(args[0]) if name == "open" else None)
open(path.parent / "canary", "w").close()
scoring.open_scoring(desk, HOST)
for steps in range(1, 11):
    ballots.score(desk, Actor(Role.JUDGE, JudgeId("J1")), "J1", "T1", "impact", steps)
standings.view(desk, HOST, Audience.PUBLIC)
print([str(name) for name in opened if str(path.parent) in str(name)])
desk.close()
"""


@pytest.mark.row(14)
def test_nothing_but_sqlite_opens_a_file_beside_an_open_event(small_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LIVE, str(small_path)], capture_output=True, text=True, check=True
    )

    # Closing any other handle on the file would drop SQLite's own locks.
    assert done.stdout == f"[{str(small_path.parent / 'canary')!r}]\n"


def test_a_new_file_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new.pitchday"

    with pytest.raises(ZeroDivisionError), new_event_file(path, DeviceId("0a0b0c0d")):
        _ = 1 / 0
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken_is_not_written_over(small_path: Path) -> None:
    before = files_in(small_path.parent)

    with pytest.raises(EventFileError, match="exists"):
        make_small_event(small_path)
    assert files_in(small_path.parent) == before


def test_a_name_taken_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "new.pitchday"

    with (
        pytest.raises(EventFileError, match="exists"),
        new_event_file(path, DeviceId("0a0b0c0d")),
    ):
        path.write_text("somebody else's", encoding="utf-8")
    assert files_in(tmp_path) == {"new.pitchday": b"somebody else's"}


def test_a_new_file_is_not_given_a_name_that_half_a_change_waits_for(small_path: Path) -> None:
    torn, _ = torn_copy(small_path)
    torn.unlink()

    with pytest.raises(EventFileError, match="left over from an earlier event with this name"):
        make_small_event(torn)
    assert beside.has_half_change(torn)


def test_a_folder_that_takes_no_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "shut"
    folder.mkdir()
    folder.chmod(0o555)

    with pytest.raises(EventFileError, match="Nothing can be saved"):
        make_small_event(folder / "new.pitchday")
    with pytest.raises(EventFileError, match="There is no folder"):
        make_small_event(tmp_path / "none" / "new.pitchday")


def test_a_new_file_is_what_was_taken_in(small_path: Path) -> None:
    desk = events.open_event(small_path, Clock())
    try:
        assert desk.event().phase is Phase.SETTING_UP
        assert len(sign_in_rows.holders(desk.file.db)) == 6
        assert desk.verification().findings == ()
    finally:
        desk.close()


def test_a_lock_that_was_lost_takes_nobody_elses_away(small_path: Path) -> None:
    lost = beside.locked(small_path)
    lost.release()
    with beside.held(small_path):
        beside.unlock(small_path, lost)
        with pytest.raises(EventFileError, match="already open"):
            beside.locked(small_path)


@pytest.mark.row(36)
def test_a_file_of_which_the_last_entry_has_no_time_is_damaged(small_path: Path) -> None:
    desk = events.open_event(small_path)
    at = desk.entries()[-1].at.encode()
    desk.close()
    whole = small_path.read_bytes()
    assert at in whole
    small_path.write_bytes(whole.replace(at, at.replace(b":", b"(", 1)))

    with pytest.raises(DamagedError, match="the time of the last entry can’t be read"):
        events.open_event(small_path)
