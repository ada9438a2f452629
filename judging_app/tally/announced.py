"""A result from what it follows from: by the scores alone, and as the panel announces it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from judging_app.domain.ballots import Ballot
from judging_app.domain.decisions import AgreedScore, Award, AwardDecision, PanelDecision
from judging_app.domain.ids import AwardId, CriterionId, JudgeId, TeamId
from judging_app.domain.standings import Edition
from judging_app.tally.awards import award_results
from judging_app.tally.basis import Basis
from judging_app.tally.methods import outcome
from judging_app.tally.result import Result
from judging_app.tally.standings import decided
from judging_app.tally.ties import settlement

AgreedScores: TypeAlias = Mapping[tuple[JudgeId, TeamId, CriterionId], AgreedScore]


def moderated(ballots: Iterable[Ballot], agreed: AgreedScores) -> Iterator[Ballot]:
    """The ballots with the scores that were agreed, where they still answer the ones given."""
    if not agreed:
        yield from ballots
        return
    for ballot in ballots:
        scores = {
            criterion: agreed[key].after
            if (key := (ballot.judge, ballot.team, criterion)) in agreed
            and agreed[key].before == score
            else score
            for criterion, score in ballot.scores.items()
        }
        yield replace(ballot, scores=scores)


def by_scores(basis: Basis) -> Result:
    """What the scores alone give, ties settled as declared.

    Raises:
        MethodError: if the method gives no result on these ballots.
    """
    found = settlement(basis)
    return Result(
        basis.method,
        found.standings,
        found.standings,
        ties=found.ties,
        left_out=outcome(basis).silent,
        points=basis.points,
    )


def announced(
    found: Result,
    basis: Basis,
    edition: Edition,
    decision: PanelDecision | None,
    awards: Sequence[Award],
    award_decisions: Mapping[AwardId, AwardDecision],
) -> Result:
    """`found`, which the scores give, with what the panel decided laid over it."""
    standings = decided(found.by_scores, decision) if decision else found.by_scores
    return replace(
        found,
        standings=standings,
        decision=decision,
        edition=edition,
        awards=award_results(basis, standings, awards, award_decisions) if awards else (),
        award_decisions=award_decisions,
    )
