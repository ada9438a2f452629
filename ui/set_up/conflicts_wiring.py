"""Wires the conflicts of interest before the day: each declared, decided, and costed first."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from judging_app.desk import conflicts
from judging_app.desk.desk import Changed
from judging_app.domain.panel import ConflictDecision
from judging_app.present.set_up.conflicts import (
    KnownConflicts,
    Pair,
    conflict_case,
    conflict_grid,
)
from ui.day import Day
from ui.set_up.conflicts import ConflictsScreen


class ConflictsWiring(QObject):
    """Serves the page."""

    def __init__(self, parent: QObject, day: Day, screen: ConflictsScreen) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        self._pair: Pair | None = None
        screen.chosen.connect(self._show_case)
        screen.decided.connect(self._decide)
        screen.declared.connect(self._declare)
        day.changed.connect(self._follow)

    def refresh(self) -> None:
        """Show what is so now."""
        self._screen.show_grid(conflict_grid(self._day.desk.recorded_setup(), self._known()))
        if self._pair is not None:
            self._show_case(self._pair)

    def _known(self) -> KnownConflicts:
        desk = self._day.desk
        return KnownConflicts(conflicts.declared(desk), conflicts.found(desk))

    def _show_case(self, pair: Pair) -> None:
        setup = self._day.desk.recorded_setup()
        is_there = pair[0] in {one.id for one in setup.judges}
        self._pair = pair if is_there and pair[1] in {one.id for one in setup.teams} else None
        if self._pair is not None:
            self._screen.show_case(conflict_case(setup, self._known(), self._pair))

    def _follow(self, _changed: Changed) -> None:
        if self._screen.isVisible():
            self._day.look(self.refresh)

    def _decide(self, pairs: Sequence[Pair], decision: ConflictDecision, reason: str) -> None:
        refusal = self._day.attempt(conflicts.decide_alike, pairs, decision, reason)
        if refusal:
            self._screen.show_problem(refusal)
        else:
            self._screen.go_on()

    def _declare(self, pair: Pair, reason: str) -> None:
        refusal = self._day.attempt(conflicts.declare, *pair, reason)
        self._screen.show_problem(refusal)
        if not refusal:
            self._screen.case.reason.clear()
