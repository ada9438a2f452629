"""The names in their groups, and what is left of each."""

from dataclasses import replace

from judging_app.desk.set_up.names import every_name
from judging_app.present.set_up.names import name_proof_view, tick_words
from tests.desk.small_event import small_setup


def test_each_team_has_its_members_and_those_in_none_and_the_panel_stand_apart() -> None:
    setup = small_setup()
    first, *others = setup.participants
    setup = replace(setup, participants=(replace(first, team=None), *others))
    names = every_name(setup)
    view = name_proof_view(setup, names, {})

    titles = [group.title for group in view.groups]
    assert titles == [*(team.name for team in setup.teams), "In no team", "Panel"]
    assert sum(len(group.names) for group in view.groups) == len(names)
    assert view.groups[0].words == "0 of 1 right"
    assert tick_words(view.groups[-1]) == f"Tick all {len(setup.judges)} for the panel"
    assert view.words.endswith(f"{len(names)} to go")
