"""What people decide about the result: ties, exclusions, penalties, points, moderation, awards."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import count

from judging_app.desk.ballots import check_known
from judging_app.desk.desk import Changed, Desk, Doing
from judging_app.desk.rights import Sight
from judging_app.desk.scoring import owed_ballots
from judging_app.domain import acts, subjects
from judging_app.domain.ballots import BallotState
from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    PanelDecision,
    Penalty,
    TeamExclusion,
    TeamPoints,
)
from judging_app.domain.event import Method, Phase
from judging_app.domain.ids import AwardId, CriterionId, JudgeId, TeamId
from judging_app.domain.names import remark, tidy_name
from judging_app.domain.roles import Actor
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak
from judging_app.errors import DeskError, UnknownError
from judging_app.present.words.ballots import EXCLUSION_WORDS, OUT_WORDS
from judging_app.store import ballot_rows, decision_rows, programme_rows


def declare_method(
    desk: Desk,
    actor: Actor,
    method: Method,
    *,
    trims_by_criterion: bool = False,
    reason: str = "",
) -> Changed:
    """Declare how ballots become a result; once scoring is open this takes a reason."""
    with desk.doing(actor, acts.DeclareMethod) as doing:
        said = _late_reason(desk, reason, "the method")
        doing.record(acts.DeclareMethod(method, trims_by_criterion), said)
        _take_back_reveal(desk, doing)
    return doing.changed


def declare_tie_breaks(
    desk: Desk, actor: Actor, tie_breaks: Sequence[DeclaredTieBreak], reason: str = ""
) -> Changed:
    """Declare the rules that settle a tie; once scoring is open this takes a reason."""
    with desk.doing(actor, acts.DeclareTieBreaks) as doing:
        for one in tie_breaks:
            if one.criterion is not None:
                _check_judged(desk, one.criterion)
        said = _late_reason(desk, reason, "the tie-breaks")
        doing.record(acts.DeclareTieBreaks(tuple(tie_breaks)), said)
        _take_back_reveal(desk, doing)
    return doing.changed


def exclude(desk: Desk, actor: Actor, team: TeamId, exclusion: Exclusion, reason: str) -> Changed:
    """Take a team out of the places; it stays listed at the end."""
    with desk.doing(actor, acts.ExcludeTeam, subjects.team(team)) as doing:
        _check_team(desk, team)
        said = _reason(reason, f"mark a team {EXCLUSION_WORDS[exclusion]}")
        doing.record(acts.ExcludeTeam(TeamExclusion(team, exclusion, said)), said)
        _take_back_reveal(desk, doing)
    return doing.changed


def restore(desk: Desk, actor: Actor, team: TeamId, reason: str) -> Changed:
    """Put a team back among the places."""
    with desk.doing(actor, acts.RestoreTeam, subjects.team(team)) as doing:
        if team not in {one.team for one in decision_rows.exclusions(desk.file.db)}:
            raise DeskError(
                f"Team “{team}” is still taking part. Choose a team that is withdrawn or "
                "disqualified."
            )
        doing.record(acts.RestoreTeam(team), _reason(reason, "put a team back"))
        _take_back_reveal(desk, doing)
    return doing.changed


def exclusions(desk: Desk) -> tuple[TeamExclusion, ...]:
    """The teams that are out of the places, with the reasons."""
    return tuple(decision_rows.exclusions(desk.file.db))


def set_penalty(desk: Desk, actor: Actor, team: TeamId, points: Fraction, reason: str) -> Changed:
    """Set the points taken off a team after the panel's arithmetic; 0 lifts them."""
    with desk.doing(actor, acts.SetPenalty, subjects.team(team)) as doing:
        _check_team(desk, team)
        if points < 0:
            raise DeskError("A penalty takes points off. Enter 0 or more.")
        said = _reason(reason, "set a penalty")
        doing.record(acts.SetPenalty(Penalty(team, points, said)), said)
        _take_back_reveal(desk, doing)
    return doing.changed


def enter_points(
    desk: Desk, actor: Actor, team: TeamId, criterion: CriterionId, score: int
) -> Changed:
    """Enter a team's points on a criterion that the organiser fills in, in steps."""
    with desk.doing(actor, acts.EnterPoints, subjects.team(team)) as doing:
        _check_team(desk, team)
        rubric = desk.setup().rubric
        wanted = rubric.criterion(criterion)
        if wanted not in rubric.by_organiser:
            raise DeskError(
                f"The judges score “{wanted.title}”. Enter points for a criterion that the "
                "organiser scores."
            )
        wanted.check(score)
        doing.record(acts.EnterPoints(TeamPoints(team, criterion, score)))
        _take_back_reveal(desk, doing)
    return doing.changed


def agree_score(
    desk: Desk,
    actor: Actor,
    judge: JudgeId,
    team: TeamId,
    criterion: CriterionId,
    score: int,
    reason: str,
) -> Changed:
    """Put the score that the panel agreed beside the judge's own, which stays on the record."""
    with desk.doing(actor, acts.AgreeScore, subjects.ballot(judge, team)) as doing:
        check_known(desk, judge, team)
        if desk.event().phase is Phase.SCORING and owed_ballots(desk):
            raise DeskError(
                "Some ballots are still to come. Wait for them or close scoring, then record "
                "agreed scores."
            )
        ballot = ballot_rows.ballot(desk.file.db, judge, team)
        if ballot.state is not BallotState.SUBMITTED or criterion not in ballot.scores:
            raise DeskError(
                "Only a score on a submitted ballot can be changed. Choose another ballot."
            )
        desk.setup().rubric.criterion(criterion).check(score)
        said = _reason(reason, "change a score to the agreed one")
        before = ballot.scores[criterion]
        doing.record(
            acts.AgreeScore(AgreedScore(judge, team, criterion, before, score, said)), said
        )
        _take_back_reveal(desk, doing)
    return doing.changed


def decide_order(
    desk: Desk, actor: Actor, order: Sequence[Sequence[TeamId]], reason: str
) -> Changed:
    """Record the panel's own order, best first; it is shown beside the arithmetic."""
    with desk.doing(actor, acts.DecideOrder) as doing:
        for team in (team for joint in order for team in joint):
            _check_team(desk, team)
        said = _reason(reason, "decide the order")
        decision = PanelDecision(tuple(tuple(joint) for joint in order if joint), said)
        doing.record(acts.DecideOrder(decision), said)
        _take_back_reveal(desk, doing)
    return doing.changed


def drop_decision(desk: Desk, actor: Actor, reason: str) -> Changed:
    """Take the panel's order back; only the scores decide again."""
    with desk.doing(actor, acts.DropDecision) as doing:
        if decision_rows.decision(desk.file.db) is None:
            raise DeskError("The panel has not decided an order. The places come from the scores.")
        doing.record(acts.DropDecision(), _reason(reason, "undo the decision"))
        _take_back_reveal(desk, doing)
    return doing.changed


def declare_award(desk: Desk, actor: Actor, award: Award) -> Changed:
    """Add an award, or change the one of the same id."""
    with desk.doing(actor, acts.DeclareAward, subjects.award(award.id)) as doing:
        if award.place is not None and award.place < 1:
            raise DeskError(f"“{award.title}” can’t be for place {award.place}. Enter 1 or more.")
        for criterion in award.criteria:
            _check_judged(desk, criterion)
        once = tuple(dict.fromkeys(award.criteria))
        doing.record(acts.DeclareAward(replace(award, title=tidy_name(award.title), criteria=once)))
        _take_back_awards(desk, doing)
    return doing.changed


def free_award_id(desk: Desk) -> AwardId:
    """An id that no award has."""
    taken = {award.id for award in decision_rows.awards(desk.file.db)}
    return AwardId(next(f"A{n}" for n in count(len(taken) + 1) if f"A{n}" not in taken))


def decide_award(
    desk: Desk,
    actor: Actor,
    award: AwardId,
    teams: Sequence[TeamId],
    reason: str,
    *,
    even_if_out: bool = False,
) -> Changed:
    """Give an award to the teams that the panel chose."""
    with desk.doing(actor, acts.DecideAward, subjects.award(award)) as doing:
        if award not in {one.id for one in decision_rows.awards(desk.file.db)}:
            raise UnknownError(f"There is no award “{award}” in this event. Add it first.")
        if not teams or len(set(teams)) < len(teams):
            raise DeskError("Choose each winning team only once.")
        for team in teams:
            _check_team(desk, team)
        if not even_if_out:
            _check_in(desk, teams)
        said = _reason(reason, "choose who gets an award")
        doing.record(acts.DecideAward(AwardDecision(award, tuple(teams), said)), said)
        _take_back_awards(desk, doing)
    return doing.changed


def agreed_scores(
    desk: Desk, actor: Actor
) -> Mapping[tuple[JudgeId, TeamId, CriterionId], AgreedScore]:
    """The scores agreed in moderation."""
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    return decision_rows.agreed_scores(desk.file.db)


def _check_in(desk: Desk, teams: Sequence[TeamId]) -> None:
    names = {team.id: team.name for team in desk.setup().teams}
    for one in exclusions(desk):
        if one.team in teams:
            raise DeskError(
                f"{names[one.team]} {OUT_WORDS[one.exclusion]}. Choose another team, or say that "
                "it gets the award even so."
            )


def _take_back_reveal(desk: Desk, doing: Doing) -> None:
    """Drop the reveal that was planned: what its steps announce may not be the result any more."""
    if programme_rows.reveal_plan(desk.file.db) is not None:
        doing.record(acts.PlanReveal(None))


def _take_back_awards(desk: Desk, doing: Doing) -> None:
    """The same for a change of awards, which a reveal of places alone doesn't announce."""
    plan = programme_rows.reveal_plan(desk.file.db)
    if plan and any(step.award is not None for step in plan.steps):
        _take_back_reveal(desk, doing)


def _check_judged(desk: Desk, criterion: CriterionId) -> None:
    wanted = desk.setup().rubric.criterion(criterion)
    if not wanted.is_judged:
        raise DeskError(
            f"The organiser scores “{wanted.title}”. Choose a criterion that the judges score."
        )


def _check_team(desk: Desk, team: TeamId) -> None:
    if team not in {one.id for one in desk.setup().teams}:
        raise UnknownError(f"There is no team “{team}” in this event. Check its code.")


def _reason(reason: str, to_do: str) -> str:
    if said := remark(reason):
        return said
    raise DeskError(f"Give a reason to {to_do}. It stays on the record.")


def _late_reason(desk: Desk, reason: str, what: str) -> str:
    if desk.event().phase is Phase.SETTING_UP:
        return remark(reason)
    return _reason(reason, f"change {what} now that scoring has opened")
