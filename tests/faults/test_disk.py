"""A disk that fills, a stick that is pulled and a medium that is read-only, by real drives."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots, events, sign_in, standings
from judging_app.desk.desk import Desk
from judging_app.domain.event import Audience, Phase
from judging_app.domain.roles import ORGANISER
from judging_app.errors import NotSavedError, ReadOnlyError
from judging_app.store.verify import verify_file
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    LANTERN,
    PERCH,
    PINS,
    bring_to,
    submit_wholly,
)
from tests.faults.drives import Stick, memory_disk, needs_mounts, stick
from tests.journeys.window_day import Hands, words_on
from ui.day import Day
from ui.widgets.state_badge import StateBadge
from ui.window import Window

pytestmark = needs_mounts


@pytest.fixture
def ends() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def _opened(path: Path, ends: ExitStack) -> Desk:
    desk = events.open_event(path)
    ends.callback(desk.close)
    return desk


def _fill(folder: Path) -> Path:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    assert shutil.disk_usage(folder).free == 0
    return filler


@pytest.mark.row(7)
def test_a_full_disk_opens_lets_in_shows_and_saves_again_once_there_is_space(
    small_path: Path, tmp_path: Path, ends: ExitStack
) -> None:
    disk = ends.enter_context(memory_disk(tmp_path / "disk", "1m"))
    path = Path(shutil.copy(small_path, disk / "day.pitchday"))
    desk = events.open_event(path)
    bring_to(desk, Phase.SCORING)
    submit_wholly(desk, J1, LANTERN)
    desk.close()
    filler = _fill(disk)

    desk = _opened(path, ends)
    sign_in.sign_in(desk, ORGANISER, PINS[ORGANISER])
    assert standings.view(desk, ORGANISER, Audience.PANEL).rows
    with pytest.raises(NotSavedError, match="The disk is full, so this was NOT saved"):
        ballots.score(desk, ADA, J1, PERCH, IMPACT, 5)
    assert desk.file.waiting
    filler.unlink()
    ballots.score(desk, ADA, J1, PERCH, IMPACT, 5)

    assert desk.file.waiting == ()
    assert desk.verification().findings == ()


@pytest.fixture
def usb(tmp_path: Path, ends: ExitStack) -> Stick:
    return ends.enter_context(stick(tmp_path))


@pytest.fixture
def on_stick(usb: Stick, small_path: Path, ends: ExitStack) -> Desk:
    """An event on a stick, open for scoring, with one score in it."""
    desk = _opened(Path(shutil.copy(small_path, usb.at / "day.pitchday")), ends)
    bring_to(desk, Phase.SCORING)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    return desk


@pytest.mark.row(10)
def test_a_pulled_stick_is_called_so_and_everything_saved_can_still_be_seen(
    on_stick: Desk, usb: Stick
) -> None:
    usb.pull()

    for _ in range(3):
        with pytest.raises(
            NotSavedError, match=r"drive with day.pitchday was unplugged, so this was NOT saved"
        ):
            ballots.score(on_stick, ADA, J1, LANTERN, IMPACT, 9)
        assert ballots.ballot(on_stick, ADA, J1, LANTERN).scores == {IMPACT: 5}
    sign_in.sign_in(on_stick, ORGANISER, PINS[ORGANISER])
    assert standings.view(on_stick, ORGANISER, Audience.PANEL).rows
    assert on_stick.entries()


@pytest.mark.row(10)
@pytest.mark.parametrize("how", ["looked at", "not looked at"])
def test_a_stick_that_is_plugged_in_again_is_gone_on_in_without_a_restart(
    how: str, on_stick: Desk, usb: Stick
) -> None:
    usb.pull()
    usb.take_away()
    with pytest.raises(NotSavedError, match="was unplugged"):
        ballots.score(on_stick, ADA, J1, LANTERN, IMPACT, 9)
    sign_in.sign_in(on_stick, ORGANISER, PINS[ORGANISER])
    if how == "looked at":
        assert ballots.ballot(on_stick, ADA, J1, LANTERN).scores == {IMPACT: 5}
    usb.plug_in()

    ballots.score(on_stick, ADA, J1, LANTERN, IMPACT, 9)

    assert ballots.ballot(on_stick, ADA, J1, LANTERN).scores == {IMPACT: 9}
    assert on_stick.file.waiting == ()
    assert on_stick.verification().findings == ()


@pytest.mark.row(10)
def test_a_stick_that_comes_back_with_another_state_of_the_event_is_not_gone_on_in(
    on_stick: Desk, usb: Stick, tmp_path: Path
) -> None:
    earlier = Path(shutil.copy(on_stick.file.path, tmp_path / "earlier"))
    ballots.score(on_stick, ADA, J1, LANTERN, IMPACT, 7)
    usb.pull()
    usb.take_away()
    assert ballots.ballot(on_stick, ADA, J1, LANTERN).scores == {IMPACT: 7}
    usb.plug_in()
    shutil.copy(earlier, usb.at / "day.pitchday")

    with pytest.raises(NotSavedError, match="Another file was put in the place of day"):
        ballots.score(on_stick, ADA, J1, LANTERN, IMPACT, 9)
    assert ballots.ballot(on_stick, ADA, J1, LANTERN).scores == {IMPACT: 7}


@pytest.mark.row(10)
def test_a_judge_at_the_window_is_told_that_the_stick_is_out_and_nothing_else(
    usb: Stick, small_path: Path, qtbot: QtBot
) -> None:
    window = Window(Day())
    qtbot.addWidget(window)
    window.show()
    window.open_event(Path(shutil.copy(small_path, usb.at / "day.pitchday")))
    bring_to(window.day.desk, Phase.SCORING)
    hands = Hands(window)
    hands.sign_in(ADA.key, PINS[ADA])
    hands.open_team(0)
    usb.pull()

    with qtbot.captureExceptions() as raised:
        hands.type("9")
        hands.type("8")
    assert raised == []
    assert "The drive with day.pitchday was unplugged, so this was NOT saved" in words_on(window)
    assert any(one.word == "NOT saved" for one in window.findChildren(StateBadge))
    window.close()


@pytest.mark.row(11)
def test_a_read_only_drive_opens_to_look(small_path: Path, tmp_path: Path, ends: ExitStack) -> None:
    disk = ends.enter_context(memory_disk(tmp_path / "disk", "1m"))
    path = Path(shutil.copy(small_path, disk / "day.pitchday"))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

    desk = _opened(path, ends)

    assert desk.is_read_only
    sign_in.sign_in(desk, ADA, PINS[ADA])
    assert ballots.ballots_of(desk, ADA, J1)
    with pytest.raises(ReadOnlyError):
        sign_in.set_pin(desk, ORGANISER, ADA, "270919")
    assert verify_file(path).findings == ()
    assert [one.name for one in disk.iterdir()] == ["day.pitchday"]
