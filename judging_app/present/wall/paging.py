"""Long lists in pages of even length, for what is seen from far away."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

Item = TypeVar("Item")


def paged(items: Sequence[Item], most: int) -> Iterator[tuple[Sequence[Item], str]]:
    """Pages of at most `most` items, each with its label, which is empty for a single page.

    They are of even length, so that the last isn't one lonely item.
    """
    count = -(-len(items) // most)
    size, longer = divmod(len(items), count) if count else (0, 0)
    starts = [number * size + min(number, longer) for number in range(count + 1)]
    for number, (start, end) in enumerate(pairwise(starts), 1):
        yield items[start:end], f"{number} of {count}" if count > 1 else ""
