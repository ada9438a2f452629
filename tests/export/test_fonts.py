from collections.abc import Iterator
from io import BytesIO
from threading import Thread

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from judging_app.export import fonts
from judging_app.export.fonts import STRONG_FACE, TEXT_FACE, missing_glyphs, printable, registered
from judging_app.export.lines import width, wrapped


@pytest.mark.parametrize("face", [TEXT_FACE, STRONG_FACE])
def test_every_figure_is_as_wide_as_every_other(face: str) -> None:
    assert len({width(digit, face, 10) for digit in "0123456789"}) == 1


@pytest.mark.row(55)
@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Siân Llŷr", ""),
        ("Ọ̀ṣúntókun", ""),
        ("山田 太郎", ""),
        ("ܡܠܐ ܡ", "ܡܠܐ"),
        ("🚀 Rocket", ""),
        ("龘 Ltd 龘", "龘"),
        ("a\tb", ""),
    ],
)
def test_each_missing_character_is_named_once(text: str, missing: str) -> None:
    assert missing_glyphs(text) == missing


@pytest.mark.row(55)
@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ﬁnance ﬂow", "finance flow"),
        ("Two\nLines", "Two Lines"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("a\u200db", "a\u200db"),
        ("山", "山"),
        ("龘", "□"),
        ("\ud800", "□"),
        ("\x00", "□"),
    ],
)
def test_what_can_not_be_printed_as_it_is_has_a_visible_stand_in(text: str, printed: str) -> None:
    assert printable(text) == printed


@pytest.mark.parametrize("text", ["word " * 40, "W" * 300, "", "a b", "two\nlines"])
def test_no_wrapped_line_is_too_wide_and_no_word_is_lost(text: str) -> None:
    lines = wrapped(text, TEXT_FACE, 10, 100)

    assert all(width(line, TEXT_FACE, 10) <= 100 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_two_threads_that_ask_first_for_a_face_get_the_same_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    others: list[TTFont] = []
    threads: Iterator[Thread] = iter([Thread(target=lambda: others.append(registered(_ASKED)))])

    def made(*given: object, **more: object) -> TTFont:
        for thread in threads:
            thread.start()
            thread.join(timeout=0.1)  # as far as it gets while this face is being made
            waiting.append(thread)
        return TTFont(*given, **more)  # type: ignore[arg-type]  # handed on

    waiting: list[Thread] = []
    monkeypatch.setitem(fonts._FILES, _ASKED, fonts._FILES[fonts.SERIF_FACE])
    monkeypatch.setattr(fonts, "TTFont", made)
    # ReportLab gives another name of a face that it knows already the font that it knows.
    monkeypatch.setattr(pdfmetrics, "_dynFaceNames", {})

    own = registered(_ASKED)
    waiting[0].join()

    assert others == [own]
    canvas = Canvas(BytesIO())
    for font in (own, *others, pdfmetrics.getFont(_ASKED)):
        font.splitString("a", canvas._doc)  # type: ignore[attr-defined]  # as lines are set
        font.getSubsetInternalName(0, canvas._doc)  # type: ignore[attr-defined]  # likewise
    canvas.save()


_ASKED = "AskedTwice"
