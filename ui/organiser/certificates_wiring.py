"""Wires the certificate designer: rows from the desk, the page from the paper itself."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from judging_app.desk import undo
from judging_app.desk.certificates import arranging
from judging_app.desk.certificates.making import (
    TELLS_PLACES,
    CertificateSource,
    certificate_source,
)
from judging_app.domain.acts import ArrangeCertificates, act_name
from judging_app.domain.ids import TeamId
from judging_app.domain.papers.certificates import (
    CertificateKind,
    CertificatePlan,
    House,
    Logo,
    Signature,
)
from judging_app.domain.papers.pictures import kept_picture
from judging_app.errors import DeskError, MethodError
from judging_app.present.organiser.certificate_selection import (
    EVERYONE,
    Selection,
    chosen,
    undecided,
)
from judging_app.present.organiser.certificates import CertificateRow
from judging_app.present.organiser.designer import (
    EVERYONE_KEY,
    SHOWN_KEY,
    person_rows,
    printed_text,
    ready_text,
    rows_for,
    tried_names,
    whom_choices,
)
from judging_app.present.organiser.papers import (
    Certificates,
    PaperJob,
    Written,
    mark_text,
    unprintable_text,
)
from ui.day import Day
from ui.file_choice import FileChoice, open_folder
from ui.organiser.certificates import CertificateDesigner, DesignerView
from ui.page_wiring import PageWiring
from ui.paper_wiring import HousePages, failure_text, first_page, writing, written_text
from ui.printing import PrinterChoice
from ui.worker import Worker, raise_bug

SAVED_AFTER_MS = 600
"""Of nothing typed, before a change goes on the record."""

SHARP_AFTER_MS = 100
"""Of no change in the page's size, before it is drawn for it."""


class CertificatesWiring(PageWiring):
    """Serves the designer; the preview follows each key, the record each pause."""

    part_asked = Signal(object)
    """Another `PapersPart`."""

    def __init__(
        self,
        parent: QObject,
        day: Day,
        screen: CertificateDesigner,
        choice: FileChoice,
        printers: PrinterChoice,
    ) -> None:
        super().__init__(parent)
        self._day, self._screen, self._choice, self._printers = day, screen, choice, printers
        self._plan = CertificatePlan()
        self._kind, self._shown, self._whom = CertificateKind.PARTICIPANTS, 0, EVERYONE_KEY
        self._source: CertificateSource | None = None
        self._made: tuple[PaperJob, Path | None] | None = None
        self._told = ""
        self._saved_in: Path | None = None
        self._pause = QTimer(self, singleShot=True, interval=SAVED_AFTER_MS)
        self._pause.timeout.connect(self._record)
        self._worker, self._pages = Worker(self), HousePages(self)
        self._pages.drawn.connect(screen.houses.show_pages)
        self._worker.finished.connect(self._show_made)
        self._worker.failed.connect(self._show_failure)
        day.actor_changed.connect(self._forget)
        self._sharpen = QTimer(self, singleShot=True, interval=SHARP_AFTER_MS)
        self._sharpen.timeout.connect(self._show_sharp)
        screen.page.resized.connect(self._sharpen.start)
        screen.plan_changed.connect(self._try)
        screen.house_asked.connect(self._take_house)
        screen.kind_asked.connect(self._show_kind)
        screen.whom_asked.connect(self._show_whom)
        screen.shown_asked.connect(self._show_row)
        screen.tried_asked.connect(self._show_tried)
        screen.out.answered.connect(self._decide)
        screen.marks.logo_asked.connect(self._add_logo)
        screen.marks.signature_asked.connect(self._add_signature)
        screen.paper.background_asked.connect(self._add_background)
        screen.template_asked.connect(self._save_template)
        screen.template_taken.connect(self._take_template)
        screen.save_asked.connect(self._save)
        screen.print_asked.connect(self._print)
        screen.undo_asked.connect(self._undo)
        screen.folder_asked.connect(self._open_folder)
        screen.head.asked.connect(self.part_asked)

    def refresh(self) -> None:
        """Show the plan as it is kept, of what is so now."""
        self._plan, self._told = arranging.plan(self._day.desk), ""
        self._read()
        self._show()

    def flush(self) -> bool:
        """Put what was changed on the record."""
        if self._pause.isActive():
            self._record()
        return True

    def _record(self) -> None:
        self._pause.stop()
        if self._plan != arranging.plan(self._day.desk):
            self._day.act(arranging.arrange, self._plan)
            self._show()

    def _read(self) -> None:
        """Read once what all certificates follow from; those of places wait for a result."""
        desk, actor = self._day.desk, self._day.actor
        try:
            self._source = certificate_source(desk, actor, [*CertificateKind])
        except MethodError:
            self._source = certificate_source(desk, actor, {*CertificateKind} - TELLS_PLACES)

    def _forget(self) -> None:
        """What one person was shown, and of one event, is not for the next."""
        self._pause.stop()
        self._pages.forget()
        self._source = None
        self._kind, self._shown, self._whom = CertificateKind.PARTICIPANTS, 0, EVERYONE_KEY
        self._worker.cancel()
        self._screen.show_page(None)

    def _try(self, plan: object) -> None:
        assert isinstance(plan, CertificatePlan)  # noqa: S101 - the screen's own signal
        self._plan, self._told = plan, ""
        self._show()
        self._pause.start()

    def _take_house(self, house: object) -> None:
        assert isinstance(house, House)  # noqa: S101 - the screen's own signal
        self._try(replace(self._plan, design=replace(self._plan.design, house=house)))

    def _decide(self, team: TeamId, gets: bool) -> None:  # noqa: FBT001 - a signal's
        plan = self._plan
        if gets:
            self._try(replace(plan, out_with=(*plan.out_with, team)))
        else:
            self._try(replace(plan, out_without=(*plan.out_without, team)))

    def _show(self) -> None:
        source = self._source
        if source is None:
            return
        plan, kind = self._plan, self._kind
        every = {one: source.rows(one, plan) for one in CertificateKind}
        rows = rows_for(self._whom, every[kind], plan)
        self._shown = min(self._shown, max(0, len(rows) - 1))
        job = self._job(source, rows)
        self._screen.show_view(
            DesignerView(
                plan,
                kind,
                {one: len(chosen(found, EVERYONE, plan)) for one, found in every.items()},
                names=tuple(row.name for row in rows),
                shown=self._shown,
                whom=self._whom,
                whom_choices=whom_choices(every[kind], plan),
                people=person_rows(every[kind], plan),
                count=len(_rows(job)),
                out=undecided(every[kind], plan),
                told=self._told or self._missing(job) or ready_text(kind, len(rows), job.mark),
                is_saved=bool(self._told) and self._saved_in is not None,
                is_undoable=self._is_undoable(),
            )
        )
        one = _of_one(job, rows[self._shown]) if rows else None
        self._screen.show_page(self._drawn(one) if one else None)
        self._pages.ask(one)

    def _job(self, source: CertificateSource, rows: tuple[CertificateRow, ...]) -> PaperJob:
        """The certificates that would be made now; of nobody's, none."""
        wanted = rows[self._shown :][:1] if self._whom == SHOWN_KEY else rows
        keys = tuple(row.key for row in wanted) or ("",)
        return source.job(self._kind, plan=self._plan, selection=Selection(keys=keys))

    def _wanted(self) -> PaperJob | None:
        if self._source is None:
            return None
        every = self._source.rows(self._kind, self._plan)
        return self._job(self._source, rows_for(self._whom, every, self._plan))

    def _missing(self, job: PaperJob) -> str:
        from judging_app.export.papers import unprintable_in  # noqa: PLC0415 - ReportLab comes late

        return unprintable_text(unprintable_in(job))

    def _drawn(self, job: PaperJob) -> QImage:
        return first_page(job, self._screen.page.pixels).image

    def _show_sharp(self) -> None:
        """Draw the page again for the room that it has now."""
        if self._day.is_open and self._day.is_signed_in and self._screen.isVisible():
            self._show()

    def _show_kind(self, kind: object) -> None:
        assert isinstance(kind, CertificateKind)  # noqa: S101 - the screen's own signal
        self._kind, self._shown, self._whom, self._told = kind, 0, EVERYONE_KEY, ""
        self._show()

    def _show_whom(self, whom: str) -> None:
        if whom != SHOWN_KEY:
            self._shown = 0
        self._whom, self._told = whom, ""
        self._show()

    def _show_row(self, row: int) -> None:
        self._shown = row
        self._show()

    def _show_tried(self, which: str) -> None:
        if self._source is not None:
            every = self._source.rows(self._kind, self._plan)
            rows = rows_for(self._whom, every, self._plan)
            if rows:
                self._show_row(getattr(tried_names(rows), which))

    def _is_undoable(self) -> bool:
        last = undo.undoable(self._day.desk, self._day.actor)
        return last is not None and last.act == act_name(ArrangeCertificates)

    def _undo(self) -> None:
        self.flush()
        self._day.act(undo.undo)
        self.refresh()

    def _add_logo(self) -> None:
        def add(code: str) -> CertificatePlan:
            design = self._plan.design
            return replace(self._plan, design=replace(design, logos=(*design.logos, Logo(code))))

        self._add_picture(self._choice.picture("Choose a logo"), add)

    def _add_signature(self, number: int) -> None:
        def add(code: str) -> CertificatePlan:
            signed = [*self._plan.design.signatures]
            signed += [Signature()] * (number + 1 - len(signed))
            signed[number] = replace(signed[number], picture=code)
            design = replace(self._plan.design, signatures=tuple(signed))
            return replace(self._plan, design=design)

        question = "Choose the picture of a signature"
        self._add_picture(self._choice.picture(question), add)

    def _add_background(self) -> None:
        def add(code: str) -> CertificatePlan:
            return replace(self._plan, design=replace(self._plan.design, background=code))

        self._add_picture(self._choice.letterhead(), add)

    def _add_picture(self, path: Path | None, add: Callable[[str], CertificatePlan]) -> None:
        if path is None:
            return
        try:
            content = _picture(path)
        except DeskError as refusal:
            self._day.refused.emit(str(refusal), "attention")
            return
        self._day.act(arranging.keep_picture, content)
        self._read()
        self._try(add(kept_picture(content).code))
        self.flush()

    def _save_template(self) -> None:
        from judging_app.files import save_all  # noqa: PLC0415 - only here

        self.flush()
        if folder := self._choice.papers_folder("Folder for the template"):
            content = arranging.template(self._day.desk)
            name = f"{self._day.desk.event().title} - certificates.json"
            try:
                from judging_app.export.file_names import file_name  # noqa: PLC0415

                safe = file_name(name.removesuffix(".json"), ".json")
                save_all(folder, [(safe, content)])
            except DeskError as refusal:
                self._day.refused.emit(str(refusal), "attention")
                return
            self._tell(f"Saved as {safe}.", folder)

    def _take_template(self) -> None:
        path = self._choice.template()
        if path is None:
            return
        try:
            taken = arranging.read_template(path.read_bytes())
        except OSError:
            self._day.refused.emit(f"{path.name} can’t be read. Choose another file.", "attention")
            return
        except DeskError as refusal:
            self._day.refused.emit(str(refusal), "attention")
            return
        for content in taken.pictures.values():
            self._day.act(arranging.keep_picture, content)
        self._read()
        self._try(replace(self._plan, design=taken.design))
        self.flush()

    def _save(self) -> None:
        self.flush()
        folder = self._choice.papers_folder("Folder for the certificates")
        if folder is None:
            return
        job = self._wanted()
        if job is not None and self._worker.start(writing(job, folder)):
            self._made = job, folder

    def _print(self) -> None:
        from ui.printing import print_paper  # noqa: PLC0415 - what prints comes late

        self.flush()
        try:
            printer = self._printers.printer(is_one_sided=True)
        except DeskError as refusal:
            self._tell(str(refusal))
            return
        if printer is None:
            return
        job = self._wanted()
        if job is not None and self._worker.start(
            partial(print_paper, job, printer, is_one_sided=True)
        ):
            self._made = job, None

    def _show_made(self, result: object) -> None:
        if isinstance(result, Written) and self._made is not None:
            job, folder = self._made
            if not job.mark:  # a draft is made again once the result is out
                done = sorted({*self._plan.done, *(row.done_as for row in _rows(job))})
                self._plan = replace(self._plan, done=tuple(done))
                self._day.act(arranging.arrange, self._plan)
            where = Path(folder.name) if folder else None
            text = written_text(job, where, result) if where else printed_text(result.pages)
            self._tell("\n".join(one for one in (text, mark_text(job.mark)) if one), folder)

    def _show_failure(self, error: object) -> None:
        self._tell(failure_text(error, "certificates"))
        raise_bug(error)

    def _open_folder(self) -> None:
        if self._saved_in is not None:
            open_folder(self._saved_in)

    def _tell(self, text: str, folder: Path | None = None) -> None:
        """Say what became of what was asked for, and where it is if it was saved."""
        self._told, self._saved_in = text, folder
        self._show()


def _of_one(job: PaperJob, row: CertificateRow) -> PaperJob:
    made = job.rows
    assert isinstance(made, Certificates)  # noqa: S101 - as the desk makes them
    return replace(job, rows=replace(made, rows=(row,)))


def _rows(job: PaperJob) -> tuple[CertificateRow, ...]:
    assert isinstance(job.rows, Certificates)  # noqa: S101 - as the desk makes them
    return job.rows.rows


def _picture(path: Path) -> str:
    """A picture for papers in base64; of a PDF its first page."""
    # Pillow and the reader of PDF come late.
    from judging_app.export.letterhead import letterhead  # noqa: PLC0415
    from judging_app.intake.logo import load_logo, read_logo  # noqa: PLC0415

    if path.suffix.lower() == ".pdf":
        return read_logo(path.name, letterhead(path))
    return load_logo(path)
