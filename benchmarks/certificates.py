"""Certificates against bare ReportLab canvases drawing the same page; prints ratios only.

Run `python benchmarks/certificates.py [count] [rounds]`. A ratio above 1 is faster than the bare
canvas. The goals: one file at least 0.9; one file each at least 2.5, and 6 with the subset of the
faces cut once.
"""

import sys
from collections.abc import Callable
from io import BytesIO
from time import perf_counter

from PIL import Image
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from judging_app.export.certificates import PAGE_SIZE, Design, certificates, certificates_each
from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, load_faces
from judging_app.present.organiser.certificates import CertificateRow


def rows(count: int) -> list[CertificateRow]:
    """Certificates for so many people, every name another one."""
    return [
        CertificateRow(
            event="Tech Connect pitch day",
            heading="Certificate of participation",
            name=f"Siân Llŷr Gruffydd {number}",
            lines=(
                "took part in Tech Connect pitch day",
                f"with Team {number % 6}",
                "Challenge",
            ),
            foot="3 June 2019 · London",
            file_stem=f"Siân {number}",
            record="Record 7K2M-9QFA",
        )
        for number in range(count)
    ]


def logo() -> bytes:
    """A picture that doesn't compress to nothing."""
    picture = Image.effect_mandelbrot((600, 300), (-2, -1, 1, 1), 60).convert("RGB")
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def bare_page(canvas: Canvas, row: CertificateRow) -> None:
    """The same marks at the same places, with nothing measured or checked."""
    bare_head(canvas, row)
    bare_middle(canvas, row)
    bare_foot(canvas, row)
    canvas.showPage()


def bare_head(canvas: Canvas, row: CertificateRow) -> None:
    """Band, rule and event."""
    canvas.setFillColorRGB(0.06, 0.3, 0.36)
    canvas.rect(0, 0, 72, PAGE_SIZE[1], stroke=0, fill=1)
    canvas.rect(136, 272, 634, 1.5, stroke=0, fill=1)
    canvas.setFillColorRGB(0.33, 0.38, 0.43)
    canvas.setFont(STRONG_FACE, 16)
    canvas.drawString(136, 512, row.event)


def bare_middle(canvas: Canvas, row: CertificateRow) -> None:
    """What differs from page to page."""
    canvas.setFillColorRGB(0.1, 0.14, 0.19)
    canvas.setFont(TEXT_FACE, 22)
    canvas.drawString(136, 366, row.heading)
    canvas.setFont(STRONG_FACE, 44)
    canvas.drawString(136, 300, row.name)
    canvas.setFont(TEXT_FACE, 15)
    for number, line in enumerate(row.lines):
        canvas.drawString(136, 238 - 22.5 * number, line)


def bare_foot(canvas: Canvas, row: CertificateRow) -> None:
    """Date, venue and record."""
    canvas.setFillColorRGB(0.33, 0.38, 0.43)
    canvas.setFont(TEXT_FACE, 11)
    canvas.drawString(136, 62, row.foot)
    canvas.setFont(TEXT_FACE, 10)
    canvas.drawRightString(770, 62, row.record)


def tuned_canvas(certificate_rows: list[CertificateRow]) -> None:
    """One file by a bare canvas, without ASCII85, with the same faces."""
    canvas = Canvas(BytesIO(), pagesize=PAGE_SIZE, pageCompression=1)
    for row in certificate_rows:
        bare_page(canvas, row)
    canvas.save()


def formed_canvas(certificate_rows: list[CertificateRow]) -> None:
    """`tuned_canvas` that, like the application, draws what the pages share only once."""
    canvas = Canvas(BytesIO(), pagesize=PAGE_SIZE, pageCompression=1)
    for name, draw in (("head", bare_head), ("foot", bare_foot)):
        canvas.beginForm(name)
        draw(canvas, certificate_rows[0])
        canvas.endForm()
    for row in certificate_rows:
        canvas.doForm("head")
        bare_middle(canvas, row)
        canvas.doForm("foot")
        canvas.showPage()
    canvas.save()


def naive_canvas(certificate_rows: list[CertificateRow], picture: bytes) -> None:
    """A file each as one would first write it: the logo read and encoded every time."""
    rl_config.useA85 = 1
    for row in certificate_rows:
        canvas = Canvas(BytesIO(), pagesize=PAGE_SIZE, pageCompression=1)
        if picture:
            canvas.drawImage(ImageReader(BytesIO(picture)), 640, 476, 128, 56, mask="auto")
        bare_page(canvas, row)
        canvas.save()
    rl_config.useA85 = 0


def each(certificate_rows: list[CertificateRow], picture: bytes) -> None:
    """Every file of its own, as the application makes them."""
    for _ in certificates_each(certificate_rows, Design(logo=picture)):
        pass


def ratio(bare: Callable[[], object], ours: Callable[[], object], rounds: int) -> float:
    """How many times as fast ours is, by the best of interleaved rounds."""
    bare_seconds, our_seconds = [], []
    for _ in range(rounds):
        our_seconds.append(seconds(ours))
        bare_seconds.append(seconds(bare))
    return min(bare_seconds) / min(our_seconds)


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main(count: int, rounds: int) -> None:
    """Print the ratios."""
    load_faces()
    people, picture = rows(count), logo()
    one_file = ratio(lambda: tuned_canvas(people), lambda: certificates(people), rounds)
    formed = ratio(lambda: formed_canvas(people), lambda: certificates(people), rounds)
    plain = ratio(lambda: naive_canvas(people, b""), lambda: each(people, b""), rounds)
    with_logo = ratio(lambda: naive_canvas(people, picture), lambda: each(people, picture), rounds)
    print(f"{count} certificates in one file: {one_file:.2f} x a tuned canvas (goal 0.9)")
    print(f"{count} certificates in one file: {formed:.2f} x a tuned canvas with shared parts")
    print(f"{count} files, no logo: {plain:.1f} x a naive canvas (goal 6)")
    print(f"{count} files with a logo: {with_logo:.1f} x a naive canvas (goal 6)")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:3]]
    main(*given, *(38, 7)[len(given) :])
