"""The tables of a bundle: each is a value a row, and what its fields mean is said beside them.

A field that is added leaves the version of the format; one that goes, or means something else,
raises it. Codes are those of the event's papers; without names they are made up.
"""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Annotated, TypeAlias

Ballot: TypeAlias = Annotated[str, "The judge’s code. Belongs to nobody where ballots are unnamed."]
Team: TypeAlias = Annotated[str, "The team’s code."]
CriterionCode: TypeAlias = Annotated[str, "The criterion’s code."]
Organisation: TypeAlias = Annotated[str, "The organisation’s code; empty if none."]
Reason: TypeAlias = Annotated[str, "Why; empty where the audience isn’t told."]


@dataclass(frozen=True, slots=True)
class EventRow:
    """The event, in one row."""

    title: Annotated[str, "What it is called."]
    held_on: Annotated[date | None, "The day of the pitches."]
    venue: Annotated[str, "Where."]
    phase: Annotated[str, "setting up, scoring, closed or published."]
    method: Annotated[str, "How ballots become a result."]
    trims_by_criterion: Annotated[bool, "Whether “trimmed” drops scores, not whole ballots."]
    edition: Annotated[int, "Of the result: 1 until a published one was corrected."]
    rubric_code: Annotated[str, "The short code of everything that the rubric says."]
    run_order_seed: Annotated[str, "What the run order was drawn with; empty if it wasn’t drawn."]
    judges: Annotated[int, "How many judges are on the panel."]
    submitted: Annotated[int, "How many ballots count."]
    recused: Annotated[int, "How many ballots no judge gave because of a recusal."]
    absent: Annotated[int, "How many ballots no judge gave for being absent."]
    conflicts: Annotated[int, "How many conflicts of interest were declared or decided."]


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """Departments, companies and other bodies."""

    organisation: Annotated[str, "The organisation’s code."]
    name: Annotated[str, "What it is called."]


@dataclass(frozen=True, slots=True)
class OtherNameRow:
    """Further names of organisations."""

    organisation: Annotated[str, "The organisation’s code."]
    name: Annotated[str, "What else it is called."]


@dataclass(frozen=True, slots=True)
class TeamRow:
    """The teams, in their own order."""

    team: Team
    name: Annotated[str, "What it is called."]
    said: Annotated[str, "How that is said; may be empty."]


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """Who pitched."""

    participant: Annotated[str, "The participant’s code."]
    name: Annotated[
        str,
        "The name as it is shown; “Participant 12” without names, “Name not shown” if so wanted.",
    ]
    email: Annotated[str, "For the organiser alone, and with names."]
    sector: Annotated[str, "The sector that they come from."]
    organisation: Organisation
    role: Annotated[str, "What they do there; empty without names."]
    team: Annotated[str, "The team’s code; empty if none."]
    listed_name: Annotated[str, "For the organiser alone: the name on the list, if another."]
    said: Annotated[str, "How the name is said; not for everybody, and may be empty."]
    naming: Annotated[str, "What may be shown outside: `name`, `initials` or `nothing`."]


@dataclass(frozen=True, slots=True)
class ChallengeRow:
    """What the teams took on."""

    challenge: Annotated[str, "The challenge’s code."]
    title: Annotated[str, "What it is called."]
    owner: Annotated[str, "The code of the organisation whose question it is; empty if none."]
    team: Team


@dataclass(frozen=True, slots=True)
class VisitRow:
    """Visits of teams to organisations before the day."""

    visit: Annotated[str, "The visit’s code."]
    host: Annotated[str, "The code of the organisation that was visited."]
    held_on: Annotated[date, "When."]
    team: Team


@dataclass(frozen=True, slots=True)
class MentorRow:
    """Who helped a team; none without names."""

    mentor: Annotated[str, "The mentor’s code."]
    name: Annotated[str, "The name."]
    office: Annotated[str, "What they do; may be empty."]
    organisation: Organisation
    team: Annotated[str, "The team’s code; empty if none."]
    said: Annotated[str, "How the name is said; may be empty."]


@dataclass(frozen=True, slots=True)
class JudgeRow:
    """The panel, in its own order; without names in another one."""

    judge: Annotated[str, "The judge’s code."]
    name: Annotated[str, "The name, or “Judge 3” without names."]
    title: Annotated[str, "What they do; empty without names."]
    organisation: Annotated[str, "The organisation’s code; empty if none, or without names."]
    sector: Annotated[str, "The sector that they come from."]
    said: Annotated[str, "How the name is said; not for everybody, empty without names."]


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """The rubric, in the order of judging.

    Scales are counted in steps: a score in points is steps × step. A score adds weight × merit ÷
    highest to the total, where merit is the score, or lowest + highest − score if inverted.
    """

    criterion: CriterionCode
    title: Annotated[str, "What it is called."]
    section: Annotated[str, "The section that it is in; empty if none."]
    kind: Annotated[str, "judged, organiser or bonus."]
    weight: Annotated[Fraction, "What its best score adds."]
    lowest: Annotated[int, "The lowest score, in steps."]
    highest: Annotated[int, "The highest score, in steps."]
    step: Annotated[Fraction, "The points in one step."]
    is_inverted: Annotated[bool, "Whether the lowest score is the best."]
    needs_comment: Annotated[bool, "Whether a comment for the team is asked for."]


@dataclass(frozen=True, slots=True)
class LevelRow:
    """What scores mean, in words."""

    criterion: CriterionCode
    steps: Annotated[int, "The score, in steps."]
    text: Annotated[str, "What it means."]


@dataclass(frozen=True, slots=True)
class BallotRow:
    """One judge’s ballot for one team; those of state “submitted” count."""

    judge: Ballot
    team: Team
    state: Annotated[str, "not started, draft, submitted, recused or absent."]
    reason: Reason
    keyed_by: Annotated[str, "Who typed it in, if it came on paper; for the organiser."]
    submitted_at: Annotated[datetime | None, "When it was submitted last; not for everybody."]


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """Scores as the judges gave them; for everybody as they count, with what was agreed later."""

    judge: Ballot
    team: Team
    criterion: CriterionCode
    steps: Annotated[int, "The score, in steps of its criterion."]


@dataclass(frozen=True, slots=True)
class CommentRow:
    """Comments, as they were written; what was made of them for the feedback isn’t told."""

    judge: Annotated[str, "The judge’s code."]
    team: Team
    meant_for: Annotated[str, "team or panel."]
    text: Annotated[str, "The comment."]


@dataclass(frozen=True, slots=True)
class AgreedScoreRow:
    """Scores that the panel agreed in moderation; one counts where `before` is still the score."""

    judge: Annotated[str, "The judge’s code."]
    team: Team
    criterion: CriterionCode
    before: Annotated[int, "As the judge gave it, in steps."]
    after: Annotated[int, "As the panel agreed it, in steps."]
    reason: Reason


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """How closely the judges agree, by their scores as they were given."""

    statistic: Annotated[str, "Which number; docs/agreement.md says what each means."]
    name: Annotated[str, "What it is called."]
    value: Annotated[Fraction | None, "Exact; empty where there is none."]
    teams: Annotated[int, "How many teams it is over."]
    reading: Annotated[str, "What may be made of it, or why there is none."]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Conflicts of interest that were declared or decided."""

    judge: Annotated[str, "The judge’s code."]
    team: Team
    why: Annotated[str, "What the link is."]
    decision: Annotated[str, "undecided, no effect, scores but flagged or recused."]
    reason: Reason


@dataclass(frozen=True, slots=True)
class ExclusionRow:
    """Teams that are out: their ballots enter no computation."""

    team: Team
    exclusion: Annotated[str, "withdrawn or disqualified."]
    reason: Reason


@dataclass(frozen=True, slots=True)
class PenaltyRow:
    """Points taken off after the panel’s arithmetic."""

    team: Team
    points: Annotated[Fraction, "How many."]
    reason: Reason


@dataclass(frozen=True, slots=True)
class PointsRow:
    """What the organiser’s criteria add to each team that has points on all of them."""

    team: Team
    points: Annotated[Fraction, "How many."]


@dataclass(frozen=True, slots=True)
class EnteredPointsRow:
    """What the organiser entered, by criterion; not for everybody."""

    team: Team
    criterion: CriterionCode
    steps: Annotated[int, "The score, in steps of its criterion."]


@dataclass(frozen=True, slots=True)
class TieBreakRow:
    """The declared rules that settle a tie, in the order in which they are asked."""

    rule: Annotated[str, "Which rule; docs/methods.md says what each does."]
    criterion: Annotated[str, "The code of the criterion that “named criterion” asks; else empty."]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """The panel’s own order, best first; teams of one level are joint."""

    level: Annotated[int, "1 for the best."]
    team: Team
    reason: Reason


@dataclass(frozen=True, slots=True)
class AwardRow:
    """The awards, in the order in which they were declared."""

    award: Annotated[str, "The award’s code."]
    title: Annotated[str, "What it is called."]
    kind: Annotated[str, "place, criteria, panel or people."]
    place: Annotated[int | None, "The place that it is for, if it is for one."]
    passes_over_winners: Annotated[bool, "Whether it goes to nobody who has one already."]


@dataclass(frozen=True, slots=True)
class AwardCriterionRow:
    """The criteria that an award is for."""

    award: Annotated[str, "The award’s code."]
    criterion: CriterionCode


@dataclass(frozen=True, slots=True)
class AwardDecisionRow:
    """To whom the panel gave an award."""

    award: Annotated[str, "The award’s code."]
    team: Team
    reason: Reason


@dataclass(frozen=True, slots=True)
class AwardWinnerRow:
    """Who gets each award in the end."""

    award: Annotated[str, "The award’s code."]
    team: Team


@dataclass(frozen=True, slots=True)
class StandingRow:
    """The result: as it was announced, and as the scores alone give it."""

    team: Team
    place: Annotated[int | None, "As announced; empty for a team without a place."]
    is_tied: Annotated[bool, "Whether it shares that place."]
    scored_place: Annotated[int | None, "By the scores alone."]
    scored_is_tied: Annotated[bool, "Whether it shares that place."]
    score: Annotated[Fraction | None, "Exact, in the method’s unit."]
    ballots: Annotated[int, "How many of its ballots count."]
    expected: Annotated[int, "How many judges are on the panel."]
    exclusion: Annotated[str, "withdrawn, disqualified or empty."]
    penalty: Annotated[Fraction, "Points taken off; they are off the score."]
    remark: Annotated[str, "What must be known to read the row; empty if nothing."]


@dataclass(frozen=True, slots=True)
class TieStepRow:
    """How ties were settled: each rule that was put to teams still tied, with what it made."""

    place: Annotated[int, "The place that was tied."]
    step: Annotated[int, "Counts the rules that were asked about this place, from 1."]
    rule: Annotated[str, "Which rule."]
    criterion: Annotated[str, "The criterion’s code, for “named criterion”; else empty."]
    has_applied: Annotated[bool, "Whether the rule could be applied."]
    team: Team
    level: Annotated[int, "Where it put the team, 1 being the best of these."]


@dataclass(frozen=True, slots=True)
class TieValueRow:
    """What each rule found, in the unit that an official would read out."""

    place: Annotated[int, "The place that was tied."]
    step: Annotated[int, "The step of the tie."]
    team: Team
    number: Annotated[int, "Counts what the rule found, from 1."]
    value: Annotated[Fraction, "Exact."]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """The editions of the result."""

    edition: Annotated[int, "Its number."]
    code: Annotated[str, "Its code, as on its papers; empty while it is being made."]
    why: Annotated[str, "What was wrong with the one before."]
    agreed_by: Annotated[str, "Who agreed to correct it; with names only."]


@dataclass(frozen=True, slots=True)
class SlotRow:
    """The run order, with the time that each team had been given."""

    team: Team
    pitch_s: Annotated[int, "Seconds for the pitch."]
    questions_s: Annotated[int, "Seconds for questions."]


@dataclass(frozen=True, slots=True)
class TimeRow:
    """How long each part really took."""

    team: Team
    part: Annotated[str, "pitch or questions."]
    began: Annotated[datetime, "When it began."]
    allotted_s: Annotated[int, "Seconds that it had in the end."]
    taken_s: Annotated[int, "Seconds that it took."]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """How the day was planned beside its pitches, in one row; none where nobody said."""

    doors: Annotated[str, "When the doors were to open, such as 13:30; empty if nobody said."]
    begins: Annotated[str, "When the day was to begin, such as 14:00; empty if nobody said."]
    change_s: Annotated[int, "Seconds after each team’s turn, before what comes next."]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What was planned beside the pitches, such as a break, in its order."""

    title: Annotated[str, "What it is."]
    after: Annotated[int, "After how many teams of the run order it comes."]
    lasts_s: Annotated[int, "Seconds that it takes."]


@dataclass(frozen=True, slots=True)
class WishRow:
    """What the draw of the run order was to keep to."""

    team: Team
    wish: Annotated[str, "not first, not last, before the break, after the break or not before."]
    time: Annotated[str, "Before which time its turn may not be, such as 14:40; else empty."]
    reason: Reason
