"""The one model of every table: its rules, and what of it stays when its rows are replaced."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QIcon
from pytestqt.modeltest import ModelTester

from ui.widgets.rows_model import RIGHT, Column, RowsModel
from ui.widgets.state_badge import StateLook


@dataclass(frozen=True, slots=True)
class Fruit:
    """One row."""

    kind: str
    name: str
    count: int


COLUMNS: Sequence[Column[Fruit]] = (
    Column("Kind", lambda row: row.kind, says_once=True),
    Column("Name", lambda row: row.name, spoken=lambda row: f"{row.name}, a {row.kind}"),
    Column(
        "Count",
        lambda row: str(row.count),
        look=lambda _row: StateLook("check", "good"),
        tip=lambda row: f"<{row.count}>",
        side=RIGHT,
    ),
)
ROWS = (Fruit("berry", "Sloe", 3), Fruit("berry", "Haw", 1), Fruit("nut", "Cob", 2))
TIP, SPOKEN = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole


def _model() -> RowsModel[Fruit]:
    model = RowsModel(COLUMNS, lambda row: row.name, lambda row: row.name.upper())
    model.show_rows(ROWS)
    return model


def test_the_rows_keep_to_the_rules_of_a_model(qtmodeltester: ModelTester) -> None:
    model = _model()

    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped
    model.show_rows(())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # as above


def test_the_same_rows_in_the_same_order_keep_what_is_selected() -> None:
    model = _model()
    selected = QItemSelectionModel(model)
    selected.setCurrentIndex(model.index(1, 0), QItemSelectionModel.SelectionFlag.Select)

    model.show_rows((ROWS[0], Fruit("berry", "Haw", 9), ROWS[2]))
    assert (selected.currentIndex().row(), model.data(model.index(1, 2))) == (1, "9")
    model.show_rows(ROWS[1:])
    assert not selected.currentIndex().isValid()


def test_columns_can_be_replaced_with_the_rows() -> None:
    model = _model()
    model.show_rows(ROWS, COLUMNS[1:2])

    assert model.columnCount() == 1
    assert model.data(model.index(0, 0)) == "Sloe"


def test_what_the_row_above_says_is_shown_once_and_spoken_always() -> None:
    model = _model()
    kinds = [model.index(at, 0) for at in range(3)]

    assert [model.data(one) for one in kinds] == ["berry", "", "nut"]
    assert [model.data(one, SPOKEN) for one in kinds[:2]] == ["Kind: berry", "Kind: berry"]


def test_a_cell_tells_more_than_it_shows_where_its_column_does() -> None:
    model = _model()

    assert model.data(model.index(0, 1), SPOKEN) == "Sloe, a berry"
    assert model.data(model.index(0, 1), TIP) == "<p>Sloe</p>"
    assert model.data(model.index(0, 2), TIP) == "<p>&lt;3&gt;</p>"


def test_a_shape_stands_beside_the_words_of_its_column_alone() -> None:
    model = _model()
    shape = Qt.ItemDataRole.DecorationRole

    assert isinstance(model.data(model.index(0, 2), shape), QIcon)
    assert model.data(model.index(0, 1), shape) is None


def test_headings_stand_on_the_side_of_their_cells_and_names_beside_their_rows() -> None:
    model = _model()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical

    assert model.headerData(2, across) == "Count"
    assert model.headerData(2, across, Qt.ItemDataRole.TextAlignmentRole) == RIGHT
    assert model.headerData(0, down, TIP) == "<p>SLOE</p>"
    assert model.headerData(3, across) is None
