"""What the checks cost: opening an event and saving a score, with them and without.

Run it as `python -m benchmarks.checks`. Both ways are run in turns, so that they meet the same
other work of the machine; what counts is the ratio.
"""

import shutil
import statistics
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlite_utils import Database

from benchmarks.saving import SIZES, WARM_UP, Change, changes, fill, make, save, timed_ns
from judging_app.desk import events
from judging_app.domain.acts import SaveBallot
from judging_app.domain.ids import DeviceId
from judging_app.domain.roles import Actor, Role
from judging_app.store import ballot_rows, journal, opening, set_up_rows

OPENINGS, SAVES = 15, 200


def main() -> None:
    """Print the ratios for every size."""
    for teams, judges in SIZES:
        print(f"\n{teams:,} teams × {judges} judges × 5 criteria, every ballot scored")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "event.pitchday"
            make(path, teams, judges)
            desk = events.open_event(path)
            fill(desk)
            desk.close()
            bare = partial(unchecked, path)
            compare("open", partial(checked, path), bare, OPENINGS)
            compare("open, verified", partial(verified, path), bare, OPENINGS)
            compare_saves(path)


def compare_saves(path: Path) -> None:
    """Save the same scores in two files of one event."""
    other = opening.connected(Path(shutil.copy(path, path.with_name("other.pitchday"))))
    desk = events.open_event(path)
    one, two = changes(desk), changes(desk)
    compare("save", lambda: save(desk, one), lambda: bare_save(other, next(two)), SAVES)
    desk.close()
    other.close()


def compare(
    what: str, with_checks: Callable[[], object], without: Callable[[], object], times: int
) -> None:
    """Print the medians of both, and their ratio."""
    pairs = [(timed_ns(with_checks), timed_ns(without)) for _ in range(times + WARM_UP // 4)]
    full, bare = (statistics.median(one) / 1e6 for one in zip(*pairs[WARM_UP // 4 :], strict=True))
    print(f"  {what:15}{full:9.2f} ms   without checks {bare:9.2f} ms   ratio {full / bare:6.1f}")


def checked(path: Path) -> None:
    """Open an event as the application does before anybody signs in."""
    events.open_event(path).close()


def verified(path: Path) -> None:
    """The same, and the check of the whole record, which runs behind the names."""
    desk = events.open_event(path)
    desk.verification()
    desk.close()


def unchecked(path: Path) -> None:
    """Connect, and read what the names are made of."""
    db = opening.connected(path)
    set_up_rows.setup(db)
    db.close()


def bare_save(db: Database, change: Change) -> None:
    """Put a score on the record and the disk, whoever asks and whatever else holds."""
    judge, team, criterion, steps = change
    own, at = Actor(Role.JUDGE, judge), datetime.now(UTC)
    db.execute("BEGIN IMMEDIATE")
    before = ballot_rows.ballot(db, judge, team)
    scored = replace(before, scores={**before.scores, criterion: steps})
    journal.record(db, DeviceId("0a0b0c0d"), SaveBallot(scored), own, at, "")
    db.execute("COMMIT")


if __name__ == "__main__":
    main()
