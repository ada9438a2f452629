"""An event's tables as one JSON document: `docs/schemas/event-data.schema.json`."""

import json

from judging_app.bundle.bundle import EventData, head_values
from judging_app.bundle.cells import row_values
from judging_app.bundle.tables import Form, forms
from judging_app.present.formats import EVENT_DATA


def json_text(data: EventData) -> str:
    """The document, a line to each row; its columns are those of the CSV files."""
    said = {**head_values(data.head), **EVENT_DATA.head}
    lines = [f"  {_json(key)}: {_json(value)}," for key, value in said.items()]
    tables = ",\n".join(
        _table(form, rows)
        for name, form in forms().items()
        if (rows := getattr(data.tables, name)) is not None
    )
    return "\n".join(["{", *lines, f"  {_json('tables')}: {{", tables, "  }", "}", ""])


def _table(form: Form, rows: tuple[object, ...]) -> str:
    named = (zip(form.text_columns, row_values(form, row), strict=True) for row in rows)
    written = ",\n".join(f"      {_json(dict(one))}" for one in named)
    inside = f"\n{written}\n    " if written else ""
    return f"    {_json(form.name)}: [{inside}]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
