"""What became of a ballot, in words; within a sentence, so that a label capitalises them."""

from judging_app.closed_sets import complete
from judging_app.domain.ballots import BallotMove, BallotState
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.reconciliation import BallotPart
from judging_app.domain.standings import Exclusion

STATE_WORDS = complete(
    {
        BallotState.NOT_STARTED: "not started",
        BallotState.DRAFT: "draft",
        BallotState.SUBMITTED: "submitted",
        BallotState.RECUSED: "recused",
        BallotState.ABSENT: "absent",
    }
)

TO_COME = "to come"
"""A ballot that nobody has submitted yet."""

PART_WORDS = complete(
    {
        BallotPart.IN: STATE_WORDS[BallotState.SUBMITTED],
        BallotPart.RECUSED: STATE_WORDS[BallotState.RECUSED],
        BallotPart.ABSENT: STATE_WORDS[BallotState.ABSENT],
        BallotPart.BEING_KEYED: "being typed in",
        BallotPart.OWED: f"still {TO_COME}",
        BallotPart.TEAM_OUT: "for teams that are out",
    }
)
"""After a number of ballots: "2 recused"."""

EXCLUSION_WORDS = complete(
    {Exclusion.WITHDRAWN: "withdrawn", Exclusion.DISQUALIFIED: "disqualified"}
)
"""Why a team is out."""

OUT_WORDS = complete(
    {Exclusion.WITHDRAWN: "has withdrawn", Exclusion.DISQUALIFIED: "is disqualified"}
)
"""What a team did or is that is out: "Lantern has withdrawn"."""

DECISION_WORDS = complete(
    {
        ConflictDecision.UNDECIDED: "undecided",
        ConflictDecision.NO_EFFECT: "no effect",
        ConflictDecision.FLAGGED: "flagged, still scores",
        ConflictDecision.RECUSED: STATE_WORDS[BallotState.RECUSED],
    }
)
"""What a conflict of interest means."""

DECISION_BUTTONS = complete(
    {
        ConflictDecision.UNDECIDED: "",
        ConflictDecision.NO_EFFECT: "No effect",
        ConflictDecision.FLAGGED: "Flag the ballot",
        ConflictDecision.RECUSED: "Recuse the judge",
    }
)
"""What the organiser presses to decide; empty where it can't be decided so."""

DECISIONS = tuple(one for one, words in DECISION_BUTTONS.items() if words)
"""What the organiser can decide."""

MOVE_WORDS = complete(
    {
        BallotMove.SCORE: "change this ballot",
        BallotMove.SUBMIT: "submit this ballot",
        BallotMove.REOPEN: "reopen this ballot",
        BallotMove.RECUSE: "recuse this judge",
        BallotMove.MARK_ABSENT: "mark this judge absent",
        BallotMove.REINSTATE: "let this judge score again",
    }
)
"""What a reason is asked for: "Give a reason to …"."""
