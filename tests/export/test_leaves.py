from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import pytest
from pypdf import PdfReader

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, Level, Rubric
from judging_app.domain.setup import Setup
from judging_app.errors import OutputError
from judging_app.export.leaves.drawing import each_leaf, leaves
from judging_app.export.pdf import Paper
from judging_app.present.leaves.leaf import (
    Block,
    Cell,
    Column,
    Leaf,
    Leaves,
    Lines,
    Row,
    Table,
    Type,
    Words,
    figures,
    plain_row,
)
from judging_app.present.organiser.blank_sheets import blank
from judging_app.present.organiser.score_sheets import by_judge, by_team
from judging_app.present.organiser.sheet_facts import SheetFacts
from tests.builders import set_up
from tests.export.stopping import StoppedError, stop
from tests.export.told import missing

LEAF = Leaf("Sheet J1", "Tech Connect", "Olwen", "HMRC", (Words("Well argued."),), "Result 7")


def paper(*sheets: Leaf) -> Paper:
    return leaves(Leaves("Score sheets", "Tech Connect", sheets, none="There are none."))


def texts(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(content), strict=True).pages]


def day(teams: int, judges: int, criteria: int, title: str = "Impact") -> SheetFacts:
    rubric = Rubric(
        tuple(
            Criterion(CriterionId(f"c{n}"), f"{title} {n}", Fraction(10)) for n in range(criteria)
        )
    )
    setup = set_up(
        teams=tuple(Team(TeamId(f"T{n}"), f"Team {n}") for n in range(teams)),
        rubric=rubric,
        judges=tuple(Judge(JudgeId(f"J{n}"), f"Judge {n} Featherstone") for n in range(judges)),
    )
    scores = {one.id: 7 for one in rubric.judged}
    given = [
        Ballot(judge.id, team.id, BallotState.SUBMITTED, scores)
        for judge in setup.judges
        for team in setup.teams
    ]
    return SheetFacts(Event("Tech Connect"), setup, given)


def with_levels(setup: Setup, levels: Sequence[str]) -> Setup:
    known = tuple(Level(1 + 3 * at, text) for at, text in enumerate(levels))
    criteria = tuple(replace(one, levels=known) for one in setup.rubric.criteria)
    return replace(setup, rubric=Rubric(criteria))


def test_every_page_names_its_sheet_and_counts_the_sheets_pages() -> None:
    long = replace(LEAF, id="Sheet J2", blocks=(Words("Well argued."),) * 90)

    one, *others = texts(paper(LEAF, long).content)

    assert "Page 1 of 1" in one
    assert len(others) > 1
    for number, text in enumerate(others, 1):
        assert f"Page {number} of {len(others)}" in text
        assert text.count("Sheet J2") == 2
        assert "Result 7" in text


def test_each_may_have_a_file_of_its_own() -> None:
    rows = Leaves("Score sheets", "Tech Connect", (LEAF, replace(LEAF, id="Sheet J2")))

    named = list(each_leaf(rows))

    assert [stem for stem, _ in named] == ["Sheet J1 - Olwen", "Sheet J2 - Olwen"]
    assert all("Page 1 of 1" in texts(one.content)[0] for _, one in named)


def test_a_long_comment_goes_on_over_the_page_and_no_word_is_lost() -> None:
    comment = " ".join(f"word{number}" for number in range(5000))

    drawn = paper(replace(LEAF, blocks=(Words(comment),)))

    printed = " ".join(texts(drawn.content)).split()
    assert drawn.pages > 2
    assert {word for word in printed if word.startswith("word")} == set(comment.split())


@pytest.mark.parametrize(("teams", "pages"), [(6, 1), (20, 1), (60, 2)])
def test_a_judge_has_two_pages_at_most_for_sixty_teams(teams: int, pages: int) -> None:
    sheets = by_judge(day(teams, 1, 10))

    drawn = texts(paper(*sheets).content)

    assert len(drawn) == pages
    assert sum(text.count("70.00") for text in drawn) == teams + 1


def test_a_team_has_all_of_thirty_judges_on_one_page() -> None:
    (text,) = texts(paper(*by_team(day(1, 30, 10))).content)

    assert all(f"Judge {number} Featherstone" in text for number in range(30))


def test_heads_that_are_too_long_to_turn_are_numbered_and_told_below() -> None:
    facts = day(20, 1, 10, "A wording that is far too long for any head of a column " * 3)

    text = " ".join(" ".join(texts(paper(*by_judge(facts)).content)).split())

    assert " ".join(facts.rubric.judged[9].title.split()) in text


def test_a_table_that_goes_over_the_page_repeats_its_heading() -> None:
    columns = (Column("Place", 20), Column("Who"))
    table = Table(columns, tuple(plain_row(str(at), "Somebody") for at in range(90)))

    pages = texts(paper(replace(LEAF, blocks=(table,))).content)

    assert len(pages) > 2
    assert all("Place" in page for page in pages)


def test_figures_have_their_points_below_each_other() -> None:
    column = figures("Score", 30)
    rows = tuple(Row((Cell("x"), Cell(text))) for text in ("7", "10", "6.25"))
    content = paper(replace(LEAF, blocks=(Table((Column(), column), rows),))).content
    ends: dict[str, float] = {}

    def visit(text: str, _cm: object, tm: Sequence[float], *_: object) -> None:
        if text.strip() in ("7", "10", "6.25"):
            ends[text.strip()] = tm[4]

    PdfReader(BytesIO(content)).pages[0].extract_text(visitor_text=visit)

    assert ends["7"] == pytest.approx(ends["6.25"], abs=0.01)
    assert ends["10"] < ends["7"]


@pytest.mark.parametrize("title", ["W" * 200, "<img src='/etc/passwd'/> & " * 7])
def test_long_and_hostile_titles_print_as_text(title: str) -> None:
    facts = day(3, 2, 12, title)
    sheets = (
        replace(LEAF, title=title, subtitle=title, event=title),
        *by_judge(facts),
        *by_team(facts),
        *(one.leaf for one in blank(facts.event, facts.setup)),
    )

    text = "".join("".join(texts(paper(*sheets).content)).split())

    assert "".join(title.split()) in text


@pytest.mark.parametrize(
    "levels", [["Poor", "Fair", "Good"], ["A long text of what it means to reach this. " * 4] * 4]
)
def test_a_blank_sheet_has_its_code_its_boxes_its_levels_and_lines_to_sign(
    levels: list[str],
) -> None:
    facts = day(1, 1, 5)
    (sheet,) = blank(facts.event, with_levels(facts.setup, levels))

    text = " ".join(" ".join(texts(paper(sheet.leaf).content)).split())

    for expected in ("J0-T0", "Judge: Judge 0", "Impact 4", "1 2 3 4 5", "Signed by the judge"):
        assert expected in text
    assert text.count(" ".join(levels[0].split())) == 5 * levels.count(levels[0])


def test_comments_that_have_no_room_go_on_the_next_page_and_the_first_says_so() -> None:
    blocks: tuple[Block, ...] = (*[Words("Well argued.")] * 33, Lines(("For the team",)))

    first, second = texts(paper(replace(LEAF, blocks=blocks)).content)

    assert "comments on the next page" in first
    assert "For the team" in second


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    for before in range(30, 45):
        blocks = (
            *[Words("Well argued.")] * before,
            Words("Comments", Type.HEADING),
            Words("The last of them."),
        )
        pages = texts(paper(replace(LEAF, blocks=blocks)).content)
        assert all(("Comments" in page) == ("The last of them" in page) for page in pages)


def test_what_can_not_be_printed_is_reported() -> None:
    table = Table((Column(),), (Row((Cell("龘"),), below="靐"),))

    drawn = paper(replace(LEAF, blocks=(Words("龘龘"), table)))

    assert set(drawn.unprintable) == {*missing("龘龘", "龘", "靐")}


def test_two_runs_write_the_same_bytes() -> None:
    sheets = (*by_judge(day(20, 2, 5)), *by_team(day(3, 20, 5)))

    assert paper(*sheets).content == paper(*sheets).content


def test_only_the_applications_own_faces_are_in_a_file() -> None:
    assert b"Helvetica" not in paper(LEAF).content


def test_no_sheet_at_all_is_said() -> None:
    with pytest.raises(OutputError, match="There are none"):
        paper()


def test_work_that_is_stopped_gives_no_paper() -> None:
    with pytest.raises(StoppedError):
        leaves(Leaves("Score sheets", "Tech Connect", (LEAF,)), progress=stop)
