"""What may be written in a comment or given as a reason."""

import unicodedata

from judging_app.errors import DeskError

LONGEST = 4000
"""Characters; some two pages of a feedback sheet."""


def remark(text: str) -> str:
    """`text` without blanks around it; it is refused where it can't be kept, never cut.

    Raises:
        DeskError: if it is too long or holds characters that can't be shown.
    """
    said = text.strip()
    if len(said) > LONGEST:
        raise DeskError(f"The text has {len(said)} characters. Shorten it to {LONGEST} or fewer.")
    if any(_is_unusable(letter) for letter in said):
        raise DeskError("The text contains characters that can’t be shown. Type it again.")
    return said


def _is_unusable(letter: str) -> bool:
    # A lone surrogate (Cs) has no UTF-8, so neither the tables nor a digest can take it.
    return letter not in "\n\t" and unicodedata.category(letter) in ("Cc", "Cs")
