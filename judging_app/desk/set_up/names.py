"""The name proof: every name with what was said of it, and saying it."""

from collections.abc import Iterable
from dataclasses import replace

from judging_app.desk.desk import Changed, Desk
from judging_app.domain import subjects
from judging_app.domain.acts import ProveNames
from judging_app.domain.names import tidy
from judging_app.domain.roles import Actor
from judging_app.domain.set_up.proof import Named, ProvenName
from judging_app.domain.setup import Setup
from judging_app.errors import UnknownError
from judging_app.store import journal
from judging_app.store.bodies import act_of


def prove(desk: Desk, actor: Actor, names: Iterable[ProvenName]) -> Changed:
    """Record of names, as they are spelt now, whether they are right and how they are said.

    Raises:
        UnknownError: if one of them is nobody’s any more, or spelt otherwise by now.
    """
    with desk.doing(actor, ProveNames, subjects.NAMES) as doing:
        wanted = tuple(names)
        spelt = {(one.of, one.id): one.name for one in every_name(desk.recorded_setup())}
        for one in wanted:
            if spelt.get((one.of, one.id)) != one.name:
                raise UnknownError("This name has changed in the meantime. Check it again.")
        if wanted:
            doing.record(
                ProveNames(
                    tuple(
                        ProvenName(one.of, one.id, one.name, tidy(one.said), one.is_right)
                        for one in wanted
                    )
                )
            )
    return doing.changed


def proven(desk: Desk) -> tuple[ProvenName, ...]:
    """Every name as it is spelt now: teams, participants, the panel, then mentors.

    What was said of another spelling counts no more, but how it is said stays.
    """
    right: dict[tuple[Named, str], str] = {}
    for entry in journal.entries_about(desk.file.db, subjects.NAMES):
        act = act_of(entry.act, entry.body)
        if isinstance(act, ProveNames):
            right |= {(one.of, one.id): one.name if one.is_right else "" for one in act.names}
    return tuple(
        replace(one, is_right=right.get((one.of, one.id)) == one.name)
        for one in every_name(desk.recorded_setup())
    )


def every_name(setup: Setup) -> tuple[ProvenName, ...]:
    """The names that are shown and printed, of which nobody said yet whether they are right."""
    kinds = (
        (Named.TEAM, setup.teams),
        (Named.PARTICIPANT, setup.participants),
        (Named.JUDGE, setup.judges),
        (Named.MENTOR, setup.mentors),
    )
    return tuple(ProvenName(of, one.id, one.name, one.said) for of, rows in kinds for one in rows)
