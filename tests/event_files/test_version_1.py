"""A file that was saved with version 1 opens with this one and says what it said then."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.desk import (
    ballots,
    clock,
    conflicts,
    decisions,
    events,
    reveal,
    run_order,
    scoring,
    sign_in,
    standings,
)
from judging_app.desk.desk import Desk
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.clock import Clock, ClockPart
from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    AwardKind,
    PanelDecision,
    Penalty,
    TeamExclusion,
    TeamPoints,
)
from judging_app.domain.event import (
    Audience,
    Board,
    BoardForm,
    Event,
    Method,
    Phase,
    Programme,
    Scene,
)
from judging_app.domain.ids import AwardId, JudgeId
from judging_app.domain.keying import Keying
from judging_app.domain.look import EventLook
from judging_app.domain.panel import Conflict, ConflictDecision, Judge
from judging_app.domain.reveal import RevealKind, StepKind
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.store import decision_rows, event_rows, programme_rows, sheet_rows
from judging_app.store.checking.tables import replayed_tables
from tests.desk.priced_event import PRICE, priced_setup
from tests.desk.small_event import (
    ADA,
    DELIVERY,
    EVENT,
    HERON,
    IMPACT,
    J1,
    J2,
    J3,
    LANTERN,
    PERCH,
    PINS,
    STARTS_AT,
    TEAMS,
)
from tests.desk.small_event import Clock as Wall
from tests.store.replaying import rows_of

_SAVED = Path(__file__).with_name("version 1.pitchday")
_RECORD_CODE = "F5GW-JCC0-CYXF-6Y5E"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Desk]:
    desk = events.open_event(Path(shutil.copy(_SAVED, tmp_path)), Wall())
    yield desk
    desk.close()


def test_its_event_and_set_up_are_what_they_were(opened: Desk) -> None:
    assert opened.event() == Event(
        EVENT.title, EVENT.held_on, EVENT.venue, Phase.CLOSED, Method.MEAN, Board.HIDDEN
    )
    walk_in = Judge(JudgeId("J4"), "Dee Fox", "Ms")
    assert opened.setup() == replace(priced_setup(), judges=(*priced_setup().judges, walk_in))


def test_what_the_room_saw_is_what_it_was(opened: Desk) -> None:
    db = opened.file.db

    assert opened.programme() == Programme(
        Scene.STANDINGS,
        1,
        BoardForm.FULL,
        "Tea is served.",
        ORGANISER.key,
        STARTS_AT + timedelta(minutes=10),
    )
    assert events.look(opened) == EventLook("#1d70b8", "#ffdd00")
    assert [slot.team for slot in run_order.run_order(opened)] == [HERON, LANTERN, PERCH]
    assert programme_rows.run_order_seed(db) == "Tuesday"
    assert clock.clock(opened) == Clock(HERON, ClockPart.PITCH, 300, 600_000)
    plan = reveal.plan(opened)
    assert plan is not None
    assert plan.kind is RevealKind.BY_CRITERION
    assert [step.kind for step in plan.steps][-1] is StepKind.PLACE
    assert [(one.number, one.why) for one in event_rows.editions(db)] == [
        (1, ""),
        (2, "A sheet was found."),
    ]


def test_a_sheet_that_was_being_keyed_still_is(opened: Desk) -> None:
    assert sheet_rows.keyings(opened.file.db) == (Keying(J3, HERON, 1, "EM", {IMPACT: 8}),)


def test_its_ballots_are_what_they_were(opened: Desk) -> None:
    walk_in = JudgeId("J4")

    found = ballots.all_ballots(opened, ORGANISER)

    touched = {
        key: ballot for key, ballot in found.items() if ballot.state is not BallotState.NOT_STARTED
    }
    assert touched == {
        (J1, LANTERN): Ballot(J1, LANTERN, BallotState.SUBMITTED, {IMPACT: 9, DELIVERY: 9}),
        (J1, PERCH): Ballot(J1, PERCH, BallotState.SUBMITTED, {IMPACT: 6, DELIVERY: 7}),
        (J1, HERON): Ballot(
            J1, HERON, BallotState.DRAFT, {IMPACT: 5}, "Clear and ŵyneb-agored.", "Ask about cost."
        ),
        (J2, LANTERN): Ballot(J2, LANTERN, BallotState.SUBMITTED, {IMPACT: 8, DELIVERY: 0}),
        (J2, PERCH): Ballot(J2, PERCH, BallotState.RECUSED, reason="Too close."),
        (J3, LANTERN): Ballot(J3, LANTERN, BallotState.ABSENT, reason="Late train."),
        (J3, PERCH): Ballot(
            J3, PERCH, BallotState.SUBMITTED, {IMPACT: 4, DELIVERY: 6}, keyed_by="EM"
        ),
        **{
            (walk_in, team): Ballot(walk_in, team, BallotState.ABSENT, reason="Was only passing.")
            for team in TEAMS
        },
    }


def test_its_conflicts_are_what_they_were(opened: Desk) -> None:
    assert conflicts.declared(opened) == (
        Conflict(J2, PERCH, "Mentored the team.", ConflictDecision.RECUSED, "Too close."),
    )


def test_its_decisions_are_what_they_were(opened: Desk) -> None:
    db, choice = opened.file.db, AwardId("choice")

    assert decision_rows.tie_breaks(db) == (
        DeclaredTieBreak(TieRule.NAMED_CRITERION, DELIVERY),
        DeclaredTieBreak(TieRule.PANEL),
    )
    assert decision_rows.exclusions(db) == (
        TeamExclusion(HERON, Exclusion.WITHDRAWN, "Two are ill."),
    )
    assert decision_rows.penalties(db) == (Penalty(PERCH, Fraction(5, 2), "Ran over."),)
    assert decision_rows.team_points(db) == (
        TeamPoints(LANTERN, PRICE, 15),
        TeamPoints(PERCH, PRICE, 20),
    )
    assert decisions.agreed_scores(opened, ORGANISER) == {
        (J1, PERCH, IMPACT): AgreedScore(J1, PERCH, IMPACT, 6, 8, "Misheard.")
    }
    assert decision_rows.decision(db) == PanelDecision(((PERCH, LANTERN),), "Two stood out.")
    assert decision_rows.awards(db) == (
        Award(AwardId("pitch"), "Best pitch", AwardKind.CRITERIA, criteria=(DELIVERY,)),
        Award(choice, "Panel’s choice", AwardKind.PANEL, passes_over_winners=True),
    )
    assert decision_rows.award_decisions(db) == {
        choice: AwardDecision(choice, (LANTERN,), "The bravest.")
    }


def test_it_holds_a_row_of_every_table(opened: Desk) -> None:
    db = opened.file.db
    empty = [table for table in replayed_tables(db) if not rows_of(db, table)]

    # One was discarded when scoring was opened, and there were none of the others yet.
    gone = ("picture", "certificate_plan", "comment_review", "mentor", "calibration", "passphrase")
    assert empty == [*gone]


def test_its_result_is_what_it_was(opened: Desk) -> None:
    rows = standings.view(opened, ORGANISER, Audience.PANEL).rows

    assert [(row.team_id, row.scored_place, row.score, row.ballots) for row in rows] == [
        (PERCH, 2, Fraction(159, 2), 2),  # (76 with the agreed 8 + 48) ÷ 2, 20 for the price, - 5/2
        (LANTERN, 1, Fraction(84), 2),  # (90 + 48) ÷ 2, 15 for the price
        (HERON, None, None, 0),
    ]
    announced = standings.declared_standings(opened)
    assert [(one.team, one.place, one.is_tied) for one in announced] == [
        (PERCH, 1, True),
        (LANTERN, 1, True),
        (HERON, None, False),
    ]


def test_its_record_verifies_and_has_the_code_that_was_read_out(opened: Desk) -> None:
    assert opened.verification().findings == ()
    assert opened.record_code() == _RECORD_CODE


def test_its_pins_still_let_their_holders_in(opened: Desk) -> None:
    for holder, pin in PINS.items():
        sign_in.sign_in(opened, holder, pin)

    assert sign_in.locked_out(opened) == ()


def test_its_day_goes_on(opened: Desk) -> None:
    scoring.reopen_scoring(opened, ORGANISER, "One more ballot came.")
    decisions.restore(opened, HOST, HERON, "They are well again.")
    ballots.score(opened, ADA, J1, HERON, DELIVERY, 10)
    ballots.submit(opened, ADA, J1, HERON)
    scoring.close_scoring(opened, HOST, "The others have left.")

    assert opened.event().phase is Phase.CLOSED
    assert opened.verification().findings == ()
