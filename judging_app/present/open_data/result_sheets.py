"""The sheets on the result: places, awards, what was decided, and times."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from judging_app.bundle.rows import StandingRow
from judging_app.bundle.values import awards_of
from judging_app.domain.clock import ClockPart
from judging_app.domain.ids import CriterionId
from judging_app.domain.rubric import decimal
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.present.numbers import for_programs
from judging_app.present.open_data.kinds import READER_WORDS
from judging_app.present.open_data.known import Known
from judging_app.present.open_data.sheet import Sheet, SheetCell, SheetColumn, sheet
from judging_app.present.result.awards import award_ground
from judging_app.present.time_of_day import in_words
from judging_app.present.words.ballots import EXCLUSION_WORDS
from judging_app.present.words.methods import METHOD_WORDS, exact_score_text, score_decimals
from judging_app.present.words.tie_rules import tie_break_name
from judging_app.words import capitalised, listed

NAME, TEXT = 30, 50
"""Widths in characters of a name, and of something that is told."""


def standings_sheet(known: Known) -> Sheet:
    """The standings: as announced, and by the scores alone."""
    tables, places = known.data.tables, score_decimals(known.event.method)
    points = {one.team: one.points for one in tables.points or ()}
    return sheet(
        "Standings",
        (
            SheetColumn("Place", 8),
            SheetColumn("Joint", 7),
            SheetColumn("Team", NAME),
            SheetColumn("Score", 10, places),
            SheetColumn("Exact score", 16),
            SheetColumn("Place by the scores", 12),
            SheetColumn("Joint by the scores", 12),
            SheetColumn("Ballots", 9),
            SheetColumn("Judges", 9),
            SheetColumn("Points taken off", 10, 2),
            SheetColumn("Organiser’s points", 11, 2),
            SheetColumn("Awards", NAME),
            SheetColumn("To know", TEXT),
        ),
        (
            (
                one.place if one.place is not None else _out(one),
                "joint" if one.is_tied else None,
                known.teams[one.team],
                one.score,
                _exact(known, one.score),
                one.scored_place,
                "joint" if one.scored_is_tied else None,
                one.ballots,
                one.expected,
                one.penalty or None,
                points.get(one.team),
                listed(_awards_of(known, one.team)) or None,
                one.remark or None,
            )
            for one in tables.standings or ()
        ),
        frozen=3,
    )


def _exact(known: Known, score: Fraction | None) -> str | None:
    # For programs and spreadsheets alike, with the minus that they read.
    return None if score is None else for_programs(exact_score_text(known.event.method, score))


def _out(one: StandingRow) -> str | None:
    return EXCLUSION_WORDS[Exclusion(one.exclusion)] if one.exclusion else None


def _awards_of(known: Known, team: str) -> list[str]:
    titles = {one.award: one.title for one in known.data.tables.awards or ()}
    winners = known.data.tables.award_winners or ()
    return [titles[one.award] for one in winners if one.team == team]


def awards_sheet(known: Known) -> Sheet:
    """Who gets which award, what it goes by, and why."""
    tables = known.data.tables
    why = {one.award: one.reason for one in tables.award_decisions or ()}
    return sheet(
        "Awards",
        (
            SheetColumn("Award", NAME),
            SheetColumn("Goes by", NAME),
            SheetColumn("Team", NAME),
            SheetColumn("Reason", TEXT),
        ),
        (
            (
                award.title,
                award_ground(award, known.rubric) or f"Place {award.place}",
                known.teams[team] if team else "nobody",
                why.get(award.id) or None,
            )
            for award in awards_of(tables)
            for team in [one.team for one in tables.award_winners or () if one.award == award.id]
            or [""]
        ),
    )


def decisions_sheet(known: Known) -> Sheet:
    """What people decided beside the scores, and how ties were settled."""
    columns = (
        SheetColumn("What", 26),
        SheetColumn("Team", NAME),
        SheetColumn("Judge", NAME),
        SheetColumn("Decided", TEXT),
        SheetColumn("Reason", TEXT),
    )
    return sheet("Decisions", columns, _decisions(known))


def _decisions(known: Known) -> Iterator[tuple[SheetCell, ...]]:
    tables = known.data.tables
    titles = {str(one.id): one for one in known.rubric.criteria}
    method = METHOD_WORDS[known.event.method].name
    yield "Method", None, None, method, None
    for number, tie_break in enumerate(tables.tie_breaks or (), start=1):
        rule = _rule(known, tie_break.rule, tie_break.criterion)
        yield f"Tie-break {number}", None, None, rule, None
    for level in tables.decision or ():
        team = known.teams[level.team]
        yield "Panel’s own order", team, None, f"Level {level.level}", level.reason
    for out in tables.exclusions or ():
        word = capitalised(EXCLUSION_WORDS[Exclusion(out.exclusion)])
        yield "Team out", known.teams[out.team], None, word, out.reason or None
    for fined in tables.penalties or ():
        taken = f"{decimal(fined.points)} taken off"
        yield "Penalty", known.teams[fined.team], None, taken, fined.reason or None
    for agreed in tables.agreed_scores or ():
        one = titles[agreed.criterion]
        scores = [decimal(one.in_points(steps)) for steps in (agreed.before, agreed.after)]
        said = f"{one.title}: {scores[1]}, was {scores[0]}"
        judge = known.judges[agreed.judge]
        yield "Agreed score", known.teams[agreed.team], judge, said, agreed.reason
    for entered in tables.entered_points or ():
        one = titles[entered.criterion]
        said = f"{one.title}: {decimal(one.in_points(entered.steps))}"
        yield "Organiser’s points", known.teams[entered.team], None, said, None
    yield from _ties(known)


def _ties(known: Known) -> Iterator[tuple[SheetCell, ...]]:
    values: dict[tuple[int, int, str], list[Fraction]] = {}
    for found in known.data.tables.tie_values or ():
        values.setdefault((found.place, found.step, found.team), []).append(found.value)
    for one in known.data.tables.tie_steps or ():
        own = values.get((one.place, one.step, one.team), [])
        rule = _rule(known, one.rule, one.criterion)
        said = f"{rule}: {_found(own)}" if one.has_applied else f"{rule}: doesn’t apply"
        what = f"Tie at place {one.place}, step {one.step}"
        yield what, known.teams[one.team], None, said, None


def _found(values: Iterable[Fraction]) -> str:
    return ", ".join(map(decimal, values)) or "joint"


def _rule(known: Known, rule: str, criterion: str) -> str:
    named = DeclaredTieBreak(TieRule(rule), CriterionId(criterion) if criterion else None)
    return tie_break_name(known.rubric, named)


def agreement_sheet(known: Known) -> Sheet:
    """How closely the judges agree."""
    return sheet(
        "Agreement",
        (
            SheetColumn("What", NAME),
            SheetColumn("Value", 10, 3),
            SheetColumn("Teams", 9),
            SheetColumn("What it says", 80),
        ),
        (
            (one.name, one.value, one.teams, one.reading)
            for one in known.data.tables.agreement or ()
        ),
    )


def times_sheet(known: Known) -> Sheet:
    """The run order, with the minutes that each team had and took."""
    tables = known.data.tables
    taken = {(one.team, one.part): one for one in tables.times or ()}
    pitch, questions = ClockPart.PITCH, ClockPart.QUESTIONS

    def row(number: int, team: str, given: tuple[int, int]) -> Iterator[SheetCell]:
        own = [taken.get((team, part.value)) for part in (pitch, questions)]
        yield number
        yield known.teams[team]
        yield own[0].began if own[0] else None
        for seconds, part in zip(given, own, strict=True):
            yield Fraction(seconds, 60)
            yield Fraction(part.taken_s, 60) if part else None

    return sheet(
        "Times",
        (
            SheetColumn("Order", 8),
            SheetColumn("Team", NAME),
            SheetColumn("Began", 18),
            SheetColumn("Pitch, minutes given", 12, 2),
            SheetColumn("Pitch, minutes taken", 12, 2),
            SheetColumn("Questions, minutes given", 14, 2),
            SheetColumn("Questions, minutes taken", 14, 2),
        ),
        (
            row(number, one.team, (one.pitch_s, one.questions_s))
            for number, one in enumerate(tables.slots or (), start=1)
        ),
        frozen=2,
    )


def about_sheet(known: Known) -> Sheet:
    """What the spreadsheet is of."""
    head, event = known.data.head, known.event
    edition = (known.data.tables.event or ())[0].edition
    unit = METHOD_WORDS[event.method]
    said = (
        ("Event", event.title),
        ("Day", in_words(event.held_on) if event.held_on else None),
        ("Place", event.venue or None),
        ("Method", unit.name),
        ("How it works", unit.definition),
        ("Edition", edition),
        ("Code of the result", head.code or "none yet"),
        ("For", READER_WORDS[head.audience][0].lower()),
        ("Names", "with names" if head.has_names else "without names"),
        ("As recorded at", head.as_of),
        ("Saved by", f"judging-app {head.application}"),
    )
    return sheet("About", (SheetColumn("What", 20), SheetColumn("It is", 70)), said)
