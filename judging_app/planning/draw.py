"""Drawing the run order by lot, and what the draw keeps to."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

from judging_app.domain.ids import TeamId
from judging_app.domain.run_order import NO_PLAN, DayPlan, PlaceWish, Slot, WishedPlace
from judging_app.errors import DeskError


def drawn_order(
    slots: Sequence[Slot], seed: str, plan: DayPlan = NO_PLAN, out: Collection[TeamId] = ()
) -> tuple[Slot, ...]:
    """The teams by the SHA-256 digest of the seed and their id, lowest first.

    Any machine and any language gives the same order, which a library's random numbers don't
    promise from one version to the next. With wishes, each place in turn goes to the first team
    of that order that may have it and leaves the others a place that they may have. Teams that are
    `out` take no time.

    Raises:
        DeskError: if no order meets every wish.
    """
    own = {slot.team: slot for slot in slots}
    left = sorted(own, key=lambda team: (_digest(seed, team), team))
    open_to = _open_places(slots, plan, out)
    order: list[TeamId] = []
    for place in range(len(left)):
        fits = (
            team
            for team in left
            if place in open_to.get(team, (place,))
            and _can_be_placed({*open_to}.intersection(left) - {team}, open_to, place + 1)
        )
        found = next(fits, None)
        if found is None:
            raise DeskError("No order meets every wish. Remove one, then draw again.")
        order.append(found)
        left.remove(found)
    return tuple(own[team] for team in order)


def unmet_wishes(
    slots: Sequence[Slot], plan: DayPlan, begins: Mapping[TeamId, int]
) -> tuple[PlaceWish, ...]:
    """What this order doesn't keep to; `begins` is each turn's time, in minutes after midnight."""
    places = {slot.team: place for place, slot in enumerate(slots)}
    return tuple(
        wish
        for wish in plan.wishes
        if wish.team in places
        and not _allows(wish, places[wish.team], len(slots), plan, begins.get(wish.team))
    )


def _open_places(
    slots: Sequence[Slot], plan: DayPlan, out: Collection[TeamId]
) -> Mapping[TeamId, frozenset[int]]:
    """The places from 0 that each team with a wish may have; the others may have any.

    When a place begins hangs on who is before it: it is taken to begin as early as it can, after
    the shortest turns of the others. So "not before" holds whoever they are; where turns differ,
    an order that would just do may be passed over.
    """
    count = len(slots)
    lasts = {
        one.team: 0 if one.team in out else one.pitch_s + one.questions_s + plan.change_s
        for one in slots
    }

    def earliest(team: TeamId, place: int) -> int | None:
        if plan.begins is None:
            return None
        others = sorted(lasts[one] for one in lasts if one != team)
        beside = sum(entry.lasts_s for entry in plan.entries if entry.after <= place)
        return plan.begins + (beside + sum(others[:place])) // 60

    return {
        slot.team: frozenset(
            place
            for place in range(count)
            if all(
                _allows(wish, place, count, plan, earliest(slot.team, place))
                for wish in plan.wishes
                if wish.team == slot.team
            )
        )
        for slot in slots
        if slot.team in {wish.team for wish in plan.wishes}
    }


def _allows(wish: PlaceWish, place: int, count: int, plan: DayPlan, begins: int | None) -> bool:
    pauses = [one.after for one in plan.entries if 0 < one.after < count]
    match wish.kind:
        case WishedPlace.NOT_FIRST:
            return place > 0
        case WishedPlace.NOT_LAST:
            return place < count - 1
        case WishedPlace.BEFORE_BREAK:
            return place < min(pauses, default=0)
        case WishedPlace.AFTER_BREAK:
            return place >= min(pauses, default=count)
        case WishedPlace.NOT_BEFORE:
            return begins is None or begins >= (wish.at or 0)


def _can_be_placed(
    teams: Collection[TeamId], open_to: Mapping[TeamId, frozenset[int]], first: int
) -> bool:
    """Whether each team can have a place of its own from `first` on: a matching by paths."""
    holder: dict[int, TeamId] = {}

    def seat(team: TeamId, tried: set[int]) -> bool:
        for place in sorted(open_to[team]):
            if place < first or place in tried:
                continue
            tried.add(place)
            if place not in holder or seat(holder[place], tried):
                holder[place] = team
                return True
        return False

    return all(seat(team, set()) for team in sorted(teams))


def _digest(seed: str, team: TeamId) -> str:
    return hashlib.sha256(f"{seed}\0{team}".encode()).hexdigest()
