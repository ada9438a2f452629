"""Pages of papers as they will be printed: one as large as there is room for, one a design."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from judging_app.domain.papers.certificates import House
from judging_app.present.organiser.designer import HOUSE_WORDS
from ui import theme
from ui.widgets.buttons import CardButton
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import column
from ui.widgets.labels import PlainLabel
from ui.widgets.side_by_side import SideBySide

_USUAL = 210 / 297
CARD_WIDE, PICTURE_HIGH = 108, 64
"""Pixels at 100 % text of a design's card, and of the page on it."""
BESIDE = 520
"""Width at 100 % text from which the designs stand below each other beside the page."""
_WIDEST = 16_777_215
"""Qt's own bound of a widget's width: none."""


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
