"""What the command line answered, and what a good refusal looks like."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str

    def assert_refused(self, *said: str) -> None:
        """It ended with 1 and one line that says what is wrong, where, and what to do."""
        assert self.status == 1
        assert self.out == ""
        assert self.err.count("\n") == 1
        assert self.err.strip().endswith(".")
        assert "Traceback" not in self.err
        for part in said:
            assert part in self.err


class Type(Protocol):
    """Types a command."""

    def __call__(self, *words: str | Path) -> Answer:
        """The answer to `words`."""


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file and folder below `folder`, with the files' bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }
