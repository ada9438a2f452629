"""The tables of a bundle to the values of the event that they were written from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import TypeVar

from judging_app.bundle.bundle import Bundle
from judging_app.bundle.cells import REMEDY
from judging_app.bundle.rows import BallotRow, EventRow
from judging_app.bundle.tables import Tables
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    AwardKind,
    PanelDecision,
)
from judging_app.domain.event import Ballots, Event, Method, Phase, Reader
from judging_app.domain.ids import (
    AwardId,
    ChallengeId,
    CriterionId,
    JudgeId,
    MentorId,
    OrganisationId,
    ParticipantId,
    TeamId,
    VisitId,
)
from judging_app.domain.panel import Judge
from judging_app.domain.people import (
    Challenge,
    Mentor,
    Naming,
    Organisation,
    Participant,
    Team,
    Visit,
)
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.domain.setup import Intake, Setup
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.errors import BundleError, DeskError
from judging_app.tally.announced import moderated
from judging_app.tally.basis import Basis
from judging_app.tally.ties import in_force

Row = TypeVar("Row")

UNTOLD = "–"
"""The reason of a panel's decision where the audience isn't told it."""


@contextmanager
def _known_words() -> Iterator[None]:
    """Refuse a word inside that stands for nothing."""
    try:
        yield
    except ValueError as error:
        raise BundleError(
            f"This bundle has a word that isn’t recognised: {error}. {REMEDY}"
        ) from error


def rows(table: Sequence[Row] | None, name: str) -> Sequence[Row]:
    """The rows of a table that must be there.

    Raises:
        BundleError: if it isn't.
    """
    if table is None:
        raise BundleError(f"This bundle has no {name}.csv. Ask for one with it.")
    return table


def event_row(tables: Tables) -> EventRow:
    """The event's own row."""
    found = rows(tables.event, "event")
    if len(found) != 1:
        raise BundleError("event.csv must have one row. Ask for the bundle again.")
    return found[0]


@_known_words()
def event_of(tables: Tables) -> Event:
    """The event itself."""
    row = event_row(tables)
    return Event(
        row.title,
        row.held_on,
        row.venue,
        Phase(row.phase),
        Method(row.method),
        trims_by_criterion=row.trims_by_criterion,
    )


@_known_words()
def rubric_of(tables: Tables) -> Rubric:
    """The rubric."""
    levels: defaultdict[str, list[Level]] = defaultdict(list)
    for one in rows(tables.levels, "levels"):
        levels[one.criterion].append(Level(one.steps, one.text))
    return Rubric(
        tuple(
            Criterion(
                CriterionId(one.criterion),
                one.title,
                one.weight,
                one.lowest,
                one.highest,
                one.step,
                CriterionKind(one.kind),
                one.is_inverted,
                one.section,
                one.needs_comment,
                tuple(levels[one.criterion]),
            )
            for one in rows(tables.criteria, "criteria")
        )
    )


def setup_of(tables: Tables) -> Setup:
    """Everything that was fixed before scoring opened."""
    other: defaultdict[str, list[str]] = defaultdict(list)
    for one in rows(tables.other_names, "other_names"):
        other[one.organisation].append(one.name)
    return Setup(
        tuple(
            Organisation(OrganisationId(one.organisation), one.name, tuple(other[one.organisation]))
            for one in rows(tables.organisations, "organisations")
        ),
        tuple(Team(TeamId(one.team), one.name, one.said) for one in rows(tables.teams, "teams")),
        tuple(
            Participant(
                ParticipantId(one.participant),
                one.name,
                one.email,
                one.sector,
                _organisation(one.organisation),
                one.role,
                TeamId(one.team) if one.team else None,
                one.listed_name,
                one.said,
                Naming(one.naming),
            )
            for one in rows(tables.participants, "participants")
        ),
        tuple(
            Challenge(
                ChallengeId(one.challenge), one.title, _organisation(one.owner), TeamId(one.team)
            )
            for one in rows(tables.challenges, "challenges")
        ),
        tuple(
            Visit(VisitId(one.visit), OrganisationId(one.host), one.held_on, TeamId(one.team))
            for one in tables.visits or ()
        ),
        rubric_of(tables),
        tuple(
            Judge(
                JudgeId(one.judge),
                one.name,
                one.title,
                _organisation(one.organisation),
                one.sector,
                one.said,
            )
            for one in rows(tables.judges, "judges")
        ),
        tuple(
            Mentor(
                MentorId(one.mentor),
                one.name,
                one.office,
                _organisation(one.organisation),
                TeamId(one.team) if one.team else None,
                one.said,
            )
            for one in tables.mentors or ()
        ),
    )


def ballots_of(tables: Tables) -> tuple[Ballot, ...]:
    """Every ballot, its scores as they stand in the bundle and its comments, if any."""
    scores: defaultdict[tuple[str, str], dict[CriterionId, int]] = defaultdict(dict)
    for one in rows(tables.scores, "scores"):
        scores[one.judge, one.team][CriterionId(one.criterion)] = one.steps
    said = {(one.judge, one.team, one.meant_for): one.text for one in tables.comments or ()}
    return tuple(_ballot(one, scores, said) for one in rows(tables.ballots, "ballots"))


def _ballot(
    row: BallotRow,
    scores: Mapping[tuple[str, str], dict[CriterionId, int]],
    said: Mapping[tuple[str, str, str], str],
) -> Ballot:
    key = row.judge, row.team
    return Ballot(
        JudgeId(row.judge),
        TeamId(row.team),
        BallotState(row.state),
        scores.get(key, {}),
        said.get((*key, "team"), ""),
        said.get((*key, "panel"), ""),
        row.reason,
        row.keyed_by,
    )


def intake_of(bundle: Bundle) -> Intake:
    """What a new event may be made of: people, rubric, ballots and the organiser's points.

    Raises:
        BundleError: if it is for everybody: its ballots are nobody's.
    """
    if bundle.head.audience is Reader.PUBLIC:
        raise BundleError(
            "This bundle is for everybody, so nobody’s ballots can be taken from it. Choose one "
            "for the panel or the organiser."
        )
    points = bundle.tables.entered_points or ()
    return Intake(
        setup_of(bundle.tables),
        ballots_of(bundle.tables),
        tuple((TeamId(one.team), CriterionId(one.criterion), one.steps) for one in points),
    )


@_known_words()
def basis_of(bundle: Bundle) -> Basis:
    """Everything that the result follows from.

    Raises:
        BundleError: if the bundle has no ballots, or what it holds doesn't go together.
    """
    tables = bundle.tables
    if bundle.head.ballots is Ballots.NONE:
        raise BundleError(
            "This bundle has no ballots, so its result can’t be recomputed. Ask the organiser for "
            "one with ballots."
        )
    try:
        event, ballots = event_row(tables), ballots_of(tables)
        basis = Basis(
            teams=tuple(TeamId(one.team) for one in rows(tables.teams, "teams")),
            judges=_judges(event.judges, ballots, bundle),
            rubric=rubric_of(tables),
            ballots=tuple(moderated(ballots, agreed_of(tables))),
            method=Method(event.method),
            is_trimmed_by_criterion=event.trims_by_criterion,
            exclusions={
                TeamId(one.team): Exclusion(one.exclusion)
                for one in rows(tables.exclusions, "exclusions")
            },
            penalties={TeamId(one.team): one.points for one in rows(tables.penalties, "penalties")},
            points=_points(tables),
            tie_breaks=in_force(_declared(tables), decision_of(tables)),
        )
    except BundleError:
        raise
    except DeskError as error:
        raise BundleError(f"The tables of this bundle don’t go together. {error}") from error
    if any(one.missing(basis.rubric) for one in basis.counted):
        raise BundleError(f"A submitted ballot of this bundle lacks a score. {REMEDY}")
    return basis


def agreed_of(tables: Tables) -> dict[tuple[JudgeId, TeamId, CriterionId], AgreedScore]:
    """The scores agreed in moderation; none where those that are there hold them already."""
    return {
        (JudgeId(one.judge), TeamId(one.team), CriterionId(one.criterion)): AgreedScore(
            JudgeId(one.judge),
            TeamId(one.team),
            CriterionId(one.criterion),
            one.before,
            one.after,
            one.reason,
        )
        for one in tables.agreed_scores or ()
    }


def decision_of(tables: Tables) -> PanelDecision | None:
    """The panel's own order, if it decided one."""
    found = rows(tables.decision, "decision")
    if not found:
        return None
    levels: defaultdict[int, list[TeamId]] = defaultdict(list)
    for one in found:
        levels[one.level].append(TeamId(one.team))
    order = tuple(tuple(teams) for _, teams in sorted(levels.items()))
    return PanelDecision(order, found[0].reason.strip() or UNTOLD)


@_known_words()
def awards_of(tables: Tables) -> tuple[Award, ...]:
    """The awards, in the order in which they were declared."""
    criteria: defaultdict[str, list[CriterionId]] = defaultdict(list)
    for one in rows(tables.award_criteria, "award_criteria"):
        criteria[one.award].append(CriterionId(one.criterion))
    return tuple(
        Award(
            AwardId(one.award),
            one.title,
            AwardKind(one.kind),
            one.place,
            tuple(criteria[one.award]),
            one.passes_over_winners,
        )
        for one in rows(tables.awards, "awards")
    )


def award_decisions_of(tables: Tables) -> dict[AwardId, AwardDecision]:
    """To whom the panel gave each award that it has given."""
    teams: defaultdict[AwardId, list[TeamId]] = defaultdict(list)
    reasons: dict[AwardId, str] = {}
    for one in rows(tables.award_decisions, "award_decisions"):
        teams[AwardId(one.award)].append(TeamId(one.team))
        reasons[AwardId(one.award)] = one.reason
    return {award: AwardDecision(award, tuple(own), reasons[award]) for award, own in teams.items()}


def _points(tables: Tables) -> Mapping[TeamId, Fraction]:
    return {TeamId(one.team): one.points for one in rows(tables.points, "points")}


def _judges(size: int, ballots: Iterable[Ballot], bundle: Bundle) -> tuple[JudgeId, ...]:
    """The panel; where ballots are unnamed, those who gave one and as many more as there are."""
    if bundle.head.ballots is Ballots.NAMED:
        return tuple(JudgeId(one.judge) for one in rows(bundle.tables.judges, "judges"))
    if size > _MOST_JUDGES:
        raise BundleError(f"event.csv names more judges than any panel has. {REMEDY}")
    gave = tuple(dict.fromkeys(one.judge for one in ballots))
    others = (JudgeId(f"{_SILENT}{number}") for number in range(size - len(gave)))
    return (*gave, *others)


_SILENT, _MOST_JUDGES = "silent ", 10_000


def _declared(tables: Tables) -> Iterable[DeclaredTieBreak]:
    for one in rows(tables.tie_breaks, "tie_breaks"):
        yield DeclaredTieBreak(TieRule(one.rule), CriterionId(one.criterion) or None)


def _organisation(code: str) -> OrganisationId | None:
    return OrganisationId(code) if code else None
