"""A state as it is shown: the look of its badge, and its words."""

from dataclasses import dataclass
from enum import Enum

from judging_app.domain.ballots import BallotState
from judging_app.domain.event import Phase
from judging_app.domain.standings import Exclusion
from judging_app.present.words.ballots import EXCLUSION_WORDS, STATE_WORDS
from judging_app.present.words.event import PHASE_WORDS


@dataclass(frozen=True, slots=True)
class State:
    """`look` leads to a shape and a colour; `words` say the state within a sentence."""

    look: str
    words: str


def look_of(member: Enum) -> str:
    """What leads to the shape and the colour of a member of a closed set: its code."""
    return str(member.value)


def ballot_state(state: BallotState) -> State:
    """The state of a ballot."""
    return State(look_of(state), STATE_WORDS[state])


def out_state(exclusion: Exclusion) -> State:
    """The state of a team that is out."""
    return State(look_of(exclusion), EXCLUSION_WORDS[exclusion])


def phase_state(phase: Phase) -> State:
    """The state of the event."""
    return State(look_of(phase), PHASE_WORDS[phase])
