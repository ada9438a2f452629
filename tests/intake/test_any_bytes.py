"""Whatever the files hold, there is an intake that keeps its promises, or a list of problems."""

import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.setup import Intake
from judging_app.errors import IntakeError
from judging_app.intake.files import FILES
from judging_app.paths import RESOURCES
from tests.faults.row_run import RowRun, Watch
from tests.how_many import FOLDERS, examples
from tests.intake.reading import read_files

_TOKENS = (
    b'"', b",", b"\n", b"\r", b";", b"\0", b"\xff", b"\xef\xbb\xbf", b" ", b"0", b"-1", b"1e9",
    b"99999999999", b":", "\u202e".encode(), "\u0301".encode(), "７".encode(), b"J1", b"impact",
    b"Team Perch", b"recused", b"name", b"team", b"\x1b",
)  # fmt: skip
"""What turns up in broken files, and what refers to something."""

_SAMPLE = {
    path.name: path.read_bytes()
    for path in sorted((RESOURCES / "samples" / "tech-connect").glob("*.csv"))
}
_SAMPLE["rubric.csv"] = (
    b"criterion,title,weight,min,max,step,section,section_weight,kind,inverted,comment,levels\n"
    b"impact,Impact,30,1,10,1,Idea,60,judged,no,optional,1 = Poor; 5 = Good; 10 = Outstanding\n"
    b"feasibility,Feasibility,25,1,10,1,Idea,60,,yes,,\n"
    b"innovation,Innovation,15,1,10,,,,,,,\n"
    b"evidence,Evidence,15,0,10,,,,bonus,,,\n"
    b"delivery,Delivery,15,1,10,,,,,,,\n"
    b"price,Price,,0,40,0.01,,,organiser,,,0 = Dear; 40 = Cheap\n"
)
_SAMPLE["points.csv"] = b"team,criterion,score\nTeam Lantern,price,38.1\nTeam Perch,price,40\n"

_thorough = examples(200)


def changed(data: bytes, draw: random.Random) -> bytes:
    """A file that lost some bytes, and got others, in a few places."""
    for _ in range(draw.randint(1, 4)):
        place, cut = draw.randint(0, len(data)), draw.randint(0, 40)
        put = draw.choice([*_TOKENS, draw.randbytes(draw.randint(0, 6))])
        data = data[:place] + put + data[place + cut :]
    return data


@pytest.mark.row(48)
def test_a_changed_sample_is_read_or_refused(row_run: RowRun) -> None:
    watch, refused, bugs = Watch(), 0, []
    for seed in range(FOLDERS.now):
        draw = random.Random(seed)  # noqa: S311 - a repeatable walk, not a secret
        files = dict(_SAMPLE)
        for file in draw.sample(FILES, draw.choice((1, 1, 2))):
            files[file] = changed(files.get(file, b""), draw)
        with watch.turn():
            try:
                refused += _is_refused(files)
            except Exception as error:  # noqa: BLE001 - nobody foresaw it, and it has its row
                bugs.append((seed, repr(error)))
    print(bugs)  # noqa: T201 - shown if it fails
    row_run.tried(
        "folders", FOLDERS.now, tracebacks=len(bugs), hangs=watch.hangs, peak_mb=watch.peak_mb
    )
    assert 0 < refused < FOLDERS.now


@pytest.mark.row(48)
@_thorough
@given(files=st.dictionaries(st.one_of(st.sampled_from(FILES), st.text(max_size=5)), st.binary()))
def test_any_bytes_are_read_or_refused(files: dict[str, bytes]) -> None:
    _is_refused(files)


@pytest.mark.row(48)
@_thorough
@given(cells=st.lists(st.lists(st.text(max_size=8), min_size=3, max_size=3), max_size=6))
def test_any_cells_are_read_or_refused(cells: list[list[str]]) -> None:
    rows = "".join(",".join(row) + "\n" for row in cells)
    teams = _SAMPLE["teams.csv"] + rows.encode("utf-8", "surrogatepass")

    _is_refused({**_SAMPLE, "teams.csv": teams})


def _is_refused(files: Mapping[str, bytes]) -> bool:
    """Read a folder; what is read keeps its promises, and so do the problems."""
    try:
        intake = read_files(files)
    except IntakeError as refused:
        _check_problems(refused.problems)
        return True
    _check_intake(intake)
    return False


def _check_problems(problems: tuple[str, ...]) -> None:
    assert problems
    assert all(problem.isprintable() for problem in problems)


def _check_intake(intake: Intake) -> None:
    setup = intake.setup
    teams = {team.id for team in setup.teams}
    organisations = {organisation.id for organisation in setup.organisations}
    assert setup.participants
    assert {person.team for person in setup.participants} <= teams | {None}
    assert {person.organisation for person in setup.participants} <= organisations | {None}
    assert len({(ballot.judge, ballot.team) for ballot in intake.ballots}) == len(intake.ballots)
    for ballot in intake.ballots:
        ballot.check(setup.rubric)
