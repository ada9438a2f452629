"""The bytes of a bundle to the event that it carries, once every one of them was checked."""

from pathlib import Path

from judging_app.bundle.archive import MOST_BYTES, members
from judging_app.bundle.bundle import MANIFEST, Bundle, entries_of, head_of, tables_of
from judging_app.bundle.checking import checked
from judging_app.errors import BundleError


def read_bundle(data: bytes) -> Bundle:
    """The bundle in `data`.

    Raises:
        BundleError: if anything in it isn't as it was written; the text names the place.
    """
    files = {one.name: one.content for one in members(data)}
    signed_by = checked(data, files)
    return Bundle(head_of(files[MANIFEST]), tables_of(files), entries_of(files), signed_by)


def bundle_data(path: Path) -> bytes:
    """The bytes of a file that should be a bundle.

    Raises:
        BundleError: if it can't be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise BundleError(f"{path.name} can’t be read ({why}). Choose another file.") from error
