"""The spreadsheet, the open data and the result's page hold what they should, and run nothing."""

import csv
import io
import json
import os
import shutil
import subprocess
import zipfile
from fractions import Fraction
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import fastjsonschema
import pytest
from python_calamine import CalamineWorkbook

from judging_app.bundle.reading import read_bundle
from judging_app.domain.event import Reader
from judging_app.domain.look import EventLook
from judging_app.export.open_data.files import open_data, write_data
from judging_app.export.open_data.json_text import json_text
from judging_app.export.open_data.spreadsheet import spreadsheet
from judging_app.export.open_data.web_page import web_page
from judging_app.present.open_data.job import DataJob
from judging_app.present.open_data.kinds import DataKind
from judging_app.present.open_data.page import result_page
from judging_app.present.open_data.sheet import Sheet, SheetColumn
from tests.bundle.made_events import MadeEvent, made_event
from tests.export.hard_day import HARD_NAMES, NAMES, data, hard_day, workbook

ROOT = Path(__file__).parents[2]
DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJg"
    "gg=="
)
"""A PNG of one pixel."""


@pytest.fixture(scope="module")
def hard() -> MadeEvent:
    return hard_day()


def test_every_text_in_the_spreadsheet_is_a_text_and_nothing_is_a_formula(hard: MadeEvent) -> None:
    content = workbook(hard, Reader.ORGANISER)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))

    teams = [row[0] for row in book.get_sheet_by_name("Teams").to_python()][1:]
    people = [row[0] for row in book.get_sheet_by_name("Participants").to_python()][1:]
    assert [str(one) for one in teams] == [*NAMES]
    assert people == [*NAMES]
    assert all(isinstance(one, str) for one in teams)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name), name
            assert b"externalLink" not in archive.read(name), name
            assert b"http://example.org" not in archive.read(name) or "sharedStrings" in name


def test_figures_are_figures_and_a_fraction_is_no_date(hard: MadeEvent) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(hard, Reader.PANEL)))
    head, *rows = book.get_sheet_by_name("Standings").to_python()

    scores = [row[head.index("Score")] for row in rows]
    assert any(isinstance(one, float) for one in scores)
    assert all(isinstance(one, float) or one == "" for one in scores)
    assert all(isinstance(row[head.index("Exact score")], str) for row in rows)


def test_each_sheet_has_its_titles_frozen_a_filter_widths_and_a_print_area() -> None:
    content = workbook(made_event(4), Reader.ORGANISER)
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        pages = [one for one in archive.namelist() if one.startswith("xl/worksheets/sheet")]
        trees = [ET.fromstring(archive.read(one)) for one in pages]  # noqa: S314 - our own
        book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 - our own

    for tree in trees:
        pane = tree.find("m:sheetViews/m:sheetView/m:pane", space)
        assert pane is not None
        assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
        assert tree.find("m:autoFilter", space) is not None
        assert tree.find("m:cols", space) is not None
    names = [one.get("name") for one in book.findall("m:definedNames/m:definedName", space)]
    assert names.count("_xlnm.Print_Area") == len(pages) == names.count("_xlnm.Print_Titles")


def test_a_row_is_as_high_as_its_longest_text() -> None:
    long = Sheet(
        "Long", (SheetColumn("A", 10), SheetColumn("B", 10)), (("x" * 30, "one"), ("y", 2))
    )
    with zipfile.ZipFile(io.BytesIO(spreadsheet("Day", "", [long]))) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()

    assert 'r="2" spans="1:2" ht="60" customHeight="1"' in page
    assert 'r="3" spans="1:2"><c' in page


def test_the_same_event_gives_the_same_spreadsheet() -> None:
    made = made_event(4)

    assert workbook(made, Reader.PANEL) == workbook(made, Reader.PANEL)


def test_an_audience_gets_no_sheet_or_word_that_is_not_for_it() -> None:
    made = made_event(0, teams=4, judges=4)
    titles = {
        reader: CalamineWorkbook.from_filelike(io.BytesIO(workbook(made, reader))).sheet_names
        for reader in Reader
    }
    everything = zipfile.ZipFile(io.BytesIO(workbook(made, Reader.PUBLIC)))
    words = b"".join(everything.read(name) for name in everything.namelist())

    assert "Comments" not in titles[Reader.PUBLIC]
    assert "Comments" in titles[Reader.PANEL]
    assert titles[Reader.PANEL] == titles[Reader.ORGANISER]
    assert b"Well put." not in words
    assert b"@example.org" not in words


@pytest.mark.parametrize("reader", list(Reader))
@pytest.mark.parametrize("has_names", [True, False])
def test_json_keeps_to_its_published_schema(reader: Reader, *, has_names: bool) -> None:
    schema = json.loads((ROOT / "docs/schemas/event-data.schema.json").read_text("utf-8"))
    check = fastjsonschema.compile(schema)

    for seed in range(8):
        said = json.loads(json_text(data(made_event(seed), reader, has_names=has_names)))
        check(said)
        assert said["format"] == "judging-app event data"


def test_csv_json_and_bundle_hold_the_same(hard: MadeEvent) -> None:
    of = data(hard, Reader.PANEL)
    files = dict(open_data(of))

    teams = [*csv.DictReader(io.StringIO(files["teams.csv"].decode("utf-8-sig"), newline=""))]
    said = json.loads(files["event-data.json"])["tables"]
    assert files["teams.csv"].startswith(b"\xef\xbb\xbf")
    assert [one["name"] for one in said["teams"]] == [*NAMES]
    assert [one["team"] for one in teams] == [one["team"] for one in said["teams"]]
    assert read_bundle(hard.bundle(Reader.PANEL)).tables == of.tables


@pytest.mark.parametrize("reader", list(Reader))
def test_a_public_reader_takes_the_csv_with_its_description(
    tmp_path: Path, hard: MadeEvent, reader: Reader
) -> None:
    csvw = pytest.importorskip("csvw", reason="install the dependency group readers")
    for name, content in open_data(data(hard, reader)):
        (tmp_path / name).write_bytes(content)

    group = csvw.TableGroup.from_file(tmp_path / "csv-metadata.json")

    assert len(group.tables) == len([*tmp_path.glob("*.csv")])
    for table in group.tables:
        rows = [*table.iterdicts(strict=True)]
        with (tmp_path / str(table.url)).open(encoding="utf-8-sig", newline="") as file:
            assert len(rows) == len([*csv.reader(file)]) - 1
    group.check_referential_integrity()


class _Page(HTMLParser):
    """What a page asks for, whether its elements are closed, and the words in it."""

    VOID = frozenset({"meta", "br", "img", "!doctype"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.asked: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.asked += [value or "" for key, value in attrs if key in ("src", "href", "action")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_is_one_file_that_asks_for_nothing_and_runs_nothing(hard: MadeEvent) -> None:
    of = data(hard, Reader.PUBLIC)
    look = EventLook(logo=DOT)

    page = web_page(result_page(of, look))
    read = _Page(page)

    assert read.open == []
    assert "script" not in read.tags
    assert [one for one in read.asked if not one.startswith("data:image/png;base64,")] == []
    assert "http" not in page.lower().replace("http://example.org", "")
    assert read.tags.count("h1") == read.tags.count("main") == 1
    assert {*HARD_NAMES} <= {*read.words}
    assert of.head.code in read.words


@pytest.mark.parametrize("is_hard", [True, False])
def test_a_strict_reader_of_html_finds_nothing_wrong_with_the_page(
    hard: MadeEvent, *, is_hard: bool
) -> None:
    html5lib = pytest.importorskip("html5lib", reason="install the dependency group readers")
    of = data(hard if is_hard else made_event(4), Reader.PUBLIC)

    html5lib.HTMLParser(strict=True).parse(web_page(result_page(of, EventLook(logo=DOT))))


def test_the_checker_of_the_w3c_finds_nothing_wrong_with_the_page(
    tmp_path: Path, hard: MadeEvent
) -> None:
    java, checker = shutil.which("java"), os.environ.get("VNU_JAR")
    if java is None or checker is None:
        pytest.skip("VNU_JAR names no Nu Html Checker here")
    page = tmp_path / "page.html"
    page.write_text(web_page(result_page(data(hard, Reader.PUBLIC), EventLook(logo=DOT))), "utf-8")

    said = subprocess.run(
        [java, "-jar", checker, "--errors-only", "--stdout", page], capture_output=True, check=False
    )

    assert (said.returncode, said.stdout.decode()) == (0, "")


def test_everything_is_saved_or_nothing(tmp_path: Path) -> None:
    of = data(made_event(4), Reader.PANEL)
    kinds = (DataKind.SPREADSHEET, DataKind.OPEN_DATA, DataKind.BUNDLE)

    files = write_data(DataJob("A/B: C", of, kinds), tmp_path)

    assert all(file.exists() for file in files)
    assert {file.suffix for file in files} == {".xlsx", ".csv", ".json", ".zip"}
    assert not [*tmp_path.rglob("*.part")]


def test_a_number_is_written_as_its_exact_value_rounded_once() -> None:
    made = made_event(0, teams=4, judges=3)
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(made, Reader.PANEL)))
    head, *rows = book.get_sheet_by_name("Standings").to_python()

    score = head.index("Score")
    placed = [row for row in rows if row[score] != ""]
    exact = [Fraction(str(row[head.index("Exact score")])) for row in placed]
    assert [float(one) for one in exact] == [row[score] for row in placed]
