from fractions import Fraction

import pytest

from judging_app.domain.figures import typed_figure, written_figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("7", Fraction(7)),
        (" 7.5 ", Fraction(15, 2)),
        ("7,5", Fraction(15, 2)),
        ("-2", Fraction(-2)),
        ("1/3", Fraction(1, 3)),
        ("999999999999999999", Fraction(999999999999999999)),
    ],
)
def test_a_figure_may_be_typed_with_a_point_a_comma_or_as_a_fraction(
    text: str, figure: Fraction
) -> None:
    assert typed_figure(text) == figure


@pytest.mark.parametrize(
    "text", ["", "7.", ".5", "1e1", "٧", "+5", "7/0", "1 000", "7" * 5000, "seven", "--7"]
)
def test_what_is_no_figure_is_none_however_it_is_read(text: str) -> None:
    assert typed_figure(text) is None
    assert written_figure(text) is None


@pytest.mark.parametrize("text", ["7,5", "-2", "1/3", " 7", "1234567890", "0.1234567"])
def test_a_file_holds_figures_in_one_way_only(text: str) -> None:
    assert written_figure(text) is None
    assert written_figure("12.5") == Fraction(25, 2)
