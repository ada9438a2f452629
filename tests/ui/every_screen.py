"""Brings up every screen of the window, one state after another, on three very different days."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from judging_app.desk import ballots, events, projector, run_order
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase, Scene
from judging_app.domain.ids import ChallengeId, CriterionId, JudgeId, OrganisationId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.domain.people import Challenge, Organisation, Team
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor, Role
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.domain.run_order import (
    LONGEST_TITLE,
    DayEntry,
    DayPlan,
    PlaceWish,
    Slot,
    WishedPlace,
)
from judging_app.domain.setup import Intake, Setup
from judging_app.forgetting.remarks import Fate
from judging_app.intake.importing.preview import Source
from judging_app.intake.sample import read_sample
from judging_app.present.compare.criteria import CriterionRow
from judging_app.present.compare.figures import MEASURES
from judging_app.present.compare.view import ComparisonView, Plot, Table
from judging_app.present.organiser.comments import CommentRow
from judging_app.present.organiser.forgetting import RemarkRow
from judging_app.present.organiser.papers import PaperOutcome
from judging_app.present.set_up.doors import BeforeDoors
from judging_app.present.set_up.overview import SetUpPart
from judging_app.present.start.recovery import CopyRow, Loss, LossState, RecoveryView
from judging_app.present.start.sign_in import staff_rows
from judging_app.present.start.start import FIND, MISSING, WAS_OPEN, PinRow, RecentRow
from judging_app.present.words.states import phase_state
from tests.builders import set_up
from tests.journeys.window_day import wait_until as until
from tests.ui import screens
from ui.host.desk import HostDesk
from ui.key_overlay import KeyOverlay
from ui.organiser.papers_tabs import PapersPart
from ui.pages import (
    ALL_TEAMS,
    BALLOTS,
    CERTIFICATES,
    COMPARE,
    HOST_DESK,
    KEEP,
    NEW,
    PANEL,
    PAPERS,
    PASSPHRASE,
    PEOPLE,
    PROJECTOR,
    RECORD,
    RECOVERY,
    RESULT,
    START,
)
from ui.record.record_wiring import RecordWiring
from ui.result.result import ResultPart
from ui.set_up.tables import TablesScreen
from ui.start.name_buttons import NameButton
from ui.window import Window

TEAMS, JUDGES = 60, 30
KEYS = "keys of the scorecard"
"""The state in which the overlay of keys covers the screen."""
NAMES = Path(__file__).parent.parent / "data" / "hard-names.json"
CODE = "7K2M-QX3F-9B4T-HW6C"
LONG = (
    "Wolfeschlegelsteinhausenbergerdorff Senior the Third of Philadelphia and Hamburg, Esq., OBE, "
    "FRSE, CEng, MIET"
)


@dataclass(frozen=True, slots=True)
class DayOnFile:
    """One event file, and the judge whose desk is looked at; there may be none."""

    path: Path
    judge: Actor | None


def sample_day(folder: Path) -> DayOnFile:
    """Eight judges and six teams; one judge owes one ballot."""
    sample = read_sample()
    ballots = [one for one in sample.intake.ballots if (one.judge, one.team) != ("J3", "T2")]
    intake = Intake(sample.intake.setup, tuple(ballots))
    path = _made(folder / "sample.pitchday", sample.event, intake)
    return DayOnFile(path, Actor(Role.JUDGE, JudgeId("J3")))


def large_day(folder: Path) -> DayOnFile:
    """Sixty teams and thirty judges with the longest names; one judge owes one ballot."""
    names = sorted((one["name"] for one in json.loads(NAMES.read_text("utf-8"))), key=len)[-12:]
    owners = tuple(
        Organisation(OrganisationId(f"O{at}"), name) for at, name in enumerate(names, start=1)
    )
    teams = tuple(
        Team(TeamId(f"T{at}"), f"Team {names[at % 12]} {at}") for at in range(1, TEAMS + 1)
    )
    setup = set_up(
        organisations=owners,
        teams=teams,
        challenges=tuple(
            Challenge(ChallengeId(f"C{at}"), f"What {names[-1]} asks of {team.name}", None, team.id)
            for at, team in enumerate(teams, start=1)
        ),
        rubric=_rubric(names[-1]),
        judges=tuple(
            Judge(JudgeId(f"J{at}"), f"{names[at % 12]} {at}", "Dr", owners[at % 12].id, "Industry")
            for at in range(1, JUDGES + 1)
        ),
    )
    event = Event(f"The pitch day of {names[-1]}", date(2019, 6, 3), names[-2])
    points = tuple((team.id, CriterionId("d"), at % 20) for at, team in enumerate(teams))
    path = _made(folder / "large.pitchday", event, Intake(setup, tuple(_ballots(setup)), points))
    return DayOnFile(path, Actor(Role.JUDGE, JudgeId("J1")))


def empty_day(folder: Path) -> DayOnFile:
    """Nobody and nothing."""
    setup = set_up()
    return DayOnFile(
        _made(folder / "empty.pitchday", Event("Empty"), Intake(setup), opens=False), None
    )


def _made(path: Path, event: Event, intake: Intake, *, opens: bool = True) -> Path:
    events.create_event(path, event, intake, opens_scoring=opens)
    return path


def _rubric(name: str) -> Rubric:
    levels = (Level(1, f"Far from what {name} asked for"), Level(10, "All of it, " * 12))
    return Rubric(
        (
            Criterion(
                CriterionId("a"), f"Impact on {name}", Fraction(40), section=name, levels=levels
            ),
            Criterion(CriterionId("b"), "Cost", Fraction(30), 0, 1_000, needs_comment=True),
            Criterion(CriterionId("c"), "Evidence", Fraction(30), section="Delivery", highest=20),
            Criterion(
                CriterionId("d"), f"Pack {name}", Fraction(5), 0, 20, kind=CriterionKind.ORGANISER
            ),
        )
    )


def _ballots(setup: Setup) -> Iterator[Ballot]:
    judged = setup.rubric.judged
    for one, judge in enumerate(setup.judges):
        for other, team in enumerate(setup.teams):
            if (judge.id, team.id) == ("J1", "T2"):
                continue
            scores = {
                criterion.id: criterion.lowest + (3 * one + 7 * other + at) % 10
                for at, criterion in enumerate(judged)
            }
            yield Ballot(judge.id, team.id, BallotState.SUBMITTED, scores, for_team="Well told.")


def states(window: Window, day: DayOnFile) -> Iterator[str]:
    """Bring up each screen in turn and name it; the window is to be looked at between two."""
    with pytest.MonkeyPatch.context() as patch:
        # A check that ends while the page is looked at would change it.
        patch.setattr(RecordWiring, "_check", lambda wiring: wiring._screen.show_checking())
        yield from _states(window, day)


def _certificates(window: Window) -> Iterator[str]:
    window.entry_asked.emit(CERTIFICATES)
    designer = screens.certificates(window)
    for word, button in designer.parts.buttons.items():
        button.click()
        yield f"certificates, {word.lower()}"
    designer.parts.show_part("Words")
    designer.words.body.setText("{nmae}")
    designer.words.body.textEdited.emit("{nmae}")
    yield "certificates, refused"


def _states(window: Window, day: DayOnFile) -> Iterator[str]:
    yield from _outside(window)
    window.open_event(day.path)
    yield "sign-in"
    yield from _at_the_pin(window)
    if day.judge is not None:
        yield from _judging(window, day.judge)
        yield from _offered(window, SCORER)
        yield from _keying(window)
    yield from _hosting(window)
    yield from _result(window)
    window.entry_asked.emit(PAPERS)
    yield "papers"
    papers = screens.papers(window)
    papers.show_progress(30, 380, f"1 of 4 papers: {LONG}")
    yield "papers, being made"
    said = PaperOutcome(LONG, why=f"{LONG} can’t be written to. Choose another folder.")
    both = (PaperOutcome(LONG, 1, 9), said)
    papers.show_summary(f"1 paper saved in {LONG}.", both, is_folder=True)
    yield "papers, made"
    papers.forget()
    yield from _reasons(window)
    yield from _importing(window)
    yield from _comments(window)
    yield from _data(window)
    yield from _certificates(window)
    yield from _record(window)
    yield from _comparing(window)
    yield from _keeping(window)
    window.entry_asked.emit(PASSPHRASE)
    screens.passphrase(window).show_state(is_set=True)
    screens.passphrase(window).show_problem(f"A passphrase has 12 to 200 characters. {LONG}")
    yield "passphrase, refused"
    window.day.leave()


def _reasons(window: Window) -> Iterator[str]:
    """Each page of tables as it asks why something is changed."""
    for key in (PEOPLE, ALL_TEAMS, PANEL):
        window.entry_asked.emit(key)
        screen = window.screen_by(key, TablesScreen)
        screen.ask_reason("change Hamza Yildiz to Hamza Yıldız")
        yield f"{key}, a reason"
        screen.question.no.click()


def _importing(window: Window) -> Iterator[str]:
    """Lists with doubts of every kind, and one of which nothing is understood."""
    rows = [f"{LONG},a@example.org,Gov,HMRC,{LONG},Perch", f"{LONG},A@example.org,Ind.,DWP,,Perch"]
    rows += [f"Ada {at},ada{at}@example.org,Gov,HMRC,Analyst,Halfway" for at in range(60)]
    text = "\n".join(["Full name,E-mail,Sector,Organisation,Role,Team", *rows, "x" * 900])
    screen = screens.importing(window)
    window.importing._begin([Source(f"{LONG}.csv", text.encode())])
    until(lambda: not window.importing._worker.is_busy)
    yield "import, its columns"
    screen.show_busy(is_busy=True)
    yield "import, being read"
    screen.show_busy(is_busy=False)
    screen.go.click()
    yield "import, what will change"
    window.importing._leave()
    window.importing._begin([Source("odd.csv", b"1,2\n3,4\n")])
    until(lambda: not window.importing._worker.is_busy)
    yield "import, not understood"
    window.importing._leave()


def _comparing(window: Window) -> Iterator[str]:
    """Nothing yet, a comparison with the longest names, and a refusal."""
    window.entry_asked.emit(COMPARE)
    yield "compare"
    plot = Plot(LONG, "of 100", 0, 100, ((LONG, 45.0, "45.0"), ("Small", 86.7, "86.7")))
    measures = ("Event", *(one.head for one in MEASURES))
    rows = ((LONG, *("100.0",) * len(MEASURES)), ("Small", *("1",) * len(MEASURES)))
    tables = (
        Table("Every event", measures, rows, LONG),
        Table("Sectors", ("Event", LONG), ((LONG, "21 people, 2 judges"),), LONG, beside=4),
    )
    same = CriterionRow(0, LONG, LONG, "0", (("0", "No other"), ("1", LONG)))
    view = ComparisonView(
        *("Comparison", "2 events", (LONG, LONG), (plot,), tables, (same, same), (LONG,))
    )
    screens.compare(window).show_view(view)
    yield "compare, two events"
    screens.compare(window).show_progress(3, 1000)
    yield "compare, being read"
    screens.compare(window).show_problem(f"{LONG} can’t be read. Choose another folder.")
    yield "compare, refused"


def _keeping(window: Window) -> Iterator[str]:
    """What is kept, a remark to decide on, and what became of the archive."""
    window.entry_asked.emit(KEEP)
    yield "keep and forget"
    row = RemarkRow(
        "QXFM", LONG, f"ballot: {LONG} on {LONG}", f"“{LONG}”", Fate.CODES, is_doubtful=True
    )
    screens.keep(window).show_remarks("900 remarks seem to name somebody.", [row, row], 898)
    screens.keep(window).show_forgetting(f"{LONG} is open.", [LONG, LONG], is_ready=False)
    screens.keep(window).show_archived(
        f"{LONG} can’t be written to. Choose another folder.", "loss"
    )
    yield "keep and forget, a remark"


def _comments(window: Window) -> Iterator[str]:
    """The comments for teams, one put in other words, and none left."""
    window.entry_asked.emit(PAPERS)
    screens.papers(window).head.buttons[PapersPart.COMMENTS].click()
    screen = screens.comments(window)
    yield "comments"
    review = CommentReview(JudgeId("J1"), TeamId("T1"))
    row = CommentRow("J1-T1", LONG, LONG, f"Cost: {LONG}\n" * 9, review, ("Cost", LONG))
    reworded = replace(review, state=CommentState.REWORDED, instead=LONG)
    screen.show_rows([row, replace(row, code="J1-T2", review=reworded)])
    screen.card.box.field.setPlainText(f"{LONG} {LONG}")
    yield "comments, in other words"


def _data(window: Window) -> Iterator[str]:
    """The data, for the panel, for everybody, being saved, and refused."""
    window.entry_asked.emit(PAPERS)
    screens.papers(window).head.buttons[PapersPart.DATA].click()
    screen = screens.data(window)
    yield "data"
    for card in screen.kinds.values():
        card.setChecked(True)
    screen.readers[screen.request.choice.reader].setChecked(True)
    screen.names[False].setChecked(True)
    screen.show_progress()
    yield "data, being saved"
    screen.show_problem(f"{LONG} can’t be written to. Choose another folder.")
    yield "data, refused"


def _record(window: Window) -> Iterator[str]:
    """The check under way, what it says of a good record, and of one with faults."""
    window.entry_asked.emit(RECORD)
    screens.record(window).show_checking()
    yield "record, being checked"
    screens.record(window).closing.show_sentence(f"Record code {CODE}. {LONG}")
    screens.record(window).show_checked(f"9,256 entries checked. Record {CODE}", [LONG, LONG])
    screens.record(window).code.show_answer(f"No entry has the code {CODE}. {LONG}", "loss")
    yield "record, checked"
    screens.record(window).show_faults("2 things are not as recorded.", [LONG, LONG])
    yield "record, not as recorded"


def _keying(window: Window) -> Iterator[str]:
    """A paper sheet that is still owed: looked for, and keyed."""
    desk, screen = window.day.desk, screens.scorer_desk(window)
    progress = ballots.progress(desk, SCORER)
    open_states = (BallotState.NOT_STARTED, BallotState.DRAFT)
    owed = next(key for key, one in progress.items() if one.state in open_states)
    window.day.enter(SCORER)
    screen.clerk.clerk_asked.emit("EM")
    yield "sheets, looked for"
    screen.finder.sheet_asked.emit(*owed)
    yield "sheets, keyed"
    window.day.leave()


def on_show(window: Window) -> QWidget:
    """What a person deals with now: the keys, where they cover the rest."""
    overlay = window.findChild(KeyOverlay)
    return overlay if isinstance(overlay, KeyOverlay) and overlay.isVisible() else window


def _outside(window: Window) -> Iterator[str]:
    scoring, counts = (
        phase_state(Phase.SCORING),
        ("1,799 of 1,800 ballots in", "60 teams · 30 judges"),
    )
    screens.start(window).show_recent(
        [
            RecentRow("1", LONG, LONG, scoring, counts, WAS_OPEN, was_open=True),
            RecentRow("2", "Day", LONG, phase_state(Phase.SETTING_UP), counts, "Yesterday"),
            RecentRow("3", LONG, "Gone", MISSING, (FIND, ""), "3 March", is_missing=True),
        ]
    )
    yield "start"
    window.show_screen(NEW)
    yield "new event"
    screens.new_event(window).title.setText(LONG)
    screens.new_event(window).show_file(f"Saved as {LONG}.pitchday in /media/{LONG}")
    screens.new_event(window).show_problems(
        [f"{LONG}.csv, row 7, column Name: {LONG}", "rubric.csv: none"]
    )
    yield "new event, refused"
    screens.new_event(window).show_problems(())
    screens.new_event(window).show_pins([PinRow(LONG, "100001"), PinRow("Host", "135790")])
    yield "new event, its PINs"
    screens.new_event(window).begin()
    yield from _recovering(window)
    window.show_screen(START)


def _recovering(window: Window) -> Iterator[str]:
    """An event whose file is damaged, with copies and without, and who may continue it."""
    screen = screens.recovery(window)
    rows = tuple(
        CopyRow(
            at,
            f"14:{at:02}:38",
            "3 June",
            LONG,
            "506 entries, 31 ballots submitted",
            f"Lacks {LONG}",
        )
        for at in range(20)
    )
    window.show_screen(RECOVERY)
    screen.show_people(staff_rows((ORGANISER, HOST)))
    screen.show_view(RecoveryView("This event can’t be opened as it is", LONG, LONG, rows))
    losses = [Loss(None, LONG, LONG, LONG, state) for state in LossState]
    screen.show_losses("What the chosen copy lacks", losses, "Put 2 changes to ballots back")
    screen.show_what_happens(f"The file is kept as {LONG}.", "Open the file as it is")
    yield "recovery"
    screen.stay.click()
    yield "recovery, who continues"
    screen.sign_in.findChildren(NameButton)[0].click()
    yield "recovery, a PIN"
    screen.show_copies()
    screen.show_view(RecoveryView("This event’s file is missing", LONG, "No good copy.", ()))
    yield "recovery, without a copy"


def _at_the_pin(window: Window) -> Iterator[str]:
    cards = screens.sign_in(window).findChildren(NameButton)
    if cards:
        cards[0].click()
        screens.sign_in(window).show_refusal(
            "That PIN is wrong. 4 tries are left, then it waits a minute."
        )
        yield "sign-in, a PIN"
        screens.sign_in(window).show_refusal("Wait 30 minutes, then try again.", wait_s=1800)
        yield "sign-in, waiting"
        screens.sign_in(window).pin.passphrase.begin(is_offered=True)
        screens.sign_in(window).pin.passphrase.open.click()
        screens.sign_in(window).show_passphrase_refusal(f"That passphrase is wrong. {LONG}")
        yield "sign-in, the passphrase"


def _judging(window: Window, judge: Actor) -> Iterator[str]:
    window.day.enter(judge)
    yield "judge’s teams"
    screens.judge_desk(window).team_asked.emit("T2")
    yield "scorecard"
    for criterion in window.day.desk.setup().rubric.judged:
        screens.scorecard(window).score_asked.emit(criterion.id, criterion.highest)
    screens.scorecard(window).comments_asked.emit(f"Well told, {LONG}", "Too long")
    yield "scorecard, whole"
    QTest.keyClick(window, Qt.Key.Key_F1)
    yield KEYS
    QTest.keyClick(window, Qt.Key.Key_F1)
    QTest.keyClick(
        screens.scorecard(window), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    yield "read-back"
    screens.scorecard(window).back_asked.emit()
    screens.judge_desk(window).team_asked.emit("T1")
    yield "scorecard, submitted"
    window.day.leave()


def _offered(window: Window, actor: Actor) -> Iterator[str]:
    """Everything on the rail of one role, in the phase that the day is in."""
    window.day.enter(actor)
    phase = window.day.desk.event().phase.value
    for entry in window._offered:
        window.entry_asked.emit(entry.key)
        yield f"{actor.role.value}, {phase}: {entry.word}"
    window.day.leave()


def _hosting(window: Window) -> Iterator[str]:
    desk, screen = window.day.desk, screens.host_desk(window)
    if slots := run_order.run_order(desk):
        window.day.do(lambda: run_order.plan_day(desk, HOST, _plan(slots)))
    yield from _offered(window, HOST)
    window.day.enter(HOST)
    window.show_message(f"Refused: {LONG}.", "attention")
    screen.ask_main_act()
    yield "host’s desk, a question"
    window._toast.closing.click()  # what lies under a notice can’t be looked at
    screen.question.close_question()
    yield from _sheets_of_the_desk(screen)
    yield from _parts_of_the_ballots(window)
    yield from _parts_of_the_projector(window)
    window.entry_asked.emit(HOST_DESK)
    if desk.event().phase is Phase.SCORING:
        screen.close_scoring_asked.emit(f"{LONG} had to leave")
        window.day.do(lambda: projector.show_scene(desk, HOST, Scene.REVEAL))
        window.day.leave()
        yield from _offered(window, HOST)
    else:
        window.day.leave()
    yield from _offered(window, ORGANISER)
    if desk.event().phase is Phase.SETTING_UP:
        yield from _before_doors(window)


def _plan(slots: Sequence[Slot]) -> DayPlan:
    """A day with entries of every length of name, and a wish that it keeps to and one that not."""
    entries = (DayEntry("Welcome", 300), DayEntry(LONG[:LONGEST_TITLE], 900, 2))
    wishes = (
        PlaceWish(slots[0].team, WishedPlace.NOT_FIRST, LONG),
        PlaceWish(slots[-1].team, WishedPlace.NOT_BEFORE, "", 14 * 60),
    )
    return DayPlan(14 * 60, 13 * 60 + 30, 120, entries, wishes)


def _before_doors(window: Window) -> Iterator[str]:
    """What leads on from the set-up."""
    window.day.enter(ORGANISER)
    screens.set_up(window).doors.asked.emit(BeforeDoors.CHECK)
    yield "check before doors"
    screens.set_up(window).part_asked.emit(SetUpPart.CONFLICTS)
    yield "conflicts"
    screens.set_up(window).doors.asked.emit(BeforeDoors.REHEARSE)
    yield "rehearsal"
    window.rehearsing.leave()


def _sheets_of_the_desk(screen: HostDesk) -> Iterator[str]:
    """What takes the place of the run order: the clock corrected, the status of the computer."""
    screen.clock.correct_asked.emit()
    screen.clock.panel.show_problem(f"Refused: {LONG}.")
    yield "host’s desk, the clock corrected"
    screen.clock.panel.show_problem("")
    screen.everything.show_items(screen.attention.items)
    screen.open_status()
    screen.lights.open_light("projector")
    yield "host’s desk, the status of this computer"
    screen.show_turns()


def _parts_of_the_ballots(window: Window) -> Iterator[str]:
    """Each part of the page of the ballots, one ballot chosen, and a PIN to be noted."""
    window.entry_asked.emit(BALLOTS)
    screen = screens.ballots(window)
    for word, button in screen.parts.buttons.items():
        if button.isVisible():
            button.click()
            yield f"ballots, {word}"
    screen.parts.show_part("Ballots")
    screen.grid.setCurrentIndex(screen.grid.model().index(0, 1))
    screen.grid.entered_ballot.emit()
    yield "ballots, what can be done with one"
    screen.ballot.left.emit()
    screen.parts.show_part("Panel")
    screen.panel.walk_in.show_pin(LONG, "640173")
    yield "ballots, a PIN"
    screen.panel.walk_in.forget_pin()
    screen.parts.show_part("Ballots")


def _parts_of_the_projector(window: Window) -> Iterator[str]:
    """Each part of the page of the projector."""
    window.entry_asked.emit(PROJECTOR)
    screen = screens.host_projector(window)
    for word in screen.parts.buttons:
        screen.go_to(word)
        yield f"projector, {word}"
    screen.go_to("Scenes")


def _result(window: Window) -> Iterator[str]:
    window.day.enter(ORGANISER)
    window.entry_asked.emit(RESULT)
    result = screens.result(window)
    for part in ResultPart:
        result.buttons[part].click()
        if part is not ResultPart.DECISIONS:
            yield f"result, {part.value}"
            continue
        for kind, button in result.decisions.kinds.items():
            if button.isVisible() and button.isEnabled():
                button.click()
                yield f"result, {kind.value}"
    result.decisions.question.ask("0", f"Taking back: {LONG}", "Undo", needs_reason=True)
    yield "result, a question"
    result.decisions.question.close_question()
