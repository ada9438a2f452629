"""Files as a .zip of exactly one form: stored as they are, in their order, with nothing beside.

Nothing is compressed, so no byte has two meanings, a changed byte's place can be told, and no small
file unfolds into a large one. All times are the first that a .zip can say.

Source: PKWARE, .ZIP File Format Specification 6.3.3, sections 4.3 and 4.4.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from judging_app.errors import BundleError

SUFFIX = ".zip"
MOST_FILES = 64
MOST_BYTES = 512 * 2**20
"""A bundle of 1,000 teams and 100 judges, its journal included, is smaller."""

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _UTF_8, _STORED, _FIRST_TIME, _FIRST_DAY = 20, 0x0800, 0, 0, 0x21
_NAME_AT_LOCAL, _NAME_AT_CENTRAL, _SIZE_AT, _OFFSET_AT = 9, 10, 8, 16


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the archive, and where its first byte stands there."""

    name: str
    content: bytes
    at: int


def archived(files: Mapping[str, bytes]) -> bytes:
    """The archive of these files.

    Raises:
        BundleError: if they are too many or too large.
    """
    if len(files) > MOST_FILES or sum(map(len, files.values())) > MOST_BYTES:
        raise BundleError("The event is too large for a bundle. Save it without its journal.")
    local, central, at = [], [], 0
    for name, content in files.items():
        own, crc, size = name.encode("ascii"), zlib.crc32(content), len(content)
        shared = (_UTF_8, _STORED, _FIRST_TIME, _FIRST_DAY, crc, size, size, len(own), 0)
        local += [_LOCAL.pack(b"PK\3\4", _VERSION, *shared), own, content]
        head = _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *shared, 0, 0, 0, 0, at)
        central += [head, own]
        at += _LOCAL.size + len(own) + size
    listed = b"".join(central)
    end = _END.pack(b"PK\5\6", 0, 0, len(files), len(files), len(listed), at, 0)
    return b"".join((*local, listed, end))


def members(data: bytes) -> tuple[Member, ...]:
    """The files of an archive, even where a byte of what stands around them was changed.

    Raises:
        BundleError: if it is none of ours, or so damaged that its files can't be found.
    """
    if len(data) > MOST_BYTES:
        raise BundleError("This file is larger than any bundle. Choose a bundle.")
    found = [_bounded(walk(data), len(data)) for walk in (_by_list, _in_turn)]
    whole = max(found, key=lambda one: (_likeness(data, one), len(one)))
    if not whole:
        raise BundleError(
            "This isn’t a bundle of judging-app, or too much of it is damaged. Choose a .zip that "
            "judging-app saved."
        )
    return whole


def first_difference(data: bytes, other: bytes) -> int | None:
    """Where two texts of bytes differ first; `None` if they don't."""
    if data == other:
        return None
    low, high = 0, min(len(data), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if data[:middle] == other[:middle] else (low, middle - 1)
    return low


def _bounded(found: Iterator[Member], most_bytes: int) -> tuple[Member, ...]:
    """These files; none if they are more than a bundle has, or share bytes to be more than it."""
    taken: list[Member] = []
    for one in found:
        most_bytes -= len(one.content)
        if len(taken) == MOST_FILES or most_bytes < 0:
            return ()
        taken.append(one)
    return tuple(taken)


def _likeness(data: bytes, found: tuple[Member, ...]) -> int:
    """How much of an archive these files account for; -1 if some of them can't be its files."""
    names = [one.name for one in found]
    if not found or len(set(names)) < len(names):
        return -1
    size = _END.size + sum(
        _LOCAL.size + _CENTRAL.size + 2 * len(one.name) + len(one.content) for one in found
    )
    return -abs(len(data) - size) if size != len(data) else 1


def _by_list(data: bytes) -> Iterator[Member]:
    """As the list at the end has them."""
    try:
        *_, size, at, _ = _END.unpack(data[-_END.size :])
        end = at + size
        while at < end:
            head = _CENTRAL.unpack(data[at : at + _CENTRAL.size])
            name_at = at + _CENTRAL.size
            name = data[name_at : name_at + head[_NAME_AT_CENTRAL]]
            first = head[_OFFSET_AT] + _LOCAL.size + len(name)
            content = data[first : first + head[_SIZE_AT]]
            yield Member(name.decode("ascii"), content, first)
            at = name_at + len(name)
    except (struct.error, ValueError):
        return


def _in_turn(data: bytes) -> Iterator[Member]:
    """As each stands behind the one before."""
    at = 0
    try:
        while data[at : at + 2] == b"PK" and data[at : at + 4] != b"PK\1\2":
            head = _LOCAL.unpack(data[at : at + _LOCAL.size])
            first = at + _LOCAL.size + head[_NAME_AT_LOCAL]
            name = data[at + _LOCAL.size : first]
            at = first + head[_SIZE_AT]
            yield Member(name.decode("ascii"), data[first:at], first)
    except (struct.error, ValueError):
        return
