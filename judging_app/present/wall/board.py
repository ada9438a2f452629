"""The rows and pages of the standings as the room reads them, in each form of the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.event import BoardForm
from judging_app.domain.ids import TeamId
from judging_app.present.result.remarks import BY_MAJORITY, BY_PANEL, JUST_AHEAD
from judging_app.present.result.standings import NO_PLACE, StandingRow, StandingsView
from judging_app.present.wall.paging import paged
from judging_app.present.words.methods import METHOD_WORDS

ONE_COLUMN = 10
"""Rows that are at full size, one below the other."""

TWO_COLUMNS = 24
"""Rows that a page takes in two columns without the type falling under 1/36 of the height."""

STRIP_ROWS = 8
"""Rows that a page takes over the lowest third of the picture."""


@dataclass(frozen=True, slots=True)
class WallRow:
    """One team on the board; `share` of the full total is the length of its bar, 0 to 1.

    `ballots_brief` is the count alone, "7 of 8", for where the words would crowd out the name.
    """

    team_id: TeamId
    place_text: str
    team: str
    score_text: str
    ballots_text: str
    share: Fraction | None
    ballots_brief: str = ""


@dataclass(frozen=True, slots=True)
class WallPage:
    """The rows that are on the board together; `spoken` is the page for a screen reader."""

    rows: tuple[WallRow, ...]
    label: str
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class BoardWords:
    """Everything that the standings scene says."""

    title: str
    lines: tuple[str, ...]
    pages: tuple[WallPage, ...]
    spoken: str


def board_words(
    standings: StandingsView, form: BoardForm = BoardForm.FULL, notes: Sequence[str] = ()
) -> BoardWords:
    """The standings in the form that the host has chosen.

    `notes` are further lines beside the title, such as when the standings were frozen. In the
    form `PLACES` no row holds a score, so that nothing that paints it can let one out.
    """
    any_told = any(row.score is not None for row in standings.rows)
    title = "Standings" if any_told else "The teams"
    lines = (_method_line(standings, form) if any_told else _untold_line(standings), *notes)
    head = ". ".join((title, *lines))
    most = STRIP_ROWS if form is BoardForm.LOWER_THIRD else TWO_COLUMNS
    pages = tuple(
        WallPage(
            tuple(board_row(row, standings, form) for row in rows),
            label,
            _spoken((head, f"Page {label}" if label else ""), rows, form),
        )
        for rows, label in paged(standings.rows, most)
    )
    return BoardWords(title, lines, pages, _spoken((head,), standings.rows, form))


def board_row(
    row: StandingRow, standings: StandingsView, form: BoardForm = BoardForm.FULL
) -> WallRow:
    """One line of `standings`; only a score in points is a share of the full total.

    A team that is out has its word where the others have their ballots, for in the column of
    places "disqualified" would leave no width to the names. So has one whose place doesn't follow
    from its score: who decided it.
    """
    has_scores = form is not BoardForm.PLACES
    out = row.place_text if row.place is None and row.place_text != NO_PLACE else ""
    return WallRow(
        row.team_id,
        NO_PLACE if out else row.place_text,
        row.team,
        row.score_text if has_scores else "",
        out or row.audience_note or (row.ballots_text if has_scores else ""),
        _share(row, standings) if has_scores else None,
        out or _brief(row) or (f"{row.ballots} of {row.expected}" if has_scores else ""),
    )


def _brief(row: StandingRow) -> str:
    return _BRIEF.get(row.audience_note, "by tie-break" if row.place_note else row.audience_note)


_BRIEF = {BY_PANEL: "by the panel", JUST_AHEAD: "just ahead", BY_MAJORITY: "by majority"}


def _share(row: StandingRow, standings: StandingsView) -> Fraction | None:
    if row.score is None or METHOD_WORDS[standings.method].unit:
        return None
    return min(max(row.score / standings.full_total, Fraction(0)), Fraction(1))


def _method_line(standings: StandingsView, form: BoardForm) -> str:
    """Says "By the mean, of 100"; where no score is shown, not what scores are out of."""
    words = METHOD_WORDS[standings.method]
    about = words.unit.partition(", ")[2] if words.unit else standings.full_total_text
    parts = (f"By {words.in_sentence}", "" if form is BoardForm.PLACES else about)
    return ", ".join(part for part in parts if part)


def _untold_line(standings: StandingsView) -> str:
    return "Places are announced at the reveal" if standings.rows else "There are no teams yet"


def _spoken(heads: Sequence[str], rows: Sequence[StandingRow], form: BoardForm) -> str:
    teams = "; ".join(_spoken_row(row, form) for row in rows)
    return ". ".join(part for part in (*heads, teams) if part)


def _spoken_row(row: StandingRow, form: BoardForm) -> str:
    place = "no place" if row.place_text == NO_PLACE else row.place_text.replace("=", "joint ")
    score = "" if form is BoardForm.PLACES else row.score_text
    return " ".join(part for part in (place, row.team, score, row.audience_note) if part)
