"""A day on which nothing that one judge writes could be mistaken for anything else.

Every score is a prime number of five digits, so that it stands in its share of a scale as well;
every judge's comments have an animal of their own.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import count, islice
from pathlib import Path
from random import Random

from judging_app.desk import ballots, calibration, events, scoring
from judging_app.desk.desk import Desk
from judging_app.domain.event import Event, Phase
from judging_app.domain.ids import CriterionId, JudgeId, OrganisationId, ParticipantId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation, Participant, Team
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor, Role
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Intake, Setup
from judging_app.present.numbers import exact, readable, shown
from tests.builders import set_up
from tests.desk.small_event import publish

ANIMALS = ("quokka", "axolotl", "okapi", "numbat", "tarsier", "kakapo", "dugong", "bilby")
JUDGES = tuple(JudgeId(f"J{number}") for number in range(1, len(ANIMALS) + 1))
ANN, BEN, CAT = (Actor(Role.JUDGE, judge) for judge in JUDGES[:3])
TEAM_NAMES = ("Zinnia", "Thistle", "Yarrow", "Bluebell")
"""In the order of the set-up, which is neither that of the places nor of the alphabet, nor either
backwards.
"""

TEAMS = tuple(TeamId(f"T{number}") for number in range(1, len(TEAM_NAMES) + 1))
IMPACT, DELIVERY = CriterionId("impact"), CriterionId("delivery")
HIGHEST = 100_000
SEED = 1
RUBRIC = Rubric(
    (
        Criterion(IMPACT, "Impact", Fraction(60), 0, HIGHEST),
        Criterion(DELIVERY, "Delivery", Fraction(40), 0, HIGHEST),
    )
)
EVENT = Event("Quiet pitch day")
PINS: Mapping[Actor, str] = {
    **{Actor(Role.JUDGE, judge): f"{at}70{at}1{at}" for at, judge in enumerate(JUDGES, start=1)},
    ORGANISER: "816204",
    HOST: "639175",
    SCORER: "450862",
}


def scores(judge: JudgeId, team: TeamId) -> dict[CriterionId, int]:
    """What a judge gives a team; every number of the day is there once."""
    at = JUDGES.index(judge) * len(TEAMS) + TEAMS.index(team)
    return {IMPACT: _PRIMES[2 * at], DELIVERY: _PRIMES[2 * at + 1]}


def practice_scores(judge: JudgeId) -> dict[CriterionId, int]:
    """What a judge gives the sample pitch."""
    at = len(TEAMS) * len(JUDGES) + JUDGES.index(judge)
    return {IMPACT: _PRIMES[2 * at], DELIVERY: _PRIMES[2 * at + 1]}


def animal(judge: JudgeId) -> str:
    """The word that nobody but this judge writes."""
    return ANIMALS[JUDGES.index(judge)]


def comments(judge: JudgeId) -> tuple[str, str]:
    """What a judge writes to each team, and to the panel."""
    return f"Told like a {animal(judge)}.", f"For the panel: a {animal(judge)}."


def total(judge: JudgeId, team: TeamId) -> Fraction:
    """A ballot's total, of 100."""
    given = scores(judge, team)
    return sum((one.weight * given[one.id] / HIGHEST for one in RUBRIC.criteria), Fraction(0))


def judges_secrets(*judges: JudgeId) -> frozenset[str]:
    """Everything that these judges gave and wrote, as it might stand anywhere."""
    told = {animal(judge) for judge in judges}
    for judge in judges:
        told |= {str(steps) for steps in practice_scores(judge).values()}
        for team in TEAMS:
            told |= {str(steps) for steps in scores(judge, team).values()}
            told |= {shown(total(judge, team)), exact(total(judge, team))}
    return frozenset(told)


def mean(team: TeamId) -> Fraction:
    """A team's result over the whole panel."""
    return sum((total(judge, team) for judge in JUDGES), Fraction(0)) / len(JUDGES)


def mean_texts(team: TeamId) -> frozenset[str]:
    """A team's mean, as it is shown and exact."""
    found = mean(team)
    return frozenset({shown(found), exact(found), readable(found)})


def results_secrets() -> frozenset[str]:
    """Every team's mean."""
    return frozenset(text for team in TEAMS for text in mean_texts(team))


def everybody_but(judge: JudgeId) -> tuple[JudgeId, ...]:
    """The other judges."""
    return tuple(one for one in JUDGES if one != judge)


def found_in(text: str, secrets: frozenset[str]) -> frozenset[str]:
    """The secrets that stand in a text, whole: 41 does not stand in 1415."""
    return frozenset(_pattern(secrets).findall(text))


def make_day(path: Path) -> None:
    """Write the event, being set up, with everybody's PIN."""
    events.create_event(path, EVENT, Intake(_setup()), PINS)


def practise(desk: Desk, judge: JudgeId) -> None:
    """Let a judge score the sample pitch."""
    for criterion, steps in practice_scores(judge).items():
        calibration.score(desk, Actor(Role.JUDGE, judge), judge, criterion, steps)


def hand_in(desk: Desk, judge: JudgeId, *teams: TeamId) -> None:
    """Let a judge score these teams, or all, comment on them and submit."""
    actor = Actor(Role.JUDGE, judge)
    for team in teams or TEAMS:
        for criterion, steps in scores(judge, team).items():
            ballots.score(desk, actor, judge, team, criterion, steps)
        ballots.comment(desk, actor, judge, team, *comments(judge))
        ballots.submit(desk, actor, judge, team)


def bring_to(desk: Desk, phase: Phase) -> None:
    """Take the day from its setting up to `phase`, with every ballot in once it is scored."""
    if phase is Phase.SETTING_UP:
        for judge in JUDGES:
            practise(desk, judge)
        return
    if desk.event().phase is Phase.SETTING_UP:
        scoring.open_scoring(desk, HOST)
    for judge in JUDGES:
        for team in TEAMS:
            if not ballots.ballot(desk, ORGANISER, judge, team).counts:
                hand_in(desk, judge, team)
    if phase in (Phase.CLOSED, Phase.PUBLISHED):
        scoring.close_scoring(desk, HOST)
    if phase is Phase.PUBLISHED:
        publish(desk, PINS[ORGANISER])


def _setup() -> Setup:
    guild = OrganisationId("O1")
    return set_up(
        organisations=(Organisation(guild, "Guild of Gardeners"),),
        teams=tuple(Team(team, name) for team, name in zip(TEAMS, TEAM_NAMES, strict=True)),
        participants=tuple(
            Participant(
                ParticipantId(f"P{at}"), f"Pat {name}er", "", "industry", guild, "Gardener", team
            )
            for at, (team, name) in enumerate(zip(TEAMS, TEAM_NAMES, strict=True))
        ),
        rubric=RUBRIC,
        judges=tuple(
            Judge(judge, name)
            for judge, name in zip(
                JUDGES,
                (
                    "Ann Ash",
                    "Ben Birch",
                    "Cat Cedar",
                    "Dan Dogwood",
                    "Eve Elm",
                    "Fay Fir",
                    "Gil Gum",
                    "Hal Holly",
                ),
                strict=True,
            )
        ),
    )


def _primes() -> Iterator[int]:
    """One prime number of each thousand from 13,000."""
    for start in count(13_003, 1_013):
        yield next(one for one in count(start) if _is_prime(one))


def _is_prime(number: int) -> bool:
    return all(number % one for one in range(2, int(number**0.5) + 1))


def _shuffled(numbers: Iterator[int]) -> tuple[int, ...]:
    """In an order in which no mean of some is one of the others, as it would be of neighbours."""
    drawn = list(islice(numbers, 2 * (len(TEAMS) + 1) * len(JUDGES)))
    Random(SEED).shuffle(drawn)  # noqa: S311 - chance, not secrets
    return tuple(drawn)


_PRIMES = _shuffled(_primes())
BEST_FIRST = tuple(sorted(TEAMS, key=mean, reverse=True))


@cache
def _pattern(secrets: frozenset[str]) -> re.Pattern[str]:
    any_of_them = "|".join(re.escape(one) for one in sorted(secrets, key=len, reverse=True))
    return re.compile(rf"(?<![0-9A-Za-z.])(?:{any_of_them})(?![0-9A-Za-z]|\.\d)")
