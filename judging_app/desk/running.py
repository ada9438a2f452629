"""The mean kept up to date as ballots change: one team is worked out anew, never all."""

from collections.abc import Iterable

from judging_app.domain.ballots import Ballot
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.tally.running import RunningStandings
from judging_app.tally.totals import total


class RunningMean:
    """The standings by `mean` of all ballots that it was told of."""

    def __init__(self, setup: Setup, ballots: Iterable[Ballot]) -> None:
        self._rubric = setup.rubric
        self._running = RunningStandings(
            [team.id for team in setup.teams], [judge.id for judge in setup.judges], setup.rubric
        )
        for ballot in ballots:
            if ballot.counts:
                self.take(ballot)

    def take(self, ballot: Ballot) -> None:
        """Let this ballot stand in place of the one of the same judge and team."""
        counted = total(ballot, self._rubric) if ballot.counts else None
        self._running.put(ballot.judge, ballot.team, counted)

    def standings(self) -> tuple[Standing, ...]:
        """All teams in order."""
        return self._running.standings()
