"""Why a scorecard can't be changed, or what was decided about it, in words for its judge."""

from judging_app.closed_sets import complete
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.domain.standings import Exclusion
from judging_app.present.words.ballots import OUT_WORDS, STATE_WORDS

TAKEN_OFF = frozenset({BallotState.RECUSED, BallotState.ABSENT})
"""The states of a ballot that its judge doesn't owe."""


def notice(
    event: Event,
    ballot: Ballot,
    conflict: Conflict | None,
    exclusion: Exclusion | None = None,
    *,
    is_open: bool,
) -> str:
    """What is above the criteria; empty on an open card that nothing is to be said about."""
    waits = event.phase is Phase.SCORING and ballot.state in _OPEN
    # Why a team is out is not said: the reason may be private, as an illness is.
    about_team = (_OUT_AND_OPEN if waits else _OUT)[exclusion] if exclusion else ""
    if waits and exclusion is Exclusion.WITHDRAWN:
        return about_team
    own = _own_notice(event, ballot, conflict, is_open=is_open)
    return " ".join(part for part in (about_team, own) if part)


def _own_notice(event: Event, ballot: Ballot, conflict: Conflict | None, *, is_open: bool) -> str:
    about_conflict = _conflict_notice(conflict) if conflict else ""
    is_waiting = conflict is not None and conflict.decision is ConflictDecision.UNDECIDED
    is_scoring = event.phase is Phase.SCORING and ballot.state not in TAKEN_OFF
    if is_open or (is_waiting and is_scoring):
        return about_conflict
    if said := _NOTICES.get(ballot.state):
        return said.format(because=_because(ballot.reason))
    if event.phase is Phase.SETTING_UP:
        return "Scoring isn’t open yet. The organiser will open it."
    return (
        "Scoring is closed. If you still have to submit this ballot, ask the organiser to reopen "
        "scoring."
    )


def _conflict_notice(conflict: Conflict) -> str:
    said = _CONFLICTS.get(conflict.decision, "")
    return said.format(why=conflict.why.rstrip("."), because=_because(conflict.reason))


def _because(reason: str) -> str:
    return f" Reason: {reason.rstrip('.')}." if reason else ""


_OPEN = frozenset({BallotState.NOT_STARTED, BallotState.DRAFT})

_OUT = {exclusion: f"This team {words}." for exclusion, words in OUT_WORDS.items()}
_OUT_AND_OPEN = complete(
    {
        Exclusion.WITHDRAWN: (
            "This team has withdrawn, so its scorecard is closed. Your scores are saved, in case "
            "the host puts the team back."
        ),
        Exclusion.DISQUALIFIED: (
            "This team is disqualified, so this ballot isn’t needed. You can still score it, in "
            "case the panel puts the team back."
        ),
    }
)

_CONFLICTS = {
    ConflictDecision.UNDECIDED: (
        "A conflict of interest is declared: {why}. Ask the organiser to decide. Your scores are "
        "saved until then."
    ),
    ConflictDecision.NO_EFFECT: (
        "The organiser decided that this conflict has no effect. You score this team.{because}"
    ),
    ConflictDecision.FLAGGED: (
        "The organiser decided that you score this team and that your ballot is flagged.{because}"
    ),
}

_NOTICES = {
    BallotState.SUBMITTED: "To change anything, ask the organiser to reopen this ballot.",
    BallotState.RECUSED: (
        f"You are {STATE_WORDS[BallotState.RECUSED]} from this team and don’t score it.{{because}} "
        "If that is wrong, tell the organiser."
    ),
    BallotState.ABSENT: (
        "You are marked absent for this team.{because} If you are here, ask the host to let you "
        "score this team."
    ),
}
