"""A team that is out: nobody owes it a ballot, and what was given is kept."""

from collections.abc import Callable

import pytest

from judging_app.desk import ballots, decisions, papers, projector, scoring, sheets
from judging_app.desk.certificates import making
from judging_app.desk.desk import Desk
from judging_app.desk.papers import SheetOrder
from judging_app.domain.ballots import BallotState
from judging_app.domain.event import Phase
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.keying import Keying
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.reconciliation import BallotPart
from judging_app.domain.roles import HOST, ORGANISER, SCORER
from judging_app.domain.standings import Exclusion
from judging_app.errors import DeskError, NotAllowedError
from tests.desk.small_event import (
    ADA,
    BO,
    DELIVERY,
    HERON,
    IMPACT,
    J1,
    J2,
    J3,
    JUDGES,
    LANTERN,
    PERCH,
    score_wholly,
    submit_wholly,
)


def _out(desk: Desk, team: TeamId = HERON, exclusion: Exclusion = Exclusion.WITHDRAWN) -> None:
    decisions.exclude(desk, HOST, team, exclusion, "Two are ill.")


def _submit_all_but(desk: Desk, *left: tuple[JudgeId, TeamId]) -> None:
    for judge in JUDGES:
        for team in (LANTERN, PERCH, HERON):
            if (judge, team) not in left:
                submit_wholly(desk, judge, team)


def _blank(desk: Desk) -> list[str]:
    sheets_made = papers.blank_sheet_rows(desk, ORGANISER, SheetOrder.JUDGE)
    return [sheet.code for sheet in sheets_made]


@pytest.mark.parametrize("exclusion", Exclusion, ids=lambda one: one.value)
def test_scoring_closes_without_the_ballots_of_a_team_that_is_out(
    exclusion: Exclusion, scoring_in_memory: Desk
) -> None:
    desk = scoring_in_memory
    _submit_all_but(desk, (J1, HERON), (J2, HERON))
    with pytest.raises(DeskError, match="2 ballots are still to come"):
        scoring.close_scoring(desk, HOST)

    _out(desk, HERON, exclusion)
    scoring.close_scoring(desk, HOST)

    assert desk.event().phase is Phase.CLOSED
    counts = scoring.accounted(desk).counts
    assert (counts[BallotPart.IN], counts[BallotPart.TEAM_OUT]) == (7, 2)


def test_a_team_that_is_put_back_is_owed_its_ballots_again(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    _submit_all_but(desk, (J1, HERON))
    _out(desk)
    assert scoring.owed_ballots(desk) == ()

    decisions.restore(desk, HOST, HERON, "They are well again.")

    assert scoring.owed_ballots(desk) == ((J1, HERON),)
    with pytest.raises(DeskError, match="1 ballot is still to come: Ada Reed"):
        scoring.close_scoring(desk, HOST)


def test_closing_waits_for_a_sheet_that_is_being_keyed_and_says_whose(
    scoring_in_memory: Desk,
) -> None:
    desk = scoring_in_memory
    _submit_all_but(desk, (J1, HERON), (J2, PERCH))
    sheets.key_sheet(desk, SCORER, Keying(J1, HERON, 1, "EM", {IMPACT: 8}))

    with pytest.raises(DeskError) as refusal:
        scoring.close_scoring(desk, HOST)

    said = "1 ballot is still to come: Bo Lund (1); 1 ballot is being typed in: Ada Reed (1). Wait"
    assert str(refusal.value).startswith(said)
    assert desk.event().phase is Phase.SCORING


def test_a_team_that_withdrew_is_not_scored_until_it_is_put_back(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    score_wholly(desk, J1, HERON)
    _out(desk)

    acts: tuple[Callable[[], object], ...] = (
        lambda: ballots.score(desk, ADA, J1, HERON, IMPACT, 2),
        lambda: ballots.clear(desk, ADA, J1, HERON, IMPACT),
        lambda: ballots.comment(desk, ADA, J1, HERON, "Clear.", ""),
        lambda: ballots.submit(desk, ADA, J1, HERON),
        lambda: ballots.score(desk, BO, J2, HERON, IMPACT, 2),
    )
    for act in acts:
        with pytest.raises(NotAllowedError, match="has withdrawn, so its scorecard is closed"):
            act()
        assert desk.entries()[-1].act == "refuse"
    kept = ballots.ballot(desk, ADA, J1, HERON)
    assert (kept.state, kept.scores) == (BallotState.DRAFT, {IMPACT: 7, DELIVERY: 5})

    decisions.restore(desk, HOST, HERON, "They are well again.")
    ballots.submit(desk, ADA, J1, HERON)
    assert ballots.ballot(desk, ADA, J1, HERON).state is BallotState.SUBMITTED


def test_a_disqualified_team_can_be_scored_for_the_panel_may_put_it_back(
    scoring_in_memory: Desk,
) -> None:
    desk = scoring_in_memory
    _out(desk, HERON, Exclusion.DISQUALIFIED)

    submit_wholly(desk, J1, HERON)

    parts = scoring.accounted(desk).parts
    assert parts[J1, HERON] is BallotPart.IN
    assert parts[J2, HERON] is BallotPart.TEAM_OUT


def test_another_team_is_scored_as_before(scoring_in_memory: Desk) -> None:
    _out(scoring_in_memory)

    submit_wholly(scoring_in_memory, J1, LANTERN)

    assert ballots.ballot(scoring_in_memory, ADA, J1, LANTERN).counts


@pytest.mark.parametrize("exclusion", Exclusion, ids=lambda one: one.value)
def test_the_room_waits_for_no_ballot_of_a_team_that_is_out(
    exclusion: Exclusion, scoring_in_memory: Desk
) -> None:
    desk = scoring_in_memory
    submit_wholly(desk, J1, HERON)
    ballots.recuse(desk, HOST, J2, HERON, "Works there.")
    ballots.mark_absent(desk, HOST, J3, LANTERN)
    score_wholly(desk, J3, HERON)
    before = projector.wall_facts(desk)
    assert (before.ballots_in, before.ballots_expected) == (1, 7)

    _out(desk, HERON, exclusion)

    after = projector.wall_facts(desk)
    assert (after.ballots_in, after.ballots_expected) == (1, 6)


def test_the_room_sees_all_ballots_in_when_nothing_is_waited_for(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    _out(desk)
    _submit_all_but(desk, *((judge, HERON) for judge in JUDGES))

    now = projector.wall_facts(desk)

    assert scoring.owed_ballots(desk) == ()
    assert now.ballots_in == now.ballots_expected == 6


def test_blank_sheets_are_for_what_judges_still_have_to_bring(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    _submit_all_but(desk, (J1, HERON), (J1, PERCH), (J2, PERCH), (J3, LANTERN))
    sheets.key_sheet(desk, SCORER, Keying(J2, PERCH, 1, "EM", {IMPACT: 8}))
    _out(desk)

    assert _blank(desk) == ["J1-T2", "J3-T1"]


def test_with_nothing_owed_there_is_a_blank_sheet_for_each_ballot_that_is_or_will_be_in(
    scoring_in_memory: Desk,
) -> None:
    desk = scoring_in_memory
    ballots.recuse(desk, HOST, J3, LANTERN, "Works there.")
    _submit_all_but(desk, (J3, LANTERN), (J1, HERON), (J2, PERCH))
    sheets.key_sheet(desk, SCORER, Keying(J2, PERCH, 1, "EM", {IMPACT: 8}))
    _out(desk)
    assert not scoring.accounted(desk).of(BallotPart.OWED)

    assert _blank(desk) == ["J1-T1", "J1-T2", "J2-T1", "J2-T2", "J2-T3", "J3-T2", "J3-T3"]


def test_certificates_are_not_held_back_for_a_team_that_is_out(scoring_in_memory: Desk) -> None:
    desk = scoring_in_memory
    _submit_all_but(desk, (J1, HERON))
    assert "1 ballot still to come" in making.caution(desk, CertificateKind.WINNERS)

    _out(desk)

    assert "owed" not in making.caution(desk, CertificateKind.WINNERS)
