"""The lights at the head of the host's desk."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from judging_app.present.host.lights import (
    CopyPlace,
    Light,
    LightAct,
    LightState,
    copy_light,
    disk_light,
    projector_light,
    rehearsal_light,
    saved_light,
)
from judging_app.present.time_of_day import clock_text

NOW = datetime(2019, 6, 3, 12, 30, tzinfo=UTC)
EARLIER = NOW - timedelta(hours=1)
BESIDE = CopyPlace(
    "the event’s folder", "/day copies", is_second=False, file="day copy.pitchday", copied_at=NOW
)
STICK = CopyPlace(
    *("STICK", "/media/STICK"),
    is_second=True,
    file="day copy.pitchday",
    copied_at=NOW,
    is_on_events_disk=False,
)


@pytest.fixture(autouse=True, params=["UTC", "Asia/Kolkata", "America/St_Johns"])
def _zone(request: pytest.FixtureRequest) -> Iterator[None]:
    """What is told must hold wherever the laptop stands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


def _said(light: Light) -> tuple[LightState, str]:
    return light.state, light.text


def test_a_save_is_told_with_its_time_to_the_second() -> None:
    light = saved_light(NOW)

    assert _said(light) == (LightState.GOOD, f"Saved {clock_text(NOW)}:00")


def test_what_is_not_saved_is_a_loss_and_says_what_to_do() -> None:
    light = saved_light(NOW, "The disk is full, so this was NOT saved.")

    assert _said(light) == (LightState.LOSS, "NOT saved")
    assert light.what_to_do == "The disk is full, so this was NOT saved."


def test_before_the_first_change_nothing_is_claimed_to_be_saved() -> None:
    assert _said(saved_light(None)) == (LightState.GOOD, "Nothing to save yet")


def test_a_copy_beside_the_event_is_good_and_offers_a_second_place() -> None:
    light = copy_light([BESIDE], NOW)

    assert _said(light) == (LightState.GOOD, f"Copied {clock_text(NOW)} next to the event")
    assert light.act is LightAct.CHOOSE_PLACE
    assert "a USB stick would be safer" in light.what_to_do


def test_a_copy_on_a_stick_is_named_and_tells_how_to_go_on_from_it() -> None:
    light = copy_light([BESIDE, STICK], NOW)

    assert _said(light) == (LightState.GOOD, f"Copied {clock_text(NOW)} to STICK")
    assert light.act is LightAct.COPY_NOW
    assert light.what_to_do == (
        "If the event is lost or damaged, open it again and continue from “day copy.pitchday” "
        f"in /media/STICK. It has everything saved up to {clock_text(NOW)}."
    )


def test_a_second_place_on_the_events_own_disk_asks_for_a_better_one() -> None:
    light = copy_light([BESIDE, replace(STICK, is_on_events_disk=True)], NOW)

    assert light.state is LightState.GOOD
    assert light.act is LightAct.CHOOSE_PLACE
    assert "a USB stick would be safer" in light.what_to_do


def test_an_old_copy_that_lacks_nothing_is_good() -> None:
    light = copy_light([_made(STICK, EARLIER)], NOW)

    assert _said(light) == (LightState.GOOD, f"Copied {clock_text(EARLIER)} to STICK")


@pytest.mark.parametrize(("minutes", "state"), [(10, LightState.GOOD), (11, LightState.ATTENTION)])
def test_a_copy_that_lacks_something_for_more_than_ten_minutes_needs_attention(
    minutes: int, state: LightState
) -> None:
    late = _made(STICK, EARLIER, lacks_since=NOW - timedelta(minutes=minutes))
    light = copy_light([BESIDE, late], NOW)

    assert light.state is state
    assert (light.text == f"No copy since {clock_text(EARLIER)}") is (state is not LightState.GOOD)


def test_a_copy_that_failed_names_its_place_and_says_what_is_there_all_the_same() -> None:
    failed = CopyPlace("STICK", "/media/STICK", is_second=True, refusal="Put the stick back in.")
    light = copy_light([BESIDE, failed], NOW)

    assert _said(light) == (LightState.ATTENTION, "Copy failed: STICK")
    assert light.what_to_do == (
        f"Put the stick back in. The copy in the event’s folder was made at {clock_text(NOW)}. "
        "The next try is in a minute."
    )
    assert light.act is LightAct.CHOOSE_PLACE


@pytest.mark.parametrize(
    "places",
    [(), (CopyPlace("STICK", "/media/STICK", is_second=True),)],
    ids=["no place", "no copy"],
)
def test_no_copy_at_all_needs_attention(places: tuple[CopyPlace, ...]) -> None:
    light = copy_light(places, NOW)

    assert _said(light) == (LightState.ATTENTION, "No copy yet")
    assert light.act is LightAct.COPY_NOW


def test_a_copy_of_another_day_is_told_with_its_day() -> None:
    light = copy_light([_made(STICK, NOW - timedelta(days=2))], NOW)

    assert light.text == f"Copied {clock_text(NOW)} on 1 June 2019 to STICK"


@pytest.mark.parametrize(
    ("count", "state", "text"),
    [
        (41 * 10**9, LightState.GOOD, "41 GB free"),
        (4_100_000_000, LightState.GOOD, "4.1 GB free"),
        (500 * 10**6, LightState.GOOD, "500 MB free"),
        (500 * 10**6 - 1, LightState.ATTENTION, "Only 500 MB free"),
        (100 * 10**6, LightState.ATTENTION, "Only 100 MB free"),
        (100 * 10**6 - 1, LightState.LOSS, "Only 100 MB free"),
        (0, LightState.LOSS, "Only 0 MB free"),
        (None, LightState.ATTENTION, "Free space unknown"),
    ],
)
def test_a_disk_says_its_room_and_changes_below_500_and_100_megabytes(
    count: int | None, state: LightState, text: str
) -> None:
    assert _said(disk_light(count)) == (state, text)


def test_a_projector_is_told_in_the_words_of_its_screen() -> None:
    light = projector_light("No second screen", "Plug it in.", is_well=False)

    assert _said(light) == (LightState.ATTENTION, "No second screen")
    assert light.what_to_do == "Plug it in."
    assert projector_light("On", "", is_well=True).state is LightState.GOOD


def test_a_reveal_that_was_not_rehearsed_needs_attention() -> None:
    told = _said(rehearsal_light(EARLIER, NOW))

    assert told == (LightState.GOOD, f"Reveal rehearsed {clock_text(EARLIER)}")
    assert _said(rehearsal_light(None, NOW)) == (
        LightState.ATTENTION,
        "Reveal not rehearsed yet",
    )


def _made(place: CopyPlace, at: datetime, lacks_since: datetime | None = None) -> CopyPlace:
    return replace(place, copied_at=at, lacks_since=lacks_since)


def test_once_the_result_is_published_there_is_no_reveal_to_rehearse() -> None:
    light = rehearsal_light(None, NOW, is_published=True)

    assert (light.state, light.text) == (LightState.GOOD, "The result is published")
