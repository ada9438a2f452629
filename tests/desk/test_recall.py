"""What the desk worked out before is told again, and never of tables that have changed since."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from fractions import Fraction

import pytest

from judging_app.desk import ballots, decisions, result
from judging_app.desk.desk import Desk
from judging_app.domain.ballots import Ballot
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.roles import HOST
from tests.desk.small_event import ADA, HERON, IMPACT, J1, JUDGES, LANTERN, TEAMS


def test_a_question_is_worked_out_once_while_the_tables_stay_as_they_are(desk: Desk) -> None:
    assert result.basis(desk) is result.basis(desk)
    assert ballots.every_ballot(desk) is ballots.every_ballot(desk)
    assert result.basis(desk, is_original=True) is not result.basis(desk)


def _by_another_program(desk: Desk) -> None:
    with closing(sqlite3.connect(desk.file.path)) as other, other:
        other.execute("UPDATE score SET steps = steps + 1")


@pytest.mark.parametrize(
    "change",
    [
        lambda desk: ballots.score(desk, ADA, J1, HERON, IMPACT, 3),
        lambda desk: decisions.set_penalty(desk, HOST, LANTERN, Fraction(1), "Late"),
        lambda desk: desk.file.db.execute("UPDATE score SET steps = steps + 1"),
        _by_another_program,
    ],
    ids=["a score", "a decision", "the tables", "another program"],
)
def test_whatever_changes_the_tables_is_seen(desk: Desk, change: Callable[[Desk], object]) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    before = result.basis(desk)

    change(desk)

    assert result.basis(desk) != before


def test_what_is_seen_inside_a_change_that_is_undone_is_not_kept(desk: Desk) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    before = ballots.every_ballot(desk)
    inside = _seen_while_undone(desk)

    assert inside != before
    assert ballots.every_ballot(desk) == before
    assert len(before) == len(JUDGES) * len(TEAMS)


def _seen_while_undone(desk: Desk) -> Mapping[tuple[JudgeId, TeamId], Ballot]:
    with suppress(InterruptedError), desk.file.transaction():
        desk.file.db.execute("UPDATE score SET steps = 9")
        seen = ballots.every_ballot(desk)
        raise InterruptedError
    return seen
