"""What the organiser makes of the comments for teams before a team reads them."""

from dataclasses import dataclass
from enum import Enum

from judging_app.domain.ids import JudgeId, TeamId


class CommentState(Enum):
    """Whether a comment goes out, and how."""

    OPEN = "open"
    """Nobody has reviewed it, or its ballot changed since."""
    RELEASED = "released"
    HELD_BACK = "held back"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class CommentReview:
    """What is decided about the comment of one ballot; `instead` is what a reworded one says.

    What the judge wrote stays on the ballot.
    """

    judge: JudgeId
    team: TeamId
    state: CommentState = CommentState.OPEN
    instead: str = ""

    def text(self, written: str) -> str:
        """What goes out of the words that were written; empty if nothing does."""
        match self.state:
            case CommentState.RELEASED:
                return written
            case CommentState.REWORDED:
                return self.instead
            case CommentState.OPEN | CommentState.HELD_BACK:
                return ""
