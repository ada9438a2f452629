"""The sample event that comes with the application, as a folder would be read."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from judging_app.domain.event import Event
from judging_app.domain.roles import Actor, actor_from_key
from judging_app.domain.setup import Intake, Setup
from judging_app.intake.folder import read_folder
from judging_app.paths import RESOURCES

FILE_NAME = "Tech Connect sample.pitchday"
"""What its event file is called in the computer's own folder."""

FOLDER = RESOURCES / "samples" / "tech-connect"


@dataclass(frozen=True, slots=True)
class Sample:
    """Everything to make the sample from, with PINs that anyone may know."""

    event: Event
    intake: Intake
    pins: Mapping[Actor, str]


def read_sample(*, with_ballots: bool = True) -> Sample:
    """The sample day, with all ballots in or before the first one."""
    facts = _facts()
    intake = read_folder(FOLDER)
    return Sample(
        Event(facts["title"], facts["held_on"], facts["venue"]),
        intake if with_ballots else Intake(intake.setup),
        sample_pins(),
    )


def is_sample(event: Event, setup: Setup) -> bool:
    """Whether an event is the sample, or one to practise on, whatever was scored on it."""
    if not event.title.endswith(_facts()["title"]):
        return False  # without reading all that the sample holds
    return setup == read_sample(with_ballots=False).intake.setup


def sample_pins() -> Mapping[Actor, str]:
    """The sample's PINs."""
    return {actor_from_key(key): pin for key, pin in _facts()["pins"].items()}


def _facts() -> Mapping[str, Any]:
    """What belongs to the sample and is in no folder of CSVs."""
    return tomllib.loads((FOLDER / "event.toml").read_text(encoding="utf-8"))
