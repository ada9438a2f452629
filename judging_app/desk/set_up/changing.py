"""Changing the set-up: before scoring opens in any way, later as the rules allow."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from judging_app.desk.desk import Changed, Desk
from judging_app.domain.acts import ChangeSetUp, DescribeEvent
from judging_app.domain.names import name_key, remark, tidy, tidy_name
from judging_app.domain.roles import Actor
from judging_app.domain.set_up.rows import KINDS, SetupChange, difference, parts
from judging_app.domain.set_up.rules import needs_reason, refusal
from judging_app.domain.setup import Setup
from judging_app.errors import DeskError
from judging_app.store import set_up_rows


def change(desk: Desk, actor: Actor, wanted: Setup, reason: str = "") -> Changed:
    """Make the set-up on the record `wanted`: one act, which can be undone.

    Raises:
        DeskError: if something on the record refers to what would go, scoring has gone too far
            for it, or a reason is missing.
    """
    with desk.doing(actor, ChangeSetUp) as doing:
        found = proposed(desk, wanted)
        phase, named = desk.event().phase, set_up_rows.named_elsewhere(desk.file.db)
        for said in (*_ambiguous(wanted), refusal(found, phase, named)):
            if said:
                raise DeskError(said)
        said = remark(reason)
        if needs_reason(found, phase) and not said:
            raise DeskError(
                "Scoring has opened. Give a reason for this change. It stays on the record."
            )
        if not found.is_nothing:
            doing.record(ChangeSetUp(found.before, found.after), said)
    return doing.changed


def proposed(desk: Desk, wanted: Setup) -> SetupChange:
    """What would change."""
    return difference(set_up_rows.placed(desk.file.db), wanted)


def asks_reason(desk: Desk, wanted: Setup) -> bool:
    """Whether `change` would need a reason for it."""
    return needs_reason(proposed(desk, wanted), desk.event().phase)


def describe(desk: Desk, actor: Actor, title: str, held_on: date | None, venue: str) -> Changed:
    """Change what the event is called, its day and its venue."""
    with desk.doing(actor, DescribeEvent) as doing:
        doing.record(DescribeEvent(tidy_name(title), held_on, tidy(venue)))
    return doing.changed


def _ambiguous(setup: Setup) -> Iterator[str]:
    """What nobody could tell apart."""
    for kind in KINDS:
        twice = [
            key for key, times in Counter(one.id for one in parts(setup, kind)).items() if times > 1
        ]
        if twice:
            yield f"The code {twice[0]} is there twice. Change one of them."
    for kind in ("organisations", "teams"):
        seen: dict[str, str] = {}
        for one in parts(setup, kind):
            name = getattr(one, "name", "")
            if other := seen.get(name_key(name)):
                yield f"“{other}” is there already. Choose another name."
            seen[name_key(name)] = name
