from collections.abc import Callable
from fractions import Fraction

import pytest

from judging_app.domain.papers.certificates import (
    CertificateDesign,
    CertificateKind,
    CertificatePlan,
    Guest,
    House,
)
from judging_app.domain.standings import Standing
from judging_app.export.certificates.appearance import Appearance
from judging_app.export.certificates.batch import certificates
from judging_app.export.leaves.drawing import leaves
from judging_app.intake.sample import Sample, read_sample
from judging_app.present.leaves.leaf import Leaf, Leaves
from judging_app.present.organiser.blank_sheets import blank
from judging_app.present.organiser.certificates import AwardGiven, CertificateFacts, occasion
from judging_app.present.organiser.certificates import certificates as certificate_rows
from judging_app.present.organiser.score_sheets import by_judge, by_team
from judging_app.present.organiser.sheet_facts import SheetFacts
from judging_app.present.result.standings import panel_view
from judging_app.tally.result import plain_result

Check = Callable[[str, bytes], None]
RECORD = "Record 7K2M-9QFA"


@pytest.fixture(scope="module")
def sample() -> Sample:
    return read_sample()


@pytest.mark.parametrize(("kind", "house"), [*zip(CertificateKind, (*House, *House), strict=False)])
def test_certificates_are_as_accepted(
    kind: CertificateKind, house: House, sample: Sample, check_golden: Check
) -> None:
    one, two, three, *_ = sample.intake.setup.teams
    standings = (
        Standing(one.id, 1, is_tied=False, score=Fraction(75), ballots=8, expected=8),
        Standing(two.id, 2, is_tied=True, score=Fraction(74), ballots=8, expected=8),
        Standing(three.id, 2, is_tied=True, score=Fraction(74), ballots=7, expected=8),
    )
    setup = sample.intake.setup
    view = panel_view(sample.event, setup, plain_result(standings))
    plan = CertificatePlan(
        CertificateDesign(house), (Guest("Imani Odu", "Mentor"),), (Guest("Jo Bell"),)
    )
    given = (AwardGiven("A1", "People’s choice", (three.id,)),)
    told = CertificateFacts(sample.event, setup, plan, view.rows, given, record=RECORD)
    rows = certificate_rows([kind], told)

    paper = certificates(rows, occasion(told), Appearance(plan.design))
    check_golden(f"certificates-{kind.code}", paper.content)


def drawn(sample: Sample, *sheets: Leaf) -> bytes:
    return leaves(Leaves("Score sheets", sample.event.title, sheets)).content


def facts(sample: Sample) -> SheetFacts:
    return SheetFacts(sample.event, sample.intake.setup, sample.intake.ballots, RECORD)


def test_score_sheets_by_judge_are_as_accepted(sample: Sample, check_golden: Check) -> None:
    check_golden("score-sheets-by-judge", drawn(sample, *by_judge(facts(sample))))


def test_score_sheets_by_team_are_as_accepted(sample: Sample, check_golden: Check) -> None:
    check_golden("score-sheets-by-team", drawn(sample, *by_team(facts(sample))))


def test_blank_score_sheets_are_as_accepted(sample: Sample, check_golden: Check) -> None:
    sheets = blank(sample.event, sample.intake.setup, record=RECORD)

    check_golden("score-sheets-blank", drawn(sample, *(one.leaf for one in sheets[:7])))
