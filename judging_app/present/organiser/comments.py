"""Comments for teams as the organiser reviews them, before any team reads them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from judging_app.closed_sets import complete
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.papers.comments import CommentReview, CommentState
from judging_app.present.leaves.feedback import parted
from judging_app.present.organiser.sheet_facts import SheetFacts
from judging_app.present.scorer.sheet_ids import ballot_code
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

    `criteria` are those that its paragraphs begin with; `code` is its ballot's on paper.
    """

    code: str
    team: str
    judge: str
    criteria: str
    written: str
    review: CommentReview

    @property
    def is_open(self) -> bool:
        """Whether it is still to be reviewed."""
        return self.review.state is CommentState.OPEN

    @property
    def outgoing(self) -> str:
        """What the team would read; of a comment that isn't reviewed, what was written."""
        return self.review.instead or self.written


def comment_rows(
    facts: SheetFacts, reviews: Mapping[tuple[JudgeId, TeamId], CommentReview]
) -> tuple[CommentRow, ...]:
    """Every comment for a team in a ballot that counts, team by team."""
    titles = [one.title for one in facts.rubric.judged]

    def row(judge: JudgeId, name: str, team: TeamId, of: str, written: str) -> CommentRow:
        found = dict.fromkeys(title for title, _ in parted(written, titles) if title)
        review = reviews.get((judge, team), CommentReview(judge, team))
        code = ballot_code(facts.setup, judge, team)
        return CommentRow(code, of, name, ", ".join(found), written, review)

    return tuple(
        row(judge.id, facts.name(judge), team.id, team.name, ballot.for_team)
        for team in facts.setup.teams
        for judge in facts.setup.judges
        if (ballot := facts.ballot(judge.id, team.id)).counts and ballot.for_team
    )


def open_rows(rows: Iterable[CommentRow]) -> list[CommentRow]:
    """Those that are still to be reviewed."""
    return [one for one in rows if one.is_open]


def left_text(rows: Sequence[CommentRow]) -> str:
    """How many are still to be reviewed: "12 of 135 comments not yet reviewed"."""
    left = len(open_rows(rows))
    return f"{left} of {counted(len(rows), 'comment')} not yet reviewed" if left else ""


def review_text(rows: Sequence[CommentRow]) -> str:
    """How far the review is."""
    if not rows:
        return "There are no comments for teams yet."
    return left_text(rows) or f"All {counted(len(rows), 'comment')} reviewed."


def release_text(rows: Sequence[CommentRow]) -> str:
    """What releases the rest at once; empty where nothing is left."""
    left = len(open_rows(rows))
    return f"Release all {left} that are left" if left > 1 else "Release the last" if left else ""
