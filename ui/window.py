"""The main window: which screens there are, who is offered which, and what leads where."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent

from judging_app.closed_sets import complete
from judging_app.desk.rights import SIGHTS, Sight
from judging_app.desk.sign_in import IDLE
from judging_app.domain.event import Phase, Scene
from judging_app.domain.roles import Actor, Role
from judging_app.present.host.lights import projector_light
from judging_app.present.organiser.verification import finding_text, refusal_text
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.present.words.event import ROLE_WORDS
from judging_app.present.words.scenes import SCENES
from judging_app.present.words.states import phase_state
from judging_app.words import capitalised
from ui.announce import announce
from ui.control.control import HostProjector
from ui.control.control_wiring import ProjectorWiring
from ui.control.script_wiring import ScriptWiring
from ui.copied import Copied
from ui.day import Day
from ui.displays.displays import Screens
from ui.file_choice import FileChoice
from ui.host.copies_wiring import CopiesWiring
from ui.host.desk import HostDesk
from ui.host.desk_wiring import HostWiring
from ui.idle_wiring import IdleWiring
from ui.judge.card import Scorecard
from ui.judge.desk import JudgeDesk
from ui.judge.desk_wiring import JudgeWiring
from ui.judge.take_away import TakeAwayScreen
from ui.judge.take_away_wiring import TakeAwayWiring
from ui.organiser.look import EventLookScreen
from ui.organiser.look_wiring import LookWiring
from ui.organiser.papers import PapersScreen
from ui.organiser.papers_wiring import PapersWiring
from ui.result.report_wiring import ReportWiring
from ui.result.result import ResultScreen
from ui.result.result_wiring import ResultWiring
from ui.scorer.desk import ScorerDesk
from ui.scorer.desk_wiring import ScorerWiring
from ui.shell import Part, Shell, ShellEntry
from ui.start.new_event import NewEventScreen
from ui.start.sign_in import SignIn
from ui.start.sign_in_wiring import SignInWiring
from ui.start.start import Start
from ui.start.start_wiring import StartWiring
from ui.wall.projector import Projector

START, NEW, SIGN_IN = "start", "new", "sign in"
TEAMS, CARD, SHEETS, TAKE_AWAY = "teams", "card", "sheets", "take-away"
HOST_DESK, PROJECTOR, RESULT, PAPERS = "host desk", "projector", "result", "papers"
LOOK = "look"

CHANGED = "its content was changed after it was recorded"

OFFERED: Mapping[Role, tuple[ShellEntry, ...]] = complete(
    {
        Role.JUDGE: (
            ShellEntry(TEAMS, Part.ON_THE_DAY, "Your teams", "users"),
            ShellEntry(TAKE_AWAY, Part.AFTERWARDS, "Your scores", "award"),
        ),
        Role.SCORER: (ShellEntry(SHEETS, Part.ON_THE_DAY, "Paper sheets", "clipboard-list"),),
        Role.HOST: (
            ShellEntry(HOST_DESK, Part.ON_THE_DAY, "Host’s desk", "users"),
            ShellEntry(PROJECTOR, Part.ON_THE_DAY, "Projector", "presentation"),
            ShellEntry(RESULT, Part.ON_THE_DAY, "Result", "trophy"),
        ),
        Role.ORGANISER: (
            ShellEntry(HOST_DESK, Part.ON_THE_DAY, "Host’s desk", "users"),
            ShellEntry(PROJECTOR, Part.ON_THE_DAY, "Projector", "presentation"),
            ShellEntry(RESULT, Part.ON_THE_DAY, "Result", "trophy"),
            ShellEntry(PAPERS, Part.AFTERWARDS, "Papers", "printer"),
            ShellEntry(LOOK, Part.BEFORE, "Colours and logo", "pencil"),
        ),
    }
)
"""What the rail offers to each role, once they may see it; they begin at the first."""


def offered(role: Role, phase: Phase) -> tuple[ShellEntry, ...]:
    """What the rail offers now: of what is secret, only what this role may see in this phase."""
    return tuple(
        entry
        for entry in OFFERED[role]
        if entry.key not in _SHOWN or phase in SIGHTS[_SHOWN[entry.key]].get(role, ())
    )


_SHOWN = {RESULT: Sight.PANEL_RESULT, TAKE_AWAY: Sight.TAKE_AWAY}
"""The screens that show something that not everybody may see."""


class Window(Shell):
    """The main window with its screens, wired to a day that may be under way already.

    The day and the projector are handed in: they stay when the window is built anew.
    """

    def __init__(self, day: Day, room: Projector, choice: FileChoice | None = None) -> None:
        super().__init__()
        self.day, self.projector = day, room
        self._fault = ""
        self._copied = Copied()
        self._scene = Scene.HOLDING
        self._offered: tuple[ShellEntry, ...] = ()
        self._build_screens()
        self._wire(choice or FileChoice(self))
        self._follow_day()
        self.show_screen(START)
        if day.is_open:
            self._show_opened()
            self._show_actor()
            self._judge.resume()

    def open_event(self, path: Path) -> None:
        """Open an event, and go to where one signs in."""
        self.day.open(path)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for who is there; only a window that was shown can be listened to."""
        super().showEvent(event)
        self._idle.follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being written, close the event, and take the projector away."""
        self.rest()
        self.day.close()
        self.projector.close()
        super().closeEvent(event)

    @property
    def is_at_rest(self) -> bool:
        """Whether the window may be built anew: not while an event is made and its PINs shown."""
        return self._key != NEW

    def rest(self) -> None:
        """Save what is being written and end what is under way, before the window goes."""
        self._flush()
        for wiring in (
            self._start,
            self._report,
            self._script,
            self._take_away,
            self._idle,
            self._papers,
            self._copies,
            self._host,
        ):
            wiring.stop()

    def _build_screens(self) -> None:
        self.start, self.new_event, self.sign_in = Start(), NewEventScreen(), SignIn()
        self.judge_desk, self.scorecard, self.scorer_desk = JudgeDesk(), Scorecard(), ScorerDesk()
        self.host_desk, self.result, self.papers = HostDesk(), ResultScreen(), PapersScreen()
        self.look, self.host_projector = EventLookScreen(), HostProjector()
        self.take_away = TakeAwayScreen()
        for key, screen in {
            START: self.start,
            NEW: self.new_event,
            SIGN_IN: self.sign_in,
            TEAMS: self.judge_desk,
            CARD: self.scorecard,
            SHEETS: self.scorer_desk,
            HOST_DESK: self.host_desk,
            PROJECTOR: self.host_projector,
            RESULT: self.result,
            PAPERS: self.papers,
            LOOK: self.look,
            TAKE_AWAY: self.take_away,
        }.items():
            self.add_screen(key, screen)

    def _wire(self, choice: FileChoice) -> None:
        day = self.day
        self._start = StartWiring(self, day, self.start, self.new_event, choice)
        self._sign_in = SignInWiring(self, day, self.sign_in)
        self._judge = JudgeWiring(self, day, self.judge_desk, self.scorecard)
        self._scorer = ScorerWiring(self, day, self.scorer_desk)
        self._host = HostWiring(self, day, self.host_desk)
        screens = Screens(self.projector, self, self)
        self._projector = ProjectorWiring(self, day, self.host_projector, self.projector, screens)
        self._projector.motion_reduced.connect(self.host_desk.clock.set_motion_reduced)
        self.host_desk.black_asked.connect(self._projector.black)
        self._script = ScriptWiring(self, day, self.host_projector.reveal, choice)
        self._copies = CopiesWiring(self, day, self.host_desk.lights, choice)
        self._room_screens = screens
        screens.changed.connect(self._show_projector_light)
        self._result = ResultWiring(self, day, self.result)
        self._report = ReportWiring(self, day, self.result.head, choice)
        self._papers = PapersWiring(self, day, self.papers, choice)
        self._look = LookWiring(self, day, self.look, choice)
        self._take_away = TakeAwayWiring(self, day, self.take_away, choice)
        self._idle = IdleWiring(self, day)
        self._idle.lock_asked.connect(self._lock)
        self._start.new_asked.connect(self._show_new)
        self._start.start_asked.connect(self._show_start)
        self._judge.desk_asked.connect(self._show_teams)
        self._judge.card_asked.connect(self._show_card)
        self.entry_asked.connect(self._go_to)
        self.sign_out_asked.connect(self._leave)
        self.close_event_asked.connect(day.close)

    def _follow_day(self) -> None:
        day = self.day
        day.opened.connect(self._show_opened)
        day.closed.connect(self._show_closed)
        day.actor_changed.connect(self._show_actor)
        day.changed.connect(self._show_changed)
        day.saved.connect(self.show_saved)
        day.refused.connect(self._show_refused)

    def _show_projector_light(self) -> None:
        """Light how the projector stands, while an event is open."""
        if self.day.is_open:
            state = self._room_screens.state
            is_well = state.kind != "attention"
            self._copies.show_light(projector_light(state.text, state.line, is_well=is_well))

    def _show_new(self) -> None:
        self.show_screen(NEW)

    def _show_start(self) -> None:
        self._start.refresh()
        self.show_screen(START)

    def _show_teams(self) -> None:
        self.show_screen(TEAMS)

    def _show_card(self) -> None:
        self.show_screen(CARD)

    def _show_opened(self) -> None:
        desk = self.day.desk
        self._fault, self._scene = "", desk.programme().scene
        self._clear_message()
        self.show_event(desk.event().title)
        self.show_phase(phase_state(desk.event().phase))
        self._show_projector_light()
        self.show_screen(SIGN_IN)
        QTimer.singleShot(0, self._verify)  # after the window is painted

    def _verify(self) -> None:
        """Say at once if the file isn't what was recorded."""
        if not self.day.is_open:
            return
        if findings := self.day.desk.verification().findings:
            # The entry, not the figures: anybody may be looking.
            sentences = tuple(finding_text(one.entry, CHANGED) for one in findings)
            self._fault = refusal_text(self.day.desk.file.path.name, sentences)
            self._clear_message()

    def _clear_message(self) -> None:
        """Show nothing, or what is the matter with the file, which stays until it is closed."""
        self.show_message(self._fault, "loss" if self._fault else "info")

    def _show_closed(self) -> None:
        self._fault = ""
        self._clear_message()
        self.show_event("")
        self.show_phase(None)
        self.show_saved("")
        self.show_screen(START)

    def _show_actor(self) -> None:
        if not self.day.is_signed_in:
            self._copied.forget()
            self.show_signed_in("", "")
            self._offered = ()
            self.show_entries(())
            if self.day.is_open:
                self._sign_in.refresh()
                self.show_screen(SIGN_IN)
            return
        actor = self.day.actor
        self._copied.begin()
        self._clear_message()
        self.show_signed_in(self._name(actor), capitalised(ROLE_WORDS[actor.role]))
        self._offered = offered(actor.role, self.day.desk.event().phase)
        self.show_entries(self._offered)
        self._go_to(self._offered[0].key)

    def _name(self, actor: Actor) -> str:
        rows = sign_in_rows(self.day.desk.setup())
        return next((row.name for row in rows if row.key == actor.key), actor.key)

    def _go_to(self, key: str) -> None:
        """Show a screen of the rail with what is so now."""
        if not self._flush():
            return  # what was written is refused: whoever wrote it stays with it
        if key == TEAMS and self.day.actor.judge is not None:
            self._judge.open_desk(self.day.actor.judge)
            return
        if key == SHEETS:
            self._scorer.open_desk()
        elif key == RESULT:
            self._result.refresh()
        elif key == HOST_DESK:
            self._host.refresh()
        elif key == PROJECTOR:
            self._projector.refresh()
        elif key == TAKE_AWAY:
            self._take_away.refresh()
        elif key == LOOK:
            self._look.refresh()
        self.show_screen(key)

    def _leave(self) -> None:
        if self._flush():
            self._sign_in.sign_out()

    def _lock(self, said: str) -> None:
        """Leave the desk as if signed out, unless what is written there can't be kept."""
        if self._flush():
            self._sign_in.sign_out(IDLE)
            self.show_message(said)
        else:
            self._idle.follow()

    def _flush(self) -> bool:
        """Save what is being written or keyed; False if it was refused."""
        return self._judge.flush() and self._scorer.flush()

    def _show_changed(self, _changed: object) -> None:
        phase = self.day.desk.event().phase
        self._clear_message()
        self.show_phase(phase_state(phase))
        if self.day.is_signed_in:
            self._offer(offered(self.day.actor.role, phase))
            if self.day.actor.role in (Role.HOST, Role.ORGANISER):
                self._tell_scene()

    def _tell_scene(self) -> None:
        """Say what the room now sees to whoever can't look at the projector."""
        before, self._scene = self._scene, self.day.desk.programme().scene
        if self._scene is not before:
            announce(self, f"On the projector: {SCENES[self._scene].name}")

    def _offer(self, entries: tuple[ShellEntry, ...]) -> None:
        """Bring the rail to what is offered now, and leave a screen that no longer is."""
        if entries == self._offered:
            return
        was_offered = self._key in {entry.key for entry in self._offered}
        self._offered = entries
        self.show_entries(entries)
        if was_offered and self._key not in {entry.key for entry in entries}:
            self._go_to(entries[0].key)
        else:
            self.show_screen(self._key)

    def _show_refused(self, sentence: str, kind: str) -> None:
        self.show_message(sentence, kind)
        if kind == "loss":
            self.show_saved("NOT saved", is_saved=False)
