"""The winner as a headline: who, with what, how firmly, and what they pitched."""

from dataclasses import dataclass

from judging_app.domain.event import Phase
from judging_app.domain.ids import TeamId
from judging_app.domain.setup import Setup
from judging_app.present.organiser.score_sheets import challenge_of, joint_place, place_in_words
from judging_app.present.result.checks import ChecksView
from judging_app.present.result.compared import placed_first
from judging_app.present.result.overview import overview
from judging_app.present.result.standings import StandingsView
from judging_app.words import counted, listed


@dataclass(frozen=True, slots=True)
class Headline:
    """Who won, a line each, with what and how firmly; and what they pitched."""

    names: tuple[str, ...]
    won: str
    facts: str = ""
    task: str = ""


def headline(setup: Setup, announced: StandingsView, checks: ChecksView) -> Headline:
    """Of the result as it is announced; joint winners have a line each."""
    first = placed_first(announced)
    winner = overview(announced, checks, owed=0).winner
    if winner is None:
        return Headline(("No result yet",), "No team has a place.")
    is_over = announced.phase in (Phase.CLOSED, Phase.PUBLISHED)
    place = place_in_words(first[0])
    won = f"won {place[0].lower()}{place[1:]}" if is_over else f"{place} so far"
    by = " by the panel’s decision" if first[0].is_decided else ""
    firm = f"first in {checks.same} of {counted(checks.told, 'check')}" if checks.told else ""
    facts = winner.facts
    if first[0].is_decided:
        by_scores = {
            joint_place(row.scored_place, is_tied=row.scored_is_tied)
            for row in first
            if row.scored_place
        }
        facts = f"{first[0].ballots_text} · {listed(sorted(by_scores))} by the scores alone"
    return Headline(
        tuple(row.team for row in first),
        f"{won}{by}{f' with {winner.score}' if winner.score else ''}",
        " · ".join(part for part in (facts, firm) if part),
        _task(setup, first[0].team_id) if len(first) == 1 else "",
    )


def _task(setup: Setup, team: TeamId) -> str:
    """What a team pitched, and for whom."""
    title = challenge_of(setup, team)
    names = {one.id: one.name for one in setup.organisations}
    owners = [names[one.owner] for one in setup.challenges if one.team == team and one.owner]
    return " · ".join(part for part in (f"“{title}”" if title else "", *owners) if part)
