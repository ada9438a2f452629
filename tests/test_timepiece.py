import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from judging_app import pins, timepiece
from judging_app.desk import clock as stage
from judging_app.desk import events, sign_in, undo
from judging_app.desk.desk import Desk
from judging_app.domain.event import Phase
from judging_app.domain.lock_out import FREE_TRIES, wait_s
from judging_app.domain.roles import HOST
from judging_app.errors import SignInError
from judging_app.paths import own_folder
from judging_app.timepiece import Clocks
from tests.desk.small_event import ADA, PINS, Clock, bring_to

PITCH_S = 300
LEAPS_S = (-600, 3_600, 86_400)
"""Ten minutes back, an hour on, a day on: what people and networks do to a computer's clock."""


@contextmanager
def _opened(path: Path, clock: Clock) -> Iterator[Desk]:
    desk = events.open_event(path, clock)
    try:
        yield desk
    finally:
        desk.close()


@pytest.fixture
def scoring(small_path: Path, clock: Clock) -> Path:
    """A closed file of the small event that is open for scoring."""
    with _opened(small_path, clock) as desk:
        bring_to(desk, Phase.SCORING)
    return small_path


def _left(desk: Desk) -> float:
    return stage.clock(desk).left(stage.counted_now(desk)).total_seconds()


def _fail(desk: Desk, times: int = FREE_TRIES) -> None:
    for _ in range(times):
        with pytest.raises(SignInError):
            sign_in.sign_in(desk, ADA, "000001")


def _start_on_another_computer(clock: Clock) -> None:
    (own_folder() / "clock.json").unlink(missing_ok=True)
    clock.start_again()


@pytest.mark.parametrize("leap_s", LEAPS_S)
def test_a_computers_clock_put_right_in_mid_pitch_moves_no_pitch(
    leap_s: int, desk: Desk, clock: Clock
) -> None:
    stage.start(desk, HOST)
    clock.pass_s(70)
    clock.set_s(leap_s)
    clock.pass_s(30)

    assert _left(desk) == PITCH_S - 100
    assert stage.doubt(desk) == timedelta(0)
    assert [one.gone_s for one in stage.times(desk)] == [100]


@pytest.mark.parametrize("leap_s", LEAPS_S)
def test_every_move_of_the_clock_counts_what_really_passed(
    leap_s: int, desk: Desk, clock: Clock
) -> None:
    stage.start(desk, HOST)
    clock.pass_s(50)
    clock.set_s(leap_s)
    stage.pause(desk, HOST)
    assert _left(desk) == PITCH_S - 50

    stage.start(desk, HOST)
    clock.pass_s(20)
    clock.set_s(-leap_s)
    stage.nudge(desk, HOST, 60)
    assert _left(desk) == PITCH_S + 60 - 70

    clock.set_s(leap_s)
    stage.put_right(desk, HOST, 200)
    clock.pass_s(5)
    clock.set_s(leap_s)
    assert _left(desk) == 195

    undo.undo(desk, HOST)
    assert _left(desk) == PITCH_S + 60 - 75

    stage.go_on(desk, HOST)
    assert [one.gone_s for one in stage.times(desk)] == [75]


def test_the_record_says_each_time_of_day_as_the_computer_showed_it(
    desk: Desk, clock: Clock
) -> None:
    stage.start(desk, HOST)
    clock.set_s(-600)
    changed = stage.pause(desk, HOST)

    assert changed.saved_at == clock.time


def test_a_leap_of_the_time_of_day_is_in_the_log_alone(
    desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(timepiece, "noted", said.append)
    stage.start(desk, HOST)
    count = len(desk.entries())
    clock.set_s(-600)
    for _ in range(3):
        clock.pass_s(1)
        desk.now()

    assert said == ["The computer’s clock was moved by -600 s."]
    assert len(desk.entries()) == count


@pytest.mark.parametrize("leap_s", LEAPS_S)
def test_a_lock_out_neither_grows_nor_ends_with_the_time_of_day(
    leap_s: int, desk: Desk, clock: Clock
) -> None:
    _fail(desk)
    clock.pass_s(5)
    clock.set_s(leap_s)

    assert sign_in.wait_of(desk, ADA) == 10
    clock.pass_s(10)
    sign_in.sign_in(desk, ADA, PINS[ADA])


@pytest.mark.parametrize("leap_s", LEAPS_S)
def test_while_the_computer_stays_on_a_restart_of_the_program_loses_no_second(
    leap_s: int, scoring: Path, clock: Clock
) -> None:
    with _opened(scoring, clock) as desk:
        stage.start(desk, HOST)
        _fail(desk)
        clock.pass_s(10)
    clock.set_s(leap_s)
    clock.pass_s(2)
    with _opened(scoring, clock) as again:
        clock.pass_s(1)

        assert _left(again) == PITCH_S - 13
        assert sign_in.wait_of(again, ADA) == 2
        is_behind = leap_s < 0
        assert stage.doubt(again) == timedelta(seconds=-12 if is_behind else leap_s)


@pytest.mark.parametrize(("off_s", "is_later"), [(40, False), (-600, True), (3_600, False)])
def test_after_a_restart_of_the_computer_the_smaller_claim_holds(
    off_s: int, *, is_later: bool, scoring: Path, clock: Clock
) -> None:
    with _opened(scoring, clock) as desk:
        stage.start(desk, HOST)
        clock.pass_s(100)
        _fail(desk)
    _start_on_another_computer(clock)
    clock.set_s(off_s)
    with _opened(scoring, clock) as again:
        clock.pass_s(3)

        by_day_s, by_record_s = max(100 + off_s, 0), 100
        least, most = sorted((by_day_s, by_record_s))
        assert _left(again) == PITCH_S - least - 3
        assert stage.doubt(again) == timedelta(seconds=most - least)
        assert sign_in.wait_of(again, ADA) == 15 - 3
        assert (again.timepiece.saved_later() is not None) == is_later


@pytest.mark.row(17)
@pytest.mark.parametrize("leap_s", [-86_400, -10_800, 0, 86_400, 10**9])
def test_a_wait_goes_on_from_what_had_passed_wherever_the_clock_is_set_between_two_starts(
    leap_s: int, scoring: Path, clock: Clock
) -> None:
    with _opened(scoring, clock) as desk:
        _fail(desk)
        clock.pass_s(15)
        _fail(desk, 1)
        clock.pass_s(20)
    for _ in range(2):  # the second time, what was seen to pass is all that is known
        clock.start_again()
        clock.set_s(leap_s)
        with _opened(scoring, clock) as again:
            assert sign_in.wait_of(again, ADA) == wait_s(FREE_TRIES + 1) - 20
    with _opened(scoring, clock) as again:
        clock.pass_s(4)
        assert sign_in.wait_of(again, ADA) == wait_s(FREE_TRIES + 1) - 24
    with _opened(scoring, clock) as again:
        assert sign_in.wait_of(again, ADA) == wait_s(FREE_TRIES + 1) - 24


@pytest.mark.row(17)
def test_ending_the_program_before_the_verdict_and_setting_the_clock_ends_no_wait(
    scoring: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_pin: str, _kept: str) -> bool:
        raise KeyboardInterrupt

    with _opened(scoring, clock) as desk, monkeypatch.context() as patch:
        _fail(desk, FREE_TRIES - 1)
        clock.pass_s(1)  # so that the last try has a reading of its own, or none
        patch.setattr(pins, "is_right", killed)
        with pytest.raises(KeyboardInterrupt):
            sign_in.sign_in(desk, ADA, "000001")
    clock.set_s(86_400)
    with _opened(scoring, clock) as again:
        assert sign_in.wait_of(again, ADA) == wait_s(FREE_TRIES)


def test_a_corrected_clock_is_in_doubt_no_more(scoring: Path, clock: Clock) -> None:
    with _opened(scoring, clock) as desk:
        stage.start(desk, HOST)
    _start_on_another_computer(clock)
    clock.set_s(90)
    with _opened(scoring, clock) as again:
        assert stage.doubt(again) == timedelta(seconds=90)
        stage.put_right(again, HOST, 210)
        clock.pass_s(10)

        assert stage.doubt(again) == timedelta(0)
        assert _left(again) == 200


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"{",
        b"[]",
        b'{"start": ""}',
        b'{"start": "", "kept_s": 1, "exact": {"noon": 1}}',
        b"\xff",
    ],
)
def test_readings_that_cannot_be_read_leave_the_time_of_day(
    kept: bytes, scoring: Path, clock: Clock
) -> None:
    with _opened(scoring, clock) as desk:
        stage.start(desk, HOST)
    (own_folder() / "clock.json").write_bytes(kept)
    clock.start = ""
    clock.pass_s(1)
    with _opened(scoring, clock) as again:
        assert _left(again) == PITCH_S


@pytest.mark.parametrize(("set_s", "counted_s"), [(0, 60), (-30, 0)])
def test_a_computer_that_cannot_tell_its_starts_apart_trusts_a_reading_that_agrees(
    set_s: int, counted_s: int, scoring: Path, clock: Clock
) -> None:
    clock.start = ""
    with _opened(scoring, clock) as desk:
        stage.start(desk, HOST)
    clock.pass_s(60)
    clock.set_s(set_s)
    with _opened(scoring, clock) as again:
        assert _left(again) == PITCH_S - counted_s


def test_only_the_newest_readings_are_kept(
    desk: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timepiece, "_KEPT", 32)
    for _ in range(40):
        stage.start(desk, HOST)
        clock.pass_s(1)
        stage.pause(desk, HOST)
    kept = json.loads((own_folder() / "clock.json").read_text(encoding="utf-8"))["exact"]

    assert len(kept) == 32
    assert max(kept.values()) == clock.steady - 1


def test_the_real_clocks_go_on() -> None:
    clocks = Clocks()
    first = clocks.steady_s()

    assert clocks.steady_s() >= first
    assert clocks.start_id() == Clocks().start_id()
