"""Names that are markup, links or paths are only names, on every screen and on every paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from judging_app.desk import events, papers, reveal, scoring
from judging_app.desk.desk import Desk
from judging_app.desk.handing_out import gallery
from judging_app.domain.event import Event
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.people import Organisation, Participant, Team
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.setup import Intake, Setup
from judging_app.errors import OutputError
from judging_app.export.papers import write_paper
from judging_app.present.organiser.papers import Filing, PaperJob, certificates_title
from tests.desk.small_event import ADA, PINS, small_setup, submit_all
from tests.faults.row_run import RowRun
from tests.journeys.opened_files import Openings, on_linux, openings
from tests.ui.every_screen import DayOnFile, states
from ui.day import Day
from ui.wall.projector import Projector
from ui.window import Window

pytestmark = on_linux


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture of ours, whose name is in every name of the event."""
    path = tmp_path / "p.png"
    Image.new("RGB", (8, 8), "red").save(path)
    return path


@pytest.fixture
def opened(picture: Path) -> Iterator[Openings]:
    with openings(picture) as watched:
        yield watched


@pytest.fixture
def names(picture: Path) -> tuple[str, ...]:
    return (
        f'<img src="{picture}">',
        f"<img src='file://{picture}'/><b>Ann</b>",
        f'<a href="file://{picture}">here</a>',
        f"<table background='{picture}'><tr><td>x",
        f"R&D <3 {picture}",
        f"../../{picture.name}",
        "{\\rtf1} )(Tj &lt;b&gt; %s {0}",
        "<h1>CON</h1>",
    )


@pytest.fixture
def path(tmp_path: Path, names: tuple[str, ...]) -> Path:
    folder = tmp_path / "event"  # what lies beside an event is looked at for copies of it
    folder.mkdir()
    made = folder / "hostile.pitchday"
    event = Event(names[0], date(2019, 3, 15), names[1])
    events.create_event(made, event, Intake(hostile(small_setup(), names)), PINS)
    desk = events.open_event(made)
    scoring.open_scoring(desk, ORGANISER)
    desk.close()
    return made


def hostile(setup: Setup, names: tuple[str, ...]) -> Setup:
    """The small event with such names for everybody and everything."""
    organisations = [*setup.organisations]
    people, teams = [*setup.participants], [*setup.teams]
    for at, name in enumerate(names[:2]):
        organisations[at] = Organisation(organisations[at].id, name)
    for at, name in enumerate(names[2:5]):
        teams[at] = Team(teams[at].id, name)
    for at, name in enumerate(names[5:]):
        people[at] = replace(people[at], name=name)
    people += [
        replace(people[0], id=type(people[0].id)(f"P{9 + at}"), name=name, email="")
        for at, name in enumerate(names)
    ]
    judges = tuple(
        replace(judge, name=name) for judge, name in zip(setup.judges, names, strict=False)
    )
    return replace(
        setup,
        organisations=tuple(organisations),
        teams=tuple(teams),
        participants=tuple[Participant, ...](people),
        judges=judges,
    )


@pytest.mark.row(54)
def test_no_screen_takes_a_name_for_markup_or_opens_what_it_names(
    qapp: QApplication, qtbot: QtBot, path: Path, opened: Openings, row_run: RowRun
) -> None:
    window = Window(Day(), Projector(is_motion_reduced=True))
    qtbot.addWidget(window)
    qtbot.addWidget(window.projector)
    window.resize(1366, 768)
    window.show()
    rich, seen = [], 0
    for state in states(window, DayOnFile(path, ADA)):
        qapp.processEvents()
        window.grab()
        seen += 1
        rich += [(state, label.text()) for label in window.findChildren(QLabel) if is_rich(label)]
    window.close()

    assert rich == []
    row_run.tried("screens", seen, silent=opened.count())


def is_rich(label: QLabel) -> bool:
    """Whether Qt would take its text for markup."""
    return label.textFormat() != Qt.TextFormat.PlainText and "<" in label.text()


@pytest.mark.row(54)
def test_a_label_that_takes_names_for_markup_would_be_found(
    qtbot: QtBot, names: tuple[str, ...], opened: Openings
) -> None:
    label = QLabel(names[0])
    qtbot.addWidget(label)
    label.grab()

    assert is_rich(label)
    assert opened.count()


@pytest.mark.row(53, 57)
def test_no_paper_opens_or_links_what_a_name_names_and_every_file_is_in_its_folder(
    path: Path, tmp_path: Path, opened: Openings, row_run: RowRun
) -> None:
    desk = events.open_event(path)
    submit_all(desk)
    scoring.close_scoring(desk, ORGANISER)
    reveal.plan_reveal(desk, HOST, RevealKind.LAST_TO_FIRST)
    scoring.publish(desk, ORGANISER)
    folder = tmp_path / "papers" / "inside"
    folder.mkdir(parents=True)
    before = {one for one in tmp_path.rglob("*") if folder not in one.parents}

    jobs = [*jobs_of(desk)]
    for at, job in enumerate(jobs):
        for filing in Filing:
            write_paper(replace(job, filing=filing), folder / str(at))
    desk.close()

    files = sorted(folder.rglob("*.pdf"))
    row_run.tried("papers", len(files), silent=opened.count())
    assert [one for one in files if b"/URI" in one.read_bytes()] == []
    outside = {one for one in tmp_path.rglob("*") if folder not in one.parents}
    assert outside <= before
    assert all(PdfReader(one).pages for one in files)


_NOBODYS = (CertificateKind.AWARDS, CertificateKind.MENTORS, CertificateKind.VOLUNTEERS)


def jobs_of(desk: Desk) -> Iterator[PaperJob]:
    """Every paper that there is, but for certificates that nobody of the small event gets."""
    nobodys = [certificates_title(kind) for kind in _NOBODYS]
    for paper in gallery.OFFERED:
        job = paper.job(desk, ORGANISER)
        if paper.title not in nobodys:
            yield job
            continue
        with pytest.raises(OutputError, match="yet"):
            write_paper(job, desk.file.path.parent)
    yield papers.script_job(desk, HOST)
    yield papers.take_away_job(desk, ADA)
