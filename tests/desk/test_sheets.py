"""Paper sheets keyed twice: what may be keyed when, what stays hidden, and what is settled."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from judging_app.desk import ballots, conflicts, events, scoring, sheets
from judging_app.desk.desk import Desk
from judging_app.domain.acts import (
    DropKeying,
    KeySheet,
    Refuse,
    SettleBallot,
    act_name,
)
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.keying import Keying
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from judging_app.errors import (
    BallotStateError,
    DeskError,
    IncompleteBallotError,
    NotAllowedError,
    ScoreOffScaleError,
    UnknownError,
)
from judging_app.store import ballot_rows, sheet_rows
from judging_app.store.bodies import act_of
from tests.desk.small_event import ADA, DELIVERY, HERON, IMPACT, J1, J2, LANTERN, PERCH

WHOLE: Mapping[CriterionId, int] = {IMPACT: 7, DELIVERY: 5}
FIRST = Keying(J1, LANTERN, 1, "EM", WHOLE)
SECOND = replace(FIRST, turn=2, keyed_by="JT")


def key(desk: Desk, keying: Keying, *, is_done: bool = True) -> None:
    sheets.key_sheet(desk, SCORER, replace(keying, is_done=is_done))


def key_twice(desk: Desk, first: Keying = FIRST, second: Keying = SECOND) -> None:
    key(desk, first)
    key(desk, second)


def kept(desk: Desk) -> Mapping[int, Keying]:
    return sheet_rows.keyings_of(desk.file.db, J1, LANTERN)


def on_record(desk: Desk, name: str) -> int:
    return sum(entry.act == name for entry in desk.entries())


def refused(desk: Desk) -> Refuse:
    last = desk.entries()[-1]
    assert last.act == act_name(Refuse)
    act = act_of(last.act, last.body)
    assert isinstance(act, Refuse)
    return act


def score_on_screen(desk: Desk) -> None:
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 9)


def reopened_paper(desk: Desk) -> None:
    key_twice(desk)
    sheets.settle(desk, SCORER, J1, LANTERN)
    ballots.reopen(desk, HOST, J1, LANTERN, "A line was misread.")


def test_what_is_keyed_so_far_is_kept_and_shown_again(scoring_in_memory: Desk) -> None:
    key(scoring_in_memory, replace(FIRST, scores={IMPACT: 7}), is_done=False)

    found = sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN)
    assert (found.turn, found.keying) == (1, replace(FIRST, scores={IMPACT: 7}))


def test_what_is_keyed_survives_closing_the_file(desk: Desk) -> None:
    key(desk, replace(FIRST, scores={IMPACT: 7}), is_done=False)
    path = desk.file.path
    desk.close()

    reopened = events.open_event(path)
    assert sheets.sheet(reopened, SCORER, J1, LANTERN).keying == replace(FIRST, scores={IMPACT: 7})
    assert reopened.verification().findings == ()
    reopened.close()


def test_a_sheet_begins_with_its_first_turn(scoring_in_memory: Desk) -> None:
    found = sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN)

    assert (found.turn, found.keying) == (1, None)


def test_the_second_turn_shows_nothing_of_the_first(scoring_in_memory: Desk) -> None:
    key(scoring_in_memory, replace(FIRST, for_team="Well told", for_panel="Too long"))

    found = sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN)

    assert found == sheets.Sheet(J1, LANTERN, turn=2)


def test_while_the_second_turn_is_under_way_only_it_is_shown(scoring_in_memory: Desk) -> None:
    key(scoring_in_memory, replace(FIRST, for_team="Well told"))
    key(scoring_in_memory, replace(SECOND, scores={IMPACT: 3}), is_done=False)

    found = sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN)

    assert (found.keying, found.first) == (replace(SECOND, scores={IMPACT: 3}), None)
    assert (found.second, found.mismatches) == (None, ())
    assert (found.for_team_differs, found.for_panel_differs) == (False, False)


def test_saving_in_the_second_turn_answers_with_nothing_of_the_first(
    scoring_in_memory: Desk,
) -> None:
    key(scoring_in_memory, replace(FIRST, for_team="Well told"))

    changed = sheets.key_sheet(scoring_in_memory, SCORER, replace(SECOND, scores={}))

    assert [act_of(one.act, one.body) for one in changed.entries] == [
        KeySheet(replace(SECOND, scores={}))
    ]


@pytest.mark.parametrize("turn", [0, 2, 3])
def test_no_turn_but_the_first_begins_a_sheet(turn: int, scoring_in_memory: Desk) -> None:
    with pytest.raises(BallotStateError, match="The first entry"):
        key(scoring_in_memory, replace(FIRST, turn=turn))
    assert kept(scoring_in_memory) == {}


def test_a_turn_that_was_ended_is_not_changed(scoring_in_memory: Desk) -> None:
    key(scoring_in_memory, FIRST)

    with pytest.raises(BallotStateError, match="The second entry"):
        key(scoring_in_memory, replace(FIRST, scores={IMPACT: 1, DELIVERY: 1}))
    assert kept(scoring_in_memory)[1].scores == WHOLE


def test_a_sheet_keyed_twice_takes_no_third_turn(scoring_in_memory: Desk) -> None:
    key_twice(scoring_in_memory)

    with pytest.raises(BallotStateError, match="already been typed in twice"):
        key(scoring_in_memory, SECOND)


def test_a_reopened_paper_ballot_is_keyed_twice_anew(scoring_in_memory: Desk) -> None:
    reopened_paper(scoring_in_memory)

    with pytest.raises(BallotStateError, match="The first entry"):
        key(scoring_in_memory, SECOND)
    key_twice(
        scoring_in_memory,
        replace(FIRST, scores={IMPACT: 8, DELIVERY: 5}),
        replace(SECOND, scores={IMPACT: 8, DELIVERY: 5}),
    )
    sheets.settle(scoring_in_memory, SCORER, J1, LANTERN)
    assert ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN).scores[IMPACT] == 8


def test_a_score_off_the_scale_is_refused_and_nothing_is_kept(scoring_in_memory: Desk) -> None:
    with pytest.raises(ScoreOffScaleError, match="from 1 to 10"):
        key(scoring_in_memory, replace(FIRST, scores={IMPACT: 11}), is_done=False)
    assert kept(scoring_in_memory) == {}


def test_a_turn_ends_only_with_every_criterion(scoring_in_memory: Desk) -> None:
    with pytest.raises(IncompleteBallotError, match="Still to type in: Pitch delivery"):
        key(scoring_in_memory, replace(FIRST, scores={IMPACT: 7}))
    assert kept(scoring_in_memory) == {}


def test_a_turn_ends_only_with_the_comment_that_a_criterion_needs(
    scoring_in_memory: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup = scoring_in_memory.setup()
    impact, delivery = setup.rubric.criteria
    asking = replace(setup.rubric, criteria=(replace(impact, needs_comment=True), delivery))
    monkeypatch.setattr(scoring_in_memory, "_setup", replace(setup, rubric=asking))

    with pytest.raises(IncompleteBallotError, match="the comment for the team, for Impact"):
        key(scoring_in_memory, FIRST)
    key(scoring_in_memory, replace(FIRST, for_team="Well told"))
    assert kept(scoring_in_memory)[1].is_done


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_whoever_keys_says_who_they_are(name: str, scoring_in_memory: Desk) -> None:
    with pytest.raises(DeskError, match="Type"):
        key(scoring_in_memory, replace(FIRST, keyed_by=name))
    assert kept(scoring_in_memory) == {}


def test_a_comment_that_cannot_be_kept_is_refused(scoring_in_memory: Desk) -> None:
    with pytest.raises(DeskError, match="Shorten it"):
        key(scoring_in_memory, replace(FIRST, for_team="x" * 4001))
    assert kept(scoring_in_memory) == {}


@pytest.mark.parametrize("actor", [ADA, HOST, ORGANISER], ids=["judge", "host", "organiser"])
def test_nobody_but_the_scorer_keys_looks_at_or_settles_a_sheet(
    actor: Actor, scoring_in_memory: Desk
) -> None:
    key_twice(scoring_in_memory)
    acts: list[Callable[[], object]] = [
        lambda: sheets.key_sheet(scoring_in_memory, actor, replace(FIRST, team=PERCH)),
        lambda: sheets.sheet(scoring_in_memory, actor, J1, LANTERN),
        lambda: sheets.settle(scoring_in_memory, actor, J1, LANTERN),
    ]
    before = on_record(scoring_in_memory, act_name(Refuse))

    for act in acts:
        with pytest.raises(NotAllowedError):
            act()
    assert on_record(scoring_in_memory, act_name(Refuse)) == before + len(acts)
    assert (
        ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN).state is BallotState.NOT_STARTED
    )


def test_a_refused_keying_is_on_the_record_without_its_scores(scoring_in_memory: Desk) -> None:
    with pytest.raises(ScoreOffScaleError):
        key(scoring_in_memory, replace(FIRST, scores={IMPACT: 11}))

    act = refused(scoring_in_memory)
    assert (act.act, act.about) == (act_name(KeySheet), "sheet J1/T1")


@pytest.mark.parametrize(("judge", "team"), [(JudgeId("J9"), LANTERN), (J1, TeamId("T9"))])
def test_a_sheet_of_nobody_is_refused(
    judge: JudgeId, team: TeamId, scoring_in_memory: Desk
) -> None:
    with pytest.raises(UnknownError, match="no ballot from judge"):
        sheets.sheet(scoring_in_memory, SCORER, judge, team)
    with pytest.raises(UnknownError, match="no ballot from judge"):
        key(scoring_in_memory, replace(FIRST, judge=judge, team=team))
    with pytest.raises(UnknownError, match="no ballot from judge"):
        sheets.settle(scoring_in_memory, SCORER, judge, team)


def _submit(desk: Desk) -> None:
    score_on_screen(desk)
    ballots.score(desk, ADA, J1, LANTERN, DELIVERY, 4)
    ballots.submit(desk, ADA, J1, LANTERN)


def _recuse(desk: Desk) -> None:
    ballots.recuse(desk, HOST, J1, LANTERN, "Owns it")


def _mark_absent(desk: Desk) -> None:
    ballots.mark_absent(desk, HOST, J1, LANTERN)


def _declare(desk: Desk) -> None:
    conflicts.declare(desk, ADA, J1, LANTERN, "My sister is in it")


CLOSED_TO_PAPER = [
    (_submit, "is submitted"),
    (_recuse, "doesn’t score this team"),
    (_mark_absent, "marked absent"),
    (_declare, "conflict of interest"),
]


@pytest.mark.parametrize(("happens", "because"), CLOSED_TO_PAPER)
def test_a_ballot_that_takes_no_sheet_says_why(
    happens: Callable[[Desk], None], because: str, scoring_in_memory: Desk
) -> None:
    happens(scoring_in_memory)

    for act in (
        lambda: sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN),
        lambda: key(scoring_in_memory, FIRST),
    ):
        with pytest.raises(DeskError, match=because):
            act()
    assert kept(scoring_in_memory) == {}


@pytest.mark.parametrize(("happens", "because"), CLOSED_TO_PAPER[1:])
def test_a_sheet_keyed_twice_is_not_settled_once_its_ballot_takes_none(
    happens: Callable[[Desk], None], because: str, scoring_in_memory: Desk
) -> None:
    key_twice(scoring_in_memory)
    happens(scoring_in_memory)

    with pytest.raises(DeskError, match=because):
        sheets.settle(scoring_in_memory, SCORER, J1, LANTERN)
    assert not ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN).counts


def test_a_decided_conflict_lets_the_sheet_be_keyed(scoring_in_memory: Desk) -> None:
    _declare(scoring_in_memory)
    conflicts.decide(
        scoring_in_memory, ORGANISER, J1, LANTERN, ConflictDecision.NO_EFFECT, "Distant"
    )

    key(scoring_in_memory, FIRST)

    assert kept(scoring_in_memory)[1].is_done


def test_sheets_are_keyed_only_while_scoring_is_open(new_desk: Desk) -> None:
    with pytest.raises(NotAllowedError, match="the event is being set up"):
        sheets.sheet(new_desk, SCORER, J1, LANTERN)
    scoring.open_scoring(new_desk, HOST)
    key_twice(new_desk)
    scoring.close_scoring(new_desk, HOST, "Time is up")

    with pytest.raises(NotAllowedError, match="closed"):
        sheets.settle(new_desk, SCORER, J1, LANTERN)
    assert len(kept(new_desk)) == 2


def test_a_judge_does_not_score_on_the_screen_while_a_sheet_is_keyed(
    scoring_in_memory: Desk,
) -> None:
    key(scoring_in_memory, replace(FIRST, scores={IMPACT: 7}), is_done=False)

    with pytest.raises(NotAllowedError, match="paper sheet is being typed"):
        score_on_screen(scoring_in_memory)
    ballots.score(scoring_in_memory, ADA, J1, PERCH, IMPACT, 9)


def test_being_keyed_tells_the_turns_done_of_each_sheet_and_no_more(
    scoring_in_memory: Desk,
) -> None:
    key(scoring_in_memory, replace(FIRST, scores={IMPACT: 7}), is_done=False)
    key(scoring_in_memory, replace(FIRST, team=PERCH))
    key_twice(scoring_in_memory, replace(FIRST, team=HERON), replace(SECOND, team=HERON))

    assert sheets.being_keyed(scoring_in_memory, SCORER) == {
        (J1, LANTERN): 0,
        (J1, PERCH): 1,
        (J1, HERON): 2,
    }
    with pytest.raises(NotAllowedError):
        sheets.being_keyed(scoring_in_memory, ADA)


def test_two_keyings_alike_have_no_mismatch(scoring_in_memory: Desk) -> None:
    key_twice(
        scoring_in_memory,
        replace(FIRST, for_team="Well  told,\nall of it"),
        replace(SECOND, for_team="Well told, all of it"),
    )

    found = sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN)

    assert (found.turn, found.mismatches) == (None, ())
    assert (found.for_team_differs, found.for_panel_differs) == (False, False)


def test_a_mismatch_names_its_cell_and_both_values(scoring_in_memory: Desk) -> None:
    other = {IMPACT: 1, DELIVERY: 5}
    key_twice(scoring_in_memory, FIRST, replace(SECOND, scores=other, for_panel="Too long"))

    found = sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN)

    assert found.mismatches == (sheets.Mismatch(IMPACT, 7, 1),)
    assert (found.for_team_differs, found.for_panel_differs) == (False, True)
    assert found.first is not None
    assert found.second is not None


def test_settling_submits_what_both_keyings_say_and_who_keyed_it(scoring_in_memory: Desk) -> None:
    said = {"for_team": "Well told", "for_panel": "Too long"}
    key_twice(
        scoring_in_memory,
        replace(FIRST, for_team="Well told", for_panel="Too long"),
        replace(SECOND, for_team="Well told", for_panel="Too long"),
    )

    sheets.settle(scoring_in_memory, SCORER, J1, LANTERN)

    assert ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN) == Ballot(
        J1, LANTERN, BallotState.SUBMITTED, dict(WHOLE), **said, keyed_by="EM and JT"
    )
    assert kept(scoring_in_memory) == {}


def test_one_clerk_who_keyed_both_turns_is_named_once(scoring_in_memory: Desk) -> None:
    key_twice(scoring_in_memory, FIRST, replace(SECOND, keyed_by=" EM "))

    sheets.settle(scoring_in_memory, SCORER, J1, LANTERN)

    assert ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN).keyed_by == "EM"


def test_settling_puts_one_version_of_the_ballot_on_the_record(desk: Desk) -> None:
    key_twice(desk)
    before = len(desk.entries())

    changed = sheets.settle(desk, SCORER, J1, LANTERN)

    assert [entry.act for entry in changed.entries] == [act_name(SettleBallot)]
    assert len(desk.entries()) == before + 1
    assert desk.verification().findings == ()


def test_a_settled_ballot_enters_the_running_mean(scoring_in_memory: Desk) -> None:
    before = scoring_in_memory.running_mean().standings()
    key_twice(scoring_in_memory)

    sheets.settle(scoring_in_memory, SCORER, J1, LANTERN)

    assert scoring_in_memory.running_mean().standings() != before


def test_a_sheet_is_settled_only_after_its_second_turn(scoring_in_memory: Desk) -> None:
    key(scoring_in_memory, FIRST)

    with pytest.raises(DeskError, match="Type the sheet in twice"):
        sheets.settle(scoring_in_memory, SCORER, J1, LANTERN, dict(WHOLE))
    assert not ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN).counts


def test_an_open_mismatch_is_named_and_not_settled(scoring_in_memory: Desk) -> None:
    key_twice(scoring_in_memory, FIRST, replace(SECOND, scores={IMPACT: 1, DELIVERY: 1}))

    with pytest.raises(DeskError, match="differ for Pitch delivery"):
        sheets.settle(scoring_in_memory, SCORER, J1, LANTERN, {IMPACT: 7})
    assert len(kept(scoring_in_memory)) == 2


@pytest.mark.parametrize("right", [7, 1, 4], ids=["first", "second", "neither"])
def test_a_mismatch_is_settled_by_what_the_paper_says(right: int, scoring_in_memory: Desk) -> None:
    key_twice(scoring_in_memory, FIRST, replace(SECOND, scores={IMPACT: 1, DELIVERY: 5}))

    sheets.settle(scoring_in_memory, SCORER, J1, LANTERN, {IMPACT: right})

    found = ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN)
    assert found.scores == {IMPACT: right, DELIVERY: 5}


def test_a_mismatch_is_not_settled_off_the_scale(scoring_in_memory: Desk) -> None:
    key_twice(scoring_in_memory, FIRST, replace(SECOND, scores={IMPACT: 1, DELIVERY: 5}))

    with pytest.raises(ScoreOffScaleError):
        sheets.settle(scoring_in_memory, SCORER, J1, LANTERN, {IMPACT: 0})
    assert len(kept(scoring_in_memory)) == 2


def test_a_score_that_both_keyings_agree_on_is_not_changed_in_settling(
    scoring_in_memory: Desk,
) -> None:
    key_twice(scoring_in_memory, FIRST, replace(SECOND, scores={IMPACT: 1, DELIVERY: 5}))

    with pytest.raises(DeskError, match="Both entries agree on Pitch delivery"):
        sheets.settle(scoring_in_memory, SCORER, J1, LANTERN, {IMPACT: 7, DELIVERY: 9})
    assert len(kept(scoring_in_memory)) == 2


def test_comments_that_differ_are_settled_by_choice(scoring_in_memory: Desk) -> None:
    key_twice(
        scoring_in_memory, replace(FIRST, for_team="Well told"), replace(SECOND, for_team="Told")
    )

    with pytest.raises(DeskError, match="differ on the comment for the team"):
        sheets.settle(scoring_in_memory, SCORER, J1, LANTERN)
    sheets.settle(scoring_in_memory, SCORER, J1, LANTERN, for_team="Well told")
    assert ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN).for_team == "Well told"


def test_a_draft_on_the_screen_is_replaced_only_with_a_reason(scoring_in_memory: Desk) -> None:
    score_on_screen(scoring_in_memory)
    key_twice(scoring_in_memory)
    assert sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN).replaces_screen

    with pytest.raises(DeskError, match="Say why the paper"):
        sheets.settle(scoring_in_memory, SCORER, J1, LANTERN, reason="  ")
    changed = sheets.settle(scoring_in_memory, SCORER, J1, LANTERN, reason="The laptop failed")
    assert changed.entries[-1].reason == "The laptop failed"
    assert ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN).scores == WHOLE


def test_a_comment_on_the_screen_is_replaced_only_with_a_reason(scoring_in_memory: Desk) -> None:
    ballots.comment(scoring_in_memory, ADA, J1, LANTERN, "", "Mind the cost")
    key_twice(scoring_in_memory)

    with pytest.raises(DeskError, match="Say why the paper"):
        sheets.settle(scoring_in_memory, SCORER, J1, LANTERN)


def test_a_reopened_paper_ballot_is_replaced_without_another_reason(
    scoring_in_memory: Desk,
) -> None:
    reopened_paper(scoring_in_memory)
    key_twice(scoring_in_memory)

    assert not sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN).replaces_screen
    sheets.settle(scoring_in_memory, SCORER, J1, LANTERN)


def test_what_a_judge_changes_on_a_reopened_paper_ballot_is_their_own_again(
    scoring_in_memory: Desk,
) -> None:
    reopened_paper(scoring_in_memory)
    ballots.score(scoring_in_memory, ADA, J1, LANTERN, IMPACT, 2)

    assert ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN).keyed_by == ""
    assert sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN).replaces_screen


@pytest.mark.parametrize("actor", [SCORER, HOST, ORGANISER], ids=["scorer", "host", "organiser"])
def test_dropping_gives_up_both_turns_with_a_reason_on_the_record(
    actor: Actor, scoring_in_memory: Desk
) -> None:
    key_twice(scoring_in_memory)

    changed = sheets.drop_keying(scoring_in_memory, actor, J1, LANTERN, "The wrong sheet")

    assert (changed.entries[-1].act, changed.entries[-1].reason) == (
        act_name(DropKeying),
        "The wrong sheet",
    )
    assert kept(scoring_in_memory) == {}
    assert sheets.sheet(scoring_in_memory, SCORER, J1, LANTERN).turn == 1


def test_dropping_needs_a_reason_and_something_to_drop(scoring_in_memory: Desk) -> None:
    with pytest.raises(DeskError, match="Nothing has been typed in"):
        sheets.drop_keying(scoring_in_memory, SCORER, J1, LANTERN, "The wrong sheet")
    key(scoring_in_memory, FIRST)
    with pytest.raises(DeskError, match="Give a reason"):
        sheets.drop_keying(scoring_in_memory, SCORER, J1, LANTERN, " ")
    assert kept(scoring_in_memory)[1].is_done


def test_a_judge_drops_nothing(scoring_in_memory: Desk) -> None:
    key(scoring_in_memory, FIRST)

    with pytest.raises(NotAllowedError):
        sheets.drop_keying(scoring_in_memory, ADA, J1, LANTERN, "Mine")
    assert kept(scoring_in_memory)[1].is_done


def test_one_sheet_leaves_the_others_as_they_are(scoring_in_memory: Desk) -> None:
    key_twice(scoring_in_memory, replace(FIRST, judge=J2), replace(SECOND, judge=J2))
    key_twice(scoring_in_memory)

    sheets.settle(scoring_in_memory, SCORER, J1, LANTERN)
    sheets.drop_keying(scoring_in_memory, SCORER, J2, LANTERN, "The wrong sheet")

    assert ballot_rows.ballot(scoring_in_memory.file.db, J1, LANTERN).counts
    assert not ballot_rows.ballot(scoring_in_memory.file.db, J2, LANTERN).counts
