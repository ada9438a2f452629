"""Who gets each award, and why, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from judging_app.domain.decisions import Award, AwardDecision, AwardKind
from judging_app.domain.event import Method
from judging_app.domain.ids import AwardId
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.present.words.methods import score_text, unit_text
from judging_app.tally.awards import AwardResult
from judging_app.words import listed, ordinal


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One award; `winners` is empty while nobody has it, and `why` says why in either case."""

    title: str
    winners: str
    why: str


def award_rows(
    setup: Setup,
    results: Sequence[AwardResult],
    decisions: Mapping[AwardId, AwardDecision],
) -> tuple[AwardRow, ...]:
    """The awards in their own order, for the panel."""
    names = {team.id: team.name for team in setup.teams}
    return tuple(
        AwardRow(
            result.award.title,
            listed([names[team] for team in result.teams]),
            _why(setup, result, decisions),
        )
        for result in results
    )


def _why(setup: Setup, result: AwardResult, decisions: Mapping[AwardId, AwardDecision]) -> str:
    award = result.award
    if result.is_decided:
        who = "The people chose" if award.kind is AwardKind.PEOPLE else "The panel decided"
        return f"{who}: {decisions[award.id].reason}"
    match award.kind:
        case AwardKind.PANEL:
            return "The panel has not decided yet."
        case AwardKind.PEOPLE:
            return "The people have not chosen yet."
        case AwardKind.PLACE:
            place = ordinal(award.place or 0)
            return f"For {place} place." if result.teams else f"No team has {place} place."
        case AwardKind.CRITERIA:
            return _best_on(setup, result)


def award_score(result: AwardResult, method: Method, rubric: Rubric) -> tuple[str, str] | None:
    """What an award on some criteria was won with, and of what: "11.57", "of 15 for Evidence".

    More than one criterion were named with the award. A score that is no number of points says
    nothing to a room, and what was decided has none.
    """
    wanted = tuple(one for one in rubric.criteria if one.id in result.award.criteria)
    unit = unit_text(method, Rubric(wanted)) if wanted else ""
    if result.score is None or not unit.startswith("of "):
        return None
    what = f"{unit} for {wanted[0].title}" if len(wanted) == 1 else unit
    return score_text(method, result.score), what


def award_ground(award: Award, rubric: Rubric) -> str:
    """What an award goes by, as it was declared; empty for a place, whose title says it."""
    match award.kind:
        case AwardKind.PANEL:
            return "Chosen by the panel"
        case AwardKind.PEOPLE:
            return "Chosen by the people"
        case AwardKind.PLACE:
            return ""
        case AwardKind.CRITERIA:
            titles = {one.id: one.title for one in rubric.criteria}
            return f"Best on {listed([titles[criterion] for criterion in award.criteria])}"


def _best_on(setup: Setup, result: AwardResult) -> str:
    names = {team.id: team.name for team in setup.teams}
    best = award_ground(result.award, setup.rubric)
    if not result.passed_over:
        return f"{best}."
    over = listed([names[team] for team in result.passed_over])
    return f"{best} among teams without an earlier award. Ahead, but already with an award: {over}."
