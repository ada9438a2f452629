"""A file whose form is wrong is refused without blame for the files that refer to it."""

from collections.abc import Callable

import pytest

from judging_app.intake.csv_records import MOST_ROWS
from judging_app.intake.csv_text import MOST_BYTES
from tests.intake.reading import read_files

ProblemsOf = Callable[[dict[str, bytes]], tuple[str, ...]]


@pytest.mark.parametrize("file", ["participants.csv", "teams.csv", "judges.csv", "rubric.csv"])
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
            b"\xef\xbb\xbfteam,challenge,challenge_owner\nLantern,,\nCaf\xe9,,\n",
            "teams.csv, row 3: The file isn’t in UTF-8 (from byte 47). Save the file as CSV UTF-8.",
        ),
        (
            'team,challenge,challenge_owner\n"Two\nLines",,\nß\0,,\n'.encode(),
            (
                "teams.csv, row 3: The file isn’t plain text (from byte 47). Save the file as "
                "CSV UTF-8."
            ),
        ),
        (
            "team,challenge,challenge_owner\nLantern,,\n".encode("utf-16"),
            "teams.csv: The file is UTF-16. Save the file as CSV UTF-8.",
        ),
        (
            "team".encode("utf-16-le"),
            (
                "teams.csv, row 1: The file isn’t plain text (from byte 1). Save the file as CSV "
                "UTF-8."
            ),
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
            b"team,challenge,challenge_owner\n" + b"Lantern,,\n" * (MOST_ROWS + 1),
            "teams.csv: The file has more than 20,000 rows. Delete the rows that you don’t need.",
        ),
        (
            b"x" * (MOST_BYTES + 1),
            "teams.csv: The file is larger than 20 MB. Split it, or remove what you don’t need.",
        ),
    ],
    ids=[
        "empty",
        "only a mark",
        "Latin-1",
        "NUL",
        "UTF-16",
        "UTF-16 without a mark",
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
    small["visits.csv"] = b"\n".join([header, *[b"HMRC,2019-03-04,Perch"] * MOST_ROWS])

    assert len(read_files(small).setup.visits) == MOST_ROWS


def test_a_header_short_of_a_column_names_the_unknown_and_the_missing_one(
    problems_of: ProblemsOf,
    small: dict[str, bytes],
) -> None:
    small["teams.csv"] = small["teams.csv"].replace(b"challenge_owner", b"owner", 1)

    assert problems_of(small) == (
        (
            "teams.csv, row 1, column owner: This column isn’t recognised. Remove it or rename "
            "it to one of team, challenge and challenge_owner."
        ),
        "teams.csv, row 1, column challenge_owner: This column is missing. Add it.",
    )


def test_a_row_that_cannot_be_read_casts_no_doubt_on_the_rows_that_name_it(
    problems_of: ProblemsOf,
    small: dict[str, bytes],
) -> None:
    small["judges.csv"] = small["judges.csv"].replace(b"Haddad,,,", b"Haddad,,")
    small["ballots.csv"] += b"J3,Lantern,impact,1\n"

    assert problems_of(small) == (
        "judges.csv, row 3: The row has 4 cells, but the header has 5. Add what is missing.",
        (
            "ballots.csv, row 6, column judge: “J3” isn’t in column code of judges.csv. Correct "
            "it, or add it there."
        ),
    )
