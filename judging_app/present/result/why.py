"""Why one team is above another: the gap in parts, and each tie-break, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.event import Method
from judging_app.domain.rubric import decimal
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.present.criteria import full_text
from judging_app.present.numbers import exact, shown
from judging_app.present.result.checks import BY_SCORES
from judging_app.present.result.ties import step_text
from judging_app.present.words.methods import METHOD_WORDS, score_text, unit_text
from judging_app.tally.result import Result
from judging_app.tally.why import PARTED, JudgePart, Scored, Why
from judging_app.words import ordinal

NO_PARTS = "With this method, the gap can’t be split by judge and criterion."


@dataclass(frozen=True, slots=True)
class WhyRow:
    """One part of the gap, in points; above zero it speaks for the upper team.

    `share` is the part over the largest of its column, from −1 to 1, for a bar, `size_text` its
    size without a sign. `scores` are what a judge gave both teams, the lower one first.
    """

    label: str
    part_text: str
    exact_text: str
    share: Fraction
    note: str
    size_text: str = ""
    scores: str = ""


@dataclass(frozen=True, slots=True)
class WhyColumn:
    """The parts of one kind, and what they come to for each of both teams."""

    rows: tuple[WhyRow, ...] = ()
    for_lower: str = ""
    for_upper: str = ""
    ahead: str = ""


@dataclass(frozen=True, slots=True)
class WhyView:
    """The gap between two teams; `judges` and `criteria` each add up to it exactly.

    Both are empty for a method whose gaps have no such parts. `ties` are the rules that were
    put to both teams while they were level. `upper` and `lower` are the teams' names by the scores.
    """

    title: str
    sentence: str
    judges: WhyColumn
    criteria: WhyColumn
    ties: tuple[str, ...]
    upper: str = ""
    lower: str = ""
    is_joint: bool = False


def why_view(setup: Setup, why: Why, result: Result) -> WhyView:
    """`why` in words, as `result` by the same method announces both teams."""
    method = result.method
    has_parts = method in PARTED
    announced = [one for one in result.standings if one.team in (why.upper.team, why.lower.team)]
    first, second = announced
    is_joint = first.place == second.place
    return WhyView(
        title=f"Why are {_name(setup, first)} and {_name(setup, second)} joint?"
        if is_joint
        else f"Why is {_name(setup, first)} above {_name(setup, second)}?",
        sentence=_announced_text(setup, first, second, result) + _sentence(setup, why, method),
        judges=_summed([*_judges(setup, why), *_no_judges(why)]) if has_parts else WhyColumn(),
        criteria=_summed([*_criteria(setup, why), *_no_judges(why)]) if has_parts else WhyColumn(),
        ties=tuple(step_text(setup, step) for step in why.tie_steps),
        upper=_name(setup, why.upper),
        lower=_name(setup, why.lower),
        is_joint=is_joint,
    )


def _announced_text(setup: Setup, first: Standing, second: Standing, result: Result) -> str:
    """What the panel decided about them, before what the scores say."""
    if result.decision is None or result.decided.isdisjoint((first.team, second.team)):
        return ""
    one, other = _name(setup, first), _name(setup, second)
    places = (
        f"{one} and {other} are joint {ordinal(_place(first))}"
        if first.place == second.place
        else f"{one} is {ordinal(_place(first))} and {other} is {ordinal(_place(second))}"
    )
    return f"The panel decided that {places}. Reason: {result.decision.reason.strip()} {BY_SCORES} "


_Part = tuple[str, Fraction, str, str]
"""A label, what it adds, a note, and what a judge gave both teams."""


def _judges(setup: Setup, why: Why) -> list[_Part]:
    names = {judge.id: f"{judge.name} ({judge.id})" for judge in setup.judges}
    return [
        (names[part.judge], part.part, _scored(setup, why, part), _gave(setup, why, part))
        for part in why.judges
    ]


def _gave(setup: Setup, why: Why, part: JudgePart) -> str:
    """The totals that a judge gave: "73.50 and 69.50", or the one of the only team."""
    upper, lower = ("" if one is None else shown(one) for one in (part.upper, part.lower))
    match part.scored:
        case Scored.BOTH:
            return f"{lower} and {upper}"
        case Scored.UPPER:
            return f"scored {_name(setup, why.upper)} only: {upper}"
        case Scored.LOWER:
            return f"scored {_name(setup, why.lower)} only: {lower}"


def _scored(setup: Setup, why: Why, part: JudgePart) -> str:
    match part.scored:
        case Scored.BOTH:
            return ""
        case Scored.UPPER:
            return f"scored {_name(setup, why.upper)} only"
        case Scored.LOWER:
            return f"scored {_name(setup, why.lower)} only"


def _criteria(setup: Setup, why: Why) -> list[_Part]:
    full = full_text(setup.rubric)
    found = [
        (one.title, why.criteria[one.id], f"counts {decimal(one.weight)} of {full}", "")
        for one in setup.rubric.judged
    ]
    severity = ("Harsh and lenient judges", why.severity, "not part of a criterion", "")
    return [*found, severity] if why.severity else found


def _no_judges(why: Why) -> list[_Part]:
    """What no judge gave: it is in both columns."""
    parts = (
        ("Organiser’s points", why.points, "not given by a judge", ""),
        ("Penalties", why.penalties, "taken off after the scores are added up", ""),
    )
    return [part for part in parts if part[1]]


def _summed(parts: Sequence[_Part]) -> WhyColumn:
    """The parts in their order; of many those that make the largest difference come first."""
    values = [part[1] for part in parts]
    largest = max((abs(value) for value in values), default=Fraction(0))
    rows = [
        WhyRow(
            label,
            _signed(value),
            exact(value),
            value / largest if largest else value,
            note,
            shown(abs(value)),
            scores,
        )
        for label, value, note, scores in parts
    ]
    if len(rows) > _MANY:
        rows.sort(key=lambda row: (-abs(row.share), row.label))
    ups, downs = (sum((v for v in values if v * sign > 0), Fraction(0)) for sign in (1, -1))
    gap = ups + downs
    ahead = f"ahead by {shown(abs(gap))}" if gap else "equal"
    return WhyColumn(tuple(rows), shown(-downs), shown(ups), ahead)


_MANY = 10
"""Parts from which on they are in the order of their size."""


def _signed(value: Fraction) -> str:
    text = shown(value)
    return f"+{text}" if value > 0 else text


def _sentence(setup: Setup, why: Why, method: Method) -> str:
    parts = (_standing_text(setup, why, method), _gap_text(why, method), _largest_text(setup, why))
    return " ".join(part for part in (*parts, "" if method in PARTED else NO_PARTS) if part)


def _standing_text(setup: Setup, why: Why, method: Method) -> str:
    by, unit = METHOD_WORDS[method].in_sentence, unit_text(method, setup.rubric)
    upper, lower = _name(setup, why.upper), _name(setup, why.lower)
    if why.upper.place == why.lower.place:
        return f"By {by}, {upper} and {lower} share {ordinal(_place(why.upper))} place ({unit})."
    return (
        f"By {by}, {upper} is {ordinal(_place(why.upper))} with {_score(why.upper, method)} and "
        f"{lower} is {ordinal(_place(why.lower))} with {_score(why.lower, method)} ({unit})."
    )


def _gap_text(why: Why, method: Method) -> str:
    if why.gap:
        gap = abs(why.gap)
        return f"The gap is {score_text(method, gap)}."
    if why.upper.place == why.lower.place:
        return "Their scores are equal."
    # By majority, teams with one place are still told apart by how large their majorities are.
    decided = "a tie-break" if why.tie_steps else "the size of their majorities"
    return f"Their scores are equal. The order comes from {decided}."


def _largest_text(setup: Setup, why: Why) -> str:
    """The criterion and the judge that speak most for the upper team, if they do."""
    if why.gap <= 0 or not why.judges:
        return ""
    criterion, judge = (_largest(parts) for parts in (_criteria(setup, why), _judges(setup, why)))
    return f"{criterion} makes the largest difference among the criteria, {judge} among the judges."


def _largest(parts: Sequence[_Part]) -> str:
    label, value, *_ = max(parts, key=lambda part: part[1])
    return f"{label} ({_signed(value)})"


def _name(setup: Setup, standing: Standing) -> str:
    return next(team.name for team in setup.teams if team.id == standing.team)


def _place(standing: Standing) -> int:
    return standing.place or 0


def _score(standing: Standing, method: Method) -> str:
    return "" if standing.score is None else score_text(method, standing.score)
