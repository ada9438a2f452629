"""A closed set's values are codes of the record; what a person reads stands in a table of its own.

A value that is shown could never be reworded, and a member without words would show its code.
"""

import ast
from collections.abc import Iterator
from enum import Enum, StrEnum
from pathlib import Path

import pytest

from judging_app.closed_sets import complete
from judging_app.domain.event import Phase

ROOT = Path(__file__).parents[2]
SHOWING = (
    *("ui", "judging_app/present", "judging_app/desk", "judging_app/ceremony"),
    *("judging_app/cli", "judging_app/export"),
)
"""Where words reach a screen, a paper or a terminal."""

CODES = {
    "judging_app/cli/commands/command.py": {"method.value"},
    "judging_app/cli/commands/set_up.py": {"Method.MEAN.value"},
    "judging_app/cli/commands/result.py": {"audience.value", "Audience.PANEL.value"},
    "judging_app/cli/commands/data.py": {"kind.value", "reader.value"},
    "judging_app/cli/bundles.py": {"kind.value"},
    "judging_app/export/rubric_file.py": {"one.kind.value"},
    "judging_app/present/open_data/result_sheets.py": {"part.value"},
    "judging_app/cli/importing.py": {"doubt.value"},
    "judging_app/present/set_up/importing.py": {"self.kind.value", "kind.value"},
    "judging_app/cli/standings.py": {
        *("shown.method.value", "shown.audience.value", "shown.phase.value"),
    },
    "judging_app/present/result/agreement.py": {"form.value", "metric.value"},
    "judging_app/present/result/agreement_json.py": {
        *("form.value", "metric.value", "m.value", "one.why_not.value"),
    },
    "judging_app/present/words/states.py": {"member.value"},
    "judging_app/desk/desk.py": {"sight.value"},
}
"""A code may be typed, be a key of JSON or of a badge's look, go on the record, or be what the
literature writes, as in ICC(A,1). What is chosen in a list is handed back by its code."""

NUMBERS = {
    *("found.value", "statistic.value", "instead.value", "one.value", "row.value", "page.value"),
    "agreement.kendall_w.value",
}
"""These are no members of a closed set."""


def _modules(folders: tuple[str, ...]) -> Iterator[tuple[str, ast.Module]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def _values(tree: ast.Module) -> Iterator[ast.Attribute]:
    """Every `….value` that is read, but for Qt's, which is called."""
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "value" and id(node) not in called:
            yield node


def test_no_code_is_shown_in_the_place_of_words() -> None:
    shown = [
        f"{name}:{node.lineno} shows {ast.unparse(node)}"
        for name, tree in _modules(SHOWING)
        for node in _values(tree)
        if ast.unparse(node) not in CODES.get(name, set()) | NUMBERS
    ]

    assert shown == []


def _closed_sets() -> dict[str, frozenset[str]]:
    """Every enum of the application, with its members' names; no two have one name."""
    found: dict[str, frozenset[str]] = {}
    for name, tree in _modules(("judging_app", "ui")):
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and _is_enum(node):
                assert node.name not in found, f"{name}:{node.lineno} is a second {node.name}"
                found[node.name] = frozenset(
                    target.id
                    for line in node.body
                    if isinstance(line, ast.Assign)
                    for target in line.targets
                    if isinstance(target, ast.Name)
                )
    return found


def _is_enum(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base).endswith(("Enum", "Flag")) for base in node.bases)


def _guarded(tree: ast.Module) -> Iterator[str]:
    """The closed sets that a module holds whole: by a complete table, or case by case."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name("complete"), args=[ast.Dict(keys=keys)]):
                yield from {_kind(key) for key in keys}
            case ast.Match(cases=cases) if not any(_is_open(one) for one in cases):
                patterns = [part for one in cases for part in ast.walk(one.pattern)]
                yield from {
                    _kind(part.value) for part in patterns if isinstance(part, ast.MatchValue)
                }
            case _:
                pass


def _kind(member: ast.expr | None) -> str:
    return ast.unparse(member).partition(".")[0] if member is not None else ""


def _is_open(case: ast.match_case) -> bool:
    """Whether it takes whatever the cases before it left, so that mypy misses none."""
    return isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None


HELD_BY_A_TEST = {
    "Where": "tests/ui/test_keys.py::test_every_place_where_keys_work_has_a_key_of_its_own",
    "Trouble": "tests/ui/displays/test_words.py::test_every_trouble_has_words_in_some_standing",
}
"""A member of these stands in a table among others; a test of that table misses it."""


def test_a_member_of_any_closed_set_that_is_forgotten_is_missed() -> None:
    guarded = {one for _, tree in _modules(("judging_app", "ui")) for one in _guarded(tree)}
    held = {
        name
        for name, test in HELD_BY_A_TEST.items()
        if f"def {test.partition('::')[2]}(" in (ROOT / test.partition("::")[0]).read_text("utf-8")
    }

    assert sorted(_closed_sets().keys() - guarded - held) == []


def _is_whole(table: ast.Dict, closed_sets: dict[str, frozenset[str]]) -> bool:
    keys = [ast.unparse(key) for key in table.keys if isinstance(key, ast.Attribute)]
    kinds = {key.partition(".")[0] for key in keys}
    if len(keys) < len(table.keys) or len(kinds) != 1:
        return False
    return {key.partition(".")[2] for key in keys} == closed_sets.get(kinds.pop(), frozenset())


def test_a_table_of_a_whole_closed_set_is_held_to_stay_whole() -> None:
    closed_sets, loose = _closed_sets(), []
    for name, tree in _modules(("judging_app", "ui")):
        held = {
            id(node.args[0])
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "complete" and node.args
        }
        loose += [
            f"{name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Dict) and _is_whole(node, closed_sets) and id(node) not in held
        ]

    assert loose == []


def test_a_table_without_one_of_its_members_says_which() -> None:
    class Colour(Enum):
        RED = "red"
        BLUE = "blue"

    with pytest.raises(LookupError, match=r"no entry for Colour\.BLUE"):
        complete({Colour.RED: "Red"})
    assert [*complete({Colour.BLUE: "Blue", Colour.RED: "Red"})] == [Colour.BLUE, Colour.RED]


def test_the_values_on_the_record_are_no_strings_that_could_be_shown_unnoticed() -> None:
    assert not issubclass(Phase, StrEnum)
    assert [
        f"{name}:{node.lineno}"
        for name, tree in _modules(("judging_app/domain",))
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and "StrEnum" in {ast.unparse(one) for one in node.bases}
    ] == []
