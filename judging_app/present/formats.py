"""What the files for programs are: the name and the version that each says at its head."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Json: TypeAlias = Mapping[str, object]
"""What `json.dumps` takes as an object."""


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file, described by `docs/schemas/NAME.schema.json`.

    A key that is added leaves the version; one that goes, or means something else, raises it.
    """

    name: str
    version: int

    @property
    def head(self) -> Json:
        """The first line of every such file."""
        return {"format": f"judging-app {self.name}", "version": self.version}


STANDINGS = Format("standings", 1)
AGREEMENT = Format("agreement", 1)
EVENT_DATA = Format("event data", 1)
