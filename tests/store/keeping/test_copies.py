"""A safety copy is whole or isn't there, and no copy of anything else is ever deleted."""

import errno
import os
import shutil
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from judging_app import files
from judging_app.desk import ballots, events
from judging_app.desk.desk import Desk
from judging_app.domain.event import Phase
from judging_app.errors import EventFileError, OutputError
from judging_app.store import ballot_rows, journal
from judging_app.store.keeping import copies
from judging_app.store.keeping.copies import Copy, Snapshot
from judging_app.store.keeping.replica import Replica
from judging_app.store.schema import APPLICATION_ID
from judging_app.store.verify import verify_file
from judging_app.unfinished import unfinished_name
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    LANTERN,
    PERCH,
    Clock,
    bring_to,
    files_in,
    make_small_event,
)

AT = datetime(2019, 6, 3, 13, 32, 7, tzinfo=UTC)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def _snapshot(desk: Desk, at: datetime = AT) -> Snapshot:
    return copies.take(desk.file.db, desk.file.path, at).snapshot()


def _score(desk: Desk, score: int = 5) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, score)


def _copied(desk: Desk, folder: Path, minutes: int = 0) -> Copy:
    return copies.write_copy(_snapshot(desk, AT + timedelta(minutes=minutes)), folder, is_good=True)


def _current(desk: Desk, folder: Path) -> Copy | None:
    snapshot, replica = _snapshot(desk), Replica()
    assert replica.agrees(snapshot.content)
    return copies.current_copy(snapshot, folder, replica)


def test_a_copy_opens_as_the_event_with_all_that_was_saved(desk: Desk, stick: Path) -> None:
    _score(desk, 8)
    made = _copied(desk, stick)
    _score(desk, 2)
    back = Path(shutil.copy(made.path, stick.parent / "again.pitchday"))

    again = events.open_event(back)
    try:
        assert ballot_rows.ballot(again.file.db, J1, LANTERN).scores == {IMPACT: 8}
        assert again.verification().findings == ()
    finally:
        again.close()


def test_a_copy_verifies_where_it_lies_and_ends_with_the_last_entry(
    desk: Desk, stick: Path
) -> None:
    _score(desk)
    made = _copied(desk, stick)
    last = journal.last_entry(desk.file.db)

    found = verify_file(made.path)
    assert found.findings == ()
    assert last is not None
    assert found.head == made.head == last.digest


def test_a_copys_name_says_which_event_that_it_is_a_copy_and_when_with_its_zone(
    desk: Desk, stick: Path
) -> None:
    made = _copied(desk, stick)

    assert made.path.name == f"small copy {AT.astimezone():%Y-%m-%d %H.%M.%S %z}.pitchday"
    assert [*files_in(stick)] == [made.path.name]


def test_copies_of_one_second_get_names_of_their_own(desk: Desk, stick: Path) -> None:
    first, second = _copied(desk, stick), _copied(desk, stick)

    assert first.path != second.path
    assert second.path.name.endswith(" (2).pitchday")
    assert {*files_in(stick)} == {first.path.name, second.path.name}


def test_the_folder_beside_the_event_is_made_when_it_is_needed(desk: Desk) -> None:
    folder = copies.copies_folder(desk.file.path)
    made = _copied(desk, folder)

    assert folder.name == "small copies"
    assert made.path.parent == folder


def test_the_last_twelve_stay_and_the_oldest_go(desk: Desk, stick: Path) -> None:
    made = []
    for minute in range(15):
        _score(desk, 1 + minute % 10)
        made.append(_copied(desk, stick, minute).path.name)

    assert [*files_in(stick)] == made[-12:]


def test_the_oldest_are_those_with_the_fewest_entries_though_the_clock_was_put_back(
    desk: Desk, stick: Path
) -> None:
    made = []
    for number in range(14):
        _score(desk, 1 + number % 10)
        made.append(_copied(desk, stick, minutes=-number).path.name)

    assert {*files_in(stick)} == {*made[-12:]}


def _of_another_event(path: Path) -> None:
    """An event of the same name and size, that was made anew."""
    path.unlink()
    make_small_event(path)


def _worked_in(path: Path) -> None:
    opened = events.open_event(path)
    ballots.score(opened, ADA, J1, PERCH, IMPACT, 9)
    opened.close()


def _no_event(path: Path) -> None:
    path.write_text("My own notes", encoding="utf-8")


def _endless(path: Path) -> None:
    """A trap: a journal that is a view without end."""
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE VIEW journal AS WITH RECURSIVE n(seq) AS (SELECT 1 UNION ALL SELECT seq + 1 "
            "FROM n) SELECT seq, 'x' AS digest FROM n"
        )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@pytest.mark.parametrize("make", [_of_another_event, _worked_in, _no_event, _endless])
def test_what_is_not_just_a_copy_of_this_event_is_never_deleted(
    make: Callable[[Path], None], desk: Desk, stick: Path
) -> None:
    oldest = _copied(desk, stick, minutes=-20).path
    make(oldest)
    kept = oldest.read_bytes()
    second = _copied(desk, stick, minutes=-19).path
    for minute in range(12):
        _copied(desk, stick, minute)

    assert oldest.read_bytes() == kept
    assert not second.exists()  # the fault fired: one was dropped, and not this


def test_files_of_other_names_are_never_deleted(desk: Desk, stick: Path) -> None:
    others = [
        *("holiday.jpg", "small.pitchday", "small copy.pitchday"),
        *("other copy 2019-06-03 10.00.00 +0000.pitchday",),
        *("small copy 2019-99-99 10.00.00 +0000.pitchday",),
    ]
    for name in others:
        shutil.copy(_copied(desk, stick).path, stick / name)
    for minute in range(15):
        _copied(desk, stick, minute)

    assert {*others} <= {*files_in(stick)}
    assert len(files_in(stick)) == len(others) + 12


def test_a_copy_that_is_open_somewhere_stays(desk: Desk, stick: Path) -> None:
    oldest = _copied(desk, stick, minutes=-20).path
    opened = events.open_event(oldest)
    for minute in range(12):
        _copied(desk, stick, minute)
    was_kept = oldest.exists()
    opened.close()
    _copied(desk, stick, minutes=20)

    assert was_kept
    assert not oldest.exists()


def test_a_copy_that_has_everything_is_known_as_current(desk: Desk, stick: Path) -> None:
    _score(desk)
    made = _copied(desk, stick)
    is_current = _current(desk, stick) == made
    _score(desk, 3)

    assert is_current
    assert _current(desk, stick) is None


def test_a_damaged_copy_is_not_taken_for_a_current_one(desk: Desk, stick: Path) -> None:
    path = _copied(desk, stick).path
    path.write_bytes(path.read_bytes()[:-4096])

    assert _current(desk, stick) is None


def test_what_a_copy_lacks_is_told_by_when_it_was_recorded(desk: Desk, clock: Clock) -> None:
    head = _snapshot(desk).head
    before = copies.first_change_after(desk.file.db, head)
    clock.pass_s(60)
    _score(desk)
    first_change = clock.time
    clock.pass_s(60)
    _score(desk, 6)

    assert before is None
    assert copies.first_change_after(desk.file.db, head) == first_change


def test_a_name_with_accents_taken_apart_is_still_its_own_copy(small_path: Path) -> None:
    path = small_path.rename(small_path.with_name("Caf\u00e9.pitchday"))
    opened = events.open_event(path)
    try:
        made = _copied(opened, path.parent)
        apart = made.path.rename(made.path.with_name(made.path.name.replace("\u00e9", "e\u0301")))

        found = _current(opened, path.parent)
    finally:
        opened.close()

    assert found == Copy(apart, AT, made.head)


# Faults: whatever happens to the place, nothing half-written is left and the event goes on.


def _refused(desk: Desk, folder: Path, *, says: str) -> None:
    before = files_in(folder) if folder.is_dir() else {}
    with pytest.raises(OutputError, match=says):
        _copied(desk, folder)
    assert (files_in(folder) if folder.is_dir() else {}) == before
    _score(desk, 7)
    assert ballot_rows.ballot(desk.file.db, J1, LANTERN).scores == {IMPACT: 7}


@contextmanager
def _room_for(size: int) -> Iterator[None]:
    """Let the system itself refuse to write more than `size` bytes to a file."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_place_that_fills_up_in_the_middle_keeps_nothing(desk: Desk, stick: Path) -> None:
    snapshot = _snapshot(desk)
    with (
        _room_for(len(snapshot.content) // 2),
        pytest.raises(OutputError, match="no space") as told,
    ):
        copies.write_copy(snapshot, stick, is_good=True)

    assert isinstance(told.value.__cause__, OSError)
    assert told.value.__cause__.errno == errno.EFBIG
    assert files_in(stick) == {}
    assert copies.write_copy(snapshot, stick, is_good=True).path.exists()


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "There is no space for a copy in"),
        (errno.EDQUOT, "There is no space for a copy in"),
        (errno.EROFS, "Nothing can be saved in"),
        (errno.EIO, "No copy could be made in"),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync", "rename"])
def test_each_refusal_of_the_disk_is_told_in_one_sentence(
    call: str,
    number: int,
    says: str,
    desk: Desk,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fired = []

    def fail(*_: object, **__: object) -> None:
        fired.append(call)
        raise OSError(number, os.strerror(number))

    owner = os if call == "fsync" else Path
    with monkeypatch.context() as patch:
        snapshot = _snapshot(desk)
        patch.setattr(owner, call, fail)
        with pytest.raises(OutputError, match=says) as told:
            copies.write_copy(snapshot, stick, is_good=True)

    assert fired == [call]
    assert "\n" not in str(told.value)
    assert files_in(stick) == {}


def test_the_folder_beside_an_event_goes_again_if_no_copy_came_into_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, snapshot = copies.copies_folder(desk.file.path), _snapshot(desk)
    fired = []

    def full(*_: object, **__: object) -> None:
        fired.append(folder.is_dir())
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files, "write_synced", full)
    with pytest.raises(OutputError, match="no space"):
        copies.write_copy(snapshot, folder, is_good=True)

    assert fired == [True]
    assert not folder.exists()


def test_a_stick_that_is_not_there_is_asked_for(desk: Desk, stick: Path) -> None:
    stick.rmdir()

    _refused(desk, stick, says="is no longer there.* Plug the stick back in")
    assert not stick.exists()


@pytest.mark.row(21)
def test_a_stick_pulled_in_the_middle_is_asked_for(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fired = []

    def pulled(path: Path, content: bytes, **_: object) -> None:
        path.write_bytes(content[:4096])
        shutil.rmtree(stick)
        fired.append(path)

    monkeypatch.setattr(files, "write_synced", pulled)

    _refused(desk, stick, says="is no longer there")
    assert len(fired) == 1


def test_a_read_only_place_is_named(desk: Desk, stick: Path) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("the superuser may write anywhere; the refusal itself is tested above")
    stick.chmod(0o555)

    _refused(desk, stick, says="Nothing can be saved in")


def test_a_file_in_place_of_the_folder_is_told(desk: Desk, stick: Path) -> None:
    stick.rmdir()
    stick.write_bytes(b"")

    _refused(desk, stick, says="is no longer there")


def test_a_name_too_long_to_copy_is_told(small_path: Path, stick: Path) -> None:
    opened = events.open_event(small_path.rename(small_path.with_name("x" * 230 + ".pitchday")))
    try:
        bring_to(opened, Phase.SCORING)
        _refused(opened, stick, says="is too long to copy the event.* shorter name")
    finally:
        opened.close()


def test_a_stick_that_reads_back_something_else_is_not_trusted(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fired = []

    def turned(path: Path, content: bytes, **_: object) -> None:
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        fired.append(path)

    monkeypatch.setattr(files, "write_synced", turned)

    _refused(desk, stick, says="is faulty. Use another stick")
    assert len(fired) == 1


def test_an_event_that_is_not_whole_any_more_gives_no_copy(desk: Desk, stick: Path) -> None:
    snapshot = _snapshot(desk)
    cut = Snapshot(desk.file.path, AT, snapshot.content[:-4096], snapshot.digests)

    with pytest.raises(OutputError, match=r"is no longer complete.* judging-app verify"):
        copies.write_copy(cut, stick, is_good=True)
    assert files_in(stick) == {}


def test_what_a_process_left_in_the_middle_is_cleared_by_the_next_copy(
    desk: Desk, stick: Path
) -> None:
    (stick / unfinished_name().replace(str(os.getpid()), "999999999")).write_bytes(b"half")
    made = _copied(desk, stick)

    assert [*files_in(stick)] == [made.path.name]


def test_another_program_that_keeps_the_file_is_not_waited_for(desk: Desk) -> None:
    other = sqlite3.connect(desk.file.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(EventFileError, match="in use by another program, so no copy was made"):
        _snapshot(desk)
    other.execute("ROLLBACK")
    other.close()
    assert _snapshot(desk).content


def test_an_event_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "small.pitchday"
    path.write_bytes(b"no event any more" * 1000)
    with closing(sqlite3.connect(path)) as connection:
        db = Database(connection, execute_plugins=False)

        with pytest.raises(EventFileError, match="can’t be read, so no copy was made") as told:
            copies.take(db, path, AT)
    assert isinstance(told.value.__cause__, sqlite3.DatabaseError)


def test_copies_of_an_event_that_is_written_to_meanwhile_are_each_a_whole_state(
    desk: Desk, stick: Path
) -> None:
    made: list[Copy] = []
    failed: list[BaseException] = []
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # the two threads take turns as often as they can
    try:
        for minute in range(6):
            _score(desk, 1 + minute)
            taken = copies.take(desk.file.db, desk.file.path, AT + timedelta(minutes=minute))

            def write(taken: copies.Taken = taken) -> None:
                try:
                    made.append(copies.write_copy(taken.snapshot(), stick, is_good=True))
                except BaseException as error:  # noqa: BLE001 - shown by the assertion below
                    failed.append(error)

            thread = threading.Thread(target=write)
            thread.start()
            saved = 0
            while thread.is_alive() or saved == 0:
                _score(desk, 1 + saved % 10)
                saved += 1
            thread.join()
    finally:
        sys.setswitchinterval(interval)

    digests = [entry.digest for entry in desk.entries()]
    assert failed == []
    assert len(made) == 6
    assert sorted(digests.index(copy.head) for copy in made) == [
        digests.index(copy.head) for copy in made
    ]
    assert all(verify_file(copy.path).findings == () for copy in made)
