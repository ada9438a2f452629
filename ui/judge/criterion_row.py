"""One criterion of the scorecard: its title and weight, what a score means, and its scale."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from judging_app.present.judge.card import CriterionRow
from ui import theme
from ui.announce import announce
from ui.judge.level_line import LevelLine
from ui.judge.own_strip import OwnStrip
from ui.judge.scale_keys import EDGE, KEY_SIZE, ScaleKeys
from ui.widgets.form import across, add, column
from ui.widgets.labels import AsideLabel
from ui.widgets.side_by_side import stand

SIDE = 20
"""Pixels from the card's edges to a row's words, and to its keys."""

LEAST_WORDS = 320
"""Pixels at 100 % text that the words need beside the scale; with less they are above it."""

_BAR, _GAP = 3, 22


class CriterionLine(QWidget):
    """Shows a criterion as a row of a card, and says which score is asked for.

    A wide scale is typed. The line under the title says the scale until something is scored, then
    what that score means; and meanwhile what the key under the pointer or the keyboard would.
    """

    score_asked = Signal(str, int)
    clear_asked = Signal(str)
    move_asked = Signal(int)
    laid_out = Signal()
    """Its scale may be somewhere else now."""

    def __init__(self, row: CriterionRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._least = 0
        self._title = AsideLabel(kind="subheading")
        self._words, self._level = column(spacing=0), LevelLine()
        self._line: QBoxLayout = across(inside=self)
        self._add_words()
        self._add_scale()
        self.show_row(row)
        theme.follow(self._lay_out)

    @property
    def control(self) -> QWidget:
        """What takes the keyboard."""
        return self._field if self._row.is_typed else self._keys

    @property
    def scale_width(self) -> int:
        """Pixels that the scale needs beside the words."""
        return self.control.sizeHint().width() - 2 * EDGE

    @property
    def is_wide(self) -> bool:
        """Whether the scale is beside the words."""
        words = theme.scaled(LEAST_WORDS)
        return self.width() >= self.scale_width + 2 * SIDE + _GAP + words

    @property
    def says(self) -> str:
        """What the line under the title says."""
        return self._level.text()

    def show_row(self, row: CriterionRow) -> None:
        """Show the criterion again, without disturbing what is being typed."""
        self._row = row
        self._title.show_words(row.title, row.weight_text)
        self._level.reserve([row.ends_text, *(key.level for key in row.keys)])
        name = (row.section, row.title, row.weight_text, row.scale_text, row.state_text)
        self.control.setAccessibleName(", ".join(part for part in name if part))
        told = (row.meaning or row.ends_text, row.marks_text)
        self.control.setAccessibleDescription(" ".join(part for part in told if part))
        if row.is_typed:
            self._show_typed(row)
        else:
            self._keys.show_keys(row.keys, row.chosen)
            self._keys.show_marks(row.marks)
        self._show_level()

    def keep_high(self, least: int) -> None:
        """Be so many pixels high at least, at 100 % text."""
        self._least = least
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the row while its scale has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(theme.token("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        if self.control.hasFocus():
            painter.fillRect(0, 1, theme.scaled(_BAR), self.height() - 1, theme.token("act"))

    def _lay_out(self) -> None:
        side = SIDE
        is_wide = self.is_wide
        stand(self._line, is_wide=is_wide)
        edge = 0 if self._row.is_typed else EDGE
        if is_wide:
            self._line.setSpacing(_GAP - edge)
            self._line.setContentsMargins(side, 3, side - edge, 2)
        else:
            self._line.setSpacing(0)
            self._line.setContentsMargins(side - edge, 4, side - edge, 4)
        # Above the keys the words keep the keys' own edge; the ring about the keys has its room.
        inset = 0 if is_wide else edge
        self._words.setContentsMargins(inset, 0, inset, 0)
        self._level_holder.setContentsMargins(inset, 0, inset, 0)
        self._place_level(is_beside=is_wide)
        self._keys.stretch(is_stretched=not is_wide)
        self._keep_room(is_wide=is_wide)
        self._keys.setMinimumWidth(self._keys.sizeHint().width() if is_wide else 0)
        self.laid_out.emit()

    def _keep_room(self, *, is_wide: bool) -> None:
        """Be as high as the longest that the line may say, once and for all that is read."""
        across = self.width() - 2 * SIDE - (self.scale_width + _GAP if is_wide else 0)
        kept = self._level.kept_height(across)
        if is_wide:
            title = self._title.heightForWidth(across)
            least = max(theme.scaled(self._least) - 5, title + kept)
            self._words_beside.setMinimumHeight(least)
            self._level.setMinimumHeight(0)
        else:
            self._words_beside.setMinimumHeight(0)
            self._level.setMinimumHeight(kept)

    def _place_level(self, *, is_beside: bool) -> None:
        """Under the title where the keys are beside them; else under the keys."""
        home = self._words if is_beside else self._level_holder
        if home.indexOf(self._level) < 0:
            (self._level_holder if is_beside else self._words).removeWidget(self._level)
            home.insertWidget(2 if is_beside else 0, self._level)

    def _add_words(self) -> None:
        self._words_beside = QWidget()
        self._words = column(1, self._title, self._level, 1, spacing=0, inside=self._words_beside)
        add(self._line, (self._words_beside, 1))

    def _add_scale(self) -> None:
        self._keys, self._field = ScaleKeys(), QLineEdit()
        self._field.setPlaceholderText(self._row.scale_text)
        theme.follow(self._field.setMinimumSize, 220, KEY_SIZE)
        theme.follow(self._field.setMaximumWidth, 320)
        self._strip = OwnStrip()
        self._level_holder = column(spacing=0)
        scale = column(1, self._keys, self._field, self._strip, self._level_holder, 1, spacing=0)
        add(self._line, scale)
        self._strip.setVisible(self._row.is_typed)
        (self._keys if self._row.is_typed else self._field).hide()
        self.control.installEventFilter(self)
        self._keys.score_asked.connect(self._ask_score)
        self._keys.clear_asked.connect(self._ask_clear)
        self._keys.move_asked.connect(self.move_asked)
        self._keys.off_scale.connect(self._say_scale)
        self._keys.reading_changed.connect(self._read)
        self._field.textEdited.connect(self._take_typed)
        self._field.editingFinished.connect(self._settle_typed)

    def _show_level(self) -> None:
        """Say what is read, else what is scored, else the scale."""
        row, read = self._row, self._keys.reading
        if read is not None and read.steps != row.chosen:
            how = f"press {read.text}" if len(read.text) == 1 else "press Space"
            hint = f"· {how} to score" if self._keys.hasFocus() else ""
            self._level.show_level(read.text, read.level, hint, is_filled=False)
        elif row.chosen is not None:
            words = row.meaning or row.state_text.partition(" ")[2]
            self._level.show_level(row.chosen_text, words, is_filled=True)
        else:
            self._level.show_scale(row.ends_text)

    def _read(self) -> None:
        self._show_level()
        read = self._keys.reading
        if read is not None and self._keys.hasFocus():
            announce(self._keys, f"{read.text}. {read.level}" if read.level else read.text)

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
        """Say what can be entered, in the place of what a score means."""
        said = f"Enter {self._row.scale_text}"
        self._level.show_scale(said, kind="attention")
        announce(self.control, said)

    def _settle_typed(self) -> None:
        """Show what is on the ballot once the field is left."""
        self._field.setText(self._row.chosen_text)
        self.show_row(self._row)
