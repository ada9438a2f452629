"""Checking a whole record: what was changed, and who could have changed what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from judging_app.desk.desk import Desk
from judging_app.desk.forgetting.people import forgotten_texts
from judging_app.desk.keeping.restores import restored_texts
from judging_app.desk.record.keys import kept_key, missing, signed_here
from judging_app.desk.scoring import editions
from judging_app.desk.standings import edition_of
from judging_app.domain.acts import BallotAct
from judging_app.domain.journal import SignedHere, receipt
from judging_app.present.organiser.signatures import Proof, lost_text, proof_texts
from judging_app.present.organiser.verification import (
    bare_receipt,
    code_text,
    finding_text,
    receipt_text,
    unknown_code_text,
    verified_text,
    wrong_length_text,
)
from judging_app.present.result.editions import NO_CODE, bare_code
from judging_app.signing import public_key
from judging_app.store import journal
from judging_app.store.bodies import act_of
from judging_app.store.submissions import SUBMITTING, submitting_digests
from judging_app.store.verify import Check, Verification, verify_file


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """What a check of a whole record found, in sentences.

    `summary` and `proof`, whether it was restored and who could have changed what, hold if there is
    no fault. `changed` are the faults of the file itself: for them no result is given.
    """

    changed: tuple[str, ...]
    faults: tuple[str, ...]
    summary: str
    proof: tuple[str, ...]
    found: Verification


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """What a code from paper says of a record that was checked."""

    said: str
    is_known: bool


def check_file(path: Path) -> RecordCheck:
    """Check an event file that nobody has open.

    Raises:
        EventFileError: if it isn't an event file, is newer, or is open elsewhere.
    """
    found = verify_file(path)
    return record_check(found, signed_here(_event(found)))


def new_check(desk: Desk) -> Callable[[object], RecordCheck]:
    """A check of an open event as it is now, to be run on any thread.

    Raises:
        EventFileError: if the file can't be read.
    """
    check = Check(desk.file.db, desk.file.path)
    signed = signed_here(journal.first_digest(desk.file.db))  # as the file is now

    def run(progress: object) -> RecordCheck:
        return record_check(check.run(progress), signed)

    return run


def record_check(found: Verification, signed: Sequence[SignedHere]) -> RecordCheck:
    """What a check found, with what this computer signed of the record before."""
    private = kept_key(_event(found))
    lost = missing(signed, found)
    proof = Proof(
        found.entries,
        found.signed,
        {public_key(private)} if private else frozenset(),
        tuple(one for one in missing(signed, replace(found, restores=())) if one not in lost),
    )
    changed = tuple(finding_text(one.entry, one.what, found.names) for one in found.findings)
    return RecordCheck(
        changed,
        (*changed, *map(lost_text, lost)),
        verified_text(found.entries, found.head),
        (*proof_texts(proof), *restored_texts(found.restores), *forgotten_texts(found.forgets)),
        found,
    )


def _event(found: Verification) -> str:
    return found.digests[0] if found.digests else ""


def code_answer(desk: Desk, checked: RecordCheck, code: str) -> CodeAnswer:
    """Which edition or entry a code from paper belongs to; what to do where it is of none."""
    if not bare_code(code):
        return CodeAnswer(NO_CODE, is_known=False)
    found = checked.found
    said = edition_of(desk, code) or code_text(code, found.digests, found.devices, found.signed)
    said = said or _receipt_said(desk, bare_receipt(code))
    if said:
        return CodeAnswer(said, is_known=True)
    if wrong := wrong_length_text(code):
        return CodeAnswer(wrong, is_known=False)
    without = [one.number for one in editions(desk) if not one.fingerprint]
    return CodeAnswer(unknown_code_text(code, without), is_known=False)


def _receipt_said(desk: Desk, typed: str) -> str:
    """Whose ballot has this receipt, or had it; nothing of what is on the ballot."""
    if not typed:
        return ""
    setup, now = desk.setup(), frozenset(submitting_digests(desk.file.db).values())
    judges = {one.id: one.name for one in setup.judges}
    teams = {one.id: one.name for one in setup.teams}
    said: list[str] = []
    for entry in desk.entries():
        if entry.act not in SUBMITTING or receipt(entry.digest) != typed:
            continue
        act = act_of(entry.act, entry.body)
        if isinstance(act, BallotAct):
            judge, team = act.ballot.judge, act.ballot.team
            names = judges.get(judge, str(judge)), teams.get(team, str(team))
            said.append(receipt_text(typed, *names, entry.time, is_current=entry.digest in now))
    return " ".join(said)
