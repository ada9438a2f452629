"""The reveal rehearsed on invented names: the same plan, announced from a day that never was."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from judging_app.ceremony.reveal import reveal_plan
from judging_app.desk.desk import Desk
from judging_app.desk.events import look
from judging_app.desk.reveal import result_parts
from judging_app.desk.rights import Sight
from judging_app.domain.event import Board, Event, Phase, Programme, Scene
from judging_app.domain.ids import AwardId
from judging_app.domain.look import EventLook
from judging_app.domain.reveal import RevealKind, RevealPlan
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.errors import DeskError
from judging_app.planning.rehearsal import InventedDay, invented_day
from judging_app.present.control.reveal import RevealStand, RevealWanted, script_names
from judging_app.present.result.awards import award_score
from judging_app.present.result.standings import public_view
from judging_app.present.wall.facts import WallFacts
from judging_app.store import decision_rows
from judging_app.tally.awards import AwardResult, award_results
from judging_app.tally.basis import Basis
from judging_app.tally.result import plain_result
from judging_app.tally.ties import settlement
from judging_app.tally.totals import organiser_points


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One rehearsal and how far it has come; it is kept nowhere, and changed by `moved_to`."""

    event: Event
    setup: Setup
    standings: tuple[Standing, ...]
    plan: RevealPlan
    awards: Mapping[AwardId, str]
    award_scores: Mapping[AwardId, tuple[str, str]]
    look: EventLook
    programme: Programme

    @property
    def is_at_end(self) -> bool:
        """Whether every step was announced."""
        return self.programme.revealed == len(self.plan.steps)

    def moved_to(self, revealed: int) -> "Rehearsal":
        """With the first `revealed` steps announced, as far as there are any."""
        told = min(max(revealed, 0), len(self.plan.steps))
        return replace(self, programme=Programme(Scene.REVEAL, told))

    def black(self) -> "Rehearsal":
        """Black, or back from it to the step that was on."""
        is_black = self.programme.scene is Scene.BLACK
        scene = Scene.REVEAL if is_black else Scene.BLACK
        return replace(self, programme=replace(self.programme, scene=scene))


def rehearsal(desk: Desk, actor: Actor, wanted: RevealWanted, seed: str) -> Rehearsal:
    """A reveal of the wanted kind, of an invented day; no ballot of the real one is read."""
    desk.check_sight(actor, Sight.PROGRESS)
    day = invented_day(desk.setup(), seed)
    event = replace(desk.event(), phase=Phase.CLOSED, board=Board.HIDDEN)
    basis = _basis(event, day)
    standings = settlement(basis).standings
    awards = _awards(desk, basis, standings)
    tells_awards = wanted.tells_awards or wanted.kind is RevealKind.AWARDS
    plan = reveal_plan(
        wanted.kind,
        standings,
        top=wanted.top,
        names_judges=wanted.names_judges,
        awards=awards if tells_awards else (),
        parts=result_parts(basis, day.setup.judges, wanted.kind),
    )
    if not plan.steps:
        raise DeskError("There is nothing to announce in this order yet. Choose another order.")
    titles = {one.award.id: one.award.title for one in awards}
    scores = {one.award.id: award_score(one, event.method, day.setup.rubric) for one in awards}
    known = {award: score for award, score in scores.items() if score}
    programme = Programme(Scene.REVEAL)
    return Rehearsal(event, day.setup, standings, plan, titles, known, look(desk), programme)


def rehearsed_wall(one: Rehearsal, now: datetime) -> WallFacts:
    """What the room sees of a rehearsal, marked as such."""
    told = one.plan.steps[: one.programme.revealed]
    found = plain_result(one.standings, one.event.method)
    return WallFacts(
        event=one.event,
        setup=one.setup,
        programme=one.programme,
        standings=public_view(one.event, one.setup, found, told_steps=told),
        now=now,
        told=told,
        kind=one.plan.kind,
        to_place=one.plan.to_place,
        parts=one.plan.parts,
        look=one.look,
        award_titles=one.awards,
        award_scores=one.award_scores,
        rehearsal=True,
    )


def rehearsal_stand(one: Rehearsal) -> RevealStand:
    """Where it is, for the host's screen."""
    found = plain_result(one.standings, one.event.method)
    names = script_names(one.event, one.setup, found, one.awards)
    return RevealStand(one.event.phase, one.programme, names, one.plan, is_rehearsal=True)


def _basis(event: Event, day: InventedDay) -> Basis:
    """By the declared method; ties stay joint, so that these are rehearsed too."""
    rubric = day.setup.rubric
    return Basis(
        teams=tuple(team.id for team in day.setup.teams),
        judges=tuple(judge.id for judge in day.setup.judges),
        rubric=rubric,
        ballots=day.ballots,
        method=event.method,
        is_trimmed_by_criterion=event.trims_by_criterion,
        points={team: organiser_points(rubric, own) for team, own in day.points.items()},
    )


def _awards(desk: Desk, basis: Basis, standings: tuple[Standing, ...]) -> tuple[AwardResult, ...]:
    """The declared awards, given to invented teams; those that are chosen, to the first of them."""
    found = award_results(basis, standings, decision_rows.awards(desk.file.db), {})
    return tuple(one if one.teams else replace(one, teams=basis.teams[:1]) for one in found)
