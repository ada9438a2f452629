"""not-scored.csv: ballots that will never hold scores, with why."""

from collections.abc import Mapping

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.names import name_key
from judging_app.intake.ballots import BALLOTS, Declarations, Pair, ReadBallot
from judging_app.intake.csv_form import CsvForm
from judging_app.intake.csv_row import Row
from judging_app.intake.csv_table import Table
from judging_app.intake.problems import shown

NOT_SCORED = CsvForm("not-scored.csv", "ballots", ("judge", "team", "why"), is_required=False)

_STATES: Mapping[str, BallotState] = {
    state.value: state for state in (BallotState.RECUSED, BallotState.ABSENT)
}


def read_not_scored(
    table: Table, known: Declarations, scored: Mapping[Pair, ReadBallot]
) -> tuple[Ballot, ...]:
    """Every ballot recused or absent, noting those that are there twice or have scores."""
    ballots: list[Ballot] = []
    rows: dict[Pair, int] = {}
    for row in table.rows:
        pair, state = known.pair(row), _state(row)
        if pair is None:
            continue
        first = rows.setdefault(pair, row.number)
        if first != row.number:
            _refuse_second(row, f"row {first}")
        if pair in scored:
            _refuse_second(row, f"{BALLOTS.file}, row {scored[pair].first.number}")
        if state:
            reason = "No reason given"
            ballots.append(Ballot(*pair, state, reason=reason))
    return tuple(ballots)


def _state(row: Row) -> BallotState | None:
    why = row.filled("why")
    state = _STATES.get(name_key(why))
    if why and state is None:
        row.refuse(
            f"{shown(why)} isn’t a reason that can be used here. Write recused or absent.", "why"
        )
    return state


def _refuse_second(row: Row, place: str) -> None:
    row.refuse(
        f"The ballot from judge {row.text('judge')} for {shown(row.text('team'))} is already in "
        f"{place}. Delete one of them."
    )
