from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from judging_app.domain.event import BoardForm
from judging_app.present.wall.showing import WallView
from tests.ui.wall.board_views import LONG, board_view, face_of
from tests.ui.wall.painted_text import TextDevice
from ui.wall import canvas as projector_canvas
from ui.wall import type as projector_type
from ui.wall.board import board_layout, paint_board, paint_board_frame
from ui.wall.canvas import LINES, Canvas

_ROOMS = (QSize(1280, 720), QSize(1920, 1080), QSize(1024, 768), QSize(3840, 2160))
_COUNTS = (1, 2, 6, 10, 11, 24, 25, 60)


def _canvas(room: QSize) -> Canvas:
    return Canvas(QPainter(), room.width(), room.height())


def _boxes(room: QSize, view: WallView, page: int) -> list[QRectF]:
    """Of the wall's 1,080 lines."""
    layout = board_layout(_canvas(room), face_of(view), page)
    return [
        QRectF(corner.x(), corner.y(), form.width, form.height)
        for corner, form in zip(layout.corners, layout.forms, strict=True)
    ]


@pytest.mark.parametrize("room", _ROOMS)
@pytest.mark.parametrize("form", BoardForm)
@pytest.mark.parametrize("count", _COUNTS)
def test_every_row_has_a_place_of_its_own_in_the_picture(
    room: QSize, form: BoardForm, count: int
) -> None:
    view = board_view(range(count), form, names=[LONG])
    top = LINES * 2 / 3 if form is BoardForm.LOWER_THIRD else 132
    free = QRectF(0, top, _canvas(room).width, LINES - top)

    for page in range(len(view.pages)):
        boxes = _boxes(room, view, page)
        assert len(boxes) == len(view.pages[page].rows)
        assert all(free.contains(box) for box in boxes)
        apart = [box.adjusted(1, 1, -1, -1) for box in boxes]
        assert not any(one.intersects(other) for one, other in combinations(apart, 2))


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (7, 1), (8, 2), (20, 2), (60, 2)])
def test_up_to_seven_teams_stand_in_one_column_and_more_in_two(count: int, columns: int) -> None:
    boxes = _boxes(QSize(1920, 1080), board_view(range(count)), 0)

    assert len({box.left() for box in boxes}) == columns


def test_every_page_of_a_board_has_the_same_columns() -> None:
    view, canvas = board_view(range(61)), _canvas(QSize(1920, 1080))

    forms = [board_layout(canvas, face_of(view), page).forms[0] for page in range(len(view.pages))]
    widths = {(form.width, form.place, form.score, form.is_wide) for form in forms}
    assert len(forms) == 4
    assert len(widths) == 1


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The size of every text that is painted from now on, of the wall's 1,080 lines."""
    asked: list[int] = []
    real = projector_type.laid_out

    def watched(text: str, type_: projector_type.Type) -> object:
        asked.append(type_.size)
        return real(text, type_)

    monkeypatch.setattr(projector_canvas, "laid_out", watched)
    return asked


def _paint(room: QSize, view: WallView) -> QImage:
    image = QImage(room, QImage.Format.Format_RGB32)
    image.fill("#0E131B")
    painter = QPainter(image)
    canvas = Canvas(painter, room.width(), room.height())
    paint_board_frame(canvas, view, face_of(view), 0)
    paint_board(canvas, face_of(view), 0)
    painter.end()
    return image


@pytest.mark.parametrize("room", _ROOMS)
@pytest.mark.parametrize("form", BoardForm)
@pytest.mark.parametrize("count", _COUNTS)
@pytest.mark.usefixtures("qapp")
def test_no_type_is_smaller_than_40_lines(
    room: QSize, form: BoardForm, count: int, sizes: list[int]
) -> None:
    _paint(room, board_view(range(count), form, names=[LONG] * count, frozen=(LONG, LONG)))

    assert sizes
    assert min(sizes) >= projector_type.SMALL == 40


@pytest.mark.usefixtures("qapp")
def test_the_names_of_seven_teams_are_54_lines(sizes: list[int]) -> None:
    _paint(QSize(1920, 1080), board_view(range(7)))

    assert sizes.count(54) >= 2 * 7


@pytest.mark.parametrize("count", [6, 20, 60])
@pytest.mark.parametrize("room", _ROOMS)
def test_no_name_is_cut_however_long(room: QSize, count: int) -> None:
    """The lines of each name put together are the name."""
    names = [f"{LONG} of {n} whole and entire Realms" for n in range(count)]
    view = board_view(range(count), names=names)
    device = TextDevice(room.width(), room.height())
    painter = QPainter(device)
    canvas = Canvas(painter, room.width(), room.height())
    paint_board(canvas, face_of(view), 0)
    painter.end()

    said = " ".join(device.texts)
    assert all(row.team in said for row in view.pages[0].rows)


def test_the_room_above_a_lower_third_is_plain_ground() -> None:
    picture = _paint(QSize(1280, 720), board_view(range(20), BoardForm.LOWER_THIRD))

    above = picture.copy(0, 0, 1280, 479)
    plain = QImage(above.size(), QImage.Format.Format_RGB32)
    plain.fill("#0E131B")
    assert above == plain
    assert picture.copy(0, 480, 1280, 240) != plain.copy(0, 0, 1280, 240)


def test_names_keep_their_hyphens_and_figures_stand_in_line() -> None:
    small = projector_type.Type()
    width = projector_type.width_of

    assert width("11.11", small.figures) == width("88.88", small.figures)
    assert width("11.11", small) < width("88.88", small)
    assert width("A-1", small) < width("A-1", small.figures)
