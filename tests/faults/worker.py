"""A process that works on an event as a judge does, and says in a line what it was told.

`python -m tests.faults.worker PATH SEED ACTS [FOLDER] [PRAGMA=VALUE]` opens the event, signs a
judge in, saves so many scores (0: until it is killed), submits each ballot that is complete, and
copies the event to the folder, if there is one. It never ends because something is refused.

Without arguments it reads them from its input, a line each with tabs between, and forks a child
for each of them.
"""

import os
import random
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from pathlib import Path

from argon2 import PasswordHasher

from judging_app import pins
from judging_app.desk import ballots, events, sign_in
from judging_app.desk.desk import Desk
from judging_app.desk.keeping import copies
from judging_app.domain.roles import Actor, Role
from judging_app.errors import DeskError
from judging_app.store import opening
from tests.desk.small_event import J1, PINS, RUBRIC, TEAMS

OWN = Actor(Role.JUDGE, J1)

BEGIN = signal.SIGUSR1
"""What a child waits for, so that a trace can be put on it before."""


def main() -> None:
    """Work by the arguments, or wait for them."""
    pins._HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    if len(sys.argv) > 1:
        work(sys.argv[1:])
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {BEGIN})
    for line in sys.stdin:
        child = os.fork()
        if not child:
            signal.sigwait({BEGIN})
            work(line.rstrip("\n").split("\t"))
            os._exit(0)
        say(f"child {child}")
        _, status = os.waitpid(child, 0)
        say(f"dead {os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}")


def work(asked: list[str]) -> None:
    """Open, sign in, save, submit, copy, close."""
    path, seed, acts = Path(asked[0]), int(asked[1]), int(asked[2])
    pragmas = dict(one.split("=") for one in asked[3:] if "=" in one)
    folder = next((Path(one) for one in asked[3:] if "=" not in one), None)
    _weaken(pragmas)
    desks: list[Desk] = []
    attempt("opened", lambda: desks.append(events.open_event(path)))
    if desks:
        _work_at(desks[0], random.Random(seed), acts, folder)  # noqa: S311 - drawn again
        attempt("closed", desks[0].close)
    say("done")


def _work_at(desk: Desk, draw: random.Random, acts: int, folder: Path | None) -> None:
    attempt("signed-in", lambda: sign_in.sign_in(desk, OWN, PINS[OWN]))
    for _ in range(acts) if acts else count():
        _save_one(desk, draw)
    for team in TEAMS:
        attempt(f"submitted {team}", partial(ballots.submit, desk, OWN, J1, team))
    if folder:
        attempt("copied", lambda: copies.copy_now(desk, folder))


def _save_one(desk: Desk, draw: random.Random) -> None:
    team, criterion = draw.choice(TEAMS), draw.choice(RUBRIC.criteria)
    steps = draw.choice(criterion.scale)
    words = f"{J1} {team} {criterion.id} {steps}"
    say(f"asked {words}")
    attempt(
        f"saved {words}",
        lambda: ballots.score(desk, OWN, J1, team, criterion.id, steps),
        refused=f"refused {words}",
    )


def attempt(said: str, act: Callable[[], object], refused: str = "refused") -> None:
    """Do it, and say how it went: what a person would read, or that nobody foresaw it."""
    try:
        act()
    except DeskError as error:
        say(f"{refused}\t{error}")
    except Exception as error:  # noqa: BLE001 - what the door of the window would catch
        say(f"bug {type(error).__name__}: {error}\t{' < '.join(_places(error))}")
    else:
        say(said)


def _places(error: BaseException) -> list[str]:
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in reversed(frames)]


def _weaken(pragmas: Mapping[str, str]) -> None:
    """Open with other settings than the application's, to see what those are good for."""
    numbers = {"OFF": 0, "NORMAL": 1, "FULL": 2}
    changed = {name: (value, numbers[value]) for name, value in pragmas.items()}
    opening._PRAGMAS = {**opening._PRAGMAS, **changed}


def say(line: str) -> None:
    """By one system call: a line is out or it is not, even if the next instant is the last.

    It is one that nothing else uses, so that whatever makes other calls fail leaves it alone.
    """
    os.writev(1, [f"{line}\n".encode()])


if __name__ == "__main__":
    main()
