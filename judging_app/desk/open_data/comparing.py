"""Events to compare, by their bundles: no event is opened, and nobody signs in.

What was worked out of a bundle is kept on this computer by the digest of its bytes, for nearly all
of the time goes into asking whether the winner stays the same. Nobody is named in it.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from cattrs import Converter

from judging_app import files
from judging_app.bundle.reading import bundle_data, read_bundle
from judging_app.compare.comparison import Comparison, compared
from judging_app.compare.matching import Common, from_text, matched, to_text, with_new
from judging_app.compare.summary import Summary, summary
from judging_app.domain.journal import canonical
from judging_app.errors import BundleError, DeskError
from judging_app.paths import own_folder
from judging_app.store.bodies import with_hooks

Tell = Callable[[int, int], None]
"""Called with how many bundles were read, of how many; it may raise to stop the rest."""

VERSION = 1
"""Of what is kept: one more whenever a figure is worked out in another way."""


def summaries(
    paths: Sequence[Path], tell: Tell | None = None, *, asks_firmness: bool = True
) -> tuple[Summary, ...]:
    """What each bundle's event was like, in the order given; on any thread.

    Without `asks_firmness`, it is there only where it was worked out before.

    Raises:
        BundleError: naming the file that can't be used.
    """
    found = []
    for done, path in enumerate(paths):
        if tell is not None:
            tell(done, len(paths))
        found.append(_summary(path, asks_firmness=asks_firmness))
    return tuple(found)


def comparison(found: Sequence[Summary], matches: Path | None = None) -> Comparison:
    """The events side by side; `matches` says which criteria are the same, and is written if new.

    Raises:
        DeskError: if the file can't be used, or there are too few bundles.
        OutputError: if it can't be written.
    """
    commons = matched(found)
    if matches is None:
        return compared(found, commons)
    before = _matches(matches)
    if before is not None:
        commons = with_new(before, found)
    answer = compared(found, commons)
    if commons != before:
        save_matches(matches, commons, found)
    return answer


def save_matches(path: Path, commons: Sequence[Common], found: Sequence[Summary]) -> None:
    """Save which criteria are the same.

    Raises:
        OutputError: if it can't be saved.
    """
    files.save(path, to_text(commons, found).encode())


def _matches(path: Path) -> tuple[Common, ...] | None:
    try:
        return from_text(path.read_text(encoding="utf-8"), path.name)
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise DeskError(f"{path.name} can’t be read. Choose another file.") from error


def _summary(path: Path, *, asks_firmness: bool) -> Summary:
    data = bundle_data(path)
    digest = hashlib.sha256(data).hexdigest()
    if (kept := _kept(digest)) is not None:
        return kept
    try:
        found = summary(read_bundle(data), digest, asks_firmness=asks_firmness)
    except BundleError as error:
        raise BundleError(f"{path.name}: {error}") from error
    if not asks_firmness:
        return found
    with suppress(OSError):  # a computer that keeps nothing works it out again
        place = _place(digest)
        place.parent.mkdir(mode=0o700, exist_ok=True)
        files.put(place, canonical(_CONVERTER.unstructure(found)).encode())
    return found


def _kept(digest: str) -> Summary | None:
    with suppress(Exception):  # whatever is the matter with it, it is worked out again
        value = json.loads(_place(digest).read_text(encoding="utf-8"))
        return _CONVERTER.structure(value, Summary)
    return None


def _place(digest: str) -> Path:
    return own_folder() / "compared" / f"{digest[:32]} {VERSION}.json"


_CONVERTER = with_hooks(Converter(forbid_extra_keys=True))
