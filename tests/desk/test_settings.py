from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from judging_app.desk import ballots, decisions, events, panel, scoring, settings
from judging_app.desk.desk import Desk
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Event, Method
from judging_app.domain.ids import AwardId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.setup import Intake, Setup
from judging_app.domain.standings import Exclusion
from judging_app.errors import DeskError, NotAllowedError
from judging_app.planning.settings_check import Finding, Severity, troubles
from judging_app.present.start.sign_in import sign_in_rows
from tests.desk.small_event import (
    ADA,
    HERON,
    IMPACT,
    J1,
    J2,
    J3,
    PERCH,
    PINS,
    TEAMS,
    Clock,
    small_setup,
    submit_all,
)

DAY = Event("Day")
WINNER = Award(AwardId("winner"), "Winner", AwardKind.PLACE, 1)
IDEA = Award(AwardId("idea"), "Best idea", AwardKind.CRITERIA, criteria=(IMPACT,))
CHOICE = Award(AwardId("choice"), "Panel’s choice", AwardKind.PANEL)


def _wrong(findings: tuple[Finding, ...]) -> list[str]:
    return [one.sentence for one in findings if one.severity is Severity.WRONG]


def _wide(teams: int, judges: int) -> Setup:
    return replace(
        small_setup(),
        teams=tuple(Team(TeamId(f"T{at}"), f"Team {at}") for at in range(teams)),
        judges=tuple(Judge(JudgeId(f"J{at}"), f"Judge {at}") for at in range(judges)),
        participants=(),
        challenges=(),
        visits=(),
    )


@pytest.mark.parametrize("judges", [3, 4])
def test_trimming_is_wrong_with_three_judges_and_right_with_four(judges: int) -> None:
    event = replace(DAY, method=Method.TRIMMED)

    wrong = _wrong(settings.proposed_findings(event, Intake(_wide(5, judges))))

    assert wrong == (
        []
        if judges == 4
        else [
            (
                "The method gives no result, even with every ballot submitted: Team 0 has 3 of the "
                "4 ballots that trimming needs."
            )
        ]
    )


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize(("teams", "judges"), [(6, 5), (60, 30)])
def test_every_method_is_right_with_a_whole_panel(method: Method, teams: int, judges: int) -> None:
    found = settings.proposed_findings(replace(DAY, method=method), Intake(_wide(teams, judges)))

    assert _wrong(found) == []


def test_a_recusal_known_beforehand_counts_for_what_trimming_needs() -> None:
    recused = Ballot(JudgeId("J1"), TeamId("T2"), BallotState.RECUSED, reason="Employs a member.")
    event = replace(DAY, method=Method.TRIMMED)

    for teams in (5, 400):
        (wrong,) = _wrong(settings.proposed_findings(event, Intake(_wide(teams, 4), (recused,))))
        assert "Team 2 has 3 of the 4 ballots" in wrong


def test_a_judge_sees_no_findings(desk: Desk) -> None:
    with pytest.raises(NotAllowedError):
        settings.findings(desk, ADA)


def test_judges_taken_off_every_team_are_found_as_they_are(desk: Desk) -> None:
    for team in TEAMS:
        ballots.recuse(desk, HOST, J2, team, "Knows them all.")

    said = [one.sentence for one in troubles(settings.findings(desk, HOST))]
    assert "Bo Lund can score no team: recused or absent for all of them." in said


@pytest.fixture
def closed(desk: Desk) -> Desk:
    """All scored and closed; Lantern is first by the total and by impact."""
    for award in (WINNER, IDEA, CHOICE):
        decisions.declare_award(desk, ORGANISER, award)
    submit_all(desk)
    scoring.close_scoring(desk, ORGANISER)
    return desk


def test_before_the_result_two_awards_are_a_possibility_and_then_a_team(
    desk: Desk,
) -> None:
    for award in (WINNER, IDEA):
        decisions.declare_award(desk, ORGANISER, award)
    before = [one.sentence for one in settings.findings(desk, ORGANISER)]
    submit_all(desk)
    scoring.close_scoring(desk, ORGANISER)
    after = [one.sentence for one in settings.findings(desk, ORGANISER)]

    assert "One team can win both “Winner” and “Best idea”." in before
    assert not any("Lantern wins" in one for one in before)
    assert "Lantern wins “Winner” and “Best idea”." in after


def test_an_award_goes_to_a_team_that_is_out_only_if_that_is_said(closed: Desk) -> None:
    decisions.exclude(closed, HOST, HERON, Exclusion.DISQUALIFIED, "Too many members.")

    with pytest.raises(DeskError, match=r"Heron is disqualified\. Choose another team, or say"):
        decisions.decide_award(closed, ORGANISER, CHOICE.id, [PERCH, HERON], "Brave.")
    decisions.decide_award(closed, ORGANISER, CHOICE.id, [PERCH, HERON], "Brave.", even_if_out=True)

    said = [one.sentence for one in settings.findings(closed, ORGANISER)]
    assert "“Panel’s choice” goes to Heron, which is out." in said


@pytest.fixture
def namesakes(tmp_path: Path) -> Iterator[Desk]:
    """Two judges called Ada Reed, the second without an organisation."""
    setup = small_setup()
    first, second, third = setup.judges
    judges = (first, replace(second, name="Ada Reed"), third)
    path = tmp_path / "namesakes.pitchday"
    intake = Intake(replace(setup, judges=judges))
    events.create_event(path, DAY, intake, PINS, clocks=Clock())
    desk = events.open_event(path, Clock())
    yield desk
    desk.close()


def test_namesakes_are_told_apart_in_whatever_is_shown_but_not_on_the_record(
    namesakes: Desk,
) -> None:
    shown = {judge.id: judge.name for judge in namesakes.setup().judges}
    kept = {judge.id: judge.name for judge in namesakes.recorded_setup().judges}

    assert shown == {J1: "Ada Reed (HMRC)", J2: "Ada Reed (J2)", J3: "Cy Orr"}
    assert kept == {J1: "Ada Reed", J2: "Ada Reed", J3: "Cy Orr"}
    offered = [row.name for row in sign_in_rows(namesakes.recorded_setup())]
    assert offered[:3] == ["Cy Orr", "Ada Reed (HMRC)", "Ada Reed (J2)"]  # by family name
    assert namesakes.verification().findings == ()


def test_a_walk_in_of_a_namesakes_name_is_still_refused(namesakes: Desk) -> None:
    with pytest.raises(DeskError, match="already on the panel"):
        panel.add_judge(namesakes, HOST, "ada  reed")


def test_the_ballots_tried_leave_nothing_on_the_record(desk: Desk) -> None:
    before = desk.entries()
    settings.findings(desk, ORGANISER)

    assert desk.entries() == before
