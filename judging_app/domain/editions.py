"""The editions of a published result: what each said, why it was made, and who agreed."""

from dataclasses import dataclass

from judging_app.domain.standings import Standing


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition; `standings` are empty while it is being made.

    The first has no reason. Every later one says what was wrong, and who agreed to amend it.
    """

    number: int
    standings: tuple[Standing, ...] = ()
    why: str = ""
    agreed_by: str = ""
