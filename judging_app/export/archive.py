"""An event, its papers and its data in one file to keep: a ZIP that says each file's digest."""

import hashlib
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from judging_app.bundle.archive import SUFFIX
from judging_app.bundle.bundle import bundle_bytes
from judging_app.export.file_names import file_name
from judging_app.export.papers import drawn
from judging_app.export.progress import Progress, unwatched
from judging_app.files import save
from judging_app.present.open_data.job import ArchiveJob
from judging_app.present.open_data.kinds import DATA_STEMS, DataKind

SUMS = "SHA256SUMS.txt"
READ_ME = "READ ME.txt"

_EXPLAINED = """\
This is a pitch day as it was kept.

{event} is the event itself. Open it with Pitch day, or check it:
    judging-app verify "{event}"
The PDF files are its papers. “{bundle}” has all of its data as tables, for any program. Its result
can be worked out again from them:
    judging-app recompute "{bundle}"
{sums} has the SHA-256 digest of every file here.
"""
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The same in every archive, so that the same event gives the same bytes."""


def write_archive(path: Path, job: ArchiveJob, progress: Progress = unwatched) -> None:
    """Save the archive, whole or not at all.

    Raises:
        OutputError: if it can't be saved.
    """
    save(path, archived(job, progress))


def archived(job: ArchiveJob, progress: Progress = unwatched) -> bytes:
    """The bytes of the archive."""
    files = dict(_files(job, progress))
    sums = "".join(f"{hashlib.sha256(one).hexdigest()}  {name}\n" for name, one in files.items())
    files[SUMS] = sums.encode()
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, one in files.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), one, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _files(job: ArchiveJob, progress: Progress) -> Iterator[tuple[str, bytes]]:
    bundle = file_name(DATA_STEMS[DataKind.BUNDLE].format(job.title), SUFFIX)
    explained = _EXPLAINED.format(event=job.file_name, bundle=bundle, sums=SUMS)
    yield READ_ME, explained.encode()
    yield job.file_name, job.content
    yield bundle, bundle_bytes(job.data)
    for done, paper in enumerate(job.papers):
        progress(done, len(job.papers))
        for one in drawn(paper):
            yield one.file_name, one.paper.content
    progress(len(job.papers), len(job.papers))
