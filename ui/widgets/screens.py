"""A screen of several pages, of which one is on show."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.widgets.screen import Screen


class PagedScreen(Screen):
    """Shows one of its pages, each with a head and a foot of its own, and is named after it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = QStackedWidget()
        self.lay_out(self._pages)
        self._pages.currentChanged.connect(self._follow)

    def add_pages(self, *pages: Screen) -> None:
        """Take pages in; the first is on show."""
        for page in pages:
            self._pages.addWidget(page)
            page.named.connect(self._follow)

    @property
    def page(self) -> QWidget | None:
        """The page on show."""
        return self._pages.currentWidget()

    def show_page(self, page: Screen) -> None:
        """Show another page."""
        self._pages.setCurrentWidget(page)

    def _follow(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, Screen):
            self.page_name, self.is_folded, self.foot = page.page_name, page.is_folded, page.foot
            self.named.emit()
