"""What the papers say, for the organiser: rows that an export can print without the event."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias

from judging_app.desk.ballots import all_ballots
from judging_app.desk.desk import Desk
from judging_app.desk.editions import record_line
from judging_app.desk.receipts import every_receipt
from judging_app.desk.report import closed_because
from judging_app.desk.rights import Sight
from judging_app.desk.scoring import accounted, owed_ballots
from judging_app.desk.standings import declared_standings
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Phase
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.reconciliation import BallotPart
from judging_app.domain.roles import Actor
from judging_app.present.organiser.blank_sheets import BlankSheet, blank
from judging_app.present.organiser.certificates import CertificateKind, CertificateRow, certificates
from judging_app.present.organiser.handling import Handled, Handling
from judging_app.present.organiser.score_sheets import JudgeSheet, TeamSheet, by_judge, by_team
from judging_app.present.scorer.sheet_ids import ballot_code, team_codes
from judging_app.words import counted


class SheetOrder(Enum):
    """How score sheets are put together."""

    JUDGE = "judge"
    TEAM = "team"


AnySheet: TypeAlias = JudgeSheet | TeamSheet | BlankSheet

TELLS_PLACES = frozenset({CertificateKind.WINNERS, CertificateKind.ALL})
"""The certificates that name a place."""


def caution(desk: Desk, kind: CertificateKind) -> str:
    """What to know before certificates that name a place leave the room; empty if nothing."""
    phase = desk.event().phase
    if kind not in TELLS_PLACES or phase is Phase.PUBLISHED:
        return ""
    if phase is Phase.CLOSED:
        return "The result isn't published yet, and these certificates tell places. Keep them back."
    owed = owed_ballots(desk)
    still = f", and {counted(len(owed), 'ballot')} still owed" if owed else ""
    return f"Scoring isn't closed{still}: the places on these certificates may still change."


def certificate_rows(desk: Desk, actor: Actor, kind: CertificateKind) -> tuple[CertificateRow, ...]:
    """One row a certificate, with places by the declared method where the kind has any.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
        MethodError: if places are wanted and the method gives none on these ballots.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    standings = declared_standings(desk) if kind in TELLS_PLACES else ()
    record = record_line(desk)
    return certificates(kind, desk.event(), desk.setup(), standings, record=record)


def sheet_rows(desk: Desk, actor: Actor, by: SheetOrder) -> tuple[AnySheet, ...]:
    """One row a filled score sheet.

    Raises:
        NotAllowedError: for anybody but the organiser.
    """
    ballots = all_ballots(desk, actor)
    make = by_judge if by is SheetOrder.JUDGE else by_team
    return make(
        desk.event(),
        desk.setup(),
        ballots.values(),
        record=record_line(desk),
        handled=_handled(desk, ballots),
        closing_reason=closed_because(desk),
    )


def _handled(desk: Desk, ballots: Mapping[tuple[JudgeId, TeamId], Ballot]) -> Handled:
    """The receipt of every submitted ballot, and who keyed it if it was on paper."""
    return {
        key: Handling(letters, (ballots[key].keyed_by,) if ballots[key].keyed_by else ())
        for key, letters in every_receipt(desk).items()
    }


def blank_sheet_rows(desk: Desk, actor: Actor, by: SheetOrder) -> tuple[BlankSheet, ...]:
    """A blank sheet for each ballot owed; where none is, for each that was or will be in.

    So a team that is out has none, and neither has a ballot whose sheet is being keyed already.

    Raises:
        NotAllowedError: for anybody but the organiser.
    """
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    setup, found = desk.setup(), accounted(desk)
    ballots = found.of(BallotPart.OWED) or found.of(BallotPart.IN, BallotPart.BEING_KEYED)
    wanted = {ballot_code(setup, *ballot) for ballot in ballots}
    every = blank(desk.event(), setup, record=record_line(desk))
    sheets = tuple(sheet for sheet in every if sheet.id in wanted)
    if by is SheetOrder.JUDGE:
        return sheets
    places = {code: place for place, code in enumerate(team_codes(setup).values())}
    return tuple(sorted(sheets, key=lambda sheet: (places[sheet.id.rpartition("-")[2]], sheet.id)))
