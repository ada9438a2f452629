"""The clock of the pitches as the room reads it."""

from datetime import datetime, timedelta
from fractions import Fraction

from judging_app.closed_sets import complete
from judging_app.domain.clock import Clock, ClockPart
from judging_app.domain.event import Scene
from judging_app.domain.ids import TeamId
from judging_app.present.time_of_day import clock_text
from judging_app.present.wall.faces import Billboard, ClockState, StageClock
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.view import WallView

WARNING_S = 60
DANGER_S = 10
"""From how many seconds left on the clock warns."""

PART_WORDS = complete({ClockPart.PITCH: "Pitch", ClockPart.QUESTIONS: "Questions"})
"""The two parts of a slot as the room reads them."""

_STATE_WORDS = complete(
    {
        ClockState.NORMAL: "",
        ClockState.WARNING: "Last minute",
        ClockState.DANGER: "Last seconds",
        ClockState.OVERTIME: "Over time",
    }
)
_SECOND = timedelta(seconds=1)


def clock_scene(wall: WallFacts) -> WallView:
    """The time left, large, with whose turn it is and who is next."""
    names = {team.id: team.name for team in wall.setup.teams}
    following = names.get(wall.next_team or TeamId(""), "")
    at = wall.times.get(wall.next_team) if wall.next_team else None
    when = f", {clock_text(at)}" if at else ""
    next_line = f"Next: {following}{when}" if following else ""
    team = names.get(wall.clock.team or TeamId(""), "")
    if not team:
        title = "The pitches are about to begin"
        spoken = ". ".join(part for part in (title, next_line) if part)
        face = Billboard(title, below=next_line)
        return WallView(Scene.CLOCK, face, title=title, spoken=spoken)
    shown = stage_clock(wall.clock, wall.now)
    over = " over time" if shown.state is ClockState.OVERTIME else " left"
    told = f"{team}. {shown.part_text}: {shown.time_text.lstrip('+')}{over}"
    spoken = ". ".join(part for part in (told, shown.state_text, next_line) if part)
    return WallView(Scene.CLOCK, shown, title=team, foot=next_line, spoken=spoken)


def stage_clock(clock: Clock, now: datetime) -> StageClock:
    """The clock at `now`, in whole seconds.

    What is left is rounded up, so that "0:00" comes when the time is up and not a second before;
    from there overtime counts up.
    """
    left = clock.left(now)
    is_over = left <= timedelta(0) and clock.has_begun
    seconds = -left // _SECOND if is_over else -(-left // _SECOND)
    state = _state(seconds, is_over=is_over) if clock.has_begun else ClockState.NORMAL
    share = Fraction(0) if is_over else Fraction(seconds, max(clock.allotted_s, 1))
    return StageClock(
        part_text=PART_WORDS[clock.part],
        time_text=f"{'+' if is_over else ''}{seconds // 60}:{seconds % 60:02}",
        state=state,
        state_text=_state_text(clock, state),
        share=min(share, Fraction(1)),
        is_running=clock.is_running,
        changes_in_ms=_changes_in_ms(left) if clock.is_running else None,
    )


def _state(seconds: int, *, is_over: bool) -> ClockState:
    if is_over:
        return ClockState.OVERTIME
    if seconds <= DANGER_S:
        return ClockState.DANGER
    return ClockState.WARNING if seconds <= WARNING_S else ClockState.NORMAL


def _state_text(clock: Clock, state: ClockState) -> str:
    if not clock.has_begun:
        return "Ready"
    paused = "" if clock.is_running else "Paused"
    return " · ".join(word for word in (_STATE_WORDS[state], paused) if word)


def _changes_in_ms(left: timedelta) -> int:
    """Until the seconds change: as what is left falls to a whole second, or overtime reaches one.

    At the whole second itself the picture holds for one more.
    """
    return (left % _SECOND or _SECOND) // timedelta(milliseconds=1) + 1
