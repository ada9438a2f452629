"""Which device writes: a name made up once and kept on this computer."""

import secrets

from judging_app.domain.ids import DeviceId
from judging_app.paths import own_folder

_BYTES = 4


def this_device() -> DeviceId:
    """This computer's id, made at random the first time it is asked for."""
    kept = own_folder() / "device"
    try:
        return DeviceId(kept.read_text(encoding="ascii").strip())
    except (OSError, UnicodeDecodeError):
        device = secrets.token_hex(_BYTES)
    try:
        kept.write_text(device, encoding="ascii")
    except OSError:
        return DeviceId(device)  # a computer that keeps nothing gets a new id each time
    return DeviceId(device)
