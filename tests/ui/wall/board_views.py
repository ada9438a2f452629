"""Standings of any number of teams, as the projector is given them."""

from collections.abc import Sequence
from fractions import Fraction

from judging_app.domain.event import Audience, BoardForm, Method, Scene
from judging_app.domain.ids import TeamId
from judging_app.present.result.standings import StandingRow, StandingsView
from judging_app.present.wall.board import board_of, foot_of
from judging_app.present.wall.faces import Board
from judging_app.present.wall.view import WallView

LONG = "The Very Long-Winded Department for Environment, Food and Rural Affairs Team"


def board_view(
    order: Sequence[int],
    form: BoardForm = BoardForm.FULL,
    *,
    names: Sequence[str] = (),
    frozen: tuple[str, str] = ("", ""),
    ballots: int = 8,
) -> WallView:
    """The board with the teams in this `order`; a team without a name is called by its number."""
    rows = tuple(
        _row(place, team, len(order), names, ballots) for place, team in enumerate(order, 1)
    )
    standings = StandingsView(
        "Tech Connect", Method.MEAN, Audience.PUBLIC, Fraction(100), "of 100", rows, ""
    )
    return WallView(
        Scene.STANDINGS,
        board_of(standings, form, "Standings", frozen),
        title="Standings",
        aside="Tech Connect",
        foot=foot_of(standings, form),
        clock_text="14:32",
        spoken="Standings",
    )


def face_of(view: WallView) -> Board:
    """The board of a view that has one."""
    assert isinstance(view.face, Board)
    return view.face


def _row(place: int, team: int, count: int, names: Sequence[str], ballots: int) -> StandingRow:
    score = Fraction(100 * (count + 1 - place), count + 1)
    return StandingRow(
        team_id=TeamId(f"T{team}"),
        place=place,
        is_tied=False,
        place_text=str(place),
        team=names[team] if team < len(names) else f"Team {team}",
        score=score,
        score_text=f"{float(score):.2f}",
        exact_text=str(score),
        ballots=ballots if place % 2 else 8,
        expected=8,
        ballots_text=f"{ballots if place % 2 else 8} of 8 ballots",
    )
