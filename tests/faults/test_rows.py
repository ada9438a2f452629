"""Every row of faults has a test, or a reason why it has none."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.row_run import RowRun, Tried
from tests.faults.rows import NOT_TESTED, ROWS

TESTS = Path(__file__).parents[1]


def marked_rows(source: str) -> Iterator[int]:
    """The rows that the marks in a module's text name."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and ast.unparse(node.func) == "pytest.mark.row"
        ):
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant))  # type: ignore[misc]  # a number


@pytest.fixture(scope="module")
def tested() -> set[int]:
    paths = (path for path in TESTS.rglob("test_*.py") if path != Path(__file__))
    return {row for path in paths for row in marked_rows(path.read_text("utf-8"))}


def test_the_rows_are_numbered_from_one_to_sixty() -> None:
    assert [*ROWS] == [*range(1, 61)]


def test_every_row_has_a_test_or_a_reason_and_not_both(tested: set[int]) -> None:
    assert {*ROWS} - tested == NOT_TESTED.keys()


def test_no_test_names_a_row_that_there_is_not(tested: set[int]) -> None:
    assert tested - ROWS.keys() == set()
    assert NOT_TESTED.keys() - ROWS.keys() == set()


def test_a_mark_is_found_wherever_it_stands() -> None:
    source = """
pytestmark = pytest.mark.row(3)

@pytest.mark.row(1, 2)
def test() -> None: ...

@pytest.mark.parametrize("n", [pytest.param(1, marks=pytest.mark.row(4))])
def test_more() -> None: ...
"""

    assert sorted(marked_rows(source)) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "found",
    [
        Tried("kills", 10, fired=0),
        Tried("kills", 10, fired=10, lost=1),
        Tried("files", 10, fired=10, silent=1),
        Tried("files", 10, fired=10, tracebacks=1),
        Tried("files", 10, fired=10, hangs=1),
        Tried("files", 10, fired=10, peak_mb=512),
    ],
)
def test_a_fault_that_did_not_fire_or_was_not_survived_fails_its_test(found: Tried) -> None:
    with pytest.raises(AssertionError):
        found.check()


@pytest.mark.row(1)
def test_what_a_test_tells_is_kept_even_if_it_then_fails(
    row_run: RowRun, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(AssertionError):
        row_run.tried("kills", 3, lost=1)

    told = [value for name, value in request.node.user_properties if name == "tried"]
    assert [one["lost"] for one in told] == [1]
    request.node.user_properties.clear()  # nothing of it is a finding
