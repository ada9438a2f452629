import json
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.export.file_names import LONGEST_BYTES, file_name, file_names

HARD_NAMES = [
    entry["name"]
    for entry in json.loads(
        (Path(__file__).parents[1] / "data" / "hard-names.json").read_text(encoding="utf-8")
    )
]
any_text = st.text(st.characters(), max_size=300)


@pytest.mark.row(57)
@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Siân Llŷr", "Siân Llŷr.pdf"),
        ("../../etc/passwd", "_.._etc_passwd.pdf"),
        ("C:\\temp\\x", "C_temp_x.pdf"),
        ("CON", "_CON.pdf"),
        ("nul.txt", "_nul.txt.pdf"),
        ("COM¹", "_COM¹.pdf"),
        ("Console", "Console.pdf"),
        ("Ends in dots...", "Ends in dots.pdf"),
        ("  Padded  ", "Padded.pdf"),
        (".hidden", "hidden.pdf"),
        ("Two\nLines", "Two Lines.pdf"),
        ("Zero\u200bWidth\x00", "ZeroWidth.pdf"),
        ("", "unnamed.pdf"),
        ("...", "unnamed.pdf"),
        ("Cafe\u0301", "Caf\u00e9.pdf"),
        ("lone \ud800 surrogate", "lone surrogate.pdf"),
        ("N/A", "N_A.pdf"),
    ],
)
def test_a_name_becomes_a_file_name_that_every_system_accepts(stem: str, expected: str) -> None:
    assert file_name(stem, ".pdf").replace("  ", " ") == expected


@pytest.mark.row(57)
@given(any_text)
def test_any_text_makes_a_name_that_stays_inside_its_folder(stem: str) -> None:
    name = file_name(stem, ".pdf")

    assert PurePosixPath(name).name == name == PureWindowsPath(name).name
    assert len(name.encode()) <= LONGEST_BYTES
    assert not name.startswith((".", " "))
    assert not PureWindowsPath(name).is_reserved()


@pytest.mark.row(57)
@given(st.lists(any_text, max_size=8))
def test_no_two_names_are_alike_on_a_system_that_ignores_capitals(stems: list[str]) -> None:
    names = file_names(stems, ".pdf")

    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == len(stems)


def test_the_hard_names_make_as_many_file_names() -> None:
    assert len(set(file_names(HARD_NAMES, ".pdf"))) == len(HARD_NAMES)


def test_equal_names_are_numbered_in_their_order() -> None:
    names = file_names(["Sam Lee", "sam lee", "Sam Lee", "Sam Lee (2)"], ".pdf")

    assert names == ("Sam Lee.pdf", "sam lee (2).pdf", "Sam Lee (3).pdf", "Sam Lee (2) (2).pdf")


def test_a_long_name_is_cut_between_whole_letters() -> None:
    name = file_name("x\u0323\u0301" * 100, ".pdf")

    assert len(name.encode()) <= LONGEST_BYTES
    assert name.endswith("\u0301.pdf")


def test_long_equal_names_keep_their_numbers() -> None:
    names = file_names(["ŵ" * 255] * 3, ".pdf")

    assert [name[-8:] for name in names[1:]] == [" (2).pdf", " (3).pdf"]
    assert all(len(name.encode()) <= LONGEST_BYTES for name in names)
