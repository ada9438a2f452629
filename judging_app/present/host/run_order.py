"""The run order as the host arranges it: a row a team, and how the order came about."""

from collections.abc import Sequence
from dataclasses import dataclass

from judging_app.domain.clock import Clock
from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import Slot
from judging_app.domain.setup import Setup
from judging_app.present.host.clock import shown_time
from judging_app.words import counted


@dataclass(frozen=True, slots=True)
class SlotRow:
    """One team's turn, in words: "3  Lantern · 5 min, questions 3 min · now"."""

    team_id: TeamId
    team: str
    words: str
    pitch_text: str
    questions_text: str
    number: int = 0
    times: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class RunOrderView:
    """The order; with `needs_reason`, another one takes a reason, because this was drawn by lot."""

    rows: tuple[SlotRow, ...]
    came_about: str
    needs_reason: bool
    may_change: bool


def run_order_view(
    setup: Setup,
    slots: Sequence[Slot],
    *,
    seed: str,
    clock: Clock,
    next_team: TeamId | None,
    out: Sequence[TeamId] = (),
    added: int = 0,
    may_change: bool = True,
) -> RunOrderView:
    """The run order; `out` are the teams that withdrew, which keep their line and don't pitch.

    `added` counts the teams that came after the draw.
    """
    names = {team.id: team.name for team in setup.teams}
    marks = dict.fromkeys(out, "withdrawn")
    if next_team:
        marks[next_team] = "next"
    if clock.team:
        marks[clock.team] = "now"
    rows = tuple(
        _row(number, slot, names[slot.team], marks.get(slot.team, ""))
        for number, slot in enumerate(slots, 1)
    )
    return RunOrderView(rows, _came_about(seed, rows, added), bool(seed), may_change)


def _row(number: int, slot: Slot, team: str, mark: str) -> SlotRow:
    pitch, questions = minutes(slot.pitch_s), minutes(slot.questions_s)
    asked = f"questions {questions}" if slot.questions_s else "no questions"
    words = " · ".join(part for part in (f"{number}  {team}", f"{pitch}, {asked}", mark) if part)
    return SlotRow(
        slot.team,
        team,
        words,
        shown_time(slot.pitch_s),
        shown_time(slot.questions_s),
        number,
        f"{pitch}, {asked}",
        mark,
    )


def _came_about(seed: str, rows: Sequence[SlotRow], added: int) -> str:
    if not rows:
        return "There are no teams yet. Add teams to set their order."
    if not seed:
        return (
            "The order is not drawn by lot yet. Order can affect scores, so draw it and show how."
        )
    if added:
        were = "was added later and comes" if added == 1 else "were added later and come"
        came = f"{counted(added, 'team')} {were} last"
        return (
            f"Drawn by lot with “{seed}”. {came}. Draw again to place every team by lot. To change "
            "the order, give a reason."
        )
    return (
        f"Drawn by lot with “{seed}”. Anyone can repeat the draw with these words. To change the "
        "order, give a reason."
    )


def minutes(seconds: int) -> str:
    """A time in minutes, with seconds where there are any: "5 min", "5:30 min"."""
    whole, rest = divmod(seconds, 60)
    return f"{shown_time(seconds)} min" if rest else f"{whole} min"
