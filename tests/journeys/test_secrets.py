"""What one judge gives and writes reaches no other: no window, file or memory of the day has it."""

import logging
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView

from judging_app.desk import calibration, scoring
from judging_app.domain.acts import SaveBallot, act_name
from judging_app.domain.event import Phase
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.paths import own_folder
from tests.journeys.secret_day import (
    ANN,
    BEN,
    JUDGES,
    PINS,
    TEAMS,
    bring_to,
    everybody_but,
    judges_secrets,
    practice_scores,
    results_secrets,
)
from tests.journeys.secret_windows import (
    Eyes,
    event_path,
    eyes,
    hands,
    sign_in,
    visits,
    write_a_card,
)
from tests.journeys.window_day import CTRL, Chosen, Hands, Key, words_on
from tests.ui import screens
from ui import pages
from ui.behind.copied_wiring import Copied
from ui.judge.card import Scorecard
from ui.pins.pin_pad import PinDots
from ui.widgets.comment_box import CommentBox
from ui.window import Window

__all__ = ["event_path", "eyes", "hands"]

OF_THE_OTHERS = judges_secrets(*everybody_but(JUDGES[0])) | {PINS[BEN]}
"""What Ann may never find."""

ENDS = ("submitted", "read back", "erased", "a draft")
"""How Ben leaves his card."""


def leave_a_card(hands: Hands, ends: str) -> None:
    """Open scoring, and let Ben write a card through the window."""
    scoring.open_scoring(hands.window.day.desk, HOST)
    sign_in(hands, BEN)
    write_a_card(hands, BEN, 1, ends=ends)


def found_by_ann(hands: Hands, eyes: Eyes) -> list[str]:
    """What of the others Ann finds, wherever she goes."""
    sign_in(hands, ANN)
    found = []
    for place in visits(hands, eyes):
        found += eyes.leaks(OF_THE_OTHERS, place)
    return found


@pytest.mark.row(59)
@pytest.mark.parametrize("ends", ENDS)
def test_the_next_judge_finds_nothing_of_the_one_before(
    hands: Hands, eyes: Eyes, ends: str
) -> None:
    leave_a_card(hands, ends)
    assert eyes.leaks(OF_THE_OTHERS), "while Ben is there, his card can be seen"
    hands.sign_out()
    nobody = eyes.leaks(OF_THE_OTHERS, "signed out")

    assert nobody == []
    assert found_by_ann(hands, eyes) == []
    assert eyes.looks > 2 * len(TEAMS)


@pytest.mark.parametrize("ends", ENDS)
def test_a_desk_that_is_locked_shows_nothing_of_who_sat_there(
    hands: Hands, eyes: Eyes, ends: str
) -> None:
    leave_a_card(hands, ends)
    hands.window._idle.idle.expired.emit()

    assert not hands.window.day.is_signed_in
    assert screens.sign_in(hands.window).isVisible()
    assert eyes.leaks(OF_THE_OTHERS) == []
    assert found_by_ann(hands, eyes) == []


@pytest.mark.row(59)
@pytest.mark.parametrize("phase", Phase, ids=lambda phase: phase.value)
def test_a_judge_finds_their_own_and_no_other_ballot_in_every_phase(
    hands: Hands, eyes: Eyes, phase: Phase
) -> None:
    bring_to(hands.window.day.desk, phase)
    secrets = OF_THE_OTHERS if phase is Phase.PUBLISHED else OF_THE_OTHERS | results_secrets()
    own = judges_secrets(JUDGES[0])
    sign_in(hands, ANN)
    leaks: list[str] = []
    seen: list[str] = []
    for place in visits(hands, eyes):
        leaks += eyes.leaks(secrets, place)
        seen = seen or eyes.leaks(own, place)

    assert leaks == []
    assert seen, "the eyes are open"


def test_what_the_panel_was_shown_is_gone_before_a_judge_comes(hands: Hands, eyes: Eyes) -> None:
    bring_to(hands.window.day.desk, Phase.CLOSED)
    secrets = OF_THE_OTHERS | results_secrets()
    shown: list[str] = []
    for actor in (ORGANISER, HOST):
        sign_in(hands, actor)
        for place in visits(hands, eyes):
            shown = shown or eyes.leaks(secrets, place)
        hands.sign_out()

    assert shown, "the panel has seen it"
    assert eyes.leaks(secrets, "signed out") == []
    assert found_by_ann(hands, eyes) == []


def test_taking_back_after_another_judge_takes_back_nothing_of_theirs(
    hands: Hands, eyes: Eyes
) -> None:
    leave_a_card(hands, "a draft")
    hands.sign_out()
    desk = hands.window.day.desk
    sign_in(hands, ANN)
    hands.open_team(1)
    before = [entry for entry in desk.entries() if entry.act == act_name(SaveBallot)]
    for widget in (hands.window, hands.focus):
        QTest.keyClick(widget, Key.Key_Z, CTRL)

    assert [entry for entry in desk.entries() if "ballot" in entry.act] == before
    assert {entry.actor for entry in before} == {BEN.key}
    assert eyes.leaks(OF_THE_OTHERS) == []


def test_the_sample_pitch_of_one_judge_is_not_shown_to_the_next(hands: Hands, eyes: Eyes) -> None:
    desk = hands.window.day.desk
    for criterion, steps in practice_scores(JUDGES[1]).items():
        calibration.score(desk, BEN, JUDGES[1], criterion, steps)
    sign_in(hands, BEN)
    hands.open_team(0)
    seen = eyes.leaks(OF_THE_OTHERS)
    hands.sign_out()

    assert seen
    assert found_by_ann(hands, eyes) == []


def test_half_a_pin_is_forgotten_with_the_name_that_it_was_for(hands: Hands) -> None:
    dots = hands.window.findChildren(PinDots)[0]
    hands.name_card(BEN.key).click()
    hands.type(PINS[BEN][:3])
    begun = dots.count
    hands.key(Key.Key_Escape)
    hands.name_card(ANN.key).click()

    assert (begun, dots.count) == (3, 0)
    hands.type(PINS[ANN])
    assert hands.window.day.actor == ANN


def test_the_pins_of_a_new_event_are_gone_once_it_is_open(
    hands: Hands, eyes: Eyes, tmp_path: Path, csv_folder: Path
) -> None:
    window, screen = hands.window, screens.new_event(hands.window)
    choice = window.choice
    assert isinstance(choice, Chosen)
    choice._event, choice._source = tmp_path / "new.pitchday", csv_folder
    hands.press("Close event")
    hands.press("New event…")
    hands.type("Another day")
    for words in ("Change…", "A folder of files…"):
        hands.press(words, screen)
    hands.wait_until(screen.open_event.isVisible)
    told = frozenset(words for words in words_on(screen).splitlines() if words.isdigit())
    hands.press("Open the event", screen)

    assert len(told) == len(JUDGES) + 3
    assert eyes.leaks(told) == []


@pytest.mark.row(59)
def test_after_a_kill_nobody_is_signed_in_and_no_draft_is_on_the_screen(
    hands: Hands, eyes: Eyes, event_path: Path
) -> None:
    window = hands.window
    scoring.open_scoring(window.day.desk, HOST)
    window.day.close()
    killed = subprocess.run(
        [sys.executable, "-m", "tests.journeys.killed_at_a_card", str(event_path)],
        check=False,
        capture_output=True,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    window.open_event(event_path)
    desk = window.day.desk
    kept = [entry for entry in desk.entries() if entry.act == act_name(SaveBallot)]

    assert {entry.actor for entry in kept} == {BEN.key}, "his scores were on the disk"
    assert not window.day.is_signed_in
    assert screens.sign_in(window).isVisible()
    assert eyes.leaks(OF_THE_OTHERS) == []
    assert found_by_ann(hands, eyes) == []


PLACES: dict[str, Callable[[Window, Path, str], None]] = {}


def _place(plant: Callable[[Window, Path, str], None]) -> Callable[[Window, Path, str], None]:
    PLACES[plant.__name__.removeprefix("_in_").replace("_", " ")] = plant
    return plant


@_place
def _in_a_tooltip(window: Window, _folder: Path, secret: str) -> None:
    screens.judge_desk(window).teams._marks.setToolTip(f"Beside {secret}")


@_place
def _in_a_description(window: Window, _folder: Path, secret: str) -> None:
    screens.judge_desk(window).teams._marks.setAccessibleDescription(secret)


@_place
def _in_a_hidden_label(window: Window, _folder: Path, secret: str) -> None:
    QLabel(f"<b>{secret}</b>", screens.result(window)).hide()


@_place
def _in_the_title(window: Window, _folder: Path, secret: str) -> None:
    window.projector.setWindowTitle(secret)


@_place
def _in_the_banner(window: Window, _folder: Path, secret: str) -> None:
    window.show_message(f"Ben gave {secret}.")


@_place
def _in_a_cell(window: Window, _folder: Path, secret: str) -> None:
    table = QTableView(window)
    model = QStandardItemModel(table)
    model.appendRow(QStandardItem(secret))
    table.setModel(model)


@_place
def _in_memory(window: Window, _folder: Path, secret: str) -> None:
    wiring = window.wiring_of(pages.TEAMS)
    wiring._kept = {"before": [secret]}  # type: ignore[attr-defined]  # what shouldn't be


@_place
def _in_a_property(window: Window, _folder: Path, secret: str) -> None:
    window.day.setProperty("last", (secret,))


@_place
def _on_the_clipboard(_window: Window, _folder: Path, secret: str) -> None:
    QGuiApplication.clipboard().setText(secret)


@_place
def _in_a_file(_window: Window, _folder: Path, secret: str) -> None:
    (own_folder() / "recent.json").write_bytes(secret.encode("utf-16-le"))


@_place
def _in_a_files_name(_window: Window, folder: Path, secret: str) -> None:
    (folder / "event" / f"day {secret}.txt").touch()


@_place
def _in_the_log(_window: Window, _folder: Path, secret: str) -> None:
    logging.getLogger("judging_app").debug("scored %s", secret)


@_place
def _on_standard_error(_window: Window, _folder: Path, secret: str) -> None:
    sys.stderr.write(f"{secret} ")


@pytest.mark.parametrize("place", PLACES)
def test_a_leak_is_found_wherever_it_is(
    hands: Hands, eyes: Eyes, tmp_path: Path, place: str
) -> None:
    assert eyes.leaks(OF_THE_OTHERS) == []
    for secret in ("21107", "axolotl"):
        PLACES[place](hands.window, tmp_path, secret)

        assert any(secret in leak for leak in eyes.leaks(OF_THE_OTHERS))


@pytest.mark.parametrize(
    ("owner", "name", "ends"),
    [
        (Scorecard, "forget", "submitted"),
        (CommentBox, "forget", "erased"),
        (Copied, "_follow", "erased"),
    ],
    ids=["the card", "the comment's steps back", "the clipboard"],
)
def test_a_window_that_forgot_to_forget_would_be_found_out(
    hands: Hands, eyes: Eyes, monkeypatch: pytest.MonkeyPatch, owner: type, name: str, ends: str
) -> None:
    leave_a_card(hands, ends)
    monkeypatch.setattr(owner, name, lambda _self: None)
    hands.sign_out()

    assert found_by_ann(hands, eyes) != []
