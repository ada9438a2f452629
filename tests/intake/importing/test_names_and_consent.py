"""What people want to be called, how it is said and whether they may be named, from any list."""

import pytest

from judging_app.domain.people import Naming, Participant
from judging_app.domain.set_up.consent import Door, names_at
from judging_app.intake.tables.values import as_shown
from judging_app.present.set_up.importing import Status
from tests.intake.importing.importing import imported


def only(text: str) -> Participant:
    found = imported(text)
    assert not found.open
    return found.setup.participants[0]


@pytest.mark.parametrize(
    ("name", "preferred", "shown"),
    [
        ("Elizabeth Hall", "Beth", "Beth Hall"),
        ("Elizabeth Hall", "Beth Hall", "Beth Hall"),
        ("Elizabeth Hall", "", "Elizabeth Hall"),
        ("Siobhán Nic Gabhann", "Shiv", "Shiv Nic Gabhann"),
        ("Elizabeth Jane Hall", "jane", "Jane Hall"),
        ("Nguyễn Văn An", "An", "Nguyễn Văn An"),
        ("山田 太郎", "たろう", "たろう"),
        ("Sukarno", "Karno", "Karno"),
    ],
)
def test_a_preferred_name_is_shown_in_the_place_of_a_first_one(
    name: str, preferred: str, shown: str
) -> None:
    assert as_shown(name, preferred) == shown


@pytest.mark.parametrize(
    "titles",
    [
        "First name,Last name,Preferred name,Pronunciation,Consent",
        "Forename,Surname,What should we call you?,How do you say it?,May we show your name?",
        "First Name,Surname,Known as,Phonetic spelling,I agree to my name being used at the event",
        "Given name,Family name,Likes to be called,Sounds like,Can we show your name on screen?",
    ],
)
def test_such_columns_are_known_by_many_names(titles: str) -> None:
    one = only(f"{titles}\nElizabeth,Hall,Beth,BETH hawl,Y\nSam,Lee,,,No\n")

    assert (one.name, one.listed_name) == ("Beth Hall", "Elizabeth Hall")
    assert (one.said, one.naming) == ("BETH hawl", Naming.NAME)


@pytest.mark.parametrize(
    ("title", "cells", "named"),
    [
        ("May we show your name?", ("Yes", "No", ""), (True, False, False)),
        ("May we show your name?", ("yes", "maybe later", "ja"), (True, False, True)),
        ("Consent", ("✓", "", "✓"), (True, False, True)),
        ("Consent", ("TRUE", "FALSE", "1"), (True, False, True)),
        ("Do not publish my name", ("", "x", "no"), (True, False, True)),
        ("Photo consent", ("Yes", "No", ""), (True, True, True)),
        ("GDPR consent", ("Yes", "No", ""), (True, True, True)),
    ],
)
def test_nobody_is_named_outside_who_was_asked_and_didnt_say_yes(
    title: str, cells: tuple[str, ...], named: tuple[bool, ...]
) -> None:
    rows = "".join(f"Person {word},{cell}\n" for word, cell in zip("ABC", cells, strict=True))

    found = imported(f"Name,{title}\n{rows}")

    assert tuple(one.naming is Naming.NAME for one in found.setup.participants) == named
    is_asked = "?" in title or title == "Consent"
    has_gap = is_asked and bool({"", "maybe later"} & {*cells})
    assert any("plain yes" in note for note in found.notes) == has_gap


def test_somebody_may_be_shown_by_their_initials() -> None:
    one = only("Name,May we show your name?\nArjun Mehta,Initials only\n")

    assert (one.naming, names_at([one], Door.ROOM)) == (Naming.INITIALS, ("A. M.",))
    assert names_at([one], Door.OWN) == ("Arjun Mehta",)


def test_a_list_without_these_columns_leaves_what_was_said_before() -> None:
    first = imported("Name,Preferred name,Consent,Said\nElizabeth Hall,Beth,No,beth\n").setup

    again = imported("Name,Role\nElizabeth Hall,Analyst\n", setup=first)

    (one,) = again.setup.participants
    assert (one.name, one.listed_name, one.said) == ("Beth Hall", "Elizabeth Hall", "beth")
    assert (one.naming, one.role) == (Naming.NOTHING, "Analyst")
    assert [line.status for line in again.lines] == [Status.CHANGED]
    same = imported("Name,Preferred name,Consent,Said\nElizabeth Hall,Beth,No,beth\n", setup=first)
    assert [line.status for line in same.lines] == [Status.SAME]


def test_mentors_come_from_a_list_of_their_own_and_never_twice() -> None:
    teams = imported("Name,Team\nSam Lee,Lantern\n").setup
    text = "Mentor,Office,Organisation,Team,Pronunciation\nImani Odu,Head,HMRC,Lantern,ih-MAH-nee\n"

    found = imported(text, setup=teams, name="our mentors.csv")
    again = imported(text, setup=found.setup, name="our mentors.csv")

    (one,) = found.setup.mentors
    assert (one.name, one.office, one.said, one.team) == (
        *("Imani Odu", "Head", "ih-MAH-nee"),
        teams.teams[0].id,
    )
    assert again.setup == found.setup
    lost = imported("Mentor,Team\nImani Odu,Perch\n", setup=teams, name="mentors.csv")
    assert [question.doubtful for question in lost.open] == [
        "“Perch” isn’t a team of this event. Correct it."
    ]
    of_people = imported("Name,Team\nImani Odu,Perch\n", name="people.csv")
    assert of_people.setup.mentors == ()
