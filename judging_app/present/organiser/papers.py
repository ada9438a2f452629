"""What was printed, and what couldn't be, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from judging_app.present.organiser.certificates import CertificateKind
from judging_app.words import counted, listed

_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Written:
    """Papers that were written; `unprintable` are texts with characters that the faces lack."""

    files: tuple[Path, ...]
    pages: int
    unprintable: tuple[str, ...]


def certificates_stem(event: str, kind: CertificateKind) -> str:
    """What a single file of certificates is called."""
    return f"{event} - certificates for {kind.value}"


def sheets_stem(event: str, by: str, *, is_blank: bool) -> str:
    """What a file of score sheets by judge or by team is called."""
    return f"{event} - {'blank score sheets' if is_blank else 'score sheets'} by {by}"


def made_text(files: int, pages: int, folder: str) -> str:
    """What was made, and where."""
    return f"{counted(files, 'file')} with {counted(pages, 'page')} in {folder}"


def unprintable_text(texts: Sequence[str]) -> str:
    """Which texts hold characters that the faces lack; empty where there is none."""
    found = tuple(dict.fromkeys(texts))
    if not found:
        return ""
    named = listed([f"“{text}”" for text in found[:_MOST_NAMED]])
    more = f", and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    return (
        f"These hold characters that can't be printed and stand as □ on the paper: {named}{more}. "
        "Write them by hand, or spell them in letters that can be printed."
    )
