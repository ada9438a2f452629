"""Fills the forms of the decisions with what is entered, declared and given so far."""

from collections.abc import Sequence

from judging_app.desk.ballots import all_ballots
from judging_app.desk.desk import Desk
from judging_app.desk.result_questions import awards, declared_awards, declared_tie_breaks, points
from judging_app.domain.decisions import Award
from judging_app.domain.event import Phase
from judging_app.domain.roles import Actor
from judging_app.domain.rubric import Rubric
from judging_app.errors import MethodError
from judging_app.present.criteria import scale_text, score_text, sectioned_title
from judging_app.present.words.methods import refusal_text
from judging_app.present.words.tie_rules import every_tie_break, tie_break_name
from ui.result.awards import SectionChoice
from ui.result.decisions import DecisionsPart
from ui.result.tie_breaks import TieBreakChoice
from ui.result.wanted import AwardWanted, GivenScore
from ui.widgets.picker import Choice


def show_given(desk: Desk, actor: Actor, part: DecisionsPart) -> None:
    """Show the scores as the judges gave them, to who may agree on others."""
    rubric = desk.setup().rubric
    part.agreed.show_given(
        [
            GivenScore(
                ballot.judge,
                ballot.team,
                one.id,
                score_text(one, ballot.scores[one.id]),
                scale_text(one),
            )
            for ballot in all_ballots(desk, actor).values()
            if ballot.counts
            for one in rubric.judged
        ]
    )


def show_points(desk: Desk, actor: Actor, part: DecisionsPart) -> None:
    """Show the organiser's points, if the rubric has any criterion of theirs."""
    part.show_points(points(desk, actor) if desk.setup().rubric.by_organiser else ())


def show_awards(desk: Desk, actor: Actor, part: DecisionsPart) -> None:
    """Show the awards, and who gets them as long as the method gives a result."""
    setup, declared = desk.setup(), declared_awards(desk, actor)
    part.award.show_criteria(
        [Choice(one.id, sectioned_title(one)) for one in setup.rubric.judged],
        _sections(setup.rubric),
    )
    choices = [_award_choice(one) for one in declared]
    try:
        part.show_awards(choices, awards(desk, actor))
    except MethodError as refusal:
        part.show_awards(choices, (), refusal_text(setup, str(refusal)) if declared else "")


def show_rules(desk: Desk, actor: Actor, part: DecisionsPart) -> None:
    """Show the method and the tie-breaks as they are declared."""
    event, rubric = desk.event(), desk.setup().rubric
    is_late = event.phase is not Phase.SETTING_UP
    part.method.show_declared(event.method, event.trims_by_criterion, is_late=is_late)
    choices = [TieBreakChoice(one, tie_break_name(rubric, one)) for one in every_tie_break(rubric)]
    part.tie_breaks.show_declared(choices, declared_tie_breaks(desk, actor), is_late=is_late)


def _award_choice(award: Award) -> AwardWanted:
    return AwardWanted(
        award.id,
        award.title,
        award.kind,
        award.place,
        award.criteria,
        award.passes_over_winners,
    )


def _sections(rubric: Rubric) -> Sequence[SectionChoice]:
    """The sections with a title; one that is broken off and taken up again is one to choose."""
    found: dict[str, list[str]] = {}
    for criterion in rubric.judged:
        if criterion.section:
            found.setdefault(criterion.section, []).append(criterion.id)
    return [SectionChoice(title, tuple(criteria)) for title, criteria in found.items()]
