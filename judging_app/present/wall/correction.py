"""The scene that puts a published result right, before everyone who heard the wrong one."""

from collections.abc import Iterator, Mapping, Sequence

from judging_app.ceremony.places import teams_by_place
from judging_app.domain.event import Phase, Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.standings import Edition
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.paging import paged
from judging_app.present.wall.view import ChangePage, PlaceChange, WallView
from judging_app.words import listed, ordinal

MOST_CHANGES = 6
"""Changes that are on the screen together."""

_TITLE = "Correction"
_NO_TEAM = "no team"


def correction(wall: WallFacts) -> WallView:
    """What the newest edition changed against the one before, and why.

    Until it is published, the audience sees that the result is being corrected and no more.
    """
    if wall.event.phase is not Phase.PUBLISHED or len(wall.editions) < 2:  # noqa: PLR2004 - a pair
        line = "The result is being corrected"
        return WallView(Scene.CORRECTION, title=_TITLE, lines=(line,), spoken=f"{_TITLE}. {line}")
    before, now = wall.editions[-2:]
    changes = tuple(_changes(before, now, {team.id: team.name for team in wall.setup.teams}))
    label = f"Edition {now.number} of the result"
    said = (now.why,) if changes else (now.why, "No place has changed")
    return WallView(
        Scene.CORRECTION,
        title=_TITLE,
        label=label,
        lines=said,
        changes=tuple(
            ChangePage(tuple(page), which) for page, which in paged(changes, MOST_CHANGES)
        ),
        spoken=". ".join((_TITLE, label, *said, *(_sentence(change) for change in changes))),
    )


def _sentence(change: PlaceChange) -> str:
    return f"{change.place}: {change.now} ({change.before})"


def _changes(before: Edition, now: Edition, names: Mapping[TeamId, str]) -> Iterator[PlaceChange]:
    old, new = teams_by_place(before.standings), teams_by_place(now.standings)
    for place in sorted({*old, *new}):
        was, has = old.get(place, ()), new.get(place, ())
        if frozenset(was) != frozenset(has):
            yield PlaceChange(
                f"{ordinal(place)} place", _listed(has, names), f"was {_listed(was, names)}"
            )


def _listed(teams: Sequence[TeamId], names: Mapping[TeamId, str]) -> str:
    return listed([names[team] for team in teams]) or _NO_TEAM
