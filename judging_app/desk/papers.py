"""What the papers say, for the organiser: rows that an export can print without the event."""

from enum import Enum
from typing import TypeAlias

from judging_app.desk.ballots import all_ballots
from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.desk.standings import declared_standings
from judging_app.domain.roles import Actor
from judging_app.present.blank_sheets import BlankSheet, blank
from judging_app.present.certificates import CertificateKind, CertificateRow, certificates
from judging_app.present.score_sheets import JudgeSheet, TeamSheet, by_judge, by_team


class SheetKind(Enum):
    """How score sheets are cut."""

    JUDGE = "judge"
    TEAM = "team"
    BLANK = "blank"


AnySheet: TypeAlias = JudgeSheet | TeamSheet | BlankSheet

_TELLS_PLACES = frozenset({CertificateKind.WINNERS, CertificateKind.ALL})


def certificate_rows(desk: Desk, actor: Actor, kind: CertificateKind) -> tuple[CertificateRow, ...]:
    """One row a certificate, with places by the declared method where the kind has any.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
        MethodError: if places are wanted and the method gives none on these ballots.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    standings = declared_standings(desk) if kind in _TELLS_PLACES else ()
    return certificates(kind, desk.event(), desk.setup(), standings, record=desk.record_code())


def sheet_rows(desk: Desk, actor: Actor, kind: SheetKind) -> tuple[AnySheet, ...]:
    """One row a score sheet.

    Raises:
        NotAllowedError: for anybody but the organiser.
    """
    ballots = all_ballots(desk, actor).values()
    event, setup, record = desk.event(), desk.setup(), desk.record_code()
    match kind:
        case SheetKind.JUDGE:
            return by_judge(event, setup, ballots, record=record)
        case SheetKind.TEAM:
            return by_team(event, setup, ballots, record=record)
        case SheetKind.BLANK:
            return blank(event, setup, ballots, record=record)
