"""`judging-app agreement`: how far the judges agree, for people or for programs."""

import json
from argparse import Namespace
from collections.abc import Sequence

from judging_app.cli.opened import verified
from judging_app.cli.output import say, table, terminal_width, write_exactly
from judging_app.desk.result_questions import agreement as asked
from judging_app.domain.roles import ORGANISER
from judging_app.present.judge.judge_profile import JudgeRow
from judging_app.present.result.agreement import AgreementView
from judging_app.present.result.agreement_json import agreement_json

_HEADS = ("Judge", "Scored", "Mean", "Severity", "Spread", "With the others")
_RIGHT = frozenset({2, 3, 4, 5})


def agreement(arguments: Namespace) -> int:
    """Print the agreement of a file that was verified first."""
    with verified(arguments.file, arguments.passphrase_file) as desk:
        view = asked(desk, ORGANISER)
    if arguments.format == "json":
        told = agreement_json(view)
        write_exactly(f"{json.dumps(told, ensure_ascii=False, indent=2)}\n")
    else:
        print_agreement(view)
    return 0


def print_agreement(shown: AgreementView) -> None:
    """Print each number with its reading, then judge by judge."""
    say(shown.lead)
    say()
    for row in (*shown.rows, *shown.others):
        say(f"{row.name}: {row.value_text} for {row.over_text}. {row.reading}".rstrip())
    say()
    _print_judges(shown.judges)
    say()
    say(shown.caution)


def _print_judges(judges: Sequence[JudgeRow]) -> None:
    names = [f"{row.judge} ({row.judge_id})" for row in judges]
    cells = [
        (
            name,
            row.ballots_text,
            row.mean_text,
            row.severity_text,
            row.spread_text,
            row.correlation_text,
        )
        for name, row in zip(names, judges, strict=True)
    ]
    for line in table(_HEADS, cells, right=_RIGHT, wraps=0, room=terminal_width()):
        print(line)
    say()
    for name, row in zip(names, judges, strict=True):
        say(f"{name}: {row.reading}")
