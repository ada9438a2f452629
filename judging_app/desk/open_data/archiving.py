"""What is kept of an event in one file."""

from contextlib import suppress

from judging_app.desk.desk import Desk
from judging_app.desk.open_data.bundles import event_data
from judging_app.desk.papers import report_job
from judging_app.desk.record.closing import closing_job
from judging_app.domain.event import Reader
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError
from judging_app.present.open_data.job import ArchiveJob
from judging_app.present.open_data.kinds import DataChoice
from judging_app.present.organiser.papers import PaperJob


def archive_job(desk: Desk, actor: Actor) -> ArchiveJob:
    """The event, all of its data, and those of its last papers that there are."""
    desk.require_trust()
    data = event_data(desk, actor, DataChoice(Reader.ORGANISER))
    papers: list[PaperJob] = []
    for job in (report_job, closing_job):
        with suppress(DeskError):
            papers.append(job(desk, actor))
    path = desk.file.path
    return ArchiveJob(path.name, desk.file.content(), desk.event().title, tuple(papers), data)
