"""The scorer's desk: paper sheets are found, keyed twice, compared and submitted."""

from typing import TypeAlias

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from judging_app.present.host.reconciliation import ReconciliationView
from judging_app.present.scorer.keying import ComparisonView, KeyingView, LaidDown, PaperReadBack
from ui import theme
from ui.announce import SAYS_SAVED
from ui.scorer.compare import KeyingComparison
from ui.scorer.finder import SheetFinder
from ui.scorer.keying import KeyingForm
from ui.scorer.read_back import KeyingReadBack
from ui.scorer.sheet_pages import ClerkPage, DropPage, LaidDownPage, SheetHead
from ui.widgets.card import Card
from ui.widgets.form import add, column
from ui.widgets.labels import QuietText, WrappedLabel
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn

SheetPage: TypeAlias = KeyingForm | LaidDownPage | KeyingComparison | KeyingReadBack | DropPage
"""A step of one sheet, which is named above it."""

ROOM_FOR_NAMES = 480
"""Height of the desk in pixels at 100 % text from which the owed ballots are named below."""


class ScorerDesk(Screen):
    """Shows one step of keying at a time, and always what every ballot has become.

    Its parts say what is asked for; the desk brings up the one whose turn it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(SAYS_SAVED, True)  # noqa: FBT003 - Qt's own signature
        self.clerk, self.finder, self.head = ClerkPage(), SheetFinder(), SheetHead()
        self.form, self.laid_down = KeyingForm(), LaidDownPage()
        self.comparison, self.read_back = KeyingComparison(), KeyingReadBack()
        self.drop = DropPage()
        self.reconciliation = ReconciliationFoot()
        self._pages = QStackedWidget()
        for page in (self.clerk, self.finder, *self._of_a_sheet):
            self._pages.addWidget(page)
        working = QWidget()
        column((self._pages, 1), self.reconciliation, spacing=8, inside=working)
        self.lay_out(working, head=self.head)
        self._current: SheetPage = self.form
        self._before_drop: SheetPage = self.form
        self._bring_up(self.clerk)
        theme.follow(self._share)

    def ask_clerk(self) -> None:
        """Ask who is keying."""
        self._bring_up(self.clerk)
        self.clerk.begin()

    def find_sheet(self) -> None:
        """Go to where the next sheet is chosen; nothing of the last is left."""
        self.forget_sheet()
        self._bring_up(self.finder)
        self.finder.begin()

    def key_turn(self, view: KeyingView) -> None:
        """Go to one turn of a sheet."""
        self.head.show_sheet(view.sheet, view.heading)
        self.form.open_turn(view)
        self._bring_up(self.form)
        self.form.begin()

    def lay_down(self, view: LaidDown) -> None:
        """Go to what is said between the two turns; nothing of the first is left."""
        self.form.clear()
        self.head.show_sheet(view.sheet, "First entry done")
        self.laid_down.show_view(view)
        self._bring_up(self.laid_down)
        self.laid_down.begin()

    def compare(self, view: ComparisonView) -> None:
        """Go to where the two keyings differ."""
        self.head.show_sheet(view.sheet, "Typed in twice")
        self.comparison.show_view(view)
        self._bring_up(self.comparison)
        self.comparison.begin()

    def read(self, view: PaperReadBack) -> None:
        """Go to the read-back."""
        self.head.show_sheet(view.sheet, "Check")
        self.read_back.show_view(view)
        self._bring_up(self.read_back)
        self.read_back.begin()

    def ask_drop(self) -> None:
        """Ask why what is keyed is to be dropped."""
        self._before_drop = self._current
        self._bring_up(self.drop)
        self.drop.begin()

    def keep_keyed(self) -> None:
        """Go back to where dropping was thought of, as it was."""
        self._bring_up(self._before_drop)
        self._before_drop.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def forget_sheet(self) -> None:
        """Take every figure and every comment away, at once and not only from sight."""
        for page in (self.form, self.comparison, self.read_back):
            page.clear()

    @property
    def _of_a_sheet(self) -> tuple[SheetPage, ...]:
        return self.form, self.laid_down, self.comparison, self.read_back, self.drop

    def _bring_up(self, page: ClerkPage | SheetFinder | SheetPage) -> None:
        """Show one page; the room that the others need doesn't count."""
        self.head.setVisible(page in self._of_a_sheet)
        self.head.drop.setEnabled(page is not self.drop)
        for other in (self.clerk, self.finder, *self._of_a_sheet):
            room = QSizePolicy.Policy.Preferred if other is page else QSizePolicy.Policy.Ignored
            other.setSizePolicy(room, room)
        self._pages.setCurrentWidget(page)
        if not isinstance(page, ClerkPage | SheetFinder):
            self._current = page
        self._share()

    def _share(self) -> None:
        """Name who owes what beside the lists, unless the lists need the room to say it."""
        has_room = self.height() >= theme.scaled(ROOM_FOR_NAMES)
        self.reconciliation.show_owed(
            is_shown=has_room and self._pages.currentWidget() is self.finder
        )


class ReconciliationFoot(Card):
    """What every ballot has become, in a line, and who owes what by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(20, 6, 20, 6)
        self.body.setSpacing(2)
        self.line, self.owed = WrappedLabel(), QuietText()
        self._names = ScrollColumn()
        add(self._names.body, self.owed, 1)
        theme.follow(self._names.setMinimumHeight, 22)
        theme.follow(self._names.setMaximumHeight, 62)
        add(self.body, self.line, self._names)

    def show_view(self, view: ReconciliationView) -> None:
        """Replace what is said."""
        self.line.setText(view.text)
        self.owed.setText("\n".join(view.to_come) or "No ballot is still to come.")

    def show_owed(self, *, is_shown: bool) -> None:
        """Name who owes what, where there is room for it."""
        self._names.setVisible(is_shown)
