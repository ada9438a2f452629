"""What people decide about the result goes on the record, or is refused and changes nothing."""

import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.desk import ballots, decisions, reveal, scoring
from judging_app.desk.decisions import agree_score, decide_order, declare_tie_breaks
from judging_app.desk.desk import Changed, Desk
from judging_app.domain.acts import ExcludeTeam
from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    AwardKind,
    PanelDecision,
    Penalty,
    TeamExclusion,
    TeamPoints,
)
from judging_app.domain.event import Method, Phase
from judging_app.domain.ids import AwardId, CriterionId, JudgeId, TeamId
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from judging_app.errors import DeskError, NotAllowedError, ScoreOffScaleError, UnknownError
from judging_app.store import ballot_rows, decision_rows
from tests.desk.priced_event import PRICE, take_in_price
from tests.desk.small_event import (
    ADA,
    DELIVERY,
    HERON,
    IMPACT,
    J1,
    J2,
    LANTERN,
    PERCH,
    TEAMS,
    bring_to,
    in_memory,
    submit_all,
    submit_wholly,
    tell,
)
from tests.store.replaying import all_rows
from tests.store.scenarios import BEST_PITCH, CHOICE, SCENARIOS

WHY = "The test says so."
NOBODY = TeamId("T9")
JOINT = DeclaredTieBreak(TieRule.JOINT)


@pytest.fixture
def new(template: Path) -> Iterator[Desk]:
    """The small event while it is set up, without a disk, with a price."""
    with in_memory(template) as desk:
        take_in_price(desk)
        yield desk


@pytest.fixture
def closed(new: Desk) -> Desk:
    """Nine ballots are in, two awards are declared, and scoring is closed."""
    decisions.declare_award(new, ORGANISER, BEST_PITCH)
    decisions.declare_award(new, ORGANISER, CHOICE)
    scoring.open_scoring(new, HOST)
    submit_all(new)
    for team in TEAMS:
        decisions.enter_points(new, ORGANISER, team, PRICE, 0)
    scoring.close_scoring(new, HOST)
    return new


Refused = tuple[Callable[[Desk], object], type[DeskError], str]

REFUSED: dict[str, Refused] = {
    "a penalty that adds points": (
        lambda d: decisions.set_penalty(d, HOST, HERON, Fraction(-1), WHY),
        DeskError,
        "Enter 0 or more",
    ),
    "a penalty without a reason": (
        lambda d: decisions.set_penalty(d, HOST, HERON, Fraction(1), " "),
        DeskError,
        "Give a reason to set a penalty",
    ),
    "a penalty of nobody": (
        lambda d: decisions.set_penalty(d, HOST, NOBODY, Fraction(1), WHY),
        UnknownError,
        "no team “T9”",
    ),
    "an exclusion without a reason": (
        lambda d: decisions.exclude(d, HOST, HERON, Exclusion.WITHDRAWN, ""),
        DeskError,
        "Give a reason to mark a team withdrawn",
    ),
    "an exclusion of nobody": (
        lambda d: decisions.exclude(d, HOST, NOBODY, Exclusion.WITHDRAWN, WHY),
        UnknownError,
        "no team “T9”",
    ),
    "a way back for a team that is in": (
        lambda d: decisions.restore(d, HOST, HERON, WHY),
        DeskError,
        "“T3” is still taking part. Choose a team that is withdrawn or disqualified",
    ),
    "points on a criterion of the judges": (
        lambda d: decisions.enter_points(d, ORGANISER, HERON, IMPACT, 3),
        DeskError,
        "The judges score “Impact”",
    ),
    "points off the scale": (
        lambda d: decisions.enter_points(d, ORGANISER, HERON, PRICE, 21),
        ScoreOffScaleError,
        "10.5 is outside the scale of “Price”",
    ),
    "points of nobody": (
        lambda d: decisions.enter_points(d, ORGANISER, NOBODY, PRICE, 3),
        UnknownError,
        "no team “T9”",
    ),
    "points on no criterion": (
        lambda d: decisions.enter_points(d, ORGANISER, HERON, CriterionId("looks"), 3),
        UnknownError,
        "no criterion “looks”",
    ),
    "an agreed score off the scale": (
        lambda d: agree_score(d, ORGANISER, J1, HERON, IMPACT, 11, WHY),
        ScoreOffScaleError,
        "11 is outside the scale of “Impact”",
    ),
    "an agreed score without a reason": (
        lambda d: agree_score(d, ORGANISER, J1, HERON, IMPACT, 5, " "),
        DeskError,
        "Give a reason to change a score to the agreed one",
    ),
    "an agreed score of no judge": (
        lambda d: agree_score(d, ORGANISER, JudgeId("J9"), HERON, IMPACT, 5, WHY),
        UnknownError,
        "no ballot from judge “J9”",
    ),
    "an agreed price": (
        lambda d: agree_score(d, ORGANISER, J1, HERON, PRICE, 5, WHY),
        DeskError,
        "Only a score on a submitted ballot",
    ),
    "an order that names nobody": (
        lambda d: decide_order(d, ORGANISER, [[]], WHY),
        DeskError,
        "List each team once",
    ),
    "an order that names a team twice": (
        lambda d: decide_order(d, ORGANISER, [[HERON], [PERCH, HERON]], WHY),
        DeskError,
        "List each team once",
    ),
    "an order with an unknown team": (
        lambda d: decide_order(d, ORGANISER, [[HERON, NOBODY]], WHY),
        UnknownError,
        "no team “T9”",
    ),
    "an order without a reason": (
        lambda d: decide_order(d, ORGANISER, [[HERON]], ""),
        DeskError,
        "Give a reason to decide the order",
    ),
    "an order taken back that is none": (
        lambda d: decisions.drop_decision(d, ORGANISER, WHY),
        DeskError,
        "decided an order",
    ),
    "a method changed without a reason": (
        lambda d: decisions.declare_method(d, ORGANISER, Method.MEDIAN),
        DeskError,
        "Give a reason to change the method now that scoring has opened",
    ),
    "tie-breaks changed without a reason": (
        lambda d: declare_tie_breaks(d, ORGANISER, [JOINT]),
        DeskError,
        "Give a reason to change the tie-breaks now that scoring has opened",
    ),
    "a tie-break by no criterion of the rubric": (
        lambda d: declare_tie_breaks(
            d, ORGANISER, [DeclaredTieBreak(TieRule.NAMED_CRITERION, CriterionId("looks"))], WHY
        ),
        UnknownError,
        "no criterion “looks”",
    ),
    "a tie-break by the price": (
        lambda d: declare_tie_breaks(
            d, ORGANISER, [DeclaredTieBreak(TieRule.NAMED_CRITERION, PRICE)], WHY
        ),
        DeskError,
        "The organiser scores “Price”. Choose a criterion that the judges score",
    ),
    "an award by the price": (
        lambda d: decisions.declare_award(
            d, ORGANISER, Award(AwardId("a"), "Cheapest", AwardKind.CRITERIA, criteria=(PRICE,))
        ),
        DeskError,
        "The organiser scores “Price”",
    ),
    "an award for the noughth place": (
        lambda d: decisions.declare_award(
            d, ORGANISER, Award(AwardId("a"), "The cup", AwardKind.PLACE, place=0)
        ),
        DeskError,
        "can’t be for place 0. Enter 1 or more",
    ),
    "an award without a name": (
        lambda d: decisions.declare_award(d, ORGANISER, Award(AwardId("a"), " ", AwardKind.PANEL)),
        DeskError,
        "The name is empty",
    ),
    "an award that nobody declared": (
        lambda d: decisions.decide_award(d, ORGANISER, AwardId("a"), [HERON], WHY),
        UnknownError,
        "no award “a” in this event. Add it first",
    ),
    "an award to nobody": (
        lambda d: decisions.decide_award(d, ORGANISER, CHOICE.id, [], WHY),
        DeskError,
        "Choose each winning team only once",
    ),
    "an award to one team twice": (
        lambda d: decisions.decide_award(d, ORGANISER, CHOICE.id, [HERON, HERON], WHY),
        DeskError,
        "Choose each winning team only once",
    ),
    "an award to an unknown team": (
        lambda d: decisions.decide_award(d, ORGANISER, CHOICE.id, [NOBODY], WHY),
        UnknownError,
        "no team “T9”",
    ),
    "an award without a reason": (
        lambda d: decisions.decide_award(d, ORGANISER, CHOICE.id, [HERON], ""),
        DeskError,
        "Give a reason to choose who gets an award",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_makes_no_sense_is_refused_in_words_and_changes_nothing(
    name: str, closed: Desk
) -> None:
    do, kind, words = REFUSED[name]
    before, entries = all_rows(closed.file.db), closed.entries()

    with pytest.raises(kind, match=words) as refusal:
        do(closed)

    assert all_rows(closed.file.db) == before
    (refused,) = closed.entries()[len(entries) :]
    assert refused.act == "refuse"
    assert json.loads(refused.body)["why"] == str(refusal.value)


def test_before_scoring_the_method_changes_without_a_reason(new: Desk) -> None:
    changed = decisions.declare_method(new, ORGANISER, Method.TRIMMED, trims_by_criterion=True)

    event = new.event()
    assert (event.method, event.trims_by_criterion) == (Method.TRIMMED, True)
    assert changed.entries[-1].reason == ""


@pytest.mark.parametrize("phase", [Phase.SCORING, Phase.CLOSED], ids=lambda phase: phase.value)
def test_a_method_changed_after_opening_is_on_the_record_with_its_reason(
    phase: Phase, new: Desk
) -> None:
    bring_to(new, phase)

    changed = decisions.declare_method(
        new, ORGANISER, Method.MEDIAN, reason=" One judge left early. "
    )

    assert new.event().method is Method.MEDIAN
    entry = changed.entries[-1]
    assert (entry.act, entry.actor) == ("declare method", ORGANISER.key)
    assert entry.reason == "One judge left early."


def test_another_method_does_not_keep_how_the_last_one_trimmed(new: Desk) -> None:
    decisions.declare_method(new, ORGANISER, Method.TRIMMED, trims_by_criterion=True)
    decisions.declare_method(new, ORGANISER, Method.TRIMMED)

    assert not new.event().trims_by_criterion


def test_tie_breaks_are_asked_in_the_order_of_the_last_declaration(new: Desk) -> None:
    named = DeclaredTieBreak(TieRule.NAMED_CRITERION, DELIVERY)
    panel = DeclaredTieBreak(TieRule.PANEL)
    declare_tie_breaks(new, ORGANISER, [JOINT])
    declare_tie_breaks(new, ORGANISER, [panel, named])

    assert decision_rows.tie_breaks(new.file.db) == (panel, named)

    declare_tie_breaks(new, ORGANISER, [])
    assert decision_rows.tie_breaks(new.file.db) == ()


def test_of_two_exclusions_of_a_team_the_later_stands(new_desk: Desk) -> None:
    SCENARIOS[ExcludeTeam](new_desk)

    assert decision_rows.exclusions(new_desk.file.db) == (
        TeamExclusion(PERCH, Exclusion.WITHDRAWN, "Their train was cancelled."),
        TeamExclusion(HERON, Exclusion.DISQUALIFIED, "Pitched another's work."),
    )


def test_a_penalty_is_kept_exactly_and_no_points_lift_it(new: Desk) -> None:
    decisions.set_penalty(new, HOST, LANTERN, Fraction(7, 3), WHY)
    decisions.set_penalty(new, HOST, PERCH, Fraction(2), WHY)
    decisions.set_penalty(new, HOST, PERCH, Fraction(0), "The clock was wrong.")

    assert decision_rows.penalties(new.file.db) == (Penalty(LANTERN, Fraction(7, 3), WHY),)
    assert new.entries()[-1].reason == "The clock was wrong."


def test_points_entered_again_replace_the_first_and_none_is_a_score_too(new: Desk) -> None:
    decisions.enter_points(new, ORGANISER, LANTERN, PRICE, 3)
    decisions.enter_points(new, ORGANISER, LANTERN, PRICE, 17)
    decisions.enter_points(new, ORGANISER, HERON, PRICE, 0)

    assert decision_rows.team_points(new.file.db) == (
        TeamPoints(LANTERN, PRICE, 17),
        TeamPoints(HERON, PRICE, 0),
    )


def test_an_agreed_score_stands_beside_the_judges_own(closed: Desk) -> None:
    changed = agree_score(closed, ORGANISER, J1, HERON, IMPACT, 6, " Misheard. ")

    assert ballot_rows.ballot(closed.file.db, J1, HERON).scores == {IMPACT: 4, DELIVERY: 5}
    assert ballots.ballot(closed, ADA, J1, HERON).scores == {IMPACT: 4, DELIVERY: 5}
    agreed = AgreedScore(J1, HERON, IMPACT, before=4, after=6, reason="Misheard.")
    assert decisions.agreed_scores(closed, ORGANISER) == {(J1, HERON, IMPACT): agreed}
    entry = changed.entries[-1]
    assert (entry.act, entry.subject, entry.reason) == ("agree score", "ballot J1/T3", "Misheard.")
    body = json.loads(entry.body)["agreed"]
    assert (body["before"], body["after"]) == (4, 6)


def test_scores_agreed_are_for_the_organiser_alone(closed: Desk) -> None:
    with pytest.raises(NotAllowedError):
        decisions.agreed_scores(closed, HOST)


def test_moderation_waits_until_every_ballot_is_in(new: Desk) -> None:
    scoring.open_scoring(new, HOST)
    submit_wholly(new, J1, HERON, impact=4)

    with pytest.raises(DeskError, match="Some ballots are still to come"):
        agree_score(new, ORGANISER, J1, HERON, IMPACT, 6, WHY)

    for key, ballot in ballots.progress(new, HOST).items():
        if not ballot.counts:
            ballots.mark_absent(new, HOST, *key)
    agree_score(new, ORGANISER, J1, HERON, IMPACT, 6, WHY)
    assert new.event().phase is Phase.SCORING
    assert decision_rows.agreed_scores(new.file.db)[J1, HERON, IMPACT].after == 6


def test_only_a_submitted_ballot_is_moderated(new: Desk) -> None:
    scoring.open_scoring(new, HOST)
    ballots.score(new, ADA, J1, HERON, IMPACT, 4)
    ballots.mark_absent(new, HOST, J2, HERON)
    scoring.close_scoring(new, HOST, WHY)

    for judge in (J1, J2):
        with pytest.raises(DeskError, match="Only a score on a submitted ballot"):
            agree_score(new, ORGANISER, judge, HERON, IMPACT, 6, WHY)


def test_the_panels_order_is_kept_as_it_was_decided(closed: Desk) -> None:
    changed = decide_order(closed, ORGANISER, [[HERON, LANTERN], [], [PERCH]], " Two stood out. ")

    assert decision_rows.decision(closed.file.db) == PanelDecision(
        ((HERON, LANTERN), (PERCH,)), "Two stood out."
    )
    entry = changed.entries[-1]
    assert entry.reason == "Two stood out."
    assert json.loads(entry.body)["decision"]["order"] == [["T3", "T1"], ["T2"]]


def test_a_decision_taken_back_stays_on_the_record(closed: Desk) -> None:
    decide_order(closed, ORGANISER, [[HERON]], WHY)
    decisions.drop_decision(closed, ORGANISER, "The panel thought again.")

    assert decision_rows.decision(closed.file.db) is None
    assert [(e.act, e.reason) for e in closed.entries()[-2:]] == [
        ("decide order", WHY),
        ("drop decision", "The panel thought again."),
    ]


def test_awards_keep_the_order_of_their_declaration_when_one_changes(closed: Desk) -> None:
    again = Award(
        BEST_PITCH.id,
        "  Best   pitch of all ",
        AwardKind.CRITERIA,
        criteria=(DELIVERY, IMPACT, DELIVERY),
        passes_over_winners=True,
    )
    decisions.declare_award(closed, ORGANISER, again)

    assert decision_rows.awards(closed.file.db) == (
        Award(
            BEST_PITCH.id,
            "Best pitch of all",
            AwardKind.CRITERIA,
            criteria=(IMPACT, DELIVERY),
            passes_over_winners=True,
        ),
        CHOICE,
    )


def test_an_award_decided_again_goes_to_the_last_named_only(closed: Desk) -> None:
    decisions.decide_award(closed, ORGANISER, CHOICE.id, [LANTERN], WHY)
    decisions.decide_award(closed, ORGANISER, CHOICE.id, [PERCH, HERON], "Both are brave.")

    assert decision_rows.award_decisions(closed.file.db) == {
        CHOICE.id: AwardDecision(CHOICE.id, (PERCH, HERON), "Both are brave.")
    }


CHANGES_THE_RESULT: dict[str, Callable[[Desk], Changed]] = {
    "method": lambda d: decisions.declare_method(d, ORGANISER, Method.MEDIAN, reason=WHY),
    "tie-breaks": lambda d: declare_tie_breaks(d, ORGANISER, [JOINT], WHY),
    "exclusion": lambda d: decisions.exclude(d, HOST, HERON, Exclusion.WITHDRAWN, WHY),
    "penalty": lambda d: decisions.set_penalty(d, HOST, HERON, Fraction(1), WHY),
    "points": lambda d: decisions.enter_points(d, ORGANISER, HERON, PRICE, 1),
    "agreed score": lambda d: agree_score(d, ORGANISER, J1, HERON, IMPACT, 6, WHY),
    "order": lambda d: decide_order(d, ORGANISER, [[HERON, LANTERN]], WHY),
}


@pytest.mark.parametrize("name", CHANGES_THE_RESULT)
def test_what_changes_the_result_starts_the_reveal_again(name: str, closed: Desk) -> None:
    tell(closed, 2)

    changed = CHANGES_THE_RESULT[name](closed)

    assert closed.programme().revealed == 0
    assert changed.entries[-1].act == "plan reveal"
    assert reveal.plan(closed) is None
    assert closed.verification().findings == ()


@pytest.mark.parametrize("undoes", ["restore", "drop"])
def test_what_is_taken_back_starts_the_reveal_again_too(undoes: str, closed: Desk) -> None:
    decisions.exclude(closed, HOST, HERON, Exclusion.WITHDRAWN, WHY)
    decide_order(closed, ORGANISER, [[PERCH]], WHY)
    tell(closed, 1)

    if undoes == "restore":
        decisions.restore(closed, HOST, HERON, WHY)
    else:
        decisions.drop_decision(closed, ORGANISER, WHY)

    assert closed.programme().revealed == 0


def test_an_award_tells_no_place_so_the_reveal_goes_on(closed: Desk) -> None:
    tell(closed, 2)
    decisions.decide_award(closed, ORGANISER, CHOICE.id, [HERON], WHY)

    assert closed.programme().revealed == 2
