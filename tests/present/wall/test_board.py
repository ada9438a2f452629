from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.event import Audience, BoardForm, Method
from judging_app.domain.ids import TeamId
from judging_app.present.result.remarks import BY_PANEL, JUST_AHEAD
from judging_app.present.result.standings import NO_PLACE, StandingRow, StandingsView
from judging_app.present.wall.board import (
    MANY_DEEP,
    ONE_PAGE,
    board_of,
    board_row,
    foot_of,
    with_moves,
)
from judging_app.present.wall.faces import Board, WallRow

_TOLD = StandingRow(
    team_id=TeamId("T0"),
    place=3,
    is_tied=False,
    place_text="3",
    team="Team Perch",
    score=Fraction(7471, 100),
    score_text="74.71",
    exact_text="7471/100",
    ballots=8,
    expected=8,
    ballots_text="8 of 8 ballots",
)
_UNTOLD = replace(_TOLD, place=None, place_text="", score=None, score_text="", exact_text="")
_FEW = replace(_TOLD, team_id=TeamId("T9"), ballots=7, ballots_text="7 of 8 ballots")


def _standings(*rows: StandingRow, method: Method = Method.MEAN) -> StandingsView:
    return StandingsView("Tech Connect", method, Audience.PUBLIC, Fraction(100), "of 100", rows, "")


def _many(count: int, name: str = "Team Perch") -> StandingsView:
    rows = (replace(_TOLD, team_id=TeamId(f"T{n}"), team=name) for n in range(count))
    return _standings(*rows)


def _placed(order: str) -> Board:
    """Teams of one letter each, best first."""
    rows = (
        replace(_TOLD, team_id=TeamId(team), team=team, place=n, place_text=str(n))
        for n, team in enumerate(order, 1)
    )
    return board_of(_standings(*rows))


def _rows(board: Board) -> list[WallRow]:
    return [row for page in board.pages for row in page.rows]


@given(st.integers(0, 200), st.sampled_from(BoardForm))
def test_turning_the_pages_reaches_every_team_exactly_once_and_in_order(
    count: int, form: BoardForm
) -> None:
    pages = board_of(_many(count), form).pages

    shown = [row.team_id for page in pages for row in page.rows]
    assert shown == [TeamId(f"T{n}") for n in range(count)]


@given(st.integers(1, 200), st.sampled_from(BoardForm))
def test_no_page_is_too_full_or_lonely(count: int, form: BoardForm) -> None:
    pages = board_of(_many(count), form).pages

    sizes = [len(page.rows) for page in pages]
    assert max(sizes) <= (ONE_PAGE if len(pages) == 1 else 2 * MANY_DEEP)
    assert max(sizes) - min(sizes) <= 1


@given(st.permutations(range(30)), st.integers(1, 5))
def test_another_order_of_the_same_teams_never_moves_a_page_break(
    order: list[int], words: int
) -> None:
    names = [f"Team {'Neighbourhoods ' * (n % words)}{n}" for n in range(30)]
    rows = [replace(_TOLD, team_id=TeamId(f"T{n}"), team=names[n]) for n in range(30)]

    one, other = (board_of(_standings(*each)) for each in (rows, [rows[n] for n in order]))

    assert [len(page.rows) for page in one.pages] == [len(page.rows) for page in other.pages]


def test_longer_names_make_shorter_pages() -> None:
    short, long = (
        board_of(_many(60, name)).pages[0].rows for name in ("Perch", "Neighbourhoods " * 6)
    )

    assert len(long) < len(short)


def test_a_page_says_which_of_all_teams_are_on_it_only_among_others() -> None:
    one, many = board_of(_many(20)).pages, board_of(_many(60)).pages

    assert [(page.label, page.page_text) for page in one] == [("", "")]
    assert [page.label for page in many][:2] == ["1 to 15 of 60", "16 to 30 of 60"]
    assert many[-1].page_text == "Page 4 of 4"


def test_a_screen_reader_hears_which_page_stands_and_its_teams() -> None:
    pages = board_of(_many(60), head="Standings").pages

    assert pages[1].spoken.startswith("Standings. Page 2 of 4. 3 Team Perch 74.71; ")
    assert pages[1].spoken.count("Team Perch") == 15


@pytest.mark.parametrize(
    ("place_text", "mark", "heard"),
    [("=3", "3=", "joint 3 Team Perch"), (NO_PLACE, NO_PLACE, "no place Team Perch")],
)
def test_a_screen_reader_hears_signs_as_words(place_text: str, mark: str, heard: str) -> None:
    (page,) = board_of(_standings(replace(_TOLD, place_text=place_text))).pages

    assert page.rows[0].place_text == mark
    assert heard in page.spoken


def test_places_alone_hold_no_score_and_no_count_of_ballots() -> None:
    view = _standings(_TOLD, _FEW)

    text = repr(board_of(view, BoardForm.PLACES)) + foot_of(view, BoardForm.PLACES)

    assert "Team Perch" in text
    assert "place_text='3'" in text
    assert not any(secret in text for secret in ("74.71", "7471", "Fraction", "of 8", "of 100"))


@pytest.mark.parametrize("form", BoardForm)
def test_what_is_not_told_is_in_no_form(form: BoardForm) -> None:
    (row,) = board_of(_standings(_UNTOLD), form).pages[0].rows

    assert (row.place_text, row.score_text, row.note, row.is_top) == ("", "", "", False)
    assert foot_of(_standings(_UNTOLD), form) == ""


def test_the_usual_number_of_ballots_is_said_once_and_only_fewer_ones_in_the_row() -> None:
    view = _standings(_TOLD, _FEW)

    notes = [(row.note, row.brief) for row in _rows(board_of(view))]
    assert notes == [("", ""), ("7 of 8 ballots", "7 ballots")]
    assert foot_of(view) == "Mean out of 100, of all 8 ballots unless the row says fewer"
    assert foot_of(_standings(_TOLD)) == "Mean out of 100, of all 8 ballots"


def test_while_nobody_has_all_ballots_the_most_that_a_team_has_are_the_usual_ones() -> None:
    six = replace(_TOLD, ballots=6, ballots_text="6 of 8 ballots")
    five = replace(_FEW, ballots=5, ballots_text="5 of 8 ballots")
    view = _standings(six, five)

    assert [row.note for row in _rows(board_of(view))] == ["", "5 ballots"]
    assert foot_of(view) == "Mean out of 100, of 6 ballots unless the row says fewer"


@pytest.mark.parametrize(
    ("row", "said", "briefly"),
    [
        (replace(_FEW, place_note=BY_PANEL), "decided by the panel", "by the panel"),
        (replace(_FEW, place_note=JUST_AHEAD), "ahead by less than 0.01", "just ahead"),
        (
            replace(_FEW, place_note="tie settled by head to head"),
            "tie settled by head to head",
            "by tie-break",
        ),
        (replace(_FEW, penalty=Fraction(7, 2)), "3.5 points off", "3.5 points off"),
    ],
)
def test_a_place_that_does_not_follow_from_the_score_says_why_beside_it(
    row: StandingRow, said: str, briefly: str
) -> None:
    shown = board_row(row, usual=8)

    assert (shown.note, shown.brief) == (said, briefly)


@pytest.mark.parametrize("form", BoardForm)
def test_a_team_that_is_out_has_its_word_beside_its_name_and_no_place(form: BoardForm) -> None:
    out = replace(_UNTOLD, place_text="disqualified", remarks=("disqualified",))

    (page,) = board_of(_standings(_TOLD, out), form).pages

    row = page.rows[1]
    assert (row.place_text, row.note, row.brief) == (NO_PLACE, "disqualified", "disqualified")
    assert "disqualified Team Perch" in page.spoken


def test_a_board_without_teams_has_no_page() -> None:
    assert board_of(_standings()).pages == ()


@pytest.mark.parametrize(
    ("method", "line"),
    [
        (Method.MEAN, "Mean out of 100, of all 8 ballots"),
        (Method.RANK, "Mean rank, lower is better, of all 8 ballots"),
        (Method.RANK_POINTS, "Rank points, of all 8 ballots"),
        (Method.MAJORITY, "Majority place, lower is better, of all 8 ballots"),
    ],
)
def test_what_the_scores_count_is_named_once(method: Method, line: str) -> None:
    assert foot_of(_standings(_TOLD, method=method)) == line


def test_the_first_three_places_are_marked() -> None:
    marked = [row.team for row in _rows(_placed("abcde")) if row.is_top]

    assert marked == ["a", "b", "c"]


def test_a_new_order_marks_who_rose_and_who_fell_by_places_and_in_words() -> None:
    moved = with_moves(_placed("abcd").pages, _placed("cabd"))

    assert [(row.team, row.moved, row.moved_text) for row in _rows(moved)] == [
        ("c", 2, "up 2"),
        ("a", -1, "down 1"),
        ("b", -1, "down 1"),
        ("d", 0, ""),
    ]


def test_the_same_order_keeps_the_marks_and_the_next_one_has_its_own() -> None:
    first = with_moves(_placed("abc").pages, _placed("bac"))

    assert with_moves(first.pages, _placed("bac")) == first
    assert [row.moved for row in _rows(with_moves(first.pages, _placed("bca")))] == [0, 1, -1]


def test_a_joint_place_moves_nobody_who_keeps_their_number() -> None:
    tied = _placed("ab")
    page = tied.pages[0]
    joint = replace(
        tied,
        pages=(replace(page, rows=tuple(replace(row, place_text="1=") for row in page.rows)),),
    )

    assert [row.moved for row in _rows(with_moves(tied.pages, joint))] == [0, 1]


@pytest.mark.parametrize("others", ["ab", "abd"])
def test_other_teams_or_a_frozen_board_have_no_marks(others: str) -> None:
    now = _placed("bac")

    assert with_moves(_placed(others).pages, now) == now
    frozen = replace(now, is_frozen=True)
    assert with_moves(_placed("abc").pages, frozen) == frozen
