"""The steps of the reveal as a list to jump in, and playing them by themselves."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from judging_app.closed_sets import complete
from judging_app.present.control.reveal import RevealPanel, StepPlace, StepRow
from ui import keys, theme
from ui.widgets.buttons import Button
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, column
from ui.widgets.labels import WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.rows_model import RIGHT, Column
from ui.widgets.rows_view import RowsTable
from ui.widgets.state_badge import StateLook

SECONDS = (4, 6, 8, 12, 20, 30)
"""How long each step can be shown while they play automatically."""

USUAL_SECONDS = 8
USUAL_SPEED = 1.0
NO_MOTION = 0.0
SPEEDS: Mapping[float, str] = {
    0.5: "Slow",
    USUAL_SPEED: "Normal",
    2.0: "Fast",
    NO_MOTION: "None",
}


class StepList(QWidget):
    """Every step in words; a team's name only once it is announced, unless it is asked for."""

    step_asked = Signal(int)
    """How many steps are to be announced."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[StepRow, ...] = ()
        self._told = -1
        self.list = _Steps(_columns(is_named=False), _number, wide=(2,), height=36)
        self.list.setAccessibleName("Steps of the reveal")
        self.list.entered_step.connect(self._ask)
        self.go = Button("Go to this step", kind="small")
        self.go.clicked.connect(self._ask)
        self.start = Button("Go back to the start", kind="small")
        self.start.clicked.connect(self._ask_start)
        self.show_names = Button("Show names", kind="small")
        self.show_names.setCheckable(True)
        self.show_names.clicked.connect(self._fill)
        acts = FlowRow(gap=8)
        acts.show_parts([self.go, self.start, self.show_names])
        column((self.list, 1), acts, spacing=8, inside=self)

    @property
    def names_shown(self) -> bool:
        """Whether the names are asked for."""
        return self.show_names.isChecked()

    def show_rows(self, rows: Sequence[StepRow], told: int) -> None:
        """Replace the steps; names are hidden again with every step that is announced."""
        has_moved = told != self._told
        self._rows, self._told = tuple(rows), told
        if has_moved:
            self.show_names.setChecked(False)
        self._fill()
        if has_moved and rows:
            self.list.choose(min(told, len(rows) - 1))

    def _fill(self) -> None:
        current = self.list.currentIndex().row()
        self.list.rows.show_rows(self._rows, _columns(is_named=self.names_shown))
        if self.list.currentIndex().row() != current:
            self.list.choose(current)
        self.show_names.setText("Hide names" if self.names_shown else "Show names")

    def _ask(self) -> None:
        if self.list.currentIndex().isValid():
            self.step_asked.emit(self.list.currentIndex().row() + 1)

    def _ask_start(self) -> None:
        self.step_asked.emit(0)


class _Steps(RowsTable[StepRow]):
    """Enter goes to the step that the keyboard is on; more steps than fit scroll."""

    entered_step = Signal()

    def choose(self, row: int) -> None:
        """Put the keyboard's place on a step, and the ones before it in sight."""
        self.setCurrentIndex(self.rows.index(max(row, 0), 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.PRESS.is_pressed(event):
            if not event.isAutoRepeat():
                self.entered_step.emit()
            return
        if keys.TAKE_NEXT.is_pressed(event) or keys.GO_BACK.is_pressed(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        row = theme.scaled(self._height)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMinimumHeight(row * 2)


def _columns(*, is_named: bool) -> tuple[Column[StepRow], ...]:
    def names(row: StepRow) -> str:
        return row.names if row.is_told or is_named else row.hidden

    return (
        Column("Number", lambda row: str(row.number), side=RIGHT),
        Column("Step", lambda row: row.text),
        Column("Team", names),
        Column("State", lambda row: row.state, look=lambda r: _LOOKS[r.place]),
    )


_LOOKS = complete(
    {
        StepPlace.ANNOUNCED: StateLook("check", "text-quiet"),
        StepPlace.ON: StateLook("presentation", "act"),
        StepPlace.NEXT: StateLook("skip-forward", "text"),
        StepPlace.LATER: StateLook("clock", "text-quiet"),
    }
)


def _number(row: StepRow) -> int:
    return row.number


class PlayAlone(QWidget):
    """Announces a step every few seconds, but for the last one; says how fast everything moves."""

    next_asked = Signal()
    speed_asked = Signal(float)
    """How many times as fast as usual the room's picture is to move; `NO_MOTION` for not at all."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds = Picker("Seconds per step")
        self.seconds.show_choices([Choice(str(one), f"{one} seconds") for one in SECONDS])
        self.seconds.choose(str(USUAL_SECONDS))
        self.seconds.picked.connect(self._pace)
        self.speed = Picker("Animation on the projector")
        self.speed.show_choices([Choice(str(one), words) for one, words in SPEEDS.items()])
        self.speed.picked.connect(self._ask_speed)
        self.show_speed(USUAL_SPEED)
        self.play = Button("Play automatically", icon="play")
        self.play.setCheckable(True)
        self.play.clicked.connect(self._start_or_pause)
        self.line = WrappedLabel("", "quiet")
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.next_asked)
        self._pace()
        pace = across(self.seconds, self.speed, spacing=12)
        column(self.play, self.line, pace, spacing=4, inside=self)
        self.pause()

    def show_speed(self, factor: float) -> None:
        """Show how fast the room's picture moves."""
        self.speed.choose(str(factor))

    def follow(self, panel: RevealPanel) -> None:
        """Stop before the last step, and wherever no step can be announced."""
        self.play.setEnabled(_has_more(panel) or self.timer.isActive())
        if self.timer.isActive() and not _has_more(panel):
            self.pause()
            if panel.can_tell:
                self.line.setText("Paused before the last step. Announce it yourself.")

    def pause(self) -> None:
        """Stop at the step that is on."""
        self.timer.stop()
        self.play.setChecked(False)
        self.play.setText("Play automatically")
        self.line.setText("It pauses before the last step.")

    def _start_or_pause(self) -> None:
        if self.timer.isActive():
            self.pause()
            return
        self.timer.start()
        self.play.setChecked(True)
        self.play.setText("Pause")
        self.line.setText(f"One step every {self.seconds.key} seconds.")

    def _ask_speed(self) -> None:
        self.speed_asked.emit(float(self.speed.key))

    def _pace(self) -> None:
        self.timer.setInterval(int(self.seconds.key) * 1000)
        if self.timer.isActive():
            self.line.setText(f"One step every {self.seconds.key} seconds.")


def _has_more(panel: RevealPanel) -> bool:
    """Whether there is a step to announce besides the last."""
    return panel.can_tell and panel.told < len(panel.rows) - 1
