"""The core knows no Qt, only the store writes, and nothing reaches a network."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORE = sorted((ROOT / "judging_app").rglob("*.py"))
EVERYTHING = [*CORE, *sorted((ROOT / "ui").rglob("*.py"))]

_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER)\b", re.IGNORECASE)
_NETWORK = frozenset(
    {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "xmlrpc"}
)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _nodes(path: Path) -> tuple[ast.Import | ast.ImportFrom | ast.Call, ...]:
    """Every import and every call of a module."""
    return tuple(
        node
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Call)
    )


def _at(path: Path, node: ast.expr | ast.stmt) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{node.lineno} {ast.unparse(node)}"


def _imports(path: Path) -> Iterator[tuple[str, str]]:
    """What a module imports, each with where it does."""
    for node in _nodes(path):
        match node:
            case ast.Import():
                yield from ((alias.name, _at(path, node)) for alias in node.names)
            case ast.ImportFrom(module=str(module)):
                yield from ((f"{module}.{alias.name}", _at(path, node)) for alias in node.names)
            case _:
                pass


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in _nodes(path) if isinstance(node, ast.Call))


def _method(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _first_text(call: ast.Call) -> str:
    match call.args[:1]:
        case [ast.Constant(value=str(text))]:
            return text
        case [ast.JoinedStr(values=[ast.Constant(value=str(text)), *_])]:
            return text
        case _:
            return ""


def _writes(path: Path) -> list[str]:
    """Where a module writes to a database past the store."""
    return [
        _at(path, call)
        for call in _calls(path)
        if (_method(call).startswith("execute") and _WRITES.match(_first_text(call)))
        or _method(call) in ("upsert", "upsert_all", "insert_all", "executescript", "transform")
    ]


def test_the_core_runs_where_there_is_no_qt() -> None:
    code = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
import judging_app
count = 0
for module in pkgutil.walk_packages(judging_app.__path__, "judging_app."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
        count += 1
print(count)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 50


def test_a_module_of_the_core_names_no_qt() -> None:
    above = [
        where
        for path in CORE
        for name, where in _imports(path)
        if name.partition(".")[0] in ("PySide6", "ui")
    ]

    assert above == []


def test_no_module_can_reach_a_network() -> None:
    reaching = [
        where
        for path in EVERYTHING
        for name, where in _imports(path)
        if name.partition(".")[0] in _NETWORK or "QtNetwork" in name
    ]

    assert reaching == []


def test_the_search_for_imports_finds_those_of_qt() -> None:
    assert any(name.startswith("PySide6.QtWidgets.") for name, _ in _imports(ROOT / "ui/theme.py"))


def test_the_search_for_writes_finds_those_of_the_store() -> None:
    assert _writes(ROOT / "judging_app" / "store" / "journal.py")
    assert _writes(ROOT / "judging_app" / "store" / "sign_in_rows.py")


@pytest.mark.row(24)
def test_nothing_but_the_store_writes_to_the_event_file() -> None:
    outside = [path for path in EVERYTHING if path.parent.name != "store"]

    assert [write for path in outside for write in _writes(path)] == []


def test_the_tables_are_never_rebuilt_by_transform() -> None:
    """It drops CHECKs, STRICT and triggers in silence."""
    rebuilt = [
        _at(path, call) for path in CORE for call in _calls(path) if _method(call) == "transform"
    ]

    assert rebuilt == []


@pytest.mark.row(24)
def test_nothing_executes_past_sqlite_utils() -> None:
    """A write through the bare connection opens a transaction that nothing ends."""
    bare = [
        _at(path, call)
        for path in CORE
        for call in _calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr.startswith("execute")
        and ast.unparse(call.func.value).endswith(".conn")
    ]

    assert bare == []


def test_a_package_says_what_it_is_for_and_holds_nothing_else() -> None:
    packages = [path for path in EVERYTHING if path.name == "__init__.py"]

    fuller = [
        path.relative_to(ROOT).as_posix()
        for path in packages
        if not ast.get_docstring(_tree(path)) or len(_tree(path).body) != 1
    ]

    assert fuller == []
    assert len(packages) > 10
