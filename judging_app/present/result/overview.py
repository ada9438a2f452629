"""The result at one glance: who wins, by how much, and how firm that is in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from judging_app.domain.event import Phase
from judging_app.present.result.checks import ChecksView
from judging_app.present.result.compared import place_text, placed_first
from judging_app.present.result.standings import StandingRow, StandingsView
from judging_app.present.words.methods import METHOD_WORDS, score_text
from judging_app.words import capitalised, counted, listed


@dataclass(frozen=True, slots=True)
class Winner:
    """Who is first; `pair` are the two teams that `why` asks about, where there are two."""

    label: str
    name: str
    score: str
    facts: str
    why: str = ""
    pair: tuple[str, str] = ("", "")
    is_joint: bool = False


@dataclass(frozen=True, slots=True)
class Firmness:
    """How firm that is: a sentence, the checks behind it, and what the panel is to be told."""

    is_firm: bool
    sentence: str
    same: int = 0
    told: int = 0
    otherwise: str = ""
    detail: str = ""
    urge: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The winner with the firmness, or `nothing`: why there is none."""

    winner: Winner | None
    firmness: Firmness | None
    nothing: str = ""

    @property
    def line(self) -> str:
        """The winner in one line, for where there is no room for more."""
        if self.winner is None:
            return "No result yet"
        place = "Joint 1st" if self.winner.is_joint else "1st"
        return f"{place} {self.winner.name} {self.winner.score.split(' ')[0]}"

    @property
    def firm_word(self) -> str:
        """How firm it is, in two words; empty without a result."""
        if self.firmness is None or not self.firmness.told:
            return ""
        return "firm" if self.firmness.is_firm else "not firm"


TELL_THE_PANEL = "Tell the panel before the reveal."


def overview(
    view: StandingsView | None,
    checks: ChecksView | None,
    *,
    owed: int,
    detail: str = "",
    refusal: str = "",
) -> Overview:
    """The result in sight of everything that makes it firm or not.

    `owed` ballots are still to come, `detail` is what makes the difference between the methods,
    and `refusal` why the event's method gives no result.
    """
    first = placed_first(view) if view else ()
    if view is None or not first:
        return Overview(None, None, refusal or nothing_yet(owed))
    return Overview(_winner(view, first), _firmness(view, checks, owed, detail))


def nothing_yet(owed: int) -> str:
    """Why there is no winner: what is still to come."""
    if not owed:
        return "No result yet: there is no ballot."
    return f"No result yet: {counted(owed, 'ballot')} still to come."


def _winner(view: StandingsView, first: Sequence[StandingRow]) -> Winner:
    is_joint = len(first) > 1
    after = next((row for row in view.rows if row.place and row.place > 1), None)
    scores = dict.fromkeys(row.score_text for row in first if row.score_text)
    why, pair = _why(first, after)
    return Winner(
        label=_label(view, first),
        name=listed([row.team for row in first]),
        score=f"{listed([*scores])} {view.full_total_text}" if scores else "",
        facts=" · ".join(part for part in (_ballots(first), _lead(view, first, after)) if part),
        why=why,
        pair=pair,
        is_joint=is_joint,
    )


def _label(view: StandingsView, first: Sequence[StandingRow]) -> str:
    joint = "joint 1st" if len(first) > 1 else "1st"
    so_far = " so far" if view.phase is Phase.SCORING else ""
    if any(row.is_decided for row in first):
        return capitalised(f"{joint}{so_far} by the panel’s decision")
    method = METHOD_WORDS[view.method].in_sentence
    return capitalised(f"{joint}{so_far} by {method}, the event’s method")


def _ballots(first: Sequence[StandingRow]) -> str:
    return listed([*dict.fromkeys(row.ballots_text for row in first)])


def _lead(view: StandingsView, first: Sequence[StandingRow], after: StandingRow | None) -> str:
    """By how much the first are ahead, or what puts them there in spite of their scores."""
    if any(row.is_decided for row in first):
        places = listed([f"{row.team} {place_text(_by_scores(row))}" for row in first])
        return f"by the scores alone: {places}"
    if after is None or after.score is None or first[0].score is None:
        return ""
    gap = abs(first[0].score - after.score)
    if not gap:
        return f"ahead of {after.team}: {first[0].place_note or 'the same score'}"
    return f"{score_text(view.method, gap)} ahead of {after.team}"


def _by_scores(row: StandingRow) -> StandingRow:
    return replace(
        row,
        place=row.scored_place,
        is_tied=row.scored_is_tied,
        place_text=row.scored_place_text,
    )


def _why(first: Sequence[StandingRow], after: StandingRow | None) -> tuple[str, tuple[str, str]]:
    if len(first) > 1:
        return "Why are they joint?", (first[0].team_id, first[1].team_id)
    if after is None:
        return "", ("", "")
    return f"Why is it above {after.team}?", (first[0].team_id, after.team_id)


def _firmness(
    view: StandingsView, checks: ChecksView | None, owed: int, detail: str
) -> Firmness | None:
    if checks is None:
        return None
    if not checks.told:
        return Firmness(is_firm=False, sentence=checks.sentence)
    is_firm = checks.same == checks.told and not detail
    return Firmness(
        is_firm=is_firm,
        sentence=_sentence(view, checks, owed, is_firm=is_firm),
        same=checks.same,
        told=checks.told,
        otherwise=_otherwise(checks),
        detail=detail,
        urge=TELL_THE_PANEL if detail else "",
    )


def _sentence(view: StandingsView, checks: ChecksView, owed: int, *, is_firm: bool) -> str:
    count = (
        f"all {counted(checks.told, 'check')}"
        if checks.same == checks.told > 1
        else f"{checks.same} of {counted(checks.told, 'check')}"
    )
    if view.phase is Phase.SCORING and owed:
        return (
            f"Not final: {counted(owed, 'ballot')} still to come. So far the winner is the same "
            f"in {count}."
        )
    if checks.decision:
        return f"By the scores alone, the winner stays the same in {count}."
    return f"This result is {'firm' if is_firm else 'not firm'}: it stays the same in {count}."


def _otherwise(checks: ChecksView) -> str:
    """Who wins in the others: "in 11, Team Lantern wins"."""
    parts = [f"in {count}, {_wins(teams)}" for teams, count in checks.others[:2]]
    rest = sum(count for _, count in checks.others[2:])
    return "; ".join([*parts, *([f"in {rest}, others"] if rest else [])])


def _wins(teams: str) -> str:
    if len(teams) > _LONGEST:
        return "others win"  # named one by one in the checks
    return f"{teams} {'win' if teams.endswith(' together') else 'wins'}"


_LONGEST = 60
"""Letters of a winner's name in a line about many."""
