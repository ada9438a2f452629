"""System calls that fail when they are told to, in a process that works on an event."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.worker import BEGIN


@dataclass(frozen=True, slots=True)
class Fault:
    """One system call that fails: the `at`th from when the work begins, or all from that on."""

    call: str
    error: str
    at: int
    stays: bool = False

    def words(self) -> str:
        """What strace is asked for."""
        return f"inject={self.call}:error={self.error}:when={self.at}{'+' * self.stays}"


@dataclass(frozen=True, slots=True)
class Ended:
    """What a worker said until its end, whether the fault fired, and what it died of."""

    lines: tuple[str, ...]
    is_fired: bool
    signal: int


class Workers:
    """A process that forks the workers, so that Python and the application are loaded once."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )

    def calls(self, trace: Path, *asked: str) -> Counter[str]:
        """How often a worker calls what when nothing fails."""
        self._run(["-e", "trace=all"], trace, asked)
        return Counter(re.findall(r"^(\w+)\(", trace.read_text("utf-8", "replace"), re.MULTILINE))

    def run(self, fault: Fault, trace: Path, *asked: str) -> Ended:
        """Let a worker do its work with one fault."""
        return self._run(["-e", f"trace={fault.call}", "-e", fault.words()], trace, asked)

    def end(self) -> None:
        """Ask for no more."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _run(self, options: Sequence[str], trace: Path, asked: Sequence[str]) -> Ended:
        assert self._process.stdin
        self._process.stdin.write("\t".join([*asked]).encode() + b"\n")
        child = int(self._line().split()[1])
        command = ["strace", "-o", str(trace), *options, "-p", str(child)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
            assert tracer.stderr
            attached = tracer.stderr.readline()
            assert "attached" in attached, attached
            os.kill(child, BEGIN)
            lines = [self._line()]
            while not lines[-1].startswith("dead "):
                lines.append(self._line())
            tracer.communicate()
        fired = "(INJECTED)" in trace.read_text("utf-8", "replace")
        return Ended(tuple(lines[:-1]), fired, int(lines[-1].split()[1]))

    def _line(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline().decode()
        assert line, "the process that forks has ended"
        return line.rstrip("\n")
