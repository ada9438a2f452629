"""Sheets to tables: the header found, the columns known, rows with their numbers."""
