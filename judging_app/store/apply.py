"""What each act does to the tables; the modules `…_rows` beside this one say it act by act.

Of two entries about one ballot the one with the higher key counts, whichever comes first, so
that the journals of several devices can be joined.
"""

from functools import singledispatch

from sqlite_utils import Database

from judging_app.domain.acts import (
    Act,
    AnnounceKey,
    ForgetPeople,
    HandOutPin,
    Refuse,
    RestoreEvent,
    SetDeleteOn,
    SignOut,
    SignRecord,
)
from judging_app.domain.journal import Entry


@singledispatch
def apply_act(act: Act, db: Database, entry: Entry) -> None:
    """Write to the tables of `db` what `act`, recorded as `entry`, changed."""
    raise TypeError(f"{entry.act} ({type(act).__name__}) isn't known to {db}")


@apply_act.register(HandOutPin)
@apply_act.register(SignOut)
@apply_act.register(AnnounceKey)
@apply_act.register(SignRecord)
@apply_act.register(RestoreEvent)
@apply_act.register(SetDeleteOn)
@apply_act.register(ForgetPeople)
@apply_act.register(Refuse)
def _change_nothing(
    _act: HandOutPin
    | SignOut
    | AnnounceKey
    | SignRecord
    | RestoreEvent
    | SetDeleteOn
    | ForgetPeople
    | Refuse,
    _db: Database,
    _entry: Entry,
) -> None:
    """These are on the record and change no table."""
