"""The list for the organiser's own mail program: who gets what, and which files are theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from judging_app.domain.ids import ParticipantId, TeamId
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.people import Participant
from judging_app.present.open_data.sheet import Sheet, SheetColumn, sheet
from judging_app.present.organiser.certificates import (
    LAST_WINNING_PLACE,
    CertificateFacts,
    CertificateRow,
)
from judging_app.present.organiser.papers import marked
from judging_app.present.organiser.score_sheets import place_in_words

MERGE_TITLE = "List for your mail program"
SENT = (CertificateKind.PARTICIPANTS, CertificateKind.MEMBERS)
"""The certificates of a person, each with a column of its own."""


@dataclass(frozen=True, slots=True)
class MergeLine:
    """One person; `certificates` are those of `SENT` by their place among the stems, if any."""

    name: str
    email: str
    team: str
    won: str
    certificates: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class MergeList:
    """Every participant, and for each kind of `SENT` what its files are to be called.

    The stems are all of that kind, in order, for two people of one name have numbered files.
    """

    event: str
    code: str
    lines: tuple[MergeLine, ...]
    stems: tuple[tuple[str, ...], ...]

    def sheet(self, files: Sequence[Sequence[str]]) -> Sheet:
        """As a table, with the names that the files of each kind have."""
        columns = (
            *(SheetColumn("Name", 30), SheetColumn("E-mail", 34), SheetColumn("Team", 24)),
            *(SheetColumn("Won", 40), SheetColumn("Certificate", 50)),
            SheetColumn("Winner’s certificate", 50),
        )
        return sheet(
            "Mail merge",
            columns,
            (
                (
                    *(one.name, one.email, one.team, one.won),
                    *(
                        "" if at is None else names[at]
                        for names, at in zip(files, one.certificates, strict=True)
                    ),
                )
                for one in self.lines
            ),
        )


def merge_list(
    facts: CertificateFacts, rows: Mapping[CertificateKind, Sequence[CertificateRow]], mark: str
) -> MergeList:
    """From the certificates that are made, those of each kind in their order."""
    places = [{row.key: at for at, row in enumerate(rows[kind])} for kind in SENT]
    return MergeList(
        facts.event.title,
        facts.record,
        tuple(_line(facts, person, places) for person in facts.setup.participants),
        tuple(tuple(marked(row.file_stem, mark) for row in rows[kind]) for kind in SENT),
    )


def _line(
    facts: CertificateFacts, person: Participant, places: Sequence[Mapping[str, int]]
) -> MergeLine:
    team = next((one.name for one in facts.setup.teams if one.id == person.team), "")
    return MergeLine(
        person.name,
        person.email,
        team,
        "; ".join(_won(facts, person.team)) if person.team else "",
        tuple(own.get(_key(kind, person.id)) for kind, own in zip(SENT, places, strict=True)),
    )


def _key(kind: CertificateKind, person: ParticipantId) -> str:
    return f"{kind.code}: person {person}"


def _won(facts: CertificateFacts, team: TeamId) -> Iterator[str]:
    """The team's place, if it is a winner's, and its awards."""
    for row in facts.rows:
        if row.team_id == team and row.place and row.place <= LAST_WINNING_PLACE:
            yield place_in_words(row)
    yield from (award.title for award in facts.awards if team in award.teams)


def merge_stem(event: str) -> str:
    """What its files are called."""
    return f"{event} - list for mail"
