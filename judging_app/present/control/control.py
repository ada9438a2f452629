"""What the host holds of the projector: what is on, what is next, and every scene's standing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from judging_app.ceremony.scenes import Need, check_scene, next_scene
from judging_app.domain.event import Board, BoardForm, Event, Phase, Programme, Scene
from judging_app.errors import DeskError
from judging_app.present.control.reveal import (
    TOLD,
    RevealPanel,
    RevealStand,
    reveal_panel,
    step_text,
)
from judging_app.present.words.scenes import (
    AT_HAND_PITCHING,
    AT_HAND_TELLING,
    AT_ONCE,
    OFFERED,
    SCENES,
    WITH_MESSAGE,
)


@dataclass(frozen=True, slots=True)
class SceneChoice:
    """One scene; `why` says why it can't be shown now, and is empty where it can."""

    scene: Scene
    text: str
    is_on: bool
    is_previewed: bool
    why: str

    @property
    def short(self) -> str:
        """Its name where there is little room."""
        return SCENES[self.scene].short or self.text


class NextKind(Enum):
    """What the key that leads on does."""

    SCENE = "show a scene"
    STEP = "announce a step"
    RESUME = "go back to the rehearsal"
    END = "end the rehearsal"


@dataclass(frozen=True, slots=True)
class NextView:
    """What is ready to be shown: a scene, or the reveal's next step without its names.

    `act_text` are the words of the button and `key_text` what the key does. There is a picture
    beforehand of a scene only: one of a step would give it away. `why` a scene can't be taken. One
    that `is_held` comes after the last step of a reveal: one press too many must not leave it. What
    comes only `by_hand` is shown by its own button, and not by the key that a clicker sends.
    """

    kind: NextKind
    scene: Scene
    text: str
    act_text: str
    key_text: str
    back_text: str
    can_take: bool
    can_go_back: bool
    why: str = ""
    is_held: bool = False
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class BoardPanel:
    """What the room may see of the standings, and in which form; `why` it can't be changed."""

    board: Board
    form: BoardForm
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class TextPanel:
    """The text for the room, and why a scene can't show it yet."""

    text: str
    why_not: Mapping[Scene, str]


@dataclass(frozen=True, slots=True)
class CorrectionPanel:
    """Whether the published result can be amended here, and what is so."""

    can_amend: bool
    text: str


@dataclass(frozen=True, slots=True)
class HostProjectorView:
    """The host's screen of the projector at one moment."""

    on_text: str
    on_line: str
    script: str
    is_rehearsal: bool
    scenes: tuple[SceneChoice, ...]
    at_hand: tuple[Scene, ...]
    next: NextView
    board: BoardPanel
    message: TextPanel
    reveal: RevealPanel
    correction: CorrectionPanel


@dataclass(frozen=True, slots=True)
class HoldOnWall:
    """What the view is made of.

    `ready` is what scenes need and have; `chosen` the scene that the host has put into the
    preview, if any; `before` the one that was on before this one. `edition` is the number of the
    edition of the result, made or being made. `is_turn_on` while a team pitches or is asked.
    """

    event: Event
    programme: Programme
    reveal: RevealStand
    ready: frozenset[Need] = frozenset()
    chosen: Scene | None = None
    before: Scene | None = None
    frozen_at: datetime | None = None
    edition: int = 1
    may_amend: bool = False
    is_turn_on: bool = False


def host_projector_view(hold: HoldOnWall) -> HostProjectorView:
    """Everything that the host needs to hold the projector, without a picture."""
    panel = reveal_panel(hold.reveal)
    upcoming = _next(hold, panel)
    scene = hold.programme.scene
    name = SCENES[scene].name
    return HostProjectorView(
        on_text=f"Rehearsal: {name}" if panel.is_rehearsal else name,
        on_line=panel.told_text if scene is Scene.REVEAL else "",
        script=panel.script,
        is_rehearsal=panel.is_rehearsal,
        scenes=tuple(
            SceneChoice(
                one,
                SCENES[one].name,
                is_on=one is scene,
                is_previewed=one is upcoming.scene and upcoming.kind is NextKind.SCENE,
                why=_why_not(hold, one),
            )
            for one in OFFERED
        ),
        at_hand=AT_HAND_TELLING if hold.event.phase in TOLD else AT_HAND_PITCHING,
        next=replace(upcoming, is_held=_is_held(hold, panel)),
        board=_board(hold),
        message=TextPanel(
            hold.programme.message, {one: _why_not_with_text(hold, one) for one in WITH_MESSAGE}
        ),
        reveal=panel,
        correction=_correction(hold),
    )


PODIUM_STAYS = "The podium stays until you choose a scene."


def _is_held(hold: HoldOnWall, panel: RevealPanel) -> bool:
    """Whether the last step of the reveal is on, and nobody has chosen what comes next."""
    is_on = hold.programme.scene is Scene.REVEAL and hold.chosen is None
    return is_on and 0 < len(panel.rows) == panel.told


def _next(hold: HoldOnWall, panel: RevealPanel) -> NextView:
    if hold.chosen is None and panel.can_tell:
        return _next_step(hold, panel)
    if panel.is_rehearsal:
        return _next_of_rehearsal(hold, panel)
    can_go_back, back = _back(hold, panel)
    scene = hold.chosen or _following(hold)
    why, name = _why_not(hold, scene), SCENES[scene].name
    key = f"Page Down can’t show “{name}” yet." if why else f"Page Down shows “{name}”."
    by_hand = not why and hold.programme.scene is Scene.PODIUM and hold.chosen is None
    if by_hand:
        why = PODIUM_STAYS
        key = f"Page Down leaves the podium there: press the button to show “{name}”."
    return NextView(
        NextKind.SCENE,
        scene,
        name,
        f"Show “{name}”",
        key,
        back,
        can_take=not why,
        can_go_back=can_go_back,
        why=why,
        by_hand=by_hand,
    )


def _next_step(hold: HoldOnWall, panel: RevealPanel) -> NextView:
    can_go_back, back = _back(hold, panel)
    step = step_text(panel.next_text)
    return NextView(
        NextKind.STEP,
        Scene.REVEAL,
        f"{step[:1].upper()}{step[1:]}",
        panel.next_act,
        f"Page Down announces the next step: {step}.",
        back,
        can_take=True,
        can_go_back=can_go_back,
    )


def _next_of_rehearsal(hold: HoldOnWall, panel: RevealPanel) -> NextView:
    can_go_back, back = _back(hold, panel)
    if hold.programme.scene is Scene.BLACK:
        kind, text, act = NextKind.RESUME, "The rehearsal", "Go back to the rehearsal"
        key = "Page Down goes back to the rehearsal."
    else:
        kind, text, act = (
            NextKind.END,
            "Nothing. Everything has been announced.",
            "End the rehearsal",
        )
        key = "Page Down ends the rehearsal."
    return NextView(
        kind, Scene.REVEAL, text, act, key, back, can_take=True, can_go_back=can_go_back
    )


def _following(hold: HoldOnWall) -> Scene:
    scene = hold.programme.scene
    if scene in AT_ONCE and hold.before is not None:
        return hold.before
    return next_scene(
        scene,
        hold.event.phase,
        has_next_team=Need.NEXT_TEAM in hold.ready,
        ready=hold.ready,
        is_turn_on=hold.is_turn_on,
    )


def _back(hold: HoldOnWall, panel: RevealPanel) -> tuple[bool, str]:
    if panel.can_take_back:
        return True, "Page Up goes back one step."
    if hold.before is None or _why_not(hold, hold.before):
        return False, "There is nothing for Page Up to go back to."
    return True, f"Page Up goes back to “{SCENES[hold.before].name}”."


def _why_not(hold: HoldOnWall, scene: Scene) -> str:
    return _refusal(scene, hold, hold.ready)


def _why_not_with_text(hold: HoldOnWall, scene: Scene) -> str:
    """Why `scene` can't be shown even with a text."""
    return _refusal(scene, hold, hold.ready | {Need.MESSAGE_TEXT})


def _refusal(scene: Scene, hold: HoldOnWall, ready: frozenset[Need]) -> str:
    try:
        check_scene(scene, hold.event.phase, ready)
    except DeskError as refusal:
        return str(refusal)
    return ""


def _board(hold: HoldOnWall) -> BoardPanel:
    board = hold.event.board
    if hold.event.phase in TOLD:
        why = "Scoring is closed. The reveal announces the places."
        return BoardPanel(board, hold.programme.form, why, why)
    return BoardPanel(board, hold.programme.form, _board_text(board, hold.frozen_at), "")


def _board_text(board: Board, frozen_at: datetime | None) -> str:
    match board:
        case Board.HIDDEN:
            return "The audience sees the teams without places."
        case Board.LIVE:
            return "The audience and the judges see every change at once."
        case Board.FROZEN:
            since = f" at {frozen_at.astimezone():%H:%M}" if frozen_at else ""
            return f"The audience sees the standings as they were{since}."


def _correction(hold: HoldOnWall) -> CorrectionPanel:
    if hold.event.phase is Phase.PUBLISHED and hold.may_amend:
        text = (
            f"Correcting unpublishes the result. You then publish edition {hold.edition + 1}, "
            "which says what was wrong and who agreed."
        )
        return CorrectionPanel(can_amend=True, text=text)
    if hold.event.phase is Phase.PUBLISHED:
        return CorrectionPanel(can_amend=False, text="Only the organiser can correct the result.")
    if hold.event.phase is Phase.CLOSED and hold.edition > 1:
        text = (
            f"Edition {hold.edition} is being prepared. Correct the result, then publish it again."
        )
        return CorrectionPanel(can_amend=False, text=text)
    return CorrectionPanel(can_amend=False, text="")
