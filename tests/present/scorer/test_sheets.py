"""Finding a paper sheet by its id, or by its judge and team."""

from collections.abc import Mapping

import pytest

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Exclusion
from judging_app.present.host.grid import AroundBallots, ballot_grid
from judging_app.present.scorer.sheet_ids import ballot_code
from judging_app.present.scorer.sheets import (
    Ballots,
    BallotsNow,
    BeingKeyed,
    FoundSheet,
    SheetTitle,
    find_sheet,
    matching,
    on_paper,
    pile,
    sheet_rows,
    sheet_title,
)
from tests.builders import set_up


def setup_of(judges: Mapping[str, str], teams: Mapping[str, str]) -> Setup:
    return set_up(
        teams=tuple(Team(TeamId(key), name) for key, name in teams.items()),
        judges=tuple(Judge(JudgeId(key), name) for key, name in judges.items()),
    )


SETUP = setup_of({"J1": "Ada Reed", "J2": "Bo Lund"}, {"T1": "Lantern", "T2": "Perch"})
J1, J2 = JudgeId("J1"), JudgeId("J2")
T1, T2 = TeamId("T1"), TeamId("T2")


def ballots_of(setup: Setup = SETUP, *known: Ballot) -> Ballots:
    every = {
        (judge.id, team.id): Ballot(judge.id, team.id)
        for judge in setup.judges
        for team in setup.teams
    }
    return every | {(one.judge, one.team): one for one in known}


@pytest.mark.parametrize(
    "typed",
    [
        "J1-T2",
        "j1-t2",
        "J1T2",
        "j1t2",
        " J1 - T2 ",
        "J1 T2",
        "J1–T2",
        "J1_T2",
        "J1/T2",
        "Ｊ１－Ｔ２",
    ],
)
def test_an_id_is_found_whatever_its_case_and_hyphen(typed: str) -> None:
    assert find_sheet(SETUP, typed) == FoundSheet(J1, T2)


def test_every_id_that_is_printed_leads_to_its_own_ballot() -> None:
    for setup in (SETUP, setup_of({"a": "A", "A": "B", "1": "C"}, {"1": "D", "11": "E", "b": "F"})):
        for judge in setup.judges:
            for team in setup.teams:
                found = find_sheet(setup, ballot_code(setup, judge.id, team.id))
                assert found == FoundSheet(judge.id, team.id)


def state_of(now: BallotsNow, judge: JudgeId, team: TeamId) -> tuple[str, str]:
    """The shape and the words of one sheet."""
    rows = sheet_rows(SETUP, now)
    return next(
        (row.kind, row.state_text) for row in rows if (row.judge, row.team) == (judge, team)
    )


def test_long_ids_are_found_by_the_short_code_that_is_printed() -> None:
    setup = setup_of({"ada.reed@example.org": "Ada Reed"}, {"lantern": "Lantern"})

    assert find_sheet(setup, "j1-t1") == FoundSheet(
        JudgeId("ada.reed@example.org"), TeamId("lantern")
    )


@pytest.mark.parametrize("typed", ["", "  ", "-"])
def test_nothing_typed_is_asked_for_with_an_example(typed: str) -> None:
    assert find_sheet(SETUP, typed).refusal == (
        "Type or scan the code printed on the sheet, such as J1-T1."
    )


def test_an_unknown_team_is_named() -> None:
    found = find_sheet(SETUP, "J1-T9")

    assert found.judge is None
    assert found.refusal.startswith("There is no team T9 in this event.")


def test_an_unknown_judge_is_named() -> None:
    assert "There is no judge J9 in this event." in find_sheet(SETUP, "J9-T1").refusal


@pytest.mark.parametrize("typed", ["J9-T9", "hello", "J1", "T1-J1", "J1-T1-T2", "5012345678900"])
def test_what_is_no_id_is_said_to_be_none_with_an_example(typed: str) -> None:
    found = find_sheet(SETUP, typed)

    assert (found.judge, found.team) == (None, None)
    assert found.refusal.endswith("such as J1-T1.")


def test_a_very_long_text_is_not_repeated_whole() -> None:
    assert len(find_sheet(SETUP, "x" * 4000).refusal) < 120


def test_an_id_that_fits_two_sheets_is_not_guessed() -> None:
    setup = setup_of({"1": "Ada Reed", "11": "Bo Lund"}, {"1": "Lantern", "11": "Perch"})

    found = find_sheet(setup, "111")

    assert found.judge is None
    assert found.refusal.startswith("“111” could be 1-11 or 11-1.")


def test_an_event_without_a_judge_or_a_team_has_no_sheets() -> None:
    assert "no sheets" in find_sheet(setup_of({}, {"T1": "Lantern"}), "J1-T1").refusal
    assert "no sheets" in find_sheet(setup_of({"J1": "Ada Reed"}, {}), "J1-T1").refusal


@pytest.mark.parametrize(
    ("ballot", "kind", "words"),
    [
        (Ballot(J1, T1), "owed", "To come"),
        (Ballot(J1, T1, BallotState.DRAFT), "draft", "Draft on the screen"),
        (Ballot(J1, T1, BallotState.DRAFT, keyed_by="EM"), "draft", "Reopened, to come"),
        (Ballot(J1, T1, BallotState.SUBMITTED), "submitted", "Submitted"),
        (
            Ballot(J1, T1, BallotState.SUBMITTED, keyed_by="EM and JT"),
            "submitted",
            "Submitted, from paper, typed in by EM and JT",
        ),
        (Ballot(J1, T1, BallotState.RECUSED), "recused", "Recused"),
        (Ballot(J1, T1, BallotState.ABSENT), "absent", "Absent"),
    ],
)
def test_each_state_has_its_shape_and_words(ballot: Ballot, kind: str, words: str) -> None:
    now = BallotsNow(ballots_of(SETUP, ballot), {})

    assert state_of(now, J1, T1) == (kind, words)


@pytest.mark.parametrize(
    ("done", "words"),
    [(0, "First entry started"), (1, "First entry done"), (2, "Typed in twice, to compare")],
)
def test_a_sheet_that_is_being_keyed_says_how_far_it_is(done: int, words: str) -> None:
    now = BallotsNow(ballots_of(), {(J1, T2): done})

    assert state_of(now, J1, T2) == ("being keyed", words)


@pytest.mark.parametrize(
    ("exclusion", "keyed", "words"),
    [
        (Exclusion.WITHDRAWN, {}, "Withdrawn, not needed"),
        (Exclusion.DISQUALIFIED, {}, "Disqualified, not needed"),
        (Exclusion.WITHDRAWN, {(J1, T2): 1}, "Withdrawn, first entry done"),
    ],
)
def test_a_team_that_is_out_has_its_own_shape_and_words(
    exclusion: Exclusion, keyed: BeingKeyed, words: str
) -> None:
    out = (TeamExclusion(T2, exclusion, "Ill."),)

    assert state_of(BallotsNow(ballots_of(), keyed, out), J1, T2) == (exclusion.value, words)


def test_a_ballot_that_is_in_stays_in_when_its_team_goes_out() -> None:
    submitted = Ballot(J1, T2, BallotState.SUBMITTED)
    out = (TeamExclusion(T2, Exclusion.DISQUALIFIED, "Late."),)

    now = BallotsNow(ballots_of(SETUP, submitted), {}, out)

    assert state_of(now, J1, T2) == ("submitted", "Submitted")


def test_sheets_half_typed_in_come_first_then_those_to_come_then_the_rest() -> None:
    known = Ballot(J1, T1, BallotState.SUBMITTED)
    rows = sheet_rows(SETUP, BallotsNow(ballots_of(SETUP, known), {(J2, T2): 1}))

    assert [row.code for row in rows] == ["J2-T2", "J1-T2", "J2-T1", "J1-T1"]
    assert (rows[1].judge_name, rows[1].team_name) == ("Ada Reed", "Perch")


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("", ["J1-T1", "J1-T2", "J2-T1", "J2-T2"]),
        ("ada", ["J1-T1", "J1-T2"]),
        ("Reed per", ["J1-T2"]),
        ("lan bo", ["J2-T1"]),
        ("j2", ["J2-T1", "J2-T2"]),
        ("J2T1", ["J2-T1"]),
        ("j2–t1", ["J2-T1"]),
        ("t2", ["J1-T2", "J2-T2"]),
        ("eed", []),
        ("ada bo", []),
    ],
)
def test_sheets_are_found_by_the_beginning_of_a_code_or_of_a_name(
    typed: str, codes: list[str]
) -> None:
    rows = sheet_rows(SETUP, BallotsNow(ballots_of(), {}))

    assert [row.code for row in matching(rows, typed)] == codes


def test_a_name_is_found_by_letters_without_their_marks() -> None:
    setup = setup_of({"J1": "Zoë Szczepańska"}, {"T1": "Lantern"})
    rows = sheet_rows(setup, BallotsNow(ballots_of(setup), {}))

    assert [row.code for row in matching(rows, "zoe szczepanska")] == ["J1-T1"]


def test_the_pile_says_what_became_of_each_sheet_and_what_is_left() -> None:
    paper = Ballot(J1, T1, BallotState.SUBMITTED, keyed_by="EM")
    now = BallotsNow(ballots_of(SETUP, paper), {(J1, T2): 1, (J2, T1): 2})

    assert [(row.count, row.words, row.note) for row in pile(SETUP, now)] == [
        (1, "typed twice and equal", "done"),
        (1, "typed once", "to be typed in again"),
        (1, "to compare", "J2-T1: settle it"),
        (1, "still to come", "on paper or on the screen"),
    ]


def test_nothing_is_to_come_for_a_team_that_is_out() -> None:
    out = (TeamExclusion(T1, Exclusion.WITHDRAWN, "Ill."),)

    (row,) = pile(SETUP, BallotsNow(ballots_of(), {}, out))
    assert (row.count, row.words) == (2, "still to come")


def test_a_ballot_from_the_screen_says_nothing_of_paper() -> None:
    assert on_paper(Ballot(J1, T1, BallotState.SUBMITTED)) == ""


def test_the_grid_of_the_host_and_the_organiser_says_who_keyed_a_ballot() -> None:
    keyed = Ballot(J1, T1, BallotState.SUBMITTED, keyed_by="EM and JT")
    reopened = Ballot(J1, T2, BallotState.DRAFT, keyed_by="EM")

    (row, _) = ballot_grid(SETUP, (keyed, reopened), (), (), AroundBallots()).rows

    assert [cell.label for cell in row.cells] == [
        "Ada Reed, Lantern: submitted, from paper, typed in by EM and JT",
        "Ada Reed, Perch: draft",
    ]


def test_a_sheet_is_called_by_its_id_its_judge_and_its_team() -> None:
    assert sheet_title(SETUP, J2, T1) == SheetTitle("J2-T1", "Bo Lund", "Lantern")
