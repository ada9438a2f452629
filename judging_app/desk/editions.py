"""The editions of the published result, and what a later one changed."""

from judging_app.desk.desk import Desk
from judging_app.desk.remarks import remark
from judging_app.desk.standings import declared_standings
from judging_app.domain.editions import Edition
from judging_app.errors import DeskError
from judging_app.present.organiser.verification import record_text
from judging_app.store import event_rows


def editions(desk: Desk) -> tuple[Edition, ...]:
    """Every edition that was published, the first first."""
    return tuple(one for one in event_rows.editions(desk.file.db) if one.standings)


def edition_number(desk: Desk) -> int:
    """The number of the edition that is published, or is being made."""
    return max((one.number for one in event_rows.editions(desk.file.db)), default=1)


def record_line(desk: Desk) -> str:
    """What stands on every paper: the record code, and which edition of the result it is."""
    return record_text(desk.record_code(), edition_number(desk))


def to_publish(desk: Desk) -> Edition:
    """The edition that publishing makes now.

    Raises:
        MethodError: if the declared method gives no result.
    """
    found = event_rows.editions(desk.file.db)
    standings = declared_standings(desk)
    if not found:
        return Edition(1, standings)
    return Edition(found[-1].number, standings, found[-1].why, found[-1].agreed_by)


def to_amend(desk: Desk, why: str, agreed_by: str) -> Edition:
    """The edition that amending begins.

    Raises:
        DeskError: without what was wrong and who agreed.
    """
    said, agreed = remark(why), remark(agreed_by)
    if not said:
        raise DeskError("Say what is wrong with the published result; it is read out and printed.")
    if not agreed:
        raise DeskError("Say who agreed to amend the result; it is printed.")
    return Edition(edition_number(desk) + 1, (), said, agreed)
