"""A judge's take-away: for that judge alone, from the ballots as they were given."""

import pytest

from judging_app.desk import decisions, scoring
from judging_app.desk.desk import Desk
from judging_app.desk.papers import take_away
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from judging_app.errors import EventFileError, NotAllowedError
from tests.desk.small_event import ADA, BO, CY, IMPACT, J1, J2, J3, LANTERN, PERCH, submit_wholly


@pytest.fixture
def published(desk: Desk) -> Desk:
    """Three ballots for one team and two for another; one score was moderated."""
    for judge, impact in ((J1, 3), (J2, 8), (J3, 10)):
        submit_wholly(desk, judge, LANTERN, impact)
    for judge, impact in ((J1, 4), (J2, 9)):
        submit_wholly(desk, judge, PERCH, impact)
    scoring.close_scoring(desk, ORGANISER, "The test says so.")
    decisions.agree_score(desk, ORGANISER, J1, LANTERN, IMPACT, 9, "Talked over.")
    scoring.publish(desk, ORGANISER)
    return desk


def test_it_holds_what_the_judge_gave_and_not_what_was_agreed_later(published: Desk) -> None:
    lantern = take_away(published, ADA).teams[0]

    assert (lantern.lines[0].own, lantern.lines[0].mean) == ("3", "7.00")


def test_each_judge_has_their_own(published: Desk) -> None:
    found = {
        actor.key: [team.lines[0].own for team in take_away(published, actor).teams]
        for actor in (ADA, BO, CY)
    }

    assert found == {"judge:J1": ["3", "4"], "judge:J2": ["8", "9"], "judge:J3": ["10"]}


def test_no_other_judge_is_named_and_no_single_score_of_theirs_is_told(published: Desk) -> None:
    said = repr(take_away(published, ADA))

    assert "Bo Lund" not in said
    assert "Cy Orr" not in said
    assert "'8'" not in said
    assert "'9'" not in said
    assert [line.mean for line in take_away(published, ADA).teams[1].lines] == ["–", "–"]


@pytest.mark.parametrize("actor", [ORGANISER, HOST, SCORER], ids=lambda actor: actor.key)
def test_nobody_but_a_judge_has_one(published: Desk, actor: Actor) -> None:
    with pytest.raises(NotAllowedError):
        take_away(published, actor)

    assert published.entries()[-1].act == "refuse"


def test_there_is_none_before_the_result_is_published(desk: Desk) -> None:
    submit_wholly(desk, J1, LANTERN)
    with pytest.raises(NotAllowedError):
        take_away(desk, ADA)

    assert desk.entries()[-1].act == "refuse"


def test_a_published_result_taken_back_takes_it_back_too(published: Desk) -> None:
    scoring.amend(published, ORGANISER, "A sheet was missing.", "The panel")

    with pytest.raises(NotAllowedError):
        take_away(published, ADA)


def test_a_changed_file_gives_none(published: Desk) -> None:
    published.file.db.execute("UPDATE score SET steps = 1 WHERE judge = 'J2'")
    assert published.verification().findings

    with pytest.raises(EventFileError, match="isn't as it was recorded"):
        take_away(published, ADA)
