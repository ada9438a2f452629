"""Wires the rehearsal: the copy is made and left, and the day on it played."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from judging_app import files
from judging_app.desk.desk import Desk
from judging_app.desk.set_up import dress_rehearsal
from judging_app.domain.event import Method, Phase
from judging_app.domain.roles import ORGANISER
from judging_app.errors import DeskError
from judging_app.planning.dress_rehearsal import Happening, Moment
from judging_app.present.set_up.rehearsal import (
    HappenedRow,
    Pace,
    happened,
    method_rows,
    names_of,
    progress_words,
)
from ui.day import Day
from ui.page_wiring import PageWiring
from ui.set_up.rehearsal import RehearsalScreen

SHORT_S, TICK_MS, MOST_A_TICK = 120, 100, 12
"""Seconds of the short day, how often it is looked at, and how much is done each time."""

SAME = "The real event is the same to the byte: it was read before, and again just now."
CHANGED = "The real event’s file changed while you rehearsed. Somebody else may have it open."


class RehearsalWiring(PageWiring):
    """Serves the page, and leads to the copy and back."""

    shown = Signal()
    """The page is to be shown: the copy is open."""
    left = Signal(str, str)
    """The real event is open again: what to say of it, and how it is meant."""

    def __init__(self, parent: QObject, day: Day, screen: RehearsalScreen) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        self._real: Path | None = None
        self._digest = ""
        self._morning = b""
        self._moments: Sequence[Moment] = ()
        self._played = 0
        self._rows: list[HappenedRow] = []
        self._winners: Mapping[Method, Sequence[str]] = {}
        self._before: Mapping[Method, Sequence[str]] = {}
        self._timer = QTimer(self, interval=TICK_MS)
        self._clock, self._offset_ms = QElapsedTimer(), 0
        self._timer.timeout.connect(self._tick)
        screen.play_asked.connect(self._turn)
        screen.step_asked.connect(self._step)
        screen.again_asked.connect(self._start_again)

    def refresh(self) -> None:
        """Show who is on the panel, and how far the day has come."""
        self._screen.show_judges(names_of(self._day.desk.recorded_setup()).judges)
        self._screen.proof.setText(
            "The real event’s file was read when you began, and is read again when you leave."
        )
        self._show()

    def stop(self) -> None:
        """Play no more."""
        self._timer.stop()

    def begin(self) -> None:
        """Make the copy, and go to it."""
        desk = self._day.desk
        try:
            copy = dress_rehearsal.begin(desk, self._day.actor)
        except DeskError as refusal:
            self._day.refused.emit(str(refusal), "attention")
            return
        real = desk.file.path
        self._day.close()
        self._real, self._digest = real, dress_rehearsal.digest_of(real)
        self._winners = self._before = {}
        self._open(copy)
        self._forget_day()
        self.refresh()
        self.shown.emit()

    def end(self) -> None:
        """Throw the copy away: it has the names of everybody."""
        self.stop()
        copy = self._day.desk.file.path
        self._day.close()
        dress_rehearsal.throw_away(copy)

    def leave(self) -> None:
        """End it, and go back to the event that it was made of."""
        real = self._real
        self.end()
        if real is None:
            return
        is_same = dress_rehearsal.digest_of(real) == self._digest
        self._real = None
        if self._day.open(real):
            self.left.emit(SAME if is_same else CHANGED, "good" if is_same else "attention")

    def _open(self, copy: Path) -> Desk:
        """Open the copy; who rehearses is signed in by being here."""
        if self._day.open(copy):
            self._day.desk.asks_again = False
            self._day.enter(ORGANISER)
        return self._day.desk

    def _again(self) -> Desk:
        path = self._day.desk.file.path
        self._day.close()
        desk = self._open(path)
        self.shown.emit()
        return desk

    def _turn(self) -> None:
        if self._timer.isActive():
            self._pause()
        elif self._begin_day():
            self._clock.start()
            self._timer.start()
        self._show()

    def _pause(self) -> None:
        self._timer.stop()
        self._offset_ms += self._clock.elapsed()

    def _step(self) -> None:
        """Play on to the next thing that is more than a ballot."""
        if not self._begin_day():
            return
        while self._played < len(self._moments):
            if self._play_one().what is not Happening.BALLOT:
                break
        self._offset_ms = round(self._at_s / self._factor * 1000)
        if self._timer.isActive():
            self._clock.restart()
        self._show()

    def _tick(self) -> None:
        if self._screen.pace is Pace.STEPS:
            self._pause()
        now_s = (self._offset_ms + self._clock.elapsed()) / 1000 * self._factor
        for _ in range(MOST_A_TICK):
            if self._played == len(self._moments):
                self._timer.stop()
                break
            if self._moments[self._played].at_s > now_s:
                break
            self._play_one()
        self._show()

    @property
    def _factor(self) -> float:
        """Seconds of the day for one that passes."""
        last = self._moments[-1].at_s if self._moments else 0
        return max(last / SHORT_S, 1) if self._screen.pace is Pace.SHORT else 1

    @property
    def _at_s(self) -> int:
        return self._moments[self._played - 1].at_s if self._played else 0

    def _begin_day(self) -> bool:
        """Invent the day when it is first played; whether there is any more of it."""
        desk = self._day.desk
        if not self._moments and desk.event().phase is Phase.SETTING_UP:
            self._morning = dress_rehearsal.morning(desk)
            self._moments = dress_rehearsal.moments(desk, self._screen.panel("rehearsal"))
        return self._played < len(self._moments)

    def _play_one(self) -> Moment:
        moment, desk = self._moments[self._played], self._day.desk
        self._played += 1
        try:
            went = dress_rehearsal.play(desk, moment, self._again)
            how, is_well = went.words, went.is_well
        except DeskError as refusal:
            how, is_well = str(refusal), False
        if moment.what is not Happening.BALLOT or not is_well:
            names = names_of(self._day.desk.recorded_setup())
            self._rows.insert(0, happened(names, self._played, moment, how, is_well=is_well))
        self._day.changed.emit(dress_rehearsal.last_change(self._day.desk))
        if self._played == len(self._moments):
            self._before = self._winners
            self._winners = dress_rehearsal.winners(self._day.desk)
        return moment

    def _start_again(self) -> None:
        """Begin the same copy from its morning, with what was changed in it before."""
        self.stop()
        path = self._day.desk.file.path
        if self._morning:
            self._day.close()
            dress_rehearsal.throw_away(path)
            files.save(path, self._morning)
            self._open(path)
        self._forget_day()
        self.refresh()
        self.shown.emit()

    def _forget_day(self) -> None:
        self._moments, self._played, self._offset_ms = (), 0, 0
        self._rows = []
        self._morning = b""

    def _show(self) -> None:
        count = len(self._moments)
        is_over = bool(count) and self._played == count
        words = progress_words(self._played, count, self._at_s)
        act = (
            "Pause" if self._timer.isActive() else ("Continue" if self._played else "Play the day")
        )
        share = self._played / count if count else 0
        self._screen.show_progress(words, share, "" if is_over else act)
        self._screen.show_happened(self._rows)
        rows = method_rows(self._winners, self._before, self._day.desk.event().method)
        self._screen.show_methods(rows if is_over else ())
