from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.event import Audience, BoardForm, Method
from judging_app.domain.ids import TeamId
from judging_app.present.result.remarks import BY_PANEL, JUST_AHEAD
from judging_app.present.result.standings import NO_PLACE, StandingRow, StandingsView
from judging_app.present.wall.board import STRIP_ROWS, TWO_COLUMNS, board_words

_TOLD = StandingRow(
    team_id=TeamId("T0"),
    place=3,
    is_tied=False,
    place_text="3",
    team="Team Perch",
    score=Fraction(7471, 100),
    score_text="74.71",
    exact_text="7471/100",
    ballots=7,
    expected=8,
    ballots_text="7 of 8 ballots",
)
_UNTOLD = replace(_TOLD, place=None, place_text="", score=None, score_text="", exact_text="")


def _standings(*rows: StandingRow, method: Method = Method.MEAN) -> StandingsView:
    return StandingsView("Tech Connect", method, Audience.PUBLIC, Fraction(100), "of 100", rows, "")


def _many(count: int) -> StandingsView:
    return _standings(*(replace(_TOLD, team_id=TeamId(f"T{n}")) for n in range(count)))


@given(st.integers(0, 200), st.sampled_from(BoardForm))
def test_turning_the_pages_reaches_every_team_exactly_once_and_in_order(
    count: int, form: BoardForm
) -> None:
    pages = board_words(_many(count), form).pages

    shown = [row.team_id for page in pages for row in page.rows]
    assert shown == [TeamId(f"T{n}") for n in range(count)]


@given(st.integers(1, 200), st.sampled_from(BoardForm))
def test_no_page_is_too_full_or_lonely(count: int, form: BoardForm) -> None:
    most = STRIP_ROWS if form is BoardForm.LOWER_THIRD else TWO_COLUMNS

    sizes = [len(page.rows) for page in board_words(_many(count), form).pages]
    assert max(sizes) <= most
    assert max(sizes) - min(sizes) <= 1


def test_a_page_is_numbered_only_among_others() -> None:
    one, three = board_words(_many(24)).pages, board_words(_many(60)).pages

    assert [page.label for page in one] == [""]
    assert [page.label for page in three] == ["1 of 3", "2 of 3", "3 of 3"]


def test_a_screen_reader_hears_which_page_stands_and_its_teams() -> None:
    words = board_words(_many(60))

    assert words.pages[1].spoken.startswith(
        "Standings. By the mean, of 100. Page 2 of 3. 3 Team Perch 74.71; "
    )
    assert words.pages[1].spoken.count("Team Perch") == 20
    assert words.spoken.count("Team Perch") == 60


@pytest.mark.parametrize(
    ("place_text", "heard"), [("=3", "joint 3 Team Perch"), (NO_PLACE, "no place Team Perch")]
)
def test_a_screen_reader_hears_signs_as_words(place_text: str, heard: str) -> None:
    words = board_words(_standings(replace(_TOLD, place_text=place_text)))

    assert heard in words.spoken


def test_places_alone_hold_no_score_and_no_count_of_ballots() -> None:
    words = board_words(_standings(_TOLD), BoardForm.PLACES)

    text = repr(words)
    assert "Team Perch" in text
    assert "place_text='3'" in text
    assert not any(secret in text for secret in ("74.71", "7471", "Fraction", "of 8", "of 100"))


@pytest.mark.parametrize("form", BoardForm)
def test_what_is_not_told_is_in_no_form(form: BoardForm) -> None:
    words = board_words(_standings(_UNTOLD), form)

    (row,) = words.pages[0].rows
    assert (row.place_text, row.score_text, row.share) == ("", "", None)
    assert words.lines == ("Places are announced at the reveal",)
    assert words.title == "The teams"


@pytest.mark.parametrize(
    ("row", "said", "briefly"),
    [
        (replace(_TOLD, place_note=BY_PANEL), "decided by the panel", "by the panel"),
        (replace(_TOLD, place_note=JUST_AHEAD), "ahead by less than 0.01", "just ahead"),
        (
            replace(_TOLD, place_note="tie settled by head to head"),
            "tie settled by head to head",
            "by tie-break",
        ),
        (replace(_TOLD, penalty=Fraction(7, 2)), "3.5 points off", "3.5 points off"),
    ],
)
def test_a_place_that_does_not_follow_from_the_score_says_why_beside_it(
    row: StandingRow, said: str, briefly: str
) -> None:
    shown = board_words(_standings(row)).pages[0].rows[0]

    assert (shown.ballots_text, shown.ballots_brief) == (said, briefly)


@pytest.mark.parametrize("form", BoardForm)
def test_a_team_that_is_out_has_its_word_beside_its_name_and_no_place(form: BoardForm) -> None:
    out = replace(_UNTOLD, place_text="disqualified", remarks=("disqualified",))

    words = board_words(_standings(_TOLD, out), form)

    row = words.pages[0].rows[1]
    assert (row.place_text, row.ballots_text, row.ballots_brief) == (
        NO_PLACE,
        "disqualified",
        "disqualified",
    )
    assert "disqualified Team Perch" in words.spoken


def test_a_board_without_teams_says_so() -> None:
    words = board_words(_standings())

    assert (words.pages, words.lines) == ((), ("There are no teams yet",))


def test_notes_are_read_and_heard() -> None:
    note = "Standings frozen at 14:02, 31 of 48 ballots"

    words = board_words(_standings(_TOLD), notes=(note,))

    assert words.lines == ("By the mean, of 100", note)
    assert note in words.spoken
    assert note in words.pages[0].spoken


@pytest.mark.parametrize(
    ("method", "line"),
    [
        (Method.MEAN, "By the mean, of 100"),
        (Method.RANK, "By mean rank, lower is better"),
        (Method.RANK_POINTS, "By rank points"),
        (Method.MAJORITY, "By majority placings, lower is better"),
    ],
)
def test_the_method_and_what_its_scores_count_are_named_once(method: Method, line: str) -> None:
    assert board_words(_standings(_TOLD, method=method)).lines == (line,)


@pytest.mark.parametrize("method", Method)
def test_only_a_score_in_points_has_a_bar(method: Method) -> None:
    in_points = {Method.MEAN, Method.ADJUSTED, Method.TRIMMED, Method.MEDIAN}

    (row,) = board_words(_standings(_TOLD, method=method)).pages[0].rows
    assert row.share == (Fraction(7471, 10_000) if method in in_points else None)


@pytest.mark.parametrize(("score", "share"), [(-5, 0), (0, 0), (100, 1), (104, 1)])
def test_a_bar_stays_on_its_track(score: int, share: int) -> None:
    (row,) = board_words(_standings(replace(_TOLD, score=Fraction(score)))).pages[0].rows

    assert row.share == share
