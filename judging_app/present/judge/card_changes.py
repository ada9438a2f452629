"""What of a scorecard on show is not as it was, in words for whoever can't see it."""

from judging_app.present.judge.card import ScorecardView
from judging_app.words import capitalised


def changed_text(before: ScorecardView, now: ScorecardView) -> str:
    """The scores and comments of one ballot that changed; or its state, once it is closed."""
    if before.is_open and not now.is_open:
        return capitalised(now.state.words)
    scores = [
        f"{new.title}, {new.state_text}"
        for old, new in zip(before.criteria, now.criteria, strict=True)
        if old.chosen != new.chosen
    ]
    is_reworded = (before.for_team, before.for_panel) != (now.for_team, now.for_panel)
    return "; ".join([*scores, *(["Comment"] if is_reworded else [])])


def is_same_card(one: ScorecardView, other: ScorecardView) -> bool:
    """Whether they are of one ballot, so that what is being written on it can stay."""
    return _shape(one) == _shape(other)


def _shape(view: ScorecardView) -> object:
    return view.team_id, tuple((row.criterion_id, row.keys, row.typed) for row in view.criteria)
