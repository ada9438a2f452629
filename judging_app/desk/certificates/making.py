"""What certificates say: whom they are for, and the places and awards that they tell."""

from collections.abc import Collection
from dataclasses import replace

from judging_app.desk.certificates.arranging import pictures, plan
from judging_app.desk.desk import Desk
from judging_app.desk.events import look
from judging_app.desk.result import announced, basis
from judging_app.desk.rights import Sight
from judging_app.desk.scoring import owed_ballots
from judging_app.desk.standings import result_line, view
from judging_app.domain.event import Audience, Phase
from judging_app.domain.papers.certificates import CertificateKind, CertificatePlan, Template
from judging_app.domain.roles import Actor
from judging_app.present.organiser.certificates import (
    EVERYONE,
    AwardGiven,
    CertificateFacts,
    CertificateRow,
    Selection,
    certificates,
    chosen,
    occasion,
)
from judging_app.present.organiser.papers import (
    Certificates,
    PaperJob,
    certificates_stem,
    mark_of,
)
from judging_app.store import decision_rows
from judging_app.tally.awards import award_results
from judging_app.words import counted

TELLS_PLACES = frozenset({CertificateKind.WINNERS, CertificateKind.MEMBERS, CertificateKind.AWARDS})
"""The certificates that name a place or an award."""


def caution(desk: Desk, *kinds: CertificateKind) -> str:
    """What to know before certificates that name a place leave the room; empty if nothing."""
    phase = desk.event().phase
    if TELLS_PLACES.isdisjoint(kinds) or phase is Phase.PUBLISHED:
        return ""
    if phase is Phase.CLOSED:
        return (
            "The result isn’t published yet, and these certificates show places. "
            "Don’t hand them out yet."
        )
    owed = owed_ballots(desk)
    still = f", and {counted(len(owed), 'ballot')} still to come" if owed else ""
    return f"Scoring isn’t closed{still}. The places on these certificates may still change."


def _facts(
    desk: Desk, actor: Actor, kinds: Collection[CertificateKind], tried: CertificatePlan | None
) -> CertificateFacts:
    """All that certificates of these kinds follow from, with places by the declared method.

    They are as the event has arranged them, or as is only `tried`, off the record.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    tells = not TELLS_PLACES.isdisjoint(kinds)
    return CertificateFacts(
        desk.event(),
        desk.recorded_setup(),
        tried or plan(desk),
        view(desk, actor, Audience.PANEL).rows if tells else (),
        _awards(desk) if CertificateKind.AWARDS in kinds else (),
        frozenset(one.team for one in decision_rows.exclusions(desk.file.db)),
        result_line(desk),
    )


def _awards(desk: Desk) -> tuple[AwardGiven, ...]:
    db = desk.file.db
    decided = decision_rows.award_decisions(db)
    results = award_results(basis(desk), announced(desk), decision_rows.awards(db), decided)
    return tuple(AwardGiven(one.award.id, one.award.title, tuple(one.teams)) for one in results)


def certificate_rows(
    desk: Desk, actor: Actor, *kinds: CertificateKind, selection: Selection = EVERYONE
) -> tuple[CertificateRow, ...]:
    """One row a certificate, for those who are chosen."""
    found = _facts(desk, actor, kinds, None)
    return chosen(certificates(kinds, found), selection, found.plan)


def certificates_job(
    desk: Desk,
    actor: Actor,
    *kinds: CertificateKind,
    selection: Selection = EVERYONE,
    template: Template | None = None,
    tried: CertificatePlan | None = None,
) -> PaperJob:
    """The certificates of some kinds, for those who are chosen."""
    if template is not None:
        tried = replace(tried or plan(desk), design=template.design)
    found = _facts(desk, actor, kinds, tried)
    rows = chosen(certificates(kinds, found), selection, found.plan)
    kept = {**pictures(desk), **(template.pictures if template else {})}
    appearance = Certificates(rows, occasion(found), found.plan.design, look(desk), kept)
    stem = certificates_stem(found.event.title, kinds)
    return PaperJob(appearance, stem, caution(desk, *kinds), mark=mark_of(found.event.phase))
