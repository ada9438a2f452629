"""The receipt of a submitted ballot: four letters that belong to this version of it alone.

Whoever has the letters on a card, on a sheet or by heart can tell whether it is still the same
ballot: one that was reopened and submitted again has others.
"""

from collections.abc import Mapping

from judging_app.desk import ballots
from judging_app.desk.desk import Desk
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.journal import receipt as letters
from judging_app.domain.roles import Actor
from judging_app.store.submissions import submitting_digests


def receipt(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId) -> str:
    """The receipt of one ballot; empty unless it is submitted.

    Raises:
        NotAllowedError: for anybody but that judge and the organiser; the attempt is recorded.
        UnknownError: if the event has no such ballot.
    """
    ballots.ballot(desk, actor, judge, team)
    found = submitting_digests(desk.file.db, judge, team)
    return letters(found[judge, team]) if found else ""


def receipts_of(desk: Desk, actor: Actor, judge: JudgeId) -> Mapping[TeamId, str]:
    """The receipts of a judge's submitted ballots.

    Raises:
        NotAllowedError: for anybody but that judge and the organiser; the attempt is recorded.
    """
    ballots.check_may_see(desk, actor, judge, f"receipts of {judge}")
    found = submitting_digests(desk.file.db, judge)
    return {team: letters(digest) for (_, team), digest in found.items()}


def every_receipt(desk: Desk) -> Mapping[tuple[JudgeId, TeamId], str]:
    """The receipt of every submitted ballot; for the desk's own questions, not for a screen."""
    return {key: letters(digest) for key, digest in submitting_digests(desk.file.db).items()}
