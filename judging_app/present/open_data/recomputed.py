"""What came out when a bundle was worked out again, and what a bundle is, in words."""

from judging_app.bundle.bundle import Bundle
from judging_app.bundle.recomputing import Recomputed
from judging_app.present.numbers import for_programs
from judging_app.present.open_data.kinds import READER_WORDS
from judging_app.present.organiser.signatures import key_code
from judging_app.present.time_of_day import moment_text
from judging_app.present.words.ballots import EXCLUSION_WORDS
from judging_app.present.words.methods import exact_score_text, score_text
from judging_app.words import listed

HEADS = ("Place", "Team", "Score", "Exact", "By the scores")
RIGHT = frozenset({0, 2, 4})
"""The columns of figures."""


def recomputed_rows(bundle: Bundle, found: Recomputed) -> list[tuple[str, ...]]:
    """A row to each team, in the announced order."""
    names = {one.team: one.name for one in bundle.tables.teams or ()}
    method = found.result.method
    rows: list[tuple[str, ...]] = []
    for one, scored in found.result.in_both_orders():
        shown = score_text(method, one.score) if one.score is not None else ""
        exact = exact_score_text(method, one.score) if one.score is not None else ""
        place = EXCLUSION_WORDS[one.exclusion] if one.exclusion else _place(one.place, one.is_tied)
        by_scores = _place(scored.place, scored.is_tied) if one.place else ""
        rows.append((place, names[one.team], shown, for_programs(exact), by_scores))
    return rows


def _place(place: int | None, is_tied: bool) -> str:  # noqa: FBT001 - a standing's two parts
    if place is None:
        return "–"
    return f"={place}" if is_tied else str(place)


def verdict(bundle: Bundle, found: Recomputed) -> str:
    """Whether the bundle holds what comes out of it."""
    if found.is_same:
        return (
            "Worked out again from the ballots: every place, score and award is the bundle’s own. "
            f"Code of the result: {bundle.head.code or 'none yet'}."
        )
    names = {one.team: one.name for one in bundle.tables.teams or ()}
    if not found.differences:
        return "The code of the result isn’t the one that the bundle gives. Ask for it again."
    others = listed([names.get(team, team) for team in found.differences])
    return f"The bundle gives another result than its ballots do for {others}. Ask for it again."


def bundle_text(bundle: Bundle) -> tuple[str, ...]:
    """What a bundle is, once every byte of it was checked."""
    head = bundle.head
    who = READER_WORDS[head.audience][0]
    said = [
        "Every byte is as it was written.",
        f"For: {who.lower()}. {'With' if head.has_names else 'Without'} names.",
        f"As recorded at {moment_text(head.as_of)}.",
        f"Code of the result: {head.code or 'none yet'}.",
    ]
    if not bundle.signed_by:
        said.append("It isn’t signed: it was saved on a computer without the event’s key.")
    else:
        key = key_code(bundle.signed_by)
        said.append(f"Signed with the key {key}. Compare it with the one on the record at closing.")
    return tuple(said)
