"""The rubric, typed into a table: levels of the chosen criterion below, the scorecard beside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from judging_app.present.judge.card import CriterionRow
from judging_app.present.set_up.tables import SetUpTable
from ui import theme
from ui.judge.criterion_row import CriterionLine
from ui.set_up.lines import emptied
from ui.set_up.tables import TablesScreen
from ui.widgets.buttons import Button, PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column, text_field
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker
from ui.widgets.scroll import ScrollColumn

CRITERIA, SCORES, AS_JUDGE = "Criteria", "What scores mean", "As a judge sees it"
"""The parts of the page, one at a time where there is no room for all."""
PREVIEW, LEVELS = 430, 220
"""Pixels at 100 % text: how wide the preview is, and how high the levels are."""
BESIDE, HIGH = 1_080, 560
"""The page in pixels at 100 % text from which all parts are on show."""


class RubricEditor(TablesScreen):
    """Shows the criteria, the levels of one of them, and what a judge will see."""

    template_asked = Signal(str)
    save_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Rubric", (SetUpTable.CRITERIA,), parent)
        self.levels, self.preview, self.templates = LevelsCard(), Preview(), TemplatesCard()
        self.sum, self.lock = WrappedLabel("", "strong"), QuietText()
        self.up = PlainButton("Up", icon="arrow-up")
        self.down = PlainButton("Down", icon="arrow-down")
        self.choose = PlainButton("Templates…", icon="clipboard-list")
        self.save = PlainButton("Save as a file…", icon="folder-open")
        self._views = QButtonGroup(self)
        self.views = tuple(self._view(word) for word in (CRITERIA, SCORES, AS_JUDGE))
        self._switch, self._levels, self._order = FlowRow(8), ScrollColumn(), QWidget()
        self._switch.show_parts(self.views)
        add(self._levels.body, self.levels, 1)
        across((self.sum, 1), self.up, self.down, spacing=8, inside=self._order)
        add(self.above, self._switch)
        add(self.below, self._order, self._levels, self.lock)
        add(self.beside, self.templates, (self.preview, 1))
        for button in (self.choose, self.save):
            self.show_act(button)
        self.hide_filters()
        self._connect_parts()
        theme.follow(self._stand)

    def show_rubric(self, rows: Sequence[CriterionRow], said: str, lock: str) -> None:
        """Show what judges will see, what the weights come to, and when it is locked."""
        self.preview.show_rows(rows)
        self.sum.setText(said)
        self.lock.setText(lock)

    def lock_all(self, *, is_locked: bool) -> None:
        """Let nothing be changed any more, or let it again."""
        locked = (self.add, self.remove, self.importing, self.up, self.down, self.choose)
        for part in (*locked, self.levels):
            part.setEnabled(not is_locked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _connect_parts(self) -> None:
        self.levels.typed.connect(self.typed)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.choose.clicked.connect(self.templates.begin)
        self.templates.gone.connect(self.table.setFocus)
        self.save.clicked.connect(self.save_asked)
        self.templates.chosen.connect(self.template_asked)

    def _move_up(self) -> None:
        self.table.ask_move(-1)

    def _move_down(self) -> None:
        self.table.ask_move(+1)

    def _view(self, word: str) -> Button:
        button = Button(word, kind="entry")
        button.setCheckable(True)
        button.setChecked(word == CRITERIA)
        button.clicked.connect(self._stand)
        self._views.addButton(button)
        return button

    def _stand(self) -> None:
        """Show all parts, or where there is no room for them the one that is chosen."""
        is_wide = self.width() >= theme.scaled(BESIDE) and self.height() >= theme.scaled(HIGH)
        word = next(view.text() for view in self.views if view.isChecked())
        self._switch.setVisible(not is_wide)
        self._order.setVisible(is_wide or word == CRITERIA)
        self.table.setVisible(is_wide or word == CRITERIA)
        self._levels.setVisible(is_wide or word == SCORES)
        self.preview.setVisible(is_wide or word == AS_JUDGE)
        self.lock.setVisible(is_wide or word == CRITERIA)
        self._levels.setMinimumHeight(theme.scaled(LEVELS) if is_wide else 0)
        self._levels.setMaximumHeight(theme.scaled(LEVELS) if is_wide else _ANY_SIZE)
        least, most = (theme.scaled(PREVIEW),) * 2 if is_wide else (0, _ANY_SIZE)
        self.preview.setMinimumWidth(least)
        self.preview.setMaximumWidth(most)


_ANY_SIZE = 16_777_215
"""Qt's own for no limit."""


class TemplatesCard(Card):
    """Templates of published rubrics, of which one is used."""

    chosen = Signal(str)
    looked_at = Signal(str)
    gone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.picker = Picker("Published rubrics")
        self.use = PlainButton("Use this rubric", icon="check")
        self.close_card = PlainButton("Close", kind="quiet")
        self.use.clicked.connect(self._choose)
        self.close_card.clicked.connect(self._leave)
        self.picker.picked.connect(self.looked_at)
        self._holds, says = (
            PlainLabel(kind="quiet"),
            "It replaces the criteria. That can be undone.",
        )
        add(
            self.body,
            self.picker,
            self._holds,
            QuietText(says),
            across(self.use, self.close_card, 1),
        )
        self.hide()

    def show_templates(self, templates: Sequence[tuple[str, str]]) -> None:
        """Offer these rubrics, by id and name."""
        self.picker.show_choices([Choice(key, name) for key, name in templates])

    def begin(self) -> None:
        """Come up."""
        self.looked_at.emit(self.picker.key)
        self.show()
        self.picker.box.setFocus()

    def show_says(self, words: str) -> None:
        """Say what the rubric that is looked at holds."""
        self._holds.setText(words)

    def _choose(self) -> None:
        self._leave()
        self.chosen.emit(self.picker.key)

    def _leave(self) -> None:
        """Go, once the keyboard is somewhere else."""
        self.gone.emit()
        self.hide()


class LevelsCard(Card):
    """A line for each level of one criterion, its score and its words; the last is a new one."""

    typed = Signal(object)
    """A list of one `Typed`: the criterion, the column of levels, and all of them as one text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._key = ""
        self._shown: tuple[tuple[str, str], ...] = ()
        self._lines: list[tuple[QLineEdit, QLineEdit]] = []
        self._heading = Heading("", 3)
        self._column = column(spacing=4)
        add(self.body, self._heading, self._column)

    def show_levels(self, key: str, title: str, levels: Sequence[tuple[str, str]]) -> None:
        """Show the levels of a criterion; the keyboard stays where it is."""
        self._key, self._shown = key, tuple(levels)
        self._heading.setText(f"What a score means: {title}" if title else "")
        self.setVisible(bool(key))
        wanted = [*levels, ("", "")]
        while len(self._lines) < len(wanted):
            self._add_line()
        for at, line in enumerate(self._lines):
            texts = wanted[at] if at < len(wanted) else ("", "")
            for field, text in zip(line, texts, strict=True):
                field.setVisible(at < len(wanted))
                if field.text() != text:
                    field.setText(text)

    def _add_line(self) -> None:
        at = len(self._lines) + 1
        points = text_field(f"Score of level {at}", 20, width=72, example="Score")
        words = text_field(f"Words of level {at}", 300, example="What it means")
        for field in (points, words):
            field.editingFinished.connect(self._enter)
        self._lines.append((points, words))
        add(self._column, across(points, (words, 1), spacing=8))

    def _enter(self) -> None:
        """Take the levels once a line is whole."""
        lines = [(points.text().strip(), words.text().strip()) for points, words in self._lines]
        found = tuple(line for line in lines if any(line))
        if found != self._shown and all(all(line) for line in found):
            text = "".join(f"{points}={words}\n" for points, words in found)
            self.typed.emit([(self._key, "levels", text)])


class Preview(Card):
    """The scorecard as a judge will see it, with invented scores; nothing in it can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._scroll = ScrollColumn()
        self._rows: tuple[CriterionRow, ...] = ()
        self.setAccessibleName("The scorecard as a judge will see it")
        says = QuietText(
            "As a judge will see it. The scores are invented, and nothing is recorded."
        )
        add(self.body, says, (self._scroll, 1))

    def show_rows(self, rows: Sequence[CriterionRow]) -> None:
        """Replace the criteria."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._scroll.hide()  # the room of lines that come while it is on show is found too late
        body = emptied(self._scroll.body)
        for row in rows:
            if row.section:
                body.addWidget(Heading(row.section, 3))
            line = CriterionLine(row)
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            for part in (line, *line.findChildren(QWidget)):
                part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            for field in line.findChildren(QLineEdit):
                field.setEnabled(False)
            body.addWidget(line)
        body.addStretch(1)
        self._scroll.show()
