"""Whether this computer lets one process watch, and disturb, the calls of another."""

import shutil
import subprocess

import pytest


def _why_not() -> str:
    """Why nothing can be traced here; nothing if it can."""
    if not shutil.which("strace"):
        return "strace is not installed"
    with (
        subprocess.Popen(["sleep", "60"]) as other,
        subprocess.Popen(
            ["strace", "-o", "/dev/null", "-p", str(other.pid)], stderr=subprocess.PIPE, text=True
        ) as tracer,
    ):
        assert tracer.stderr
        is_let = "attached" in tracer.stderr.readline()
        other.kill()
        tracer.communicate()
    return "" if is_let else "this computer lets no process trace another"


_REASON = _why_not()

needs_strace = pytest.mark.skipif(bool(_REASON), reason=_REASON)
