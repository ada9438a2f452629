from datetime import date

from judging_app.domain.event import Event
from judging_app.present.organiser.script import ScriptRow, script, script_stem

EVENT = Event("Tech Connect", date(2019, 6, 3), "Church House")


def test_every_step_has_its_number_the_key_to_press_and_the_words_to_say() -> None:
    made = script(EVENT, ("In third place, Team Perch.", "In joint first place, two teams."))

    assert made.rows == (
        ScriptRow("1", "Press Page Down", "In third place, Team Perch."),
        ScriptRow("2", "Press Page Down", "In joint first place, two teams."),
    )


def test_how_names_are_said_belongs_to_the_step_that_names_them() -> None:
    said = {"Perch": "pursh", "Wŷn": "win", "Otter": "OT-er"}

    first, other = script(EVENT, ("Wŷn, of Perch.", "Two teams."), said=said).rows

    assert first.said == ("Wŷn: win", "Perch: pursh")
    assert other.said == ()


def test_a_script_says_whose_it_is_before_it_tells_anything() -> None:
    made = script(EVENT, (), record="Record 7K2M")

    assert made.caution.startswith("For the host only")
    assert (made.subtitle, made.record) == ("3 June 2019 · Church House", "Record 7K2M")


def test_the_file_is_called_by_the_event() -> None:
    assert script_stem("Tech Connect") == "Tech Connect - script of the reveal"
