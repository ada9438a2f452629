"""What one event was like, from its bundle alone: figures that stand beside those of others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from fractions import Fraction
from math import sqrt

from judging_app.bundle.bundle import Bundle
from judging_app.bundle.recomputing import result_of
from judging_app.bundle.rows import TimeRow
from judging_app.bundle.values import basis_of, event_of, event_row, rows, rubric_of
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Ballots, Phase
from judging_app.domain.ids import JudgeId
from judging_app.domain.rubric import Criterion, CriterionKind
from judging_app.errors import BundleError, DeskError, MethodError
from judging_app.tally.agreement import Agreement, agreement
from judging_app.tally.agreement_measures import Metric
from judging_app.tally.basis import Basis
from judging_app.tally.checks import checks
from judging_app.tally.outcome import IN_POINTS
from judging_app.tally.result import Result
from judging_app.tally.totals import Totals

FULL = 100
"""Where the one scale ends on which all scores are put; it begins at 0."""


class Lacking(Enum):
    """Why a figure of an event can't be had."""

    NO_BALLOTS = "no ballots"
    NO_RESULT = "no result"
    NOT_PUBLISHED = "not published"
    NO_SECTORS = "no sectors"
    NO_TIMES = "no times"
    NO_LINK = "no link between judges"
    NOT_IN_POINTS = "not in points"


@dataclass(frozen=True, slots=True)
class CriterionFigures:
    """Scores on one criterion, from 0 for its worst to 100 for its best.

    `weight` is its share of the full total, of 100. `spread` is their standard deviation.
    """

    id: str
    title: str
    weight: Fraction
    scores: int
    mean: Fraction | None
    spread: float | None


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a part of the pitches took, over all teams that were timed."""

    timed: int = 0
    allotted_s: int = 0
    taken_s: int = 0
    over: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """One event; `lacking` says why figures that are `None` are.

    `apart` is how far the harshest judge is from the mildest, and `margin` how far the winner from
    the next, both of 100 points. `firm` of `checks` changes leave the winner the same.
    `is_decided` says that the panel's own order replaced that of the scores.
    """

    event: str
    digest: str
    title: str
    held_on: date | None
    rubric: str
    method: str
    teams: int
    judges: int
    organisations: int
    participants: int
    sectors: Mapping[str, int]
    judges_by_sector: Mapping[str, int]
    submitted: int
    recused: int
    absent: int
    criteria: tuple[CriterionFigures, ...]
    apart: Fraction | None = None
    kendall_w: Fraction | None = None
    alpha: Fraction | None = None
    margin: Fraction | None = None
    firm: int | None = None
    checks: int | None = None
    winners: int = 0
    ties: int = 0
    is_decided: bool = False
    excluded: int = 0
    penalties: int = 0
    edition: int = 1
    pitch: Timing = Timing()
    lacking: tuple[Lacking, ...] = ()

    @property
    def firmness(self) -> Fraction | None:
        """The share of the checks that leave the winner the same."""
        return Fraction(self.firm, self.checks) if self.firm is not None and self.checks else None


def summary(bundle: Bundle, digest: str, *, asks_firmness: bool = True) -> Summary:
    """What an event was like; `digest` identifies the bundle.

    Nearly all of the time goes into its firmness.

    Raises:
        BundleError: if its tables don't go together.
    """
    try:
        return _with_result(_plain(bundle, digest), bundle, asks_firmness=asks_firmness)
    except BundleError:
        raise
    except (DeskError, ValueError) as error:
        title = event_row(bundle.tables).title
        raise BundleError(f"The bundle of “{title}” doesn’t go together. {error}") from error


def plain_figures(bundle: Bundle) -> tuple[CriterionFigures, ...]:
    """The scores by criterion alone."""
    return _criteria(bundle, basis_of(bundle).counted)


def _plain(bundle: Bundle, digest: str) -> Summary:
    """Everything that needs no ballots."""
    tables = bundle.tables
    row, event = event_row(tables), event_of(tables)
    participants = rows(tables.participants, "participants")
    judges = rows(tables.judges, "judges")
    sectors = Counter(one.sector for one in participants if one.sector)
    lacking = [] if sectors else [Lacking.NO_SECTORS]
    pitch = _timing(one for one in tables.times or () if one.part == "pitch")
    if not pitch.timed:
        lacking.append(Lacking.NO_TIMES)
    if event.phase is not Phase.PUBLISHED:
        lacking.append(Lacking.NOT_PUBLISHED)
    return Summary(
        event=bundle.head.event,
        digest=digest,
        title=row.title,
        held_on=row.held_on,
        rubric=row.rubric_code,
        method=row.method,
        teams=len(rows(tables.teams, "teams")),
        judges=row.judges,
        organisations=len({one.organisation for one in participants if one.organisation}),
        participants=len(participants),
        sectors=dict(sorted(sectors.items())),
        judges_by_sector=dict(sorted(Counter(one.sector for one in judges if one.sector).items())),
        submitted=row.submitted,
        recused=row.recused,
        absent=row.absent,
        criteria=_criteria(bundle, None),
        excluded=len(rows(tables.exclusions, "exclusions")),
        penalties=len(rows(tables.penalties, "penalties")),
        edition=row.edition,
        pitch=pitch,
        lacking=tuple(lacking),
    )


def _with_result(plain: Summary, bundle: Bundle, *, asks_firmness: bool) -> Summary:
    if bundle.head.ballots is Ballots.NONE or not plain.submitted:
        return replace(plain, lacking=(*plain.lacking, Lacking.NO_BALLOTS))
    basis = basis_of(bundle)
    lacking = [*plain.lacking]
    found = agreement(_of_hundred(basis))
    apart = _apart(found)
    if apart is None:
        lacking.append(Lacking.NO_LINK)
    with_ballots = replace(
        plain,
        criteria=_criteria(bundle, basis.counted),
        apart=apart,
        kendall_w=found.kendall_w.value,
        alpha=found.krippendorff_alpha[Metric.INTERVAL].value,
    )
    try:
        result = result_of(bundle)
    except MethodError:
        return replace(with_ballots, lacking=(*lacking, Lacking.NO_RESULT))
    margin = _margin(result, basis)
    if margin is None:
        lacking.append(Lacking.NOT_IN_POINTS)
    asked = checks(basis, _sectors(bundle)) if asks_firmness else ()
    done = [one for one in asked if one.is_same is not None]
    return replace(
        with_ballots,
        margin=margin,
        firm=sum(bool(one.is_same) for one in done) if asks_firmness else None,
        checks=len(done) if asks_firmness else None,
        winners=sum(one.place == 1 for one in result.standings),
        ties=len(result.ties),
        is_decided=bool(result.decided),
        lacking=tuple(lacking),
    )


def _of_hundred(basis: Basis) -> Totals:
    full = basis.rubric.full_total
    return {key: total * FULL / full for key, total in basis.totals.items()}


def _sectors(bundle: Bundle) -> Mapping[JudgeId, str]:
    """The judges' sectors, where ballots say whose they are."""
    if bundle.head.ballots is not Ballots.NAMED:
        return {}
    return {
        JudgeId(one.judge): one.sector for one in rows(bundle.tables.judges, "judges") if one.sector
    }


def _criteria(bundle: Bundle, ballots: Sequence[Ballot] | None) -> tuple[CriterionFigures, ...]:
    rubric = rubric_of(bundle.tables)
    return tuple(
        _figures(one, rubric.full_total, ballots or ())
        for one in rubric.criteria
        if one.kind is not CriterionKind.ORGANISER
    )


def _figures(
    criterion: Criterion, full_total: Fraction, ballots: Iterable[Ballot]
) -> CriterionFigures:
    width, lowest = criterion.highest - criterion.lowest, criterion.lowest
    given = [
        criterion.merit(one.scores[criterion.id]) - lowest
        for one in ballots
        if criterion.id in one.scores
    ]
    mean = Fraction(sum(given) * FULL, len(given) * width) if given else None
    share = criterion.weight * FULL / full_total
    spread = _deviation(given, Fraction(FULL, width))
    return CriterionFigures(str(criterion.id), criterion.title, share, len(given), mean, spread)


def _deviation(given: Sequence[int], unit: Fraction) -> float | None:
    count = len(given)
    if count < _FEWEST:
        return None
    squares = count * sum(one * one for one in given) - sum(given) ** 2
    return sqrt(float(squares * unit * unit / (count * (count - 1))))


_FEWEST = 2


def _apart(found: Agreement) -> Fraction | None:
    known = [one.severity for one in found.judges if one.severity is not None]
    return max(known) - min(known) if len(known) >= _FEWEST else None


def _margin(result: Result, basis: Basis) -> Fraction | None:
    """How far the first is from the next by the scores, where these are points of the rubric."""
    scores = [one.score for one in result.by_scores if one.score is not None]
    if basis.method not in IN_POINTS or len(scores) < _FEWEST:
        return None
    first, second = sorted(scores, reverse=True)[:2]
    return (first - second) * FULL / basis.rubric.full_total


def _timing(times: Iterable[TimeRow]) -> Timing:
    timed = allotted = taken = over = 0
    for one in times:
        timed += 1
        allotted += one.allotted_s
        taken += one.taken_s
        over += one.taken_s > one.allotted_s
    return Timing(timed, allotted, taken, over)
