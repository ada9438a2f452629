"""The papers: who may have each, what it says, and that it can be written."""

from csv import DictReader
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from judging_app.desk import ballots, decisions, papers, reveal, scoring, standings
from judging_app.desk.certificates import arranging, making
from judging_app.desk.desk import Desk
from judging_app.desk.handing_out import sending
from judging_app.desk.handing_out.gallery import OFFERED, OfferedPaper
from judging_app.desk.papers import report_rows, take_away
from judging_app.desk.scoring import close_scoring, publish
from judging_app.domain.acts import Refuse, act_name
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Audience, Method
from judging_app.domain.ids import AwardId
from judging_app.domain.papers.certificates import CertificateKind, CertificatePlan, Guest
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from judging_app.errors import EventFileError, MethodError, NotAllowedError
from judging_app.export.papers import drawn, write_paper
from judging_app.present.contrast import TEXT
from judging_app.present.leaves.leaf import Leaf, Leaves
from judging_app.present.organiser.merge_list import SENT
from judging_app.present.organiser.papers import Filing, PaperJob
from tests.desk.small_event import (
    ADA,
    BO,
    CY,
    HERON,
    IMPACT,
    J1,
    J2,
    J3,
    LANTERN,
    PERCH,
    submit_all,
    submit_wholly,
)
from tests.export.measured import printed
from tests.export.structure import check_headings_and_tables, check_told

PAGED = [paper for paper in OFFERED if not paper.no_page]
HEADS = ("Certificate", "Winner’s certificate")


@pytest.fixture
def finished(desk: Desk) -> Desk:
    submit_all(desk)
    scoring.close_scoring(desk, ORGANISER)
    choice = Award(AwardId("A1"), "People’s choice", AwardKind.PEOPLE)
    decisions.declare_award(desk, ORGANISER, choice)
    decisions.decide_award(desk, ORGANISER, AwardId("A1"), (PERCH,), "They clapped.")
    thanked = CertificatePlan(mentors=(Guest("Imani"),), volunteers=(Guest("Jo"),))
    arranging.arrange(desk, ORGANISER, thanked)
    reveal.plan_reveal(desk, HOST, RevealKind.LAST_TO_FIRST)
    scoring.publish(desk, ORGANISER)
    return desk


@pytest.mark.parametrize("paper", PAGED, ids=lambda paper: paper.title)
def test_every_paper_that_is_offered_can_be_written_without_the_event(
    finished: Desk, tmp_path: Path, paper: OfferedPaper
) -> None:
    job = paper.job(finished, ORGANISER)
    finished.close()

    written = write_paper(job, tmp_path / "papers")

    assert written.pages
    assert [path.stem for path in written.files] == [job.stem]


@pytest.mark.parametrize("how", [Filing.ONE_FILE, Filing.ONE_EACH], ids=lambda how: how.value)
@pytest.mark.parametrize("paper", PAGED, ids=lambda paper: paper.title)
def test_every_paper_tells_software_that_reads_out_all_that_is_on_it(
    finished: Desk, paper: OfferedPaper, how: Filing
) -> None:
    job = replace(paper.job(finished, ORGANISER), filing=how)

    for one in drawn(job):
        check_told(one.paper.content)
        check_headings_and_tables(one.paper.content)


@pytest.mark.parametrize("paper", PAGED, ids=lambda paper: paper.title)
def test_every_paper_can_be_read_in_its_three_sizes(finished: Desk, paper: OfferedPaper) -> None:
    job = replace(paper.job(finished, ORGANISER), filing=Filing.ONE_FILE)

    for one in drawn(job):
        found = [*printed(one.paper.content)]
        assert {line.text: line.contrast for line in found if line.contrast < TEXT} == {}
        if isinstance(job.rows, Leaves):
            sizes = [{line.size for line in found if line.page == at} for at in range(1, 99)]
            assert max(map(len, sizes)) <= 3
            assert min(set().union(*sizes)) >= 10


def test_the_script_and_a_take_away_can_be_written_too(finished: Desk, tmp_path: Path) -> None:
    jobs = (papers.script_job(finished, HOST), papers.take_away_job(finished, ADA))

    assert all(write_paper(job, tmp_path).pages for job in jobs)


@pytest.mark.parametrize("paper", PAGED, ids=lambda paper: paper.title)
def test_those_papers_go_into_a_file_each_that_are_offered_so(
    finished: Desk, tmp_path: Path, paper: OfferedPaper
) -> None:
    job = replace(paper.job(finished, ORGANISER), filing=Filing.ONE_EACH)

    written = write_paper(job, tmp_path)

    assert (len(written.files) > 1) == (paper.may_be_apart and written.pages > 1)


def test_a_folder_a_team_holds_all_that_is_the_team_s_whatever_paper_it_is_from(
    finished: Desk, tmp_path: Path
) -> None:
    jobs = (
        papers.feedback_job(finished, ORGANISER),
        papers.sheets_job(finished, ORGANISER, papers.SheetOrder.TEAM),
        making.certificates_job(finished, ORGANISER, CertificateKind.TEAMS),
        making.certificates_job(finished, ORGANISER, CertificateKind.JUDGES),
    )

    for job in jobs:
        write_paper(papers.filed(finished, job, Filing.TEAM_FOLDERS), tmp_path / "papers")

    folders = {path.name: path for path in (tmp_path / "papers").iterdir() if path.is_dir()}
    assert set(folders) == {team.name for team in finished.setup().teams}
    assert {len([*path.iterdir()]) for path in folders.values()} == {3}
    beside = [path for path in (tmp_path / "papers").iterdir() if path.is_file()]
    assert len(beside) == len(finished.setup().judges)


@pytest.mark.parametrize(
    "filing", [Filing.ONE_FILE, Filing.TEAM_FOLDERS], ids=lambda how: how.value
)
def test_everything_in_one_folder_has_a_file_for_all_that_was_made(
    finished: Desk, tmp_path: Path, filing: Filing
) -> None:
    made = [
        file
        for paper in OFFERED
        for file in write_paper(
            papers.filed(
                finished,
                paper.job(finished, ORGANISER),
                filing if paper.may_be_apart else Filing.ONE_FILE,
            ),
            tmp_path / "papers",
        ).files
    ]

    assert len(set(made)) == len(made)


def test_two_teams_whose_names_make_one_folder_s_have_one_each(tmp_path: Path) -> None:
    leaves = tuple(Leaf(name, "Day", name, "", (), team=name) for name in ("A/B", "A:B"))
    job = PaperJob(Leaves("Sheets", "Day", leaves), "sheets", filing=Filing.TEAM_FOLDERS)

    job = replace(job, teams=("A/B", "A:B"))
    alone = replace(job, rows=Leaves("Sheets", "Day", leaves[1:]))

    both, second = (write_paper(one, tmp_path / str(at)) for at, one in enumerate((job, alone)))

    assert [path.parent.name for path in both.files] == ["A_B", "A_B (2)"]
    assert [path.parent.name for path in second.files] == ["A_B (2)"]


def test_the_list_for_mail_names_the_files_that_are_written_and_what_each_person_won(
    finished: Desk, tmp_path: Path
) -> None:
    for kind in SENT:
        job = replace(making.certificates_job(finished, ORGANISER, kind), filing=Filing.ONE_EACH)
        write_paper(job, tmp_path / "certificates")

    csv, xlsx = write_paper(sending.merge_job(finished, ORGANISER), tmp_path / "list").files

    rows = list(DictReader(csv.read_text("utf-8-sig").splitlines()))
    named = {name for row in rows for head in HEADS if (name := row[head])}
    assert named == {path.name for path in (tmp_path / "certificates").iterdir()}
    won = {(row["Team"], row["Won"]) for row in rows}
    assert ("Perch", "2nd place; People’s choice") in won
    assert [row["E-mail"] for row in rows] == [one.email for one in finished.setup().participants]
    (page,) = CalamineWorkbook.from_path(xlsx).sheet_names
    table = CalamineWorkbook.from_path(xlsx).get_sheet_by_name(page).to_python()
    assert table == [[*rows[0]], *([*row.values()] for row in rows)]


def test_every_certificate_is_a_picture_of_its_own(finished: Desk, tmp_path: Path) -> None:
    job = sending.pictures_job(finished, ORGANISER)
    rows = making.certificate_rows(finished, ORGANISER, *CertificateKind)

    written = write_paper(job, tmp_path)

    sizes = []
    for path in written.files:
        with Image.open(path) as picture:
            sizes.append((picture.format, picture.size))
    assert sizes == [("PNG", (1600, 1132))] * len(rows)
    assert written.files[0].stem == rows[0].file_stem


def test_the_titles_of_the_papers_are_all_different() -> None:
    assert len({paper.title for paper in OFFERED}) == len(OFFERED)


def test_certificates_that_tell_places_come_with_a_caution_until_they_are_published(
    desk: Desk,
) -> None:
    submit_all(desk)
    winners = making.certificates_job(desk, ORGANISER, CertificateKind.WINNERS)

    assert winners.caution.startswith("Scoring isn’t closed")
    assert making.certificates_job(desk, ORGANISER, CertificateKind.TEAMS).caution == ""


def test_rows_that_no_paper_is_drawn_from_are_a_bug(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="no paper is drawn from tuple"):
        write_paper(PaperJob((), "nothing"), tmp_path)


@pytest.mark.parametrize("actor", [ADA, HOST, SCORER], ids=["judge", "host", "scorer"])
def test_while_scores_come_in_only_the_organiser_has_the_report_and_a_refusal_is_recorded(
    desk: Desk, actor: Actor
) -> None:
    submit_all(desk)

    assert report_rows(desk, ORGANISER).places
    with pytest.raises(NotAllowedError):
        report_rows(desk, actor)
    assert desk.entries()[-1].act == act_name(Refuse)


def test_once_scoring_is_closed_the_host_has_the_report_without_single_ballots(
    desk: Desk,
) -> None:
    submit_all(desk)
    close_scoring(desk, ORGANISER)
    before = desk.entries()

    told, whole = report_rows(desk, HOST), report_rows(desk, ORGANISER)

    assert replace(told, given=whole.given) == whole
    assert told.given.means == whole.given.means
    assert (told.given.totals, told.given.spread) == ((), None)
    assert whole.given.totals
    assert whole.given.spread
    assert desk.entries() == before


@pytest.mark.parametrize("actor", [ADA, SCORER], ids=["judge", "scorer"])
def test_a_judge_and_a_scorer_never_have_the_report(desk: Desk, actor: Actor) -> None:
    submit_all(desk)
    close_scoring(desk, ORGANISER)
    publish(desk, ORGANISER)

    with pytest.raises(NotAllowedError):
        report_rows(desk, actor)


def test_the_report_says_the_declared_methods_result_and_its_code_beside_the_records(
    desk: Desk,
) -> None:
    submit_all(desk)
    view = standings.view(desk, ORGANISER, Audience.PANEL)

    told = report_rows(desk, ORGANISER)

    assert [(one.team, one.score) for one in told.places] == [
        (row.team, row.score_text) for row in view.rows
    ]
    assert (told.result, told.record) == (standings.result_line(desk), desk.record_code())
    assert told.ballots == "9 of 9 ballots submitted."
    assert "any place may still change" in told.status


def test_a_published_result_says_so(desk: Desk) -> None:
    submit_all(desk)
    close_scoring(desk, ORGANISER)
    publish(desk, ORGANISER)

    assert report_rows(desk, ORGANISER).status == "Published."


def test_a_gap_is_told_with_the_reason_for_closing_over_it(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    ballots.recuse(desk, HOST, J1, PERCH, "Mentors the team.")
    open_told = report_rows(desk, ORGANISER)
    close_scoring(desk, HOST, "The hall closes at six.")

    told = report_rows(desk, HOST)

    assert told.findings.closed_because == "The hall closes at six."
    assert open_told.findings.closed_because == ""
    assert told.ballots == "1 of 9 ballots submitted; 7 not started and 1 recused."
    assert told.uncounted[0].reason == "Mentors the team."


def test_a_reason_given_without_a_gap_is_not_told_as_one(desk: Desk) -> None:
    submit_all(desk)
    close_scoring(desk, HOST, "All in.")

    assert report_rows(desk, HOST).findings.closed_because == ""


def test_the_panels_order_is_announced_and_what_the_scores_give_beside_it(desk: Desk) -> None:
    submit_all(desk)
    close_scoring(desk, ORGANISER)
    decisions.decide_order(desk, ORGANISER, [[HERON], [LANTERN]], "The boldest.")

    told = report_rows(desk, ORGANISER)

    assert [(one.team, one.place, one.by_scores) for one in told.places] == [
        ("Heron", "1", "3"),
        ("Lantern", "2", "1"),
        ("Perch", "3", "2"),
    ]
    assert told.findings.decisions[0].reason == "The boldest"


def test_decisions_are_told_in_their_order_and_one_that_was_replaced_says_so(desk: Desk) -> None:
    submit_all(desk)
    decisions.set_penalty(desk, HOST, PERCH, Fraction(1), "Late.")
    decisions.set_penalty(desk, HOST, PERCH, Fraction(2), "Very late.")

    first, second = report_rows(desk, ORGANISER).findings.decisions

    assert (first.what, first.stands) == ("1 point taken off Perch", False)
    assert (second.what, second.stands) == ("2 points taken off Perch", True)


def test_a_method_that_gives_no_result_is_refused_by_name(desk: Desk) -> None:
    submit_all(desk)
    decisions.declare_method(desk, ORGANISER, Method.TRIMMED, reason="The test says so.")

    with pytest.raises(MethodError, match="Lantern"):
        report_rows(desk, ORGANISER)


@pytest.fixture
def published(desk: Desk) -> Desk:
    """Three ballots for one team and two for another; one score was moderated."""
    for judge, impact in ((J1, 3), (J2, 8), (J3, 10)):
        submit_wholly(desk, judge, LANTERN, impact)
    for judge, impact in ((J1, 4), (J2, 9)):
        submit_wholly(desk, judge, PERCH, impact)
    scoring.close_scoring(desk, ORGANISER, "The test says so.")
    decisions.agree_score(desk, ORGANISER, J1, LANTERN, IMPACT, 9, "Talked over.")
    scoring.publish(desk, ORGANISER)
    return desk


def test_it_holds_what_the_judge_gave_and_not_what_was_agreed_later(published: Desk) -> None:
    lantern = take_away(published, ADA).teams[0]

    assert (lantern.lines[0].own, lantern.lines[0].mean) == ("3", "7.00")


def test_each_judge_has_their_own(published: Desk) -> None:
    found = {
        actor.key: [team.lines[0].own for team in take_away(published, actor).teams]
        for actor in (ADA, BO, CY)
    }

    assert found == {"judge:J1": ["3", "4"], "judge:J2": ["8", "9"], "judge:J3": ["10"]}


def test_no_other_judge_is_named_and_no_single_score_of_theirs_is_told(published: Desk) -> None:
    said = repr(take_away(published, ADA))

    assert "Bo Lund" not in said
    assert "Cy Orr" not in said
    assert "'8'" not in said
    assert "'9'" not in said
    assert [line.mean for line in take_away(published, ADA).teams[1].lines] == ["–", "–"]


@pytest.mark.parametrize("actor", [ORGANISER, HOST, SCORER], ids=lambda actor: actor.key)
def test_nobody_but_a_judge_has_one(published: Desk, actor: Actor) -> None:
    with pytest.raises(NotAllowedError):
        take_away(published, actor)

    assert published.entries()[-1].act == "refuse"


def test_there_is_none_before_the_result_is_published(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    with pytest.raises(NotAllowedError):
        take_away(desk, ADA)

    assert desk.entries()[-1].act == "refuse"


def test_a_published_result_taken_back_takes_it_back_too(published: Desk) -> None:
    scoring.amend(published, ORGANISER, "A sheet was missing.", "The panel")

    with pytest.raises(NotAllowedError):
        take_away(published, ADA)


def test_a_changed_file_gives_none(published: Desk) -> None:
    published.file.db.execute("UPDATE score SET steps = 1 WHERE judge = 'J2'")
    assert published.verification().findings

    with pytest.raises(EventFileError, match="was changed after it was recorded"):
        take_away(published, ADA)
