"""`judging-app standings`: the result for one audience, for people or for programs."""

import json
from argparse import Namespace

from judging_app.bundle.cells import csv_text, guarded
from judging_app.cli.opened import verified
from judging_app.cli.output import say, table, terminal_width, write_exactly
from judging_app.desk.desk import Desk
from judging_app.desk.standings import as_given, comparison, result_line, view
from judging_app.domain.event import Audience, Method
from judging_app.domain.roles import ORGANISER
from judging_app.domain.rubric import decimal
from judging_app.errors import NotAllowedError
from judging_app.present.formats import STANDINGS
from judging_app.present.numbers import for_programs
from judging_app.present.organiser.verification import record_text
from judging_app.present.result.standings import StandingRow, StandingsView
from judging_app.present.words.event import AUDIENCE_WORDS
from judging_app.present.words.methods import METHOD_WORDS, refusing_by_name

KEYS = (
    *("place", "tied", "team", "score", "exact", "ballots", "expected", "remark"),
    *("scored_place", "scored_tied", "awards", "edition", "code"),
    *("exclusion", "penalty", "points"),
)
"""What is said of each team, in CSV and JSON alike, always all of it.

`place` is announced; `scored_place` is what the scores alone give. `code` is the result's.
`penalty` was taken off the score, and the organiser's `points` put on. The schema is
`docs/schemas/standings.schema.json`.
"""

_HEADS = ("Place", "Team", "Score", "Exact", "Ballots")
_RIGHT = frozenset({0, 2})


def standings(arguments: Namespace) -> int:
    """Print the standings of a file that was verified first."""
    method = Method(arguments.method) if arguments.method else None
    with verified(arguments.file, arguments.passphrase_file) as desk:
        with refusing_by_name(desk.setup()):
            shown = _asked(desk, arguments, method)
        match arguments.format:
            case "json":
                write_exactly(as_json(shown))
            case "csv":
                write_exactly(as_csv(shown))
            case _:
                print_table(shown)
                print_foot(desk, shown.audience)
    return 0


def _asked(desk: Desk, arguments: Namespace, method: Method | None) -> StandingsView:
    audience = Audience(arguments.audience)
    if not arguments.as_given:
        return view(desk, ORGANISER, audience, method)
    if audience is Audience.PUBLIC:
        raise NotAllowedError("The public sees only what was announced. Leave out --as-given.")
    return as_given(desk, ORGANISER, method)


def print_table(shown: StandingsView) -> None:
    """Print one view under its title, for people."""
    say(shown.title)
    say(_headline(shown))
    say()
    cells = [
        (row.place_text, row.team, row.score_text, row.exact_text, row.ballots_text)
        for row in shown.rows
    ]
    for line in table(_HEADS, cells, right=_RIGHT, room=terminal_width()):
        print(line)
    say()
    for row in shown.rows:
        if said := row.own_remark:
            say(f"{row.team}: {said}{'' if said.endswith(('.', '!', '?')) else '.'}")
    for award in shown.awards:
        say(f"{award.title}: {award.winners or 'nobody'}. {award.why}")
    if any(not row.place_text for row in shown.rows):
        say("A team without a place hasn’t been announced to the public yet.")
    for notice in shown.notices:
        say(notice)


def _headline(shown: StandingsView) -> str:
    method, audience = METHOD_WORDS[shown.method], AUDIENCE_WORDS[shown.audience]
    scores = method.unit or f"scores out {shown.full_total_text}"
    return f"Standings by {method.in_sentence}, for the {audience} ({scores})"


def print_foot(desk: Desk, audience: Audience) -> None:
    """Print how firm the result is, to the panel only, and the record that it comes from."""
    if audience is Audience.PANEL:
        say(comparison(desk, ORGANISER).sentence)
    if line := result_line(desk):
        say(line)
    say(record_text(desk.record_code()))


def as_json(shown: StandingsView) -> str:
    """One object, a line to each team.

    Scores are written digit by digit: no binary number is between the exact score and the
    two decimals that are shown.
    """
    head: dict[str, object] = {
        **STANDINGS.head,
        "event": shown.title,
        "method": shown.method.value,
        "audience": shown.audience.value,
        "phase": shown.phase.value,
        "edition": shown.edition,
        "code": shown.fingerprint or None,
        "decision": shown.decision or None,
        "order": [list(joint) for joint in shown.order],
        "left_out": list(shown.left_out),
        "awards": [
            {"title": one.title, "winners": one.winners or None, "why": one.why}
            for one in shown.awards
        ],
    }
    lines = [f"  {_text(key)}: {_json(value)}," for key, value in head.items()]
    teams = ",\n".join(f"    {_json_row(row, shown)}" for row in shown.rows)
    return "\n".join(["{", *lines, '  "standings": [', teams, "  ]", "}", ""])


def as_csv(shown: StandingsView) -> str:
    """RFC 4180, with a header; what isn't there or may not be known is an empty cell."""
    return csv_text([KEYS, *(_csv_row(row, shown) for row in shown.rows)])


def _csv_row(row: StandingRow, shown: StandingsView) -> tuple[object, ...]:
    return (
        _number(row.place),
        _truth(row.is_tied),
        guarded(row.team),
        for_programs(row.score_text),
        for_programs(row.exact_text),
        row.ballots,
        row.expected,
        guarded(row.remark),
        _number(row.scored_place),
        _truth(row.scored_is_tied),
        guarded("; ".join(row.awards)),
        shown.edition,
        shown.fingerprint,
        _exclusion(row) or "",
        decimal(row.penalty),
        decimal(row.points),
    )


def _exclusion(row: StandingRow) -> str | None:
    return row.place_text if row.is_out else None


def _number(value: int | None) -> object:
    return "" if value is None else value


def _truth(value: bool) -> str:  # noqa: FBT001 - the word for a truth
    return "true" if value else "false"


def _json_row(row: StandingRow, shown: StandingsView) -> str:
    values = (
        _json(row.place),
        _json(row.is_tied),
        _text(row.team),
        for_programs(row.score_text) or "null",
        _text(for_programs(row.exact_text)) if row.exact_text else "null",
        _json(row.ballots),
        _json(row.expected),
        _text(row.remark),
        _json(row.scored_place),
        _json(row.scored_is_tied),
        _json(list(row.awards)),
        _json(shown.edition),
        _json(shown.fingerprint or None),
        _json(_exclusion(row)),
        decimal(row.penalty),
        decimal(row.points),
    )
    pairs = [f"{_text(key)}: {value}" for key, value in zip(KEYS, values, strict=True)]
    return f"{{{', '.join(pairs)}}}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
