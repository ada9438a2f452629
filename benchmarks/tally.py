"""How much one changed score costs, against a bare addition and against a full pass.

Run it as `python -m benchmarks.tally`. It prints times and ratios; nothing is asserted, for
they hang on the machine. A changed score is what the desk does once an act is on the disk: the
running mean takes the ballot, and then knows the team's place. What is compared runs in turns in
one process, and the fastest of all rounds counts, for everything slower is the machine's other
work.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from time import perf_counter_ns

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.tally.methods import adjusted
from judging_app.tally.running_mean import RunningMean
from judging_app.tally.standings import standings
from judging_app.tally.totals import totals

CHANGES = 2_000
ROUNDS = 60
FULL_PASSES = 5
SIZES = ((6, 8, 5), (50, 10, 6), (1_000, 100, 6))
"""Teams, judges, criteria."""
MOST_BALLOTS = 1_000
"""Past these the full pass takes seconds; one run of it has to do."""

Change = tuple[Ballot, int]
"""A ballot with one score changed, and by how many steps."""


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
    running = RunningMean(day.teams, day.judges, day.rubric)
    for ballot in day.ballots:
        running.take(ballot)
    bare = dict.fromkeys(day.teams, 0)
    ns = fastest(
        {
            "loop": lambda: _nothing(day),
            "statement": lambda: _statement(day, bare),
            "addition": lambda: _additions(day, Addition(bare)),
            "change": lambda: _changes(day, running),
        }
    )
    ns = {name: spent - ns["loop"] for name, spent in ns.items()}
    full_passes = FULL_PASSES if len(day.ballots) <= MOST_BALLOTS else 1
    standings_of = min(_timed(running.standings) for _ in range(ROUNDS))
    full = min(_timed(lambda: _full_pass(day)) for _ in range(full_passes))
    print(f"  bare addition, as a statement      {ns['statement']:>14,.0f} ns")
    print(f"  bare addition, as a method         {ns['addition']:>14,.0f} ns")
    print(f"  one score changed, total and place {ns['change']:>14,.0f} ns")
    print(f"    ÷ addition as a method           {ns['change'] / ns['addition']:>14.1f} ×")
    print(f"    ÷ addition as a statement        {ns['change'] / ns['statement']:>14.1f} ×")
    print(f"  all the standings after it         {standings_of:>14,.0f} ns")
    print(f"  full pass by the mean              {full:>14,.0f} ns")
    print(f"    ÷ one score changed              {full / ns['change']:>14,.0f} ×")
    one_missing = dict(list(totals(day.ballots, day.rubric).items())[1:])
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
    now = list(ballots)
    there: list[Change] = []
    back: list[Change] = []
    for _ in range(CHANGES // 2):
        at = chance.randrange(len(ballots))
        before, criterion = now[at], chance.choice(rubric.criteria)
        score = chance.choice(criterion.scale)
        change = score - before.scores[criterion.id]
        now[at] = replace(before, scores={**before.scores, criterion.id: score})
        there.append((now[at], change))
        back.append((before, -change))
    return (*there, *back[::-1])


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

    def add(self, team: TeamId, change: int) -> None:
        """Add to the team's total."""
        self._running[team] += change


def _nothing(day: Day) -> None:
    for _ballot, _change in day.changes:
        pass


def _statement(day: Day, running: dict[TeamId, int]) -> None:
    for ballot, change in day.changes:
        running[ballot.team] += change


def _additions(day: Day, running: Addition) -> None:
    for ballot, change in day.changes:
        running.add(ballot.team, change)


def _changes(day: Day, running: RunningMean) -> None:
    for ballot, _change in day.changes:
        running.take(ballot)
        running.place(ballot.team)


def _full_pass(day: Day) -> None:
    standings(day.teams, day.judges, totals(day.ballots, day.rubric), Method.MEAN)


if __name__ == "__main__":
    main()
