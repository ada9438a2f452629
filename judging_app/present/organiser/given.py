"""The scores behind the result: the means of every team, and its ballots one by one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from judging_app.domain.ballots import Ballot, ballot_key
from judging_app.domain.setup import Setup
from judging_app.present.numbers import shown
from judging_app.present.organiser.score_sheets import NOT_SCORED, mean_text, title_of
from judging_app.present.result.spread import SpreadView, spread_view
from judging_app.present.result.standings import StandingsView
from judging_app.tally.totals import total


@dataclass(frozen=True, slots=True)
class Given:
    """The scores behind the result: of each team its means, then its ballots one by one.

    `judges`, `totals` and `spread` are empty for those who may not see single ballots.
    """

    criteria: tuple[str, ...]
    means: tuple[tuple[str, ...], ...]
    judges: tuple[str, ...] = ()
    totals: tuple[tuple[str, ...], ...] = ()
    spread: SpreadView | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """What the result is made of: the ballots that count, as the panel agreed on them.

    Those who may not see single ballots get none but the means.
    """

    counted: tuple[Ballot, ...] = ()
    has_ballots: bool = False


NOTHING_BEHIND = Behind()


def given(
    setup: Setup, announced: StandingsView, ballots: Sequence[Ballot], behind: Behind
) -> Given:
    """In the order of the places."""
    rubric = setup.rubric
    by_team = {
        row.team_id: [one for one in behind.counted if one.team == row.team_id]
        for row in announced.rows
    }
    means = tuple(
        (
            row.team,
            *(
                mean_text([one.in_points(ballot.scores[one.id]) for ballot in by_team[row.team_id]])
                for one in rubric.judged
            ),
            mean_text([total(ballot, rubric) for ballot in by_team[row.team_id]]),
        )
        for row in announced.rows
    )
    criteria = tuple(title_of(one) for one in rubric.judged)
    if not behind.has_ballots:
        return Given(criteria, means)
    spread, order = spread_view(setup, behind.counted, ballots), [*by_team]
    totals = {ballot_key(one): shown(total(one, rubric)) for one in behind.counted}
    return Given(
        criteria,
        means,
        tuple(judge.name for judge in setup.judges),
        tuple(
            (
                row.team,
                *(totals.get((judge.id, row.team_id), NOT_SCORED) for judge in setup.judges),
            )
            for row in announced.rows
        ),
        replace(spread, rows=tuple(sorted(spread.rows, key=lambda one: order.index(one.team_id)))),
    )
