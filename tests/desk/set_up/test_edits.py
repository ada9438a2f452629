"""What is typed into the tables of the set-up."""

from collections.abc import Sequence

import pytest

from judging_app.desk.set_up.edits import CellEdit, edited, without
from judging_app.domain.names import name_key, tidy_name
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError
from judging_app.present.set_up.tables import FORMS, Offer, SetUpTable, offers, table_rows
from tests.desk.small_event import small_setup
from tests.hard_names import HARD_NAMES

NEW_ROWS = {
    SetUpTable.PARTICIPANTS: {"name": "Eve Low", "organisation": "HMRC", "team": "perch"},
    SetUpTable.ORGANISATIONS: {"name": "DWP", "other_names": "D.W.P.; Work and Pensions"},
    SetUpTable.TEAMS: {"name": "Curlew"},
    SetUpTable.CHALLENGES: {"title": "Backlogs", "owner": "DWP", "team": "Heron"},
    SetUpTable.MENTORS: {"name": "Imani Odu", "office": "Head", "team": "Perch"},
    SetUpTable.VISITS: {"host": "HMRC", "held_on": "3 June 2019", "team": "Perch"},
    SetUpTable.JUDGES: {"name": "Dee Ode", "title": "Head", "organisation": "Kestrel Cloud"},
    SetUpTable.CRITERIA: {"title": "Evidence", "section": "Idea", "weight": "15"},
}
ANOTHER = {"held_on": "4 July 2020", "weight": "12", "scale": "2–9 by 0.5"}
FOLLOWING = {"share"}
"""What follows from the other rows too."""


def typed(setup: Setup, table: SetUpTable, key: str, **cells: str) -> Setup:
    return edited(setup, table, [CellEdit(key, *one) for one in cells.items()])


def cells_of(setup: Setup, table: SetUpTable) -> Sequence[dict[str, str]]:
    rows = [dict(row.cells) for row in table_rows(setup, table)]
    return [{key: cell for key, cell in row.items() if key not in FOLLOWING} for row in rows]


@pytest.mark.parametrize("table", list(SetUpTable))
def test_a_new_row_of_each_table_says_what_was_typed(table: SetUpTable) -> None:
    before = small_setup()
    after = typed(before, table, "+", **NEW_ROWS[table])

    found = cells_of(after, table)
    assert found[:-1] == cells_of(before, table) or table is SetUpTable.ORGANISATIONS
    for column, text in NEW_ROWS[table].items():
        assert name_key(found[-1][column]) == name_key(text)
    ids = [row.key for row in table_rows(after, table)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("table", [SetUpTable.PARTICIPANTS, SetUpTable.JUDGES, SetUpTable.MENTORS])
def test_every_hard_name_is_typed_and_corrected_letter_by_letter(table: SetUpTable) -> None:
    setup = small_setup()
    for name in HARD_NAMES:
        setup = typed(setup, table, "+", name="Ann Leigh")
        key = table_rows(setup, table)[-1].key
        setup = typed(setup, table, key, name=name)

    found = [cells["name"] for cells in cells_of(setup, table)][-len(HARD_NAMES) :]
    assert found == [tidy_name(name) for name in HARD_NAMES]


@pytest.mark.parametrize("table", list(SetUpTable))
def test_a_new_row_without_what_it_needs_is_refused_in_words(table: SetUpTable) -> None:
    needed = [one for one in FORMS[table].columns if one.is_needed]
    for column in needed:
        cells = {**NEW_ROWS[table], column.key: ""}
        with pytest.raises(DeskError, match=column.heading):
            typed(small_setup(), table, "+", **cells)


@pytest.mark.parametrize("table", list(SetUpTable))
def test_what_a_row_needs_cant_be_emptied(table: SetUpTable) -> None:
    setup = typed(small_setup(), table, "+", **NEW_ROWS[table])
    last = table_rows(setup, table)[-1].key
    for column in FORMS[table].columns:
        if column.is_needed:
            with pytest.raises(DeskError):
                typed(setup, table, last, **{column.key: " "})


@pytest.mark.parametrize("table", list(SetUpTable))
def test_every_column_that_can_be_typed_can_be_changed(table: SetUpTable) -> None:
    setup = typed(small_setup(), table, "+", **NEW_ROWS[table])
    row = table_rows(setup, table)[-1]
    others = {
        Offer.TEAMS: "Lantern",
        Offer.ORGANISATIONS: "Somebody Else",
        Offer.SECTORS: "charity",
        Offer.NAMED: "no",
        Offer.BEST: "lowest",
        Offer.KINDS: "organiser",
        Offer.COMMENT: "needed",
    }
    for column in FORMS[table].columns:
        if column.is_fixed:
            continue
        text = ANOTHER.get(column.key, others.get(column.offer, "Another"))
        after = typed(setup, table, row.key, **{column.key: text})
        assert cells_of(after, table)[-1][column.key] == text


def test_an_organisation_that_isnt_there_yet_is_added_and_one_by_another_name_is_known() -> None:
    setup = typed(small_setup(), SetUpTable.ORGANISATIONS, "O1", other_names="H.M.R.C.")
    setup = typed(setup, SetUpTable.PARTICIPANTS, "P2", organisation="H.M.R.C.")
    setup = typed(setup, SetUpTable.PARTICIPANTS, "P3", organisation="DWP")

    assert [one.name for one in setup.organisations] == ["HMRC", "Kestrel Cloud", "DWP"]
    assert [one.organisation for one in setup.participants[1:]] == ["O1", "O3"]


def test_a_team_that_isnt_there_is_refused_and_not_made_of_a_slip() -> None:
    with pytest.raises(DeskError, match="There is no team “Lamtern”"):
        typed(small_setup(), SetUpTable.PARTICIPANTS, "P1", team="Lamtern")


def test_what_is_shown_of_a_name_is_typed_or_begun_and_anything_else_is_refused() -> None:
    for text, said in (("I", "initials"), ("No", "no"), ("", "yes")):
        setup = typed(small_setup(), SetUpTable.PARTICIPANTS, "P1", naming=text)
        assert cells_of(setup, SetUpTable.PARTICIPANTS)[0]["naming"] == said
    with pytest.raises(DeskError, match="Type yes, initials or no"):
        typed(small_setup(), SetUpTable.PARTICIPANTS, "P1", naming="perhaps")


def test_a_team_is_known_by_a_part_of_its_name_that_no_other_has() -> None:
    setup = typed(small_setup(), SetUpTable.PARTICIPANTS, "P1", team="perc")
    names = {team.id: team.name for team in setup.teams}

    assert [names[one.team] for one in setup.participants if one.id == "P1" and one.team] == [
        "Perch"
    ]
    with pytest.raises(DeskError, match="There are 3 teams with “er” in their names"):
        typed(small_setup(), SetUpTable.PARTICIPANTS, "P1", team="er")


def test_a_block_of_new_people_comes_in_at_once() -> None:
    block = [CellEdit(f"+{at}", "name", f"Person {at}") for at in range(3)]
    setup = edited(small_setup(), SetUpTable.PARTICIPANTS, block)

    assert [one.name for one in setup.participants][3:] == ["Person 0", "Person 1", "Person 2"]
    assert [one.id for one in setup.participants][3:] == ["P4", "P5", "P6"]


def test_a_team_that_is_removed_leaves_its_people_and_takes_its_challenge_and_visits() -> None:
    setup = without(small_setup(), SetUpTable.TEAMS, ["T1", "T2"])

    assert [team.id for team in setup.teams] == ["T3"]
    assert (setup.challenges, setup.visits) == ((), ())
    with_mentor = typed(small_setup(), SetUpTable.MENTORS, "+", name="Imani", team="Heron")
    assert without(with_mentor, SetUpTable.TEAMS, ["T3"]).mentors[0].team is None
    assert [one.team for one in setup.participants] == [None, None, None]


def test_names_that_are_typed_into_a_team_join_it_and_nobody_leaves() -> None:
    setup = typed(small_setup(), SetUpTable.TEAMS, "T1", members="Ann Lee; Eve Low, łucja żak")

    names = {one.name: one.team for one in setup.participants}
    assert names == {"Zoë Ó Sé": "T1", "Łucja Żak": "T1", "Ann Lee": "T1", "Eve Low": "T1"}
    assert [one.id for one in setup.participants] == ["P1", "P2", "P3", "P4"]
    assert typed(setup, SetUpTable.TEAMS, "T1", members="") == setup
    two = typed(setup, SetUpTable.PARTICIPANTS, "+", name="Ann Lee")
    with pytest.raises(DeskError, match="2 people are called Ann Lee"):
        typed(two, SetUpTable.TEAMS, "T2", members="Ann Lee")


def test_an_organisation_that_somebody_is_of_isnt_removed() -> None:
    setup = typed(small_setup(), SetUpTable.ORGANISATIONS, "+", name="Nobody’s")

    with pytest.raises(DeskError, match="“HMRC” is still named"):
        without(setup, SetUpTable.ORGANISATIONS, ["O1"])
    mentored = typed(setup, SetUpTable.MENTORS, "+", name="Imani", organisation="Nobody’s")
    with pytest.raises(DeskError, match="“Nobody’s” is still named by people or mentors"):
        without(mentored, SetUpTable.ORGANISATIONS, ["O3"])
    left = without(setup, SetUpTable.ORGANISATIONS, ["O3"])
    assert left == small_setup()


def test_who_is_in_no_team_or_has_a_name_twice_is_to_be_looked_at() -> None:
    setup = typed(small_setup(), SetUpTable.PARTICIPANTS, "+", name="ann lee", team="Perch")
    marks = {row.key: row.marks for row in table_rows(setup, SetUpTable.PARTICIPANTS)}

    assert marks["P3"] == {"team": "is in no team", "name": "is one of 2 people of this name"}
    assert marks["P4"] == {"name": "is one of 2 people of this name"}
    assert not marks["P1"]


def test_columns_offer_what_there_is() -> None:
    found = offers(small_setup())

    assert found[Offer.TEAMS] == ("Lantern", "Perch", "Heron")
    assert found[Offer.SECTORS] == ("government", "industry")
    assert found[Offer.NOTHING] == ()
