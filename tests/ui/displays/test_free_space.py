from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from ui.displays.placing import room_beside

SCREEN = QRect(0, 0, 1366, 768)
WANTED, LEAST = QSize(960, 540), QSize(320, 180)


def test_a_window_stands_in_the_corner_away_from_the_other() -> None:
    assert room_beside(QRect(0, 0, 600, 768), SCREEN, WANTED, LEAST) == QRect(600, 338, 766, 430)


def test_a_window_is_never_larger_than_wanted() -> None:
    place = room_beside(QRect(0, 0, 100, 100), QRect(0, 0, 3840, 2160), WANTED, LEAST)

    assert place is not None
    assert place.size() == WANTED


def test_beside_a_window_that_fills_the_screen_there_is_no_room() -> None:
    assert room_beside(SCREEN, SCREEN, WANTED, LEAST) is None


_lengths = st.integers(1, 2000)


@given(st.builds(QRect, st.integers(-500, 2000), st.integers(-500, 2000), _lengths, _lengths))
def test_the_other_window_stays_free(taken: QRect) -> None:
    place = room_beside(taken, SCREEN, WANTED, LEAST)

    if place is not None:
        assert not place.intersects(taken)
        assert SCREEN.contains(place)
        assert LEAST.width() <= place.width() <= WANTED.width()
        assert abs(place.width() * 9 - place.height() * 16) < 16 * 2
