"""Damages an event file in every way that a disk does, and opens each as the window would.

Run as a program, with the file, the seed and how many: Python starts once for all of them, within
a bound on its memory, and a line of JSON says what came of each kind.
"""

import json
import os
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from time import process_time

from judging_app.desk import ballots, papers, result_questions, standings
from judging_app.desk.desk import Desk
from judging_app.desk.events import open_and_check
from judging_app.domain.event import Audience
from judging_app.domain.roles import ORGANISER
from judging_app.errors import DeskError, NotTrustedError
from judging_app.store.verify import verify_file
from tests.faults.row_run import MOST_MB, memory_kb

SECTOR, PAGE, WORD = 512, 4096, 8
_MEGABYTE = 1024 * 1024

Mutate = Callable[[bytearray, Random], None]


def _bit(whole: bytearray, rng: Random) -> None:
    whole[_used(whole, rng)] ^= 1 << rng.randrange(8)


def _byte(whole: bytearray, rng: Random) -> None:
    whole[_used(whole, rng)] = rng.randrange(256)


def _word(whole: bytearray, rng: Random) -> None:
    at = _used(whole, rng)
    whole[at : at + WORD] = rng.randbytes(len(whole[at : at + WORD]))


def _no_sector(whole: bytearray, rng: Random) -> None:
    at = _used(whole, rng) // SECTOR * SECTOR
    whole[at : at + SECTOR] = bytes(SECTOR)


def _no_page(whole: bytearray, rng: Random) -> None:
    at = _used(whole, rng) // PAGE * PAGE
    whole[at : at + PAGE] = bytes(PAGE)


def _other_sector(whole: bytearray, rng: Random) -> None:
    to, of = (_used(whole, rng) // SECTOR * SECTOR for _ in range(2))
    whole[to : to + SECTOR] = whole[of : of + SECTOR]


def _cut(whole: bytearray, rng: Random) -> None:
    del whole[rng.randrange(len(whole)) :]


def _longer(whole: bytearray, rng: Random) -> None:
    whole.extend(rng.randbytes(rng.randrange(1, 3 * PAGE)))


KINDS: Mapping[str, Mutate] = {
    "bits": _bit,
    "bytes": _byte,
    "eight bytes": _word,
    "zeroed sectors": _no_sector,
    "zeroed pages": _no_page,
    "sectors over others": _other_sector,
    "cuts": _cut,
    "ends of nonsense": _longer,
}


def _used(whole: bytearray, rng: Random) -> int:
    """The place of a byte that isn't nought: half of a file is room for more."""
    while not whole[at := rng.randrange(len(whole))]:
        pass
    return at


QUESTIONS: tuple[Callable[[Desk], object], ...] = (
    lambda desk: standings.view(desk, ORGANISER, Audience.PANEL),
    lambda desk: standings.view(desk, ORGANISER, Audience.PUBLIC),
    lambda desk: ballots.all_ballots(desk, ORGANISER),
    lambda desk: papers.report_rows(desk, ORGANISER),
    lambda desk: result_questions.awards(desk, ORGANISER),
    lambda desk: result_questions.record(desk, ORGANISER),
)


def answers(desk: Desk) -> list[str]:
    """What the event says of its result."""
    return [repr(ask(desk)) for ask in QUESTIONS]


def came_of(path: Path, expected: list[str]) -> str:
    """What became of opening a damaged file, checking it, and asking for its result."""
    try:
        with closing(open_and_check(path)) as desk:
            assert desk.check is not None
            desk.check.run()
            if desk.trust().is_given:
                return "same" if answers(desk) == expected else "silent"
            for ask in QUESTIONS:
                try:
                    ask(desk)
                except NotTrustedError as refusal:
                    if _tells(str(refusal)):
                        return "leak"
                else:
                    return "silent"
            return "refused"
    except DeskError as refusal:
        return "leak" if _tells(str(refusal)) else "refused"


def verified(path: Path) -> str:
    """What the check of a closed file said."""
    try:
        found = verify_file(path).findings
    except DeskError as refusal:
        return "leak" if _tells(str(refusal)) else "refused"
    words = " ".join(one.what for one in found)
    return "leak" if _tells(words) else "refused" if found else "same"


def _tells(words: str) -> bool:
    """Whether a piece of a ballot, or a PIN's hash, is in what is said."""
    return any(piece in words for piece in ('"scores"', '":{"', "$argon2", '"for_panel"'))


def tried(path: Path, seed: int, count: int) -> Iterator[Mapping[str, object]]:
    """What came of `count` mutants of a whole file, kind by kind."""
    whole = path.read_bytes()
    with closing(open_and_check(path)) as desk:
        expected = answers(desk)
    for number, (kind, mutate) in enumerate(KINDS.items()):
        rng = Random(f"{seed} {kind}")  # noqa: S311 - to be done again alike
        outcomes: Counter[str] = Counter()
        slowest, fired = 0.0, 0
        part = count // len(KINDS) + (number < count % len(KINDS))
        for _ in range(part):
            mutant = bytearray(whole)
            mutate(mutant, rng)
            fired += mutant != whole
            path.write_bytes(mutant)
            begun = process_time()
            for examine in (partial(came_of, path, expected), partial(verified, path)):
                try:
                    outcomes[examine()] += 1
                except Exception as error:  # noqa: BLE001 - that is what is looked for
                    outcomes[f"traceback: {type(error).__name__}: {error}"[:120]] += 1
            slowest = max(slowest, process_time() - begun)
        yield {"kind": kind, "count": part, "fired": fired, "slowest": slowest, "of": outcomes}


def main() -> None:
    """Print a line to each kind, and the most memory that any took."""
    path, seed, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MOST_MB * _MEGABYTE,) * 2)
    for line in tried(path, seed, count):
        sys.stdout.write(f"{json.dumps(line)}\n")
    sys.stdout.write(f"{json.dumps({'peak_mb': memory_kb('VmHWM') // 1024})}\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        os.environ["XDG_DATA_HOME"] = own
        main()
