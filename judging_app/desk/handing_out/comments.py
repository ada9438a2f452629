"""Comments for teams: which there are, and what the organiser makes of each before it goes out."""

from collections.abc import Iterable
from dataclasses import replace

from judging_app.desk.desk import Changed, Desk
from judging_app.desk.rights import Sight
from judging_app.domain import subjects
from judging_app.domain.acts import ReviewComments
from judging_app.domain.names import remark
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError, UnknownError
from judging_app.present.organiser.comments import CommentRow, comment_rows
from judging_app.store import ballot_rows


def comments(desk: Desk, actor: Actor) -> tuple[CommentRow, ...]:
    """Every comment for a team, with what is decided about it."""
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    db = desk.file.db
    said, reviews = ballot_rows.comments_for_teams(db), ballot_rows.comment_reviews(db)
    return comment_rows(desk.setup(), said, reviews)


def review(desk: Desk, actor: Actor, wanted: Iterable[CommentReview]) -> Changed:
    """Release comments, hold them back, put them in other words, or open them again.

    Raises:
        UnknownError: if one of them is of a ballot without a comment that counts.
    """
    with desk.doing(actor, ReviewComments, subjects.FEEDBACK) as doing:
        reviews = ballot_rows.comment_reviews(desk.file.db)
        changes = [
            (before, after)
            for one in wanted
            if (after := _settled(desk, one))
            != (before := reviews.get((one.judge, one.team), CommentReview(one.judge, one.team)))
        ]
        if changes:
            doing.record(
                ReviewComments(
                    tuple(before for before, _ in changes), tuple(after for _, after in changes)
                )
            )
    return doing.changed


def release_left(desk: Desk, actor: Actor) -> Changed:
    """Release every comment that nobody has reviewed."""
    with desk.doing(actor, ReviewComments, subjects.FEEDBACK) as doing:
        before = tuple(one.review for one in comments(desk, actor) if one.is_open)
        released = (replace(one, state=CommentState.RELEASED) for one in before)
        if before:
            doing.record(ReviewComments(before, tuple(released)))
    return doing.changed


def _settled(desk: Desk, wanted: CommentReview) -> CommentReview:
    """As it is recorded: words that are the judge's own are simply released."""
    ballot = ballot_rows.ballot(desk.file.db, wanted.judge, wanted.team)
    if not (ballot.counts and ballot.for_team):
        raise UnknownError("This ballot has no comment for the team now. Look at the list again.")
    instead = remark(wanted.instead) if wanted.state is CommentState.REWORDED else ""
    if wanted.state is CommentState.REWORDED and not instead:
        raise DeskError("Write what the team is to read, or hold the comment back.")
    is_own = instead == ballot.for_team.strip()
    return replace(
        wanted,
        state=CommentState.RELEASED if is_own else wanted.state,
        instead="" if is_own else instead,
    )
