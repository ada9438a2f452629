"""The Qt that is pinned bears what a day asks of it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

UI = Path(__file__).parents[2] / "ui"

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


def test_every_public_method_of_ours_says_what_it_does() -> None:
    """Qt's own, which are overridden, have capitals within; what they mean is Qt's to say."""
    silent = [
        f"{path.relative_to(UI.parent)}:{method.lineno} {method.name}"
        for path in sorted(UI.rglob("*.py"))
        for kind in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(kind, ast.ClassDef) and not kind.name.startswith("_")
        for method in kind.body
        if isinstance(method, ast.FunctionDef) and not method.name.startswith("_")
        if method.name.islower() and ast.get_docstring(method) is None
    ]

    assert silent == []
