"""What the papers say: rows that an export can print without the event."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum

from judging_app.closed_sets import complete
from judging_app.desk import result
from judging_app.desk.ballots import all_ballots, every_ballot, every_receipt
from judging_app.desk.desk import Desk
from judging_app.desk.events import look
from judging_app.desk.keeping.restores import restores
from judging_app.desk.projector import reveal_script
from judging_app.desk.result_questions import (
    agreement,
    awards,
    checks,
    declared_tie_breaks,
    reach,
    record,
    tie_sentences,
)
from judging_app.desk.rights import Sight, may_see
from judging_app.desk.scoring import accounted, closed_because
from judging_app.desk.standings import as_given, comparison, result_line, view
from judging_app.domain.acts import Publish, act_name
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Audience, Phase
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.reconciliation import BallotPart
from judging_app.domain.roles import Actor
from judging_app.domain.rubric import rubric_code
from judging_app.errors import MethodError, NotAllowedError
from judging_app.present.judge.take_away import TakeAway, take_away_leaves, take_away_stem
from judging_app.present.judge.take_away import take_away as take_away_of
from judging_app.present.leaves.feedback import (
    FEEDBACK_TITLE,
    feedback,
    feedback_stem,
)
from judging_app.present.leaves.leaf import Leaf, Leaves
from judging_app.present.leaves.report import report_leaves
from judging_app.present.organiser.blank_sheets import BlankSheet, blank, spare
from judging_app.present.organiser.comments import comment_rows, left_text, short_left_text
from judging_app.present.organiser.given import Behind
from judging_app.present.organiser.handling import Handled, Handling
from judging_app.present.organiser.papers import (
    BLANK_SHEETS_TITLE,
    FOR_HOST,
    NO_SHEETS,
    Filing,
    PaperJob,
    mark_of,
    mark_of_rehearsal,
    sheets_stem,
    sheets_title,
)
from judging_app.present.organiser.report import Findings, Report, report, report_stem
from judging_app.present.organiser.score_sheets import by_judge, by_team
from judging_app.present.organiser.script import script_leaves, script_stem
from judging_app.present.organiser.sheet_facts import SheetFacts
from judging_app.present.result.reach import ReachRow
from judging_app.present.result.standings import StandingsView
from judging_app.present.scorer.sheet_ids import ballot_code, team_codes
from judging_app.present.time_of_day import moment_text
from judging_app.present.words.methods import refusing_by_name
from judging_app.present.words.tie_rules import tie_break_name
from judging_app.store import ballot_rows, event_rows


class SheetOrder(StrEnum):
    """How score sheets are put together."""

    JUDGE = "judge"
    TEAM = "team"


_PUT_TOGETHER: Mapping[SheetOrder, Callable[[SheetFacts], tuple[Leaf, ...]]] = complete(
    {SheetOrder.JUDGE: by_judge, SheetOrder.TEAM: by_team}
)


def sheet_rows(
    desk: Desk, actor: Actor, by: SheetOrder, *, is_named: bool = True
) -> tuple[Leaf, ...]:
    """The filled score sheets."""
    return _PUT_TOGETHER[by](sheet_facts(desk, actor, is_named=is_named))


def sheet_facts(desk: Desk, actor: Actor, *, is_named: bool = True) -> SheetFacts:
    """What score sheets and feedback are filled in from."""
    ballots = all_ballots(desk, actor)
    return SheetFacts(
        desk.event(),
        desk.setup(),
        tuple(ballots.values()),
        result_line(desk),
        _result_so_far(desk, actor),
        _handled(desk, ballots),
        closed_because(desk),
        is_named,
    )


def _result_so_far(desk: Desk, actor: Actor) -> StandingsView | None:
    """The panel's view; `None` while the declared method gives no result."""
    try:
        return view(desk, actor, Audience.PANEL)
    except MethodError:
        return None


def _handled(desk: Desk, ballots: Mapping[tuple[JudgeId, TeamId], Ballot]) -> Handled:
    """The receipt of every submitted ballot, and who keyed it if it was on paper."""
    return {
        key: Handling(letters, (ballots[key].keyed_by,) if ballots[key].keyed_by else ())
        for key, letters in every_receipt(desk).items()
    }


def blank_sheet_rows(
    desk: Desk, actor: Actor, by: SheetOrder, spares: int = 0
) -> tuple[BlankSheet, ...]:
    """A blank sheet for each ballot owed; where none is, for each that was or will be in.

    So a team that is out has none, and neither has a ballot whose sheet is being keyed already.
    """
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    event, setup, found = desk.event(), desk.setup(), accounted(desk)
    record = f"Rubric {rubric_code(setup.rubric)}"
    ballots = found.of(BallotPart.OWED) or found.of(BallotPart.IN, BallotPart.BEING_KEYED)
    wanted = {ballot_code(setup, *ballot) for ballot in ballots}
    every = blank(event, setup, record=record)
    sheets = tuple(sheet for sheet in every if sheet.code in wanted)
    if by is SheetOrder.TEAM:
        places = {code: place for place, code in enumerate(team_codes(setup).values())}
        sheets = tuple(
            sorted(sheets, key=lambda one: (places[one.code.rpartition("-")[2]], one.code))
        )
    return (*sheets, *spare(event, setup, spares, record=record))


def report_rows(desk: Desk, actor: Actor) -> Report:
    """The announced result with everything that is behind it."""
    desk.check_sight(actor, Sight.PANEL_RESULT)
    event, setup = desk.event(), desk.setup()
    with refusing_by_name(setup):
        announced = view(desk, actor, Audience.PANEL)
        findings = _findings(desk, actor)
    has_ballots = may_see(actor, Sight.ALL_BALLOTS, event.phase)
    return report(
        event,
        setup,
        every_ballot(desk).values(),
        announced,
        findings,
        behind=Behind(result.basis(desk).counted, has_ballots=has_ballots),
        editions=event_rows.editions(desk.file.db),
        restores=restores(desk),
        result=result_line(desk),
        record=desk.record_code(),
        colour=look(desk).band,
    )


def _findings(desk: Desk, actor: Actor) -> Findings:
    return Findings(
        comparison=comparison(desk, actor).sentence,
        checks=checks(desk, actor),
        ties=tie_sentences(desk, actor),
        tie_rules=_tie_rules(desk, actor),
        decisions=tuple(reversed(record(desk, actor))),
        awards=awards(desk, actor),
        agreement=agreement(desk, actor),
        reach=_reach(desk, actor),
        as_given=as_given(desk, actor),
        closed_because=closed_because(desk),
        published=_published(desk),
    )


def _tie_rules(desk: Desk, actor: Actor) -> tuple[str, ...]:
    rubric = desk.setup().rubric
    return tuple(tie_break_name(rubric, one) for one in declared_tie_breaks(desk, actor))


def _reach(desk: Desk, actor: Actor) -> tuple[ReachRow, ...]:
    """Nothing by a method that can't tell it."""
    try:
        return reach(desk, actor)
    except MethodError:
        return ()


def _published(desk: Desk) -> str:
    """When the edition that is published was; empty of one that isn't."""
    if desk.event().phase is not Phase.PUBLISHED:
        return ""
    times = [entry.time for entry in desk.entries() if entry.act == act_name(Publish)]
    return moment_text(times[-1]) if times else ""


def take_away(desk: Desk, actor: Actor) -> TakeAway:
    """The rows for whoever asks, and for nobody else: there is no judge to name.

    They come from the ballots as the judges gave them: what was agreed in moderation stays with
    the panel.
    """
    desk.check_sight(actor, Sight.TAKE_AWAY, f"take-away of {actor.key}")
    if actor.judge is None:
        raise NotAllowedError("Only judges have scores of their own. Sign in as a judge.")
    given = every_ballot(desk).values()
    return take_away_of(desk.event(), desk.setup(), actor.judge, given, record=result_line(desk))


def _mark(desk: Desk) -> str:
    return mark_of(desk.event())


def sheets_job(desk: Desk, actor: Actor, by: SheetOrder, *, is_named: bool = True) -> PaperJob:
    """The filled score sheets."""
    event, title = desk.event().title, sheets_title(by, is_named=is_named)
    sheets = sheet_rows(desk, actor, by, is_named=is_named)
    stem = sheets_stem(event, by, is_blank=False, is_named=is_named)
    return PaperJob(Leaves(title, event, sheets, none=NO_SHEETS), stem, mark=_mark(desk))


def blank_sheets_job(
    desk: Desk, actor: Actor, by: SheetOrder = SheetOrder.JUDGE, spares: int = 0
) -> PaperJob:
    """The blank score sheets, and some that are nobody's."""
    event = desk.event().title
    sheets = tuple(one.leaf for one in blank_sheet_rows(desk, actor, by, spares))
    rows = Leaves(BLANK_SHEETS_TITLE, event, sheets, none=NO_SHEETS)
    stem = sheets_stem(event, by, is_blank=True)
    return PaperJob(rows, stem, mark=mark_of_rehearsal(desk.event()))


def feedback_job(desk: Desk, actor: Actor, *, is_named: bool = False) -> PaperJob:
    """The feedback for every team, with the comments that the organiser has released."""
    event, facts = desk.event().title, sheet_facts(desk, actor, is_named=is_named)
    reviews = ballot_rows.comment_reviews(desk.file.db)
    rows = Leaves(FEEDBACK_TITLE, event, feedback(facts, reviews), none=NO_SHEETS)
    said = ballot_rows.comments_for_teams(desk.file.db)
    comments = comment_rows(facts.setup, said, reviews)
    left, note = left_text(comments), short_left_text(comments)
    caution = f"{left}: they are left out. Review them under “Comments”." if left else ""
    return PaperJob(
        rows, feedback_stem(event, is_named=is_named), caution, mark=_mark(desk), note=note
    )


def filed(desk: Desk, job: PaperJob, filing: Filing) -> PaperJob:
    """A paper into one file, a file each, or a folder for each team of the event."""
    return replace(job, filing=filing, teams=tuple(team.name for team in desk.setup().teams))


def report_job(desk: Desk, actor: Actor, *, is_exact: bool = False) -> PaperJob:
    """The report of the result; with every score as a fraction if that is wanted."""
    rows = report_rows(desk, actor)
    paper = report_leaves(rows, is_exact=is_exact)
    return PaperJob(paper, report_stem(rows.event), rows.status, mark=_mark(desk))


def script_job(desk: Desk, actor: Actor) -> PaperJob:
    """The script of the reveal."""
    rows = reveal_script(desk, actor)
    return PaperJob(
        script_leaves(rows), script_stem(rows.event), mark=mark_of_rehearsal(desk.event(), FOR_HOST)
    )


def take_away_job(desk: Desk, actor: Actor) -> PaperJob:
    """What the judge who asks takes away."""
    rows = take_away(desk, actor)
    mark = mark_of_rehearsal(desk.event())
    return PaperJob(take_away_leaves(rows), take_away_stem(rows), mark=mark)
