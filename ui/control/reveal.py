"""The host's hold on the reveal: made ready, confirmed by two, announced step by step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.control.reveal import RevealPanel
from ui.control.reveal_form import ConfirmForm, RevealForm
from ui.control.steps import PlayAlone, StepList
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import add
from ui.widgets.labels import Heading, WrappedLabel
from ui.widgets.print_row import Printing


class RevealCard(Card):
    """Shows how far the reveal has got, and nothing of the result that isn't asked for."""

    make_asked = Signal(object)
    rehearse_asked = Signal(object)
    rehearsal_ended = Signal()
    confirm_asked = Signal(str, str)
    step_asked = Signal(int)
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._panel: RevealPanel | None = None
        self.caution = WrappedLabel("", "attention")
        self.state = WrappedLabel("", "strong")
        self.form, self.confirming = RevealForm(), ConfirmForm()
        self.steps, self.alone = StepList(), PlayAlone()
        self.another = PlainButton("Change the reveal…", kind="quiet")
        self.another.setCheckable(True)
        self.end = PlainButton("End the rehearsal")
        self.print = PlainButton("Save the script as PDF…", kind="quiet", icon="printer")
        self._more = FlowRow()
        self._more.show_parts([self.print, self.another])
        self.made = WrappedLabel("", "quiet")
        self.printing = Printing("script", self.print, self.made)
        self.rehearsed = WrappedLabel("", "quiet")
        self._lay_out()
        self._connect()

    def show_panel(self, panel: RevealPanel) -> None:
        """Show how far the reveal has got."""
        before, self._panel = self._panel, panel
        if before is None or before.wanted != panel.wanted:
            self.form.show_wanted(panel.wanted)
        self._say(self.caution, panel.caution)
        self._say(self.state, panel.state_text)
        self._say(self.rehearsed, "" if panel.is_rehearsal else panel.rehearsed_text)
        self.confirming.show_seconds(panel.seconds)
        self.steps.show_rows(panel.rows, panel.told)
        self.alone.follow(panel)
        self._offer()

    def show_refusal(self, sentence: str) -> None:
        """Say beside the PIN why the reveal wasn't confirmed."""
        self.confirming.show_refusal(sentence)

    def _offer(self) -> None:
        """Show the parts that belong to this stage of the reveal."""
        panel = self._panel
        if panel is None:
            return
        has_plan = bool(panel.rows)
        self._more.setVisible(has_plan and not panel.is_rehearsal)
        self.form.setVisible(not panel.is_rehearsal and (not has_plan or self.another.isChecked()))
        self.form.make.setVisible(panel.can_make)
        self.confirming.setVisible(panel.can_confirm)
        self.steps.setVisible(has_plan)
        self.steps.go.setEnabled(panel.is_ready)
        self.steps.start.setEnabled(panel.is_ready and panel.told > 0)
        self.alone.setVisible(panel.is_ready)
        self.end.setVisible(panel.is_rehearsal)

    def _lay_out(self) -> None:
        add(
            self.body,
            Heading("Reveal", 3),
            self.caution,
            self.state,
            self.confirming,
            self.end,
            self.steps,
            self.alone,
            self._more,
            self.made,
            self.form,
            self.rehearsed,
        )

    def _connect(self) -> None:
        self.form.make_asked.connect(self._ask_make)
        self.form.rehearse_asked.connect(self.rehearse_asked)
        self.confirming.confirm_asked.connect(self.confirm_asked)
        self.steps.step_asked.connect(self.step_asked)
        self.alone.next_asked.connect(self.next_asked)
        self.another.clicked.connect(self._offer)
        self.end.clicked.connect(self.rehearsal_ended)

    def _ask_make(self, wanted: object) -> None:
        self.another.setChecked(False)
        self.confirming.show_refusal("")
        self.make_asked.emit(wanted)
        if self.confirming.isVisibleTo(self):
            self.confirming.take_keyboard()

    @staticmethod
    def _say(label: WrappedLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
