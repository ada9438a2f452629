"""Reads a folder's files from their bytes."""

from collections.abc import Mapping

from judging_app.domain.setup import Intake
from judging_app.intake.files import propose
from judging_app.intake.tables.problems import Problems


def read_files(files: Mapping[str, bytes]) -> Intake:
    """What they propose, or everything wrong with them."""
    return propose(files, Problems())
