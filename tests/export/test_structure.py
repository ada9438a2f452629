"""What papers tell to software that reads them out."""

from fractions import Fraction

from judging_app.export.leaves.drawing import leaves
from judging_app.present.leaves.leaf import (
    Cell,
    Column,
    Leaf,
    Leaves,
    NewPage,
    Reach,
    Row,
    Table,
    Type,
    Words,
    figures,
)
from tests.export.structure import check_headings_and_tables, check_told, parts, said

TABLE = Table(
    (Column("Team"), figures("Mean", 20, "of 10"), Column("Spread", 60)),
    (
        Row(
            (
                Cell("Heron"),
                Cell("7.50"),
                Cell(reach=Reach(Fraction(3, 4), Fraction(1, 2), Fraction(1))),
            )
        ),
        Row((Cell("Perch"), Cell("Recused", goes_on=True))),
    ),
)
BLOCKS = (
    Words("Said", Type.HEADING),
    Words("First", Type.ITEM),
    Words("Second", Type.ITEM),
    TABLE,
    NewPage("More"),
    Words("Enough."),
)


def paper(*blocks: object) -> bytes:
    leaf = Leaf("Sheet 1", "Tech Connect", "Heron", "Below it", blocks, record="7K2M")  # type: ignore[arg-type]
    return leaves(Leaves("Sheets", "Tech Connect", (leaf,))).content


def test_headings_lists_tables_and_figures_are_told_in_their_order() -> None:
    told = [(part.kind, part.depth) for part in parts(paper(*BLOCKS))]

    assert told == [
        *(("Document", 0), ("Sect", 1), ("H1", 2), ("P", 2), ("H2", 2), ("L", 2)),
        *(("LI", 3), ("LBody", 4)) * 2,
        *(("Table", 2), ("TR", 3), *(("TH", 4),) * 3),
        *(("TR", 3), ("TH", 4), ("TD", 4), ("TD", 4), ("Figure", 5)),
        *(("TR", 3), ("TH", 4), ("TD", 4)),
        *(("H1", 2), ("P", 2)),
    ]


def test_heads_say_what_they_are_of_and_a_drawing_says_what_it_shows() -> None:
    found = parts(paper(*BLOCKS))

    scopes = [part.scope for part in found if part.kind == "TH"]
    assert scopes == ["Column"] * 3 + ["Row"] * 2
    assert [part.alt for part in found if part.alt] == [
        "On a scale from 0 to 100: mean at 75, from 50 to 100."
    ]
    assert [part.span for part in found if part.span > 1] == [2]


def test_what_is_read_out_is_what_is_printed_and_foot_and_head_are_only_for_the_eye() -> None:
    content = paper(*BLOCKS)

    assert [text.split() for text in said(content, "TH")][:2] == [["Team"], ["Mean", "of", "10"]]
    assert [text.strip() for text in said(content, "H1")] == ["Heron", "More"]
    everything = "".join(
        text for kind in ("H1", "H2", "P", "TH", "TD") for text in said(content, kind)
    )
    assert "7K2M" not in everything
    assert "Page 1" not in everything
    check_told(content)
    check_headings_and_tables(content)


def test_the_heads_of_a_table_over_two_pages_are_read_out_once() -> None:
    content = paper(Table(TABLE.columns[:2], (Row((Cell("Heron"), Cell("7.50"))),) * 60))

    assert len([part for part in parts(content) if part.scope == "Column"]) == 2
    check_told(content)
