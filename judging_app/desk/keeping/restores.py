"""What the record says of the copies that an event was restored from."""

from collections.abc import Iterable, Iterator

from judging_app.desk.desk import Desk
from judging_app.domain.acts import RestoreEvent, act_name
from judging_app.domain.journal import Entry, is_body_intact
from judging_app.present.start.recovery import restored_text
from judging_app.store.bodies import act_of


def restores(desk: Desk) -> tuple[str, ...]:
    """Each time that the open event was restored, in a sentence."""
    return restored_texts(desk.entries())


def restored_texts(entries: Iterable[Entry]) -> tuple[str, ...]:
    """The same, of the entries of a record."""
    return tuple(_restored(entries))


def _restored(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        if entry.act == act_name(RestoreEvent) and is_body_intact(entry):
            act = act_of(entry.act, entry.body)
            if isinstance(act, RestoreEvent):
                yield restored_text(
                    entry.time,
                    act.copied_at,
                    act.put_back,
                    act.lost,
                    is_compared=act.is_compared,
                )
