"""Where the open event is copied to, when a copy is due, and how each place stands."""

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from judging_app.desk import ballots, events, scoring
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.keeping import copies, recovery
from judging_app.desk.keeping.copies import Place
from judging_app.desk.keeping.trouble import Trouble
from judging_app.domain.acts import Publish, act_name
from judging_app.domain.roles import HOST
from judging_app.errors import EventFileError, OutputError
from judging_app.paths import own_folder
from judging_app.present.start.recovery import Cause
from judging_app.store import ballot_rows, opening
from judging_app.store.verify import verify_file
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    LANTERN,
    PERCH,
    PINS,
    Clock,
    files_in,
    make_small_event,
    score_wholly,
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "STICK"
    made.mkdir()
    return made


def _score(desk: Desk, score: int = 5) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, score)


def _copied(desk: Desk, before: Sequence[Place] = (), *, always: bool = False) -> tuple[Place, ...]:
    return copies.followed(before, copies.copying(desk, always=always).run().places)


def test_a_copy_is_made_beside_the_event_until_another_place_is_chosen(desk: Desk) -> None:
    (place,) = _copied(desk)

    assert place.folder == desk.file.path.with_name("small copies")
    assert place.copy is not None
    assert place.copy.path.parent == place.folder


def test_a_chosen_place_is_remembered_by_this_computer_and_copied_to_as_well(
    desk: Desk, stick: Path
) -> None:
    copies.choose_place(stick)
    before = desk.entries()
    _copied(desk)

    assert copies.places(desk) == (copies.beside(desk), stick)
    assert len(files_in(stick)) == len(files_in(copies.beside(desk))) == 1
    assert desk.entries() == before  # the choice is the computer's, not the event's


def test_the_place_chosen_last_is_the_second_place(stick: Path, tmp_path: Path) -> None:
    before = copies.chosen_place()
    copies.choose_place(tmp_path)
    copies.choose_place(stick)

    assert before is None
    assert copies.chosen_place() == stick


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"second_place": 7}', "\udcff"])
def test_a_choice_that_can_not_be_read_is_none(content: str, stick: Path, own_file: Path) -> None:
    copies.choose_place(stick)
    was_kept = own_file.exists()
    own_file.write_bytes(content.encode(errors="surrogateescape"))

    assert was_kept
    assert copies.chosen_place() is None


@pytest.fixture
def own_file() -> Path:
    return own_folder() / "copies.json"


def test_a_choice_that_can_not_be_kept_is_told(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fired = []

    def full(*_: object, **__: object) -> None:
        fired.append(True)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("judging_app.files.write_synced", full)
    with pytest.raises(OutputError, match=r"could not be saved .*Free some space"):
        copies.choose_place(stick)
    assert fired == [True]
    assert copies.chosen_place() is None


def test_the_folder_beside_the_event_chosen_again_is_one_place(desk: Desk) -> None:
    copies.choose_place(copies.beside(desk))

    assert copies.places(desk) == (copies.beside(desk),)


def test_a_place_that_fails_keeps_no_other_from_its_copy(desk: Desk, stick: Path) -> None:
    copies.choose_place(stick)
    stick.rmdir()
    beside, second = _copied(desk)

    assert beside.copy is not None
    assert beside.refusal == ""
    assert second.copy is None
    assert "Plug the stick back" in second.refusal


def test_an_earlier_copy_is_still_told_after_the_place_has_failed(desk: Desk, stick: Path) -> None:
    copies.choose_place(stick)
    before = _copied(desk)
    shutil.rmtree(stick)
    _score(desk)
    (_, after) = _copied(desk, before)

    assert after.copy == before[1].copy
    assert after.refusal


def test_nothing_is_copied_again_while_nothing_was_recorded(desk: Desk) -> None:
    first = _copied(desk)
    second = _copied(desk, first)
    third = _copied(desk, second, always=True)

    assert second == first
    assert third != second
    assert len(files_in(copies.beside(desk))) == 2


def test_a_copy_is_due_five_minutes_after_the_last_if_something_was_recorded(
    desk: Desk, clock: Clock
) -> None:
    stand = _copied(desk)
    clock.pass_s(timedelta(minutes=6).total_seconds())
    idle = copies.due_folders(desk, stand)
    _score(desk)
    changed = copies.due_folders(desk, stand)
    stand = _copied(desk, stand)
    _score(desk, 6)
    clock.pass_s(timedelta(minutes=4, seconds=59).total_seconds())
    too_soon = copies.due_folders(desk, stand)
    clock.pass_s(1)

    assert (idle, too_soon) == ((), ())
    assert changed == copies.due_folders(desk, stand) == (copies.beside(desk),)


@pytest.mark.row(17)
def test_a_clock_that_was_put_back_keeps_no_change_from_being_copied(
    desk: Desk, clock: Clock
) -> None:
    stand = _copied(desk)
    clock.pass_s(-timedelta(days=1).total_seconds())
    idle = copies.due_folders(desk, stand)
    _score(desk)

    assert idle == ()
    assert copies.due_folders(desk, stand) == (copies.beside(desk),)


def test_only_the_place_that_failed_is_due_at_once(desk: Desk, stick: Path) -> None:
    copies.choose_place(stick)
    stick.rmdir()
    stand = _copied(desk)

    assert copies.due_folders(desk, stand) == (stick,)


def test_closing_scoring_or_publishing_calls_for_a_copy_everywhere_and_a_ballot_for_a_second_one(
    desk: Desk, stick: Path
) -> None:
    copies.choose_place(stick)
    score_wholly(desk, J1, LANTERN)
    scored = ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    submitted = ballots.submit(desk, ADA, J1, LANTERN)
    closed = scoring.close_scoring(desk, HOST, "The panel is done.")

    assert copies.called_for(desk, scored) == ()
    assert copies.called_for(desk, submitted) == (stick,)
    assert copies.called_for(desk, closed) == (copies.beside(desk), stick)
    published = Changed((replace(closed.entries[-1], act=act_name(Publish)),))
    assert copies.called_for(desk, published) == (copies.beside(desk), stick)


def test_a_place_is_shown_with_its_newest_copy_and_what_that_lacks(
    desk: Desk, stick: Path, clock: Clock
) -> None:
    copies.choose_place(stick)
    stand = _copied(desk)
    made_at = clock.time
    clock.pass_s(60)
    _score(desk)
    beside, second = copies.copy_places(desk, stand)

    assert (beside.name, beside.is_second) == ("the event’s folder", False)
    assert (second.name, second.is_second, second.folder) == ("STICK", True, str(stick))
    assert second.copied_at == made_at
    assert second.lacks_since == clock.time
    assert [*files_in(stick)] == [second.file]


def test_a_place_that_nothing_was_copied_to_yet_is_shown_too(desk: Desk, stick: Path) -> None:
    stand = _copied(desk)
    copies.choose_place(stick)
    _, second = copies.copy_places(desk, stand)

    assert (second.copied_at, second.file, second.refusal) == (None, "", "")


def test_an_event_that_can_not_be_read_is_told_for_every_place(desk: Desk, stick: Path) -> None:
    copies.choose_place(stick)
    stand = copies.refused(desk, EventFileError("It can’t be read."))

    assert [place.refusal for place in stand] == ["It can’t be read."] * 2


def test_copying_tells_how_far_it_is_and_stops_when_that_raises(desk: Desk, stick: Path) -> None:
    copies.choose_place(stick)
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        copies.copying(desk).run(tell)
    assert told == [(0, 2), (1, 2)]
    assert files_in(stick) == {}
    assert len(files_in(copies.beside(desk))) == 1


def test_a_copy_asked_for_is_there_when_it_is_answered_and_can_be_gone_on_from(
    desk: Desk, stick: Path
) -> None:
    _score(desk, 9)
    made = copies.copy_now(desk, stick)
    _score(desk, 1)

    opening.check_header(made)
    again = events.open_event(made)
    try:
        assert ballot_rows.ballot(again.file.db, J1, LANTERN).scores == {IMPACT: 9}
    finally:
        again.close()


def _alter(desk: Desk) -> None:
    """Change one score in the table by hand, as another program might."""
    with closing(sqlite3.connect(desk.file.path)) as other:
        assert other.execute("UPDATE score SET steps = 10").rowcount == 1
        other.commit()


def _good(folder: Path) -> list[str]:
    """The names of the copies in `folder` that a whole check finds no fault with."""
    return [name for name in files_in(folder) if not verify_file(folder / name).findings]


@pytest.mark.parametrize("is_known", [True, False])
def test_copies_of_a_file_known_to_be_altered_push_out_no_good_one(
    desk: Desk, clock: Clock, *, is_known: bool
) -> None:
    for score in range(1, 13):
        _score(desk, score % 10 + 1)
        clock.pass_s(60)
        copies.copy_now(desk)
    good = _good(copies.beside(desk))
    _alter(desk)
    if is_known:
        assert desk.verification().findings
    for _ in range(12):
        ballots.comment(desk, ADA, J1, PERCH, f"{clock.time}", "")
        clock.pass_s(60)
        copies.copy_now(desk)

    assert len(good) == 12
    assert _good(copies.beside(desk)) == good
    assert sum("(faulty)" in name for name in files_in(copies.beside(desk))) == 12


def test_a_copy_of_an_altered_file_says_so_and_is_made_once_for_what_it_has(
    desk: Desk,
) -> None:
    _score(desk)
    _alter(desk)
    first, second = copies.copying(desk).run(), copies.copying(desk).run()

    assert not first.is_good
    assert first.places[0].copy is not None
    assert first.places[0].copy.path.name.endswith(" (faulty).pitchday")
    assert second == first


def _ahead(path: Path) -> str:
    """What opening a file says of its copies."""
    desk = events.open_event(path, Clock())
    try:
        return copies.copying(desk, compares=True).run().ahead
    finally:
        desk.close()


def test_a_file_that_lacks_what_a_copy_has_is_known_when_it_is_opened(
    desk: Desk, tmp_path: Path
) -> None:
    older = copies.copy_now(desk, tmp_path)
    score_wholly(desk, J1, LANTERN)
    copies.copy_now(desk)
    desk.close()
    whole = _ahead(desk.file.path)
    shutil.copy(older, desk.file.path)

    assert whole == ""
    assert (
        _ahead(desk.file.path)
        == "small.pitchday lacks 2 entries of its copy of 09:00:00 on 15 March."
    )


def test_a_file_in_which_other_things_were_done_than_in_its_copy_is_known_too(
    desk: Desk, tmp_path: Path
) -> None:
    older = copies.copy_now(desk, tmp_path)
    score_wholly(desk, J1, LANTERN)
    copies.copy_now(desk)
    desk.close()
    shutil.copy(older, desk.file.path)
    again = events.open_event(desk.file.path, Clock())
    _score(again, 3)
    again.close()

    assert "lacks 2 entries" in _ahead(desk.file.path)


def test_a_copy_that_the_record_says_was_left_behind_is_no_fault(
    desk: Desk, tmp_path: Path
) -> None:
    older = copies.copy_now(desk, tmp_path)
    score_wholly(desk, J1, LANTERN)
    newest = copies.copy_now(desk)
    desk.close()
    shutil.copy(older, desk.file.path)
    found = recovery.looked_into(Trouble(desk.file.path, Cause.OLDER, "It is older."))
    recovery.stay(found, HOST, PINS[HOST])

    assert found.copies[0].path == newest
    assert _ahead(desk.file.path) == ""


@pytest.mark.parametrize("is_altered", [True, False])
def test_another_events_copy_and_one_that_is_not_good_say_nothing(
    desk: Desk, *, is_altered: bool
) -> None:
    score_wholly(desk, J1, LANTERN)
    copy = copies.copy_now(desk)
    desk.close()
    if is_altered:
        with closing(sqlite3.connect(copy)) as other:
            assert other.execute("UPDATE score SET steps = 1").rowcount
            other.commit()
    desk.file.path.unlink()
    make_small_event(desk.file.path)

    assert _ahead(desk.file.path) == ""


def test_the_room_on_the_events_disk_is_told(desk: Desk) -> None:
    free = copies.free_bytes(desk)

    assert free is not None
    assert free > 0
