"""What the report of the result says, from the standings to every decision behind them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from judging_app.closed_sets import complete
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.panel import Judge
from judging_app.domain.rubric import CriterionKind
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Edition
from judging_app.present.criteria import full_text, scale_text, sectioned_title
from judging_app.present.numbers import places_needed, shown
from judging_app.present.organiser.certificates import when_and_where
from judging_app.present.result.awards import AwardRow
from judging_app.present.result.checks import ChecksView
from judging_app.present.result.editions import amended_texts
from judging_app.present.result.standings import StandingsView, ballots_text
from judging_app.present.words.ballots import STATE_WORDS
from judging_app.present.words.methods import definition_text, method_name
from judging_app.words import capitalised, listed

NOT_PUBLISHED = "Not published: for the panel only."
STILL_OPEN = "Scoring isn’t closed, so any place may still change."


@dataclass(frozen=True, slots=True)
class Place:
    """One team's line of the standings.

    `place` is what is announced, and `by_scores` what the scores alone give; that is empty unless
    the panel decided an order of its own.
    """

    place: str
    team: str
    score: str
    ballots: str
    remark: str
    by_scores: str = ""


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

    `closed_because` is the reason for which scoring was closed with ballots owed, if it was.
    """

    comparison: str
    checks: ChecksView
    ties: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    awards: tuple[AwardRow, ...] = ()
    closed_because: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report; `status` is said on the first page, before any place.

    `amended` says of a later edition what was wrong, who agreed, and what changed team by team.
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
    record: str
    amended: tuple[str, ...] = ()

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
    editions: Sequence[Edition] = (),
    restores: Sequence[str] = (),
    record: str = "",
) -> Report:
    """The report for the panel, from the `announced` result.

    `ballots` are one for each judge and team, in any order; `editions` those published so far and
    the one that is being made, the first first; `restores` say when it was restored from a copy.
    """
    ballots = tuple(ballots)
    return Report(
        event=event.title,
        title="Result report",
        subtitle=when_and_where(event),
        status=_status(event, announced.edition),
        method=method_name(event.method),
        unit=announced.full_total_text,
        definition=definition_text(event),
        places=_places(announced),
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
        record=record,
        amended=amended_texts(setup, editions, announced),
    )


def _status(event: Event, edition: int) -> str:
    if event.phase is Phase.PUBLISHED:
        return f"Edition {edition}, published." if edition > 1 else "Published."
    is_open = event.phase is not Phase.CLOSED
    return f"{NOT_PUBLISHED} {STILL_OPEN}" if is_open else NOT_PUBLISHED


def _places(announced: StandingsView) -> tuple[Place, ...]:
    has_both = any(row.is_decided for row in announced.rows)
    return tuple(
        Place(
            row.place_text,
            row.team,
            row.score_text,
            row.ballots_text,
            row.own_remark,
            row.scored_place_text if has_both else "",
        )
        for row in announced.rows
    )


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
