"""How far apart a team's ballots lie, and which of them are asked about in moderation."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from statistics import median

from judging_app.domain.ballots import Ballot, ballot_key
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from judging_app.present.criteria import sectioned_title
from judging_app.present.numbers import readable, shown
from judging_app.tally.totals import total

TOTAL_BOUND = Fraction(15, 100)
"""How far from the median of its team a total may lie unasked, as a share of the full total."""

CRITERION_BOUND = Fraction(30, 100)
"""The same for one criterion, of its scale; single scores scatter about twice as far as totals."""

FEWEST = 3
"""Ballots of a team from which on one can lie apart from the others."""

_AXIS_PARTS = 10

Values = Mapping[tuple[JudgeId, TeamId], Fraction]


@dataclass(frozen=True, slots=True)
class Dot:
    """One ballot; `at` is its distance from the left end of the scale on show, from 0 to 1.

    `label` says all there is about it: the judge, the total, whether it is far out, and what it
    was before moderation.
    """

    judge: str
    value_text: str
    at: Fraction
    is_far_out: bool
    label: str


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One team's ballots from the least to the greatest; `mean_at` is `None` without any."""

    team_id: TeamId
    team: str
    dots: tuple[Dot, ...]
    mean_at: Fraction | None
    mean_text: str
    range_text: str
    label: str


@dataclass(frozen=True, slots=True)
class SpreadQuestion:
    """One ballot to ask about: whose, for whom, and how far from the middle of the others."""

    judge_id: JudgeId
    team_id: TeamId
    judge: str
    team: str
    value_text: str
    median_text: str
    apart_text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SpreadView:
    """Every team on one scale, the bound in words, and whom to ask about what."""

    what: str
    bound_text: str
    lowest_text: str
    highest_text: str
    rows: tuple[SpreadRow, ...]
    to_ask: tuple[SpreadQuestion, ...]

    @property
    def count_text(self) -> str:
        """How many ballots are asked about: "2 to ask about"."""
        return f"{len(self.to_ask)} to ask about" if self.to_ask else "none to ask about"


def spread_view(
    setup: Setup,
    counted: Iterable[Ballot],
    given: Iterable[Ballot] = (),
    criterion: CriterionId | None = None,
) -> SpreadView:
    """The ballots that count, by their totals or by their scores on one criterion.

    `given` are the ballots as the judges gave them; where moderation made another of one, its
    dot says so. A ballot is far out when it lies further than the bound from the median of its
    team's ballots; it is asked about, and stays as it is.

    Raises:
        UnknownError: if the rubric doesn't have the criterion.
    """
    measure = _measure(setup.rubric, criterion)
    values = _values(measure, counted)
    laid = _Laid(setup, measure, values, _values(measure, given), _scale(measure, values.values()))
    return SpreadView(
        what=measure.what,
        bound_text=_bound_text(measure),
        lowest_text=readable(laid.scale[0]),
        highest_text=readable(laid.scale[1]),
        rows=tuple(_row(laid, team) for team in setup.teams),
        to_ask=tuple(question for team in setup.teams for question in _questions(laid, team)),
    )


Scale = tuple[Fraction, Fraction]
"""The values at the left and the right end."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is laid side by side: the totals, or one criterion's scores."""

    what: str
    noun: str
    value: Callable[[Ballot], Fraction]
    text: Callable[[Fraction], str]
    full: Fraction
    bound: Fraction
    scale: Scale | None


@dataclass(frozen=True, slots=True)
class _Laid:
    """The ballots' values side by side: as they count, and as the judges gave them."""

    setup: Setup
    measure: _Measure
    values: Values
    before: Values
    scale: Scale

    def of_team(self, team: TeamId) -> dict[Judge, Fraction]:
        """The judges who have a ballot for this team, in the panel's order."""
        return {
            judge: self.values[judge.id, team]
            for judge in self.setup.judges
            if (judge.id, team) in self.values
        }

    def is_far_out(self, value: Fraction, team: TeamId) -> bool:
        """Whether it lies further than the bound from the median of the team's ballots."""
        own = self.of_team(team).values()
        apart = abs(value - median(own))
        return len(own) >= FEWEST and apart > self.measure.bound * self.measure.full

    def at(self, value: Fraction) -> Fraction:
        """Where it lies on the scale, from 0 to 1."""
        lowest, highest = self.scale
        return (value - lowest) / (highest - lowest)


def _measure(rubric: Rubric, criterion: CriterionId | None) -> _Measure:
    if criterion is not None:
        return _of_criterion(rubric.criterion(criterion))
    full = rubric.ballot_total
    return _Measure(
        what="Totals",
        noun="total",
        value=lambda ballot: total(ballot, rubric),
        text=shown,
        full=full,
        bound=TOTAL_BOUND,
        scale=None,
    )


def _of_criterion(criterion: Criterion) -> _Measure:
    lowest, highest = criterion.in_points(criterion.lowest), criterion.in_points(criterion.highest)
    return _Measure(
        what=sectioned_title(criterion),
        noun="score",
        value=lambda ballot: criterion.in_points(ballot.scores[criterion.id]),
        text=readable,
        full=highest - lowest,
        bound=CRITERION_BOUND,
        scale=(lowest, highest),
    )


def _scale(measure: _Measure, values: Iterable[Fraction]) -> Scale:
    """Whole tenths of the full total about all the values, the same for every team."""
    found = list(values)
    if measure.scale is not None:
        return measure.scale
    if not found:
        return Fraction(0), measure.full or Fraction(1)
    part = measure.full / _AXIS_PARTS
    first, last = floor(min(found) / part), ceil(max(found) / part)
    return first * part, max(last, first + 1) * part


def _values(measure: _Measure, ballots: Iterable[Ballot]) -> Values:
    return {ballot_key(one): measure.value(one) for one in ballots if one.counts}


def _row(laid: _Laid, team: Team) -> SpreadRow:
    own = laid.of_team(team.id)
    if not own:
        label = f"{team.name}: no ballot submitted yet."
        return SpreadRow(team.id, team.name, (), None, "", NO_BALLOT, label)
    mean = sum(own.values(), Fraction(0)) / len(own)
    least_first = sorted(own.items(), key=lambda item: (item[1], item[0].id))
    dots = tuple(_dot(laid, judge, team.id, value) for judge, value in least_first)
    return SpreadRow(
        team.id,
        team.name,
        dots,
        laid.at(mean),
        f"Mean {shown(mean)}",
        f"{dots[0].value_text} to {dots[-1].value_text}",
        f"{team.name}: mean {shown(mean)}. {'; '.join(dot.label for dot in dots)}.",
    )


NO_BALLOT = "No ballot submitted yet"


def _dot(laid: _Laid, judge: Judge, team: TeamId, value: Fraction) -> Dot:
    text, before = laid.measure.text(value), laid.before.get((judge.id, team), value)
    is_far_out = laid.is_far_out(value, team)
    parts = [
        f"{_named(judge)}: {text}",
        "far from the others" if is_far_out else "",
        f"{laid.measure.text(before)} before the panel agreed a change" if before != value else "",
    ]
    label = ", ".join(part for part in parts if part)
    return Dot(_named(judge), text, laid.at(value), is_far_out, label)


def _questions(laid: _Laid, team: Team) -> Iterator[SpreadQuestion]:
    """One question for each ballot of this team that is far out."""
    own, text = laid.of_team(team.id), laid.measure.text
    for judge, value in own.items():
        if laid.is_far_out(value, team.id):
            middle = median(own.values())
            side = "above" if value > middle else "below"
            apart = text(abs(value - middle))
            yield SpreadQuestion(
                judge.id,
                team.id,
                _named(judge),
                team.name,
                text(value),
                text(middle),
                f"{apart} {side}",
                f"Ask {_named(judge)} about {team.name}: {text(value)} is {apart} points {side} "
                f"the team’s median of {text(middle)}.",
            )


def _bound_text(measure: _Measure) -> str:
    bound, share = readable(measure.bound * measure.full), readable(100 * measure.bound)
    return (
        f"A ballot is marked if its {measure.noun} is more than {bound} points ({share}% of "
        f"{readable(measure.full)}) from the median of the team’s {FEWEST} or more ballots. Ask "
        "the judge about it: nothing changes by itself."
    )


def _named(judge: Judge) -> str:
    return f"{judge.name} ({judge.id})"
