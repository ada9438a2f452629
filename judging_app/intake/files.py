"""The bytes of a folder's files to the set-up that they propose, or everything wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from judging_app.domain.ballots import Ballot, ballot_key
from judging_app.domain.panel import Judge
from judging_app.domain.rubric import Rubric
from judging_app.domain.setup import Intake, Setup
from judging_app.errors import IntakeError
from judging_app.intake.ballots import (
    BALLOTS,
    NOT_SCORED,
    Declarations,
    read_ballots,
    read_not_scored,
    submitted,
)
from judging_app.intake.organisations import OrganisationRoll
from judging_app.intake.people import (
    JUDGES,
    MENTORS,
    PARTICIPANTS,
    VISITS,
    read_judges,
    read_mentors,
    read_participants,
    read_visits,
)
from judging_app.intake.points import POINTS, read_points
from judging_app.intake.rubric import RUBRIC, read_criteria
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.problems import Problems
from judging_app.intake.tables.table import Table, read_table
from judging_app.intake.teams import TEAMS, TeamRow, challenges, read_teams, teams_of

FORMS = (PARTICIPANTS, TEAMS, JUDGES, RUBRIC, MENTORS, VISITS, BALLOTS, NOT_SCORED, POINTS)
"""Every file that is read, in the order in which problems are listed."""

FILES = tuple(form.file for form in FORMS)
"""Their names."""


def propose(
    files: Mapping[str, bytes], problems: Problems, unreadable: frozenset[str] = frozenset()
) -> Intake:
    """What these files propose; the keys are file names such as "teams.csv".

    `problems` are known beforehand, and `unreadable` files are there all the same.

    Raises:
        IntakeError: with every problem, in the order of `FORMS` and of rows.
    """
    tables = {
        form: Table(form, is_whole=False)
        if form.file in unreadable
        else read_table(form, files.get(form.file), problems)
        for form in FORMS
    }
    proposed = _proposed(tables)
    if told := problems.told(FILES):
        raise IntakeError(told)
    return replace(proposed, notes=problems.notes)


def _proposed(tables: Mapping[Form, Table]) -> Intake:
    """The intake, of use only if no problem was noted on the way.

    Organisations are numbered as they are named, so the order of reading is part of the result.
    """
    organisations = OrganisationRoll()
    has_teams = tables[TEAMS].rows or not tables[TEAMS].is_whole
    teams = read_teams(tables[TEAMS] if has_teams else teams_of(tables[PARTICIPANTS]))
    participants = read_participants(tables[PARTICIPANTS], teams, organisations)
    taken_on = challenges(teams.values, organisations)
    judges = read_judges(tables[JUDGES], organisations)
    criteria = read_criteria(tables[RUBRIC])
    visits = read_visits(tables[VISITS], teams, organisations)
    known = Declarations(judges, teams, criteria)
    ballots = _ballots(tables, known)
    points = read_points(tables[POINTS], known)
    setup = Setup(
        organisations.organisations,
        tuple(row.team for row in teams.values),
        participants,
        taken_on,
        visits,
        Rubric(criteria.values),
        judges.values,
        read_mentors(tables[MENTORS], teams, organisations),
    )
    return Intake(setup, _in_order(ballots, judges.values, teams.values), points)


def _ballots(tables: Mapping[Form, Table], known: Declarations) -> tuple[Ballot, ...]:
    read = read_ballots(tables[BALLOTS], known)
    scored = {pair: ballot for pair, ballot in read.items() if not ballot.is_bare}
    not_scored = read_not_scored(tables[NOT_SCORED], known, scored)
    excused = {ballot_key(ballot) for ballot in not_scored}
    for pair, ballot in read.items():
        if pair in scored or pair not in excused:
            ballot.refuse_gaps()
    return submitted(scored, known.criteria.values) + not_scored


def _in_order(
    ballots: Sequence[Ballot], judges: Sequence[Judge], teams: Sequence[TeamRow]
) -> tuple[Ballot, ...]:
    """Judge by judge, and for each judge team by team, as their files list them."""
    judge_places = {judge.id: place for place, judge in enumerate(judges)}
    team_places = {row.team.id: place for place, row in enumerate(teams)}
    return tuple(
        sorted(ballots, key=lambda b: (judge_places[b.judge], team_places[b.team], ballot_key(b)))
    )
