"""Pages of papers as they will be printed: one as large as there is room for, one a design."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from judging_app.domain.papers.certificates import House
from judging_app.present.organiser.designer import HOUSE_WORDS
from judging_app.present.organiser.papers import Certificates, PaperJob
from ui import theme
from ui.paper_wiring import first_page
from ui.widgets.buttons import CardButton
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import column
from ui.widgets.labels import PlainLabel
from ui.widgets.side_by_side import SideBySide
from ui.worker import Progress, Task, Worker, raise_bug

_USUAL = 210 / 297
CARD_WIDE, PICTURE_HIGH = 108, 64
"""Pixels at 100 % text of a design's card, and of the page on it."""
BESIDE = 520
"""Width at 100 % text from which the designs stand below each other beside the page."""
PICTURE_PIXELS = 220
"""Across a page as it is drawn for its card, so that it is sharp at any size of text."""
_WIDEST = 16_777_215
"""Qt's own bound of a widget's width: none."""
DRAWN_AFTER_MS = 150
"""Of no change, before the five designs are drawn anew."""


class CertificatePage(QWidget):
    """Shows a page whole, white in every theme, with a hairline round it.

    It is as wide as its room and as high as the page then is, or always `fixed_high` pixels.
    """

    resized = Signal()
    """A page that is shown one for one would have other pixels now."""

    def __init__(self, parent: QWidget | None = None, *, fixed_high: int = 0) -> None:
        super().__init__(parent)
        self._page: QImage | None = None
        self._fixed_high = fixed_high
        self.setAccessibleName("The page as it will be printed")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if fixed_high:
            theme.follow(self.setFixedHeight, fixed_high)
        else:
            theme.follow(self.setMinimumWidth, 240)

    def show_page(self, page: QImage | None) -> None:
        """Show a page in place of the last."""
        self._page = page
        self._keep_shape()
        self.update()

    @property
    def pixels(self) -> int:
        """How many pixels wide a page is that is shown one for one."""
        return max(64, round(self.width() * self.devicePixelRatioF()))

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(560), round(theme.scaled(560) * _USUAL))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_shape()
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = self.rect().adjusted(0, 0, -1, -1)
        if self._page is not None:
            size = self._page.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left = (room.width() - size.width()) // 2
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRect(left, 0, size.width(), size.height()), self._page)
            room = QRect(left, 0, size.width(), size.height())
        painter.setPen(theme.token("line"))
        painter.drawRect(room)

    def _keep_shape(self) -> None:
        if self._fixed_high:
            return
        ratio = self._page.height() / self._page.width() if self._page is not None else _USUAL
        high = round(self.width() * min(ratio, 1.0))
        if self.height() != high:
            self.setFixedHeight(high)


class HouseCard(CardButton):
    """One design: its page, its name, and whether it is the one that is taken."""

    def __init__(self, house: House, parent: QWidget | None = None) -> None:
        super().__init__(HOUSE_WORDS[house], parent)
        self.setCheckable(True)
        self.picture = CertificatePage(fixed_high=PICTURE_HIGH)
        self.picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.body.setContentsMargins(6, 6, 6, 4)
        self.body.addLayout(column(self.picture, PlainLabel(HOUSE_WORDS[house]), spacing=2), 1)
        self.toggled.connect(self._show_chosen)
        theme.follow(self.setFixedWidth, CARD_WIDE)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(CARD_WIDE), super().sizeHint().height())

    def _show_chosen(self) -> None:
        theme.restyle(self, kind="card-now" if self.isChecked() else "card")


class Houses(QWidget):
    """The designs beside the page where there is room, else in a row above it."""

    asked = Signal(object)
    """Another `House`."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = {house: HouseCard(house) for house in House}
        self._row, self._group = FlowRow(6), QButtonGroup(self)
        self._row.show_parts([*self.cards.values()])
        for house, card in self.cards.items():
            self._group.addButton(card)
            card.clicked.connect(lambda _on=False, one=house: self.asked.emit(one))
        self._sides = SideBySide((self._row, 0, Qt.AlignmentFlag.AlignTop), (page, 1), spacing=12)
        column(self._sides, inside=self)
        theme.follow(self._stand)

    def show_house(self, house: House) -> None:
        """Show which design is taken."""
        self.cards[house].setChecked(True)

    def show_pages(self, pages: Mapping[House, QImage]) -> None:
        """Show the page that each design would make; a blank one where there is none."""
        for house, card in self.cards.items():
            card.picture.show_page(pages.get(house))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        is_beside = self.width() >= theme.scaled(BESIDE)
        self._row.setMaximumWidth(theme.scaled(CARD_WIDE) if is_beside else _WIDEST)
        self._row.setMinimumWidth(theme.scaled(CARD_WIDE))
        self._sides.stand(is_wide=is_beside)


class HousePages(QObject):
    """Draws each design's page on another thread, once nothing has changed for a moment."""

    def __init__(self, parent: QObject, houses: Houses) -> None:
        super().__init__(parent)
        self._houses = houses
        self._wanted: PaperJob | None = None
        self._drawn: PaperJob | None = None
        self._soon = QTimer(self, singleShot=True, interval=DRAWN_AFTER_MS)
        self._soon.timeout.connect(self._draw)
        self._worker = Worker(self)
        self._worker.finished.connect(self._show)
        self._worker.failed.connect(raise_bug)

    def ask(self, job: PaperJob | None) -> None:
        """Draw this one certificate in each design; where there is none, blank pages."""
        self._wanted = _of_house(job, House.CLASSIC) if job is not None else None
        if self._wanted != self._drawn:
            self._soon.start()

    def forget(self) -> None:
        """Show nothing of anybody any more."""
        self._soon.stop()
        self._worker.cancel()
        self._wanted = self._drawn = None
        self._houses.show_pages({})

    def _draw(self) -> None:
        if self._wanted is None:
            self._drawn = None
            self._houses.show_pages({})
        elif self._worker.start(_drawing(self._wanted)):
            self._drawn = self._wanted
        else:
            self._soon.start()

    def _show(self, pages: object) -> None:
        if isinstance(pages, dict) and self._drawn is not None:
            self._houses.show_pages(pages)


def _of_house(job: PaperJob, house: House) -> PaperJob:
    made = job.rows
    assert isinstance(made, Certificates)  # noqa: S101 - as the desk makes them
    return replace(job, rows=replace(made, design=replace(made.design, house=house)))


def _drawing(job: PaperJob) -> Task:
    """The work of drawing one certificate in each design, holding values only."""

    def draw(progress: Progress) -> dict[House, QImage]:
        pages = {}
        for done, house in enumerate(House):
            progress(done, len(House))
            pages[house] = first_page(_of_house(job, house), PICTURE_PIXELS).image
        return pages

    return draw
