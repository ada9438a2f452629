"""What makes a team's place or score what it is, said the same at every door."""

from collections.abc import Mapping
from types import MappingProxyType

from judging_app.domain.event import Audience, Method, Phase
from judging_app.domain.ids import TeamId
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.domain.tie_breaks import TieRule
from judging_app.present.numbers import readable
from judging_app.present.result.ties import rule_text
from judging_app.present.words.ballots import EXCLUSION_WORDS
from judging_app.tally.result import Result
from judging_app.words import counted, listed, ordinal

PROVISIONAL = "provisional"
BY_PANEL = "decided by the panel"
JUST_AHEAD = "ahead by less than 0.01"
BY_MAJORITY = "ahead by the larger majority"

_STATUS: Mapping[Phase, str] = MappingProxyType(
    {
        Phase.SETTING_UP: "Draft: scoring isn’t open yet.",
        Phase.SCORING: "Provisional: scoring is open, so places may still change.",
        Phase.CLOSED: "For the panel: the result isn’t published yet.",
    }
)


def status_text(phase: Phase, edition: int) -> str:
    """Whether the result may still change; empty for a published first edition."""
    if phase is not Phase.PUBLISHED:
        return _STATUS[phase]
    return f"Edition {edition}, published." if edition > 1 else ""


def result_remarks(
    rubric: Rubric, result: Result, audience: Audience, *, is_provisional: bool
) -> Mapping[TeamId, tuple[str, ...]]:
    """For each team whatever makes its place or score what it is.

    The panel reads the reasons too; the public, that there was a penalty or a decision.
    """
    decided = result.decided
    agreed = [one.team for one in result.agreed if one.before != one.after]
    found: dict[TeamId, tuple[str, ...]] = {}
    for one in result.standings:
        said = [_out_text(one, result, audience), _penalty_text(one, result, audience)]
        if one.exclusion is None and (count := agreed.count(one.team)):
            said.append(f"{counted(count, 'score')} agreed by the panel")
        note = place_note(rubric, result, one.team)
        said.append(_with_reason(note, result, audience) if one.team in decided else note)
        if is_provisional and one.place is not None:
            said.append(PROVISIONAL)
        found[one.team] = tuple(text for text in said if text)
    return found


def place_note(rubric: Rubric, result: Result, team: TeamId) -> str:
    """What put a team where the scores alone would not: the panel, or a tie-break by its name."""
    if team in result.decided:
        return BY_PANEL
    rule = result.settled_by().get(team)
    if rule is None:
        return ""
    return BY_PANEL if rule.rule is TieRule.PANEL else f"tie settled by {rule_text(rubric, rule)}"


def decision_text(setup: Setup, result: Result, audience: Audience) -> str:
    """What the panel decided beside the scores, as a sentence; empty if nothing."""
    if result.decision is None or not result.standings:
        return ""
    names = {team.id: team.name for team in setup.teams}
    parts: list[str] = []
    for joint in _placed_together(result):
        word = "joint " if len(joint) > 1 else ""
        place = ordinal(joint[0].place or 0)
        parts.append(f"{listed([names[one.team] for one in joint])} {word}{place}")
    why = f" Reason: {result.decision.reason.strip()}" if audience is Audience.PANEL else ""
    return f"The panel decided: {listed(parts)}.{why}" if parts else ""


def left_out_texts(setup: Setup, result: Result) -> tuple[str, ...]:
    """Each judge from whose ballots the method draws nothing, with the reason."""
    names = {judge.id: f"{judge.name} ({judge.id})" for judge in setup.judges}
    return tuple(
        f"{names[judge]} is left out: {_LEFT_OUT[result.method]}" for judge in result.left_out
    )


_LEFT_OUT: Mapping[Method, str] = MappingProxyType(
    {
        method: "this method can’t use these ballots."
        if method is not Method.Z_SCORE
        else "all totals are equal, so they say nothing about who is ahead."
        for method in Method
    }
)


def _placed_together(result: Result) -> list[list[Standing]]:
    """The teams that the decision names, those that share a place together."""
    decision = result.decision
    named = {team for joint in decision.order for team in joint} if decision else set()
    together: dict[int, list[Standing]] = {}
    for one in result.standings:
        if one.team in named and one.place is not None:
            together.setdefault(one.place, []).append(one)
    return list(together.values())


def _out_text(one: Standing, result: Result, audience: Audience) -> str:
    if one.exclusion is None:
        return ""
    known = result.exclusions.get(one.team)
    reason = known.reason.strip() if known and audience is Audience.PANEL else ""
    words = EXCLUSION_WORDS[one.exclusion]
    return f"{words}: {reason}" if reason else words


def _penalty_text(one: Standing, result: Result, audience: Audience) -> str:
    if not one.penalty or one.exclusion is not None:
        return ""
    points = "point" if one.penalty == 1 else "points"
    known = result.penalties.get(one.team)
    reason = known.reason.strip() if known and audience is Audience.PANEL else ""
    return f"{readable(one.penalty)} {points} taken off" + (f": {reason}" if reason else "")


def _with_reason(text: str, result: Result, audience: Audience) -> str:
    reason = result.decision.reason.strip() if result.decision else ""
    return f"{text}: {reason}" if reason and audience is Audience.PANEL else text
