"""The main window: shows each page to whom it is offered, and says what holds for all."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from judging_app.domain.roles import ORGANISER, Actor, Role
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.present.words.event import ROLE_WORDS
from judging_app.present.words.states import phase_state
from judging_app.words import capitalised
from ui.behind.after_paint import AfterPaint
from ui.behind.copied_wiring import Copied
from ui.behind.idle_wiring import IdleWiring
from ui.behind.scene_wiring import SceneWiring
from ui.behind.trouble_wiring import TroubleWiring
from ui.day import Day
from ui.file_choice import FileChoice
from ui.frame.rail import RailPart, ShellEntry
from ui.page_wiring import PageWiring
from ui.pages import IMPORT, RECOVERY, REHEARSAL, SIGN_IN, START, first_of, offered, page_with
from ui.printing import PrinterChoice
from ui.shell import BACK_TO_COPIES, CLOSE_EVENT, Shell

if TYPE_CHECKING:
    from judging_app.desk.access.first_look import FirstLook
    from judging_app.desk.events import NewEvent
    from ui.behind.check_wiring import CheckWiring
    from ui.displays.displays import Displays
    from ui.host.lights_wiring import LightsWiring
    from ui.pins.new_pins_wiring import NewPins
    from ui.pins.pin_again_wiring import AskingAgain
    from ui.room.room_wiring import RoomWiring
    from ui.set_up.importing_wiring import ImportWiring
    from ui.set_up.rehearsal_wiring import RehearsalWiring
    from ui.wall.projector import Projector

_COME_BACK = frozenset({Role.HOST, Role.ORGANISER})
"""Who finds their desk as they left it when it was locked behind them: what they were writing is
kept nowhere else, as a ballot is."""

ON_AIR = "The projector is on, and would go off. Press once more to leave the event."

PLAY_THE_DAY, LEAVE_REHEARSAL = "Play the day", "Leave the rehearsal"

_NO_EVENT = (ShellEntry(START, RailPart.BEFORE, "Events", "clipboard-list"),)
_NOBODY_IN = (ShellEntry(SIGN_IN, RailPart.ON_THE_DAY, "Sign in", "user"),)
"""What the rail shows where nobody is signed in."""

_Screen = TypeVar("_Screen", bound=QWidget)


class Window(Shell):
    """The main window with its screens, over a day."""

    def __init__(
        self, day: Day, projector: "Projector | None" = None, choice: FileChoice | None = None
    ) -> None:
        super().__init__()
        self.day, self._projector, self.choice = day, projector, choice or FileChoice(self)
        self.printers = PrinterChoice(self)
        self._wirings: dict[str, PageWiring] = {}
        self._offered: tuple[ShellEntry, ...] = ()
        self._is_closing = self._has_begun = False
        self._is_asked_to_leave = self._is_asked_to_darken = False
        self._left_at = self._imports_from = ""
        self.setAcceptDrops(True)
        self._idle = IdleWiring(self, day)
        self._idle.lock_asked.connect(self._lock)
        Copied(self, day)
        self._trouble = TroubleWiring(self, day, self.trouble, self.choice)
        self._trouble.eased.connect(self._check_again)
        SceneWiring(self, day)
        self.rehearsal.act_asked.connect(self._of_rehearsal)
        self.entry_asked.connect(self._go_to)
        self.sign_out_asked.connect(self._leave)
        self.close_event_asked.connect(self._leave_event)
        self._follow_day()

    def open_event(self, path: Path) -> None:
        """Open an event, and go to where one signs in, unless what was written is refused."""
        if self._flush():
            self.day.open(path)

    def show_first_look(self, look: "FirstLook") -> None:
        """Show the names of an event that is about to be opened."""
        from ui.start.sign_in_wiring import SignInWiring  # noqa: PLC0415 - with its page

        wiring = self.wiring_of(SIGN_IN)
        if isinstance(wiring, SignInWiring):
            self.show_event(look.title)
            self.show_entries(_NOBODY_IN)
            wiring.show_early(look.rows)
            self.show_screen(SIGN_IN)

    def show_not_opened(self) -> None:
        """Show where another event is chosen, unless this one is to be recovered."""
        if self._key != RECOVERY:
            self._show_page(START)

    def screen_by(self, key: str, kind: type[_Screen]) -> _Screen:
        """A screen by its key, built if it wasn't yet.

        Raises:
            TypeError: if it is of another kind.
        """
        self.wiring_of(key)
        screen = self._screens[key]
        if not isinstance(screen, kind):
            raise TypeError(f"{key} is no {kind.__name__}")
        return screen

    def shows(self, key: str) -> Callable[[], None]:
        """What shows a screen as it is, for a signal that asks for it."""
        return partial(self.show_screen, key)

    def go_to(self, key: str) -> None:
        """Go to a page as by the rail, if it is offered there."""
        if key in {entry.key for entry in self._offered}:
            self._go_to(key)

    def goes_to(self, key: str) -> Callable[[], None]:
        """What goes to a page, for a signal that asks for it."""
        return partial(self.go_to, key)

    @property
    def projector(self) -> "Projector":
        """What the room watches, made when it is first needed."""
        if self._projector is None:
            from ui.wall.projector import Projector  # noqa: PLC0415 - as just said

            self._projector = Projector()
        return self._projector

    @cached_property
    def displays(self) -> "Displays":
        """What keeps the projector on a screen of its own."""
        from ui.displays.displays import Displays  # noqa: PLC0415 - needed with the projector

        return Displays(self.projector, self, self)

    @cached_property
    def room(self) -> "RoomWiring":
        """What keeps the room at what the event says, whichever page it is held from."""
        from ui.room.room_wiring import RoomWiring  # noqa: PLC0415 - needed with the projector

        return RoomWiring(self, self.day, window=self.projector, displays=self.displays)

    @cached_property
    def copies(self) -> "LightsWiring":
        """What copies the event, whoever is signed in."""
        from ui.host.lights_wiring import LightsWiring  # noqa: PLC0415 - needed for an event

        return LightsWiring(self, self.day, self.choice)

    @cached_property
    def again(self) -> "AskingAgain":
        """What asks for the PIN again."""
        from ui.pins.pin_again_wiring import AskingAgain  # noqa: PLC0415 - for few acts

        return AskingAgain(self, self.day)

    @cached_property
    def new_pins(self) -> "NewPins":
        """PINs that were just given, until they are noted."""
        from ui.pins.new_pins_wiring import NewPins  # noqa: PLC0415 - for few acts

        return NewPins(self, self.day)

    def open_made(self, made: "NewEvent", lists: Sequence[Path]) -> None:
        """Open an event that was just made, with the organiser signed in: the PINs are known."""
        from judging_app.desk import sign_in  # noqa: PLC0415 - after the names

        if self.day.open(made.path):
            self.new_pins.take(made.pins)
            desk, pin = self.day.desk, made.pins[ORGANISER]
            if not self.day.do(lambda: sign_in.sign_in(desk, ORGANISER, pin)):
                self.day.enter(ORGANISER)
                if lists:
                    self.importing.take(lists)

    def hold_pins(self, pins: Mapping[Actor, str]) -> None:
        """Ask before these go from the screen without having been noted, and no others."""
        self.new_pins.forget()
        self.new_pins.take(pins)

    @property
    def rehearsing(self) -> "RehearsalWiring":
        """What makes a copy to rehearse on, and leads back from it."""
        from ui.set_up.rehearsal_wiring import RehearsalWiring  # noqa: PLC0415 - with its page

        wiring = self.wiring_of(REHEARSAL)
        assert isinstance(wiring, RehearsalWiring)  # noqa: S101 - the table of pages says so
        return wiring

    @property
    def importing(self) -> "ImportWiring":
        """What takes lists into the event."""
        from ui.set_up.importing_wiring import ImportWiring  # noqa: PLC0415 - with its page

        wiring = self.wiring_of(IMPORT)
        assert isinstance(wiring, ImportWiring)  # noqa: S101 - the table of pages says so
        return wiring

    def import_files(self) -> None:
        """Ask for lists, and show what taking them in would do."""
        self.importing.choose()

    def import_pasted(self) -> None:
        """Show what taking in the clipboard would do."""
        self.importing.paste()

    def show_import(self) -> None:
        """Show what comes in; from where it was asked for is where it leads back."""
        if self._key != IMPORT:
            self._imports_from = self._key
        self.show_screen(IMPORT)

    def leave_import(self) -> None:
        """Go back to where lists came in, or to where somebody begins."""
        if self._key == IMPORT and self._offered:
            keys = {entry.key for entry in self._offered}
            back = self._imports_from if self._imports_from in keys else first_of(self._offered)
            self._show_page(back)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._may_import() and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if self._may_import() and paths:
            event.acceptProposedAction()
            self.importing.take(paths)

    def _may_import(self) -> bool:
        is_here = self.day.is_open and self.day.is_signed_in
        return is_here and self.day.actor == ORGANISER and not self.day.desk.is_read_only

    @cached_property
    def check(self) -> "CheckWiring":
        """What checks the event that was opened."""
        from ui.behind.check_wiring import CheckWiring  # noqa: PLC0415 - needed for an event

        made = CheckWiring(self, self.day)
        made.ended.connect(self._trouble.show_line)
        made.ended.connect(self.copies.show_trust)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the start, and watch for who is there, which only a shown window can."""
        super().showEvent(event)
        if not self._key:
            self.show_entries(_NO_EVENT)
            self._show_page(START)
        self._idle.follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being written, close the event, and take the projector away."""
        if not (self.has_noted_pins() and self._darkens()):
            event.ignore()
            return
        self._is_closing = True
        self.rest()
        if self.day.is_open and self.day.desk.event().is_rehearsal:
            self.rehearsing.end()
        self.day.close()
        if self._projector is not None:
            self._projector.close()
        super().closeEvent(event)

    def rest(self) -> None:
        """Save what is being written and end what is under way, before the window goes."""
        self._flush()
        self._idle.stop()
        self._trouble.stop()
        for part in (self.copies, self.check) if self._has_begun else ():
            part.stop()
        for wiring in self._wirings.values():
            wiring.stop()

    def _follow_day(self) -> None:
        day = self.day
        day.opened.connect(self._show_opened)
        day.closed.connect(self._show_closed)
        day.actor_changed.connect(self._forget_place)
        day.settled.connect(self._show_actor)
        day.changed.connect(self._show_changed)
        day.saving.connect(self.show_saving)
        day.saved.connect(self.show_saved)
        day.refused.connect(self._show_refused)
        day.troubled.connect(self._recover)
        day.not_shown.connect(self._show_not_shown)

    def _show_opened(self) -> None:
        desk = self.day.desk
        self.name_closing(BACK_TO_COPIES if self.day.is_looking_at_copy else CLOSE_EVENT)
        self.show_message(desk.found_beside, "attention" if desk.found_beside else "info")
        self.show_event(desk.event().title)
        self.show_phase(phase_state(desk.event().phase))
        self._show_strip(is_shown=desk.event().is_rehearsal)
        AfterPaint(self._stack, self._begin_event)

    def _show_strip(self, *, is_shown: bool) -> None:
        if is_shown:
            from judging_app.present.set_up.rehearsal import STRIP  # noqa: PLC0415 - seldom needed

            self.rehearsal.show_acts(PLAY_THE_DAY, LEAVE_REHEARSAL)
            self.rehearsal.show_message(STRIP, "rehearsal")

    def _of_rehearsal(self, act: str) -> None:
        if act == LEAVE_REHEARSAL:
            self.rehearsing.leave()
        else:
            self.rehearsing.refresh()
            self.show_screen(REHEARSAL)

    def _begin_event(self) -> None:
        """Do for the event that was opened what nobody waits for."""
        if not self.day.is_open:
            return
        from ui.start.recent import note_open, remember  # noqa: PLC0415 - after the names

        desk, self._has_begun = self.day.desk, True
        if not self.day.is_looking_at_copy and not desk.event().is_rehearsal:
            remember(desk.file.path, desk.event().title)
            note_open(desk.file.path)
        _ = self.copies
        self.check.begin()

    def _recover(self, trouble: object) -> None:
        """Show what there is to go on from."""
        from judging_app.desk.keeping.trouble import Trouble  # noqa: PLC0415 - seldom needed
        from ui.start.recovery_wiring import RecoveryWiring  # noqa: PLC0415 - with its page

        wiring = self.wiring_of(RECOVERY)
        if isinstance(wiring, RecoveryWiring) and isinstance(trouble, Trouble):
            self.show_event(trouble.path.stem)
            self.show_screen(RECOVERY)
            wiring.begin(trouble)

    def _check_again(self) -> None:
        if self._has_begun:
            self.check.follow()

    def _clear_message(self) -> None:
        self._is_asked_to_darken = False
        self.show_message("")

    def _show_closed(self) -> None:
        from ui.start.recent import note_open  # noqa: PLC0415 - after the names

        note_open(None)
        self._clear_message()
        self.rehearsal.show_message("", "rehearsal")
        self.show_event("")
        self.offer_closing(is_offered=False)
        self.show_phase(None)
        self.show_saved("")
        if not self._is_closing:
            self.show_entries(_NO_EVENT)
            self._show_page(START)

    def _show_actor(self) -> None:
        self._is_asked_to_leave = False
        if not self.day.is_signed_in:
            self.show_signed_in("", "")
            self._offered = ()
            self.show_entries(_NOBODY_IN if self.day.is_open else _NO_EVENT)
            if self.day.is_open:
                self._show_page(SIGN_IN)
            self.offer_closing(is_offered=self._may_close())
            return
        actor = self.day.actor
        self._clear_message()
        self.show_signed_in(self._name(actor), capitalised(ROLE_WORDS[actor.role]))
        self.offer_closing(is_offered=self._may_close())
        self._offered = offered(actor, self.day.desk.event().phase)
        self.show_entries(self._offered)
        if self._left_at:
            self.show_screen(self._left_at)
            self._left_at = ""
        else:
            self._go_to(first_of(self._offered))

    def _forget_place(self) -> None:
        self._left_at = ""

    def _name(self, actor: Actor) -> str:
        rows = sign_in_rows(self.day.desk.setup())
        return next((row.name for row in rows if row.key == actor.key), actor.key)

    def _entry_of(self, key: str) -> str:
        return page_with(key).key

    def wiring_of(self, key: str) -> PageWiring:
        """What serves a screen, built with its page if it wasn't yet."""
        page = page_with(key)
        if page.key not in self._wirings:
            built = page.build(self)
            self._wirings[page.key] = built.wiring
            for name, screen in built.screens.items():
                self.add_screen(name, screen)
        return self._wirings[page.key]

    def _go_to(self, key: str) -> None:
        """Go to a page, unless what was written is refused: whoever wrote it stays with it."""
        if self._flush():
            self._show_page(key)

    def _show_page(self, key: str) -> None:
        """Show a page with what is so now."""
        self.day.look(self.wiring_of(key).refresh)
        self.show_screen(key)

    def _leave(self) -> None:
        if not self.has_noted_pins():
            return
        if self._flush() or self._leaves_without():
            self.day.sign_out()

    def has_noted_pins(self) -> bool:
        """Whether no PIN would be lost: asked once where one is on the screen and nowhere else."""
        if not self._holds_pins or self.new_pins.may_leave():
            return True
        from ui.pins.new_pins_wiring import NOT_NOTED  # noqa: PLC0415 - for few acts

        self.show_message(NOT_NOTED, "attention")
        return False

    def _darkens(self) -> bool:
        """Whether the audience may lose its picture: asked once while there is one."""
        is_seen = self.day.is_open and self._projector is not None and self._projector.isVisible()
        was_asked, self._is_asked_to_darken = self._is_asked_to_darken, is_seen
        if is_seen and not was_asked:
            self.show_message(ON_AIR, "attention")
        return was_asked or not is_seen

    @property
    def _holds_pins(self) -> bool:
        return "new_pins" in self.__dict__

    def _leaves_without(self) -> bool:
        """Whether what can't be saved while something is the matter is left behind: asked once.

        Somebody else could never sign in otherwise, not even who can help.
        """
        from judging_app.desk.keeping.elsewhere import trouble  # noqa: PLC0415 - after the names
        from judging_app.present.elsewhere import LEAVE  # noqa: PLC0415 - as just said

        was_asked, self._is_asked_to_leave = self._is_asked_to_leave, bool(trouble(self.day.desk))
        if self._is_asked_to_leave and not was_asked:
            self.show_message(LEAVE, "loss")
        return was_asked and self._is_asked_to_leave

    def _leave_event(self) -> None:
        if self.day.is_looking_at_copy:
            self.day.leave_copy()
        elif self._may_close() and self.has_noted_pins() and self._darkens() and self._flush():
            self.day.close()

    def _may_close(self) -> bool:
        """Whether whoever is here now may close the event; anybody may close the sample."""
        if not self.day.is_open:
            return False
        if self.day.is_looking_at_copy:
            return True
        from judging_app.desk.rights import may_close  # noqa: PLC0415 - after the names
        from judging_app.intake.sample import is_sample  # noqa: PLC0415 - as just said

        desk = self.day.desk
        actor = self.day.actor if self.day.is_signed_in else None
        return may_close(actor, desk.event().phase) or (
            actor is None and is_sample(desk.event(), desk.setup())
        )

    def _lock(self, said: str) -> None:
        """Leave the desk as if signed out, unless what is written there can't be kept."""
        if not self._flush():
            self._idle.follow()
            return
        from judging_app.desk.sign_in import IDLE  # noqa: PLC0415 - long after the names

        self.choice.leave()
        self.printers.leave()
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if self.day.actor.role in _COME_BACK:
            self._left_at = self._key
            self.day.lock(IDLE)
        else:
            self.day.sign_out(IDLE)
        self.show_message(said)

    def _flush(self) -> bool:
        """Save what is being written or keyed; False if it was refused."""
        return all(wiring.flush() for wiring in self._wirings.values())

    def _show_changed(self, _changed: object) -> None:
        phase = self.day.desk.event().phase
        self._clear_message()
        self.show_phase(phase_state(phase))
        if self.day.is_signed_in:
            self._offer(offered(self.day.actor, phase))

    def _offer(self, entries: tuple[ShellEntry, ...]) -> None:
        """Bring the rail to what is offered now, and leave a screen that no longer is."""
        if entries == self._offered:
            return
        was_offered = self._key in {entry.key for entry in self._offered}
        self._offered = entries
        self.show_entries(entries)
        if was_offered and self._key not in {entry.key for entry in entries}:
            self._go_to(first_of(entries))
        else:
            self.show_screen(self._key)

    def _show_not_shown(self, sentence: str) -> None:
        """Say why something can't be shown, unless it is said already that something is lost."""
        if self._toast.kind != "loss" and sentence != self.trouble.text:
            self.show_message(sentence, "attention")

    def _show_refused(self, sentence: str, kind: str) -> None:
        self.show_message(sentence, kind)
        if kind == "loss":
            self.show_saved("NOT saved", is_saved=False)
