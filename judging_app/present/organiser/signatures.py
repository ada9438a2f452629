"""Who could have changed what of a record, in words: by its signatures and a code from paper."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from judging_app.domain.acts import (
    SIGNED,
    Act,
    AmendResult,
    CloseScoring,
    ForgetPeople,
    Publish,
    ReopenScoring,
    act_name,
)
from judging_app.domain.journal import Signed, SignedHere, fingerprint
from judging_app.present.time_of_day import moment_text
from judging_app.signing import key_digest
from judging_app.words import counted

NOTHING_SIGNED = (
    "Nothing in this record is signed yet. Whoever has this file could have rewritten all of it. "
    "Only a code from paper shows that nobody did."
)
ONLY_A_CODE = (
    "Whoever can use the account with the key could have signed too. A code from paper shows a "
    "change even then."
)


@dataclass(frozen=True, slots=True)
class Proof:
    """What speaks for a record that was checked.

    `own_keys` are those whose private key this computer has; `left_behind` are signatures that it
    made and that went when the event was restored from a copy.
    """

    entries: int
    signed: Sequence[Signed]
    own_keys: Collection[str]
    left_behind: Sequence[SignedHere] = ()


def key_code(public: str) -> str:
    """The code of a key, to compare with the one on paper: "7K2M-QX3F-…"."""
    return fingerprint(key_digest(public))


def lost_text(one: SignedHere) -> str:
    """A signature that this computer made and the record doesn't hold."""
    return (
        f"This computer signed the record {_when(one.act)}, at {moment_text(one.at)}, with the "
        f"code {fingerprint(one.digest)}. This file doesn’t have that: it is an earlier or another "
        "copy of the event, or it was shortened or rewritten."
    )


def proof_texts(proof: Proof) -> tuple[str, ...]:
    """Who could have changed what, one sentence or two each."""
    before = map(_left_behind_text, proof.left_behind)
    if not proof.signed:
        return (*before, NOTHING_SIGNED)
    return (*before, *_changes_of_key(proof), _last_text(proof), *_after(proof), ONLY_A_CODE)


def _left_behind_text(one: SignedHere) -> str:
    return (
        f"The event was restored from a copy that was made before this computer signed it "
        f"{_when(one.act)}, at {moment_text(one.at)}, with the code {fingerprint(one.digest)}."
    )


def _last_text(proof: Proof) -> str:
    last = proof.signed[-1]
    said = f"{_when(last.act)}, at {moment_text(last.entry.time)}"
    if last.key in proof.own_keys:
        return (
            f"Signed on this computer {said}. Nothing before that was changed by anybody who "
            f"doesn’t have this computer’s key {key_code(last.key)}."
        )
    return (
        f"Signed {said}, with the key {key_code(last.key)}, which isn’t on this computer. If the "
        "same key is on the paper “Record at closing”, nothing before that was changed by anybody "
        "who doesn’t have it."
    )


def _changes_of_key(proof: Proof) -> tuple[str, ...]:
    pairs = zip(proof.signed, proof.signed[1:], strict=False)
    return tuple(
        f"Since {moment_text(now.entry.time)} it is signed with another key, "
        f"{key_code(now.key)} instead of {key_code(before.key)}: on another computer, or by "
        "somebody who replaced the key."
        for before, now in pairs
        if before.key != now.key
    )


def _after(proof: Proof) -> tuple[str, ...]:
    after = proof.entries - proof.signed[-1].covered - 1
    if not after:
        return ()
    added = counted(after, "entry was", "entries were")
    return (f"{added} added after that, unsigned: whoever has this file could have changed those.",)


def _when(act: str) -> str:
    return _WHEN.get(act, "later")


_WORDS: Mapping[type[Act], str] = {
    CloseScoring: "when scoring was closed",
    ReopenScoring: "when scoring was reopened",
    Publish: "when the result was published",
    AmendResult: "when the result was unpublished to correct it",
    ForgetPeople: "when its people were forgotten",
}
_WHEN = {act_name(act): _WORDS[act] for act in SIGNED}
