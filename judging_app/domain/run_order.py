"""The order in which the teams pitch, and the time that each has."""

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
    """Refuse an order that doesn't name every team once.

    Raises:
        DeskError: if so.
    """
    if sorted(slot.team for slot in slots) != sorted(teams):
        raise DeskError("List every team once in the run order.")
