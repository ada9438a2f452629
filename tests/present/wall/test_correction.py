from dataclasses import replace

from judging_app.domain.event import Phase, Scene
from judging_app.domain.standings import Edition, Standing
from judging_app.present.wall.correction import MOST_CHANGES
from judging_app.present.wall.faces import Corrected, PlaceChange
from judging_app.present.wall.showing import WallView, wall_view
from tests.present.wall.facts import BERYL, DIORITE, SCORES, a_wall, standings_of

WHY = "A sheet was keyed for the wrong team."


def _view(before: tuple[Standing, ...], now: tuple[Standing, ...]) -> WallView:
    editions = (Edition(1, before), Edition(2, now, WHY, "The panel"))
    return wall_view(replace(a_wall(Scene.CORRECTION, Phase.PUBLISHED), editions=editions))


def _changes(view: WallView) -> list[PlaceChange]:
    return [change for page in _face(view).pages for change in page.changes]


def _face(view: WallView) -> Corrected:
    assert isinstance(view.face, Corrected)
    return view.face


def test_a_correction_says_the_edition_what_was_wrong_and_each_place_that_changed() -> None:
    before = standings_of({**SCORES, BERYL: SCORES[DIORITE], DIORITE: SCORES[BERYL]})

    view = _view(before, standings_of(SCORES))

    assert (view.title, view.aside, _face(view).why) == (
        "Correction",
        "Edition 2 of the result",
        WHY,
    )
    assert _changes(view) == [
        PlaceChange("1st place", "Beryl", "was 2nd"),
        PlaceChange("2nd place", "Diorite", "was 1st"),
    ]
    assert (_face(view).rest, _face(view).agreed) == (
        "All other places stay as announced.",
        "Agreed by The panel.",
    )
    assert "1st place: Beryl (was 2nd)" in view.spoken


def test_a_correction_gives_the_new_code_of_the_result() -> None:
    editions = (
        Edition(1, standings_of(SCORES)),
        Edition(2, standings_of(SCORES), WHY, "The panel", "CJPN 9M2D"),
    )

    view = wall_view(replace(a_wall(Scene.CORRECTION, Phase.PUBLISHED), editions=editions))

    assert view.foot == "The new code of the result: CJPN 9M2D"


def test_a_place_that_becomes_joint_leaves_none_at_the_next() -> None:
    joint = standings_of({**SCORES, DIORITE: SCORES[BERYL]})

    assert _changes(_view(standings_of(SCORES), joint)) == [
        PlaceChange("1st place", "Beryl and Diorite", "was 1st and 2nd"),
        PlaceChange("2nd place", "no team", "was Diorite"),
    ]


def test_an_edition_that_moves_nobody_says_so() -> None:
    less = standings_of({team: score - 1 for team, score in SCORES.items()})

    view = _view(standings_of(SCORES), less)

    face = _face(view)
    assert (face.pages, face.why, face.rest) == ((), WHY, "No place has changed.")


def test_many_changes_are_turned_in_pages() -> None:
    first, *rest = standings_of(SCORES)
    turned = (
        *(replace(one, place=(one.place or 0) - 1) for one in rest),
        replace(first, place=5),
    )

    view = _view(standings_of(SCORES), turned)

    assert len(_changes(view)) == 5
    assert all(len(page.changes) <= MOST_CHANGES for page in _face(view).pages)


def test_only_the_newest_edition_is_compared_with_the_one_before() -> None:
    changed = standings_of({**SCORES, BERYL: SCORES[DIORITE], DIORITE: SCORES[BERYL]})
    editions = (
        Edition(1, changed),
        Edition(2, standings_of(SCORES), "First reason"),
        Edition(3, standings_of(SCORES), "Second reason"),
    )

    wall = replace(a_wall(Scene.CORRECTION, Phase.PUBLISHED), editions=editions)
    view = wall_view(wall)

    assert view.aside == "Edition 3 of the result"
    assert (_face(view).why, _face(view).rest) == ("Second reason", "No place has changed.")


def test_until_it_is_published_a_correction_tells_no_place() -> None:
    published = a_wall(Scene.CORRECTION, Phase.PUBLISHED)
    assert len(published.editions) == 2
    amended = replace(a_wall(Scene.CORRECTION), editions=published.editions)

    view = wall_view(amended)

    assert _face(view) == Corrected("The result is being corrected.")
    assert WHY not in repr(view)
