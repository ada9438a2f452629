"""How a team's score follows from the ballots on its sheet, in the order in which it is done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from judging_app.domain.ballots import Ballot
from judging_app.domain.decisions import AgreedScore
from judging_app.domain.event import Event, Method
from judging_app.domain.ids import JudgeId
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.present.numbers import readable, shown
from judging_app.present.result.standings import StandingRow, StandingsView
from judging_app.present.words.methods import score_text, short_definition
from judging_app.tally.outcome import IN_POINTS
from judging_app.tally.totals import total
from judging_app.words import capitalised, counted, ordinal

ACROSS_TEAMS = frozenset(
    {Method.ADJUSTED, Method.RANK, Method.RANK_POINTS, Method.MAJORITY, Method.Z_SCORE}
)
"""The methods that look at other teams' ballots too, which aren't on a team's sheet."""

WHY_NOT = "This takes the ballots for the other teams too, so it can’t be added up on this sheet."


@dataclass(frozen=True, slots=True)
class ScoreStep:
    """One step from the ballots to the place: what is done, and the figure that it gives."""

    text: str
    figure: str = ""


def out_text(row: StandingRow) -> str:
    """Why a team that is out has no place; empty for one that takes part."""
    if not row.is_out:
        return ""
    said = row.remarks[0]
    end = "" if said.endswith((".", "!", "?")) else "."
    return f"{capitalised(said)}{end} This team has no place, and no score counts."


def score_steps(
    event: Event, setup: Setup, row: StandingRow, result: StandingsView, given: Sequence[Ballot]
) -> tuple[ScoreStep, ...]:
    """The steps for a team with a score, from the `given` ballots that count; none for another."""
    if row.score is None:
        return ()
    return tuple(_steps(event, setup, row, result, given))


def agreed_step(setup: Setup, agreed: AgreedScore) -> str:
    """What the panel agreed on in place of a judge's score: "… 6 → 9. Reason: …"."""
    criterion = setup.rubric.criterion(agreed.criterion)
    names: Mapping[JudgeId, str] = {judge.id: judge.name for judge in setup.judges}
    before, after = (readable(criterion.in_points(one)) for one in (agreed.before, agreed.after))
    return (
        f"Agreed score for {criterion.title} by {names[agreed.judge]}: {before} → {after}. "
        f"Reason: {agreed.reason.strip()}"
    )


def _steps(
    event: Event, setup: Setup, row: StandingRow, result: StandingsView, given: Sequence[Ballot]
) -> Iterator[ScoreStep]:
    method, score = result.method, row.score or Fraction(0)
    count = counted(len(given), "ballot")
    yield ScoreStep(f"Mean of {count} as given", _mean_text(given, setup.rubric))
    for one in row.agreed:
        yield ScoreStep(agreed_step(setup, one))
    if row.agreed:
        yield ScoreStep(
            "Mean with the agreed scores", _mean_text(_agreed(given, row.agreed), setup.rubric)
        )
    if method is not Method.MEAN:
        before = score - row.points + row.penalty if method in IN_POINTS else score
        why = f" {WHY_NOT}" if method in ACROSS_TEAMS else ""
        yield ScoreStep(f"{short_definition(event)}{why}", score_text(method, before))
    if row.points:
        yield ScoreStep("Organiser’s points", _signed(row.points))
    if row.penalty:
        reason = f": {row.penalty_reason.strip()}" if row.penalty_reason.strip() else ""
        yield ScoreStep(f"Penalty{reason}", _signed(-row.penalty))
    yield ScoreStep("Score", f"{row.score_text} {result.full_total_text}")
    yield ScoreStep(f"Place{_beside(row)}", _place(row.place, is_tied=row.is_tied))


def _beside(row: StandingRow) -> str:
    """What else is to know of the place."""
    notes = [row.place_note] if row.place_note else []
    if row.is_decided:
        scored = _place(row.scored_place, is_tied=row.scored_is_tied)
        notes.append(f"by the scores alone: {scored}")
    return f" ({'; '.join(notes)})" if notes else ""


def _place(place: int | None, *, is_tied: bool) -> str:
    if place is None:
        return "none"
    return f"{'joint ' if is_tied else ''}{ordinal(place)}"


def _signed(value: Fraction) -> str:
    return f"+{shown(value)}" if value > 0 else f"−{shown(-value)}"


def _agreed(given: Sequence[Ballot], agreed: Sequence[AgreedScore]) -> list[Ballot]:
    after = {(one.judge, one.criterion): one.after for one in agreed}
    return [
        replace(
            ballot,
            scores={
                criterion: after.get((ballot.judge, criterion), score)
                for criterion, score in ballot.scores.items()
            },
        )
        for ballot in given
    ]


def _mean_text(given: Sequence[Ballot], rubric: Rubric) -> str:
    if not given:
        return "–"
    return shown(sum((total(one, rubric) for one in given), Fraction(0)) / len(given))
