"""The organiser's papers in the order in which they are offered, each with what it is for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

from judging_app.closed_sets import complete
from judging_app.desk.certificates.making import certificates_job
from judging_app.desk.desk import Desk
from judging_app.desk.handing_out.day_papers import DAY_PAPERS, DayPaper, day_job
from judging_app.desk.handing_out.sending import merge_job, pictures_job
from judging_app.desk.papers import (
    SheetOrder,
    blank_sheets_job,
    feedback_job,
    report_job,
    sheets_job,
)
from judging_app.desk.record.closing import closing_job
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.roles import Actor
from judging_app.present.leaves.feedback import FEEDBACK_TITLE
from judging_app.present.organiser.closing import CLOSING_TITLE
from judging_app.present.organiser.designer import KIND_WORDS
from judging_app.present.organiser.merge_list import MERGE_TITLE
from judging_app.present.organiser.papers import (
    BLANK_SHEETS_TITLE,
    NAMED,
    PICTURES_TITLE,
    PaperJob,
    certificates_title,
    sheets_title,
)
from judging_app.present.organiser.report import REPORT_TITLE


def _certificates(desk: Desk, actor: Actor, kind: CertificateKind) -> PaperJob:
    return certificates_job(desk, actor, kind)


def _exact_report(desk: Desk, actor: Actor) -> PaperJob:
    job = report_job(desk, actor, is_exact=True)
    return replace(job, stem=f"{job.stem}, exact")


def _for_browser(job: Callable[[Desk, Actor], PaperJob]) -> Callable[[Desk, Actor], PaperJob]:
    return lambda desk, actor: replace(job(desk, actor), is_for_browser=True)


class When(Enum):
    """When a paper is wanted."""

    BEFORE = "before"
    ON_THE_DAY = "on the day"
    AFTERWARDS = "afterwards"


WHEN_WORDS: Mapping[When, str] = complete(
    {
        When.BEFORE: "Before",
        When.ON_THE_DAY: "On the day",
        When.AFTERWARDS: "Afterwards",
    }
)


@dataclass(frozen=True, slots=True)
class OfferedPaper:
    """A paper among those to choose from: what it is for in a few words, and when it is wanted.

    `short` is its title where the pages are of that `unit`: "Judges" of certificates. Some may be
    in a file each. One side of the sheet is printed of what is hung up or cut. `no_page` says what
    it is where there is none to be shown or printed.
    """

    title: str
    what_for: str
    when: When
    job: Callable[[Desk, Actor], PaperJob]
    short: str = ""
    unit: str = "page"
    may_be_apart: bool = False
    is_one_sided: bool = False
    no_page: str = ""


def _day_paper(paper: DayPaper, when: When) -> OfferedPaper:
    words = DAY_PAPERS[paper]
    return OfferedPaper(
        words.title,
        words.what_for,
        when,
        partial(_of_day, paper=paper),
        may_be_apart=True,
        is_one_sided=words.is_one_sided,
    )


def _of_day(desk: Desk, actor: Actor, paper: DayPaper) -> PaperJob:
    return day_job(desk, actor, paper)


OFFERED = (
    *(_day_paper(one, When.BEFORE) for one in (DayPaper.JUDGES, DayPaper.TEAMS, DayPaper.NAMES)),
    *(_day_paper(one, When.BEFORE) for one in (DayPaper.RUNNING, DayPaper.SIGNS)),
    OfferedPaper(
        BLANK_SHEETS_TITLE,
        "For judges who score on paper, to be typed in at the scorer’s desk.",
        When.BEFORE,
        blank_sheets_job,
        may_be_apart=True,
    ),
    OfferedPaper(
        CLOSING_TITLE,
        "How scoring was closed, for the panel to sign.",
        When.ON_THE_DAY,
        closing_job,
    ),
    *(
        OfferedPaper(
            certificates_title(kind),
            "To take home and hang up. Design them under “Certificates”.",
            When.AFTERWARDS,
            partial(_certificates, kind=kind),
            short=KIND_WORDS[kind],
            unit="certificate",
            may_be_apart=True,
            is_one_sided=True,
        )
        for kind in CertificateKind
    ),
    *(
        OfferedPaper(
            sheets_title(by, is_named=is_named),
            "Every score and comment, for whoever asks how the result came about.",
            When.AFTERWARDS,
            partial(sheets_job, by=by, is_named=is_named),
            may_be_apart=True,
        )
        for by, is_named in (
            (SheetOrder.JUDGE, True),
            (SheetOrder.TEAM, True),
            (SheetOrder.TEAM, False),
        )
    ),
    *(
        OfferedPaper(
            f"{FEEDBACK_TITLE}{NAMED if is_named else ''}",
            "What the judges wrote for each team, its scores, and what would have moved them.",
            When.AFTERWARDS,
            partial(feedback_job, is_named=is_named),
            may_be_apart=True,
        )
        for is_named in (False, True)
    ),
    _day_paper(DayPaper.WINNERS, When.AFTERWARDS),
    OfferedPaper(
        PICTURES_TITLE,
        "Each as a picture (PNG), to share where nobody opens a PDF.",
        When.AFTERWARDS,
        pictures_job,
        may_be_apart=True,
        no_page="As pictures",
    ),
    OfferedPaper(
        MERGE_TITLE,
        "Who won what, with the e-mail and the names of the files, for your own mail program.",
        When.AFTERWARDS,
        merge_job,
        no_page="For a spreadsheet",
    ),
    OfferedPaper(
        REPORT_TITLE,
        "The winner on one page, then everything behind it, for your files.",
        When.AFTERWARDS,
        report_job,
    ),
    OfferedPaper(
        f"{REPORT_TITLE}, exact",
        "The same with every score as a fraction, for anyone who checks the sums.",
        When.AFTERWARDS,
        _exact_report,
    ),
    *(
        OfferedPaper(
            f"{title}, for a browser",
            "The same words and tables as a web page, to be read aloud or enlarged.",
            When.AFTERWARDS,
            _for_browser(job),
            may_be_apart=True,
            no_page="For a browser",
        )
        for title, job in (
            (REPORT_TITLE, report_job),
            (FEEDBACK_TITLE, feedback_job),
            (sheets_title(SheetOrder.TEAM), partial(sheets_job, by=SheetOrder.TEAM)),
        )
    ),
)
"""The organiser's papers, in the order in which they are offered."""
