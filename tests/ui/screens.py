"""The screens of the main window, by what they are; each is built if it wasn't yet."""

from ui import pages
from ui.control.control import HostProjector
from ui.host.ballots import BallotsDesk
from ui.host.desk import HostDesk
from ui.judge.card import Scorecard
from ui.judge.desk import JudgeDesk
from ui.judge.rubric import RubricScreen
from ui.judge.take_away import TakeAwayScreen
from ui.organiser.certificates import CertificateDesigner
from ui.organiser.comments import CommentsScreen
from ui.organiser.compare import CompareScreen
from ui.organiser.data import DataScreen
from ui.organiser.keep import KeepScreen
from ui.organiser.look import EventLookScreen
from ui.organiser.papers import PapersScreen
from ui.organiser.passphrase import PassphraseScreen
from ui.record.record import RecordScreen
from ui.result.result import ResultScreen
from ui.scorer.desk import ScorerDesk
from ui.set_up.importing import ImportScreen
from ui.set_up.set_up import SetUpScreen
from ui.start.new_event import NewEventScreen
from ui.start.recovery import Recovery
from ui.start.sign_in import SignIn
from ui.start.start import Start
from ui.teams.forming import FormingScreen
from ui.window import Window


def start(window: Window) -> Start:
    return window.screen_by(pages.START, Start)


def new_event(window: Window) -> NewEventScreen:
    return window.screen_by(pages.NEW, NewEventScreen)


def sign_in(window: Window) -> SignIn:
    return window.screen_by(pages.SIGN_IN, SignIn)


def recovery(window: Window) -> Recovery:
    return window.screen_by(pages.RECOVERY, Recovery)


def judge_desk(window: Window) -> JudgeDesk:
    return window.screen_by(pages.TEAMS, JudgeDesk)


def scorecard(window: Window) -> Scorecard:
    return window.screen_by(pages.CARD, Scorecard)


def rubric(window: Window) -> RubricScreen:
    return window.screen_by(pages.RUBRIC, RubricScreen)


def take_away(window: Window) -> TakeAwayScreen:
    return window.screen_by(pages.TAKE_AWAY, TakeAwayScreen)


def scorer_desk(window: Window) -> ScorerDesk:
    return window.screen_by(pages.SHEETS, ScorerDesk)


def host_desk(window: Window) -> HostDesk:
    return window.screen_by(pages.HOST_DESK, HostDesk)


def ballots(window: Window) -> BallotsDesk:
    return window.screen_by(pages.BALLOTS, BallotsDesk)


def host_projector(window: Window) -> HostProjector:
    return window.screen_by(pages.PROJECTOR, HostProjector)


def result(window: Window) -> ResultScreen:
    return window.screen_by(pages.RESULT, ResultScreen)


def record(window: Window) -> RecordScreen:
    return window.screen_by(pages.RECORD, RecordScreen)


def data(window: Window) -> DataScreen:
    return window.screen_by(pages.DATA, DataScreen)


def comments(window: Window) -> CommentsScreen:
    return window.screen_by(pages.FEEDBACK, CommentsScreen)


def papers(window: Window) -> PapersScreen:
    return window.screen_by(pages.PAPERS, PapersScreen)


def certificates(window: Window) -> CertificateDesigner:
    return window.screen_by(pages.CERTIFICATES, CertificateDesigner)


def look(window: Window) -> EventLookScreen:
    return window.screen_by(pages.LOOK, EventLookScreen)


def compare(window: Window) -> CompareScreen:
    return window.screen_by(pages.COMPARE, CompareScreen)


def keep(window: Window) -> KeepScreen:
    return window.screen_by(pages.KEEP, KeepScreen)


def passphrase(window: Window) -> PassphraseScreen:
    return window.screen_by(pages.PASSPHRASE, PassphraseScreen)


def set_up(window: Window) -> SetUpScreen:
    return window.screen_by(pages.SET_UP, SetUpScreen)


def importing(window: Window) -> ImportScreen:
    return window.screen_by(pages.IMPORT, ImportScreen)


def every_screen(window: Window) -> None:
    """Build all of them."""
    for key in pages.PAGES:
        window.wiring_of(key)


def forming(window: Window) -> FormingScreen:
    return window.screen_by(pages.FORMING, FormingScreen)
