"""Standings of any number of teams, as the projector is given them."""

from collections.abc import Sequence
from fractions import Fraction

from judging_app.domain.event import Audience, BoardForm, Method, Scene
from judging_app.domain.ids import TeamId
from judging_app.present.result.standings import StandingRow, StandingsView
from judging_app.present.wall.board import board_words
from judging_app.present.wall.showing import WallView

LONG = "The Very Long-Winded Department for Environment, Food and Rural Affairs Team"


def board_view(
    order: Sequence[int],
    form: BoardForm = BoardForm.FULL,
    *,
    names: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> WallView:
    """The board with the teams in this `order`; a team without a name is called by its number."""
    rows = tuple(_row(place, team, len(order), names) for place, team in enumerate(order, 1))
    standings = StandingsView(
        "Tech Connect", Method.MEAN, Audience.PUBLIC, Fraction(100), "of 100", rows, ""
    )
    words = board_words(standings, form, notes)
    return WallView(
        Scene.STANDINGS,
        title=words.title,
        lines=words.lines,
        foot="Tech Connect",
        clock_text="14:32",
        form=form,
        pages=words.pages,
        spoken=words.spoken,
    )


def _row(place: int, team: int, count: int, names: Sequence[str]) -> StandingRow:
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
        ballots=7,
        expected=8,
        ballots_text="7 of 8 ballots",
    )
