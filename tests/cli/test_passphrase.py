"""The passphrase that the command line asks for before it shows or changes what is secret."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from judging_app.cli import passphrase as asking
from judging_app.desk import events
from judging_app.desk.access import passphrase
from judging_app.desk.keeping import copies
from judging_app.domain.roles import ORGANISER
from tests.cli.test_pins import printed_pins
from tests.cli.typing_words import Answer, Type, everything_in
from tests.desk.keeping.spoiling import cut
from tests.desk.small_event import PASSPHRASE

SECRET: dict[str, tuple[str, ...]] = {
    "standings": (),
    "explain": ("T1", "T2"),
    "check": (),
    "checks": (),
    "agreement": (),
    "ballots": (),
    "certificates": ("papers",),
    "score-sheets": ("papers",),
    "comments": (),
    "feedback": ("papers",),
    "paper": ("papers", "--which", "signs"),
    "record": ("papers",),
    "pins": (),
}
"""Every command that shows a score, a result or who has a PIN, with what it takes."""


@pytest.fixture
def guarded(sample: Path) -> Path:
    """The sample, whose organiser set a passphrase."""
    desk = events.open_event(sample)
    passphrase.set_passphrase(desk, ORGANISER, PASSPHRASE)
    desk.close()
    return sample


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    """A file with a passphrase in its first line."""

    def write(words: str) -> Path:
        path = tmp_path / "passphrase.txt"
        path.write_text(f"{words}\nand a second line\n", encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("command", SECRET)
def test_a_command_says_nothing_to_whoever_does_not_know_the_passphrase(
    command: str, guarded: Path, typed: Type, written: Callable[[str], Path]
) -> None:
    nobody_there = typed(command, guarded, *SECRET[command])
    wrong = written("none of mine at all")
    answer = typed(command, guarded, *SECRET[command], "--passphrase-file", wrong)
    right = written(PASSPHRASE)
    told = typed(command, guarded, *SECRET[command], "--passphrase-file", right)

    nobody_there.assert_refused("This event has a passphrase", "--passphrase-file")
    answer.assert_refused("That passphrase is wrong")
    assert "passphrase" not in told.err


def test_a_copy_of_the_file_asks_for_it_as_the_file_does(guarded: Path, typed: Type) -> None:
    copy = Path(shutil.copy(guarded, guarded.with_name("x.pitchday")))

    typed("ballots", copy).assert_refused("This event has a passphrase")


def test_without_one_every_command_works_as_before(sample: Path, typed: Type) -> None:
    before = everything_in(sample.parent)

    assert typed("standings", sample).status == 0
    assert everything_in(sample.parent) == before


@pytest.mark.parametrize("command", ["verify", "copy"])
def test_what_shows_nothing_secret_asks_for_nothing(
    command: str, guarded: Path, typed: Type
) -> None:
    assert typed(command, guarded).status == 0


def test_no_pin_is_changed_without_it(
    guarded: Path, typed: Type, written: Callable[[str], Path]
) -> None:
    refused = typed("pins", guarded, "organiser", "--new", "--yes")
    file = written(PASSPHRASE)
    given = typed("pins", guarded, "organiser", "--new", "--yes", "--passphrase-file", file)

    refused.assert_refused("This event has a passphrase")
    assert list(printed_pins(given.out)) == ["organiser"]


def test_tries_are_counted_from_one_command_to_the_next(
    guarded: Path, typed: Type, written: Callable[[str], Path]
) -> None:
    wrong = written("none of mine at all")
    answers: list[Answer] = [
        typed("standings", guarded, "--passphrase-file", wrong) for _ in range(6)
    ]

    assert ["wrong." in one.err for one in answers] == [True] * 5 + [False]
    answers[-1].assert_refused("Too many wrong passphrases", "15 seconds")


def test_in_a_terminal_it_is_asked_for(
    guarded: Path, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return PASSPHRASE

    monkeypatch.setattr(asking, "is_somebody_there", lambda: True)
    monkeypatch.setattr(asking, "getpass", answer)

    assert typed("standings", guarded).status == 0
    assert asked == ["Passphrase: "]


def test_it_is_set_changed_and_removed(
    sample: Path, typed: Type, written: Callable[[str], Path]
) -> None:
    made = typed("passphrase", sample, "--new-file", written("a first one of mine"))
    no_old = typed("passphrase", sample, "--new-file", written(PASSPHRASE))
    old = Path(shutil.copy(written("a first one of mine"), sample.with_name("old.txt")))
    new = written(PASSPHRASE)
    changed = typed("passphrase", sample, "--new-file", new, "--passphrase-file", old)
    asks_for_it = typed("standings", sample)
    removed = typed("passphrase", sample, "--remove", "--passphrase-file", new)

    assert "The passphrase is set. Copies that were made before don’t ask for it" in made.out
    no_old.assert_refused("This event has a passphrase")
    assert changed.status == 0
    asks_for_it.assert_refused("This event has a passphrase")
    assert "was removed" in removed.out
    assert typed("standings", sample).status == 0


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"short", "12 to 200 characters"), (b"\xff\xfe", "not plain text"), (b"", "12 to 200")],
)
def test_a_file_with_no_passphrase_in_it_is_refused(
    content: bytes, why: str, sample: Path, typed: Type, tmp_path: Path
) -> None:
    file = tmp_path / "new.txt"
    file.write_bytes(content)

    typed("passphrase", sample, "--new-file", file).assert_refused(why)
    typed("passphrase", sample, "--new-file", tmp_path / "none").assert_refused("none")
    typed("passphrase", sample).assert_refused("Nobody can be asked", "--new-file")


def test_typed_twice_and_not_the_same_it_changes_nothing(
    sample: Path, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([PASSPHRASE, "another one of mine", PASSPHRASE, PASSPHRASE])
    monkeypatch.setattr(asking, "is_somebody_there", lambda: True)
    monkeypatch.setattr(asking, "getpass", lambda _: next(answers))

    typed("passphrase", sample).assert_refused("not the same")
    assert typed("passphrase", sample).status == 0


def test_nobody_restores_an_event_without_the_passphrase_of_its_newest_copy(
    guarded: Path, typed: Type, written: Callable[[str], Path]
) -> None:
    with closing(events.open_event(guarded)) as desk:
        copies.copy_now(desk)
    cut(guarded)
    before = everything_in(guarded.parent)
    nobody_there = typed("restore", guarded, "--from", "1")
    wrong = written("none of mine at all")
    refused = typed("restore", guarded, "--from", "1", "--passphrase-file", wrong)
    wrong.unlink()

    assert (nobody_there.status, refused.status) == (1, 1)
    assert "This event has a passphrase" in nobody_there.err
    assert "That passphrase is wrong" in refused.err
    assert everything_in(guarded.parent) == before
    right = written(PASSPHRASE)
    assert typed("restore", guarded, "--from", "1", "--passphrase-file", right).status == 0
