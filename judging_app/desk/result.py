"""The result: what it follows from, worked out, and as the panel announces it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from judging_app.desk.ballots import every_ballot
from judging_app.desk.desk import Desk
from judging_app.desk.recall import recalled
from judging_app.domain.ballots import Ballot
from judging_app.domain.decisions import TeamPoints
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.rubric import Rubric
from judging_app.domain.standings import Edition, Standing
from judging_app.store import decision_rows, event_rows
from judging_app.tally.announced import announced as announced_result
from judging_app.tally.announced import by_scores, moderated
from judging_app.tally.basis import Basis
from judging_app.tally.result import FIRST, Result, plain_result
from judging_app.tally.standings import decided
from judging_app.tally.ties import Settlement, in_force, settlement
from judging_app.tally.totals import organiser_points


@recalled
def basis(desk: Desk, method: Method | None = None, *, is_original: bool = False) -> Basis:
    """Everything that the result follows from, by the declared method unless one is named.

    `is_original` leaves the scores agreed in moderation out. For the desk's own questions.
    """
    db, event, setup = desk.file.db, desk.event(), desk.setup()
    ballots: Iterable[Ballot] = every_ballot(desk).values()
    if not is_original:
        ballots = moderated(ballots, decision_rows.agreed_scores(db))
    return Basis(
        teams=tuple(team.id for team in setup.teams),
        judges=tuple(judge.id for judge in setup.judges),
        rubric=setup.rubric,
        ballots=tuple(ballots),
        method=method or event.method,
        is_trimmed_by_criterion=event.trims_by_criterion,
        exclusions={one.team: one.exclusion for one in decision_rows.exclusions(db)},
        penalties={one.team: one.points for one in decision_rows.penalties(db)},
        points=_points(setup.rubric, decision_rows.team_points(db)),
        tie_breaks=in_force(decision_rows.tie_breaks(db), decision_rows.decision(db)),
    )


@recalled
def result_by(desk: Desk, method: Method | None = None) -> Result:
    """The result as it is announced, with all that is behind it.

    By another method than the declared one nobody decided anything, and there are no awards.
    For the desk's own questions, not for a screen.
    """
    db, declared = desk.file.db, desk.event().method
    if method is not None and method is not declared:
        return _by_scores(desk, method)
    found = _by_scores(desk, declared)
    return announced_result(
        found,
        basis(desk),
        edition(desk),
        decision_rows.decision(db),
        decision_rows.awards(db),
        decision_rows.award_decisions(db),
    )


def edition(desk: Desk) -> Edition:
    """The edition that is published, or is being made."""
    found = event_rows.editions(desk.file.db)
    return found[-1] if found else FIRST


@recalled
def _by_scores(desk: Desk, method: Method) -> Result:
    """What the scores alone give, ties settled as declared."""
    if method is Method.MEAN and is_plain(desk):
        return plain_result(desk.running_mean().standings())
    db, of = desk.file.db, basis(desk, method)
    return replace(
        by_scores(of),
        penalties={one.team: one for one in decision_rows.penalties(db)},
        exclusions={one.team: one for one in decision_rows.exclusions(db)},
        agreed=tuple(decision_rows.agreed_scores(db).values()),
    )


@recalled
def settled(desk: Desk, method: Method | None = None) -> Settlement:
    """The standings with their ties settled, by the arithmetic alone."""
    return settlement(basis(desk, method))


def announced(desk: Desk) -> tuple[Standing, ...]:
    """What is revealed and printed: the declared method's result, or the panel's own order."""
    decision = decision_rows.decision(desk.file.db)
    standings = settled(desk).standings
    return decided(standings, decision) if decision else standings


def has_decision(desk: Desk) -> bool:
    """Whether the panel decided an order of its own."""
    return decision_rows.decision(desk.file.db) is not None


def is_plain(desk: Desk) -> bool:
    """Whether the mean of the ballots as they are is the whole result by the mean."""
    db = desk.file.db
    return not (
        desk.setup().rubric.by_organiser
        or decision_rows.tie_breaks(db)
        or decision_rows.exclusions(db)
        or decision_rows.penalties(db)
        or decision_rows.agreed_scores(db)
    )


def _points(rubric: Rubric, entered: Iterable[TeamPoints]) -> Mapping[TeamId, Fraction]:
    """What the organiser's criteria add to each team that has points on all of them."""
    scores: dict[TeamId, dict[CriterionId, int]] = {}
    for one in entered:
        scores.setdefault(one.team, {})[one.criterion] = one.score
    needed = {criterion.id for criterion in rubric.by_organiser}
    return {
        team: organiser_points(rubric, own) for team, own in scores.items() if needed <= own.keys()
    }
