"""Names that break software: 63 of them, each with its reason in the file."""

import json
from pathlib import Path

HARD_NAMES: tuple[str, ...] = tuple(
    entry["name"]
    for entry in json.loads((Path(__file__).parent / "data" / "hard-names.json").read_text("utf-8"))
)
