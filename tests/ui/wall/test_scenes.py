from base64 import b64encode
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from judging_app.domain.event import Phase, Scene
from judging_app.domain.look import EventLook
from judging_app.present.contrast import BAND, TEXT, contrast
from judging_app.present.wall.faces import ClockState, Message, StageClock, Turns
from judging_app.present.wall.scenes import SIZES
from judging_app.present.wall.showing import wall_view
from judging_app.present.wall.view import WallView
from tests.present.wall.facts import a_wall
from tests.ui.wall.painted_text import TextDevice
from tests.ui.wall.wall_views import crowded_views, every_view, texts_of
from ui.tokens import tokens
from ui.wall import canvas as projector_canvas
from ui.wall import type as projector_type
from ui.wall.canvas import Canvas
from ui.wall.clock import clock_room
from ui.wall.colours import wall_colours
from ui.wall.scenes import NOT_REAL, REHEARSAL, paint_scene

ROOMS = (QSize(1280, 720), QSize(1920, 1080), QSize(1024, 768))
CLOCKS = ("clock 28", "clock 250", "clock 295", "clock 342")


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    assert qapp


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The size of every text that is painted from now on, of the wall's 1,080 lines."""
    asked: set[int] = set()
    real = projector_type.laid_out

    def watched(text: str, type_: projector_type.Type) -> object:
        asked.add(type_.size)
        return real(text, type_)

    monkeypatch.setattr(projector_canvas, "laid_out", watched)
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
    canvas = Canvas(
        painter, room.width(), room.height(), colours=wall_colours(theme, view.look), is_lit=is_lit
    )
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
    assert min(sizes) == 40


@pytest.mark.parametrize("room", ROOMS)
def test_every_team_of_a_long_run_order_stands_on_some_page(room: QSize) -> None:
    view = crowded_views(60)["run order"]

    said = [text for page in range(view.page_count) for text in _said(view, room, page)]

    assert isinstance(view.face, Turns)
    teams = [row.team for page in view.face.pages for row in page.rows]
    assert len(set(teams)) == 60
    assert [text for text in said if text in set(teams)] == teams


@pytest.mark.parametrize("name", sorted(every_view()))
def test_a_rehearsal_says_so_on_every_scene(name: str) -> None:
    assert {REHEARSAL, NOT_REAL} <= set(_said(every_view(rehearsal=True)[name]))
    assert REHEARSAL not in _said(every_view()[name])


@pytest.mark.parametrize("name", sorted(every_view()))
@pytest.mark.parametrize("room", ROOMS)
def test_the_frame_of_a_rehearsal_covers_nothing_of_the_scene(name: str, room: QSize) -> None:
    """The scene stands whole within it, at seven eighths of its size."""
    framed = _picture(every_view(rehearsal=True)[name], room)
    wide, tall = round(room.width() * 0.875), round(room.height() * 0.875)
    plain = _picture(every_view()[name], QSize(wide, tall))

    within = framed.copy((room.width() - wide) // 2 + 4, 4, wide - 8, tall - 8)
    differs = _unlike(within, plain.copy(4, 4, wide - 8, tall - 8))
    assert differs < 0.02


def _unlike(one: QImage, other: QImage) -> float:
    """The part of sampled pixels that differ clearly: letters may stand a hair aside."""
    points = [(x, y) for x in range(0, one.width(), 7) for y in range(0, one.height(), 7)]
    differ = [
        abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness()) > 90
        for at in points
    ]
    return sum(differ) / len(points)


def test_each_state_of_the_clock_has_aone_its_own_in_grey() -> None:
    """Told apart by shape and word: every picture differs where all colours are one."""
    views = every_view()
    states = [face for name in CLOCKS if isinstance(face := views[name].face, StageClock)]
    assert [clock.state for clock in states] == list(ClockState)

    same_time = [
        replace(views[name], face=replace(clock, time_text="1:00"))
        for name, clock in zip(CLOCKS, states, strict=True)
    ]
    greys = [_picture(view).convertToFormat(QImage.Format.Format_Grayscale8) for view in same_time]
    assert all(one != other for n, one in enumerate(greys) for other in greys[:n])
    words = [clock.state_text for clock in states]
    assert words == ["", "Last minute", "Last seconds", "Over time"]


def test_the_last_seconds_flash_by_their_frame_and_nothing_outside_the_clocks_room() -> None:
    view = every_view()["clock 295"]
    canvas = Canvas(QPainter(), ROOMS[0].width(), ROOMS[0].height())

    lit, unlit = _picture(view), _picture(view, is_lit=False)

    assert lit != unlit
    for image in (lit, unlit):
        painter = QPainter(image)
        painter.fillRect(canvas.whole(clock_room(canvas)), QColor("#000000"))
        painter.end()
    assert lit == unlit


def test_a_tick_changes_nothing_outside_the_clocks_room() -> None:
    views = every_view()
    canvas = Canvas(QPainter(), ROOMS[0].width(), ROOMS[0].height())

    pictures = [_picture(replace(views[name], foot="Next: Diorite")) for name in CLOCKS]

    for image in pictures:
        painter = QPainter(image)
        painter.fillRect(canvas.whole(clock_room(canvas)), QColor("#000000"))
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
    made = wall_colours(theme, EventLook(colour, colour))

    assert contrast(made["act"], made["ground"]) >= TEXT
    assert contrast(made["band"], made["ground"]) >= BAND
    for ink, ground in (
        ("band-ink", "band"),
        ("band-quiet", "band"),
        ("band-ink", "band-tint"),
        ("on-rehearsal", "rehearsal"),
        ("paper-text", "paper"),
        ("shelf-text", "shelf"),
    ):
        assert contrast(made[ink], made[ground]) >= TEXT, (ink, ground)


def test_an_event_without_colours_has_the_usual_ones() -> None:
    made = wall_colours()

    assert (made["band"], made["act"]) == ("#2a3fa0", tokens("dark")["act"].lower())


def _with_logo(scene: str, look: EventLook) -> WallView:
    room = replace(a_wall(Scene(scene), Phase.PUBLISHED), look=look)
    return wall_view(room, "14:32")


@pytest.mark.parametrize("scene", ["holding", "logo", "thank you"])
def test_the_logo_stands_where_there_is_one(scene: str) -> None:
    assert "#ff00aa" in _colours(_picture(_with_logo(scene, _logo("#ff00aa"))))
    assert "#ff00aa" not in _colours(_picture(_with_logo(scene, EventLook())))


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize(
    ("logo", "shelf"),
    [
        (_logo("#101830"), wall_colours()["paper"]),
        (_logo("#f4f6ff"), wall_colours()["shelf"]),
        (_logo("#101830", is_clear=False), "#ffffff"),
    ],
)
def test_the_shelf_is_light_under_a_dark_logo_and_dark_under_a_light_one(
    theme: str, logo: EventLook, shelf: str
) -> None:
    """From edge to edge, so that no logo has a card of its own."""
    picture = _picture(_with_logo("holding", logo), theme=theme)

    row = {picture.pixelColor(x, 600).name() for x in (2, 400, 800, 1277)}
    assert row == {shelf.lower()}


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_logos_that_need_another_ground_have_their_own_part_of_the_shelf(theme: str) -> None:
    dark, light = _logo("#101830").logo, _logo("#f4f6ff").logo
    paper, shelf = (wall_colours()[name].lower() for name in ("paper", "shelf"))
    pictures = {
        logos: _picture(_with_logo("holding", EventLook().with_logos(logos)), theme=theme)
        for logos in ((dark, dark, dark), (dark, dark, light), (light, light, light))
    }

    grounds = [
        [one.pixelColor(x, y).name() for x in (2, 1277) for y in (585, 717)]
        for one in pictures.values()
    ]
    assert grounds == [[paper] * 4, [paper] * 2 + [shelf] * 2, [shelf] * 4]
    row = [pictures[dark, dark, dark].pixelColor(x, 648).name() for x in range(1280)]
    marks = sum(one != paper and two == paper for one, two in pairwise(row[220:]))
    assert marks == 3


def test_a_logo_that_is_no_picture_is_left_out() -> None:
    assert _picture(_with_logo("holding", EventLook(logo="bm8gcGljdHVyZQ=="))) == _picture(
        every_view()["holding"]
    )


def test_the_test_card_names_the_screen_its_size_and_every_colour() -> None:
    device = TextDevice(1280, 720)
    painter = QPainter(device)
    canvas = Canvas(painter, 1280, 720, screen="EPSON EB-2250U")
    paint_scene(canvas, every_view()["test card"], 0)
    painter.end()

    assert "EPSON EB-2250U, 1280 × 720" in canvas.said
    bars = {"White", "Yellow", "Cyan", "Green", "Magenta", "Red", "Blue", "Black"}
    assert bars <= set(canvas.said)
    assert set(SIZES) <= set(canvas.said)


def test_the_test_card_reaches_into_every_corner() -> None:
    image = _picture(every_view()["test card"])

    corners = [(0, 0), (1279, 0), (0, 719), (1279, 719)]
    text = tokens("dark")["text"].lower()
    assert {image.pixelColor(*corner).name() for corner in corners} == {text}


def test_a_long_message_is_wrapped_and_read_whole() -> None:
    message = "The pitches go on at a quarter past two; please be seated five minutes before."
    view = replace(every_view()["message"], face=Message(message))
    device = TextDevice(1280, 720)
    painter = QPainter(device)
    paint_scene(Canvas(painter, 1280, 720), view, 0)
    painter.end()

    lines = [text for text in device.texts if text not in ("Pitch day", "14:32")]
    assert len(lines) > 1
    assert " ".join(lines) == message


def test_black_is_black_all_over() -> None:
    assert _colours(_picture(every_view()["black"])) == {"#000000"}
