"""The stick with the copies is pulled while it is written to, and the event restored from it."""

import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from judging_app.desk import ballots, events
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.keeping import copies, recovery
from judging_app.desk.keeping.copies import Copied, Copying
from judging_app.desk.keeping.trouble import trouble_with
from judging_app.domain.event import Phase
from judging_app.domain.roles import ORGANISER
from judging_app.errors import EventFileError
from judging_app.store import ballot_rows
from judging_app.store.keeping.good_copies import good_copies
from tests.desk.keeping.spoiling import make_rubbish
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    JUDGES,
    LANTERN,
    TEAMS,
    bring_to,
    submit_wholly,
)
from tests.faults.drives import needs_mounts, stick
from tests.faults.row_run import RowRun
from tests.how_many import PULLS

_LONGEST_S = 0.03


@pytest.mark.row(21)
@needs_mounts
def test_judging_goes_on_while_the_stick_is_out_and_it_is_caught_up_once_it_is_back(
    scoring_path: Path, tmp_path: Path, row_run: RowRun
) -> None:
    draw = random.Random(20190604)  # noqa: S311 - a repeatable walk, not a secret
    fired, lost, desk = 0, 0, events.open_event(scoring_path)
    for number in range(PULLS.now):
        folder = tmp_path / str(number)
        folder.mkdir()
        with stick(folder) as usb:
            copies.choose_place(usb.at)
            task = copies.copying(desk, [usb.at], always=True)
            # The first is out before anything is written: a fast machine may outrun all others.
            told = _pulled_while(task, usb.pull, draw.uniform(0, _LONGEST_S) if number else None)
            is_out = bool(told.places[0].refusal)
            fired += is_out
            ballots.score(desk, ADA, J1, LANTERN, IMPACT, 1 + number % 10)
            usb.take_away()
            usb.plug_in()
            lost += is_out and usb.at not in copies.due_folders(desk, told.places)
            back = copies.copying(desk, [usb.at]).run()
            found = good_copies([usb.at], desk.file.path)
            newest = max(found, key=lambda copy: len(copy.digests))
            lost += newest.head != desk.entries()[-1].digest
            lost += bool(back.places[-1].refusal)
    desk.close()
    row_run.tried("pulls", PULLS.now, fired=fired, lost=lost)


def _pulled_while(task: Copying, pull: Callable[[], None], after_s: float | None) -> Copied:
    """Write a copy, and pull the stick so long after that has begun, or before it."""
    if after_s is None:
        pull()
        return task.run()
    timer = threading.Timer(after_s, pull)
    timer.start()
    try:
        return task.run()
    finally:
        timer.join()


@pytest.mark.row(38)
@pytest.mark.parametrize("submitted", [1, 4, 9])
def test_a_destroyed_file_is_restored_with_every_ballot_that_was_submitted(
    submitted: int, small_path: Path, tmp_path: Path, row_run: RowRun
) -> None:
    second = tmp_path / "second"
    second.mkdir()
    copies.choose_place(second)
    desk = events.open_event(small_path)
    bring_to(desk, Phase.SCORING)
    owed = [(judge, team) for judge in JUDGES for team in TEAMS][:submitted]
    for judge, team in owed:
        submit_wholly(desk, judge, team)
        _copy_as_called_for(desk)
    desk.close()
    make_rubbish(small_path)

    done = _restored(small_path)

    again = events.open_event(done)
    try:
        kept = ballot_rows.ballots(again.file.db)
        lost = sum(not (key in kept and kept[key].counts) for key in owed)
    finally:
        again.close()
    row_run.tried("ballots", submitted, lost=lost)


def _copy_as_called_for(desk: Desk) -> None:
    """What the window does after a ballot was submitted."""
    folders = copies.called_for(desk, Changed(desk.entries()[-1:]))
    assert folders
    copies.copying(desk, folders).run()


def _restored(path: Path) -> Path:
    with pytest.raises(EventFileError) as refusal:
        events.open_event(path).close()
    trouble = trouble_with(path, refusal.value)
    assert trouble is not None
    found = recovery.looked_into(trouble)
    return recovery.restore(found, found.copies[0], ORGANISER).path
