"""Whoever comes while nothing can be written is let in, and written down once it can be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from judging_app.desk import ballots, events, sign_in, standings
from judging_app.desk.desk import Desk
from judging_app.domain.acts import Publish
from judging_app.domain.event import Audience
from judging_app.domain.lock_out import FREE_TRIES
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import NotAllowedError, NotSavedError, SignInError
from tests.desk.small_event import (
    ADA,
    BO,
    CY,
    IMPACT,
    J1,
    J2,
    LANTERN,
    PINS,
    Clock,
)

Mend = Callable[[], object]


def _fill(desk: Desk) -> Mend:
    """Let the file grow by no page; what still fits on the last one is filled up."""
    db = desk.file.db
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
    while sign_in.sign_out(desk, CY).saved_at is not None:
        pass
    desk.file._waiting.clear()
    return lambda: db.execute("PRAGMA max_page_count = 1000000")


def _delete(desk: Desk) -> Mend:
    kept = desk.file.path.with_name("kept")
    desk.file.path.rename(kept)
    return lambda: kept.rename(desk.file.path)


FAULTS = [_fill, _delete]


@pytest.fixture(params=FAULTS)
def mend(request: pytest.FixtureRequest, desk: Desk) -> Mend:
    """A desk whose file can't be written, and what puts that right."""
    fault: Callable[[Desk], Mend] = request.param
    return fault(desk)


@pytest.mark.row(7)
def test_everybody_signs_in_and_looks_while_nothing_can_be_written(desk: Desk, mend: Mend) -> None:
    del mend
    before = desk.entries()

    for who in (ORGANISER, HOST, ADA):
        assert sign_in.sign_in(desk, who, PINS[who]).saved_at is None
        sign_in.sign_out(desk, who)
    assert standings.view(desk, ORGANISER, Audience.PANEL).rows
    assert ballots.ballots_of(desk, ADA, J1)
    with pytest.raises(NotSavedError):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 3)

    assert desk.entries() == before


def test_what_waited_is_written_in_order_before_the_next_act_with_the_times_it_was_done(
    desk: Desk, clock: Clock, mend: Mend
) -> None:
    before = len(desk.entries())
    first = clock.now()
    with pytest.raises(SignInError, match="That PIN is wrong"):
        sign_in.sign_in(desk, BO, "000000")
    clock.pass_s(60)
    sign_in.sign_in(desk, ADA, PINS[ADA])
    with pytest.raises(NotAllowedError):
        ballots.ballots_of(desk, ADA, J2)
    clock.pass_s(60)
    mend()

    changed = ballots.score(desk, ADA, J1, LANTERN, IMPACT, 3)

    written = desk.entries()[before:]
    assert [one.act for one in written] == [
        "try sign in",
        "refuse",
        "try sign in",
        "sign in",
        "refuse",
        "save ballot",
    ]
    assert [(one.time - first).seconds for one in written] == [0, 0, 60, 60, 60, 120]
    assert [one.act for one in changed.entries] == ["save ballot"]
    assert desk.file.waiting == ()
    assert desk.verification().findings == ()


def test_an_act_that_fails_again_leaves_what_waits_waiting(desk: Desk, mend: Mend) -> None:
    del mend
    sign_in.sign_in(desk, ADA, PINS[ADA])
    waiting = desk.file.waiting

    with pytest.raises(NotSavedError):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 3)

    assert waiting
    assert desk.file.waiting == waiting


@pytest.mark.row(58)
def test_a_full_disk_gives_nobody_a_further_guess(
    desk: Desk, clock: Clock, mend: Mend, small_path: Path
) -> None:
    for _ in range(FREE_TRIES):
        with pytest.raises(SignInError, match="That PIN is wrong"):
            sign_in.sign_in(desk, ADA, "000000")

    with pytest.raises(SignInError, match="Too many wrong PINs"):
        sign_in.sign_in(desk, ADA, PINS[ADA])
    assert sign_in.wait_of(desk, ADA) == 15
    mend()
    ballots.score(desk, BO, J2, LANTERN, IMPACT, 3)
    desk.close()

    again = events.open_event(small_path, clock)
    assert sign_in.locked_out(again) == (ADA,)
    again.close()


@pytest.mark.row(58)
def test_a_try_is_counted_before_the_pin_is_looked_at_though_it_can_not_be_written(
    desk: Desk, mend: Mend, monkeypatch: pytest.MonkeyPatch
) -> None:
    del mend
    seen: list[int] = []

    def looked_at(_pin: str, _kept: str) -> bool:
        seen.append(len(desk.file.waiting))
        return True

    monkeypatch.setattr("judging_app.pins.is_right", looked_at)
    sign_in.sign_in(desk, ADA, PINS[ADA])

    assert seen == [1]


def test_a_pin_that_was_entered_again_ends_its_tries_though_it_can_not_be_written(
    desk: Desk, mend: Mend
) -> None:
    del mend
    for _ in range(FREE_TRIES + 1):
        sign_in.confirm(desk, ORGANISER, Publish, PINS[ORGANISER])

    assert sign_in.wait_of(desk, ORGANISER) == 0
