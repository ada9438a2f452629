"""What is sent after the day: the list for a mail program, and certificates as pictures."""

from dataclasses import replace

from judging_app.desk.certificates.making import certificate_source
from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError
from judging_app.present.organiser.certificate_selection import EVERYONE, chosen
from judging_app.present.organiser.merge_list import SENT, merge_list, merge_stem
from judging_app.present.organiser.papers import (
    CertificatePictures,
    Certificates,
    PaperJob,
    mark_of,
)

NOBODY = "There is nobody to write to yet. Add people first."


def merge_job(desk: Desk, actor: Actor) -> PaperJob:
    """Everybody with their e-mail, team, what they won, and the names of their files."""
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    source = certificate_source(desk, actor, (*SENT, CertificateKind.AWARDS))
    facts, mark = source.facts, mark_of(desk.event())
    if not facts.setup.participants:
        raise DeskError(NOBODY)
    rows = {kind: chosen(source.rows(kind, facts.plan), EVERYONE, facts.plan) for kind in SENT}
    stem = merge_stem(facts.event.title)
    return PaperJob(merge_list(facts, rows, mark), stem, source.caution)


def pictures_job(desk: Desk, actor: Actor) -> PaperJob:
    """Every certificate as a picture."""
    kinds = tuple(CertificateKind)
    return as_pictures(certificate_source(desk, actor, kinds).job(*kinds))


def as_pictures(job: PaperJob) -> PaperJob:
    """The same certificates, a picture of each in place of a page."""
    if not isinstance(job.rows, Certificates):
        raise TypeError("only certificates are made into pictures")
    return replace(job, rows=CertificatePictures(job.rows))
