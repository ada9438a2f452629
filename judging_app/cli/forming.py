"""`judging-app form-teams`: people into teams that are as alike as they can be."""

from argparse import Namespace
from collections.abc import Iterator

from judging_app.cli.opened import opened
from judging_app.cli.output import say, table, terminal_width
from judging_app.desk.set_up import forming
from judging_app.domain.ids import ParticipantId, TeamId
from judging_app.domain.names import name_key
from judging_app.domain.roles import ORGANISER
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError
from judging_app.planning.forming.wanted import USUAL, Wish, WishKind
from judging_app.present.set_up.forming import team_rows, unmet_texts, verdict_text


def form_teams(arguments: Namespace) -> int:
    """Show the teams, and put everybody into them with `--use`."""
    with opened(arguments.file) as desk:
        now = desk.recorded_setup()
        setup = forming.with_teams(now, arguments.teams or len(now.teams))
        plan = forming.planned(
            setup,
            {**USUAL, **dict(arguments.alike)},
            tuple(_wishes(arguments, setup)),
            arguments.seed,
        )
        found = forming.formed(plan, arguments.seconds)
        rows = [
            (one.name, ", ".join(one.people), one.sectors, one.organisations, one.roles)
            for one in team_rows(setup, found.division)
        ]
        head = ("Team", "People", "Sectors", "Organisations", "Roles")
        for line in table(head, rows, wraps=1, room=terminal_width()):
            print(line)
        say()
        for sentence in unmet_texts(setup, plan.wanted, found.division):
            say(sentence)
        say(verdict_text(found))
        if arguments.is_used:
            forming.use(desk, ORGANISER, plan, found)
            say("Saved.")
        else:
            say("Nothing was changed. Add --use to take these teams over.")
    return 0


def _wishes(arguments: Namespace, setup: Setup) -> Iterator[Wish]:
    for kind, wishes in (
        (WishKind.TOGETHER, arguments.together),
        (WishKind.APART, arguments.apart),
    ):
        for names in wishes:
            yield Wish(kind, tuple(_person(setup, name) for name in names))
    for name, team in arguments.fixed:
        yield Wish(WishKind.FIXED, (_person(setup, name),), _team(setup, team))


def _person(setup: Setup, said: str) -> ParticipantId:
    """Somebody by their code or name.

    Raises:
        DeskError: if nobody is called so, or several are.
    """
    found = [one.id for one in setup.participants if one.id == said] or [
        one.id for one in setup.participants if name_key(one.name) == name_key(said)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise DeskError(f"Several people are called “{said}”: give a code, {' or '.join(found)}.")
    raise DeskError(f"Nobody in this event is called “{said}”. Check the spelling.")


def _team(setup: Setup, said: str) -> TeamId:
    found = [
        one.id for one in setup.teams if one.id == said or name_key(one.name) == name_key(said)
    ]
    if not found:
        raise DeskError(f"No team is called “{said}”. Check the spelling.")
    return found[0]
