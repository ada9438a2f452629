"""What a later edition of the result says beside its places: what was wrong, and what changed."""

import re
from collections.abc import Mapping, Sequence

from judging_app.domain.event import Phase
from judging_app.domain.ids import TeamId
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Edition, Standing
from judging_app.present.result.standings import StandingRow, StandingsView
from judging_app.present.words.ballots import EXCLUSION_WORDS
from judging_app.present.words.methods import score_text
from judging_app.words import ordinal


def edition_line(code: str, edition: int = 1) -> str:
    """The result's code as every paper carries it; from the second edition on with its number."""
    if not code:
        return ""
    return f"Result code {code}" if edition == 1 else f"Edition {edition} · Result code {code}"


def bare_code(code: str) -> str:
    """A code as it was typed, without words before it: "7K2M-QX3F-9B4T-HW6C".

    Blanks and hyphens don't matter, and the letters that the codes leave out stand for the digits
    that they look like. Source: D. Crockford, Base 32, crockford.com/base32.html.
    """
    typed = _BEFORE_CODE.sub("", code.upper()).translate(_LOOK_ALIKES)
    letters = "".join(letter for letter in typed if letter.isalnum())
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


_BEFORE_CODE = re.compile(r".*(?:CODE|RECORD)[\s:]+", re.DOTALL)
_LOOK_ALIKES = str.maketrans("OIL", "011")


def current_text(edition: int, phase: Phase) -> str:
    """What to say of a paper with the code of the result as it is now."""
    if phase is Phase.PUBLISHED:
        return f"This is the code of edition {edition}, which is published."
    return "This is the code of the result as it is now. It isn’t published yet."


def earlier_text(edition: int, now: int) -> str:
    """What to say of a paper with the code of an edition that was replaced."""
    return (
        f"This is the code of edition {edition}, which edition {now} replaced. Use the newer one."
    )


NO_CODE = "No code was given. Type the four groups from the foot of a paper."
UNKNOWN_CODE = "No result of this event has this code. The paper belongs to another event or file."


def scored_note(row: StandingRow) -> str:
    """What the scores alone give a team whose place the panel decided."""
    place = "no place" if row.scored_place is None else ordinal(row.scored_place)
    joint = "joint " if row.scored_is_tied else ""
    return f"{row.team}: {joint}{place} by the scores alone."


def amended_texts(setup: Setup, editions: Sequence[Edition], now: StandingsView) -> tuple[str, ...]:
    """What a later edition was made for and by whom, then a line for each team that it moved."""
    if not editions or now.edition == 1:
        return ()
    before = [one for one in editions if one.number < now.edition and one.standings]
    own = next((one for one in editions if one.number == now.edition), None)
    if own is None or not before:
        return ()
    changes = edition_changes(setup, before[-1].standings, now)
    is_published = now.phase is Phase.PUBLISHED
    said = "replaces" if is_published else "is being prepared. It will replace"
    return (
        f"Edition {own.number} {said} edition {before[-1].number}.",
        f"What was wrong: {own.why}",
        f"Agreed by: {own.agreed_by}",
        *(changes or ("Every place and score stayed as it was.",)),
    )


def edition_changes(
    setup: Setup, before: Sequence[Standing], now: StandingsView
) -> tuple[str, ...]:
    """A line for each team whose place or score is another one than before."""
    names: Mapping[TeamId, str] = {team.id: team.name for team in setup.teams}
    old = {one.team: one for one in before}
    return tuple(
        f"{names[row.team_id]}: {_was(old.get(row.team_id), now)} → {_is(row, now)}"
        for row in now.rows
        if _was(old.get(row.team_id), now) != _is(row, now)
    )


def _was(one: Standing | None, now: StandingsView) -> str:
    if one is None:
        return "not listed"
    score = "" if one.score is None else score_text(now.method, one.score)
    out = EXCLUSION_WORDS[one.exclusion] if one.exclusion else ""
    return _said(one.place, score, now, out, is_tied=one.is_tied)


def _is(row: StandingRow, now: StandingsView) -> str:
    out = row.place_text if row.is_out else ""
    return _said(row.place, row.score_text, now, out, is_tied=row.is_tied)


def _said(place: int | None, score: str, now: StandingsView, out: str, *, is_tied: bool) -> str:
    if out:
        return out
    if place is None:
        return "no place"
    joint = "joint " if is_tied else ""
    return f"{joint}{ordinal(place)} with {score} {now.full_total_text}"
