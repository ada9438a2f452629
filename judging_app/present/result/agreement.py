"""What each number about the panel's agreement says, in plain words, for a panel this small."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from judging_app.closed_sets import complete
from judging_app.domain.setup import Setup
from judging_app.present.judge.judge_profile import NO_NUMBER, JudgeRow, judge_row
from judging_app.present.numbers import shown
from judging_app.tally.agreement import Agreement, Statistic
from judging_app.tally.agreement_measures import Form, Metric
from judging_app.tally.complete_panel import Obstacle
from judging_app.words import counted


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One number about the whole panel; `value` is None where there is none.

    `over_text` says which teams it is of: "6 teams", or "3 of 6 teams" if only those have
    every ballot; `teams` counts them. `key` is its name for programs.
    """

    key: str
    name: str
    value: Fraction | None
    value_text: str
    teams: int
    over_text: str
    reading: str


@dataclass(frozen=True, slots=True)
class AgreementView:
    """The panel's agreement, for the panel and the organiser only: it shows judges' scores.

    `others` are the further forms of the numbers in `rows`, for those who compare with a paper.
    `judging` and `teams` are those with a submitted ballot.
    """

    lead: str
    rows: tuple[AgreementRow, ...]
    judges: tuple[JudgeRow, ...]
    caution: str
    others: tuple[AgreementRow, ...] = ()
    judging: int = 0
    teams: int = 0
    ballots: int = 0


def agreement_view(setup: Setup, everything: Agreement, fully_judged: Agreement) -> AgreementView:
    """The numbers with their readings, the judges in the panel's order.

    `fully_judged` is the agreement over the teams that every judge scored, and is used where a
    ballot is missing and `everything` has no number for that.
    """
    profiles = {profile.judge: profile for profile in everything.judges}
    return AgreementView(
        lead=_lead(everything),
        rows=tuple(_row(everything, fully_judged, line) for line in _LINES),
        judges=tuple(
            judge_row(judge, profiles.get(judge.id), len(setup.teams)) for judge in setup.judges
        ),
        caution=CAUTION,
        others=tuple(_row(everything, fully_judged, line) for line in _OTHERS),
        judging=len(everything.judges),
        teams=everything.teams,
        ballots=everything.ballots,
    )


Reading: TypeAlias = tuple[str, str]
"""What the number is, then what may be made of it if there are teams enough."""

CAUTION = (
    "With a panel this small the figures are rough: on another day the same judges could give "
    "quite different ones. They show how alike the judges scored, not who was right. They change "
    "no place."
)


def _lead(found: Agreement) -> str:
    judges, teams = len(found.judges), found.teams
    if not judges:
        return "No ballot has been submitted yet."
    return (
        f"{counted(judges, 'judge')} scored {counted(teams, 'team')}; {found.ballots} of "
        f"{counted(judges * teams, 'ballot')} {_are(judges * teams)} submitted."
    )


def _order_reading(value: Fraction, judges: int) -> Reading:
    """Bands of R. C. Schmidt, Managing Delphi surveys, Decision Sciences 28 (1997), 763–774.

    By lot W is 1 ÷ the judges on average, since two orders drawn by lot correlate by nothing.
    """
    by_lot = shown(Fraction(1, judges))
    return f"Random orders would give about {by_lot}.", _band(value, _ORDERS)


def _single_reading(value: Fraction, _judges: int) -> Reading:
    return _share_reading(value, "a single total", "One judge alone would be {} guide.")


def _mean_reading(value: Fraction, judges: int) -> Reading:
    what = f"the mean of {counted(judges, 'judge')}"
    return _share_reading(value, what, "It is {} guide to what another panel like this would say.")


def _severity_apart_reading(value: Fraction, judges: int) -> Reading:
    what = f"the mean of {counted(judges, 'judge')}, without their severity,"
    return _share_reading(
        value, what, "It is {} guide to the order that these judges would choose."
    )


def _share_reading(value: Fraction, what: str, verdict: str) -> Reading:
    """Bands of T. K. Koo and M. Y. Li, Journal of Chiropractic Medicine 15 (2016), 155–163."""
    guide = verdict.format(_band(value, _GUIDES))
    if value <= 0:
        return (
            "The differences between teams are no larger than the differences between judges.",
            guide,
        )
    share = shown(100 * value, 0)
    return f"{share}% of the spread in {what} comes from the teams.", guide


def _match_reading(value: Fraction, _judges: int) -> Reading:
    """Bands of K. Krippendorff, Content Analysis (2nd edition, Sage, 2004), page 241."""
    return "1 means the same totals from every judge, 0 no better than chance.", _band(
        value, _MATCHES
    )


Bands: TypeAlias = Sequence[tuple[Fraction | None, str]]
"""From the highest down: what is said from this value up; None for all the rest."""

_ORDERS: Bands = (
    (Fraction(9, 10), "The judges put the teams in almost the same order."),
    (Fraction(7, 10), "The judges put the teams in much the same order."),
    (Fraction(5, 10), "The judges agree on part of the order."),
    (None, "The judges agree on little of the order."),
)
_GUIDES: Bands = (
    (Fraction(90, 100), "an excellent"),
    (Fraction(75, 100), "a good"),
    (Fraction(50, 100), "a moderate"),
    (None, "a poor"),
)
_MATCHES: Bands = (
    (Fraction(800, 1000), "Each judge’s totals alone can be relied on."),
    (Fraction(667, 1000), "One judge’s totals alone allow only a rough conclusion."),
    (None, "One judge’s totals alone can’t be relied on. The panel’s mean still can."),
)


def _band(value: Fraction, bands: Bands) -> str:
    return next(words for least, words in bands if least is None or value >= least)


@dataclass(frozen=True, slots=True)
class _Line:
    key: str
    name: str
    statistic: Callable[[Agreement], Statistic]
    reading: Callable[[Fraction, int], Reading]


def _correlation(form: Form, name: str, reading: Callable[[Fraction, int], Reading]) -> _Line:
    said = f"{name} (ICC {form.value})"
    return _Line(f"icc {form.value}", said, lambda found: found.intraclass[form], reading)


def _alpha(metric: Metric, name: str, reading: Callable[[Fraction, int], Reading]) -> _Line:
    key = f"krippendorff_alpha {metric.value}"
    return _Line(key, name, lambda found: found.krippendorff_alpha[metric], reading)


def _only(fact: str) -> Callable[[Fraction, int], Reading]:
    """A reading without a verdict."""
    return lambda _value, _judges: (fact, "")


_LINES = (
    _Line("kendall_w", "Same order (Kendall’s W)", lambda found: found.kendall_w, _order_reading),
    _correlation(Form.ANY_JUDGES_SINGLE, "One judge", _single_reading),
    _correlation(Form.ANY_JUDGES_MEAN, "The panel’s mean", _mean_reading),
    _correlation(
        Form.THESE_JUDGES_MEAN, "The panel’s mean, without severity", _severity_apart_reading
    ),
    _alpha(Metric.INTERVAL, "Same totals (Krippendorff’s α)", _match_reading),
)
_OWN_JUDGES = _only("Only valid if each team had its own judges.")
_OTHERS = (
    _correlation(Form.THESE_JUDGES_SINGLE, "One judge, without severity", _only("")),
    _correlation(Form.OWN_JUDGES_SINGLE, "One judge, each team with its own", _OWN_JUDGES),
    _correlation(Form.OWN_JUDGES_MEAN, "The mean, each team with its own judges", _OWN_JUDGES),
    _alpha(
        Metric.ORDINAL,
        "Same totals, by their order (ordinal α)",
        _only("It counts how many totals are between two totals, not how far apart they are."),
    ),
    _alpha(
        Metric.NOMINAL,
        "Same totals, equal or not (nominal α)",
        _only("It is near 0 on any real panel and means little."),
    ),
)


def _row(everything: Agreement, fully_judged: Agreement, line: _Line) -> AgreementRow:
    found, statistic = everything, line.statistic(everything)
    if statistic.why_not is Obstacle.MISSING_BALLOTS:
        found, instead = fully_judged, line.statistic(fully_judged)
        if instead.value is not None:
            statistic = instead
    if statistic.value is None:
        reading = _why_not(statistic.why_not, everything)
        of_teams = counted(everything.teams, "team")
        return AgreementRow(
            line.key, line.name, None, NO_NUMBER, everything.teams, of_teams, reading
        )
    of_all = "" if found.teams == everything.teams else f"{found.teams} of "
    return AgreementRow(
        line.key,
        line.name,
        statistic.value,
        shown(statistic.value),
        found.teams,
        f"{of_all}{counted(everything.teams, 'team')}",
        _in_words(line.reading(statistic.value, len(found.judges)), found.teams),
    )


def _in_words(reading: Reading, teams: int) -> str:
    fact, verdict = reading
    if not verdict:
        return fact
    few = f"{counted(teams, 'team').capitalize()} are too few to say more."
    return f"{fact} {few if teams < _FEWEST_TO_JUDGE_BY else verdict}"


_FEWEST_TO_JUDGE_BY = 5
"""Teams; with four, the 95 % interval of a correlation of 0.5 runs from about 0 to 0.95."""


def _why_not(why: Obstacle | None, found: Agreement) -> str:
    expected = len(found.judges) * found.teams
    missing = expected - found.ballots
    words = _WHYS[why] if why else ""
    return words.format(missing=missing, expected=expected, are=_are(missing))


_WHYS: Mapping[Obstacle, str] = complete(
    {
        Obstacle.MISSING_BALLOTS: (
            "It needs every ballot, and {missing} of {expected} {are} missing."
        ),
        Obstacle.FEW_JUDGES: "It needs ballots from at least two judges.",
        Obstacle.FEW_TEAMS: "It needs at least two teams with ballots.",
        Obstacle.FEW_SHARED_TEAMS: "It needs at least two teams that two judges have scored.",
        Obstacle.NO_SPREAD: "The totals are too close together to work it out.",
    }
)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
