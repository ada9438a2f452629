"""Whether every byte of a bundle is as it was written, and where one is that isn't."""

import re
from collections.abc import Iterator, Mapping

from judging_app.bundle.archive import archived, first_difference, members
from judging_app.bundle.bundle import (
    LINES,
    MANIFEST,
    SIGNATURE,
    SIGNED_ACT,
    head_of,
    json_object,
    line_digests,
    sha256,
)
from judging_app.bundle.cells import REMEDY
from judging_app.errors import BundleError
from judging_app.signing import is_signed, message

_MOST_LINES = 5
_DIGEST, _SIGNATURE = re.compile("[0-9a-f]{64}"), re.compile("[0-9a-f]{128}")


def faults(data: bytes) -> tuple[str, ...]:
    """Everything that isn't as it was written, each as a sentence that names the place.

    Raises:
        BundleError: if it is no bundle, or so damaged that its files can't be found.
    """
    found = members(data)
    return tuple(_faults(data, {one.name: one.content for one in found}))


def checked(data: bytes, files: Mapping[str, bytes]) -> str:
    """The key that signed the bundle, or nothing where nobody did.

    Raises:
        BundleError: for the first thing that isn't as it was written.
    """
    for fault in _faults(data, files):
        raise BundleError(f"{fault} {REMEDY}")
    return str(json_object(SIGNATURE, files[SIGNATURE])["key"])


def _faults(data: bytes, files: Mapping[str, bytes]) -> Iterator[str]:
    of_files = [*_of_manifest(files)]
    if not of_files and not (of_files := [*_of_files(files)]):
        rebuilt = archived(files)
        if (at := first_difference(data, rebuilt)) is not None:
            yield (
                f"Byte {at:,} of the bundle isn’t as it was written. It is between the files "
                "in it, which are all as they were."
            )
    yield from of_files


def _of_manifest(files: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with the list of the files and its signature."""
    if missing := [name for name in (MANIFEST, SIGNATURE, LINES) if name not in files]:
        yield f"The file {missing[0]} is missing, or its name was changed."
        return
    try:
        head = head_of(files[MANIFEST])
        signed = json_object(SIGNATURE, files[SIGNATURE])
    except BundleError as error:
        yield str(error).removesuffix(f" {REMEDY}")
        return
    if set(signed) != {"manifest", "key", "signature"}:
        yield f"{SIGNATURE} isn’t as it was written."
        return
    digest, key, by = (str(signed[name]) for name in ("manifest", "key", "signature"))
    if digest != sha256(files[MANIFEST]):
        yield f"{MANIFEST} isn’t the one that {SIGNATURE} is about: one of them was changed."
    elif (key or by) and not _is_right(key, by, message(SIGNED_ACT, head.event, digest)):
        yield f"The signature in {SIGNATURE} is wrong: {SIGNATURE} was changed."


def _is_right(key: str, by: str, signed: bytes) -> bool:
    # Digits in capitals would be the same key, in other bytes.
    is_plain = _DIGEST.fullmatch(key) and _SIGNATURE.fullmatch(by)
    return bool(is_plain) and is_signed(key, signed, by)


def _of_files(files: Mapping[str, bytes]) -> Iterator[str]:
    """Which files aren't those that the manifest lists, and where each differs."""
    listed = json_object(MANIFEST, files[MANIFEST]).get("files")
    listed = listed if isinstance(listed, dict) else {}
    there = [name for name in files if name not in (MANIFEST, SIGNATURE)]
    for name in [*listed, *(one for one in there if one not in listed)]:
        if name not in files:
            yield f"The file {name} is missing, or its name was changed."
        elif name not in listed:
            yield f"The file {name} doesn’t belong in this bundle."
        elif listed[name] != {"bytes": len(files[name]), "sha256": sha256(files[name])}:
            yield _place(name, files)


def _place(name: str, files: Mapping[str, bytes]) -> str:
    """Where a file differs from what was written."""
    try:
        written = json_object(LINES, files[LINES]).get(name) if name != LINES else None
    except BundleError:
        written = None
    if not isinstance(written, list):
        return f"{name} isn’t as it was written."
    now = line_digests(files[name])
    differ = [
        number
        for number in range(1, max(len(now), len(written)) + 1)
        if now[number - 1 : number] != written[number - 1 : number]
    ]
    if not differ:
        return f"{name} isn’t as it was written."
    lines = ", ".join(f"{one:,}" for one in differ[:_MOST_LINES])
    more = f" and {len(differ) - _MOST_LINES:,} more" if len(differ) > _MOST_LINES else ""
    word = "line" if len(differ) == 1 else "lines"
    verb = "isn’t as it was" if len(differ) == 1 else "aren’t as they were"
    return f"{name}, {word} {lines}{more}: {verb} written."
