"""Conflicts of interest before the day: one grid, the evidence of each, and what recusals cost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from judging_app.closed_sets import complete
from judging_app.domain.ballots import BallotState
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.labels import judge_labels
from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.domain.setup import Setup
from judging_app.planning.conflicts import members_employed
from judging_app.planning.recusals import PanelLeft, panel_left
from judging_app.present.host.grid import BallotCell, JudgeRow
from judging_app.present.words.ballots import DECISION_WORDS
from judging_app.words import capitalised, counted, listed

Pair = tuple[JudgeId, TeamId]
_Decision = ConflictDecision


@dataclass(frozen=True, slots=True)
class KnownConflicts:
    """Those on the record, and those that only the data shows so far."""

    declared: Sequence[Conflict]
    found: Sequence[Conflict]

    def by_pair(self) -> Mapping[Pair, Conflict]:
        """Each by its judge and team; what is on the record comes first."""
        return {(one.judge, one.team): one for one in (*self.found, *self.declared)}

    def recused(self) -> frozenset[Pair]:
        """The ballots that nobody will bring."""
        return frozenset(
            pair for pair, one in self.by_pair().items() if one.decision is _Decision.RECUSED
        )


@dataclass(frozen=True, slots=True)
class ConflictGrid:
    """A row a judge, a column a team, and in words how many wait."""

    rows: tuple[JudgeRow, ...]
    teams: tuple[str, ...]
    words: str
    to_decide: int


@dataclass(frozen=True, slots=True)
class CostLine:
    """One thing that a recusal would cost: whether it is to be looked at, and its figures."""

    title: str
    words: str
    is_bad: bool = False


@dataclass(frozen=True, slots=True)
class ConflictCase:
    """One judge and one team: the evidence, where it stands, and what a recusal would cost.

    `is_known` says that there is a conflict at all; `alike` are the pairs, this one among them,
    that wait for the same reason; `costs_of_all` is what recusing in all of them would cost. `acts`
    words each decision as what it does.
    """

    pair: Pair
    who: str
    evidence: str
    stands: str
    is_known: bool
    alike: tuple[Pair, ...]
    costs: tuple[CostLine, ...]
    costs_of_all: tuple[CostLine, ...]
    acts: Mapping[ConflictDecision, str]


def conflict_grid(setup: Setup, known: KnownConflicts) -> ConflictGrid:
    """Every judge and team, with a mark where there is a conflict."""
    by_pair, labels = known.by_pair(), judge_labels(setup.judges, setup.organisations)
    rows = tuple(
        JudgeRow(
            judge.id,
            labels[judge.id],
            tuple(
                _cell(setup, labels[judge.id], team.name, (judge.id, team.id), by_pair)
                for team in setup.teams
            ),
            is_locked_out=False,
        )
        for judge in setup.judges
    )
    waiting = sum(one.decision is _Decision.UNDECIDED for one in by_pair.values())
    return ConflictGrid(rows, tuple(team.name for team in setup.teams), _words(by_pair), waiting)


def conflict_case(setup: Setup, known: KnownConflicts, pair: Pair) -> ConflictCase:
    """What is known of one judge and one team."""
    by_pair = known.by_pair()
    one = by_pair.get(pair)
    labels = judge_labels(setup.judges, setup.organisations)
    teams = {team.id: team.name for team in setup.teams}
    alike = _alike(one, by_pair) if one else ()
    before, after, after_all = (
        panel_left(setup, known.recused() | more) for more in (set(), {pair}, set(alike))
    )
    return ConflictCase(
        pair,
        f"{labels[pair[0]]} and {teams[pair[1]]}",
        f"{capitalised(one.why.rstrip('.'))}." if one else "Nothing in the data links them.",
        _stands(one, is_found=one in known.found),
        one is not None,
        alike,
        tuple(_costs(pair, labels, teams, before, after)),
        tuple(_costs_of_all(labels, after_all)),
        {
            _Decision.NO_EFFECT: f"Let {labels[pair[0]]} score {teams[pair[1]]}",
            _Decision.FLAGGED: f"Flag {labels[pair[0]]} for {teams[pair[1]]}",
            _Decision.RECUSED: f"Recuse {labels[pair[0]]} from {teams[pair[1]]}",
        },
    )


def _cell(
    setup: Setup, judge: str, team: str, pair: Pair, by_pair: Mapping[Pair, Conflict]
) -> BallotCell:
    one = by_pair.get(pair)
    word = _WORDS[one.decision] if one else ""
    said = f"{word}. {capitalised(one.why)}" if one else "no conflict of interest known"
    is_open = one is not None and one.decision is _Decision.UNDECIDED
    return BallotCell(
        *pair,
        BallotState.NOT_STARTED if is_open else BallotState.SUBMITTED,
        _LOOKS[one.decision] if one else "",
        word,
        f"{judge}, {team}: {said}",
        (),
        judge=judge,
        team=team,
        said=said,
        under=_under(setup, one) if one else "",
    )


def _under(setup: Setup, one: Conflict) -> str:
    """What it hangs on, in a word or two; of a judge's own words, their beginning."""
    if _kind(one.why) == {one.why}:
        return capitalised(one.why)
    members = members_employed(setup, one.judge, one.team)
    parts = [
        counted(members, "member") if link == _EMPLOYS else word
        for link, word in _LINKS.items()
        if link in one.why
    ]
    return capitalised(", ".join(parts))


def _words(by_pair: Mapping[Pair, Conflict]) -> str:
    if not by_pair:
        return "None found. Judges can still declare their own."
    counts = {
        decision: sum(one.decision is decision for one in by_pair.values())
        for decision in ConflictDecision
    }
    said = [f"{count} {_COUNTED[decision]}" for decision, count in counts.items() if count]
    return f"{listed(said)}. All can change until scoring closes."


def _stands(one: Conflict | None, *, is_found: bool) -> str:
    if one is None:
        return "You can declare one for the judge."
    if one.decision is not _Decision.UNDECIDED:
        return f"{capitalised(DECISION_WORDS[one.decision])}: {one.reason.rstrip('.')}."
    return "Found in the data, not declared by the judge." if is_found else "Declared."


def _alike(one: Conflict, by_pair: Mapping[Pair, Conflict]) -> tuple[Pair, ...]:
    """Those undecided whose evidence is of the same kind: how it reads after the names."""
    if one.decision is not _Decision.UNDECIDED:
        return ((one.judge, one.team),)
    kind = _kind(one.why)
    return tuple(
        pair
        for pair, other in by_pair.items()
        if other.decision is _Decision.UNDECIDED and _kind(other.why) == kind
    )


def _kind(why: str) -> frozenset[str]:
    """What links a judge to a team by the data; by a judge's own words, those words."""
    return frozenset(link for link in _LINKS if link in why) or frozenset({why})


_EMPLOYS = " employs "
_LINKS: Mapping[str, str] = {
    _EMPLOYS: "member",
    "owns this team’s challenge": "owner",
    "hosted a visit by this team": "visit",
}
"""What the data's own sentences say, and what that is in a word."""


def _costs(
    pair: Pair,
    labels: Mapping[JudgeId, str],
    teams: Mapping[TeamId, str],
    before: PanelLeft,
    after: PanelLeft,
) -> Iterator[CostLine]:
    judges, counts = len(labels), dict(after.ballots)
    left, now = counts.pop(pair[1]), dict(before.ballots)[pair[1]]
    changed = f" (now {now})" if now != left else ""
    yield CostLine(teams[pair[1]], f"{left} of {judges} ballots{changed}", left < _FEW)
    if counts:
        least, most = min(counts.values()), max(counts.values())
        ballots = str(most) if least == most else f"{least} to {most}"
        yield CostLine("Other teams", f"{ballots} of {judges} ballots")
    yield from _links_left(judges, after)
    scores = dict(after.scored)[pair[0]]
    said = f"scores {scores} of {counted(len(teams), 'team')}" if scores else "scores no team"
    yield CostLine(labels[pair[0]], said, is_bad=not scores)


def _costs_of_all(labels: Mapping[JudgeId, str], after: PanelLeft) -> Iterator[CostLine]:
    """What many recusals at once would cost: the ends of each count."""
    ballots = [left for _, left in after.ballots]
    said = f"{min(ballots)} to {max(ballots)} of {len(labels)} for each team"
    yield CostLine("Ballots", said, min(ballots) < _FEW)
    yield from _links_left(len(labels), after)
    fewest, judge = min((count, labels[one]) for one, count in after.scored)
    each = f"each scores at least {fewest} of {counted(len(ballots), 'team')}. Fewest: {judge}"
    yield CostLine("Judges", each if fewest else f"{judge} scores no team", is_bad=not fewest)


def _links_left(judges: int, after: PanelLeft) -> Iterator[CostLine]:
    if after.parts > 1:
        yield CostLine("Panel", f"splits into {after.parts} groups that share no team", is_bad=True)
    elif judges > 1:
        shared = f"any two judges share at least {counted(after.shared, 'team')}"
        said = shared if after.shared else "some judges share no team"
        yield CostLine("Panel", said, after.shared < 1)


_FEW = 3
"""Ballots below which one judge decides too much."""

_WORDS: Mapping[ConflictDecision, str] = complete(
    {
        _Decision.UNDECIDED: "To decide",
        _Decision.NO_EFFECT: "No effect",
        _Decision.FLAGGED: "Flagged",
        _Decision.RECUSED: "Recused",
    }
)
_COUNTED: Mapping[ConflictDecision, str] = complete(
    {
        _Decision.UNDECIDED: "to decide",
        _Decision.NO_EFFECT: "with no effect",
        _Decision.FLAGGED: "flagged",
        _Decision.RECUSED: "recused",
    }
)
_LOOKS: Mapping[ConflictDecision, str] = complete(
    {
        _Decision.UNDECIDED: "conflict",
        _Decision.NO_EFFECT: "not started",
        _Decision.FLAGGED: "draft",
        _Decision.RECUSED: "recused",
    }
)
"""The mark of each, by the state whose shape it has: a diamond waits, a barred ring is off."""
