"""The reveal: planned after closing, confirmed by a second person, announced step by step."""

from collections.abc import Sequence

from judging_app.ceremony.reveal import reveal_plan
from judging_app.desk import result
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.recall import recalled
from judging_app.desk.sign_in import sign_in
from judging_app.desk.standings import declared_standings
from judging_app.domain.acts import ConfirmReveal, PlanReveal, RehearseReveal, Reveal, ShowScene
from judging_app.domain.event import Scene
from judging_app.domain.ids import AwardId
from judging_app.domain.panel import Judge
from judging_app.domain.reveal import RevealKind, RevealPlan, RevealStep, StepKind
from judging_app.domain.roles import Actor, Role
from judging_app.errors import DeskError
from judging_app.present.result.awards import award_score
from judging_app.store import decision_rows, programme_rows
from judging_app.tally import parts
from judging_app.tally.awards import AwardResult, award_results
from judging_app.tally.basis import Basis


def plan(desk: Desk) -> RevealPlan | None:
    """The reveal as it is stored; none until it was planned, or after the result changed."""
    return programme_rows.reveal_plan(desk.file.db)


def told_steps(desk: Desk) -> tuple[RevealStep, ...]:
    """The steps announced so far; the last of them is the one that is shown."""
    stored = plan(desk)
    return stored.steps[: desk.programme().revealed] if stored else ()


def planned(
    desk: Desk,
    kind: RevealKind = RevealKind.LAST_TO_FIRST,
    top: int | None = None,
    *,
    names_judges: bool = False,
    tells_awards: bool = False,
) -> RevealPlan:
    """The reveal that the closed result gives; for the desk's own questions, not for a screen."""
    basis = result.basis(desk)
    awards: tuple[AwardResult, ...] = ()
    if tells_awards or kind is RevealKind.AWARDS:
        awards = _awards(desk)
    return reveal_plan(
        kind,
        declared_standings(desk),
        top=top,
        names_judges=names_judges,
        awards=awards,
        parts=result_parts(basis, desk.setup().judges, kind),
    )


@recalled
def _awards(desk: Desk) -> tuple[AwardResult, ...]:
    db = desk.file.db
    return award_results(
        result.basis(desk),
        result.announced(desk),
        decision_rows.awards(db),
        decision_rows.award_decisions(db),
    )


def award_scores(desk: Desk, told: Sequence[RevealStep]) -> dict[AwardId, tuple[str, str]]:
    """What each award was won with whose winners the room knows."""
    out = {step.award: step.teams for step in told if step.kind is StepKind.WINNER and step.award}
    if not out:
        return {}
    method, rubric = desk.event().method, desk.setup().rubric
    scores = {
        one.award.id: award_score(one, method, rubric)
        for one in _awards(desk)
        if one.teams == out.get(one.award.id)
    }
    return {award: score for award, score in scores.items() if score}


def result_parts(basis: Basis, judges: Sequence[Judge], kind: RevealKind) -> parts.Parts | None:
    """The result in the parts that a reveal of this kind announces; `None` without parts."""
    match kind:
        case RevealKind.BY_CRITERION:
            return parts.by_criterion(basis)
        case RevealKind.BY_JUDGE:
            return parts.by_judge(basis, {judge.id: judge.name for judge in judges})
        case RevealKind.BY_SECTOR:
            return parts.by_sector(basis, {judge.id: judge.sector for judge in judges})
        case _:
            return None


def plan_reveal(
    desk: Desk,
    actor: Actor,
    kind: RevealKind,
    top: int | None = None,
    *,
    names_judges: bool = False,
    tells_awards: bool = False,
) -> Changed:
    """Make the reveal ready and store its steps; one that was under way starts again."""
    with desk.doing(actor, PlanReveal) as doing:
        wanted = planned(desk, kind, top, names_judges=names_judges, tells_awards=tells_awards)
        if not wanted.steps:
            raise DeskError("There is nothing to announce in this order yet. Choose another order.")
        doing.record(PlanReveal(wanted))
    return doing.changed


def confirm_reveal(desk: Desk, actor: Actor, second: Actor, pin: str) -> Changed:
    """Let a second person confirm, with their PIN, that the reveal may begin.

    Raises:
        SignInError: if the PIN is wrong.
        DeskError: if it is the same person, or nobody who may.
    """
    with desk.doing(actor, ConfirmReveal) as doing:
        _check_second(actor, second)
        if plan(desk) is None:
            doing.record(PlanReveal(planned(desk)))
    sign_in(desk, second, pin)  # an act of its own: a try is on the disk before it is looked at
    with desk.doing(actor, ConfirmReveal) as doing:
        doing.record(ConfirmReveal(second))
    return doing.changed


def reveal_to(desk: Desk, actor: Actor, revealed: int) -> Changed:
    """Announce the first `revealed` steps, and show the last of them."""
    with desk.doing(actor, Reveal) as doing:
        stored = plan(desk)
        if stored is None:
            stored = planned(desk)
            doing.record(PlanReveal(stored))
        if not 0 <= revealed <= len(stored.steps):
            raise DeskError(f"There is no step {revealed}. Choose step 1 to {len(stored.steps)}.")
        if revealed and not desk.programme().confirmed_by:
            raise DeskError(
                "The reveal needs two people. A second person must confirm it with their PIN."
            )
        if desk.programme().scene is not Scene.REVEAL:
            doing.record(ShowScene(Scene.REVEAL))
        doing.record(Reveal(revealed))
    return doing.changed


def rehearsed(desk: Desk, actor: Actor) -> Changed:
    """Record that the reveal was rehearsed to its end, on invented names."""
    with desk.doing(actor, RehearseReveal) as doing:
        doing.record(RehearseReveal())
    return doing.changed


def steps_left(desk: Desk) -> int:
    """How many steps of a planned reveal are still to be announced."""
    stored = plan(desk)
    return len(stored.steps) - desk.programme().revealed if stored else 0


def _check_second(actor: Actor, second: Actor) -> None:
    if second == actor:
        raise DeskError("You can’t confirm this yourself. Choose another person.")
    if second.role is Role.SCORER:
        raise DeskError("The scorer can’t confirm the reveal. Ask the organiser, host or a judge.")
