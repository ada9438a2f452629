"""One scene of the projector as a value: what its picture and a screen reader need of it."""

from dataclasses import dataclass, field

from judging_app.domain.event import Scene
from judging_app.domain.look import EventLook
from judging_app.present.wall.faces import (
    AwardWinner,
    Board,
    Corrected,
    Face,
    First,
    Nothing,
    Pedestal,
    PlaceList,
    Turns,
    WallPage,
)


@dataclass(frozen=True, slots=True)
class WallView:
    """One scene; two equal views are one picture.

    `face` is what its template needs. Round it stand the scene's name, with `more` beside it, and
    the `aside` on the band, and the one sentence that is true of all of it and the time of day at
    the foot. `names` are those of all teams, for none of the ceremony may be set larger than the
    winner's could be, whoever that will be. `number` distinguishes two steps of one scene, so that
    the projector knows when to move. Where a scene has no band, `title` is its name to whoever
    can't see it.
    """

    scene: Scene
    face: Face = field(default_factory=Nothing)
    number: int = 0
    title: str = ""
    more: str = ""
    aside: str = ""
    foot: str = ""
    foot_end: str = ""
    clock_text: str = ""
    spoken: str = ""
    look: EventLook = field(default_factory=EventLook, repr=False)
    rehearsal: bool = False
    names: tuple[str, ...] = field(default=(), repr=False)

    @property
    def pages(self) -> tuple[WallPage, ...]:
        """The pages of a board; none of anything else."""
        return self.face.pages if isinstance(self.face, Board) else ()

    @property
    def page_count(self) -> int:
        """How many pages turn by themselves; none where everything is at once."""
        match self.face:
            case Board() | Turns() | Corrected():
                return len(self.face.pages)
            case _:
                return 0

    @property
    def announced(self) -> tuple[str, ...]:
        """The teams that this step of the reveal announces."""
        match self.face:
            case PlaceList():
                return tuple(row.team for row in self.face.rows if row.is_new)
            case First() | Pedestal() | AwardWinner():
                return tuple(one.team for one in self.face.teams)
            case _:
                return ()
