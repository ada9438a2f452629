"""Papers that a person has looked at: `pytest tests/golden --accept-golden` accepts new ones."""

import hashlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

Check = Callable[[str, bytes], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-golden", action="store_true", help="keep the papers as they are drawn now"
    )


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Check:
    """Compare a paper with the accepted one, or accept it."""

    def check(name: str, content: bytes) -> None:
        accepted = Path(__file__).parent / f"{name}.txt"
        if request.config.getoption("--accept-golden", default=False):
            accepted.write_text(described(content), encoding="utf-8", newline="\n")

        assert described(content) == accepted.read_text(encoding="utf-8")

    return check


def described(content: bytes) -> str:
    """A paper in words: size, text and a digest of all that is drawn, page by page.

    The digest is of the marks before compression, which differs between builds of zlib.
    """
    parts = []
    for number, page in enumerate(PdfReader(BytesIO(content), strict=True).pages, 1):
        marks = page.get_contents()
        digest = hashlib.sha256(b"" if marks is None else marks.get_data()).hexdigest()[:16]
        size = f"{float(page.mediabox.width):.0f} x {float(page.mediabox.height):.0f}"
        parts.append(f"# page {number}, {size} points, marks {digest}\n{page.extract_text()}\n")
    return "\n".join(parts)
