"""How the report of the result is put together: the winner and a page of summary come first."""

from collections.abc import Iterator, Sequence

from judging_app.domain import acts
from judging_app.present.leaves.leaf import (
    Block,
    Cell,
    Column,
    Leaf,
    Leaves,
    NewPage,
    Row,
    Table,
    Together,
    Type,
    Words,
    figures,
    plain_row,
)
from judging_app.present.leaves.report_plots import (
    DENSE,
    agreement_table,
    checks_plots,
    reach_plot,
    spread_plots,
)
from judging_app.present.organiser.report import REPORT_TITLE, Place, Report
from judging_app.present.result.decisions import DecisionLine
from judging_app.words import counted, listed

SHEET_ID = "Report"
NO_TIE = "No two scores are equal, so no tie had to be broken."
NOT_AWARDED = "Not awarded"
NO_DECISION = "Nothing was decided beside the scores."

_MOST_PLACES, _MOST_JUDGES = 8, 12
"""Of a summary; with more, all of them stand on the page of the scores."""
_FEW_PLACES, _LONG = 5, 30
"""Of names that are longer than that, of many teams."""
_MOST_TOTALS = 8
"""Columns of totals beside each other."""


def report_leaves(rows: Report, *, is_exact: bool = False) -> Leaves:
    """One paper: a page to read, then all that stands behind it; with exact values if wanted."""
    top = rows.headline
    leaf = Leaf(
        id=SHEET_ID,
        event=" · ".join(part for part in (rows.event, rows.subtitle) if part),
        title=REPORT_TITLE,
        subtitle=rows.subtitle,
        band=(
            *(() if rows.findings.published else (Words(rows.status),)),
            *(Words(name, Type.LARGE) for name in top.names),
            Words(top.won, Type.STRONG),
            *(Words(said) for said in (top.facts, top.task) if said),
        ),
        blocks=(
            *_summary(rows),
            NewPage("Ties and decisions", "What the scores gave, what was decided, and why"),
            *_ties(rows),
            *_decisions(rows),
            *_awarded(rows),
            *_uncounted(rows),
            NewPage("The scores", "What is behind each place"),
            *_scores(rows, is_exact=is_exact),
            NewPage(
                "Is the result firm?", "What would change it, and how closely the judges agree"
            ),
            *checks_plots(rows),
            *reach_plot(rows.findings.reach),
            *agreement_table(rows.findings.agreement),
            NewPage("Rules and record", "What was judged, by whom, and how to check it"),
            *_rules(rows),
        ),
        record=rows.result,
        corner=f"{REPORT_TITLE}{f', edition {rows.edition}' if rows.edition > 1 else ''}",
        colour=rows.colour,
    )
    return Leaves(f"{rows.title} of {rows.event}", rows.event, (leaf,))


def _summary(rows: Report) -> Iterator[Block]:
    yield from _amended(rows)
    yield Words("Standings", Type.HEADING)
    first = rows.places[:_MOST_PLACES]
    if len(rows.places) > _MOST_PLACES and any(len(one.team) > _LONG for one in first):
        first = first[:_FEW_PLACES]
    yield _places(rows, first)
    if left := len(rows.places) - len(first):
        yield Words(f"{counted(left, 'more team')}: see “The scores”.", Type.QUIET)
    yield from _awards(rows)
    judged = len(rows.given.criteria)
    yield Together(
        (
            Words("How it was decided", Type.HEADING),
            Words(
                f"{counted(len(rows.panel), 'judge')} scored "
                f"{counted(judged, 'criterion', 'criteria')}. "
                f"{rows.definition.partition('. ')[0]}. {rows.ballots}"
            ),
            *(Words(note) for note in rows.notes[:1]),
        )
    )
    if _has_room(rows):
        yield from _panel(rows)
    yield _signed(rows)


def _has_room(rows: Report) -> bool:
    """Whether the panel is on the page of summary too."""
    return len(rows.panel) <= _MOST_JUDGES and not rows.amended


def _amended(rows: Report) -> Iterator[Block]:
    """What was wrong with the edition before, who agreed, and what that changed."""
    if rows.amended:
        replaced, why, who, *changes = rows.amended
        yield Words(f"What changed in edition {rows.edition}", Type.HEADING)
        yield Words(f"{replaced} {why} {who.rstrip('.')}.")
        yield from (Words(one, Type.ITEM) for one in changes)


def _places(rows: Report, places: Sequence[Place]) -> Table:
    unit = rows.unit if rows.unit.startswith("of ") else ""
    by_scores = (Column("By scores", 26),) if rows.is_decided else ()
    columns = (
        Column("Place", 28),
        Column("Team"),
        *by_scores,
        figures("Score", 18, unit),
        figures("Ballots", 22),
        Column(wide=5),
        Column("Remark", 44),
    )
    first = places[0].told if places and places[0].place in ("1", "=1") else ""
    table = (
        Row(
            (
                Cell(one.told, is_strong=one.told == first),
                Cell(one.team, is_strong=one.told == first),
                *((Cell(one.scored),) if rows.is_decided else ()),
                Cell(one.score, is_strong=one.told == first),
                Cell(one.ballots.split(" ballot")[0]),
                Cell(),
                Cell(under=one.note),
            ),
            is_tinted=one.told == first,
        )
        for one in places
    )
    row = 8 if len(places) < _MOST_PLACES - 1 else 7
    return Table(columns, tuple(table), row, is_dense=len(places) >= DENSE)


def _awards(rows: Report) -> Iterator[Block]:
    if not rows.findings.awards:
        return
    yield Words("Awards", Type.HEADING)
    yield Table(
        (Column(wide=62), Column()),
        tuple(
            Row((Cell(one.title), Cell(one.winners or NOT_AWARDED, is_strong=True)))
            for one in rows.findings.awards
        ),
        6.5,
    )


def _panel(rows: Report) -> Iterator[Block]:
    cells = [Cell(name, post) for name, post in rows.panel]
    half = (len(cells) + 1) // 2
    pairs = zip(cells[:half], [*cells[half:], Cell()], strict=False)
    table = Table((Column(), Column()), tuple(Row(pair) for pair in pairs), is_dense=True)
    yield Together((Words("The panel", Type.HEADING), table))


def _signed(rows: Report) -> Table:
    """When it was published, which edition it is, and a line to sign on."""
    columns = (Column("Published", 62), Column("Signed for the panel"), Column("Edition", 50))
    edition = "1, nothing changed" if rows.edition == 1 else f"{rows.edition}, see above"
    published = rows.findings.published or "Not yet"
    return Table(columns, (Row((Cell(published), Cell(is_to_write=True), Cell(edition))),), 12)


def _sayings(heading: str, sayings: Sequence[str], none: str = "") -> Iterator[Block]:
    said = sayings or ((none,) if none else ())
    if said:
        yield Words(heading, Type.HEADING)
        yield from map(Words, said)


def _ties(rows: Report) -> Iterator[Block]:
    rules = ", then ".join([*rows.findings.tie_rules, "the teams are joint"])
    declared = f"The event’s order for ties: {rules}."
    yield from _sayings("Ties", rows.findings.ties, f"{NO_TIE} {declared}")
    yield from map(Words, rows.notes[1:])


def _decisions(rows: Report) -> Iterator[Block]:
    if not rows.findings.decisions:
        yield from _sayings("Decisions", (), NO_DECISION)
    for number, line in enumerate(rows.findings.decisions, 1):
        effect = rows.effects[number - 1] if number <= len(rows.effects) else ""
        yield Together(
            (
                Words(f"Decision {number} · {line.kind}", Type.HEADING),
                Words(f"{line.what[:1].upper()}{line.what[1:]}."),
                *_beside(rows, line),
                *([Words(f"“{line.reason}.”")] if line.reason else []),
                *([Words(effect)] if effect else []),
                Words(_by(line), Type.QUIET),
            )
        )


def _by(line: DecisionLine) -> str:
    return line.by if line.stands else f"{line.by} A later decision replaced it."


def _beside(rows: Report, line: DecisionLine) -> Iterator[Block]:
    """What the scores alone give beside what was decided, of those whom that moved."""
    if line.act != acts.act_name(acts.DecideOrder) or not line.stands:
        return
    columns = (
        Column("Team"),
        Column("The scores alone", 44),
        Column("As decided", 44),
        figures("Score", 24),
    )
    moved = [one for one in rows.places if one.by_scores and one.by_scores != one.place]
    yield Table(
        columns,
        tuple(
            Row((Cell(p.team), Cell(p.scored), Cell(p.told, is_strong=True), Cell(p.score)))
            for p in moved
        ),
    )


def _awarded(rows: Report) -> Iterator[Block]:
    """Why each award went where it went."""
    if rows.findings.awards:
        yield Words("Awards", Type.HEADING)
        yield from (
            Words(f"{one.title}: {one.winners or NOT_AWARDED}. {one.why}", Type.ITEM)
            for one in rows.findings.awards
        )


def _uncounted(rows: Report) -> Iterator[Block]:
    """Who did not score whom, a row for each judge and reason."""
    reason = rows.findings.closed_because
    if not rows.uncounted and not reason:
        return
    yield Words("Who did not score whom", Type.HEADING)
    if reason:
        yield Words(f"Scoring was closed with ballots missing. Reason: {reason}")
    teams: dict[tuple[str, str], list[str]] = {}
    for one in rows.uncounted:
        why = f"{one.state}: {one.reason}" if one.reason else f"{one.state}. No reason given."
        teams.setdefault((one.judge, why), []).append(one.team)
    yield Table(
        (Column("Judge", 56), Column("Team"), Column("Why", 66)),
        tuple(
            Row((Cell(judge), Cell(listed(of)), Cell(under=why)))
            for (judge, why), of in teams.items()
        ),
    )


def _scores(rows: Report, *, is_exact: bool) -> Iterator[Block]:
    if len(rows.places) > _MOST_PLACES:
        yield from (Words("All places", Type.HEADING), _places(rows, rows.places))
    given = rows.given
    yield Words("Means of each team", Type.HEADING)
    room = min(22.0, 118 / max(1, len(given.criteria) + 1))
    columns = (Column("Team"), *(figures(one, room) for one in (*given.criteria, "Total")))
    yield _figures(columns, given.means)
    wide = min(22.0, 120 / max(1, min(len(given.judges), _MOST_TOTALS)))
    for start in range(0, len(given.judges), _MOST_TOTALS):
        part = slice(start, start + _MOST_TOTALS)
        yield Words("Totals of the ballots", Type.HEADING)
        heads = (Column("Team"), *(figures(judge, wide) for judge in given.judges[part]))
        yield _figures(heads, [(row[0], *row[1:][part]) for row in given.totals])
    if given.spread:
        yield from spread_plots(given.spread, rows.findings.agreement)
    if is_exact:
        yield Words("Exact values", Type.HEADING)
        table = tuple(plain_row(one.told, one.team, one.exact) for one in rows.places)
        columns = (Column("Place", 34), Column("Team"), Column("Score as a fraction", 70))
        yield Table(columns, table, is_dense=len(table) >= DENSE)


def _figures(columns: tuple[Column, ...], rows: Sequence[Sequence[str]]) -> Table:
    return Table(columns, tuple(plain_row(*row) for row in rows), is_dense=len(rows) >= DENSE)


def _rules(rows: Report) -> Iterator[Block]:
    yield Words("How the result was worked out", Type.HEADING)
    told = rows.unit.replace("of ", "out of ", 1)
    unit = f"in points, {told}" if rows.unit.startswith("of ") else rows.unit
    yield Words(f"Method: {rows.method}. Scores are {unit}.", Type.STRONG)
    yield Words(rows.definition)
    yield Words("Rubric", Type.HEADING)
    columns = (Column("Criterion"), figures("Weight", 22), Column(wide=6), Column("Scale", 46))
    yield Table(
        columns,
        tuple(
            Row((Cell(one.title, one.note), Cell(one.weight), Cell(), Cell(one.scale)))
            for one in rows.criteria
        ),
    )
    yield Words(f"Highest possible total: {rows.full_total}. Code of this rubric: {rows.rubric}.")
    if not _has_room(rows):
        yield from _panel(rows)
    yield Words("How to check this paper", Type.HEADING)
    yield Words(
        "The code at the foot of every page is that of the result. When this was printed, the "
        f"record had the code {rows.record}. Type either one under “Check the record”: it says "
        "which result it belongs to, and whether anything was changed afterwards."
    )
