"""A ballot, one judge's scores and comments for one team, and the moves that it can make."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.errors import (
    BallotStateError,
    IncompleteBallotError,
    NotAllowedError,
    UnknownError,
)
from judging_app.words import listed


class BallotState(Enum):
    """Only a submitted ballot counts."""

    NOT_STARTED = "not started"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RECUSED = "recused"
    ABSENT = "absent"


class BallotMove(Enum):
    """What can be done with a ballot."""

    SCORE = "score"
    SUBMIT = "submit"
    REOPEN = "reopen"
    RECUSE = "recuse"
    MARK_ABSENT = "mark absent"
    REINSTATE = "reinstate"


_OPEN = frozenset({BallotState.NOT_STARTED, BallotState.DRAFT})

BALLOT_MOVES: Mapping[BallotMove, tuple[frozenset[BallotState], BallotState]] = complete(
    {
        BallotMove.SCORE: (_OPEN, BallotState.DRAFT),
        BallotMove.SUBMIT: (_OPEN, BallotState.SUBMITTED),
        BallotMove.REOPEN: (frozenset({BallotState.SUBMITTED}), BallotState.DRAFT),
        BallotMove.RECUSE: (
            _OPEN | {BallotState.SUBMITTED, BallotState.ABSENT},
            BallotState.RECUSED,
        ),
        BallotMove.MARK_ABSENT: (_OPEN, BallotState.ABSENT),
        BallotMove.REINSTATE: (
            frozenset({BallotState.RECUSED, BallotState.ABSENT}),
            BallotState.NOT_STARTED,
        ),
    }
)
"""Every legal move: the states that it can start from, and the one that it leads to."""


REASONED_MOVES = frozenset({BallotMove.REOPEN, BallotMove.RECUSE, BallotMove.REINSTATE})
"""The moves that go on the record with a reason only."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """One judge's ballot for one team; scores are counted in steps of their criterion.

    A criterion without an entry in `scores` is not scored, which is never zero. A ballot that
    came on paper says who keyed it in, `keyed_by`.
    """

    judge: JudgeId
    team: TeamId
    state: BallotState = BallotState.NOT_STARTED
    scores: Mapping[CriterionId, int] = field(default_factory=dict)
    for_team: str = ""
    for_panel: str = ""
    reason: str = ""
    keyed_by: str = ""

    @property
    def counts(self) -> bool:
        """Whether it enters the tally."""
        return self.state is BallotState.SUBMITTED

    def moved_to(self, move: BallotMove) -> BallotState:
        """The state that `move` leads to from here.

        Raises:
            BallotStateError: if the move isn't legal from this state.
        """
        starts, end = BALLOT_MOVES[move]
        if self.state not in starts:
            raise BallotStateError(_REFUSALS[self.state])
        return end

    def missing(self, rubric: Rubric) -> tuple[Criterion, ...]:
        """The judge's criteria that are not scored yet, bonus too, in the rubric's order."""
        return tuple(c for c in rubric.judged if c.id not in self.scores)

    def missing_comment(self, rubric: Rubric) -> tuple[Criterion, ...]:
        """The criteria that need a comment for the team, as long as there is none."""
        if self.for_team.strip():
            return ()
        return tuple(c for c in rubric.judged if c.needs_comment)

    def check(self, rubric: Rubric) -> None:
        """Refuse scores that the rubric doesn't know or that are off its scales.

        Raises:
            UnknownError: for a criterion that the rubric doesn't have.
            NotAllowedError: for a criterion that the organiser scores.
            ScoreOffScaleError: for a score off its criterion's scale.
            IncompleteBallotError: if it is submitted with criteria not scored, or without the
                comment for the team that a criterion needs.
            BallotStateError: if it holds scores in a state that can't hold any.
        """
        for identifier, score in self.scores.items():
            criterion = rubric.criterion(identifier)
            if not criterion.is_judged:
                raise NotAllowedError(
                    f"The organiser scores “{criterion.title}”, once for each team. Leave it out "
                    "of the ballot."
                )
            criterion.check(score)
        if self.state is BallotState.SUBMITTED and (missing := self.missing(rubric)):
            raise IncompleteBallotError(
                f"Not scored yet: {listed([c.title for c in missing])}. Score every criterion, "
                "then submit."
            )
        if self.state is BallotState.SUBMITTED and (needed := self.missing_comment(rubric)):
            raise IncompleteBallotError(
                f"{listed([c.title for c in needed])} {'needs' if len(needed) == 1 else 'need'} a "
                "comment for the team. Write one, then submit."
            )
        if self.scores and self.state not in _HOLDS_SCORES:
            raise BallotStateError("Only a draft and a submitted ballot can have scores.")


_HOLDS_SCORES = frozenset({BallotState.DRAFT, BallotState.SUBMITTED})

_REFUSALS: Mapping[BallotState, str] = complete(
    {
        BallotState.NOT_STARTED: "This ballot is not started, so there is nothing to undo.",
        BallotState.DRAFT: "This ballot is still a draft. Submit it first.",
        BallotState.SUBMITTED: (
            "This ballot is submitted. Ask the organiser to reopen it, then change it."
        ),
        BallotState.RECUSED: (
            "This judge doesn’t score this team. Ask the organiser to let the judge score it again."
        ),
        BallotState.ABSENT: (
            "This judge is marked absent for this team. Ask the host to let the judge score it "
            "again."
        ),
    }
)


def ballot_key(ballot: Ballot) -> tuple[JudgeId, TeamId]:
    """What identifies a ballot within an event."""
    return ballot.judge, ballot.team


def unknown_ballot(judge: JudgeId, team: TeamId) -> UnknownError:
    """The refusal of a ballot for a judge or team that the event doesn't have."""
    return UnknownError(f"There is no ballot from judge “{judge}” for team “{team}” in this event.")
