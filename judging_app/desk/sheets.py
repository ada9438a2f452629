"""Paper sheets: keyed once, keyed a second time without sight of the first, and settled.

The two keyings are compared cell by cell; where they differ, the scorer looks at the paper and
says what it holds. What is settled is a submitted ballot that says who keyed it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from judging_app.desk.ballots import check_known, has_open_conflict
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.rights import Sight
from judging_app.domain import subjects
from judging_app.domain.acts import DropKeying, KeySheet, SettleBallot
from judging_app.domain.ballots import Ballot, BallotMove, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.keying import TURNS, Keying
from judging_app.domain.names import remark, tidy_name
from judging_app.domain.roles import Actor
from judging_app.errors import BallotStateError, DeskError, IncompleteBallotError, NotAllowedError
from judging_app.store import ballot_rows, sheet_rows
from judging_app.words import listed

FIRST, SECOND = TURNS


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A cell that the two keyings fill differently; `None` where one left it empty."""

    criterion: CriterionId
    first: int | None
    second: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The state of one paper sheet.

    `turn` is the one to key now, or `None` once both are done. Before that, `keying` is what this
    turn holds so far and nothing of the other turn is here. `mismatches`, and whether the two
    keyings' comments differ in more than blanks, are there once both are done.
    `replaces_screen` says that the judge has scored or written on the screen for this team.
    """

    judge: JudgeId
    team: TeamId
    turn: int | None
    keying: Keying | None = None
    first: Keying | None = None
    second: Keying | None = None
    mismatches: tuple[Mismatch, ...] = ()
    for_team_differs: bool = False
    for_panel_differs: bool = False
    replaces_screen: bool = False


def sheet(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId) -> Sheet:
    """The state of a sheet; in the second turn, nothing of the first."""
    desk.check_sight(actor, Sight.KEYED_SHEETS, subjects.sheet(judge, team))
    replaces_screen = _is_on_screen(_open_ballot(desk, judge, team))
    turns = sheet_rows.keyings_of(desk.file.db, judge, team)
    turn = _turn(turns)
    if turn is not None:
        return Sheet(judge, team, turn, turns.get(turn), replaces_screen=replaces_screen)
    first, second = turns[FIRST], turns[SECOND]
    return Sheet(
        judge,
        team,
        None,
        first=first,
        second=second,
        mismatches=_mismatches(desk, first, second),
        for_team_differs=_differ(first.for_team, second.for_team),
        for_panel_differs=_differ(first.for_panel, second.for_panel),
        replaces_screen=replaces_screen,
    )


def being_keyed(desk: Desk, actor: Actor) -> Mapping[tuple[JudgeId, TeamId], int]:
    """The sheets that are being keyed, with the number of turns that are done."""
    desk.check_sight(actor, Sight.PROGRESS)
    done: dict[tuple[JudgeId, TeamId], int] = {}
    for keying in sheet_rows.keyings(desk.file.db):
        key = (keying.judge, keying.team)
        done[key] = done.get(key, 0) + keying.is_done
    return done


def key_sheet(desk: Desk, actor: Actor, keying: Keying) -> Changed:
    """Save what has been keyed so far in one turn."""
    about = f"sheet {keying.judge}/{keying.team}"
    with desk.doing(actor, KeySheet, about) as doing:
        _open_ballot(desk, keying.judge, keying.team)
        _check_turn(keying, sheet_rows.keyings_of(desk.file.db, keying.judge, keying.team))
        kept = replace(
            keying,
            keyed_by=_clerk(keying.keyed_by),
            for_team=remark(keying.for_team),
            for_panel=remark(keying.for_panel),
        )
        _as_draft(kept).check(desk.setup().rubric)
        if kept.is_done:
            _check_whole(desk, kept)
        doing.record(KeySheet(kept))
    return doing.changed


def drop_keying(desk: Desk, actor: Actor, judge: JudgeId, team: TeamId, reason: str) -> Changed:
    """Give up what was keyed from a sheet."""
    with desk.doing(actor, DropKeying, subjects.sheet(judge, team)) as doing:
        if not sheet_rows.keyings_of(desk.file.db, judge, team):
            raise DeskError("Nothing has been typed in from this sheet. Choose another sheet.")
        if not (said := remark(reason)):
            raise DeskError("Give a reason to delete what was typed in. It stays on the record.")
        doing.record(DropKeying(judge, team), said)
    return doing.changed


def settle(
    desk: Desk,
    actor: Actor,
    judge: JudgeId,
    team: TeamId,
    chosen: Mapping[CriterionId, int] | None = None,
    for_team: str | None = None,
    for_panel: str | None = None,
    reason: str = "",
) -> Changed:
    """Submit what the sheet says; `chosen` holds the right score for every mismatch.

    A comment must be given where the two keyings differ on it. A reason is needed where the judge
    has scored or written on the screen for this team, which the paper replaces.
    """
    with desk.doing(actor, SettleBallot, subjects.ballot(judge, team)) as doing:
        before = _open_ballot(desk, judge, team)
        turns = sheet_rows.keyings_of(desk.file.db, judge, team)
        if _turn(turns) is not None:
            raise DeskError("Type the sheet in twice before you submit it.")
        first, second = turns[FIRST], turns[SECOND]
        scores = _settled_scores(desk, first, second, chosen or {})
        said = remark(reason)
        if _is_on_screen(before) and not said:
            raise DeskError(
                "This judge has already started this ballot on the screen. Say why the paper "
                "replaces it."
            )
        ballot = Ballot(
            judge,
            team,
            before.moved_to(BallotMove.SUBMIT),
            scores,
            _settled_comment(first.for_team, second.for_team, for_team, "for the team"),
            _settled_comment(first.for_panel, second.for_panel, for_panel, "for the panel"),
            keyed_by=listed(list(dict.fromkeys((first.keyed_by, second.keyed_by)))),
        )
        ballot.check(desk.setup().rubric)
        doing.record(SettleBallot(ballot), said)
    return doing.changed


def _turn(turns: Mapping[int, Keying]) -> int | None:
    return next((turn for turn in TURNS if turn not in turns or not turns[turn].is_done), None)


def _open_ballot(desk: Desk, judge: JudgeId, team: TeamId) -> Ballot:
    """The ballot that a sheet is for; one that takes no sheet is refused."""
    check_known(desk, judge, team)
    ballot = ballot_rows.ballot(desk.file.db, judge, team)
    ballot.moved_to(BallotMove.SUBMIT)
    if has_open_conflict(desk, judge, team):
        raise NotAllowedError(
            "This judge’s conflict of interest with this team isn’t decided yet. Type the sheet "
            "in once the organiser has decided."
        )
    return ballot


def _is_on_screen(ballot: Ballot) -> bool:
    """Whether the judge's own work is on it: what came on paper says who keyed it."""
    return not ballot.keyed_by and bool(ballot.scores or ballot.for_team or ballot.for_panel)


def _check_turn(keying: Keying, turns: Mapping[int, Keying]) -> None:
    turn = _turn(turns)
    if turn is None:
        raise BallotStateError(
            "This sheet has already been typed in twice. Choose the correct "
            "entries, or delete them."
        )
    if keying.turn != turn:
        words = {FIRST: "first", SECOND: "second"}
        raise BallotStateError(f"The {words[turn]} entry of this sheet comes next. Start that one.")


def _check_whole(desk: Desk, keying: Keying) -> None:
    draft, rubric = _as_draft(keying), desk.setup().rubric
    if missing := draft.missing(rubric):
        raise IncompleteBallotError(
            f"Still to type in: {listed([one.title for one in missing])}. If the paper has no "
            "score, ask the judge."
        )
    if needed := draft.missing_comment(rubric):
        raise IncompleteBallotError(
            "Still to type in: the comment for the team, for "
            f"{listed([one.title for one in needed])}. If the paper has none, ask the judge."
        )


def _as_draft(keying: Keying) -> Ballot:
    return Ballot(
        keying.judge,
        keying.team,
        BallotState.DRAFT,
        keying.scores,
        keying.for_team,
        keying.for_panel,
    )


def _mismatches(desk: Desk, first: Keying, second: Keying) -> tuple[Mismatch, ...]:
    pairs = (
        (one.id, first.scores.get(one.id), second.scores.get(one.id))
        for one in desk.setup().rubric.judged
    )
    return tuple(Mismatch(*pair) for pair in pairs if pair[1] != pair[2])


def _settled_scores(
    desk: Desk, first: Keying, second: Keying, chosen: Mapping[CriterionId, int]
) -> Mapping[CriterionId, int]:
    mismatches = {one.criterion for one in _mismatches(desk, first, second)}
    judged = desk.setup().rubric.judged
    if open_ones := [one.title for one in judged if one.id in mismatches - chosen.keys()]:
        raise DeskError(
            f"The two entries differ for {listed(open_ones)}. Look at the paper and choose the "
            "correct one."
        )
    if agreed := chosen.keys() - mismatches:
        names = [one.title for one in judged if one.id in agreed] or sorted(agreed)
        raise DeskError(
            f"Both entries agree on {listed(names)}. If both are wrong, delete them and type the "
            "sheet in again."
        )
    return {**second.scores, **chosen}


def _settled_comment(first: str, second: str, chosen: str | None, whom: str) -> str:
    if chosen is not None:
        return remark(chosen)
    if _differ(first, second):
        raise DeskError(
            f"The two entries differ on the comment {whom}. Look at the paper and choose the "
            "correct one."
        )
    return second


def _differ(first: str, second: str) -> bool:
    """Whether two comments differ in more than blanks and line breaks."""
    return first.split() != second.split()


def _clerk(name: str) -> str:
    if not name.strip():
        raise DeskError("Type your name or initials first.")
    return tidy_name(name)
