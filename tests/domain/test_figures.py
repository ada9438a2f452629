from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.figures import figure, says_none, share
from judging_app.errors import FigureError, NoFigureError


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", "7"),
        (" 7.5 ", "15/2"),
        ("7,5", "15/2"),
        ("7.50", "15/2"),
        ("7.", "7"),
        ("7,", "7"),
        (".5", "1/2"),
        (",5", "1/2"),
        ("-2", "-2"),
        ("−2", "-2"),
        ("–2", "-2"),
        ("− 2", "-2"),
        ("-.5", "-1/2"),
        ("+5", "5"),
        ("-0", "0"),
        ("007", "7"),
        ("0,125", "1/8"),
        ("７．５", "15/2"),
        ("\u00a07\u2009", "7"),
        ("999999999.999999", "999999999999999/1000000"),
    ],
)
def test_a_figure_is_taken_as_people_write_it(text: str, number: str) -> None:
    assert figure(text) == Fraction(number)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("50 %", "is a share of something. Write the points themselves, without %."),
        ("50％", "is a share of something. Write the points themselves, without %."),
        ("1,000", "can be read in two ways. Write 1000 or 1.000."),
        ("-7,125", "can be read in two ways. Write -7125 or -7.125."),
        ("1 000", "has marks between its digits. Write it without them: 1000."),
        ("1’000", "has marks between its digits. Write it without them: 1000."),
        ("1_000", "has marks between its digits. Write it without them: 1000."),
        ("1,000,000", "has marks between its digits. Write it without them: 1000000."),
        ("8/10", "says what it is out of. Write the points alone, such as 7 or 7.5."),
        ("8 out of 10", "says what it is out of. Write the points alone, such as 7 or 7.5."),
        ("1/3", "says what it is out of. Write the points alone, such as 7 or 7.5."),
        ("07-May", "looks like a date that a spreadsheet made of a figure."),
        ("7. Mai", "looks like a date that a spreadsheet made of a figure."),
        ("2019-05-07", "looks like a date that a spreadsheet made of a figure."),
        ("May-07", "looks like a date that a spreadsheet made of a figure."),
        ("1234567890", "is too long. A figure has at most 9 digits before the point"),
        ("0.1234567", "is too long. A figure has at most 9 digits before the point"),
        ("7" * 5000, "is too long. A figure has at most 9 digits before the point"),
        ("seven", "isn’t a number. Write it in the digits 0 to 9 alone"),
        ("7 points", "isn’t a number. Write it in the digits 0 to 9 alone"),
        ("£7", "isn’t a number. Write it in the digits 0 to 9 alone"),
        ("1e1", "isn’t a number. Write it in the digits 0 to 9 alone"),
        ("٧", "isn’t a number. Write it in the digits 0 to 9 alone"),
        ("--7", "isn’t a number. Write it in the digits 0 to 9 alone"),
        (".", "isn’t a number. Write it in the digits 0 to 9 alone"),
    ],
)
def test_whatever_is_no_plain_figure_gets_its_own_remedy(text: str, remedy: str) -> None:
    with pytest.raises(FigureError) as refused:
        figure(text)

    assert str(refused.value).startswith(f"“{text[:24]}")
    assert remedy in str(refused.value)
    assert not isinstance(refused.value, NoFigureError)


@pytest.mark.parametrize("text", ["", "  ", "N/A", "n/a", "NA", "n.a.", "#N/A", "-", "–", "—"])
def test_what_says_that_there_is_no_figure_is_told_from_a_mistake(text: str) -> None:
    assert says_none(text)
    with pytest.raises(NoFigureError):
        figure(text)


@given(st.integers(-(10**9) + 1, 10**9 - 1), st.integers(0, 999_999))
def test_every_decimal_comes_back_exactly_with_point_or_comma(whole: int, parts: int) -> None:
    size = abs(whole) + Fraction(parts, 10**6)
    sign = "−" if whole < 0 else ""

    for point in ".,":
        found = figure(f"{sign}{abs(whole)}{point}{parts:06}")
        assert found == (-size if whole < 0 else size)


@given(st.text(max_size=12) | st.text("0123456789.,-−+/% ’", max_size=9))
def test_any_text_is_a_figure_or_refused_with_a_sentence(text: str) -> None:
    for read in (figure, share):
        try:
            read(text)
        except FigureError as refused:
            said = str(refused)
        else:
            continue
        assert said.startswith("“")
        assert said.endswith(".")


@pytest.mark.parametrize(
    ("text", "weight"),
    [("50 %", "50"), ("50%", "50"), ("12,5 %", "25/2"), ("1/3", "1/3"), ("7", "7")],
)
def test_a_weight_may_be_a_percentage_or_a_fraction(text: str, weight: str) -> None:
    assert share(text) == Fraction(weight)


def test_a_fraction_is_a_figure_only_where_one_is_asked_for() -> None:
    assert figure("-2/3", takes_fractions=True) == Fraction(-2, 3)
    with pytest.raises(FigureError):
        figure("2/0", takes_fractions=True)
