"""What a ballot can go through, from each of its states, and the receipt of each version."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from judging_app.desk import ballots, conflicts, scoring, sheets, standings, undo
from judging_app.desk.desk import Desk
from judging_app.desk.events import take_in
from judging_app.desk.papers import SheetOrder, sheet_rows
from judging_app.domain.ballots import Ballot, BallotMove, BallotState
from judging_app.domain.event import Audience
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.journal import receipt
from judging_app.domain.names import LONGEST_REMARK
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor, Role
from judging_app.domain.setup import Intake
from judging_app.errors import (
    BallotStateError,
    DeskError,
    IncompleteBallotError,
    NotAllowedError,
    UnknownError,
)
from judging_app.present.words.ballots import MOVE_WORDS
from judging_app.store import ballot_rows, set_up_rows
from tests.desk.small_event import (
    ADA,
    BO,
    DELIVERY,
    IMPACT,
    J1,
    J2,
    LANTERN,
    PERCH,
    TEAMS,
    in_memory,
    key_wholly,
    score_wholly,
    small_setup,
    submit_wholly,
)
from tests.told_leaf import words_of

_WHY = "The test says so."


MOVES: Mapping[BallotMove, Callable[[Desk], object]] = {
    BallotMove.SCORE: lambda desk: ballots.score(desk, ADA, J1, LANTERN, IMPACT, 2),
    BallotMove.SUBMIT: lambda desk: ballots.submit(desk, ADA, J1, LANTERN),
    BallotMove.REOPEN: lambda desk: ballots.reopen(desk, HOST, J1, LANTERN, _WHY),
    BallotMove.RECUSE: lambda desk: ballots.recuse(desk, HOST, J1, LANTERN, _WHY),
    BallotMove.MARK_ABSENT: lambda desk: ballots.mark_absent(desk, HOST, J1, LANTERN, _WHY),
    BallotMove.REINSTATE: lambda desk: ballots.reinstate(desk, HOST, J1, LANTERN, _WHY),
}

STARTS: Mapping[BallotState, Callable[[Desk], object]] = {
    BallotState.NOT_STARTED: lambda _desk: None,
    BallotState.DRAFT: lambda desk: score_wholly(desk, J1, LANTERN),
    BallotState.SUBMITTED: lambda desk: submit_wholly(desk, J1, LANTERN),
    BallotState.RECUSED: lambda desk: ballots.recuse(desk, HOST, J1, LANTERN, _WHY),
    BallotState.ABSENT: lambda desk: ballots.mark_absent(desk, HOST, J1, LANTERN, _WHY),
}

_NEW, _DRAFT, _IN = BallotState.NOT_STARTED, BallotState.DRAFT, BallotState.SUBMITTED
_OFF, _AWAY = BallotState.RECUSED, BallotState.ABSENT

LEADS_TO: Mapping[tuple[BallotState, BallotMove], BallotState] = {
    (_NEW, BallotMove.SCORE): _DRAFT,
    (_NEW, BallotMove.RECUSE): _OFF,
    (_NEW, BallotMove.MARK_ABSENT): _AWAY,
    (_DRAFT, BallotMove.SCORE): _DRAFT,
    (_DRAFT, BallotMove.SUBMIT): _IN,
    (_DRAFT, BallotMove.RECUSE): _OFF,
    (_DRAFT, BallotMove.MARK_ABSENT): _AWAY,
    (_IN, BallotMove.REOPEN): _DRAFT,
    (_IN, BallotMove.RECUSE): _OFF,
    (_OFF, BallotMove.REINSTATE): _NEW,
    (_AWAY, BallotMove.RECUSE): _OFF,
    (_AWAY, BallotMove.REINSTATE): _NEW,
}
"""Every move that is possible; a ballot that isn't started can't be submitted, being empty."""


def test_every_state_and_every_move_is_tried() -> None:
    assert set(STARTS) == set(BallotState)
    assert set(MOVES) == set(BallotMove)


@pytest.mark.parametrize("move", BallotMove, ids=lambda move: move.value)
@pytest.mark.parametrize("state", BallotState, ids=lambda state: state.value)
def test_a_ballot_moves_where_it_may_and_nowhere_else(
    state: BallotState, move: BallotMove, scoring_in_memory: Desk
) -> None:
    desk = scoring_in_memory
    STARTS[state](desk)
    before = ballot_rows.ballot(desk.file.db, J1, LANTERN)
    assert before.state is state

    if (state, move) in LEADS_TO:
        MOVES[move](desk)

        assert ballot_rows.ballot(desk.file.db, J1, LANTERN).state is LEADS_TO[state, move]
    else:
        with pytest.raises((BallotStateError, IncompleteBallotError)):
            MOVES[move](desk)

        assert ballot_rows.ballot(desk.file.db, J1, LANTERN) == before
        assert desk.entries()[-1].act == "refuse"


@pytest.mark.parametrize(
    "move", [BallotMove.REOPEN, BallotMove.RECUSE, BallotMove.REINSTATE], ids=lambda m: m.value
)
@pytest.mark.parametrize("reason", ["", " \n\t"])
def test_a_move_that_needs_a_reason_is_refused_without_one(
    move: BallotMove, reason: str, scoring_in_memory: Desk
) -> None:
    desk = scoring_in_memory
    start, do = {
        BallotMove.REOPEN: (BallotState.SUBMITTED, ballots.reopen),
        BallotMove.RECUSE: (BallotState.DRAFT, ballots.recuse),
        BallotMove.REINSTATE: (BallotState.ABSENT, ballots.reinstate),
    }[move]
    STARTS[start](desk)

    with pytest.raises(DeskError, match=f"Give a reason to {MOVE_WORDS[move]}"):
        do(desk, HOST, J1, LANTERN, reason)
    assert ballot_rows.ballot(desk.file.db, J1, LANTERN).state is start


def test_the_reason_is_on_the_record_beside_the_act(scoring_in_memory: Desk) -> None:
    changed = ballots.recuse(scoring_in_memory, HOST, J1, LANTERN, f"  {_WHY} ")

    assert changed.entries[-1].reason == _WHY
    assert ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN).reason == _WHY


def test_an_incomplete_ballot_is_not_submitted_and_the_text_names_what_is_missing(
    scoring_in_memory: Desk,
) -> None:
    desk = scoring_in_memory

    with pytest.raises(IncompleteBallotError, match="Impact and Pitch delivery"):
        ballots.submit(desk, ADA, J1, LANTERN)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 1)
    with pytest.raises(IncompleteBallotError, match="Not scored yet: Pitch delivery"):
        ballots.submit(desk, ADA, J1, LANTERN)
    assert ballot_rows.ballot(desk.file.db, J1, LANTERN).state is BallotState.DRAFT


def test_a_recusal_clears_the_table_and_the_record_keeps_what_was_scored(
    scoring_in_memory: Desk,
) -> None:
    desk = scoring_in_memory
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 9)
    ballots.comment(desk, ADA, J1, LANTERN, "Kept in the record.", "")

    ballots.recuse(desk, HOST, J1, LANTERN, _WHY)

    assert ballot_rows.ballot(desk.file.db, J1, LANTERN) == Ballot(
        J1, LANTERN, BallotState.RECUSED, reason=_WHY
    )
    kept = [entry.body for entry in desk.entries() if entry.act == "save ballot"]
    assert '"impact":9' in kept[-1]
    assert "Kept in the record." in kept[-1]


def test_a_recused_ballot_that_was_submitted_counts_no_more(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    submit_wholly(desk, J1, LANTERN, impact=10)
    submit_wholly(desk, J2, LANTERN, impact=1)
    rows = standings.view(desk, ORGANISER, Audience.PANEL).rows
    assert rows[0].ballots == 2

    ballots.recuse(desk, HOST, J1, LANTERN, _WHY)

    after = standings.view(desk, ORGANISER, Audience.PANEL).rows[0]
    assert (after.ballots, after.expected) == (1, 3)
    assert after.score != rows[0].score


def test_a_score_taken_back_is_missing_and_not_nought(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    score_wholly(desk, J1, LANTERN)

    ballots.clear(desk, ADA, J1, LANTERN, DELIVERY)

    assert ballot_rows.ballot(desk.file.db, J1, LANTERN).scores == {IMPACT: 7}
    with pytest.raises(IncompleteBallotError):
        ballots.submit(desk, ADA, J1, LANTERN)


@pytest.mark.parametrize("text", ["\0", "a\x07b", "\ud800", "x" * (LONGEST_REMARK + 1)], ids=ascii)
@pytest.mark.parametrize(
    "do",
    [
        lambda desk, text: ballots.comment(desk, ADA, J1, LANTERN, f"a{text}b", ""),
        lambda desk, text: ballots.comment(desk, ADA, J1, LANTERN, "", f"a{text}b"),
        lambda desk, text: ballots.recuse(desk, HOST, J1, LANTERN, f"a{text}b"),
        lambda desk, text: conflicts.declare(desk, ADA, J1, LANTERN, f"a{text}b"),
    ],
    ids=["for the team", "for the panel", "reason", "conflict"],
)
def test_a_text_that_cannot_be_kept_is_refused_and_never_cut(
    do: Callable[[Desk, str], object], text: str, scoring_in_memory: Desk
) -> None:
    with pytest.raises(DeskError, match=r"Shorten it|can’t be shown"):
        do(scoring_in_memory, text)
    assert ballot_rows.ballots(scoring_in_memory.file.db) == {}
    assert ballot_rows.conflicts(scoring_in_memory.file.db) == ()


def test_a_comment_in_any_script_comes_back_as_it_was_written(scoring_in_memory: Desk) -> None:
    said = "Da iawn, ŵyr!\n\tמצוין 很好 🎤 e\u0301"

    ballots.comment(scoring_in_memory, ADA, J1, LANTERN, said, said)

    kept = ballots.ballot(scoring_in_memory, ADA, J1, LANTERN)
    assert (kept.for_team, kept.for_panel) == (said, said)


@pytest.mark.parametrize(("judge", "team"), [(JudgeId("J9"), LANTERN), (J1, TeamId("T9"))])
def test_a_ballot_of_nobody_is_refused(
    judge: JudgeId, team: TeamId, scoring_in_memory: Desk
) -> None:
    with pytest.raises(UnknownError, match="There is no ballot"):
        ballots.score(scoring_in_memory, Actor(Role.JUDGE, judge), judge, team, IMPACT, 3)
    with pytest.raises(UnknownError, match="There is no ballot"):
        ballots.ballot(scoring_in_memory, ORGANISER, judge, team)


def test_a_judges_ballots_stand_in_the_order_of_the_teams(scoring_in_memory: Desk) -> None:
    submit_wholly(scoring_in_memory, J1, PERCH)

    found = ballots.ballots_of(scoring_in_memory, ADA, J1)

    assert [ballot.team for ballot in found] == list(TEAMS)
    assert [ballot.state for ballot in found] == [_NEW, _IN, _NEW]


def test_deciding_that_a_judge_is_recused_takes_them_off_the_team_at_once(
    scoring_in_memory: Desk,
) -> None:
    desk = scoring_in_memory
    submit_wholly(desk, J1, LANTERN)
    conflicts.declare(desk, ADA, J1, LANTERN, "A cousin pitches.")

    changed = conflicts.decide(desk, ORGANISER, J1, LANTERN, ConflictDecision.RECUSED, _WHY)

    assert [entry.act for entry in changed.entries] == ["decide conflict", "recuse judge"]
    assert ballot_rows.ballot(desk.file.db, J1, LANTERN).state is BallotState.RECUSED


def test_a_judge_whom_the_host_has_recused_can_be_decided_recused(
    scoring_in_memory: Desk,
) -> None:
    desk = scoring_in_memory
    conflicts.declare(desk, ADA, J1, LANTERN, "A cousin pitches.")
    ballots.recuse(desk, HOST, J1, LANTERN, _WHY)

    conflicts.decide(desk, ORGANISER, J1, LANTERN, ConflictDecision.RECUSED, _WHY)
    (conflict,) = conflicts.declared(desk)
    assert conflict.decision is ConflictDecision.RECUSED
    assert [entry.act for entry in desk.entries()].count("recuse judge") == 1


def test_a_judge_does_not_undo_the_organisers_decision_by_declaring_again(
    scoring_in_memory: Desk,
) -> None:
    desk = scoring_in_memory
    conflicts.declare(desk, BO, J2, LANTERN, "A cousin pitches.")
    conflicts.decide(desk, ORGANISER, J2, LANTERN, ConflictDecision.FLAGGED, _WHY)

    with pytest.raises(DeskError, match="decided"):
        conflicts.declare(desk, BO, J2, LANTERN, "Only a neighbour.")
    (conflict,) = conflicts.declared(desk)
    assert conflict.decision is ConflictDecision.FLAGGED


def test_another_set_up_is_refused_once_ballots_hang_on_the_first(template: Path) -> None:
    with in_memory(template) as desk:
        ballots.mark_absent(desk, HOST, J1, LANTERN)

        with pytest.raises(DeskError, match="Create a new event"):
            take_in(desk, ORGANISER, Intake(small_setup()))
        assert set_up_rows.setup(desk.file.db) == small_setup()


def test_a_set_up_with_a_ballot_off_the_scale_is_taken_in_not_at_all(template: Path) -> None:
    wrong = Ballot(J1, LANTERN, BallotState.DRAFT, {IMPACT: 11})
    right = Ballot(J1, PERCH, BallotState.DRAFT, {IMPACT: 1})
    with in_memory(template) as desk:
        with pytest.raises(DeskError, match="outside the scale"):
            take_in(desk, ORGANISER, Intake(small_setup(), (right, wrong)))

        assert ballot_rows.ballots(desk.file.db) == {}
        assert set_up_rows.setup(desk.file.db) == desk.setup() == small_setup()


def test_no_ballot_is_scored_before_scoring_is_open(template: Path) -> None:
    with in_memory(template) as desk:
        with pytest.raises(NotAllowedError, match="the event is being set up"):
            ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)

        assert ballot_rows.ballots(desk.file.db) == {}


def test_the_receipt_comes_from_the_entry_that_submitted_the_ballot(desk: Desk) -> None:
    score_wholly(desk, J1, LANTERN)
    submitted = ballots.submit(desk, ADA, J1, LANTERN)
    score_wholly(desk, J1, PERCH)

    assert ballots.receipt(desk, ADA, J1, LANTERN) == receipt(submitted.entries[-1].digest)


def test_a_ballot_that_is_not_submitted_has_no_receipt(desk: Desk) -> None:
    score_wholly(desk, J1, LANTERN)

    assert ballots.receipt(desk, ADA, J1, LANTERN) == ""
    assert ballots.receipt(desk, ADA, J1, PERCH) == ""


def test_a_ballot_submitted_again_has_another_receipt(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    first = ballots.receipt(desk, ADA, J1, LANTERN)
    ballots.reopen(desk, HOST, J1, LANTERN, _WHY)
    while_open = ballots.receipt(desk, ADA, J1, LANTERN)
    ballots.submit(desk, ADA, J1, LANTERN)

    assert while_open == ""
    assert ballots.receipt(desk, ADA, J1, LANTERN) not in ("", first)


def test_undoing_a_reopening_brings_the_same_receipt_back(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    first = ballots.receipt(desk, ADA, J1, LANTERN)
    ballots.reopen(desk, HOST, J1, LANTERN, _WHY)
    undo.undo(desk, HOST)

    assert desk.entries()[-1].act == "restore ballot"
    assert ballots.receipt(desk, ADA, J1, LANTERN) == first


def test_a_sheet_keyed_from_paper_has_a_receipt_too(desk: Desk) -> None:
    key_wholly(desk, J1, LANTERN)
    settled = sheets.settle(desk, SCORER, J1, LANTERN)

    assert ballots.receipt(desk, ADA, J1, LANTERN) == receipt(settled.entries[-1].digest)


def test_a_judge_can_ask_only_for_their_own_receipts(desk: Desk) -> None:
    submit_wholly(desk, J2, LANTERN)
    for ask in (
        lambda: ballots.receipt(desk, ADA, J2, LANTERN),
        lambda: ballots.receipts_of(desk, ADA, J2),
        lambda: ballots.receipts_of(desk, HOST, J2),
    ):
        with pytest.raises(NotAllowedError):
            ask()

        assert desk.entries()[-1].act == "refuse"


def test_each_judge_has_the_receipts_of_what_they_submitted(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    submit_wholly(desk, J1, PERCH)
    submit_wholly(desk, J2, LANTERN)

    assert ballots.receipts_of(desk, ADA, J1).keys() == {LANTERN, PERCH}
    assert ballots.receipts_of(desk, BO, J2).keys() == {LANTERN}
    assert ballots.every_receipt(desk).keys() == {(J1, LANTERN), (J1, PERCH), (J2, LANTERN)}


def test_the_receipt_on_the_card_stands_on_both_score_sheets(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    said = f"Receipt {ballots.receipt(desk, ADA, J1, LANTERN)}"
    of_judge, of_team = (sheet_rows(desk, ORGANISER, by)[0] for by in SheetOrder)

    assert words_of(of_judge)[-1] == f"Lantern: {said}"
    assert words_of(of_team)[-1] == f"Ada Reed: {said}"


def test_a_sheet_says_who_keyed_a_ballot_and_why_scoring_was_closed_early(desk: Desk) -> None:
    key_wholly(desk, J1, LANTERN)
    sheets.settle(desk, SCORER, J1, LANTERN)
    scoring.close_scoring(desk, HOST, "The hall closes at six.")
    sheet = sheet_rows(desk, ORGANISER, SheetOrder.JUDGE)[0]

    assert words_of(sheet)[-1].endswith("From paper, typed in by EM")
    assert "The hall closes at six." in words_of(sheet)[0]


def test_a_key_on_a_draft_touches_nothing_that_the_room_sees_and_submitting_does(
    desk: Desk,
) -> None:
    keyed = ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    ballots.score(desk, ADA, J1, LANTERN, DELIVERY, 7)
    submitted = ballots.submit(desk, ADA, J1, LANTERN)

    assert not keyed.touches_wall
    assert submitted.touches_wall
