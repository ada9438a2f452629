"""The page on bundles says what is in one."""

from docs.bundle_tables import PAGE, described, with_tables


def test_the_page_tells_of_every_table_and_column() -> None:
    page = PAGE.read_text("utf-8")

    assert with_tables(page) == page
    assert "`weight_numerator`" in described()
