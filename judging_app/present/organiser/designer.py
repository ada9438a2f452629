"""What the certificate designer shows: kinds with their counts, names to try, and its words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from judging_app.closed_sets import complete
from judging_app.domain.papers.certificates import (
    Alignment,
    CertificateDesign,
    CertificateKind,
    CertificatePlan,
    Guest,
    House,
    PaperSize,
    Placeholder,
    Typeface,
    Words,
)
from judging_app.errors import DeskError
from judging_app.present.organiser.certificate_selection import EVERYONE, OutTeam, Selection, chosen
from judging_app.present.organiser.certificate_words import USUAL_WORDS
from judging_app.present.organiser.certificates import CertificateRow
from judging_app.present.organiser.papers import mark_text
from judging_app.words import counted

HOUSE_WORDS: Mapping[House, str] = complete(
    {
        House.CLASSIC: "Classic",
        House.MODERN: "Modern",
        House.BOLD: "Bold",
        House.FORMAL: "Formal",
        House.LETTERHEAD: "Letterhead",
    }
)
KIND_WORDS: Mapping[CertificateKind, str] = complete(
    {
        CertificateKind.PARTICIPANTS: "Participants",
        CertificateKind.TEAMS: "Teams",
        CertificateKind.WINNERS: "Winning teams",
        CertificateKind.MEMBERS: "Members of winning teams",
        CertificateKind.AWARDS: "Awards",
        CertificateKind.JUDGES: "Judges",
        CertificateKind.MENTORS: "Mentors",
        CertificateKind.VOLUNTEERS: "Volunteers",
    }
)
SIZE_WORDS: Mapping[PaperSize, str] = complete({PaperSize.A4: "A4", PaperSize.LETTER: "Letter"})
TYPEFACE_WORDS: Mapping[Typeface, str] = complete(
    {
        Typeface.OF_DESIGN: "As designed",
        Typeface.SERIF: "With serifs",
        Typeface.SANS: "Without serifs",
    }
)
ALIGNMENT_WORDS: Mapping[Alignment, str] = complete(
    {
        Alignment.OF_DESIGN: "As designed",
        Alignment.CENTRED: "Centred",
        Alignment.LEFT: "From the left",
    }
)
PLACEHOLDER_WORDS: Mapping[Placeholder, str] = complete(
    {
        Placeholder.NAME: "Name",
        Placeholder.TEAM: "Team",
        Placeholder.MEMBERS: "Members",
        Placeholder.CHALLENGE: "Challenge",
        Placeholder.PLACE: "Place",
        Placeholder.AWARD: "Award",
        Placeholder.ORGANISATION: "Organisation",
        Placeholder.OFFICE: "Office",
        Placeholder.EVENT: "Event",
        Placeholder.DATE: "Date",
        Placeholder.VENUE: "Venue",
        Placeholder.SCORE: "Score",
    }
)
BOX_WORDS = ("At the left", "At the top", "At the right", "At the foot")
"""What a letterhead keeps free of words, in the order of a design's edges."""

EVERYONE_KEY, UNDONE_KEY, SHOWN_KEY = "everyone", "undone", "shown"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Whose a certificate is, what to know of it, whether it is made, and may be left out."""

    key: str
    words: str
    is_made: bool
    is_open: bool = True


def person_rows(rows: Sequence[CertificateRow], plan: CertificatePlan) -> tuple[PersonRow, ...]:
    """Everyone who could get a certificate of a kind."""
    made = {row.key for row in chosen(rows, EVERYONE, plan)}
    return tuple(
        PersonRow(
            row.key,
            _told_of(row, plan),
            row.key in made,
            not row.is_out or row.team_id in plan.out_with,
        )
        for row in rows
    )


def _told_of(row: CertificateRow, plan: CertificatePlan) -> str:
    team = "" if row.team == row.name else row.team
    out = "out" if row.is_out else ""
    done = "done" if row.done_as in plan.done else ""
    return " · ".join(part for part in (row.name, team, out, done) if part)


def whom_choices(
    rows: Sequence[CertificateRow], plan: CertificatePlan
) -> tuple[tuple[str, str], ...]:
    """Whom certificates can be made for now, by a key and in words with their count."""
    every = chosen(rows, EVERYONE, plan)
    undone = chosen(rows, Selection(is_undone_only=True), plan)
    teams = dict.fromkeys((row.team_id, row.team) for row in every if row.team_id)
    return (
        (EVERYONE_KEY, f"Everyone · {len(every)}"),
        (UNDONE_KEY, f"Not done yet · {len(undone)}"),
        (SHOWN_KEY, "Only the one shown"),
        *(
            (str(team), f"{name} · {sum(row.team_id == team for row in every)}")
            for team, name in teams
        ),
    )


def rows_for(
    whom: str, rows: Sequence[CertificateRow], plan: CertificatePlan
) -> tuple[CertificateRow, ...]:
    """The certificates of those for whom they are to be made; to show one, everyone's."""
    if whom == UNDONE_KEY:
        return chosen(rows, Selection(is_undone_only=True), plan)
    every = chosen(rows, EVERYONE, plan)
    return tuple(row for row in every if row.team_id == whom) or every


def left_out(
    plan: CertificatePlan, people: Sequence[PersonRow], made: Collection[str]
) -> CertificatePlan:
    """The plan by which, of these people, only those whose keys are `made` get a certificate."""
    keys = {person.key for person in people if person.is_open}
    others = [key for key in plan.left_out if key not in keys]
    return replace(plan, left_out=(*others, *sorted(keys - set(made))))


def out_question(team: OutTeam) -> str:
    """What is asked once about a team that is out."""
    return f"{team.name} is out. Make its {counted(team.count, 'certificate')} all the same?"


@dataclass(frozen=True, slots=True)
class TriedNames:
    """Which rows show best whether all fit; places in the rows."""

    shortest: int
    longest: int
    hardest: int


def tried_names(rows: Sequence[CertificateRow]) -> TriedNames:
    """The shortest and longest name, and the one with most marks and other scripts."""
    places = range(len(rows))

    def length(place: int) -> int:
        return len(rows[place].name)

    def hardness(place: int) -> tuple[int, int]:
        name = rows[place].name
        return sum(ord(letter) > _LATIN for letter in name), sum(not c.isascii() for c in name)

    return TriedNames(min(places, key=length), max(places, key=length), max(places, key=hardness))


_LATIN = 0x24F


def words_of(design: CertificateDesign, kind: CertificateKind) -> Words:
    """The texts of a kind as they are now."""
    return design.words_of(kind) or USUAL_WORDS[kind]


def with_words(words: tuple[Words, ...], changed: Words) -> tuple[Words, ...]:
    """The texts of all kinds with those of one changed; the usual ones aren't kept."""
    others = tuple(one for one in words if one.kind is not changed.kind)
    return others if changed == USUAL_WORDS[changed.kind] else (*others, changed)


def guests_text(guests: Sequence[Guest]) -> str:
    """A person a line, the office after a comma."""
    return "\n".join(", ".join(part for part in (one.name, one.office) if part) for one in guests)


def guests_of(text: str) -> tuple[Guest, ...]:
    """Whom `guests_text` told."""
    lines = (line.partition(",") for line in text.splitlines() if line.strip(" ,"))
    return tuple(Guest(name.strip(), office.strip()) for name, _, office in lines)


def save_words(count: int) -> str:
    """What the button says that makes them."""
    return f"Save {counted(count, 'certificate')}…" if count else "Save certificates…"


def printed_text(pages: int) -> str:
    """What was sent to a printer."""
    return f"{counted(pages, 'certificate')} printed."


def ready_text(kind: CertificateKind, count: int, mark: str = "") -> str:
    """That all of a kind can be made as they are, and any mark; or why there is none yet."""
    if count:
        made = counted(count, "certificate")
        more = mark_text(mark) or "Nothing needs changing."
        return f"{made}: every name fits, no letter is missing. {more}"
    match kind:
        case CertificateKind.WINNERS | CertificateKind.MEMBERS:
            return "Nobody has a place yet."
        case CertificateKind.AWARDS:
            return "No award has been given yet."
        case CertificateKind.MENTORS | CertificateKind.VOLUNTEERS:
            return "Nobody is named yet. Type the names in the designer, under “Who”."
        case CertificateKind.PARTICIPANTS | CertificateKind.TEAMS | CertificateKind.JUDGES:
            return "There is nobody in this event yet."


def checked_words(kind: CertificateKind, title: str, lead: str, body: str) -> Words | str:
    """The texts that were typed, or what is wrong with them."""
    try:
        return Words(kind, title, lead, body)
    except DeskError as refusal:
        return str(refusal)
