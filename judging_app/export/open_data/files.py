"""Data into a folder: each kind's files, all of them or none."""

import json
from collections.abc import Iterator
from pathlib import Path

from judging_app.bundle.archive import SUFFIX
from judging_app.bundle.bundle import EventData, bundle_bytes, table_files
from judging_app.bundle.csvw import csvw
from judging_app.export.file_names import file_name
from judging_app.export.open_data.badges import badge_files
from judging_app.export.open_data.json_text import json_text
from judging_app.export.open_data.spreadsheet import spreadsheet
from judging_app.export.open_data.web_page import web_page
from judging_app.export.progress import Progress, unwatched
from judging_app.files import prepare_folder, save_all
from judging_app.present.open_data.job import DataJob
from judging_app.present.open_data.kinds import DATA_STEMS, DataKind
from judging_app.present.open_data.sheets import sheets

MARK = "\ufeff"
"""Before CSV that people open by a double click: without it their spreadsheet garbles names."""


_IN_A_FOLDER = (DataKind.OPEN_DATA, DataKind.BADGES)


def write_data(job: DataJob, folder: Path, progress: Progress = unwatched) -> tuple[Path, ...]:
    """Save every kind into `folder`, that of many files in a folder of its own inside.

    Raises:
        OutputError: if a file can't be written; of its kind none is there then.
    """
    found: list[Path] = []
    for number, kind in enumerate(job.kinds):
        progress(number, len(job.kinds))
        stem = file_name(DATA_STEMS[kind].format(job.title), "")
        target = folder / stem if kind in _IN_A_FOLDER else folder
        prepare_folder(target)
        found += save_all(target, _files(job, kind, stem))
    progress(len(job.kinds), len(job.kinds))
    return tuple(found)


def _files(job: DataJob, kind: DataKind, stem: str) -> list[tuple[str, bytes]]:
    match kind:
        case DataKind.SPREADSHEET:
            content = spreadsheet(job.title, job.data.head.code, sheets(job.data))
            return [(f"{stem}.xlsx", content)]
        case DataKind.OPEN_DATA:
            return [*open_data(job.data)]
        case DataKind.BUNDLE:
            return [(f"{stem}{SUFFIX}", bundle_bytes(job.data))]
        case DataKind.PAGE:
            if job.page is None:
                raise ValueError("a page is asked for, and there is none")
            return [(f"{stem}.html", web_page(job.page).encode())]
        case DataKind.BADGES:
            if job.badges is None or job.data.private_key is None:
                raise ValueError("badges are asked for, and there are none")
            return [*badge_files(job.badges, job.data.private_key)]


def open_data(data: EventData) -> Iterator[tuple[str, bytes]]:
    """The tables as CSV, what they mean as CSVW, and all of it as JSON."""
    texts = table_files(data.tables)
    for name, text in texts.items():
        yield name, f"{MARK}{text}".encode()
    described = json.dumps(csvw(texts, has_mark=True), ensure_ascii=False, indent=1)
    yield "csv-metadata.json", f"{described}\n".encode()
    yield "event-data.json", json_text(data).encode()
