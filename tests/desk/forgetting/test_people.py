"""Forgetting the people of an event: nothing of them stays, and everything else does."""

import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from judging_app.bundle.bundle import bundle_bytes
from judging_app.bundle.reading import read_bundle
from judging_app.bundle.recomputing import recomputed
from judging_app.desk import ballots, decisions, events, panel, scoring, sheets, sign_in
from judging_app.desk.desk import Desk
from judging_app.desk.forgetting import places
from judging_app.desk.forgetting.people import (
    forget_people,
    forgotten_texts,
    is_forgotten,
    remarks_to_decide,
)
from judging_app.desk.handing_out import comments
from judging_app.desk.keeping import copies
from judging_app.desk.open_data.archiving import archive_job
from judging_app.desk.open_data.bundles import event_data
from judging_app.desk.record.checking import check_file
from judging_app.desk.standings import view
from judging_app.domain.acts import ForgetPeople
from judging_app.domain.event import Audience, Reader
from judging_app.domain.ids import JudgeId, ParticipantId
from judging_app.domain.journal import fingerprint
from judging_app.domain.keying import TURNS, Keying
from judging_app.domain.panel import Judge
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.domain.people import Participant
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor, Role
from judging_app.domain.setup import Intake, Setup
from judging_app.errors import DeskError, SignInError
from judging_app.export.archive import archived
from judging_app.forgetting.remarks import DELETED, Fate
from judging_app.present.open_data.kinds import DataChoice
from judging_app.store import journal
from judging_app.store.verify import verify_file
from tests.desk.small_event import (
    ADA,
    DELIVERY,
    EVENT,
    HERON,
    IMPACT,
    J1,
    J2,
    J3,
    LANTERN,
    PERCH,
    PINS,
    small_setup,
)

HARD = [
    one["name"].strip()
    for one in json.loads(
        (Path(__file__).parents[2] / "data" / "hard-names.json").read_text("utf-8")
    )
    if len(one["name"].split()) > 1 and one["name"].isprintable()
]
MARKED = "The tall one with the red scarf should pitch alone."
HALF_TYPED = "Zoë Ó S"
HALF_REWORDED = "She was cle"
KEPT = "Clear, and well rehearsed."
ADDRESS = "p{}.somebody@example.org"


def _people_setup() -> Setup:
    """The small event with everybody called by a name that is hard to handle."""
    setup = small_setup()
    hard = tuple(
        Participant(
            ParticipantId(f"P{number}"),
            " ".join(name.split()),
            ADDRESS.format(number),
            "industry",
            setup.organisations[1].id,
            f"Principal adviser {number}",
            (LANTERN, PERCH, HERON)[number % 3],
        )
        for number, name in enumerate(HARD, 10)
    )
    judges = (*setup.judges, Judge(JudgeId("d.fox"), "Dee Fox", "Director of Appeals"))
    return replace(setup, participants=(*setup.participants, *hard), judges=judges)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A published day with people in every kind of text, and a code that is made of a name."""
    folder = tmp_path / "event"
    folder.mkdir()
    setup = _people_setup()
    pins = {**PINS, Actor(Role.JUDGE, JudgeId("d.fox")): "640173"}
    events.create_event(folder / "day.pitchday", EVENT, Intake(setup), pins)
    return folder / "day.pitchday"


def _run_the_day(desk: Desk) -> None:
    fox = JudgeId("d.fox")
    scoring.open_scoring(desk, HOST)
    panel.add_judge(desk, HOST, "Walk In-Wendy", "Ms", "640174")
    with pytest.raises(SignInError):
        sign_in.sign_in(desk, Actor(Role.JUDGE, fox), "000000")
    ballots.comment(desk, ADA, J1, LANTERN, HALF_TYPED, "")
    ballots.comment(desk, ADA, J1, LANTERN, f"{HARD[0]} was clear.", MARKED)
    ballots.recuse(desk, HOST, fox, LANTERN, "Dee Fox’s cousin, Łucja Żak, pitches.")
    for turn in TURNS:
        scores = {IMPACT: 7, DELIVERY: 5}
        typed = Keying(J2, HERON, turn, "Ellen M.", scores, KEPT, "", is_done=True)
        sheets.key_sheet(desk, SCORER, typed)
    sheets.settle(desk, SCORER, J2, HERON)
    for judge, team, impact in ((J1, LANTERN, 9), (J2, LANTERN, 8), (J3, PERCH, 4), (J1, PERCH, 5)):
        own = Actor(Role.JUDGE, judge)
        ballots.score(desk, own, judge, team, IMPACT, impact)
        ballots.score(desk, own, judge, team, DELIVERY, 6)
        ballots.submit(desk, own, judge, team)
    scoring.close_scoring(desk, HOST, "Cy Orr and ada reed left for the 17:05.")
    decisions.decide_order(desk, ORGANISER, [[LANTERN, HERON]], "Zoë’s team moved us all.")
    for words in (HALF_REWORDED, f"{HARD[1]} was clear."):
        wanted = CommentReview(J1, LANTERN, CommentState.REWORDED, words)
        comments.review(desk, ORGANISER, [wanted])
    scoring.publish(desk, ORGANISER)


def _secrets(desk: Desk) -> list[str]:
    """Everything that may not be found afterwards."""
    setup = desk.recorded_setup()
    texts = [one.name for one in setup.participants] + [one.name for one in setup.judges]
    texts += [one.email for one in setup.participants if one.email]
    texts += [one.role for one in setup.participants if one.role]
    hashes = desk.file.db.execute("SELECT holder, pin_hash FROM sign_in").fetchall()
    texts += [kept for holder, kept in hashes if holder != ORGANISER.key]
    texts += [MARKED, HALF_TYPED, HALF_REWORDED, "Ellen M.", "d.fox", "ada reed"]
    return [*texts, "Director of Appeals"]


SAVED = ("archive.zip", *(f"{one.value}.zip" for one in Reader), "no names.zip")


def _save_data(desk: Desk, folder: Path, when: str) -> None:
    """A bundle for each audience, one without names, and an archive, beside the event."""
    choices = [*(DataChoice(one, has_ballots=True) for one in Reader)]
    choices.append(DataChoice(Reader.ORGANISER, has_names=False))
    bundles = [bundle_bytes(event_data(desk, ORGANISER, one)) for one in choices]
    assert all(recomputed(read_bundle(one)).is_same for one in bundles)
    written = (archived(archive_job(desk, ORGANISER)), *bundles)
    for name, content in zip(SAVED, written, strict=True):
        (folder / f"{when} {name}").write_bytes(content)


def _saved(folder: Path) -> set[str]:
    return {one.name for one in folder.glob("*.zip")}


def _contents(path: Path) -> Iterator[bytes]:
    """A file's bytes, and what is packed in it."""
    yield path.read_bytes()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as packed:
            yield from map(packed.read, packed.namelist())


def _found(secrets: list[str], folder: Path) -> list[str]:
    """Which of them are in any file, as text, as the journal writes it, or as wide letters."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    content = b"\0".join(part for path in paths for part in _contents(path))
    return [
        secret
        for secret in secrets
        for written in (
            secret.encode(),
            json.dumps(secret)[1:-1].encode(),
            secret.encode("utf-16-le"),
        )
        if written in content
    ]


def _fates(desk: Desk) -> Mapping[str, Fate]:
    found = remarks_to_decide(desk, ORGANISER)
    return {one.text: Fate.CODES for one in found} | {MARKED: Fate.DELETE}


def _standings(desk: Desk) -> list[tuple[object, ...]]:
    rows = view(desk, ORGANISER, Audience.PANEL).rows
    return [(one.team_id, one.place, one.exact_text, one.ballots_text) for one in rows]


@pytest.fixture
def day(made: Path) -> Iterator[Desk]:
    desk = events.open_event(made)
    _run_the_day(desk)
    yield desk
    desk.close()


def test_no_byte_of_event_and_copies_tells_of_anybody_once_they_are_forgotten(
    day: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    copies.choose_place(stick)
    for folder in copies.places(day):
        copies.copy_now(day, folder)
    (tmp_path / "event" / "my own copy.pitchday").write_bytes(day.file.content())
    secrets, before = _secrets(day), _standings(day)
    _save_data(day, tmp_path / "event", "before")
    there = _found(secrets, tmp_path)

    forget_people(day, ORGANISER, _fates(day))
    _save_data(day, tmp_path / "event", "after")
    left = places.delete_files(places.files_with_people(day))
    copies.copy_now(day)

    assert len(set(there)) == len(set(secrets))  # so that the search finds what is there
    assert left == ()
    assert _found(secrets, tmp_path) == []
    assert not (tmp_path / "event" / "my own copy.pitchday").exists()
    assert _saved(tmp_path / "event") == {f"after {one}" for one in SAVED}
    assert _standings(day) == before
    assert day.verification().findings == ()


@pytest.mark.parametrize("folder", ["rehearsals", "Saved elsewhere", "Saved elsewhere/day copies"])
def test_what_this_computer_keeps_elsewhere_is_deleted_too(
    day: Desk, own_folder: Path, folder: str
) -> None:
    kept = own_folder / folder / "day (rehearsal).pitchday"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(day.file.content())
    assert day.file.path.stem == "day"

    forget_people(day, ORGANISER, _fates(day))

    assert kept in [one.path for one in places.files_with_people(day)]
    assert places.delete_files(places.files_with_people(day)) == ()
    assert not kept.exists()


def test_even_before_the_pages_are_given_back_nothing_of_anybody_is_in_the_file(
    day: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(day.file, "settle", day.file.reopened)  # killed right after the change
    secrets = _secrets(day)

    forget_people(day, ORGANISER, _fates(day))

    assert _found(secrets, tmp_path / "event") == []
    assert day.verification().findings == ()


def test_the_record_still_verifies_and_says_so(day: Desk, made: Path) -> None:
    code = day.record_code()
    signed_before = len(day.verification().signed)
    forget_people(day, ORGANISER, _fates(day))
    found = day.verification()
    (said,) = forgotten_texts(found.forgets)
    day.close()

    checked = check_file(made)

    assert checked.faults == ()
    assert said in checked.proof
    assert len(found.signed) == signed_before + 1
    assert code in set(map(fingerprint, found.digests))


def test_what_was_decided_about_a_remark_becomes_of_it(day: Desk) -> None:
    forget_people(day, ORGANISER, _fates(day))

    kept = ballots.all_ballots(day, ORGANISER)
    judges = [one.id for one in day.recorded_setup().judges]
    assert kept[J1, LANTERN].for_team == "[P10] was clear."
    assert kept[J1, LANTERN].for_panel == DELETED
    assert kept[J2, HERON].for_team == KEPT
    assert kept[J2, HERON].keyed_by == "S1"
    assert "d.fox" not in judges
    assert kept[judges[3], LANTERN].reason == "[J4]’s cousin, [P2], pitches."


def test_nobody_but_the_organiser_can_sign_in_afterwards(day: Desk) -> None:
    forget_people(day, ORGANISER, _fates(day))

    for actor in (ADA, HOST, SCORER):
        with pytest.raises(SignInError, match="no PIN for this name yet"):
            sign_in.sign_in(day, actor, PINS[actor])
    assert sign_in.sign_in(day, ORGANISER, PINS[ORGANISER]).entries


def test_a_remark_that_names_somebody_and_that_nobody_decided_about_stops_it(day: Desk) -> None:
    with pytest.raises(DeskError, match="Nobody decided about"):
        forget_people(day, ORGANISER, {})

    assert not is_forgotten(day)
    assert any(one.name == "Dee Fox" for one in day.recorded_setup().judges)


def test_a_second_time_there_is_nobody_left(day: Desk) -> None:
    forget_people(day, ORGANISER, _fates(day))

    with pytest.raises(DeskError, match="nobody left"):
        forget_people(day, ORGANISER, _fates(day))


def test_the_next_copies_are_good_ones(day: Desk) -> None:
    before = copies.copying(day)
    before.run()
    forget_people(day, ORGANISER, _fates(day))

    after = copies.copying(day, after=before).run()

    assert after.is_good
    assert all("faulty" not in str(one.copy) for one in after.places)


@pytest.fixture
def unguarded(day: Desk, made: Path) -> Iterator[sqlite3.Connection]:
    """The event with its people forgotten, opened by someone who took the guards away."""
    forget_people(day, ORGANISER, _fates(day))
    day.close()
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journal SET body = replace(body, '9', '8') WHERE act = 'save ballot' AND salt = ''",
        "UPDATE journal SET reason = 'Another.' WHERE act = 'close scoring'",
        "UPDATE journal SET salt = '', body = replace(body, '8', '7') WHERE act = 'submit ballot'",
        "UPDATE journal SET actor = 'organiser' WHERE act = 'recuse judge'",
        "UPDATE journal SET body = replace(body, 'digest', 'digests') WHERE act = 'forget people'",
    ],
)
def test_what_is_changed_afterwards_is_found_as_before(
    change: str, unguarded: sqlite3.Connection, made: Path
) -> None:
    assert unguarded.execute(change).rowcount > 0

    assert any(
        "was changed after it was recorded" in one.what for one in verify_file(made).findings
    )


def test_an_act_of_forgetting_that_nobody_signed_is_found(day: Desk, made: Path) -> None:
    with day.file.transaction():
        day.file.record(ForgetPeople(3, ()), ORGANISER, day.now())
    day.close()

    assert [one.what for one in verify_file(made).findings] == [
        "it isn’t signed, though the event has a key"
    ]


def test_entries_without_anybody_keep_what_they_were_recorded_with(day: Desk) -> None:
    before = {one.key: one for one in day.entries()}
    forget_people(day, ORGANISER, _fates(day))

    after = journal.entries(day.file.db)
    same = [one for one in after if before.get(one.key) == one]
    scored = [one for one in after if one.act == "save ballot" and one.salt]
    changed = {one.act for one in after if one.key in before and not one.salt}
    assert len(same) + len([one for one in before.values() if one.act in changed]) >= len(before)
    assert scored  # a score alone is still held by what was recorded at the time
    assert all(one.digest == before[one.key].digest for one in after if one.key in before)
