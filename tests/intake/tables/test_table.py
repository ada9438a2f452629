"""A file whose form is wrong is refused without blame for the files that refer to it."""

from collections.abc import Callable

import pytest

from judging_app.intake.sheets.sheet import MOST_ROWS
from judging_app.intake.sheets.text import MOST_BYTES
from tests.intake.reading import read_files

ProblemsOf = Callable[[dict[str, bytes]], tuple[str, ...]]


@pytest.mark.parametrize("file", ["participants.csv", "judges.csv", "rubric.csv"])
def test_a_required_file_that_is_missing_is_named_with_its_columns(
    problems_of: ProblemsOf, small: dict[str, bytes], file: str
) -> None:
    columns = small.pop(file).decode().splitlines()[0].split(",")

    (problem,) = problems_of(small)
    assert problem.startswith(f"{file}: The file is missing. Put it in the folder, with the ")
    assert all(column in problem for column in columns)


@pytest.mark.row(51)
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            b"",
            (
                "teams.csv: The file is empty. Give it a header with the columns team, challenge "
                "and challenge_owner."
            ),
        ),
        (
            b"\xef\xbb\xbf\r\n",
            (
                "teams.csv: The file is empty. Give it a header with the columns team, challenge "
                "and challenge_owner."
            ),
        ),
        (
            b"team,challenge,challenge_owner\nLantern,,\nCaf\x81,,\n",
            (
                "teams.csv: The file isn’t plain text in an encoding that is known. Save the file "
                "as CSV UTF-8."
            ),
        ),
        (
            'team,challenge,challenge_owner\n"Two\nLines",,\nß\0,,\n'.encode(),
            "teams.csv, row 3: The file isn’t plain text. Save the file as CSV UTF-8.",
        ),
        (
            b'team,challenge,challenge_owner\n"' + b"\n" * 131_073 + b'",,',
            (
                "teams.csv, row 2: This row has more than 131,072 characters. Shorten it, or "
                "close the quotation mark that a cell opens with."
            ),
        ),
        (
            b"team,challenge,challenge_owner\n" + b"1," * 70_000,
            (
                "teams.csv, row 2: This row has more than 131,072 characters. Shorten it, or "
                "close the quotation mark that a cell opens with."
            ),
        ),
        (
            b"team,challenge,challenge_owner\n" + b"Lantern,,\n" * MOST_ROWS + b"Lantern,,\n",
            "teams.csv: The file has more than 60,000 rows. Delete the rows that you don’t need.",
        ),
        (
            b"x" * (MOST_BYTES + 1),
            "teams.csv: The file is larger than 20 MB. Split it, or remove what you don’t need.",
        ),
    ],
    ids=[
        "empty",
        "only a mark",
        "no encoding",
        "NUL",
        "endless cell",
        "endless line",
        "too many rows",
        "too large",
    ],
)
def test_a_file_that_is_no_usable_csv_is_refused_with_one_sentence(
    problems_of: ProblemsOf, small: dict[str, bytes], data: bytes, problem: str
) -> None:
    small["teams.csv"] = data

    assert problems_of(small) == (problem,)


def test_as_many_rows_as_are_allowed_are_read(small: dict[str, bytes]) -> None:
    header = small["visits.csv"].splitlines()[0]
    small["visits.csv"] = b"\n".join([header, *[b"HMRC,2019-03-04,Perch"] * (MOST_ROWS - 1)])

    assert len(read_files(small).setup.visits) == MOST_ROWS - 1


def test_a_column_of_another_name_is_known_and_told(small: dict[str, bytes]) -> None:
    plain = read_files(small)
    small["teams.csv"] = small["teams.csv"].replace(b"challenge_owner", b"Owned by", 1)

    read = read_files(small)

    assert read.setup == plain.setup
    assert read.notes == ("teams.csv: “Owned by” as challenge owner.",)


def test_a_column_that_is_missing_is_named(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    small["visits.csv"] = small["visits.csv"].replace(b"date", b"colour", 1)

    assert problems_of(small) == (
        "visits.csv, row 1, column date: This column is missing. Add it.",
    )


def test_columns_too_many_are_left_out_and_told_if_anything_is_in_them(
    small: dict[str, bytes],
) -> None:
    plain = read_files(small)
    small["teams.csv"] = (
        b"team,challenge,challenge_owner,size,,\nLantern,Appeals,HMRC,4,,\nPerch,,,,,\n"
    )

    read = read_files(small)

    assert read.setup == plain.setup
    assert read.notes == ("teams.csv: column “size” left out.",)


def test_a_row_that_ends_early_has_empty_cells(small: dict[str, bytes]) -> None:
    plain = read_files(small)
    small["teams.csv"] = small["teams.csv"].replace(b"Perch,,", b"Perch")

    assert read_files(small).setup == plain.setup


def test_teams_are_made_from_the_people_where_they_have_no_list(small: dict[str, bytes]) -> None:
    plain = read_files(small)
    del small["teams.csv"]

    read = read_files(small)

    assert read.setup.teams == plain.setup.teams
    assert read.notes == ("participants.csv: 2 teams made from it: Lantern and Perch.",)


def test_a_team_is_known_without_the_word_team(small: dict[str, bytes]) -> None:
    plain = read_files(small)
    small["participants.csv"] = small["participants.csv"].replace(b"Lantern", b"Team Lantern")

    read = read_files(small)

    assert read.setup == plain.setup
    assert read.notes == ("participants.csv: team “Team Lantern” read as “Lantern” (1 row).",)


def test_judges_without_codes_are_given_some(small: dict[str, bytes]) -> None:
    plain = read_files(small)
    small["judges.csv"] = b"Judge,Organisation\nOlwen Prosser,HMRC\nOmar Haddad,\n"

    assert read_files(small).setup == plain.setup


def test_a_row_that_cannot_be_read_casts_no_doubt_on_the_rows_that_name_it(
    problems_of: ProblemsOf,
    small: dict[str, bytes],
) -> None:
    small["judges.csv"] = small["judges.csv"].replace(b"Haddad,,,", b"Haddad,,,,x")
    small["ballots.csv"] += b"J3,Lantern,impact,1\n"

    assert problems_of(small) == (
        (
            "judges.csv, row 3: The row has 6 cells, but the header has 5. Remove the extra cells, "
            "or put quotation marks around a cell that contains a comma."
        ),
        (
            "ballots.csv, row 6, column judge: “J3” isn’t in column code of judges.csv. Correct "
            "it, or add it there."
        ),
    )
