import json
import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from judging_app.domain.names import LONGEST
from judging_app.errors import OutputError
from judging_app.export.certificates import (
    PAGE_SIZE,
    Design,
    certificates,
    certificates_each,
    fitted_name,
)
from judging_app.export.fonts import STRONG_FACE, load_faces, missing_glyphs, printable
from judging_app.export.lines import width
from judging_app.present.organiser.certificates import CertificateRow
from tests.export.stopping import StoppedError, stop
from tests.export.told import missing, told

ROW = CertificateRow(
    event="Tech Connect",
    heading="Certificate of participation",
    name="Siân Llŷr ap Gruffydd",
    lines=("took part in Tech Connect", "with Team Lantern"),
    foot="2 May 2019 · London",
    file_stem="Siân Llŷr ap Gruffydd - participant",
    record="Record 7K2M",
)
HARD_NAMES: list[str] = [
    entry["name"]
    for entry in json.loads(
        (Path(__file__).parents[1] / "data" / "hard-names.json").read_text(encoding="utf-8")
    )
]
HOSTILE = (
    '<img src="/etc/passwd"/>',
    '<img src="file:///etc/passwd"/>',
    "<a href='javascript:alert(1)'>x</a>",
    "<b>never closed",
    "<para></para>",
    ")(Tj ET Q",
    "\\\\) endstream",
    "&lt;&#x41;",
)


def named(name: str) -> CertificateRow:
    return replace(ROW, name=name, file_stem=name)


def pages(content: bytes) -> list[PageObject]:
    return list(PdfReader(BytesIO(content), strict=True).pages)


def words(text: str) -> str:
    """Blanks left out: where a line is broken, or an accent placed, is not what is asked."""
    return re.sub(r"\s", "", text)


def logo() -> bytes:
    target = BytesIO()
    Image.new("RGBA", (60, 30), (15, 76, 92, 128)).save(target, "PNG")
    return target.getvalue()


def test_each_row_is_a_page_of_a4_across() -> None:
    paper = certificates([ROW, named("Sam Lee")])

    boxes = [page.mediabox for page in pages(paper.content)]
    assert paper.pages == len(boxes) == 2
    assert all((round(box.width), round(box.height)) == (842, 595) for box in boxes)


def test_everything_on_the_row_is_on_the_page() -> None:
    text = pages(certificates([ROW]).content)[0].extract_text().splitlines()

    assert set(text) >= {ROW.event, ROW.heading, ROW.name, *ROW.lines, ROW.foot, ROW.record}


def test_a_file_says_what_it_is_and_in_which_language() -> None:
    reader = PdfReader(BytesIO(certificates([ROW]).content))

    about = reader.metadata
    assert about is not None
    assert about.title == "Certificates of Tech Connect"
    assert (about.author, about.subject) == ("Tech Connect", "Certificates")
    assert about.creator == "judging-app"
    assert str(reader.root_object["/Lang"]) == "en-GB"


def test_a_file_of_its_own_is_titled_with_its_name() -> None:
    (named_paper,) = certificates_each([named("Łukasz (Żółć)")])

    about = PdfReader(BytesIO(named_paper.paper.content), strict=True).metadata
    assert about is not None
    assert about.title == "Certificate of participation: Łukasz (Żółć)"
    assert named_paper.file_name == "Łukasz (Żółć).pdf"


@pytest.mark.parametrize("is_each", [False, True])
def test_only_embedded_subsets_of_the_two_faces_are_in_a_file(*, is_each: bool) -> None:
    paper = next(certificates_each([ROW, ROW])).paper if is_each else certificates([ROW, ROW])

    (page, *_) = pages(paper.content)
    resources = cast("DictionaryObject", page["/Resources"])
    fonts = [font.get_object() for font in cast("DictionaryObject", resources["/Font"]).values()]
    assert {font["/BaseFont"].partition("+")[2] for font in fonts} == {
        "Inter-Regular",
        "Inter-SemiBold",
    }
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    assert b"Helvetica" not in paper.content
    assert len(paper.content) < 30_000


@pytest.mark.parametrize("name", [n for n in HARD_NAMES if not missing_glyphs(n)])
def test_a_name_that_the_faces_cover_can_be_copied_from_the_paper(name: str) -> None:
    paper = certificates([named(name)])

    assert paper.unprintable == ()
    assert words(printable(name)) in words(told(pages(paper.content)[0]))


@pytest.mark.row(55)
def test_names_that_lack_a_glyph_are_reported_and_the_others_still_print() -> None:
    rows = [named("龘靐龘"), named("Mixed ܡܠܐ Ltd 2"), named("Sam Lee")]

    paper = certificates(rows)

    first, second, third = (told(page) for page in pages(paper.content))
    assert paper.unprintable == missing("龘靐龘", "Mixed ܡܠܐ Ltd 2")
    assert "□□□" in first
    assert "Mixed □□□ Ltd 2" in second
    assert "Sam Lee" in third


def test_what_was_reported_is_said_of_the_file_that_it_stands_in() -> None:
    chinese, plain = certificates_each([named("龘靐龘"), named("Sam Lee")])

    assert (chinese.paper.unprintable, plain.paper.unprintable) == (missing("龘靐龘"), ())


@pytest.mark.row(53)
def test_every_hard_name_gets_its_page() -> None:
    paper = certificates([named(name) for name in HARD_NAMES])

    assert len(pages(paper.content)) == len(HARD_NAMES)


@pytest.mark.row(55)
@pytest.mark.parametrize("name", ["O", "Sam Lee", *HARD_NAMES, "W" * LONGEST, "Wm " * 66])
def test_a_name_of_any_length_stays_on_the_page_whole(name: str) -> None:
    load_faces()
    shown = printable(name)

    fitted = fitted_name(shown)

    assert all(width(line, STRONG_FACE, fitted.size) <= PAGE_SIZE[0] - 208 for line in fitted.lines)
    assert words("".join(fitted.lines)) == words(shown)
    assert 16 <= fitted.size <= 44


def test_a_short_name_is_set_at_the_largest_size() -> None:
    assert fitted_name("Sam Lee").size == 44


@pytest.mark.row(53)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_looks_like_code_is_only_text(name: str) -> None:
    (page,) = pages(certificates([named(name)]).content)

    assert words(name) in words(page.extract_text())
    assert "/Annots" not in page


@pytest.mark.row(53)
def test_no_file_but_the_faces_is_opened_for_a_hostile_name() -> None:
    program = f"""
import sys
from judging_app.export.certificates import certificates
from judging_app.export.fonts import load_faces
from judging_app.present.organiser.certificates import CertificateRow
load_faces()
certificates([CertificateRow("e", "h", "warm", (), "", "s")])
opened = []
sys.addaudithook(lambda event, args: opened.append(args[0]) if event == "open" else None)
certificates([CertificateRow(n, n, n, (n,), n, n) for n in {HOSTILE!r}])
print(opened)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert run.stdout.decode().strip() == "[]"


def test_two_processes_write_the_same_bytes() -> None:
    program = """
import hashlib
from judging_app.export.certificates import certificates, certificates_each
from judging_app.present.organiser.certificates import CertificateRow
rows = [CertificateRow("Día", "h", f"Siân {n}", ("took part",), "2 May", f"n{n}") for n in range(3)]
files = [certificates(rows).content, *(each.paper.content for each in certificates_each(rows))]
print(*(hashlib.sha256(file).hexdigest() for file in files))
"""
    one, other = (
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    )

    assert one == other
    assert len(set(one.split())) == 4


def test_nothing_of_this_machine_is_in_a_file() -> None:
    content = certificates([ROW]).content

    assert str(Path(__file__).parents[2]).encode() not in content
    assert str(Path.home()).encode() + b"/" not in content


def test_one_file_each_says_what_the_whole_says() -> None:
    rows = [named(name) for name in HARD_NAMES]

    whole = pages(certificates(rows, Design(logo=logo())).content)
    separate = [pages(each.paper.content) for each in certificates_each(rows, Design(logo=logo()))]

    assert [page.extract_text() for (page,) in separate] == [p.extract_text() for p in whole]


def test_files_of_one_name_do_not_collide() -> None:
    names = [each.file_name for each in certificates_each([ROW, ROW])]

    assert len(set(names)) == 2


def test_a_logo_is_stored_once_for_all_pages() -> None:
    with_logo = certificates([ROW] * 10, Design(logo=logo())).content

    # The picture and its transparency.
    assert with_logo.count(b"/Subtype /Image") == 2


def test_a_logo_that_is_no_picture_is_refused_with_a_sentence() -> None:
    with pytest.raises(OutputError, match=r"logo can’t be read. Choose a PNG or JPEG"):
        certificates([ROW], Design(logo=b"not a picture"))


def test_nobody_to_print_for_is_said() -> None:
    with pytest.raises(OutputError, match="nobody to print"):
        certificates([])


def test_progress_is_told_up_to_the_last_paper() -> None:
    told: list[tuple[int, int]] = []

    certificates([ROW, ROW], progress=lambda done, of: told.append((done, of)))

    assert told == [(0, 2), (1, 2), (2, 2)]


def test_work_that_is_stopped_gives_no_paper() -> None:
    with pytest.raises(StoppedError):
        certificates([ROW, ROW], progress=stop)


def test_files_of_their_own_can_be_stopped_between_two_of_them() -> None:
    is_stopped = False

    def told(done: int, of: int) -> None:
        if is_stopped:
            stop(done, of)

    papers = certificates_each([ROW, ROW], progress=told)
    next(papers)
    is_stopped = True

    with pytest.raises(StoppedError):
        next(papers)


def test_files_of_their_own_can_be_stopped_before_the_first_is_done() -> None:
    with pytest.raises(StoppedError):
        next(certificates_each([ROW, ROW], progress=stop))
