"""What the host puts before the room: scenes, the live board, and the steps of the reveal."""

from judging_app.ceremony.reveal import RevealStep, reveal_steps
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.standings import declared_standings
from judging_app.domain.acts import Reveal, ShowBoard, ShowScene
from judging_app.domain.event import Board, Scene
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError


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
        steps = len(steps_of(desk))
        if not 0 <= revealed <= steps:
            raise DeskError(f"The reveal has steps 1 to {steps}; there is no step {revealed}.")
        if desk.programme().scene is not Scene.REVEAL:
            doing.record(ShowScene(Scene.REVEAL))
        doing.record(Reveal(revealed))
    return doing.changed


def steps_of(desk: Desk) -> tuple[RevealStep, ...]:
    """The steps of the reveal of the result by the declared method."""
    return reveal_steps(declared_standings(desk))
