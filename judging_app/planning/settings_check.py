"""What is or looks wrong in an event's settings, said when they are made and not on the day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import combinations

from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Event
from judging_app.domain.ids import AwardId, JudgeId, TeamId
from judging_app.domain.labels import judge_labels
from judging_app.domain.names import name_key
from judging_app.domain.people import Team
from judging_app.domain.rubric import Criterion, CriterionKind, decimal
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Exclusion
from judging_app.words import counted, listed


class Severity(Enum):
    """How bad it is, worst first."""

    WRONG = "wrong"
    LOOK = "look"
    RIGHT = "right"


class Subject(Enum):
    """What was looked at: of the settings, and before the doors open of everything else too."""

    CONFLICTS = "conflicts of interest"
    METHOD = "method"
    RUBRIC = "rubric"
    AWARDS = "awards"
    PANEL = "panel"
    PINS = "PINs"
    PEOPLE = "people"
    TEAMS = "teams"
    RUN_ORDER = "run order"
    LETTERS = "letters"
    NAMES = "names"
    PROJECTOR = "projector"
    REVEAL = "reveal"
    FILE = "event file"
    DISK = "disk"
    COPY = "safety copy"
    POWER = "power"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `remedy` is empty where nothing need be done."""

    severity: Severity
    sentence: str
    remedy: str = ""
    subject: Subject = Subject.METHOD


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is looked at.

    `refusal` says why the method gives no result even with every ballot that can come; `never`
    are the ballots that can't, for a judge who is recused or absent. `winners` are the teams of
    each award as far as they are known to whoever asks.
    """

    event: Event
    setup: Setup
    refusal: str = ""
    never: frozenset[tuple[JudgeId, TeamId]] = frozenset()
    out: Mapping[TeamId, Exclusion] = field(default_factory=dict)
    awards: tuple[Award, ...] = ()
    winners: Mapping[AwardId, tuple[TeamId, ...]] = field(default_factory=dict)

    @property
    def teams(self) -> tuple[Team, ...]:
        """Those that can have a place."""
        return tuple(team for team in self.setup.teams if team.id not in self.out)

    @property
    def names(self) -> Mapping[TeamId, str]:
        """What every team is called."""
        return {team.id: team.name for team in self.setup.teams}


def settings_findings(settings: Settings) -> tuple[Finding, ...]:
    """Everything that was looked at, the worst first."""
    found: list[Finding] = []
    for subject, checks in _CHECKS.items():
        for check, right in checks:
            own = list(check(settings))
            if not own and (said := right(settings)):
                own = [Finding(Severity.RIGHT, said)]
            found += (replace(one, subject=subject) for one in own)
    return worst_first(found)


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What is wrong, then what is to be looked at, then what is right."""
    order = list(Severity)
    return tuple(sorted(findings, key=lambda one: order.index(one.severity)))


def troubles(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Those that somebody should look at."""
    return tuple(one for one in findings if one.severity is not Severity.RIGHT)


_Check = tuple[Callable[[Settings], Iterator[Finding]], Callable[[Settings], str]]


def _method(settings: Settings) -> Iterator[Finding]:
    if settings.refusal:
        yield Finding(
            Severity.WRONG,
            f"The method gives no result, even with every ballot submitted: {settings.refusal}",
            "Choose another method, or add judges.",
        )


def _weights(settings: Settings) -> Iterator[Finding]:
    counting = _counting(settings)
    total = settings.setup.rubric.full_total
    is_meant = _are_alike(counting) or _are_points(counting)
    if counting and total % 10 and not is_meant:
        yield Finding(
            Severity.LOOK,
            f"The weights add up to {decimal(total)}.",
            "If they should make a round sum such as 100, correct them in the rubric.",
        )


def _counting(settings: Settings) -> list[Criterion]:
    criteria = settings.setup.rubric.criteria
    return [one for one in criteria if one.kind is not CriterionKind.BONUS]


def _are_alike(criteria: Sequence[Criterion]) -> bool:
    return len({one.weight for one in criteria}) == 1


def _are_points(criteria: Sequence[Criterion]) -> bool:
    """Whether every criterion weighs as many points as its scale has."""
    return all(one.weight == one.in_points(one.highest) for one in criteria)


def _guidance(settings: Settings) -> Iterator[Finding]:
    judged = settings.setup.rubric.judged
    bare = [f"“{one.title}”" for one in judged if not one.levels]
    if not bare:
        return
    if len(bare) == len(judged):
        said = "No criterion says what a score means, so judges have only the titles to go by."
    else:
        verb = "doesn’t" if len(bare) == 1 else "don’t"
        said = f"{listed(bare)} {verb} say what a score means."
    yield Finding(
        Severity.LOOK,
        said,
        "Describe a low, a middle and a high score in the rubric.",
    )


def _reach_of_awards(settings: Settings) -> Iterator[Finding]:
    teams = settings.teams
    for before, award in enumerate(settings.awards):
        place = award.place or 0
        if award.kind is AwardKind.PLACE and place > len(teams):
            why = f"only {counted(len(teams), 'team')} can have a place"
            remedy = "Change its place, or remove the award."
        elif award.passes_over_winners and before >= len(teams):
            why = "every team may have another award by then"
            remedy = "Let it go to a team that has one already, or remove the award."
        else:
            continue
        yield Finding(Severity.WRONG, f"Nobody can win “{award.title}”: {why}.", remedy)


def _two_awards(settings: Settings) -> Iterator[Finding]:
    """By the winners where they are known, else by what could be."""
    remedy = "If a team should win only one, tick “Only for teams without an earlier award”."
    if settings.winners:
        won: defaultdict[TeamId, list[str]] = defaultdict(list)
        for award in settings.awards:
            for team in settings.winners.get(award.id, ()):
                won[team].append(f"“{award.title}”")
        for team, titles in won.items():
            if len(titles) > 1:
                said = f"{settings.names[team]} wins {listed(titles)}."
                yield Finding(Severity.LOOK, said, f"{remedy} Or let the panel choose a winner.")
        return
    for one, other in combinations(settings.awards, 2):
        if _can_meet(one, other):
            said = f"One team can win both “{one.title}” and “{other.title}”."
            yield Finding(Severity.LOOK, said, remedy)


def _can_meet(one: Award, other: Award) -> bool:
    """Whether the scores can give both to one team; what people choose, they choose knowingly."""
    by_scores = {AwardKind.PLACE, AwardKind.CRITERIA}
    if not {one.kind, other.kind} <= by_scores or other.passes_over_winners:
        return False
    return AwardKind.CRITERIA in (one.kind, other.kind) or one.place == other.place


def _awards_of_teams_out(settings: Settings) -> Iterator[Finding]:
    for award in settings.awards:
        for team in settings.winners.get(award.id, ()):
            if team in settings.out:
                yield Finding(
                    Severity.LOOK,
                    f"“{award.title}” goes to {settings.names[team]}, which is out.",
                    "Choose another winner if that isn’t meant.",
                )


def _ballots(settings: Settings) -> Iterator[Finding]:
    labels = judge_labels(settings.setup.judges, settings.setup.organisations)
    teams, judges = settings.teams, settings.setup.judges
    if not teams or not judges:
        return
    for judge in judges:
        if all((judge.id, team.id) in settings.never for team in teams):
            yield Finding(
                Severity.LOOK,
                f"{labels[judge.id]} can score no team: recused or absent for all of them.",
                "Let this judge score at least one team, or leave it as it is.",
            )
    for team in teams:
        if all((judge.id, team.id) in settings.never for judge in judges):
            yield Finding(
                Severity.WRONG,
                f"No judge can score {team.name}.",
                "Let at least one judge score this team, or add a judge.",
            )


def _names(settings: Settings) -> Iterator[Finding]:
    setup = settings.setup
    labels = judge_labels(setup.judges, setup.organisations)
    namesakes: defaultdict[str, list[str]] = defaultdict(list)
    for judge in setup.judges:
        namesakes[name_key(judge.name)].append(labels[judge.id])
    for judge in setup.judges:
        same = namesakes.pop(name_key(judge.name), [])
        if len(same) > 1:
            yield Finding(
                Severity.LOOK,
                f"{len(same)} judges are called {judge.name}. They are listed as {listed(same)}.",
                "Say under which name each of them signs in.",
            )
    yield from _namesakes_in_a_team(settings)


def _namesakes_in_a_team(settings: Settings) -> Iterator[Finding]:
    """Namesakes of different teams are told apart by them; in one team it may be one person."""
    found: defaultdict[tuple[str, TeamId], list[str]] = defaultdict(list)
    for person in settings.setup.participants:
        if person.team is not None:
            found[name_key(person.name), person.team].append(person.name)
    for (_, team), same in found.items():
        if len(same) > 1:
            yield Finding(
                Severity.LOOK,
                f"{same[0]} is listed {len(same)} times in {settings.names[team]}.",
                "If this is one person, delete the other rows: each row gets a certificate.",
            )


def _right_weights(settings: Settings) -> str:
    counting = _counting(settings)
    total = decimal(settings.setup.rubric.full_total)
    return f"The weights add up to {total}." if counting else ""


def _right_guidance(settings: Settings) -> str:
    judged = settings.setup.rubric.judged
    return "Every criterion says what a score means." if judged else ""


def _right_ballots(settings: Settings) -> str:
    judges = settings.setup.judges
    return "Every judge can score a team, and every team has a judge." if judges else ""


def _right_awards(settings: Settings) -> str:
    return "Every award can be won." if settings.awards else ""


def _right_two_awards(settings: Settings) -> str:
    if len(settings.awards) < 2:  # noqa: PLR2004 - two are needed
        return ""
    return "No team wins two awards." if settings.winners else "No team can win two awards."


_CHECKS: Mapping[Subject, tuple[_Check, ...]] = {
    Subject.METHOD: (
        (_method, lambda one: "The method gives a result with this panel." if one.teams else ""),
    ),
    Subject.RUBRIC: (
        (_weights, _right_weights),
        (_guidance, _right_guidance),
    ),
    Subject.AWARDS: (
        (_reach_of_awards, _right_awards),
        (_two_awards, _right_two_awards),
        (_awards_of_teams_out, lambda _: ""),
    ),
    Subject.PANEL: (
        (_ballots, _right_ballots),
        (_names, lambda _: "No two people in one place have the same name."),
    ),
}
"""Each check, and what is said where it finds nothing."""
