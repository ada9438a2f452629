"""The question, before a judge's last ballot, whether the first teams were scored as the others."""

from collections.abc import Sequence

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import TeamExclusion
from judging_app.domain.setup import Setup
from judging_app.present.numbers import shown
from judging_app.tally.totals import total
from judging_app.words import listed

FIRST = 2
"""Teams that were scored before there was much to compare them with."""


def revisit_text(
    setup: Setup, others: Sequence[Ballot], exclusions: Sequence[TeamExclusion] = ()
) -> str:
    """The question with the first two teams and their totals; empty where it isn't the time.

    It is the time when the ballot in hand is the last one owed. `others` are the judge's other
    ballots in the order in which the teams pitch. With one other team there is nothing to compare.
    """
    out = {one.team for one in exclusions}
    if any(one.state in _OPEN and one.team not in out for one in others):
        return ""
    first = [one for one in others if one.counts and one.team not in out][:FIRST]
    if len(first) < FIRST:
        return ""
    names = {team.id: team.name for team in setup.teams}
    said = listed([f"{names[one.team]} {shown(total(one, setup.rubric))}" for one in first])
    return (
        "This is your last ballot. You scored the first teams before you saw the others: "
        f"{said}. Do these scores still seem right? The organiser can reopen a ballot for you."
    )


_OPEN = frozenset({BallotState.NOT_STARTED, BallotState.DRAFT})
