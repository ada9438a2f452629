"""Turns what the decisions part asks for into acts of the desk."""

from fractions import Fraction

from judging_app.desk import decisions
from judging_app.desk.desk import Changed, Desk
from judging_app.domain.acts import DecideOrder, ExcludeTeam, SetPenalty, act_name
from judging_app.domain.decisions import Award
from judging_app.domain.figures import figure
from judging_app.domain.ids import AwardId, CriterionId, JudgeId, TeamId
from judging_app.domain.roles import Actor
from judging_app.present.result.decisions import DecisionLine
from ui.result.wanted import (
    AgreedWanted,
    AwardWanted,
    GivenWanted,
    MethodWanted,
    OrderWanted,
    OutWanted,
    PenaltyWanted,
    PointsWanted,
    TieBreaksWanted,
    Wanted,
)


def record_wanted(  # noqa: PLR0911 - one case a kind
    desk: Desk, actor: Actor, wanted: Wanted, reason: str
) -> Changed:
    """Record one decision.

    Raises:
        DeskError: if the desk refuses it, or a figure can't be read.
    """
    match wanted:
        case OrderWanted(order):
            levels = [[TeamId(team) for team in joint] for joint in order]
            return decisions.decide_order(desk, actor, levels, reason)
        case OutWanted(team, exclusion):
            return decisions.exclude(desk, actor, TeamId(team), exclusion, reason)
        case PenaltyWanted(team, typed):
            return decisions.set_penalty(
                desk, actor, TeamId(team), figure(typed, takes_fractions=True), reason
            )
        case AgreedWanted(judge, team, criterion, typed):
            known = CriterionId(criterion)
            score = _steps(desk, known, typed)
            return decisions.agree_score(
                desk, actor, JudgeId(judge), TeamId(team), known, score, reason
            )
        case PointsWanted(team, criterion, typed):
            known = CriterionId(criterion)
            score = _steps(desk, known, typed)
            return decisions.enter_points(desk, actor, TeamId(team), known, score)
        case AwardWanted():
            return decisions.declare_award(desk, actor, _award(desk, wanted))
        case GivenWanted(award, teams, even_if_out):
            winners = [TeamId(team) for team in teams]
            return decisions.decide_award(
                desk, actor, AwardId(award), winners, reason, even_if_out=even_if_out
            )
        case MethodWanted(method, by_criterion):
            return decisions.declare_method(
                desk, actor, method, trims_by_criterion=by_criterion, reason=reason
            )
        case TieBreaksWanted(tie_breaks):
            return decisions.declare_tie_breaks(desk, actor, tie_breaks, reason)


def take_back(desk: Desk, actor: Actor, line: DecisionLine, reason: str) -> Changed:
    """Record that one decision holds no more.

    Raises:
        DeskError: if the desk refuses it.
    """
    team = TeamId(line.team)
    if line.act == act_name(DecideOrder):
        return decisions.drop_decision(desk, actor, reason)
    if line.act == act_name(ExcludeTeam):
        return decisions.restore(desk, actor, team, reason)
    if line.act == act_name(SetPenalty):
        return decisions.set_penalty(desk, actor, team, Fraction(0), reason)
    judge, criterion = JudgeId(line.judge), CriterionId(line.criterion)
    return decisions.agree_score(desk, actor, judge, team, criterion, line.before, reason)


def _award(desk: Desk, wanted: AwardWanted) -> Award:
    return Award(
        AwardId(wanted.award) if wanted.award else decisions.free_award_id(desk),
        wanted.title,
        wanted.kind,
        wanted.place,
        tuple(CriterionId(criterion) for criterion in wanted.criteria),
        wanted.passes_over_winners,
    )


def _steps(desk: Desk, criterion: CriterionId, typed: str) -> int:
    return desk.setup().rubric.criterion(criterion).in_steps(figure(typed))
