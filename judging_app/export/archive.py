"""An event and its papers in one file to keep: a ZIP that says what each file's digest is."""

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from judging_app.export.papers import drawn
from judging_app.export.progress import Progress, unwatched
from judging_app.files import save
from judging_app.present.organiser.papers import PaperJob

SUMS = "SHA256SUMS.txt"
READ_ME = "READ ME.txt"

_EXPLAINED = """\
This is a pitch day as it was kept.

{event} is the event itself. Open it with Pitch day, or check it:
    judging-app verify "{event}"
The PDF files are its papers. {sums} has the SHA-256 digest of every file here.
"""
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The same in every archive, so that the same event gives the same bytes."""


def write_archive(
    path: Path,
    event: str,
    content: bytes,
    jobs: Sequence[PaperJob],
    progress: Progress = unwatched,
) -> None:
    """Save the event `content` under its name with the papers, whole or not at all.

    Raises:
        OutputError: if it can't be saved.
    """
    save(path, archived(event, content, jobs, progress))


def archived(
    event: str, content: bytes, jobs: Sequence[PaperJob], progress: Progress = unwatched
) -> bytes:
    """The bytes of the archive."""
    files = dict(_files(event, content, jobs, progress))
    sums = "".join(f"{hashlib.sha256(one).hexdigest()}  {name}\n" for name, one in files.items())
    files[SUMS] = sums.encode()
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, one in files.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), one, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _files(
    event: str, content: bytes, jobs: Sequence[PaperJob], progress: Progress
) -> Iterator[tuple[str, bytes]]:
    yield READ_ME, _EXPLAINED.format(event=event, sums=SUMS).encode()
    yield event, content
    for done, job in enumerate(jobs):
        progress(done, len(jobs))
        for one in drawn(job):
            yield one.file_name, one.paper.content
    progress(len(jobs), len(jobs))
