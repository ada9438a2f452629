import pytest

from judging_app.ceremony.spoken import spoken_count, spoken_ordinal


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (2, "second"),
        (3, "third"),
        (5, "fifth"),
        (8, "eighth"),
        (9, "ninth"),
        (12, "twelfth"),
        (19, "nineteenth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (32, "thirty-second"),
        (40, "fortieth"),
        (43, "forty-third"),
        (58, "fifty-eighth"),
        (65, "sixty-fifth"),
        (77, "seventy-seventh"),
        (80, "eightieth"),
        (99, "ninety-ninth"),
        (100, "100th"),
        (112, "112th"),
    ],
)
def test_a_place_is_said_in_words_up_to_ninety_ninth(number: int, words: str) -> None:
    assert spoken_ordinal(number) == words


def test_no_two_places_sound_the_same() -> None:
    assert len({spoken_ordinal(number) for number in range(1, 201)}) == 200


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "no teams"), (1, "one team"), (2, "two teams"), (10, "ten teams"), (11, "11 teams")],
)
def test_teams_are_counted_in_words_up_to_ten(count: int, words: str) -> None:
    assert spoken_count(count, "team") == words
