"""The pages of the main window: what each is called, who is offered it, and how it is built.

A page is imported and built when it is first shown, so that the first ones needn't wait for all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from judging_app.domain.event import Phase
from judging_app.domain.roles import Actor, Role
from ui.frame.rail import RailPart, ShellEntry
from ui.page_wiring import PageWiring

if TYPE_CHECKING:
    from judging_app.present.host.attention import AttentionAct
    from ui.window import Window

START, NEW, SIGN_IN, RECOVERY = "start", "new", "sign in", "recovery"
TEAMS, CARD, SHEETS, TAKE_AWAY = "teams", "card", "sheets", "take-away"
RUBRIC = "rubric"
HOST_DESK, BALLOTS, PROJECTOR = "host desk", "ballots", "projector"
RESULT, PAPERS = "result", "papers"
LOOK, PASSPHRASE = "look", "passphrase"
SET_UP, IMPORT, PEOPLE, ALL_TEAMS, PANEL = "set-up", "import", "people", "all teams", "panel"
CRITERIA, CONFLICTS, REHEARSAL = "criteria", "conflicts", "rehearsal"
NAMES = "name proof"
FORMING, CERTIFICATES, DOORS = "form teams", "certificates", "check before doors"
RECORD, DATA, FEEDBACK = "record", "data", "feedback"
KEEP, COMPARE = "keep", "compare"

# What a page needs is imported where it is built, for the reason given above.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class Built:
    """A page that was built: what serves it, and its screens by their keys."""

    wiring: PageWiring
    screens: Mapping[str, QWidget]


@dataclass(frozen=True, slots=True)
class Page:
    """One page; one that is on the rail says for whom, where there and under which words.

    `short` is the word under its icon where the rail is narrow: at most ten letters.

    Of what is secret, it is offered only in the phases in which a role has its `sight`, which is
    the name of one in `judging_app.desk.rights`.
    `leads_to` names the screens that belong to it and are reached from it alone.
    """

    key: str
    build: Callable[["Window"], Built]
    roles: frozenset[Role] = field(default=frozenset(), kw_only=True)
    part: RailPart = field(default=RailPart.ON_THE_DAY, kw_only=True)
    word: str = field(default="", kw_only=True)
    short: str = field(default="", kw_only=True)
    icon: str = field(default="", kw_only=True)
    sight: str = field(default="", kw_only=True)
    phases: frozenset[Phase] = field(default=frozenset(Phase), kw_only=True)
    leads_to: tuple[str, ...] = field(default=(), kw_only=True)
    is_in_menu: bool = field(default=False, kw_only=True)

    @property
    def entry(self) -> ShellEntry:
        """What the rail shows of it."""
        names = (self.word, self.icon, self.short)
        return ShellEntry(self.key, self.part, *names, is_in_menu=self.is_in_menu)

    def is_offered(self, actor: Actor, phase: Phase) -> bool:
        """Whether the rail offers it to `actor` now."""
        from judging_app.desk.rights import Sight, may_see

        is_theirs = actor.role in self.roles and phase in self.phases
        return is_theirs and (not self.sight or may_see(actor, Sight[self.sight], phase))


def offered(actor: Actor, phase: Phase) -> tuple[ShellEntry, ...]:
    """What the rail offers now, in its order."""
    return tuple(page.entry for page in PAGES.values() if page.is_offered(actor, phase))


def first_of(entries: Sequence[ShellEntry]) -> str:
    """Where somebody begins: at the set-up while there is one to do, else at what the day needs."""
    begins = {SET_UP} | {one.key for one in entries if one.part is not RailPart.BEFORE}
    return next(entry.key for entry in entries if entry.key in begins)


def page_with(key: str) -> Page:
    """The page that a screen belongs to."""
    return _PAGE_OF[key]


def _start(window: "Window") -> Built:
    from ui.start.new_event import NewEventScreen
    from ui.start.start import Start
    from ui.start.start_wiring import StartWiring

    start, new = Start(), NewEventScreen()
    wiring = StartWiring(window, window.day, start, new, window.choice)
    wiring.new_asked.connect(window.shows(NEW))
    wiring.start_asked.connect(window.shows(START))
    wiring.made.connect(window.open_made)
    wiring.given.connect(window.hold_pins)
    return Built(wiring, {START: start, NEW: new})


def _of_set_up(key: str, window: "Window") -> Built:
    from ui.set_up.pages_wiring import BUILDERS

    return BUILDERS[key](window)


def _sign_in(window: "Window") -> Built:
    from ui.start.sign_in import SignIn
    from ui.start.sign_in_wiring import SignInWiring

    screen = SignIn()
    return Built(SignInWiring(window, window.day, screen), {SIGN_IN: screen})


def _recovery(window: "Window") -> Built:
    from ui.start.recovery import Recovery
    from ui.start.recovery_wiring import RecoveryWiring

    screen = Recovery()
    wiring = RecoveryWiring(window, window.day, screen, window.choice)
    wiring.restored.connect(window.show_message)
    return Built(wiring, {RECOVERY: screen})


def _teams(window: "Window") -> Built:
    from judging_app.closed_sets import complete
    from judging_app.present.judge.desk import Reading
    from ui.judge.card import Scorecard
    from ui.judge.desk import JudgeDesk
    from ui.judge.desk_wiring import JudgeWiring

    read_on = complete({Reading.RUBRIC: RUBRIC, Reading.OWN_SCORES: TAKE_AWAY})
    desk, card = JudgeDesk(), Scorecard()
    wiring = JudgeWiring(window, window.day, desk, card)
    wiring.desk_asked.connect(window.shows(TEAMS))
    wiring.card_asked.connect(window.shows(CARD))
    wiring.reading_asked.connect(lambda reading: window.entry_asked.emit(read_on[reading]))
    return Built(wiring, {TEAMS: desk, CARD: card})


def _rubric(window: "Window") -> Built:
    from ui.judge.rubric import RubricScreen
    from ui.judge.rubric_wiring import RubricWiring

    screen = RubricScreen()
    return Built(RubricWiring(window, window.day, screen), {RUBRIC: screen})


def _take_away(window: "Window") -> Built:
    from ui.judge.take_away import TakeAwayScreen
    from ui.judge.take_away_wiring import TakeAwayWiring

    screen = TakeAwayScreen()
    wiring = TakeAwayWiring(window, window.day, screen, window.choice)
    return Built(wiring, {TAKE_AWAY: screen})


def _sheets(window: "Window") -> Built:
    from ui.scorer.desk import ScorerDesk
    from ui.scorer.desk_wiring import ScorerWiring

    screen = ScorerDesk()
    return Built(ScorerWiring(window, window.day, screen), {SHEETS: screen})


def _host_desk(window: "Window") -> Built:
    from judging_app.desk.record.closing import closing_job
    from judging_app.present.host.attention import AttentionAct
    from ui.host.desk import HostDesk
    from ui.host.desk_wiring import HostWiring
    from ui.paper_wiring import PaperWiring

    screen = HostDesk()
    wiring = HostWiring(
        window,
        window.day,
        screen,
        copies=window.copies,
        again=window.again,
        window=window.projector,
        displays=window.displays,
        room=window.room,
    )

    def lead(act: AttentionAct) -> None:
        _lead(window, act)

    wiring.led.connect(lead)
    screen.result_asked.connect(window.goes_to(RESULT))
    screen.by_name_asked.connect(window.goes_to(BALLOTS))
    screen.team_asked.connect(partial(_show_team, window))
    screen.reveal_asked.connect(partial(show_projector, window, "Reveal"))
    screen.wall.scenes_asked.connect(partial(show_projector, window, "Scenes"))
    screen.wall.message_asked.connect(partial(show_projector, window, "Message"))
    screen.wall.program.screens_asked.connect(partial(show_projector, window, "Screens"))
    PaperWiring(wiring, window.day, screen.closing.printing, window.choice, closing_job)
    return Built(wiring, {HOST_DESK: screen})


def _lead(window: "Window", act: "AttentionAct") -> None:
    """Lead somebody to where what needs them is done."""
    from judging_app.present.host.attention import AttentionAct

    match act:
        case AttentionAct.CONFLICTS:
            show_ballots(window, "Panel")
        case AttentionAct.REHEARSE:
            show_projector(window, "Reveal")
        case AttentionAct.PROJECTOR:
            show_projector(window, "Screens")
        case AttentionAct.BALLOTS:
            show_ballots(window, "Ballots")
        case AttentionAct.STATUS | AttentionAct.RELEASE | AttentionAct.SETTINGS:
            pass  # done on the desk itself


def _show_team(window: "Window", team: str) -> None:
    show_ballots(window, "Ballots", team)


def show_ballots(window: "Window", part: str, team: str = "") -> None:
    """Go to a part of the ballots' page, and to a team."""
    from ui.host.ballots import BallotsDesk

    window.go_to(BALLOTS)
    window.screen_by(BALLOTS, BallotsDesk).go_to(part, team)


def show_projector(window: "Window", part: str) -> None:
    """Go to a part of the projector's page."""
    from ui.control.control import HostProjector

    window.go_to(PROJECTOR)
    window.screen_by(PROJECTOR, HostProjector).go_to(part)


def _ballots(window: "Window") -> Built:
    from ui.host.ballots import BallotsDesk
    from ui.host.ballots_wiring import BallotsWiring
    from ui.host.desk import HostDesk

    screen = BallotsDesk()
    wiring = BallotsWiring(window, window.day, screen, again=window.again)

    def turn_black() -> None:
        window.screen_by(HOST_DESK, HostDesk).wall.hold.ask_black()

    screen.black_asked.connect(turn_black)
    return Built(wiring, {BALLOTS: screen})


def _projector(window: "Window") -> Built:
    from judging_app.desk.papers import script_job
    from ui.control.control import HostProjector
    from ui.control.control_wiring import ProjectorWiring
    from ui.paper_wiring import PaperWiring

    screen, day = HostProjector(), window.day
    wiring = ProjectorWiring(
        window, day, screen, again=window.again, room=window.room, displays=window.displays
    )
    PaperWiring(wiring, day, screen.reveal.printing, window.choice, script_job)
    return Built(wiring, {PROJECTOR: screen})


def _result(window: "Window") -> Built:
    from judging_app.desk.papers import report_job
    from ui.paper_wiring import PaperWiring
    from ui.result.result import ResultScreen
    from ui.result.result_wiring import ResultWiring

    screen = ResultScreen()
    wiring = ResultWiring(window, window.day, screen)

    def prepare_reveal() -> None:
        window.entry_asked.emit(PROJECTOR)

    screen.reveal_asked.connect(prepare_reveal)
    PaperWiring(wiring, window.day, screen.printing, window.choice, report_job)
    return Built(wiring, {RESULT: screen})


def _papers(window: "Window") -> Built:
    from ui.organiser.comments import CommentsScreen
    from ui.organiser.comments_wiring import CommentsWiring
    from ui.organiser.data import DataScreen
    from ui.organiser.data_wiring import DataWiring
    from ui.organiser.papers import PapersScreen
    from ui.organiser.papers_tabs import PapersPart
    from ui.organiser.papers_wiring import GROUPS, PapersWiring

    papers, comments, data = PapersScreen(GROUPS), CommentsScreen(), DataScreen()
    wiring = PapersWiring(window, window.day, papers, window.choice, window.printers)
    of_data = DataWiring(wiring, window.day, data, window.choice)
    of_comments = CommentsWiring(wiring, window.day, comments)
    for part in (of_data, of_comments):
        part.part_asked.connect(wiring.part_asked)

    def show_part(part: PapersPart) -> None:
        match part:
            case PapersPart.GALLERY:
                window.go_to(PAPERS)
            case PapersPart.CERTIFICATES:
                window.go_to(CERTIFICATES)
            case PapersPart.COMMENTS:
                window.show_screen(FEEDBACK)
                of_comments.refresh()
            case PapersPart.DATA:
                of_data.refresh()
                window.show_screen(DATA)

    wiring.part_asked.connect(show_part)
    return Built(wiring, {PAPERS: papers, FEEDBACK: comments, DATA: data})


def _certificates(window: "Window") -> Built:
    from ui.organiser.certificates import CertificateDesigner
    from ui.organiser.certificates_wiring import CertificatesWiring
    from ui.organiser.papers_wiring import PapersWiring

    screen = CertificateDesigner()
    wiring = CertificatesWiring(window, window.day, screen, window.choice, window.printers)
    papers = window.wiring_of(PAPERS)
    if isinstance(papers, PapersWiring):
        wiring.part_asked.connect(papers.part_asked)
    return Built(wiring, {CERTIFICATES: screen})


def _record(window: "Window") -> Built:
    from judging_app.desk.record.closing import closing_job
    from ui.paper_wiring import PaperWiring
    from ui.record.record import RecordScreen
    from ui.record.record_wiring import RecordWiring

    screen = RecordScreen()
    wiring = RecordWiring(window, window.day, screen)
    PaperWiring(wiring, window.day, screen.closing.printing, window.choice, closing_job)
    return Built(wiring, {RECORD: screen})


def _look(window: "Window") -> Built:
    from ui.organiser.look import EventLookScreen
    from ui.organiser.look_wiring import LookWiring

    screen = EventLookScreen()
    return Built(LookWiring(window, window.day, screen, window.choice), {LOOK: screen})


def _passphrase(window: "Window") -> Built:
    from ui.organiser.passphrase import PassphraseScreen
    from ui.organiser.passphrase_wiring import PassphraseWiring

    screen = PassphraseScreen()
    return Built(PassphraseWiring(window, window.day, screen, window.again), {PASSPHRASE: screen})


def _keep(window: "Window") -> Built:
    from ui.organiser.keep import KeepScreen
    from ui.organiser.keep_wiring import KeepWiring

    screen = KeepScreen()
    wiring = KeepWiring(window, window.day, screen, window.choice, window.again)
    return Built(wiring, {KEEP: screen})


def _compare(window: "Window") -> Built:
    from ui.organiser.compare import CompareScreen
    from ui.organiser.compare_wiring import CompareWiring

    screen = CompareScreen()
    return Built(CompareWiring(window, window.day, screen, window.choice), {COMPARE: screen})


_JUDGE, _SCORER = frozenset({Role.JUDGE}), frozenset({Role.SCORER})
_HOSTS, _ORGANISER = frozenset({Role.HOST, Role.ORGANISER}), frozenset({Role.ORGANISER})
_BEFORE, _AFTERWARDS = RailPart.BEFORE, RailPart.AFTERWARDS

PAGES: Mapping[str, Page] = {
    page.key: page
    for page in (
        Page(START, _start, leads_to=(NEW,)),
        Page(SIGN_IN, _sign_in),
        Page(RECOVERY, _recovery),
        Page(IMPORT, partial(_of_set_up, IMPORT)),
        Page(REHEARSAL, partial(_of_set_up, REHEARSAL)),
        Page(
            SET_UP,
            partial(_of_set_up, SET_UP),
            roles=_ORGANISER,
            part=RailPart.BEFORE,
            word="Set-up",
            icon="list-checks",
            phases=frozenset({Phase.SETTING_UP}),
            leads_to=(CONFLICTS, DOORS),
        ),
        Page(
            PEOPLE,
            partial(_of_set_up, PEOPLE),
            roles=_ORGANISER,
            part=_BEFORE,
            word="People",
            icon="users",
        ),
        Page(
            ALL_TEAMS,
            partial(_of_set_up, ALL_TEAMS),
            leads_to=(FORMING,),
            roles=_ORGANISER,
            part=_BEFORE,
            word="Teams",
            icon="flag",
        ),
        Page(
            CRITERIA,
            partial(_of_set_up, CRITERIA),
            roles=_ORGANISER,
            part=_BEFORE,
            word="Rubric",
            icon="clipboard-list",
        ),
        Page(
            PANEL,
            partial(_of_set_up, PANEL),
            roles=_ORGANISER,
            part=_BEFORE,
            word="Panel",
            icon="scale",
        ),
        Page(
            TEAMS,
            _teams,
            roles=_JUDGE,
            word="Your teams",
            short="Teams",
            icon="users",
            leads_to=(CARD,),
        ),
        Page(RUBRIC, _rubric, roles=_JUDGE, word="Rubric", icon="scale"),
        Page(
            TAKE_AWAY,
            _take_away,
            roles=_JUDGE,
            part=_AFTERWARDS,
            word="Your scores",
            short="Scores",
            icon="award",
            sight="TAKE_AWAY",
        ),
        Page(
            SHEETS,
            _sheets,
            roles=_SCORER,
            word="Paper sheets",
            short="Sheets",
            icon="clipboard-list",
        ),
        Page(HOST_DESK, _host_desk, roles=_HOSTS, word="Host’s desk", short="Host", icon="users"),
        Page(BALLOTS, _ballots, roles=_HOSTS, word="Ballots", icon="layout-grid"),
        Page(PROJECTOR, _projector, roles=_HOSTS, word="Projector", icon="presentation"),
        Page(
            RESULT,
            _result,
            roles=_HOSTS,
            word="Result",
            icon="trophy",
            sight="PANEL_RESULT",
        ),
        Page(
            PAPERS,
            _papers,
            roles=_ORGANISER,
            part=_AFTERWARDS,
            word="Papers",
            icon="printer",
            leads_to=(FEEDBACK, DATA),
        ),
        Page(
            CERTIFICATES,
            _certificates,
            roles=_ORGANISER,
            part=_AFTERWARDS,
            word="Certificates",
            short="Designer",
            icon="award",
        ),
        Page(
            RECORD,
            _record,
            roles=_HOSTS,
            part=_AFTERWARDS,
            word="Check the record",
            short="Record",
            icon="shield-check",
        ),
        Page(
            COMPARE,
            _compare,
            roles=_ORGANISER,
            part=_AFTERWARDS,
            word="Compare events",
            is_in_menu=True,
        ),
        Page(
            KEEP,
            _keep,
            roles=_ORGANISER,
            part=_AFTERWARDS,
            word="Keep and forget",
            is_in_menu=True,
        ),
        Page(
            NAMES,
            partial(_of_set_up, NAMES),
            roles=_ORGANISER,
            part=_BEFORE,
            word="Name proof",
            is_in_menu=True,
        ),
        Page(
            LOOK,
            _look,
            roles=_ORGANISER,
            part=_BEFORE,
            word="Colours and logos",
            is_in_menu=True,
        ),
        Page(
            PASSPHRASE,
            _passphrase,
            roles=_ORGANISER,
            part=_BEFORE,
            word="Passphrase",
            is_in_menu=True,
        ),
    )
}
"""Every page, in the order of the rail."""

_PAGE_OF = {key: page for page in PAGES.values() for key in (page.key, *page.leads_to)}
