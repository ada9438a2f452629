"""What each table and column means, in the words of the W3C's CSV on the Web.

Source: J. Tennison and G. Kellogg, Metadata Vocabulary for Tabular Data, W3C 2015,
https://www.w3.org/TR/tabular-metadata/.
"""

from collections.abc import Iterable, Mapping

from judging_app.bundle.tables import CellKind, Column, Form, forms

CONTEXT = "http://www.w3.org/ns/csvw"

KEYS: Mapping[str, tuple[str, ...]] = {
    "criteria": ("criterion",),
    "organisations": ("organisation",),
    "teams": ("team",),
    "challenges": ("challenge",),
    "participants": ("participant",),
    "visits": ("visit",),
    "mentors": ("mentor",),
    "judges": ("judge",),
    "ballots": ("judge", "team"),
    "scores": ("judge", "team", "criterion"),
    "awards": ("award",),
    "standings": ("team",),
}
"""By which of its columns a row of a table is known, where it is."""


def csvw(files: Iterable[str], *, has_mark: bool = False) -> dict[str, object]:
    """The description of these files of a folder, of which each is a table.

    `has_mark` says that they begin with a byte order mark.
    """
    names = [name.removesuffix(".csv") for name in files]
    return {
        "@context": [CONTEXT, {"@language": "en"}],
        "dc:title": "An event of judging-app as open tables",
        "dialect": {"encoding": "utf-8-sig" if has_mark else "utf-8", "lineTerminators": ["\r\n"]},
        "tables": [_table(forms()[name]) for name in names],
    }


def _table(form: Form) -> dict[str, object]:
    key = KEYS.get(form.name)
    schema: dict[str, object] = {
        "columns": [said for column in form.columns for said in _columns(column)]
    }
    if key:
        schema["primaryKey"] = list(key)
    return {"url": f"{form.name}.csv", "dc:description": form.about, "tableSchema": schema}


def _columns(column: Column) -> list[dict[str, object]]:
    if column.kind is not CellKind.FRACTION:
        return [_said(column, column.name, column.kind.value, column.about)]
    parts = zip(column.text_columns, ("numerator", "denominator"), strict=True)
    return [_said(column, name, "integer", f"{column.about} The {part}.") for name, part in parts]


def _said(column: Column, name: str, datatype: str, about: str) -> dict[str, object]:
    is_required = not column.may_be_empty and column.kind is not CellKind.TEXT
    return {
        "name": name,
        "titles": name,
        "dc:description": about,
        "datatype": datatype,
        "required": is_required,
    }
