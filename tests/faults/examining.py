"""Looks at, opens and checks an event file as a program of its own; a line says what came."""

import json
import sys
from contextlib import closing
from pathlib import Path
from time import process_time

from judging_app.desk.access import first_look
from judging_app.desk.events import open_and_check
from judging_app.errors import DeskError
from judging_app.store.verify import verify_file
from tests.faults.row_run import memory_kb


def _opened(path: Path) -> str:
    with closing(open_and_check(path)) as desk:
        desk.require_trust()
    return ""


def _verified(path: Path) -> str:
    return " ".join(one.what for one in verify_file(path).findings)


def _looked(path: Path) -> str:
    first_look.first_look(path)
    return "looked"


def main() -> None:
    """Examine one file in each way."""
    path, said, begun = Path(sys.argv[1]), {}, process_time()
    for key, ask in {"look": _looked, "open": _opened, "verify": _verified}.items():
        try:
            said[key] = ask(path)
        except DeskError as refusal:
            said[key] = str(refusal)
    told = {"said": said, "s": process_time() - begun, "peak_mb": memory_kb("VmHWM") // 1024}
    sys.stdout.write(f"{json.dumps(told)}\n")


if __name__ == "__main__":
    main()
