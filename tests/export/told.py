"""What a page tells a program that reads it out or copies from it."""

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from judging_app.export.fonts import unprintable
from judging_app.present.organiser.papers import Unprintable


def missing(*texts: str) -> tuple[Unprintable, ...]:
    """What is said of texts that all lack letters."""
    found = unprintable(texts)
    assert [one.text for one in found] == [*texts]
    return found


def own_lines(page: PageObject) -> list[str]:
    """The lines of a page, not of what it shares with others, that bring their own text."""
    return _own_texts(page, page.get_contents())


def told(page: PageObject) -> str:
    """The text of a page: that of each line that brings its own, then all that its glyphs say."""
    forms = page["/Resources"].get("/XObject", {})  # type: ignore[attr-defined]
    streams = [form.get_object() for form in forms.values()]
    own = [*_own_texts(page, page.get_contents())]
    own += [
        text
        for stream in streams
        if isinstance(stream, StreamObject) and stream.get("/Subtype") == "/Form"
        for text in _own_texts(page, stream)
    ]
    return "\n".join([*own, page.extract_text()])


def _own_texts(page: PageObject, stream: StreamObject | None) -> list[str]:
    operations = ContentStream(stream, page.pdf).operations
    return [
        str(operands[1]["/ActualText"])
        for operands, operator in operations
        if operator == b"BDC"
        and isinstance(operands[1], DictionaryObject)
        and "/ActualText" in operands[1]
    ]
