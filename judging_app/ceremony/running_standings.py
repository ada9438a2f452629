"""The running steps of a reveal that adds one part of the result after the other."""

from judging_app.ceremony.part_order import Parts, part_order
from judging_app.domain.ids import TeamId
from judging_app.domain.reveal import RevealStep, RunningPlace, StepKind


def running_steps(
    parts: Parts, winners: frozenset[TeamId], *, top: int | None, is_numbered: bool
) -> tuple[RevealStep, ...]:
    """One step for each part but the last, which the places announce; none for a single part.

    With `top`, a step holds the teams in these running places only. Numbered, the parts are
    judges without their names: "Judge 1" is the one announced first, whatever place in the panel.
    """
    order = part_order(parts, winners)
    return tuple(
        RevealStep(
            StepKind.RUNNING,
            part=f"Judge {number}" if is_numbered else parts.titles[part],
            running=_within(top, parts.running(order[:number])),
        )
        for number, part in enumerate(order[:-1], start=1)
    )


def _within(top: int | None, running: tuple[RunningPlace, ...]) -> tuple[RunningPlace, ...]:
    if top is None:
        return running
    return tuple(one for one in running if one.place is not None and one.place <= top)
