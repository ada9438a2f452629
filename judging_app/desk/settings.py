"""Looks an event's settings over, while they are proposed and once they are on the record."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from judging_app.desk.ballots import every_ballot
from judging_app.desk.desk import Desk
from judging_app.desk.result import result_by
from judging_app.desk.rights import Sight, may_see
from judging_app.domain.ballots import Ballot, BallotState, ballot_key
from judging_app.domain.event import Event, Method, Phase
from judging_app.domain.ids import AwardId, JudgeId, TeamId
from judging_app.domain.people import Team
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Intake, Setup
from judging_app.errors import MethodError
from judging_app.planning.rehearsal import invented_ballots, invented_points
from judging_app.planning.settings_check import Finding, Settings, settings_findings
from judging_app.present.words.methods import refusal_text
from judging_app.store import decision_rows
from judging_app.tally.basis import Basis
from judging_app.tally.methods import outcome
from judging_app.tally.totals import organiser_points

MOST_TRIED = 1_000
"""Ballots that a method is tried on; of a larger event, the teams with the fewest judges."""

Pairs = frozenset[tuple[JudgeId, TeamId]]


def proposed_findings(event: Event, intake: Intake) -> tuple[Finding, ...]:
    """What is to be said of an event that is about to be made."""
    never = _never(intake.ballots)
    refusal = _refusal(event, intake.setup, intake.setup.teams, never)
    return settings_findings(Settings(event, intake.setup, refusal, never))


def findings(desk: Desk, actor: Actor) -> tuple[Finding, ...]:
    """What is to be said of an open event, winners only to those who may see them now."""
    desk.check_sight(actor, Sight.PROGRESS)
    db, event = desk.file.db, desk.event()
    out = {one.team: one.exclusion for one in decision_rows.exclusions(db)}
    settings = Settings(
        event=event,
        setup=desk.recorded_setup(),
        never=_never(every_ballot(desk).values()),
        out=out,
        awards=decision_rows.awards(db),
        winners=_winners(desk, actor),
    )
    refusal = _refusal(event, settings.setup, settings.teams, settings.never)
    return settings_findings(replace(settings, refusal=refusal))


def _winners(desk: Desk, actor: Actor) -> Mapping[AwardId, tuple[TeamId, ...]]:
    phase = desk.event().phase
    sees_result = phase in _WITH_RESULT and may_see(actor, Sight.PANEL_RESULT, phase)
    if not sees_result or not desk.trust().is_given:
        return {}
    try:
        return {one.award.id: one.teams for one in result_by(desk).awards}
    except MethodError:
        return {}


_WITH_RESULT = frozenset({Phase.CLOSED, Phase.PUBLISHED})


def _never(ballots: Collection[Ballot]) -> Pairs:
    """The ballots that nobody will bring."""
    states = (BallotState.RECUSED, BallotState.ABSENT)
    return frozenset(ballot_key(one) for one in ballots if one.state in states)


def _refusal(event: Event, setup: Setup, teams: Sequence[Team], never: Pairs) -> str:
    """Why the method gives no result with every ballot that can come, without its last sentence.

    That is tried on invented scores. The sentence left out is a remedy for later in the day.
    """
    few = _tried(setup, teams, never)
    if not few or not setup.judges or not setup.rubric.judged:
        return ""
    if len(few) < len(teams) and event.method is Method.ADJUSTED:
        return ""  # whether judges are linked can't be seen from some of the teams
    tried = replace(setup, teams=tuple(few))
    basis = Basis(
        teams=tuple(team.id for team in few),
        judges=tuple(judge.id for judge in setup.judges),
        rubric=setup.rubric,
        ballots=tuple(one for one in invented_ballots(tried, "") if ballot_key(one) not in never),
        method=event.method,
        is_trimmed_by_criterion=event.trims_by_criterion,
        points={
            team: organiser_points(setup.rubric, own)
            for team, own in invented_points(tried, "").items()
        },
    )
    try:
        outcome(basis)
    except MethodError as refusal:
        said, _, _ = refusal_text(setup, str(refusal)).rpartition(". ")
        return f"{said or refusal_text(setup, str(refusal)).rstrip('.')}."
    return ""


def _tried(setup: Setup, teams: Sequence[Team], never: Pairs) -> Sequence[Team]:
    most = max(MOST_TRIED // max(len(setup.judges), 1), 2)
    if len(teams) <= most:
        return teams
    barred = {team.id: sum(pair[1] == team.id for pair in never) for team in teams}
    return sorted(teams, key=lambda team: -barred[team.id])[:most]
