"""The projector: what the host puts before the room, may know of it, and what the room sees."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from judging_app.ceremony.scenes import TELLING, Need, check_scene
from judging_app.ceremony.script import ScriptNames, ScriptTemplate, script_lines
from judging_app.closed_sets import complete
from judging_app.desk import clock, result, reveal, standings
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.events import look
from judging_app.desk.rehearsal import Rehearsal, rehearsal_stand
from judging_app.desk.rights import Sight
from judging_app.desk.scoring import edition_number, editions
from judging_app.desk.standings import declared_standings, public_standings, result_line
from judging_app.domain import subjects
from judging_app.domain.acts import (
    AmendResult,
    PlanReveal,
    SetClock,
    ShowBoard,
    ShowScene,
    act_name,
)
from judging_app.domain.ballots import BallotState
from judging_app.domain.decisions import AwardKind
from judging_app.domain.event import Board, BoardForm, Phase, Scene
from judging_app.domain.ids import AwardId
from judging_app.domain.names import remark
from judging_app.domain.reconciliation import BallotPart, reconciliation
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import SCORER, Actor
from judging_app.domain.set_up.consent import Door, setup_at
from judging_app.domain.standings import Standing
from judging_app.errors import DeskError, MethodError
from judging_app.present.control.control import (
    HoldOnWall,
    HostProjectorView,
    host_projector_view,
)
from judging_app.present.control.reveal import TOLD, RevealStand, script_names
from judging_app.present.organiser.script import Script, script
from judging_app.present.result.awards import award_ground
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.showing import WallView, wall_view
from judging_app.present.words.ballots import STATE_WORDS
from judging_app.store import ballot_rows, decision_rows, event_rows, journal
from judging_app.store.bodies import act_of
from judging_app.tally.result import plain_result


def show_scene(desk: Desk, actor: Actor, scene: Scene, message: str | None = None) -> Changed:
    """Put a scene on the projector, with what the host wrote for the room where it shows that.

    Going from "up next" to "now pitching" calls that team: the clock is theirs, and waits. A clock
    that runs and has time left is never taken away.
    """
    with desk.doing(actor, ShowScene) as doing:
        said = None if message is None else remark(message)
        check_scene(scene, desk.event().phase, ready(desk, said))
        for act in _calls(desk, scene):
            doing.record(act)
        doing.record(ShowScene(scene, said))
    return doing.changed


def _calls(desk: Desk, scene: Scene) -> tuple[SetClock, ...]:
    """What `scene` would do to the clock."""
    now = clock.clock(desk)
    if now.is_running and now.left(clock.counted_now(desk)) > timedelta():
        return ()
    if (desk.programme().scene, scene) == (Scene.UP_NEXT, Scene.NOW_PITCHING):
        return clock.calling_next(desk)
    return ()


def show_board(desk: Desk, actor: Actor, board: Board, form: BoardForm = BoardForm.FULL) -> Changed:
    """Let the public watch the standings while ballots arrive, freeze them, or withhold them."""
    with desk.doing(actor, ShowBoard) as doing:
        frozen: tuple[Standing, ...] = ()
        if board is Board.FROZEN:
            desk.require_trust()
            kept = event_rows.frozen_standings(desk.file.db)
            is_frozen = desk.event().board is Board.FROZEN
            frozen = kept if is_frozen else declared_standings(desk)
        doing.record(ShowBoard(board, form, frozen))
    return doing.changed


def ready(desk: Desk, message: str | None = None) -> frozenset[Need]:
    """What scenes need and have just now; `message` is one about to be shown."""
    programme = desk.programme()
    awards = decision_rows.awards(desk.file.db)
    met = complete(
        {
            Need.RUN_ORDER: bool(clock.slots(desk)),
            Need.NEXT_TEAM: clock.next_team(desk) is not None,
            Need.PEOPLES_CHOICE: any(award.kind is AwardKind.PEOPLE for award in awards),
            Need.CONFIRMED_REVEAL: bool(programme.confirmed_by),
            Need.FIRST_PLACE: any(step.place == 1 for step in reveal.told_steps(desk)),
            Need.SECOND_EDITION: len(editions(desk)) > 1,
            Need.MESSAGE_TEXT: bool(programme.message if message is None else message),
        }
    )
    return frozenset(need for need, is_met in met.items() if is_met)


def wall_facts(desk: Desk, *, scene: Scene | None = None) -> WallFacts:
    """Everything that the room may see now, with another `scene` than the one that is on.

    Made for nobody in particular. Nothing of the result while the file isn't trusted, however much
    of it was announced.
    """
    return _with_scene(desk, _facts(desk), desk.programme().scene if scene is None else scene)


def _with_scene(desk: Desk, facts: WallFacts, scene: Scene) -> WallFacts:
    wanted = Scene.HOLDING if scene in TELLING and not desk.trust().is_given else scene
    programme = replace(facts.programme, scene=wanted)
    if calls := _calls(desk, wanted):
        facts = replace(facts, clock=calls[-1].clock)
    day = clock.day(desk) if wanted in _DAY else ()
    told = {line.team: line.at for line in day if line.team and line.at}
    expected = clock.expected_turns(desk) if wanted in _EXPECTED else told
    return replace(facts, programme=programme, times=expected, day=day)


def _facts(desk: Desk) -> WallFacts:
    event, programme = desk.event(), desk.programme()
    is_trusted = desk.trust().is_given
    setup, states = desk.setup(), ballot_rows.ballot_states(desk.file.db)
    stored, awards = reveal.plan(desk), decision_rows.awards(desk.file.db)
    told = reveal.told_steps(desk) if is_trusted and event.phase in TOLD else ()
    return WallFacts(
        event=event,
        setup=setup_at(setup, Door.ROOM),
        programme=programme,
        standings=public_standings(desk),
        now=clock.counted_now(desk),
        told=told,
        kind=stored.kind if stored else RevealKind.LAST_TO_FIRST,
        ballots_in=states.get(BallotState.SUBMITTED, 0),
        ballots_expected=len(setup.judges) * len(setup.teams)
        - sum(states.get(state, 0) for state in _NOT_EXPECTED)
        - _of_teams_out(desk),
        not_counted={STATE_WORDS[state]: states.get(state, 0) for state in _NOT_EXPECTED},
        to_place=stored.to_place if stored else 0,
        parts=stored.parts if stored else 0,
        slots=clock.slots(desk),
        clock=clock.clock(desk),
        next_team=clock.next_team(desk),
        look=look(desk),
        award_titles={award.id: award.title for award in awards},
        award_grounds={award.id: award_ground(award, setup.rubric) for award in awards},
        award_scores=reveal.award_scores(desk, told),
        peoples_award=next((one.title for one in awards if one.kind is AwardKind.PEOPLE), ""),
        editions=editions(desk) if is_trusted and event.phase is Phase.PUBLISHED else (),
        frozen_at=frozen_at(desk) if event.board is Board.FROZEN else None,
        rehearsal=event.is_rehearsal,
    )


_DAY, _EXPECTED = (Scene.HOLDING, Scene.RUN_ORDER), (Scene.UP_NEXT, Scene.CLOCK)
"""The scenes that tell the day, for which the record is read, and what is to come of it."""


def _of_teams_out(desk: Desk) -> int:
    """Ballots that nobody has to bring, because their team is out.

    Only the ballots of teams that are out are read: this is asked at every key press of every
    judge, and a large panel has 100,000 others.
    """
    out = {one.team: one for one in decision_rows.exclusions(desk.file.db)}
    judges = desk.setup().judges
    teams = [team for team in desk.setup().teams if team.id in out]
    ballots = (ballot_rows.ballot(desk.file.db, judge.id, team) for team in out for judge in judges)
    return reconciliation(judges, teams, ballots, out.values()).counts[BallotPart.TEAM_OUT]


def shown(desk: Desk, clock_text: str = "", *, is_held: bool = False) -> WallView:
    """What the room sees now.

    While it `is_held`, that is the holding scene, whichever scene is on the programme.
    """
    return wall_view(wall_facts(desk, scene=Scene.HOLDING if is_held else None), clock_text)


def preview(desk: Desk, actor: Actor, scene: Scene, clock_text: str = "") -> WallView:
    """What the room would see with `scene`; for the host, who may take it."""
    desk.check_sight(actor, Sight.PROGRESS)
    return wall_view(wall_facts(desk, scene=scene), clock_text)


def previews(desk: Desk, actor: Actor, scenes: Iterable[Scene]) -> Mapping[Scene, WallView]:
    """What the room would see with each of `scenes`, but for the time of day; for the host."""
    desk.check_sight(actor, Sight.PROGRESS)
    facts = _facts(desk)
    return {scene: wall_view(_with_scene(desk, facts, scene)) for scene in scenes}


def frozen_at(desk: Desk) -> datetime | None:
    """When the board was frozen; it may have changed its form since."""
    since = None
    for entry in reversed(journal.entries_about(desk.file.db, subjects.EVENT)):
        if entry.act == act_name(ShowBoard):
            act = act_of(entry.act, entry.body)
            if not (isinstance(act, ShowBoard) and act.board is Board.FROZEN):
                break
            since = entry.time
    return since


_NOT_EXPECTED = (BallotState.RECUSED, BallotState.ABSENT)


def host_projector(
    desk: Desk, actor: Actor, chosen: Scene | None = None, rehearsal: Rehearsal | None = None
) -> HostProjectorView:
    """The host's screen of the projector; `chosen` is the scene put into the preview.

    While a `rehearsal` is on, the reveal on the screen is the rehearsed one.
    """
    desk.check_sight(actor, Sight.PROGRESS)
    event = desk.event()
    if event.phase in TOLD:
        desk.check_sight(actor, Sight.PANEL_RESULT)
    stand = rehearsal_stand(rehearsal) if rehearsal else _stand(desk, actor)
    return host_projector_view(
        HoldOnWall(
            event=event,
            programme=rehearsal.programme if rehearsal else desk.programme(),
            reveal=stand,
            ready=ready(desk),
            chosen=None if rehearsal else chosen,
            before=None if rehearsal else scene_before(desk),
            frozen_at=frozen_at(desk) if event.board is Board.FROZEN else None,
            edition=edition_number(desk),
            may_amend=desk.may(actor, AmendResult),
            is_turn_on=clock.clock(desk).is_running,
        )
    )


def scene_before(desk: Desk) -> Scene | None:
    """The scene that was on before the one that is on now; `None` if there was none.

    It is read from the record, so that one comes back from black after a restart too.
    """
    now = desk.programme().scene
    for entry in reversed(journal.entries_about(desk.file.db, subjects.EVENT)):
        if entry.act == act_name(ShowScene):
            act = act_of(entry.act, entry.body)
            if isinstance(act, ShowScene) and act.scene is not now:
                return act.scene
    return None


def reveal_script(desk: Desk, actor: Actor) -> Script:
    """The whole script of the reveal that is made ready, to print."""
    desk.check_sight(actor, Sight.PANEL_RESULT)
    plan = reveal.plan(desk)
    if plan is None:
        raise DeskError("There is no script yet. Prepare the reveal first.")
    lines = script_lines(plan, ScriptTemplate(), _names(desk))
    setup = desk.setup()
    teams = [(one.name, one.said) for one in setup.teams]
    people = [(one.name, one.said) for one in setup.participants]
    said = {name: how for name, how in (*teams, *people) if how}
    return script(desk.event(), lines, record=result_line(desk), said=said)


def _stand(desk: Desk, actor: Actor) -> RevealStand:
    event, setup, plan = desk.event(), desk.setup(), reveal.plan(desk)
    programme = desk.programme()
    rows = sign_in_rows(setup)
    if event.phase not in TOLD:
        names = ScriptNames(event.title, {}, {}, {})
        return RevealStand(event.phase, programme, names)
    return RevealStand(
        phase=event.phase,
        programme=programme,
        names=_names(desk),
        plan=plan,
        is_dropped=plan is None and _was_planned(desk),
        seconds=tuple(row for row in rows if row.key not in (actor.key, SCORER.key)),
        everyone={row.key: row.name for row in rows},
        # It is for before the reveal; working both methods out anew would hold up every step.
        caution="" if programme.revealed else standings.caution(desk, actor),
    )


def _names(desk: Desk) -> ScriptNames:
    try:
        found = result.result_by(desk)
    except MethodError:
        found = plain_result((), desk.event().method)
    return script_names(desk.event(), desk.setup(), found, _award_titles(desk))


def _award_titles(desk: Desk) -> Mapping[AwardId, str]:
    return {award.id: award.title for award in decision_rows.awards(desk.file.db)}


def _was_planned(desk: Desk) -> bool:
    entries = journal.entries_about(desk.file.db, subjects.EVENT)
    return any(entry.act == act_name(PlanReveal) for entry in entries)
