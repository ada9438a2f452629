"""`judging-app verify`."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from judging_app.desk.ballots import every_receipt
from judging_app.desk.events import open_event
from judging_app.present.organiser.signatures import NOTHING_SIGNED
from tests.cli.typing_words import Type


@pytest.fixture
def unguarded(sample: Path) -> Iterator[sqlite3.Connection]:
    """The sample opened by someone who has taken the guards of its journal away."""
    with closing(sqlite3.connect(sample, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        kept = triggers.fetchall()
        for name, _ in kept:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection


def test_a_file_as_recorded_is_said_to_be_so_with_its_record(sample: Path, typed: Type) -> None:
    answer = typed("verify", sample)

    said = re.fullmatch(
        r"63 entries checked, none changed\. Record (\w{4}(-\w{4}){3})\n(.+)\n", answer.out
    )
    assert (answer.status, answer.err) == (0, "")
    assert said
    assert said[1] in typed("standings", sample).out
    assert said[3] == NOTHING_SIGNED


def test_a_changed_score_names_the_entry_that_recorded_it(
    sample: Path, typed: Type, unguarded: sqlite3.Connection
) -> None:
    unguarded.execute(
        "UPDATE score SET steps = 2 WHERE judge = 'J3' AND team = 'T1' AND criterion = 'impact'"
    )
    unguarded.close()

    answer = typed("verify", sample)

    assert (answer.status, answer.out) == (1, "")
    assert re.search(
        r"^Entry \d+ \(\d\d:\d\d on \d+ \w+ \d{4}, organiser, take in ballot, ballot of "
        r"Dr Amara Nwosu for Team Lantern\): Impact on the people who use the service: the score "
        r"was changed after it was recorded\.$",
        answer.err,
        re.MULTILINE,
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("at", "tomorrow"), ("at", "9999-99-99T99:99:99"), ("actor", "nobody\u001b[31m\n")),
        *(("act", "x" * 5000), ("subject", ""), ("body", "{}")),
        *(("previous", "0" * 64), ("digest", "f" * 64), ("salt", "")),
    ],
    ids=lambda value: value[:12].encode("unicode_escape").decode(),
)
def test_a_changed_entry_is_named_whatever_was_changed_in_it(
    sample: Path, typed: Type, unguarded: sqlite3.Connection, column: str, value: str
) -> None:
    unguarded.execute(f"UPDATE journal SET {column} = ? WHERE seq = 5", [value])
    unguarded.close()

    answer = typed("verify", sample)

    lines = answer.err.splitlines()
    assert (answer.status, answer.out) == (1, "")
    assert any(line.startswith("Entry 5 (") for line in lines)
    assert all(line.endswith(".") and line.isprintable() for line in lines)
    assert all(len(line) < 500 for line in lines)
    assert "went wrong" not in answer.err


def test_an_entry_taken_out_is_noticed_at_the_next(
    sample: Path, typed: Type, unguarded: sqlite3.Connection
) -> None:
    unguarded.execute("DELETE FROM journal WHERE seq = 5")
    unguarded.close()

    answer = typed("verify", sample)

    assert answer.status == 1
    assert re.search(
        "^Entry 6 .*the entry before it was changed or removed\\.$", answer.err, re.MULTILINE
    )


def test_an_entry_nested_beyond_reading_is_damage(
    sample: Path, typed: Type, unguarded: sqlite3.Connection
) -> None:
    unguarded.execute("UPDATE journal SET body = ? WHERE seq = 5", ["[" * 100_000])
    unguarded.close()

    answer = typed("verify", sample)

    assert answer.status == 1
    assert "went wrong" not in answer.err
    assert "sample.pitchday" in answer.err or "Entry 5 (" in answer.err


def test_a_code_is_found_however_it_is_typed(sample: Path, typed: Type) -> None:
    code = re.search(r"Record (\S+)", typed("verify", sample).out)
    assert code
    spaced = code[1].replace("-", " ").replace("0", "o").replace("1", "l").lower()

    for said in (code[1], spaced, f"Record {code[1]}", f"record code: {spaced}"):
        answer = typed("verify", sample, "--code", said)

        assert (answer.status, answer.err) == (0, "")
        assert f"{code[1]} is the code of entry 63; it is the last entry." in answer.out
        assert "Nothing up to entry 63 was changed since that paper was made." in answer.out


@pytest.mark.parametrize("nothing", ["", "  ", " - "])
def test_no_code_is_asked_for_in_a_whole_sentence(nothing: str, sample: Path, typed: Type) -> None:
    answer = typed("verify", sample, "--code", nothing)

    assert answer.status == 1
    assert answer.err == "No code was given. Type the four groups from the foot of a paper.\n"


def test_a_code_of_no_entry_is_refused_in_its_groups(sample: Path, typed: Type) -> None:
    answer = typed("verify", sample, "--code", "abcd efgh jkmn pqrs")

    assert answer.status == 1
    assert answer.err == (
        "No result and no entry in this file has the code ABCD-EFGH-JKMN-PQRS. Check for a "
        "typing mistake first. If there is none, the paper belongs to another file, or this file "
        "was shortened or rewritten.\n"
    )


def test_a_receipt_says_whose_ballot_it_is_of_and_no_score(sample: Path, typed: Type) -> None:
    desk = open_event(sample)
    (judge, team), letters = next(iter(every_receipt(desk).items()))
    names = [one.name for one in desk.setup().judges if one.id == judge]
    names += [one.name for one in desk.setup().teams if one.id == team]
    desk.close()

    answer = typed("verify", sample, "--code", f"receipt {letters.lower()}")

    assert answer.status == 0
    assert f"{letters} is the receipt of {names[0]}’s ballot for {names[1]}, submit" in answer.out


def test_what_has_not_the_length_of_a_code_is_taken_for_a_typing_mistake(
    sample: Path, typed: Type
) -> None:
    assert "too short" in typed("verify", sample, "--code", "7K2M-QX3F").err
    assert "Check for a typing mistake" in typed("verify", sample, "--code", "BBBBB").err
