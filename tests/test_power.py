"""What the system tells of the battery."""

from pathlib import Path

import pytest

from judging_app.power import Power, of_pmset, of_supplies


def _supply(folder: Path, **told: str) -> None:
    folder.mkdir()
    for name, words in told.items():
        (folder / name).write_text(f"{words}\n")


@pytest.mark.parametrize(
    ("status", "is_plugged_in"), [("Discharging", False), ("Charging", True), ("Full", True)]
)
def test_linux_tells_of_the_computers_own_battery(
    tmp_path: Path, status: str, *, is_plugged_in: bool
) -> None:
    _supply(tmp_path / "AC", type="Mains", online="0")
    _supply(tmp_path / "BAT0", type="Battery", status=status, capacity="83")
    _supply(tmp_path / "mouse", type="Battery", scope="Device", status="Discharging", capacity="5")

    assert of_supplies(tmp_path) == Power(is_plugged_in, 83)


def test_a_computer_without_a_battery_has_nothing_to_tell(tmp_path: Path) -> None:
    _supply(tmp_path / "AC", type="Mains", online="1")

    assert of_supplies(tmp_path) is None
    assert of_pmset("Now drawing from 'AC Power'\n") is None


def test_macos_tells_by_its_own_sentence() -> None:
    battery = "Now drawing from '{}'\n -InternalBattery-0 (id=1)\t61%; {}; 3:20 remaining\n"

    on_battery = of_pmset(battery.format("Battery Power", "discharging"))
    plugged_in = of_pmset(battery.format("AC Power", "charging"))

    assert on_battery == Power(is_plugged_in=False, percent=61)
    assert plugged_in == Power(is_plugged_in=True, percent=61)
