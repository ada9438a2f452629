"""Whether this computer runs from its battery, as far as the system tells."""

import ctypes
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_SUPPLIES = Path("/sys/class/power_supply")
_UNKNOWN = 255
"""What Windows says of a battery that it knows nothing of."""


@dataclass(frozen=True, slots=True)
class Power:
    """Whether it is plugged in, and how full the battery is in percent."""

    is_plugged_in: bool
    percent: int


def power() -> Power | None:
    """What the system tells; `None` without a battery, or where it doesn't say."""
    with suppress(OSError, ValueError, subprocess.SubprocessError):
        if sys.platform == "win32":
            return _of_windows()
        if sys.platform == "darwin":
            return of_pmset(_pmset())
        return of_supplies(_SUPPLIES)
    return None


def of_supplies(folder: Path) -> Power | None:
    """What Linux tells in a folder with one folder for each supply."""
    kinds = {one: (one / "type").read_text().strip() for one in sorted(folder.iterdir())}
    batteries = [one for one, kind in kinds.items() if kind == "Battery" and _is_own(one)]
    if not batteries:
        return None
    filled = [int((one / "capacity").read_text()) for one in batteries]
    states = {(one / "status").read_text().strip() for one in batteries}
    return Power("Discharging" not in states, min(filled))


def of_pmset(said: str) -> Power | None:
    """What macOS tells, as `pmset -g batt` says it."""
    _, _, rest = said.partition("InternalBattery")
    percent, sign, _ = rest.partition("%")
    if not sign:
        return None
    return Power("'AC Power'" in said, int(percent.split()[-1]))


def _is_own(supply: Path) -> bool:
    """Whether it is this computer's, and not a mouse's."""
    scope = supply / "scope"
    return not scope.exists() or scope.read_text().strip() != "Device"


def _pmset() -> str:
    asked = ["/usr/bin/pmset", "-g", "batt"]
    done = subprocess.run(  # noqa: S603 - nothing in it comes from anywhere
        asked, capture_output=True, text=True, timeout=2, check=True
    )
    return done.stdout


class _Status(ctypes.Structure):
    """SYSTEM_POWER_STATUS of Windows."""

    _fields_ = (
        ("line", ctypes.c_ubyte),
        ("flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("seconds", ctypes.c_ulong),
        ("full_seconds", ctypes.c_ulong),
    )


def _of_windows() -> Power | None:
    status, system = _Status(), getattr(ctypes, "windll", None)
    if system is None or not system.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    if _UNKNOWN in (status.line, status.percent):
        return None
    return Power(status.line == 1, status.percent)
