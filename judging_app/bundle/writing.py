"""An event's values to the tables that one audience may have."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from judging_app.bundle import rows
from judging_app.bundle.people_rows import with_people
from judging_app.bundle.source import Source, without_names, without_voters
from judging_app.bundle.tables import Tables
from judging_app.bundle.values import UNTOLD
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import PanelDecision
from judging_app.domain.event import Ballots, Reader
from judging_app.domain.rubric import Rubric, rubric_code
from judging_app.domain.run_order import NO_PLAN, DayPlan
from judging_app.tally.announced import moderated
from judging_app.tally.result import Result
from judging_app.tally.ties import Tie
from judging_app.words import minutes_shown


def tables_for(
    source: Source, reader: Reader, ballots: Ballots, *, has_names: bool = True
) -> Tables:
    """The tables of `source` for one audience, with ballots as they may be there.

    Everybody gets ballots as they count, without whose they are and without those of teams that
    are out; others get them as they were given, and what was agreed beside them.
    """
    named = source if has_names else without_names(source)
    told = _told(named, reader)
    tables = with_people(_of_the_event(told, source), told, reader)
    match ballots:
        case Ballots.NAMED:
            tables = _with_ballots(tables, told, reader)
        case Ballots.UNNAMED:
            tables = _with_ballots(tables, without_voters(_as_counted(told)), reader)
        case Ballots.NONE:
            pass
    match reader:
        case Reader.PUBLIC:
            return tables
        case Reader.PANEL | Reader.ORGANISER:
            return _with_moderation(tables, told)


def _told(source: Source, reader: Reader) -> Source:
    """`source` without the reasons that everybody isn't told."""
    if reader is not Reader.PUBLIC:
        return source
    result = source.result
    if result and result.decision:
        result = replace(result, decision=replace(result.decision, reason=UNTOLD))
    return replace(
        source,
        result=result,
        exclusions=tuple(replace(one, reason="") for one in source.exclusions),
        penalties=tuple(replace(one, reason="") for one in source.penalties),
        award_decisions={
            award: replace(one, reason="") for award, one in source.award_decisions.items()
        },
        editions=tuple(replace(one, agreed_by="") for one in source.editions),
        day_plan=replace(
            source.day_plan,
            wishes=tuple(replace(one, why="") for one in source.day_plan.wishes),
        ),
    )


def _as_counted(source: Source) -> Source:
    """`source` with the ballots that the result is made of, as they count."""
    agreed = {(one.judge, one.team, one.criterion): one for one in source.agreed}
    out = {one.team for one in source.exclusions}
    ballots = [
        replace(one, scores={}) if one.team in out else one
        for one in moderated(source.ballots, agreed)
        if one.counts
    ]
    bare = [replace(one, reason="", keyed_by="") for one in ballots]
    return replace(source, ballots=tuple(bare), submitted={})


def _of_the_event(told: Source, source: Source) -> Tables:
    """What every audience gets: rubric, rules, decisions, awards, result and times."""
    result = told.result
    return Tables(
        event=(_event(source),),
        criteria=tuple(_criteria(told.setup.rubric)),
        levels=tuple(
            rows.LevelRow(one.id, level.score, level.text)
            for one in told.setup.rubric.criteria
            for level in one.levels
        ),
        exclusions=tuple(
            rows.ExclusionRow(one.team, one.exclusion.value, one.reason) for one in told.exclusions
        ),
        penalties=tuple(
            rows.PenaltyRow(one.team, one.points, one.reason) for one in told.penalties
        ),
        points=tuple(rows.PointsRow(team, points) for team, points in told.points.items()),
        tie_breaks=tuple(
            rows.TieBreakRow(one.rule.value, one.criterion or "") for one in told.tie_breaks
        ),
        decision=tuple(_decision(result.decision)) if result and result.decision else (),
        awards=tuple(
            rows.AwardRow(one.id, one.title, one.kind.value, one.place, one.passes_over_winners)
            for one in told.awards
        ),
        award_criteria=tuple(
            rows.AwardCriterionRow(one.id, criterion)
            for one in told.awards
            for criterion in one.criteria
        ),
        award_decisions=tuple(
            rows.AwardDecisionRow(one.award, team, one.reason)
            for one in told.award_decisions.values()
            for team in one.teams
        ),
        award_winners=tuple(
            rows.AwardWinnerRow(one.award.id, team)
            for one in (result.awards if result else ())
            for team in one.teams
        ),
        standings=tuple(_standings(result, told)) if result else (),
        editions=tuple(
            rows.EditionRow(one.number, one.fingerprint, one.why, one.agreed_by)
            for one in told.editions
        ),
        slots=tuple(rows.SlotRow(one.team, one.pitch_s, one.questions_s) for one in told.slots),
        times=tuple(
            rows.TimeRow(one.team, one.part.value, one.began, one.allotted_s, one.gone_s)
            for one in told.times
        ),
        plan=tuple(_plan(told.day_plan)),
        entries=tuple(
            rows.EntryRow(one.title, one.after, one.lasts_s) for one in told.day_plan.entries
        ),
        wishes=tuple(
            rows.WishRow(one.team, one.kind.value, minutes_shown(one.at), one.why)
            for one in told.day_plan.wishes
        ),
    )


def _plan(plan: DayPlan) -> Iterator[rows.PlanRow]:
    if plan != NO_PLAN:
        yield rows.PlanRow(minutes_shown(plan.doors), minutes_shown(plan.begins), plan.change_s)


def _event(source: Source) -> rows.EventRow:
    event, states = source.event, [one.state for one in source.ballots]
    return rows.EventRow(
        event.title,
        event.held_on,
        event.venue,
        event.phase.value,
        event.method.value,
        event.trims_by_criterion,
        source.result.edition.number if source.result else 1,
        rubric_code(source.setup.rubric),
        source.run_order_seed,
        len(source.setup.judges),
        states.count(BallotState.SUBMITTED),
        states.count(BallotState.RECUSED),
        states.count(BallotState.ABSENT),
        len(source.conflicts),
    )


def _criteria(rubric: Rubric) -> Iterator[rows.CriterionRow]:
    for one in rubric.criteria:
        yield rows.CriterionRow(
            one.id,
            one.title,
            one.section,
            one.kind.value,
            one.weight,
            one.lowest,
            one.highest,
            one.step,
            one.is_inverted,
            one.needs_comment,
        )


def _decision(decision: PanelDecision) -> Iterator[rows.DecisionRow]:
    for level, joint in enumerate(decision.order, start=1):
        for team in joint:
            yield rows.DecisionRow(level, team, decision.reason)


def _standings(result: Result, source: Source) -> Iterator[rows.StandingRow]:
    for one, scored in result.in_both_orders():
        yield rows.StandingRow(
            one.team,
            one.place,
            one.is_tied,
            scored.place,
            scored.is_tied,
            one.score,
            one.ballots,
            one.expected,
            one.exclusion.value if one.exclusion else "",
            one.penalty,
            source.remarks.get(one.team, ""),
        )


def _with_ballots(tables: Tables, source: Source, reader: Reader) -> Tables:
    """`tables` with ballots, scores, and how ties were settled by them."""
    ties = source.result.ties if source.result else ()
    touched = [one for one in source.ballots if one != Ballot(one.judge, one.team)]
    is_organiser = reader is Reader.ORGANISER
    return replace(
        tables,
        ballots=tuple(
            rows.BallotRow(
                one.judge,
                one.team,
                one.state.value,
                one.reason,
                one.keyed_by if is_organiser else "",
                source.submitted.get((one.judge, one.team)),
            )
            for one in touched
        ),
        scores=tuple(
            rows.ScoreRow(one.judge, one.team, criterion, steps)
            for one in touched
            if one.counts or is_organiser
            for criterion, steps in one.scores.items()
        ),
        tie_steps=tuple(row for tie in ties for row in _tie_steps(tie)),
        tie_values=tuple(row for tie in ties for row in _tie_values(tie)),
    )


def _with_moderation(tables: Tables, source: Source) -> Tables:
    """`tables` with what the panel knows beside the result."""
    return replace(
        tables,
        comments=tuple(_comments(source.ballots)),
        conflicts=tuple(
            rows.ConflictRow(one.judge, one.team, one.why, one.decision.value, one.reason)
            for one in source.conflicts
        ),
        agreed_scores=tuple(
            rows.AgreedScoreRow(
                one.judge, one.team, one.criterion, one.before, one.after, one.reason
            )
            for one in source.agreed
        ),
        agreement=source.agreement,
        entered_points=tuple(
            rows.EnteredPointsRow(one.team, one.criterion, one.score)
            for one in source.entered_points
        ),
    )


def _comments(ballots: Iterable[Ballot]) -> Iterator[rows.CommentRow]:
    for one in ballots:
        for meant_for, text in (("team", one.for_team), ("panel", one.for_panel)):
            if text:
                yield rows.CommentRow(one.judge, one.team, meant_for, text)


def _tie_steps(tie: Tie) -> Iterator[rows.TieStepRow]:
    for number, step in enumerate(tie.steps, start=1):
        level_of = {team: at for at, level in enumerate(step.split, start=1) for team in level}
        for team in step.teams:
            yield rows.TieStepRow(
                tie.place,
                number,
                step.tie_break.rule.value,
                step.tie_break.criterion,
                step.applied,
                team,
                level_of[team],
            )


def _tie_values(tie: Tie) -> Iterator[rows.TieValueRow]:
    for number, step in enumerate(tie.steps, start=1):
        for team, values in step.values.items():
            for at, value in enumerate(values, start=1):
                yield rows.TieValueRow(tie.place, number, team, at, value)
