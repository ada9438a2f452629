"""The events opened before on this computer, newest first."""

import json
from contextlib import suppress
from pathlib import Path

from judging_app.errors import DeskError
from judging_app.files import save
from judging_app.paths import own_folder
from judging_app.present.start.start import RecentRow

MOST = 8


class Recent:
    """Keeps a short list of paths with titles; what can't be read or kept is done without."""

    def __init__(self) -> None:
        self._kept = own_folder() / "recent.json"

    def rows(self) -> tuple[RecentRow, ...]:
        """The events whose files are still there."""
        return tuple(
            RecentRow(path, title, _place(Path(path)))
            for path, title in self._read()
            if Path(path).is_file()
        )

    def remember(self, path: Path, title: str) -> None:
        """Put an event first."""
        kept = str(path.resolve())
        others = [(other, name) for other, name in self._read() if other != kept]
        content = json.dumps([(kept, title), *others][:MOST])
        with suppress(DeskError):
            save(self._kept, content.encode())

    def _read(self) -> list[tuple[str, str]]:
        try:
            rows = json.loads(self._kept.read_text(encoding="utf-8"))
            return [(str(path), str(title)) for path, title in rows]
        except (OSError, ValueError, TypeError):
            return []


def _place(path: Path) -> str:
    with suppress(ValueError):
        return str(Path("~") / path.relative_to(Path.home()))
    return str(path)
