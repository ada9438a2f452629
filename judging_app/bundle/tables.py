"""All tables of an event as one value, and which columns each has as text."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, TypeAlias, Union, get_args, get_origin, get_type_hints

from judging_app.bundle.rows import (
    AgreedScoreRow,
    AgreementRow,
    AwardCriterionRow,
    AwardDecisionRow,
    AwardRow,
    AwardWinnerRow,
    BallotRow,
    ChallengeRow,
    CommentRow,
    ConflictRow,
    CriterionRow,
    DecisionRow,
    EditionRow,
    EnteredPointsRow,
    EntryRow,
    EventRow,
    ExclusionRow,
    JudgeRow,
    LevelRow,
    MentorRow,
    OrganisationRow,
    OtherNameRow,
    ParticipantRow,
    PenaltyRow,
    PlanRow,
    PointsRow,
    ScoreRow,
    SlotRow,
    StandingRow,
    TeamRow,
    TieBreakRow,
    TieStepRow,
    TieValueRow,
    TimeRow,
    VisitRow,
    WishRow,
)


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables; `None` for one that the audience doesn’t get."""

    event: tuple[EventRow, ...] | None = None
    criteria: tuple[CriterionRow, ...] | None = None
    levels: tuple[LevelRow, ...] | None = None
    organisations: tuple[OrganisationRow, ...] | None = None
    other_names: tuple[OtherNameRow, ...] | None = None
    teams: tuple[TeamRow, ...] | None = None
    challenges: tuple[ChallengeRow, ...] | None = None
    participants: tuple[ParticipantRow, ...] | None = None
    visits: tuple[VisitRow, ...] | None = None
    mentors: tuple[MentorRow, ...] | None = None
    judges: tuple[JudgeRow, ...] | None = None
    ballots: tuple[BallotRow, ...] | None = None
    scores: tuple[ScoreRow, ...] | None = None
    comments: tuple[CommentRow, ...] | None = None
    conflicts: tuple[ConflictRow, ...] | None = None
    agreed_scores: tuple[AgreedScoreRow, ...] | None = None
    agreement: tuple[AgreementRow, ...] | None = None
    exclusions: tuple[ExclusionRow, ...] | None = None
    penalties: tuple[PenaltyRow, ...] | None = None
    points: tuple[PointsRow, ...] | None = None
    entered_points: tuple[EnteredPointsRow, ...] | None = None
    tie_breaks: tuple[TieBreakRow, ...] | None = None
    decision: tuple[DecisionRow, ...] | None = None
    awards: tuple[AwardRow, ...] | None = None
    award_criteria: tuple[AwardCriterionRow, ...] | None = None
    award_decisions: tuple[AwardDecisionRow, ...] | None = None
    award_winners: tuple[AwardWinnerRow, ...] | None = None
    standings: tuple[StandingRow, ...] | None = None
    tie_steps: tuple[TieStepRow, ...] | None = None
    tie_values: tuple[TieValueRow, ...] | None = None
    editions: tuple[EditionRow, ...] | None = None
    slots: tuple[SlotRow, ...] | None = None
    times: tuple[TimeRow, ...] | None = None
    plan: tuple[PlanRow, ...] | None = None
    entries: tuple[EntryRow, ...] | None = None
    wishes: tuple[WishRow, ...] | None = None


AnyRow: TypeAlias = object
"""A value of one of the classes of `rows`."""


class CellKind(Enum):
    """What the cells of a column hold; the value is its datatype in CSVW."""

    TEXT = "string"
    WHOLE = "integer"
    TRUTH = "boolean"
    DAY = "date"
    TIME = "dateTime"
    FRACTION = "fraction"
    """Two columns as text: its numerator and its denominator."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a table's rows."""

    name: str
    kind: CellKind
    about: str
    may_be_empty: bool = False

    @property
    def text_columns(self) -> tuple[str, ...]:
        """What it is called where everything is text; no spreadsheet can make a date of these."""
        if self.kind is CellKind.FRACTION:
            return f"{self.name}_numerator", f"{self.name}_denominator"
        return (self.name,)


@dataclass(frozen=True, slots=True)
class Form:
    """A table: its name, what it is about, the class of its rows and their columns."""

    name: str
    about: str
    row: type
    columns: tuple[Column, ...]

    @property
    def text_columns(self) -> tuple[str, ...]:
        """The names of its columns as text, in order."""
        return tuple(name for one in self.columns for name in one.text_columns)


@cache
def forms() -> Mapping[str, Form]:
    """Every table, by its name."""
    hints = get_type_hints(Tables)
    found: dict[str, Form] = {}
    for field in fields(Tables):
        (of_rows,) = (one for one in get_args(hints[field.name]) if one is not NoneType)
        row: type = get_args(of_rows)[0]
        about = " ".join((row.__doc__ or "").split())
        found[field.name] = Form(field.name, about, row, _columns(row))
    return found


def _columns(row: type) -> tuple[Column, ...]:
    hints = get_type_hints(row, include_extras=True)
    return tuple(_column(name, hint) for name, hint in hints.items())


def _column(name: str, hint: object) -> Column:
    if get_origin(hint) is not Annotated:
        raise TypeError(f"the column {name} says nothing of itself")
    held, about = get_args(hint)
    may_be_empty = get_origin(held) in (Union, UnionType)
    kind = next(one for one in get_args(held) if one is not NoneType) if may_be_empty else held
    return Column(name, _KINDS[kind], about, may_be_empty)


_KINDS: Mapping[object, CellKind] = {
    str: CellKind.TEXT,
    int: CellKind.WHOLE,
    bool: CellKind.TRUTH,
    date: CellKind.DAY,
    datetime: CellKind.TIME,
    Fraction: CellKind.FRACTION,
}
