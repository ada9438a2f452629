"""The panel's agreement for programs: what people read of it, with the numbers behind."""

from fractions import Fraction

from judging_app.present.formats import AGREEMENT, Json
from judging_app.present.judge.judge_profile import JudgeRow
from judging_app.present.numbers import for_programs, shown
from judging_app.present.result.agreement import AgreementRow, AgreementView
from judging_app.tally.exact import SignedRoot


def agreement_json(view: AgreementView) -> Json:
    """The view's numbers to six decimals, each with the view's own words; null where there is none.

    Severity, mean and spread are in points of the total.
    """
    return {
        **AGREEMENT.head,
        "lead": view.lead,
        "judging": view.judging,
        "teams": view.teams,
        "ballots": view.ballots,
        "statistics": [_statistic_json(row) for row in (*view.rows, *view.others)],
        "judges": [_judge_json(row) for row in view.judges],
        "caution": view.caution,
    }


def _statistic_json(row: AgreementRow) -> Json:
    return {
        "key": row.key,
        "name": row.name,
        "value": _number(row.value),
        "teams": row.teams,
        "reading": row.reading,
    }


def _judge_json(row: JudgeRow) -> Json:
    found = row.profile
    return {
        "judge": row.judge_id,
        "name": row.judge,
        "ballots": found.ballots if found else 0,
        "mean": _number(found.mean if found else None),
        "severity": _number(found.severity if found else None),
        "spread": _number(found.spread if found else None),
        "correlation": _number(found.correlation if found else None),
        "reading": row.reading,
    }


def _number(value: Fraction | SignedRoot | None) -> float | None:
    """Six decimals, rounded before a binary number comes in, which then prints as them."""
    if value is None:
        return None
    exact = value.cut_off(2 * _PLACES) if isinstance(value, SignedRoot) else value
    return float(for_programs(shown(exact, _PLACES)))


_PLACES = 6
