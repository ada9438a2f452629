"""What every team is given to read: what was said to it, its scores, and how the result came."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.papers.comments import CommentReview
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion
from judging_app.present.criteria import total_text
from judging_app.present.leaves.leaf import (
    Block,
    Cell,
    Column,
    Leaf,
    Panel,
    Reach,
    Row,
    Table,
    Together,
    Type,
    Words,
    figures,
)
from judging_app.present.numbers import readable, shown
from judging_app.present.organiser.papers import NAMED
from judging_app.present.organiser.score_sheets import (
    NOT_SCORED,
    challenge_of,
    mean_text,
    result_sentence,
    title_of,
)
from judging_app.present.organiser.score_steps import out_text
from judging_app.present.organiser.sheet_facts import SheetFacts
from judging_app.present.scorer.sheet_ids import team_codes
from judging_app.tally.totals import total
from judging_app.words import counted

FEEDBACK_TITLE = "Feedback for teams"
FEWEST = 3
"""Ballots from which a range is told, and teams from which the panel’s mean is.

With fewer, one could work out what a judge or the other team was given.
"""


Reviews = Mapping[tuple[JudgeId, TeamId], CommentReview]
"""What the organiser made of comments; one that isn't there is not reviewed."""


def feedback(facts: SheetFacts, reviews: Reviews) -> tuple[Leaf, ...]:
    """One sheet a team, in the order of the set-up, with the comments that were released."""
    panel = _panel_means(facts)
    return tuple(_sheet(facts, reviews, team, panel) for team in facts.setup.teams)


def _sheet(facts: SheetFacts, reviews: Reviews, team: Team, panel: Sequence[str]) -> Leaf:
    ballots = _counting(facts, team.id)
    return Leaf(
        id=f"Sheet {team_codes(facts.setup)[team.id]}",
        event=facts.event.title,
        title=f"Feedback for {team.name}",
        team=team.name,
        subtitle=challenge_of(facts.setup, team.id),
        blocks=(
            Words(_thanks(len(ballots))),
            *_said(facts, reviews, team),
            *_scores(facts, ballots, panel),
            Words(_not_counted(facts, team.id), Type.QUIET),
            *_result(facts, team.id, ballots),
        ),
        record=facts.record,
    )


def _counting(facts: SheetFacts, team: TeamId) -> list[Ballot]:
    judges = facts.setup.judges
    return [one for judge in judges if (one := facts.settled(judge.id, team)).counts]


def _thanks(ballots: int) -> str:
    thanks = "Thank you for pitching."
    if not ballots:
        return f"{thanks} No judge has scored your team."
    heard = f"{counted(ballots, 'judge')} heard you and scored your team."
    return f"{thanks} {heard} Please read the words before the numbers."


def _said(facts: SheetFacts, reviews: Reviews, team: Team) -> Iterator[Block]:
    """What was released to the team: first of the whole, then criterion by criterion."""
    general: list[str] = []
    by_criterion: dict[str, list[str]] = {one.title: [] for one in facts.rubric.judged}
    for judge in facts.setup.judges:
        ballot = facts.ballot(judge.id, team.id)
        review = reviews.get((judge.id, team.id))
        if not ballot.counts or review is None:
            continue
        text = review.text(ballot.for_team)
        by = f" ({facts.name(judge)})" if facts.is_named else ""
        for title, part in parted(text, [*by_criterion]):
            (by_criterion[title] if title else general).append(f"{part}{by}")
    yield Words("What the judges wrote for you", Type.HEADING)
    if not general and not any(by_criterion.values()):
        yield Words("There is no comment to pass on to you.")
    yield from (Words(one, Type.ITEM) for one in general)
    for title, parts in by_criterion.items():
        if parts:
            yield Words(title, Type.STRONG)
            yield from (Words(one, Type.ITEM) for one in parts)


def parted(text: str, titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A comment in its paragraphs, each with the criterion that it begins with: "Impact: …"."""
    for paragraph in filter(None, map(str.strip, text.splitlines())):
        head, colon, rest = paragraph.partition(":")
        folded = head.strip().casefold()
        meant = [one for one in titles if one.casefold() == folded]
        meant = meant or [one for one in titles if folded and one.casefold().startswith(folded)]
        is_of_one = bool(colon) and len(meant) == 1 and bool(rest.strip())
        yield (meant[0], rest.strip()) if is_of_one else ("", paragraph)


def _panel_means(facts: SheetFacts) -> tuple[str, ...]:
    """The mean of all teams on each criterion and of the totals; none told of too few teams."""
    every = [_counting(facts, team.id) for team in facts.setup.teams]
    ballots = [ballot for one in every for ballot in one]
    if sum(map(bool, every)) < FEWEST:
        return (NOT_SCORED,) * (len(facts.rubric.judged) + 1)
    means = (mean_text(_points(one, ballots)) for one in facts.rubric.judged)
    return (*means, mean_text([total(ballot, facts.rubric) for ballot in ballots]))


def _points(criterion: Criterion, ballots: Sequence[Ballot]) -> list[Fraction]:
    return [criterion.in_points(ballot.scores[criterion.id]) for ballot in ballots]


def _scores(facts: SheetFacts, ballots: Sequence[Ballot], panel: Sequence[str]) -> Iterator[Block]:
    if not ballots:
        return
    rubric = facts.rubric
    scales = {(one.in_points(one.lowest), one.in_points(one.highest)) for one in rubric.judged}
    (lowest, highest), *others = scales
    scale = "" if others else f"{readable(lowest)} to {readable(highest)}"
    columns = (
        Column("Criterion"),
        Column(f"Scores {scale}".strip(), 42),
        figures("Mean", 17),
        figures("Lowest to highest", 22),
        figures("All teams", 16),
        figures("Counts", 17),
    )
    rows = (
        _row(one, _points(one, ballots), mean)
        for one, mean in zip(rubric.judged, panel, strict=False)
    )
    totals = [total(ballot, rubric) for ballot in ballots]
    whole = Cell(mean_text(totals))
    label = Cell(f"Total, mean of {counted(len(ballots), 'ballot')}")
    full = Cell(total_text(Fraction(0), rubric).partition(" ")[2])
    closing = Row((label, Cell(), whole, Cell(), Cell(panel[-1]), full), is_sum=True)
    heading = Words("Your scores", Type.HEADING)
    yield Together((heading, Table(columns, (*rows, closing), 8)))


def _row(criterion: Criterion, given: Sequence[Fraction], panel: str) -> Row:
    first, last = (criterion.in_points(one) for one in (criterion.lowest, criterion.highest))

    def at(value: Fraction) -> Fraction:
        return (value - first) / (last - first)

    has_range = len(given) >= FEWEST
    low, high = min(given), max(given)
    reach = Reach(
        at(sum(given, Fraction(0)) / len(given)),
        at(low) if has_range else None,
        at(high) if has_range else None,
    )
    told = f"{readable(low)}–{readable(high)}" if has_range else NOT_SCORED
    return Row(
        (
            Cell(title_of(criterion)),
            Cell(reach=reach),
            Cell(mean_text(given), is_strong=True),
            Cell(told),
            Cell(panel),
            Cell(readable(criterion.weight)),
        )
    )


def _not_counted(facts: SheetFacts, team: TeamId) -> str:
    """How to read the table, and why some judges aren't in it."""
    how = (
        "The dot is your mean. The bar runs from the lowest to the highest score that a judge "
        "gave. “All teams” is the mean of everybody’s scores."
    )
    states = [facts.ballot(judge.id, team).state for judge in facts.setup.judges]
    found = (
        (states.count(BallotState.RECUSED), "did not score you because of a link to a team"),
        (states.count(BallotState.ABSENT), "could not be there"),
    )
    why = [f"{counted(count, 'judge')} {what}." for count, what in found if count]
    return " ".join((how, *why, *(["That does not count against you."] if why else [])))


def _result(facts: SheetFacts, team: TeamId, ballots: Sequence[Ballot]) -> Iterator[Block]:
    """The place last, how it came about, what would have moved it, and whom to ask."""
    row = facts.row(team)
    is_out = bool(row and out_text(row))
    words = [Words(result_sentence(facts, team), Type.STRONG)]
    if row and row.own_remark and not is_out:
        words.append(Words(f"To know about it: {row.own_remark.rstrip('.')}."))
    if ballots and not is_out:
        words.append(Words(moved_text(facts, ballots)))
    words.append(Words("Do you have a question? Ask the organiser. We gladly explain the scores."))
    yield Panel(tuple(words))


def moved_text(facts: SheetFacts, ballots: Sequence[Ballot]) -> str:
    """Where most points were left, and what a point there is worth; no other team's score."""

    def left(criterion: Criterion) -> Fraction:
        got = sum((criterion.worth(one.scores[criterion.id]) for one in ballots), Fraction(0))
        return criterion.worth(criterion.best) - got / len(ballots)

    most = max(facts.rubric.judged, key=left)
    worth = most.weight / most.in_points(most.highest)
    return (
        f"What would have moved it most: “{most.title}”, where {shown(left(most))} of "
        f"{readable(most.weight)} points were left. One point better from every judge there adds "
        f"{shown(worth)} to your total."
    )


def feedback_stem(event: str, *, is_named: bool = False) -> str:
    """What the file of it is called."""
    return f"{event} - feedback for teams{NAMED if is_named else ''}"
