"""What certificates say: whom they are for, and the places and awards that they tell."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from judging_app.desk.certificates.arranging import pictures, plan
from judging_app.desk.desk import Desk
from judging_app.desk.events import look
from judging_app.desk.result import announced, basis
from judging_app.desk.rights import Sight
from judging_app.desk.scoring import owed_ballots
from judging_app.desk.standings import result_line, view
from judging_app.domain.event import Audience, Phase
from judging_app.domain.look import EventLook
from judging_app.domain.papers.certificates import CertificateKind, CertificatePlan, Template
from judging_app.domain.roles import Actor
from judging_app.present.organiser.certificate_selection import EVERYONE, Selection, chosen
from judging_app.present.organiser.certificates import (
    AwardGiven,
    CertificateFacts,
    CertificateRow,
    certificates,
    occasion,
)
from judging_app.present.organiser.designer import ready_text
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


@dataclass(frozen=True, slots=True)
class CertificateSource:
    """All that certificates follow from, read once: a preview asks for them at every key."""

    facts: CertificateFacts
    look: EventLook
    pictures: Mapping[str, str]
    caution: str

    def rows(self, kind: CertificateKind, plan: CertificatePlan) -> tuple[CertificateRow, ...]:
        """Every certificate of a kind, whoever gets one."""
        return certificates((kind,), replace(self.facts, plan=plan))

    def job(
        self,
        *kinds: CertificateKind,
        plan: CertificatePlan | None = None,
        selection: Selection = EVERYONE,
    ) -> PaperJob:
        """The certificates of some kinds for those who are chosen, by a plan that is only tried."""
        facts = replace(self.facts, plan=plan) if plan else self.facts
        rows = chosen(certificates(kinds, facts), selection, facts.plan)
        made = Certificates(rows, occasion(facts), facts.plan.design, self.look, self.pictures)
        if len(kinds) == 1 and selection == EVERYONE:
            made = replace(made, none=ready_text(kinds[0], 0))
        stem = certificates_stem(facts.event.title, kinds)
        said = "" if TELLS_PLACES.isdisjoint(kinds) else self.caution
        return PaperJob(made, stem, said, mark=mark_of(facts.event))


def certificate_source(
    desk: Desk, actor: Actor, kinds: Collection[CertificateKind]
) -> CertificateSource:
    """What certificates of these kinds follow from, with places by the declared method."""
    desk.check_sight(actor, Sight.PANEL_RESULT)
    tells = not TELLS_PLACES.isdisjoint(kinds)
    facts = CertificateFacts(
        desk.event(),
        desk.recorded_setup(),
        plan(desk),
        view(desk, actor, Audience.PANEL).rows if tells else (),
        _awards(desk) if CertificateKind.AWARDS in kinds else (),
        frozenset(one.team for one in decision_rows.exclusions(desk.file.db)),
        result_line(desk),
    )
    return CertificateSource(facts, look(desk), pictures(desk), caution(desk, *kinds))


def _awards(desk: Desk) -> tuple[AwardGiven, ...]:
    db = desk.file.db
    decided = decision_rows.award_decisions(db)
    results = award_results(basis(desk), announced(desk), decision_rows.awards(db), decided)
    return tuple(AwardGiven(one.award.id, one.award.title, tuple(one.teams)) for one in results)


def certificate_rows(
    desk: Desk, actor: Actor, *kinds: CertificateKind
) -> tuple[CertificateRow, ...]:
    """One row a certificate, for everyone who gets one."""
    source = certificate_source(desk, actor, kinds)
    return chosen(certificates(kinds, source.facts), EVERYONE, source.facts.plan)


def certificates_job(
    desk: Desk,
    actor: Actor,
    *kinds: CertificateKind,
    selection: Selection = EVERYONE,
    template: Template | None = None,
) -> PaperJob:
    """The certificates of some kinds, for those who are chosen."""
    source = certificate_source(desk, actor, kinds)
    if template is None:
        return source.job(*kinds, selection=selection)
    source = replace(source, pictures={**source.pictures, **template.pictures})
    tried = replace(source.facts.plan, design=template.design)
    return source.job(*kinds, plan=tried, selection=selection)
