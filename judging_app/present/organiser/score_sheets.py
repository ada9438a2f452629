"""What the score sheets of judges and of teams say, filled in from the ballots."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState, ballot_key
from judging_app.domain.decisions import AgreedScore
from judging_app.domain.event import Event
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.setup import Setup
from judging_app.present.criteria import ballot_full_text, sectioned_title, weight_in_sentence
from judging_app.present.numbers import places_needed, readable, shown
from judging_app.present.organiser.handling import NOTHING_KNOWN, Handled, Handling
from judging_app.present.organiser.score_steps import ScoreStep, out_text, score_steps
from judging_app.present.result.standings import StandingRow, StandingsView
from judging_app.present.scorer.sheet_ids import judge_codes, team_codes
from judging_app.present.words.ballots import STATE_WORDS
from judging_app.tally.totals import total
from judging_app.words import capitalised, counted, ordinal

NOT_SCORED = "–"
"""Shown where there is no score, which is never zero."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, with whom it is for or from."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One criterion of a ballot: points given, their maximum, and their part of the total.

    `agreed` says which score the panel agreed on in their place; empty where it didn't.
    """

    title: str
    weight: str
    score: str
    highest: str
    part: str
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class BallotBlock:
    """One ballot on its judge's sheet; `lines` is empty while it holds no score.

    `total` is empty unless the ballot is submitted. `receipt` and `keyed_by` say it in words.
    """

    team: str
    challenge: str
    state: str
    lines: tuple[ScoreLine, ...]
    total: str
    remarks: tuple[Remark, ...]
    receipt: str = ""
    keyed_by: str = ""


@dataclass(frozen=True, slots=True)
class JudgeSheet:
    """Every ballot of one judge, in the order of the teams.

    `closing` says why scoring was closed with ballots owed; empty where none was.
    """

    id: str
    event: str
    title: str
    subtitle: str
    full_total: str
    blocks: tuple[BallotBlock, ...]
    record: str
    closing: str = ""


@dataclass(frozen=True, slots=True)
class JudgeColumn:
    """One judge on a team's sheet; `scores` run in the order of the rubric."""

    code: str
    name: str
    state: str
    scores: tuple[str, ...]
    total: str
    receipt: str = ""
    keyed_by: str = ""


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion on a team's sheet, with the mean of the scores that count."""

    title: str
    scale: str
    mean: str


@dataclass(frozen=True, slots=True)
class TeamSheet:
    """Every judge's ballot for one team.

    `mean_total` is `NOT_SCORED` without a submitted ballot. `steps` go from there to the score and
    the place that were announced, and `result` says these in a sentence; for a team that is out
    it says so. `closing` says why scoring was closed with ballots owed; empty where none was.
    """

    id: str
    event: str
    title: str
    subtitle: str
    criteria: tuple[CriterionLine, ...]
    columns: tuple[JudgeColumn, ...]
    mean_total: str
    result: str
    remarks: tuple[Remark, ...]
    record: str
    closing: str = ""
    steps: tuple[ScoreStep, ...] = ()


def by_judge(
    event: Event,
    setup: Setup,
    ballots: Iterable[Ballot],
    *,
    record: str = "",
    result: StandingsView | None = None,
    handled: Handled = NOTHING_KNOWN,
    closing_reason: str = "",
) -> tuple[JudgeSheet, ...]:
    """One sheet for each judge, with both comments of every ballot.

    Beside a score that the panel agreed on another one is in `result`, the panel's own view.

    A pair of judge and team without a ballot is not started. `closing_reason` is why scoring was
    closed with ballots owed, if it was.
    """
    found = _found(ballots, handled, record, closing_reason, result)
    return tuple(_judge_sheet(event, setup, judge, found) for judge in setup.judges)


def by_team(
    event: Event,
    setup: Setup,
    ballots: Iterable[Ballot],
    *,
    record: str = "",
    result: StandingsView | None = None,
    handled: Handled = NOTHING_KNOWN,
    closing_reason: str = "",
) -> tuple[TeamSheet, ...]:
    """One sheet for each team, with the comments that are meant for it and no others.

    `result` is the panel's own view, with which every sheet agrees; `None` while there is none.

    Scores of drafts are left out: only submitted ballots count. `closing_reason` is why scoring
    was closed with ballots owed, if it was.
    """
    found = _found(ballots, handled, record, closing_reason, result)
    return tuple(_team_sheet(event, setup, team, found) for team in setup.teams)


def challenge_of(setup: Setup, team: TeamId) -> str:
    """The titles of what a team took on; empty if nothing is recorded."""
    return "; ".join(c.title for c in setup.challenges if c.team == team)


def post_of(setup: Setup, judge: Judge) -> str:
    """A judge's title and organisation in one line; either may be missing."""
    names = {organisation.id: organisation.name for organisation in setup.organisations}
    organisation = names.get(judge.organisation, "") if judge.organisation is not None else ""
    return ", ".join(part for part in (judge.title, organisation) if part)


@dataclass(frozen=True, slots=True)
class _Found:
    """What every sheet is filled in from."""

    ballots: Mapping[tuple[JudgeId, TeamId], Ballot]
    handled: Handled
    record: str
    closing: str
    result: StandingsView | None

    def row(self, team: TeamId) -> StandingRow | None:
        rows = self.result.rows if self.result else ()
        return next((row for row in rows if row.team_id == team), None)

    def agreed(self, judge: JudgeId, team: TeamId) -> Mapping[CriterionId, AgreedScore]:
        row = self.row(team)
        return {one.criterion: one for one in row.agreed if one.judge == judge} if row else {}

    def ballot(self, judge: JudgeId, team: TeamId) -> Ballot:
        return self.ballots.get((judge, team), Ballot(judge, team))

    def handling(self, judge: JudgeId, team: TeamId) -> Handling:
        return self.handled.get((judge, team), Handling())


def _found(
    ballots: Iterable[Ballot],
    handled: Handled,
    record: str,
    closing_reason: str,
    result: StandingsView | None,
) -> _Found:
    closing = (
        f"Scoring was closed with ballots missing. Reason: {closing_reason}"
        if closing_reason
        else ""
    )
    return _Found(
        {ballot_key(ballot): ballot for ballot in ballots}, handled, record, closing, result
    )


def _judge_sheet(event: Event, setup: Setup, judge: Judge, found: _Found) -> JudgeSheet:
    return JudgeSheet(
        id=judge_codes(setup)[judge.id],
        event=event.title,
        title=f"Score sheet of {judge.name}",
        subtitle=post_of(setup, judge),
        full_total=ballot_full_text(setup.rubric),
        blocks=tuple(_block(setup, judge, team, found) for team in setup.teams),
        record=found.record,
        closing=found.closing,
    )


def _block(setup: Setup, judge: Judge, team: Team, found: _Found) -> BallotBlock:
    rubric, ballot = setup.rubric, found.ballot(judge.id, team.id)
    handling = found.handling(judge.id, team.id)
    comments = (("For the team", ballot.for_team), ("For the panel", ballot.for_panel))
    return BallotBlock(
        team=team.name,
        challenge=challenge_of(setup, team.id),
        state=state_in_words(ballot, rubric),
        lines=tuple(
            _score_line(ballot, c, rubric, found.agreed(judge.id, team.id).get(c.id))
            for c in rubric.judged
            if ballot.scores
        ),
        total=shown(total(ballot, rubric)) if ballot.counts else "",
        remarks=tuple(Remark(label, text) for label, text in comments if text),
        receipt=handling.receipt_text,
        keyed_by=handling.keyed_text,
    )


def state_in_words(ballot: Ballot, rubric: Rubric) -> str:
    """A ballot's state as a sheet says it, with the reason if there is one."""
    words = capitalised(STATE_WORDS[ballot.state])
    if ballot.state is BallotState.DRAFT:
        scored = len(rubric.judged) - len(ballot.missing(rubric))
        return f"{words}: {scored} of {counted(len(rubric.judged), 'criterion', 'criteria')}"
    return f"{words}: {ballot.reason}" if ballot.reason else words


def _score_line(
    ballot: Ballot, criterion: Criterion, rubric: Rubric, agreed: AgreedScore | None
) -> ScoreLine:
    score = ballot.scores.get(criterion.id)
    weights = places_needed(each.weight for each in rubric.judged)
    part = None if score is None else criterion.worth(score)
    return ScoreLine(
        title=_title(criterion) + (" (bonus)" if criterion.kind is CriterionKind.BONUS else ""),
        weight=shown(criterion.weight, weights),
        score=_points(criterion, score, rubric),
        highest=_points(criterion, criterion.highest, rubric),
        part=NOT_SCORED if part is None else shown(part),
        agreed=f"Agreed by the panel: {_points(criterion, agreed.after, rubric)}" if agreed else "",
    )


def _points(criterion: Criterion, score: int | None, rubric: Rubric) -> str:
    """A score in points, with as many decimals as the finest step of the rubric needs."""
    if score is None:
        return NOT_SCORED
    return shown(criterion.in_points(score), places_needed(c.step for c in rubric.judged))


def _team_sheet(event: Event, setup: Setup, team: Team, found: _Found) -> TeamSheet:
    ballots = [found.ballot(judge.id, team.id) for judge in setup.judges]
    counting = [ballot for ballot in ballots if ballot.counts]
    mean = _mean([total(ballot, setup.rubric) for ballot in counting])
    return TeamSheet(
        id=team_codes(setup)[team.id],
        event=event.title,
        title=f"Score sheet for {team.name}",
        subtitle=challenge_of(setup, team.id),
        criteria=tuple(_criterion_line(c, counting, setup.rubric) for c in setup.rubric.judged),
        columns=tuple(_column(setup, judge, team, found) for judge in setup.judges),
        mean_total=mean,
        result=_result(setup, mean, len(counting), found, team.id),
        steps=_steps(event, setup, found, team.id, counting),
        remarks=tuple(
            Remark(judge.name, ballot.for_team)
            for judge, ballot in zip(setup.judges, ballots, strict=True)
            if ballot.for_team
        ),
        record=found.record,
        closing=found.closing,
    )


def _column(setup: Setup, judge: Judge, team: Team, found: _Found) -> JudgeColumn:
    rubric, ballot = setup.rubric, found.ballot(judge.id, team.id)
    handling = found.handling(judge.id, team.id)
    scores: Mapping[CriterionId, int] = ballot.scores if ballot.counts else {}
    return JudgeColumn(
        code=judge_codes(setup)[judge.id],
        name=judge.name,
        state=state_in_words(ballot, rubric),
        scores=tuple(_points(c, scores.get(c.id), rubric) for c in rubric.judged),
        total=shown(total(ballot, rubric)) if ballot.counts else NOT_SCORED,
        receipt=handling.receipt_text,
        keyed_by=handling.keyed_text,
    )


def _criterion_line(
    criterion: Criterion, counting: Sequence[Ballot], rubric: Rubric
) -> CriterionLine:
    given = [criterion.in_points(ballot.scores[criterion.id]) for ballot in counting]
    highest = readable(criterion.in_points(criterion.highest))
    scale = f"{weight_in_sentence(criterion, rubric)} · out of {highest}"
    return CriterionLine(_title(criterion), scale, _mean(given))


def _title(criterion: Criterion) -> str:
    """The title under its section; an inverted scale says so, for its figures read backwards."""
    best = readable(criterion.in_points(criterion.best))
    return sectioned_title(criterion) + (f" ({best} is best)" if criterion.is_inverted else "")


def _mean(values: Sequence[Fraction]) -> str:
    return shown(sum(values, Fraction(0)) / len(values)) if values else NOT_SCORED


def _result(setup: Setup, mean: str, counting: int, found: _Found, team: TeamId) -> str:
    """The announced place and score, or that the team is out; else the mean so far."""
    expected = counted(len(setup.judges), "ballot")
    row = found.row(team)
    if row and (out := out_text(row)):
        return out
    if row and found.result and row.place is not None:
        return (
            f"{_place_in_words(row)} with {row.score_text} {found.result.full_total_text} · "
            f"{row.ballots_text}"
        )
    if not counting:
        return f"No mean yet: 0 of {expected} submitted."
    full = ballot_full_text(setup.rubric)
    return f"Mean total {mean} of {full} · {counting} of {expected}"


def _place_in_words(row: StandingRow) -> str:
    return capitalised(f"{'joint ' if row.is_tied else ''}{ordinal(row.place or 0)} place")


def _steps(
    event: Event, setup: Setup, found: _Found, team: TeamId, given: Sequence[Ballot]
) -> tuple[ScoreStep, ...]:
    row = found.row(team)
    return score_steps(event, setup, row, found.result, given) if row and found.result else ()
