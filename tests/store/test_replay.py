"""The tables follow from the journal alone, whichever acts it holds."""

import sqlite3
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from judging_app.desk.desk import Desk
from judging_app.domain.acts import ACTS, Act, SaveBallot, act_name
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import FIRST, Entry, EntryKey, sealed
from judging_app.domain.subjects import subject
from judging_app.store import journal
from judging_app.store.bodies import body_of
from tests.desk.small_event import ADA, DELIVERY, IMPACT, J1, J2, LANTERN, STARTS_AT, in_memory
from tests.store.replaying import all_rows, replayed
from tests.store.scenarios import SCENARIOS


@pytest.fixture(scope="module", params=ACTS, ids=act_name)
def done(request: pytest.FixtureRequest, template: Path) -> Iterator[tuple[type[Act], Desk]]:
    """An act of every kind, and an event in which it is on the record; only to be looked at."""
    with in_memory(template) as desk:
        SCENARIOS[request.param](desk)
        yield request.param, desk


def test_every_act_has_a_scenario() -> None:
    assert set(SCENARIOS) == set(ACTS)


def test_replaying_the_journal_gives_the_same_tables(done: tuple[type[Act], Desk]) -> None:
    act, desk = done

    assert act_name(act) in {entry.act for entry in desk.entries()}
    assert all_rows(replayed(desk.entries())) == all_rows(desk.file.db)
    assert not desk.file.db.conn.in_transaction


def test_an_entry_that_comes_twice_changes_nothing(done: tuple[type[Act], Desk]) -> None:
    entries = done[1].entries()
    db = replayed(entries)
    once = all_rows(db)

    for entry in entries:
        journal.add(db, entry)

    assert all_rows(db) == once
    assert journal.entries(db) == entries


def test_an_event_file_stays_verified_after_every_act(done: tuple[type[Act], Desk]) -> None:
    assert done[1].verification().findings == ()


def test_replaying_shows_when_a_table_was_written_past_the_journal(desk: Desk) -> None:
    desk.file.db.execute("UPDATE event SET revealed = 1")

    assert all_rows(replayed(desk.entries())) != all_rows(desk.file.db)


def _entry(seq: int, device: str, ballot: Ballot) -> Entry:
    act = SaveBallot(ballot)
    return sealed(
        Entry(
            EntryKey(seq, DeviceId(device)),
            STARTS_AT.isoformat(),
            ADA.key,
            act_name(SaveBallot),
            subject(act),
            body_of(act),
            "",
            "00",
            "",
            FIRST,
            "",
        )
    )


def _draft(impact: int) -> Ballot:
    return Ballot(J1, LANTERN, BallotState.DRAFT, {IMPACT: impact})


def test_of_two_laptops_the_later_ballot_stands_in_whatever_order_they_are_joined(
    new_desk: Desk,
) -> None:
    before = new_desk.entries()
    joined = (
        _entry(30, "aaaaaaaa", _draft(1)),
        _entry(31, "bbbbbbbb", _draft(2)),
        _entry(31, "cccccccc", _draft(3)),
        _entry(29, "dddddddd", _draft(4)),
    )

    outcomes = [all_rows(replayed([*before, *order])) for order in permutations(joined)]

    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert outcomes[0]["score"] == ((J1, LANTERN, IMPACT, 3),)


_ballots = st.builds(
    Ballot,
    st.sampled_from([J1, J2]),
    st.just(LANTERN),
    st.just(BallotState.DRAFT),
    st.dictionaries(st.sampled_from([IMPACT, DELIVERY]), st.integers(1, 10)),
)
_keyed = st.dictionaries(
    st.tuples(st.integers(100, 105), st.sampled_from(["aaaaaaaa", "bbbbbbbb"])),
    _ballots,
    max_size=8,
)


@pytest.fixture(scope="module")
def setting_up(template: Path) -> tuple[Entry, ...]:
    db = Database(sqlite3.connect(f"{template.as_uri()}?mode=ro", uri=True))
    entries = journal.entries(db)
    db.close()
    return entries


@given(data=st.data(), keyed=_keyed)
def test_any_order_of_two_laptops_ballots_gives_the_same_tables(
    setting_up: tuple[Entry, ...], data: st.DataObject, keyed: dict[tuple[int, str], Ballot]
) -> None:
    joined = [_entry(seq, device, ballot) for (seq, device), ballot in sorted(keyed.items())]
    shuffled = data.draw(st.permutations(joined))

    assert all_rows(replayed([*setting_up, *shuffled])) == all_rows(
        replayed([*setting_up, *joined])
    )
