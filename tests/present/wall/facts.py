"""Rooms for every scene, on a small event whose names and scores can't be mistaken."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

from judging_app.ceremony.reveal import reveal_plan
from judging_app.domain.clock import Clock
from judging_app.domain.event import Board, BoardForm, Event, Phase, Programme, Scene
from judging_app.domain.ids import (
    AwardId,
    ChallengeId,
    CriterionId,
    OrganisationId,
    ParticipantId,
    TeamId,
)
from judging_app.domain.people import Challenge, Organisation, Participant, Team
from judging_app.domain.reveal import RevealKind, RevealStep, RunningPlace, StepKind
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.run_order import Slot
from judging_app.domain.standings import Edition, Standing
from judging_app.present.result.standings import public_view
from judging_app.present.wall.facts import WallFacts
from judging_app.tally.result import plain_result
from judging_app.tally.standings import ranked
from tests.builders import set_up

NOW = datetime(2019, 6, 13, 14, 2, tzinfo=UTC)
AZURITE, BERYL, CITRINE, DIORITE, ERBIUM = (TeamId(f"T{n}") for n in range(1, 6))
NAMES = {
    AZURITE: "Azurite",
    BERYL: "Beryl",
    CITRINE: "Citrine",
    DIORITE: "Diorite",
    ERBIUM: "Erbium",
}
SCORES = {
    AZURITE: Fraction(6419, 100),
    BERYL: Fraction(9137, 100),
    CITRINE: Fraction(5273, 100),
    DIORITE: Fraction(8353, 100),
    ERBIUM: Fraction(7691, 100),
}
FROZEN = {team: Fraction(score - 40, 1) for team, score in SCORES.items()}
RUNNING = {team: score / 7 for team, score in SCORES.items()}
LIKED, WON = AwardId("A1"), AwardId("A2")
AWARDS = {LIKED: "Most liked", WON: "Grand prize"}
BODY = OrganisationId("O1")

SETUP = set_up(
    organisations=(Organisation(BODY, "Royal Mail"),),
    teams=tuple(Team(team, name) for team, name in NAMES.items()),
    participants=(
        Participant(ParticipantId("P1"), "Zoë Ó Sé", "", "", BODY, "", CITRINE),
        Participant(ParticipantId("P2"), "Łucja Żak", "", "", BODY, "", CITRINE),
        Participant(ParticipantId("P3"), "Ann Lee", "", "", BODY, "", BERYL),
    ),
    challenges=(Challenge(ChallengeId("C1"), "Fewer lost letters", BODY, CITRINE),),
    rubric=Rubric((Criterion(CriterionId("all"), "All", Fraction(100)),)),
)


def standings_of(scores: dict[TeamId, Fraction]) -> tuple[Standing, ...]:
    return ranked(list(NAMES), scores, dict.fromkeys(scores, 7), expected=8)


def running_step(scores: dict[TeamId, Fraction] = RUNNING) -> RevealStep:
    order = sorted(scores, key=lambda team: (-scores[team], team))
    running = tuple(RunningPlace(team, n, scores[team]) for n, team in enumerate(order, 1))
    return RevealStep(StepKind.RUNNING, part="Impact", running=running)


def steps_of(scores: dict[TeamId, Fraction] = SCORES) -> tuple[RevealStep, ...]:
    """An award, running standings, then the places; the winner's place is an award's too."""
    places = reveal_plan(RevealKind.LAST_TO_FIRST, standings_of(scores)).steps
    return (
        RevealStep(StepKind.AWARD, award=LIKED),
        RevealStep(StepKind.WINNER, None, (CITRINE,), LIKED),
        running_step(),
        *places[:-1],
        RevealStep(StepKind.AWARD, award=WON),
        replace(places[-1], award=WON),
    )


def a_wall(
    scene: Scene,
    phase: Phase = Phase.CLOSED,
    board: Board = Board.HIDDEN,
    form: BoardForm = BoardForm.FULL,
    told: Sequence[RevealStep] = (),
    scores: dict[TeamId, Fraction] = SCORES,
    frozen: dict[TeamId, Fraction] = FROZEN,
) -> WallFacts:
    """The room as the desk makes it; what it holds of the result went through the public's gate."""
    event = Event("Pitch day", date(2019, 6, 13), "Church House", phase, board=board)
    standings = standings_of(scores)
    is_told = phase in (Phase.CLOSED, Phase.PUBLISHED)
    editions = (
        Edition(1, standings_of(frozen)),
        Edition(2, standings, "A sheet was keyed for the wrong team.", "The panel"),
    )
    return WallFacts(
        event=event,
        setup=SETUP,
        programme=Programme(scene, len(told), form, "Lunch is served."),
        standings=public_view(
            event,
            SETUP,
            plain_result(standings, event.method),
            told_steps=told,
            frozen=standings_of(frozen),
        ),
        now=NOW,
        told=tuple(told) if is_told else (),
        ballots_in=31,
        ballots_expected=40,
        slots=tuple(Slot(team) for team in NAMES),
        clock=Clock(CITRINE, allotted_s=300, gone_ms=28_000),
        next_team=DIORITE,
        award_titles=AWARDS,
        editions=editions if phase is Phase.PUBLISHED else (),
        frozen_at=NOW if board is Board.FROZEN else None,
    )
