"""The Qt that is pinned bears what a day asks of it."""

import os
import subprocess
import sys

_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for number in range(200_000):
    thing.setObjectName("pitch")
print(thing.objectName())
"""


def test_qt_bears_a_days_calls_that_return_nothing() -> None:
    """PySide6 6.12.0 ends CPython 3.11 after some 5,000 of them (“none_dealloc”)."""
    done = subprocess.run(
        [sys.executable, "-c", _CALLS],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )

    assert (done.returncode, done.stdout) == (0, "pitch\n"), done.stderr
