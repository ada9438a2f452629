"""Slips with a PIN each, to be cut and handed out."""

from collections.abc import Mapping
from dataclasses import dataclass

from judging_app.domain.event import Event
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.present.organiser.papers import PaperJob
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.present.time_of_day import in_words

SLIPS_TITLE = "PINs to cut and hand out"
SLIPS_HINT = "Give each person their own slip. A lost PIN is replaced, never looked up."
CAUTION = "Whoever has this file can sign in as anybody in it. Delete it once it is printed."


@dataclass(frozen=True, slots=True)
class PinSlip:
    """Whose PIN it is, who that is, and the PIN in two groups."""

    name: str
    detail: str
    pin: str


@dataclass(frozen=True, slots=True)
class PinSlips:
    """All slips of one file."""

    event: str
    day: str
    slips: tuple[PinSlip, ...]


def slips_job(event: Event, setup: Setup, pins: Mapping[Actor, str]) -> PaperJob:
    """A slip for each of these PINs, in the order in which people sign in."""
    by_key = {actor.key: pin for actor, pin in pins.items()}
    slips = tuple(
        PinSlip(row.name, row.detail, f"{by_key[row.key][:3]} {by_key[row.key][3:]}")
        for row in sign_in_rows(setup)
        if row.key in by_key
    )
    day = in_words(event.held_on) if event.held_on else ""
    return PaperJob(PinSlips(event.title, day, slips), f"PINs, {event.title}", CAUTION)
