from base64 import b64encode
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from judging_app.domain.event import Scene
from judging_app.domain.look import EventLook
from judging_app.present.contrast import TEXT, contrast
from judging_app.present.wall.showing import WallView
from judging_app.present.wall.view import ClockState
from tests.ui.wall.painted_text import TextDevice
from tests.ui.wall.wall_views import crowded_views, every_view, texts_of
from ui.tokens import tokens
from ui.wall import canvas as projector_canvas
from ui.wall import type as projector_type
from ui.wall.canvas import SMALLEST, Canvas
from ui.wall.clock import clock_room
from ui.wall.palette import dress
from ui.wall.scenes import REHEARSAL, paint_scene

ROOMS = (QSize(1280, 720), QSize(1920, 1080), QSize(1024, 768))
CLOCKS = ("clock 28", "clock 250", "clock 295", "clock 342")


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    assert qapp


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The pixels of every text that is painted from now on."""
    asked: set[int] = set()
    real = projector_type.type_font

    def watched(pixels: int, type_: projector_type.Type) -> object:
        asked.add(pixels)
        return real(pixels, type_)

    monkeypatch.setattr(projector_canvas, "type_font", watched)
    return asked


def _picture(
    view: WallView,
    room: QSize = ROOMS[0],
    page: int = 0,
    theme: str = "dark",
    *,
    is_lit: bool = True,
) -> QImage:
    image = QImage(room, QImage.Format.Format_RGB32)
    image.fill(QColor("#00FF00"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    canvas = Canvas(painter, room.width(), room.height(), colours=tokens(theme), is_lit=is_lit)
    paint_scene(canvas, view, page)
    painter.end()
    return image


def _said(view: WallView, room: QSize = ROOMS[0], page: int = 0) -> list[str]:
    device = TextDevice(room.width(), room.height())
    painter = QPainter(device)
    canvas = Canvas(painter, room.width(), room.height())
    paint_scene(canvas, view, page)
    painter.end()
    return canvas.said


def _logo(colour: str, *, is_clear: bool = True) -> EventLook:
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent if is_clear else QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.fillRect(16, 16, 32, 32, QColor(colour))
    painter.end()
    made = image if is_clear else image.convertToFormat(QImage.Format.Format_RGB32)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only bytes here
    return EventLook(logo=b64encode(buffer.data().data()).decode("ascii"))


def _colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    }


@pytest.mark.parametrize("name", sorted(every_view().keys() - {"test card"}))
def test_every_scene_but_the_test_card_paints_only_what_its_view_holds(name: str) -> None:
    view = every_view()[name]

    said = _said(view)

    assert set(said) <= texts_of(view)
    assert said or view.scene is Scene.BLACK


@pytest.mark.parametrize("name", sorted(every_view()))
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_every_scene_covers_the_whole_picture(name: str, theme: str) -> None:
    image = _picture(every_view()[name], theme=theme)

    corners = [(0, 0), (1279, 0), (0, 719), (1279, 719)]
    assert "#00ff00" not in {image.pixelColor(*corner).name() for corner in corners}


@pytest.mark.parametrize("count", [1, 6, 24, 60])
@pytest.mark.parametrize("room", ROOMS)
def test_nothing_is_smaller_than_can_be_read_whatever_the_names(
    count: int, room: QSize, sizes: set[int]
) -> None:
    for view in crowded_views(count).values():
        for page in range(max(view.page_count, 1)):
            _said(view, room, page)

    assert sizes
    assert min(sizes) >= room.height() * SMALLEST


@pytest.mark.parametrize("room", ROOMS)
def test_every_team_of_a_long_run_order_stands_on_some_page(room: QSize) -> None:
    view = crowded_views(60)["run order"]

    said = [text for page in range(view.page_count) for text in _said(view, room, page)]

    teams = [row.team for page in view.turns for row in page.rows]
    assert len(teams) == 60
    assert [text for text in said if text in set(teams)] == teams


@pytest.mark.parametrize("name", sorted(every_view()))
def test_a_rehearsal_says_so_on_every_scene(name: str) -> None:
    assert REHEARSAL in _said(every_view(rehearsal=True)[name])
    assert REHEARSAL not in _said(every_view()[name])


def test_each_state_of_the_clock_has_a_picture_of_its_own_in_grey() -> None:
    """Told apart by shape and word: every picture differs where all colours are one."""
    views = every_view()
    states = [views[name].stage_clock for name in CLOCKS]
    assert [clock.state for clock in states if clock] == list(ClockState)

    same_time = [
        replace(views[name], stage_clock=replace(clock, time_text="1:00"))
        for name, clock in zip(CLOCKS, states, strict=True)
        if clock
    ]
    greys = [_picture(view).convertToFormat(QImage.Format.Format_Grayscale8) for view in same_time]
    assert all(one != other for n, one in enumerate(greys) for other in greys[:n])
    words = [clock.state_text for clock in states if clock]
    assert words == ["", "Last minute", "Last seconds", "Over time"]


def test_the_last_seconds_flash_by_their_frame_and_nothing_outside_the_clocks_room() -> None:
    view = every_view()["clock 295"]
    canvas = Canvas(QPainter(), ROOMS[0].width(), ROOMS[0].height())

    lit, unlit = _picture(view), _picture(view, is_lit=False)

    assert lit != unlit
    for image in (lit, unlit):
        painter = QPainter(image)
        painter.fillRect(clock_room(canvas), QColor("#000000"))
        painter.end()
    assert lit == unlit


def test_a_tick_changes_nothing_outside_the_clocks_room() -> None:
    views = every_view()
    canvas = Canvas(QPainter(), ROOMS[0].width(), ROOMS[0].height())

    pictures = [_picture(replace(views[name], lines=("Next: Diorite",))) for name in CLOCKS]

    for image in pictures:
        painter = QPainter(image)
        painter.fillRect(clock_room(canvas), QColor("#000000"))
        painter.end()
    assert all(image == pictures[0] for image in pictures)


@pytest.mark.parametrize("scene", ["holding", "run order", "standings", "thank you"])
def test_the_events_colour_is_on_the_picture(scene: str) -> None:
    view = every_view()[scene]

    dressed = _picture(replace(view, look=EventLook("#c2255c")))

    assert "#c2255c" in _colours(dressed)
    assert "#c2255c" not in _colours(_picture(view))


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#ffdd00", "#101020", "#808080"])
def test_any_colour_of_an_event_is_made_to_read_on_the_ground(theme: str, colour: str) -> None:
    canvas = Canvas(QPainter(), 1280, 720, colours=tokens(theme))

    dress(canvas, EventLook(colour, colour))

    assert contrast(canvas.colours["act"], canvas.colours["ground"]) >= TEXT
    assert contrast(canvas.on_band, canvas.band) >= TEXT


def test_an_event_without_colours_keeps_the_usual_ones() -> None:
    canvas = Canvas(QPainter(), 1280, 720)
    band, colours = canvas.band, canvas.colours

    dress(canvas, EventLook())

    assert (canvas.band, canvas.colours) == (band, colours)


@pytest.mark.parametrize("scene", ["holding", "deliberation", "logo", "thank you"])
def test_the_logo_stands_where_there_is_one(scene: str) -> None:
    view = every_view()[scene]

    assert "#ff00aa" in _colours(_picture(replace(view, look=_logo("#ff00aa"))))
    assert "#ff00aa" not in _colours(_picture(view))


def test_a_dark_logo_has_a_light_plate_on_the_dark_ground_and_none_on_the_light() -> None:
    view = replace(every_view()["logo"], look=_logo("#101830"))

    assert "#ffffff" in _colours(_picture(view))
    assert "#ffffff" not in _colours(_picture(view, theme="light"))


def test_a_logo_that_is_no_picture_is_left_out() -> None:
    view = replace(every_view()["holding"], look=EventLook(logo="bm8gcGljdHVyZQ=="))

    assert _picture(view) == _picture(every_view()["holding"])


def test_the_test_card_names_the_screen_its_size_and_every_colour() -> None:
    device = TextDevice(1280, 720)
    painter = QPainter(device)
    canvas = Canvas(painter, 1280, 720, screen="EPSON EB-2250U")
    paint_scene(canvas, every_view()["test card"], 0)
    painter.end()

    assert "EPSON EB-2250U, 1280 × 720" in canvas.said
    bars = {"White", "Yellow", "Cyan", "Green", "Magenta", "Red", "Blue", "Black"}
    assert bars <= set(canvas.said)
    assert {"Title, 1/12 of the height", "Names, 1/20", "Smallest, 1/36"} <= set(canvas.said)


def test_the_test_card_reaches_into_every_corner() -> None:
    image = _picture(every_view()["test card"])

    corners = [(0, 0), (1279, 0), (0, 719), (1279, 719)]
    text = tokens("dark")["text"].lower()
    assert {image.pixelColor(*corner).name() for corner in corners} == {text}


def test_a_long_message_is_wrapped_and_read_whole() -> None:
    message = "The pitches go on at a quarter past two; please be seated five minutes before."
    view = replace(every_view()["message"], lines=(message,))
    device = TextDevice(1280, 720)
    painter = QPainter(device)
    paint_scene(Canvas(painter, 1280, 720), view, 0)
    painter.end()

    lines = [text for text in device.texts if text not in ("Pitch day", "14:32")]
    assert len(lines) > 1
    assert " ".join(lines) == message


def test_black_is_black_all_over() -> None:
    assert _colours(_picture(every_view()["black"])) == {"#000000"}
