"""What a check of an event file found, in words."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from judging_app.domain.acts import ACT_BY_NAME
from judging_app.domain.journal import Entry, Signed, fingerprint
from judging_app.domain.roles import actor_from_key
from judging_app.domain.subjects import judge_and_team
from judging_app.present.result.editions import bare_code
from judging_app.present.time_of_day import moment_text
from judging_app.words import counted

RECEIPT_LETTERS, CODE_SIGNS = 4, 16
_BEFORE_RECEIPT = re.compile(r".*RECEIPT[\s:]+", re.DOTALL)

REMEDY = "Open an earlier copy."
NO_NAMES: Mapping[tuple[str, object], str] = {}


def record_text(record_code: str, edition: int = 1) -> str:
    """The record code as screens and papers name it: "Record 7K2M-QX3F-…".

    From the second edition of the result on, its number is before it.
    """
    said = f"Record {record_code}"
    return said if edition == 1 else f"Edition {edition} · {said}"


def verified_text(entries: int, head: str) -> str:
    """What to say of a file without a fault; `head` is the digest of its last entry."""
    count = counted(entries, "entry", "entries")
    return f"{count} checked, none changed. {record_text(fingerprint(head))}"


def faults_text(count: int) -> str:
    """What to say above the faults that a check found, and what to do."""
    return f"{counted(count, 'thing is', 'things are')} not as recorded. {REMEDY}"


def code_text(
    code: str, digests: Sequence[str], devices: Sequence[str], signed: Sequence[Signed] = ()
) -> str:
    """Which entry a code on paper belongs to, and how much was recorded since; empty if to none.

    A code covers what was recorded before it on the same computer, and what was signed there.
    """
    wanted = bare_code(code)
    for number, digest in enumerate(digests, 1):
        if fingerprint(digest) == wanted:
            since = len(digests) - number
            later = (
                f"{counted(since, 'entry', 'entries')} followed"
                if since
                else "it is the last entry"
            )
            said = f"{fingerprint(digest)} is the code of entry {number}; {later}."
            return f"{said} {_covered_text(number, devices, signed)}"
    return ""


def _covered_text(number: int, devices: Sequence[str], signed: Sequence[Signed]) -> str:
    """What a code of this entry says of those before it."""
    own = devices[number - 1]
    by_signature = max(
        (one.covered for one in signed if one.covered < number and one.entry.key.device == own),
        default=0,
    )
    elsewhere = sum(device != own for device in devices[by_signature : number - 1])
    if not elsewhere:
        return f"Nothing up to entry {number} was changed since that paper was made."
    return (
        "What was recorded before it on the same computer was not changed since that paper was "
        f"made. Of {counted(elsewhere, 'entry', 'entries')} from another computer it says nothing."
    )


def bare_receipt(code: str) -> str:
    """A receipt as it was typed, without the word before it; empty if it is none."""
    letters = "".join(filter(str.isalnum, _BEFORE_RECEIPT.sub("", code.upper())))
    return letters if len(letters) == RECEIPT_LETTERS and letters.isalpha() else ""


def receipt_text(receipt: str, judge: str, team: str, at: datetime, *, is_current: bool) -> str:
    """Whose ballot a receipt is of."""
    said = f"{receipt} is the receipt of {judge}’s ballot for {team}, submitted {moment_text(at)}."
    return said if is_current else f"{said} That ballot was changed since."


def wrong_length_text(code: str) -> str:
    """What to say of what is no code, for its length; empty if it has the length of one."""
    count = len(bare_code(code).replace("-", ""))
    if count == CODE_SIGNS:
        return ""
    if receipt := bare_receipt(code):
        return f"No ballot in this file has the receipt {receipt}. Check for a typing mistake."
    return (
        f"That code is too {'short' if count < CODE_SIGNS else 'long'}: a code has {CODE_SIGNS} "
        f"letters and digits, a receipt {RECEIPT_LETTERS} letters. Check for a typing mistake."
    )


def unknown_code_text(code: str, without_code: Sequence[int] = ()) -> str:
    """What to say of a code that is of no result and of no entry.

    `without_code` are the numbers of the editions that have none.
    """
    said = (
        f"No result and no entry in this file has the code {bare_code(code)}. Check for a typing "
        "mistake first. If there is none, the paper belongs to another file, or this file was "
        "shortened or rewritten."
    )
    return " ".join((said, *map(no_code_text, without_code)))


def no_code_text(edition: int) -> str:
    """What to say of an edition that was published when results had no codes."""
    return (
        f"Edition {edition} was published by an older version, which gave results no code: its "
        "papers carry a record code."
    )


def finding_text(
    entry: Entry | None, what: str, names: Mapping[tuple[str, object], str] = NO_NAMES
) -> str:
    """One fault, with the entry that says how it was.

    Judges and teams are called by their `names`, which are found by kind and code.

    The entry's texts may be what was tampered with, or a piece of some ballot that damage put
    there, so only what reads like a time, a person, an act or a subject is told.
    """
    said = _visible(what.strip().rstrip("."))
    if entry is None:
        return f"{said[:1].upper()}{said[1:]}."
    facts = ", ".join(
        filter(None, (_time(entry), _actor(entry, names), _act(entry), _subject(entry, names)))
    )
    return f"Entry {entry.key.seq}{f' ({facts})' if facts else ''}: {said}."


def refusal_text(file: str, findings: tuple[str, ...]) -> str:
    """Why nothing is given out from a file with these faults, and what to do."""
    first, *more = findings
    also = f" ({len(more)} more like this.)" if more else ""
    return f"{file} is damaged, or was changed after it was recorded. {first}{also} {REMEDY}"


def _time(entry: Entry) -> str:
    try:
        return moment_text(entry.time)
    except (ValueError, OverflowError):
        return ""


def _actor(entry: Entry, names: Mapping[tuple[str, object], str]) -> str:
    try:
        actor = actor_from_key(entry.actor)
    except ValueError:
        return ""
    if name := names.get(("judge", actor.judge)):
        return _visible(name)
    return actor.key if re.fullmatch(_ID, actor.judge or actor.key) else ""


def _act(entry: Entry) -> str:
    return entry.act if entry.act in ACT_BY_NAME else ""


def _subject(entry: Entry, names: Mapping[tuple[str, object], str]) -> str:
    if not _SUBJECT.fullmatch(entry.subject):
        return ""
    if _OF_TWO.match(entry.subject):
        judge, team = judge_and_team(entry.subject)
        if ("judge", judge) in names and ("team", team) in names:
            kind, _, _ = entry.subject.partition(" ")
            said = f"{kind} of {names['judge', judge]} for {names['team', team]}"
            return _visible(said)
    return _visible(entry.subject)


_ID = r'[^"{}:,\n]{1,40}'
_OF_TWO = re.compile("ballot |conflict |sheet ")
_SUBJECT = re.compile(
    rf"(?:ballot|conflict|sheet) {_ID}/{_ID}|(?:calibration|judge|team|award) {_ID}"
    rf"|(?:ballots|receipts|take-away) of {_ID}|sign-in (?:{_ID}:)?{_ID}"
    r"|run order|clock|look|event|keeping"
)


def _visible(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
