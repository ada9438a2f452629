"""`judging-app demo`, and opening the window."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from tests.cli.typing_words import Type, everything_in


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """What the window was opened with, in place of a window."""
    opened: list[Path | None] = []

    def run(path: Path | None) -> int:
        opened.append(path)
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "ui.application", SimpleNamespace(run=run))
    return opened


def test_the_sample_is_written_and_opened(
    here: Path, typed: Type, window: list[Path | None]
) -> None:
    answer = typed("demo", "sample.pitchday")

    assert (answer.status, answer.err) == (0, "")
    assert "The sample event was created: sample.pitchday" in answer.out
    assert "246810" in answer.out
    assert window == [Path("sample.pitchday")]
    assert list(everything_in(here)) == ["sample.pitchday"]


def test_without_a_window_it_is_only_written(
    here: Path, typed: Type, window: list[Path | None]
) -> None:
    answer = typed("demo", "sample.pitchday", "--no-window")

    assert answer.status == 0
    assert window == []
    assert list(everything_in(here)) == ["sample.pitchday"]


def test_a_sample_that_is_there_is_opened_again_unless_a_file_is_named(
    here: Path, typed: Type, window: list[Path | None], own_folder: Path
) -> None:
    typed("demo")
    before = everything_in(own_folder)

    answer = typed("demo")

    (file,) = own_folder.rglob("*.pitchday")
    assert file.name == "Tech Connect sample.pitchday"
    assert f"The sample event already exists: {file}" in answer.out
    assert window == [file, file]
    assert everything_in(own_folder) == before
    assert everything_in(here) == {}


@pytest.mark.usefixtures("window")
def test_a_file_named_that_exists_is_not_overwritten(sample: Path, typed: Type) -> None:
    before = everything_in(sample.parent)

    answer = typed("demo", sample)

    answer.assert_refused("sample.pitchday already exists", "Choose another name")
    assert everything_in(sample.parent) == before


@pytest.mark.usefixtures("window")
def test_a_folder_that_cannot_be_written_gets_no_sample(
    here: Path, typed: Type, unwritable: Callable[[Path], Path]
) -> None:
    unwritable(here)

    answer = typed("demo", here / "sample.pitchday")

    answer.assert_refused(str(here), "Choose a folder of your own")
    assert everything_in(here) == {}


@pytest.mark.usefixtures("no_screen")
def test_without_a_screen_both_results_are_told_and_the_papers_written(
    here: Path, typed: Type
) -> None:
    answer = typed("demo", "day.pitchday")

    assert (answer.status, answer.err) == (0, "")
    assert "There is no screen here" in answer.out
    assert answer.out.index("Standings by the mean,") < answer.out.index("523/7")
    assert answer.out.index("Standings by the mean adjusted") < answer.out.index("8552313/117232")
    assert "A recusal changes the winner" in answer.out
    files = sorted((here / "day papers").glob("*.pdf"))
    pages = sum(len(PdfReader(file).pages) for file in files)
    told = answer.out.splitlines()[-3:]
    assert [line.split(" in ")[1] for line in told] == ["day papers"] * 3
    assert sum(int(line.split()[0]) for line in told) == len(files)
    assert sum(int(line.split()[3]) for line in told) == pages
    assert len(files) == 40


@pytest.mark.usefixtures("no_screen")
@pytest.mark.parametrize("words", [[], ["sample.pitchday"]], ids=["no event", "an event"])
def test_without_a_screen_the_window_is_refused(
    sample: Path, typed: Type, words: list[str]
) -> None:
    before = everything_in(sample.parent)

    answer = typed(*words)

    answer.assert_refused("There is no screen here", "judging-app --help")
    assert everything_in(sample.parent) == before


def test_a_library_of_the_window_that_is_missing_is_named(
    typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(_path: Path | None) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file")

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "ui.application", SimpleNamespace(run=run))

    answer = typed()

    answer.assert_refused("libEGL.so.1 can’t be loaded", "Install it")


def test_the_window_opens_with_nothing_or_with_the_file_named(
    sample: Path, typed: Type, window: list[Path | None]
) -> None:
    typed()
    typed(sample)

    assert window == [None, sample]


def test_a_file_that_is_not_there_opens_no_window(
    here: Path, typed: Type, window: list[Path | None]
) -> None:
    answer = typed(here / "no.pitchday")

    answer.assert_refused("There is no file", "no.pitchday", "Check its name")
    assert window == []
