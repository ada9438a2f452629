"""The scene that puts a published result right, before everyone who heard the wrong one."""

from collections.abc import Iterator, Mapping

from judging_app.ceremony.places import teams_by_place
from judging_app.domain.event import Phase, Scene
from judging_app.domain.ids import TeamId
from judging_app.domain.standings import Edition
from judging_app.present.wall.faces import ChangePage, Corrected, PlaceChange
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.paging import paged
from judging_app.present.wall.view import WallView
from judging_app.words import listed, ordinal

MOST_CHANGES = 3
"""Changes that are on the screen together."""

_TITLE = "Correction"
_NO_TEAM, _NO_PLACE = "no team", "without a place"


def correction(wall: WallFacts) -> WallView:
    """What the newest edition changed against the one before, and why.

    Until it is published, the audience sees that the result is being corrected and no more.
    """
    if wall.event.phase is not Phase.PUBLISHED or len(wall.editions) < 2:  # noqa: PLR2004 - a pair
        line = "The result is being corrected"
        return WallView(
            Scene.CORRECTION, Corrected(f"{line}."), title=_TITLE, spoken=f"{_TITLE}. {line}"
        )
    before, now = wall.editions[-2:]
    changes = tuple(_changes(before, now, {team.id: team.name for team in wall.setup.teams}))
    label = f"Edition {now.number} of the result"
    rest = "All other places stay as announced." if changes else "No place has changed."
    face = Corrected(
        now.why,
        tuple(ChangePage(tuple(page), which) for page, which in paged(changes, MOST_CHANGES)),
        rest,
        f"Agreed by {now.agreed_by}." if now.agreed_by else "",
    )
    said = (_TITLE, label, now.why.rstrip("."), *(_sentence(one) for one in changes), rest)
    return WallView(
        Scene.CORRECTION,
        face,
        title=_TITLE,
        aside=label,
        foot=f"The new code of the result: {now.fingerprint}" if now.fingerprint else "",
        spoken=". ".join(said),
    )


def _sentence(change: PlaceChange) -> str:
    return f"{change.place}: {change.now} ({change.before})"


def _changes(before: Edition, now: Edition, names: Mapping[TeamId, str]) -> Iterator[PlaceChange]:
    """Each place that others have now, with the places where they were announced first."""
    old, new = teams_by_place(before.standings), teams_by_place(now.standings)
    was = {team: place for place, teams in old.items() for team in teams}
    for place in sorted({*old, *new}):
        had, has = old.get(place, ()), new.get(place, ())
        if frozenset(had) == frozenset(has):
            continue
        places = [ordinal(was[team]) if team in was else _NO_PLACE for team in has]
        first = listed([*dict.fromkeys(places)]) or listed([names[team] for team in had])
        yield PlaceChange(
            f"{ordinal(place)} place",
            listed([names[team] for team in has]) or _NO_TEAM,
            f"was {first}",
        )
