"""What is out follows from the steps told, by whichever keys they were reached."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from judging_app.ceremony.reveal import reveal_plan
from judging_app.ceremony.told import Told, told, told_places
from judging_app.domain.ids import AwardId
from judging_app.domain.reveal import RevealKind, RevealStep, RunningPlace, StepKind
from judging_app.domain.standings import Standing
from tests.ceremony.columns import A, B, C, any_standings, columns

PARTS = columns((5, 1, 1), (1, 3, 1), (1, 2, 2))
BEST, FIRST = AwardId("best"), AwardId("first")

kinds = st.sampled_from(RevealKind)
keys = st.lists(st.sampled_from((-1, 1, "start", "end")), max_size=30)


@given(kinds, any_standings(), keys)
def test_any_keys_that_end_at_a_step_show_what_telling_up_to_it_showed(
    kind: RevealKind, standings: tuple[Standing, ...], pressed: list[int | str]
) -> None:
    steps = reveal_plan(kind, standings, parts=PARTS).steps
    forward = list(accumulate(steps, Told.and_then, initial=Told()))

    at = 0
    for key in pressed:
        match key:
            case "start":
                at = 0
            case int():
                at = min(max(at + key, 0), len(steps))
            case _:
                at = len(steps)

        assert told(steps[:at]) == forward[at]


@given(kinds, any_standings())
def test_each_step_lets_out_the_places_of_its_own_teams_only(
    kind: RevealKind, standings: tuple[Standing, ...]
) -> None:
    steps = reveal_plan(kind, standings, parts=PARTS).steps

    for at, step in enumerate(steps):
        new = told_places(steps[: at + 1]) - told_places(steps[:at])
        assert new == (frozenset() if step.kind is StepKind.RUNNING else frozenset(step.teams))


def test_running_standings_tell_no_place() -> None:
    running = (RunningPlace(A, 1, None),)
    step = RevealStep(StepKind.RUNNING, part="Idea", running=running)

    assert told([step]) == Told(part="Idea", running=running)
    assert told_places([step]) == frozenset()


def test_an_award_is_out_only_once_its_winner_is() -> None:
    steps = (
        RevealStep(StepKind.AWARD, award=BEST),
        RevealStep(StepKind.WINNER, teams=(A,), award=BEST),
    )

    assert told(steps[:1]).named == {BEST}
    assert told(steps[:1]).awards == frozenset()
    assert told(steps).awards == {BEST}
    assert told(steps).named == frozenset()


def test_a_special_award_tells_no_place_and_one_for_a_place_does() -> None:
    special = RevealStep(StepKind.WINNER, teams=(A,), award=BEST)
    for_a_place = RevealStep(StepKind.WINNER, 1, (B, C), FIRST)

    assert told_places([special]) == frozenset()
    assert told_places([special, for_a_place]) == {B, C}


def test_a_place_gives_every_award_that_was_named_for_it() -> None:
    steps = (
        RevealStep(StepKind.AWARD, award=FIRST),
        RevealStep(StepKind.AWARD, award=BEST),
        RevealStep(StepKind.PLACE, 1, (A,), FIRST),
    )

    assert told(steps).awards == {FIRST, BEST}
    assert told_places(steps) == {A}
