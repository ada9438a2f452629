import unicodedata

import pytest

from judging_app.export.fonts import SERIF_NAME, STRONG_FACE, TEXT_FACE
from judging_app.export.shaping import Glyph, shaped


def glyphs(text: str, face: str = TEXT_FACE) -> tuple[Glyph, ...]:
    return shaped(text, face).glyphs


@pytest.mark.parametrize("face", [TEXT_FACE, STRONG_FACE, SERIF_NAME])
def test_an_accent_without_a_letter_of_its_own_stands_over_the_letter_before_it(face: str) -> None:
    plain = glyphs("Ọk", face)
    letter, accent, rest = glyphs("Ọ\u0300k", face)

    assert letter.right <= accent.right < rest.right
    assert accent.rise > 0
    assert rest == plain[1]


def test_an_accent_below_never_rises() -> None:
    _, accent = glyphs("x\u0323")

    assert accent.rise <= 0


def test_latin_names_are_read_from_their_own_glyphs() -> None:
    assert shaped("Siân Llŷr ap Gruffydd", STRONG_FACE).is_readable
    assert shaped("Nguyễn Thị Minh Anh", SERIF_NAME).is_readable


def test_a_pair_of_letters_is_drawn_together() -> None:
    _, closer = glyphs("To", STRONG_FACE)
    (first,) = glyphs("T", STRONG_FACE)

    assert closer.right < shaped("T", STRONG_FACE).width
    assert first.right == 0


def test_figures_are_as_wide_in_a_shaped_line_as_in_a_plain_one() -> None:
    assert len({shaped(figure, STRONG_FACE).width for figure in "0123456789"}) == 1


def test_a_name_that_is_read_from_the_right_begins_there() -> None:
    shown = [glyph.character for glyph in glyphs("שרה לוי")]

    assert shown == list("יול הרש")


def test_arabic_letters_are_joined() -> None:
    alone = [glyph.character for letter in "محمد" for glyph in glyphs(letter)]

    assert [glyph.character for glyph in glyphs("محمد")] != alone[::-1]


def test_a_latin_name_with_an_arabic_word_keeps_its_order_round_it() -> None:
    places = {glyph.character: glyph.right for glyph in glyphs("Mixed ש Ltd 2")}

    assert places["M"] < places["ש"] < places["L"] < places["2"]


def test_what_follows_an_arabic_name_stands_left_of_it_each_in_its_own_direction() -> None:
    text = "".join(glyph.character for glyph in glyphs("ש 12 Ltd"))

    assert text == "Ltd 12 ש"


def test_an_emoji_of_several_parts_is_one_picture() -> None:
    drawn = glyphs("👩🏽\u200d🚀")

    assert len(drawn) == 1


def test_a_letter_of_no_face_is_an_empty_square() -> None:
    assert [glyph.character for glyph in glyphs("龘")] == ["□"]


def test_a_glyph_without_a_letter_is_the_same_character_whatever_came_before() -> None:
    first = glyphs("देवेन्द्र")
    glyphs("शर्मा जी")
    shaped.cache_clear()

    assert glyphs("देवेन्द्र") == first
    assert all(
        unicodedata.category(glyph.character) == "Co" or glyph.character in "देवेन्द्र"
        for glyph in first
    )
