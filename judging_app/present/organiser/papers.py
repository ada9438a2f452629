"""Papers to print, and in words what was printed and what couldn't be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from judging_app.closed_sets import complete
from judging_app.domain.event import Event, Phase
from judging_app.domain.look import NO_LOOK, EventLook
from judging_app.domain.papers.certificates import USUAL, CertificateDesign, CertificateKind
from judging_app.present.organiser.certificates import CertificateRow, Occasion
from judging_app.words import counted, listed

_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Certificates:
    """Certificates, with all that decides how they look; `pictures` are in base64 by their code.

    `none` is what to say where nobody gets one.
    """

    rows: tuple[CertificateRow, ...]
    occasion: Occasion
    design: CertificateDesign = USUAL
    look: EventLook = NO_LOOK
    pictures: Mapping[str, str] = field(default_factory=dict)
    none: str = "Nobody gets one of these certificates. Choose other people, or another kind."


@dataclass(frozen=True, slots=True)
class CertificatePictures:
    """The same certificates as pictures, one each."""

    certificates: Certificates


PICTURES_TITLE = "Certificates as pictures"


class Filing(Enum):
    """Into which files a paper goes that is of several sheets or certificates."""

    ONE_FILE = "one file"
    ONE_EACH = "one each"
    TEAM_FOLDERS = "a folder a team"
    """A file each too, in a folder of its team; what belongs to no team lies beside the folders."""


FILING_WORDS: Mapping[Filing, str] = complete(
    {
        Filing.ONE_FILE: "All in one file",
        Filing.ONE_EACH: "A file each",
        Filing.TEAM_FOLDERS: "A folder a team",
    }
)


@dataclass(frozen=True, slots=True)
class PaperJob:
    """A paper to write, in values alone, so that a thread may write it without the event.

    `rows` are what it says, `stem` is what its file is called, and `caution` what to know before
    it leaves the room. Certificates and leaves may be filed otherwise than in one file; `teams`
    are those of the event, so that each has the same folder whatever is put into it. `mark` stands
    across every page and in the file's name: "DRAFT"; empty on a paper that may go out.
    """

    rows: object
    stem: str
    caution: str = ""
    filing: Filing = Filing.ONE_FILE
    mark: str = ""
    is_for_browser: bool = False
    note: str = ""
    """What is still to be done before it goes out, in a few words."""
    teams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A text of a paper, with those of its letters that no face has, each once."""

    text: str
    letters: str


@dataclass(frozen=True, slots=True)
class Written:
    """Papers that were written, with what of them was printed as an empty square."""

    files: tuple[Path, ...]
    pages: int
    unprintable: tuple[Unprintable, ...]


@dataclass(frozen=True, slots=True)
class PaperOutcome:
    """What became of a paper that was asked for: how much it is, or `why` there is none."""

    title: str
    files: int = 0
    pages: int = 0
    caution: str = ""
    why: str = ""

    @property
    def text(self) -> str:
        """How much it is and what to know about it, or why there is none."""
        pages = counted(self.pages, "page") if self.pages else ""
        files = counted(self.files, "file") if self.files > 1 or not self.pages else ""
        made = " in ".join(part for part in (pages, files) if part)
        return self.why or " ".join(part for part in (f"{made}.", self.caution) if part)


def outcomes_text(outcomes: Sequence[PaperOutcome], done: str) -> str:
    """What of all that was asked for is done: "saved in Papers", "printed on Front desk"."""
    made = [one for one in outcomes if not one.why]
    pages = sum(one.pages for one in made)
    with_pages = f" with {counted(pages, 'page')}" if pages else ""
    missing = len(outcomes) - len(made)
    said = f"{counted(len(made), 'paper')}{with_pages} {done}." if made else f"Nothing {done}."
    return f"{said} {counted(missing, 'paper')} not." if made and missing else said


DRAFT, FOR_PANEL, FOR_HOST = "DRAFT", "FOR THE PANEL", "FOR THE HOST"
REHEARSAL = "REHEARSAL"
"""What every paper of a rehearsal says, across the page and at its head."""


def mark_of(event: Event) -> str:
    """What a paper with anything of the result says across the page, until it is published."""
    if event.is_rehearsal:
        return REHEARSAL
    if event.phase is Phase.PUBLISHED:
        return ""
    return FOR_PANEL if event.phase is Phase.CLOSED else DRAFT


def mark_of_rehearsal(event: Event, mark: str = "") -> str:
    """What any paper of a rehearsal says across the page; of another event, its own `mark`."""
    return REHEARSAL if event.is_rehearsal else mark


def capital_mark(mark: str) -> str:
    """A mark as it stands beside other words: "Draft"."""
    return mark.capitalize()


def mark_text(mark: str) -> str:
    """Why a paper is marked, and what takes the mark away; empty where there is nothing to do."""
    return _MARK_TEXTS.get(mark, "")


_MARK_TEXTS = {
    DRAFT: "Marked “Draft” until the result is published.",
    FOR_PANEL: "Marked “For the panel” until the result is published.",
    REHEARSAL: "Marked “Rehearsal”; the event’s own papers are not.",
}


def marked(stem: str, mark: str) -> str:
    """A file's name with its mark."""
    return f"{stem} - {mark}" if mark else stem


def certificates_title(kind: CertificateKind) -> str:
    """What the choice of these certificates is called."""
    return f"Certificates for {_WHOM[kind]}"


def sheets_title(by: str, *, is_named: bool = True) -> str:
    """What the choice of score sheets by judge or by team is called."""
    return f"Score sheets by {by}{'' if is_named else NOT_NAMED}"


NOT_NAMED, NAMED = ", judges not named", ", judges named"


NO_SHEETS = "There are no score sheets to print. Add teams and judges, or choose another paper."


BLANK_SHEETS_TITLE = "Blank score sheets"


_WHOM: Mapping[CertificateKind, str] = complete(
    {
        CertificateKind.PARTICIPANTS: "participants",
        CertificateKind.TEAMS: "teams",
        CertificateKind.WINNERS: "winning teams",
        CertificateKind.MEMBERS: "each winner",
        CertificateKind.AWARDS: "awards",
        CertificateKind.JUDGES: "judges",
        CertificateKind.MENTORS: "mentors",
        CertificateKind.VOLUNTEERS: "volunteers",
    }
)


def certificates_stem(event: str, kinds: Sequence[CertificateKind]) -> str:
    """What a single file of certificates is called."""
    whom = "all" if len(kinds) == len(CertificateKind) else listed([_WHOM[kind] for kind in kinds])
    return f"{event} - certificates for {whom}"


def sheets_stem(event: str, by: str, *, is_blank: bool, is_named: bool = True) -> str:
    """What a file of score sheets by judge or by team is called."""
    what = "blank score sheets" if is_blank else "score sheets"
    return f"{event} - {what} by {by}{'' if is_named else NOT_NAMED}"


def made_text(files: int, pages: int, folder: str) -> str:
    """What was made, and where."""
    with_pages = f" with {counted(pages, 'page')}" if pages else ""
    return f"{counted(files, 'file')}{with_pages} in {folder}"


def unprintable_text(found: Sequence[Unprintable]) -> str:
    """Which texts hold letters that the faces lack, and which; empty where there is none."""
    texts = tuple(dict.fromkeys(found))
    if not texts:
        return ""
    named = listed([f"“{one.text}” ({' '.join(one.letters)})" for one in texts[:_MOST_NAMED]])
    more = f", and {len(texts) - _MOST_NAMED} more" if len(texts) > _MOST_NAMED else ""
    return (
        f"These names have letters that can’t be printed and show as □: {named}{more}. Spell them "
        "with other letters, or write them by hand."
    )
