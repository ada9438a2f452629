"""The pictures that are kept are those that README and the guides show."""

from docs.make_pictures import SHOWN, shown


def test_every_picture_that_a_page_shows_is_kept_and_no_other() -> None:
    kept = {path.name for path in SHOWN.iterdir()}

    assert shown() == kept
    assert len(kept) >= 5
