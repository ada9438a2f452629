"""Days that never were: every method, tie, tie-break, penalty, decision and award, by a seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from random import Random

from judging_app.bundle.bundle import EventData, Head, bundle_bytes
from judging_app.bundle.reading import read_bundle
from judging_app.bundle.rows import AgreementRow
from judging_app.bundle.source import Source
from judging_app.bundle.tables import Tables
from judging_app.bundle.writing import tables_for
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    AwardKind,
    PanelDecision,
    Penalty,
    TeamExclusion,
    TeamPoints,
)
from judging_app.domain.event import Ballots, Event, Method, Phase, Reader
from judging_app.domain.ids import (
    AwardId,
    CriterionId,
    JudgeId,
    OrganisationId,
    ParticipantId,
    TeamId,
)
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation, Participant, Team
from judging_app.domain.rubric import Criterion, CriterionKind, Rubric
from judging_app.domain.run_order import DayEntry, DayPlan, PlaceWish, WishedPlace
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Edition, Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.errors import MethodError
from judging_app.tally.announced import announced, by_scores, moderated
from judging_app.tally.basis import Basis
from judging_app.tally.outcome import IN_POINTS
from judging_app.tally.result import Result
from judging_app.tally.ties import in_force
from judging_app.tally.totals import organiser_points

KEY = "11" * 32
AS_OF = datetime(2019, 6, 3, 15, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class MadeEvent:
    """An event with its basis; `result` is the application's own."""

    source: Source
    basis: Basis
    result: Result

    def bundle(
        self, reader: Reader = Reader.PANEL, *, has_names: bool = True, key: str | None = KEY
    ) -> bytes:
        """Its bundle for an audience."""
        ballots = Ballots.UNNAMED if reader is Reader.PUBLIC else Ballots.NAMED
        has_places = any(one.place for one in self.result.standings)
        head = Head(
            *("0.1.0", "ab" * 32, "cd" * 32, AS_OF, reader, has_names, ballots),
            self.result.fingerprint if has_places else "",
        )
        tables = tables_for(self.source, reader, ballots, has_names=has_names)
        return bundle_bytes(EventData(head, tables, private_key=key))


def rebundled(made: MadeEvent, tables: Tables) -> bytes:
    """A bundle of other tables under the same head: as somebody who changes them would make it."""
    head = read_bundle(made.bundle()).head
    return bundle_bytes(EventData(head, tables, private_key=KEY))


def made_event(seed: int, *, teams: int = 0, judges: int = 0) -> MadeEvent:
    """The day of this seed, on which the declared method gives a result."""
    for turn in range(100):
        random = Random(f"{seed}/{turn}")  # noqa: S311 - invented days
        try:
            return _made(random, seed, teams, judges)
        except MethodError:
            continue
    raise AssertionError(f"no day of seed {seed} has a result")


def _made(random: Random, seed: int, teams: int, judges: int) -> MadeEvent:
    method = list(Method)[seed % len(Method)]
    rubric = _rubric(random, has_organiser=method in IN_POINTS and random.random() < 0.4)
    setup = _setup(random, rubric, teams or random.randint(2, 9), judges or random.randint(1, 8))
    ballots = tuple(_ballots(random, setup, gaps=random.choice((0, 0, 0.1, 0.3))))
    event = Event(
        f"Made day {seed}",
        date(2019, 6, 3),
        phase=Phase.PUBLISHED,
        method=method,
        trims_by_criterion=random.random() < 0.5,
    )
    agreed, exclusions, penalties = _decided(random, setup, ballots, method)
    entered, points = _points(random, setup)
    decision = _decision(random, setup) if random.random() < 0.3 else None
    tie_breaks = _tie_breaks(random, setup)
    basis = Basis(
        tuple(one.id for one in setup.teams),
        tuple(one.id for one in setup.judges),
        rubric,
        tuple(moderated(ballots, {(a.judge, a.team, a.criterion): a for a in agreed})),
        method,
        event.trims_by_criterion,
        {one.team: one.exclusion for one in exclusions},
        {one.team: one.points for one in penalties},
        points,
        in_force(tie_breaks, decision),
    )
    awards, chosen = _awards(random, setup)
    edition = Edition(random.choice((1, 1, 1, 2)), why="", fingerprint="")
    result = announced(by_scores(basis), basis, edition, decision, awards, chosen)
    source = Source(
        event,
        setup,
        ballots,
        salt=f"{seed:032x}",
        result=result,
        agreed=agreed,
        exclusions=exclusions,
        penalties=penalties,
        entered_points=entered,
        points=points,
        tie_breaks=tie_breaks,
        awards=awards,
        award_decisions=chosen,
        editions=(edition,),
        day_plan=DayPlan(
            *(14 * 60, 13 * 60 + 30, 120, (DayEntry("Break", 900, 1),)),
            (PlaceWish(setup.teams[0].id, WishedPlace.NOT_BEFORE, "A train", 14 * 60 + 5),),
        ),
        agreement=(AgreementRow("kendall_w", "Kendall’s W", Fraction(1, 3), 4, "Some."),),
    )
    return MadeEvent(source, basis, result)


def _rubric(random: Random, *, has_organiser: bool) -> Rubric:
    criteria = [
        _criterion(random, number, CriterionKind.JUDGED) for number in range(random.randint(1, 4))
    ]
    if random.random() < 0.2:
        criteria.append(_criterion(random, 8, CriterionKind.BONUS))
    if has_organiser:
        criteria.append(_criterion(random, 9, CriterionKind.ORGANISER))
    return Rubric(tuple(criteria))


def _criterion(random: Random, number: int, kind: CriterionKind) -> Criterion:
    is_bonus = kind is CriterionKind.BONUS
    lowest = 0 if is_bonus else random.choice((0, 1, 1, -3))
    return Criterion(
        CriterionId(f"c{number}"),
        f"Criterion {number}",
        random.choice((Fraction(25), Fraction(40), Fraction(100, 3), Fraction(7, 2))),
        lowest,
        random.choice((3, 5, 10)),
        random.choice((Fraction(1), Fraction(1, 2), Fraction(1, 3))),
        kind,
        is_inverted=not is_bonus and random.random() < 0.2,
    )


def _setup(random: Random, rubric: Rubric, teams: int, judges: int) -> Setup:
    bodies = (Organisation(OrganisationId("O1"), "HMRC", ("HM Revenue & Customs",)),)
    return Setup(
        bodies,
        tuple(Team(TeamId(f"T{n}"), f"Team {n}") for n in range(1, teams + 1)),
        tuple(
            Participant(
                ParticipantId(f"P{n}"),
                f"Person {n}",
                f"p{n}@example.org",
                random.choice(("government", "industry")),
                random.choice((None, bodies[0].id)),
                "Analyst",
                TeamId(f"T{1 + n % teams}"),
            )
            for n in range(1, 2 * teams + 1)
        ),
        (),
        (),
        rubric,
        tuple(Judge(JudgeId(f"J{n}"), f"Judge {n}") for n in range(1, judges + 1)),
    )


def _ballots(random: Random, setup: Setup, gaps: float) -> list[Ballot]:
    found = []
    width = random.choice((1, 2, 9))  # narrow scales tie
    for judge in setup.judges:
        for team in setup.teams:
            if random.random() < gaps:
                state = random.choice((BallotState.RECUSED, BallotState.ABSENT))
                found.append(Ballot(judge.id, team.id, state, reason="A link."))
                continue
            scores = {
                one.id: min(one.highest, one.lowest + random.randint(0, width))
                for one in setup.rubric.judged
            }
            found.append(Ballot(judge.id, team.id, BallotState.SUBMITTED, scores, "Well put."))
    return found


def _decided(
    random: Random, setup: Setup, ballots: tuple[Ballot, ...], method: Method
) -> tuple[tuple[AgreedScore, ...], tuple[TeamExclusion, ...], tuple[Penalty, ...]]:
    agreed = tuple(
        AgreedScore(one.judge, one.team, criterion.id, one.scores[criterion.id], after, "Talked.")
        for one in ballots
        if one.counts and random.random() < 0.05
        for criterion in setup.rubric.judged[:1]
        for after in [random.choice((criterion.lowest, criterion.highest))]
    )
    out = random.sample(setup.teams, 1) if len(setup.teams) > 3 and random.random() < 0.3 else []
    exclusions = tuple(
        TeamExclusion(one.id, random.choice(list(Exclusion)), "They left.") for one in out
    )
    fined = random.sample(setup.teams, 1) if method in IN_POINTS and random.random() < 0.4 else []
    penalties = tuple(
        Penalty(one.id, random.choice((Fraction(2), Fraction(7, 3))), "Late.") for one in fined
    )
    return agreed, exclusions, penalties


def _points(
    random: Random, setup: Setup
) -> tuple[tuple[TeamPoints, ...], Mapping[TeamId, Fraction]]:
    criteria = setup.rubric.by_organiser
    entered = tuple(
        TeamPoints(team.id, one.id, random.randint(one.lowest, one.highest))
        for team in setup.teams
        for one in criteria
    )
    if not criteria:
        return (), {}
    scores = {
        team.id: {one.criterion: one.score for one in entered if one.team == team.id}
        for team in setup.teams
    }
    return entered, {team: organiser_points(setup.rubric, own) for team, own in scores.items()}


def _decision(random: Random, setup: Setup) -> PanelDecision:
    teams = [one.id for one in setup.teams]
    random.shuffle(teams)
    named = teams[: random.randint(1, len(teams))]
    cut = random.randint(1, len(named))
    order = (tuple(named[:cut]), *((one,) for one in named[cut:]))
    return PanelDecision(order, "They stood out.")


def _tie_breaks(random: Random, setup: Setup) -> tuple[DeclaredTieBreak, ...]:
    rules = random.sample(list(TieRule), random.randint(0, 4))
    return tuple(
        DeclaredTieBreak(
            rule, setup.rubric.criteria[0].id if rule is TieRule.NAMED_CRITERION else None
        )
        for rule in rules
    )


def _awards(
    random: Random, setup: Setup
) -> tuple[tuple[Award, ...], Mapping[AwardId, AwardDecision]]:
    awards = [
        Award(AwardId("A1"), "First prize", AwardKind.PLACE, 1),
        Award(
            AwardId("A2"),
            "Best of one",
            AwardKind.CRITERIA,
            criteria=(setup.rubric.judged[0].id,),
            passes_over_winners=random.random() < 0.5,
        ),
        Award(AwardId("A3"), "Panel’s choice", AwardKind.PANEL),
    ]
    kept = tuple(one for one in awards if random.random() < 0.6)
    chosen = {}
    if any(one.id == "A3" for one in kept):
        team = random.choice(setup.teams).id
        chosen[AwardId("A3")] = AwardDecision(AwardId("A3"), (team,), "They were kind.")
    return kept, chosen
