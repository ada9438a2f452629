"""Why a scorecard can't be changed, or what was decided about it, in words for its judge."""

from judging_app.closed_sets import complete
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.domain.standings import Exclusion

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
    """What stands above the criteria; empty on an open card that nothing is to be said about."""
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
        return "Scoring hasn’t opened yet. Wait for the organiser to open it."
    return "Scoring is closed. Ask the organiser to reopen it if this ballot is still owed."


def _conflict_notice(conflict: Conflict) -> str:
    said = _CONFLICTS.get(conflict.decision, "")
    return said.format(why=conflict.why.rstrip("."), because=_because(conflict.reason))


def _because(reason: str) -> str:
    return f" Reason: {reason.rstrip('.')}." if reason else ""


_OPEN = frozenset({BallotState.NOT_STARTED, BallotState.DRAFT})

_OUT = complete(
    {
        Exclusion.WITHDRAWN: "This team has withdrawn.",
        Exclusion.DISQUALIFIED: "This team is disqualified.",
    }
)
_OUT_AND_OPEN = complete(
    {
        Exclusion.WITHDRAWN: (
            "This team has withdrawn, so its card is closed; what you scored is kept. If the team "
            "takes part after all, the host puts it back in."
        ),
        Exclusion.DISQUALIFIED: (
            "This team is disqualified, so nobody waits for this ballot. You may score it all the "
            "same: the panel may yet put the team back."
        ),
    }
)

_CONFLICTS = {
    ConflictDecision.UNDECIDED: (
        "A conflict of interest is declared: {why}. The card is closed until the organiser has "
        "decided; what you scored is kept. Tell the organiser that it waits."
    ),
    ConflictDecision.NO_EFFECT: (
        "The organiser decided that you judge this team: the conflict has no effect.{because}"
    ),
    ConflictDecision.FLAGGED: (
        "The organiser decided that you judge this team, and your ballot is flagged.{because}"
    ),
}

_NOTICES = {
    BallotState.SUBMITTED: "Submitted. To change it, ask the organiser to reopen this ballot.",
    BallotState.RECUSED: (
        "You are recused from this team and don’t score it.{because} "
        "If that is wrong, tell the organiser."
    ),
    BallotState.ABSENT: (
        "You are marked absent for this team.{because} If you are here, ask the host to reinstate "
        "your ballot."
    ),
}
