"""Drawing the run order by lot, so that anyone can draw it again."""

import hashlib
from collections.abc import Sequence

from judging_app.domain.ids import TeamId


def drawn_order(teams: Sequence[TeamId], seed: str) -> tuple[TeamId, ...]:
    """The teams by the SHA-256 digest of the seed and their id, lowest first.

    Any machine and any language gives the same order, which a library's random numbers don't
    promise from one version to the next.
    """
    return tuple(sorted(teams, key=lambda team: (_digest(seed, team), team)))


def _digest(seed: str, team: TeamId) -> str:
    return hashlib.sha256(f"{seed}\0{team}".encode()).hexdigest()
