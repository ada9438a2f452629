"""What of the report is drawn: how the scores spread, what changes the winner, what can change."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from judging_app.present.leaves.leaf import (
    Block,
    Cell,
    Column,
    Reach,
    Row,
    Table,
    Type,
    Words,
    figures,
)
from judging_app.present.organiser.report import Report
from judging_app.present.result.agreement import AgreementView
from judging_app.present.result.checks import ChecksView
from judging_app.present.result.reach import ReachRow
from judging_app.present.result.spread import SpreadView
from judging_app.words import counted, listed

DENSE = 13
"""Rows from which on a table is set smaller."""


def spread_plots(spread: SpreadView, agreement: AgreementView | None) -> Iterator[Block]:
    """Every ballot on one scale: by team, and by judge."""
    if not any(row.dots for row in spread.rows):
        return
    scale = Column(f"Totals from {spread.lowest_text} to {spread.highest_text}")
    columns = (Column("Team", 58), scale, figures("Mean", 20), figures("From, to", 34))
    by_team = (
        (row.team, [dot.at for dot in row.dots], row.mean_text, row.range_text.replace(" to ", "–"))
        for row in spread.rows
        if row.dots
    )
    yield Words("Spread by team", Type.HEADING)
    yield _plots(columns, by_team)
    ats: dict[str, list[Fraction]] = {}
    for row in spread.rows:
        for dot in row.dots:
            ats.setdefault(dot.judge, []).append(dot.at)
    told = {f"{one.judge} ({one.judge_id})": one for one in agreement.judges} if agreement else {}
    columns = (Column("Judge", 58), scale, figures("Mean", 20), figures("Against the panel", 34))
    by_judge = (
        (judge, at, told[judge].mean_text, told[judge].severity_text)
        if judge in told
        else (judge, at, "", "")
        for judge, at in sorted(ats.items(), key=lambda item: sum(item[1]) / len(item[1]))
    )
    yield Words("Spread by judge", Type.HEADING)
    yield _plots(columns, by_judge)
    yield Words(
        "Each stroke is a ballot, the dot is their mean. “Against the panel” is how many points "
        "more or fewer a judge gives the same teams.",
        Type.QUIET,
    )


def _plots(
    columns: tuple[Column, ...], lines: Iterable[tuple[str, Sequence[Fraction], str, str]]
) -> Table:
    rows = tuple(
        Row(
            (
                Cell(name),
                Cell(reach=_reach_of(at)),
                Cell(mean.removeprefix("Mean "), is_strong=True),
                Cell(beside),
            )
        )
        for name, at, mean, beside in lines
    )
    return Table(columns, rows, 7, is_dense=len(rows) >= DENSE)


def _reach_of(at: Sequence[Fraction]) -> Reach:
    return Reach(sum(at, Fraction(0)) / len(at), min(at), max(at), tuple(at))


def checks_plots(rows: Report) -> Iterator[Block]:
    """Whether the winner stays the same with one thing changed: the count, then each change."""
    checks = rows.findings.checks
    yield Words(checks.sentence, Type.STRONG)
    yield Words(rows.findings.comparison)
    if rows.is_decided:
        yield Words("The checks are about the scores alone, not about what the panel decided.")
    yield from _shares(_by_scores(rows), checks)
    for group, of in checks.groups:
        columns = (Column(group), Column("Winner", 70))
        table = tuple(
            Row(
                (
                    Cell(one.what, one.detail if one.is_same is not None else ""),
                    Cell(one.mark_text, is_strong=one.is_same is False),
                ),
                below=one.detail if one.is_same is None else "",
            )
            for one in of
        )
        yield Table(columns, table, 7, is_dense=len(table) >= DENSE)


def _shares(winner: str, checks: ChecksView) -> Iterator[Block]:
    """In how many of the checks each team wins, as bars."""
    if not checks.told:
        return
    winners = ((winner, checks.same), *checks.others)
    columns = (
        Column("Who wins"),
        Column(f"Of {counted(checks.told, 'check')}", 90),
        figures("", 16),
    )
    yield Table(
        columns,
        tuple(
            Row(
                (
                    Cell(name),
                    Cell(reach=Reach(None, Fraction(0), Fraction(count, checks.told))),
                    Cell(str(count), is_strong=True),
                )
            )
            for name, count in winners
        ),
        7,
    )


def _by_scores(rows: Report) -> str:
    """Who wins by the scores alone."""
    first = [one.team for one in rows.places if (one.by_scores or one.place) in ("1", "=1")]
    return f"{listed(first)}{' together' if len(first) > 1 else ''}"


def reach_plot(found: Sequence[ReachRow]) -> Iterator[Block]:
    """What places each team can still have, while there are ballots to come."""
    found = [one for one in found if one.best and one.worst]
    if all(one.is_decided for one in found):
        return
    last = max(len(found) - 1, 1)
    columns = (Column("Team", 58), Column(f"Places 1 to {len(found)}"), figures("Best, worst", 34))
    yield Words("Can it still change?", Type.HEADING)
    yield Table(
        columns,
        tuple(
            Row(
                (
                    Cell(one.team),
                    Cell(
                        reach=Reach(
                            None,
                            Fraction((one.best or 1) - 1, last),
                            Fraction((one.worst or 1) - 1, last),
                        )
                    ),
                    Cell(f"{one.best_text}–{one.worst_text}"),
                )
            )
            for one in found
        ),
        7,
        is_dense=len(found) >= DENSE,
    )


def agreement_table(found: AgreementView | None) -> Iterator[Block]:
    """Every measure with what may be made of it."""
    if found is None:
        return
    yield Words("How closely the judges agree", Type.HEADING)
    yield Words(f"{found.lead} {found.caution}")
    columns = (Column("Measure"), figures("Value", 20), Column(wide=6), Column("Of", 36))
    yield Table(
        columns,
        tuple(
            Row(
                (Cell(row.name, row.reading), Cell(row.value_text), Cell(), Cell(row.over_text)),
            )
            for row in found.rows
        ),
    )
