"""How long someone must wait after entering wrong PINs."""

from datetime import timedelta
from math import ceil

FREE_TRIES = 5
FIRST_WAIT_S = 15
LONGEST_WAIT_S = FIRST_WAIT_S * 2**9


def wait_s(failures: int) -> int:
    """Seconds to wait after so many wrong PINs in a row: none, then 15, 30, 60 and so on.

    Source: the lock-out of VotingWorks VxSuite 4, libs/auth (five free tries, 15 s, doubling).
    """
    if failures < FREE_TRIES:
        return 0
    return min(FIRST_WAIT_S << (failures - FREE_TRIES), LONGEST_WAIT_S)


def remaining_s(failures: int, passed: timedelta) -> int:
    """Seconds still to wait when so much has `passed` since the last of the wrong PINs."""
    return max(0, ceil(wait_s(failures) - max(0.0, passed.total_seconds())))
