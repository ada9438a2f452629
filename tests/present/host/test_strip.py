from dataclasses import replace

import pytest

from judging_app.domain.event import Phase
from judging_app.present.host.desk import ActView, HostAct
from judging_app.present.host.strip import (
    DayStand,
    DayStep,
    StepAct,
    StepState,
    StripView,
    strip_view,
)


def _main(act: HostAct, *, is_offered: bool = True, blockers: tuple[str, ...] = ()) -> ActView:
    return ActView(act, act.value, is_offered, blockers, "", asks_reason=False)


SETTING_UP = DayStand(Phase.SETTING_UP, _main(HostAct.OPEN_SCORING), turns=6)
SCORING = DayStand(Phase.SCORING, _main(HostAct.CLOSE_SCORING), turns_begun=5, turns=6, to_come=15)
CLOSED = DayStand(Phase.CLOSED, _main(HostAct.PUBLISH))
PUBLISHED = DayStand(Phase.PUBLISHED, _main(HostAct.NONE, is_offered=False))


def now(view: StripView) -> list[DayStep]:
    return [step.step for step in view.steps if step.state is StepState.NOW]


def sentence(view: StripView) -> str:
    return " ".join(part for part in (view.lead, view.act_text, view.rest) if part)


@pytest.mark.parametrize(
    ("stand", "on"),
    [
        (SETTING_UP, [DayStep.OPEN]),
        (SCORING, [DayStep.PITCHES]),
        (replace(SCORING, is_last_turn_over=True), [DayStep.CLOSE]),
        (CLOSED, [DayStep.DECIDE]),
        (replace(CLOSED, steps=6), [DayStep.DECIDE]),
        (replace(CLOSED, steps=6, is_confirmed=True), [DayStep.REVEAL]),
        (replace(CLOSED, steps=6, steps_told=6, is_confirmed=True), [DayStep.PUBLISH]),
        (replace(PUBLISHED, steps=6, steps_told=6), []),
    ],
)
def test_one_step_is_on_and_all_before_it_are_done(stand: DayStand, on: list[DayStep]) -> None:
    view = strip_view(stand)

    assert now(view) == on
    states = [step.state for step in view.steps]
    assert states == sorted(states, key=[StepState.DONE, StepState.NOW, StepState.LATER].index)


@pytest.mark.parametrize(
    ("stand", "said"),
    [
        (SETTING_UP, "Next step: Open scoring…"),
        (SCORING, "Next step: Close scoring… when 15 more ballots are in"),
        (replace(SCORING, to_come=1), "Next step: Close scoring… when 1 more ballot is in"),
        (replace(SCORING, to_come=0), "Next step: Close scoring… All ballots are in"),
        (CLOSED, "Next step: Prepare the reveal"),
        (replace(CLOSED, steps=6), "Next step: Confirm the reveal"),
        (replace(CLOSED, steps=6, is_confirmed=True), "Next step: Start the reveal 6 steps left"),
        (
            replace(CLOSED, steps=6, steps_told=5, is_confirmed=True),
            "Next step: Continue the reveal 1 step left",
        ),
        (
            replace(CLOSED, steps=6, steps_told=6, is_confirmed=True),
            "Next step: Publish the result…",
        ),
        (PUBLISHED, "The result is published"),
    ],
)
def test_the_one_next_step_is_told_in_a_sentence(stand: DayStand, said: str) -> None:
    assert sentence(strip_view(stand)) == said


def test_how_far_the_pitches_and_the_reveal_have_got_stands_on_their_steps() -> None:
    pitches = strip_view(SCORING).steps[1]
    reveal = strip_view(replace(CLOSED, steps=6, steps_told=4, is_confirmed=True)).steps[4]

    assert (pitches.text, reveal.text) == ("Pitches · 5 of 6", "Reveal · 4 of 6")
    assert strip_view(SCORING).now_text == "Step 2 of 6: Pitches · 5 of 6"


@pytest.mark.parametrize("steps", [0, 6])
def test_a_reveal_that_the_audience_never_saw_is_not_ticked(steps: int) -> None:
    view = strip_view(replace(PUBLISHED, steps=steps))

    later = [step.step for step in view.steps if step.state is not StepState.DONE]
    assert later == [DayStep.REVEAL]
    assert view.now_text == "Published without the whole reveal"


def test_closing_is_always_reached_while_scoring_is_open_and_from_nowhere_else() -> None:
    for stand in (SETTING_UP, SCORING, CLOSED, PUBLISHED):
        close = next(step for step in strip_view(stand).steps if step.step is DayStep.CLOSE)

        assert (close.act is StepAct.MAIN) is (stand is SCORING)


def test_who_may_not_publish_reads_who_does() -> None:
    stand = replace(
        CLOSED,
        main=_main(HostAct.PUBLISH, is_offered=False),
        steps=2,
        steps_told=2,
        is_confirmed=True,
    )

    view = strip_view(stand)
    assert sentence(view) == "Next step: the organiser publishes the result"
    assert view.act is StepAct.NONE


def test_what_is_in_the_way_of_opening_is_said_with_the_remedy() -> None:
    main = _main(
        HostAct.OPEN_SCORING, is_offered=False, blockers=("There is no team yet. Add one.",)
    )

    said = sentence(strip_view(replace(SETTING_UP, main=main)))
    assert said == "Next step: open scoring. There is no team yet. Add one."
