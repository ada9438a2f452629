"""Two who want one event, a look that isn't finished, a score that meets the close of scoring."""

import random
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from judging_app.desk import ballots, scoring
from judging_app.desk.desk import Desk
from judging_app.domain.acts import CloseScoring, SaveBallot, SubmitBallot, act_name
from judging_app.domain.event import Phase
from judging_app.domain.roles import ORGANISER, Actor, Role
from judging_app.errors import DeskError, NotSavedError
from tests.desk.small_event import ADA, IMPACT, J1, JUDGES, LANTERN, TEAMS, copy_of
from tests.faults.racing import RUNNERS
from tests.faults.row_run import RowRun
from tests.how_many import ORDERS, RACES


@pytest.mark.row(13, 15)
def test_of_those_who_open_one_event_at_the_same_instant_one_has_it_and_the_others_are_told(
    scoring_path: Path, row_run: RowRun
) -> None:
    before, races = scoring_path.read_bytes(), RACES.now
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.racing"],
        input=f"{scoring_path}\n" * races,
        capture_output=True,
        text=True,
        check=True,
    )
    told = done.stdout.splitlines()
    winners = [told[at : at + RUNNERS].count("opened") for at in range(0, len(told), RUNNERS)]

    bugs = sum(answer.startswith("bug") for answer in told)
    lost = sum(count != 1 for count in winners)
    row_run.tried("races of 4 processes", races, fired=len(winners), lost=lost, tracebacks=bugs)
    refusals = {answer for answer in told if answer != "opened"}
    assert all("small.pitchday is already open" in refusal for refusal in refusals), refusals
    assert scoring_path.read_bytes() == before


@pytest.mark.row(26)
def test_a_look_that_is_half_read_keeps_no_save_from_the_disk(desk: Desk) -> None:
    half_read = desk.file.db.conn.execute("SELECT * FROM journal")
    assert half_read.fetchone()

    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)

    assert ballots.ballot(desk, ADA, J1, LANTERN).scores == {IMPACT: 7}
    assert half_read.fetchone()


@pytest.mark.row(26)
def test_another_programs_look_that_is_half_read_is_told_and_the_save_works_after_it(
    desk: Desk,
) -> None:
    with closing(sqlite3.connect(desk.file.path)) as other:
        half_read = other.execute("SELECT * FROM journal")
        assert half_read.fetchone()
        with pytest.raises(NotSavedError, match="in use by another program"):
            ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
        half_read.close()

    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)
    assert ballots.ballot(desk, ADA, J1, LANTERN).scores == {IMPACT: 7}


@pytest.mark.row(32)
def test_a_score_that_meets_the_close_of_scoring_is_saved_before_it_or_refused(
    desk: Desk, row_run: RowRun
) -> None:
    fell: Counter[str] = Counter()
    late = 0
    for order in range(ORDERS.now):
        draw = random.Random(order)  # noqa: S311 - a repeatable walk, not a secret
        with copy_of(desk) as copy:
            fell += close_among_scores(copy, draw)
            late += scores_after_the_close(copy)
            assert copy.event().phase is Phase.CLOSED
            assert order % 10 or copy.verification().findings == ()
    row_run.tried("orders of scores and the close", ORDERS.now, silent=late)
    assert fell["saved"]
    assert fell["refused"]


def close_among_scores(desk: Desk, draw: random.Random) -> Counter[str]:
    """Judges score, one of them submits, and the organiser closes somewhere in between."""
    asked = [(judge, team) for judge in JUDGES for team in TEAMS]
    draw.shuffle(asked)
    close, fell = draw.randrange(len(asked) + 1), Counter[str]()
    for place, (judge, team) in enumerate(asked):
        if place == close:
            scoring.close_scoring(desk, ORGANISER, "Time is up.")
        own, steps = Actor(Role.JUDGE, judge), draw.randint(1, 10)
        try:
            ballots.score(desk, own, judge, team, IMPACT, steps)
        except DeskError:
            fell["refused"] += 1
            assert place >= close
            assert ballots.ballot(desk, own, judge, team).scores == {}
        else:
            fell["saved"] += 1
            assert ballots.ballot(desk, own, judge, team).scores == {IMPACT: steps}
    if close == len(asked):
        scoring.close_scoring(desk, ORGANISER, "Time is up.")
    return fell


def scores_after_the_close(desk: Desk) -> int:
    """How many scores are on the record after scoring was closed."""
    acts = [entry.act for entry in desk.entries()]
    later = acts[acts.index(act_name(CloseScoring)) :]
    return sum(act in (act_name(SaveBallot), act_name(SubmitBallot)) for act in later)
