"""Times of day as they are typed and shown."""

import pytest

from judging_app.errors import DeskError
from judging_app.present.time_of_day import minutes_typed
from judging_app.words import minutes_shown


@pytest.mark.parametrize(
    ("typed", "shown"), [("14:00", "14:00"), (" 9.30 ", "09:30"), ("0:05", "00:05"), ("  ", "")]
)
def test_a_time_of_day_is_read_as_people_write_it_and_shown_in_one_way(
    typed: str, shown: str
) -> None:
    assert minutes_shown(minutes_typed(typed)) == shown


@pytest.mark.parametrize("typed", ["24:00", "9:60", "14", "2 pm", "14:0", "١٤:٠٠"])
def test_what_is_no_time_of_day_is_refused_with_how_to_write_it(typed: str) -> None:
    with pytest.raises(DeskError, match=r"isn’t a time of day\. Write it as 14:00\."):
        minutes_typed(typed)
