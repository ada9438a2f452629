from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Event
from judging_app.domain.ids import AwardId, CriterionId, ParticipantId, TeamId
from judging_app.domain.rubric import Criterion, CriterionKind, Level, Rubric
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Exclusion
from judging_app.planning.settings_check import (
    Finding,
    Settings,
    Severity,
    settings_findings,
    troubles,
)
from tests.desk.small_event import HERON, IMPACT, J1, J2, J3, LANTERN, PERCH, TEAMS, small_setup

LEVELS = (Level(2, "Weak"), Level(6, "Strong"))
WINNER = Award(AwardId("winner"), "Winner", AwardKind.PLACE, 1)
SECOND = Award(AwardId("second"), "Runner-up", AwardKind.PLACE, 2)
IDEA = Award(AwardId("idea"), "Best idea", AwardKind.CRITERIA, criteria=(IMPACT,))
CHOICE = Award(AwardId("choice"), "Panel’s choice", AwardKind.PANEL)


def _guided(setup: Setup) -> Setup:
    criteria = tuple(replace(one, levels=LEVELS) for one in setup.rubric.criteria)
    return replace(setup, rubric=Rubric(criteria))


FINE = Settings(Event("Day"), _guided(small_setup()))


def _weighted(*weights: int, highest: int = 10) -> Settings:
    criteria = tuple(
        Criterion(CriterionId(f"c{at}"), f"C{at}", Fraction(one), 1, highest, levels=LEVELS)
        for at, one in enumerate(weights)
    )
    return replace(FINE, setup=replace(FINE.setup, rubric=Rubric(criteria)))


def _told(settings: Settings) -> list[tuple[Severity, str]]:
    return [(one.severity, one.sentence) for one in troubles(settings_findings(settings))]


def test_an_event_in_order_says_what_was_looked_at() -> None:
    found = settings_findings(FINE)

    assert [one.sentence for one in found] == [
        "The method gives a result with this panel.",
        "The weights add up to 100.",
        "Every criterion says what a score means.",
        "Every judge can score a team, and every team has a judge.",
        "No two people in one place have the same name.",
    ]
    assert {(one.severity, one.remedy) for one in found} == {(Severity.RIGHT, "")}


def test_a_method_without_a_result_comes_first_whatever_else_there_is() -> None:
    settings = replace(
        _weighted(60, 39), refusal="Lantern has 3 of the 4 ballots that trimming needs."
    )
    first, second, *_ = settings_findings(settings)

    assert first == Finding(
        Severity.WRONG,
        "The method gives no result, even with every ballot submitted: Lantern has 3 of the 4 "
        "ballots that trimming needs.",
        "Choose another method, or add judges.",
    )
    assert second.sentence == "The weights add up to 99."


@pytest.mark.parametrize(
    ("settings", "is_round"),
    [
        (_weighted(60, 40), True),
        (_weighted(60, 39), False),
        (_weighted(30, 30, 40), True),
        (_weighted(10, 10, 15), False),
        (_weighted(1, 1, 1), True),
        (_weighted(7, 7, highest=7), True),
        (_weighted(5, 10, highest=10), False),
    ],
)
def test_weights_that_make_no_round_sum_are_looked_at_unless_alike_or_points(
    settings: Settings, *, is_round: bool
) -> None:
    assert (_told(settings) == []) == is_round


def test_a_bonus_is_not_part_of_the_sum_of_weights() -> None:
    rubric = FINE.setup.rubric
    bonus = Criterion(
        CriterionId("b"),
        "Luck",
        Fraction(1),
        0,
        3,
        kind=CriterionKind.BONUS,
        levels=(Level(1, "x"),),
    )
    with_bonus = replace(FINE.setup, rubric=Rubric((*rubric.criteria, bonus)))

    assert _told(replace(FINE, setup=with_bonus)) == []


def test_criteria_that_do_not_say_what_a_score_means_are_named_or_told_together() -> None:
    first, second = FINE.setup.rubric.criteria
    partly = replace(FINE.setup, rubric=Rubric((first, replace(second, levels=()))))

    assert _told(replace(FINE, setup=partly)) == [
        (Severity.LOOK, "“Pitch delivery” doesn’t say what a score means.")
    ]
    (none,) = troubles(settings_findings(replace(FINE, setup=small_setup())))
    assert none.sentence.startswith("No criterion says what a score means")


@pytest.mark.parametrize(
    ("award", "out", "said"),
    [
        (replace(WINNER, place=4), {}, "Nobody can win “Winner”: only 3 teams can have a place."),
        (
            replace(WINNER, place=3),
            {HERON: Exclusion.WITHDRAWN},
            "Nobody can win “Winner”: only 2 teams can have a place.",
        ),
    ],
)
def test_an_award_that_nobody_can_win_is_wrong(
    award: Award, out: dict[TeamId, Exclusion], said: str
) -> None:
    settings = replace(FINE, awards=(award,), out=out)

    assert _told(settings) == [(Severity.WRONG, said)]


def test_an_award_for_which_no_team_may_be_left_is_wrong() -> None:
    awards = tuple(
        replace(IDEA, id=AwardId(f"a{at}"), title=f"A{at}", passes_over_winners=True)
        for at in range(4)
    )

    assert _told(replace(FINE, awards=awards)) == [
        (Severity.WRONG, "Nobody can win “A3”: every team may have another award by then.")
    ]


@pytest.mark.parametrize(
    ("awards", "said"),
    [
        ((WINNER, SECOND), []),
        ((WINNER, CHOICE), []),
        ((WINNER, replace(IDEA, passes_over_winners=True)), []),
        ((WINNER, IDEA), ["One team can win both “Winner” and “Best idea”."]),
        (
            (WINNER, replace(WINNER, id=AwardId("w2"), title="Champion")),
            ["One team can win both “Winner” and “Champion”."],
        ),
    ],
)
def test_two_awards_that_one_team_can_win_are_looked_at(
    awards: tuple[Award, ...], said: list[str]
) -> None:
    assert [sentence for _, sentence in _told(replace(FINE, awards=awards))] == said


def test_once_the_winners_are_known_only_a_team_that_wins_two_awards_is_named() -> None:
    apart = replace(FINE, awards=(WINNER, IDEA), winners={WINNER.id: (LANTERN,), IDEA.id: (PERCH,)})
    twice = replace(apart, winners={WINNER.id: (LANTERN,), IDEA.id: (PERCH, LANTERN)})

    assert _told(apart) == []
    assert _told(twice) == [(Severity.LOOK, "Lantern wins “Winner” and “Best idea”.")]


def test_an_award_to_a_team_that_is_out_is_looked_at() -> None:
    settings = replace(
        FINE, awards=(CHOICE,), winners={CHOICE.id: (HERON,)}, out={HERON: Exclusion.DISQUALIFIED}
    )

    assert _told(settings) == [(Severity.LOOK, "“Panel’s choice” goes to Heron, which is out.")]


def test_a_judge_who_can_score_no_team_and_a_team_without_a_judge_are_named() -> None:
    idle = replace(FINE, never=frozenset((J2, team) for team in TEAMS))
    unjudged = replace(FINE, never=frozenset((judge, PERCH) for judge in (J1, J2, J3)))

    assert _told(idle) == [
        (Severity.LOOK, "Bo Lund can score no team: recused or absent for all of them.")
    ]
    assert _told(unjudged) == [(Severity.WRONG, "No judge can score Perch.")]


def test_a_team_that_is_out_keeps_no_judge_busy() -> None:
    settings = replace(
        FINE,
        never=frozenset((J2, team) for team in (LANTERN, PERCH)),
        out={HERON: Exclusion.WITHDRAWN},
    )

    assert _told(settings)[0][1].startswith("Bo Lund can score no team")


def test_namesakes_are_said_with_what_they_are_called() -> None:
    first, second, third = FINE.setup.judges
    twice = replace(FINE.setup, judges=(first, replace(second, name="Ada Reed"), third))

    assert _told(replace(FINE, setup=twice)) == [
        (
            Severity.LOOK,
            "2 judges are called Ada Reed. They are listed as Ada Reed (HMRC) and Ada Reed (J2).",
        )
    ]


def test_a_participant_listed_twice_in_one_team_is_looked_at_but_not_one_in_each() -> None:
    zoe, lucja, ann = FINE.setup.participants
    again = replace(zoe, id=ParticipantId("P9"))
    in_one = replace(FINE.setup, participants=(zoe, lucja, ann, again))
    in_two = replace(FINE.setup, participants=(zoe, lucja, ann, replace(again, team=PERCH)))

    assert _told(replace(FINE, setup=in_one)) == [
        (Severity.LOOK, "Zoë Ó Sé is listed 2 times in Lantern.")
    ]
    assert _told(replace(FINE, setup=in_two)) == []


def test_without_teams_or_judges_there_is_nothing_to_say_of_them() -> None:
    empty = replace(FINE.setup, teams=(), judges=(), participants=(), challenges=(), visits=())

    assert _told(replace(FINE, setup=empty)) == []


def test_every_trouble_has_a_remedy() -> None:
    bad = replace(
        _weighted(1, 2),
        refusal="It can’t.",
        never=frozenset((judge, team) for judge in (J1, J2) for team in TEAMS),
        awards=(replace(WINNER, place=9), IDEA, replace(IDEA, id=AwardId("i2"), title="Other")),
    )

    found = troubles(settings_findings(bad))
    assert len(found) > 4
    assert all(one.remedy.endswith(".") for one in found)
