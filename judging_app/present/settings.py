"""What was found in an event's settings, as it is shown."""

from collections.abc import Mapping, Sequence

from judging_app.closed_sets import complete
from judging_app.domain.event import Phase
from judging_app.planning.settings_check import Finding, Severity, Subject, troubles
from judging_app.words import capitalised, counted

SEVERITY_WORDS: Mapping[Severity, str] = complete(
    {Severity.WRONG: "Wrong", Severity.LOOK: "Look", Severity.RIGHT: "Right"}
)


def told(finding: Finding) -> str:
    """What was found, then what to do about it."""
    return f"{finding.sentence} {finding.remedy}".rstrip()


def desk_notes(findings: Sequence[Finding], phase: Phase) -> tuple[str, ...]:
    """What the host's desk says of them before the next act.

    Once scoring is closed only awards can still be changed, and the desk, which others may see,
    names no winner.
    """
    found = troubles(findings)
    if phase is Phase.SETTING_UP:
        return tuple(f"{SEVERITY_WORDS[one.severity]}: {told(one)}" for one in found)
    about = [one for one in found if one.subject is Subject.AWARDS]
    if phase is not Phase.CLOSED or not about:
        return ()
    return (f"Look at the awards before the reveal: {counted(len(about), 'thing')} to decide.",)


def summary_text(findings: Sequence[Finding]) -> str:
    """How much there is to look at: "1 thing is wrong. 2 things to look at."."""
    count = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
    wrong, look = count[Severity.WRONG], count[Severity.LOOK]
    said = []
    if wrong:
        said.append(f"{counted(wrong, 'thing')} {'is' if wrong == 1 else 'are'} wrong.")
    if look:
        said.append(f"{counted(look, 'thing')} to look at.")
    return capitalised(" ".join(said)) or "Nothing in the settings looks wrong."
