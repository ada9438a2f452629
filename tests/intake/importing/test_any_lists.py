"""Whatever bytes a list has, there is a preview that keeps its promises, or a named refusal."""

import random
import zipfile
from io import BytesIO

import pytest

from judging_app.errors import IntakeError
from tests.faults.row_run import RowRun, Watch
from tests.how_many import LISTS
from tests.intake.importing.importing import imported
from tests.intake.importing.test_cohort_as_received import WORKBOOK, rows, text
from tests.intake.test_any_bytes import changed
from tests.intake.workbooks import ods, zipped

_LISTS = (
    WORKBOOK,
    ods({"Cohort": rows()}),
    text(",").encode(),
    text("\t").encode("utf-16"),
)


def damaged(data: bytes, draw: random.Random) -> bytes:
    """A list with changed bytes; half of the workbooks are changed within, and zipped anew."""
    if not data.startswith(b"PK") or draw.random() < 0.5:
        return changed(data, draw)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw.choice([one for one in parts if one.endswith(".xml")])
    parts[name] = changed(parts[name], draw)
    return zipped(parts)


@pytest.mark.row(48)
def test_a_damaged_list_is_previewed_or_refused_by_name(row_run: RowRun) -> None:
    watch, refused, bugs = Watch(), 0, []
    for seed in range(LISTS.now):
        draw = random.Random(seed)  # noqa: S311 - a repeatable walk, not a secret
        data = damaged(_LISTS[seed % len(_LISTS)], draw)
        with watch.turn():
            try:
                refused += _is_refused(data)
            except Exception as error:  # noqa: BLE001 - nobody foresaw it, and it has its row
                bugs.append((seed, repr(error)))
    print(bugs)  # noqa: T201 - shown if it fails
    row_run.tried(
        "lists", LISTS.now, tracebacks=len(bugs), hangs=watch.hangs, peak_mb=watch.peak_mb
    )
    assert 0 < refused < LISTS.now


def _is_refused(data: bytes) -> bool:
    try:
        found = imported(data)
    except IntakeError as refused:
        _check_problems(refused.problems)
        return True
    teams = {team.id for team in found.setup.teams}
    bodies = {one.id for one in found.setup.organisations}
    ids = [one.id for one in found.setup.participants]
    assert len(set(ids)) == len(ids)
    assert {one.team for one in found.setup.participants} <= teams | {None}
    assert {one.organisation for one in found.setup.participants} <= bodies | {None}
    assert all(one.name for one in found.setup.participants)
    return False


def _check_problems(problems: tuple[str, ...]) -> None:
    assert problems
    assert all(problem.startswith("list.csv") for problem in problems)
    assert all(problem.isprintable() for problem in problems)


@pytest.mark.row(48)
@pytest.mark.parametrize("data", [b"", b"\n\n", b"\0", b"PK\x03\x04", b"name\n", b"a,b\n1,2\n"])
def test_a_file_without_a_list_is_refused_with_one_sentence(data: bytes) -> None:
    with pytest.raises(IntakeError) as refused:
        imported(data)

    assert len(refused.value.problems) == 1
    assert refused.value.problems[0].startswith("list.csv")


def test_the_list_that_is_damaged_here_is_whole_before() -> None:
    for data in _LISTS:
        assert len(imported(data).setup.participants) == 38
