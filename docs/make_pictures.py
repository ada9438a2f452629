"""Makes every picture in docs/pictures: each screen and each paper, from the sample event.

Run it as `uv run python docs/make_pictures.py`. Pages of papers are drawn by pdftoppm, of
poppler-utils; without it they are left as they are, and it says so.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from judging_app.desk import ballots, projector, scoring
from judging_app.desk.events import create_event
from judging_app.domain.event import Board, Scene
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from judging_app.export.papers import write_certificates, write_score_sheets
from judging_app.intake.sample import read_sample
from judging_app.present.blank_sheets import blank
from judging_app.present.certificates import CertificateKind, certificates
from judging_app.present.score_sheets import by_judge, by_team
from ui import theme
from ui.projector import Projector
from ui.result import Part
from ui.wiring.day import Day
from ui.wiring.window import HOST_DESK, PAPERS, RESULT, Window

PICTURES = Path(__file__).parent / "pictures"
LAPTOP, LARGE = QSize(1366, 768), QSize(1920, 1080)
ROOM = QSize(1280, 720)
JUDGE = Actor(Role.JUDGE, JudgeId("J3"))


def main() -> None:
    """Make them all anew."""
    PICTURES.mkdir(exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        for name, text_scale in (("light", 1.0), ("dark", 1.0), ("light", 2.0)):
            theme.apply(app, name, text_scale)
            suffix = f"-{name}" + ("-200" if text_scale > 1 else "")
            take_screens(Path(folder) / f"day{suffix}.pitchday", suffix)
        take_papers(Path(folder))
    print(f"{len(list(PICTURES.glob('*.png')))} pictures in {PICTURES}")


def take_screens(path: Path, suffix: str) -> None:
    """Every screen in the look in force, and once what the room sees."""
    sample = read_sample(with_ballots=False)
    create_event(path, sample.event, sample.intake, sample.pins, opens_scoring=True)
    day, room = Day(), Projector(is_motion_reduced=True)
    window = Window(day, room)
    take(window, f"start{suffix}")
    window.open_event(path)
    take(window, f"sign-in{suffix}")
    take_judge(window, suffix)
    fill_in(day)
    take_host(window, suffix)
    take_organiser(window, suffix)
    take_room(window, suffix)
    window.close()


def take_judge(window: Window, suffix: str) -> None:
    """A judge who has submitted one team and is in the middle of another."""
    desk, judge = window.day.desk, JudgeId("J3")
    criteria = [criterion.id for criterion in desk.setup().rubric.criteria]
    for criterion, score in zip(criteria, (9, 8, 8, 8, 7), strict=True):
        ballots.score(desk, JUDGE, judge, TeamId("T1"), criterion, score)
    ballots.submit(desk, JUDGE, judge, TeamId("T1"))
    for criterion, score in zip(criteria[:3], (7, 10, 6), strict=True):
        ballots.score(desk, JUDGE, judge, TeamId("T2"), criterion, score)
    window.day.enter(JUDGE)
    take(window, f"judge-desk{suffix}")
    window.judge_desk.team_asked.emit("T2")
    take(window, f"scorecard{suffix}")
    for criterion, score in zip(criteria[3:], (8, 7), strict=True):
        window.scorecard.score_asked.emit(criterion, score)
    window.scorecard._open_read_back()  # noqa: SLF001 - the picture of a state, not a test
    take(window, f"read-back{suffix}")
    window.day.leave()


def fill_in(day: Day) -> None:
    """The rest of the sample's ballots, as they came."""
    for ballot in read_sample().intake.ballots:
        desk, state = day.desk, ballot.state.value
        own = Actor(Role.JUDGE, ballot.judge)
        if ballots.ballot(desk, own, ballot.judge, ballot.team).state.value == "submitted":
            continue
        match state:
            case "recused":
                ballots.recuse(desk, HOST, ballot.judge, ballot.team, "Owns the challenge")
            case "absent":
                ballots.mark_absent(desk, HOST, ballot.judge, ballot.team, "Left early")
            case _:
                for criterion, score in ballot.scores.items():
                    ballots.score(
                        desk, own, ballot.judge, ballot.team, CriterionId(criterion), score
                    )
                ballots.submit(desk, own, ballot.judge, ballot.team)


def take_live_board(window: Window) -> None:
    """The standings as the room may watch them while scoring is open."""
    desk = window.day.desk
    projector.show_board(desk, HOST, Board.LIVE)
    projector.show_scene(desk, HOST, Scene.STANDINGS)
    take_scene(window, window.projector, "room-standings-live")
    projector.show_scene(desk, HOST, Scene.HOLDING)
    window.projector.hide()


def take_host(window: Window, suffix: str) -> None:
    """The host before closing, and in the middle of the reveal."""
    window.day.enter(HOST)
    take(window, f"host-desk{suffix}")
    if suffix == "-light":
        take_live_board(window)
    window.day.act(lambda: scoring.close_scoring(window.day.desk, HOST))
    window.day.act(lambda: projector.reveal_to(window.day.desk, HOST, 3))
    window.entry_asked.emit(HOST_DESK)
    take(window, f"host-desk-reveal{suffix}")
    window.day.leave()


def take_organiser(window: Window, suffix: str) -> None:
    """The organiser's result, part by part, and papers."""
    window.day.enter(ORGANISER)
    window.entry_asked.emit(RESULT)
    for part in Part:
        window.result.buttons[part].click()
        name = "standings" if part is Part.STANDINGS else f"result-{part.value.lower()}"
        take(window, f"{name}{suffix}")
    window.entry_asked.emit(PAPERS)
    take(window, f"papers{suffix}")
    window.day.leave()


def take_room(window: Window, suffix: str) -> None:
    """What the room sees; it has one look, so it is taken once."""
    if suffix != "-light":
        return
    desk, room = window.day.desk, window.projector
    for scene in (Scene.HOLDING, Scene.PROGRESS, Scene.STANDINGS):
        projector.show_scene(desk, HOST, scene)
        take_scene(window, room, f"room-{scene.value.replace(' ', '-')}")
    projector.reveal_to(desk, HOST, 4)
    take_scene(window, room, "room-reveal-3rd-place")
    projector.reveal_to(desk, HOST, 6)
    take_scene(window, room, "room-reveal-winner")


def take_scene(window: Window, room: Projector, name: str) -> None:
    """One scene as the projector paints it."""
    room.show_view(projector.room_view(window.day.desk, "14:32"))
    take(room, name, ROOM)


def take(widget: QWidget, name: str, size: QSize = LAPTOP) -> None:
    """One picture of a window of this size, once it has settled."""
    widget.resize(size)
    widget.show()
    loop = QEventLoop()
    QTimer.singleShot(150, loop.quit)
    loop.exec()
    widget.grab().save(str(PICTURES / f"{name}.png"))


def take_papers(folder: Path) -> None:
    """The first page of each paper."""
    pdftoppm = shutil.which("pdftoppm")
    if pdftoppm is None:
        print("pdftoppm isn't here, so the papers' pictures are left as they are.")
        return
    sample = read_sample()
    event, setup, given = sample.event, sample.intake.setup, sample.intake.ballots
    record = "Record 7K2M-QX3F-9B4T-HW6C"
    rows = certificates(CertificateKind.PARTICIPANTS, event, setup, record=record)
    write_certificates(rows, folder, "certificate", is_single_file=True)
    write_score_sheets(by_judge(event, setup, given, record=record), folder, "sheet-by-judge")
    write_score_sheets(by_team(event, setup, given, record=record), folder, "sheet-by-team")
    write_score_sheets(blank(event, setup, record=record), folder, "sheet-blank")
    for name in ("certificate", "sheet-by-judge", "sheet-by-team", "sheet-blank"):
        subprocess.run(  # noqa: S603 - our own file
            [
                pdftoppm,
                "-r",
                "70",
                "-png",
                "-singlefile",
                f"{folder}/{name}.pdf",
                str(PICTURES / f"paper-{name}"),
            ],
            check=True,
        )


if __name__ == "__main__":
    main()
