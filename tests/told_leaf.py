"""What a paper that is data says: its words in order, and the rows of its tables."""

from collections.abc import Iterator, Sequence

from judging_app.present.leaves.leaf import Block, Leaf, Panel, Row, Table, Together, Words


def blocks_of(blocks: Sequence[Block]) -> Iterator[Block]:
    """All blocks, with those that are in others."""
    for block in blocks:
        yield block
        match block:
            case Together(inner):
                yield from blocks_of(inner)
            case Panel(inner):
                yield from inner
            case _:
                pass


def words_of(leaf: Leaf) -> list[str]:
    """Every paragraph."""
    return [one.text for one in blocks_of(leaf.blocks) if isinstance(one, Words)]


def tables_of(leaf: Leaf) -> list[Table]:
    """Every table."""
    return [one for one in blocks_of(leaf.blocks) if isinstance(one, Table)]


def cells_of(row: Row) -> tuple[str, ...]:
    """The texts of a row."""
    return tuple(cell.text for cell in row.cells)


def rows_of(leaf: Leaf, table: int = 0) -> list[tuple[str, ...]]:
    """The texts of a table, row by row."""
    return [cells_of(row) for row in tables_of(leaf)[table].rows]
