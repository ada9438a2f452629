"""What stands in which room of the windows, and who may know whom there."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "ui"

SHOWN = (
    *("judging_app.present", "judging_app.domain", "judging_app.errors", "judging_app.words"),
    "judging_app.closed_sets",
)
"""What a screen may know of the core: what it shows, and the values that it hands on."""


def screens() -> Iterator[Path]:
    """Every module of a room that isn't wiring; what lies in `ui` itself is the application's."""
    for path in sorted(UI.glob("*/*.py")):
        if not path.stem.endswith("_wiring"):
            yield path


def imported(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    plain = [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
    return names + [alias.name for node in plain for alias in node.names]


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def test_screens_know_neither_wiring_nor_the_desk() -> None:
    found = [
        f"{module(path)} imports {name}"
        for path in screens()
        for name in imported(path)
        if (name.startswith("judging_app") and not name.startswith(SHOWN))
        or name.endswith("_wiring")
        or name in ("ui.day", "ui.window", "ui.windows")
    ]

    assert found == []


def test_there_are_screens_to_look_at() -> None:
    assert len(list(screens())) > 50


def test_no_folder_of_code_holds_more_than_a_person_can_survey() -> None:
    folders = {
        path.parent for name in ("ui", "judging_app") for path in (ROOT / name).rglob("*.py")
    }
    sizes = {str(one.relative_to(ROOT)): len(list(one.glob("*.py"))) for one in folders}

    assert {name: size for name, size in sizes.items() if size > MOST_FILES} == {}
    assert max(sizes.values()) > 1


MOST_FILES = 25
