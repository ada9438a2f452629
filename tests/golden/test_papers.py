from collections.abc import Callable
from fractions import Fraction

import pytest

from judging_app.domain.standings import Standing
from judging_app.export.certificates import certificates
from judging_app.export.score_sheets import score_sheets
from judging_app.intake.sample import Sample, read_sample
from judging_app.present.organiser.blank_sheets import blank
from judging_app.present.organiser.certificates import CertificateKind
from judging_app.present.organiser.certificates import certificates as certificate_rows
from judging_app.present.organiser.score_sheets import by_judge, by_team
from judging_app.present.result.standings import panel_view
from judging_app.tally.result import plain_result

Check = Callable[[str, bytes], None]
RECORD = "Record 7K2M-9QFA"


@pytest.fixture(scope="module")
def sample() -> Sample:
    return read_sample()


@pytest.mark.parametrize(
    "kind", [kind for kind in CertificateKind if kind is not CertificateKind.ALL]
)
def test_certificates_are_as_accepted(
    kind: CertificateKind, sample: Sample, check_golden: Check
) -> None:
    one, two, three, *_ = sample.intake.setup.teams
    standings = (
        Standing(one.id, 1, is_tied=False, score=Fraction(75), ballots=8, expected=8),
        Standing(two.id, 2, is_tied=True, score=Fraction(74), ballots=8, expected=8),
        Standing(three.id, 2, is_tied=True, score=Fraction(74), ballots=7, expected=8),
    )
    setup = sample.intake.setup
    view = panel_view(sample.event, setup, plain_result(standings))
    rows = certificate_rows(kind, sample.event, setup, view.rows, record=RECORD)

    check_golden(f"certificates-{kind.value}", certificates(rows).content)


def test_score_sheets_by_judge_are_as_accepted(sample: Sample, check_golden: Check) -> None:
    sheets = by_judge(sample.event, sample.intake.setup, sample.intake.ballots, record=RECORD)

    check_golden("score-sheets-by-judge", score_sheets(sheets).content)


def test_score_sheets_by_team_are_as_accepted(sample: Sample, check_golden: Check) -> None:
    sheets = by_team(sample.event, sample.intake.setup, sample.intake.ballots, record=RECORD)

    check_golden("score-sheets-by-team", score_sheets(sheets).content)


def test_blank_score_sheets_are_as_accepted(sample: Sample, check_golden: Check) -> None:
    sheets = blank(sample.event, sample.intake.setup, record=RECORD)

    check_golden("score-sheets-blank", score_sheets(sheets[:7]).content)
