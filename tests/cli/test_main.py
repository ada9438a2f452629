"""The command as a whole: wrong use, help, version, and how it starts and ends."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from judging_app.cli.arguments import COMMANDS
from tests.cli.typing_words import Type, everything_in

ROOT = Path(__file__).parents[2]
HEAVY = {"PySide6", "reportlab", "sqlite_utils", "argon2", "cattrs", "tqdm"}


def python(*words: str | Path) -> subprocess.CompletedProcess[str]:
    """A process of its own, its output read through pipes."""
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, check=False, cwd=ROOT
    )


@pytest.mark.parametrize(
    "words",
    [
        ["--no-such-option"],
        ["standigns"],
        ["standings"],
        ["standings", "a.pitchday", "--method", "mode"],
        ["standings", "a.pitchday", "--audience", "press"],
        ["standings", "a.pitchday", "--format", "xml"],
        ["standings", "a.pitchday", "b.pitchday"],
        ["certificates", "a.pitchday"],
        ["certificates", "a.pitchday", "papers", "--for", "sponsors"],
        ["score-sheets", "a.pitchday", "papers", "--by", "criterion"],
        ["verify"],
        ["pins"],
        ["new", "a.pitchday"],
        ["import", "a.pitchday"],
        ["import", "a.pitchday", "list.csv", "--as", "sponsors"],
        ["import", "a.pitchday", "list.csv", "--answer", "person"],
        ["new", "a.pitchday", "--title", "Day", "--from", "files", "--date", "2 June 2026"],
        ["new", "a.pitchday", "--title", "Day", "--from", "files", "--date", "20260602"],
        ["new", "a.pitchday", "--title", "Day", "--from", "files", "--date", "2026-02-30"],
        ["a.pitchday", "--no-such-option"],
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2_and_one_sentence(here: Path, typed: Type, words: list[str]) -> None:
    answer = typed(*words)

    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("judging-app")
    assert answer.err.count("\n") == 1
    assert answer.err.endswith(" --help.\n")
    assert everything_in(here) == {}


def test_help_names_every_command_and_says_that_no_pin_is_asked(typed: Type) -> None:
    answer = typed("--help")

    commands = ("demo", "new", "standings", "certificates", "score-sheets", "verify", "pins")
    assert answer.status == 0
    assert all(f"\n    {command}  " in answer.out for command in commands)
    assert "asks for no PIN" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80


def test_every_command_but_the_window_has_a_function_that_does_it() -> None:
    for module, function in (command.done_by for command in COMMANDS.values()):
        assert callable(getattr(import_module(f"judging_app.cli.{module}"), function))


def test_the_version_is_told(typed: Type) -> None:
    answer = typed("--version")

    assert (answer.status, answer.out) == (0, "judging-app 0.1.0\n")


def test_neither_the_version_nor_the_start_of_the_window_loads_anything_heavy() -> None:
    script = (
        "import sys, types\n"
        "from judging_app.cli.main import main\n"
        "started = lambda path: print(sorted(m for m in sys.modules if '.' not in m)) or 0\n"
        "sys.modules['ui.application'] = types.SimpleNamespace(run=started)\n"
        "assert main(['--version']) == 0\n"
        "assert main([]) == 0\n"
    )

    ended = python("-c", script)

    _, loaded = ended.stdout.splitlines()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "judging_app" in loaded
    assert [name for name in sorted(HEAVY) if f"'{name}'" in loaded] == []


def test_it_runs_as_a_module_and_tells_a_pipe_no_progress(sample: Path) -> None:
    ended = python("-m", "judging_app", "certificates", sample, sample.parent / "papers")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == f"38 files with 38 pages in {sample.parent / 'papers'}\n"


def test_a_reader_who_stops_reading_is_no_failure_to_tell(sample: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    ended = subprocess.run(
        [sys.executable, "-m", "judging_app", "standings", sample],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        cwd=ROOT,
    )
    os.close(writing)

    assert (ended.returncode, ended.stderr) == (141, b"")


def test_names_that_a_terminal_has_no_letters_for_are_printed_in_escapes(sample: Path) -> None:
    script = "import sys; from judging_app.cli.main import main; sys.exit(main(sys.argv[1:]))"

    ended = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", script, "pins", sample, "山"],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )

    assert ended.returncode == 1
    assert b"\\u5c71" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_a_module_that_lies_where_one_stands_is_not_taken_for_ours(here: Path) -> None:
    for name in ("ui", "sqlite_utils"):
        (here / f"{name}.py").write_text("raise SystemExit(9)\n", "utf-8")
    words = ["-m", "judging_app", "demo", "day.pitchday", "--no-window"]
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, check=False, cwd=here
    )

    assert done.returncode == 0, done.stderr
    assert (here / "day.pitchday").exists()
