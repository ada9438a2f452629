"""A judge's take-away on paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from judging_app.export.leaves.drawing import leaves
from judging_app.present.judge.take_away import (
    WHY_FEWEST,
    TakeAway,
    TakeAwayLine,
    TakeAwayTeam,
    take_away_leaves,
)
from tests.export.stopping import StoppedError, stop

LONG = "Changes how the service works for everyone who uses it and for those who run it, " * 2
ROWS = TakeAway(
    event="Tech Connect",
    judge="Zoë Ó Sé",
    title="Your scores: Zoë Ó Sé",
    severity="On average, you gave the same teams 2.25 points fewer than the panel.",
    spread="Your totals differ by about 9.12 points (standard deviation).",
    why=WHY_FEWEST,
    teams=tuple(
        TakeAwayTeam(
            f"Team {at}",
            "8 ballots",
            (TakeAwayLine("Impact", "7", "6.25"), TakeAwayLine(LONG, "5", "–")),
            TakeAwayLine("Total", "62.00 of 100", "71.50"),
        )
        for at in range(30)
    ),
    record="Record 7K2M-QX3F-9B4T-HW6C",
)


def words_of(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def test_every_figure_of_every_team_is_on_it() -> None:
    paper = leaves(take_away_leaves(ROWS))
    said = words_of(paper.content)

    assert all(team.team in said for team in ROWS.teams)
    assert said.count("62.00 of 100") == 30
    assert said.count("6.25") == 30
    assert ROWS.severity in said
    assert "Record 7K2M-QX3F-9B4T-HW6C" in said
    assert paper.pages > 1
    assert paper.unprintable == ()


def test_no_teams_block_is_torn_apart() -> None:
    pages = PdfReader(BytesIO(leaves(take_away_leaves(ROWS)).content)).pages
    told = [page.extract_text() for page in pages]

    assert all(page.count("Yours") == page.count("62.00 of 100") for page in told)


def test_it_is_the_same_to_the_byte_from_run_to_run() -> None:
    assert leaves(take_away_leaves(ROWS)).content == leaves(take_away_leaves(ROWS)).content


def test_a_cancelled_one_is_not_made() -> None:
    with pytest.raises(StoppedError):
        leaves(take_away_leaves(ROWS), progress=stop)
