"""Slips with a PIN each, to be cut and handed out."""

from collections.abc import Mapping

from judging_app.domain.event import Event
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.present.leaves.leaf import Leaf, Leaves, Slips
from judging_app.present.organiser.papers import PaperJob, mark_of_rehearsal
from judging_app.present.organiser.score_sheets import in_line
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.present.time_of_day import in_words

SLIPS_TITLE = "PINs to cut and hand out"
WHAT_TO_DO = "Choose your name on the laptop and type the six digits. Show them to nobody."
CAUTION = "Whoever has this file can sign in as anybody in it. Delete it once it is printed."


def slips_job(event: Event, setup: Setup, pins: Mapping[Actor, str]) -> PaperJob:
    """A slip for each of these PINs, in the order in which people sign in."""
    by_key = {actor.key: pin for actor, pin in pins.items()}
    day = in_words(event.held_on) if event.held_on else ""
    slips = tuple(
        (
            row.name,
            in_line(row.detail, event.title, day),
            WHAT_TO_DO,
            f"{by_key[row.key][:3]} {by_key[row.key][3:]}",
        )
        for row in sign_in_rows(setup)
        if row.key in by_key
    )
    leaf = Leaf("PINs", event.title, SLIPS_TITLE, "", (Slips(slips),), is_bare=True)
    rows, mark = Leaves(SLIPS_TITLE, event.title, (leaf,)), mark_of_rehearsal(event)
    return PaperJob(rows, f"PINs, {event.title}", CAUTION, mark=mark)
