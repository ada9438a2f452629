"""Every paper that the desk gives can be written, and holds nothing but values."""

from dataclasses import replace
from pathlib import Path

import pytest

from judging_app.desk import papers, reveal, scoring
from judging_app.desk.desk import Desk
from judging_app.desk.papers import OFFERED, OfferedPaper
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.export.papers import write_paper
from judging_app.present.organiser.certificates import CertificateKind
from judging_app.present.organiser.papers import PaperJob
from tests.desk.small_event import ADA, submit_all


@pytest.fixture
def published(desk: Desk) -> Desk:
    submit_all(desk)
    scoring.close_scoring(desk, ORGANISER)
    reveal.plan_reveal(desk, HOST, RevealKind.LAST_TO_FIRST)
    scoring.publish(desk, ORGANISER)
    return desk


@pytest.mark.parametrize("paper", OFFERED, ids=lambda paper: paper.title)
def test_every_paper_that_is_offered_can_be_written_without_the_event(
    published: Desk, tmp_path: Path, paper: OfferedPaper
) -> None:
    job = paper.job(published, ORGANISER)
    published.close()

    written = write_paper(job, tmp_path / "papers")

    assert written.pages
    assert [path.stem for path in written.files] == [job.stem]


def test_the_script_and_a_take_away_can_be_written_too(published: Desk, tmp_path: Path) -> None:
    jobs = (papers.script_job(published, HOST), papers.take_away_job(published, ADA))

    assert all(write_paper(job, tmp_path).pages for job in jobs)


@pytest.mark.parametrize("paper", OFFERED, ids=lambda paper: paper.title)
def test_those_papers_go_into_a_file_each_that_are_offered_so(
    published: Desk, tmp_path: Path, paper: OfferedPaper
) -> None:
    job = replace(paper.job(published, ORGANISER), is_single_file=False)

    written = write_paper(job, tmp_path)

    assert (len(written.files) > 1) == (paper.may_be_apart and written.pages > 1)


def test_the_titles_of_the_papers_are_all_different() -> None:
    assert len({paper.title for paper in OFFERED}) == len(OFFERED)


def test_certificates_that_tell_places_come_with_a_caution_until_they_are_published(
    desk: Desk,
) -> None:
    submit_all(desk)
    winners = papers.certificates_job(desk, ORGANISER, CertificateKind.WINNERS)

    assert winners.caution.startswith("Scoring isn't closed")
    assert papers.certificates_job(desk, ORGANISER, CertificateKind.TEAMS).caution == ""


def test_rows_that_no_paper_is_drawn_from_are_a_bug(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="no paper is drawn from tuple"):
        write_paper(PaperJob((), "nothing"), tmp_path)
