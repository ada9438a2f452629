import pytest

from judging_app.desk.undo import _KINDS
from judging_app.domain.acts import SaveBallot, act_name
from judging_app.domain.setup import Setup
from judging_app.present.host.undo import undo_words
from tests.desk.small_event import small_setup


@pytest.fixture
def small() -> Setup:
    return small_setup()


@pytest.mark.parametrize(
    ("act", "about", "words"),
    [
        ("mark absent", "ballot J1/T1", "Undo: Ada Reed absent for Lantern"),
        ("recuse judge", "ballot J2/T2", "Undo: Bo Lund recused from Perch"),
        ("reopen ballot", "ballot J2/T2", "Undo: Bo Lund’s ballot for Perch reopened"),
        ("save ballot", "ballot J1/T3", "Undo: last change to Heron"),
        ("exclude team", "team T2", "Undo: Perch out"),
        ("set clock", "clock", "Undo: change to the clock"),
        ("set run order", "run order", "Undo: change to the run order"),
    ],
)
def test_an_act_is_told_in_plain_words_with_names(
    small: Setup, act: str, about: str, words: str
) -> None:
    assert undo_words(small, act, about) == words


def test_a_judge_who_left_early_is_told_with_the_count(small: Setup) -> None:
    assert undo_words(small, "mark absent", "ballot J1/T3", 2) == (
        "Undo: Ada Reed absent for 2 teams"
    )


@pytest.mark.parametrize("act", sorted(_KINDS))
def test_every_act_that_can_be_undone_has_words_of_its_own(small: Setup, act: str) -> None:
    words = undo_words(small, act, "ballot J1/T1")

    assert words != f"Undo: {act}"
    assert act_name(SaveBallot) not in words
