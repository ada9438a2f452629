"""Who acts: one of four roles, and for a judge, which judge."""

from dataclasses import dataclass
from enum import Enum

from judging_app.domain.ids import JudgeId


class Role(Enum):
    """What a person does on the day."""

    ORGANISER = "organiser"
    HOST = "host"
    SCORER = "scorer"
    JUDGE = "judge"


class Handing(Enum):
    """How a PIN got to whoever has it."""

    PRINTED = "printed"
    SAVED = "saved"
    NOTED = "noted"


PIN_DIGITS = 6
"""How many digits a PIN has."""

LEAST_PASSPHRASE = 12
MOST_PASSPHRASE = 200
"""Characters of the organiser's passphrase."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who signs in with a PIN of their own."""

    role: Role
    judge: JudgeId | None = None

    def __post_init__(self) -> None:
        if (self.role is Role.JUDGE) != (self.judge is not None):
            raise ValueError("a judge, and only a judge, has a judge's id")

    @property
    def key(self) -> str:
        """The actor as one word, as the journal writes it: "host", "judge:J1"."""
        return self.role.value if self.judge is None else f"{self.role.value}:{self.judge}"


ORGANISER = Actor(Role.ORGANISER)
HOST = Actor(Role.HOST)
SCORER = Actor(Role.SCORER)


def actor_from_key(key: str) -> Actor:
    """The actor that `Actor.key` wrote."""
    role, _, judge = key.partition(":")
    return Actor(Role(role), JudgeId(judge) if judge else None)
