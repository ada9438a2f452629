"""The layers point down, the core knows no Qt, and only the store writes."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORE = sorted((ROOT / "judging_app").rglob("*.py"))
EVERYTHING = [*CORE, *sorted((ROOT / "ui").rglob("*.py"))]

_WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER)\b", re.IGNORECASE)


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _in_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_every_import_contract_holds() -> None:
    done = _in_python("from importlinter.cli import lint_imports; raise SystemExit(lint_imports())")

    assert done.returncode == 0, done.stdout
    assert re.search(r"[1-9]\d* kept, 0 broken", done.stdout)


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
    done = _in_python(code)

    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 50


@pytest.mark.parametrize("path", CORE, ids=_named)
def test_a_module_of_the_core_names_no_qt(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )

        assert [name for name in names if name.split(".")[0] in ("PySide6", "ui")] == []


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node


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


def _writes(path: Path) -> list[int]:
    """The lines of a module that write to a database past the store."""
    return [
        call.lineno
        for call in _calls(path)
        if (_method(call).startswith("execute") and _WRITES.match(_first_text(call)))
        or _method(call) in ("upsert", "upsert_all", "insert_all", "executescript", "transform")
    ]


def test_the_search_for_writes_finds_those_of_the_store() -> None:
    assert _writes(ROOT / "judging_app" / "store" / "journal.py")
    assert _writes(ROOT / "judging_app" / "store" / "sign_in_rows.py")


@pytest.mark.parametrize(
    "path", [path for path in EVERYTHING if path.parent.name != "store"], ids=_named
)
def test_nothing_but_the_store_writes_to_the_event_file(path: Path) -> None:
    assert _writes(path) == []


def test_the_tables_are_never_rebuilt_by_transform() -> None:
    """It drops CHECKs, STRICT and triggers in silence."""
    for path in CORE:
        assert [call.lineno for call in _calls(path) if _method(call) == "transform"] == []


def test_nothing_executes_past_sqlite_utils() -> None:
    """A write through the bare connection opens a transaction that nothing ends."""
    for path in CORE:
        for call in _calls(path):
            is_bare = isinstance(call.func, ast.Attribute) and ast.unparse(
                call.func.value
            ).endswith(".conn")
            assert not (is_bare and _method(call).startswith("execute")), _named(path)


@pytest.mark.parametrize(
    "path", [path for path in EVERYTHING if path.name == "__init__.py"], ids=_named
)
def test_a_package_says_what_it_is_for_and_holds_nothing_else(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert ast.get_docstring(tree)
    assert len(tree.body) == 1


_NETWORK = frozenset(
    {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "requests", "xmlrpc"}
)


@pytest.mark.parametrize("path", EVERYTHING, ids=_named)
def test_no_module_can_reach_a_network(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names]
            module = getattr(node, "module", None) or ""
            assert not {name.split(".")[0] for name in [*names, module]} & _NETWORK
            assert not any("QtNetwork" in name for name in [*names, module])
