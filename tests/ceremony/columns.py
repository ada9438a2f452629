"""Results and parts of results for the tests of the ceremony."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from hypothesis import strategies as st

from judging_app.domain.ids import TeamId
from judging_app.domain.reveal import RunningPlace
from judging_app.domain.standings import Exclusion, Standing

A, B, C, D = (TeamId(name) for name in "ABCD")


@dataclass(frozen=True, slots=True)
class Columns:
    """Parts that add up: for each part, the points of every team; `None` has nothing in it."""

    titles: tuple[str, ...]
    points: tuple[dict[TeamId, int | None], ...]

    def running(self, told: Collection[int]) -> tuple[RunningPlace, ...]:
        """The sums so far, best first, then by name."""
        found: dict[TeamId, int | None] = {}
        for team in self.points[0]:
            own = [p for part in told if (p := self.points[part][team]) is not None]
            found[team] = sum(own) if own else None
        scores = sorted((score for score in found.values() if score is not None), reverse=True)
        rows = [
            RunningPlace(
                team,
                None if score is None else scores.index(score) + 1,
                None if score is None else Fraction(score),
            )
            for team, score in found.items()
        ]
        return tuple(sorted(rows, key=lambda row: (row.place or len(rows) + 1, row.team)))


def columns(*points: tuple[int, ...]) -> Columns:
    """One part for each tuple, which holds the points of the teams A, B, C and D."""
    return Columns(
        tuple(f"Part {number}" for number, _ in enumerate(points, start=1)),
        tuple(dict(zip((A, B, C, D), column, strict=False)) for column in points),
    )


def winners(parts: Columns) -> frozenset[TeamId]:
    """Who is first with all parts in."""
    everything = parts.running(range(len(parts.titles)))
    return frozenset(one.team for one in everything if one.place == 1)


def standing(
    team: str, place: int | None, *, is_tied: bool = False, exclusion: Exclusion | None = None
) -> Standing:
    """A standing with a score that goes with its place."""
    score = None if place is None else Fraction(100 - place)
    return Standing(TeamId(team), place, is_tied, score, 0 if place is None else 1, 1, exclusion)


@st.composite
def any_standings(draw: st.DrawFn, *, fewest: int = 0) -> tuple[Standing, ...]:
    """Groups of joint teams, best first, then teams without a ballot, then teams that are out."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=fewest, max_size=16))
    placed = [
        standing(f"T{1 + sum(sizes[:group])}{'abc'[at]}", 1 + sum(sizes[:group]), is_tied=size > 1)
        for group, size in enumerate(sizes)
        for at in range(size)
    ]
    unplaced = [standing(f"U{number}", None) for number in range(draw(st.integers(0, 2)))]
    out = [standing(f"X{one.name}", None, exclusion=one) for one in draw(st.sets(_EXCLUSIONS))]
    return (*placed, *unplaced, *out)


@st.composite
def any_columns(draw: st.DrawFn, *, most: int = 5) -> Columns:
    """A few teams and parts on small scales, so that ties are common."""
    teams = (A, B, C, D)[: draw(st.integers(1, 4))]
    count = draw(st.integers(1, most))
    return Columns(
        tuple(f"Part {number}" for number in range(1, count + 1)),
        tuple({team: draw(_POINTS) for team in teams} for _ in range(count)),
    )


_EXCLUSIONS = st.sampled_from(Exclusion)
_POINTS = st.sampled_from((0, 1, 2, 3, 5, None))
