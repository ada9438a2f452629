"""The main window: which screens there are, who is offered which, and what leads where."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent

from judging_app.desk.rights import SIGHTS, Sight
from judging_app.domain.event import Phase
from judging_app.domain.roles import Actor, Role, actor_from_key
from judging_app.present.sign_in import sign_in_rows
from judging_app.present.verification import finding_text, refusal_text
from ui.file_choice import FileChoice
from ui.host_desk import HostDesk
from ui.judge_desk import JudgeDesk
from ui.new_event import NewEventScreen
from ui.papers import PapersScreen
from ui.projector import Projector
from ui.result import ResultScreen
from ui.scorecard import Scorecard
from ui.scorer_desk import ScorerDesk
from ui.screens import Screens
from ui.shell import Part, Shell, ShellEntry
from ui.sign_in import SignIn
from ui.start import Start
from ui.wiring.day import Day
from ui.wiring.host import HostWiring
from ui.wiring.judge import JudgeWiring
from ui.wiring.papers import PapersWiring
from ui.wiring.report import ReportWiring
from ui.wiring.result import ResultWiring
from ui.wiring.sign_in import SignInWiring
from ui.wiring.start import StartWiring

START, NEW, SIGN_IN = "start", "new", "sign in"
TEAMS, CARD, SHEETS = "teams", "card", "sheets"
HOST_DESK, RESULT, PAPERS = "host desk", "result", "papers"

CHANGED = "what was recorded here was changed since"

OFFERED: Mapping[Role, tuple[ShellEntry, ...]] = {
    Role.JUDGE: (ShellEntry(TEAMS, Part.ON_THE_DAY, "Your teams", "users"),),
    Role.SCORER: (ShellEntry(SHEETS, Part.ON_THE_DAY, "Paper sheets", "clipboard-list"),),
    Role.HOST: (
        ShellEntry(HOST_DESK, Part.ON_THE_DAY, "Host’s desk", "presentation"),
        ShellEntry(RESULT, Part.ON_THE_DAY, "Result", "trophy"),
    ),
    Role.ORGANISER: (
        ShellEntry(HOST_DESK, Part.ON_THE_DAY, "Host’s desk", "presentation"),
        ShellEntry(RESULT, Part.ON_THE_DAY, "Result", "trophy"),
        ShellEntry(PAPERS, Part.AFTERWARDS, "Papers", "printer"),
    ),
}
"""What the rail offers to each role, once they may see it; they begin at the first."""


def offered(role: Role, phase: Phase) -> tuple[ShellEntry, ...]:
    """What the rail offers now: the result only to those who may see it in this phase."""
    sees_result = phase in SIGHTS[Sight.PANEL_RESULT].get(role, ())
    return tuple(entry for entry in OFFERED[role] if entry.key != RESULT or sees_result)


class Window(Shell):
    """The main window with its screens, wired to a day that may be under way already.

    The day and the projector are handed in: they stay when the window is built anew.
    """

    def __init__(self, day: Day, room: Projector, choice: FileChoice | None = None) -> None:
        super().__init__()
        self.day, self.projector = day, room
        self._key = START
        self._fault = ""
        self._offered: tuple[ShellEntry, ...] = ()
        self._build_screens()
        self._wire(choice or FileChoice(self))
        self._follow_day()
        self.show_screen(START)
        if day.is_open:
            self._show_opened()
            self._show_actor()

    def show_screen(self, key: str) -> None:
        """Show a screen, and remember which."""
        self._key = key
        super().show_screen(key)

    def open_event(self, path: Path) -> None:
        """Open an event, and go to where one signs in."""
        self.day.open(path)

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
        self._judge.flush()
        for wiring in (self._start, self._report, self._papers):
            wiring.stop()

    def _build_screens(self) -> None:
        self.start, self.new_event, self.sign_in = Start(), NewEventScreen(), SignIn()
        self.judge_desk, self.scorecard, self.scorer_desk = JudgeDesk(), Scorecard(), ScorerDesk()
        self.host_desk, self.result, self.papers = HostDesk(), ResultScreen(), PapersScreen()
        for key, screen in {
            START: self.start,
            NEW: self.new_event,
            SIGN_IN: self.sign_in,
            TEAMS: self.judge_desk,
            CARD: self.scorecard,
            SHEETS: self.scorer_desk,
            HOST_DESK: self.host_desk,
            RESULT: self.result,
            PAPERS: self.papers,
        }.items():
            self.add_screen(key, screen)

    def _wire(self, choice: FileChoice) -> None:
        day = self.day
        self._start = StartWiring(self, day, self.start, self.new_event, choice)
        self._sign_in = SignInWiring(self, day, self.sign_in)
        self._judge = JudgeWiring(self, day, self.judge_desk, self.scorecard)
        self._host = HostWiring(
            self, day, self.host_desk, self.projector, Screens(self.projector, self, self)
        )
        self._result = ResultWiring(self, day, self.result)
        self._report = ReportWiring(self, day, self.result.head, choice)
        self._papers = PapersWiring(self, day, self.papers, choice)
        self._start.new_asked.connect(self._show_new)
        self._start.start_asked.connect(self._show_start)
        self._judge.desk_asked.connect(self._show_teams)
        self._judge.card_asked.connect(self._show_card)
        self.scorer_desk.judge_asked.connect(self._open_judges_sheets)
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
        self._fault = ""
        self._clear_message()
        self.show_event(desk.event().title)
        self.show_phase(desk.event().phase.value)
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
        self.show_phase("")
        self.show_saved("")
        self.show_screen(START)

    def _show_actor(self) -> None:
        if not self.day.is_signed_in:
            self.show_signed_in("", "")
            self._offered = ()
            self.show_entries(())
            if self.day.is_open:
                self._sign_in.refresh()
                self.show_screen(SIGN_IN)
            return
        actor = self.day.actor
        self._clear_message()
        self.show_signed_in(self._name(actor), actor.role.value.capitalize())
        self._offered = offered(actor.role, self.day.desk.event().phase)
        self.show_entries(self._offered)
        self._go_to(self._offered[0].key)

    def _name(self, actor: Actor) -> str:
        rows = sign_in_rows(self.day.desk.setup())
        return next((row.name for row in rows if row.key == actor.key), actor.key)

    def _go_to(self, key: str) -> None:
        """Show a screen of the rail with what is so now."""
        if not self._judge.flush():
            return  # what was written is refused: its judge stays with it
        if key == TEAMS and self.day.actor.judge is not None:
            self._judge.open_desk(self.day.actor.judge)
            return
        if key == SHEETS:
            judges = [row for row in sign_in_rows(self.day.desk.setup()) if _is_judge(row.key)]
            self.scorer_desk.show_judges(judges)
        elif key == RESULT:
            self._result.refresh()
        elif key == HOST_DESK:
            self._host.refresh()
        self.show_screen(key)

    def _open_judges_sheets(self, key: str) -> None:
        if judge := actor_from_key(key).judge:
            self._judge.open_desk(judge)

    def _leave(self) -> None:
        if self._judge.flush():
            self._sign_in.sign_out()

    def _show_changed(self, _changed: object) -> None:
        phase = self.day.desk.event().phase
        self._clear_message()
        self.show_phase(phase.value)
        if self.day.is_signed_in:
            self._offer(offered(self.day.actor.role, phase))

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


def _is_judge(key: str) -> bool:
    return actor_from_key(key).role is Role.JUDGE
