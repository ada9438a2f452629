"""A new event from a folder of CSV files: where from, where to, what is wrong, and the PINs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from judging_app.present.start.start import PinRow
from ui.widgets.buttons import ActButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, labelled, text_field
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn


class NewEventScreen(Screen):
    """Says what a new event is to be made of; it reads and writes nothing."""

    folder_asked = Signal()
    file_asked = Signal()
    create_asked = Signal(str)
    """The title."""
    open_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_folder = self._has_file = False
        self.title = text_field("Title", 200)
        self.folder, self.file = PlainLabel(kind="quiet"), PlainLabel(kind="quiet")
        self.make = ActButton("Create the event", icon="check")
        self.open_event = ActButton("Open the event", icon="arrow-right")
        self._problems = WrappedLabel(kind="loss")
        self._findings = WrappedLabel("", "attention")
        self._pins = QGridLayout()
        self._column = ScrollColumn()
        self._column.body.setSpacing(16)
        self.lay_out(self._column)
        self._lay_out()
        self.begin()

    def begin(self) -> None:
        """Show an empty form, and hold no PIN any more."""
        self._drop_pins()
        self.title.clear()
        self.show_folder("")
        self.show_file("")
        self.show_problems(())
        self._pin_card.hide()
        self._back.show()
        self._form.show()
        self.title.setFocus()

    def show_folder(self, folder: str) -> None:
        """Show where the CSV files are read from; empty if none is chosen."""
        self._has_folder = bool(folder)
        self.folder.setText(folder or "No folder chosen yet")
        self._enable_button()

    def show_file(self, file: str) -> None:
        """Show where the event will be kept; empty if no name is chosen."""
        self._has_file = bool(file)
        self.file.setText(file or "No name chosen yet")
        self._enable_button()

    def show_problems(self, problems: Sequence[str]) -> None:
        """Name everything that is in the way; nothing was written."""
        self._problems.setText("\n".join(problems))
        self._problem_card.setVisible(bool(problems))
        self._problem_title.setText(
            f"{len(problems)} {'thing' if len(problems) == 1 else 'things'} to correct. Nothing "
            "was saved."
        )

    def show_busy(self, *, is_busy: bool) -> None:
        """Wait while the event is being made."""
        self.make.setText("Creating the event…" if is_busy else "Create the event")
        self._form.setEnabled(not is_busy)

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
            across(self._back, (Heading("New event from a folder"), 1)),
            self._build_form(),
            self._build_problems(),
            self._build_pins(),
            1,
        )

    def _build_form(self) -> Card:
        self._form = Card()
        choose_folder = PlainButton("Choose folder…", icon="folder-open")
        choose_folder.clicked.connect(self.folder_asked)
        choose_file = PlainButton("Choose name…", icon="file-plus")
        choose_file.clicked.connect(self.file_asked)
        self.title.textChanged.connect(self._enable_button)
        self.make.clicked.connect(self._ask_create)
        for label, hint, field, beside in (
            ("Title", "As shown on the projector and on every certificate.", self.title, ()),
            ("Folder of CSV files", _FOLDER, choose_folder, [(self.folder, 1)]),
            (
                "Event file",
                "Everything about the event is saved in this one file.",
                choose_file,
                [(self.file, 1)],
            ),
        ):
            part = labelled(label, field, help_text=hint, beside=beside, spacing=None)
            self._form.body.addLayout(part)
        add(self._form.body, (self.make, 0, Qt.AlignmentFlag.AlignRight))
        return self._form

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

    def _enable_button(self) -> None:
        is_ready = self._has_folder and self._has_file and bool(self.title.text().strip())
        self.make.setEnabled(is_ready)

    def _ask_create(self) -> None:
        self.create_asked.emit(self.title.text())


_FOLDER = (
    "participants.csv, teams.csv, judges.csv and rubric.csv; if you have them, visits.csv, "
    "ballots.csv and not-scored.csv."
)
