"""Prints papers on a printer of this computer: each as it was made, at its own size."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from judging_app.errors import DeskError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from judging_app.present.organiser.papers import PaperJob, Written

NO_PRINTER = "No printer is set up on this computer. Save as PDF, and print it elsewhere."
NOT_TAKEN = "The printer took nothing. See whether it is switched on, then print again."

SHARPEST = 600
"""Dots an inch beyond which a printed letter looks no better."""


class PrinterChoice:
    """Files are saved by the button beside it, so its dialog offers none."""

    _dialog: "QPrintDialog | None" = None

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def printer(self, *, is_one_sided: bool) -> "QPrinter | None":
        """A printer as it was chosen; `None` if the dialog was cancelled.

        Raises:
            DeskError: where this computer has none.
        """
        # It loads what the system prints by, which takes its time.
        from PySide6.QtPrintSupport import (  # noqa: PLC0415
            QAbstractPrintDialog,
            QPrintDialog,
            QPrinter,
            QPrinterInfo,
        )

        if not QPrinterInfo.availablePrinterNames():
            raise DeskError(NO_PRINTER)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if is_one_sided:
            printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
        self._dialog = dialog = QPrintDialog(printer, self._parent)
        # All pages are printed, and in the size that they were made in.
        for option in (
            QAbstractPrintDialog.PrintDialogOption.PrintToFile,
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
            QAbstractPrintDialog.PrintDialogOption.PrintShowPageSize,
        ):
            dialog.setOption(option, on=False)
        try:
            is_chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
        finally:
            self._dialog = None
            dialog.deleteLater()
        return printer if is_chosen else None

    def leave(self) -> None:
        """Cancel the dialog that is open, if one is: whoever opened it has gone."""
        if self._dialog is not None:
            self._dialog.reject()


def print_paper(
    job: "PaperJob",
    printer: "QPrinter",
    progress: Callable[[int, int], None],
    *,
    is_one_sided: bool,
) -> "Written":
    """Send a paper to a printer, each page at its real size; off the interface's thread.

    Raises:
        DeskError: if the printer can't be written to.
    """
    # ReportLab and the reader of PDF come late.
    from judging_app.export.papers import drawn  # noqa: PLC0415
    from judging_app.export.preview import page_sizes  # noqa: PLC0415
    from judging_app.present.organiser.papers import Filing, Written  # noqa: PLC0415

    (paper,) = (one.paper for one in drawn(_untrimmed(replace(job, filing=Filing.ONE_FILE))))
    sizes = page_sizes(paper.content)
    printer.setDocName(job.stem)
    asked = printer.duplex()
    if is_one_sided:
        printer.setDuplex(printer.DuplexMode.DuplexNone)
    printer.setFullPage(True)
    _take_size(printer, *sizes[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise DeskError(NOT_TAKEN)
    try:
        for number, size in enumerate(sizes):
            progress(number, len(sizes))
            if number:
                _take_size(printer, *size)
                printer.newPage()
            _paint(painter, printer, paper.content, number)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        printer.setDuplex(asked)
    progress(len(sizes), len(sizes))
    return Written((), len(sizes), paper.unprintable)


def _untrimmed(job: "PaperJob") -> "PaperJob":
    """Without the marks to cut by, which make the sheet larger: they are for a printer's shop."""
    from judging_app.present.organiser.papers import Certificates  # noqa: PLC0415

    if not isinstance(job.rows, Certificates):
        return job
    return replace(job, rows=replace(job.rows, design=replace(job.rows.design, has_marks=False)))


def _take_size(printer: "QPrinter", wide: float, high: float) -> None:
    """Set the sheet to a page's own size in points, to its edges."""
    is_wide = wide > high
    upright = QSizeF(min(wide, high), max(wide, high))
    across = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, across, QMarginsF()))


def _paint(painter: QPainter, printer: "QPrinter", paper: bytes, number: int) -> None:
    from judging_app.export.preview import tiles  # noqa: PLC0415

    dots = min(printer.resolution(), SHARPEST)
    painter.save()
    painter.scale(printer.resolution() / dots, printer.resolution() / dots)
    for tile in tiles(paper, number, dots):
        one = tile.picture
        image = QImage(one.pixels, one.wide, one.high, one.stride, QImage.Format.Format_RGBX8888)
        painter.drawImage(tile.left, tile.top, image)
    painter.restore()
