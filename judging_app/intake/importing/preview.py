"""Files and the event as it is to what importing them would do."""

import gc
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from judging_app.closed_sets import complete
from judging_app.domain.setup import Setup
from judging_app.errors import IntakeError
from judging_app.intake.importing.draft import Draft
from judging_app.intake.importing.lists import ListImport
from judging_app.intake.importing.people import PeopleImport
from judging_app.intake.importing.person import people
from judging_app.intake.importing.values import (
    Answers,
    Asking,
    Choice,
    Doubt,
    FoundList,
    Preview,
    Question,
)
from judging_app.intake.people import JUDGES, MENTORS, PARTICIPANTS, VISITS
from judging_app.intake.rubric import RUBRIC
from judging_app.intake.sheets.reading import nothing, read_sheets
from judging_app.intake.sheets.sheet import Sheet
from judging_app.intake.tables.content import Contents
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.matching import (
    Matching,
    guessed,
    is_whole,
    matching,
    rematched,
)
from judging_app.intake.tables.problems import Problem, Problems, shown
from judging_app.intake.tables.several import named_by_title, split
from judging_app.intake.tables.table import Table, filled
from judging_app.intake.tables.words import plain
from judging_app.intake.teams import TEAMS
from judging_app.present.set_up.importing import Line, ListKind, Status
from judging_app.words import listed

_FORMS: Mapping[ListKind, Form] = complete(
    {
        ListKind.RUBRIC: RUBRIC,
        ListKind.TEAMS: TEAMS,
        ListKind.PARTICIPANTS: replace(
            PARTICIPANTS, optional=(*PARTICIPANTS.optional, "status", "attendance")
        ),
        ListKind.JUDGES: JUDGES,
        ListKind.MENTORS: MENTORS,
        ListKind.VISITS: VISITS,
    }
)
_MENTORS = frozenset({"mentor", "mentors", "coach", "coaches"})
_SIGNS: Mapping[ListKind, frozenset[str]] = complete(
    {
        ListKind.RUBRIC: frozenset({"rubric", "criteria", "scorecard"}),
        ListKind.TEAMS: frozenset({"teams", "challenges"}),
        ListKind.PARTICIPANTS: frozenset({"participants", "attendees", "delegates", "people"}),
        ListKind.JUDGES: frozenset({"judges", "judge", "panel", "jury"}),
        ListKind.MENTORS: _MENTORS,
        ListKind.VISITS: frozenset({"visits"}),
    }
)
_LEAVE = "leave"
_STEPS = 4


Progress = Callable[[int, int], None]
"""What is told how far the work is; it may raise to stop it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its name; its kind where somebody said it.

    `read` are its sheets, where they have been read before. `matchings` say which of them are
    lists and how they are read, where a person changed that, and `fixes` what a cell holds
    instead, by its row, the column's place, and the sheet's name.
    """

    name: str
    data: bytes
    kind: ListKind | None = None
    read: "ReadSheets | None" = None
    matchings: tuple[Matching, ...] = ()
    fixes: Mapping[tuple[str, int, int], str] = field(default_factory=dict, hash=False)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Those that were read, with what was put right in them."""
        sheets = self.read.sheets if self.read else ()
        return tuple(map(self._fixed, sheets)) if self.fixes else sheets

    def _fixed(self, sheet: Sheet) -> Sheet:
        rows = list(sheet.rows)
        for (name, number, place), text in self.fixes.items():
            if name == sheet.name and number <= len(rows):
                cells = [*rows[number - 1], *[""] * (place + 1 - len(rows[number - 1]))]
                cells[place] = text
                rows[number - 1] = tuple(cells)
        return replace(sheet, rows=tuple(rows))


@dataclass(frozen=True, slots=True)
class ReadSheets:
    """The sheets of a file, and what was to be said of them."""

    sheets: tuple[Sheet, ...]
    problems: Problems = field(hash=False)


def read_source(source: Source, between: Callable[[], None] = nothing) -> Source:
    """`source` with its sheets read, so that it can be looked at again and again."""
    if source.read is not None:
        return source
    problems = Problems()
    found = read_sheets(source.name, source.data, problems, between)
    sheets = tuple(sheet for sheet in found if any(map(any, sheet.rows)))
    return replace(source, read=ReadSheets(sheets, problems))


def form_of(kind: ListKind, file: str) -> Form:
    """What a list of this kind holds, in a file of this name."""
    return replace(_FORMS[kind], file=file)


def kind_of(found: Matching) -> ListKind:
    """What a list is of that is read so."""
    return next(kind for kind, form in _FORMS.items() if form.holds == found.form)


def preview(
    sources: Sequence[Source],
    setup: Setup,
    answers: Answers,
    kept: Sequence[Matching] = (),
    progress: Progress | None = None,
) -> Preview:
    """What taking in `sources` would make of `setup`.

    `kept` are matchings made before, which are used for the sheets that have their titles.

    Raises:
        IntakeError: where a file can't be read at all; each sentence names it and a remedy.
    """
    with _uncollected():
        return _preview(sources, setup, answers, kept, progress or _unheard)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Looks for no rings of dead objects meanwhile: there are none, and many that are alive."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _preview(
    sources: Sequence[Source],
    setup: Setup,
    answers: Answers,
    kept: Sequence[Matching],
    tell: Progress,
) -> Preview:
    problems, asking, draft = Problems(), Asking(answers), Draft(setup)
    tell(0, _STEPS)
    found = [one for source in sources for one in _lists(source, kept, problems)]
    found.sort(key=lambda one: list(ListKind).index(one.kind))
    tell(1, _STEPS)
    lines: list[Line] = []
    absent: tuple[str, ...] = ()
    for one in found:
        table = filled(one.form, one.sheet, one.matching, problems, one.said)
        tell(2, _STEPS)
        if one.kind is ListKind.PARTICIPANTS:
            taking = PeopleImport(one.form.file, draft, asking, problems)
            taking.take(tuple(people(table)), lambda: tell(3, _STEPS))
            lines += taking.lines
            absent += taking.absent
        else:
            lines += _taken(one.kind, table, draft, asking, problems)
        tell(3, _STEPS)
    headers = {(one.form.file, one.matching.header[1]) for one in found}
    of_files = [one for one in problems.found if not one.row or (one.file, one.row) in headers]
    if of_files or not found:
        raise IntakeError(problems.told(tuple(source.name for source in sources)))
    lines += _left_out(problems.found, asking)
    lines.sort(key=lambda line: (line.file, line.row))
    tell(_STEPS, _STEPS)
    return Preview(
        draft.setup(),
        tuple(lines),
        asking.open,
        asking.settled,
        problems.notes,
        absent,
        tuple(one.matching for one in found),
        tuple(found),
        problems.remarks,
        problems.spellings,
    )


def _unheard(_done: int, _total: int) -> None:
    """Where nobody waits."""


def _taken(
    kind: ListKind, table: Table, draft: Draft, asking: Asking, problems: Problems
) -> list[Line]:
    taking = ListImport(table, draft, asking, problems)
    match kind:
        case ListKind.TEAMS:
            taking.take_teams()
        case ListKind.JUDGES:
            taking.take_judges()
        case ListKind.MENTORS:
            taking.take_mentors()
        case ListKind.VISITS:
            taking.take_visits()
        case ListKind.RUBRIC:
            taking.take_rubric()
        case ListKind.PARTICIPANTS:
            raise AssertionError(kind)
    return taking.lines


def _left_out(found: Sequence[Problem], asking: Asking) -> list[Line]:
    """The rows that can't be taken in, once it is said that they are left out."""
    by_kind: dict[Problem, list[int]] = {}
    for problem in found:
        by_kind.setdefault(replace(problem, row=0), []).append(problem.row)
    for problem, rows in by_kind.items():
        asking.ask(
            Question(
                f"{Doubt.ROW.value}:{rows[0]}:{problem.column}",
                Doubt.ROW,
                problem.file,
                tuple(rows),
                problem.column,
                "",
                problem.text,
                (Choice(_LEAVE, "leave out"),),
                _LEAVE,
            )
        )
    first = {(one.file, one.row): one.text for one in reversed(found)}
    return [Line(file, row, Status.LEFT, "", why=text) for (file, row), text in first.items()]


def _lists(source: Source, kept: Sequence[Matching], problems: Problems) -> list[FoundList]:
    """The lists that a source holds: one for each kind, from the sheet that suits it best."""
    read = read_source(source)
    assert read.read is not None  # noqa: S101 - it was just read
    problems.join(read.read.problems)
    sheets = read.sheets
    found = _as_said(read) if source.matchings else _best(read, kept)
    used = {id(one.sheet) for one in found}
    for sheet in sheets:
        if id(sheet) not in used and sheet.name and used:
            problems.note(source.name, f"the sheet {shown(sheet.name)} isn’t read")
    if not found and not any(one.file == source.name for one in problems.found):
        form = _FORMS[source.kind or ListKind.PARTICIPANTS]
        problems.add(
            source.name,
            f"No row has recognised column names. Put {listed(form.required + form.optional[:3])} "
            "above the columns, or say what it is a list of.",
        )
    return found


def _best(source: Source, kept: Sequence[Matching]) -> list[FoundList]:
    """The best sheet for each kind, or all of people whose names are teams or sectors."""
    found = [one for sheet in source.sheets if (one := _list(source, sheet, kept))]
    several = [
        replace(one, said=said)
        for one in found
        if one.kind is ListKind.PARTICIPANTS and (said := named_by_title(one.sheet.name))
    ]
    best: dict[ListKind, FoundList] = {}
    for one in found:
        if one.kind not in best or _weight(one) > _weight(best[one.kind]):
            best[one.kind] = one
    if len(several) > 1:
        del best[ListKind.PARTICIPANTS]
        return [*best.values(), *several]
    return list(best.values())


def _as_said(source: Source) -> list[FoundList]:
    """The lists as a person said that they are to be read."""
    by_name = {sheet.name: sheet for sheet in source.sheets}
    return [
        FoundList(
            source.name, kind_of(one), form_of(kind_of(one), source.name), by_name[one.sheet], one
        )
        for one in source.matchings
        if one.sheet in by_name
    ]


def _list(source: Source, sheet: Sheet, kept: Sequence[Matching]) -> FoundList | None:
    for kind in ListKind:
        form = replace(_FORMS[kind], file=source.name)
        for one in kept:
            again = rematched(form, sheet, one) if one.form == form.holds else None
            if again and again.surety == one.surety:
                return FoundList(source.name, kind, form, sheet, again)
    named = set(plain(f"{source.name.rpartition('.')[0]} {sheet.name}").split())
    kinds = (source.kind,) if source.kind else _may_be(named)
    found = (_matched(kind, source.name, sheet) for kind in kinds)
    matched = [each for each in found if each]
    of_people = any(_are_teams_with_people(each) for each in matched)
    return max(
        matched,
        default=None,
        key=lambda one: (
            bool(_SIGNS[one.kind] & named) and not (of_people and one.kind is ListKind.TEAMS),
            one.kind is ListKind.JUDGES and _says_judge(one.matching),
            one.kind in (ListKind.RUBRIC, ListKind.VISITS),
            one.kind is not ListKind.JUDGES,
            one.matching.surety,
        ),
    )


def _may_be(named: Collection[str]) -> Sequence[ListKind]:
    """What a sheet of this name may hold: mentors are people like any others, unless it says so."""
    is_said = bool(_MENTORS.intersection(named))
    return tuple(kind for kind in ListKind if is_said or kind is not ListKind.MENTORS)


def _matched(kind: ListKind, file: str, sheet: Sheet) -> FoundList | None:
    """`sheet` as a list of this kind, if it has all columns that such a list needs."""
    form = replace(_FORMS[kind], file=file)
    found = matching(form, sheet)
    if found is None or not is_whole(form, found):
        found = guessed(form, sheet)
    return FoundList(file, kind, form, sheet, found) if found and is_whole(form, found) else None


def _are_teams_with_people(found: FoundList) -> bool:
    """Whether a list of teams says who is in them: in each row, or with a row for each of them."""
    columns = [one.taken_for for one in found.matching.columns]
    if found.kind is not ListKind.PARTICIPANTS:
        return False
    if "members" in columns or any(split(column)[1] for column in columns):
        return True
    header = found.matching.header[1]
    teams = Contents(found.sheet, header).at(columns.index("team")) if "team" in columns else ()
    return len(set(teams)) < len(teams)


def _says_judge(found: Matching) -> bool:
    return any({"judge", "judges"} & set(plain(one.title).split()) for one in found.columns)


def _weight(found: FoundList) -> tuple[int, int]:
    return found.matching.surety, len(found.sheet.rows)
