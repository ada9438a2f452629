import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import cast

import pypdfium2
import pytest
from PIL import Image
from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

from judging_app.domain.names import LONGEST, tidy
from judging_app.domain.papers.certificates import (
    CertificateDesign,
    CertificateKind,
    House,
    Logo,
    PaperSize,
    Signature,
)
from judging_app.errors import OutputError
from judging_app.export.certificates import batch
from judging_app.export.certificates.appearance import AS_DESIGNED, Appearance
from judging_app.export.certificates.fitting import fitted
from judging_app.export.certificates.page import width_mm
from judging_app.export.fonts import SERIF_NAME
from judging_app.export.papers import drawn
from judging_app.export.pdf import Paper
from judging_app.present.contrast import TEXT
from judging_app.present.organiser.certificates import CertificateRow, Occasion
from judging_app.present.organiser.papers import Certificates, PaperJob
from tests.export.measured import printed
from tests.export.stopping import StoppedError, stop
from tests.export.told import missing, own_lines, told

ROW = CertificateRow(
    key="participants: person 1",
    kind=CertificateKind.PARTICIPANTS,
    title="Certificate of participation",
    lead="This is to certify that",
    name="Siân Llŷr ap Gruffydd",
    body="took part in Tech Connect with Team Lantern.",
    file_stem="Siân Llŷr ap Gruffydd - participant",
)
TEAM = replace(
    ROW,
    kind=CertificateKind.WINNERS,
    name="Team Groundwork",
    title="Joint first place",
    members=("Ravindra Balasubramaniam-Venkataraghavan", "Ffion Wŷn Parry", "Hannah Berg") * 3,
    place=1,
)
OCCASION = Occasion(
    "Tech Connect", "Cabinet Office", "2 May 2019", "2019", "Hall, London", "Result 7K2M"
)
DESIGNS = [
    CertificateDesign(house, size, is_upright)
    for house in House
    for size in PaperSize
    for is_upright in (False, True)
]


def certificates(rows: Sequence[CertificateRow], look: Appearance = AS_DESIGNED) -> Paper:
    return batch.certificates(rows, OCCASION, look)


def certificates_each(
    rows: Sequence[CertificateRow], look: Appearance = AS_DESIGNED
) -> Iterator[batch.NamedPaper]:
    return batch.certificates_each(rows, OCCASION, look)


def with_logo(content: bytes) -> Appearance:
    return Appearance(CertificateDesign(logos=(Logo("a"),)), pictures={"a": content})


HARD_NAMES: list[str] = [
    entry["name"]
    for entry in json.loads(
        (Path(__file__).parents[1] / "data" / "hard-names.json").read_text(encoding="utf-8")
    )
]
STEPS = ((62, 40), (46, 30), (32, 20))
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


@pytest.mark.parametrize("colours", [("", ""), ("#ffd166", "#fff3d6"), ("#000000", "#101010")])
@pytest.mark.parametrize("house", House)
def test_words_stand_out_in_any_colours_and_the_name_above_all(
    house: House, colours: tuple[str, str]
) -> None:
    signed = (Signature("Ada Reed", "Chair of the panel"), Signature("Bo Lund"))
    award = replace(ROW, kind=CertificateKind.AWARDS, under="Team Lantern")
    rows = [replace(ROW, name="Siân Gruffydd"), replace(TEAM, name="Team Otter"), award]

    paper = certificates(rows, Appearance(CertificateDesign(house, signatures=signed), colours))

    found = [*printed(paper.content)]
    assert {line.text: line.contrast for line in found if line.contrast < TEXT} == {}
    for page, row in enumerate(rows, 1):
        sizes = {line.text: line.size for line in found if line.page == page}
        name = sizes.pop(row.name.replace(" ", ""))
        # The place may be larger, which is a numeral with what stands after it.
        assert name > max(size for text, size in sizes.items() if text not in ("1", "st", "2019"))
        assert min(sizes[text] for text in sizes if text.startswith("tookpartin")) >= 12


@pytest.mark.parametrize("design", DESIGNS)
def test_everything_is_on_the_page_in_every_design(design: CertificateDesign) -> None:
    (page,) = pages(certificates([TEAM], Appearance(design)).content)

    said = words(told(page)).casefold()
    for text in (TEAM.name, TEAM.title, TEAM.body, *TEAM.members, "Result 7K2M"):
        assert words(text).casefold() in said, text
    offices = ("Chair of the panel", "For the organisers")
    assert all(words(office).casefold() in said for office in offices)


@pytest.mark.parametrize("design", DESIGNS)
def test_a_page_is_of_the_size_that_was_chosen(design: CertificateDesign) -> None:
    (page,) = pages(certificates([ROW], Appearance(design)).content)

    sides = sorted((round(page.mediabox.width), round(page.mediabox.height)))
    assert sides == ([595, 842] if design.size is PaperSize.A4 else [612, 792])
    assert (page.mediabox.height > page.mediabox.width) is design.is_upright


def test_a_heading_whose_letters_stand_apart_is_read_as_words() -> None:
    (page,) = pages(certificates([ROW]).content)

    assert ROW.title.upper() in told(page).splitlines()


def test_a_page_for_the_printers_shop_says_where_to_cut() -> None:
    design = CertificateDesign(House.BOLD, has_marks=True)
    (page,) = pages(certificates([ROW], Appearance(design)).content)

    assert (round(page.trimbox.width), round(page.trimbox.height)) == (842, 595)
    assert page.trimbox.width < page.bleedbox.width < page.mediabox.width


def test_a_certificate_is_printed_on_one_side_as_large_as_it_is() -> None:
    asked = PdfReader(BytesIO(certificates([ROW]).content)).root_object["/ViewerPreferences"]

    assert isinstance(asked, DictionaryObject)
    assert [str(asked[key]) for key in ("/Duplex", "/PrintScaling")] == ["/Simplex", "/None"]


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
def test_only_embedded_subsets_of_its_faces_are_in_a_file(*, is_each: bool) -> None:
    paper = next(certificates_each([ROW, ROW])).paper if is_each else certificates([ROW, ROW])

    (page, *_) = pages(paper.content)
    resources = cast("DictionaryObject", page["/Resources"])
    fonts = [font.get_object() for font in cast("DictionaryObject", resources["/Font"]).values()]
    assert {font["/BaseFont"].partition("+")[2] for font in fonts} == {
        "Inter-Regular",
        "Inter-SemiBold",
        "EBGaramond-Italic",
        "EBGaramond-Medium",
        "EBGaramond-Regular",
    }
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    assert b"Helvetica" not in paper.content
    assert len(paper.content) < 60_000


@pytest.mark.row(55)
@pytest.mark.parametrize("house", House)
def test_every_hard_name_is_told_letter_by_letter_with_none_missing(house: House) -> None:
    names = [tidy(name) for name in HARD_NAMES]
    paper = certificates([named(name) for name in names], Appearance(CertificateDesign(house)))

    assert paper.unprintable == ()
    for name, page in zip(names, pages(paper.content), strict=True):
        assert " ".join(line for line in own_lines(page) if line != ROW.title.upper()) == name


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
def test_a_name_of_any_length_fits_whole_and_is_broken_at_blanks_alone(name: str) -> None:
    shown = tidy(name)

    found = fitted(shown, SERIF_NAME, 205, STEPS)

    assert all(width_mm(line, SERIF_NAME, found.size) <= 205 for line in found.lines)
    assert " ".join(found.lines) == shown


def test_a_short_name_is_set_at_the_largest_size() -> None:
    assert fitted("Sam Lee", SERIF_NAME, 205, STEPS).size == 62


def test_a_long_name_goes_on_a_second_line_rather_than_small_on_one() -> None:
    found = fitted("Ravindra Balasubramaniam-Venkataraghavan", SERIF_NAME, 130, STEPS)

    assert len(found.lines) == 2
    assert found.size > STEPS[-1][1]


@pytest.mark.parametrize("design", DESIGNS, ids=str)
def test_who_issued_it_stays_whole_within_the_page(design: CertificateDesign) -> None:
    issuer = "Department for the Improvement of Remote Coastal Communities of the Western " * 2
    paper = batch.certificates([ROW], replace(OCCASION, issuer=issuer.strip()), Appearance(design))

    with pypdfium2.PdfDocument(paper.content) as document:
        page = document[0]
        text = page.get_textpage()
        boxes = [text.get_rect(at) for at in range(text.count_rects())]
        assert "".join(issuer.split()) in "".join(text.get_text_bounded().split())
    margin = 28
    assert min(box[0] for box in boxes) > margin
    assert max(box[2] for box in boxes) < batch.page_size(design)[0] - margin


def test_no_member_s_name_is_broken() -> None:
    (page,) = pages(certificates([TEAM]).content)

    lines = page.extract_text().splitlines()
    assert all(any(name in line for line in lines) for name in TEAM.members)


@pytest.mark.row(53)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_looks_like_code_is_only_text(name: str) -> None:
    (page,) = pages(certificates([named(name)]).content)

    assert name in told(page)
    assert "/Annots" not in page


@pytest.mark.row(53)
def test_no_file_but_the_faces_is_opened_for_a_hostile_name() -> None:
    program = f"""
import sys
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.export.certificates.batch import certificates
from judging_app.present.organiser.certificates import CertificateRow, Occasion
def row(text):
    kind = CertificateKind.TEAMS
    return CertificateRow(text, kind, text, text, text, text, text, members=(text,))
certificates([row("warm")], Occasion("e", "i", "d", "y", "v", "r"))
opened = []
sys.addaudithook(lambda event, args: opened.append(args[0]) if event == "open" else None)
certificates([row(n) for n in {HOSTILE!r}], Occasion("e", "i", "d", "y", "v", "r"))
print(opened)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert run.stdout.decode().strip() == "[]"


def test_two_processes_write_the_same_bytes() -> None:
    program = """
import hashlib
from judging_app.domain.papers.certificates import CertificateDesign, CertificateKind, House
from judging_app.export.certificates.appearance import Appearance
from judging_app.export.certificates.batch import certificates, certificates_each
from judging_app.present.organiser.certificates import CertificateRow, Occasion
rows = [
    CertificateRow(n, CertificateKind.TEAMS, "h", "l", n, "b.", n) for n in ("Día", "محمد", "王")
]
day, files = Occasion("Día"), []
for house in House:
    look = Appearance(CertificateDesign(house))
    whole = certificates(rows, day, look).content
    assert certificates(rows, day, look).content == whole
    files += [whole, *(each.paper.content for each in certificates_each(rows, day, look))]
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
    assert len(set(one.split())) == 20


def test_nothing_of_this_machine_is_in_a_file() -> None:
    content = certificates([ROW]).content

    assert str(Path(__file__).parents[2]).encode() not in content
    assert str(Path.home()).encode() + b"/" not in content


def test_one_file_each_says_what_the_whole_says() -> None:
    rows = [named(name) for name in HARD_NAMES]

    whole = pages(certificates(rows, with_logo(logo())).content)
    separate = [pages(each.paper.content) for each in certificates_each(rows, with_logo(logo()))]

    assert [page.extract_text() for (page,) in separate] == [p.extract_text() for p in whole]


@pytest.mark.parametrize("house", [House.CLASSIC, House.FORMAL])
def test_a_logo_doesn_t_take_the_issuer_s_line_away(house: House) -> None:
    bare = with_logo(logo())
    look = replace(bare, design=replace(bare.design, house=house))
    occasion = replace(OCCASION, issuer="Tech Connect")

    (page,) = pages(batch.certificates([ROW], occasion, look).content)

    assert "Tech Connect" in page.extract_text()


def test_the_words_round_a_seal_are_read_as_one_text() -> None:
    paper = certificates([ROW], Appearance(CertificateDesign(House.CLASSIC)))

    (page,) = PdfReader(BytesIO(paper.content)).pages
    drawn = b"".join(one.get_object().get_data() for one in page["/Resources"]["/XObject"].values())  # type: ignore[index]  # a dictionary
    for text in (OCCASION.event, f"London · {OCCASION.date}"):
        assert f"/ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>".encode() in drawn


def test_files_of_one_name_do_not_collide() -> None:
    names = [each.file_name for each in certificates_each([ROW, ROW])]

    assert len(set(names)) == 2


def test_a_logo_is_stored_once_for_all_pages() -> None:
    content = certificates([ROW] * 10, with_logo(logo())).content

    # The picture and its transparency.
    assert content.count(b"/Subtype /Image") == 2


def test_a_logo_that_is_no_picture_is_refused_with_a_sentence() -> None:
    with pytest.raises(OutputError, match=r"logo can’t be read. Choose a PNG or JPEG"):
        certificates([ROW], with_logo(b"not a picture"))


def test_nobody_to_print_for_is_said() -> None:
    job = PaperJob(Certificates((), OCCASION, none="No award has been given yet."), "Awards")

    with pytest.raises(OutputError, match="No award has been given yet"):
        [*drawn(job)]


def test_progress_is_told_up_to_the_last_paper() -> None:
    told_so_far: list[tuple[int, int]] = []

    batch.certificates(
        [ROW, ROW], OCCASION, progress=lambda done, of: told_so_far.append((done, of))
    )

    assert told_so_far == [(0, 2), (1, 2), (2, 2)]


def test_work_that_is_stopped_gives_no_paper() -> None:
    with pytest.raises(StoppedError):
        batch.certificates([ROW, ROW], OCCASION, progress=stop)


def test_files_of_their_own_can_be_stopped_between_two_of_them() -> None:
    is_stopped = False

    def told(done: int, of: int) -> None:
        if is_stopped:
            stop(done, of)

    papers = batch.certificates_each([ROW, ROW], OCCASION, progress=told)
    next(papers)
    is_stopped = True

    with pytest.raises(StoppedError):
        next(papers)


def test_files_of_their_own_can_be_stopped_before_the_first_is_done() -> None:
    with pytest.raises(StoppedError):
        next(batch.certificates_each([ROW, ROW], OCCASION, progress=stop))
