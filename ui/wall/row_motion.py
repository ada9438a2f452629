"""The board's rows on their way: each painted once, then moved, faded and its bar grown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPixmap

from judging_app.domain.ids import TeamId
from judging_app.present.wall.board import WallRow
from ui.wall.board import BoardLayout, RowForm, bar_length, paint_bar, paint_row
from ui.wall.canvas import Canvas

RowKey = tuple[WallRow, RowForm]


@dataclass(frozen=True, slots=True)
class RowPicture:
    """One row as it is painted, but for the filled part of its bar, and the texts in it."""

    row: WallRow
    form: RowForm
    pixmap: QPixmap
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowSpot:
    """Where a row is for a moment; `opacity` from 0 to 1, `bar` the length of its bar."""

    corner: QPoint
    opacity: float
    bar: int


@dataclass(frozen=True, slots=True)
class RowTrack:
    """A row's way from one spot to another."""

    picture: RowPicture
    start: RowSpot
    end: RowSpot

    @property
    def is_still(self) -> bool:
        """Whether nothing of the row changes."""
        return self.start == self.end

    @property
    def arrived(self) -> "RowTrack":
        """The row at rest at its end."""
        return self if self.is_still else RowTrack(self.picture, self.end, self.end)

    @property
    def box(self) -> QRect:
        """All that the row touches on its way."""
        form = self.picture.form
        whole = QRect(self.start.corner, self.end.corner).normalized()
        return whole.adjusted(-1, -1, form.width + 1, form.height + 1)

    def at(self, progress: float) -> RowSpot:
        """The spot after a part of the way, 0 to 1, on whole pixels so that type stays sharp.

        Who leaves is gone by half the way, and who enters begins then, so that no two texts are
        read through each other.
        """
        one, other = self.start, self.end
        if progress >= 1 or one == other:
            return other
        is_leaving = other.opacity < one.opacity
        faded = min(2 * progress, 1.0) if is_leaving else max(2 * progress - 1, 0.0)
        return RowSpot(
            one.corner + (other.corner - one.corner) * progress,
            one.opacity + (other.opacity - one.opacity) * faded,
            round(one.bar + (other.bar - one.bar) * progress),
        )


def row_pictures(
    canvas: Canvas,
    rows: Sequence[WallRow],
    form: RowForm,
    known: Mapping[RowKey, RowPicture],
    pixel_ratio: float,
) -> dict[RowKey, RowPicture]:
    """A picture of every row; those that are `known` at this pixel ratio aren't painted again."""
    usable = {
        key: picture
        for key, picture in known.items()
        if picture.pixmap.devicePixelRatio() == pixel_ratio
    }
    return {
        (row, form): usable.get((row, form)) or _row_picture(canvas, row, form, pixel_ratio)
        for row in rows
    }


def row_tracks(
    pictures: Sequence[RowPicture],
    layout: BoardLayout,
    now: Mapping[TeamId, tuple[RowPicture, RowSpot]],
) -> tuple[RowTrack, ...]:
    """The way of every row from where it is `now`; who wasn't there fades in, who leaves, out.

    They come in the order of painting: a row that rises passes over the others.
    """
    placed = {picture.row.team_id for picture in pictures}
    leaving = [
        RowTrack(picture, spot, RowSpot(spot.corner, 0.0, spot.bar))
        for team, (picture, spot) in now.items()
        if team not in placed
    ]
    staying, entering = [], []
    for picture, corner in zip(pictures, layout.corners, strict=True):
        end = RowSpot(corner, 1.0, bar_length(picture.row, picture.form))
        before = now.get(picture.row.team_id)
        if before is None:
            entering.append(RowTrack(picture, RowSpot(corner, 0.0, end.bar), end))
        else:
            staying.append(RowTrack(picture, before[1], end))
    staying.sort(key=_rise)  # stable, so rows that rise alike keep their order
    return (*leaving, *staying, *entering)


def around(tracks: Iterable[RowTrack]) -> QRect:
    """All that the rows touch on their ways."""
    box = QRect()
    for track in tracks:
        box = box.united(track.box)
    return box


def paint_tracks(
    canvas: Canvas, tracks: Sequence[RowTrack], progress: float, exposed: QRect
) -> None:
    """Paint what of the rows lies in `exposed`, a part of the way on."""
    painter = canvas.painter
    for track in tracks:
        spot = track.at(progress)
        form = track.picture.form
        if spot.opacity and exposed.intersects(QRect(spot.corner, form.row_size)):
            painter.setOpacity(spot.opacity)
            painter.drawPixmap(spot.corner, track.picture.pixmap)
            paint_bar(canvas, spot.corner, form, spot.bar)
    painter.setOpacity(1.0)


def _rise(track: RowTrack) -> int:
    return track.start.corner.y() - track.end.corner.y()


def _row_picture(canvas: Canvas, row: WallRow, form: RowForm, pixel_ratio: float) -> RowPicture:
    pixmap = QPixmap(round(form.width * pixel_ratio), round(form.height * pixel_ratio))
    pixmap.setDevicePixelRatio(pixel_ratio)
    pixmap.fill(canvas.colours["ground"])
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on_row = replace(canvas, painter=painter, said=[])
    paint_row(on_row, row, QPoint(0, 0), form)
    painter.end()
    return RowPicture(row, form, pixmap, tuple(on_row.said))
