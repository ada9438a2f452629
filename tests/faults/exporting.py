"""A process whose children export a paper until they are killed.

A line of its input asks for one child: a folder, "byte" or "line", and a number, with tabs
between. At that byte of a file that it writes, or before that line of what puts files on the
disk, it dies. The answer is how each child died.
"""

import os
import resource
import signal
import sys
from itertools import count
from pathlib import Path
from types import FrameType

from judging_app import files, unfinished
from judging_app.export.papers import write_paper
from judging_app.present.organiser.closing import closing_leaves
from judging_app.present.organiser.papers import PaperJob
from tests.export.test_closing import ROWS

JOB = PaperJob(closing_leaves(ROWS), "paper")
_WATCHED = (files.__file__, unfinished.__file__)


def main() -> None:
    """Fork one child for each line of input, and wait until it is dead."""
    for line in sys.stdin:
        folder, how, number = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            _export(Path(folder), how, int(number))
        _, status = os.waitpid(child, 0)
        os.write(1, f"{os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}\n".encode())


def _export(folder: Path, how: str, number: int) -> None:
    try:
        if how == "byte":
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_FSIZE, (number, number))
        else:
            _die_at_line(number)
        write_paper(JOB, folder)
    finally:
        os._exit(0)


def _die_at_line(last: int) -> None:
    lines = count(1)

    def trace(frame: FrameType, event: str, _: object) -> object:
        if frame.f_code.co_filename not in _WATCHED:
            return None
        if event == "line" and next(lines) == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)  # type: ignore[arg-type]  # typeshed wants one that names itself


if __name__ == "__main__":
    main()
