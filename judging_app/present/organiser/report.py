"""What the report of the result says, from the standings to every decision behind them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from judging_app.closed_sets import complete
from judging_app.domain import acts
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.rubric import CriterionKind, rubric_code
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Edition
from judging_app.present.criteria import full_text, scale_text, sectioned_title
from judging_app.present.numbers import places_needed, readable, shown
from judging_app.present.organiser.certificates import when_and_where
from judging_app.present.organiser.given import NOTHING_BEHIND, Behind, Given, given
from judging_app.present.organiser.headline import Headline, headline
from judging_app.present.organiser.score_sheets import NOT_SCORED, joint_place, post_of
from judging_app.present.result.agreement import AgreementView
from judging_app.present.result.awards import AwardRow
from judging_app.present.result.checks import ChecksView
from judging_app.present.result.decisions import DecisionLine
from judging_app.present.result.editions import amended_texts
from judging_app.present.result.reach import ReachRow
from judging_app.present.result.remarks import BY_MAJORITY, JUST_AHEAD
from judging_app.present.result.standings import StandingRow, StandingsView, ballots_text
from judging_app.present.words.ballots import STATE_WORDS
from judging_app.present.words.methods import definition_text, method_name, score_text
from judging_app.words import capitalised, counted, listed

NOT_PUBLISHED = "Not published: for the panel only."
STILL_OPEN = "Scoring isn’t closed, so any place may still change."


@dataclass(frozen=True, slots=True)
class Place:
    """One team's line of the standings.

    `place` is what is announced, and `by_scores` what the scores alone give; that is empty unless
    the panel decided an order of its own. `scored` is the one and `told` the other in words,
    `note` the remark without its reasons but with the ballots that are missing, and `exact` the
    score as a fraction.
    """

    place: str
    team: str
    score: str
    ballots: str
    remark: str
    by_scores: str = ""
    scored: str = ""
    told: str = ""
    note: str = ""
    exact: str = ""


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One line of the rubric; `note` says who scores it if the judges don't, or its bonus."""

    title: str
    weight: str
    scale: str
    note: str


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A ballot that isn't submitted: whose, for which team, and why."""

    judge: str
    team: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What the panel asked about the result, answered in sentences.

    `decisions` are the oldest first, those too that a later one replaced. `as_given` is the result
    without the scores that the panel agreed on, `closed_because` the reason for which scoring was
    closed with ballots owed, if it was, and `published` when that was done.
    """

    comparison: str
    checks: ChecksView
    ties: tuple[str, ...] = ()
    tie_rules: tuple[str, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    awards: tuple[AwardRow, ...] = ()
    agreement: AgreementView | None = None
    reach: tuple[ReachRow, ...] = ()
    as_given: StandingsView | None = None
    closed_because: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report; `status` is said on the first page, before any place.

    `amended` says of a later edition what was wrong, who agreed, and what changed team by team.
    `effects` say of each decision what there would be without it, where that is known. `result`,
    `record` and `rubric` are their codes, and `colour` is the event's.
    """

    event: str
    title: str
    subtitle: str
    status: str
    method: str
    unit: str
    definition: str
    places: tuple[Place, ...]
    notes: tuple[str, ...]
    ballots: str
    uncounted: tuple[Uncounted, ...]
    criteria: tuple[CriterionRow, ...]
    full_total: str
    findings: Findings
    result: str
    record: str
    headline: Headline
    panel: tuple[tuple[str, str], ...]
    given: Given
    amended: tuple[str, ...] = ()
    edition: int = 1
    rubric: str = ""
    effects: tuple[str, ...] = ()
    colour: str = ""

    @property
    def is_decided(self) -> bool:
        """Whether the panel decided an order of its own."""
        return any(place.by_scores for place in self.places)


REPORT_TITLE = "Result report"
"""What the choice of it is called."""


def report_stem(event: str) -> str:
    """What the file of the report is called."""
    return f"{event} - result report"


def report(
    event: Event,
    setup: Setup,
    ballots: Iterable[Ballot],
    announced: StandingsView,
    findings: Findings,
    *,
    behind: Behind = NOTHING_BEHIND,
    editions: Sequence[Edition] = (),
    restores: Sequence[str] = (),
    result: str = "",
    record: str = "",
    colour: str = "",
) -> Report:
    """The report for the panel, from the `announced` result.

    `ballots` are one for each judge and team, in any order; `editions` those published so far and
    the one that is being made, the first first; `restores` say when it was restored from a copy.
    """
    ballots = tuple(ballots)
    return Report(
        event=event.title,
        title=REPORT_TITLE,
        subtitle=when_and_where(event),
        status=_status(event, announced.edition),
        method=method_name(event.method),
        unit=announced.full_total_text,
        definition=definition_text(event),
        places=_places(announced, ballots),
        notes=tuple(
            line
            for said in (announced.decision, *announced.left_out, announced.note, *restores)
            for line in said.splitlines()
        ),
        ballots=" ".join((_ballots_sentence(ballots), *_left_out(announced))),
        uncounted=_uncounted(setup, ballots),
        criteria=_criteria(setup),
        full_total=full_text(setup.rubric),
        findings=findings,
        result=result,
        record=record,
        headline=headline(setup, announced, findings.checks),
        panel=tuple((_named(judge), post_of(setup, judge)) for judge in setup.judges),
        given=given(setup, announced, ballots, behind),
        amended=amended_texts(setup, editions, announced),
        edition=announced.edition,
        rubric=rubric_code(setup.rubric),
        effects=tuple(_effect(line, announced, findings) for line in findings.decisions),
        colour=colour,
    )


def _effect(line: DecisionLine, announced: StandingsView, findings: Findings) -> str:
    """What a team's score would be without a decision that stands."""
    row = next((one for one in announced.rows if one.team_id == line.team), None)
    if not line.stands or row is None or row.score is None:
        return ""
    if line.act == acts.act_name(acts.SetPenalty) and row.penalty:
        without = score_text(announced.method, row.score + row.penalty)
        return f"{row.team} has {row.score_text}. Without the penalty, it would have {without}."
    before = findings.as_given.rows if findings.as_given else ()
    other = next((one for one in before if one.team_id == line.team), None)
    if line.act == acts.act_name(acts.AgreeScore) and other and other.score != row.score:
        return (
            f"{row.team} has {row.score_text}. With the scores as the judges gave them, it would "
            f"have {other.score_text}."
        )
    return ""


def _status(event: Event, edition: int) -> str:
    if event.phase is Phase.PUBLISHED:
        return f"Edition {edition}, published." if edition > 1 else "Published."
    is_open = event.phase is not Phase.CLOSED
    return f"{NOT_PUBLISHED} {STILL_OPEN}" if is_open else NOT_PUBLISHED


def _places(announced: StandingsView, ballots: Sequence[Ballot]) -> tuple[Place, ...]:
    has_both = any(row.is_decided for row in announced.rows)
    states: dict[TeamId, Counter[BallotState]] = {}
    for ballot in ballots:
        states.setdefault(ballot.team, Counter())[ballot.state] += 1
    return tuple(
        Place(
            row.place_text,
            row.team,
            row.score_text,
            row.ballots_text,
            row.own_remark,
            row.scored_place_text if has_both else "",
            _in_words(row.scored_place, is_tied=row.scored_is_tied),
            capitalised(row.place_text)
            if row.place is None
            else _in_words(row.place, is_tied=row.is_tied),
            "; ".join(_notes(row, states.get(row.team_id, Counter()))),
            row.exact_text,
        )
        for row in announced.rows
    )


def _in_words(place: int | None, *, is_tied: bool) -> str:
    return NOT_SCORED if place is None else capitalised(joint_place(place, is_tied=is_tied))


def _notes(row: StandingRow, states: Mapping[BallotState, int]) -> Iterator[str]:
    """What made the place and the score what they are, in a few words each, without reasons."""
    if row.penalty and row.place is not None:
        yield f"{readable(row.penalty)} {'point' if row.penalty == 1 else 'points'} off"
    if row.agreed:
        yield f"{counted(len(row.agreed), 'score')} agreed"
    reasoned = {row.place_text, row.place_note}
    if row.place_note:
        yield row.place_note
    yield from (one for one in row.remarks if one in _PLAIN and one not in reasoned)
    for state in (BallotState.RECUSED, BallotState.ABSENT):
        if states.get(state):
            yield f"{states[state]} {STATE_WORDS[state]}"


_PLAIN = frozenset({JUST_AHEAD, BY_MAJORITY})
"""Remarks that have no reason behind them."""


def _ballots_sentence(ballots: Sequence[Ballot]) -> str:
    """How many are in, and what became of the rest: "7 of 9 ballots submitted; 2 recused."."""
    states = Counter(ballot.state for ballot in ballots)
    count = ballots_text(states[BallotState.SUBMITTED], len(ballots))
    others = [
        f"{states[state]} {STATE_WORDS[state]}"
        for state in BallotState
        if state is not BallotState.SUBMITTED and states[state]
    ]
    return f"{count} submitted{f'; {listed(others)}' if others else ''}."


def _left_out(announced: StandingsView) -> tuple[str, ...]:
    """Whose ballots enter no score although they are in; nothing if no team is out."""
    out = [f"{row.team} ({row.place_text})" for row in announced.rows if row.is_out]
    return (f"Ballots for {listed(out)} don’t count.",) if out else ()


def _uncounted(setup: Setup, ballots: Sequence[Ballot]) -> tuple[Uncounted, ...]:
    """By the panel's order, then the teams'."""
    found = {(ballot.judge, ballot.team): ballot for ballot in ballots if not ballot.counts}
    return tuple(
        Uncounted(_named(judge), team.name, capitalised(STATE_WORDS[ballot.state]), ballot.reason)
        for judge in setup.judges
        for team in setup.teams
        if (ballot := found.get((judge.id, team.id)))
    )


def _named(judge: Judge) -> str:
    """With the id, for two judges may share a name."""
    return f"{judge.name} ({judge.id})"


def _criteria(setup: Setup) -> tuple[CriterionRow, ...]:
    criteria = setup.rubric.criteria
    places = places_needed(one.weight for one in criteria)
    return tuple(
        CriterionRow(
            sectioned_title(one), shown(one.weight, places), scale_text(one), _NOTES[one.kind]
        )
        for one in criteria
    )


_NOTES: Mapping[CriterionKind, str] = complete(
    {
        CriterionKind.JUDGED: "",
        CriterionKind.ORGANISER: "Scored by the organiser, once for each team.",
        CriterionKind.BONUS: "A bonus, on top of the full total.",
    }
)
