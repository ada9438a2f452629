from itertools import combinations, pairwise
from math import ceil

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

from judging_app.domain.event import BoardForm
from judging_app.present.wall.showing import WallView
from tests.ui.wall.board_views import LONG, board_view
from ui.wall import type as projector_type
from ui.wall.board import bar_length, board_layout, paint_board, paint_board_frame
from ui.wall.canvas import Canvas

_ROOMS = (QSize(1280, 720), QSize(1920, 1080), QSize(1024, 768), QSize(3840, 2160))
_COUNTS = (1, 2, 6, 10, 11, 24, 25, 60)


def _canvas(room: QSize) -> Canvas:
    return Canvas(QPainter(), room.width(), room.height())


def _boxes(room: QSize, view: WallView, page: int) -> list[QRect]:
    layout = board_layout(_canvas(room), view, page)
    return [QRect(corner, layout.form.row_size) for corner in layout.corners]


@pytest.mark.parametrize("room", _ROOMS)
@pytest.mark.parametrize("form", BoardForm)
@pytest.mark.parametrize("count", _COUNTS)
def test_every_row_has_a_place_of_its_own_in_the_picture(
    room: QSize, form: BoardForm, count: int
) -> None:
    view = board_view(range(count), form, names=[LONG])
    top = room.height() * 2 / 3 if form is BoardForm.LOWER_THIRD else room.height() * 0.19
    free = QRect(0, ceil(top), room.width(), room.height() - ceil(top))

    for page in range(len(view.pages)):
        boxes = _boxes(room, view, page)
        assert len(boxes) == len(view.pages[page].rows)
        assert all(free.contains(box) for box in boxes)
        assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (10, 1), (11, 2), (24, 2), (60, 2)])
def test_up_to_ten_teams_stand_in_one_column_and_more_in_two(count: int, columns: int) -> None:
    boxes = _boxes(QSize(1920, 1080), board_view(range(count)), 0)

    assert len({box.left() for box in boxes}) == columns


def test_every_page_of_a_board_has_rows_of_one_form() -> None:
    view, canvas = board_view(range(61)), _canvas(QSize(1920, 1080))

    forms = [board_layout(canvas, view, page).form for page in range(len(view.pages))]
    assert len(forms) == 3
    assert all(one == other for one, other in pairwise(forms))


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pixels of every font that is asked for from now on."""
    asked: list[int] = []
    real = projector_type.type_font

    def watched(pixels: int, type_: projector_type.Type) -> object:
        asked.append(pixels)
        return real(pixels, type_)

    projector_type.laid_out.cache_clear()
    monkeypatch.setattr(projector_type, "type_font", watched)
    return asked


def _paint(room: QSize, view: WallView) -> QImage:
    image = QImage(room, QImage.Format.Format_RGB32)
    image.fill("#0E131B")
    painter = QPainter(image)
    canvas = Canvas(painter, room.width(), room.height())
    paint_board_frame(canvas, view, 0)
    paint_board(canvas, view, 0)
    painter.end()
    return image


@pytest.mark.parametrize("room", _ROOMS)
@pytest.mark.parametrize("form", BoardForm)
@pytest.mark.parametrize("count", _COUNTS)
@pytest.mark.usefixtures("qapp")
def test_no_type_is_smaller_than_a_36th_of_the_height(
    room: QSize, form: BoardForm, count: int, sizes: list[int]
) -> None:
    _paint(room, board_view(range(count), form, names=[LONG] * count, notes=(LONG, LONG)))

    assert sizes
    assert min(sizes) * 36 >= room.height()


@pytest.mark.parametrize("room", _ROOMS)
@pytest.mark.usefixtures("qapp")
def test_ten_names_are_at_least_a_20th_of_the_height(room: QSize, sizes: list[int]) -> None:
    view = board_view(range(10))
    form = board_layout(_canvas(room), view, 0).form
    sizes.clear()
    projector_type.laid_out.cache_clear()
    painter_room = QImage(room, QImage.Format.Format_RGB32)
    painter = QPainter(painter_room)
    Canvas(painter, room.width(), room.height()).text(
        QRect(0, 0, room.width(), form.height).toRectF(), "Team 1", form.size
    )
    painter.end()

    assert min(sizes) * 20 >= room.height()


def test_a_name_that_is_too_long_for_one_line_takes_two_before_it_is_cut() -> None:
    room = QSize(1280, 720)
    one, cut = (
        _paint(room, board_view([0], names=[name])) for name in (LONG, f"{LONG} of the Whole Realm")
    )

    assert one != cut  # the end of the name is in the picture


def test_a_bar_is_as_long_as_its_share_of_the_full_total() -> None:
    view = board_view(range(9))
    form = board_layout(_canvas(QSize(1920, 1080)), view, 0).form

    lengths = [bar_length(row, form) for row in view.pages[0].rows]
    assert lengths == [round(form.bar * n / 10) for n in range(9, 0, -1)]


def test_the_room_above_a_lower_third_is_plain_ground() -> None:
    picture = _paint(QSize(1280, 720), board_view(range(20), BoardForm.LOWER_THIRD))

    above = picture.copy(0, 0, 1280, 479)
    plain = QImage(above.size(), QImage.Format.Format_RGB32)
    plain.fill("#0E131B")
    assert above == plain
    assert picture.copy(0, 480, 1280, 240) != plain.copy(0, 0, 1280, 240)


def test_names_keep_their_hyphens_and_figures_stand_in_line() -> None:
    canvas = _canvas(QSize(1280, 720))

    def width(text: str, *, is_tabular: bool) -> float:
        return canvas.text_width(text, 1 / 20, is_tabular=is_tabular)

    assert width("11.11", is_tabular=True) == width("88.88", is_tabular=True)
    assert width("11.11", is_tabular=False) < width("88.88", is_tabular=False)
    assert width("A-1", is_tabular=False) < width("A-1", is_tabular=True)
