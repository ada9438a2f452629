"""`judging-app comments`: what is said to teams, and what of it the organiser lets out."""

from argparse import Namespace
from collections.abc import Iterator, Mapping

from judging_app.cli.opened import verified
from judging_app.cli.output import say
from judging_app.desk.desk import Desk
from judging_app.desk.handing_out.comments import comments as comments_of
from judging_app.desk.handing_out.comments import release_left, review
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.domain.roles import ORGANISER
from judging_app.errors import UnknownError
from judging_app.present.organiser.comments import (
    COMMENT_STATE_WORDS,
    CommentRow,
    open_rows,
    review_text,
)


def comments(arguments: Namespace) -> int:
    """Record what was said of comments, then list them, of a file that was verified first."""
    with verified(arguments.file, arguments.passphrase_file) as desk:
        if wanted := _wanted(desk, arguments):
            review(desk, ORGANISER, wanted)
        if arguments.release_left:
            release_left(desk, ORGANISER)
        rows = comments_of(desk, ORGANISER)
    for row in open_rows(rows) if arguments.left else rows:
        for line in _lines(row):
            say(line)
    say(review_text(rows))
    return 0


def _wanted(desk: Desk, arguments: Namespace) -> list[CommentReview]:
    typed = [
        *((code, CommentState.RELEASED, "") for code in arguments.release),
        *((code, CommentState.HELD_BACK, "") for code in arguments.held_back),
        *((code, CommentState.REWORDED, text) for code, text in arguments.instead),
    ]
    found = {one.code: one.review for one in comments_of(desk, ORGANISER)} if typed else {}
    return [_of(found, code, state, instead) for code, state, instead in typed]


def _of(
    found: Mapping[str, CommentReview], code: str, state: CommentState, instead: str
) -> CommentReview:
    if code not in found:
        raise UnknownError(
            f"There is no comment “{code}” in this event. Write its ballot’s code as it is listed, "
            "such as J1-T3."
        )
    return CommentReview(found[code].judge, found[code].team, state, instead)


def _lines(row: CommentRow) -> Iterator[str]:
    """Its head, what was written, and what the team reads instead."""
    of = f" on {row.criteria}" if row.criteria else ""
    yield f"{row.code}  {COMMENT_STATE_WORDS[row.review.state]}: {row.judge} to {row.team}{of}"
    yield from (f"    {line}" for line in row.written.splitlines())
    if row.review.instead:
        yield "  reads instead:"
        yield from (f"    {line}" for line in row.review.instead.splitlines())
