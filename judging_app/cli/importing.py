"""`judging-app import`: an organiser's own lists into an event, shown first, then done at once."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from judging_app.cli.opened import opened
from judging_app.cli.output import progress_bar, say, table, terminal_width
from judging_app.cli.pins import print_pins
from judging_app.desk.desk import Desk
from judging_app.desk.set_up.changing import change
from judging_app.desk.sign_in import set_pin
from judging_app.domain.roles import ORGANISER, Actor, Role
from judging_app.errors import DeskError, IntakeError
from judging_app.files import save
from judging_app.intake.importing.keep import Kept, kept_from, kept_text
from judging_app.intake.importing.preview import Source, preview
from judging_app.intake.importing.values import DOUBT_WORDS, Doubt, Preview, Question
from judging_app.intake.sheets.text import MOST_BYTES
from judging_app.pins import new_pin
from judging_app.present.set_up.importing import STATUS_WORDS, Line, ListKind, Status
from judging_app.words import capitalised, counted

_PASTED = "-"
_MOST_ROWS_SHOWN = 5
_READ = (".csv", ".tsv", ".txt", ".xlsx", ".ods", ".xls", ".xlsm", ".ics")


def take_lists_in(arguments: Namespace) -> int:
    """Show what the lists would change, and change it unless something is doubtful."""
    kept = _kept(arguments.match)
    answers = {**kept.answers, **dict(arguments.answers)}
    sources = tuple(_sources(arguments.sources, arguments.kind))
    with opened(arguments.file) as desk:
        found = preview(sources, desk.recorded_setup(), answers, kept.matchings)
        if arguments.match is not None:
            save(arguments.match, kept_text(found, answers).encode())
        is_open = bool(found.open) and not arguments.is_yes
        _show(found, with_rows=arguments.is_dry_run or is_open)
        if arguments.is_dry_run:
            say("Nothing was changed.")
            return 0
        if is_open:
            raise DeskError(_ask(found.open))
        _take_in(desk, found, arguments.reason)
    return 0


def _take_in(desk: Desk, found: Preview, reason: str) -> None:
    before = desk.recorded_setup()
    if found.setup == before:
        say("Nothing to change.")
        return
    change(desk, ORGANISER, found.setup, reason)
    there = {judge.id for judge in before.judges}
    new = [Actor(Role.JUDGE, one.id) for one in found.setup.judges if one.id not in there]
    say("Saved.")
    given = {}
    try:
        with progress_bar("PINs") as progress:
            for done, holder in enumerate(new):
                progress(done, len(new))
                pin = new_pin()
                set_pin(desk, ORGANISER, holder, pin)
                given[holder] = pin
    finally:
        # A PIN once given has to be told, also if the next one can't be given.
        if given:
            say()
            print_pins(desk.setup(), given)
            say("Write the PINs down now: they can’t be shown again.")


def _sources(paths: Sequence[Path], kind: str | None) -> Iterator[Source]:
    of = ListKind(kind) if kind else None
    for path in paths:
        if str(path) == _PASTED:
            yield Source("pasted", sys.stdin.buffer.read(MOST_BYTES + 1), of)
        elif path.is_dir():
            for one in sorted(path.iterdir()):
                if one.suffix.casefold() in _READ and one.is_file():
                    yield Source(one.name, _bytes(one), of)
        else:
            yield Source(path.name, _bytes(path), of)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as opened_file:
            return opened_file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such file"
        refusal = f"{path.name}: The file can’t be read ({reason}). Choose another."
        raise IntakeError((refusal,)) from error


def _kept(path: Path | None) -> Kept:
    if path is None or not path.exists():
        return Kept((), {})
    return kept_from(path.name, _bytes(path).decode("utf-8", "replace"))


def _show(found: Preview, *, with_rows: bool) -> None:
    for note in found.notes:
        say(note)
    for question in found.settled:
        say(f"Settled: {question.doubtful}")
    wanted = found.lines if with_rows else tuple(_told(found.lines))
    if wanted:
        say()
        rows = [(str(one.row), STATUS_WORDS[one.status], one.name, _what(one)) for one in wanted]
        for line in table(("Row", "", "Name", "What"), rows, wraps=3, room=terminal_width()):
            print(line)
        say()
    counts = [f"{found.count(status)} {STATUS_WORDS[status]}" for status in Status]
    if found.absent:
        counts.append(f"{len(found.absent)} not in the file (kept)")
    say(f"{', '.join(counts)}.")


def _told(lines: Iterable[Line]) -> Iterator[Line]:
    return (line for line in lines if line.status in (Status.CHANGED, Status.LEFT))


def _what(line: Line) -> str:
    if line.why:
        return line.why
    if line.status is Status.CHANGED:
        return "; ".join(
            f"{one.column}: {one.before or '(empty)'} → {one.now}" for one in line.changes
        )
    return ", ".join(text for text in line.now if text not in ("", line.name))


def _ask(questions: Sequence[Question]) -> str:
    """Every doubt, kind by kind, with what can be answered."""
    told = [f"Nothing was changed: {counted(len(questions), 'question')} to answer first."]
    for doubt in Doubt:
        of_kind = [one for one in questions if one.doubt is doubt]
        if not of_kind:
            continue
        told += [DOUBT_WORDS[doubt], *(_question(one) for one in of_kind)]
        if len(of_kind) > 1:
            codes = " or ".join(one.code for one in of_kind[0].choices)
            told.append(f"  All {len(of_kind)} at once: --answer {doubt.value}=… with {codes}.")
    told.append("Answer with --answer 'ID=CODE', or take everything as proposed with --yes.")
    return "\n".join(told)


def _question(one: Question) -> str:
    at = ", ".join(map(str, one.rows[:_MOST_ROWS_SHOWN]))
    if len(one.rows) > _MOST_ROWS_SHOWN:
        at += " …"
    rows = f", row {at}" if one.rows else ""
    found = f" {capitalised(one.column)}: {one.found}." if one.found else ""
    choices = "; ".join(
        f"{choice.code}: {choice.means}{' (proposed)' * (choice.code == one.proposed)}"
        for choice in one.choices
    )
    return f"{one.file}{rows}.{found} {one.doubtful}\n  --answer '{one.id}=…', with {choices}."
