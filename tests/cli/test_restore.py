"""`judging-app restore`."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from judging_app.desk.events import open_event
from judging_app.desk.keeping import copies
from judging_app.domain.acts import RestoreEvent, act_name
from tests.cli.typing_words import Type, everything_in
from tests.desk.keeping.spoiling import cut, zero_table


@pytest.fixture
def copied(sample: Path) -> Path:
    """The sample with a copy beside it."""
    desk = open_event(sample)
    copies.copy_now(desk)
    desk.close()
    return sample


def test_a_damaged_file_is_restored_under_its_own_name_and_kept(copied: Path, typed: Type) -> None:
    cut(copied)
    damaged = copied.read_bytes()
    answer = typed("restore", copied, "--from", "1")

    assert (answer.status, answer.err) == (0, "")
    assert "This event can’t be opened as it is. sample.pitchday is damaged" in answer.out
    assert "One good copy was found." in answer.out
    assert "Restored at" in answer.out
    (aside,) = copied.parent.glob("*damaged*")
    assert aside.read_bytes() == damaged
    assert f"kept as {aside}" in answer.out
    verified = typed("verify", copied)
    assert verified.status == 0
    assert "Restored at " in verified.out
    assert "nothing known is lost" not in verified.out
    assert "; nothing could be compared; ballots after " in verified.out


def test_the_copies_are_listed_and_nothing_is_changed(copied: Path, typed: Type) -> None:
    zero_table(copied, "score")
    before = everything_in(copied.parent)
    answer = typed("restore", copied, "--look")

    assert answer.status == 1
    assert "The newest has all that this file has.\n" in answer.out
    assert "43 ballots in" not in answer.err
    assert everything_in(copied.parent) == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE score SET steps = 2 WHERE judge = 'J3' AND team = 'T1' AND criterion = 'impact'",
        "UPDATE journal SET body = replace(body, 'title', 'titlf') WHERE seq = 1",
    ],
)
def test_a_look_says_what_verify_says(change: str, copied: Path, typed: Type) -> None:
    with closing(sqlite3.connect(copied, isolation_level=None)) as other:
        asked = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        guards = other.execute(asked).fetchall()
        for name, _ in guards:
            other.execute(f"DROP TRIGGER {name}")
        assert other.execute(change).rowcount == 1
        for _, made_by in guards:
            other.execute(made_by)
    verified, answer = typed("verify", copied), typed("restore", copied, "--look")

    assert (verified.status, answer.status) == (1, 1)
    assert verified.err
    assert answer.err == verified.err
    assert "can be opened" not in answer.out
    assert "This event isn’t as it was recorded." in answer.out
    assert "newest has all that this file has" in answer.out
    assert typed("restore", copied, "--from", "1").status == 0
    assert typed("verify", copied).status == 0


def test_a_look_at_an_event_as_recorded_finds_nothing(copied: Path, typed: Type) -> None:
    answer = typed("restore", copied, "--look")

    assert (answer.status, answer.err) == (0, "")
    assert "This event can be opened." in answer.out


def test_whoever_names_no_copy_is_told_how_to(copied: Path, typed: Type) -> None:
    cut(copied)
    before = everything_in(copied.parent)
    answer = typed("restore", copied)

    assert answer.out.endswith(
        "To continue from a copy, add --from and its number.\nNothing was changed.\n"
    )
    assert everything_in(copied.parent) == before


@pytest.mark.parametrize(("answered", "is_restored"), [("1", True), ("", False)])
def test_a_person_at_a_terminal_is_asked(
    answered: str, copied: Path, typed: Type, monkeypatch: pytest.MonkeyPatch, *, is_restored: bool
) -> None:
    cut(copied)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: answered)
    answer = typed("restore", copied)

    assert ("Restored at" in answer.out) is is_restored
    assert ("Nothing was changed." in answer.out) is not is_restored


def test_a_copy_that_is_not_there_is_named(copied: Path, typed: Type) -> None:
    cut(copied)
    answer = typed("restore", copied, "--from", "7")

    assert answer.status == 1
    assert "There is no good copy “7”. Choose a number from 1 to 1." in answer.err


def test_an_event_that_can_be_opened_can_be_put_back_too(copied: Path, typed: Type) -> None:
    (copy,) = copied.with_name("sample copies").iterdir()
    answer = typed("restore", copied, "--from", copy)
    desk = open_event(copied)
    last = desk.entries()[-1]
    desk.close()

    assert answer.status == 0
    assert "This event can be opened." in answer.out
    assert last.act == act_name(RestoreEvent)


def test_a_file_that_is_gone_is_restored(copied: Path, typed: Type) -> None:
    copied.unlink()
    answer = typed("restore", copied, "--from", "1")

    assert "This event’s file is missing." in answer.out
    assert "may be in no copy: ask who scored since." in answer.out
    assert "No file to compare with" in answer.out
    assert "; nothing could be compared; ballots after " in answer.out
    assert typed("verify", copied).status == 0


def test_a_file_without_any_copy_says_what_to_do(sample: Path, typed: Type) -> None:
    cut(sample)
    answer = typed("restore", sample)

    assert answer.status == 0
    assert "No good copy was found." in answer.out
    assert "plug it in and look again" in answer.out
