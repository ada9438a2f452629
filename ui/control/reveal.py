"""The host's hold on the reveal: made ready, confirmed by two, announced step by step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from judging_app.present.control.reveal import RevealFact, RevealPanel
from ui import theme
from ui.control.reveal_form import ConfirmForm, RevealForm
from ui.control.steps import PlayAlone, StepList
from ui.widgets.buttons import Button, PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.print_row import Printing


class RevealCard(QWidget):
    """Shows how far the reveal has got, and nothing of the result that isn't asked for.

    The steps themselves, `steps`, are where their owner lays them out.
    """

    make_asked = Signal(object)
    rehearse_asked = Signal(object)
    rehearsal_ended = Signal()
    confirm_asked = Signal(str, str)
    step_asked = Signal(int)
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Reveal")
        self._panel: RevealPanel | None = None
        self.state = WrappedLabel("", "strong")
        self.read, self.prompt, self.facts = ReadCard(), PromptCard(), FactsCard()
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
        self._confirm_card, self._form_card = Card("card-act"), Card()
        self._lay_out()
        self._connect()

    def show_panel(self, panel: RevealPanel) -> None:
        """Show how far the reveal has got."""
        before, self._panel = self._panel, panel
        if before is None or before.wanted != panel.wanted:
            self.form.show_wanted(panel.wanted)
        self._say(self.state, "" if panel.is_ready and not panel.is_rehearsal else panel.state_text)
        self._say(self.rehearsed, "" if panel.is_rehearsal else panel.rehearsed_text)
        self.confirming.show_seconds(panel.seconds)
        self.read.show_script(panel.script)
        self.prompt.show_panel(panel)
        self.facts.show_facts(panel.facts)
        self.steps.show_rows(panel.rows, panel.told)
        self.alone.follow(panel)
        self._offer()

    def show_refusal(self, sentence: str) -> None:
        """Say beside the PIN why the reveal wasn't confirmed."""
        self.confirming.show_refusal(sentence)

    @property
    def has_main_act(self) -> bool:
        """Whether what is next is its own: to prepare it, or a second person’s to confirm it."""
        panel = self._panel
        return panel is not None and (panel.can_confirm or self._is_to_prepare(panel))

    @staticmethod
    def _is_to_prepare(panel: RevealPanel) -> bool:
        return panel.can_make and not panel.rows

    def _offer(self) -> None:
        """Show the parts that belong to this stage of the reveal."""
        panel = self._panel
        if panel is None:
            return
        has_plan = bool(panel.rows)
        self._more.setVisible(has_plan and not panel.is_rehearsal)
        is_form = not panel.is_rehearsal and (not has_plan or self.another.isChecked())
        self._form_card.setVisible(is_form)
        self.form.make.setVisible(panel.can_make)
        theme.restyle(self.form.make, kind="act" if self._is_to_prepare(panel) else "plain")
        self._confirm_card.setVisible(panel.can_confirm)
        self.steps.setVisible(has_plan)
        self.steps.go.setEnabled(panel.is_ready)
        self.steps.start.setEnabled(panel.is_ready and panel.told > 0)
        self.alone.setVisible(panel.is_ready)
        self.end.setVisible(panel.is_rehearsal)

    def _lay_out(self) -> None:
        add(self._confirm_card.body, self.confirming)
        add(self._form_card.body, self.form, self.rehearsed)
        column(
            self.state,
            self.end,
            self.read,
            self.prompt,
            self._confirm_card,
            self.facts,
            self._form_card,
            self._more,
            self.made,
            self.alone,
            1,
            spacing=12,
            inside=self,
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


class ReadCard(QWidget):
    """What was read aloud for the step that is on."""

    def __init__(self) -> None:
        super().__init__()
        self.script = WrappedLabel("", "said")
        column(PlainLabel("Read aloud now", "label"), self.script, spacing=4, inside=self)
        self.hide()

    def show_script(self, script: str) -> None:
        """Show what is read with the step that is on; empty for nothing."""
        self.script.setText(f"“{script}”" if script else "")
        self.setVisible(bool(script))


class PromptCard(Card):
    """What to read before the next step, large, with the name left out until it is announced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card-prompt", parent)
        self._names = ""
        self.words, self.of = WrappedLabel("", "script"), PlainLabel("", "quiet")
        self.name = WrappedLabel("", "strong")
        self._hint = WrappedLabel("It appears here and on the wall together.", "quiet")
        self.ask = Button("Show me the name", kind="small")
        self.ask.setCheckable(True)
        self.ask.clicked.connect(self._show_name)
        place = QFrame()
        place.setProperty("kind", "hidden")
        hidden = column(self.name, self._hint, spacing=2)
        across(
            IconMark("eye-off", "text"),
            (hidden, 1),
            self.ask,
            spacing=14,
            margins=(16, 14, 16, 14),
            inside=place,
        )
        head = across(PlainLabel("Read aloud, then press", "label"), 1, self.of)
        add(self.body, head, self.words, place)
        self.hide()

    def show_panel(self, panel: RevealPanel) -> None:
        """Show the words before the next step; whoever it names is hidden again."""
        is_other = self.words.text() != panel.prompt
        self.words.setText(panel.prompt)
        self.of.setText(panel.prompt_of)
        self._names = panel.next_names
        if is_other:
            self.ask.setChecked(False)
        self.setVisible(bool(panel.prompt))
        self._show_name()

    def _show_name(self) -> None:
        is_shown = self.ask.isChecked()
        hidden = "The name is hidden until you announce it."
        self.name.setText(self._names if is_shown else hidden)
        self.ask.setText("Hide the name" if is_shown else "Show me the name")


class FactsCard(Card):
    """What is so of the reveal, a line each: who confirmed it, what the panel must know."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._facts: tuple[RevealFact, ...] = ()
        self._rows: list[QWidget] = []
        self.body.setContentsMargins(16, 4, 16, 4)
        self.body.setSpacing(0)

    def show_facts(self, facts: tuple[RevealFact, ...]) -> None:
        """Replace the facts."""
        self.setVisible(bool(facts))
        if facts == self._facts:
            return
        self._facts = facts
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for fact in facts:
            if self._rows:
                self._keep(Hairline())
            self._keep(_fact(fact))

    def _keep(self, row: QWidget) -> None:
        self.body.addWidget(row)
        self._rows.append(row)


def _fact(fact: RevealFact) -> QWidget:
    icon, token = _ICONS[fact.kind]
    row, words = QWidget(), WrappedLabel(f"{fact.text} {fact.rest}".rstrip())
    across(IconMark(icon, token), (words, 1), spacing=12, margins=(0, 12, 0, 12), inside=row)
    return row


_ICONS = {
    "good": ("shield-check", "good"),
    "attention": ("triangle-alert", "attention"),
    "info": ("lock", "text-quiet"),
}
