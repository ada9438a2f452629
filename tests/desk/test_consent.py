"""Whoever isn't to be named outside is on no way out, and gets their own all the same."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import pytest

from judging_app.closed_sets import complete
from judging_app.desk import projector, scoring
from judging_app.desk.certificates.making import certificates_job
from judging_app.desk.desk import Desk
from judging_app.desk.handing_out.day_papers import DayPaper, day_job
from judging_app.desk.handing_out.sending import merge_job
from judging_app.desk.open_data.bundles import data_job, event_data
from judging_app.desk.set_up import changing
from judging_app.domain.event import Phase, Reader, Scene
from judging_app.domain.ids import ParticipantId
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.people import Naming
from judging_app.domain.roles import ORGANISER
from judging_app.domain.set_up.consent import Door, names_at
from judging_app.present.open_data.kinds import DataChoice, DataKind
from tests.desk.small_event import LANTERN, PINS, bring_to, publish, submit_all

WHO = ParticipantId("P1")
NAME = "Zoë Ó Sé"
_EVERYBODY = DataChoice(Reader.PUBLIC, has_names=True)
_PANEL = DataChoice(Reader.PANEL, has_names=True)

Way = Callable[[Desk], object]
WAYS: Mapping[Door, tuple[Way, ...]] = complete(
    {
        Door.ROOM: tuple(
            partial(projector.preview, actor=ORGANISER, scene=scene) for scene in Scene
        ),
        Door.EVERYBODY: (
            lambda desk: event_data(desk, ORGANISER, _EVERYBODY).tables,
            lambda desk: data_job(desk, ORGANISER, _EVERYBODY, [DataKind.PAGE]).page,
            lambda desk: data_job(desk, ORGANISER, _EVERYBODY, [DataKind.BADGES]).badges,
            lambda desk: day_job(desk, ORGANISER, DayPaper.WINNERS),
        ),
        Door.TEAM: (
            lambda desk: certificates_job(desk, ORGANISER, CertificateKind.TEAMS),
            lambda desk: certificates_job(desk, ORGANISER, CertificateKind.WINNERS),
            lambda desk: day_job(desk, ORGANISER, DayPaper.TEAMS),
        ),
        Door.OWN: (
            lambda desk: certificates_job(desk, ORGANISER, CertificateKind.PARTICIPANTS),
            lambda desk: merge_job(desk, ORGANISER),
        ),
        Door.WORK: (
            lambda desk: event_data(desk, ORGANISER, _PANEL).tables,
            lambda desk: day_job(desk, ORGANISER, DayPaper.NAMES),
        ),
    }
)


@pytest.fixture
def published(new_desk: Desk) -> Desk:
    desk = new_desk
    setup = desk.recorded_setup()
    people = tuple(
        replace(one, team=LANTERN, naming=Naming.NOTHING if one.id == WHO else Naming.NAME)
        for one in setup.participants
    )
    changing.change(desk, ORGANISER, replace(setup, participants=people))
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    scoring.close_scoring(desk, ORGANISER)
    publish(desk, PINS[ORGANISER])
    return desk


def _told(way: Way, desk: Desk) -> str:
    """All that goes out; a name is one whatever blanks are in it."""
    return repr(way(desk)).replace(r"\xa0", " ")


@pytest.mark.parametrize("door", list(Door))
def test_a_name_goes_out_by_no_door_that_is_closed_to_it(door: Door, published: Desk) -> None:
    for way in WAYS[door]:
        found = _told(way, published)

        if door in (Door.OWN, Door.WORK):
            assert NAME in found
        else:
            assert NAME not in found, way
            assert "z@example.org" not in found


def test_the_others_are_named_and_told_how_many_more_there_are(published: Desk) -> None:
    people = published.recorded_setup().participants

    assert names_at(people, Door.ROOM) == ("Łucja Żak", "Ann Lee", "1 more")
    assert names_at(people[:1], Door.ROOM) == ("1 person",)
    by_initials = replace(people[0], naming=Naming.INITIALS)
    assert names_at((by_initials, *people[1:]), Door.ROOM)[0] == "Z. Ó. S."
    assert names_at(people, Door.OWN) == (NAME, "Łucja Żak", "Ann Lee")
    for way in (*WAYS[Door.EVERYBODY], *WAYS[Door.TEAM]):
        assert "Łucja Żak" in _told(way, published)


def test_who_may_be_named_is_on_the_record_and_may_change_after_publishing(published: Desk) -> None:
    setup = published.recorded_setup()
    people = tuple(replace(one, naming=Naming.NAME) for one in setup.participants)
    changing.change(published, ORGANISER, replace(setup, participants=people))

    assert NAME in repr(event_data(published, ORGANISER, _EVERYBODY).tables)
    assert published.verification().findings == ()
