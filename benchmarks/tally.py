"""How much one changed score costs, against a bare addition and against a full pass.

Run it as `python -m benchmarks.tally`. It prints times and ratios; nothing is asserted, for
they hang on the machine. What is compared runs in turns in one process, and the fastest of all
rounds counts, for everything slower is the machine's other work.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from time import perf_counter_ns

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.tally.methods import adjusted
from judging_app.tally.running import RunningStandings
from judging_app.tally.standings import standings
from judging_app.tally.totals import totals

CHANGES = 2_000
ROUNDS = 60
FULL_PASSES = 5
SIZES = ((6, 8, 5), (50, 10, 6), (1_000, 100, 6))
"""Teams, judges, criteria."""
MOST_BALLOTS = 1_000
"""Past these the full pass takes seconds; one run of it has to do."""

Change = tuple[JudgeId, TeamId, CriterionId, int]


@dataclass(frozen=True, slots=True)
class Day:
    """A complete panel with random scores, and scores changed at random after it."""

    teams: tuple[TeamId, ...]
    judges: tuple[JudgeId, ...]
    rubric: Rubric
    ballots: tuple[Ballot, ...]
    changes: tuple[Change, ...]


def main() -> None:
    """Print the table for every size."""
    for teams, judges, criteria in SIZES:
        print(f"\n{teams:,} teams × {judges} judges × {criteria} criteria")
        report(random_day(teams, judges, criteria))


def report(day: Day) -> None:
    """Measure one size and print its times in nanoseconds and its ratios."""
    counted = totals(day.ballots, day.rubric)
    running = RunningStandings(day.teams, day.judges, day.rubric)
    for (judge, team), one in counted.items():
        running.put(judge, team, one)
    bare = dict.fromkeys(day.teams, 0)
    ns = fastest(
        {
            "loop": lambda: _nothing(day),
            "statement": lambda: _statement(day, bare),
            "addition": lambda: _calls(day, Addition(bare).add),
            "change": lambda: _calls(day, running.rescore),
            "ballot": lambda: _ballots(day, running, counted),
        }
    )
    ns = {name: spent - ns["loop"] for name, spent in ns.items()}
    full_passes = FULL_PASSES if len(day.ballots) <= MOST_BALLOTS else 1
    full = min(_timed(lambda: _full_pass(day)) for _ in range(full_passes))
    print(f"  bare addition, as a statement      {ns['statement']:>14,.0f} ns")
    print(f"  bare addition, as a method         {ns['addition']:>14,.0f} ns")
    print(f"  one score changed, total and place {ns['change']:>14,.0f} ns")
    print(f"    ÷ addition as a method           {ns['change'] / ns['addition']:>14.1f} ×")
    print(f"    ÷ addition as a statement        {ns['change'] / ns['statement']:>14.1f} ×")
    print(f"  one ballot put whole               {ns['ballot']:>14,.0f} ns")
    print(f"  full pass by the mean              {full:>14,.0f} ns")
    print(f"    ÷ one score changed              {full / ns['change']:>14,.0f} ×")
    print(f"    ÷ one ballot put whole           {full / ns['ballot']:>14,.0f} ×")
    one_missing = dict(list(counted.items())[1:])
    print(
        f"  adjusted, one ballot missing       {_timed(lambda: adjusted(one_missing)):>14,.0f} ns"
    )


def random_day(teams: int, judges: int, criteria: int) -> Day:
    """The same day for the same size: weights that sum to 100, scales from 1 to 10."""
    chance = random.Random(teams * judges * criteria)  # noqa: S311 - a benchmark, not a secret
    weights = [100 // criteria] * (criteria - 1)
    rubric = Rubric(
        tuple(
            Criterion(CriterionId(f"C{at}"), f"Criterion {at}", Fraction(weight))
            for at, weight in enumerate([*weights, 100 - sum(weights)])
        )
    )
    team_ids = tuple(TeamId(f"T{at}") for at in range(teams))
    judge_ids = tuple(JudgeId(f"J{at}") for at in range(judges))
    ballots = tuple(
        Ballot(
            judge,
            team,
            BallotState.SUBMITTED,
            {one.id: chance.choice(one.scale) for one in rubric.criteria},
        )
        for judge in judge_ids
        for team in team_ids
    )
    changes = _there_and_back(chance, ballots, rubric)
    return Day(team_ids, judge_ids, rubric, ballots, changes)


def _there_and_back(
    chance: random.Random, ballots: tuple[Ballot, ...], rubric: Rubric
) -> tuple[Change, ...]:
    """Any score to any other, then all of them back, so that every round finds the same day."""
    scores: dict[int, Mapping[CriterionId, int]] = {}
    there: list[Change] = []
    for _ in range(CHANGES // 2):
        at = chance.randrange(len(ballots))
        criterion = chance.choice(rubric.criteria)
        now = scores.get(at, ballots[at].scores)
        score = chance.choice(criterion.scale)
        change = score - now[criterion.id]
        there.append((ballots[at].judge, ballots[at].team, criterion.id, change))
        scores[at] = {**now, criterion.id: score}
    back = [(judge, team, criterion, -change) for judge, team, criterion, change in there[::-1]]
    return (*there, *back)


def fastest(runs: Mapping[str, Callable[[], None]]) -> dict[str, float]:
    """Nanoseconds a change, the fastest round of each, the rounds taken in turns."""
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(ROUNDS):
        for name, run in runs.items():
            best[name] = min(best[name], _timed(run) / CHANGES)
    return best


def _timed(run: Callable[[], object]) -> int:
    start = perf_counter_ns()
    run()
    return perf_counter_ns() - start


class Addition:
    """A running total as anyone would write it: no mean, no place, no ballots."""

    def __init__(self, running: dict[TeamId, int]) -> None:
        self._running = running

    def add(self, _judge: JudgeId, team: TeamId, _criterion: CriterionId, change: int) -> None:
        """Add to the team's total."""
        self._running[team] += change


def _nothing(day: Day) -> None:
    for _judge, _team, _criterion, _change in day.changes:
        pass


def _statement(day: Day, running: dict[TeamId, int]) -> None:
    for _judge, team, _criterion, change in day.changes:
        running[team] += change


def _calls(day: Day, call: Callable[[JudgeId, TeamId, CriterionId, int], object]) -> None:
    for judge, team, criterion, change in day.changes:
        call(judge, team, criterion, change)


def _ballots(
    day: Day, running: RunningStandings, counted: Mapping[tuple[JudgeId, TeamId], Fraction]
) -> None:
    put = running.put
    for judge, team, _criterion, _change in day.changes:
        put(judge, team, counted[judge, team])


def _full_pass(day: Day) -> None:
    standings(day.teams, day.judges, totals(day.ballots, day.rubric), Method.MEAN)


if __name__ == "__main__":
    main()
