"""`judging-app explain`: why one team is above another."""

from argparse import Namespace
from collections.abc import Sequence

from judging_app.cli.opened import verified
from judging_app.cli.output import say, table, terminal_width
from judging_app.desk.result_questions import why
from judging_app.domain.event import Method
from judging_app.domain.ids import TeamId
from judging_app.domain.names import name_key
from judging_app.domain.people import Team
from judging_app.domain.roles import ORGANISER
from judging_app.errors import UnknownError
from judging_app.present.result.why import WhyRow, WhyView
from judging_app.words import listed


def explain(arguments: Namespace) -> int:
    """Say what lies between two teams of a file that was verified first."""
    method = Method(arguments.method) if arguments.method else None
    with verified(arguments.file, arguments.passphrase_file) as desk:
        teams = desk.setup().teams
        one, other = (_team(name, teams) for name in (arguments.one, arguments.other))
        print_why(why(desk, ORGANISER, one, other, method))
    return 0


def print_why(shown: WhyView) -> None:
    """Print the gap in words, then in parts, then the tie-breaks."""
    say(shown.title)
    say()
    say(shown.sentence)
    for head, column in (("Criterion", shown.criteria), ("Judge", shown.judges)):
        if column.rows:
            say()
            _print_parts(head, column.rows)
    if shown.ties:
        say()
    for text in shown.ties:
        say(text)


def _print_parts(head: str, rows: Sequence[WhyRow]) -> None:
    cells = [(row.label, row.part_text, row.exact_text, row.note) for row in rows]
    heads = (head, "Adds", "Exact", "")
    for line in table(heads, cells, right=frozenset({1, 2}), wraps=0, room=terminal_width()):
        print(line)


def _team(typed: str, teams: Sequence[Team]) -> TeamId:
    """The team of this name, or else of this code."""
    wanted = name_key(typed)
    names = [(name_key(team.name), team.id) for team in teams]
    codes = [(name_key(team.id), team.id) for team in teams]
    for text, team in (*names, *codes):
        if text == wanted:
            return team
    known = listed([f"{one.name} ({one.id})" for one in teams])
    raise UnknownError(
        f"There is no team “{typed.strip()}” in this event. Choose one of these: {known}."
    )
