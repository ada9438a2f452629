"""An import as a person sees it: the columns of a list, its doubts, and its rows."""

from collections.abc import Iterator, Mapping, Sequence

from judging_app.closed_sets import complete
from judging_app.intake.importing.preview import Source
from judging_app.intake.importing.values import (
    DOUBT_WORDS,
    Answers,
    Doubt,
    FoundList,
    Preview,
    Question,
)
from judging_app.intake.sheets.sheet import is_blank
from judging_app.intake.tables.matching import MOST_ROWS_ABOVE
from judging_app.intake.tables.several import split
from judging_app.intake.tables.table import sampled
from judging_app.present.set_up.importing import (
    ColumnHead,
    ColumnsView,
    DoubtLine,
    ImportView,
    SampleRow,
    SpellingLine,
    Status,
    column_words,
)
from judging_app.words import capitalised, counted

SAMPLES = 5
"""Rows of a list that are shown above its columns."""

_MOST_ROWS_NAMED = 4
_MOST_SHOWN = 320


def columns_view(found: FoundList, source: Source, first: int = 0) -> ColumnsView:
    """How a list is read, with rows from the `first` of those that are below its titles."""
    last = found.matching.header[1]
    below = [
        number
        for number, cells in enumerate(found.sheet.rows, 1)
        if number > last and not is_blank(cells)
    ]
    start = first % len(below) if below else 0
    numbers = below[start : start + SAMPLES]
    cells = sampled(found.form, found.sheet, found.matching, numbers)
    numbered = {one.taken_for for one in found.matching.columns if split(one.taken_for)[1]}
    targets = (*found.form.targets, *sorted(numbered))
    headers = [
        number
        for number, one in enumerate(found.sheet.rows[:MOST_ROWS_ABOVE], 1)
        if not is_blank(one)
    ]
    return ColumnsView(
        file=found.source,
        kind=found.kind,
        sheets=tuple(sheet.name for sheet in source.sheets),
        sheet=found.sheet.name,
        headers=tuple(headers),
        header=last,
        heads=tuple(ColumnHead(one.title, one.taken_for) for one in found.matching.columns),
        targets=tuple((one, column_words(one)) for one in targets),
        rows=tuple(SampleRow(*one) for one in zip(numbers, cells, strict=True)),
        count=len(below),
    )


def doubt_lines(
    found: Preview, answers: Answers, apart: frozenset[Doubt] = frozenset()
) -> tuple[DoubtLine, ...]:
    """Every doubt, kind by kind; those of several questions are one line unless taken `apart`."""
    return tuple(_doubt_lines(found, answers, apart))


def _doubt_lines(found: Preview, answers: Answers, apart: frozenset[Doubt]) -> Iterator[DoubtLine]:
    open_ids = {question.id for question in found.open}
    for doubt in Doubt:
        questions = [one for one in (*found.settled, *found.open) if one.doubt is doubt]
        if len(questions) > 1 and doubt not in apart:
            is_settled = not any(one.id in open_ids for one in questions)
            yield _together(doubt, questions, answers, is_settled=is_settled)
            continue
        for one in questions:
            yield _alone(one, answers, is_settled=one.id not in open_ids)


def _alone(one: Question, answers: Answers, *, is_settled: bool) -> DoubtLine:
    is_cell = one.doubt is Doubt.ROW and len(one.rows) == 1 and bool(one.column)
    return DoubtLine(
        id=one.id,
        title=DOUBT_WORDS[one.doubt],
        rows=_rows(one.rows),
        column=column_words(one.column) if one.column else "Whole row",
        found=one.found,
        doubtful=one.doubtful,
        choices=tuple((choice.code, capitalised(choice.means)) for choice in one.choices),
        chosen=answers.get(one.id, answers.get(one.doubt.value, one.proposed)),
        is_settled=is_settled,
        file=one.file,
        cell=(one.rows[0], one.column) if is_cell else None,
    )


def _together(
    doubt: Doubt, questions: Sequence[Question], answers: Answers, *, is_settled: bool
) -> DoubtLine:
    rows = sorted({row for one in questions for row in one.rows})
    why = list(dict.fromkeys(one.doubtful for one in questions))
    each = [
        f"{one.found}: {one.doubtful}" if one.found and len(why) > 1 else one.found or one.doubtful
        for one in questions
    ]
    named = (" " if len(why) > 1 else "; ").join(dict.fromkeys(each))
    columns = {one.column for one in questions}
    return DoubtLine(
        id=doubt.value,
        title=DOUBT_WORDS[doubt],
        rows=_rows(rows),
        column=column_words(columns.pop()) if len(columns) == 1 and "" not in columns else "",
        found=named if len(named) <= _MOST_SHOWN else f"{named[:_MOST_SHOWN]}…",
        doubtful=" ".join([f"{counted(len(questions), 'time')}.", *(why if len(why) == 1 else [])]),
        choices=_OF_ALL[doubt],
        chosen=answers.get(doubt.value, questions[0].proposed),
        is_settled=is_settled,
        count=len(questions),
    )


_OF_ALL: Mapping[Doubt, tuple[tuple[str, str], ...]] = complete(
    {
        Doubt.NOT_COMING: (("leave", "Leave them out"), ("take", "Import them anyway")),
        Doubt.SAME_PERSON: (
            ("first", "One person each, as in the first row"),
            ("second", "One person each, as in the later row"),
            ("two", "Different people of one name"),
        ),
        Doubt.SAME_ORGANISATION: (
            ("one", "One organisation each, with several names"),
            ("apart", "Different organisations"),
        ),
        Doubt.SAME_TEAM: (("one", "One team each"), ("apart", "Different teams")),
        Doubt.KNOWN_PERSON: (
            ("one", "The same people, in another spelling"),
            ("apart", "Other people"),
        ),
        Doubt.ROW: (("leave", "Leave them out"),),
    }
)
"""The answers to all questions of a kind at once."""


def _rows(rows: Sequence[int]) -> str:
    if len(rows) > _MOST_ROWS_NAMED:
        return f"{len(rows)} rows"
    return ", ".join(map(str, rows)) or "All"


def act_words(found: Preview) -> str:
    """The button that does it: "Import 4 new and 5 changed rows"."""
    counts = [(found.count(Status.NEW), "new"), (found.count(Status.CHANGED), "changed")]
    parts = [f"{count} {word}" for count, word in counts if count]
    total = sum(count for count, _ in counts)
    return f"Import {' and '.join(parts)} {'row' if total == 1 else 'rows'}" if parts else ""


def import_view(
    found: Preview, answers: Answers, apart: frozenset[Doubt], *, needs_reason: bool
) -> ImportView:
    """What will change, with what is still to be answered."""
    counts = {status: found.count(status) for status in Status}
    return ImportView(
        lines=found.lines,
        doubts=doubt_lines(found, answers, apart),
        counts=counts,
        absent=len(found.absent),
        act=act_words(found),
        needs_reason=needs_reason,
    )


def spelling_lines(found: Preview) -> tuple[SpellingLine, ...]:
    """Which spellings were made alike."""
    return tuple(
        SpellingLine(f"{one.read_from} → {one.now or 'small letters'}", one.rows)
        for one in found.spellings
    )
