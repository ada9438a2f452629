"""Whether the winner depends on the method, and on which missing ballots, in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from judging_app.closed_sets import complete
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Method
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.errors import MethodError
from judging_app.present.numbers import shown
from judging_app.present.words.ballots import STATE_WORDS
from judging_app.present.words.methods import unit_text
from judging_app.words import counted, listed

Outcome = Sequence[Standing] | MethodError
"""Standings by one method, or why that method can't give any."""

SAME_TEAM = "The same team wins by both methods."
SAME_TEAMS = "The same teams share first place by both methods."
NO_RESULT = "No ballot has been submitted yet, so there is no winner."


@dataclass(frozen=True, slots=True)
class MissingBallot:
    """A ballot that doesn't count for a team that wins by one of the methods."""

    judge: Judge
    team: str
    state: BallotState
    reason: str
    ballots_in: int
    teams: int


def firmness_sentence(
    setup: Setup, ballots: Sequence[Ballot], mean: Outcome, adjusted: Outcome
) -> str:
    """For the panel: who wins by each method, and which missing ballots make the difference.

    Were every ballot in, the two methods would order the teams alike: a judge's leaning would
    be in every team's mean. So where they name different winners, a ballot missing for one of
    those teams is the cause.
    """
    if isinstance(mean, MethodError):
        return str(mean)
    if isinstance(adjusted, MethodError):
        return str(adjusted)
    by_mean, by_adjusted = _winners(mean), _winners(adjusted)
    if not by_mean or not by_adjusted:
        return NO_RESULT
    if _teams(by_mean) == _teams(by_adjusted):
        return SAME_TEAM if len(by_mean) == 1 else SAME_TEAMS
    missing = missing_ballots(setup, ballots, _teams(by_mean) | _teams(by_adjusted))
    return (
        f"By the mean, {_wins(by_mean, setup)}. Adjusted for harsh and lenient judges, "
        f"{_wins(by_adjusted, setup)}. {_causes(missing)}"
    )


def firmness_detail(
    setup: Setup, ballots: Sequence[Ballot], mean: Outcome, adjusted: Outcome
) -> str:
    """What makes the difference and who wins then, where the methods name different winners.

    Empty where they agree, or where there is nothing to compare.
    """
    if isinstance(mean, MethodError) or isinstance(adjusted, MethodError):
        return ""
    by_mean, by_adjusted = _winners(mean), _winners(adjusted)
    if not by_mean or not by_adjusted or _teams(by_mean) == _teams(by_adjusted):
        return ""
    missing = missing_ballots(setup, ballots, _teams(by_mean) | _teams(by_adjusted))
    wins = _wins(by_adjusted, setup)
    return f"{_causes(missing)} Adjusted for harsh and lenient judges, {wins}."


def host_caution(setup: Setup, ballots: Sequence[Ballot], mean: Outcome, adjusted: Outcome) -> str:
    """The same fact for the host, who may not know the winner: no team, no judge, no score.

    Empty if the methods name the same winner, or if there is nothing to compare.
    """
    if isinstance(mean, MethodError) or isinstance(adjusted, MethodError):
        return ""
    winners = _teams(_winners(mean)) | _teams(_winners(adjusted))
    if not winners or _teams(_winners(mean)) == _teams(_winners(adjusted)):
        return ""
    missing = missing_ballots(setup, ballots, winners)
    return f"{_what_changes(missing)}. Tell the panel before the reveal."


def missing_ballots(
    setup: Setup, ballots: Sequence[Ballot], teams: frozenset[TeamId]
) -> tuple[MissingBallot, ...]:
    """The ballots that don't count for `teams`, judge by judge in the panel's order."""
    by_key: Mapping[tuple[JudgeId, TeamId], Ballot] = {(b.judge, b.team): b for b in ballots}
    found: list[MissingBallot] = []
    for judge in setup.judges:
        own = [by_key.get((judge.id, t.id), Ballot(judge.id, t.id)) for t in setup.teams]
        ballots_in = sum(ballot.counts for ballot in own)
        found.extend(
            MissingBallot(judge, team.name, ballot.state, ballot.reason, ballots_in, len(own))
            for team, ballot in zip(setup.teams, own, strict=True)
            if team.id in teams and not ballot.counts
        )
    return tuple(found)


def _winners(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    return tuple(standing for standing in standings if standing.place == 1)


def _teams(standings: Sequence[Standing]) -> frozenset[TeamId]:
    return frozenset(standing.team for standing in standings)


def _wins(winners: Sequence[Standing], setup: Setup) -> str:
    names = {team.id: team.name for team in setup.teams}
    score, unit = winners[0].score, unit_text(Method.MEAN, setup.rubric)
    with_score = "" if score is None else f" with {shown(score)} {unit}"
    verb = "wins" if len(winners) == 1 else "share first place"
    return f"{listed([names[winner.team] for winner in winners])} {verb}{with_score}"


def _causes(missing: Sequence[MissingBallot]) -> str:
    clauses = "; ".join(_clause(ballot) for ballot in missing)
    return f"{_what_changes(missing)}: {clauses}." if clauses else f"{_what_changes(missing)}."


def _clause(missing: MissingBallot) -> str:
    judge = f"{missing.judge.name} ({missing.judge.id})"
    judged = f"who scored {missing.ballots_in} of {counted(missing.teams, 'team')}"
    why = f" ({missing.reason})" if missing.reason else ""
    return f"{judge}, {judged}, {_STATES[missing.state]} {missing.team}{why}"


def _what_changes(missing: Sequence[MissingBallot]) -> str:
    states = frozenset(ballot.state for ballot in missing)
    if len(states) == 1 and (words := _CAUSES.get(next(iter(states)))):
        return words[0] if len(missing) == 1 else words[1]
    one, more = "A missing ballot changes the winner", "Missing ballots change the winner"
    return one if len(missing) == 1 else more


_CAUSES: Mapping[BallotState, tuple[str, str]] = {
    BallotState.RECUSED: ("A recusal changes the winner", "Recusals change the winner"),
    BallotState.ABSENT: ("An absence changes the winner", "Absences change the winner"),
}

_STATES: Mapping[BallotState, str] = complete(
    {
        BallotState.NOT_STARTED: "hasn’t started the ballot for",
        BallotState.DRAFT: "hasn’t submitted the ballot for",
        BallotState.SUBMITTED: "has submitted the ballot for",
        BallotState.RECUSED: f"is {STATE_WORDS[BallotState.RECUSED]} from",
        BallotState.ABSENT: "was absent for",
    }
)
