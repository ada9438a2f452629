"""What one judge's numbers say beside the panel's, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from judging_app.domain.ids import JudgeId
from judging_app.domain.panel import Judge
from judging_app.present.numbers import shown
from judging_app.tally.exact import SignedRoot
from judging_app.tally.judge_profile import JudgeProfile
from judging_app.words import counted

NO_NUMBER = "–"
"""Shown where a number can't be worked out; the reading beside it says why."""


@dataclass(frozen=True, slots=True)
class JudgeRow:
    """One judge beside the panel; a text is `NO_NUMBER` where there is none.

    `profile` has the numbers themselves, and is `None` without a submitted ballot.
    """

    judge_id: JudgeId
    judge: str
    ballots_text: str
    mean_text: str
    severity_text: str
    spread_text: str
    correlation_text: str
    reading: str
    profile: JudgeProfile | None = None


def judge_row(judge: Judge, profile: JudgeProfile | None, teams: int) -> JudgeRow:
    """`judge` with what `profile` says; None if the judge has no submitted ballot."""
    if profile is None:
        nothing = (NO_NUMBER,) * 4
        ballots = f"0 of {counted(teams, 'team')}"
        return JudgeRow(judge.id, judge.name, ballots, *nothing, "No ballot submitted.")
    return JudgeRow(
        judge.id,
        judge.name,
        f"{profile.ballots} of {counted(teams, 'team')}",
        shown(profile.mean),
        NO_NUMBER if profile.severity is None else _signed(profile.severity),
        root_text(profile.spread),
        root_text(profile.correlation),
        " ".join((_severity_reading(profile.severity), _correlation_reading(profile))),
        profile,
    )


def _severity_reading(severity: Fraction | None) -> str:
    """Least squares, so that a judge who missed a strong team isn't taken for a harsh one."""
    if severity is None:
        return "Scored too few of the same teams as others to compare."
    size = shown(abs(severity))
    if severity == 0:
        return "Neither harsh nor lenient."
    kind = "more" if severity > 0 else "fewer"
    return f"Gives the same teams {size} points {kind} than the panel."


def _correlation_reading(profile: JudgeProfile) -> str:
    found = profile.correlation
    if profile.shared < min(_BY_CHANCE) or found is None:
        return "Too few teams, or totals too alike, to compare with the other judges."
    agrees = "disagrees" if found.is_negative else "agrees"
    by_chance = _BY_CHANCE.get(profile.shared, _BY_CHANCE[max(_BY_CHANCE)])
    if found.square < by_chance * by_chance:
        return (
            f"With {counted(profile.shared, 'team')}, a correlation of {root_text(found)} may be "
            "chance."
        )
    return f"Mostly {agrees} with the other judges."


_BY_CHANCE: Mapping[int, Fraction] = MappingProxyType(
    {
        4: Fraction(950, 1000),
        5: Fraction(878, 1000),
        6: Fraction(811, 1000),
        7: Fraction(754, 1000),
        8: Fraction(707, 1000),
        9: Fraction(666, 1000),
        10: Fraction(632, 1000),
        11: Fraction(602, 1000),
        12: Fraction(576, 1000),
    }
)
"""The correlation that so many teams reach by chance once in twenty times, either way.

t ÷ √(n − 2 + t²) for n teams and Student's t at 97.5 % with n − 2 degrees of freedom. More teams
than are listed are held to the last, which is the stricter.

Source: R. A. Fisher, Statistical Methods for Research Workers (Oliver and Boyd, 1925), table V A.
"""


def _signed(value: Fraction) -> str:
    text = shown(value)
    return f"+{text}" if value > 0 else text


def root_text(root: SignedRoot | None) -> str:
    """A root with two decimals, or `NO_NUMBER`.

    It is cut off long after the decimals that are shown, so that none of them changes.
    """
    return NO_NUMBER if root is None else shown(root.cut_off(12))
