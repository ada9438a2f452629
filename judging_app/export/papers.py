"""Papers into a folder: all of them or none, under names that are safe anywhere."""

from collections.abc import Sequence
from pathlib import Path

from judging_app.export.certificates import certificates, certificates_each
from judging_app.export.file_names import file_name
from judging_app.export.progress import IsCancelled, Progress
from judging_app.export.save import save_all
from judging_app.export.score_sheets import AnySheet, score_sheets
from judging_app.present.certificates import CertificateRow
from judging_app.present.papers import Written


def write_certificates(
    rows: Sequence[CertificateRow],
    folder: Path,
    stem: str,
    *,
    is_single_file: bool,
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Written:
    """A file for each certificate, or one file `stem`.pdf with a page for each.

    Raises:
        OutputError: if there is nothing to print or the folder can't be written.
        CancelledError: if `is_cancelled` answers yes; then nothing is there.
    """
    if is_single_file:
        paper = certificates(rows, progress=progress, is_cancelled=is_cancelled)
        files = [(file_name(stem, ".pdf"), paper.content)]
        written = save_all(folder, files, is_cancelled=is_cancelled)
        return Written(written, paper.pages, paper.unprintable)
    papers = list(certificates_each(rows, progress=progress, is_cancelled=is_cancelled))
    written = save_all(
        folder,
        [(one.file_name, one.paper.content) for one in papers],
        is_cancelled=is_cancelled,
    )
    unprintable = tuple(dict.fromkeys(text for one in papers for text in one.paper.unprintable))
    return Written(written, len(papers), unprintable)


def write_score_sheets(
    sheets: Sequence[AnySheet],
    folder: Path,
    stem: str,
    *,
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Written:
    """All sheets in one file, `stem`.pdf.

    Raises:
        OutputError: if there is nothing to print or the folder can't be written.
        CancelledError: if `is_cancelled` answers yes; then nothing is there.
    """
    paper = score_sheets(sheets, progress=progress, is_cancelled=is_cancelled)
    files = [(file_name(stem, ".pdf"), paper.content)]
    written = save_all(folder, files, is_cancelled=is_cancelled)
    return Written(written, paper.pages, paper.unprintable)
