"""The reveal as a list of steps, made from a result before anyone is on stage."""

from collections.abc import Mapping, Sequence

from judging_app.ceremony.awards import AwardWinners, award_steps, is_by_place
from judging_app.ceremony.part_order import Parts
from judging_app.ceremony.places import place_steps, teams_by_place
from judging_app.ceremony.running_standings import running_steps
from judging_app.domain.ids import TeamId
from judging_app.domain.reveal import RevealKind, RevealPlan, RevealStep
from judging_app.domain.standings import Standing
from judging_app.errors import DeskError
from judging_app.words import ordinal

BY_PARTS = frozenset({RevealKind.BY_CRITERION, RevealKind.BY_JUDGE, RevealKind.BY_SECTOR})
"""The kinds that announce running standings before the places, and need the result in parts."""


def reveal_plan(
    kind: RevealKind,
    standings: Sequence[Standing],
    *,
    top: int | None = None,
    names_judges: bool = False,
    awards: Sequence[AwardWinners] = (),
    parts: Parts | None = None,
) -> RevealPlan:
    """The whole reveal of `standings` as they are announced, the panel's decision laid over.

    Every kind but `AWARDS` ends with the places, from the last to the first and each announced
    once, so that the last key pressed announces the winner. `awards` are announced too if there are
    any:

    - one that isn't for a place, or that the panel gave to others than those in the place, comes
      before everything else. The ICPC gives a team its awards along with its place, which suits
      medals, for they follow from it; a special award doesn't, and would break into the run-up to
      the winner. After the winner nobody listens;
    - one for a place is named just before the place, so that announcing the place gives it.

    By parts, running standings come before the places, in the order of `part_order`. Judges are
    numbered in the order in which they are announced unless `names_judges`. A place that nobody has
    and an award that nobody gets make no step. With `top`, only the places up to it are announced,
    and only the teams that stand there are seen in the running standings.

    Raises:
        DeskError: if `top` is below one, or an award is for a place beyond it.
        ValueError: if a kind by parts is given none.
    """
    given = [one for one in awards if one.teams]
    _check_top(top, given)
    teams = teams_by_place(standings)
    if kind is RevealKind.AWARDS:
        return RevealPlan(kind, tuple(award_steps(given, teams)), top, names_judges)
    running = _running(kind, teams, parts, top, names_judges=names_judges)
    special = [one for one in given if not is_by_place(one, teams)]
    for_places = [one for one in given if is_by_place(one, teams)]
    steps = (
        *award_steps(special, teams),
        *running,
        *place_steps(teams, for_places, top=top),
    )
    return RevealPlan(kind, steps, top, names_judges)


def _check_top(top: int | None, awards: Sequence[AwardWinners]) -> None:
    if top is None:
        return
    if top < 1:
        raise DeskError("Choose at least 1 place to announce by name.")
    for one in awards:
        if one.award.place is not None and one.award.place > top:
            told = "first place is" if top == 1 else f"the first {top} places are"
            raise DeskError(
                f"“{one.award.title}” is for {ordinal(one.award.place)} place, but only {told} "
                "announced. Announce more places by name, or leave the awards out."
            )


def _running(
    kind: RevealKind,
    teams: Mapping[int, tuple[TeamId, ...]],
    parts: Parts | None,
    top: int | None,
    *,
    names_judges: bool,
) -> tuple[RevealStep, ...]:
    if kind not in BY_PARTS:
        return ()
    if parts is None:
        raise ValueError(f"a reveal {kind.name} needs the result in parts")
    if not teams:
        return ()
    is_numbered = kind is RevealKind.BY_JUDGE and not names_judges
    return running_steps(parts, frozenset(teams[1]), top=top, is_numbered=is_numbered)
