"""Events side by side in words and figures, for a screen, a paper, a table and a terminal."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from judging_app.bundle.cells import csv_text, guarded
from judging_app.closed_sets import complete
from judging_app.compare.comparison import Comparison, Line
from judging_app.compare.summary import Lacking, Summary, Timing
from judging_app.domain.event import Method
from judging_app.present.numbers import for_programs, shown
from judging_app.present.time_of_day import in_words
from judging_app.present.words.methods import METHOD_WORDS
from judging_app.words import counted, listed

TITLE = "Comparison of events"
NONE = "–"
ABOUT_EQUAL = Fraction(1)
"""Points of 100 by which two levels must differ for one to be called harsher."""

HARSHER_OR_WEAKER = (
    "Lower scores come from a harsher panel or from weaker pitches: as no judge scored at both "
    "events, scores alone can’t show which."
)
LACKING_WORDS: Mapping[Lacking, str] = complete(
    {
        Lacking.NO_BALLOTS: "it has no ballots, so no scores, agreement, margin or firmness",
        Lacking.NO_RESULT: "its method gives no result, so there is no margin and no firmness",
        Lacking.NOT_PUBLISHED: "its result wasn’t published when the bundle was made",
        Lacking.NO_SECTORS: "no sectors are recorded",
        Lacking.NO_TIMES: "no pitch was timed",
        Lacking.NO_LINK: "its judges share no teams, so nobody can say who is harsh",
        Lacking.NOT_IN_POINTS: "its method doesn’t give points, so there is no margin in points",
    }
)
"""Why figures of an event are missing, after its name."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A figure of every event that has it, from `least` to `most`, in the order of the events."""

    title: str
    unit: str
    least: float
    most: float
    rows: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The whole comparison: what stands out in sentences, then the table, the plots, the gaps."""

    title: str
    subtitle: str
    findings: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    plots: tuple[Plot, ...]
    criteria: tuple[tuple[str, ...], ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Figure:
    """One column: what it is called for people and for programs, and how it is shown."""

    head: str
    name: str
    of: Callable[[Line], Fraction | int | str | None]
    places: int = 0
    plot: str = ""
    unit: str = ""


def _percent(value: Fraction | None) -> Fraction | None:
    return None if value is None else value * 100


_FIGURES = (
    _Figure("Teams", "teams", lambda one: one.summary.teams),
    _Figure("Judges", "judges", lambda one: one.summary.judges),
    _Figure("People", "participants", lambda one: one.summary.participants),
    _Figure("Level", "level", lambda one: one.level, 1, "Level on the shared criteria", "of 100"),
    _Figure("Own", "own_level", lambda one: one.own_level, 1),
    _Figure(
        "Apart",
        "judges_apart",
        lambda one: one.summary.apart,
        1,
        "How far the harshest judge is from the mildest",
        "points of 100",
    ),
    _Figure(
        "α",
        "alpha",
        lambda one: one.summary.alpha,
        2,
        "How closely the judges agree: α is 1 for wholly and 0 for no more than by chance",
    ),
    _Figure(
        "Margin",
        "margin",
        lambda one: one.summary.margin,
        1,
        "How far the winner is from the next team",
        "points of 100",
    ),
    _Figure(
        "Firm",
        "firm_percent",
        lambda one: _percent(one.summary.firmness),
        0,
        "Checks in which the winner stays the same",
        "%",
    ),
    _Figure("Late", "pitches_over_percent", lambda one: _over(one.summary.pitch), 0),
)
EXPLAINED = (
    "Level: the mean score on the criteria that all events share, from 0 for the worst score of a "
    "scale to 100 for the best. Own: the same on an event’s own criteria, by their weights. "
    "Apart: how far the harshest judge is from the mildest, in points of 100. α: how closely the "
    "judges agree. Margin: how far the winner is from the next, in points of 100. Firm: in how "
    "many of 100 checks the winner stays the same. Late: how many of 100 pitches took longer than "
    "they had."
)
"""What the columns of the table are."""

_MORE = (
    _Figure("", "organisations", lambda one: one.summary.organisations),
    _Figure("", "ballots_submitted", lambda one: one.summary.submitted),
    _Figure("", "ballots_recused", lambda one: one.summary.recused),
    _Figure("", "ballots_absent", lambda one: one.summary.absent),
    _Figure("", "kendall_w", lambda one: one.summary.kendall_w, 3),
    _Figure("", "checks", lambda one: one.summary.checks),
    _Figure("", "checks_same", lambda one: one.summary.firm),
    _Figure("", "joint_winners", lambda one: one.summary.winners),
    _Figure("", "ties", lambda one: one.summary.ties),
    _Figure("", "decided_by_panel", lambda one: int(one.summary.is_decided)),
    _Figure("", "teams_out", lambda one: one.summary.excluded),
    _Figure("", "penalties", lambda one: one.summary.penalties),
    _Figure("", "edition", lambda one: one.summary.edition),
    _Figure("", "pitches_timed", lambda one: one.summary.pitch.timed),
    _Figure(
        "", "pitch_allotted_s", lambda one: _each(one.summary.pitch, one.summary.pitch.allotted_s)
    ),
    _Figure("", "pitch_taken_s", lambda one: _each(one.summary.pitch, one.summary.pitch.taken_s)),
    _Figure("", "sectors", lambda one: _mix(one.summary.sectors)),
    _Figure("", "judges_by_sector", lambda one: _mix(one.summary.judges_by_sector)),
)


def comparison_view(found: Comparison) -> ComparisonView:
    """All of it."""
    labels = _labels([one.summary for one in found.lines])
    return ComparisonView(
        TITLE,
        _subtitle(found),
        tuple(_findings(found, labels)),
        ("Event", *(one.head for one in _FIGURES)),
        tuple(
            (label, *(_text(one, line) for one in _FIGURES))
            for label, line in zip(labels, found.lines, strict=True)
        ),
        tuple(_plots(found, labels)),
        tuple(_criteria(found, labels)),
        tuple(_gaps(found, labels)),
    )


def _subtitle(found: Comparison) -> str:
    shared = counted(len(found.shared), "criterion", "criteria")
    return f"{counted(len(found.lines), 'event')}, {shared} in common"


def comparison_csv(found: Comparison) -> str:
    """Every figure of every event as RFC 4180 CSV, the same columns for the same criteria."""
    figures = (*_FIGURES, *_MORE)
    heads = [
        *("event", "held_on", "method", "bundle"),
        *(one.name for one in figures),
        *(f"score: {common.title}" for common in found.commons),
    ]
    return csv_text([map(guarded, heads), *(_csv_row(one, figures) for one in found.lines)])


def _csv_row(line: Line, figures: Sequence[_Figure]) -> Iterator[str]:
    one = line.summary
    day = one.held_on.isoformat() if one.held_on else ""
    yield from (guarded(one.title), day, one.method, one.digest)
    for figure in figures:
        text = _text(figure, line, empty="")
        yield guarded(text) if isinstance(figure.of(line), str) else for_programs(text)
    for own in line.by_criterion:
        yield for_programs(shown(own.mean, 2)) if own and own.mean is not None else ""


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
    for figure in _FIGURES:
        rows = [
            (label, float(value), _text(figure, line))
            for label, line in zip(labels, found.lines, strict=True)
            if isinstance(value := figure.of(line), Fraction)
        ]
        if figure.plot and rows:
            least = min(0.0, *(value for _, value, _ in rows))
            most = 100.0 if figure.unit in ("of 100", "%") else max(1.0, *(v for _, v, _ in rows))
            yield Plot(figure.plot, figure.unit, least, most, tuple(rows))


def _criteria(found: Comparison, labels: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """A row a criterion: its title, and each event's mean."""
    yield ("Criterion, means of 100", *labels)
    for at, common in enumerate(found.commons):
        means = (line.by_criterion[at] for line in found.lines)
        yield (
            common.title,
            *(shown(own.mean, 1) if own and own.mean is not None else NONE for own in means),
        )


def _gaps(found: Comparison, labels: Sequence[str]) -> Iterator[str]:
    for label, line in zip(labels, found.lines, strict=True):
        if line.summary.lacking:
            yield f"{label}: {'; '.join(LACKING_WORDS[one] for one in line.summary.lacking)}."
    only = [one.title for one in found.commons if one not in found.shared]
    if only:
        yield (
            f"Not compared, for not every event has it: {listed(only[:_MOST_ONLY])}"
            + (f" and {len(only) - _MOST_ONLY} more" if len(only) > _MOST_ONLY else "")
            + "."
        )
    methods = {one.summary.method for one in found.lines}
    if len(methods) > 1:
        words = listed([METHOD_WORDS[Method(one)].name for one in sorted(methods)])
        yield f"The events have different methods ({words}): margins are those of each method."


_MOST_NAMED, _MOST_ONLY = 4, 12


def _labels(summaries: Sequence[Summary]) -> tuple[str, ...]:
    """Titles; with the day, then a number, where several are called the same."""
    titles = [one.title for one in summaries]
    dated = [
        f"{one.title}, {in_words(one.held_on)}"
        if titles.count(one.title) > 1 and one.held_on
        else one.title
        for one in summaries
    ]
    seen: dict[str, int] = {}
    labels = []
    for one in dated:
        seen[one] = seen.get(one, 0) + 1
        labels.append(f"{one} ({seen[one]})" if dated.count(one) > 1 else one)
    return tuple(labels)


def _text(figure: _Figure, line: Line, empty: str = NONE) -> str:
    value = figure.of(line)
    if value is None:
        return empty
    if isinstance(value, str):
        return value
    return shown(Fraction(value), figure.places)


def _over(pitch: Timing) -> Fraction | None:
    return Fraction(pitch.over * 100, pitch.timed) if pitch.timed else None


def _each(pitch: Timing, seconds: int) -> Fraction | None:
    return Fraction(seconds, pitch.timed) if pitch.timed else None


def _mix(sectors: Mapping[str, int]) -> str:
    return "; ".join(f"{one} {count}" for one, count in sectors.items())
