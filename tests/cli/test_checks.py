"""`judging-app checks`."""

from pathlib import Path

import pytest

from tests.cli.small_folder import write_folder
from tests.cli.typing_words import Type, everything_in

THREE_BALLOTS = {
    "Ada": {"North": "9 9", "South": "5 5"},
    "Bo": {"North": "8 8", "South": "4 4"},
    "Cy": {"North": "7 7", "South": "6 6"},
}


def test_the_sentence_comes_first_and_then_every_check_under_its_group(
    sample: Path, typed: Type
) -> None:
    before = everything_in(sample.parent)

    answer = typed("checks", sample)

    assert (answer.status, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == (
        "The same winner in 21 of 32 checks; without Dame Olwen Prosser (J1), without Iain "
        "Strachan (J4), without Innovation and in 8 more, it would be Team Lantern."
    )
    marks = [line for line in lines if line.startswith("- ")]
    assert len(marks) == 32
    assert sum(line.endswith("  the same") for line in marks) == 21
    assert sum(line.endswith("  Team Lantern instead") for line in marks) == 11
    assert [line for line in lines[2:] if line.endswith(":")] == [
        *("Without a judge:", "Without a criterion:", "A different weight:", "A different method:"),
        "Judges from one sector:",
    ]
    assert everything_in(sample.parent) == before


def test_the_first_places_are_asked_about_together(sample: Path, typed: Type) -> None:
    answer = typed("checks", sample, "--first", "3")

    assert answer.out.startswith("The same teams in the first 3 places in 19 of 32 checks; ")


def test_a_method_that_gives_no_result_says_why_with_the_teams_name(
    typed: Type, here: Path
) -> None:
    folder = write_folder(
        here / "files", ("idea,Idea,50,1,10,", "pitch,Pitch,50,1,10,"), THREE_BALLOTS
    )
    typed("new", here / "day.pitchday", "--title", "Day", "--from", folder)

    answer = typed("checks", here / "day.pitchday")

    lines = answer.out.splitlines()
    assert lines[0].endswith("; 1 more can’t be worked out.")
    assert lines[-1] == (
        "Trimmed mean: North has 3 of the 4 ballots that trimming needs. Wait for more, or use "
        "the mean."
    )


@pytest.mark.parametrize("first", ["0", "-1", "1.5", "two", ""])
def test_a_number_of_places_that_is_none_is_wrong_use(
    sample: Path, typed: Type, first: str
) -> None:
    answer = typed("checks", sample, f"--first={first}")

    assert (answer.status, answer.out) == (2, "")
    assert "isn’t a number of places" in answer.err
