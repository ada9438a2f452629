"""What of a set-up may change when: anything before scoring opens, names for ever.

Nothing may change that a score's meaning follows from. What changes who took part in what, once
scoring has opened, takes a reason.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.domain.event import Phase
from judging_app.domain.set_up.rows import KINDS, RowValue, SetupChange


class ChangeNeed(Enum):
    """What a change needs, from nothing to what nothing helps with."""

    NOTHING = "nothing"
    REASON = "a reason"
    SETTING_UP = "that scoring hasn't opened"
    NOT_CLOSED = "a reason, and that scoring hasn't closed"


@dataclass(frozen=True, slots=True)
class Rule:
    """What it needs once scoring has opened to add a row, to remove one, and to change a field.

    The fields in `free` may change for ever.
    """

    adding: ChangeNeed
    removing: ChangeNeed
    changing: ChangeNeed
    free: frozenset[str] = frozenset()


_FREE, _REASON = ChangeNeed.NOTHING, ChangeNeed.REASON
_OPEN, _BEFORE = ChangeNeed.NOT_CLOSED, ChangeNeed.SETTING_UP
_RULES: Mapping[str, Rule] = {
    "organisations": Rule(_FREE, _FREE, _FREE),
    "teams": Rule(_OPEN, _BEFORE, _REASON, frozenset({"name", "said"})),
    "participants": Rule(
        _REASON,
        _REASON,
        _REASON,
        frozenset({"name", "listed_name", "said", "naming", "email", "role"}),
    ),
    "challenges": Rule(_REASON, _REASON, _REASON),
    "visits": Rule(_REASON, _REASON, _REASON),
    "criteria": Rule(_BEFORE, _BEFORE, _BEFORE),
    "judges": Rule(_OPEN, _OPEN, _REASON, frozenset({"name", "title", "said"})),
    "mentors": Rule(_REASON, _REASON, _REASON, frozenset({"name", "office", "said"})),
}
assert set(_RULES) == set(KINDS)  # noqa: S101 - a kind without a rule could change at any time

_WHAT: Mapping[str, str] = {
    "organisations": "an organisation",
    "teams": "a team",
    "participants": "a participant",
    "challenges": "a challenge",
    "visits": "a visit",
    "criteria": "the rubric",
    "judges": "a judge",
    "mentors": "a mentor",
}


def needs(change: SetupChange) -> Iterator[tuple[str, ChangeNeed]]:
    """What each row of a change needs once scoring has opened, by its kind."""
    for kind, rule in _RULES.items():
        for was, now in change.rows(kind):
            yield kind, _need(rule, was, now)


def _need(rule: Rule, was: RowValue | None, now: RowValue | None) -> ChangeNeed:
    if was is None:
        return rule.adding
    if now is None:
        return rule.removing
    changed = {one.name for one in fields(was) if getattr(was, one.name) != getattr(now, one.name)}
    return ChangeNeed.NOTHING if changed <= rule.free else rule.changing


def needs_reason(change: SetupChange, phase: Phase) -> bool:
    """Whether somebody has to say why."""
    wanted = (ChangeNeed.REASON, ChangeNeed.NOT_CLOSED)
    return phase is not Phase.SETTING_UP and any(need in wanted for _, need in needs(change))


def refusal(change: SetupChange, phase: Phase, named: Mapping[str, frozenset[str]]) -> str:
    """Why a change can't be made now; empty if it can.

    `named` are the ids, by kind, that something on the record refers to.
    """
    for kind in KINDS:
        for was, now in change.rows(kind):
            hangs = was is not None and str(was.id) in named[kind]
            if hangs and (now is None or kind == "criteria"):
                return _HANGS.format(what=_WHAT[kind].capitalize())
    if phase is Phase.SETTING_UP:
        return ""
    for kind, need in needs(change):
        if said := _REFUSED[need](kind, phase):
            return said
    return ""


def _never(_kind: str, _phase: Phase) -> str:
    return ""


def _until_closed(kind: str, phase: Phase) -> str:
    if phase is Phase.SCORING:
        return ""
    what = _WHAT[kind].capitalize()
    return f"{what} can’t be added or removed once scoring is closed: the result would change."


def _until_opened(kind: str, _phase: Phase) -> str:
    if kind == "teams":
        return "A team can’t be removed once scoring has opened. Withdraw it at the host’s desk."
    return "The rubric is locked since scoring opened, and can’t change any more."


_REFUSED: Mapping[ChangeNeed, Callable[[str, Phase], str]] = complete(
    {
        ChangeNeed.NOTHING: _never,
        ChangeNeed.REASON: _never,
        ChangeNeed.SETTING_UP: _until_opened,
        ChangeNeed.NOT_CLOSED: _until_closed,
    }
)
_HANGS = (
    "{what} that ballots, conflicts of interest or decisions on the record are about can’t be "
    "removed or changed in this way."
)
