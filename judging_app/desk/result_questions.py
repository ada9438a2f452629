"""What the panel may ask about its result; each question is for those who may see it alone.

Anybody else is refused with `NotAllowedError`. A method that gives no result on these ballots
refuses with `MethodError`, in the teams' own names.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from judging_app.desk import result
from judging_app.desk.ballots import all_ballots
from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.decisions import Award
from judging_app.domain.event import Audience, Method
from judging_app.domain.ids import CriterionId, TeamId
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Setup
from judging_app.domain.tie_breaks import DeclaredTieBreak
from judging_app.errors import UnknownError
from judging_app.present.result import ties
from judging_app.present.result.agreement import AgreementView, agreement_view
from judging_app.present.result.awards import AwardRow, award_rows
from judging_app.present.result.checks import ChecksView, after_decision, checks_view
from judging_app.present.result.decisions import TOLD_FROM, DecisionLine, decision_lines
from judging_app.present.result.points import PointsRow, points_rows
from judging_app.present.result.reach import ReachRow, reach_rows
from judging_app.present.result.remarks import decision_text
from judging_app.present.result.spread import SpreadView, spread_view
from judging_app.present.result.why import WhyView, why_view
from judging_app.present.words.methods import refusing_by_name
from judging_app.store import decision_rows
from judging_app.store.bodies import act_of
from judging_app.tally.agreement import agreement as agreement_of
from judging_app.tally.awards import award_results
from judging_app.tally.checks import checks as checks_of
from judging_app.tally.complete_panel import fully_judged
from judging_app.tally.reach import reach as reach_of
from judging_app.tally.ties import settlement
from judging_app.tally.why import why as why_of
from judging_app.words import listed


@contextmanager
def _asked(desk: Desk, actor: Actor) -> Iterator[Setup]:
    desk.check_sight(actor, Sight.PANEL_RESULT)
    setup = desk.setup()
    with refusing_by_name(setup):
        yield setup


def tie_views(desk: Desk, actor: Actor) -> tuple[ties.TieView, ...]:
    """How each tie of the declared method's result was settled, in its parts."""
    with _asked(desk, actor) as setup:
        found = result.result_by(desk)
        return ties.tie_views(setup, result.settled(desk).ties, found.decided)


def tie_sentences(desk: Desk, actor: Actor) -> tuple[str, ...]:
    """The same, one paragraph to each tie."""
    return tuple(view.paragraph for view in tie_views(desk, actor))


def why(
    desk: Desk, actor: Actor, one: TeamId, other: TeamId, method: Method | None = None
) -> WhyView:
    """The gap between two teams in parts, by the declared method unless another is named."""
    with _asked(desk, actor) as setup:
        basis = result.basis(desk, method)
        _check_apart(setup, one, other)
        try:
            return why_view(setup, why_of(basis, one, other), result.result_by(desk, method))
        except UnknownError as refusal:
            names = listed([team.name for team in setup.teams if team.id in (one, other)])
            raise UnknownError(
                f"{names} don’t both have a place. Choose two teams that do."
            ) from refusal


def _check_apart(setup: Setup, one: TeamId, other: TeamId) -> None:
    teams = {team.id for team in setup.teams}
    if one == other or not {one, other} <= teams:
        raise UnknownError("Choose two different teams of this event to compare.")


def reach(desk: Desk, actor: Actor) -> tuple[ReachRow, ...]:
    """Which places each team that is not out can still reach, in the teams' order."""
    with _asked(desk, actor) as setup:
        return reach_rows(setup, reach_of(result.basis(desk)))


def checks(desk: Desk, actor: Actor, first: int = 1) -> ChecksView:
    """Whether the first `first` places stay the same with one thing changed at a time.

    They are those that the scores alone give, ties settled as declared. What the panel decided
    instead is said first.
    """
    with _asked(desk, actor) as setup:
        decided = decision_text(setup, result.result_by(desk), Audience.PANEL)
        basis = result.basis(desk)
        sectors = {judge.id: judge.sector for judge in setup.judges}
        found = checks_of(basis, sectors, first=first)
        view = checks_view(setup, settlement(basis).standings, found, first)
        return after_decision(view, decided)


def agreement(desk: Desk, actor: Actor) -> AgreementView:
    """How far the panel agrees, of the scores as they were given.

    Scores agreed in moderation are left out: they would make a panel look more of one mind than
    it was.
    """
    with _asked(desk, actor) as setup:
        totals = result.basis(desk, is_original=True).totals
        everything = agreement_of(totals)
        return agreement_view(setup, everything, agreement_of(fully_judged(totals)))


def spread(desk: Desk, actor: Actor, criterion: CriterionId | None = None) -> SpreadView:
    """The ballots that count side by side, by their totals unless a criterion is named.

    A single judge's ballot can be seen from it, so it takes the right to see them all.
    """
    given = all_ballots(desk, actor).values()
    return spread_view(desk.setup(), result.basis(desk).counted, given, criterion)


def points(desk: Desk, actor: Actor) -> tuple[PointsRow, ...]:
    """Every team on every criterion of the organiser's, entered or missing."""
    with _asked(desk, actor) as setup:
        return points_rows(setup, decision_rows.team_points(desk.file.db))


def awards(desk: Desk, actor: Actor) -> tuple[AwardRow, ...]:
    """Every award as it is now, with its winners and why."""
    with _asked(desk, actor) as setup:
        db = desk.file.db
        decisions = decision_rows.award_decisions(db)
        results = award_results(
            result.basis(desk), result.announced(desk), decision_rows.awards(db), decisions
        )
        return award_rows(setup, results, decisions)


def declared_awards(desk: Desk, actor: Actor) -> tuple[Award, ...]:
    """The awards in their own order, whoever gets them."""
    with _asked(desk, actor):
        return decision_rows.awards(desk.file.db)


def declared_tie_breaks(desk: Desk, actor: Actor) -> tuple[DeclaredTieBreak, ...]:
    """The rules that settle a tie, in the order in which they are asked."""
    with _asked(desk, actor):
        return decision_rows.tie_breaks(desk.file.db)


def record(desk: Desk, actor: Actor) -> tuple[DecisionLine, ...]:
    """Everything that was decided about the result, the newest first."""
    with _asked(desk, actor) as setup:
        told_from = (entry for entry in desk.entries() if entry.act in TOLD_FROM)
        return decision_lines(
            setup,
            ((entry, act_of(entry.act, entry.body) if entry.body else None) for entry in told_from),
        )
