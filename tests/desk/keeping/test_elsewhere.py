"""Saving the whole event somewhere else, and finding it again from its old place."""

from pathlib import Path

import pytest

from judging_app.desk import ballots
from judging_app.desk.desk import Desk
from judging_app.desk.events import open_event
from judging_app.desk.keeping import copies, elsewhere
from judging_app.store.verify import verify_file
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    LANTERN,
    files_in,
    make_small_event,
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "STICK"
    made.mkdir()
    return made


def _score(desk: Desk, score: int) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, score)


def test_a_second_save_takes_the_place_of_the_first(desk: Desk, stick: Path) -> None:
    first = elsewhere.saving(desk, stick)(None)
    _score(desk, 7)

    second = elsewhere.saving(desk, stick)(None)

    assert second == first == stick / "small.pitchday"
    assert list(files_in(stick)) == ["small.pitchday"]
    assert verify_file(second).entries == len(desk.entries())


def test_a_save_in_which_somebody_went_on_stays_as_it_is(desk: Desk, stick: Path) -> None:
    first = elsewhere.saving(desk, stick)(None)
    other = open_event(first)
    _score(other, 9)
    while_open = elsewhere.saving(desk, stick)(None)
    other.close()
    went_on = first.read_bytes()

    later = elsewhere.saving(desk, stick)(None)

    assert (while_open.name, later.name) == ("small 2.pitchday", "small 3.pitchday")
    assert first.read_bytes() == went_on


def test_another_event_of_that_name_stays_as_it_is(desk: Desk, stick: Path) -> None:
    make_small_event(stick / "small.pitchday")
    other = (stick / "small.pitchday").read_bytes()

    saved = elsewhere.saving(desk, stick)(None)

    assert saved.name == "small 2.pitchday"
    assert (stick / "small.pitchday").read_bytes() == other


def test_the_event_itself_is_never_written_over(desk: Desk) -> None:
    path = desk.file.path

    saved = elsewhere.saving(desk, path.parent)(None)

    assert saved.name == "small 2.pitchday"
    assert desk.verification().findings == ()


def test_the_old_place_tells_of_what_was_done_where_the_event_went_on(desk: Desk) -> None:
    old = desk.file.path
    went_on = elsewhere.opened_copy(desk, elsewhere.saving(desk)(None))
    desk.close()
    _score(went_on, 7)
    copies.copying(went_on).run()
    went_on.close()

    with_less = open_event(old)
    copied = copies.copying(with_less, compares=True).run()
    with_less.close()

    assert copied.ahead.startswith("small.pitchday lacks 1 entry of its copy of ")
    assert not copied.is_good
