"""What is told of every event: a figure a column, for people and for programs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from judging_app.bundle.cells import csv_text, guarded
from judging_app.compare.comparison import Comparison, Line
from judging_app.compare.summary import Timing
from judging_app.present.numbers import for_programs, shown

NONE = "–"

Value = Fraction | int | str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One column: what it is called for people and for programs, and how it is shown."""

    head: str
    name: str
    of: Callable[[Line], Value]
    places: int = 0
    plot: str = ""
    unit: str = ""

    def text(self, line: Line, empty: str = NONE) -> str:
        """What is shown of an event."""
        value = self.of(line)
        if value is None:
            return empty
        return value if isinstance(value, str) else shown(Fraction(value), self.places)


def _percent(value: Fraction | None) -> Fraction | None:
    return None if value is None else value * 100


def _over(pitch: Timing) -> Fraction | None:
    return Fraction(pitch.over * 100, pitch.timed) if pitch.timed else None


def _each(pitch: Timing, seconds: int) -> Fraction | None:
    return Fraction(seconds, pitch.timed) if pitch.timed else None


def _mix(sectors: Mapping[str, int]) -> str:
    return "; ".join(f"{one} {count}" for one, count in sectors.items())


MEASURES = (
    Figure("Teams", "teams", lambda one: one.summary.teams),
    Figure("Judges", "judges", lambda one: one.summary.judges),
    Figure("People", "participants", lambda one: one.summary.participants),
    Figure(
        *("Mean", "level", lambda one: one.level, 1),
        *("Mean score on the criteria that all events share", "of 100"),
    ),
    Figure("Own", "own_level", lambda one: one.own_level, 1),
    Figure(
        *("Apart", "judges_apart", lambda one: one.summary.apart, 1),
        *("How far the harshest judge is from the mildest", "points of 100"),
    ),
    Figure(
        *("α", "alpha", lambda one: one.summary.alpha, 2),
        "How closely the judges agree (α): 1 is wholly, 0 by chance",
    ),
    Figure(
        *("Margin", "margin", lambda one: one.summary.margin, 1),
        *("How far the winner is from the next team", "points of 100"),
    ),
    Figure(
        *("Firm", "firm_percent", lambda one: _percent(one.summary.firmness), 0),
        *("Checks in which the winner stays the same", "%"),
    ),
    Figure("Late", "pitches_over_percent", lambda one: _over(one.summary.pitch), 0),
)
MEASURES_ABOUT = (
    "Mean: the mean score on the criteria that all events share, from 0 for the worst score of a "
    "scale to 100 for the best; the lower, the harsher the panel or the weaker the pitches. Own: "
    "the same on an event’s own criteria, by their weights. "
    "Apart: how far the harshest judge is from the mildest, in points of 100. α: how closely the "
    "judges agree. Margin: how far the winner is from the next, in points of 100. Firm: in how "
    "many of 100 checks the winner stays the same. Late: how many of 100 pitches took longer than "
    "they had."
)

OUTCOMES = (
    Figure("Ballots", "ballots_submitted", lambda one: one.summary.submitted),
    Figure("Recused", "ballots_recused", lambda one: one.summary.recused),
    Figure("Absent", "ballots_absent", lambda one: one.summary.absent),
    Figure("Winners", "joint_winners", lambda one: one.summary.winners),
    Figure("Ties", "ties", lambda one: one.summary.ties),
    Figure("Panel", "decided_by_panel", lambda one: int(one.summary.is_decided)),
    Figure("Out", "teams_out", lambda one: one.summary.excluded),
    Figure("Penalties", "penalties", lambda one: one.summary.penalties),
    Figure("Edition", "edition", lambda one: one.summary.edition),
)
OUTCOMES_ABOUT = (
    "Ballots: those that were submitted; recused and absent are those that no judge gave. Winners: "
    "teams in first place. Ties: places that were tied by the scores. Panel: 1 if the panel’s own "
    "order came before that of the scores. Out: teams that withdrew or were disqualified."
)

_FOR_PROGRAMS = (
    Figure("", "organisations", lambda one: one.summary.organisations),
    Figure("", "kendall_w", lambda one: one.summary.kendall_w, 3),
    Figure("", "checks", lambda one: one.summary.checks),
    Figure("", "checks_same", lambda one: one.summary.firm),
    Figure("", "pitches_timed", lambda one: one.summary.pitch.timed),
    Figure(
        "", "pitch_allotted_s", lambda one: _each(one.summary.pitch, one.summary.pitch.allotted_s)
    ),
    Figure("", "pitch_taken_s", lambda one: _each(one.summary.pitch, one.summary.pitch.taken_s)),
    Figure("", "sectors", lambda one: _mix(one.summary.sectors)),
    Figure("", "judges_by_sector", lambda one: _mix(one.summary.judges_by_sector)),
)


def comparison_csv(found: Comparison) -> str:
    """Every figure of every event as RFC 4180 CSV, the same columns for the same criteria."""
    figures = (*MEASURES, *OUTCOMES, *_FOR_PROGRAMS)
    heads = [
        *("event", "held_on", "method", "bundle"),
        *(one.name for one in figures),
        *(f"score: {common.title}" for common in found.commons),
    ]
    return csv_text([map(guarded, heads), *(_csv_row(one, figures) for one in found.lines)])


def _csv_row(line: Line, figures: Sequence[Figure]) -> Iterator[str]:
    one = line.summary
    day = one.held_on.isoformat() if one.held_on else ""
    yield from (guarded(one.title), day, one.method, one.digest)
    for figure in figures:
        text = figure.text(line, empty="")
        yield guarded(text) if isinstance(figure.of(line), str) else for_programs(text)
    for own in line.by_criterion:
        yield for_programs(shown(own.mean, 2)) if own and own.mean is not None else ""
