"""Renders the application's icon from its drawing, `resources/mark/mark.svg`.

Run it as `uv run python -m docs.make_icon` after the drawing was changed: pictures for windows and
docks, and the files that Windows and macOS have for programs.
"""

import os
import struct
from collections.abc import Mapping

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from judging_app.paths import RESOURCES

PLACE = RESOURCES / "mark"
GROUND, FIGURE = "#2A3FA0", "#FFFFFF"
SHOWN = (32, 256)
"""Sizes in pixels that windows load."""

IN_ICO = (16, 24, 32, 48, 64, 256)
IN_ICNS = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}


def main() -> None:
    """Write every file beside the drawing."""
    _app = QGuiApplication.instance() or QGuiApplication([])
    for size in SHOWN:
        (PLACE / f"mark-{size}.png").write_bytes(png(size))
    (PLACE / "mark.ico").write_bytes(ico({size: png(size) for size in IN_ICO}))
    (PLACE / "mark.icns").write_bytes(icns({kind: png(size) for kind, size in IN_ICNS.items()}))


def png(size: int) -> bytes:
    """The mark as a square of so many pixels."""
    drawn = (PLACE / "mark.svg").read_text(encoding="utf-8")
    drawn = drawn.replace("currentColor", GROUND).replace("white", FIGURE)
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Pictures by their size in one file for Windows, each as PNG.

    Source: the ICO format as Windows Vista and later read it.
    """
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    begins = len(head) + 16 * len(pictures)
    for size, data in pictures.items():
        side = size % 256  # nought stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), begins + len(body))
        body += data
    return head + body


def icns(pictures: Mapping[str, bytes]) -> bytes:
    """Pictures by their kind in one file for macOS, each as PNG."""
    body = b"".join(
        kind.encode() + struct.pack(">I", len(data) + 8) + data for kind, data in pictures.items()
    )
    return b"icns" + struct.pack(">I", len(body) + 8) + body


if __name__ == "__main__":
    main()
