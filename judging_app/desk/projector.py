"""What the host puts before the room: scenes, the board, and what is seen of them."""

from dataclasses import replace
from datetime import datetime

from judging_app.ceremony.scenes import Need, check_scene
from judging_app.closed_sets import complete
from judging_app.desk import clock, reveal
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.events import look
from judging_app.desk.rights import Sight
from judging_app.desk.scoring import editions
from judging_app.desk.standings import declared_standings, public_standings
from judging_app.domain import subjects
from judging_app.domain.acts import ShowBoard, ShowScene, act_name
from judging_app.domain.ballots import BallotState
from judging_app.domain.decisions import AwardKind
from judging_app.domain.event import Board, BoardForm, Phase, Scene
from judging_app.domain.names import remark
from judging_app.domain.reconciliation import BallotPart, reconciliation
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import Actor
from judging_app.domain.standings import Standing
from judging_app.present.wall.projector import ProjectorView, projector_view
from judging_app.present.wall.room import Room
from judging_app.store import ballot_rows, decision_rows, event_rows, journal
from judging_app.store.bodies import act_of


def show_scene(desk: Desk, actor: Actor, scene: Scene, message: str | None = None) -> Changed:
    """Put a scene on the projector, with what the host wrote for the room where it shows that.

    Going from "up next" to "now pitching" calls that team: the clock is theirs, and waits.

    Raises:
        DeskError: if the scene can't be shown yet, saying what it needs.
    """
    with desk.doing(actor, ShowScene) as doing:
        said = None if message is None else remark(message)
        check_scene(scene, desk.event().phase, ready(desk, said))
        if (desk.programme().scene, scene) == (Scene.UP_NEXT, Scene.NOW_PITCHING):
            for act in clock.calling_next(desk):
                doing.record(act)
        doing.record(ShowScene(scene, said))
    return doing.changed


def show_board(desk: Desk, actor: Actor, board: Board, form: BoardForm = BoardForm.FULL) -> Changed:
    """Let the public watch the standings while ballots arrive, freeze them, or withhold them.

    Raises:
        MethodError: if they are to be frozen and the declared method gives no result yet.
    """
    with desk.doing(actor, ShowBoard) as doing:
        frozen: tuple[Standing, ...] = ()
        if board is Board.FROZEN:
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
            Need.SECOND_EDITION: len(editions(desk)) > 1,
            Need.MESSAGE_TEXT: bool(programme.message if message is None else message),
        }
    )
    return frozenset(need for need, is_met in met.items() if is_met)


def room(desk: Desk, *, is_held: bool = False) -> Room:
    """Everything that the room may see now; made for nobody in particular."""
    event, programme = desk.event(), desk.programme()
    if is_held:
        programme = replace(programme, scene=Scene.HOLDING)
    setup, states = desk.setup(), ballot_rows.ballot_states(desk.file.db)
    stored, awards = reveal.plan(desk), decision_rows.awards(desk.file.db)
    return Room(
        event=event,
        setup=setup,
        programme=programme,
        standings=public_standings(desk),
        now=clock.counted_now(desk),
        told=reveal.told_steps(desk) if event.phase in _TOLD else (),
        kind=stored.kind if stored else RevealKind.LAST_TO_FIRST,
        ballots_in=states.get(BallotState.SUBMITTED, 0),
        ballots_expected=len(setup.judges) * len(setup.teams)
        - sum(states.get(state, 0) for state in _NOT_EXPECTED)
        - _of_teams_out(desk),
        slots=clock.slots(desk),
        clock=clock.clock(desk),
        next_team=clock.next_team(desk),
        look=look(desk),
        award_titles={award.id: award.title for award in awards},
        peoples_award=next((one.title for one in awards if one.kind is AwardKind.PEOPLE), ""),
        editions=editions(desk) if event.phase is Phase.PUBLISHED else (),
        frozen_at=frozen_at(desk) if event.board is Board.FROZEN else None,
    )


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


def room_view(desk: Desk, clock_text: str = "", *, is_held: bool = False) -> ProjectorView:
    """What the room sees now.

    While it `is_held`, that is the holding scene, whichever scene is on the programme.
    """
    return projector_view(room(desk, is_held=is_held), clock_text)


def preview(desk: Desk, actor: Actor, scene: Scene, clock_text: str = "") -> ProjectorView:
    """What the room would see with `scene`; for the host, who may take it."""
    desk.check_sight(actor, Sight.PROGRESS)
    now = room(desk)
    return projector_view(replace(now, programme=replace(now.programme, scene=scene)), clock_text)


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


_TOLD = frozenset({Phase.CLOSED, Phase.PUBLISHED})
_NOT_EXPECTED = frozenset({BallotState.RECUSED, BallotState.ABSENT})
