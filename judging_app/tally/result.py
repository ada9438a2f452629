"""A result as it is announced, as one value, with everything that is behind each place."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from judging_app.domain.decisions import (
    AgreedScore,
    AwardDecision,
    PanelDecision,
    Penalty,
    TeamExclusion,
)
from judging_app.domain.event import Method
from judging_app.domain.ids import AwardId, JudgeId, TeamId
from judging_app.domain.journal import canonical, fingerprint
from judging_app.domain.standings import Edition, Standing
from judging_app.domain.tie_breaks import TieBreak
from judging_app.tally.awards import AwardResult
from judging_app.tally.ties import Tie

FIRST = Edition(1)


@dataclass(frozen=True, slots=True)
class Result:
    """What one method gives, and what the panel made of it.

    `standings` are announced: those `by_scores`, or the panel's own order where there is a
    `decision`. `left_out` are the judges from whose ballots the method draws nothing. The
    mappings hold only what is in force, by the team that it is about.
    """

    method: Method
    standings: tuple[Standing, ...]
    by_scores: tuple[Standing, ...]
    edition: Edition = FIRST
    decision: PanelDecision | None = None
    ties: tuple[Tie, ...] = ()
    left_out: tuple[JudgeId, ...] = ()
    awards: tuple[AwardResult, ...] = ()
    award_decisions: Mapping[AwardId, AwardDecision] = field(default_factory=dict)
    penalties: Mapping[TeamId, Penalty] = field(default_factory=dict)
    exclusions: Mapping[TeamId, TeamExclusion] = field(default_factory=dict)
    agreed: tuple[AgreedScore, ...] = ()
    points: Mapping[TeamId, Fraction] = field(default_factory=dict)

    @property
    def decided(self) -> frozenset[TeamId]:
        """The teams whose place the panel decided: the scores alone would give another one."""
        return frozenset(
            one.team
            for one, scored in self.in_both_orders()
            if (one.place, one.is_tied) != (scored.place, scored.is_tied)
        )

    def in_both_orders(self) -> Iterator[tuple[Standing, Standing]]:
        """Each team as it is announced and as the scores alone have it, in the announced order."""
        scored = {one.team: one for one in self.by_scores}
        return ((one, scored.get(one.team, one)) for one in self.standings)

    def settled_by(self) -> Mapping[TeamId, TieBreak]:
        """For each team of a tie that was settled, the rule that separated it from others."""
        found: dict[TeamId, TieBreak] = {}
        for tie in self.ties:
            for step in tie.steps:
                if len(step.split) > 1:
                    found |= dict.fromkeys(step.teams, step.tie_break)
        return found

    @property
    def fingerprint(self) -> str:
        """The short code of what was announced, the same on every paper of the edition.

        It covers places, scores, ballots counted, exclusions, penalties, awards, the panel's
        decision and the edition's number, all by codes and not by names: so a sign-in, a new PIN
        or a corrected spelling leaves it as it is, and any other place or score does not.
        """
        content = canonical({"edition": self.edition.number, **self._content()})
        return fingerprint(hashlib.sha256(f"pitchday/result/1\0{content}".encode()).hexdigest())

    def _content(self) -> dict[str, object]:
        return {
            "method": self.method.value,
            "teams": [
                [*_content_of(one), *_place_of(scored)] for one, scored in self.in_both_orders()
            ],
            "decision": [list(map(list, self.decision.order))] if self.decision else [],
            "awards": [[one.award.id, list(one.teams)] for one in self.awards],
        }


def plain_result(standings: Sequence[Standing], method: Method = Method.MEAN) -> Result:
    """A result that nobody decided anything about."""
    return Result(method, tuple(standings), tuple(standings))


def _content_of(one: Standing) -> list[object]:
    score = "" if one.score is None else f"{one.score.numerator}/{one.score.denominator}"
    out = "" if one.exclusion is None else one.exclusion.value
    penalty = f"{one.penalty.numerator}/{one.penalty.denominator}"
    return [one.team, *_place_of(one), score, one.ballots, one.expected, out, penalty]


def _place_of(one: Standing) -> list[object]:
    return [one.place or 0, one.is_tied]
