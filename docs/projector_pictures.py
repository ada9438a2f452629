"""Makes the pictures of everything that the projector shows, from the sample event.

Run it as `uv run python -m docs.projector_pictures [FOLDER]`, or call `scene_pictures`.
"""

import os
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication

from docs.seen_by import Sight, seen_by
from judging_app.ceremony.reveal import reveal_plan
from judging_app.domain.clock import Clock, ClockPart
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Board, Event, Phase, Programme, Scene
from judging_app.domain.ids import AwardId, CriterionId
from judging_app.domain.look import EventLook
from judging_app.domain.reveal import RevealKind, RevealPlan
from judging_app.domain.run_order import Slot
from judging_app.domain.standings import Edition
from judging_app.intake.sample import read_sample
from judging_app.present.result.awards import award_ground
from judging_app.present.result.standings import public_view
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.showing import wall_view
from judging_app.tally.awards import award_results
from judging_app.tally.basis import Basis
from judging_app.tally.parts import Parts, by_criterion, by_judge, by_sector
from judging_app.tally.result import plain_result
from judging_app.tally.ties import settlement
from ui import theme
from ui.wall.picture import WallPicture

SIZES = (QSize(1280, 720), QSize(1920, 1080), QSize(1024, 768))
"""Pixels of the projectors that are shown: 16 to 9 twice, and 4 to 3."""

_NOW = datetime(2019, 6, 13, 14, 2, tzinfo=UTC)
_SHEET_COLUMNS = 4
_SHEET_WIDTH = 320
_STRIP_WIDTH = 240
_PALETTE = 256
"""Colours that a picture is kept in; flat pictures need few, and take a tenth of the room."""


def scene_pictures(into: Path) -> None:
    """Every scene dark at three sizes, light and greyscale as one sheet a size, and each reveal.

    The application exists already. Files that stand there are replaced.
    """
    into.mkdir(parents=True, exist_ok=True)
    made = rooms()
    for size in SIZES:
        name = f"{size.width()}x{size.height()}"
        dark = pictures(made, size, "dark")
        for scene, picture in dark.items():
            save(picture, into / f"scene-{scene}-{name}.png")
        light = pictures(made, size, "light")
        grey = {scene: seen_by(Sight.GREY, picture) for scene, picture in dark.items()}
        save(sheet(tuple(light.values()), _SHEET_COLUMNS, _SHEET_WIDTH), into / f"light-{name}.png")
        save(sheet(tuple(grey.values()), _SHEET_COLUMNS, _SHEET_WIDTH), into / f"grey-{name}.png")
    for kind in RevealKind:
        frames = tuple(reveal_frames(kind))
        name = kind.value.replace(" ", "-")
        save(sheet(frames, _SHEET_COLUMNS, _STRIP_WIDTH), into / f"reveal-{name}.png")


def rooms() -> Mapping[str, WallFacts]:
    """A moment of the sample day for every scene, and for scenes with several faces, for each."""
    room = sample_room()
    now_third = replace(room, clock=Clock(room.slots[2].team), next_team=room.slots[3].team)
    scoring = replace(room, event=replace(room.event, phase=Phase.SCORING))
    told = replace(room, event=replace(room.event, phase=Phase.CLOSED))
    frozen = replace(scoring.event, board=Board.FROZEN)
    live = replace(scoring.event, board=Board.LIVE)
    found = {scene.value.replace(" ", "-").replace("'", ""): _on(room, scene) for scene in Scene}
    found["run-order"] = _on(now_third, Scene.RUN_ORDER)
    found["up-next"] = _on(now_third, Scene.UP_NEXT)
    found["now-pitching"] = _on(now_third, Scene.NOW_PITCHING)
    found["judges-scoring"] = _on(scoring, Scene.PROGRESS)
    found |= {f"clock-{name}": one for name, one in clocks(now_third)}
    found["standings-hidden"] = _on(_with_board(scoring, scoring.event), Scene.STANDINGS)
    found["standings-live"] = _on(_with_board(scoring, live), Scene.STANDINGS)
    frozen_room = replace(_with_board(scoring, frozen), frozen_at=_NOW)
    found["standings-frozen"] = _on(frozen_room, Scene.STANDINGS)
    found["standings"] = _on(
        _with_board(room, replace(room.event, phase=Phase.PUBLISHED)), Scene.STANDINGS
    )
    found["rehearsal"] = _on(replace(now_third, rehearsal=True), Scene.RUN_ORDER)
    places = plan(RevealKind.LAST_TO_FIRST)
    for number, name in ((5, "list"), (6, "third"), (7, "second"), (9, "first")):
        found[f"reveal-{name}"] = told_room(told, places, number)
    found["podium"] = _on(told_room(told, places, len(places.steps)), Scene.PODIUM)
    found.pop("reveal")
    found.pop("clock")
    return MappingProxyType(found)


def sample_room() -> WallFacts:
    """The sample day with everything that scenes may need, all its ballots in."""
    sample = read_sample()
    setup = sample.intake.setup
    event = replace(sample.event, phase=Phase.PUBLISHED)
    standings = settlement(_basis()).standings
    first, second, *rest = standings
    swapped = (replace(second, place=1), replace(first, place=2), *rest)
    return WallFacts(
        event=event,
        setup=setup,
        programme=Programme(message="Please be seated: the pitches go on at 14:15."),
        standings=public_view(event, setup, plain_result(standings, event.method)),
        now=_NOW,
        ballots_in=31,
        ballots_expected=44,
        not_counted={"recused": 2, "absent": 2},
        slots=tuple(Slot(team.id) for team in setup.teams),
        next_team=setup.teams[0].id,
        look=EventLook("#0f7a80", "#b5309b", sample_logo()),
        award_titles={award.id: award.title for award in _AWARDS},
        award_grounds={award.id: award_ground(award, setup.rubric) for award in _AWARDS},
        peoples_award="The people’s choice",
        editions=(
            Edition(1, swapped),
            Edition(2, standings, "A ballot from paper was keyed for the wrong team.", "The panel"),
        ),
    )


def clocks(room: WallFacts) -> Iterator[tuple[str, WallFacts]]:
    """The clock in each of its states."""
    for name, gone_s, part in (
        ("ready", 0, ClockPart.PITCH),
        ("normal", 28, ClockPart.PITCH),
        ("warning", 251, ClockPart.QUESTIONS),
        ("danger", 293, ClockPart.PITCH),
        ("overtime", 342, ClockPart.PITCH),
    ):
        since = _NOW - timedelta(seconds=gone_s) if gone_s else None
        clock = Clock(room.clock.team, part, 300, running_since=since)
        yield name, _on(replace(room, clock=clock), Scene.CLOCK)


def told_room(room: WallFacts, wanted: RevealPlan, steps: int) -> WallFacts:
    """`room` after so many steps."""
    told = wanted.steps[:steps]
    standings = public_view(
        room.event, room.setup, plain_result(settlement(_basis()).standings), told_steps=told
    )
    shown = replace(room.programme, scene=Scene.REVEAL, revealed=steps)
    return replace(
        room,
        told=told,
        kind=wanted.kind,
        to_place=wanted.to_place,
        parts=wanted.parts,
        standings=standings,
        programme=shown,
    )


def plan(kind: RevealKind) -> RevealPlan:
    """The sample's result told in this way, with awards."""
    basis = _basis()
    standings = settlement(basis).standings
    results = award_results(basis, standings, _AWARDS, {})
    return reveal_plan(kind, standings, awards=results, parts=_parts(basis, kind))


def reveal_frames(kind: RevealKind) -> Iterator[QImage]:
    """The picture of every step of a reveal, before the first one too, and of the podium."""
    room = sample_room()
    closed = replace(room, event=replace(room.event, phase=Phase.CLOSED))
    wanted = plan(kind)
    stage = _stage(SIZES[0], "dark")
    for steps in range(len(wanted.steps) + 1):
        yield _picture(stage, told_room(closed, wanted, steps))
    yield _picture(stage, _on(told_room(closed, wanted, len(wanted.steps)), Scene.PODIUM))


def pictures(made: Mapping[str, WallFacts], size: QSize, name: str) -> dict[str, QImage]:
    """Every room as the projector paints it, on the theme's ground."""
    stage = _stage(size, name)
    return {key: _picture(stage, room) for key, room in made.items()}


def sheet(made: Sequence[QImage], columns: int, width: int) -> QImage:
    """Pictures small beside each other, on one page."""
    height = width * made[0].height() // made[0].width()
    rows = -(-len(made) // columns)
    page = QImage(columns * (width + 4), rows * (height + 4), QImage.Format.Format_RGB32)
    page.fill(QColor("#808080"))
    painter = QPainter(page)
    for number, picture in enumerate(made):
        small = picture.scaled(
            width,
            height,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(
            2 + number % columns * (width + 4), 2 + number // columns * (height + 4), small
        )
    painter.end()
    return page


def save(picture: QImage, path: Path) -> None:
    """Keep a picture small, in as few colours as it looks the same in."""
    from PIL import Image  # noqa: PLC0415 - only for making pictures

    plain = picture.convertToFormat(QImage.Format.Format_RGB888)
    raw = bytes(plain.constBits())
    size = (plain.width(), plain.height())
    whole = Image.frombytes("RGB", size, raw, "raw", "RGB", plain.bytesPerLine())
    few = whole.quantize(_PALETTE, Image.Quantize.MAXCOVERAGE, 1, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def sample_logo() -> str:
    """An invented logo, dark on clear, as most are that were drawn for paper."""
    image = QImage(480, 240, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for number, colour in enumerate(("#0f4c5c", "#0f7a80", "#4b2a63")):
        painter.setBrush(QColor(colour))
        outline = QPainterPath(QPointF(60 + 120 * number, 200))
        outline.lineTo(120 + 120 * number, 40)
        outline.lineTo(180 + 120 * number, 200)
        outline.closeSubpath()
        painter.drawPath(outline)
    painter.drawRect(QRectF(60, 210, 360, 14))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only bytes here
    return b64encode(buffer.data().data()).decode("ascii")


def _on(room: WallFacts, scene: Scene) -> WallFacts:
    return replace(room, programme=replace(room.programme, scene=scene))


def _with_board(room: WallFacts, event: Event) -> WallFacts:
    standings = settlement(_basis()).standings
    seen = public_view(event, room.setup, plain_result(standings), frozen=standings)
    return replace(room, event=event, standings=seen)


def _basis() -> Basis:
    intake = read_sample().intake
    setup = intake.setup
    return Basis(
        tuple(team.id for team in setup.teams),
        tuple(judge.id for judge in setup.judges),
        setup.rubric,
        intake.ballots,
    )


def _parts(basis: Basis, kind: RevealKind) -> Parts | None:
    judges = read_sample().intake.setup.judges
    match kind:
        case RevealKind.BY_CRITERION:
            return by_criterion(basis)
        case RevealKind.BY_JUDGE:
            return by_judge(basis, {judge.id: judge.name for judge in judges})
        case RevealKind.BY_SECTOR:
            return by_sector(basis, {judge.id: judge.sector for judge in judges})
        case _:
            return None


def _stage(size: QSize, name: str) -> WallPicture:
    stage = WallPicture(is_motion_reduced=True)
    stage.show_theme(name)
    stage.resize(size)
    return stage


def _picture(stage: WallPicture, room: WallFacts) -> QImage:
    stage.show_view(wall_view(room, "14:32"))
    return stage.grab().toImage()


_AWARDS = (
    Award(
        AwardId("A1"),
        "Best use of evidence",
        AwardKind.CRITERIA,
        criteria=(CriterionId("evidence"),),
    ),
    Award(AwardId("A2"), "Champion of the day", AwardKind.PLACE, place=1),
)


def main() -> None:
    """Make them all anew."""
    app = QApplication([])
    theme.apply(app, "light")
    own = Path(__file__).resolve().parents[1] / "build" / "pictures" / "projector"
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else own
    scene_pictures(into)
    print(f"{len(list(into.glob('*.png')))} pictures in {into}")


if __name__ == "__main__":
    main()
