"""A file that was changed past the journal is found out, and the entry is named."""

import shutil
import sqlite3
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.desk import ballots, decisions, events, scoring, sign_in
from judging_app.domain.event import Phase
from judging_app.domain.journal import fingerprint
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.errors import EventFileError
from judging_app.present.organiser.verification import finding_text
from judging_app.store.verify import Finding, Verification, verify_file
from tests.desk.priced_event import PRICE, take_in_price
from tests.desk.small_event import (
    ADA,
    DELIVERY,
    HERON,
    IMPACT,
    J1,
    J2,
    LANTERN,
    PERCH,
    Clock,
    bring_to,
    files_in,
    score_wholly,
    submit_all,
    submit_wholly,
)
from tests.store.scenarios import BEST_PITCH, CHOICE

_REASON = "Her sister pitches with them."
_TIME = b"2019-03-15T10:41:23.000000+00:00"


@pytest.fixture
def scored_path(small_path: Path) -> Path:
    """A closed file with a submitted ballot, a draft, a recusal and a refusal at the end."""
    clock = Clock()
    desk = events.open_event(small_path, clock)
    bring_to(desk, Phase.SCORING)
    clock.pass_s(6083)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    clock.pass_s(60)
    submit_wholly(desk, J2, PERCH)
    ballots.recuse(desk, HOST, J1, PERCH, _REASON)
    score_wholly(desk, J2, LANTERN)
    sign_in.sign_out(desk, ADA)
    with pytest.raises(Exception, match="can’t submit"):
        ballots.submit(desk, HOST, J1, LANTERN)
    desk.close()
    return small_path


def _by_hex_editor(path: Path, found: bytes, instead: bytes, place: int = 0) -> None:
    """Overwrite one occurrence of `found`, as no trigger and no checksum of SQLite sees."""
    whole = path.read_bytes()
    assert len(found) == len(instead)
    at = -1
    for _ in range(place + 1):
        at = whole.index(found, at + 1)
    path.write_bytes(whole[:at] + instead + whole[at + len(found) :])
    assert sum(a != b for a, b in zip(whole, path.read_bytes(), strict=True)) == 1


def _read(path: Path, query: str) -> object:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchone()[0]
    finally:
        connection.close()


def _by_sql(path: Path, *statements: str) -> None:
    """Change the file as someone with SQLite's shell would who takes the triggers off first."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount > 0
        for _, sql in triggers:
            connection.execute(sql)
    finally:
        connection.close()


def _named(verification: Verification) -> set[tuple[int, str]]:
    return {
        (finding.entry.key.seq, finding.entry.act)
        for finding in verification.findings
        if finding.entry
    }


def _words(findings: tuple[Finding, ...]) -> str:
    return "\n".join(finding.what for finding in findings)


def _told(verification: Verification) -> str:
    return "\n".join(
        finding_text(one.entry, one.what, verification.names) for one in verification.findings
    )


def _number(path: Path, act: str, subject: str) -> int:
    """The number of the last entry of this act about this subject."""
    found = _read(
        path, f"SELECT max(seq) FROM journal WHERE act = '{act}' AND subject = '{subject}'"
    )
    assert isinstance(found, int)
    return found


def test_an_untouched_file_has_no_findings(scored_path: Path) -> None:
    before = files_in(scored_path.parent)

    verification = verify_file(scored_path)

    assert verification.findings == ()
    assert verification.entries == _read(scored_path, "SELECT count(*) FROM journal")
    assert files_in(scored_path.parent) == before


@pytest.mark.row(36, 40)
def test_one_byte_of_a_score_in_its_table_names_the_entry_that_wrote_it(
    scored_path: Path,
) -> None:
    # a record of the table: the three keys as text, then the score as one byte
    _by_hex_editor(scored_path, b"J1T1impact\x07", b"J1T1impact\x09")

    assert _read(scored_path, "SELECT steps FROM score WHERE judge = 'J1'") == 9
    verification = verify_file(scored_path)
    assert _named(verification) == {
        (_number(scored_path, "save ballot", "ballot J1/T1"), "save ballot")
    }
    assert "Impact: the score was changed after it was recorded" in _words(verification.findings)


@pytest.mark.row(36)
def test_one_byte_of_a_score_in_the_journal_names_that_entry(scored_path: Path) -> None:
    seq = _number(scored_path, "save ballot", "ballot J1/T1")
    _by_hex_editor(
        scored_path,
        b'"judge":"J1","keyed_by":"","reason":"","scores":{"impact":7}',
        b'"judge":"J1","keyed_by":"","reason":"","scores":{"impact":9}',
    )

    assert '"impact":9' in str(_read(scored_path, f"SELECT body FROM journal WHERE seq = {seq}"))
    verification = verify_file(scored_path)
    assert _named(verification) == {(seq, "save ballot")}
    assert "its content was changed" in _words(verification.findings)


@pytest.mark.parametrize(
    ("column", "found", "instead"),
    [
        # the text stands in the entry's body too; the column follows it
        ("reason", _REASON.encode(), _REASON.replace("Her", "Hes").encode()),
        ("at", _TIME, _TIME.replace(b"10:41", b"10:11")),
        ("actor", b"judge:J1save", b"judge:J3save"),
    ],
)
def test_one_byte_of_why_when_or_who_names_that_entry(
    scored_path: Path, column: str, found: bytes, instead: bytes
) -> None:
    act, subject = (
        ("recuse judge", "ballot J1/T2") if column == "reason" else ("save ballot", "ballot J1/T1")
    )
    seq = _number(scored_path, act, subject)
    query = f"SELECT {column} FROM journal WHERE seq = {seq}"
    before = _read(scored_path, query)
    places = scored_path.read_bytes().count(found)
    untouched = scored_path.read_bytes()
    for place in range(places):
        scored_path.write_bytes(untouched)
        _by_hex_editor(scored_path, found, instead, place)
        if _read(scored_path, query) != before:
            break

    assert _read(scored_path, query) != before
    verification = verify_file(scored_path)
    assert (seq, act) in _named(verification)
    assert "who, when, what or why was changed" in _words(verification.findings)


@pytest.mark.row(36)
def test_every_byte_of_a_ballots_entry_is_covered(scored_path: Path) -> None:
    seq = _number(scored_path, "save ballot", "ballot J1/T1")
    columns = ("device", "at", "actor", "act", "subject", "body", "reason", "salt", "digest")

    for column in (*columns, "body_digest", "previous"):
        copy = Path(shutil.copy(scored_path, scored_path.with_name(f"{column}.pitchday")))
        _by_sql(copy, f"UPDATE journal SET {column} = {column} || 'x' WHERE seq = {seq}")

        assert seq in {number for number, _ in _named(verify_file(copy))}, column


@pytest.mark.row(40)
def test_an_entry_taken_out_of_the_middle_names_the_one_after_it(scored_path: Path) -> None:
    seq = _number(scored_path, "save ballot", "ballot J1/T1")
    _by_sql(scored_path, f"DELETE FROM journal WHERE seq = {seq}")

    verification = verify_file(scored_path)

    assert seq + 1 in {number for number, _ in _named(verification)}
    assert "the entry before it was changed or removed" in _words(verification.findings)


@pytest.mark.row(40)
def test_two_entries_swapped_are_both_named(scored_path: Path) -> None:
    seq = _number(scored_path, "save ballot", "ballot J1/T1")
    _by_sql(
        scored_path,
        f"UPDATE journal SET seq = 999 WHERE seq = {seq}",
        f"UPDATE journal SET seq = {seq} WHERE seq = {seq + 1}",
        f"UPDATE journal SET seq = {seq + 1} WHERE seq = 999",
    )

    assert {seq, seq + 1} <= {number for number, _ in _named(verify_file(scored_path))}


@pytest.mark.row(40)
def test_an_entry_added_by_hand_is_named(scored_path: Path) -> None:
    _by_sql(
        scored_path,
        "INSERT INTO journal SELECT device, 999, at, actor, act, subject, body, reason, salt,"
        " body_digest, previous, 'x' FROM journal WHERE act = 'save ballot' LIMIT 1",
    )

    assert (999, "save ballot") in _named(verify_file(scored_path))


@pytest.mark.row(40)
@pytest.mark.parametrize(
    ("statement", "act", "words"),
    [
        (("UPDATE score SET steps = 10 WHERE judge = 'J2' AND team = 'T2'"
         " AND criterion = 'impact'"), "submit ballot",
         "ballot of Bo Lund for Perch): Impact: the score was changed"),
        ("DELETE FROM score WHERE judge = 'J2' AND team = 'T2'", "submit ballot", "missing"),
        ("UPDATE ballot SET state = 'submitted' WHERE judge = 'J1' AND team = 'T1'",
         "save ballot", "ballot of Ada Reed for Lantern): table ballot: the row"),
        ("UPDATE ballot SET for_team = 'Well done' WHERE judge = 'J2' AND team = 'T2'",
         "submit ballot", "ballot of Bo Lund for Perch): table ballot: the row"),
        ("INSERT INTO ballot VALUES ('J3', 'T3', 'absent', '', '', '', '', 1, 'x')", None,
         "not in the record"),
        ("UPDATE participant SET name = 'Somebody Else' WHERE id = 'P1'", "set up",
         "table participant, P1"),
        ("UPDATE criterion SET weight = '61' WHERE id = 'impact'", "set up",
         "table criterion, Impact"),
        ("UPDATE sign_in SET pin_hash = 'x' WHERE holder = 'judge:J1'", "set pin", "judge:J1"),
        ("UPDATE event SET method = 'adjusted'", "open scoring", "table event"),
    ],
)  # fmt: skip
def test_a_table_edited_by_hand_names_the_entry_that_last_wrote_the_row(
    scored_path: Path, statement: str, act: str | None, words: str
) -> None:
    _by_sql(scored_path, statement)

    verification = verify_file(scored_path)

    assert {named for _, named in _named(verification)} == ({act} if act else set())
    assert words in _told(verification)


@pytest.fixture
def decided_path(small_path: Path) -> Path:
    """A closed file in which everything is decided that can be."""
    desk = events.open_event(small_path, Clock())
    take_in_price(desk)
    named = DeclaredTieBreak(TieRule.NAMED_CRITERION, DELIVERY)
    decisions.declare_tie_breaks(desk, ORGANISER, [named])
    decisions.declare_award(desk, ORGANISER, BEST_PITCH)
    decisions.declare_award(desk, ORGANISER, CHOICE)
    scoring.open_scoring(desk, HOST)
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    decisions.exclude(desk, HOST, HERON, Exclusion.WITHDRAWN, "Two are ill.")
    decisions.set_penalty(desk, HOST, LANTERN, Fraction(5, 2), "Ran over.")
    decisions.enter_points(desk, ORGANISER, PERCH, PRICE, 5)
    decisions.enter_points(desk, ORGANISER, LANTERN, PRICE, 5)
    decisions.agree_score(desk, ORGANISER, J1, PERCH, IMPACT, 8, "Misheard.")
    decisions.decide_award(desk, ORGANISER, CHOICE.id, [PERCH], "The bravest.")
    decisions.decide_order(desk, ORGANISER, [[PERCH, LANTERN]], "Two stood out.")
    decisions.agree_score(desk, ORGANISER, J2, PERCH, IMPACT, 8, "Misheard.")
    decisions.exclude(desk, HOST, LANTERN, Exclusion.WITHDRAWN, "Left.")
    decisions.restore(desk, HOST, LANTERN, "Back.")
    scoring.publish(desk, ORGANISER)
    desk.close()
    return small_path


@pytest.mark.row(40)
@pytest.mark.parametrize(
    ("statement", "act", "words"),
    [
        ("UPDATE penalty SET points = '1/2'", "set penalty", "table penalty, Lantern: the row was"),
        ("DELETE FROM penalty", "set penalty", "table penalty, Lantern: the row is missing"),
        ("UPDATE decided_order SET level = 2 WHERE team = 'T1'", "decide order",
         "table decided_order, Lantern"),
        ("UPDATE decided_order SET reason = 'One stood out.'", "decide order",
         "table decided_order, Perch"),
        ("DELETE FROM decided_order", "decide order", "the row is missing"),
        ("UPDATE agreed_score SET after = 10", "agree score",
         "ballot of Ada Reed for Perch): table agreed_score, Impact"),
        ("UPDATE agreed_score SET before = 8", "agree score",
         "ballot of Ada Reed for Perch): table agreed_score, Impact"),
        ("DELETE FROM agreed_score", "agree score", "the row is missing"),
        ("DELETE FROM team_exclusion", "exclude team", "table team_exclusion, Heron"),
        ("UPDATE team_points SET score = 20", "enter points", "table team_points, Perch, Price"),
        ("UPDATE award_winner SET team = 'T1'", "decide award",
         "table award_winner, Panel’s choice, Lantern"),
        ("UPDATE award_criterion SET criterion = 'impact'", "declare award",
         "table award_criterion, Best pitch, Impact"),
        (("UPDATE score SET steps = 9 WHERE judge = 'J2' AND team = 'T2'"
         " AND criterion = 'impact'"), "submit ballot",
         "ballot of Bo Lund for Perch): Impact: the score was changed"),
    ],
)  # fmt: skip
def test_a_decision_edited_by_hand_names_the_entry_that_recorded_it(
    decided_path: Path, statement: str, act: str, words: str
) -> None:
    assert verify_file(decided_path).findings == ()
    _by_sql(decided_path, statement)

    verification = verify_file(decided_path)

    assert {named for _, named in _named(verification)} == {act}
    assert words in _told(verification)


def test_a_decision_edited_in_the_journal_names_that_entry(decided_path: Path) -> None:
    _by_hex_editor(decided_path, b'"order":[["T2","T1"]]', b'"order":[["T3","T1"]]')

    verification = verify_file(decided_path)

    assert _named(verification) == {
        (_number(decided_path, "decide order", "event"), "decide order")
    }
    assert "its content was changed" in _words(verification.findings)


@pytest.mark.row(41)
def test_a_record_cut_at_its_end_shows_in_the_record_code_alone(scored_path: Path) -> None:
    before = verify_file(scored_path)
    _by_sql(
        scored_path,
        "DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)",
    )

    after = verify_file(scored_path)

    assert after.findings == ()  # the last entry was a refusal, which no table follows from
    assert after.entries == before.entries - 1
    assert fingerprint(after.head) != fingerprint(before.head)


@pytest.mark.row(41)
def test_a_record_cut_by_a_ballot_shows_in_the_tables(scored_path: Path) -> None:
    seq = _number(scored_path, "save ballot", "ballot J2/T1")
    _by_sql(scored_path, f"DELETE FROM journal WHERE seq >= {seq}")

    assert "ballot of Bo Lund for Lantern): table score, Pitch delivery: the row" in _told(
        verify_file(scored_path)
    )


def test_a_trigger_taken_off_is_found(scored_path: Path) -> None:
    connection = sqlite3.connect(scored_path)
    connection.execute("DROP TRIGGER journal_is_never_cut")
    connection.close()

    assert "journal_is_never_cut is missing" in _words(verify_file(scored_path).findings)
    with pytest.raises(EventFileError, match="damaged"):
        events.open_event(scored_path)


@pytest.mark.row(37)
def test_a_file_torn_inside_is_found_or_refused_and_never_passed(scored_path: Path) -> None:
    whole = scored_path.read_bytes()
    for page in range(4096, len(whole), 4096):
        scored_path.write_bytes(whole[:page] + b"\xa5" * 4096 + whole[page + 4096 :])

        assert verify_file(scored_path).findings, f"page at byte {page}"


def _busy(path: Path) -> sqlite3.Connection:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    return other


@pytest.mark.parametrize("act", [verify_file, events.open_event], ids=["verify", "open"])
def test_a_file_busy_in_another_program_is_not_called_damaged(
    scored_path: Path, act: Callable[[Path], object]
) -> None:
    other = _busy(scored_path)

    with pytest.raises(EventFileError, match="in use by another program"):
        act(scored_path)
    other.close()
    assert verify_file(scored_path).findings == ()
