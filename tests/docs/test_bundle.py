"""The page on bundles says what is in one."""

from docs import event_data_schema
from docs.bundle_tables import PAGE, described, with_tables


def test_the_page_tells_of_every_table_and_column() -> None:
    page = PAGE.read_text("utf-8")

    assert with_tables(page) == page
    assert "`weight_numerator`" in described()


def test_the_published_schema_is_that_of_the_tables() -> None:
    assert event_data_schema.PAGE.read_text("utf-8") == event_data_schema.text()
