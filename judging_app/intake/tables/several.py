"""Rows that hold several people: "Member 1", "2nd member's e-mail", or titles that come again."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from judging_app.intake.tables.content import Contents, is_email, is_name, most
from judging_app.intake.tables.form import Form
from judging_app.intake.tables.values import addressed
from judging_app.intake.tables.words import named, plain, words

NUMBER_SIGN = "#"
OF_ONE = ("name", "email", "organisation", "role", "sector")
_PARTS = ("first_name", "last_name")
_NUMBERED = re.compile(r"(.*?)(?<![0-9])([1-9][0-9]?)(?:st|nd|rd|th)?(?![0-9a-z])(.*)")
_NAMES = ("name", "first_name")
_FEWEST = 2


def split(taken_for: str) -> tuple[str, int]:
    """A column of ours without its number, and that number; 0 where it has none."""
    column, _, number = taken_for.partition(NUMBER_SIGN)
    return column, int(number or 0)


def several(form: Form, titles: Sequence[str], contents: Contents) -> dict[int, str]:
    """What the columns of each person are taken for, as "name#2", by their places; none if none."""
    if "name" not in form.columns or not form.parts:
        return {}
    for found in (
        _teams(titles, contents),
        _numbered(form, titles),
        _spread(form, titles, contents),
        _again(form, titles),
        _beside_addresses(form, titles, contents),
    ):
        names = [one for one in found.values() if split(one)[0] in _NAMES]
        if len(set(names)) > 1:
            return found
    return {}


def named_by_title(title: str) -> dict[str, str]:
    """What the title of a person's column says of them: their sector, or their team."""
    parts = plain(title).split()
    pairs = map(" ".join, pairwise(parts))
    spelt = (one for one in (*pairs, *parts) if len(one) > 1 and one in words().sectors)
    sector = next((words().sectors[one] for one in spelt), "")
    return {"team": title} if _is_team(title) else {"sector": sector} if sector else {}


def _is_team(title: str) -> bool:
    first, _, rest = plain(title).partition(" ")
    others = words().persons | words().leaders | words().not_within | {"name", "names"}
    return first in words().columns["team"] and bool(rest) and not set(rest.split()) & others


def _teams(titles: Sequence[str], contents: Contents) -> dict[int, str]:
    """Columns of names, each below the name of a team."""
    if not all(_is_team(title) for title in titles if title):
        return {}
    return {
        place: f"name{NUMBER_SIGN}{number}"
        for number, (place, title) in enumerate(
            ((at, one) for at, one in enumerate(titles) if one), start=1
        )
        if most(is_name, contents.at(place))
    }


def _numbered(form: Form, titles: Sequence[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    leaders: dict[int, str] = {}
    ids: dict[int, int] = {}
    for place, title in enumerate(titles):
        base, number = _number(plain(title))
        column = _of_person(form, base)
        if column and number:
            # A number that comes again is somebody else's: "Government 1" and "Industry 1".
            if f"{column}{NUMBER_SIGN}{ids.setdefault(number, number)}" in found.values():
                ids[number] = max(map(_last, found.values())) + 1
            found[place] = f"{column}{NUMBER_SIGN}{ids[number]}"
        elif column and set(plain(title).split()) & words().leaders:
            leaders[place] = f"{column}{NUMBER_SIGN}1"
    if set(leaders.values()) & set(found.values()):
        last = max(map(_last, found.values())) + 1
        leaders = {at: f"{split(one)[0]}{NUMBER_SIGN}{last}" for at, one in leaders.items()}
    return {**leaders, **found}


def _last(taken_for: str) -> int:
    return split(taken_for)[1]


def _number(key: str) -> tuple[str, int]:
    """A title without the number in it, and that number; 0 if there is none."""
    if found := _NUMBERED.fullmatch(key):
        before, number, after = found.groups()
        return f"{before} {after}".strip(), int(number)
    first, _, rest = key.partition(" ")
    place = words().ordinals.get(first, 0)
    if place and set(rest.split()) & words().persons:
        return rest, place
    without = " ".join(word for word in key.split() if word not in words().leaders)
    return without, 0


def _of_person(form: Form, base: str) -> str:
    parts = base.split()
    column = named(base, form.targets)[0]
    if not column and parts and parts[0] in words().persons:
        column = named(" ".join(parts[1:]), form.targets)[0]
    if column in (*OF_ONE, *_PARTS):
        return column
    is_person = set(parts) & words().persons or base == "team"
    return "name" if is_person and column in ("", "members", "team") else ""


def _spread(form: Form, titles: Sequence[str], contents: Contents) -> dict[int, str]:
    """The columns of names that one title stands above, which is over the first of them."""
    for place, title in enumerate(titles):
        if named(title, form.targets)[0] != "members" or not most(_is_one, contents.at(place)):
            continue
        end = place + 1
        while end < len(titles) and not titles[end] and contents.at(end):
            end += 1
        return {
            at: f"name{NUMBER_SIGN}{number}" for number, at in enumerate(range(place, end), start=1)
        }
    return {}


def _beside_addresses(form: Form, titles: Sequence[str], contents: Contents) -> dict[int, str]:
    """Names by whatever title, each with an e-mail address behind it, in a row of a team."""
    columns = [named(title, form.targets)[0] for title in titles]
    teams = contents.at(columns.index("team")) if "team" in columns else ()
    found: dict[int, str] = {}
    if len(teams) < _FEWEST or len(set(teams)) < len(teams):
        return found
    name, number = -1, 0
    for place, title in enumerate(titles):
        cells = contents.at(place)
        if set(plain(title).split()) & words().not_within:
            name = -1
        elif columns[place] in ("", "name") and most(is_name, cells):
            name = place
        elif name >= 0 and most(is_email, cells):
            number += 1
            found |= {name: f"name{NUMBER_SIGN}{number}", place: f"email{NUMBER_SIGN}{number}"}
            name = -1
    return found


def _is_one(text: str) -> bool:
    return is_name(addressed(text)[0])


def _again(form: Form, titles: Sequence[str]) -> dict[int, str]:
    """Titles that come again and again, beside that of the team."""
    columns = [named(title, form.targets)[0] for title in titles]
    keys = Counter(plain(title) for title in titles if title)
    seen: Counter[str] = Counter()
    found: dict[int, str] = {}
    if "team" not in columns:
        return found
    for place, (column, title) in enumerate(zip(columns, titles, strict=True)):
        of = "name" if column == "members" else column
        if of in (*OF_ONE, *_PARTS) and keys[plain(title)] > 1:
            seen[of] += 1
            found[place] = f"{of}{NUMBER_SIGN}{seen[of]}"
    return found
