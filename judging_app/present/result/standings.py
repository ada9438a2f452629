"""The result as one audience may see it: the one gate between the result and every door.

Screens, the projector, the script, papers, exports and the command line read a `StandingsView`
and nothing else, so that each says the same of each team.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from judging_app.ceremony.told import told_places
from judging_app.domain.decisions import AgreedScore
from judging_app.domain.event import Audience, Board, Event, Method, Phase
from judging_app.domain.ids import TeamId
from judging_app.domain.reveal import RevealStep
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.present.numbers import readable
from judging_app.present.result.awards import AwardRow, award_rows
from judging_app.present.result.remarks import (
    BY_MAJORITY,
    JUST_AHEAD,
    PROVISIONAL,
    decision_text,
    left_out_texts,
    place_note,
    result_remarks,
    status_text,
)
from judging_app.present.words.ballots import EXCLUSION_WORDS
from judging_app.present.words.methods import exact_score_text, score_text, unit_text
from judging_app.tally.result import Result, plain_result

NO_PLACE = "–"
"""Shown where a team has no place because it has no submitted ballot."""


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One team's line; what its audience may not know is `None` or empty, never zero.

    `place` is announced; `scored_place` is what the scores alone give, which differs where the
    panel decided. A team that is out has its word in place of the place: "withdrawn". `remarks`
    say that, and all else that makes the place or the score what it is; `place_note` is the one
    that the audience reads under the place: "decided by the panel". `penalty` was taken off
    the score and the organiser's `points` put on; their reason and the `agreed` scores are the
    panel's.
    """

    team_id: TeamId
    place: int | None
    is_tied: bool
    place_text: str
    team: str
    score: Fraction | None
    score_text: str
    exact_text: str
    ballots: int
    expected: int
    ballots_text: str
    remarks: tuple[str, ...] = ()
    scored_place: int | None = None
    scored_is_tied: bool = False
    scored_place_text: str = ""
    is_decided: bool = False
    place_note: str = ""
    awards: tuple[str, ...] = ()
    penalty: Fraction = Fraction(0)
    penalty_reason: str = ""
    points: Fraction = Fraction(0)
    agreed: tuple[AgreedScore, ...] = ()

    @property
    def is_out(self) -> bool:
        """Whether the team is withdrawn or disqualified."""
        return self.place is None and self.place_text not in ("", NO_PLACE)

    @property
    def audience_note(self) -> str:
        """What the audience reads beside the score, so that places follow from what it sees."""
        if self.place_note or not self.penalty or self.place is None:
            return self.place_note
        return f"{readable(self.penalty)} {'point' if self.penalty == 1 else 'points'} off"

    @property
    def remark(self) -> str:
        """All remarks in one line."""
        return "; ".join(self.remarks)

    @property
    def own_remark(self) -> str:
        """The remarks that neither the place nor the words around the rows say already."""
        said = (self.place_text, PROVISIONAL)
        return "; ".join(one for one in self.remarks if one not in said)


@dataclass(frozen=True, slots=True)
class StandingsView:
    """The result by one method for one audience, with the words around it.

    `full_total_text` is the unit that follows a score, which is "of 100" for a score in points.
    `status` says whether it may still change, `decision` what the panel decided beside the
    scores and `order` the teams that it named, `left_out` from whose ballots the method draws
    nothing and why, `awards` who gets each. `fingerprint` is the code of the edition; empty while
    there is nothing to give out.
    """

    title: str
    method: Method
    audience: Audience
    full_total: Fraction
    full_total_text: str
    rows: tuple[StandingRow, ...]
    note: str
    edition: int = 1
    phase: Phase = Phase.SETTING_UP
    status: str = ""
    decision: str = ""
    order: tuple[tuple[str, ...], ...] = ()
    left_out: tuple[str, ...] = ()
    awards: tuple[AwardRow, ...] = ()
    fingerprint: str = ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What is under the rows at every door, most important first."""
        return tuple(one for one in (self.status, self.decision, *self.left_out, self.note) if one)


def panel_view(event: Event, setup: Setup, result: Result) -> StandingsView:
    """Everything, in the announced order."""
    return _view(event, setup, Audience.PANEL, result, _rows(event, setup, result, Audience.PANEL))


def public_view(
    event: Event,
    setup: Setup,
    result: Result,
    *,
    told_steps: Sequence[RevealStep] = (),
    frozen: Sequence[Standing] = (),
) -> StandingsView:
    """What the public may see of `result`, which is that of the declared method.

    Before the result is published, only the places announced by `told_steps` of the reveal are
    there, below the teams still to be announced. Those are in the order of the set-up, so that the
    order itself gives nothing away. Steps count only while scoring is closed: after reopening, what
    was announced no longer holds. While scoring goes on, a live board shows everything, and a
    frozen one the `frozen` standings in place of these.
    """
    is_frozen = event.board is Board.FROZEN and event.phase is Phase.SCORING
    nothing = replace(plain_result((), event.method), edition=result.edition)
    kept = tuple(frozen)
    shown = replace(nothing, standings=kept, by_scores=kept) if is_frozen else result
    if event.phase is not Phase.PUBLISHED:
        shown = replace(shown, awards=())
    everything = _rows(event, setup, shown, Audience.PUBLIC)
    told = None if is_frozen else _told(event, result.standings, told_steps)
    if told is None:
        return _view(event, setup, Audience.PUBLIC, shown, everything)
    running = {team.id: number for number, team in enumerate(setup.teams)}
    untold = [_withheld(row) for row in everything if row.team_id not in told]
    rows = (
        *sorted(untold, key=lambda row: (running[row.team_id], row.team_id)),
        *(_untold_beside(row) for row in everything if row.team_id in told),
    )
    return _view(event, setup, Audience.PUBLIC, nothing, rows)


def ballots_text(ballots: int, expected: int) -> str:
    """How many ballots are behind a result: "7 of 8 ballots"."""
    return f"{ballots} of {expected} {'ballot' if expected == 1 else 'ballots'}"


def _told(
    event: Event, standings: Sequence[Standing], steps: Sequence[RevealStep]
) -> Collection[TeamId] | None:
    """The teams whose places are out; `None` once there is nothing to withhold."""
    if event.phase is Phase.PUBLISHED:
        return None
    if event.board is Board.LIVE and event.phase is Phase.SCORING:
        return None
    if event.phase is not Phase.CLOSED:
        return frozenset()
    told = told_places(steps)
    placed = {standing.team for standing in standings if standing.place is not None}
    return None if placed and placed <= told else told


def _withheld(row: StandingRow) -> StandingRow:
    """`row` with nothing but its team and how many ballots are in."""
    return replace(
        _untold_beside(row),
        place=None,
        is_tied=False,
        place_text="",
        score=None,
        score_text="",
        exact_text="",
        remarks=(),
        penalty=Fraction(0),
        points=Fraction(0),
        is_decided=False,
        place_note="",
    )


def _untold_beside(row: StandingRow) -> StandingRow:
    """`row` without what would let out something of teams that are still to be announced."""
    return replace(row, scored_place=None, scored_is_tied=False, scored_place_text="", awards=())


def _rows(
    event: Event, setup: Setup, result: Result, audience: Audience
) -> tuple[StandingRow, ...]:
    names = {team.id: team.name for team in setup.teams}
    remarks = result_remarks(setup.rubric, result, audience, is_provisional=_may_change(event))
    decided = result.decided
    titles: dict[TeamId, list[str]] = {}
    for award in result.awards:
        for team in award.teams:
            titles.setdefault(team, []).append(award.award.title)
    return tuple(
        _behind(
            replace(
                _row(one, scored, names[one.team], result.method),
                remarks=remarks[one.team],
                place_note=place_note(setup.rubric, result, one.team),
                is_decided=one.team in decided,
                awards=tuple(titles.get(one.team, ())),
            ),
            result,
            audience,
        )
        for one, scored in result.in_both_orders()
    )


def _behind(row: StandingRow, result: Result, audience: Audience) -> StandingRow:
    """`row` with what made its score, as far as the audience may know."""
    penalty = result.penalties.get(row.team_id)
    row = replace(
        row,
        penalty=penalty.points if penalty else Fraction(0),
        points=result.points.get(row.team_id, Fraction(0)),
    )
    if audience is Audience.PUBLIC:
        return row
    return replace(
        row,
        penalty_reason=penalty.reason if penalty else "",
        agreed=tuple(one for one in result.agreed if one.team == row.team_id),
    )


def _row(one: Standing, scored: Standing, team: str, method: Method) -> StandingRow:
    score = one.score
    return StandingRow(
        team_id=one.team,
        place=one.place,
        is_tied=one.is_tied,
        place_text=_place_text(one),
        team=team,
        score=score,
        score_text="" if score is None else score_text(method, score),
        exact_text="" if score is None else exact_score_text(method, score),
        ballots=one.ballots,
        expected=one.expected,
        ballots_text=ballots_text(one.ballots, one.expected),
        scored_place=scored.place,
        scored_is_tied=scored.is_tied,
        scored_place_text=_place_text(scored),
    )


def _place_text(standing: Standing) -> str:
    if standing.exclusion is not None:
        return EXCLUSION_WORDS[standing.exclusion]
    if standing.place is None:
        return NO_PLACE
    return f"={standing.place}" if standing.is_tied else str(standing.place)


def _order(setup: Setup, result: Result) -> tuple[tuple[str, ...], ...]:
    names = {team.id: team.name for team in setup.teams}
    decided = result.decision.order if result.decision and result.standings else ()
    return tuple(tuple(names[team] for team in joint) for joint in decided)


def _may_change(event: Event) -> bool:
    return event.phase is Phase.SCORING


def _view(
    event: Event, setup: Setup, audience: Audience, result: Result, rows: tuple[StandingRow, ...]
) -> StandingsView:
    full = setup.rubric.full_total
    # Before it is published, the public reads only a part of what the code is of.
    has_code = audience is Audience.PANEL or event.phase is Phase.PUBLISHED
    has_places = any(one.place for one in result.standings)
    return StandingsView(
        event.title,
        result.method,
        audience,
        full,
        unit_text(result.method, setup.rubric),
        _with_close_calls(rows, result.method),
        _note(rows, result.method),
        edition=result.edition.number,
        phase=event.phase,
        status=status_text(event.phase, result.edition.number),
        decision=decision_text(setup, result, audience),
        order=_order(setup, result),
        left_out=left_out_texts(setup, result),
        awards=award_rows(setup, result.awards, result.award_decisions),
        fingerprint=result.fingerprint if has_code and has_places else "",
    )


def _with_close_calls(rows: Sequence[StandingRow], method: Method) -> tuple[StandingRow, ...]:
    """`rows`, of which one that looks equal to the next says why it is ahead.

    Only rows that the audience sees are compared, so that nothing of the others is let out.
    """
    placed = [row for row in rows if row.place is not None]
    close = {
        above.team_id: BY_MAJORITY if above.score == below.score else JUST_AHEAD
        for above, below in pairwise(placed)
        if above.score_text == below.score_text
        and above.place != below.place
        and not above.place_note
        and not below.place_note
        and (above.score != below.score or method is Method.MAJORITY)
    }
    return tuple(
        replace(row, place_note=close[row.team_id], remarks=(*row.remarks, close[row.team_id]))
        if row.team_id in close
        else row
        for row in rows
    )


def _note(rows: Sequence[StandingRow], method: Method) -> str:
    """Says which neighbours look equal and are not, from nothing but the rows on show."""
    placed = [row for row in rows if row.place is not None]
    return "\n".join(
        _look_alike(above, below, method)
        for above, below in pairwise(placed)
        if above.score_text == below.score_text and above.place != below.place
    )


def _look_alike(above: StandingRow, below: StandingRow, method: Method) -> str:
    """Why the upper is ahead: beyond the digits shown, by a rule, or because the panel decided."""
    both = f"{above.team} and {below.team} both show {above.score_text}, but {above.team} is ahead"
    if above.is_decided or below.is_decided:
        return f"{both} by the panel’s decision."
    if above.score is None or below.score is None or above.score == below.score:
        majority = "the size of the majority or " if method is Method.MAJORITY else ""
        return f"{both} by {majority}a tie-break."
    return f"{both} by less than the digits shown."
