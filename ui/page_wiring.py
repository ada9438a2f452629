"""What serves a page of the main window; the table of them all is in `ui.pages`."""

from PySide6.QtCore import QObject

from ui.worker import Worker


class PageWiring(QObject):
    """Serves the screens of one page; what a page has no need of stays as it is here."""

    def refresh(self) -> None:
        """Show what is so now: somebody has come to the page."""

    def flush(self) -> bool:
        """Save what is being written, before the page is left; False if it was refused."""
        return True

    def stop(self) -> None:
        """End what is under way, before the window goes."""
        for worker in self.findChildren(Worker):
            worker.stop()
