"""What the score sheets of judges and of teams say, filled in from the ballots."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.setup import Setup
from judging_app.present.criteria import ballot_full_text, scale_text, sectioned_title
from judging_app.present.leaves.leaf import (
    Block,
    Cell,
    Column,
    Leaf,
    Row,
    Signatures,
    Table,
    Together,
    Type,
    Words,
    figures,
)
from judging_app.present.numbers import places_needed, readable, shown
from judging_app.present.organiser.score_steps import ScoreStep, out_text, score_steps
from judging_app.present.organiser.sheet_facts import SheetFacts
from judging_app.present.result.standings import StandingRow
from judging_app.present.scorer.sheet_ids import judge_codes, team_codes
from judging_app.present.words.ballots import STATE_WORDS
from judging_app.tally.totals import total
from judging_app.words import capitalised, counted, ordinal

NOT_SCORED = "–"
"""Shown where there is no score, which is never zero."""

AGREED = "*  Agreed by the panel in place of the score that was given, which is struck out."

_LANDSCAPE, _UPRIGHT = 265, 178
"""Millimetres between the margins."""
_FEW_CRITERIA, _WIDE_SHARE, _NARROW_SHARE = 5, 0.67, 0.51
"""Up to so many criteria they take this share of the page beside the names; more take less."""
_NARROW = 9
"""Millimetres of a column in which a mean has one decimal, or it would touch the next one."""
_MANY_TEAMS, _MANY_JUDGES = 13, 17
"""From so many rows on they are set smaller, so that they share a page."""


def by_judge(facts: SheetFacts) -> tuple[Leaf, ...]:
    """One sheet a judge: a table of the teams, and both comments of every ballot after it."""
    return tuple(_judge_sheet(facts, judge) for judge in facts.setup.judges)


def by_team(facts: SheetFacts) -> tuple[Leaf, ...]:
    """One sheet a team: a table of the judges, with the comments that are meant for the team.

    Scores of drafts are left out: only submitted ballots count.
    """
    return tuple(_team_sheet(facts, team) for team in facts.setup.teams)


def challenge_of(setup: Setup, team: TeamId) -> str:
    """The titles of what a team took on; empty if nothing is recorded."""
    return "; ".join(c.title for c in setup.challenges if c.team == team)


def post_of(setup: Setup, judge: Judge) -> str:
    """A judge's title and organisation in one line; either may be missing."""
    names = {organisation.id: organisation.name for organisation in setup.organisations}
    organisation = names.get(judge.organisation, "") if judge.organisation is not None else ""
    return ", ".join(part for part in (judge.title, organisation) if part)


def in_line(*parts: str) -> str:
    """What there is of some parts, in one line."""
    return " · ".join(part for part in parts if part)


def _judge_sheet(facts: SheetFacts, judge: Judge) -> Leaf:
    setup = facts.setup
    given = [facts.ballot(judge.id, team.id) for team in setup.teams]
    settled = [facts.settled(judge.id, team.id) for team in setup.teams]
    rows = [_judge_row(facts, judge, team) for team in setup.teams]
    first = Column("Team", under="counts")
    table = _table(facts, first, rows, settled, "Mean", _LANDSCAPE, _MANY_TEAMS, 14)
    return Leaf(
        id=f"Sheet {judge_codes(setup)[judge.id]}",
        event=facts.event.title,
        title=facts.name(judge),
        subtitle=in_line(
            "Score sheet by judge",
            post_of(setup, judge) if facts.is_named else "",
            _states_text(given),
        ),
        blocks=(
            *_closing(facts),
            table,
            *_footnotes(facts, [(judge, team) for team in setup.teams], is_dense=table.is_dense),
            *_judge_comments(facts, judge),
            *(() if table.is_dense else (Signatures(("Signed by the judge", "", "Date")),)),
        ),
        record=facts.record,
        is_landscape=True,
    )


def _states_text(ballots: Sequence[Ballot]) -> str:
    """How many ballots are in which state: "5 ballots submitted, 1 recused"."""
    states = Counter(ballot.state for ballot in ballots)
    others = [
        f"{states[state]} {STATE_WORDS[state]}"
        for state in BallotState
        if state is not BallotState.SUBMITTED and states[state]
    ]
    submitted = f"{counted(states[BallotState.SUBMITTED], 'ballot')} submitted"
    return ", ".join((submitted, *others))


def _table(
    facts: SheetFacts,
    first: Column,
    rows: Sequence[Row],
    settled: Sequence[Ballot],
    sum_label: str,
    room: int,
    many: int,
    high: float,
) -> Table:
    """Scores with what each criterion counts, the totals, and the means of what counts."""
    rubric = facts.rubric
    total_wide = 27 if room == _LANDSCAPE else 24
    share = _WIDE_SHARE if len(rubric.judged) <= _FEW_CRITERIA else _NARROW_SHARE
    pitch = min(31, share * (room - total_wide) / max(1, len(rubric.judged)))
    places = places_needed(one.weight for one in rubric.judged)
    columns = [figures(title_of(one), pitch, shown(one.weight, places)) for one in rubric.judged]
    last = figures("Total", total_wide, f"of {ballot_full_text(rubric)}")
    counting = [ballot for ballot in settled if ballot.counts]
    is_dense = len(rows) >= many
    means = [
        mean_text(
            [one.in_points(ballot.scores[one.id]) for ballot in counting],
            1 if pitch < _NARROW else 2,
        )
        for one in rubric.judged
    ]
    whole = mean_text([total(ballot, rubric) for ballot in counting])
    cells = (Cell(sum_label), *(Cell(mean) for mean in means), Cell(whole))
    closing = (Row(cells, is_sum=True),) if counting else ()
    return Table((first, *columns, last), (*rows, *closing), high, is_dense)


def _judge_row(facts: SheetFacts, judge: Judge, team: Team) -> Row:
    many = len(facts.setup.teams) >= _MANY_TEAMS
    under = "" if many else challenge_of(facts.setup, team.id)
    number = f"{facts.setup.teams.index(team) + 1}  " if many else ""
    first = Cell(f"{number}{team.name}", under, is_strong=not many)
    return Row((first, *_scores(facts, judge, team)))


def _scores(
    facts: SheetFacts, judge: Judge, team: Team, *, has_drafts: bool = True
) -> Iterator[Cell]:
    """The cells of a ballot: its scores and its total, or why it has none."""
    rubric, ballot = facts.rubric, facts.ballot(judge.id, team.id)
    settled, agreed = facts.settled(judge.id, team.id), facts.agreed(judge.id, team.id)
    is_shown = ballot.counts or (has_drafts and ballot.state is BallotState.DRAFT and ballot.scores)
    if not is_shown:
        yield Cell(state_in_words(ballot, rubric), goes_on=True)
        return
    for one in rubric.judged:
        score, before = settled.scores.get(one.id), ballot.scores.get(one.id)
        is_agreed = one.id in agreed and before is not None
        yield Cell(
            _points(one, score, rubric) + ("*" if is_agreed else ""),
            is_strong=is_agreed,
            instead_of=_points(one, before, rubric) if is_agreed else "",
        )
    if ballot.counts:
        yield Cell(shown(total(settled, rubric)), is_strong=True)
    else:
        yield Cell("Draft", is_quiet=True)


def _footnotes(
    facts: SheetFacts, pairs: Sequence[tuple[Judge, Team]], *, is_dense: bool
) -> Iterator[Block]:
    """What a star means; and how a total is made, where that doesn't cost a page."""
    if any(facts.agreed(judge.id, team.id) for judge, team in pairs):
        yield Words(AGREED, Type.QUIET)
    if not is_dense:
        yield Words(_scales_text(facts.rubric), Type.QUIET)


def _scales_text(rubric: Rubric) -> str:
    scales = {scale_text(one) for one in rubric.judged}
    made = "A total is each score ÷ its highest score × what it counts, added up."
    if any(one.is_inverted for one in rubric.judged):
        made = "A total adds up what each score is worth of what it counts."
    if len(scales) == 1:
        return f"{made} Scores run from {scales.pop()}."
    each = "; ".join(f"{one.title} {scale_text(one)}" for one in rubric.judged)
    return f"{made} The scales: {each}."


def _judge_comments(facts: SheetFacts, judge: Judge) -> Iterator[Block]:
    """Both comments of every ballot, by team; then the receipts."""
    blocks: list[Block] = []
    receipts = []
    for team in facts.setup.teams:
        ballot, handling = facts.ballot(judge.id, team.id), facts.handling(judge.id, team.id)
        handled = ", ".join(p for p in (handling.receipt_text, handling.keyed_text) if p)
        if handled:
            receipts.append(f"{team.name}: {handled}")
        said = (("For the team", ballot.for_team), ("For the panel", ballot.for_panel))
        words = [Words(f"{label}: {text}") for label, text in said if text]
        if words:
            blocks.append(Together((Words(team.name, Type.STRONG), words[0])))
            blocks.extend(words[1:])
    if blocks:
        yield Words("Comments", Type.HEADING)
        yield from blocks
    if receipts:
        yield Words("How the ballots came in", Type.HEADING)
        yield Words("; ".join(receipts), Type.QUIET)


def _closing(facts: SheetFacts) -> Iterator[Block]:
    if facts.closing:
        yield Words(facts.closing)


def state_in_words(ballot: Ballot, rubric: Rubric) -> str:
    """A ballot's state as a sheet says it, with the reason if there is one."""
    words = capitalised(STATE_WORDS[ballot.state])
    if ballot.state is BallotState.DRAFT:
        scored = len(rubric.judged) - len(ballot.missing(rubric))
        return f"{words}: {scored} of {counted(len(rubric.judged), 'criterion', 'criteria')}"
    return f"{words}: {ballot.reason}" if ballot.reason else words


def _points(criterion: Criterion, score: int | None, rubric: Rubric) -> str:
    """A score in points, with as many decimals as the finest step of the rubric needs."""
    if score is None:
        return NOT_SCORED
    return shown(criterion.in_points(score), places_needed(c.step for c in rubric.judged))


def title_of(criterion: Criterion) -> str:
    """The title under its section; an inverted scale says so, for its figures read backwards."""
    best = readable(criterion.in_points(criterion.best))
    is_bonus = criterion.kind is CriterionKind.BONUS
    notes = (" (bonus)" if is_bonus else "", f" ({best} is best)" if criterion.is_inverted else "")
    return sectioned_title(criterion) + "".join(notes)


def mean_text(values: Sequence[Fraction], decimals: int = 2) -> str:
    """The mean of some values; a dash where there is none."""
    return shown(sum(values, Fraction(0)) / len(values), decimals) if values else NOT_SCORED


def _team_sheet(facts: SheetFacts, team: Team) -> Leaf:
    setup = facts.setup
    given = [facts.ballot(judge.id, team.id) for judge in setup.judges]
    settled = [facts.settled(judge.id, team.id) for judge in setup.judges]
    counting = [ballot for ballot in given if ballot.counts]
    rows = [
        Row((Cell(facts.name(judge)), *_scores(facts, judge, team, has_drafts=False)))
        for judge in setup.judges
    ]
    table = _table(
        facts,
        Column("Judge", under="counts"),
        rows,
        settled,
        f"Mean of {counted(len(counting), 'ballot')}",
        _UPRIGHT,
        _MANY_JUDGES,
        9,
    )
    return Leaf(
        id=f"Sheet {team_codes(setup)[team.id]}",
        event=facts.event.title,
        title=team.name,
        team=team.name,
        subtitle=in_line("Score sheet by team", challenge_of(setup, team.id)),
        blocks=(
            Words(result_sentence(facts, team.id), Type.STRONG),
            *_closing(facts),
            table,
            *_footnotes(facts, [(judge, team) for judge in setup.judges], is_dense=table.is_dense),
            *_made(facts, team.id, counting),
            *_team_comments(facts, team),
        ),
        record=facts.record,
    )


def _made(facts: SheetFacts, team: TeamId, given: Sequence[Ballot]) -> Iterator[Block]:
    """From the ballots to the score and the place, a line a step, the last strong."""
    steps = _steps(facts, team, given)
    if not steps:
        return
    columns = (Column(), figures("", 40))
    rows = (
        Row((Cell(step.text), Cell(step.figure)), is_sum=at >= len(steps) - 1)
        for at, step in enumerate(steps)
    )
    heading = Words("How the score came about", Type.HEADING)
    yield Together((heading, Table(columns, tuple(rows), 7)))


def _steps(facts: SheetFacts, team: TeamId, given: Sequence[Ballot]) -> tuple[ScoreStep, ...]:
    row = facts.row(team)
    if not row or not facts.result:
        return ()
    return score_steps(facts.event, facts.setup, row, facts.result, given)


def _team_comments(facts: SheetFacts, team: Team) -> Iterator[Block]:
    """What was written for the team, by judge; then the receipts."""
    found = [(judge, facts.ballot(judge.id, team.id).for_team) for judge in facts.setup.judges]
    said = [(facts.name(judge), text) for judge, text in found if text]
    if said:
        yield Words("Comments for the team", Type.HEADING)
        yield from (Words(f"{name}: {text}") for name, text in said)
    receipts = []
    for judge in facts.setup.judges:
        handling = facts.handling(judge.id, team.id)
        texts = [text for text in (handling.receipt_text, handling.keyed_text) if text]
        if texts:
            receipts.append(f"{facts.name(judge)}: {', '.join(texts)}")
    if receipts:
        yield Words("How the ballots came in", Type.HEADING)
        yield Words("; ".join(receipts), Type.QUIET)


def result_sentence(facts: SheetFacts, team: TeamId) -> str:
    """The announced place and score, or that the team is out; else the mean so far."""
    judges = [judge.id for judge in facts.setup.judges]
    counting = [ballot for judge in judges if (ballot := facts.ballot(judge, team)).counts]
    expected = counted(len(judges), "ballot")
    row = facts.row(team)
    if row and (out := out_text(row)):
        return out
    if row and facts.result and row.place is not None:
        return (
            f"{place_in_words(row)} with {row.score_text} {facts.result.full_total_text} · "
            f"{row.ballots_text}"
        )
    if not counting:
        return f"No mean yet: 0 of {expected} submitted."
    mean = mean_text([total(ballot, facts.rubric) for ballot in counting])
    full = ballot_full_text(facts.rubric)
    return f"Mean total {mean} of {full} · {len(counting)} of {expected}"


def place_in_words(row: StandingRow) -> str:
    """The announced place: "Joint 3rd place"."""
    return capitalised(f"{joint_place(row.place or 0, is_tied=row.is_tied)} place")


def joint_place(place: int, *, is_tied: bool) -> str:
    """A place within a sentence: "joint 3rd"."""
    return f"{'joint ' if is_tied else ''}{ordinal(place)}"
