"""A judge's own teams, with what is submitted and what is left."""

from collections.abc import Iterable
from dataclasses import dataclass

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import JudgeId
from judging_app.domain.people import Team
from judging_app.domain.rubric import decimal
from judging_app.domain.setup import Setup
from judging_app.present.numbers import shown
from judging_app.tally.totals import total
from judging_app.words import counted


@dataclass(frozen=True, slots=True)
class JudgeDeskRow:
    """One team: `state` is a ballot state's word, `detail` what stands behind it."""

    team_id: str
    team: str
    challenge: str
    state: str
    detail: str
    total_text: str


@dataclass(frozen=True, slots=True)
class JudgeDeskView:
    """All teams of one judge, in the order of the set-up."""

    judge: str
    progress_text: str
    hint: str
    submitted: int
    expected: int
    rows: tuple[JudgeDeskRow, ...]


def judge_desk(
    event: Event, setup: Setup, judge: JudgeId, ballots: Iterable[Ballot]
) -> JudgeDeskView:
    """What `judge` sees; ballots of other judges are passed over.

    A recused or absent ballot is not expected, so "4 of 5 submitted" can be the whole.
    """
    own = {ballot.team: ballot for ballot in ballots if ballot.judge == judge}
    owed = [own.get(team.id) or Ballot(judge, team.id) for team in setup.teams]
    challenges = {one.team: one.title for one in setup.challenges}
    submitted = sum(ballot.state is BallotState.SUBMITTED for ballot in owed)
    expected = sum(ballot.state not in _NOT_EXPECTED for ballot in owed)
    return JudgeDeskView(
        judge=next((one.name for one in setup.judges if one.id == judge), str(judge)),
        progress_text=f"{submitted} of {expected} submitted",
        hint=_hint(event, left=expected - submitted),
        submitted=submitted,
        expected=expected,
        rows=tuple(
            _row(setup, team, challenges.get(team.id, ""), ballot)
            for team, ballot in zip(setup.teams, owed, strict=True)
        ),
    )


def _row(setup: Setup, team: Team, challenge: str, ballot: Ballot) -> JudgeDeskRow:
    is_in = ballot.state is BallotState.SUBMITTED
    return JudgeDeskRow(
        team_id=team.id,
        team=team.name,
        challenge=challenge,
        state=ballot.state.value,
        detail=_detail(setup, ballot),
        total_text=_total_text(setup, ballot) if is_in else "",
    )


def _total_text(setup: Setup, ballot: Ballot) -> str:
    return f"{shown(total(ballot, setup.rubric))} of {decimal(setup.rubric.ballot_total)}"


def _detail(setup: Setup, ballot: Ballot) -> str:
    if ballot.state is BallotState.DRAFT:
        return f"{len(ballot.scores)} of {counted(len(setup.rubric.judged), 'score')}"
    if ballot.state in _NOT_EXPECTED:
        return ballot.reason
    return ""


def _hint(event: Event, *, left: int) -> str:
    if event.phase is Phase.SETTING_UP:
        return "Scoring hasn’t opened yet. You can look at the rubric; the organiser opens scoring."
    if event.phase is not Phase.SCORING:
        return "Scoring is closed. You can read your ballots; ask the organiser to reopen scoring."
    if left:
        return f"{counted(left, 'team')} left. Open a team to score it; every change is saved."
    return "All your ballots are submitted. Thank you; there is nothing left to do."


_NOT_EXPECTED = frozenset({BallotState.RECUSED, BallotState.ABSENT})
