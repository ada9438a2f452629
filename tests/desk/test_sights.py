"""Who may look at what, and when: written out a second time, to change only on purpose."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from judging_app.desk.rights import SIGHTS
from judging_app.domain.acts import (
    Refuse,
    act_name,
)
from judging_app.domain.event import Phase
from judging_app.domain.roles import Role
from judging_app.errors import DeskError, NotAllowedError
from tests.desk.acts_done import SCORED, bring_case_to
from tests.desk.looks_taken import LOOKS
from tests.desk.small_event import (
    ACTORS,
    in_memory,
)


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


@pytest.mark.parametrize("phase", Phase, ids=lambda phase: phase.value)
@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
@pytest.mark.parametrize("look", LOOKS)
def test_a_look_is_given_or_refused_as_the_rights_say(
    look: str, role: Role, phase: Phase, template: Path
) -> None:
    take, may = LOOKS[look]
    actor = ACTORS[role]
    with in_memory(template) as desk:
        bring_case_to(desk, phase, SCORED)
        entries = desk.entries()

        if phase in may.get(role, set()):
            with _whether_or_not_there_is_an_answer():
                take(desk, actor)

            assert desk.entries() == entries
        else:
            with pytest.raises(NotAllowedError):
                take(desk, actor)

            (refused,) = desk.entries()[len(entries) :]
            assert (refused.act, refused.actor) == (act_name(Refuse), actor.key)
            assert '"act":"see ' in refused.body
