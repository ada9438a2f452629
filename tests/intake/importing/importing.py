"""Imports a list into an event that is empty, or holds something already."""

from collections.abc import Mapping

from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.intake.importing.preview import Source, preview
from judging_app.intake.importing.values import Preview

EMPTY = Setup((), (), (), (), (), Rubric(()), ())

Said = tuple[str, str, str, str, str, str]
"""A person's name, e-mail address, sector, organisation, role and team."""


def imported(
    data: bytes | str,
    answers: Mapping[str, str] | None = None,
    setup: Setup = EMPTY,
    name: str = "list.csv",
) -> Preview:
    """What comes of it."""
    content = data.encode() if isinstance(data, str) else data
    return preview([Source(name, content)], setup, answers or {})


def people_of(setup: Setup) -> list[Said]:
    """Everybody, in words."""
    organisations = {one.id: one.name for one in setup.organisations}
    teams = {one.id: one.name for one in setup.teams}
    return [
        (
            *(one.name, one.email, one.sector),
            organisations[one.organisation] if one.organisation else "",
            one.role,
            teams[one.team] if one.team else "",
        )
        for one in setup.participants
    ]
