"""Presented values to bytes, and bytes safely to files."""
