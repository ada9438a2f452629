"""A command of the application under a limit that it meets in the middle of its work.

`python -m tests.faults.limited memory=MB ARGUMENTS…` leaves it so many megabytes more than it has
once everything is loaded; `file=BYTES` lets no file grow past that.
"""

import importlib
import pkgutil
import resource
import sys
from pathlib import Path

import judging_app
from judging_app.cli.main import main as command

MB = 2**20


def main() -> int:
    """Load everything, set the limit, and do what is asked."""
    for found in pkgutil.walk_packages(judging_app.__path__, "judging_app."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    limit, value = sys.argv[1].split("=")
    if limit == "memory":
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + int(value) * MB
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(value), int(value)))
    return command(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
