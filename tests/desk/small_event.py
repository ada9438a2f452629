"""A small event: three judges, three teams, two criteria, one of them in half points."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from uuid import uuid4

import pytest
from filelock import FileLock
from sqlite_utils import Database

from judging_app.desk import ballots, events, reveal, scoring, sheets, sign_in
from judging_app.desk.desk import Changed, Desk
from judging_app.domain.acts import Publish
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import (
    ChallengeId,
    CriterionId,
    DeviceId,
    JudgeId,
    OrganisationId,
    ParticipantId,
    TeamId,
    VisitId,
)
from judging_app.domain.keying import TURNS, Keying
from judging_app.domain.panel import Judge
from judging_app.domain.people import Challenge, Organisation, Participant, Team, Visit
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor, Role
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Intake, Setup
from judging_app.store.event_file import EventFile
from judging_app.timepiece import Clocks

J1, J2, J3 = JudgeId("J1"), JudgeId("J2"), JudgeId("J3")
LANTERN, PERCH, HERON = TeamId("T1"), TeamId("T2"), TeamId("T3")
IMPACT, DELIVERY = CriterionId("impact"), CriterionId("delivery")
JUDGES = (J1, J2, J3)
TEAMS = (LANTERN, PERCH, HERON)
ADA, BO, CY = (Actor(Role.JUDGE, judge) for judge in JUDGES)
ACTORS: Mapping[Role, Actor] = {
    Role.ORGANISER: ORGANISER,
    Role.HOST: HOST,
    Role.SCORER: SCORER,
    Role.JUDGE: ADA,
}
PINS: Mapping[Actor, str] = {
    ADA: "270918",
    BO: "384756",
    CY: "592713",
    ORGANISER: "816204",
    HOST: "639175",
    SCORER: "450862",
}
PASSPHRASE = "eleven quiet herons at dawn"  # noqa: S105 - of an invented event
RUBRIC = Rubric(
    (
        Criterion(IMPACT, "Impact", Fraction(60), 1, 10),
        Criterion(DELIVERY, "Pitch delivery", Fraction(40), 0, 10, Fraction(1, 2)),
    )
)
EVENT = Event("Small pitch day", date(2019, 3, 15), "The Old Library")
STARTS_AT = datetime(2019, 3, 15, 9, tzinfo=UTC)


class Clock(Clocks):
    """A computer's clocks that stand still until they are told that time passes."""

    def __init__(self) -> None:
        self.time, self.steady = STARTS_AT, 1_000.0
        self.start = uuid4().hex

    def now(self) -> datetime:
        return self.time

    def steady_s(self) -> float:
        return self.steady

    def start_id(self) -> str:
        return self.start

    def pass_s(self, seconds: float) -> None:
        self.steady += seconds
        self.set_s(seconds)

    def set_s(self, seconds: float) -> None:
        """Put the time of day forward, or back."""
        self.time += timedelta(seconds=seconds)

    def start_again(self) -> None:
        """Switch the computer off and on."""
        self.start, self.steady = uuid4().hex, 7.0


def small_setup() -> Setup:
    hmrc, kestrel = OrganisationId("O1"), OrganisationId("O2")
    return Setup(
        organisations=(Organisation(hmrc, "HMRC"), Organisation(kestrel, "Kestrel Cloud")),
        teams=(Team(LANTERN, "Lantern"), Team(PERCH, "Perch"), Team(HERON, "Heron")),
        participants=(
            Participant(
                ParticipantId("P1"), "Zoë Ó Sé", "z@example.org", "government", hmrc, "", LANTERN
            ),
            Participant(
                ParticipantId("P2"), "Łucja Żak", "l@example.org", "industry", kestrel, "", PERCH
            ),
            Participant(ParticipantId("P3"), "Ann Lee", "", "industry", kestrel, "Analyst", None),
        ),
        challenges=(Challenge(ChallengeId("C1"), "Appeals", hmrc, LANTERN),),
        visits=(Visit(VisitId("V1"), kestrel, date(2019, 3, 4), PERCH),),
        rubric=RUBRIC,
        judges=(
            Judge(J1, "Ada Reed", "Dr", hmrc, "government"),
            Judge(J2, "Bo Lund"),
            Judge(J3, "Cy Orr"),
        ),
    )


def make_small_event(path: Path, *taken_in: Ballot) -> None:
    events.create_event(path, EVENT, Intake(small_setup(), taken_in), PINS, clocks=Clock())


def score_wholly(
    desk: Desk, judge: JudgeId, team: TeamId, impact: int = 7, delivery: int = 5
) -> None:
    own = Actor(Role.JUDGE, judge)
    ballots.score(desk, own, judge, team, IMPACT, impact)
    ballots.score(desk, own, judge, team, DELIVERY, delivery)


def submit_wholly(
    desk: Desk, judge: JudgeId, team: TeamId, impact: int = 7, delivery: int = 5
) -> None:
    score_wholly(desk, judge, team, impact, delivery)
    ballots.submit(desk, Actor(Role.JUDGE, judge), judge, team)


def key_wholly(
    desk: Desk, judge: JudgeId, team: TeamId, impact: int = 7, delivery: int = 5
) -> None:
    """Key a sheet twice, alike; it is not settled yet."""
    for turn in TURNS:
        scores = {IMPACT: impact, DELIVERY: delivery}
        sheets.key_sheet(desk, SCORER, Keying(judge, team, turn, "EM", scores, is_done=True))


def confirm_reveal(desk: Desk) -> None:
    """Let two people agree that the reveal may begin."""
    reveal.confirm_reveal(desk, HOST, ORGANISER, PINS[ORGANISER])


def tell(desk: Desk, steps: int) -> None:
    """Tell the first `steps` of the reveal, confirmed first where it isn't."""
    if not desk.programme().confirmed_by:
        confirm_reveal(desk)
    reveal.reveal_to(desk, HOST, steps)


def submit_all(desk: Desk) -> None:
    """Submit nine ballots, no two teams with the same score."""
    for judge in JUDGES:
        for team, impact in zip(TEAMS, (9, 7, 4), strict=True):
            submit_wholly(desk, judge, team, impact)


def bring_to(desk: Desk, phase: Phase) -> None:
    """Take an event that is being set up to `phase`."""
    if phase is Phase.SETTING_UP:
        return
    scoring.open_scoring(desk, ORGANISER)
    if phase is Phase.SCORING:
        return
    scoring.close_scoring(desk, ORGANISER, "The test needs it closed.")
    if phase is Phase.PUBLISHED:
        publish(desk, PINS[ORGANISER])


def publish(desk: Desk, pin: str) -> Changed:
    """Publish as the organiser, who enters their PIN again where the desk asks for it."""
    if desk.asks_again:
        sign_in.confirm(desk, ORGANISER, Publish, pin)
    return scoring.publish(desk, ORGANISER)


@contextmanager
def in_memory(path: Path) -> Iterator[Desk]:
    """An event without a disk, so that a thousand days take no longer than one."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as kept:
        db = _copied(kept)
    with closing(db):
        yield _opened(db, path)


@contextmanager
def copy_of(desk: Desk) -> Iterator[Desk]:
    """Another event in memory, as far as this one has come."""
    with closing(_copied(desk.file.db.conn)) as db:
        yield _opened(db, desk.file.path)


def _copied(kept: sqlite3.Connection) -> Database:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    kept.backup(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    return Database(connection, execute_plugins=False)


def _opened(db: Database, path: Path) -> Desk:
    lock = FileLock(path.with_name("never-taken.lock"))
    return Desk(EventFile(path, db, DeviceId("0a0b0c0d"), lock), Clock(), asks_again=False)


@contextmanager
def naming(*what: str) -> Iterator[None]:
    """Say of a failure which turn of the loop it was."""
    try:
        yield
    except BaseException as failure:
        failure.add_note(f"Here: {', '.join(what)}")
        raise


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "small.pitchday"
    make_small_event(path)
    return path


@pytest.fixture
def small_path(template: Path, tmp_path: Path) -> Path:
    """A closed file of the small event, being set up, alone in its folder."""
    folder = tmp_path / "event"
    folder.mkdir()
    return Path(shutil.copy(template, folder / "small.pitchday"))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def new_desk(small_path: Path, clock: Clock) -> Iterator[Desk]:
    """The small event, open while it is set up."""
    desk = events.open_event(small_path, clock)
    yield desk
    desk.close()


@pytest.fixture
def desk(new_desk: Desk) -> Desk:
    """The small event, open for scoring."""
    bring_to(new_desk, Phase.SCORING)
    return new_desk


@pytest.fixture
def scoring_in_memory(template: Path) -> Iterator[Desk]:
    """The small event, open for scoring, without a disk."""
    with in_memory(template) as desk:
        bring_to(desk, Phase.SCORING)
        yield desk
