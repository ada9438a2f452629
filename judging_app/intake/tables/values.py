"""Spellings of values that mean the same, made one by rules that are told."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from judging_app.intake.tables.content import is_wide
from judging_app.intake.tables.words import answer_key, plain, words

_LAST_FIRST = re.compile(r"([^,\d]+),\s*([^,\d()]+?)(?:\s*\([^()]*\))?")
_TWICE = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_FIRST_WORD = re.compile(r"[^\W_]+")
_ENOUGH = 0.5
_FIRST_AND_LAST = 2
_MEMBER = re.compile(r"(.*?)[\s<(\[]+([^\s<>()\[\]]+@[^\s<>()\[\]]+)[>)\]]?")
_NUMBERING = re.compile(r"^\s*(?:[0-9]{1,2}[.)]|[-•*–])\s+")


def understood(column: str, text: str) -> str:
    """The one spelling for `text` in that column; unknown ones stay as they are."""
    if column == "email":
        return text.casefold().removeprefix("mailto:") if "@" in text else text
    if column in ("consent", "private"):
        return words().answers.get(answer_key(text), text)
    if column == "sector":
        return words().sectors.get(plain(text), text)
    if column == "name":
        name = _NUMBERING.sub("", text)
        return _once(name) if name.endswith(")") else name
    return text


def joined_name(first: str, last: str) -> str:
    """A name of its two parts, in the order in which it is said."""
    if first and last and is_wide(first) and is_wide(last):
        return f"{last}{first}"
    return " ".join(part for part in (first, last) if part)


def as_shown(name: str, preferred: str) -> str:
    """A name with what somebody wants to be called in it: "Beth" makes "Beth Hall" of a first name.

    A preferred name of several words, or in a script without blanks between them, is a whole one.
    """
    parts, wanted = name.split(), preferred.split()
    if len(wanted) != 1 or len(parts) < _FIRST_AND_LAST or is_wide(preferred):
        return preferred or name
    folded = [one.casefold() for one in parts]
    if preferred.casefold() in folded:  # one of several first names
        at = folded.index(preferred.casefold())
        return name if at == len(parts) - 1 else " ".join(parts[at:])
    return " ".join((preferred, *parts[1:]))


def _once(name: str) -> str:
    """A name that stands there as it was shown and, in brackets, as it is: "Ada (Ada Rees)"."""
    found = _TWICE.fullmatch(name)
    short, whole = found.groups() if found else (name, name)
    return whole if set(plain(short).split()) < set(plain(whole).split()) else name


def are_turned(names: Iterable[str]) -> bool:
    """Whether a column of names has the last name first, with a comma behind it."""
    found = [name for name in names if name.strip()]
    turned = sum(turned_round(name) != name for name in found)
    return len(found) > 1 and turned >= _ENOUGH * len(found)


def turned_round(name: str) -> str:
    """A name with its last name first, and a comma behind that, as it is said."""
    found = _LAST_FIRST.fullmatch(name.strip())
    if found is None or plain(found[2]).replace(" ", "") in words().not_people["behind_a_name"]:
        return name
    return f"{found[2].strip()} {found[1].strip()}"


def members(text: str) -> Iterator[tuple[str, str]]:
    """The people whom one cell names, each with an e-mail address or without."""
    for one in re.split(r"[\n\r;]+" if re.search(r"[\n\r;]", text) else r",", text):
        name = _NUMBERING.sub("", one).strip()
        if name:
            yield addressed(name)


def addressed(text: str) -> tuple[str, str]:
    """A name, and the e-mail address that stands behind it; empty if there is none."""
    found = _MEMBER.fullmatch(text) if "@" in text else None
    return (found[1].strip(), found[2]) if found and found[1].strip() else (text, "")


def is_total(cells: Iterable[str]) -> bool:
    """Whether a row counts the ones above it: it says so, and holds nothing else but figures."""
    filled = [cell for cell in cells if cell.strip()]
    begins = _FIRST_WORD.search(filled[0]) if filled else None
    if begins is None or not (
        begins[0][0].isdigit()
        or begins[0].casefold() in _total_begins()
        or filled[-1].strip().isdecimal()
    ):
        return False  # as nearly every row, and at once
    first = plain(filled[0])
    rest = [plain(cell) for cell in filled[1:]]
    totals = words().not_people["total"]
    of_group = bool(rest) and first.rpartition(" ")[2] in totals  # "Lantern total", 7
    is_named = first in totals or _counted(first) or of_group
    return is_named and all(one.replace(" ", "").isdigit() or one in totals for one in rest)


@cache
def _total_begins() -> frozenset[str]:
    return frozenset(one.split()[0] for one in words().not_people["total"])


def _counted(text: str) -> bool:
    """Whether it is a total with its figure in one cell: "Total 38", "38 people"."""
    before, _, last = text.rpartition(" ")
    first, _, after = text.partition(" ")
    return (last.isdigit() and before in words().not_people["total"]) or (
        first.isdigit() and after in words().not_people["counted"]
    )
