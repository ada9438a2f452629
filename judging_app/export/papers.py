"""Papers into a folder: all of them or none, under names that are safe anywhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from judging_app.errors import OutputError
from judging_app.export.certificates.appearance import appearance_of
from judging_app.export.certificates.batch import NamedPaper, certificates, certificates_each
from judging_app.export.comparison import comparison
from judging_app.export.file_names import file_name, file_names
from judging_app.export.fonts import unprintable
from judging_app.export.leaves.drawing import each_leaf, leaves
from judging_app.export.leaves.web import browser_page
from judging_app.export.merge_list import merge_files
from judging_app.export.pdf import Paper
from judging_app.export.preview import png
from judging_app.export.progress import Progress, unwatched
from judging_app.export.sheet import texts
from judging_app.files import check_folder, prepare_folder, save_within
from judging_app.present.compare.view import ComparisonView
from judging_app.present.leaves.leaf import Leaves
from judging_app.present.organiser.merge_list import MergeList
from judging_app.present.organiser.papers import (
    CertificatePictures,
    Certificates,
    Filing,
    PaperJob,
    Unprintable,
    Written,
    marked,
)


def write_paper(job: PaperJob, folder: Path, progress: Progress = unwatched) -> Written:
    """Write a paper into `folder`: one file, or one each, also in a folder for each team."""
    check_target(folder)
    papers = [*drawn(job, progress)]
    folders: Mapping[str, str] = {}
    if job.filing is Filing.TEAM_FOLDERS:
        teams = dict.fromkeys((*job.teams, *(one.team for one in papers if one.team)))
        folders = dict(zip(teams, file_names(teams, ""), strict=True))
    return _saved(papers, folder, folders)


def drawn(job: PaperJob, progress: Progress = unwatched) -> Iterable[NamedPaper]:
    """A paper as the files that it is of, under their names."""
    is_apart = _is_apart(job)
    match job.rows:
        case Certificates(rows=()) as made:
            raise OutputError(made.none)
        case CertificatePictures(Certificates(rows=()) as made):
            raise OutputError(made.none)
        case Certificates(rows, occasion) as made if is_apart:
            look = appearance_of(made)
            return certificates_each(rows, occasion, look, mark=job.mark, progress=progress)
        case Certificates(rows, occasion) as made:
            look = appearance_of(made)
            paper = certificates(rows, occasion, look, mark=job.mark, progress=progress)
        case CertificatePictures(made):
            each = certificates_each(
                made.rows, made.occasion, appearance_of(made), mark=job.mark, progress=progress
            )
            return map(_pictured, each)
        case MergeList() as rows:
            files = merge_files(rows)
            return [NamedPaper(file_name(job.stem, end), one) for end, one in files.items()]
        case Leaves() as rows if job.is_for_browser:
            return _for_browsers(rows, job)
        case Leaves() as rows if is_apart:
            named = [*each_leaf(rows, mark=job.mark, progress=progress)]
            stems = [marked(f"{job.stem} - {stem}", job.mark) for stem, _ in named]
            names = file_names(stems, ".pdf")
            return [
                NamedPaper(name, one, leaf.team)
                for name, (_, one), leaf in zip(names, named, rows.leaves, strict=True)
            ]
        case rows if draw := _DRAWN.get(type(rows)):
            paper = draw(rows, mark=job.mark, progress=progress)
        case _:
            raise TypeError(f"no paper is drawn from {type(job.rows).__name__}")
    return [NamedPaper(file_name(marked(job.stem, job.mark), ".pdf"), paper)]


def _is_apart(job: PaperJob) -> bool:
    """Whether it goes into several files; one sheet that is no team's stays called as the paper."""
    if job.filing is Filing.ONE_FILE or not isinstance(job.rows, Leaves):
        return job.filing is not Filing.ONE_FILE
    return len(job.rows.leaves) > 1 or any(leaf.team for leaf in job.rows.leaves)


def _for_browsers(rows: Leaves, job: PaperJob) -> list[NamedPaper]:
    if not rows.leaves:
        raise OutputError(rows.none)
    parts = [(job.stem, "", rows)]
    if _is_apart(job):
        parts = [
            (f"{job.stem} - {stem}", leaf.team, replace(rows, leaves=(leaf,)))
            for stem, leaf in zip(rows.stems, rows.leaves, strict=True)
        ]
    names = file_names([marked(stem, job.mark) for stem, _, _ in parts], ".html")
    return [
        NamedPaper(name, Paper(browser_page(part, job.mark).encode(), 0), team)
        for name, (_, team, part) in zip(names, parts, strict=True)
    ]


def _pictured(one: NamedPaper) -> NamedPaper:
    """A certificate as a picture of its page, for where nobody opens a PDF."""
    content = png(one.paper.content, 0, _PICTURE_PIXELS)
    name = f"{one.file_name.removesuffix('.pdf')}.png"
    return replace(one, file_name=name, paper=replace(one.paper, content=content))


_PICTURE_PIXELS = 1600
"""Across a picture to be shared."""

_DRAWN: Mapping[type, Callable[..., Paper]] = {
    Leaves: leaves,
    ComparisonView: comparison,
}
"""Papers of one file that are drawn from their rows alone."""


def unprintable_in(job: PaperJob) -> tuple[Unprintable, ...]:
    """What of a paper would be printed as an empty square; to be told before it is printed."""
    return unprintable(texts(job.rows))


def check_target(folder: Path) -> None:
    """Refuse, before any work is done, a folder that can't be written to or made."""
    check_folder(folder if folder.exists() else folder.parent)


def _saved(papers: Sequence[NamedPaper], folder: Path, folders: Mapping[str, str]) -> Written:
    """Save finished papers, all or none; a folder made for them goes again if they can't be."""
    with _made(folder):
        files = save_within(
            folder,
            [(folders.get(one.team, ""), one.file_name, one.paper.content) for one in papers],
        )
    unprintable = dict.fromkeys(found for one in papers for found in one.paper.unprintable)
    return Written(files, sum(one.paper.pages for one in papers), tuple(unprintable))


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    was_there = folder.exists()
    prepare_folder(folder)
    try:
        yield
    except BaseException:
        if not was_there:
            with suppress(OSError):
                folder.rmdir()
        raise
