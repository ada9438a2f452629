"""Which device writes: a name made up once and kept on this computer."""

import re
import secrets
from pathlib import Path

from judging_app.domain.ids import DeviceId
from judging_app.paths import own_folder

_BYTES = 4


def this_device() -> DeviceId:
    """This computer's id, made at random the first time it is asked for."""
    made = DeviceId(secrets.token_hex(_BYTES))
    try:
        kept = own_folder() / "device"
        if known := _known(kept):
            return known
        kept.write_text(made, encoding="ascii")
    except OSError:
        return made  # a computer that keeps nothing gets a new id each time
    return made


def _known(kept: Path) -> DeviceId | None:
    """The id that was kept; `None` where there is none, or half of one after a crash."""
    text = kept.read_bytes().strip() if kept.exists() else b""
    return DeviceId(text.decode()) if re.fullmatch(rb"[0-9a-f]{8}", text) else None
