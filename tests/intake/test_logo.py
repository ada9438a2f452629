from base64 import b64decode
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from judging_app.domain.papers.certificates import CertificateDesign, CertificateKind, Logo
from judging_app.errors import IntakeError
from judging_app.export.certificates.appearance import Appearance
from judging_app.export.certificates.batch import certificates
from judging_app.intake import logo
from judging_app.intake.logo import MOST_BYTES, load_logo, read_logo
from judging_app.present.organiser.certificates import CertificateRow, Occasion
from judging_app.present.organiser.look import logo_picture

ROW = CertificateRow(
    "j", CertificateKind.JUDGES, "Certificate", "To", "Olwen", "took part.", "olwen"
)
DAY = Occasion("Tech Connect")


def with_logo(content: bytes) -> Appearance:
    return Appearance(CertificateDesign(logos=(Logo("a"),)), pictures={"a": content})


def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (80, 70)) -> bytes:
    target = BytesIO()
    Image.radial_gradient("L").resize(size).convert(mode).save(target, kind)
    return target.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *[("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")],
        *[("JPEG", mode) for mode in ("L", "RGB", "CMYK")],
    ],
)
def test_every_kind_of_png_and_jpeg_is_kept_unchanged_and_can_be_printed(
    kind: str, mode: str
) -> None:
    content = picture(kind, mode)
    text = read_logo("logo", content)

    assert logo_picture(text) == content
    assert certificates([ROW], DAY, with_logo(b64decode(text))).pages == 1


@pytest.mark.parametrize("size", [(64, 64), (4000, 64), (64, 4000)])
def test_a_logo_of_the_least_and_the_most_pixels_is_taken(size: tuple[int, int]) -> None:
    assert read_logo("logo.png", picture(size=size, mode="1"))


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", "“logo.png” is neither a PNG nor a JPEG picture."),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is neither a PNG nor a JPEG picture."),
        (picture("GIF", "L"), "is neither a PNG nor a JPEG picture. Export the logo as PNG"),
        (picture(size=(63, 64)), "is 63 × 64 pixels. Choose one of at least 64 on each side."),
        (picture("JPEG", size=(64, 4001)), "is 64 × 4,001 pixels. Make it at most 4,000"),
        (picture()[:-40], "is damaged. Export the logo again"),
        (picture("JPEG")[:200], "is damaged. Export the logo again"),
        (picture()[:8], "is damaged. Export the logo again"),
        (b"\xff\xd8\xff", "is damaged. Export the logo again"),
    ],
)
def test_what_is_no_logo_is_refused_by_its_name_with_the_remedy(
    content: bytes, refusal: str
) -> None:
    with pytest.raises(IntakeError) as caught:
        read_logo("logo.png", content)

    assert refusal in str(caught.value)
    assert str(caught.value).startswith("“logo.png” ")
    assert len(caught.value.problems) == 1


def test_a_file_of_more_than_2_mb_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(IntakeError, match="is larger than 2 MB"):
        read_logo("logo.png", picture() + bytes(MOST_BYTES))


def test_a_small_file_that_unfolds_to_a_thousand_million_pixels_is_never_unfolded() -> None:
    content = bytearray(picture())
    content[16:24] = (40_000).to_bytes(4, "big") * 2
    # The header's check sum must be right, or the file would merely be broken.
    content[29:33] = _check_sum(bytes(content[12:29]))

    with pytest.raises(IntakeError, match="is 40,000 × 40,000 pixels"):
        read_logo("logo.png", bytes(content))


@given(
    st.sampled_from([picture(), picture("JPEG"), picture("PNG", "P")]),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6),
    st.integers(0, 20_000),
)
def test_a_damaged_logo_is_taken_or_refused_in_one_sentence_and_never_worse(
    content: bytes, damage: list[tuple[int, int]], length: int
) -> None:
    damaged = bytearray(content)
    for place, byte in damage:
        damaged[place] = byte
    kept = bytes(damaged[:length])

    try:
        told = read_logo("logo", kept)
    except IntakeError as refusal:
        (told,) = refusal.problems

    assert told.startswith("“logo” is ") or b64decode(told) == kept


def test_a_logo_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "our logo.png"
    path.write_bytes(picture())

    assert b64decode(load_logo(path)) == picture()


def test_a_file_that_is_larger_than_a_logo_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logo, "MOST_BYTES", 10)
    path = tmp_path / "logo.png"
    path.write_bytes(picture())

    with pytest.raises(IntakeError, match="is larger than 2 MB"):
        load_logo(path)


def test_a_logo_that_is_not_there_is_said_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(
        IntakeError,
        match=r"“gone\.png” can’t be read .* choose the copy",
    ):
        load_logo(tmp_path / "gone.png")


def _check_sum(chunk: bytes) -> bytes:
    return crc32(chunk).to_bytes(4, "big")
