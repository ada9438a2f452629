"""Where two keyings of a sheet differ: both values side by side, and what the paper says."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from judging_app.domain.ids import CriterionId
from judging_app.present.scorer.keying import (
    CommentDifference,
    ComparisonView,
    Difference,
    KeyingRow,
)
from judging_app.words import capitalised, counted
from ui.scorer.cell import KeyingCell
from ui.scorer.sheet_pages import SheetPage
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.comment_box import CommentBox
from ui.widgets.form import Part, across, add, column
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Foot
from ui.widgets.scroll import ScrollColumn
from ui.widgets.state_badge import StateBadge
from ui.widgets.wrapped_row import WrappedRow


@dataclass(frozen=True, slots=True)
class Settled:
    """What the paper says where two keyings differ; a comment is `None` where they are alike."""

    scores: Mapping[CriterionId, int] = field(default_factory=dict)
    for_team: str | None = None
    for_panel: str | None = None


class KeyingComparison(SheetPage):
    """Shows only what differs, and says how it was settled once all of it is."""

    settled = Signal(object)
    """A `Settled`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading, self._text = Heading(level=3), QuietText()
        self.scores: list[ScoreDifference] = []
        self.for_team: CommentSettling | None = None
        self.for_panel: CommentSettling | None = None
        self._column = QWidget()
        self._scroll = ScrollColumn()
        self._scroll.body.setSpacing(4)
        add(self._scroll.body, self._heading, self._text, self._column, 1)
        self._left = StateBadge("owed")
        self.done = ActButton("Check before submitting")
        self.done.clicked.connect(self._settle)
        self.lay_out(self._scroll, head=self.head, foot=Foot(self._left, 1, act=self.done))

    def show_view(self, view: ComparisonView) -> None:
        """Show what differs in a sheet, with nothing settled."""
        self.show_sheet(view.sheet, "typed in twice")
        self._heading.setText(view.heading)
        self._text.setText(view.text)
        self.scores = [ScoreDifference(one) for one in view.differences]
        self.for_team = CommentSettling(view.for_team) if view.for_team else None
        self.for_panel = CommentSettling(view.for_panel) if view.for_panel else None
        self._take_away()
        self._column = QWidget()
        column(*self.scores, *self._comments, spacing=8, inside=self._column)
        for score in self.scores:
            score.changed.connect(self._count_open)
            score.cell.move_asked.connect(self._move)
        for comment in self._comments:
            comment.changed.connect(self._count_open)
        self._scroll.body.insertWidget(2, self._column)
        self._column.show()
        self._count_open()

    def clear(self) -> None:
        """Take away what was compared."""
        self.scores, self.for_team, self.for_panel = [], None, None
        self._take_away()
        self._column = QWidget()

    def begin(self) -> None:
        """Put the keyboard on the first difference that is open."""
        if (stop := self._open_stop()) is not None:
            self._go_to(stop)
        else:
            self.done.setFocus()

    @property
    def _comments(self) -> "tuple[CommentSettling, ...]":
        return tuple(one for one in (self.for_team, self.for_panel) if one is not None)

    def _take_away(self) -> None:
        self._column.hide()
        self._column.deleteLater()

    def _open_stop(self) -> QWidget | None:
        """What takes the keyboard of the first difference that is open."""
        for score in self.scores:
            if score.cell.row.steps is None:
                return score.cell.field
        return next((one.box.field for one in self._comments if one.text is None), None)

    def _move(self, by: int) -> None:
        fields = [score.cell.field for score in self.scores]
        at = next((at for at, one in enumerate(fields) if one.hasFocus()), 0) + by
        if 0 <= at < len(fields):
            self._go_to(fields[at])
        elif at > 0:
            self.begin()

    def _go_to(self, stop: QWidget) -> None:
        self._scroll.give_keyboard(stop)
        for score in self.scores:
            if score.cell.field is stop:
                score.cell.take_keyboard()
                self._scroll.ensureWidgetVisible(score, 0, 0)

    def _count_open(self) -> None:
        parts = [score.cell.row.steps is None for score in self.scores]
        parts += [comment.text is None for comment in self._comments]
        left = sum(parts)
        self._left.show_state(
            "owed" if left else "saved", f"{capitalised(counted(left, 'difference'))} left"
        )
        self.done.setEnabled(not left)

    def _settle(self) -> None:
        if not all(score.cell.keep() for score in self.scores):
            return
        chosen = {
            score.cell.row.criterion_id: score.cell.row.steps
            for score in self.scores
            if score.cell.row.steps is not None
        }
        self.settled.emit(
            Settled(
                chosen,
                self.for_team.text if self.for_team else None,
                self.for_panel.text if self.for_panel else None,
            )
        )


class ScoreDifference(Card):
    """One criterion: what each keying says, to press, and a figure, to type."""

    changed = Signal()

    def __init__(self, difference: Difference, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(0, 8, 0, 14)
        self.cell = KeyingCell(difference.row, "Chosen")
        self.takes = _takes(difference.first_text, difference.second_text)
        takes = across(WrappedRow(self.takes), margins=(52, 0, 20, 0))
        add(self.body, self.cell, takes)
        for button in self.takes:
            button.setAccessibleName(f"{difference.row.title}. {button.text()}")
            button.clicked.connect(self._take)
        self.cell.score_asked.connect(self._keep)

    def _take(self) -> None:
        """Fill in what one keying says, and go on as if it had been typed."""
        text = str(self.sender().property("says"))
        self.cell.take_keyboard()
        if self.cell.type_in(text):
            self.cell.move_asked.emit(+1)

    def _keep(self, _criterion: str, steps: object) -> None:
        row: KeyingRow = self.cell.row
        kept = steps if isinstance(steps, int) else None
        text = self.cell.field.text().strip() if kept is not None else ""
        self.cell.show_row(replace(row, steps=kept, points_text=text))
        self.changed.emit()


class CommentSettling(Card):
    """One comment: what each keying says, to press, and a box for what the paper says."""

    changed = Signal()

    def __init__(self, difference: CommentDifference, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._settled: str | None = None
        self.box = CommentBox("What the paper says", "Choose the correct entry, or type it.")
        self.box.field.setAccessibleName(f"{difference.title}. What the paper says")
        self.box.edited.connect(self._keep)
        self.takes = [PlainButton("Choose this") for _ in range(2)]
        texts = (("First entry", difference.first), ("Second entry", difference.second))
        sides: list[Part] = []
        for button, (name, text) in zip(self.takes, texts, strict=True):
            button.setProperty("says", text)
            button.setAccessibleName(
                f"{difference.title}. Choose {name.lower()}: {text or 'empty'}"
            )
            button.clicked.connect(self._take)
            words = WrappedLabel(text or "(empty)", "large")
            side = column(PlainLabel(name, "label"), words, 1, button, spacing=2)
            sides.append((side, 1))
        self._state = PlainLabel(_OPEN, "quiet")
        heading = Heading(difference.title, level=3)
        add(self.body, heading, across(*sides, spacing=20), self.box, self._state)

    @property
    def text(self) -> str | None:
        """What was settled; `None` while it is open."""
        return self._settled

    def _take(self) -> None:
        self.box.show_text(str(self.sender().property("says")))
        self._keep()

    def _keep(self) -> None:
        self._settled = self.box.text
        self._state.setText("Chosen." if self._settled else "Chosen: no comment.")
        self.changed.emit()


_OPEN = "Not chosen yet."


def _takes(first: str, second: str) -> list[PlainButton]:
    pairs = (("First", first), ("Second", second))
    buttons = [PlainButton(f"{word} entry: {said or 'nothing'}") for word, said in pairs]
    for button, (_, said) in zip(buttons, pairs, strict=True):
        button.setProperty("says", said)
    return buttons
