from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app.domain.event import BoardForm
from judging_app.domain.ids import TeamId
from judging_app.present.wall.board import with_moves
from judging_app.present.wall.showing import WallView
from tests.ui.wall.board_views import LONG, board_view, face_of
from ui.screen_of import screen_of
from ui.wall.board import board_layout, paint_board, paint_board_frame
from ui.wall.canvas import Canvas
from ui.wall.row_motion import RowSpot, row_pictures
from ui.wall.standings import MOTION_MS, PAGE_MS, StandingsBoard

_ROOM = QSize(1280, 720)
_HALF_MS = MOTION_MS // 2

Make = Callable[[], StandingsBoard]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def made() -> StandingsBoard:
        board = StandingsBoard()
        qtbot.addWidget(board)
        board.resize(_ROOM)
        board.show()
        return board

    return made


def _on_screen(board: StandingsBoard) -> QImage:
    """What stands on the display, put together from every partial painting so far."""
    QApplication.processEvents()
    pixmap = screen_of(board).grabWindow(board.winId())
    return pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)


def _picture(board: StandingsBoard) -> QImage:
    return board.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _take(board: StandingsBoard, view: WallView, at_ms: int) -> None:
    """Show `view`, and hold the slide after so many milliseconds."""
    board.show_view(view)
    if board.motion.state() is QAbstractAnimation.State.Running:
        board.motion.pause()
    QApplication.processEvents()
    board.motion.setCurrentTime(at_ms)
    QApplication.processEvents()


def _spots(board: StandingsBoard) -> dict[TeamId, RowSpot]:
    return {team: spot for team, (_, spot) in board._now().items()}


_ONE = board_view(range(6))
_CHANGES: Sequence[tuple[WallView, WallView]] = (
    (_ONE, board_view([5, 0, 1, 2, 3, 4])),
    (_ONE, board_view([5, 4, 3, 2, 1, 0], names=[LONG])),
    (_ONE, board_view(range(5))),
    (board_view(range(10)), board_view(range(10, -1, -1))),
    (board_view(range(24)), board_view(range(23, -1, -1))),
    (board_view(range(60)), board_view(range(59, -1, -1))),
    (_ONE, board_view([1, 0, 2, 3, 4, 5], BoardForm.LOWER_THIRD)),
    (
        board_view(range(9), BoardForm.LOWER_THIRD),
        board_view([8, *range(8)], BoardForm.LOWER_THIRD),
    ),
    (_ONE, board_view([1, 0, 2, 3, 4, 5], BoardForm.PLACES)),
    (_ONE, board_view(())),
    (board_view(()), _ONE),
)


def test_the_same_view_gives_the_same_picture(make: Make) -> None:
    one, other = make(), make()
    _take(one, _ONE, MOTION_MS)
    _take(other, board_view([3, 1, 2, 0]), MOTION_MS)
    _take(other, _ONE, MOTION_MS)

    assert _picture(one) == _picture(one)
    assert _picture(one) == _picture(other)


@pytest.mark.parametrize(("before", "after"), _CHANGES)
def test_a_slide_ends_where_a_fresh_painting_stands(
    make: Make, before: WallView, after: WallView
) -> None:
    slid, fresh = make(), make()
    fresh.reduce_motion(is_reduced=True)
    fresh.show_view(before)
    fresh.show_view(after)
    _take(slid, before, MOTION_MS)
    _take(slid, after, _HALF_MS)
    slid.motion.setCurrentTime(MOTION_MS)

    assert _on_screen(slid) == _picture(fresh)
    assert sorted(slid.painted) == sorted(fresh.painted)


@pytest.mark.parametrize(("before", "after"), _CHANGES)
def test_partial_painting_leaves_nothing_behind_on_the_way(
    make: Make, before: WallView, after: WallView
) -> None:
    board = make()
    _take(board, before, MOTION_MS)

    for at_ms in (0, 90, _HALF_MS, 400):
        _take(board, after, at_ms)
        assert _on_screen(board) == _picture(board)


@pytest.mark.parametrize("view", [_ONE, *(after for _, after in _CHANGES)])
def test_rows_painted_once_look_like_rows_painted_in_place(make: Make, view: WallView) -> None:
    board = make()
    board.reduce_motion(is_reduced=True)
    board.show_view(view)
    image = QImage(_ROOM, QImage.Format.Format_RGB32)
    image.fill("#0E131B")
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    canvas = Canvas(painter, _ROOM.width(), _ROOM.height())
    paint_board_frame(canvas, view, face_of(view), 0)
    paint_board(canvas, face_of(view), 0)
    painter.end()

    assert _picture(board) == image


@pytest.mark.parametrize("count", [6, 20])
def test_marks_of_who_rose_and_fell_stand_where_they_would_in_place(make: Make, count: int) -> None:
    before, after = board_view(range(count)), board_view([1, 0, *range(2, count)])
    board = make()
    board.reduce_motion(is_reduced=True)
    board.show_view(before)
    board.show_view(after)
    marked = with_moves(before.pages, face_of(after))
    image = QImage(_ROOM, QImage.Format.Format_RGB32)
    image.fill("#0E131B")
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    canvas = Canvas(painter, _ROOM.width(), _ROOM.height())
    paint_board_frame(canvas, after, marked, 0)
    paint_board(canvas, marked, 0)
    painter.end()

    assert _picture(board) == image


def test_half_way_a_row_is_between_its_places(make: Make) -> None:
    board, last = make(), TeamId("T5")
    _take(board, _ONE, MOTION_MS)
    start = _spots(board)[last]
    _take(board, board_view([5, 0, 1, 2, 3, 4]), 0)
    assert _spots(board)[last] == start
    board.motion.setCurrentTime(_HALF_MS)
    middle = _spots(board)[last]
    board.motion.setCurrentTime(MOTION_MS)
    end = _spots(board)[last]

    assert end.corner.y() < middle.corner.y() < start.corner.y()
    assert middle.opacity == 1


def test_most_of_the_way_is_gone_early(make: Make) -> None:
    board, last = make(), TeamId("T5")
    _take(board, _ONE, MOTION_MS)
    start = _spots(board)[last].corner.y()
    _take(board, board_view([5, 0, 1, 2, 3, 4]), _HALF_MS)
    half = _spots(board)[last].corner.y()
    board.motion.setCurrentTime(MOTION_MS)

    assert start - half > half - _spots(board)[last].corner.y()
    assert 250 <= board.motion.duration() <= 600


def test_a_row_that_changes_page_fades_while_the_others_slide(make: Make) -> None:
    board = make()
    _take(board, board_view(range(32)), MOTION_MS)
    _take(board, board_view([31, *range(31)]), 0)
    leaving, entering = TeamId("T15"), TeamId("T31")
    opacities: list[tuple[float, float]] = []
    for at_ms in range(0, MOTION_MS + 1, 30):
        board.motion.setCurrentTime(at_ms)
        spots = _spots(board)
        left, entered = (
            spots[team].opacity if team in spots else 0.0 for team in (leaving, entering)
        )
        opacities.append((left, entered))
        assert all(spots[team].opacity == 1 for team in spots.keys() - {leaving, entering})

    assert (opacities[0], opacities[-1]) == ((1, 0), (0, 1))
    assert any(0 < left < 1 for left, _ in opacities)
    assert any(0 < entered < 1 for _, entered in opacities)
    assert not any(left and entered for left, entered in opacities)


def test_an_order_that_comes_during_a_slide_starts_where_the_rows_are(make: Make) -> None:
    board = make()
    _take(board, _ONE, MOTION_MS)
    _take(board, board_view([5, 4, 3, 2, 1, 0]), _HALF_MS)
    caught = _spots(board)
    _take(board, _ONE, 0)

    assert _spots(board) == caught


def test_reduced_motion_puts_every_row_in_its_place_at_once(make: Make) -> None:
    board = make()
    _take(board, _ONE, MOTION_MS)
    board.reduce_motion(is_reduced=True)
    board.show_view(board_view([5, 0, 1, 2, 3, 4]))

    assert board.motion.state() is QAbstractAnimation.State.Stopped
    assert all(track.is_still for track in board._tracks)


def test_a_new_clock_moves_no_row(make: Make) -> None:
    board = make()
    _take(board, _ONE, MOTION_MS)
    board.show_view(replace(_ONE, clock_text="14:33"))

    assert board.motion.state() is QAbstractAnimation.State.Stopped
    assert "14:33" in _painted(board)
    assert "14:32" not in board.painted


def _painted(board: StandingsBoard) -> tuple[str, ...]:
    _picture(board)
    return board.painted


class _Exposed(QObject):
    """All that is painted of a widget from now on."""

    def __init__(self, board: StandingsBoard) -> None:
        super().__init__(board)
        self.boxes: list[QRect] = []
        board.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if isinstance(event, QPaintEvent):
            self.boxes.append(event.rect())
        return False


def test_only_the_rows_that_move_are_painted_again(make: Make) -> None:
    board = make()
    _take(board, _ONE, MOTION_MS)
    _take(board, board_view([0, 1, 3, 2, 4, 5]), 0)
    canvas = Canvas(QPainter(), 1280, 720)
    layout = board_layout(canvas, face_of(_ONE), 0)
    exposed = _Exposed(board)
    board.motion.setCurrentTime(_HALF_MS)
    QApplication.processEvents()

    above, below = (round(layout.corners[n].y() * canvas.scale) for n in (2, 4))
    assert exposed.boxes
    assert all(above - 1 <= box.top() and box.bottom() <= below + 1 for box in exposed.boxes)


def test_a_row_that_did_not_change_is_not_painted_anew(qapp: QApplication) -> None:
    assert qapp
    canvas = Canvas(QPainter(), 1280, 720)
    forms = board_layout(canvas, face_of(_ONE), 0).forms
    keys = [(row, form, False) for row, form in zip(_ONE.pages[0].rows, forms, strict=True)]
    known = row_pictures(canvas, keys, {}, 1.0)

    again = row_pictures(canvas, keys[::-1], known, 1.0)
    assert all(again[key] is picture for key, picture in known.items())
    sharper = row_pictures(canvas, keys, known, 2.0)
    assert all(picture.size == known[key].size for key, picture in sharper.items())
    assert all(
        picture.part.width() == 2 * known[key].part.width() for key, picture in sharper.items()
    )


def test_the_pages_turn_by_themselves_every_twelve_seconds_while_they_are_seen(make: Make) -> None:
    board = make()
    board.show_view(board_view(range(60)))

    assert (board._turn.interval(), PAGE_MS) == (12_000, 12_000)
    assert board._turn.isActive()
    board.hide()
    assert not board._turn.isActive()
    board.show()
    assert board._turn.isActive()
    board.show_view(_ONE)
    assert not board._turn.isActive()


@pytest.mark.parametrize("form", BoardForm)
def test_turning_reaches_every_team_exactly_once_and_begins_again(
    make: Make, form: BoardForm
) -> None:
    board = make()
    board.reduce_motion(is_reduced=True)
    view = board_view(range(60), form)
    board.show_view(view)
    read: list[str] = []
    for _ in view.pages:
        read += [text for text in _painted(board) if text.startswith("Team ")]
        board._turn.timeout.emit()

    assert sorted(read) == sorted(f"Team {n}" for n in range(60))
    assert board.page == 0


def test_the_page_that_stands_is_told_in_words(make: Make, qtbot: QtBot) -> None:
    board = make()
    board.show_view(board_view(range(60)))
    assert "Page 1 of 4" in _painted(board)

    with qtbot.waitSignal(board.page_shown) as told:
        board.turn_page()

    assert board.accessibleName().startswith("Standings. Page 2 of 4. 16 Team")
    assert told.args == [board.accessibleName()]
    assert "Page 2 of 4" in _painted(board)
    assert "Page 1 of 4" not in board.painted


def test_scores_that_change_leave_the_page_that_stands(make: Make) -> None:
    board = make()
    board.show_view(board_view(range(60)))
    board.turn_page()
    board.show_view(board_view([1, 0, *range(2, 60)]))

    assert board.page == 1


def test_a_board_that_was_away_begins_with_its_first_page(make: Make) -> None:
    board = make()
    board.show_view(board_view(range(60)))
    board.turn_page()
    board.hide()
    board.show()

    assert board.page == 0
    assert "Page 1 of 4" in _painted(board)


def test_places_alone_show_no_score(make: Make) -> None:
    board = make()
    board.show_view(board_view(range(6), BoardForm.PLACES))

    assert not any("." in text for text in _painted(board) if text != "14:32")


def test_a_frozen_board_says_so(make: Make) -> None:
    board, frozen = make(), ("Frozen at 14:02", "7 ballots a team")
    board.show_view(board_view(range(6), frozen=frozen))

    assert set(frozen) <= set(_painted(board))


def test_a_live_board_marks_who_rose_and_fell_in_words(make: Make) -> None:
    board = make()
    board.reduce_motion(is_reduced=True)
    board.show_view(_ONE)
    assert not [text for text in _painted(board) if text.startswith(("up", "down"))]
    board.show_view(board_view([1, 0, 2, 3, 4, 5]))
    marked = [text for text in _painted(board) if text.startswith(("up", "down"))]
    board.show_view(replace(board_view([1, 0, 2, 3, 4, 5]), clock_text="14:40"))

    assert sorted(marked) == ["down 1", "up 1"]
    assert {"down 1", "up 1", "14:40"} <= set(_painted(board))


def test_the_board_never_takes_the_keyboard(make: Make) -> None:
    board = make()

    assert not board.focusPolicy()
    assert not board.hasFocus()
