"""Reviewing comments before a team reads them."""

import pytest

from judging_app.desk import ballots, undo
from judging_app.desk.desk import Desk
from judging_app.desk.handing_out.comments import comments, release_left, review
from judging_app.desk.papers import feedback_job
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import DeskError, UnknownError
from judging_app.present.leaves.leaf import Leaves
from tests.desk.small_event import (
    ADA,
    BO,
    HERON,
    J1,
    J2,
    LANTERN,
    PERCH,
    submit_wholly,
)
from tests.told_leaf import words_of

_OPEN, _RELEASED = CommentState.OPEN, CommentState.RELEASED
_HELD_BACK, _REWORDED = CommentState.HELD_BACK, CommentState.REWORDED


@pytest.fixture
def said(scoring_in_memory: Desk) -> Desk:
    """The small event while scoring, with three comments for teams."""
    desk = scoring_in_memory
    for actor, judge, team, text in (
        (ADA, J1, LANTERN, "Delivery: Speak up."),
        (BO, J2, LANTERN, "Who would buy it?"),
        (BO, J2, PERCH, "A dull pitch."),
    ):
        ballots.comment(desk, actor, judge, team, text, "")
        submit_wholly(desk, judge, team)
    return desk


def states(desk: Desk) -> list[CommentState]:
    return [one.review.state for one in comments(desk, ORGANISER)]


def on_paper(desk: Desk) -> str:
    rows = feedback_job(desk, ORGANISER).rows
    assert isinstance(rows, Leaves)
    return "\n".join(line for leaf in rows.leaves for line in words_of(leaf))


def test_a_sheet_has_what_was_released_and_says_how_much_is_left(said: Desk) -> None:
    before = feedback_job(said, ORGANISER)
    review(said, ORGANISER, [CommentReview(J1, LANTERN, _RELEASED)])

    assert before.note == "3 of 3 not reviewed"
    assert feedback_job(said, ORGANISER).caution.startswith("2 of 3 comments not yet reviewed: ")
    assert "Speak up." in on_paper(said)
    assert "Who would buy it?" not in on_paper(said)


def test_what_is_said_instead_goes_out_and_the_judge_s_own_words_stay(said: Desk) -> None:
    review(said, ORGANISER, [CommentReview(J2, PERCH, _REWORDED, "  Tell us one story.  ")])
    review(said, ORGANISER, [CommentReview(J2, LANTERN, _HELD_BACK)])

    last = comments(said, ORGANISER)[-1]
    assert (last.written, last.outgoing) == ("A dull pitch.", "Tell us one story.")
    assert ballots.every_ballot(said)[J2, PERCH].for_team == "A dull pitch."
    assert "Tell us one story." in on_paper(said)
    assert "dull" not in on_paper(said)
    assert "buy" not in on_paper(said)


def test_the_judge_s_own_words_put_in_their_place_are_simply_released(said: Desk) -> None:
    review(said, ORGANISER, [CommentReview(J2, PERCH, _REWORDED, "A dull pitch.\n")])

    assert states(said) == [_OPEN, _OPEN, _RELEASED]


def test_a_comment_of_a_ballot_that_changed_is_reviewed_anew(said: Desk) -> None:
    release_left(said, ORGANISER)
    ballots.reopen(said, HOST, J2, PERCH, "A slip.")
    ballots.comment(said, BO, J2, PERCH, "A dull pitch, and far too long.", "")
    ballots.submit(said, BO, J2, PERCH)

    assert states(said) == [_RELEASED, _RELEASED, _OPEN]
    assert "dull" not in on_paper(said)


def test_all_that_are_left_are_released_at_once_and_what_was_decided_stays(said: Desk) -> None:
    review(said, ORGANISER, [CommentReview(J2, PERCH, _HELD_BACK)])

    changed = release_left(said, ORGANISER)

    assert states(said) == [_RELEASED, _RELEASED, _HELD_BACK]
    assert len(changed.entries) == 1
    assert release_left(said, ORGANISER).entries == ()


def test_reviews_are_undone_one_after_the_other(said: Desk) -> None:
    review(said, ORGANISER, [CommentReview(J2, PERCH, _HELD_BACK)])
    release_left(said, ORGANISER)

    undo.undo(said, ORGANISER)
    once = states(said)
    undo.undo(said, ORGANISER)

    assert once == [_OPEN, _OPEN, _HELD_BACK]
    assert states(said) == [_OPEN] * 3
    assert undo.undoable(said, ORGANISER) is None


def test_a_comment_without_words_or_of_no_ballot_is_refused(said: Desk) -> None:
    with pytest.raises(DeskError, match="Write what the team is to read, or hold"):
        review(said, ORGANISER, [CommentReview(J2, PERCH, _REWORDED, " ")])
    with pytest.raises(UnknownError, match="no comment for the team"):
        review(said, ORGANISER, [CommentReview(J1, HERON, _RELEASED)])

    assert states(said) == [_OPEN] * 3
