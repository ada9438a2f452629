"""Presented values to bytes, and bytes safely to files.

What can't be drawn or saved is refused with an `OutputError`, whose text is for the person.
"""
