"""Opening, closing, reopening and publishing."""

from dataclasses import replace
from pathlib import Path

import pytest

from judging_app.desk import ballots, projector, scoring, standings
from judging_app.desk.desk import Desk
from judging_app.desk.events import take_in
from judging_app.domain.event import Audience, Board, Phase, Scene
from judging_app.domain.ids import JudgeId
from judging_app.domain.panel import Judge
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.setup import Intake
from judging_app.errors import DeskError, NotAllowedError
from tests.builders import set_up
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    J2,
    J3,
    LANTERN,
    PERCH,
    TEAMS,
    in_memory,
    submit_all,
    submit_wholly,
    tell,
)

_NOBODY = set_up()


def test_scoring_opens_only_once_there_is_something_to_score(template: Path) -> None:
    with in_memory(template) as desk:
        take_in(desk, ORGANISER, Intake(_NOBODY))

        with pytest.raises(DeskError, match="no team, no judge and no criterion yet"):
            scoring.open_scoring(desk, HOST)
        assert desk.event().phase is Phase.SETTING_UP


def test_closing_with_owed_ballots_names_who_owes_how_many(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    for team in TEAMS:
        submit_wholly(desk, J2, team)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 4)
    submit_wholly(desk, J3, PERCH)
    ballots.recuse(desk, HOST, J3, LANTERN, "Works there.")

    with pytest.raises(DeskError) as refusal:
        scoring.close_scoring(desk, HOST)
    assert "4 ballots are still to come: Ada Reed (3) and Cy Orr (1)." in str(refusal.value)
    assert desk.event().phase is Phase.SCORING


def test_closing_with_owed_ballots_takes_a_reason_that_stays_on_the_record(
    scoring_in_memory: Desk,
) -> None:
    changed = scoring.close_scoring(scoring_in_memory, HOST, " The hall closes at five. ")

    assert scoring_in_memory.event().phase is Phase.CLOSED
    assert [entry.reason for entry in changed.entries if entry.act == "close scoring"] == [
        "The hall closes at five."
    ]


def test_a_recused_or_absent_judge_owes_no_ballot(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    for team in TEAMS:
        ballots.recuse(desk, HOST, J1, team, "Works there.")
        ballots.mark_absent(desk, HOST, J2, team)
        submit_wholly(desk, J3, team)

    assert scoring.owed_ballots(desk) == ()
    scoring.close_scoring(desk, HOST)
    assert desk.event().phase is Phase.CLOSED


def test_a_closed_ballot_changes_no_more(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    before = ballots.all_ballots(desk, ORGANISER)

    with pytest.raises(NotAllowedError, match=r"Nobody can .* while scoring is closed"):
        ballots.reopen(desk, HOST, J1, LANTERN, "Too late.")
    assert ballots.all_ballots(desk, ORGANISER) == before


def test_reopening_scoring_takes_back_what_the_reveal_told(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    tell(desk, 2)
    assert any(row.place for row in standings.view(desk, HOST, Audience.PUBLIC).rows)

    with pytest.raises(DeskError, match="Give a reason to reopen scoring"):
        scoring.reopen_scoring(desk, ORGANISER, " ")
    scoring.reopen_scoring(desk, ORGANISER, "A sheet was found.")

    assert desk.programme().revealed == 0
    assert not any(row.place for row in standings.view(desk, HOST, Audience.PUBLIC).rows)


def test_a_published_result_is_final(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    scoring.publish(desk, ORGANISER)

    with pytest.raises(NotAllowedError, match=r"Nobody can .* while the result is published"):
        scoring.reopen_scoring(desk, ORGANISER, "Once more.")
    with pytest.raises(NotAllowedError, match=r"Nobody can .* while the result is published"):
        scoring.publish(desk, ORGANISER)
    with pytest.raises(NotAllowedError, match=r"Nobody can .* while the result is published"):
        scoring.close_scoring(desk, ORGANISER, "Again.")
    assert desk.event().phase is Phase.PUBLISHED


@pytest.mark.parametrize("step", [-1, 4])
def test_the_reveal_has_no_step_beyond_its_last(step: int, scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    submit_all(desk)
    scoring.close_scoring(desk, HOST)

    with pytest.raises(DeskError, match=f"There is no step {step}"):
        tell(desk, step)
    assert desk.programme().scene is Scene.HOLDING


def test_a_judge_who_joins_the_set_up_is_expected_at_once(template: Path) -> None:
    with in_memory(template) as desk:
        assert len(scoring.owed_ballots(desk)) == 9
        before = desk.setup()
        joined = replace(before, judges=(*before.judges, Judge(JudgeId("J4"), "Di Penn")))

        take_in(desk, ORGANISER, Intake(joined))

        assert len(scoring.owed_ballots(desk)) == 12


def test_the_live_board_ends_with_scoring_so_that_the_reveal_tells_the_result(
    scoring_in_memory: Desk,
) -> None:
    desk = scoring_in_memory
    projector.show_board(desk, HOST, Board.LIVE)

    scoring.close_scoring(desk, HOST, "The room is needed.")
    assert desk.event().board is Board.HIDDEN
    rows = standings.view(desk, HOST, Audience.PUBLIC).rows
    assert {(row.place, row.score) for row in rows} == {(None, None)}
