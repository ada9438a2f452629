"""Why one team is above another: the question, one answer in words, and two pictures of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from judging_app.present.result.why import WhyColumn, WhyView
from judging_app.words import ordinal
from ui import theme
from ui.result.parts_card import PartsCard
from ui.widgets.buttons import ActButton
from ui.widgets.form import across, column
from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.side_by_side import SideBySide

SIDE_BY_SIDE = 1000
"""Width in pixels at 100 % text from which both pictures are side by side."""


class WhyPart(QWidget):
    """The question is the control; below it what lies between the two teams."""

    why_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Why")
        self.one = Picker("First team", is_bare=True)
        self.other = Picker("Second team", is_bare=True)
        self.next_pair = ActButton("")
        self._words = {text: PlainLabel(text, "heading") for text in _QUESTION}
        self._sentence = WrappedLabel("", "large")
        self._ties = WrappedLabel()
        self.judges, self.criteria = PartsCard("By judge"), PartsCard("By criterion")
        self._said = ""
        self._view = NOTHING
        self._is_exact = False
        self._lay_out()
        for picker in (self.one, self.other):
            picker.picked.connect(self._ask)
        self.next_pair.clicked.connect(self._ask_next)
        self.show_problem("")

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two teams that are chosen; empty where there is none."""
        return self.one.key, self.other.key

    @property
    def said(self) -> str:
        """What the filled and the outlined bars speak for; empty without bars."""
        if not self._view.judges.rows:
            return ""
        upper, lower = self._view.upper, self._view.lower
        return f"Filled bars speak for {upper}, outlined bars for {lower}."

    @property
    def title(self) -> str:
        """The question in words."""
        return self._view.title

    def forget(self) -> None:
        """Hold no team and no reason any more."""
        self.show_teams(())
        self.show_problem("")

    def show_teams(self, choices: Sequence[Choice]) -> None:
        """Replace the teams, best first; at the start the first two are chosen."""
        is_first = not self.one.key
        for picker in (self.one, self.other):
            picker.show_choices(choices)
        if is_first and len(choices) > 1:
            self.other.choose(choices[1].key)
        for part in (self.one, self.other, self.next_pair):
            part.setEnabled(len(choices) > 1)
        self._name_next()

    def choose(self, one: str, other: str) -> None:
        """Ask about these two next."""
        self.one.choose(one)
        self.other.choose(other)
        self._name_next()

    def show_view(self, view: WhyView) -> None:
        """Show what lies between the two."""
        self._view = view
        is_joint = view.is_joint
        for text, words in zip(
            _JOINT if is_joint else _QUESTION, self._words.values(), strict=True
        ):
            words.setText(text)
        self.setAccessibleName(view.title or "Why")
        self._sentence.setText(view.sentence)
        self._ties.setText("\n".join(view.ties))
        self._ties.setVisible(bool(view.ties))
        for card, parts in ((self.judges, view.judges), (self.criteria, view.criteria)):
            card.show_column(parts, view.upper, view.lower, is_exact=self._is_exact)

    def show_exact(self, *, is_exact: bool) -> None:
        """Show the fractions beside the rounded figures, or leave them out."""
        self._is_exact = is_exact
        self.show_view(self._view)

    def show_problem(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.show_view(WhyView("", sentence, WhyColumn(), WhyColumn(), ()))

    def _lay_out(self) -> None:
        why, above, end = self._words.values()
        for picker in (self.one, self.other):
            theme.follow(picker.setMaximumWidth, 400)
            theme.follow(picker.setMinimumWidth, 120)
        top = Qt.AlignmentFlag.AlignTop
        column(
            across(why, (self.one, 4), above, (self.other, 4), end, 1, spacing=12),
            self._sentence,
            self._ties,
            SideBySide(
                (self.criteria, 1, top), (self.judges, 1, top), wide_from=SIDE_BY_SIDE, spacing=24
            ),
            spacing=16,
            inside=self,
        )

    def _ask(self) -> None:
        self._name_next()
        self.why_asked.emit(*self.pair)

    def _ask_next(self) -> None:
        """Move on to the next two neighbours in the standings, and from the last to the first."""
        at = self._next_at()
        self.one.box.setCurrentIndex(at)
        self.other.box.setCurrentIndex(at + 1)
        self._ask()

    def _next_at(self) -> int:
        box = self.one.box
        return (box.currentIndex() + 1) % max(box.count() - 1, 1)

    def _name_next(self) -> None:
        at = self._next_at() + 1
        self.next_pair.setText(f"Compare {ordinal(at)} with {ordinal(at + 1)}")


_QUESTION = ("Why is", "above", "?")
_JOINT = ("Why are", "and", "joint?")
NOTHING = WhyView("", "", WhyColumn(), WhyColumn(), ())
"""No answer."""
