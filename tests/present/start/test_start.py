"""What is said of an event before it is opened."""

from datetime import UTC, date, datetime, timedelta

import pytest

from judging_app.domain.event import Phase
from judging_app.present.start.start import (
    DUE,
    MISSING,
    UNSEEN,
    WAS_OPEN,
    EventFacts,
    recent_row,
)

NOW = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
FACTS = EventFacts("Tech Connect", date(2019, 6, 3), "London", Phase.SCORING, 6, 8, 29)


def test_a_row_says_when_where_how_far_and_how_large() -> None:
    row = recent_row("/a.pitchday", "Kept", FACTS, NOW - timedelta(days=1), NOW)

    assert (row.title, row.where) == ("Tech Connect", "3 June 2019 · London")
    assert row.counts == ("29 of 48 ballots in", "6 teams · 8 judges")
    assert (row.state.words, row.opened) == ("Scoring open", "Yesterday")


def test_an_event_being_set_up_has_no_ballots_to_count() -> None:
    facts = EventFacts("New", None, "", Phase.SETTING_UP, 1, 0, 0)
    row = recent_row("/a.pitchday", "Kept", facts, None, NOW)

    assert row.counts == ("1 team · no judges", "")
    assert (row.where, row.opened) == ("/a.pitchday", "")


def test_a_file_that_cannot_be_read_keeps_the_title_it_had() -> None:
    row = recent_row("/a.pitchday", "Kept", None, None, NOW)

    assert (row.title, row.state) == ("Kept", UNSEEN)


def test_a_file_that_is_gone_is_said_to_be() -> None:
    row = recent_row("/a.pitchday", "Kept", None, None, NOW, is_missing=True)

    assert (row.state, row.is_missing) == (MISSING, True)


def test_an_event_whose_day_to_be_deleted_has_come_says_so() -> None:
    assert recent_row("/a.pitchday", "Kept", FACTS, NOW, NOW, is_due=True).state == DUE


def test_the_event_that_was_open_when_the_program_stopped_says_so() -> None:
    row = recent_row("/a.pitchday", "Kept", FACTS, NOW, NOW, was_open=True)

    assert (row.opened, row.was_open) == (WAS_OPEN, True)


@pytest.mark.parametrize(
    ("days", "said"), [(2, "1 March"), (400, "27 January 2025")], ids=["this year", "before"]
)
def test_a_day_long_ago_has_its_year(days: int, said: str) -> None:
    assert recent_row("/a", "A", FACTS, NOW - timedelta(days=days), NOW).opened == said
