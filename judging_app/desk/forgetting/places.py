"""Where else an event is on this computer and its second place, and deleting it there."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from judging_app.desk.desk import Desk
from judging_app.desk.keeping.copies import RESCUED, chosen_place
from judging_app.domain.acts import ForgetPeople, act_name
from judging_app.paths import own_folder
from judging_app.store import journal
from judging_app.store.keeping import traces
from judging_app.store.keeping.traces import Trace


def other_files(desk: Desk) -> tuple[Trace, ...]:
    """Every file besides the event's own that holds it: safety copies, files kept aside, rescued.

    What somebody put elsewhere, nobody can know.
    """
    chosen = chosen_place()
    others = [chosen] if chosen else []
    with suppress(OSError):
        others.append(own_folder() / RESCUED)
    folders = traces.folders(desk.file.path, others)
    return traces.traces(desk.file.path, journal.first_digest(desk.file.db), folders)


def files_with_people(desk: Desk) -> tuple[Trace, ...]:
    """Those of them that were made before the people of the event were forgotten."""
    return tuple(one for one in other_files(desk) if not _has_forgotten(one.path))


def delete_files(found: Sequence[Trace]) -> tuple[Trace, ...]:
    """Delete them; the answer is what couldn't be."""
    return traces.delete(found)


def _has_forgotten(path: Path) -> bool:
    return traces.has_act(path, act_name(ForgetPeople))
