"""Which criteria of different rubrics are one: by title, or as somebody said."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from judging_app.compare.summary import CriterionFigures, Summary
from judging_app.domain.journal import canonical
from judging_app.domain.names import look, tidy_name
from judging_app.errors import DeskError, UnusableNameError

FORMAT, VERSION = "judging-app criteria", 1

Of = tuple[str, str]
"""A criterion: the code of its rubric, and its own."""


@dataclass(frozen=True, slots=True)
class Common:
    """A criterion that rubrics have in common: what it is called here, and which it is in each."""

    title: str
    members: tuple[Of, ...]


def matched(summaries: Iterable[Summary]) -> tuple[Common, ...]:
    """Criteria that are called alike, in the order in which they come."""
    found: dict[str, list[tuple[str, Of]]] = {}
    for one in summaries:
        for criterion in one.criteria:
            entry = (criterion.title, (one.rubric, criterion.id))
            group = found.setdefault(look(criterion.title), [])
            if entry not in group:
                group.append(entry)
    return tuple(Common(group[0][0], tuple(of for _, of in group)) for group in found.values())


Row = tuple[CriterionFigures | None, ...]
"""What an event has of each common criterion; `None` if it hasn't that one."""


def lined_up(summaries: Iterable[Summary], commons: Sequence[Common]) -> tuple[Row, ...]:
    """Each event's criteria in the order of the common ones."""
    place = {of: at for at, common in enumerate(commons) for of in common.members}
    found = []
    for one in summaries:
        row: list[CriterionFigures | None] = [None] * len(commons)
        for criterion in one.criteria:
            if (at := place.get((one.rubric, criterion.id))) is not None:
                row[at] = criterion
        found.append(tuple(row))
    return tuple(found)


def shared(rows: Iterable[Row], commons: Sequence[Common]) -> tuple[Common, ...]:
    """Those with scores in every event."""
    columns = zip(*rows, strict=True)
    return tuple(
        common
        for common, column in zip(commons, columns, strict=True)
        if all(one is not None and one.scores for one in column)
    )


@dataclass(frozen=True, slots=True)
class Group:
    """Criteria of one common criterion that are called alike; `at` is the common one's place."""

    title: str
    at: int
    members: tuple[Of, ...]


def groups(summaries: Iterable[Summary], commons: Sequence[Common]) -> tuple[Group, ...]:
    """What can be put under another common criterion, in the order of those."""
    titles = _titles(summaries)
    found: dict[tuple[int, str], list[Of]] = {}
    for at, common in enumerate(commons):
        for of in common.members:
            if of in titles:
                found.setdefault((at, look(titles[of])), []).append(of)
    return tuple(Group(titles[one[0]], at, tuple(one)) for (at, _), one in found.items())


def may_join(group: Group, common: Common) -> bool:
    """Whether no rubric would have two criteria that are one."""
    rubrics = {rubric for rubric, _ in group.members}
    return all(rubric not in rubrics for rubric, _ in common.members)


def moved(commons: Sequence[Common], group: Group, to: int | None) -> tuple[Common, ...]:
    """`group` under the common criterion at `to`, or under one of its own."""
    own = frozenset(group.members)
    left = [Common(one.title, tuple(of for of in one.members if of not in own)) for one in commons]
    if to is None:
        left.append(Common(group.title, group.members))
    else:
        left[to] = Common(left[to].title, (*left[to].members, *group.members))
    return tuple(one for one in left if one.members)


def to_text(commons: Sequence[Common], summaries: Iterable[Summary]) -> str:
    """What is saved, with the titles that the rubrics have, for whoever edits it."""
    titles = _titles(summaries)
    criteria = [
        {
            "title": common.title,
            "is": [
                {"rubric": rubric, "criterion": of, "title": titles.get((rubric, of), "")}
                for rubric, of in common.members
            ],
        }
        for common in commons
    ]
    whole = {"format": FORMAT, "version": VERSION, "criteria": criteria}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def from_text(text: str, name: str) -> tuple[Common, ...]:
    """What was saved.

    Raises:
        DeskError: if it isn't what `to_text` wrote, or one criterion is two.
    """
    try:
        found = json.loads(text)
        if found["format"] != FORMAT or found["version"] != VERSION:
            raise ValueError(found["format"])  # noqa: TRY301 - told as any other fault of it
        commons = tuple(_common(one) for one in found["criteria"])
    except (ValueError, KeyError, TypeError, RecursionError, UnusableNameError) as error:
        raise DeskError(
            f"{name} doesn’t say which criteria are the same. Choose another file, or delete it "
            "and compare again to have it written."
        ) from error
    seen: dict[Of, str] = {}
    for common in commons:
        for of in common.members:
            if of in seen:
                raise DeskError(
                    f"{name} has the criterion “{of[1]}” under “{seen[of]}” and under "
                    f"“{common.title}”. Leave it under one."
                )
            seen[of] = common.title
    return commons


def with_new(commons: Sequence[Common], summaries: Iterable[Summary]) -> tuple[Common, ...]:
    """What was saved, with the criteria of rubrics that it doesn't know, by their titles."""
    known = {of for common in commons for of in common.members}
    new: dict[str, tuple[Of, ...]] = {}
    for common in matched(summaries):
        if left := tuple(of for of in common.members if of not in known):
            new[common.title] = left
    by_look = {look(title): title for title in new}
    joined = tuple(
        Common(one.title, (*one.members, *new.pop(by_look.get(look(one.title), ""), ())))
        for one in commons
    )
    return (*joined, *(Common(title, members) for title, members in new.items()))


def _titles(summaries: Iterable[Summary]) -> dict[Of, str]:
    return {
        (one.rubric, criterion.id): criterion.title
        for one in summaries
        for criterion in one.criteria
    }


def _common(value: Mapping[str, object]) -> Common:
    members = value["is"]
    if not isinstance(members, list):
        raise TypeError(canonical(str(members)))
    return Common(
        tidy_name(str(value["title"])),
        tuple((str(one["rubric"]), str(one["criterion"])) for one in members),
    )
