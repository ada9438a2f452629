"""`judging-app new`, and every input that it refuses."""

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app import pins
from judging_app.desk import events, sign_in
from judging_app.domain.event import Method, Phase
from judging_app.domain.roles import ORGANISER
from judging_app.errors import SignInError
from tests.cli.typing_words import Answer, Type, everything_in

Make = Callable[..., Answer]


@pytest.fixture
def make(typed: Type, day_files: Path, here: Path) -> Make:
    """Type `new` with a title and the folder, and with what else is given."""

    def type_new(*more: str) -> Answer:
        event = here / "day.pitchday"
        return typed("new", event, "--title", "Pitch day", "--from", day_files, *more)

    return type_new


def change(path: Path, old: str, new: str) -> None:
    """Change the first place in a file where `old` stands."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_an_event_is_made_of_what_was_typed_and_of_the_files(make: Make, here: Path) -> None:
    answer = make("--date", "2026-06-02", "--venue", " The  Old Library ", "--method", "adjusted")

    assert (answer.status, answer.err) == (0, "")
    desk = events.open_event(here / "day.pitchday")
    event, setup = desk.event(), desk.setup()
    desk.close()
    assert (event.title, event.venue, str(event.held_on)) == (
        *("Pitch day", "The Old Library", "2026-06-02"),
    )
    assert (event.method, event.phase) == (Method.ADJUSTED, Phase.SETTING_UP)
    assert (len(setup.participants), len(setup.teams), len(setup.judges)) == (38, 6, 8)
    assert "38 participants in 6 teams, 8 judges, 48 ballots" in answer.out


def test_everyone_gets_a_pin_that_is_printed_and_works(make: Make, here: Path) -> None:
    answer = make()

    printed = dict(re.findall(r"^(\w+) .*?(\d{6})$", answer.out, re.MULTILINE))
    assert list(printed) == [*(f"J{n}" for n in range(1, 9)), "organiser", "host", "scorer"]
    assert len(set(printed.values())) > 1
    desk = events.open_event(here / "day.pitchday")
    sign_in.sign_in(desk, ORGANISER, printed["organiser"])
    with pytest.raises(SignInError):
        sign_in.sign_in(desk, ORGANISER, printed["host"])
    desk.close()


def test_two_events_have_different_pins(typed: Type, day_files: Path, here: Path) -> None:
    one = typed("new", here / "one.pitchday", "--title", "Day", "--from", day_files)
    two = typed("new", here / "two.pitchday", "--title", "Day", "--from", day_files)

    assert re.findall(r"\d{6}", one.out) != re.findall(r"\d{6}", two.out)


@pytest.mark.row(27)
@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            *("ballots.csv", "J1,Team Lantern,impact,7", "J1,Team Lantern,impact,11"),
            ("ballots.csv, row 2, column score", "11 is outside the scale", "from 1 to 10"),
        ),
        (
            *("ballots.csv", "score\n", "score\nJ99,Team Lantern,impact,7\n"),
            ("ballots.csv, row 2, column judge", "“J99” isn’t in", "judges.csv", "add it there"),
        ),
        (
            *("ballots.csv", "score\n", "score\nJ1,Team Heron,impact,7\n"),
            ("ballots.csv, row 2, column team", "“Team Heron” isn’t in", "teams.csv"),
        ),
        (
            *(
                "not-scored.csv",
                "J5,Team Perch,recused",
                "J5,Team Perch,recused\nJ5,Team Perch,absent",
            ),
            ("not-scored.csv, row 4", "is already in row 3", "Delete one of them"),
        ),
        (
            *("ballots.csv", "score\n", "score\nJ1,Team Lantern,impact,7\n"),
            ("ballots.csv, row 3", "is already in row 2", "Delete one of them"),
        ),
        (
            *("not-scored.csv", "J5,Team Perch", "J2,Team Lantern"),
            ("not-scored.csv, row 3", "J2", "is already in ballots.csv", "Delete one of them"),
        ),
        (
            *("rubric.csv", ",30,", ",0,"),
            ("rubric.csv, row 2", "a weight of 0", "a weight above 0,"),
        ),
        (
            *("participants.csv", "Sam Lee", "S" * 300),
            ("participants.csv, row 2, column name", "300 characters", "Shorten it to 200"),
        ),
        (
            *("participants.csv", "Sam Lee", "Sam\u0007\u001b[31m Lee"),
            ("participants.csv, row 2, column name", "can’t be shown", "Type the name again"),
        ),
    ],
    ids=[
        *("a score off the scale", "a ballot for an unknown judge", "a ballot for an unknown team"),
        *("the same ballot twice", "the same score twice", "a ballot scored and recused"),
        *("zero weight", "a name of 300 characters", "a name of control characters"),
    ],
)
def test_a_fault_in_a_file_is_refused_with_its_place_and_nothing_is_written(
    make: Make, day_files: Path, here: Path, file: str, old: str, new: str, said: tuple[str, ...]
) -> None:
    change(day_files / file, old, new)

    answer = make()

    answer.assert_refused(*said)
    assert everything_in(here) == {}


def test_a_missing_file_is_refused_by_name(make: Make, day_files: Path, here: Path) -> None:
    (day_files / "judges.csv").unlink()

    answer = make()

    answer.assert_refused("judges.csv: ", "missing")
    assert everything_in(here) == {}


def test_a_missing_column_is_refused_by_name(make: Make, day_files: Path, here: Path) -> None:
    change(day_files / "judges.csv", "code,name,", "code,")
    text = (day_files / "judges.csv").read_text("utf-8")
    lines = [re.sub(r"^(J\d+),[^,]*,", r"\1,", line) for line in text.splitlines()]
    (day_files / "judges.csv").write_text("\n".join(lines) + "\n", "utf-8")

    answer = make()

    answer.assert_refused("judges.csv, row 1, column name", "missing", "Add it")
    assert everything_in(here) == {}


def test_an_empty_roster_is_refused(make: Make, day_files: Path, here: Path) -> None:
    path = day_files / "participants.csv"
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")

    answer = make()

    answer.assert_refused("participants.csv", "no participants")
    assert everything_in(here) == {}


def test_every_problem_stands_on_a_line_of_its_own(make: Make, day_files: Path, here: Path) -> None:
    change(day_files / "ballots.csv", "J1,Team Lantern,impact,7", "J1,Team Lantern,impact,11")
    change(day_files / "rubric.csv", ",20,", ",0,")

    answer = make()

    assert answer.status == 1
    assert [line.split(":")[0] for line in answer.err.splitlines()] == [
        *("rubric.csv, row 4, column weight", "ballots.csv, row 2, column score"),
    ]
    assert everything_in(here) == {}


@pytest.mark.parametrize("title", ["", "   ", "T" * 300, "Pitch\u0000day", "Pitch\u202eyad"])
def test_a_title_that_cannot_be_used_is_refused(
    typed: Type, day_files: Path, here: Path, title: str
) -> None:
    answer = typed("new", here / "day.pitchday", "--title", title, "--from", day_files)

    answer.assert_refused("--title: ")
    assert everything_in(here) == {}


def test_a_venue_that_cannot_be_used_is_refused(make: Make, here: Path) -> None:
    answer = make("--venue", "V" * 300)

    answer.assert_refused("--venue: ", "300 characters", "Shorten it to 200")
    assert everything_in(here) == {}


def test_a_file_that_exists_is_not_overwritten(make: Make, here: Path) -> None:
    (here / "day.pitchday").write_bytes(b"precious")

    answer = make()

    answer.assert_refused("day.pitchday already exists", "Choose another name")
    assert everything_in(here) == {"day.pitchday": b"precious"}


def test_a_folder_that_cannot_be_written_is_refused(
    make: Make, here: Path, unwritable: Callable[[Path], Path]
) -> None:
    unwritable(here)

    answer = make()

    answer.assert_refused(str(here), "Choose a folder of your own")
    assert everything_in(here) == {}


def test_a_folder_that_is_not_there_is_refused(typed: Type, day_files: Path, here: Path) -> None:
    answer = typed("new", here / "no" / "day.pitchday", "--title", "Day", "--from", day_files)

    answer.assert_refused(str(here / "no"), "Create it first")
    assert everything_in(here) == {}


@pytest.mark.parametrize("is_file", [True, False], ids=["a file", "nothing"])
def test_a_from_that_is_no_folder_is_refused(typed: Type, here: Path, *, is_file: bool) -> None:
    if is_file:
        (here / "files").write_bytes(b"")
    before = everything_in(here)

    answer = typed("new", here / "day.pitchday", "--title", "Day", "--from", here / "files")

    answer.assert_refused("“files” isn’t a folder", "participants.csv")
    assert everything_in(here) == before


def test_stopping_it_leaves_nothing_behind(
    make: Make, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_pin: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(pins, "pin_hash", stop)

    answer = make()

    assert (answer.status, answer.out, answer.err) == (130, "", "Stopped.\n")
    assert everything_in(here) == {}


def test_a_bug_is_one_sentence_and_a_log_without_what_was_typed(
    make: Make, here: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_pin: str) -> str:
        raise RuntimeError("score 7.5 of J3")

    monkeypatch.setattr(pins, "pin_hash", fail)

    answer = make()

    answer.assert_refused(
        "Something went wrong in the application. If you were changing an event, check its file "
        "with judging-app verify now."
    )
    assert everything_in(here) == {}
    (log,) = own_folder.rglob("*.log")
    assert str(log) in answer.err
    written = log.read_text("utf-8")
    assert "RuntimeError" in written
    assert "in give_pins" in written
    assert "7.5" not in written


def test_a_published_rubric_stands_in_for_the_folders_own(
    typed: Type, day_files: Path, here: Path
) -> None:
    for file in ("rubric.csv", "ballots.csv", "not-scored.csv"):
        (day_files / file).unlink()

    answer = typed(
        *("new", here / "day.pitchday", "--title", "Day", "--from", day_files),
        *("--rubric", "venture_nested"),
    )

    assert (answer.status, answer.err) == (0, "")
    desk = events.open_event(here / "day.pitchday")
    rubric = desk.setup().rubric
    desk.close()
    assert [section.title for section in rubric.sections()] == [
        "Business viability",
        "Presentation",
    ]
    assert rubric.full_total == Fraction(100)


def test_a_published_rubric_is_taken_even_where_the_folder_has_one(
    typed: Type, day_files: Path, here: Path
) -> None:
    for file in ("ballots.csv", "not-scored.csv"):
        (day_files / file).unlink()
    (day_files / "rubric.csv").write_bytes(b"\xff")

    answer = typed(
        *("new", here / "day.pitchday", "--title", "Day", "--from", day_files),
        *("--rubric", "toolkit"),
    )

    assert (answer.status, answer.err) == (0, "")


def test_a_rubric_that_is_not_published_is_refused_with_the_names_that_are(
    make: Make, here: Path
) -> None:
    answer = make("--rubric", "nobody")

    assert answer.status == 1
    assert "There is no rubric template “nobody”. Choose one of accenture, apec," in answer.err
    assert everything_in(here) == {}
