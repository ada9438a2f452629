"""Certificates against bare ReportLab canvases drawing the same page; prints ratios only.

Run `python benchmarks/certificates.py [count] [rounds]`. A ratio above 1 is faster than the bare
canvas, by processor time, with names in each round that nothing has measured before. The goals: one
file at least 0.9; one file each at least 2.5, and 6 with the subset of the faces cut once. Memory
and bytes are those of one file, in parts of the bare canvas's: below 1 is less.
"""

import gc
import itertools
import sys
import tracemalloc
from collections.abc import Callable
from functools import partial
from io import BytesIO
from time import process_time

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


def rows(count: int, first: int = 0) -> list[CertificateRow]:
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
        for number in range(first, first + count)
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


Drawn = Callable[[list[CertificateRow]], object]


def ratio(bare: Drawn, ours: Drawn, count: int, rounds: int) -> float:
    """How many times as fast ours is, by the best of interleaved rounds."""
    bare_seconds, our_seconds = [], []
    for _ in range(rounds):
        people = rows(count, next(_round) * count)
        our_seconds.append(seconds(partial(ours, people)))
        bare_seconds.append(seconds(partial(bare, people)))
    return min(bare_seconds) / min(our_seconds)


_round = itertools.count(1)


def seconds(work: Callable[[], object]) -> float:
    """How long the processor worked."""
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


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

    def ours(given: list[CertificateRow], house: House = House.LETTERHEAD) -> bytes:
        return certificates(given, DAY, look(house)).content

    formed = ratio(formed_canvas, ours, count, rounds)
    print(f"{count} certificates in one file: {formed:.2f} x a tuned canvas with shared parts")
    bare_bytes = len(tuned_canvas(people))
    bare_memory = most_memory(lambda: tuned_canvas(people))
    for house in House:
        of_house = partial(ours, house=house)
        of_house(rows(2))
        faster = ratio(tuned_canvas, of_house, count, rounds)
        memory = most_memory(partial(of_house, people))
        print(
            f"{count} certificates in one file, {house.code}: {faster:.2f} x a tuned canvas "
            f"(goal 0.9), {memory / bare_memory:.2f} x its memory ({memory / 1e6:.0f} MB), "
            f"{len(of_house(people)) / bare_bytes:.2f} x its bytes"
        )
    for said, logo_of in (("no logo", b""), ("a logo", picture)):
        naive, own = (partial(draw, picture=logo_of) for draw in (naive_canvas, each))
        faster = ratio(naive, own, count, rounds)
        print(f"{count} files, {said}: {faster:.1f} x a naive canvas (goal 6)")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:3]]
    main(*given, *(38, 7)[len(given) :])
