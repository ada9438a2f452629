"""What the host puts before the room: scenes, the live board, and the steps of the reveal."""

from dataclasses import replace

from judging_app.ceremony.reveal import RevealStep, reveal_steps
from judging_app.desk.ballots import every_ballot
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.standings import declared_standings
from judging_app.domain.acts import Reveal, ShowBoard, ShowScene
from judging_app.domain.ballots import BallotState
from judging_app.domain.event import Board, Scene
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError, MethodError
from judging_app.present.projector import ProjectorView, projector_view
from judging_app.present.standings import public_view


def show_scene(desk: Desk, actor: Actor, scene: Scene) -> Changed:
    """Put a scene on the projector.

    Raises:
        NotAllowedError: for a judge or the scorer.
    """
    with desk.doing(actor, ShowScene) as doing:
        doing.record(ShowScene(scene))
    return doing.changed


def show_board(desk: Desk, actor: Actor, board: Board) -> Changed:
    """Let the public watch the standings while ballots arrive, or withhold them.

    Raises:
        NotAllowedError: for a judge or the scorer.
    """
    with desk.doing(actor, ShowBoard) as doing:
        doing.record(ShowBoard(board))
    return doing.changed


def reveal_to(desk: Desk, actor: Actor, revealed: int) -> Changed:
    """Tell the first `revealed` steps, and show the last of them.

    Raises:
        NotAllowedError: before scoring is closed.
        DeskError: if there is no such step.
    """
    with desk.doing(actor, Reveal) as doing:
        steps = len(reveal_steps(declared_standings(desk)))
        if not 0 <= revealed <= steps:
            raise DeskError(f"The reveal has steps 1 to {steps}; there is no step {revealed}.")
        if desk.programme().scene is not Scene.REVEAL:
            doing.record(ShowScene(Scene.REVEAL))
        doing.record(Reveal(revealed))
    return doing.changed


def steps_of(desk: Desk) -> tuple[RevealStep, ...]:
    """The steps of the reveal; none while the declared method gives no result."""
    try:
        return reveal_steps(declared_standings(desk))
    except MethodError:
        return ()


def room_view(desk: Desk, clock_text: str = "", *, is_held: bool = False) -> ProjectorView:
    """What the room sees now; made for nobody in particular, from the public's result alone.

    While it `is_held`, that is the holding scene, whichever scene is on the programme.
    """
    event, setup, programme = desk.event(), desk.setup(), desk.programme()
    if is_held:
        programme = replace(programme, scene=Scene.HOLDING)
    try:
        standings = declared_standings(desk)
    except MethodError:
        standings = ()  # nothing to tell yet; the panel's own screen says why
    states = [ballot.state for ballot in every_ballot(desk).values()]
    return projector_view(
        event,
        programme,
        public_view(event, setup, standings, revealed=programme.revealed),
        reveal_steps(standings)[: programme.revealed],
        ballots_in=states.count(BallotState.SUBMITTED),
        ballots_expected=sum(state not in _NOT_EXPECTED for state in states),
        clock_text=clock_text,
    )


_NOT_EXPECTED = frozenset({BallotState.RECUSED, BallotState.ABSENT})
