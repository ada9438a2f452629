"""Which criteria of different events are the same, for a person to say."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from judging_app.compare.comparison import Comparison, compared
from judging_app.compare.matching import Group, groups, may_join, moved
from judging_app.errors import DeskError

OWN = "own"
"""The choice of a criterion that is the same as no other."""

MOST_ROWS = MOST_CHOICES = 60
"""What a screen can show; of more, the file has every one."""


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """Criteria of one name: where they are, and with which others they could be compared.

    `number` is its place among all; `choices` are keys with their words, `chosen` what is so now.
    """

    number: int
    title: str
    where: str
    chosen: str
    choices: tuple[tuple[str, str], ...]


def criterion_rows(found: Comparison, labels: Sequence[str]) -> tuple[CriterionRow, ...]:
    """A row for each that not every event has by its name, in the order of the common criteria."""
    every = groups([one.summary for one in found.lines], found.commons)
    joined = Counter(one.at for one in every)
    whole = {at for at, one in enumerate(found.commons) if one in found.shared}
    doubtful = (
        _row(number, one, found, labels, is_alone=joined[one.at] == 1)
        for number, one in enumerate(every)
        if joined[one.at] > 1 or one.at not in whole
    )
    return tuple(islice(doubtful, MOST_ROWS))


def said_same(found: Comparison, number: int, choice: str) -> Comparison:
    """The comparison once somebody said with which the criteria of a row are the same.

    Raises:
        DeskError: if a rubric would have two criteria that are one.
    """
    summaries = [one.summary for one in found.lines]
    group = groups(summaries, found.commons)[number]
    to = None if choice == OWN else int(choice)
    if to is not None and not may_join(group, found.commons[to]):
        raise DeskError(
            f"An event has both “{group.title}” and “{found.commons[to].title}”, so they can’t be "
            "one. Choose another."
        )
    return compared(summaries, moved(found.commons, group, to))


def _row(
    number: int, group: Group, found: Comparison, labels: Sequence[str], *, is_alone: bool
) -> CriterionRow:
    rubrics = {rubric for rubric, _ in group.members}
    having = [
        label
        for label, line in zip(labels, found.lines, strict=True)
        if line.summary.rubric in rubrics
    ]
    where = having[0] if len(having) == 1 else f"{len(having):,} of {len(labels):,} events"
    choices = tuple(islice(_choices(group, found, is_alone=is_alone), MOST_CHOICES))
    return CriterionRow(number, group.title, where, str(group.at), choices)


def _choices(group: Group, found: Comparison, *, is_alone: bool) -> Iterator[tuple[str, str]]:
    here = str(group.at)
    yield (here if is_alone else OWN), "No other"
    if not is_alone:
        yield here, f"“{found.commons[group.at].title}”"
    for at, common in enumerate(found.commons):
        if at != group.at and may_join(group, common):
            yield str(at), f"“{common.title}”"
