"""How an event's certificates look and what they say, as it is kept on the record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from judging_app.domain.ids import TeamId
from judging_app.domain.look import MOST_LOGOS
from judging_app.errors import DeskError


class CertificateKind(Enum):
    """Whom certificates are for."""

    PARTICIPANTS = "participants"
    TEAMS = "teams"
    WINNERS = "winners"
    MEMBERS = "members"
    AWARDS = "awards"
    JUDGES = "judges"
    MENTORS = "mentors"
    VOLUNTEERS = "volunteers"

    @property
    def code(self) -> str:
        """What is typed for it, and what the keys of its certificates begin with."""
        return self.value


class House(Enum):
    """The designs that there are."""

    CLASSIC = "classic"
    MODERN = "modern"
    BOLD = "bold"
    FORMAL = "formal"
    LETTERHEAD = "letterhead"

    @property
    def code(self) -> str:
        """What is typed for it."""
        return self.value


class PaperSize(Enum):
    """The papers that certificates are printed on."""

    A4 = "A4"
    LETTER = "Letter"


class Typeface(Enum):
    """What a certificate is set in: as its design is, or otherwise."""

    OF_DESIGN = "design"
    SERIF = "serif"
    SANS = "sans"


class Alignment(Enum):
    """Where its words stand: as in its design, or otherwise."""

    OF_DESIGN = "design"
    CENTRED = "centred"
    LEFT = "left"


class Placeholder(Enum):
    """What may stand in braces in a text, and is filled in for each certificate."""

    NAME = "name"
    TEAM = "team"
    MEMBERS = "members"
    CHALLENGE = "challenge"
    PLACE = "place"
    AWARD = "award"
    ORGANISATION = "organisation"
    OFFICE = "office"
    EVENT = "event"
    DATE = "date"
    VENUE = "venue"
    SCORE = "score"

    @property
    def code(self) -> str:
        """What is typed for it, in braces."""
        return self.value


LONGEST_WORDS = 400
"""Characters of one text of a certificate."""

MOST_SIGNATURES = 3

_IN_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one kind: placeholders in braces; what is in brackets needs all of its own."""

    kind: CertificateKind
    title: str
    lead: str
    body: str

    def __post_init__(self) -> None:
        for text in (self.title, self.lead, self.body):
            check_words(text)


def check_words(text: str) -> None:
    """Refuse a text that is too long or asks for what there is not.

    Raises:
        DeskError: saying which, and what there is.
    """
    if len(text) > LONGEST_WORDS:
        raise DeskError(f"The text has {len(text)} letters. Shorten it to {LONGEST_WORDS}.")
    known = [placeholder.value for placeholder in Placeholder]
    for name in _IN_BRACES.findall(text):
        if name not in known:
            raise DeskError(f"There is no {{{name}}}. Use one of: {', '.join(known)}.")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture by its code, how high it is, and its place in mm where it has one of its own."""

    picture: str
    height_mm: int = 12
    x_mm: int = 0
    y_mm: int = 0

    @property
    def is_placed(self) -> bool:
        """Whether it has a place of its own, away from where the design puts logos."""
        return bool(self.x_mm or self.y_mm)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs; without a picture there is a line to sign on."""

    name: str = ""
    office: str = ""
    picture: str = ""


SIGNATURES = (Signature(office="Chair of the panel"), Signature(office="For the organisers"))
"""Two lines to sign on, until somebody is named."""


@dataclass(frozen=True, slots=True)
class CertificateDesign:
    """All that an organiser may change; what is empty is as the event or the design has it.

    `words` holds the kinds whose texts were changed. `margin_mm` stays white for printers that
    can't print to the edge. `has_marks` adds the bleed and the marks to cut by. `box_mm` is what a
    letterhead keeps free of words at left, top, right and foot; none is the usual.
    """

    house: House = House.CLASSIC
    size: PaperSize = PaperSize.A4
    is_upright: bool = False
    typeface: Typeface = Typeface.OF_DESIGN
    alignment: Alignment = Alignment.OF_DESIGN
    colour: str = ""
    accent: str = ""
    issuer: str = ""
    words: tuple[Words, ...] = ()
    logos: tuple[Logo, ...] = ()
    signatures: tuple[Signature, ...] = SIGNATURES
    background: str = ""
    has_border: bool = True
    has_seal: bool = True
    margin_mm: int = 0
    has_marks: bool = False
    box_mm: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if len(self.logos) > MOST_LOGOS:
            raise DeskError(f"A certificate has room for {MOST_LOGOS} logos. Remove one.")
        if len(self.signatures) > MOST_SIGNATURES:
            raise DeskError(f"A certificate has room for {MOST_SIGNATURES} signatures. Remove one.")
        for colour in (self.colour, self.accent):
            if colour and not re.fullmatch("#[0-9a-f]{6}", colour):
                raise DeskError(f"“{colour}” isn’t a colour. Write six digits, such as #1d70b8.")
        if self.box_mm and not all(0 <= edge <= WIDEST_EDGE for edge in self.box_mm):
            raise DeskError(f"An edge can’t be that wide. Enter 0 to {WIDEST_EDGE} mm.")
        if not 0 <= self.margin_mm <= WIDEST_MARGIN:
            raise DeskError(f"The white margin can’t be that wide. Enter 0 to {WIDEST_MARGIN} mm.")

    def words_of(self, kind: CertificateKind) -> Words | None:
        """The texts that were written for a kind; `None` where it has the usual ones."""
        return next((words for words in self.words if words.kind is kind), None)

    @property
    def edges_mm(self) -> tuple[int, ...]:
        """What a letterhead keeps free of words at left, top, right and foot."""
        return self.box_mm or ((26, 58, 26, 60) if self.is_upright else (34, 44, 34, 42))

    @property
    def pictures(self) -> frozenset[str]:
        """The codes of all pictures in it."""
        codes = (
            self.background,
            *(logo.picture for logo in self.logos),
            *(signature.picture for signature in self.signatures),
        )
        return frozenset(code for code in codes if code)


WIDEST_MARGIN = 12
WIDEST_EDGE = 70
"""Millimetres that a letterhead may keep at one edge: there is always room for words."""


USUAL = CertificateDesign()
"""The design that nobody has touched."""


@dataclass(frozen=True, slots=True)
class Template:
    """A design that goes from event to event, with its pictures in base64 by their code."""

    design: CertificateDesign
    pictures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Guest:
    """A mentor or a volunteer: nobody whom the day itself needs, and all the more to be thanked."""

    name: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class CertificatePlan:
    """The design with those who are named for certificates alone, left out, or done.

    `left_out` holds the keys of certificates, `done` what they were made as. Of teams that are out,
    it was decided that some get certificates, `out_with`, and some none, `out_without`.
    """

    design: CertificateDesign = USUAL
    mentors: tuple[Guest, ...] = ()
    volunteers: tuple[Guest, ...] = ()
    left_out: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    out_with: tuple[TeamId, ...] = ()
    out_without: tuple[TeamId, ...] = ()


PLAIN = CertificatePlan()
"""An event whose certificates nobody has touched."""
