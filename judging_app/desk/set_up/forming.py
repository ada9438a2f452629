"""Forming the teams of an event: who is divided among which teams, and taking a division over."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from judging_app.desk.desk import Changed, Desk
from judging_app.desk.set_up.changing import change
from judging_app.domain.ids import TeamId
from judging_app.domain.people import Team
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError
from judging_app.planning.forming import division
from judging_app.planning.forming.division import LIMIT_S, Formed
from judging_app.planning.forming.wanted import Importance, Member, Place, Trait, Wanted, Wish


@dataclass(frozen=True, slots=True)
class Plan:
    """What is wanted of a set-up whose teams are to be formed; those it lacks are in it."""

    setup: Setup
    wanted: Wanted


def with_teams(setup: Setup, count: int) -> Setup:
    """The set-up with `count` teams: those that there are, and new ones after them.

    Raises:
        DeskError: if there are more teams already.
    """
    if count < len(setup.teams):
        raise DeskError(
            f"There are {len(setup.teams)} teams already. Form as many, or remove some first."
        )
    return replace(setup, teams=(*setup.teams, *_new_teams(setup, count)))


def planned(
    setup: Setup,
    importance: Mapping[Trait, Importance],
    wishes: Sequence[Wish] = (),
    seed: str = "",
) -> Plan:
    """Divide everybody among the teams of `setup`, which may have more teams than the event.

    Raises:
        DeskError: if the people aren't enough.
    """
    owners = {one.team: one.owner for one in setup.challenges}
    members = tuple(
        Member(one.id, one.sector, one.organisation, one.role) for one in setup.participants
    )
    places = tuple(Place(team.id, owners.get(team.id)) for team in setup.teams)
    return Plan(setup, Wanted(members, places, importance, tuple(wishes), seed))


def formed(plan: Plan, limit_s: float = LIMIT_S) -> Formed:
    """Divide the people, on any thread."""
    with _unheard():
        return division.formed(plan.wanted, limit_s)


def use(desk: Desk, actor: Actor, plan: Plan, found: Formed) -> Changed:
    """Put everybody into the team that was found for them: one act, which says how it came about.

    Raises:
        DeskError: if the set-up was changed meanwhile, or scoring has gone too far for it.
    """
    now = desk.recorded_setup()
    if (
        now.participants != plan.setup.participants
        or now.teams != plan.setup.teams[: len(now.teams)]
    ):
        raise DeskError("The people or teams were changed meanwhile. Form the teams again.")
    participants = tuple(
        replace(one, team=found.division[one.id]) for one in plan.setup.participants
    )
    wanted = replace(now, teams=plan.setup.teams, participants=participants)
    return change(desk, actor, wanted, _how(plan, found))


def _how(plan: Plan, found: Formed) -> str:
    proof = "nothing better is possible" if found.is_proved else f"at best {found.least}"
    return f"Formed with seed {plan.wanted.seed or 'none'}; costs {found.cost}, {proof}."


def _new_teams(setup: Setup, count: int) -> Iterator[Team]:
    ids, names = {one.id for one in setup.teams}, {one.name for one in setup.teams}
    free = (
        number
        for number in range(1, count + len(ids) + len(names) + 1)
        if f"T{number}" not in ids and f"Team {number}" not in names
    )
    for _ in range(count - len(setup.teams)):
        number = next(free)
        yield Team(TeamId(f"T{number}"), f"Team {number}")


@contextmanager
def _unheard() -> Iterator[None]:
    """Keep off the standard output what the solver's library says there when it is loaded."""
    with suppress(OSError):  # a window has none
        ours = os.dup(1)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
        try:
            yield
        finally:
            os.dup2(ours, 1)
            os.close(ours)
        return
    yield
