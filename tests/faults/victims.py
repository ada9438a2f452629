"""A process whose children open an event and work until they are killed.

A line of its input asks for one child: what to do (save, create or migrate), a path and a seed,
with tabs between. One that migrates kills itself before the statement with the number `seed`.
The answer is the child's number, then each score that the child asks for and is told is
saved, a line each, and how it died: whoever reads that knows what a judge at the screen knew.
"""

import os
import random
import signal
import sys
from itertools import count
from pathlib import Path

from argon2 import PasswordHasher
from sqlite_utils import Database

from judging_app import pins
from judging_app.desk import ballots, events
from judging_app.domain.roles import Actor, Role
from judging_app.store import opening
from tests.desk.small_event import JUDGES, RUBRIC, TEAMS, make_small_event


def main() -> None:
    """Fork one child for each line of input, and wait until it is dead."""
    pins._HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    for line in sys.stdin:
        what, path, seed = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            _live(what, Path(path), int(seed))
        _say(f"child {child}")
        _, status = os.waitpid(child, 0)
        _say(f"dead {os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}")


def _live(what: str, path: Path, seed: int) -> None:
    try:
        if what == "create":
            _say("creating")
            make_small_event(path)
            _say("created")
        elif what == "migrate":
            _migrate(path, seed)
        else:
            _save(path, random.Random(seed))  # noqa: S311 - drawn again when a test is repeated
    finally:
        os._exit(1)


def _migrate(path: Path, last: int) -> None:
    """Make an older file anew, with so little memory that it is written to from the start."""
    connected = opening.connected
    statements = count(1)

    def die_at_last(_statement: str) -> None:
        if next(statements) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def watched(path: Path, *, read_only: bool = False) -> Database:
        db = connected(path, read_only=read_only)
        db.execute("PRAGMA cache_size = 1")
        db.conn.set_trace_callback(die_at_last)
        return db

    opening.connected = watched
    events.open_event(path)
    _say(f"statements {next(statements)}")


def _save(path: Path, draw: random.Random) -> None:
    desk = events.open_event(path)
    while True:
        judge, team = draw.choice(JUDGES), draw.choice(TEAMS)
        criterion = draw.choice(RUBRIC.criteria)
        steps = draw.choice(criterion.scale)
        _say(f"asked {judge} {team} {criterion.id} {steps}")
        ballots.score(desk, Actor(Role.JUDGE, judge), judge, team, criterion.id, steps)
        _say(f"saved {judge} {team} {criterion.id} {steps}")


def _say(line: str) -> None:
    """By one system call: a line is out or it is not, even if the next instant is the last."""
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    main()
