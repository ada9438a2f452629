"""One criterion of a paper sheet: its scale in words, and the figure that is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from judging_app.present.scorer.keying import KeyingRow
from ui import keys, theme
from ui.announce import announce
from ui.widgets.form import across, column, middle
from ui.widgets.labels import AsideLabel, PlainLabel, WrappedLabel
from ui.widgets.state_badge import StateBadge

MOST_CHARACTERS = 24
HEIGHT = 59
NARROW, WIDE = 72, 140
"""Pixels of a field: where few scores can be given, and for anything else."""

_USUAL = "Saved"


class KeyingCell(QWidget):
    """Says which score was typed once it is finished; what is no score stays and is said so.

    Enter finishes and goes on, Down goes on and Up goes back, and Esc gives up what was refused.
    Nothing goes on by itself, for a 1 may become a 10. That it is saved is said to whoever listens;
    the bar above shows it to the others.
    """

    score_asked = Signal(str, object)
    """The criterion's id, and the score in steps, or `None` where what was kept is emptied."""
    move_asked = Signal(int)
    entered = Signal()
    """The keyboard is in the field now."""

    def __init__(
        self,
        row: KeyingRow,
        kept_word: str = "Saved",
        *,
        is_alike: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row, self._is_alike = row, is_alike
        self._shows_kept = kept_word != _USUAL
        self.field = _Figure(self)
        self.field.setMaxLength(MOST_CHARACTERS)
        self.field.setProperty("kind", "figure")
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        is_wide = len(row.marks) == 0
        theme.follow(self.field.setFixedSize, WIDE if is_wide else NARROW, 44)
        self.field.setAccessibleName(f"{row.title}, {row.scale_text}")
        self._kept = StateBadge("saved", kept_word)
        self._refusal = WrappedLabel(kind="loss")
        self._lay_out(row)
        self.field.setText(row.points_text)
        self.show_row(row)
        self.field.finished.connect(self._finish)
        self.field.moved.connect(self._move)
        self.field.left.connect(self.keep)
        self.field.entered.connect(self.entered)
        self.field.textEdited.connect(self._show_edited)

    @property
    def row(self) -> KeyingRow:
        """What is kept."""
        return self._row

    @property
    def refusal(self) -> str:
        """What is said to be wrong; empty where nothing is."""
        return self._refusal.text()

    def show_row(self, row: KeyingRow) -> None:
        """Show what is kept now; what is being typed stays."""
        self._row = row
        if row.score(self.field.text()) == row.steps:
            self._say("")
        self._show_kept()

    def show_refusal(self, sentence: str) -> None:
        """Say why the figure isn't kept, aloud too: whoever types looks at the paper."""
        self._say(sentence)
        QApplication.beep()
        announce(self.field, sentence, is_urgent=True)

    def type_in(self, text: str) -> bool:
        """Take `text` as if it had been typed and finished."""
        self.field.setText(text)
        return self.keep()

    def keep(self) -> bool:
        """Ask for what is typed to be kept; whether the cell is now as it reads."""
        text = self.field.text().strip()
        steps = self._row.score(text)
        if text and steps is None:
            self.show_refusal(self._row.refusal(text))
            return False
        if steps is not None and self._row.typed.score(text) is None:
            self.field.setText("10")
        if steps != self._row.steps:
            self.score_asked.emit(self._row.criterion_id, steps)
        return self._row.steps == steps

    def take_back(self) -> None:
        """Show again what is kept, in place of a figure that was refused."""
        self.field.setText(self._row.points_text)
        self.field.selectAll()
        self._show_edited()

    def lead_to(self) -> None:
        """Put the keyboard here, and say what is wanted."""
        self.take_keyboard()
        if not self.refusal:
            self.show_refusal(self._row.refusal(self.field.text()))

    def take_keyboard(self) -> None:
        """Put the keyboard on the figure; typing replaces it."""
        self.field.setFocus()
        self.field.selectAll()

    def _lay_out(self, row: KeyingRow) -> None:
        """The figure first, its words right after it, and in the free half what is said of it."""
        number, title = PlainLabel(str(row.number), "quiet"), AsideLabel(kind="subheading")
        title.show_words(row.title, "" if self._is_alike else row.scale_words)
        theme.follow(number.setFixedWidth, 20)
        theme.follow(self._refusal.setMinimumWidth, 220)
        for part in (self._kept, self._refusal):
            part.hide()
        said = column(1, self._kept, self._refusal, 1, spacing=0)
        across(
            number,
            self.field,
            (middle(title), 1),
            said,
            spacing=12,
            margins=(20, 0, 16, 0),
            inside=self,
        )
        theme.follow(self.setMinimumHeight, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint the row that is typed in."""
        if self.field.hasFocus():
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.token("act-ground"))
            painter.fillRect(0, 0, theme.scaled(3), self.height(), theme.token("act"))

    def _finish(self) -> None:
        if not self.field.text().strip():
            self.keep()
            self.lead_to()
        elif self.keep():
            self.move_asked.emit(+1)
        else:
            self.field.selectAll()

    def _move(self, by: int) -> None:
        if self.keep():
            self.move_asked.emit(by)

    def _show_edited(self) -> None:
        self._say("")
        self._show_kept()

    def _show_kept(self) -> None:
        steps = self._row.steps
        is_kept = steps is not None and self._row.score(self.field.text()) == steps
        self._kept.setVisible(is_kept and self._shows_kept)
        self.field.setAccessibleDescription(self._kept.word if is_kept else "")

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        is_said = "yes" if sentence else ""
        if self.field.property("refused") != is_said:
            theme.restyle(self.field, refused=is_said)


class _Figure(QLineEdit):
    """A field that reports how it is left, and keeps the keyboard by Tab while it is refused."""

    finished = Signal()
    moved = Signal(int)
    left = Signal()
    entered = Signal()

    def __init__(self, cell: "KeyingCell") -> None:
        super().__init__(cell)
        self._cell = cell

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if keys.PRESS.is_pressed(event):
            if not event.isAutoRepeat():
                self.finished.emit()
        elif keys.NEXT_CRITERION.is_pressed(event):
            self.moved.emit(+1)
        elif keys.CRITERION_BEFORE.is_pressed(event):
            self.moved.emit(-1)
        elif keys.LEAVE.is_pressed(event) and self._cell.refusal:
            self._cell.take_back()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        return not self._cell.keep() or super().focusNextPrevChild(is_next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._cell.update()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._cell.update()
        if event.reason() not in _STAYS:
            self.left.emit()


_STAYS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons for which the keyboard comes back, so that the figure isn't finished yet."""
