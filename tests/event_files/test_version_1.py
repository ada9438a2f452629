"""A file that was saved with version 1 opens with this one and says what it said then."""

import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.desk import ballots, conflicts, events, scoring, sign_in, standings
from judging_app.desk.desk import Desk
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Audience, Board, Event, Method, Phase, Programme, Scene
from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER
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
    Clock,
    small_setup,
)

_SAVED = Path(__file__).with_name("version 1.pitchday")
_RECORD_CODE = "AH0P-NR0H-JFEQ-YFMX"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Desk]:
    desk = events.open_event(Path(shutil.copy(_SAVED, tmp_path)), Clock())
    yield desk
    desk.close()


def test_its_event_and_set_up_are_what_they_were(opened: Desk) -> None:
    assert opened.event() == Event(
        EVENT.title, EVENT.held_on, EVENT.venue, Phase.SCORING, Method.MEAN, Board.LIVE
    )
    assert opened.programme() == Programme(Scene.STANDINGS, 0)
    assert opened.setup() == small_setup()


def test_its_ballots_are_what_they_were(opened: Desk) -> None:
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
    }


def test_its_conflicts_are_what_they_were(opened: Desk) -> None:
    assert conflicts.declared(opened) == (
        Conflict(J2, PERCH, "Mentored the team.", ConflictDecision.RECUSED, "Too close."),
    )


def test_its_result_is_what_it_was(opened: Desk) -> None:
    rows = standings.view(opened, ORGANISER, Audience.PANEL).rows

    assert [(row.team_id, row.place, row.score, row.ballots) for row in rows] == [
        (LANTERN, 1, Fraction(69), 2),  # (90 + 48) ÷ 2
        (PERCH, 2, Fraction(64), 1),
        (HERON, None, None, 0),
    ]


def test_its_record_verifies_and_has_the_code_that_was_read_out(opened: Desk) -> None:
    assert opened.verification().findings == ()
    assert opened.record_code() == _RECORD_CODE


def test_its_pins_still_let_their_holders_in(opened: Desk) -> None:
    for holder, pin in PINS.items():
        sign_in.sign_in(opened, holder, pin)

    assert sign_in.locked_out(opened) == ()


def test_its_day_goes_on(opened: Desk) -> None:
    ballots.score(opened, ADA, J1, HERON, DELIVERY, 10)
    ballots.submit(opened, ADA, J1, HERON)
    scoring.close_scoring(opened, HOST, "The others have left.")

    assert opened.event().phase is Phase.CLOSED
    assert opened.verification().findings == ()
