"""Organisations that a list names: those that may be one are asked about."""

from collections.abc import Sequence

from judging_app.domain.names import name_key
from judging_app.intake.importing.alike import groups
from judging_app.intake.importing.draft import Draft
from judging_app.intake.importing.values import Asking, Choice, Doubt, Question
from judging_app.intake.tables.problems import shown
from judging_app.words import listed

_ONE, _APART = "one", "apart"


def join_organisations(
    file: str, named: Sequence[tuple[int, str]], draft: Draft, asking: Asking
) -> None:
    """Add the organisations that are named; those that may be one are asked about."""
    rows: dict[str, list[int]] = {}
    for row, name in named:
        if name:
            rows.setdefault(name, []).append(row)
    known = [name for one in draft.organisations for name in (one.name, *one.other_names)]
    for group in groups((*known, *rows)):
        new = [name for name in group if not draft.knows_organisation(name)]
        there = [one for one in draft.organisations if {one.name, *one.other_names} & set(group)]
        if not new or len(there) > 1:
            continue
        name = there[0].name if there else max(new, key=len)
        others = [one for one in new if name_key(one) != name_key(name)]
        if others and asking.ask(_one_body(file, name, others, rows)) == _ONE:
            for other in others:
                draft.also_called(name, other)


def _one_body(file: str, name: str, others: list[str], rows: dict[str, list[int]]) -> Question:
    at = sorted(row for other in others for row in rows[other])
    return Question(
        f"{Doubt.SAME_ORGANISATION.value}:{name}",
        Doubt.SAME_ORGANISATION,
        file,
        tuple(at),
        "organisation",
        listed([shown(one) for one in others]),
        f"Perhaps the same organisation as {shown(name)}.",
        (Choice(_ONE, f"one organisation: {name}"), Choice(_APART, "different organisations")),
        _ONE,
    )
