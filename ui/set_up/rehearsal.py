"""The rehearsal of a whole day: an invented panel, what goes wrong, and how it went."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QProgressBar, QWidget

from judging_app.domain.ids import JudgeId
from judging_app.domain.set_up.invented import InventedJudge, InventedPanel, Spread
from judging_app.present.set_up.rehearsal import (
    MISHAPS,
    PACES,
    SEVERITIES,
    SPREADS,
    HappenedRow,
    MethodRow,
    Pace,
)
from ui import keys, theme
from ui.set_up.lines import emptied
from ui.widgets.buttons import ActButton, Button, PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import PickerBox
from ui.widgets.rows_model import Column
from ui.widgets.rows_view import RowsTable
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import STATES

_ROW, _WIDE_FROM, _PANEL = 36, 900, 430


class RehearsalScreen(Screen):
    """Says who is invented and what goes wrong, and shows the day as it is played."""

    play_asked = Signal()
    """To begin, to pause or to go on."""
    step_asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Rehearsal")
        self.name_page("Rehearsal")
        self._boxes: dict[JudgeId, tuple[PickerBox, PickerBox]] = {}
        self._judges = column(spacing=4)
        self._panel, self._wrong = Card(), Card()
        self.mishaps = {one: QCheckBox(words) for one, words in MISHAPS.items()}
        self._paces = QButtonGroup(self)
        self.paces = {one: self._pace(one) for one in Pace}
        self.bar, self.stands = QProgressBar(), PlainLabel("", "strong")
        self.happened, self.methods = _happened(), _methods()
        self._compare, self._nothing = Card(), QuietText("Nothing has happened yet.")
        self.proof = WrappedLabel("", "quiet")
        self.again = PlainButton("Start again", icon="refresh-cw")
        self.step = PlainButton("Next step", icon="arrow-right")
        self.play = ActButton("Play the day")
        self._lay_out()
        self.play.clicked.connect(self.play_asked)
        self.step.clicked.connect(self.step_asked)
        self.again.clicked.connect(self.again_asked)
        keys.bind(keys.NEXT_MOMENT, self, self.step.click)
        keys.bind(keys.FIRST_MOMENT, self, self.again.click)

    @property
    def pace(self) -> Pace:
        """How fast it is to be played."""
        return next(one for one, button in self.paces.items() if button.isChecked())

    def panel(self, seed: str) -> InventedPanel:
        """What the day is to be invented from."""
        judges = {
            judge: InventedJudge(int(severity.currentData()), spread.currentData())
            for judge, (severity, spread) in self._boxes.items()
        }
        wrong = (one for one, box in self.mishaps.items() if box.isChecked())
        return InventedPanel(judges, frozenset(wrong), seed)

    def show_judges(self, names: Mapping[JudgeId, str]) -> None:
        """Replace the panel; who is there already stays as invented."""
        kept = {judge: self._values(judge) for judge in self._boxes}
        self._boxes = {}
        body = emptied(self._judges)
        for judge, name in names.items():
            severity, spread = PickerBox(), PickerBox()
            for value, words in SEVERITIES:
                severity.addItem(words, value)
            for one, words in SPREADS.items():
                spread.addItem(words, one)
            severity.setAccessibleName(f"How {name} scores")
            spread.setAccessibleName(f"How far apart {name}’s scores are")
            how, far = kept.get(judge, (0, Spread.USUAL))
            severity.setCurrentIndex(severity.findData(how))
            spread.setCurrentIndex(spread.findData(far))
            self._boxes[judge] = (severity, spread)
            line = QWidget()
            boxes = across((severity, 1), (spread, 1), spacing=8)
            column(WrappedLabel(name), boxes, spacing=2, inside=line)
            body.addWidget(line)

    def show_progress(self, words: str, share: float, act: str) -> None:
        """Say how far the day has come, and what the filled button does now."""
        self.stands.setText(words)
        self.bar.setValue(round(1000 * share))
        self.play.setText(act)
        self.play.setVisible(bool(act))
        self.step.setEnabled(share < 1)
        self.again.setEnabled(share > 0)
        for part in (self._panel, self._wrong):
            part.setEnabled(share == 0)

    def show_happened(self, rows: Sequence[HappenedRow]) -> None:
        """Replace what happened, the last first."""
        self._nothing.setVisible(not rows)
        self.happened.setVisible(bool(rows))
        self.happened.show_rows(rows)

    def show_methods(self, rows: Sequence[MethodRow]) -> None:
        """Say who would have won by each method; empty before the day is over."""
        self._compare.setVisible(bool(rows))
        self.methods.show_rows(rows)

    def _values(self, judge: JudgeId) -> tuple[object, object]:
        severity, spread = self._boxes[judge]
        return severity.currentData(), spread.currentData()

    def _pace(self, pace: Pace) -> Button:
        button = Button(PACES[pace], kind="entry")
        button.setCheckable(True)
        button.setChecked(pace is Pace.SHORT)
        self._paces.addButton(button)
        return button

    def _lay_out(self) -> None:
        left, right, paces = QWidget(), QWidget(), FlowRow(8)
        paces.show_parts([*self.paces.values()])
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("How far the day has got")
        says = QuietText("How each judge scores, and how far apart their scores are.")
        add(self._panel.body, Heading("Invented panel", 3), says, self._judges)
        add(self._wrong.body, Heading("What goes wrong", 3), *self.mishaps.values())
        day, proof = Card(), Card()
        add(day.body, self.stands, self.bar)
        add(proof.body, self.proof)
        tried = QuietText(
            "Change the rubric, the method or the panel in this copy, start again, and compare."
        )
        add(self._compare.body, Heading("Who would be first", 3), tried, self.methods)
        column(self._panel, self._wrong, 1, spacing=12, inside=left)
        parts = (day, self._compare, self._nothing, self.happened, proof)
        column(*parts, 1, spacing=12, inside=right)
        self._compare.hide()
        scroll = ScrollColumn()
        scroll.body.addWidget(SideBySide((left, 2), (right, 4), wide_from=_WIDE_FROM))
        head = across((Heading("Rehearsal"), 1), (paces, 2), spacing=16)
        told = PlainLabel("→ plays the next step. Home starts the day again.", "quiet")
        foot = Foot((told, 1), act=self.play, beside=(self.again, self.step))
        self.lay_out(scroll, head=head, foot=foot)
        theme.follow(self.bar.setFixedHeight, 10)


def _happened() -> RowsTable[HappenedRow]:
    columns: tuple[Column[HappenedRow], ...] = (
        Column("After", lambda row: row.at, least=64),
        Column("What happened", lambda row: row.what),
        Column(
            "How it went",
            lambda row: row.how,
            look=lambda row: STATES["submitted" if row.is_well else "attention"],
            spoken=lambda row: f"{'right' if row.is_well else 'look'}: {row.how}",
        ),
    )
    table = RowsTable(columns, lambda row: row.number, wide=(1, 2), height=_ROW)
    table.setAccessibleName("What happened, latest first")
    return table


def _methods() -> RowsTable[MethodRow]:
    columns: tuple[Column[MethodRow], ...] = (
        Column("Method", lambda row: row.name),
        Column("First", lambda row: row.first, is_strong=True),
        Column("Last time", lambda row: row.before),
    )
    table = RowsTable(columns, lambda row: row.method, wide=(0, 1, 2), height=_ROW)
    table.setAccessibleName("Who would be first by each method")
    return table
