"""Writes `docs/schemas/event-data.schema.json`: python -m docs.event_data_schema."""

import json
from pathlib import Path

from judging_app.bundle.tables import CellKind, Column, Form, forms
from judging_app.closed_sets import complete
from judging_app.domain.event import Ballots, Reader
from judging_app.present.formats import EVENT_DATA

PAGE = Path(__file__).parent / "schemas" / "event-data.schema.json"

_TYPES = complete(
    {
        CellKind.TEXT: {"type": "string"},
        CellKind.WHOLE: {"type": "integer"},
        CellKind.TRUTH: {"type": "boolean"},
        CellKind.DAY: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        CellKind.TIME: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+-]+$"},
        CellKind.FRACTION: {"type": "integer"},
    }
)


def schema() -> dict[str, object]:
    """The schema, from the tables themselves."""
    heads: dict[str, object] = {
        "format": {"const": f"judging-app {EVENT_DATA.name}"},
        "version": {"const": EVENT_DATA.version},
        "application": {"type": "string"},
        "event": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "record": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "as_of": _TYPES[CellKind.TIME],
        "audience": {"enum": [one.value for one in Reader]},
        "has_names": {"type": "boolean"},
        "ballots": {"enum": [one.value for one in Ballots]},
        "code": {"type": "string", "pattern": "^(([0-9A-Z]{4}-){3}[0-9A-Z]{4})?$"},
        "tables": {
            "type": "object",
            "properties": {name: _table(form) for name, form in forms().items()},
        },
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "An event, as judging-app export --kind open-data writes it",
        "description": "docs/bundle.md says who gets which table; exact numbers are two columns.",
        "type": "object",
        "required": [*heads],
        "properties": heads,
    }


def _table(form: Form) -> dict[str, object]:
    columns = {name: _column(column) for column in form.columns for name in column.text_columns}
    rows = {"type": "object", "required": [*columns], "properties": columns}
    return {"description": form.about, "type": "array", "items": rows}


def _column(column: Column) -> dict[str, object]:
    held: dict[str, object] = {**_TYPES[column.kind], "description": column.about}
    if column.may_be_empty:
        held["type"] = [held["type"], "null"]
    return held


def text() -> str:
    """The file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
