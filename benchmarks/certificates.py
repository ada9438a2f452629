"""Certificates against bare ReportLab canvases drawing the same page; prints ratios only.

Run `python benchmarks/certificates.py [count] [rounds]`. A ratio above 1 is faster than the bare
canvas. The goals: one file at least 0.9; one file each at least 2.5, and 6 with the subset of the
faces cut once. Memory and bytes are those of one file, in parts of the bare canvas's: below 1 is
less.
"""

import sys
import tracemalloc
from collections.abc import Callable
from functools import partial
from io import BytesIO
from time import perf_counter

from PIL import Image
from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from judging_app.domain.papers.certificates import CertificateDesign, CertificateKind, House, Logo
from judging_app.export.certificates.appearance import Appearance
from judging_app.export.certificates.batch import certificates, certificates_each
from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, load_faces
from judging_app.present.organiser.certificates import CertificateRow, Occasion

PAGE_SIZE = landscape(A4)

DAY = Occasion(
    "Tech Connect pitch day",
    "",
    "3 June 2019",
    "2019",
    "100 Parliament Street, London",
    "Result 7K2M",
)


def rows(count: int) -> list[CertificateRow]:
    """Certificates for so many people, every name another one."""
    return [
        CertificateRow(
            key=str(number),
            kind=CertificateKind.PARTICIPANTS,
            title="Certificate of participation",
            lead="This is to certify that",
            name=f"Siân Llŷr Gruffydd {number}",
            body=f"took part in Tech Connect pitch day with Team {number % 6}.",
            file_stem=f"Siân {number}",
        )
        for number in range(count)
    ]


def look(house: House = House.LETTERHEAD, picture: bytes = b"") -> Appearance:
    """A design as it is without anything changed; the plain one is the letterhead on white."""
    logos = (Logo("logo"),) if picture else ()
    return Appearance(CertificateDesign(house, logos=logos), pictures={"logo": picture})


def logo() -> bytes:
    """A picture that doesn't compress to nothing."""
    picture = Image.effect_mandelbrot((600, 300), (-2, -1, 1, 1), 60).convert("RGB")
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def bare_page(canvas: Canvas, row: CertificateRow) -> None:
    """The same marks at the same places, with nothing measured or checked."""
    bare_middle(canvas, row)
    bare_round(canvas)
    canvas.showPage()


def bare_round(canvas: Canvas) -> None:
    """Lines to sign on, date, venue and code."""
    canvas.setStrokeColorRGB(0.1, 0.12, 0.15)
    canvas.setLineWidth(0.5)
    canvas.setFillColorRGB(0.35, 0.36, 0.4)
    canvas.setFont(TEXT_FACE, 10.5)
    for x, office in ((96, "Chair of the panel"), (317, "For the organisers")):
        canvas.line(x, 153, x + 181, 153)
        canvas.drawString(x, 137, office)
    canvas.setFillColorRGB(0.1, 0.12, 0.15)
    canvas.setFont(TEXT_FACE, 12)
    canvas.drawRightString(745, 140, DAY.date)
    canvas.drawRightString(745, 124, DAY.venue)
    canvas.setFillColorRGB(0.35, 0.36, 0.4)
    canvas.setFont(TEXT_FACE, 8)
    canvas.drawRightString(745, 26, DAY.record)


def bare_middle(canvas: Canvas, row: CertificateRow) -> None:
    """What differs from page to page."""
    canvas.setFillColorRGB(0.1, 0.12, 0.15)
    canvas.setFont(STRONG_FACE, 17)
    canvas.drawString(96, 400, row.title)
    canvas.setFillColorRGB(0.35, 0.36, 0.4)
    canvas.setFont(TEXT_FACE, 14)
    canvas.drawString(96, 378, row.lead)
    canvas.setFillColorRGB(0.1, 0.12, 0.15)
    canvas.setFont(STRONG_FACE, 46)
    canvas.drawString(96, 325, row.name)
    canvas.setFont(TEXT_FACE, 15)
    canvas.drawString(96, 290, row.body)


def tuned_canvas(certificate_rows: list[CertificateRow]) -> bytes:
    """One file by a bare canvas, without ASCII85, with the same faces."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=PAGE_SIZE, pageCompression=1)
    for row in certificate_rows:
        bare_page(canvas, row)
    canvas.save()
    return target.getvalue()


def formed_canvas(certificate_rows: list[CertificateRow]) -> None:
    """`tuned_canvas` that, like the application, draws what the pages share only once."""
    canvas = Canvas(BytesIO(), pagesize=PAGE_SIZE, pageCompression=1)
    for name, draw in (("round", bare_round),):
        canvas.beginForm(name)
        draw(canvas)
        canvas.endForm()
    for row in certificate_rows:
        bare_middle(canvas, row)
        canvas.doForm("round")
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
    for _ in certificates_each(certificate_rows, DAY, look(picture=picture)):
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


def most_memory(work: Callable[[], object]) -> int:
    """The most bytes that `work` held at once."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def main(count: int, rounds: int) -> None:
    """Print the ratios."""
    load_faces()
    people, picture = rows(count), logo()

    def ours(house: House = House.LETTERHEAD) -> bytes:
        return certificates(people, DAY, look(house)).content

    one_file = ratio(lambda: tuned_canvas(people), ours, rounds)
    formed = ratio(lambda: formed_canvas(people), ours, rounds)
    plain = ratio(lambda: naive_canvas(people, b""), lambda: each(people, b""), rounds)
    with_logo = ratio(lambda: naive_canvas(people, picture), lambda: each(people, picture), rounds)
    print(f"{count} certificates in one file: {one_file:.2f} x a tuned canvas (goal 0.9)")
    print(f"{count} certificates in one file: {formed:.2f} x a tuned canvas with shared parts")
    bare_bytes = len(tuned_canvas(people))
    bare_memory = most_memory(lambda: tuned_canvas(people))
    for house in House:
        of_house = ratio(lambda: tuned_canvas(people), partial(ours, house), 2)
        memory = most_memory(partial(ours, house))
        print(
            f"{count} certificates in one file, {house.code}: {of_house:.2f} x a tuned canvas, "
            f"{memory / bare_memory:.2f} x its memory ({memory / 1e6:.0f} MB), "
            f"{len(ours(house)) / bare_bytes:.2f} x its bytes"
        )
    print(f"{count} files, no logo: {plain:.1f} x a naive canvas (goal 6)")
    print(f"{count} files with a logo: {with_logo:.1f} x a naive canvas (goal 6)")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:3]]
    main(*given, *(38, 7)[len(given) :])
