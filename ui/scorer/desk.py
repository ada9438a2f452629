"""The scorer's desk: paper sheets are found, keyed twice, compared and submitted."""

from typing import TypeAlias

from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.present.scorer.keying import ComparisonView, KeyingView, LaidDown, PaperReadBack
from ui.announce import SAYS_SAVED
from ui.scorer.compare import KeyingComparison
from ui.scorer.finder import SheetFinder
from ui.scorer.keying import KeyingForm
from ui.scorer.read_back import KeyingReadBack
from ui.scorer.sheet_pages import ClerkPage, DropPage, LaidDownPage
from ui.widgets.screen import PagedScreen, Screen

SheetStep: TypeAlias = KeyingForm | LaidDownPage | KeyingComparison | KeyingReadBack | DropPage
"""A step of one sheet, which is named above it."""


class ScorerDesk(PagedScreen):
    """Shows one step of keying at a time.

    Its parts say what is asked for; the desk brings up the one whose turn it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(SAYS_SAVED, True)  # noqa: FBT003 - Qt's own signature
        self.clerk, self.finder = ClerkPage(), SheetFinder()
        self.form, self.laid_down = KeyingForm(), LaidDownPage()
        self.comparison, self.read_back = KeyingComparison(), KeyingReadBack()
        self.drop = DropPage()
        self.add_pages(self.clerk, self.finder, *self.steps)
        self._current: SheetStep = self.form
        self._before_drop: SheetStep = self.form
        self._bring_up(self.clerk)

    @property
    def steps(self) -> tuple[SheetStep, ...]:
        """The pages of one sheet."""
        return self.form, self.laid_down, self.comparison, self.read_back, self.drop

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
        self.form.open_turn(view)
        self._step_to(self.form)

    def lay_down(self, view: LaidDown) -> None:
        """Go to what is said between the two turns; nothing of the first is left."""
        self.form.clear()
        self.laid_down.show_view(view)
        self._step_to(self.laid_down)

    def compare(self, view: ComparisonView) -> None:
        """Go to where the two keyings differ."""
        self.comparison.show_view(view)
        self._step_to(self.comparison)

    def read(self, view: PaperReadBack) -> None:
        """Go to the read-back."""
        self.read_back.show_view(view)
        self._step_to(self.read_back)

    def ask_drop(self) -> None:
        """Ask why what is keyed is to be dropped."""
        self._before_drop = self._current
        self._step_to(self.drop)

    def keep_keyed(self) -> None:
        """Go back to where dropping was thought of, as it was."""
        self._step_to(self._before_drop)

    def show_droppable(self, *, is_droppable: bool) -> None:
        """Offer to delete what is keyed of the sheet that is open, if anything is."""
        for page in (self.form, self.laid_down, self.comparison, self.read_back):
            page.show_droppable(is_droppable=is_droppable)

    def forget_sheet(self) -> None:
        """Take every figure and every comment away, at once and not only from sight."""
        for page in (self.form, self.comparison, self.read_back):
            page.clear()

    def _step_to(self, page: SheetStep) -> None:
        self._current = page
        self._bring_up(page)
        page.begin()

    def _bring_up(self, page: Screen) -> None:
        """Show one page; the room that the others need doesn't count."""
        for other in (self.clerk, self.finder, *self.steps):
            room = QSizePolicy.Policy.Preferred if other is page else QSizePolicy.Policy.Ignored
            other.setSizePolicy(room, room)
        self.show_page(page)
