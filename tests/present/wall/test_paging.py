import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.present.wall.paging import paged


@given(st.lists(st.integers()), st.integers(1, 30))
def test_pages_hold_every_item_once_in_order_and_differ_by_one_at_most(
    items: list[int], most: int
) -> None:
    pages = [list(page) for page, _ in paged(items, most)]

    assert [item for page in pages for item in page] == items
    sizes = [len(page) for page in pages]
    assert all(0 < size <= most for size in sizes)
    assert not sizes or max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize(("count", "labels"), [(0, []), (6, [""]), (7, ["1 of 2", "2 of 2"])])
def test_a_page_says_which_it_is_unless_it_is_the_only_one(count: int, labels: list[str]) -> None:
    assert [label for _, label in paged(range(count), 6)] == labels
