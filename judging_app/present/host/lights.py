"""The lights at the head of the host's desk: what is well, what isn't, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from judging_app.power import Power
from judging_app.present.numbers import shown
from judging_app.present.time_of_day import clock_text, in_words, saved_text
from judging_app.words import listed

OVERDUE = timedelta(minutes=10)
"""How long something may be on the record and in no copy before the host is warned."""

LITTLE_SPACE = 500 * 10**6
NO_SPACE = 100 * 10**6
"""Bytes free on the event's disk, below which the light changes."""


class LightState(StrEnum):
    """How a light burns; each value is the state that has a shape and a colour."""

    GOOD = "good"
    ATTENTION = "attention"
    LOSS = "loss"


class LightAct(StrEnum):
    """What a light can offer to do at once, as its button says it."""

    NONE = ""
    COPY_NOW = "Copy now"
    CHOOSE_PLACE = "Choose a second place…"


@dataclass(frozen=True, slots=True)
class Light:
    """One light: what it is about, its state, a few words, and what to do in a sentence or two."""

    key: str
    label: str
    state: LightState
    text: str
    what_to_do: str
    act: LightAct = LightAct.NONE


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """The state of copying to one place.

    `file` and `copied_at` are of its newest copy, `lacks_since` is when the first thing that this
    copy doesn't have was recorded, and `refusal` says why the last attempt failed.
    """

    name: str
    folder: str
    is_second: bool
    file: str = ""
    copied_at: datetime | None = None
    lacks_since: datetime | None = None
    refusal: str = ""
    is_on_events_disk: bool = True


def saved_light(saved_at: datetime | None, refusal: str = "") -> Light:
    """Whether the last change is on the disk; `refusal` says why it isn't."""
    key, label = "saved", "Last save"
    if refusal:
        return Light(key, label, LightState.LOSS, "NOT saved", refusal)
    if saved_at is None:
        return Light(
            key, label, LightState.GOOD, "Nothing to save yet", "You don’t need to do anything."
        )
    told = "Everything up to then is saved on this computer. You don’t need to do anything."
    return Light(key, label, LightState.GOOD, saved_text(saved_at), told)


def copy_light(places: Sequence[CopyPlace], now: datetime) -> Light:
    """Whether a safety copy could take the event's place, by the place that is worst off."""
    if failed := [place for place in places if place.refusal]:
        return _failed_copy(failed, [place for place in places if not place.refusal], now)
    if not places or any(place.copied_at is None for place in places):
        return _copy_attention("No copy yet", "Copy the event now.")
    late = [p for p in places if p.lacks_since is not None and now - p.lacks_since > OVERDUE]
    if late:
        since = _moment(min(p.copied_at for p in late if p.copied_at is not None), now)
        return _copy_attention(
            f"No copy since {since}",
            f"Changes after {since} are in no copy. Check that {_names(late)} can be saved to, "
            "then copy the event now.",
        )
    return _good_copy(places[-1], now)


def disk_light(free_bytes: int | None) -> Light:
    """How much room the event's disk has; `None` where nobody can say."""
    key, label = "disk", "Disk"
    if free_bytes is None:
        return Light(
            key,
            label,
            LightState.ATTENTION,
            "Free space unknown",
            "The event’s disk doesn’t respond. Check that its drive is plugged in.",
        )
    text = f"{_size(free_bytes)} free"
    if free_bytes < NO_SPACE:
        told = "The next ballot may not be saved. Free some space on the event’s disk now."
        return Light(key, label, LightState.LOSS, f"Only {text}", told)
    if free_bytes < LITTLE_SPACE:
        told = "Free some space on the event’s disk before it is full."
        return Light(key, label, LightState.ATTENTION, f"Only {text}", told)
    return Light(key, label, LightState.GOOD, text, "There is enough space on the event’s disk.")


def power_light(power: Power | None) -> Light | None:
    """Whether the computer is plugged in; nothing where it has no battery, or doesn't say."""
    if power is None:
        return None
    if power.is_plugged_in:
        text, state, told = f"Plugged in, {power.percent}%", LightState.GOOD, ""
    else:
        text, state = f"On battery, {power.percent}%", LightState.ATTENTION
        told = "Plug the computer in: a pitch day outlasts a battery."
    return Light("power", "Power", state, text, told)


def distrusted(lights: Sequence[Light], why: str) -> tuple[Light, ...]:
    """The lights over a file that isn't as it was recorded: that comes first, and none is green."""
    first = Light("file", "Event file", LightState.LOSS, "Damaged or changed", why)
    dimmed = (
        replace(one, state=LightState.ATTENTION) if one.state is LightState.GOOD else one
        for one in lights
    )
    return (first, *dimmed)


def projector_light(text: str, what_to_do: str, *, is_well: bool) -> Light:
    """The state of the projector, in the words of those who watch its screen."""
    state = LightState.GOOD if is_well else LightState.ATTENTION
    return Light("projector", "Projector", state, text, what_to_do)


def rehearsal_light(
    rehearsed_at: datetime | None, now: datetime, *, is_published: bool = False
) -> Light:
    """Whether the reveal was gone through beforehand; once it `is_published`, that is past."""
    key, label = "rehearsal", "Reveal"
    if is_published:
        return Light(key, label, LightState.GOOD, "The result is published", "")
    if rehearsed_at is None:
        told = "Rehearse the reveal once before the audience arrives."
        return Light(key, label, LightState.ATTENTION, "Reveal not rehearsed yet", told)
    text = f"Reveal rehearsed {_moment(rehearsed_at, now)}"
    return Light(key, label, LightState.GOOD, text, "Rehearse it again if the order has changed.")


def restore_text(file: str, folder: str, until: str) -> str:
    """How to go on from a copy; `until` is the time up to which it holds everything."""
    return (
        f"If the event is lost or damaged, open it again and continue from “{file}” in {folder}. "
        f"It has everything saved up to {until}."
    )


def _good_copy(place: CopyPlace, now: datetime) -> Light:
    at = place.copied_at or now
    restore = restore_text(place.file, place.folder, _moment(at, now))
    where = f"to {place.name}" if place.is_second else "next to the event"
    advice = f"{restore} {_SAME_DISK}" if place.is_on_events_disk else restore
    act = LightAct.CHOOSE_PLACE if place.is_on_events_disk else LightAct.COPY_NOW
    text = f"Copied {_moment(at, now)} {where}"
    return Light(_COPY, _COPY_LABEL, LightState.GOOD, text, advice, act)


def _failed_copy(failed: Sequence[CopyPlace], made: Sequence[CopyPlace], now: datetime) -> Light:
    told = [place.refusal for place in failed]
    told += [
        f"The copy in {place.name} was made at {_moment(place.copied_at, now)}."
        for place in made
        if place.copied_at is not None
    ]
    return Light(
        _COPY,
        _COPY_LABEL,
        LightState.ATTENTION,
        f"Copy failed: {_names(failed)}",
        " ".join([*told, "The next try is in a minute."]),
        LightAct.CHOOSE_PLACE,
    )


def _copy_attention(text: str, what_to_do: str) -> Light:
    return Light(_COPY, _COPY_LABEL, LightState.ATTENTION, text, what_to_do, LightAct.COPY_NOW)


def _names(places: Sequence[CopyPlace]) -> str:
    return listed([place.name for place in places])


def _moment(at: datetime, now: datetime) -> str:
    """The time of day, with its day unless that is today's."""
    local = at.astimezone()
    if local.date() == now.astimezone().date():
        return clock_text(at)
    return f"{clock_text(at)} on {in_words(local.date())}"


def _size(count: int) -> str:
    """Bytes as people buy them: "41 GB", "4.1 GB", "400 MB"."""
    if count < _GIGABYTE:
        return f"{shown(Fraction(count, _MEGABYTE), 0)} MB"
    return f"{shown(Fraction(count, _GIGABYTE), 0 if count >= 10 * _GIGABYTE else 1)} GB"


_MEGABYTE, _GIGABYTE = 10**6, 10**9
_COPY, _COPY_LABEL = "copy", "Safety copy"
_SAME_DISK = "It is on the same disk as the event. A copy on a USB stick would be safer."
