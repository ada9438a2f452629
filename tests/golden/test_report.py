from collections.abc import Callable
from dataclasses import replace

from judging_app.domain.event import Method, Phase
from judging_app.export.leaves.drawing import leaves
from judging_app.intake.sample import read_sample
from judging_app.present.leaves.report import report_leaves
from judging_app.present.organiser.given import Behind
from judging_app.present.organiser.report import Findings, report
from judging_app.present.result.awards import AwardRow
from judging_app.present.result.checks import checks_view
from judging_app.present.result.decisions import DecisionLine
from judging_app.present.result.firmness import firmness_sentence
from judging_app.present.result.standings import panel_view
from judging_app.present.result.ties import tie_sentences
from judging_app.tally.basis import Basis
from judging_app.tally.checks import checks
from judging_app.tally.result import plain_result
from judging_app.tally.ties import settlement

Check = Callable[[str, bytes], None]

PENALTY = DecisionLine(
    "penalty T4",
    "set_penalty",
    "1 point taken off Team Perch",
    "",
    kind="Penalty",
    reason="Over time",
    by="Decided by the host at 14:32.",
)


def test_the_report_of_the_result_is_as_accepted(check_golden: Check) -> None:
    sample = read_sample()
    setup, ballots = sample.intake.setup, sample.intake.ballots
    basis = Basis(
        tuple(team.id for team in setup.teams),
        tuple(judge.id for judge in setup.judges),
        setup.rubric,
        ballots,
    )
    mean = settlement(basis)
    adjusted = settlement(replace(basis, method=Method.ADJUSTED)).standings
    sectors = {judge.id: judge.sector for judge in setup.judges}
    findings = Findings(
        firmness_sentence(setup, ballots, mean.standings, adjusted),
        checks_view(setup, mean.standings, checks(basis, sectors)),
        ties=tie_sentences(setup, mean.ties),
        decisions=(PENALTY,),
        awards=(AwardRow("First prize", "Team Groundwork", "For 1st place."),),
    )
    event = replace(sample.event, phase=Phase.CLOSED)
    view = panel_view(event, setup, plain_result(mean.standings, Method.MEAN))
    rows = report(
        event,
        setup,
        ballots,
        view,
        findings,
        behind=Behind(basis.counted, has_ballots=True),
        result="Result code 7K2M-9QFA",
    )

    check_golden("result-report", leaves(report_leaves(rows)).content)
