"""What a judge is about to submit, read back before it is."""

from dataclasses import dataclass

from judging_app.domain.ballots import Ballot
from judging_app.domain.rubric import Rubric
from judging_app.present.criteria import score_text, total_text
from judging_app.tally.totals import total

NO_COMMENT = "No comment."


@dataclass(frozen=True, slots=True)
class ReadBackRow:
    """One line of what is about to be submitted."""

    title: str
    score_text: str


@dataclass(frozen=True, slots=True)
class ReadBackComment:
    """One comment that is about to be submitted, and who will read it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadBackView:
    """A whole ballot; `revisit` is what is asked besides before the judge's last one."""

    title: str = ""
    rows: tuple[ReadBackRow, ...] = ()
    total_text: str = ""
    comments: tuple[ReadBackComment, ...] = ()
    revisit: str = ""

    @property
    def spoken(self) -> str:
        """All of it in a few sentences, for whoever listens; empty before it is whole."""
        if not self.rows:
            return ""
        scores = ", ".join(f"{row.title} {row.score_text}" for row in self.rows)
        said = f"{self.title}: {scores}; total {self.total_text}."
        comments = (f"{one.label}: {one.text or NO_COMMENT}" for one in self.comments)
        return " ".join(part for part in (said, *comments, self.revisit) if part)


NOTHING_TO_READ = ReadBackView()
"""Of a ballot that isn't whole."""


def read_back(team: str, rubric: Rubric, ballot: Ballot, revisit: str) -> ReadBackView:
    """Every score of a ballot that is whole, its total and its comments."""
    return ReadBackView(
        f"You are about to submit for {team}",
        tuple(
            ReadBackRow(one.title, score_text(one, ballot.scores[one.id])) for one in rubric.judged
        ),
        total_text(total(ballot, rubric), rubric),
        (
            ReadBackComment("For the team", ballot.for_team),
            ReadBackComment("For the panel", ballot.for_panel),
        ),
        revisit,
    )
