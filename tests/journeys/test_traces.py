"""What a day leaves on the computer beside the event, its copies and its papers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk.small_event import PINS

ROOT = Path(__file__).parents[2]
PLACES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR")
PEOPLE = ("Ada Reed", "Bo Lund", "Cy Orr", "Zoë", "Łucja", "Ann Lee", "example.org")
TEAMS = ("Lantern", "Heron")


@pytest.mark.row(60)
def test_a_day_leaves_no_name_no_score_and_no_pin_outside_the_events_own_folder(
    tmp_path: Path,
) -> None:
    home, event = tmp_path / "home", tmp_path / "event"
    event.mkdir()
    places = {name: home / name for name in PLACES}
    for place in places.values():
        place.mkdir(parents=True)

    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.traced_day", str(event)],
        cwd=ROOT,
        env=os.environ | {name: str(place) for name, place in places.items()} | {"HOME": str(home)},
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    left = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    kept = {path.relative_to(home).parts[:2] for path in left}
    assert kept <= {("XDG_DATA_HOME", "pitchday"), ("XDG_CONFIG_HOME", "QtProject.conf")}
    secret = [*PEOPLE, *TEAMS, *PINS.values()]
    assert [
        (path.name, word)
        for path, content in left.items()
        for word in secret
        if word.encode() in content or word.encode("ascii", "backslashreplace") in content
    ] == []
    # That an event was opened, and where it lies, is in the application's own list alone.
    naming = {path.name for path, content in left.items() if str(event).encode() in content}
    assert naming == {"kept.json"}
