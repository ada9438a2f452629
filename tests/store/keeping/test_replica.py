"""Whether a copy's tables follow from its journal is asked of the event followed so far."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from judging_app.desk import ballots, events
from judging_app.desk.desk import Desk
from judging_app.store.keeping.replica import Replica
from tests.desk.small_event import ADA, IMPACT, J1, LANTERN, make_small_event, submit_all


def _content(desk: Desk) -> bytes:
    return desk.file.db.conn.serialize()


def _altered(content: bytes, *statements: str) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as held:
        held.deserialize(content)
        for statement in statements:
            assert held.execute(statement).rowcount != 0, statement
        return held.serialize()


NO_GUARD = "DROP TRIGGER journal_is_never_changed"


def test_an_event_agrees_as_it_grows_entry_by_entry(desk: Desk) -> None:
    replica, seen = Replica(), []
    for score in range(1, 6):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, score)
        seen.append(replica.agrees(_content(desk)))
    submit_all(desk)

    assert [*seen, replica.agrees(_content(desk))] == [True] * 6


@pytest.mark.parametrize(
    "statements",
    [
        ["UPDATE score SET steps = 1"],
        ["DELETE FROM score"],
        ["UPDATE event SET title = 'Another'"],
        ["CREATE TABLE more (id TEXT)"],
        [NO_GUARD, "UPDATE journal SET reason = 'because' WHERE seq = 3"],
        [NO_GUARD, "UPDATE journal SET body = CAST(x'ff' AS TEXT) WHERE seq = 3"],
    ],
)
def test_whatever_was_changed_by_hand_does_not_agree(statements: list[str], desk: Desk) -> None:
    submit_all(desk)
    content = _content(desk)
    was_good = Replica().agrees(content)
    knowing = Replica()
    knowing.agrees(content)

    assert was_good
    assert not Replica().agrees(_altered(content, *statements))
    assert not knowing.agrees(_altered(content, *statements))
    assert knowing.agrees(content)  # it has learnt nothing from what was wrong


@pytest.mark.parametrize(
    "spoilt", [lambda _: b"", lambda c: c[:-4096], lambda c: c[:4096] + bytes(8192) + c[12288:]]
)
def test_bytes_that_are_no_whole_event_do_not_agree(
    spoilt: Callable[[bytes], bytes], desk: Desk
) -> None:
    assert not Replica().agrees(spoilt(_content(desk)))


def test_another_event_does_not_agree_with_what_was_followed(desk: Desk, tmp_path: Path) -> None:
    replica = Replica()
    was_good = replica.agrees(_content(desk))
    make_small_event(tmp_path / "other.pitchday")
    other = events.open_event(tmp_path / "other.pitchday")
    try:
        agrees = replica.agrees(_content(other))
    finally:
        other.close()

    assert was_good
    assert not agrees


def test_a_lack_of_memory_says_nothing_of_a_copy(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    replica, content = Replica(), _content(desk)

    def fail(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(Replica, "_follow", fail)
        with pytest.raises(MemoryError):
            replica.agrees(content)
    assert replica.agrees(content)
