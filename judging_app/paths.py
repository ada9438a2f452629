"""Where the application's own files lie."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
"""Beside `judging_app`: in a checkout, in a wheel and in a frozen build alike."""


def own_folder() -> Path:
    """The folder for what this computer remembers (its device id, recent events)."""
    import platformdirs  # noqa: PLC0415 - the first window needs none of it

    return platformdirs.user_data_path("pitchday", appauthor=False, ensure_exists=True)
