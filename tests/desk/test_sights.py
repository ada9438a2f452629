"""Who may look at what, and when: written out a second time, to change only on purpose."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import product
from pathlib import Path

import pytest

from judging_app.desk.desk import Desk
from judging_app.desk.rights import SIGHTS
from judging_app.domain.acts import Refuse, act_name
from judging_app.domain.event import Phase
from judging_app.domain.roles import Actor, Role
from judging_app.errors import DeskError, NotAllowedError
from tests.desk.acts_done import SCORED, bring_case_to
from tests.desk.looks_taken import LOOKS, Take
from tests.desk.small_event import ACTORS, copy_of, in_memory, naming


def test_every_role_and_phase_of_a_sight_is_one_that_exists() -> None:
    assert {role for sight in SIGHTS.values() for role in sight} <= set(Role)
    assert len(SIGHTS) == 8  # a ninth needs a look here


@contextmanager
def _whether_or_not_there_is_an_answer() -> Iterator[None]:
    """Let pass what is no matter of rights: too few ballots, a sheet that is in already."""
    try:
        yield
    except NotAllowedError:
        raise
    except DeskError:
        pass


@pytest.fixture(scope="module")
def days(template: Path) -> Iterator[Mapping[Phase, Desk]]:
    """A scored day in each phase, to copy."""
    with ExitStack() as opened:
        desks = {phase: opened.enter_context(in_memory(template)) for phase in Phase}
        for phase, desk in desks.items():
            bring_case_to(desk, phase, SCORED)
        yield desks


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_is_given_or_refused_as_the_rights_say(
    look: str, days: Mapping[Phase, Desk]
) -> None:
    take, may = LOOKS[look]
    for phase, role in product(Phase, Role):
        attempt = _is_given if phase in may.get(role, set()) else _is_refused
        with naming(role.value, phase.value), copy_of(days[phase]) as desk:
            attempt(desk, take, ACTORS[role])


def _is_given(desk: Desk, take: Take, actor: Actor) -> None:
    entries = desk.entries()

    with _whether_or_not_there_is_an_answer():
        take(desk, actor)

    assert desk.entries() == entries


def _is_refused(desk: Desk, take: Take, actor: Actor) -> None:
    before = len(desk.entries())

    with pytest.raises(NotAllowedError):
        take(desk, actor)

    (refused,) = desk.entries()[before:]
    assert (refused.act, refused.actor) == (act_name(Refuse), actor.key)
    assert '"act":"see ' in refused.body
