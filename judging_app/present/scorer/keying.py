"""One paper sheet as it is keyed: the form of a turn, where two turns differ, and the read-back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.figures import says_none
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.keying import TURNS, Keying
from judging_app.domain.rubric import Criterion, decimal
from judging_app.domain.setup import Setup
from judging_app.present.criteria import headed_criteria, scale_text, score_text
from judging_app.present.judge.card import COMMENT_LEFT, MOST_KEYS, TypedScale
from judging_app.present.judge.read_back import ReadBackRow
from judging_app.present.scorer.sheets import SheetTitle, sheet_title
from judging_app.words import counted, listed

_TURN_WORDS = dict(zip(TURNS, ("first", "second"), strict=True))


@dataclass(frozen=True, slots=True)
class KeyingRow:
    """One criterion to key; `steps` is what is kept of it, and `None` is nothing.

    `number` is its place on the paper, and `marks` what is printed there to be marked.
    `section` is a heading to show above it, empty where none begins here. `points_text` is what
    was kept, as it is typed.
    """

    number: int
    criterion_id: CriterionId
    section: str
    title: str
    scale_text: str
    typed: TypedScale
    steps: int | None
    points_text: str
    marks: tuple[str, ...] = ()

    @property
    def is_nought_ten(self) -> bool:
        """Whether 0 means 10 here, as on a judge's own card: few scores, a 10 and no 0."""
        return bool(self.marks) and self.typed.score("0") is None and self._ten is not None

    @property
    def scale_words(self) -> str:
        """The scale, with what 0 means on one that has no 0."""
        return f"{self.scale_text}, 0 means 10" if self.is_nought_ten else self.scale_text

    @property
    def _ten(self) -> int | None:
        return self.typed.score("10")

    def score(self, text: str) -> int | None:
        """The score in steps that `text` means; `None` while it is none here."""
        is_ten = self.is_nought_ten and text.strip() == "0"
        return self._ten if is_ten else self.typed.score(text)

    def refusal(self, text: str) -> str:
        """Why `text` is no score here, and what would be; empty for a score."""
        said = text.strip()
        if says_none(said):
            return f"Type {self.scale_text}. If the paper has no score, ask the judge."
        if self.score(said) is not None:
            return ""
        return f"“{said}” is outside the scale. Type {self.scale_text}."


@dataclass(frozen=True, slots=True)
class KeyingView:
    """One turn of one sheet: what is keyed, what is left, and what the act will do.

    `scale_text` is the scale of every criterion; empty where they differ.
    """

    sheet: SheetTitle
    turn: int
    heading: str
    rows: tuple[KeyingRow, ...]
    for_team: str
    for_panel: str
    needs_comment: bool
    scale_text: str
    typed_text: str
    left: tuple[str, ...]
    act_text: str


@dataclass(frozen=True, slots=True)
class LaidDown:
    """What is said between the two turns."""

    sheet: SheetTitle
    heading: str
    text: str
    begin_text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A criterion that the two keyings fill differently; `row` takes what the paper says."""

    row: KeyingRow
    first_text: str
    second_text: str


@dataclass(frozen=True, slots=True)
class CommentDifference:
    """A comment that the two keyings spell differently; either may be empty."""

    title: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Only what differs, to be settled with the paper in hand; comments are `None` where alike."""

    sheet: SheetTitle
    heading: str
    text: str
    differences: tuple[Difference, ...]
    for_team: CommentDifference | None
    for_panel: CommentDifference | None

    @property
    def is_alike(self) -> bool:
        """Whether both keyings say the same of everything."""
        return not (self.differences or self.for_team or self.for_panel)


@dataclass(frozen=True, slots=True)
class PaperReadBack:
    """What is about to be submitted; `reason_hint` says why a reason is asked for, if it is."""

    sheet: SheetTitle
    title: str
    rows: tuple[ReadBackRow, ...]
    for_team: str
    for_panel: str
    keyed_text: str
    reason_hint: str
    submit_text: str
    spoken: str


def keying_view(
    setup: Setup, judge: JudgeId, team: TeamId, turn: int, keying: Keying | None
) -> KeyingView:
    """One turn's form, from what that turn holds so far and from nothing else."""
    kept = keying or Keying(judge, team, turn, "")
    draft = Ballot(judge, team, BallotState.DRAFT, kept.scores, kept.for_team, kept.for_panel)
    missing, needs_comment = draft.missing(setup.rubric), draft.missing_comment(setup.rubric)
    judged = setup.rubric.judged
    scales = {_row(setup, criterion, None).scale_words for criterion in judged}
    comment = [COMMENT_LEFT] if needs_comment else []
    return KeyingView(
        sheet=sheet_title(setup, judge, team),
        turn=turn,
        heading="first entry" if turn == TURNS[0] else "second entry, the first is hidden",
        rows=tuple(
            _row(setup, criterion, kept.scores.get(criterion.id), heading if not place else "")
            for heading, criteria in headed_criteria(setup.rubric)
            for place, criterion in enumerate(criteria)
        ),
        for_team=kept.for_team,
        for_panel=kept.for_panel,
        needs_comment=bool(needs_comment),
        scale_text=scales.pop() if len(scales) == 1 else "",
        typed_text=f"{len(judged) - len(missing)} of {len(judged)} typed in",
        left=(*(one.title for one in missing), *comment),
        act_text=_act_text(len(missing), turn, needs_comment=bool(needs_comment)),
    )


def _act_text(missing: int, turn: int, *, needs_comment: bool) -> str:
    if missing:
        return f"Go to the {f'{missing} scores' if missing > 1 else 'score'} left"
    return "Type in the comment" if needs_comment else f"Finish {_TURN_WORDS[turn]} entry"


def laid_down(setup: Setup, judge: JudgeId, team: TeamId) -> LaidDown:
    """What is said once the first turn has ended."""
    sheet = sheet_title(setup, judge, team)
    return LaidDown(
        sheet=sheet,
        heading="Put the sheet down, then type it in again",
        text=(
            f"The first entry of {sheet.id} is saved and hidden. Type the sheet in again as if "
            "for the first time. If someone else is here, let them do it. You can do other "
            "sheets first."
        ),
        begin_text="Start second entry",
    )


def comparison(
    setup: Setup,
    first: Keying,
    second: Keying,
    differing: Iterable[CriterionId],
    *,
    for_team_differs: bool = False,
    for_panel_differs: bool = False,
) -> ComparisonView:
    """Where two keyings of one sheet differ, which the desk has found."""
    wanted = frozenset(differing)
    differences = tuple(
        _difference(setup, criterion, first, second)
        for criterion in setup.rubric.judged
        if criterion.id in wanted
    )
    count = len(differences) + for_team_differs + for_panel_differs
    return ComparisonView(
        sheet=sheet_title(setup, first.judge, first.team),
        heading=f"The two entries differ in {counted(count, 'place')}",
        text="Look at the paper. Choose the correct entry, or type it.",
        differences=differences,
        for_team=CommentDifference("Comment for the team", first.for_team, second.for_team)
        if for_team_differs
        else None,
        for_panel=CommentDifference("Comment for the panel", first.for_panel, second.for_panel)
        if for_panel_differs
        else None,
    )


def paper_read_back(
    setup: Setup,
    first: Keying,
    second: Keying,
    chosen: Mapping[CriterionId, int],
    for_team: str | None,
    for_panel: str | None,
    *,
    replaces_screen: bool,
) -> PaperReadBack:
    """What the sheet comes to: the second keying, with what was chosen where the two differ."""
    scores = {**second.scores, **chosen}
    judged = setup.rubric.judged
    rows = tuple(ReadBackRow(one.title, score_text(one, scores.get(one.id))) for one in judged)
    sheet = sheet_title(setup, second.judge, second.team)
    submit_text = f"Submit {counted(len(judged), 'score')} from paper"
    clerks = listed(list(dict.fromkeys((first.keyed_by, second.keyed_by))))
    said = ", ".join(f"{row.title} {row.score_text}" for row in rows)
    return PaperReadBack(
        sheet=sheet,
        title=f"You are about to submit sheet {sheet.id}",
        rows=rows,
        for_team=second.for_team if for_team is None else for_team,
        for_panel=second.for_panel if for_panel is None else for_panel,
        keyed_text=f"Typed in by {clerks}.",
        reason_hint=(
            "This judge has already started this ballot on the screen. Say why the paper "
            "replaces it."
            if replaces_screen
            else ""
        ),
        submit_text=submit_text,
        spoken=f"{sheet.id}, {sheet.judge} for {sheet.team}: {said}.",
    )


def submitted_text(sheet: SheetTitle, count: int) -> str:
    """What is said once a sheet is in."""
    return (
        f"{sheet.id} is submitted: {counted(count, 'score')} from {sheet.judge} for "
        f"{sheet.team}. Take the next sheet."
    )


def dropped_text(sheet: SheetTitle) -> str:
    """What is said once what was keyed is given up."""
    return f"What was typed in from {sheet.id} is deleted. The sheet is still to come."


def _row(setup: Setup, criterion: Criterion, steps: int | None, section: str = "") -> KeyingRow:
    is_marked = len(criterion.scale) <= MOST_KEYS
    return KeyingRow(
        number=setup.rubric.judged.index(criterion) + 1,
        criterion_id=criterion.id,
        section=section,
        title=criterion.title,
        scale_text=scale_text(criterion),
        typed=TypedScale(criterion.lowest, criterion.highest, criterion.step),
        steps=steps,
        points_text=_points(criterion, steps),
        marks=tuple(_points(criterion, one) for one in criterion.scale) if is_marked else (),
    )


def _points(criterion: Criterion, steps: int | None) -> str:
    return "" if steps is None else decimal(criterion.in_points(steps))


def _difference(setup: Setup, criterion: Criterion, first: Keying, second: Keying) -> Difference:
    given = (first.scores.get(criterion.id), second.scores.get(criterion.id))
    return Difference(_row(setup, criterion, None), *(_points(criterion, one) for one in given))
