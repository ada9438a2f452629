from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4

from judging_app.errors import OutputError
from judging_app.export.leaves.drawing import leaves
from judging_app.export.pdf import Paper
from judging_app.export.progress import Progress, unwatched
from judging_app.present.organiser.script import Script, ScriptRow, script_leaves
from tests.export.stopping import StoppedError, stop
from tests.export.told import missing

ROW = ScriptRow("1", "Press Page Down", "In third place, with 66.94 of 100: Team Kingfisher.")
ROWS = Script(
    event="Tech Connect",
    title="Reveal script",
    subtitle="3 June 2019",
    caution="For the host only.",
    rows=(ROW, replace(ROW, number="2", words="In joint first place: Perch and Heron.")),
    record="Record 7K2M-9QFA",
)


def script(rows: Script, progress: Progress = unwatched) -> Paper:
    return leaves(script_leaves(rows), progress=progress)


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(content), strict=True).pages]


def of_steps(count: int, words: str = ROW.words) -> Script:
    steps = tuple(replace(ROW, number=str(at), words=words) for at in range(1, count + 1))
    return replace(ROWS, rows=steps)


def baselines(content: bytes) -> list[list[tuple[float, float]]]:
    """Where each line stands and how large it is, page by page, in points from below."""
    found: list[list[tuple[float, float]]] = []

    def visit(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found[-1].append((matrix[5], size))

    for page in PdfReader(BytesIO(content), strict=True).pages:
        found.append([])
        page.extract_text(visitor_text=visit)
    return found


def test_a_script_has_every_step_in_order_after_the_caution() -> None:
    (text,) = pages(script(ROWS).content)
    said = " ".join(text.split())

    assert said.index("For the host only.") < said.index("1 Press Page Down In third place")
    assert said.index("Team Kingfisher.") < said.index("2 Press Page Down In joint first place")
    assert "Record 7K2M-9QFA" in said


def test_every_page_is_a4_and_nothing_leaves_it() -> None:
    content = script(of_steps(40)).content
    width, height = A4

    for sheet in PdfReader(BytesIO(content)).pages:
        assert float(sheet.mediabox.width) == pytest.approx(width, abs=0.01)
        assert float(sheet.mediabox.height) == pytest.approx(height, abs=0.01)
    for lines in baselines(content):
        assert max(at for at, _ in lines) < height - 28
        assert min(at for at, _ in lines) == pytest.approx(34.02, abs=0.01)
        assert min(at for at, size in lines if size == 17) > 34.02 + 14


def test_what_is_read_aloud_is_set_in_17_points() -> None:
    assert 17 in {size for _, size in baselines(script(ROWS).content)[0]}


def test_no_step_is_torn_apart_that_fits_on_a_page() -> None:
    content = script(of_steps(40, "one two three four five six seven " * 6)).content
    told = [" ".join(page.split()) for page in pages(content)]

    assert len(told) > 4
    assert all(page.count("Press Page Down") == page.count("one two") // 6 for page in told)
    assert sum(page.count("Press Page Down") for page in told) == 40


def test_a_step_longer_than_a_page_goes_on_and_no_word_is_lost() -> None:
    words = " ".join(f"word{number}" for number in range(1500))

    paper = script(of_steps(2, words))

    printed = " ".join(pages(paper.content)).split()
    assert paper.pages > 4
    assert all(printed.count(word) == 2 for word in words.split())


def test_a_line_break_in_the_words_is_one_on_the_paper() -> None:
    (text,) = pages(script(of_steps(1, "Thank you, judges.\nIn third place:")).content)

    assert "Thank you, judges.\nIn third place:" in text


@pytest.mark.parametrize("words", ["W" * 200, "<img src='/etc/passwd'/> & " * 7])
def test_long_and_hostile_words_print_whole_and_as_text(words: str) -> None:
    text = "".join("".join(pages(script(of_steps(1, words)).content)).split())

    assert "".join(words.split()) in text


def test_a_name_that_can_not_be_printed_is_reported() -> None:
    assert script(of_steps(1, "龘龘")).unprintable == missing("龘龘")


def test_two_runs_write_the_same_bytes_without_a_face_of_another() -> None:
    one, other = script(ROWS).content, script(ROWS).content

    assert one == other
    assert b"Helvetica" not in one


def test_a_script_without_a_step_is_refused_with_the_remedy() -> None:
    with pytest.raises(OutputError, match=r"no script to print. Prepare the reveal first"):
        script(replace(ROWS, rows=()))


def test_work_that_is_stopped_gives_no_paper() -> None:
    with pytest.raises(StoppedError):
        script(ROWS, progress=stop)
