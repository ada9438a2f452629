"""A record that was rewritten by somebody without the key is found out, and with a code always."""

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from judging_app.desk import events, scoring
from judging_app.desk.record.checking import RecordCheck, check_file, code_answer
from judging_app.domain.acts import AnnounceKey, CloseScoring, SignRecord, SubmitBallot, act_name
from judging_app.domain.event import Phase
from judging_app.domain.journal import Entry, fingerprint
from judging_app.domain.roles import ORGANISER
from judging_app.store.bodies import act_of, body_of
from tests.desk.small_event import bring_to, make_small_event, naming, submit_all
from tests.faults.rewriting import entries_of, rewrite, signed_anew
from tests.faults.row_run import RowRun

TRIALS = 25
_SIGNS, _CLOSES = act_name(SignRecord), act_name(CloseScoring)
_SUBMITS, _ANNOUNCES = act_name(SubmitBallot), act_name(AnnounceKey)

Rewriting = Callable[[list[Entry], random.Random], list[Entry]]


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """An event that was created, scored and closed on this computer."""
    path = tmp_path / "day.pitchday"
    make_small_event(path)
    desk = events.open_event(path)
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    scoring.close_scoring(desk, ORGANISER)
    desk.close()
    return path


@pytest.fixture
def code(closed: Path) -> str:
    """The code that was written down when scoring was closed."""
    return fingerprint(entries_of(closed)[-1].digest)


def _submitted(entries: list[Entry], draw: random.Random) -> int:
    return draw.choice([at for at, one in enumerate(entries) if one.act == _SUBMITS])


def _changed(entries: list[Entry], draw: random.Random) -> list[Entry]:
    """Another score in a submitted ballot."""
    at = _submitted(entries, draw)
    act = act_of(_SUBMITS, entries[at].body)
    assert isinstance(act, SubmitBallot)
    criterion = draw.choice([*act.ballot.scores])
    scores = {**act.ballot.scores, criterion: act.ballot.scores[criterion] + 1}
    entries[at] = replace(
        entries[at], body=body_of(SubmitBallot(replace(act.ballot, scores=scores)))
    )
    return entries


def _without_a_ballot(entries: list[Entry], draw: random.Random) -> list[Entry]:
    """One ballot was never submitted."""
    del entries[_submitted(entries, draw)]
    return entries


def _cut(entries: list[Entry], draw: random.Random) -> list[Entry]:
    """Scoring was never closed, and the last ballots never came."""
    closing = next(at for at, one in enumerate(entries) if one.act == _CLOSES)
    return entries[: closing - draw.randrange(6)]


def _never_signed(entries: list[Entry], draw: random.Random) -> list[Entry]:
    """Another score in a record that has no signature at all."""
    return [one for one in _changed(entries, draw) if one.act not in (_SIGNS, _ANNOUNCES)]


def _signed_by_another(entries: list[Entry], draw: random.Random) -> list[Entry]:
    """Another score, under signatures by a key of the rewriter's own."""
    return signed_anew(_changed(entries, draw))


def _faults_after(closed: Path, rewriting: Rewriting, folder: Path) -> list[RecordCheck]:
    found = []
    for trial in range(TRIALS):
        copy = Path(shutil.copy(closed, folder / "copy.pitchday"))
        before = [one.body for one in entries_of(copy)]
        rewrite(copy, lambda entries: rewriting(entries, random.Random(trial)))  # noqa: B023, S311
        with naming(f"trial {trial}"):
            assert [one.body for one in entries_of(copy)] != before  # it was rewritten
        found.append(check_file(copy))
    return found


@pytest.mark.row(41)
@pytest.mark.parametrize("rewriting", [_changed, _without_a_ballot])
@pytest.mark.parametrize("where", ["here", "on another computer"])
def test_a_rewriter_without_the_key_is_found_by_the_signature(
    rewriting: Rewriting,
    where: str,
    closed: Path,
    own_folder: Path,
    tmp_path: Path,
    row_run: RowRun,
) -> None:
    if where != "here":
        shutil.rmtree(own_folder)

    found = _faults_after(closed, rewriting, tmp_path)

    missed = sum("its signature is of another record" not in " ".join(one.changed) for one in found)
    assert all("sign record" in one.changed[0] for one in found)
    row_run.tried("rewritten records", TRIALS, silent=missed)


@pytest.mark.row(41)
@pytest.mark.parametrize("rewriting", [_cut, _never_signed, _signed_by_another])
def test_a_signature_that_is_gone_is_missed_on_the_computer_that_made_it(
    rewriting: Rewriting, closed: Path, code: str, tmp_path: Path, row_run: RowRun
) -> None:
    found = _faults_after(closed, rewriting, tmp_path)

    told = [one for one in found if code in " ".join(one.faults)]
    assert all(one.changed == () for one in found)  # nothing in the file itself is wrong
    row_run.tried("rewritten records", TRIALS, silent=TRIALS - len(told))


@pytest.mark.row(41)
@pytest.mark.parametrize(
    "rewriting", [_changed, _without_a_ballot, _cut, _never_signed, _signed_by_another]
)
def test_a_code_from_paper_finds_every_rewriting_on_any_computer(
    rewriting: Rewriting,
    closed: Path,
    code: str,
    own_folder: Path,
    tmp_path: Path,
    row_run: RowRun,
) -> None:
    shutil.rmtree(own_folder)
    desk = events.open_event(closed)
    untouched = code_answer(desk, check_file_of(closed, tmp_path), code)
    assert untouched.is_known

    found = _faults_after(closed, rewriting, tmp_path)

    known = sum(code_answer(desk, one, code).is_known for one in found)
    desk.close()
    row_run.tried("rewritten records", TRIALS, silent=known)


def check_file_of(path: Path, folder: Path) -> RecordCheck:
    """What a check of a copy finds, for a file that is open."""
    return check_file(Path(shutil.copy(path, folder / "untouched.pitchday")))


@pytest.mark.row(42)
def test_a_signature_of_another_event_is_refused(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pitchday"
    make_small_event(other)
    desk = events.open_event(other)
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    scoring.close_scoring(desk, ORGANISER)
    desk.close()
    theirs = {one.act: one.body for one in entries_of(other)}

    rewrite(closed, lambda entries: _with_bodies(entries, theirs, _SIGNS))

    assert _what(closed) == ["its signature is one of another event"]


@pytest.mark.row(42)
def test_a_signature_from_earlier_in_the_record_is_refused(closed: Path) -> None:
    desk = events.open_event(closed)
    scoring.reopen_scoring(desk, ORGANISER, "A ballot came late.")
    scoring.close_scoring(desk, ORGANISER)
    desk.close()
    first = next(one.body for one in entries_of(closed) if one.act == _SIGNS)

    rewrite(closed, lambda entries: [*entries[:-1], replace(entries[-1], body=first)])

    assert _what(closed) == ["its signature is of another record than the one before it"]


@pytest.mark.row(42)
def test_one_changed_digit_of_a_signature_is_refused(closed: Path, row_run: RowRun) -> None:
    untouched, digits = closed.read_bytes(), 128
    for digit in range(digits):
        closed.write_bytes(untouched)
        rewrite(closed, lambda entries: [*entries[:-1], _other_digit(entries[-1], digit)])  # noqa: B023

        assert _what(closed) == ["its signature is wrong"], digit
    row_run.tried("changed signatures", digits)


@pytest.mark.row(42)
def test_a_signature_by_a_key_that_was_never_announced_is_refused(closed: Path) -> None:
    rewrite(closed, lambda entries: signed_anew(entries, announces=False))

    assert _what(closed) == ["it is signed with a key that the record doesn’t announce"]


@pytest.mark.row(42)
def test_a_closing_whose_signature_was_taken_out_is_refused(closed: Path) -> None:
    rewrite(closed, lambda entries: [one for one in entries if one.act != _SIGNS])

    assert _what(closed) == ["it isn’t signed, though the event has a key"]


def test_the_signature_comes_right_after_what_it_signs(closed: Path) -> None:
    acts = [one.act for one in entries_of(closed)]

    assert (_CLOSES, _SIGNS) in pairwise(acts)
    assert check_file(closed).faults == ()


def _what(path: Path) -> list[str]:
    return [one.what for one in check_file(path).found.findings]


def _with_bodies(entries: list[Entry], bodies: dict[str, str], act: str) -> list[Entry]:
    return [replace(one, body=bodies[act]) if one.act == act else one for one in entries]


def _other_digit(entry: Entry, at: int) -> Entry:
    act = act_of(entry.act, entry.body)
    assert isinstance(act, SignRecord)
    other = "0" if act.signature[at] != "0" else "1"
    wrong = act.signature[:at] + other + act.signature[at + 1 :]
    return replace(entry, body=body_of(replace(act, signature=wrong)))
