"""Comments for teams as the organiser reviews them, before any team reads them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from judging_app.closed_sets import complete
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.domain.people import Team
from judging_app.domain.setup import Setup
from judging_app.present.leaves.feedback import parted
from judging_app.present.scorer.sheet_ids import judge_codes, team_codes
from judging_app.words import counted

COMMENT_STATE_WORDS: Mapping[CommentState, str] = complete(
    {
        CommentState.OPEN: "not reviewed",
        CommentState.RELEASED: "released",
        CommentState.HELD_BACK: "held back",
        CommentState.REWORDED: "reworded",
    }
)


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One judge's comment for a team, as it was written, with what is decided about it.

    `titles` are the criteria that there are; `code` is its ballot's on paper.
    """

    code: str
    team: str
    judge: str
    written: str
    review: CommentReview
    titles: tuple[str, ...] = ()

    @property
    def criteria(self) -> str:
        """Those that its paragraphs begin with; asked of what is in sight, not of thousands."""
        found = (title for title, _ in parted(self.written, self.titles) if title)
        return ", ".join(dict.fromkeys(found))

    @property
    def is_open(self) -> bool:
        """Whether it is still to be reviewed."""
        return self.review.state is CommentState.OPEN

    @property
    def outgoing(self) -> str:
        """What the team would read; of a comment that isn't reviewed, what was written."""
        return self.review.instead or self.written


def comment_rows(
    setup: Setup,
    said: Mapping[tuple[JudgeId, TeamId], str],
    reviews: Mapping[tuple[JudgeId, TeamId], CommentReview],
) -> tuple[CommentRow, ...]:
    """Every comment for a team, `said` in ballots that count, team by team."""
    titles = tuple(one.title for one in setup.rubric.judged)
    judge_code, team_code = judge_codes(setup), team_codes(setup)

    def row(judge: Judge, team: Team, written: str) -> CommentRow:
        review = reviews.get((judge.id, team.id), CommentReview(judge.id, team.id))
        code = f"{judge_code[judge.id]}-{team_code[team.id]}"
        return CommentRow(code, team.name, judge.name, written, review, titles)

    return tuple(
        row(judge, team, written)
        for team in setup.teams
        for judge in setup.judges
        if (written := said.get((judge.id, team.id)))
    )


def open_rows(rows: Iterable[CommentRow]) -> list[CommentRow]:
    """Those that are still to be reviewed."""
    return [one for one in rows if one.is_open]


def left_text(rows: Sequence[CommentRow]) -> str:
    """How many are still to be reviewed: "12 of 135 comments not yet reviewed"."""
    left = len(open_rows(rows))
    return f"{left:,} of {counted(len(rows), 'comment')} not yet reviewed" if left else ""


def short_left_text(rows: Sequence[CommentRow]) -> str:
    """The same in a few words."""
    left = len(open_rows(rows))
    return f"{left:,} of {len(rows):,} not reviewed" if left else ""


def review_text(rows: Sequence[CommentRow]) -> str:
    """How far the review is."""
    if not rows:
        return "There are no comments for teams yet."
    return left_text(rows) or f"All {counted(len(rows), 'comment')} reviewed."


def release_text(rows: Sequence[CommentRow]) -> str:
    """What releases the rest at once; empty where nothing is left."""
    left = len(open_rows(rows))
    return f"Release all {left:,} that are left" if left > 1 else "Release the last" if left else ""
