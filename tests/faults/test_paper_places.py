"""A place that takes no paper is told in words, keeps nothing half written, and costs no more."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from judging_app.errors import OutputError
from judging_app.export.papers import write_paper
from tests.desk.small_event import files_in
from tests.faults.drives import Stick, memory_disk, needs_mounts, remounted_read_only, stick
from tests.faults.exporting import JOB
from tests.faults.row_run import RowRun

pytestmark = needs_mounts


@pytest.fixture
def ends() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def full(folder: Path, ends: ExitStack) -> Path:
    disk = ends.enter_context(memory_disk(folder / "disk", "1m"))
    with (disk / "filler").open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    return disk


def nearly_full(folder: Path, ends: ExitStack) -> Path:
    disk = full(folder, ends)
    filler = disk / "filler"
    with filler.open("r+b") as file:
        file.truncate(filler.stat().st_size - 8192)
    return disk


def read_only(folder: Path, ends: ExitStack) -> Path:
    disk = ends.enter_context(memory_disk(folder / "disk", "1m"))
    remounted_read_only(disk)
    return disk


def pulled(folder: Path, ends: ExitStack) -> Path:
    usb: Stick = ends.enter_context(stick(folder))
    usb.pull()
    return usb.at


def taken_away(folder: Path, ends: ExitStack) -> Path:
    usb: Stick = ends.enter_context(stick(folder))
    place = usb.at / "day" / "papers"
    place.mkdir(parents=True)
    usb.pull()
    usb.take_away()
    return place


@pytest.mark.row(19)
@pytest.mark.parametrize("place", [full, nearly_full, read_only, pulled, taken_away])
def test_a_place_that_takes_no_paper_is_told_and_another_place_takes_it(
    place: Callable[[Path, ExitStack], Path], tmp_path: Path, ends: ExitStack, row_run: RowRun
) -> None:
    folder = place(tmp_path, ends)
    before = _names(folder)

    with pytest.raises(OutputError) as refusal:
        write_paper(JOB, folder)

    assert "Errno" not in str(refusal.value)
    assert _names(folder) == before
    row_run.tried("places for papers", 1)
    other = tmp_path / "other"
    other.mkdir()
    write_paper(JOB, other)
    assert len(files_in(other)) == 1


def _names(folder: Path) -> list[str]:
    with suppress(OSError):
        return sorted(one.name for one in folder.iterdir())
    return []
