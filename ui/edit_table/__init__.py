"""A table that is typed into in place, as a spreadsheet is: one mechanism, its columns as data."""
