"""The rows and pages of the standings as the room reads them, in each form of the board."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from judging_app.domain.event import BoardForm
from judging_app.domain.ids import TeamId
from judging_app.present.result.remarks import BY_MAJORITY, BY_PANEL, JUST_AHEAD
from judging_app.present.result.standings import NO_PLACE, StandingRow, StandingsView
from judging_app.present.wall.faces import Board, WallPage, WallRow
from judging_app.present.wall.paging import paged
from judging_app.present.wall.room_for import COLUMN_LETTERS, HEIGHT, lines_of, rows_deep
from judging_app.present.words.methods import METHOD_WORDS
from judging_app.words import capitalised, counted

ONE_COLUMN = 7
"""Rows that are at full size, one below the other."""

ONE_PAGE = 20
"""Rows that a page takes in two columns if all of them are on it."""

MANY_DEEP = 8
"""Rows of a column where there are more pages than one."""

STRIP_HEIGHT = 264
"""Of the room for rows over the lowest third of the wall, of 1,080 lines."""

TOP = 3
"""The first places, which are marked."""


def board_of(
    standings: StandingsView,
    form: BoardForm = BoardForm.FULL,
    head: str = "",
    frozen: tuple[str, str] = ("", ""),
) -> Board:
    """The standings in the form that the host has chosen; `frozen` says since when and on what.

    In the form `PLACES` no row holds a score, so that nothing that paints it can let one out.
    `head` is what a screen reader hears first.
    """
    usual = usual_ballots(standings)
    rows = tuple(board_row(row, form, usual) for row in standings.rows)
    return Board(pages_of(rows, form, head), form, *frozen, is_frozen=bool(frozen[0]))


def board_row(row: StandingRow, form: BoardForm = BoardForm.FULL, usual: int = 0) -> WallRow:
    """One line of the standings; only what isn't so of all rows has a word in it.

    A team that is out has its word where the others have none, for in the column of places
    "disqualified" would leave no width to the names. So has one whose place doesn't follow from its
    score: who decided it.
    """
    has_scores = form is not BoardForm.PLACES
    out = row.place_text if row.is_out else ""
    few, briefly = "", ""
    if has_scores and row.place is not None and row.ballots < usual:
        few = row.ballots_text if usual == row.expected else counted(row.ballots, "ballot")
        briefly = counted(row.ballots, "ballot")
    return WallRow(
        row.team_id,
        NO_PLACE if out else place_mark(row.place_text),
        row.team,
        row.score_text if has_scores else "",
        out or row.audience_note or few,
        out or _brief(row) or briefly,
        is_top=row.place is not None and row.place <= TOP,
    )


def place_mark(text: str) -> str:
    """A shared place as the wall writes it: "4=", its figure under those of the others."""
    return f"{text[1:]}=" if text.startswith("=") else text


def usual_ballots(standings: StandingsView) -> int:
    """How many ballots stand behind a team unless its row says otherwise."""
    return max((row.ballots for row in standings.rows if row.place is not None), default=0)


def foot_of(standings: StandingsView, form: BoardForm = BoardForm.FULL) -> str:
    """What is true of every row: "Mean out of 100, of all 8 ballots unless the row says fewer"."""
    placed = [row for row in standings.rows if row.place is not None]
    if not placed:
        return ""
    if form is BoardForm.PLACES:
        return f"Places by {METHOD_WORDS[standings.method].in_sentence}"
    usual = usual_ballots(standings)
    is_all = all(usual == row.expected for row in placed)
    fewer = " unless the row says fewer" if any(row.ballots < usual for row in placed) else ""
    return f"{measure_of(standings)}, of {'all ' * is_all}{counted(usual, 'ballot')}{fewer}"


def measure_of(standings: StandingsView) -> str:
    """What the scores are: "Mean out of 100"."""
    words = METHOD_WORDS[standings.method]
    if words.unit:
        return capitalised(words.unit)
    return f"{capitalised(words.in_sentence.removeprefix('the '))} out {standings.full_total_text}"


def pages_of(rows: Sequence[WallRow], form: BoardForm, head: str) -> tuple[WallPage, ...]:
    """Pages so long that a new order of the same teams never moves a break."""
    pages: list[WallPage] = []
    sized = list(paged(rows, _most(rows, form)))
    start = 0
    for number, (some, _) in enumerate(sized, 1):
        is_one = len(sized) == 1
        label = "" if is_one else f"{start + 1} to {start + len(some)} of {len(rows)}"
        page = "" if is_one else f"Page {number} of {len(sized)}"
        spoken = ". ".join(part for part in (head, page, _spoken(some)) if part)
        pages.append(WallPage(tuple(some), label, page, spoken))
        start += len(some)
    return tuple(pages)


def _most(rows: Sequence[WallRow], form: BoardForm) -> int:
    lines = [lines_of(f"{row.team}  {row.brief}".strip(), COLUMN_LETTERS) for row in rows]
    if form is BoardForm.LOWER_THIRD:
        return 2 * rows_deep(lines, STRIP_HEIGHT)
    deep = rows_deep(lines, HEIGHT)
    fits_on_one = len(rows) <= max(min(2 * deep, ONE_PAGE), ONE_COLUMN)
    return len(rows) or 1 if fits_on_one else 2 * min(deep, MANY_DEEP)


def with_moves(before: Sequence[WallPage], after: Board) -> Board:
    """`after`, each row marked with how far it rose or fell since `before`.

    Where the order is the same, the marks that stand there stay.
    """
    old = {row.team_id: row for page in before for row in page.rows}
    now = {row.team_id: row for page in after.pages for row in page.rows}
    if old.keys() != now.keys() or after.is_frozen:
        return after
    stays = all(old[team].place_text == row.place_text for team, row in now.items())
    moves: Mapping[TeamId, int] = {
        team: old[team].moved if stays else _rise(old[team], row) for team, row in now.items()
    }
    return replace(
        after,
        pages=tuple(
            replace(
                page,
                rows=tuple(_moved(row, moves[row.team_id]) for row in page.rows),
            )
            for page in after.pages
        ),
    )


def _rise(before: WallRow, now: WallRow) -> int:
    places = [row.place_text.removesuffix("=") for row in (before, now)]
    return int(places[0]) - int(places[1]) if all(text.isdigit() for text in places) else 0


def _moved(row: WallRow, places: int) -> WallRow:
    if places == row.moved:
        return row
    text = f"{'up' if places > 0 else 'down'} {abs(places)}" if places else ""
    return replace(row, moved=places, moved_text=text)


def _brief(row: StandingRow) -> str:
    return _BRIEF.get(row.audience_note, "by tie-break" if row.place_note else row.audience_note)


_BRIEF = {BY_PANEL: "by the panel", JUST_AHEAD: "just ahead", BY_MAJORITY: "by majority"}


def _spoken(rows: Sequence[WallRow]) -> str:
    return "; ".join(spoken_row(row) for row in rows)


def spoken_row(row: WallRow) -> str:
    """A row as it is heard: "joint 3 Team Perch 74.71"."""
    is_out = row.place_text == NO_PLACE and row.note
    place = "no place" if row.place_text == NO_PLACE else row.place_text
    if place.endswith("="):
        place = f"joint {place[:-1]}"
    parts = (row.note, row.team) if is_out else (place, row.team, row.score_text, row.note)
    return " ".join(part for part in parts if part)
