"""The files of a folder to the bytes that are read from them, and nothing else in it."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Intake, Setup
from judging_app.errors import IntakeError
from judging_app.intake.files import FILES, propose
from judging_app.intake.rubric import RUBRIC, read_criteria
from judging_app.intake.sheets.text import MOST_BYTES
from judging_app.intake.tables.problems import Problems, clipped, shown
from judging_app.intake.tables.table import read_table
from judging_app.words import listed

_OTHERWISE = (".xlsx", ".ods", ".xls", ".xlsm", ".tsv", ".txt")


def read_folder(folder: Path, *, rubric: bytes | None = None) -> Intake:
    """What the files in `folder` propose, CSV or else workbooks; nothing is written.

    With `rubric`, the bytes of a rubric.csv, the folder's own rubric is not looked at.
    Other files are left alone, unless their name looks like one of these misspelt: an
    optional file would otherwise go missing in silence.

    Raises:
        IntakeError: with every problem found, each naming file, row, column and remedy.
    """
    problems = Problems()
    files: dict[str, bytes] = {}
    unreadable: set[str] = set()
    for path in _entries(folder):
        file = path.name.casefold()
        if rubric is not None and file == RUBRIC.file:
            continue
        if file not in FILES:
            _refuse_misspelt(path.name, problems)
        elif file in files or file in unreadable:
            problems.add(
                file, "This file is there twice, with capital and with small letters. Keep one."
            )
        elif refusal := _read(path, file, files):
            problems.add(file, refusal)
            unreadable.add(file)
    if rubric is not None:
        files[RUBRIC.file] = rubric
    for file, path in _otherwise_saved(folder, {*files, *unreadable}):
        problems.call(file, path.name)
        if refusal := _read(path, file, files):
            problems.add(file, refusal)
            unreadable.add(file)
    return propose(files, problems, frozenset(unreadable))


def _otherwise_saved(folder: Path, there: Collection[str]) -> Iterator[tuple[str, Path]]:
    """The files that are missing as CSV and there as a workbook, or as text with tabs."""
    for path in _entries(folder):
        file = f"{path.stem.casefold()}.csv"
        if file in FILES and file not in there and path.suffix.casefold() in _OTHERWISE:
            yield file, path


def read_nothing(rubric: bytes | None = None) -> Intake:
    """An event with nothing in it yet but, if it is given, a rubric."""
    problems = Problems()
    criteria = read_criteria(read_table(RUBRIC, rubric, problems)).values if rubric else ()
    return Intake(Setup((), (), (), (), (), Rubric(criteria), ()))


def _entries(folder: Path) -> Iterable[Path]:
    try:
        return sorted(folder.iterdir())
    # A path may also hold characters that no system takes.
    except (FileNotFoundError, NotADirectoryError, ValueError):
        remedy = f"Choose the folder that contains {listed(FILES)}."
        raise IntakeError((f"{shown(folder.name)} isn’t a folder. {remedy}",)) from None
    except OSError as error:
        refusal = f"The folder {shown(folder.name)} can’t be read ({error.strerror})."
        raise IntakeError((f"{refusal} Copy it elsewhere and choose the copy.",)) from error


def _read(path: Path, file: str, files: dict[str, bytes]) -> str:
    """Put the bytes of `path` into `files`, or give back why not, and what to do."""
    try:
        if path.is_symlink():
            return "This is a link to another place. Put the file itself in the folder."
        if not path.is_file():
            return "This isn’t a file. Put a CSV file with this name there."
        with path.open("rb") as opened:
            # One byte more shows that it is too large, whatever its size claims to be.
            files[file] = opened.read(MOST_BYTES + 1)
    except OSError as error:
        return (
            f"The file can’t be read ({error.strerror}). "
            "Close it in other programs, then try again."
        )
    return ""


def _refuse_misspelt(name: str, problems: Problems) -> None:
    meant = _MEANT.get(_letters(name))
    if meant:
        remedy = f"Rename it to {meant}, or remove it from the folder."
        problems.add(clipped(name), f"This file name isn’t recognised. {remedy}")


def _letters(name: str) -> str:
    """What a name and its likely misspellings have in common: neither blanks nor a plural."""
    stem, point, suffix = name.casefold().rpartition(".")
    letters = "".join(character for character in stem if character.isalpha())
    return f"{letters.removesuffix('s')}{point}{suffix}"


_MEANT = {_letters(file): file for file in FILES}
