"""The grid of conflicts before the day, and what is said of one of them."""

from dataclasses import replace

from judging_app.domain.panel import Conflict, ConflictDecision, Judge
from judging_app.planning.conflicts import found_conflicts
from judging_app.present.set_up.conflicts import KnownConflicts, conflict_case, conflict_grid
from tests.desk.small_event import HERON, J1, J2, J3, LANTERN, PERCH, small_setup

HMRC, KESTREL = (one.id for one in small_setup().organisations)
SETUP = replace(
    small_setup(),
    judges=(
        Judge(J1, "Ada", organisation=HMRC),
        Judge(J2, "Bo", organisation=KESTREL),
        Judge(J3, "Cy"),
    ),
    challenges=(),
    visits=(),
)
FOUND = found_conflicts(SETUP)


def _known(*declared: Conflict) -> KnownConflicts:
    pairs = {(one.judge, one.team) for one in declared}
    return KnownConflicts(declared, [one for one in FOUND if (one.judge, one.team) not in pairs])


def test_a_cell_says_what_is_so_and_what_it_hangs_on_and_the_foot_counts() -> None:
    said = Conflict(J3, HERON, "I was her tutor.", ConflictDecision.RECUSED, "Too close.")
    grid = conflict_grid(SETUP, _known(said))
    cells = {(one.judge_id, one.team_id): one for row in grid.rows for one in row.cells}

    assert (cells[J1, LANTERN].word, cells[J1, LANTERN].under) == ("To decide", "1 member")
    assert (cells[J3, HERON].word, cells[J3, HERON].under) == ("Recused", "I was her tutor.")
    assert (cells[J1, HERON].word, cells[J1, HERON].look) == ("", "")
    assert grid.to_decide == 2
    assert grid.words.startswith("2 to decide and 1 recused.")


def test_those_of_one_kind_are_decided_together_and_their_cost_is_said_before() -> None:
    case = conflict_case(SETUP, _known(), (J1, LANTERN))

    assert set(case.alike) == {(J1, LANTERN), (J2, PERCH)}
    assert case.stands == "Found in the data, not declared by the judge."
    costs = {one.title: one for one in case.costs}
    assert (costs["Lantern"].words, costs["Lantern"].is_bad) == ("2 of 3 ballots (now 3)", True)
    assert costs["Ada"].words == "scores 2 of 3 teams"
    assert case.costs_of_all[0].words == "2 to 3 of 3 for each team"
    assert case.acts[ConflictDecision.RECUSED] == "Recuse Ada from Lantern"


def test_a_judge_left_with_no_team_is_pointed_at() -> None:
    recused = [
        Conflict(J1, team, "Knows them.", ConflictDecision.RECUSED, "Too close.")
        for team in (PERCH, HERON)
    ]
    costs = conflict_case(SETUP, _known(*recused), (J1, LANTERN)).costs

    assert costs[-1].words == "scores no team"
    assert costs[-1].is_bad


def test_where_nothing_links_them_one_can_be_declared() -> None:
    case = conflict_case(SETUP, _known(), (J3, HERON))

    assert not case.is_known
    assert case.evidence == "Nothing in the data links them."
