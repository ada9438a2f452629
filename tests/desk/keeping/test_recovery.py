"""Going on from a copy: nothing that a copy had is lost, and the record says what happened."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from judging_app.desk import ballots, events
from judging_app.desk.desk import Desk
from judging_app.desk.keeping import copies, recovery
from judging_app.desk.keeping.difference import difference
from judging_app.desk.keeping.recovery import Recovery
from judging_app.desk.keeping.restores import restored_texts
from judging_app.desk.keeping.tries import Tries
from judging_app.desk.keeping.trouble import Trouble, trouble_with, trouble_with_copy
from judging_app.domain.acts import RestoreEvent, act_name
from judging_app.domain.journal import Entry
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import DeskError, EventFileError, NotAllowedError, SignInError
from judging_app.present.start.recovery import Cause, Compared, LossState
from judging_app.store import ballot_rows, beside
from judging_app.store.bodies import act_of
from judging_app.store.keeping import restoring
from judging_app.store.verify import verify_file
from tests.desk.keeping.spoiling import (
    cut,
    make_rubbish,
    zero_last_entries,
    zero_pages,
    zero_table,
)
from tests.desk.small_event import (
    ADA,
    BO,
    DELIVERY,
    IMPACT,
    J1,
    J2,
    LANTERN,
    PERCH,
    PINS,
    Clock,
    files_in,
    submit_wholly,
)


def _opened(path: Path) -> Desk:
    return events.open_event(path, Clock())


def _trouble(path: Path) -> Trouble:
    """What opening the file says is the matter."""
    with pytest.raises(EventFileError) as refusal:
        _opened(path).close()
    found = trouble_with(path, refusal.value)
    assert found is not None
    return found


@pytest.fixture
def scored(desk: Desk, clock: Clock) -> Path:
    """A closed event with a copy beside it, and two scores after that."""
    for judge, team in ((J1, LANTERN), (J2, LANTERN), (J1, PERCH)):
        submit_wholly(desk, judge, team)
    copies.copy_now(desk)
    clock.pass_s(60)
    ballots.score(desk, BO, J2, PERCH, IMPACT, 6)
    ballots.score(desk, BO, J2, PERCH, DELIVERY, 8)
    desk.close()
    return desk.file.path


def _recovery(path: Path) -> Recovery:
    return recovery.looked_into(_trouble(path))


@pytest.mark.row(37)
@pytest.mark.parametrize(
    "spoil", [lambda path: zero_pages(path, 1), cut, make_rubbish, lambda p: zero_pages(p, 0, 1)]
)
def test_a_damaged_file_is_gone_on_from_under_its_own_name_and_kept_aside(
    spoil: Callable[[Path], None], scored: Path
) -> None:
    spoil(scored)
    damaged = scored.read_bytes()
    found = _recovery(scored)
    done = recovery.restore(found, found.copies[0], ORGANISER)

    assert found.trouble.cause is Cause.DAMAGED
    assert done.path == scored
    assert done.aside is not None
    assert "(damaged " in done.aside.name
    assert done.aside.read_bytes() == damaged
    assert verify_file(scored).findings == ()
    desk = _opened(scored)
    try:
        there = ballot_rows.ballots(desk.file.db)
        assert [there[key].counts for key in ((J1, LANTERN), (J2, LANTERN), (J1, PERCH))] == [
            True
        ] * 3
        assert copies.beside(desk) == scored.with_name("small copies")
    finally:
        desk.close()


@pytest.mark.row(38)
def test_a_file_with_only_damaged_tables_loses_nothing(scored: Path) -> None:
    before = [entry.digest for entry in _entries(scored)]
    zero_table(scored, "score")
    found = _recovery(scored)
    lacks = difference(found, found.copies[0])
    done = recovery.restore(found, found.copies[0], ORGANISER)

    assert (lacks.can_be_put_back, lacks.lost, lacks.has_more) == (2, 0, 0)
    assert [(one.text, one.state) for one in lacks.losses] == [
        ("Bo Lund · Perch · Impact", LossState.READABLE),
        ("Bo Lund · Perch · Pitch delivery", LossState.READABLE),
    ]
    assert (done.put_back, done.lost, done.is_compared) == (2, 0, True)
    assert found.compared is Compared.WHOLE
    assert [entry.digest for entry in _entries(scored)][:-1] == before


def test_a_file_kept_aside_earlier_is_nothing_to_compare_a_copy_with(scored: Path) -> None:
    zero_table(scored, "score")
    found = _recovery(scored)
    recovery.restore(found, found.copies[0], ORGANISER)
    scored.unlink()
    found = _recovery(scored)
    done = recovery.restore(found, found.copies[0], ORGANISER)

    assert restoring.asides(scored)
    assert found.compared is Compared.NO_FILE
    assert not done.is_compared
    assert "nothing known is lost" not in _restores(scored)[-1]


def test_nobody_claims_to_know_what_an_older_file_replaced(scored: Path, clock: Clock) -> None:
    older = scored.with_name("older.pitchday")
    shutil.copy(scored, older)
    desk = _opened(scored)
    clock.pass_s(60)
    submit_wholly(desk, J2, PERCH)
    copies.copy_now(desk)
    desk.close()
    shutil.copy(older, scored)
    found = recovery.looked_into(Trouble(scored, Cause.OLDER, ""))
    done = recovery.restore(found, found.copies[0], ORGANISER)

    assert found.compared is Compared.OLDER
    assert (done.lost, done.is_compared) == (0, False)
    assert "ballots after " in _restores(scored)[-1]


@pytest.mark.row(38)
def test_entries_that_can_not_be_read_are_named_and_counted_as_lost(scored: Path) -> None:
    zero_last_entries(scored)
    found = _recovery(scored)
    lacks = difference(found, found.copies[0])
    done = recovery.restore(found, found.copies[0], ORGANISER)

    assert (lacks.can_be_put_back, lacks.lost) == (0, 2)
    assert [(one.text, one.state) for one in lacks.losses] == [
        ("Bo Lund · Perch", LossState.UNREAD)
    ] * 2
    assert (done.put_back, done.lost) == (0, 2)
    assert verify_file(scored).findings == ()


def test_no_word_of_what_a_copy_lacks_has_a_score_in_it(scored: Path) -> None:
    zero_table(scored, "score")
    found = _recovery(scored)
    losses = difference(found, found.copies[0]).losses

    assert losses
    assert not any(char.isdigit() for one in losses for char in one.text)


def test_the_restore_is_on_the_record_with_what_it_cost(scored: Path, clock: Clock) -> None:
    zero_last_entries(scored)
    found = _recovery(scored)
    copy = found.copies[0]
    recovery.restore(found, copy, HOST, now=clock.time)
    last = _entries(scored)[-1]

    assert (last.act, last.actor) == (act_name(RestoreEvent), HOST.key)
    assert last.previous == copy.head
    assert act_of(last.act, last.body) == RestoreEvent(copy.at, copy.head, 0, 2, "")


def test_without_putting_back_the_copy_is_the_event_as_it_was(scored: Path) -> None:
    zero_table(scored, "score")
    found = _recovery(scored)
    copy = found.copies[0]
    done = recovery.restore(found, copy, ORGANISER, puts_back=False)

    assert (done.put_back, done.lost) == (0, 2)
    assert [entry.digest for entry in _entries(scored)][:-1] == [*copy.digests]


@pytest.mark.parametrize("is_moved", [True, False])
def test_a_file_that_is_gone_is_gone_on_from_its_copies(scored: Path, *, is_moved: bool) -> None:
    if is_moved:
        scored.rename(scored.with_name("elsewhere.pitchday"))
    else:
        scored.unlink()
    found = _recovery(scored)
    done = recovery.restore(found, found.copies[0], ORGANISER)

    assert found.trouble.cause is Cause.MISSING
    assert done.aside is None
    assert verify_file(scored).findings == ()


def test_a_file_without_any_copy_that_is_gone_is_only_refused(small_path: Path) -> None:
    small_path.unlink()
    with pytest.raises(EventFileError, match="There is no file") as refusal:
        _opened(small_path)

    assert trouble_with(small_path, refusal.value) is None


def test_a_half_change_of_the_damaged_file_is_not_played_back_into_the_new_one(
    scored: Path,
) -> None:
    zero_table(scored, "score")
    found = _recovery(scored)
    half = scored.with_name(f"{scored.name}-journal")
    half.write_bytes(b"what was under way")
    done = recovery.restore(found, found.copies[0], ORGANISER)

    assert not half.exists()
    assert done.aside is not None
    kept = done.aside.with_name(f"{done.aside.name}-journal")
    assert kept.read_bytes() == b"what was under way"


def test_an_altered_copy_is_no_copy_to_go_on_from(scored: Path) -> None:
    (copy,) = scored.with_name("small copies").iterdir()
    with closing(sqlite3.connect(copy)) as other:
        assert other.execute("UPDATE score SET steps = 1").rowcount
        other.commit()
    cut(scored)

    assert _recovery(scored).copies == ()


def test_what_was_entered_into_a_faulty_file_is_put_back_from_its_faulty_copies(
    desk: Desk, clock: Clock
) -> None:
    submit_wholly(desk, J1, LANTERN)
    copies.copy_now(desk)
    with closing(sqlite3.connect(desk.file.path)) as other:
        assert other.execute("UPDATE score SET steps = 1").rowcount
        other.commit()
    assert desk.verification().findings
    clock.pass_s(60)
    ballots.score(desk, BO, J2, PERCH, IMPACT, 6)
    copies.copy_now(desk)
    desk.close()
    desk.file.path.unlink()
    found = _recovery(desk.file.path)
    done = recovery.restore(found, found.copies[0], ORGANISER)

    assert len(found.copies) == 1
    assert done.put_back == 1
    assert verify_file(done.path).findings == ()


def test_no_copy_is_thinned_on_the_day_after_a_restore(scored: Path) -> None:
    zero_table(scored, "score")
    found = _recovery(scored)
    clock = Clock()
    clock.pass_s(3600)
    recovery.restore(found, found.copies[0], ORGANISER, now=clock.time)
    desk = events.open_event(scored, clock)
    try:
        for _ in range(14):
            clock.pass_s(60)
            copies.copy_now(desk)
        kept = len(files_in(copies.beside(desk)))
        clock.pass_s(25 * 3600)
        copies.copy_now(desk)
        thinned = len(files_in(copies.beside(desk)))
    finally:
        desk.close()

    assert kept == 15
    assert thinned < kept


def test_only_who_may_restore_does(scored: Path) -> None:
    cut(scored)
    damaged = scored.read_bytes()
    found = _recovery(scored)

    with pytest.raises(NotAllowedError, match="restore the event from a copy"):
        recovery.restore(found, found.copies[0], ADA)
    assert scored.read_bytes() == damaged


def test_the_pin_is_the_one_that_the_copy_knows(scored: Path) -> None:
    cut(scored)
    copy, tries = _recovery(scored).copies[0], Tries()

    with pytest.raises(SignInError, match="That PIN is wrong"):
        recovery.check_pin(copy, ORGANISER, PINS[HOST], tries)
    recovery.check_pin(copy, ORGANISER, PINS[ORGANISER], tries)


def test_who_enters_wrong_pins_waits_and_keeps_nobody_else_from_it(scored: Path) -> None:
    cut(scored)
    at = [100.0]
    copy, tries = _recovery(scored).copies[0], Tries(lambda: at[0])
    for _ in range(5):
        with pytest.raises(SignInError, match="That PIN is wrong"):
            recovery.check_pin(copy, ORGANISER, "000001", tries)

    with pytest.raises(SignInError, match="Try again in 15 seconds"):
        recovery.check_pin(copy, ORGANISER, PINS[ORGANISER], tries)
    recovery.check_pin(copy, HOST, PINS[HOST], tries)
    at[0] += 15
    recovery.check_pin(copy, ORGANISER, PINS[ORGANISER], tries)


def test_an_event_that_is_open_elsewhere_is_not_restored_beneath_it(scored: Path) -> None:
    cut(scored)
    found = _recovery(scored)
    lock = beside.locked(scored)
    try:
        with pytest.raises(EventFileError, match="already open"):
            recovery.restore(found, found.copies[0], ORGANISER)
    finally:
        beside.unlock(scored, lock)


@pytest.mark.parametrize("call", ["fsync", "rename"])
def test_a_disk_that_fails_meanwhile_leaves_the_event_as_it_was(
    call: str, scored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut(scored)
    found, before = _recovery(scored), scored.read_bytes()
    half = beside.journal_path(scored)
    half.write_bytes(b"half")
    fired = []

    def fail(*given: Path) -> None:
        if call == "fsync" or (given[0].suffix, given[-1]) == (".part", scored):
            fired.append(given)
            raise OSError(errno.EIO, "Input/output error")
        os.rename(*given)  # noqa: PTH104 - Path's own is what fails

    with monkeypatch.context() as patch:
        patch.setattr(os if call == "fsync" else Path, call, fail)
        with pytest.raises(DeskError, match="can’t be restored in"):
            recovery.restore(found, found.copies[0], ORGANISER)

    assert fired
    assert (scored.read_bytes(), half.read_bytes()) == (before, b"half")
    names = {path.name for path in scored.parent.iterdir()}
    assert names == {scored.name, half.name, "small copies"}


def test_a_copy_in_the_events_folder_of_copies_is_known_as_one(scored: Path) -> None:
    (copy,) = scored.with_name("small copies").iterdir()
    trouble = trouble_with_copy(copy)

    assert trouble is not None
    assert (trouble.path, trouble.cause) == (scored, Cause.IS_COPY)
    assert trouble_with_copy(scored) is None
    assert trouble_with_copy(Path(shutil.copy(copy, scored.with_name(copy.name)))) is None


def test_without_any_copy_an_event_is_rebuilt_from_its_own_record(scored: Path) -> None:
    shutil.rmtree(scored.with_name("small copies"))
    before = [entry.digest for entry in _entries(scored)]
    zero_table(scored, "score")
    found = _recovery(scored)
    (row,) = recovery.facts(found)
    recovery.restore(found, found.copies[0], ORGANISER)

    assert (row.place, row.lacks) == ("The file itself, rebuilt from its record", 0)
    assert [entry.digest for entry in _entries(scored)][:-1] == before
    assert verify_file(scored).findings == ()


def test_without_any_copy_what_can_be_read_from_the_first_entry_on_is_kept(scored: Path) -> None:
    shutil.rmtree(scored.with_name("small copies"))
    zero_last_entries(scored)
    found = _recovery(scored)
    done = recovery.restore(found, found.copies[0], ORGANISER)

    assert done.lost == len(found.salvage.unread) > 0
    assert verify_file(scored).findings == ()


def test_a_second_aside_gets_a_name_of_its_own(scored: Path) -> None:
    for _ in range(2):
        cut(scored)
        found = _recovery(scored)
        recovery.restore(found, found.copies[0], ORGANISER)

    assert len(restoring.asides(scored)) == 2


def test_a_file_of_the_version_before_is_gone_on_from_its_copy(tmp_path: Path) -> None:
    older = Path(__file__).parents[2] / "event_files" / "version 1.pitchday"
    path = tmp_path / "day.pitchday"
    folder = tmp_path / "day copies"
    folder.mkdir()
    shutil.copy(older, folder / "day copy 2019-06-03 14.32.07 +0100.pitchday")
    path.write_bytes(older.read_bytes()[:8192])
    found = _recovery(path)
    recovery.restore(found, found.copies[0], ORGANISER)

    assert verify_file(path).findings == ()


def _restores(path: Path) -> tuple[str, ...]:
    return restored_texts(_entries(path))


def _entries(path: Path) -> tuple[Entry, ...]:
    desk = _opened(path)
    try:
        return desk.entries()
    finally:
        desk.close()
