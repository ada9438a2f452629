import pytest

from judging_app.export.accents import runs
from judging_app.export.fonts import (
    STRONG_FACE,
    TEXT_FACE,
    missing_glyphs,
    printable,
    width,
    wrapped,
)


@pytest.mark.parametrize("face", [TEXT_FACE, STRONG_FACE])
def test_every_figure_is_as_wide_as_every_other(face: str) -> None:
    assert len({width(digit, face, 10) for digit in "0123456789"}) == 1


@pytest.mark.row(55)
@pytest.mark.parametrize(
    ("text", "missing"),
    [("Siân Llŷr", ""), ("Ọ̀ṣúntókun", ""), ("山田 山", "山田"), ("🚀 Rocket", "🚀"), ("a\tb", "")],
)
def test_each_missing_character_is_named_once(text: str, missing: str) -> None:
    assert missing_glyphs(text) == missing


@pytest.mark.row(55)
@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ﬁnance ﬂow", "finance flow"),
        ("Two\nLines", "Two Lines"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("a\u200db", "ab"),
        ("山", "□"),
        ("\ud800", "□"),
        ("\x00", "□"),
    ],
)
def test_what_can_not_be_printed_as_it_is_has_a_visible_stand_in(text: str, printed: str) -> None:
    assert printable(text) == printed


@pytest.mark.parametrize("text", ["word " * 40, "W" * 300, "", "a b", "two\nlines"])
def test_no_wrapped_line_is_too_wide_and_no_word_is_lost(text: str) -> None:
    lines = wrapped(text, TEXT_FACE, 10, 100)

    assert all(width(line, TEXT_FACE, 10) <= 100 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_an_accent_without_a_letter_of_its_own_stands_over_the_letter_before_it() -> None:
    letter, accent, rest = runs("O\u0300k", TEXT_FACE, 10)

    assert (letter.text, accent.text, rest.text) == ("O", "\u0300", "k")
    assert letter.right <= accent.right < rest.right
    assert accent.rise > 0
    assert rest.rise == 0


def test_two_accents_on_a_letter_stand_above_each_other() -> None:
    _, first, second = runs("x\u0300\u0301", TEXT_FACE, 10)

    assert second.rise > first.rise


def test_an_accent_below_never_rises() -> None:
    _, accent = runs("x\u0323", TEXT_FACE, 10)

    assert accent.rise <= 0
