"""The order in which the teams pitch, the time that each has, and drawing it by lot."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from judging_app.domain.clock import LONGEST_S
from judging_app.domain.ids import TeamId
from judging_app.errors import DeskError

DEFAULT_PITCH_S = 5 * 60
DEFAULT_QUESTIONS_S = 3 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """One team's turn; times in seconds."""

    team: TeamId
    pitch_s: int = DEFAULT_PITCH_S
    questions_s: int = DEFAULT_QUESTIONS_S

    def __post_init__(self) -> None:
        if not (0 < self.pitch_s <= LONGEST_S and 0 <= self.questions_s <= LONGEST_S):
            raise DeskError(
                "Enter 1 second to 240 minutes for the pitch, and 0 to 240 minutes for questions."
            )


def check_run_order(slots: tuple[Slot, ...], teams: tuple[TeamId, ...]) -> None:
    """Refuse an order that doesn't name every team once."""
    if sorted(slot.team for slot in slots) != sorted(teams):
        raise DeskError("List every team once in the run order.")


def drawn_order(teams: Sequence[TeamId], seed: str) -> tuple[TeamId, ...]:
    """The teams by the SHA-256 digest of the seed and their id, lowest first.

    Any machine and any language gives the same order, which a library's random numbers don't
    promise from one version to the next.
    """
    return tuple(sorted(teams, key=lambda team: (_digest(seed, team), team)))


def _digest(seed: str, team: TeamId) -> str:
    return hashlib.sha256(f"{seed}\0{team}".encode()).hexdigest()
