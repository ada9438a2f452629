"""Parts side by side, in as many rows as it takes."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_row import FlowRow


class Part(QLabel):
    """A part that asks for a width, and for ten pixels of height."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.width_asked, self.height_asked = width, 10

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        return QSize(self.width_asked, self.height_asked)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        return QSize(5, 10)


class Page(QWidget):
    """A row of parts that ask for these widths, with room below it."""

    def __init__(self, qtbot: QtBot, width: int, *widths: int) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.row, self.parts = FlowRow(gap=2), [Part(width) for width in widths]
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.row)
        self.row.show_parts(self.parts)
        self.resize(width, 100)
        self.show()
        QApplication.processEvents()

    @property
    def places(self) -> list[tuple[int, int, int]]:
        return [(part.x(), part.y(), part.width()) for part in self.parts]


def test_parts_that_fit_stand_in_one_row(qtbot: QtBot) -> None:
    page = Page(qtbot, 100, 40, 30)

    assert page.places == [(0, 0, 40), (42, 0, 30)]


def test_parts_that_do_not_fit_go_to_the_next_row(qtbot: QtBot) -> None:
    page = Page(qtbot, 80, 40, 40, 20)

    assert page.places == [(0, 0, 40), (0, 12, 40), (42, 12, 20)]
    assert page.row.heightForWidth(80) == 22


def test_parts_of_one_row_stand_on_one_line_and_a_hidden_one_takes_no_room(qtbot: QtBot) -> None:
    page = Page(qtbot, 100, 20, 30, 40)
    page.parts[2].height_asked = 6
    page.parts[1].hide()
    QApplication.processEvents()

    assert page.places[0] == (0, 0, 20)
    assert page.places[2] == (22, 4, 40)


def test_a_part_wider_than_the_row_gives_way(qtbot: QtBot) -> None:
    page = Page(qtbot, 80, 400, 20)

    assert page.places == [(0, 0, 80), (0, 12, 20)]
    assert page.row.minimumSizeHint().width() == 5


def test_a_part_that_asks_for_more_moves_the_others(qtbot: QtBot) -> None:
    page = Page(qtbot, 100, 40, 30)
    page.parts[0].width_asked = 60
    page.parts[0].updateGeometry()
    QApplication.processEvents()

    assert page.places == [(0, 0, 60), (62, 0, 30)]


def test_without_parts_it_takes_no_room(qtbot: QtBot) -> None:
    page = Page(qtbot, 100, 40)
    page.row.show_parts([])

    assert page.row.heightForWidth(100) == 0
    assert not page.parts[0].isVisible()
