"""One criterion of the scorecard: its title and weight, its scale, and what a score stands for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from judging_app.present.scorecard import CriterionRow
from ui import theme
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel, QuietText, WrappedLabel
from ui.widgets.scale_keys import ScaleKeys


class CriterionCard(Card):
    """Shows a criterion and says which score is asked for; wide scales are typed."""

    score_asked = Signal(str, int)
    clear_asked = Signal(str)
    move_asked = Signal(int)

    def __init__(self, row: CriterionRow, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._row = row
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(16)
        self.body.setContentsMargins(20, 10, 14, 10)
        self.body.addLayout(self._line)
        self._add_words()
        self._add_scale()
        self._add_levels()
        self.show_row(row)

    @property
    def control(self) -> QWidget:
        """What takes the keyboard."""
        return self._field if self._row.is_typed else self._keys

    def show_row(self, row: CriterionRow) -> None:
        """Show the criterion anew, without disturbing what is being typed."""
        self._row = row
        self._title.setText(row.title)
        self._weight.setText(f"{row.weight_text} · {row.state_text}")
        self._level.setText(row.level_text)
        name = (row.section, row.title, row.weight_text, row.scale_text, row.state_text)
        self.control.setAccessibleName(", ".join(part for part in name if part))
        self.control.setAccessibleDescription(row.level_text)
        if row.is_typed:
            self._show_typed(row)
        else:
            self._keys.show_keys(row.keys, row.chosen)

    def set_open(self, *, is_open: bool) -> None:
        """Let the criterion be scored, or only read."""
        self.control.setEnabled(is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the scale below the words where both don't fit side by side."""
        super().resizeEvent(event)
        needed = self.control.sizeHint().width() + theme.scaled(260)
        is_wide = event.size().width() >= needed
        self._line.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        self._line.setSpacing(16 if is_wide else 4)
        self._keys.setMinimumWidth(self._keys.sizeHint().width() if is_wide else 0)

    def _add_words(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = WrappedLabel(kind="subheading")
        self._weight = PlainLabel(kind="quiet")
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._weight)
        words.addStretch(1)
        self._line.addLayout(words, 1)

    def _add_scale(self) -> None:
        self._keys, self._field = ScaleKeys(), QLineEdit()
        self._field.setPlaceholderText(self._row.scale_text)
        self._field.setMinimumWidth(theme.scaled(220))
        self._field.setMaximumWidth(theme.scaled(320))
        self._line.addWidget(self._keys)
        self._line.addWidget(self._field)
        (self._keys if self._row.is_typed else self._field).hide()
        self._keys.score_asked.connect(self._ask_score)
        self._keys.clear_asked.connect(self._ask_clear)
        self._keys.move_asked.connect(self.move_asked)
        self._field.textEdited.connect(self._take_typed)
        self._field.editingFinished.connect(self._settle_typed)

    def _add_levels(self) -> None:
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
        self.body.addLayout(place)

    def _show_typed(self, row: CriterionRow) -> None:
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
            self._weight.setText(f"{self._row.weight_text} · Enter {self._row.scale_text}")

    def _settle_typed(self) -> None:
        """Show what stands on the ballot once the field is left."""
        self._field.setText(self._row.chosen_text)
        self.show_row(self._row)
