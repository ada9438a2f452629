"""A model of a disk whose power fails: what a process has written, and what may be left of it.

A process is traced while it works. After each of its calls the power could have failed: what was
synced is there, and of the rest nothing, all, or any part of it, in any order, torn at sectors.
Two kinds of folders are modelled: one that keeps the order of its changes and writes them with
the next sync of anything (as ext4 does), and one that promises nothing before it is synced itself.
"""

import random
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512

_CALLS = (
    "openat,pwrite64,write,writev,fdatasync,fsync,ftruncate,unlink,rename,link,lseek,"
    "fallocate,unlinkat,renameat,renameat2,linkat"
)
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True, slots=True)
class Call:
    """A call that changes files of the folder, or the words that the process said."""

    name: str
    path: str = ""
    data: bytes = b""
    at: int = 0
    other: str = ""

    def is_inside(self, folder: Path) -> bool:
        """Whether it is about the folder or a file in it."""
        return f"{self.path}/".startswith(f"{folder}/") or f"{folder}/" in self.other


def traced(folder: Path, *worker: str) -> Sequence[Call]:
    """Let a worker (`tests.faults.worker`) do its work, and note what it called."""
    trace = folder.with_name(f"{folder.name}.trace")
    asked = [sys.executable, "-m", "tests.faults.worker", *worker]
    subprocess.run(
        ["strace", "-y", "-xx", "-s", "1000000", "-e", f"trace={_CALLS}", "-o", str(trace), *asked],
        check=True,
        capture_output=True,
    )
    with trace.open(encoding="ascii") as lines:
        return tuple(_calls(lines, folder))


def _calls(lines: Iterator[str], folder: Path) -> Iterator[Call]:
    """The calls that matter, with names instead of numbers for files."""
    places: dict[str, int] = {}
    for line in lines:
        found = _LINE.match(line)
        if found and int(found[3]) >= 0:
            call = _call(found[1], found[2], int(found[3]), places)
            if call and (call.name == "said" or call.is_inside(folder)):
                yield call


def _call(  # noqa: PLR0911 - one line for each call
    name: str, words: str, answer: int, places: dict[str, int]
) -> Call | None:
    texts = [_bytes(text) for text in _QUOTED.findall(words)]
    opened = _FD.match(words)
    number, path = (opened[1], _bytes(opened[2]).decode()) if opened else ("", "")
    numbers = [int(one) for one in re.findall(r", (\d+)", words)]
    match name:
        case "openat":
            places[str(answer)] = 0
            return Call("opened", texts[0].decode(), other=words) if "O_CREAT" in words else None
        case "unlink" | "rename" | "link":
            return Call(name, texts[0].decode(), other=texts[-1].decode())
        case "writev":
            return Call("said", data=texts[0])
        case "pwrite64":
            return Call("wrote", path, texts[0][:answer], numbers[-1])
        case "write":
            places[number] = places.get(number, 0) + answer
            return Call("wrote", path, texts[0][:answer], places[number] - answer)
        case "lseek":
            places[number] = answer
        case "ftruncate":
            return Call("cut", path, at=numbers[-1])
        case "fsync" | "fdatasync":
            return Call("synced", path)
        case _:
            return Call(name, path, other=str(texts))
    return None


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


@dataclass(slots=True)
class _File:
    """What is surely on the disk, and what was written since."""

    kept: bytes = b""
    pending: list[Call] = field(default_factory=list)


class Disk:
    """A folder of files on a disk that may lose its power."""

    def __init__(self, files: Mapping[str, bytes], *, keeps_order: bool) -> None:
        self._keeps_order = keeps_order
        self._seen = {path: _File(content) for path, content in files.items()}
        self._kept = dict(self._seen)
        self._pending: list[tuple[str, _File | None]] = []

    def take(self, call: Call) -> None:
        """Do what the process asked for."""
        if call.name == "opened":
            if call.path not in self._seen:
                self._name(call.path, _File())
            if "O_TRUNC" in call.other:
                self._seen[call.path].pending.append(Call("cut", call.path))
        elif call.name in ("wrote", "cut"):
            if call.path in self._seen:  # else it was deleted while it was open
                self._seen[call.path].pending.append(call)
        elif call.name == "synced":
            self._sync(call.path)
        elif call.name == "unlink":
            self._name(call.path, None)
        elif call.name in ("rename", "link"):
            file = self._seen[call.path]
            if call.name == "rename":
                self._name(call.path, None)
            self._name(call.other, file)
        else:
            assert call.name == "said", f"not modelled: {call.name}"

    def _name(self, path: str, file: _File | None) -> None:
        self._pending.append((path, file))
        _apply(self._seen, path, file)

    def _sync(self, path: str) -> None:
        file = self._seen.get(path)
        if file:
            for call in file.pending:
                file.kept = _written(file.kept, call)
            file.pending.clear()
        if self._keeps_order or not file:
            for name, named in self._pending:
                _apply(self._kept, name, named)
            self._pending.clear()

    def left(self, draw: random.Random, part: str) -> dict[str, bytes]:
        """What is there afterwards: of what wasn't synced, none, all, or any part."""
        names = dict(self._kept)
        for path, file in self._names_left(draw, part):
            _apply(names, path, file)
        files = {id(file): _left(file, draw, part) for file in names.values()}
        return {path: files[id(file)] for path, file in names.items()}

    def _names_left(self, draw: random.Random, part: str) -> list[tuple[str, _File | None]]:
        if part != "any":
            return self._pending if part == "all" else []
        if self._keeps_order:
            return self._pending[: draw.randint(0, len(self._pending))]
        return [change for change in self._pending if draw.random() < 0.5]


def _apply(names: dict[str, _File], path: str, file: _File | None) -> None:
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file


def _left(file: _File, draw: random.Random, part: str) -> bytes:
    calls = file.pending if part != "none" else []
    if part == "any":
        calls = [torn for call in calls for torn in _torn(call, draw)]
        if draw.random() < 0.5:
            draw.shuffle(calls)
    content = file.kept
    for call in calls:
        content = _written(content, call)
    return content


def _torn(call: Call, draw: random.Random) -> Iterator[Call]:
    """Those sectors of a write that reached the disk, or none."""
    chance = draw.choice((0.0, 0.5, 0.9, 1.0))
    if call.name == "cut":
        if draw.random() < chance:
            yield call
        return
    for start in range(0, len(call.data), SECTOR):
        if draw.random() < chance:
            yield Call("wrote", call.path, call.data[start : start + SECTOR], call.at + start)


def _written(content: bytes, call: Call) -> bytes:
    if call.name == "cut":
        return content[: call.at].ljust(call.at, b"\0")
    before = content[: call.at].ljust(call.at, b"\0")
    return before + call.data + content[call.at + len(call.data) :]
