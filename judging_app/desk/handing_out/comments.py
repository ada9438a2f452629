"""Comments for teams: which there are, and what the organiser makes of each before it goes out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from judging_app.desk.desk import Changed, Desk
from judging_app.desk.papers import sheet_facts
from judging_app.domain import subjects
from judging_app.domain.acts import ReviewComments
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.names import remark
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError, UnknownError
from judging_app.present.organiser.comments import CommentRow, comment_rows
from judging_app.store import ballot_rows


def comments(desk: Desk, actor: Actor) -> tuple[CommentRow, ...]:
    """Every comment for a team, with what is decided about it."""
    return comment_rows(sheet_facts(desk, actor), ballot_rows.comment_reviews(desk.file.db))


def review(desk: Desk, actor: Actor, wanted: Iterable[CommentReview]) -> Changed:
    """Release comments, hold them back, put them in other words, or open them again.

    Raises:
        UnknownError: if one of them is of a ballot without a comment that counts.
    """
    with desk.doing(actor, ReviewComments, subjects.FEEDBACK) as doing:
        found = {(one.review.judge, one.review.team): one for one in comments(desk, actor)}
        changes = [(row.review, _settled(row, one)) for one, row in _rows(found, wanted)]
        changes = [(before, after) for before, after in changes if before != after]
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


def _rows(
    found: Mapping[tuple[JudgeId, TeamId], CommentRow], wanted: Iterable[CommentReview]
) -> Iterator[tuple[CommentReview, CommentRow]]:
    for one in wanted:
        if (one.judge, one.team) not in found:
            raise UnknownError(
                "This ballot has no comment for the team any more. Look at the list again."
            )
        yield one, found[one.judge, one.team]


def _settled(row: CommentRow, wanted: CommentReview) -> CommentReview:
    """As it is recorded: words that are the judge's own are simply released."""
    if wanted.state is not CommentState.REWORDED:
        return CommentReview(wanted.judge, wanted.team, wanted.state)
    instead = remark(wanted.instead)
    if not instead:
        raise DeskError("Write what the team is to read, or hold the comment back.")
    if instead == row.written:
        return CommentReview(wanted.judge, wanted.team, CommentState.RELEASED)
    return CommentReview(wanted.judge, wanted.team, CommentState.REWORDED, instead)
