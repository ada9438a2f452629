"""A new event: its title is enough, or it begins with a list, a folder or an earlier event."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from judging_app.present.start.new_event import WHAT_FOLLOWS
from judging_app.present.start.start import PinRow
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column, text_field
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Foot, Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide

NO_TITLE = "Type a title first."
_SIDE_BY_SIDE = 820
_TITLE_HEIGHT = 56


class NewEventScreen(Screen):
    """Asks what a new event is called; it reads and writes nothing."""

    title_changed = Signal(str)
    file_asked = Signal()
    create_asked = Signal(str)
    """The title."""
    list_asked = Signal(str)
    """A list of people to begin with; the title, which may be empty yet."""
    folder_asked = Signal(str)
    earlier_asked = Signal(str)
    open_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = text_field("What is it called?", 200, height=_TITLE_HEIGHT)
        self.title.setProperty("kind", "title")
        self.file = PlainLabel(kind="quiet")
        self.make = ActButton("Create the event", icon="check")
        self.choose_file = PlainButton("Change…", kind="quiet")
        self.open_event = ActButton("Open the event", icon="arrow-right")
        self._problems = WrappedLabel(kind="loss")
        self._findings = WrappedLabel("", "attention")
        self._pins = QGridLayout()
        self._column = ScrollColumn()
        self._column.body.setSpacing(16)
        self._others = self._build_others()
        self.lay_out(self._column, foot=self._others)
        self._lay_out()
        self.begin()

    def begin(self) -> None:
        """Show an empty form, and hold no PIN any more."""
        self._drop_pins()
        self.title.clear()
        self.show_file("")
        self.show_problems(())
        self._pin_card.hide()
        self._back.show()
        self._others.show()
        self._form.show()
        self.title.setFocus()

    def show_file(self, file: str) -> None:
        """Say where the event will be saved; empty while it has no title."""
        self.file.setText(file or "The title is all it needs.")
        self.choose_file.setVisible(bool(file))

    def show_problems(self, problems: Sequence[str]) -> None:
        """Name everything that is in the way; nothing was written."""
        self._problems.setText("\n".join(problems))
        self._problem_card.setVisible(bool(problems))
        self._problem_title.setText(
            "Nothing was saved yet."
            if len(problems) == 1
            else f"{len(problems)} things to correct. Nothing was saved."
        )

    def show_busy(self, *, is_busy: bool) -> None:
        """Wait while the event is being made."""
        self.make.setText("Creating the event…" if is_busy else "Create the event")
        self._form.setEnabled(not is_busy)
        self._others.setEnabled(not is_busy)

    def show_pins(self, rows: Sequence[PinRow], findings: Sequence[str] = ()) -> None:
        """Show the PINs that were given, once, in place of the form.

        `findings` are what to look at in the settings before they are handed out.
        """
        self._drop_pins()
        self._findings.setText("\n".join(findings))
        self._findings.setVisible(bool(findings))
        for at, row in enumerate(rows):
            self._pins.addWidget(PlainLabel(row.name), at, 0)
            pin = PlainLabel(row.pin, "strong")
            pin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._pins.addWidget(pin, at, 1)
        self._problem_card.hide()
        self._form.hide()
        self._back.hide()  # the PINs are shown this once
        self._others.hide()
        self._pin_card.show()
        self.open_event.setFocus()

    def _drop_pins(self) -> None:
        while self._pins.count():
            item = self._pins.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()

    def _lay_out(self) -> None:
        self._back = PlainButton("Back", kind="quiet", icon="arrow-left")
        self._back.clicked.connect(self.back_asked)
        add(
            self._column.body,
            across(self._back, 1),
            self._build_form(),
            self._build_problems(),
            self._build_pins(),
            1,
        )

    def _build_form(self) -> QWidget:
        self._form = QWidget()
        self._form.setProperty("kind", "column")
        self.title.textChanged.connect(self._take_title)
        self.title.returnPressed.connect(self._ask_create)
        self.make.clicked.connect(self._ask_create)
        self.choose_file.clicked.connect(self.file_asked)
        column(
            Heading("What is it called?"),
            across((self.title, 1), self.make, spacing=12),
            across(self.file, self.choose_file, 1, spacing=8),
            Heading("What can follow, in any order", 2),
            QuietText("Everything can change until scoring opens. Names can change always."),
            SideBySide(
                *((_follows(title, lines), 1) for title, lines in WHAT_FOLLOWS),
                wide_from=_SIDE_BY_SIDE,
            ),
            spacing=8,
            inside=self._form,
        )
        return self._form

    def _build_others(self) -> Foot:
        """The other ways to begin."""
        buttons = []
        for words, icon, ask in (
            ("A list of people…", "upload", self._ask_list),
            ("A folder of files…", "folder-open", self._ask_folder),
            ("An earlier event, without its people…", "file-plus", self._ask_earlier),
        ):
            button = PlainButton(words, icon=icon)
            button.clicked.connect(ask)
            buttons.append(button)
        row = FlowRow(8)
        row.show_parts([PlainLabel("Or begin with", "quiet"), *buttons])
        return Foot((row, 1))

    def _build_problems(self) -> Card:
        self._problem_card = Card()
        self._problem_title = Heading(level=3)
        add(self._problem_card.body, self._problem_title, self._problems)
        return self._problem_card

    def _build_pins(self) -> Card:
        self._pin_card = Card()
        self._pins.setHorizontalSpacing(16)
        self._pins.setColumnStretch(2, 1)  # each PIN stays close to its name
        self.open_event.clicked.connect(self.open_asked)
        add(
            self._pin_card.body,
            Heading("The event was created. Write these PINs down now.", 2),
            QuietText(
                "They are shown only now. Give each person their own. To replace a lost PIN, run "
                "judging-app pins."
            ),
            self._findings,
            self._pins,
            (self.open_event, 0, Qt.AlignmentFlag.AlignRight),
        )
        return self._pin_card

    def _take_title(self, title: str) -> None:
        self.show_problems(())
        self.title_changed.emit(title)

    def _ask_create(self) -> None:
        if self.title.text().strip():
            self.create_asked.emit(self.title.text())
        else:
            self.show_problems([NO_TITLE])
            self.title.setFocus()

    def _ask_list(self) -> None:
        self.list_asked.emit(self.title.text())

    def _ask_folder(self) -> None:
        self.folder_asked.emit(self.title.text())

    def _ask_earlier(self) -> None:
        self.earlier_asked.emit(self.title.text())


def _follows(title: str, lines: Sequence[tuple[str, str, bool]]) -> Card:
    """What there is already of a part, and what isn't there yet."""
    card = Card()
    add(card.body, PlainLabel(title, "label"))
    for name, words, is_there in lines:
        mark = IconMark(
            *(("circle-check", "good") if is_there else ("circle-dashed", "text-quiet"))
        )
        said = column(PlainLabel(name, "strong"), QuietText(words), spacing=0)
        add(card.body, across(column(mark, 1), (said, 1), spacing=10))
    add(card.body, 1)
    return card
