"""A paper as a page for a browser."""

import re
from dataclasses import replace

import pytest

from judging_app.errors import OutputError
from judging_app.export.leaves.web import browser_page
from judging_app.export.papers import drawn
from judging_app.present.leaves.leaf import Leaf, Leaves, Words
from judging_app.present.organiser.papers import Filing, PaperJob
from tests.export.test_structure import BLOCKS

LEAF = Leaf("Sheet 1", "Tech Connect", "Heron & Co", "Below it", BLOCKS, record="7K2M")
LEAVES = Leaves("Sheets", "Tech Connect", (LEAF, replace(LEAF, id="Sheet 2", title="Perch")))


def test_headings_lists_and_tables_are_those_of_the_paper() -> None:
    page = browser_page(LEAVES)

    assert page.count("<article>") == 2
    assert re.findall("<h[12]><bdi>(.*?)</bdi>", page)[:3] == ["Heron &amp; Co", "Said", "More"]
    assert "<ul><li><bdi>First</bdi></li><li><bdi>Second</bdi></li></ul>" in page
    assert '<th scope="col" class="score">Mean of 10</th>' in page
    assert '<th scope="row"><bdi>Heron</bdi></th>' in page
    assert '<td colspan="2"><bdi>Recused</bdi></td>' in page
    assert "On a scale from 0 to 100: mean at 75, from 50 to 100." in page
    assert "Sheet 1 · 7K2M" in page


def test_a_page_asks_for_nothing_and_runs_nothing_whatever_a_name_holds() -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    page = browser_page(
        replace(LEAVES, leaves=(replace(LEAF, title=hostile, blocks=(Words(hostile),)),))
    )

    assert "<script" not in page
    assert "<img" not in page
    assert not re.search("(src|href)=", page.replace("&lt;img src", ""))


def test_pages_are_one_file_or_one_each_with_their_mark() -> None:
    job = PaperJob(LEAVES, "Tech Connect - sheets", mark="DRAFT", is_for_browser=True)

    (one,) = drawn(job)
    each = [*drawn(replace(job, filing=Filing.ONE_EACH))]

    assert one.file_name == "Tech Connect - sheets - DRAFT.html"
    assert b"<p>DRAFT</p>" in one.paper.content
    assert [part.file_name for part in each] == [
        "Tech Connect - sheets - Sheet 1 - Heron & Co - DRAFT.html",
        "Tech Connect - sheets - Sheet 2 - Perch - DRAFT.html",
    ]


def test_nothing_to_show_is_said() -> None:
    job = PaperJob(replace(LEAVES, leaves=()), "x", is_for_browser=True)

    with pytest.raises(OutputError, match="nothing to print"):
        drawn(job)
