"""The ways to announce the result, in words."""

from judging_app.closed_sets import complete
from judging_app.domain.reveal import RevealKind

KIND_WORDS = complete(
    {
        RevealKind.LAST_TO_FIRST: "From last to first",
        RevealKind.BY_CRITERION: "Criterion by criterion",
        RevealKind.BY_JUDGE: "Judge by judge",
        RevealKind.BY_SECTOR: "Sector by sector",
        RevealKind.AWARDS: "Awards only",
    }
)
