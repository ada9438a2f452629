"""The first page of a paper as an image, with how many pages there are."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from judging_app.present.organiser.papers import PaperJob
from ui.worker import Progress


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The image, and how many pages and files the paper is of."""

    image: QImage
    pages: int


def first_page(job: PaperJob, wide: int, progress: Progress | None = None) -> FirstPage:
    """Draw a paper, and its first page so many pixels wide."""
    # ReportLab and the reader of PDF come late.
    from judging_app.export.papers import drawn  # noqa: PLC0415
    from judging_app.export.preview import page_picture  # noqa: PLC0415
    from judging_app.export.progress import unwatched  # noqa: PLC0415

    papers = [named.paper for named in drawn(job, progress or unwatched)]
    picture = page_picture(papers[0].content, 0, wide)
    size = (picture.wide, picture.high, picture.stride)
    image = QImage(picture.pixels, *size, QImage.Format.Format_RGBX8888).copy()
    return FirstPage(image, sum(paper.pages for paper in papers))
