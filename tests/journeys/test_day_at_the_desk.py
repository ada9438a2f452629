"""A whole pitch day through the desk alone: no window, no command line."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.desk import ballots, events, reveal, scoring, sign_in, standings
from judging_app.desk.desk import Desk
from judging_app.domain.event import Audience, Event, Method, Phase
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from judging_app.errors import DeskError, NotAllowedError
from judging_app.intake.folder import read_folder
from judging_app.paths import RESOURCES
from judging_app.store.verify import verify_file

SAMPLE = RESOURCES / "samples" / "tech-connect"


def scores() -> list[tuple[JudgeId, str, CriterionId, int]]:
    with (SAMPLE / "ballots.csv").open(encoding="utf-8", newline="") as file:
        return [
            (JudgeId(r["judge"]), r["team"], CriterionId(r["criterion"]), int(r["score"]))
            for r in csv.DictReader(file)
        ]


def score_everything(desk: Desk) -> None:
    teams = {team.name: team.id for team in desk.setup().teams}
    for judge, team, criterion, score in scores():
        actor = Actor(Role.JUDGE, judge)
        ballots.score(desk, actor, judge, teams[team], criterion, score)
    for judge, team in dict.fromkeys((judge, teams[team]) for judge, team, *_ in scores()):
        ballots.submit(desk, Actor(Role.JUDGE, judge), judge, team)


def test_a_day_from_the_folder_to_the_published_result(tmp_path: Path, csv_folder: Path) -> None:
    made = events.create_event(tmp_path / "day.pitchday", Event("A day"), read_folder(csv_folder))
    desk = events.open_event(made.path)
    teams = {team.name: team.id for team in desk.setup().teams}
    judge_1 = Actor(Role.JUDGE, JudgeId("J1"))

    sign_in.sign_in(desk, judge_1, made.pins[judge_1])
    with pytest.raises(NotAllowedError, match="the event is being set up"):
        ballots.score(desk, judge_1, JudgeId("J1"), TeamId("T1"), CriterionId("impact"), 7)
    scoring.open_scoring(desk, HOST)
    ballots.recuse(desk, HOST, JudgeId("J1"), teams["Team Groundwork"], "Owns the challenge")
    ballots.recuse(desk, HOST, JudgeId("J5"), teams["Team Perch"], "Hosted the visit")
    score_everything(desk)
    with pytest.raises(DeskError, match=r"2 ballots are still to come: George Tan \(2\)"):
        scoring.close_scoring(desk, HOST)
    for team in ("Team Perch", "Team Millrace"):
        ballots.mark_absent(desk, HOST, JudgeId("J8"), teams[team])
    scoring.close_scoring(desk, HOST)

    panel = standings.comparison(desk, ORGANISER)
    assert panel.mean is not None
    assert panel.adjusted is not None
    assert (panel.mean.rows[0].team, panel.mean.rows[0].score) == (
        "Team Groundwork",
        Fraction(523, 7),
    )
    assert (panel.adjusted.rows[0].team, panel.adjusted.rows[0].score) == (
        "Team Lantern",
        Fraction(1185, 16),
    )
    assert not panel.is_firm
    assert "A recusal changes the winner" in standings.caution(desk, HOST)

    with pytest.raises(DeskError, match="The reveal needs two people"):
        reveal.reveal_to(desk, HOST, 1)
    reveal.confirm_reveal(desk, HOST, ORGANISER, made.pins[ORGANISER])
    for step in range(1, 7):
        reveal.reveal_to(desk, HOST, step)
        told = [
            row.team
            for row in standings.view(desk, HOST, Audience.PUBLIC).rows
            if row.place is not None
        ]
        assert len(told) == step
    scoring.publish(desk, ORGANISER)
    assert desk.event().phase is Phase.PUBLISHED
    assert standings.view(desk, judge_1, Audience.PUBLIC, Method.MEAN).rows[0].place == 1
    desk.close()
    assert verify_file(made.path).findings == ()
