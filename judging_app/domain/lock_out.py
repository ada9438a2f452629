"""How long someone must wait after entering wrong PINs."""

from datetime import timedelta
from math import ceil

FREE_TRIES = 5
FIRST_WAIT_S = 15
LONGEST_WAIT_S = FIRST_WAIT_S * 2**9
LONGEST_PASSPHRASE_WAIT_S = 60
"""Of a passphrase, which nobody guesses in any number of tries: no longer than its owner can wait
whom somebody else has locked out."""


def wait_s(failures: int) -> int:
    """Seconds to wait after so many wrong PINs in a row: none, then 15, 30, 60 and so on.

    Source: the lock-out of VotingWorks VxSuite 4, libs/auth (five free tries, 15 s, doubling).
    """
    if failures < FREE_TRIES:
        return 0
    return min(FIRST_WAIT_S << (failures - FREE_TRIES), LONGEST_WAIT_S)


def remaining_s(failures: int, passed: timedelta, longest_s: int = LONGEST_WAIT_S) -> int:
    """Seconds still to wait when so much has `passed` since the last of the wrong PINs."""
    wait = min(wait_s(failures), longest_s)
    return max(0, ceil(wait - max(0.0, passed.total_seconds())))
