"""A file of which anything is wrong gives no result, by whatever door it is asked for."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from judging_app.desk import (
    ballots,
    events,
    papers,
    projector,
    result_questions,
    reveal,
    scoring,
    settings,
    standings,
)
from judging_app.desk.certificates import making
from judging_app.desk.desk import Desk
from judging_app.domain.event import Audience, Board, Phase, Scene
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import DamagedError, EventFileError, NotTrustedError
from judging_app.store.verify import Check, Verifier
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    LANTERN,
    PERCH,
    PINS,
    confirm_reveal,
    publish,
    submit_all,
    tell,
)
from tests.faults.tampering import tampered


@pytest.fixture
def closed_path(small_path: Path) -> Path:
    """Every ballot is in, scoring is closed, and the reveal is ready to begin."""
    with closing(events.open_event(small_path)) as desk:
        scoring.open_scoring(desk, HOST)
        submit_all(desk)
        scoring.close_scoring(desk, HOST)
        reveal.plan_reveal(desk, HOST, RevealKind.LAST_TO_FIRST)
        confirm_reveal(desk)
    return small_path


DOORS: dict[str, Callable[[Desk], object]] = {
    "the panel's view": lambda desk: standings.view(desk, ORGANISER, Audience.PANEL),
    "the public's view": lambda desk: standings.view(desk, ORGANISER, Audience.PUBLIC),
    "the scores as given": lambda desk: standings.as_given(desk, ORGANISER),
    "both methods": lambda desk: standings.comparison(desk, ORGANISER),
    "ties": lambda desk: result_questions.tie_sentences(desk, ORGANISER),
    "awards": lambda desk: result_questions.awards(desk, ORGANISER),
    "checks": lambda desk: result_questions.checks(desk, ORGANISER),
    "the spread": lambda desk: result_questions.spread(desk, ORGANISER),
    "agreement": lambda desk: result_questions.agreement(desk, ORGANISER),
    "certificates": lambda desk: making.certificate_rows(desk, ORGANISER, *CertificateKind),
    "score sheets": lambda desk: papers.sheet_rows(desk, ORGANISER, papers.SheetOrder.TEAM),
    "the report": lambda desk: papers.report_rows(desk, ORGANISER),
    "the script": lambda desk: projector.reveal_script(desk, ORGANISER),
    "planning the reveal": lambda desk: reveal.plan_reveal(desk, HOST, RevealKind.AWARDS),
    "confirming it": confirm_reveal,
    "revealing": lambda desk: reveal.reveal_to(desk, HOST, 1),
    "publishing": lambda desk: publish(desk, PINS[ORGANISER]),
}


@pytest.mark.row(36, 40)
@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_a_byte_that_is_no_text_hides_no_tampering_at_any_door(
    closed_path: Path, door: Callable[[Desk], object]
) -> None:
    tampered(closed_path)

    with closing(events.open_and_check(closed_path)) as desk:
        with pytest.raises(NotTrustedError, match="Open an earlier copy") as refused:
            door(desk)
        assert desk.event().phase is Phase.CLOSED
        assert desk.programme().revealed == 0
    assert "impact" not in str(refused.value)


@pytest.mark.row(40)
def test_what_is_changed_after_the_check_is_found_before_the_result_is_told(
    closed_path: Path,
) -> None:
    with closing(events.open_and_check(closed_path)) as desk:
        desk.require_trust()
        desk.file.db.execute("UPDATE score SET steps = 10 WHERE team = 'T3'")

        with pytest.raises(NotTrustedError):
            publish(desk, PINS[ORGANISER])
        assert desk.trust().is_refused
        assert desk.event().phase is Phase.CLOSED


@pytest.mark.row(36, 40)
def test_the_room_is_shown_nothing_of_a_file_that_is_not_trusted(closed_path: Path) -> None:
    with closing(events.open_event(closed_path)) as desk:
        tell(desk, 2)
        assert projector.wall_facts(desk).told
    tampered(closed_path)

    with closing(events.open_and_check(closed_path)) as desk:
        before = projector.wall_facts(desk)
        assert desk.check is not None
        desk.check.run()
        assert desk.trust().is_refused
        after = projector.wall_facts(desk)

    for facts in (before, after):
        assert facts.told == ()
        assert facts.editions == ()
        assert facts.programme.scene is Scene.HOLDING
        assert not any(row.place for row in facts.standings.rows)


def test_a_desk_that_nobody_began_to_check_checks_itself(closed_path: Path) -> None:
    tampered(closed_path)

    with closing(events.open_event(closed_path)) as desk:
        assert desk.trust().is_refused


def test_nothing_is_written_into_a_file_that_is_not_trusted(closed_path: Path) -> None:
    tampered(closed_path)
    before = closed_path.read_bytes()

    with closing(events.open_and_check(closed_path)) as desk:
        for name, door in DOORS.items():
            if name != "publishing":  # it takes a PIN first, and the try is recorded
                with pytest.raises(NotTrustedError):
                    door(desk)
    assert closed_path.read_bytes() == before


def test_winners_are_not_told_by_the_settings_check_either(closed_path: Path) -> None:
    with closing(events.open_event(closed_path)) as desk:
        desk.distrust("Somebody else has written to this file.")

        assert settings._winners(desk, ORGANISER) == {}
        assert standings.edition_of(desk, "0000-0000-0000-0000") == ""


def test_no_board_is_frozen_of_a_file_that_is_not_trusted(small_path: Path) -> None:
    with closing(events.open_event(small_path)) as desk:
        scoring.open_scoring(desk, HOST)
        submit_all(desk)
        desk.distrust("Somebody else has written to this file.")

        with pytest.raises(NotTrustedError, match="Somebody else"):
            projector.show_board(desk, HOST, Board.FROZEN)
        projector.show_board(desk, HOST, Board.HIDDEN)


def test_a_judge_goes_on_scoring_while_the_result_is_kept_back(small_path: Path) -> None:
    with closing(events.open_event(small_path)) as desk:
        scoring.open_scoring(desk, HOST)
        desk.distrust("Somebody else has written to this file.")

        submit_all(desk)
        assert desk.entries()[-1].actor != ADA.key


def test_a_file_that_can_not_even_be_taken_for_a_check_is_trusted_no_more(
    closed_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(events.open_and_check(closed_path)) as desk:
        desk.require_trust()

        def fail(*_: object, **__: object) -> None:
            raise sqlite3.OperationalError("disk I/O error")

        with monkeypatch.context() as patch:
            patch.setattr(Check, "__init__", fail)
            with pytest.raises(sqlite3.OperationalError):
                desk.begin_check()
            patch.setattr(Verifier, "_verified", fail)
            with pytest.raises(NotTrustedError, match="Open an earlier copy"):
                desk.require_trust()


def test_a_file_that_another_program_keeps_is_in_use_and_not_damaged(closed_path: Path) -> None:
    with closing(events.open_event(closed_path)) as desk:
        other = sqlite3.connect(closed_path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(EventFileError, match="in use by another program") as refused:
            desk.begin_check()
        other.close()

    assert not isinstance(refused.value, DamagedError)


CHANGES = {
    "a score": "UPDATE score SET steps = 10 WHERE judge = 'J1' AND team = 'T1'",
    "a comment": "UPDATE ballot SET for_team = 'Well done' WHERE judge = 'J1' AND team = 'T1'",
    "who keyed it": "UPDATE ballot SET keyed_by = 'scorer' WHERE judge = 'J1' AND team = 'T1'",
    "a score taken out": "DELETE FROM score WHERE judge = 'J1' AND team = 'T1'",
}


@pytest.mark.row(40)
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_act_passes_on_a_ballot_that_was_changed_behind_the_record(
    small_path: Path, change: str
) -> None:
    with closing(events.open_event(small_path)) as desk:
        scoring.open_scoring(desk, HOST)
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    with closing(sqlite3.connect(small_path, isolation_level=None)) as other:
        assert other.execute(change).rowcount == 1

    with closing(events.open_and_check(small_path)) as desk:
        with pytest.raises(NotTrustedError, match=r"NOT saved.*isn’t as it was entered"):
            ballots.comment(desk, ADA, J1, LANTERN, "Clear.", "")
        assert desk.trust().is_refused
        ballots.score(desk, ADA, J1, PERCH, IMPACT, 7)
    with closing(events.open_and_check(small_path)) as desk, pytest.raises(NotTrustedError):
        standings.view(desk, ORGANISER, Audience.PANEL)


def test_what_a_check_finds_is_told_though_the_file_was_distrusted_before_the_check_ended(
    closed_path: Path,
) -> None:
    with closing(sqlite3.connect(closed_path)) as connection, connection:
        connection.execute("UPDATE score SET steps = 9 WHERE judge = 'J1'")
    with closing(events.open_and_check(closed_path)) as desk:
        desk.distrust("A copy of it isn’t good.")  # copying may end sooner
        before = desk.trust().sentence
        assert desk.check is not None
        desk.check.run()

        assert before == "A copy of it isn’t good."
        assert "the score was changed after it was recorded" in desk.trust().sentence
