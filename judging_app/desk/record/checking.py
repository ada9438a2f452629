"""Checking a whole record: what was changed, and who could have changed what."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from judging_app.desk.desk import Desk
from judging_app.desk.record.keys import kept_key, signed_here
from judging_app.desk.scoring import editions
from judging_app.desk.standings import edition_of
from judging_app.present.organiser.signatures import Proof, lost_text, proof_texts
from judging_app.present.organiser.verification import (
    code_text,
    finding_text,
    unknown_code_text,
    verified_text,
)
from judging_app.present.result.editions import NO_CODE, bare_code
from judging_app.signing import public_key
from judging_app.store.verify import Check, Verification, verify_file


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """What a check of a whole record found, in sentences.

    `summary` and `proof`, who could have changed what, hold if there is no fault. `changed` are
    the faults of the file itself: for them no result is given.
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
    return record_check(verify_file(path))


def new_check(desk: Desk) -> Callable[[object], RecordCheck]:
    """A check of an open event as it is now, to be run on any thread.

    Raises:
        EventFileError: if the file can't be read.
    """
    check = Check(desk.file.db, desk.file.path)

    def run(progress: object) -> RecordCheck:
        return record_check(check.run(progress))

    return run


def record_check(found: Verification) -> RecordCheck:
    """What a check found, with what this computer knows of the record's signatures."""
    event = found.digests[0] if found.digests else ""
    private = kept_key(event)
    proof = Proof(
        found.entries,
        found.signed,
        {public_key(private)} if private else frozenset(),
        tuple(one for one in signed_here(event) if one.digest not in set(found.digests)),
    )
    changed = tuple(finding_text(one.entry, one.what) for one in found.findings)
    return RecordCheck(
        changed,
        (*changed, *map(lost_text, proof.lost)),
        verified_text(found.entries, found.head),
        proof_texts(proof),
        found,
    )


def code_answer(desk: Desk, checked: RecordCheck, code: str) -> CodeAnswer:
    """Which edition or entry a code from paper belongs to; what to do where it is of none."""
    if not bare_code(code):
        return CodeAnswer(NO_CODE, is_known=False)
    found = checked.found
    said = edition_of(desk, code) or code_text(code, found.digests, found.devices, found.signed)
    if said:
        return CodeAnswer(said, is_known=True)
    without = [one.number for one in editions(desk) if not one.fingerprint]
    return CodeAnswer(unknown_code_text(code, without), is_known=False)
