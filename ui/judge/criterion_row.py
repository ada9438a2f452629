"""One criterion of the scorecard: its title and weight, its scale, and what a score means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from judging_app.present.judge.card import CriterionRow
from ui import theme
from ui.announce import announce
from ui.judge.own_strip import OwnStrip
from ui.judge.scale_keys import KEY_SIZE, ScaleKeys
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.labels import PlainLabel, QuietText, WrappedLabel
from ui.widgets.side_by_side import stand

LEAST_WORDS = 260
"""Pixels at 100 % text that the words need beside the scale; with less they are above it."""

WEIGHT_BESIDE = 400
"""Pixels from which the weight is beside the title instead of below."""


class CriterionCard(Card):
    """Shows a criterion and says which score is asked for; wide scales are typed.

    Low enough that seven of them are on one laptop's screen: the words of the levels take their
    room beside the keys.
    """

    score_asked = Signal(str, int)
    clear_asked = Signal(str)
    move_asked = Signal(int)

    def __init__(self, row: CriterionRow, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._row = row
        self._line: QBoxLayout = across(spacing=16)
        self.body.setContentsMargins(20, 0, 8, 0)
        self.body.addLayout(self._line)
        self._add_words()
        self._add_scale()
        self.show_row(row)
        theme.follow(self._lay_out)

    @property
    def control(self) -> QWidget:
        """What takes the keyboard."""
        return self._field if self._row.is_typed else self._keys

    def show_row(self, row: CriterionRow) -> None:
        """Show the criterion again, without disturbing what is being typed."""
        self._row = row
        self._title.setText(row.title)
        self._weight.setText(f"{row.weight_text} · {row.state_text}")
        self._level.setText(row.level_text)
        name = (row.section, row.title, row.weight_text, row.scale_text, row.state_text)
        self.control.setAccessibleName(", ".join(part for part in name if part))
        told = (row.level_text, row.marks_text)
        self.control.setAccessibleDescription(" ".join(part for part in told if part))
        if row.is_typed:
            self._show_typed(row)
        else:
            self._keys.show_keys(row.keys, row.chosen)
            self._keys.show_marks(row.marks)

    def set_open(self, *, is_open: bool) -> None:
        """Let the criterion be scored, or only read."""
        self.control.setEnabled(is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        width, scale = self.width(), self.control.sizeHint().width()
        is_wide = width >= scale + theme.scaled(LEAST_WORDS)
        stand(self._line, is_wide=is_wide)
        self._line.setSpacing(16 if is_wide else 4)
        for_words = width - scale if is_wide else width
        has_room = for_words >= theme.scaled(WEIGHT_BESIDE)
        stand(self._titled, is_wide=has_room)
        self._keys.setMinimumWidth(self._keys.sizeHint().width() if is_wide else 0)

    def _add_words(self) -> None:
        self._title, self._weight = WrappedLabel(kind="subheading"), PlainLabel(kind="quiet")
        self._weight.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._titled: QBoxLayout = across((self._title, 1), self._weight, spacing=12)
        words = column(1, self._titled, spacing=0)
        self._add_levels(words)
        add(words, 1)
        add(self._line, (words, 1))

    def _add_scale(self) -> None:
        self._keys, self._field = ScaleKeys(), QLineEdit()
        self._field.setPlaceholderText(self._row.scale_text)
        theme.follow(self._field.setMinimumSize, 220, KEY_SIZE)
        theme.follow(self._field.setMaximumWidth, 320)
        self._strip = OwnStrip()
        add(self._line, self._keys, column(self._field, self._strip, spacing=0))
        self._strip.setVisible(self._row.is_typed)
        (self._keys if self._row.is_typed else self._field).hide()
        self._keys.score_asked.connect(self._ask_score)
        self._keys.clear_asked.connect(self._ask_clear)
        self._keys.move_asked.connect(self.move_asked)
        self._keys.off_scale.connect(self._say_scale)
        self._field.textEdited.connect(self._take_typed)
        self._field.editingFinished.connect(self._settle_typed)

    def _add_levels(self, words: QVBoxLayout) -> None:
        """One place for the words of whichever score is chosen, with room for the longest."""
        self._level, reserve = QuietText(), QuietText(self._row.longest_level_text)
        if not self._row.longest_level_text:
            return
        place = QGridLayout()
        policy = reserve.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        reserve.setSizePolicy(policy)
        for label in (reserve, self._level):
            place.addWidget(label, 0, 0, Qt.AlignmentFlag.AlignTop)
        reserve.hide()
        words.addLayout(place)

    def _show_typed(self, row: CriterionRow) -> None:
        self._strip.show_marks(row.marks, row.at, row.marks_text)
        if not self._field.hasFocus():
            self._field.setText(row.chosen_text)

    def _ask_score(self, steps: int) -> None:
        self.score_asked.emit(self._row.criterion_id, steps)

    def _ask_clear(self) -> None:
        self.clear_asked.emit(self._row.criterion_id)

    def _take_typed(self, text: str) -> None:
        """Ask for a score as soon as the text is one; anything else is not a score."""
        steps = self._row.typed.score(text) if self._row.typed else None
        if steps is not None:
            self._ask_score(steps)
            return
        if self._row.chosen is not None:
            self._ask_clear()
        if text.strip():
            self._say_scale()

    def _say_scale(self) -> None:
        """Say what can be entered, in the place of the score that there is none of."""
        said = f"Enter {self._row.scale_text}"
        self._weight.setText(f"{self._row.weight_text} · {said}")
        announce(self.control, said)

    def _settle_typed(self) -> None:
        """Show what is on the ballot once the field is left."""
        self._field.setText(self._row.chosen_text)
        self.show_row(self._row)
