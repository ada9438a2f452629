"""How long a score takes to the disk, against a bare fsync, and how long a file takes to check.

Run it as `python -m benchmarks.saving`, with TMPDIR on the drive that is meant. It prints times
and ratios; nothing is asserted, for they hang on the machine. A save and the floor beneath it
run in turns, so that both meet the same other work of the drive.
"""

import os
import secrets
import statistics
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import cycle, product
from pathlib import Path
from time import perf_counter_ns
from typing import TypeVar

from judging_app.desk import ballots, events
from judging_app.desk.desk import Desk
from judging_app.domain.event import Event
from judging_app.domain.ids import CriterionId, JudgeId, OrganisationId, ParticipantId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation, Participant, Team
from judging_app.domain.roles import Actor, Role
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Intake, Setup
from judging_app.store.verify import verify_file

SIZES = ((6, 8), (60, 30))
"""Teams, judges."""
SAVES = 200
WARM_UP = 20
PAGE_BYTES = 4096
PEOPLE_A_TEAM = 6

Answer = TypeVar("Answer")
Change = tuple[JudgeId, TeamId, CriterionId, int]


@dataclass(frozen=True, slots=True)
class Times:
    """Times of one thing done again and again."""

    all_ns: tuple[int, ...]

    @property
    def median_ms(self) -> float:
        """The middle one."""
        return statistics.median(self.all_ns) / 1e6

    @property
    def slow_ms(self) -> float:
        """The 95th percentile."""
        return statistics.quantiles(self.all_ns, n=20)[-1] / 1e6


def main() -> None:
    """Print the figures for every size."""
    for teams, judges in SIZES:
        print(f"\n{teams:,} teams × {judges} judges × 5 criteria")
        with tempfile.TemporaryDirectory() as folder:
            report(Path(folder), teams, judges)


def report(folder: Path, teams: int, judges: int) -> None:
    """Make one event with every ballot in, then measure and print."""
    path = folder / "event.pitchday"
    made_ms, _ = timed_ms(lambda: make(path, teams, judges))
    print(f"  make, with every PIN     {made_ms:9.1f} ms")
    desk = events.open_event(path)
    fill(desk)
    measure_saves(desk, folder)
    entries = len(desk.entries())
    desk.close()
    opened_ms, opened = timed_ms(lambda: events.open_event(path))
    opened.close()
    verified_ms, found = timed_ms(lambda: verify_file(path))
    size = path.stat().st_size / 1e6
    print(f"  open                     {opened_ms:9.1f} ms   ({size:.1f} MB, {entries:,} entries)")
    print(f"  verify                   {verified_ms:9.1f} ms   ({len(found.findings)} findings)")


def measure_saves(desk: Desk, folder: Path) -> None:
    """Print a save, the floor beneath it, and their ratio."""
    change = changes(desk)
    with (folder / "floor").open("wb", buffering=0) as file:
        pairs = [
            (timed_ns(lambda: append_and_sync(file.fileno())), timed_ns(lambda: save(desk, change)))
            for _ in range(WARM_UP + SAVES)
        ][WARM_UP:]
    floor, saved = (Times(times) for times in zip(*pairs, strict=True))
    print(f"  one page and fsync       {floor.median_ms:9.2f} ms   95 %: {floor.slow_ms:.2f}")
    print(f"  one score to the disk    {saved.median_ms:9.2f} ms   95 %: {saved.slow_ms:.2f}")
    print(f"  ratio                    {saved.median_ms / floor.median_ms:9.2f}")


def append_and_sync(handle: int) -> None:
    """The least that anything durable can do: one page, synced once."""
    os.write(handle, bytes(PAGE_BYTES))
    os.fsync(handle)


def changes(desk: Desk) -> Iterator[Change]:
    """Scores of every ballot in turn, without end."""
    setup = desk.setup()
    return cycle(
        (judge.id, team.id, criterion.id, 1 + number % 10)
        for number, (criterion, team, judge) in enumerate(
            product(setup.rubric.criteria, setup.teams, setup.judges)
        )
    )


def save(desk: Desk, change: Iterator[Change]) -> None:
    """What a judge's key press brings about."""
    judge, team, criterion, steps = next(change)
    ballots.score(desk, Actor(Role.JUDGE, judge), judge, team, criterion, steps)


def fill(desk: Desk) -> None:
    """Give every ballot all its scores, without waiting for the disk."""
    desk.file.db.execute("PRAGMA synchronous = OFF")
    setup = desk.setup()
    for judge, team, criterion in product(setup.judges, setup.teams, setup.rubric.criteria):
        save(desk, iter([(judge.id, team.id, criterion.id, 5)]))
    desk.file.db.execute("PRAGMA synchronous = EXTRA")


def make(path: Path, teams: int, judges: int) -> None:
    """An event of this size, open for scoring."""
    body = OrganisationId("O1")
    rubric = Rubric(
        tuple(Criterion(CriterionId(f"c{n}"), f"Criterion {n}", Fraction(20)) for n in range(5))
    )
    people = tuple(
        Participant(
            ParticipantId(f"P{n}"),
            f"Person {secrets.token_hex(3)}",
            "",
            "",
            body,
            "",
            TeamId(f"T{n % teams}"),
        )
        for n in range(teams * PEOPLE_A_TEAM)
    )
    setup = Setup(
        (Organisation(body, "A body"),),
        tuple(Team(TeamId(f"T{n}"), f"Team {n}") for n in range(teams)),
        people,
        (),
        (),
        rubric,
        tuple(Judge(JudgeId(f"J{n}"), f"Judge {n}") for n in range(judges)),
    )
    events.create_event(path, Event("Benchmark"), Intake(setup), opens_scoring=True)


def timed_ns(act: Callable[[], object]) -> int:
    """How long `act` takes."""
    start = perf_counter_ns()
    act()
    return perf_counter_ns() - start


def timed_ms(act: Callable[[], Answer]) -> tuple[float, Answer]:
    """How long `act` takes, and its answer."""
    start = perf_counter_ns()
    answer = act()
    return (perf_counter_ns() - start) / 1e6, answer


if __name__ == "__main__":
    main()
