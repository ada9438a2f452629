"""The board's rows on their way: each painted once, then moved and faded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QTransform

from judging_app.domain.ids import TeamId
from judging_app.present.wall.faces import WallRow
from ui.wall.board import GUTTER, BoardLayout, RowForm, paint_row
from ui.wall.canvas import Canvas

RowKey = tuple[WallRow, RowForm, bool]
"""A row, how it is shared out, and whether it is frozen."""


@dataclass(frozen=True, slots=True)
class RowPicture:
    """One row as it is painted, its gutter with it, and the texts in it.

    Rows that are painted together stand on one `sheet`, for a picture each would cost more than
    what is on it; `part` is this one's, in pixels of the sheet.
    """

    row: WallRow
    sheet: QPixmap
    part: QRect
    said: tuple[str, ...]

    @property
    def size(self) -> QSize:
        """In pixels of the board."""
        return self.part.size() / self.sheet.devicePixelRatio()


@dataclass(frozen=True, slots=True)
class RowSpot:
    """Where a row is for a moment, in pixels of the board; `opacity` from 0 to 1."""

    corner: QPoint
    opacity: float


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
        size = self.picture.size
        whole = QRect(self.start.corner, self.end.corner).normalized()
        return whole.adjusted(-1, -1, size.width() + 1, size.height() + 1)

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
        )


def row_pictures(
    canvas: Canvas,
    keys: Sequence[RowKey],
    known: Mapping[RowKey, RowPicture],
    pixel_ratio: float,
) -> dict[RowKey, RowPicture]:
    """A picture of every row; those that are `known` at this pixel ratio aren't painted again."""
    usable = {
        key: picture
        for key, picture in known.items()
        if picture.sheet.devicePixelRatio() == pixel_ratio
    }
    fresh = _painted(canvas, [key for key in keys if key not in usable], pixel_ratio)
    return {key: usable.get(key) or fresh[key] for key in keys}


def row_tracks(
    canvas: Canvas,
    pictures: Sequence[RowPicture],
    layout: BoardLayout,
    now: Mapping[TeamId, tuple[RowPicture, RowSpot]],
) -> tuple[RowTrack, ...]:
    """The way of every row from where it is `now`; who wasn't there fades in, who leaves, out.

    They come in the order of painting: a row that rises passes over the others.
    """
    placed = {picture.row.team_id for picture in pictures}
    leaving = [
        RowTrack(picture, spot, RowSpot(spot.corner, 0.0))
        for team, (picture, spot) in now.items()
        if team not in placed
    ]
    staying, entering = [], []
    for picture, corner in zip(pictures, layout.corners, strict=True):
        at = (corner - _gutter(canvas)) * canvas.scale
        end = RowSpot(at.toPoint(), 1.0)
        before = now.get(picture.row.team_id)
        if before is None:
            entering.append(RowTrack(picture, RowSpot(end.corner, 0.0), end))
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
    painter.setTransform(QTransform())
    for track in tracks:
        spot, picture = track.at(progress), track.picture
        if spot.opacity and exposed.intersects(QRect(spot.corner, picture.size)):
            painter.setOpacity(spot.opacity)
            painter.drawPixmap(spot.corner, picture.sheet, picture.part)
    painter.setOpacity(1.0)


def _rise(track: RowTrack) -> int:
    return track.start.corner.y() - track.end.corner.y()


def _gutter(canvas: Canvas) -> QPointF:
    """Where a row begins in its picture, on a whole pixel."""
    return canvas.snapped(QPointF(GUTTER, 0))


def _painted(
    canvas: Canvas, keys: Sequence[RowKey], pixel_ratio: float
) -> dict[RowKey, RowPicture]:
    """These rows on one sheet, one below the other."""
    if not keys:
        return {}
    scale, gutter = canvas.scale, _gutter(canvas)
    heights = [max(floor(form.height * scale), 1) for _, form, _ in keys]
    wide = ceil((GUTTER + max(form.width for _, form, _ in keys)) * scale)
    sheet = QPixmap(round(wide * pixel_ratio), round(sum(heights) * pixel_ratio))
    sheet.setDevicePixelRatio(pixel_ratio)
    sheet.fill(canvas.colours["ground"])
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    on_sheet = replace(canvas, painter=painter, said=[])
    made: dict[RowKey, RowPicture] = {}
    top = 0
    for (row, form, is_frozen), tall in zip(keys, heights, strict=True):
        start = len(on_sheet.said)
        painter.setClipRect(QRectF(0, top / scale, wide / scale, tall / scale))
        at = QPointF(gutter.x(), top / scale)
        paint_row(on_sheet, row, at, form, is_frozen=is_frozen)
        part = QRectF(0, top * pixel_ratio, wide * pixel_ratio, tall * pixel_ratio).toRect()
        said = tuple(on_sheet.said[start:])
        made[row, form, is_frozen] = RowPicture(row, sheet, part, said)
        top += tall
    painter.end()
    return made
