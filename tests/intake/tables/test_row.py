"""A cell that can't be used is refused where it stands."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from judging_app.domain.figures import figure
from judging_app.errors import FigureError
from tests.intake.reading import read_files

ProblemsOf = Callable[[dict[str, bytes]], tuple[str, ...]]


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("rubric.csv", "60,", '"{}",', "rubric.csv, row 2, column weight"),
        ("rubric.csv", "1,10,1", '"{}",10,1', "rubric.csv, row 2, column min"),
        ("rubric.csv", "1,10,1", '1,"{}",1', "rubric.csv, row 2, column max"),
        ("rubric.csv", "1,10,1", '1,10,"{}"', "rubric.csv, row 2, column step"),
        ("ballots.csv", "impact,7", 'impact,"{}"', "ballots.csv, row 2, column score"),
    ],
)
@pytest.mark.parametrize("amount", ["1e1", "1,000", "1_000", "seven", "07-May"])
def test_an_amount_that_is_no_plain_number_is_refused_in_its_own_words(
    problems_of: ProblemsOf,
    small: dict[str, bytes],
    amount: str,
    file: str,
    old: str,
    new: str,
    place: str,
) -> None:
    small[file] = small[file].decode().replace(old, new.format(amount), 1).encode()
    with pytest.raises(FigureError) as refused:
        figure(amount)

    assert problems_of(small) == (f"{place}: {refused.value}",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("60,", "60%,"),
        ("60,", '"60,0",'),
        ("60,", "60.,"),
        ("impact,7", "impact,7.0"),
        ("1,10,1", "1,10.0,1."),
    ],
)
def test_an_amount_is_taken_as_people_write_it(small: dict[str, bytes], old: str, new: str) -> None:
    plain = read_files(small)
    for file in ("rubric.csv", "ballots.csv"):
        small[file] = small[file].decode().replace(old, new, 1).encode()

    assert read_files(small) == plain


@pytest.mark.parametrize("amount", ["1" * 10, "1" * 5000, "0." + "1" * 7])
def test_an_amount_with_too_many_digits_is_refused(
    problems_of: ProblemsOf, small: dict[str, bytes], amount: str
) -> None:
    small["rubric.csv"] = small["rubric.csv"].replace(b"60,", f"{amount},".encode(), 1)

    (problem,) = problems_of(small)
    assert problem.startswith("rubric.csv, row 2, column weight: ")


def test_decimals_are_exact(small: dict[str, bytes]) -> None:
    small["rubric.csv"] = small["rubric.csv"].replace(b"60,", b"12.1,")

    impact, delivery = read_files(small).setup.rubric.criteria

    assert impact.weight == Fraction(121, 10)
    assert (delivery.lowest, delivery.highest, delivery.step) == (0, 10, Fraction(1, 2))


def test_a_name_of_300_characters_is_refused_with_its_length(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    small["judges.csv"] = small["judges.csv"].replace(b"Omar Haddad", b"O" * 300)

    (problem,) = problems_of(small)
    assert problem.startswith("judges.csv, row 3, column name: “OOO")
    assert problem.endswith("has 300 characters. Shorten it to 200 or fewer.")


def test_an_endless_cell_is_refused_before_its_characters_are_looked_at(
    problems_of: ProblemsOf,
    small: dict[str, bytes],
) -> None:
    small["judges.csv"] = small["judges.csv"].replace(b"Omar Haddad", b"O" * 100_000)

    (problem,) = problems_of(small)
    assert problem.startswith("judges.csv, row 3, column name: “OOO")
    assert problem.endswith("has 100000 characters. Shorten it to 200 or fewer.")


def test_a_problem_is_one_line_without_hidden_characters(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    hidden = "\x1b[2J\u2028\u202e"
    small["judges.csv"] = small["judges.csv"].replace(b"Omar", f"{hidden}{'O' * 300}".encode())

    (problem,) = problems_of(small)
    assert problem.isprintable()
