"""Wires an import: reading on another thread, what a person says of it, and the one act."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from judging_app.desk.set_up import changing
from judging_app.domain.setup import Setup
from judging_app.errors import IntakeError
from judging_app.intake.importing.keep import kept_from, kept_text
from judging_app.intake.importing.preview import Source, form_of, preview, read_source
from judging_app.intake.importing.shown import (
    columns_view,
    doubt_lines,
    import_view,
    spelling_lines,
)
from judging_app.intake.importing.values import Doubt, FoundList, Preview
from judging_app.intake.sheets.text import MOST_BYTES
from judging_app.intake.tables.matching import Matching, matching, retaken, unmatched
from judging_app.present.set_up.importing import ListKind
from judging_app.words import counted
from ui.day import Day
from ui.file_choice import FileChoice
from ui.kept import keep, kept
from ui.page_wiring import PageWiring
from ui.set_up.importing import ImportScreen
from ui.worker import Progress, Worker, raise_bug

KEPT_AS = "import matchings"
PASTED = "Pasted"
_MOST_KEPT = 40
_Read = tuple[tuple[Source, ...], Preview | None, str]


class ImportWiring(PageWiring):
    """Serves the import; `shown` says that it has begun, `ended` that it is over."""

    shown = Signal()
    ended = Signal()
    said = Signal(str)

    def __init__(self, parent: QObject, day: Day, screen: ImportScreen, choice: FileChoice) -> None:
        super().__init__(parent)
        self._day, self._screen, self._choice = day, screen, choice
        self._worker = Worker(self)
        self._forget()
        self._connect()

    def choose(self) -> None:
        """Ask for files."""
        if paths := self._choice.lists("Import lists"):
            self.take(paths)

    def paste(self) -> None:
        """Take what is in the clipboard, as a spreadsheet puts it there."""
        text = QApplication.clipboard().text()
        if text.strip():
            self._begin([Source(PASTED, text.encode())])
        else:
            self._day.refused.emit(
                "There is no text in the clipboard. Copy the rows first.", "attention"
            )

    def take(self, paths: Iterable[Path]) -> None:
        """Take these files."""
        try:
            self._begin([Source(path.name, _bytes(path)) for path in paths])
        except IntakeError as refusal:
            self._day.refused.emit("\n".join(refusal.problems), "attention")

    def _connect(self) -> None:
        screen, columns, doubts = self._screen, self._screen.columns, self._screen.preview.doubts
        columns.list_asked.connect(self._show_list)
        columns.kind_asked.connect(self._take_kind)
        columns.sheet_asked.connect(self._take_sheet)
        columns.header_asked.connect(self._take_header)
        columns.column_asked.connect(self._take_column)
        doubts.settled.connect(self._settle)
        doubts.reopened.connect(self._reopen)
        doubts.apart_asked.connect(self._take_apart)
        doubts.corrected.connect(self._correct)
        screen.preview_asked.connect(self._show_preview)
        screen.import_asked.connect(self._import)
        screen.left.connect(self._leave)
        screen.cancel_asked.connect(self._worker.cancel)
        screen.other_rows_asked.connect(self._show_other_rows)
        self._worker.progressed.connect(screen.show_progress)
        self._worker.finished.connect(self._show_read)
        self._worker.failed.connect(self._show_failed)
        self._worker.cancelled.connect(self._leave)
        self._day.actor_changed.connect(self._forget)

    def _forget(self) -> None:
        self._worker.cancel()
        self._sources: tuple[Source, ...] = ()
        self._answers: dict[str, str] = {}
        self._apart: frozenset[Doubt] = frozenset()
        self._found: Preview | None = None
        self._lists: tuple[FoundList, ...] = ()
        self._at = self._first = 0

    def _begin(self, sources: Sequence[Source]) -> None:
        self._forget()
        self._sources = tuple(sources)
        self.shown.emit()
        self._screen.begin()
        self._read()

    def _read(self) -> None:
        """Look at everything again, on another thread; what it needs of the event goes along."""
        setup, answers = self._day.desk.recorded_setup(), dict(self._answers)
        sources, before = self._sources, _kept_matchings()

        def read(progress: Progress) -> _Read:
            return _read_all(sources, setup, answers, before, progress)

        if self._worker.start(read):
            self._screen.show_busy(is_busy=True)

    def _show_read(self, result: _Read) -> None:
        self._sources, self._found, problem = result
        self._screen.show_busy(is_busy=False)
        self._lists = self._found.lists if self._found else self._guessed()
        if not self._lists:
            self._day.refused.emit(problem, "attention")
            self._leave()
            return
        self._at = min(self._at, len(self._lists) - 1)
        self._screen.show_problem(problem)
        self._screen.show_busy(is_busy=False)
        self._show_columns()
        if self._found and self._screen.is_previewing:
            self._show_preview()

    def _show_failed(self, error: object) -> None:
        self._screen.show_busy(is_busy=False)
        raise_bug(error)
        self._day.refused.emit(str(error), "attention")
        self._leave()

    def _guessed(self) -> tuple[FoundList, ...]:
        """The sheets of which nothing is understood, for a person to say which column is which."""
        return tuple(
            FoundList(source.name, kind, form, sheet, found)
            for source in self._sources
            for sheet in source.sheets[:1]
            for kind in [source.kind or ListKind.PARTICIPANTS]
            for form in [form_of(kind, source.name)]
            for found in [*source.matchings, _any_matching(source, kind)][:1]
        )

    def _show_columns(self) -> None:
        one = self._lists[self._at]
        self._screen.columns.show_lists([_name(each) for each in self._lists], self._at)
        self._screen.columns.show_view(columns_view(one, self._source(one), self._first))
        if self._found is None:
            self._screen.columns.show_notes((), ())
            self._screen.show_understood("")
            return
        notes = spelling_lines(self._found), self._found.remarks
        self._screen.columns.show_notes(*notes)
        rows = counted(len(self._found.lines), "row")
        doubts = doubt_lines(self._found, self._answers, self._apart)
        asked = sum(not one.is_settled for one in doubts)
        more = f" {counted(asked, 'doubt')} in the preview." if asked else ""
        self._screen.show_understood(
            f"{rows} understood.{more} This is remembered for the next file like it."
        )

    def _source(self, one: FoundList) -> Source:
        return next(source for source in self._sources if source.name == one.source)

    def _show_list(self, at: str) -> None:
        self._at, self._first = int(at), 0
        self._show_columns()

    def _show_other_rows(self) -> None:
        if self._lists:
            self._first += 5
            self._show_columns()

    def _take_kind(self, kind: str) -> None:
        one, of = self._lists[self._at], ListKind(kind)
        form = form_of(of, one.source)
        header = one.matching.header[1]
        found = matching(form, one.sheet, header) or unmatched(form, one.sheet, header)
        self._read_as(found, ListKind(kind))

    def _take_sheet(self, name: str) -> None:
        one = self._lists[self._at]
        sheet = next(sheet for sheet in self._source(one).sheets if sheet.name == name)
        self._read_as(matching(one.form, sheet) or unmatched(one.form, sheet, 1))

    def _take_header(self, row: int) -> None:
        one = self._lists[self._at]
        self._read_as(matching(one.form, one.sheet, row) or unmatched(one.form, one.sheet, row))

    def _take_column(self, place: int, taken_for: str) -> None:
        self._read_as(retaken(self._lists[self._at].matching, place, taken_for))

    def _read_as(self, found: Matching, kind: ListKind | None = None) -> None:
        """Read the list on show in this way, and those beside it as they are read."""
        one = self._lists[self._at]
        said = tuple(
            found if each is one else each.matching
            for each in self._lists
            if each.source == one.source
        )
        self._change(one.source, matchings=said, kind=kind)

    def _change(
        self,
        name: str,
        *,
        matchings: tuple[Matching, ...] | None = None,
        kind: ListKind | None = None,
        fixes: Mapping[tuple[str, int, int], str] | None = None,
    ) -> None:
        self._sources = tuple(
            replace(
                one,
                matchings=one.matchings if matchings is None else matchings,
                kind=kind or one.kind,
                fixes={**one.fixes, **(fixes or {})},
            )
            if one.name == name
            else one
            for one in self._sources
        )
        self._read()

    def _show_preview(self) -> None:
        if self._found is None:
            return
        wanted = self._found.setup
        needs_reason = changing.asks_reason(self._day.desk, wanted)
        view = import_view(self._found, self._answers, self._apart, needs_reason=needs_reason)
        self._screen.show_preview_step(view)

    def _settle(self, doubt: str, code: str) -> None:
        self._answers[doubt] = code
        self._read()

    def _reopen(self, doubt: str) -> None:
        self._answers.pop(doubt, None)
        self._read()

    def _take_apart(self, doubt: str) -> None:
        self._apart |= {Doubt(doubt)}
        self._show_preview()

    def _correct(self, file: str, row: int, column: str, text: str) -> None:
        for one in self._lists:
            places = [at for at, c in enumerate(one.matching.columns) if c.taken_for == column]
            if one.source == file and places:
                self._change(file, fixes={(one.sheet.name, row, places[0]): text})
                return

    def _import(self, reason: str) -> None:
        found = self._found
        if found is None or self._worker.is_busy:
            return
        if not self._day.act(changing.change, found.setup, reason):
            _keep(found)
            self._forget()
            self.ended.emit()

    def _leave(self) -> None:
        self._forget()
        self.ended.emit()


def _read_all(
    sources: Sequence[Source],
    setup: Setup,
    answers: Mapping[str, str],
    before: Sequence[Matching],
    progress: Progress,
) -> _Read:
    """The sources with their sheets, and what would come of them or why nothing can."""
    read = tuple(read_source(one, lambda: progress(0, 1)) for one in sources)
    try:
        return read, preview(read, setup, answers, before, progress), ""
    except IntakeError as refusal:
        return read, None, "\n".join(refusal.problems)


def _any_matching(source: Source, kind: ListKind) -> Matching:
    form, sheet = form_of(kind, source.name), source.sheets[0]
    first = next((at for at, cells in enumerate(sheet.rows, 1) if any(cells)), 1)
    return matching(form, sheet) or unmatched(form, sheet, first)


def _name(one: FoundList) -> str:
    return f"{one.source}, {one.sheet.name}" if one.sheet.name else one.source


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "no such file"
        said = f"{path.name}: The file can’t be read ({reason}). Choose another."
        raise IntakeError((said,)) from error


def _kept_matchings() -> tuple[Matching, ...]:
    """How lists were read before on this computer; what is in them isn't kept."""
    return kept(KEPT_AS, lambda text: kept_from(KEPT_AS, str(text)).matchings, ())


def _keep(found: Preview) -> None:
    before = [one for one in _kept_matchings() if _titles(one) not in map(_titles, found.matchings)]
    every = (*found.matchings, *before)[:_MOST_KEPT]
    keep(KEPT_AS, kept_text(replace(found, matchings=every, open=()), {}))


def _titles(one: Matching) -> tuple[object, ...]:
    return one.form, tuple(column.title for column in one.columns)
