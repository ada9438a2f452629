"""Makes a picture of each screen, scene and paper from the sample event.

Run it as `uv run python -m docs.make_pictures`: the whole gallery goes to `build/pictures`, and
those that README and the guides show to `docs/pictures` as well. Pages of papers are drawn by
pdftoppm, of poppler-utils; without it there are none, and it says so.
"""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from docs.projector_pictures import save, scene_pictures
from judging_app.desk import (
    ballots,
    calibration,
    clock,
    projector,
    reveal,
    scoring,
    sheets,
    sign_in,
)
from judging_app.desk.events import create_event, open_event
from judging_app.desk.keeping import copies
from judging_app.domain.acts import Publish
from judging_app.domain.event import Scene
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.keying import TURNS, Keying
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor, Role
from judging_app.export.papers import write_paper
from judging_app.intake.sample import read_sample, sample_pins
from judging_app.present.leaves.leaf import Leaves
from judging_app.present.organiser.blank_sheets import blank
from judging_app.present.organiser.certificates import CertificateFacts, certificates, occasion
from judging_app.present.organiser.papers import Certificates, PaperJob
from judging_app.present.organiser.score_sheets import by_judge, by_team
from judging_app.present.organiser.sheet_facts import SheetFacts
from ui import theme
from ui.day import Day
from ui.host.ballots import PANEL, RUN_ORDER, SAMPLE, BallotsDesk
from ui.judge.card import Scorecard
from ui.judge.desk import JudgeDesk
from ui.pages import (
    BALLOTS,
    CARD,
    HOST_DESK,
    LOOK,
    PAPERS,
    PROJECTOR,
    RECORD,
    RECOVERY,
    RESULT,
    SHEETS,
    TAKE_AWAY,
    TEAMS,
)
from ui.result.result import ResultPart, ResultScreen
from ui.scorer.desk import ScorerDesk
from ui.start.recovery_wiring import RecoveryWiring
from ui.wall.projector import Projector
from ui.window import Window
from ui.worker import Worker

ROOT = Path(__file__).resolve().parents[1]
GALLERY = ROOT / "build" / "pictures"
SHOWN = ROOT / "docs" / "pictures"
LAPTOP = QSize(1366, 768)
_PAGE = 4096
_DAMAGED = 48 * _PAGE
"""Where a page with scores begins."""
JUDGE = Actor(Role.JUDGE, JudgeId("J3"))


def main() -> None:
    """Make them all again."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        for name, text_scale in (("light", 1.0), ("dark", 1.0), ("light", 2.0)):
            theme.apply(app, name, text_scale)
            suffix = f"-{name}" + ("-200" if text_scale > 1 else "")
            take_screens(Path(folder) / f"day{suffix}.pitchday", suffix)
            take_practice(Path(folder) / f"practice{suffix}.pitchday", suffix)
            take_recovery(Path(folder) / f"damaged{suffix}.pitchday", suffix)
        theme.apply(app, "light", 1.0)
        take_papers(Path(folder))
        scene_pictures(GALLERY)
    print(f"{len(list(GALLERY.glob('*.png')))} pictures in {GALLERY}")
    for name in sorted(shown()):
        shutil.copyfile(GALLERY / name, SHOWN / name)


def shown() -> frozenset[str]:
    """The names of the pictures that README and the guides show."""
    pages = (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
    texts = (page.read_text(encoding="utf-8") for page in pages)
    return frozenset(name for text in texts for name in re.findall(r"pictures/([\w-]+\.png)", text))


def close(window: Window) -> None:
    """Close a window, though it asks first while the audience sees something."""
    while not window.close():
        pass


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
    take_scorer(window, suffix)
    fill_in(day)
    take_host(window, suffix)
    take_reveal(window, suffix)
    take_organiser(window, suffix)
    take_published(window, suffix)
    close(window)


def take_practice(path: Path, suffix: str) -> None:
    """The sample pitch before the day, as a judge and as the host see it."""
    sample = read_sample(with_ballots=False)
    create_event(path, sample.event, sample.intake, sample.pins)
    window = Window(Day(), Projector(is_motion_reduced=True))
    window.open_event(path)
    desk = window.day.desk
    criteria = [criterion.id for criterion in desk.setup().rubric.criteria]
    for number, judge in enumerate(desk.setup().judges[:6]):
        for at, criterion in enumerate(criteria):
            actor = Actor(Role.JUDGE, judge.id)
            calibration.score(desk, actor, judge.id, criterion, 4 + (3 * number + 2 * at) % 6)
    window.day.enter(Actor(Role.JUDGE, JudgeId("J7")))
    take(window, f"judge-desk-before{suffix}")
    window.screen_by(TEAMS, JudgeDesk).team_asked.emit(calibration.SAMPLE_PITCH)
    take(window, f"sample-pitch{suffix}")
    window.day.leave()
    window.day.enter(HOST)
    window.entry_asked.emit(BALLOTS)
    window.screen_by(BALLOTS, BallotsDesk).parts.show_part(SAMPLE)
    take(window, f"host-desk-sample-pitch{suffix}")
    close(window)


def take_recovery(path: Path, suffix: str) -> None:
    """What an event opens whose file has a damaged page."""
    sample = read_sample(with_ballots=False)
    create_event(path, sample.event, sample.intake, sample.pins, opens_scoring=True)
    desk = open_event(path)
    team, criteria = desk.setup().teams[1], desk.setup().rubric.criteria
    for criterion in criteria[:4]:
        ballots.score(desk, JUDGE, JudgeId("J3"), team.id, criterion.id, 6)
        copies.copy_now(desk)
    for criterion in criteria[4:]:
        ballots.score(desk, JUDGE, JudgeId("J3"), team.id, criterion.id, 6)
    desk.close()
    content = path.read_bytes()
    path.write_bytes(content[:_DAMAGED] + bytes(_PAGE) + content[_DAMAGED + _PAGE :])
    window = Window(Day(), Projector(is_motion_reduced=True))
    window.open_event(path)
    wiring, loop = window.wiring_of(RECOVERY), QEventLoop()
    if isinstance(wiring, RecoveryWiring):
        wiring.searched.connect(loop.quit)
        loop.exec()
    take(window, f"recovery{suffix}")
    close(window)


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
    window.screen_by(TEAMS, JudgeDesk).team_asked.emit("T2")
    take(window, f"scorecard{suffix}")
    for criterion, score in zip(criteria[3:], (8, 7), strict=True):
        window.screen_by(CARD, Scorecard).score_asked.emit(criterion, score)
    window.screen_by(CARD, Scorecard).open_read_back()
    take(window, f"read-back{suffix}")
    window.screen_by(CARD, Scorecard).submit_asked.emit()
    take(window, f"receipt{suffix}")
    window.screen_by(TEAMS, JudgeDesk).team_asked.emit("T3")
    window.screen_by(CARD, Scorecard).open_conflict()
    take(window, f"conflict{suffix}")
    window._turn_keys()  # noqa: SLF001 - as above
    take(window, f"keys{suffix}")
    window._turn_keys()  # noqa: SLF001 - as above
    window.day.leave()


def take_scorer(window: Window, suffix: str) -> None:
    """A paper sheet: found, keyed once, and compared."""
    desk, judge, team = window.day.desk, JudgeId("J8"), TeamId("T4")
    window.day.enter(SCORER)
    take(window, f"scorer-clerk{suffix}")
    window.screen_by(SHEETS, ScorerDesk).clerk.clerk_asked.emit("EM")
    take(window, f"scorer-finder{suffix}")
    criteria = [criterion.id for criterion in desk.setup().rubric.judged]
    first = dict(zip(criteria, (7, 6, 8, 5, 9), strict=True))
    window.day.do(lambda: sheets.key_sheet(desk, SCORER, Keying(judge, team, 1, "EM", first)))
    window.screen_by(SHEETS, ScorerDesk).finder.sheet_asked.emit(judge, team)
    take(window, f"scorer-keying{suffix}")
    window.screen_by(SHEETS, ScorerDesk).form.leave_asked.emit()
    for turn, score in zip(TURNS, (5, 6), strict=True):
        keyed = Keying(judge, team, turn, "EM", {**first, criteria[3]: score}, is_done=True)
        sheets.key_sheet(desk, SCORER, keyed)
    window.screen_by(SHEETS, ScorerDesk).finder.sheet_asked.emit(judge, team)
    take(window, f"scorer-mismatch{suffix}")
    window.day.leave()
    sheets.drop_keying(desk, SCORER, judge, team, "The picture is taken.")


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


def take_host(window: Window, suffix: str) -> None:
    """The host while teams pitch, part by part, and the projector beside it."""
    desk = window.day.desk
    window.day.enter(HOST)
    window.day.do(lambda: clock.call(desk, HOST, TeamId("T5")))
    window.day.do(lambda: clock.start(desk, HOST))
    take(window, f"host-desk{suffix}")
    window.entry_asked.emit(BALLOTS)
    take(window, f"ballots{suffix}")
    for part in (RUN_ORDER, PANEL):
        window.screen_by(BALLOTS, BallotsDesk).parts.show_part(part)
        take(window, f"host-desk-{part.lower().replace(' ', '-')}{suffix}")
    window.day.do(lambda: projector.show_scene(desk, HOST, Scene.CLOCK))
    window.entry_asked.emit(PROJECTOR)
    take(window, f"projector{suffix}")
    window.day.leave()


def take_reveal(window: Window, suffix: str) -> None:
    """Scoring closed, the reveal confirmed, and the third place told."""
    desk = window.day.desk
    window.day.enter(HOST)
    window.entry_asked.emit(HOST_DESK)
    window.day.do(lambda: scoring.close_scoring(desk, HOST))
    take(window, f"host-desk-closed{suffix}")
    window.day.do(lambda: reveal.plan_reveal(desk, HOST, RevealKind.LAST_TO_FIRST))
    window.entry_asked.emit(PROJECTOR)
    take(window, f"projector-confirm{suffix}")
    pin = read_sample().pins[ORGANISER]
    window.day.do(lambda: reveal.confirm_reveal(desk, HOST, ORGANISER, pin))
    window.day.do(lambda: reveal.reveal_to(desk, HOST, 4))
    take(window, f"projector-reveal{suffix}")
    window.day.leave()


def take_organiser(window: Window, suffix: str) -> None:
    """The organiser's result, part by part, and papers."""
    window.day.enter(ORGANISER)
    window.entry_asked.emit(RESULT)
    for part in ResultPart:
        window.screen_by(RESULT, ResultScreen).buttons[part].click()
        name = "standings" if part is ResultPart.STANDINGS else f"result-{part.name.lower()}"
        take(window, f"{name}{suffix}")
    for key in (PAPERS, RECORD, LOOK):
        window.entry_asked.emit(key)
        take(window, f"{key}{suffix}")
    window.day.leave()


def take_published(window: Window, suffix: str) -> None:
    """What a judge takes away once the result is out."""
    desk, pin = window.day.desk, sample_pins()[ORGANISER]
    window.day.do(lambda: sign_in.confirm(desk, ORGANISER, Publish, pin))
    window.day.do(lambda: scoring.publish(desk, ORGANISER))
    window.day.enter(JUDGE)
    window.entry_asked.emit(TAKE_AWAY)
    take(window, f"take-away{suffix}")
    window.day.leave()


def take(widget: QWidget, name: str, size: QSize = LAPTOP) -> None:
    """One picture of a window of this size, once it has settled and all its pages are drawn."""
    widget.resize(size)
    widget.show()
    is_busy = True
    while is_busy:
        loop = QEventLoop()
        QTimer.singleShot(150, loop.quit)
        loop.exec()
        is_busy = any(worker.is_busy for worker in widget.findChildren(Worker))
    save(widget.grab().toImage(), GALLERY / f"{name}.png")


def take_papers(folder: Path) -> None:
    """The first page of each paper."""
    pdftoppm = shutil.which("pdftoppm")
    if pdftoppm is None:
        print("pdftoppm isn't here, so there are no pictures of papers.")
        return
    sample = read_sample()
    event, setup, given = sample.event, sample.intake.setup, sample.intake.ballots
    record = "Record 7K2M-QX3F-9B4T-HW6C"
    facts = CertificateFacts(event, setup, record=record)
    rows = certificates([CertificateKind.PARTICIPANTS], facts)
    sheets = SheetFacts(event, setup, given, record)
    blanks = blank(event, setup, record=record)
    jobs = (
        PaperJob(Certificates(rows, occasion(facts)), "certificate"),
        PaperJob(Leaves("", event.title, by_judge(sheets)), "sheet-by-judge"),
        PaperJob(Leaves("", event.title, by_team(sheets)), "sheet-by-team"),
        PaperJob(Leaves("", event.title, tuple(one.leaf for one in blanks)), "sheet-blank"),
    )
    for job in jobs:
        write_paper(job, folder)
        subprocess.run(  # noqa: S603 - our own file
            [
                pdftoppm,
                "-r",
                "70",
                "-png",
                "-singlefile",
                f"{folder}/{job.stem}.pdf",
                str(GALLERY / f"paper-{job.stem}"),
            ],
            check=True,
        )


if __name__ == "__main__":
    main()
