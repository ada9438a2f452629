"""The panel's agreement for programs."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

from judging_app.present.numbers import for_programs, shown
from judging_app.tally.agreement import Agreement
from judging_app.tally.exact import SignedRoot
from judging_app.tally.judge_profile import JudgeProfile

Json: TypeAlias = Mapping[str, object]
"""What `json.dumps` takes as an object."""


def agreement_json(agreement: Agreement) -> Json:
    """The numbers for programs, to six decimals; null where there is none, and then `why_not`.

    Severity, mean and spread are in points of the total.
    """
    return {
        "teams": agreement.teams,
        "ballots": agreement.ballots,
        "kendall_w": _number(agreement.kendall_w.value),
        "icc": {form.value: _number(one.value) for form, one in agreement.intraclass.items()},
        "krippendorff_alpha": {
            metric.value: _number(one.value) for metric, one in agreement.krippendorff_alpha.items()
        },
        "judges": [_judge_json(profile) for profile in agreement.judges],
        "why_not": _whys(agreement),
    }


def _judge_json(profile: JudgeProfile) -> Json:
    return {
        "judge": profile.judge,
        "ballots": profile.ballots,
        "mean": _number(profile.mean),
        "severity": _number(profile.severity),
        "spread": _number(profile.spread),
        "correlation": _number(profile.correlation),
    }


def _whys(found: Agreement) -> dict[str, str]:
    named = {
        "kendall_w": found.kendall_w,
        **{f"icc {form.value}": one for form, one in found.intraclass.items()},
        **{f"krippendorff_alpha {m.value}": one for m, one in found.krippendorff_alpha.items()},
    }
    return {name: one.why_not.value for name, one in named.items() if one.why_not}


def _number(value: Fraction | SignedRoot | None) -> float | None:
    """Six decimals, rounded before a binary number comes in, which then prints as them."""
    if value is None:
        return None
    exact = value.cut_off(2 * _PLACES) if isinstance(value, SignedRoot) else value
    return float(for_programs(shown(exact, _PLACES)))


_PLACES = 6
