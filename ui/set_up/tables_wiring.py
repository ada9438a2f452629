"""Wires a page of tables: what is typed becomes one act, with a reason where it takes one."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from judging_app.desk import sign_in, undo
from judging_app.desk.desk import Changed
from judging_app.desk.set_up import changing
from judging_app.desk.set_up.edits import CellEdit, edited, moved, rows_of, with_member, without
from judging_app.domain.roles import Actor, Role
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError
from judging_app.present.host.undo import undo_words
from judging_app.present.set_up.changes import change_words
from judging_app.present.set_up.tables import SetUpTable, offers, pin_words, table_rows
from judging_app.present.time_of_day import clock_text
from ui.day import Day
from ui.edit_table.model import Typed
from ui.page_wiring import PageWiring
from ui.set_up.tables import TablesScreen


class TablesWiring(PageWiring):
    """Serves one page of tables."""

    import_asked = Signal()

    def __init__(self, parent: QObject, day: Day, screen: TablesScreen) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        self._waiting: Setup | None = None
        screen.shown.connect(self.refresh)
        screen.typed.connect(self._type)
        screen.remove_asked.connect(self._remove)
        screen.move_asked.connect(self._move)
        screen.member_moved.connect(self._move_member)
        screen.undo_asked.connect(self._undo)
        screen.import_asked.connect(self.import_asked)
        screen.answered.connect(self._change_with_reason)
        screen.given_up.connect(self._give_up)
        day.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show what is so now."""
        desk, kind = self._day.desk, self._screen.table_kind
        setup = desk.recorded_setup()
        counts = {one: len(rows_of(setup, one)) for one in SetUpTable}
        self._screen.show_counts(counts)
        self._screen.show_rows(table_rows(setup, kind, self._pins(kind)), offers(setup))
        last = undo.undoable(desk, self._day.actor)
        setup_words = undo_words(setup, last.act, last.about, last.count, last.what) if last else ""
        self._screen.undo.show_undo(setup_words)

    def _pins(self, kind: SetUpTable) -> Mapping[str, str]:
        judges = self._day.desk.recorded_setup().judges if kind is SetUpTable.JUDGES else ()
        return {judge.id: self._pin(Actor(Role.JUDGE, judge.id)) for judge in judges}

    def _pin(self, holder: Actor) -> str:
        desk = self._day.desk
        place = sign_in.pin_place(desk, holder)
        return pin_words(
            place.how if place else None,
            clock_text(place.at) if place else "",
            has_pin=sign_in.has_pin(desk, holder),
            has_it=place is not None,
        )

    def _follow(self, _changed: Changed) -> None:
        if self._screen.isVisible():
            self._day.look(self.refresh)

    def _type(self, typed: Sequence[Typed]) -> None:
        edits = [CellEdit(*one) for one in typed]
        self._try(lambda setup: edited(setup, self._screen.table_kind, edits))

    def _remove(self, chosen: Sequence[str]) -> None:
        self._try(lambda setup: without(setup, self._screen.table_kind, chosen))

    def _move(self, key: str, by: int) -> None:
        self._try(lambda setup: moved(setup, self._screen.table_kind, key, by))

    def _move_member(self, person: str, team: str) -> None:
        self._try(lambda setup: with_member(setup, person, team))

    def _try(self, wanted_of: Callable[[Setup], Setup]) -> None:
        """Change the set-up so, after asking why where that is needed."""
        desk = self._day.desk
        try:
            wanted = wanted_of(desk.recorded_setup())
        except DeskError as refusal:
            self._screen.say(str(refusal), "loss")
            return
        if changing.asks_reason(desk, wanted):
            self._waiting = wanted
            self._screen.ask_reason(change_words(changing.proposed(desk, wanted)))
            return
        self._change(wanted, "")

    def _change(self, wanted: Setup, reason: str) -> None:
        refusal = self._day.attempt(changing.change, wanted, reason)
        self._screen.say(refusal, "loss" if refusal else "quiet")
        if not refusal:
            self._screen.table.rows.forget_new()
        self.refresh()

    def _change_with_reason(self, reason: str) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._change(waiting, reason)

    def _give_up(self) -> None:
        self._waiting = None
        self.refresh()

    def _undo(self) -> None:
        if undo.undoable(self._day.desk, self._day.actor) is not None:
            self._day.act(undo.undo)
