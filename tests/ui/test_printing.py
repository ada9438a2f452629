from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from benchmarks.certificates import DAY, rows
from judging_app.domain.papers.certificates import CertificateDesign, PaperSize
from judging_app.errors import DeskError
from judging_app.export.papers import drawn
from judging_app.export.preview import page_picture
from judging_app.present.organiser.papers import Certificates, PaperJob
from ui.printing import NO_PRINTER, PrinterChoice, print_paper
from ui.worker import CancelledError

LETTER = CertificateDesign(size=PaperSize.LETTER)
_DOTS = 150


class Recorded(QPrinter):
    """Tells on which sides it is asked to print, and whether it was told to give up."""

    def __init__(self) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.sides = [QPrinter.DuplexMode.DuplexAuto]
        self.is_given_up = False

    def duplex(self) -> QPrinter.DuplexMode:
        return self.sides[-1]

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:  # noqa: N802 - Qt's own name
        self.sides.append(duplex)

    def abort(self) -> bool:
        self.is_given_up = True
        return super().abort()


@pytest.fixture
def printer(qtbot: QtBot, tmp_path: Path) -> Recorded:
    del qtbot  # a printer needs an application
    made = Recorded()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(_DOTS)
    return made


def job(design: CertificateDesign = LETTER) -> PaperJob:
    return PaperJob(Certificates(tuple(rows(2)), DAY, design), "Certificates")


def test_each_page_is_printed_at_its_real_size_as_it_would_be_saved(printer: Recorded) -> None:
    marked = CertificateDesign(size=PaperSize.LETTER, has_marks=True)

    written = print_paper(job(marked), printer, lambda _done, _of: None, is_one_sided=True)

    content = Path(printer.outputFileName()).read_bytes()
    pages = PdfReader(printer.outputFileName()).pages
    assert (written.pages, len(pages)) == (2, 2)
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {
        (792, 612)
    }
    saved = next(iter(drawn(job()))).paper.content
    assert ink(content) == pytest.approx(ink(saved), rel=0.1)


def ink(paper: bytes) -> float:
    pixels = page_picture(paper, 1, 11 * _DOTS).pixels
    return 255 * len(pixels) - sum(pixels)


def test_certificates_are_printed_on_one_side_and_what_follows_as_it_was_chosen(
    printer: Recorded,
) -> None:
    print_paper(job(), printer, lambda _done, _of: None, is_one_sided=True)

    one, auto = QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexAuto
    assert printer.sides == [auto, one, auto]


def test_a_print_that_is_cancelled_is_given_up(printer: Recorded) -> None:
    def cancel(done: int, _of: int) -> None:
        if done:
            raise CancelledError

    with pytest.raises(CancelledError):
        print_paper(job(), printer, cancel, is_one_sided=True)

    assert printer.is_given_up


def test_a_computer_without_a_printer_says_so_in_one_sentence(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", list)
    parent = QWidget()
    qtbot.addWidget(parent)

    with pytest.raises(DeskError, match="No printer is set up") as refused:
        PrinterChoice(parent).printer(is_one_sided=True)

    assert str(refused.value) == NO_PRINTER
