"""A worker that saves and saves until somebody ends it, and what it said until then."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path


class Running:
    """One `tests.faults.worker`, in a process of its own."""

    def __init__(self, *asked: str | Path | int) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.worker", *map(str, asked)],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.lines: list[str] = []
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            with self._more:
                self.lines.append(line.rstrip("\n"))
                self._more.notify_all()

    def wait_for(self, start: str, times: int = 1) -> None:
        """Wait until so many of its lines, from here on, begin like this."""
        with self._more:
            since = len(self.lines)
            is_so = self._more.wait_for(
                lambda: sum(one.startswith(start) for one in self.lines[since:]) >= times, 60
            )
        assert is_so, (start, self.lines[-5:])

    def stop(self) -> None:
        """Let it stand still, wherever it is."""
        self._process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self._process.pid, os.WSTOPPED | os.WNOWAIT)

    def go_on(self) -> None:
        """Let it go on."""
        self._process.send_signal(signal.SIGCONT)

    def said(self) -> tuple[str, ...]:
        """All that it has said, once it stands still."""
        before = -1
        while before != len(self.lines):
            before = len(self.lines)
            self._reader.join(0.02)
        return tuple(self.lines)

    def kill(self) -> tuple[str, ...]:
        """End it; the answer is all that it said."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout
        self._process.stdout.close()
        return tuple(self.lines)
