"""Who is in a team, and what a move would change before anybody makes it."""

from dataclasses import replace

from judging_app.present.set_up.members import members_view, move_words
from tests.desk.small_event import PERCH, small_setup


def test_a_team_lists_its_members_and_no_team_those_in_none() -> None:
    setup = small_setup()

    assert [row.words for row in members_view(setup, "T1").rows] == ["Zoë Ó Sé · HMRC · government"]
    assert members_view(setup, "T1").title == "In Lantern: 1 person"
    assert [row.key for row in members_view(setup, "+").rows] == ["P3"]
    assert members_view(setup, "+").title == "In no team: 1 person"


def test_who_is_from_where_others_of_the_team_are_is_marked() -> None:
    setup = small_setup()
    together = replace(
        setup, participants=tuple(replace(one, team=PERCH) for one in setup.participants)
    )

    marked = [row.is_one_of_several for row in members_view(together, "T2").rows]
    assert marked == [False, True, True]


def test_a_move_says_what_it_changes_and_what_it_leaves() -> None:
    setup = small_setup()

    assert move_words(setup, "P3", "T2") == (
        "Ann Lee to Perch. People in a team: 0 to 1 → 0 to 2 · Sectors apart by at most 1 → 2 · "
        "Teams with an organisation twice: 0 → 1 · Working for their challenge’s owner: 1, as now."
    )
    assert move_words(setup, "P2", "T2") == ""
    assert move_words(setup, "P2", "+") == ""
