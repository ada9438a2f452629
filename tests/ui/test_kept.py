"""What is chosen on this computer is kept there, and what can't be read is done without."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from judging_app.desk.keeping.trouble import has_copies
from judging_app.paths import own_folder
from judging_app.present.idle import CHOICES_S, USUAL_S
from ui.behind.idle_wiring import IdleWiring
from ui.day import Day
from ui.kept import keep, kept
from ui.shell import Shell
from ui.start.recent import note_open, recent_rows, remember


def idle_s(qtbot: QtBot) -> int:
    """After how long a window that is built now locks a desk."""
    shell = Shell()
    qtbot.addWidget(shell)
    return IdleWiring(shell, Day(shell))._after_s


def number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def test_each_name_keeps_its_own() -> None:
    keep("one", 1)
    keep("two", 2)

    assert kept("one", number, 0) == 1
    assert kept("two", number, 0) == 2


def test_what_was_never_kept_is_the_usual() -> None:
    assert kept("one", number, 7) == 7


@pytest.mark.parametrize("text", ["", "[]", "null", "3", '{"one": ', '{"one": "x"}', "{}"])
def test_what_cannot_be_read_is_the_usual_and_is_written_anew(text: str) -> None:
    (own_folder() / "kept.json").write_text(text, encoding="utf-8")
    found = kept("one", number, 7)
    keep("one", 1)

    assert found == 7
    assert kept("one", number, 7) == 1


def test_what_version_0_1_kept_in_files_of_their_own_is_taken_over(tmp_path: Path) -> None:
    event = tmp_path / "day.pitchday"
    event.touch()
    (own_folder() / "recent.json").write_text(json.dumps([[str(event), "Day"]]), encoding="utf-8")
    before = [row.title for row in recent_rows(has_copies)]
    other = tmp_path / "other.pitchday"
    other.touch()
    remember(other, "Other")

    assert before == ["Day"]
    assert [row.title for row in recent_rows(has_copies)] == ["Other", "Day"]


def test_a_computer_that_keeps_nothing_goes_on_without() -> None:
    (own_folder() / "kept.json").mkdir()
    keep("one", 1)

    assert kept("one", number, 7) == 7


@pytest.mark.parametrize("choice", CHOICES_S)
def test_every_time_after_which_desks_lock_can_be_kept(qtbot: QtBot, choice: int) -> None:
    keep("idle", {"after_s": choice})

    assert idle_s(qtbot) == choice


@pytest.mark.parametrize(
    "value", [None, [], {}, {"after_s": 7}, {"after_s": True}, {"after_s": "60"}]
)
def test_a_time_that_nobody_can_choose_is_the_usual_one(qtbot: QtBot, value: object) -> None:
    keep("idle", value)

    assert idle_s(qtbot) == USUAL_S


def test_the_event_that_is_open_is_offered_if_the_program_stops_and_not_once_it_is_closed(
    tmp_path: Path,
) -> None:
    event = tmp_path / "day.pitchday"
    event.touch()
    remember(event, "Day")
    note_open(event)
    stopped = [row.was_open for row in recent_rows(has_copies)]
    note_open(None)

    assert stopped == [True]
    assert [row.was_open for row in recent_rows(has_copies)] == [False]
