"""The order of announcing the parts of a result, so that the winner stays open for long."""

from collections.abc import Callable, Collection
from functools import cache
from typing import Protocol

from judging_app.domain.ids import TeamId
from judging_app.domain.reveal import RunningPlace

MOST_EXACT = 8
"""Up to so many parts, every order is tried: 255 sets of parts cover 40,320 orders."""


class Parts(Protocol):
    """What can be announced part by part."""

    @property
    def titles(self) -> tuple[str, ...]:
        """What each part is called, in the rubric's or the panel's order."""

    def running(self, told: Collection[int]) -> tuple[RunningPlace, ...]:
        """The standings after the parts with these numbers, best first."""


def part_order(parts: Parts, winners: frozenset[TeamId]) -> tuple[int, ...]:
    """The numbers of all parts as they are announced; the last one is the most decisive.

    After some parts the winner is *open* while the teams in the first running place are not
    exactly `winners`. The last part is never announced as a running step: the places announce it.
    Of all orders this is the one

    1. whose last running step with the winner open comes latest, because from the next step on
       the winner is first for good, and the room has seen the end;
    2. then with the most running steps that leave the winner open, so that the winner isn't in
       front before that either;
    3. then the first by the numbers of the parts, so that there is exactly one, and where
       nothing is to be gained the parts come in the rubric's order.

    Exact up to `MOST_EXACT` parts: whether the winner is open depends on which parts were announced
    and not on their order, so the best way on from a set of parts is found once. Beyond that, the
    part to tell last is chosen first, then the one before it, each time the part without which the
    winner is open and stands lowest; of equals, the last by number.
    """
    count = len(parts.titles)
    if count <= MOST_EXACT:
        return _exact(count, cache(lambda told: _is_open(parts.running(told), winners)))
    return _greedy(count, lambda told: _openness(parts.running(told), winners))


def _exact(count: int, is_open: Callable[[frozenset[int]], bool]) -> tuple[int, ...]:
    everything = frozenset(range(count))

    @cache
    def held(told: frozenset[int]) -> tuple[int, int]:
        """The last open step and the number of them, by the best way on from `told`."""
        if told == everything:
            return 0, 0
        last, steps = max(held(told | {part}) for part in everything - told)
        if not is_open(told):
            return last, steps
        return max(last, len(told)), steps + 1

    order: list[int] = []
    for _ in range(count):
        told = frozenset(order)
        order.append(max(sorted(everything - told), key=lambda part: held(told | {part})))
    return tuple(order)


def _greedy(count: int, openness: Callable[[frozenset[int]], tuple[bool, int]]) -> tuple[int, ...]:
    before = frozenset(range(count))
    backwards: list[int] = []
    while len(before) > 1:
        last = max(before, key=lambda part: (*openness(before - {part}), part))
        backwards.append(last)
        before -= {last}
    return (*before, *reversed(backwards))


def _is_open(running: Collection[RunningPlace], winners: frozenset[TeamId]) -> bool:
    return winners != {one.team for one in running if one.place == 1}


def _openness(running: Collection[RunningPlace], winners: frozenset[TeamId]) -> tuple[bool, int]:
    """Whether the winner is open, and the lowest place of a winner, none being lower than all."""
    place_of = {one.team: one.place for one in running}
    lowest = max(place_of.get(team) or len(running) + 1 for team in winners)
    return _is_open(running, winners), lowest
