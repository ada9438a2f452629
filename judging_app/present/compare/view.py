"""Events side by side in words and figures, for a screen, a paper, a table and a terminal."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from judging_app.closed_sets import complete
from judging_app.compare.comparison import Comparison, Line
from judging_app.compare.summary import Lacking, Summary
from judging_app.domain.event import Method
from judging_app.present.compare.criteria import CriterionRow, criterion_rows
from judging_app.present.compare.figures import (
    MEASURES,
    MEASURES_ABOUT,
    NONE,
    OUTCOMES,
    OUTCOMES_ABOUT,
    Figure,
)
from judging_app.present.numbers import shown
from judging_app.present.time_of_day import in_words
from judging_app.present.words.methods import METHOD_WORDS
from judging_app.words import counted, listed

TITLE = "Comparison of events"
ABOUT_EQUAL = Fraction(1)
"""Points of 100 by which two levels must differ for one to be called harsher."""

HARSHER_OR_WEAKER = (
    "Lower scores come from a harsher panel or from weaker pitches: as no judge scored at both "
    "events, scores alone can’t show which."
)
LACKING_WORDS: Mapping[Lacking, str] = complete(
    {
        Lacking.NO_BALLOTS: "No ballots, so no scores, agreement, margin or firmness",
        Lacking.NO_RESULT: "No result by the method, so no margin and no firmness",
        Lacking.NOT_PUBLISHED: "Not published yet when the bundle was made",
        Lacking.NO_SECTORS: "No sectors recorded",
        Lacking.NO_TIMES: "No pitch was timed",
        Lacking.NO_LINK: "Judges who share no teams, so nobody can say who is harsh",
        Lacking.NOT_IN_POINTS: "A method that doesn’t give points, so no margin in points",
    }
)
"""Why figures of events are missing, before their names."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A figure of every event that has it, from `least` to `most`, in the order of the events."""

    title: str
    unit: str
    least: float
    most: float
    rows: tuple[tuple[str, float, str], ...]

    def within(self, most: int) -> "Plot":
        """The same if it has no more rows; else how many events lie in each even part of it."""
        if len(self.rows) <= most:
            return self
        width = (self.most - self.least) / _PARTS
        counts = Counter(
            min(_PARTS - 1, int((one - self.least) / width)) for _, one, _ in self.rows
        )
        places = 0 if width.is_integer() else 1 if width > _NARROW else 2
        ends = [shown(Fraction(self.least + at * width), places) for at in range(_PARTS + 1)]
        rows = (
            (f"{ends[at]} to {ends[at + 1]}", float(counts[at]), f"{counts[at]:,}")
            for at in range(_PARTS)
        )
        of = f", {self.unit}" if self.unit else ""
        title = f"{self.title}{of}: how many events"
        return Plot(title, "", 0.0, float(max(counts.values())), tuple(rows))


@dataclass(frozen=True, slots=True)
class Table:
    """Figures under their heads; the first column is text. `beside` it so many fit on paper."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    about: str = ""
    beside: int = 10


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The whole comparison: what stands out in sentences, then plots, tables and the gaps.

    `criteria` are those of which somebody may say that they are the same as others.
    """

    title: str
    subtitle: str
    findings: tuple[str, ...]
    plots: tuple[Plot, ...]
    tables: tuple[Table, ...]
    criteria: tuple[CriterionRow, ...]
    gaps: tuple[str, ...]


def comparison_view(found: Comparison) -> ComparisonView:
    """All of it."""
    labels = _labels([one.summary for one in found.lines])
    return ComparisonView(
        TITLE,
        _subtitle(found),
        tuple(_findings(found, labels)),
        tuple(_plots(found, labels)),
        tuple(_tables(found, labels)),
        criterion_rows(found, labels),
        tuple(_gaps(found, labels)),
    )


def _subtitle(found: Comparison) -> str:
    shared = counted(len(found.shared), "criterion", "criteria")
    return f"{counted(len(found.lines), 'event')}, {shared} in common"


def _findings(found: Comparison, labels: Sequence[str]) -> Iterator[str]:
    label = {line.summary.digest: one for one, line in zip(labels, found.lines, strict=True)}
    yield from _harsher(found, label)
    yield from _firmer(found, label)
    yield from _agreeing(found, label)
    people = sum(one.summary.participants for one in found.lines)
    teams = sum(one.summary.teams for one in found.lines)
    yield f"Altogether {counted(people, 'person', 'people')} in {counted(teams, 'team')}."


def _harsher(found: Comparison, label: Mapping[str, str]) -> Iterator[str]:
    levels = found.levels
    if not found.shared:
        yield (
            "The events have no criterion in common, so their levels can’t be compared. Say which "
            "criteria are the same."
        )
        return
    if len(levels) < 2:  # noqa: PLR2004 - one alone is harsher than nobody
        return
    low, high = levels[0], levels[-1]
    gap = (high.level or Fraction(0)) - (low.level or Fraction(0))
    on = listed([f"“{one.title}”" for one in found.shared[:_MOST_NAMED]])
    more = f" and {len(found.shared) - _MOST_NAMED} more" if len(found.shared) > _MOST_NAMED else ""
    first, last = label[low.summary.digest], label[high.summary.digest]
    scores = (
        f"{shown(low.level or Fraction(0), 1)} of 100 against {shown(high.level or Fraction(0), 1)}"
    )
    if gap < ABOUT_EQUAL:
        yield f"The panels gave about the same scores: {scores}, on {on}{more}."
        return
    word = "harsher" if len(levels) == 2 else "harshest"  # noqa: PLR2004 - of two
    yield f"The {word} panel is that of {first}, beside {last}: {scores}, on {on}{more}."
    yield HARSHER_OR_WEAKER


def _firmer(found: Comparison, label: Mapping[str, str]) -> Iterator[str]:
    firm = found.by_firmness
    if len(firm) < 2:  # noqa: PLR2004 - as above
        return
    first, last = firm[0], firm[-1]
    told = [_firm_text(one.summary, label[one.summary.digest]) for one in (first, last)]
    if first.summary.firmness == last.summary.firmness:
        yield f"The results are equally firm: {told[0]}; {told[1]}."
        return
    word = "firmer" if len(firm) == 2 else "firmest"  # noqa: PLR2004 - of two
    yield f"The {word} result is that of {label[first.summary.digest]}: {told[0]}; {told[1]}."


def _firm_text(one: Summary, label: str) -> str:
    return f"the winner of {label} stays the same in {one.firm} of {one.checks} checks"


def _agreeing(found: Comparison, label: Mapping[str, str]) -> Iterator[str]:
    known = [one for one in found.lines if one.summary.alpha is not None]
    if len(known) < 2:  # noqa: PLR2004 - as above
        return
    ordered = sorted(known, key=lambda one: one.summary.alpha or Fraction(0))
    low, high = ordered[0], ordered[-1]
    if high.summary.alpha == low.summary.alpha:
        return
    yield (
        f"Judges agree most at {label[high.summary.digest]} (α {_alpha(high)}) and least at "
        f"{label[low.summary.digest]} (α {_alpha(low)})."
    )


def _alpha(line: Line) -> str:
    return shown(line.summary.alpha or Fraction(0), 2)


def _plots(found: Comparison, labels: Sequence[str]) -> Iterator[Plot]:
    for figure in MEASURES:
        rows = [
            (label, float(value), figure.text(line))
            for label, line in zip(labels, found.lines, strict=True)
            if isinstance(value := figure.of(line), Fraction)
        ]
        if figure.plot and rows:
            least = min(0.0, *(value for _, value, _ in rows))
            most = 100.0 if figure.unit in ("of 100", "%") else max(1.0, *(v for _, v, _ in rows))
            yield Plot(figure.plot, figure.unit, least, most, tuple(rows))


def _tables(found: Comparison, labels: Sequence[str]) -> Iterator[Table]:
    yield _of_figures("Every event", MEASURES, MEASURES_ABOUT, found, labels)
    if sectors := _sectors(found):
        yield Table(
            "Sectors",
            ("Event", *sectors),
            tuple(
                (label, *(_people(line.summary, one) for one in sectors))
                for label, line in zip(labels, found.lines, strict=True)
            ),
            "How many took part, and how many judges there were, from each sector.",
            beside=4,
        )
    yield _of_figures("What came of it", OUTCOMES, OUTCOMES_ABOUT, found, labels)
    yield Table(
        "Scores by criterion",
        ("Criterion, means of 100", *labels),
        tuple(
            (common.title, *(_mean(line, at) for line in found.lines))
            for at, common in enumerate(found.commons)
        ),
        beside=6,
    )


def _of_figures(
    title: str, figures: Sequence[Figure], about: str, found: Comparison, labels: Sequence[str]
) -> Table:
    rows = (
        (label, *(one.text(line) for one in figures))
        for label, line in zip(labels, found.lines, strict=True)
    )
    return Table(title, ("Event", *(one.head for one in figures)), tuple(rows), about)


def _sectors(found: Comparison) -> tuple[str, ...]:
    every = [one for line in found.lines for one in line.summary.sectors]
    every += [one for line in found.lines for one in line.summary.judges_by_sector]
    return tuple(dict.fromkeys(every))


def _people(one: Summary, sector: str) -> str:
    people, judges = one.sectors.get(sector, 0), one.judges_by_sector.get(sector, 0)
    judging = f", {counted(judges, 'judge')}" if judges else ""
    return f"{counted(people, 'person', 'people')}{judging}" if people or judges else NONE


def _mean(line: Line, at: int) -> str:
    own = line.by_criterion[at]
    return shown(own.mean, 1) if own and own.mean is not None else NONE


def _gaps(found: Comparison, labels: Sequence[str]) -> Iterator[str]:
    for why, words in LACKING_WORDS.items():
        where = [
            label
            for label, line in zip(labels, found.lines, strict=True)
            if why in line.summary.lacking
        ]
        if where:
            yield f"{words}: {_some(where)}."
    only = [one.title for one in found.commons if one not in found.shared]
    if only:
        yield f"Not compared, because not every event has it: {_some(only)}."
    methods = {one.summary.method for one in found.lines}
    if len(methods) > 1:
        words = listed([METHOD_WORDS[Method(one)].name for one in sorted(methods)])
        yield f"The events have different methods ({words}): margins are those of each method."


def _some(names: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    more = len(names) - _MOST_ONLY
    return listed(names) if more <= 0 else f"{', '.join(names[:_MOST_ONLY])} and {more:,} more"


_MOST_NAMED, _MOST_ONLY, _PARTS, _NARROW = 4, 12, 20, 0.5


def _labels(summaries: Sequence[Summary]) -> tuple[str, ...]:
    """Titles; with the day, then a number, where several are called the same."""
    titles = Counter(one.title for one in summaries)
    dated = [
        f"{one.title}, {in_words(one.held_on)}"
        if titles[one.title] > 1 and one.held_on
        else one.title
        for one in summaries
    ]
    every, seen = Counter(dated), Counter[str]()
    labels = []
    for one in dated:
        seen[one] += 1
        labels.append(f"{one} ({seen[one]})" if every[one] > 1 else one)
    return tuple(labels)
