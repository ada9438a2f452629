"""What can't be saved says so, is acknowledged by nobody, and the file goes on as it was."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from judging_app.desk import ballots, events, standings
from judging_app.desk.desk import Desk
from judging_app.desk.keeping import copies, elsewhere
from judging_app.domain.ballots import BallotState
from judging_app.domain.event import Method
from judging_app.domain.roles import HOST
from judging_app.errors import DeskError, NotSavedError
from judging_app.store import ballot_rows, new_file, whereabouts
from judging_app.store.verify import verify_file
from judging_app.tally.standings import standings as full_pass
from judging_app.tally.totals import totals
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    JUDGES,
    LANTERN,
    PERCH,
    TEAMS,
    files_in,
    make_small_event,
    submit_wholly,
)


def _moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.pitchday"))


def _deleted(path: Path) -> None:
    path.unlink()


def _replaced(path: Path) -> None:
    other = path.with_name("other")
    shutil.copy(path, other)
    other.replace(path)


WENT: dict[Callable[[Path], None], str] = {
    _moved: "small.pitchday was moved, renamed or deleted, so this was NOT saved",
    _deleted: "small.pitchday was moved, renamed or deleted, so this was NOT saved",
    _replaced: "Another file was put in the place of small.pitchday, so this was NOT saved",
}


@pytest.mark.row(12)
@pytest.mark.parametrize("go", WENT)
def test_a_file_that_went_away_while_open_saves_nothing_and_says_so(
    go: Callable[[Path], None], desk: Desk
) -> None:
    path = desk.file.path
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    go(path)
    left = path.read_bytes() if path.exists() else None

    with pytest.raises(NotSavedError, match=WENT[go]):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 9)
    assert (path.read_bytes() if path.exists() else None) == left
    assert not desk.file.db.conn.in_transaction


def _overwrite(path: Path, other: Path) -> None:
    """As `cp other path` does: another content in the same file, beneath an open connection."""
    subprocess.run(["cp", other, path], check=True)


@pytest.mark.row(12)
@pytest.mark.parametrize("acts_since", range(1, 5))
def test_an_older_file_copied_over_the_open_one_is_not_written_to_and_loses_nothing(
    acts_since: int, desk: Desk, tmp_path: Path
) -> None:
    path = desk.file.path
    older = copies.copy_now(desk, tmp_path)
    for score in range(1, acts_since + 1):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, score)
    _overwrite(path, older)
    left = path.read_bytes()

    with pytest.raises(NotSavedError, match="Another file was put in the place of small"):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 9)
    assert path.read_bytes() == left == older.read_bytes()
    assert ballot_rows.ballot(desk.file.db, J1, LANTERN).scores == {IMPACT: acts_since}
    saved = elsewhere.saving(desk, tmp_path)(None)
    assert verify_file(saved).head == desk.entries()[-1].digest


@pytest.mark.row(12)
def test_a_drive_that_tells_no_two_times_apart_hides_no_older_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whereabouts, "written", lambda _: (0, 0))
    older = copies.copy_now(desk, tmp_path)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    desk.file.db.execute("PRAGMA shrink_memory")
    _overwrite(desk.file.path, older)

    with pytest.raises(NotSavedError, match="Another file was put in the place of small"):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 9)
    assert desk.file.path.read_bytes() == older.read_bytes()


@pytest.mark.row(12)
def test_nothing_is_shown_of_an_older_file_copied_over_the_open_one(
    desk: Desk, tmp_path: Path
) -> None:
    older = copies.copy_now(desk, tmp_path)
    submit_wholly(desk, J1, LANTERN)
    _overwrite(desk.file.path, older)

    assert ballots.progress(desk, HOST)[J1, LANTERN].state is BallotState.SUBMITTED


@pytest.mark.row(12)
def test_a_copy_of_the_same_state_copied_over_the_open_file_is_gone_on_in(
    desk: Desk, tmp_path: Path
) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    same = copies.copy_now(desk, tmp_path)
    _overwrite(desk.file.path, same)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 6)
    desk.close()

    assert verify_file(desk.file.path).findings == ()


@pytest.mark.row(12)
def test_the_open_file_copied_back_over_the_older_one_is_gone_on_in(
    desk: Desk, tmp_path: Path
) -> None:
    older = copies.copy_now(desk, tmp_path)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    newest = Path(shutil.copy(desk.file.path, tmp_path / "newest"))
    _overwrite(desk.file.path, older)
    with pytest.raises(NotSavedError):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 6)
    _overwrite(desk.file.path, newest)
    desk.file.look_after()
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    last = desk.entries()[-1]
    desk.close()

    found = verify_file(desk.file.path)
    assert (found.findings, found.head) == ((), last.digest)


@pytest.mark.row(12)
def test_a_file_that_came_back_saves_again(desk: Desk) -> None:
    path = desk.file.path
    away = path.with_name("elsewhere.pitchday")
    path.rename(away)
    with pytest.raises(NotSavedError):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 9)
    away.rename(path)

    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 3)

    assert ballot_rows.ballot(desk.file.db, J1, LANTERN).scores == {IMPACT: 3}
    assert desk.verification().findings == ()


def _fill_the_disk(desk: Desk) -> None:
    pages = desk.file.db.execute("PRAGMA page_count").fetchone()[0]
    desk.file.db.execute(f"PRAGMA max_page_count = {pages}")


@pytest.mark.row(8)
def test_a_full_disk_saves_nothing_says_so_and_saves_again_once_there_is_room(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    running = desk.running_mean()
    _fill_the_disk(desk)
    saved = 0
    with pytest.raises(NotSavedError, match="The disk is full, so this was NOT saved") as refusal:  # noqa: PT012 - some saves still fit on the last page
        for saved in range(100):
            ballots.score(desk, ADA, J1, PERCH, IMPACT, 1 + saved % 10)
    assert isinstance(refusal.value.__cause__, sqlite3.OperationalError)
    assert not desk.file.db.conn.in_transaction
    kept = ballot_rows.ballot(desk.file.db, J1, PERCH).scores
    assert kept == ({IMPACT: 1 + (saved - 1) % 10} if saved else {})
    assert desk.running_mean() is running
    assert _running_is_right(desk)

    desk.file.db.execute("PRAGMA max_page_count = 1000000")
    submit_wholly(desk, J1, PERCH, impact=10)

    assert ballot_rows.ballot(desk.file.db, J1, PERCH).scores[IMPACT] == 10
    assert desk.verification().findings == ()
    assert _running_is_right(desk)


def _running_is_right(desk: Desk) -> bool:
    found = totals(ballot_rows.ballots(desk.file.db).values(), desk.setup().rubric)
    return standings.standings_by(desk, Method.MEAN) == full_pass(TEAMS, JUDGES, found, Method.MEAN)


def test_a_new_event_on_a_full_disk_leaves_nothing(
    tmp_path: Path, small_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_db: Database) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(new_file, "create", full)
    with pytest.raises(DeskError, match="Nothing can be saved"):
        make_small_event(tmp_path / "new.pitchday")
    assert list(tmp_path.iterdir()) == [small_path.parent]


def test_a_save_while_another_program_writes_is_refused_in_words(desk: Desk) -> None:
    other = sqlite3.connect(desk.file.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(NotSavedError, match="in use by another program"):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    other.execute("ROLLBACK")
    other.close()
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    assert ballot_rows.ballot(desk.file.db, J1, LANTERN).scores == {IMPACT: 5}


@pytest.mark.row(25)
def test_a_bug_in_the_middle_of_an_act_keeps_none_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.entries()
    with monkeypatch.context() as patch:
        patch.setattr("judging_app.desk.desk.isinstance", _broken, raising=False)
        with pytest.raises(ZeroDivisionError):
            ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)

    assert desk.entries() == before
    assert ballot_rows.ballots(desk.file.db) == {}
    assert not desk.file.db.conn.in_transaction


def _broken(*_: object) -> bool:
    """Fail after the entry and the tables were written, before they are committed."""
    raise ZeroDivisionError


def test_what_was_saved_is_there_for_the_next_process(desk: Desk) -> None:
    path = desk.file.path
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    copy = path.with_name("as it lies on the disk.pitchday")
    shutil.copy(path, copy)

    again = events.open_event(copy)
    try:
        assert ballot_rows.ballot(again.file.db, J1, LANTERN).scores == {IMPACT: 5}
    finally:
        again.close()


def test_a_save_leaves_no_second_file_behind(desk: Desk) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)

    beside = files_in(desk.file.path.parent)
    assert list(beside) == ["small.pitchday", "small.pitchday.lock"]
