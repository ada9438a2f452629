"""What is done with ballots: score, comment, submit, reopen, recuse, mark absent, reinstate."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from judging_app.desk.desk import Changed, Desk
from judging_app.desk.recall import recalled
from judging_app.desk.rights import Sight
from judging_app.domain import acts, subjects
from judging_app.domain.ballots import (
    REASONED_MOVES,
    Ballot,
    BallotMove,
    BallotState,
    unknown_ballot,
)
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.journal import receipt as letters
from judging_app.domain.names import remark
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import Actor, Role
from judging_app.domain.standings import Exclusion
from judging_app.errors import DeskError, NotAllowedError
from judging_app.present.words.ballots import MOVE_WORDS
from judging_app.store import ballot_rows, decision_rows, sheet_rows
from judging_app.store.submissions import submissions, submitting_digests


def score(
    desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, criterion: CriterionId, steps: int
) -> Changed:
    """Score one criterion of a draft, in steps of its scale.

    Raises:
        NotAllowedError: for another judge's ballot, outside scoring, for a team that withdrew, or
            while a conflict of interest is undecided or a paper sheet is being keyed.
        BallotStateError: if the ballot can't be scored in its state.
        ScoreOffScaleError: for a score off the scale.
        NotSavedError: if it didn't reach the disk.
    """

    def scored(ballot: Ballot) -> Ballot:
        return replace(ballot, scores={**ballot.scores, criterion: steps}, keyed_by="")

    return _change(desk, actor, acts.SaveBallot, BallotMove.SCORE, judge, team, scored)


def clear(
    desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, criterion: CriterionId
) -> Changed:
    """Make a criterion of a draft not scored again."""

    def cleared(ballot: Ballot) -> Ballot:
        kept = {key: steps for key, steps in ballot.scores.items() if key != criterion}
        return replace(ballot, scores=kept, keyed_by="")

    return _change(desk, actor, acts.SaveBallot, BallotMove.SCORE, judge, team, cleared)


def comment(
    desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, for_team: str, for_panel: str
) -> Changed:
    """Write the comments of a draft: one for the team, one for the panel only."""

    def commented(ballot: Ballot) -> Ballot:
        said = replace(ballot, for_team=remark(for_team), for_panel=remark(for_panel))
        return replace(said, keyed_by="")

    return _change(desk, actor, acts.SaveBallot, BallotMove.SCORE, judge, team, commented)


def submit(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId) -> Changed:
    """Submit a ballot; from now on it counts, and only reopening it can change it."""
    return _change(desk, actor, acts.SubmitBallot, BallotMove.SUBMIT, judge, team, _as_it_is)


def reopen(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, reason: str) -> Changed:
    """Make a submitted ballot a draft again, with its scores."""
    return _change(
        desk, actor, acts.ReopenBallot, BallotMove.REOPEN, judge, team, _as_it_is, reason
    )


def recuse(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, reason: str) -> Changed:
    """Take a judge off a team; what they had scored stays on the record and doesn't count."""
    return _change(desk, actor, acts.RecuseJudge, BallotMove.RECUSE, judge, team, _emptied, reason)


def mark_absent(
    desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, reason: str = ""
) -> Changed:
    """Record that a judge wasn't there for a team; a reason may be given."""
    return _change(
        desk, actor, acts.MarkAbsent, BallotMove.MARK_ABSENT, judge, team, _emptied, reason
    )


def reinstate(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, reason: str) -> Changed:
    """Take back a recusal or an absence; the ballot is not started."""
    return _change(
        desk, actor, acts.ReinstateBallot, BallotMove.REINSTATE, judge, team, _emptied, reason
    )


def ballot(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId) -> Ballot:
    """One ballot, for its own judge or the organiser."""
    check_may_see(desk, actor, judge, subjects.ballot(judge, team))
    check_known(desk, judge, team)
    return ballot_rows.ballot(desk.file.db, judge, team)


def ballots_of(desk: Desk, actor: Actor, judge: JudgeId) -> tuple[Ballot, ...]:
    """A judge's ballots for every team, in the teams' order."""
    check_may_see(desk, actor, judge, f"ballots of {judge}")
    # Team by team: of all that a large panel scored, this judge's is a small part.
    return tuple(ballot_rows.ballot(desk.file.db, judge, team.id) for team in desk.setup().teams)


def all_ballots(desk: Desk, actor: Actor) -> Mapping[tuple[JudgeId, TeamId], Ballot]:
    """Every judge's ballot for every team, with scores."""
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    return every_ballot(desk)


def progress(desk: Desk, actor: Actor) -> Mapping[tuple[JudgeId, TeamId], Ballot]:
    """Every judge's ballot for every team without scores and comments: its state and reason."""
    desk.check_sight(actor, Sight.PROGRESS)
    return {
        key: replace(ballot, scores={}, for_team="", for_panel="")
        for key, ballot in every_ballot(desk).items()
    }


@recalled
def every_ballot(desk: Desk) -> Mapping[tuple[JudgeId, TeamId], Ballot]:
    """Every judge's ballot for every team; for the desk's own questions, not for a screen."""
    touched = ballot_rows.ballots(desk.file.db)
    setup = desk.setup()
    return {
        (judge.id, team.id): touched.get((judge.id, team.id), Ballot(judge.id, team.id))
        for judge in setup.judges
        for team in setup.teams
    }


def check_known(desk: Desk, judge: JudgeId, team: TeamId) -> None:
    """Refuse a judge or a team that the event doesn't have."""
    setup = desk.setup()
    if judge not in {j.id for j in setup.judges} or team not in {t.id for t in setup.teams}:
        raise unknown_ballot(judge, team)


def is_recused(desk: Desk, judge: JudgeId, team: TeamId) -> bool:
    """Whether the judge is off the team already; for the desk's own questions."""
    return ballot_rows.ballot(desk.file.db, judge, team).state is BallotState.RECUSED


def absence(before: Ballot, reason: str) -> acts.MarkAbsent:
    """The act that marks a ballot's judge absent, for another act that brings it about."""
    state = before.moved_to(BallotMove.MARK_ABSENT)
    return acts.MarkAbsent(_emptied(replace(before, state=state, reason=reason)))


def recusal(desk: Desk, judge: JudgeId, team: TeamId, reason: str) -> acts.RecuseJudge:
    """The act that takes a judge off a team, for another act that brings it about."""
    before = ballot_rows.ballot(desk.file.db, judge, team)
    state = before.moved_to(BallotMove.RECUSE)
    return acts.RecuseJudge(_emptied(replace(before, state=state, reason=reason)))


def _change(
    desk: Desk,
    actor: Actor,
    kind: type[acts.BallotAct],
    move: BallotMove,
    judge: JudgeId,
    team: TeamId,
    changed: Callable[[Ballot], Ballot],
    reason: str = "",
) -> Changed:
    with desk.doing(actor, kind, subjects.ballot(judge, team)) as doing:
        _check_own(actor, judge)
        check_known(desk, judge, team)
        if move in _BY_THE_JUDGE:
            _check_open_to_judge(desk, judge, team)
        before = ballot_rows.ballot(desk.file.db, judge, team)
        state = before.moved_to(move)
        after = changed(replace(before, state=state, reason=_reason(move, reason)))
        after.check(desk.setup().rubric)
        doing.record(kind(after), after.reason)
    return doing.changed


_BY_THE_JUDGE = frozenset({BallotMove.SCORE, BallotMove.SUBMIT})


def _check_open_to_judge(desk: Desk, judge: JudgeId, team: TeamId) -> None:
    """Refuse a card that waits for somebody else.

    Also that of a team that withdrew: it doesn't pitch, so there is nothing to judge, and what was
    scored before is kept. One that is disqualified may have pitched and its card stays open, for
    the panel may put it back when the others have left; its ballots are not owed meanwhile.
    """
    if has_withdrawn(desk, team):
        raise NotAllowedError(
            "This team has withdrawn, so its scorecard is closed. If the team takes part after "
            "all, ask the host to put it back."
        )
    if has_open_conflict(desk, judge, team):
        raise NotAllowedError(
            "A conflict of interest with this team isn’t decided yet, so its scorecard is "
            "closed. Ask the organiser to decide."
        )
    if sheet_rows.keyings_of(desk.file.db, judge, team):
        raise NotAllowedError(
            "A paper sheet is being typed in for this ballot. Ask the scorer to finish it or "
            "delete it."
        )


def has_open_conflict(desk: Desk, judge: JudgeId, team: TeamId) -> bool:
    """Whether a conflict of interest of this judge for this team waits to be decided."""
    return any(
        (one.judge, one.team) == (judge, team) and one.decision is ConflictDecision.UNDECIDED
        for one in ballot_rows.conflicts(desk.file.db)
    )


def has_withdrawn(desk: Desk, team: TeamId) -> bool:
    """Whether a team has withdrawn, and not been put back."""
    return any(
        (one.team, one.exclusion) == (team, Exclusion.WITHDRAWN)
        for one in decision_rows.exclusions(desk.file.db)
    )


def _reason(move: BallotMove, reason: str) -> str:
    said = remark(reason)
    if move in REASONED_MOVES and not said:
        raise DeskError(f"Give a reason to {MOVE_WORDS[move]}. It stays on the record.")
    return said


def _as_it_is(ballot: Ballot) -> Ballot:
    return ballot


def _emptied(ballot: Ballot) -> Ballot:
    return replace(ballot, scores={}, for_team="", for_panel="", keyed_by="")


def _check_own(actor: Actor, judge: JudgeId) -> None:
    if actor.role is Role.JUDGE and actor.judge != judge:
        raise NotAllowedError("This is another judge’s ballot. Sign in as that judge to open it.")


def check_may_see(desk: Desk, actor: Actor, judge: JudgeId, about: str) -> None:
    """Refuse, and record, a look at a judge's ballots by anybody but them and the organiser."""
    if actor.role is Role.ORGANISER:
        desk.check_sight(actor, Sight.ALL_BALLOTS, about)
        return
    desk.check_sight(actor, Sight.OWN_BALLOTS, about)
    try:
        _check_own(actor, judge)
    except NotAllowedError as refusal:
        desk.refuse_sight(actor, Sight.OWN_BALLOTS, about, refusal)


def receipt(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId) -> str:
    """The receipt of one ballot; empty unless it is submitted."""
    ballot(desk, actor, judge, team)
    found = submitting_digests(desk.file.db, judge, team)
    return letters(found[judge, team]) if found else ""


def receipts_of(desk: Desk, actor: Actor, judge: JudgeId) -> Mapping[TeamId, str]:
    """The receipts of a judge's submitted ballots."""
    check_may_see(desk, actor, judge, f"receipts of {judge}")
    found = submitting_digests(desk.file.db, judge)
    return {team: letters(digest) for (_, team), digest in found.items()}


def submitted_at(desk: Desk, actor: Actor, judge: JudgeId) -> Mapping[TeamId, datetime]:
    """When a judge's submitted ballots were submitted."""
    check_may_see(desk, actor, judge, f"receipts of {judge}")
    found = submissions(desk.file.db, judge)
    return {team: at for (_, team), (_, at) in found.items()}


def every_receipt(desk: Desk) -> Mapping[tuple[JudgeId, TeamId], str]:
    """The receipt of every submitted ballot; for the desk's own questions, not for a screen."""
    return {key: letters(digest) for key, digest in submitting_digests(desk.file.db).items()}
