"""What a file may ask of this computer, whoever made it: how long a cell, and how much work."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST_CELL = 8 * 1024 * 1024
"""Bytes of one row; the longest that is ours is a logo, or the set-up of a thousand teams."""

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_CELL),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 10),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 25_000),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 5),
    (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
)
_STEPS_A_TICK = 10_000
_MOST_TICKS = 2_000


def limit(connection: sqlite3.Connection) -> None:
    """Let no cell, statement or expression be larger than any of ours; before anything is read."""
    for what, most in _LIMITS:
        connection.setlimit(what, most)


@contextmanager
def few_steps(connection: sqlite3.Connection) -> Iterator[None]:
    """Let what is asked inside take a second or so of work; more is interrupted as an error.

    Steps are counted, and not seconds, so that a busy computer refuses nothing.
    """
    ticks = 0

    def is_too_much() -> bool:
        nonlocal ticks
        ticks += 1
        return ticks > _MOST_TICKS

    connection.set_progress_handler(is_too_much, _STEPS_A_TICK)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Read what is no text as the bytes that it is, where it would stop everything else."""
    before, connection.text_factory = connection.text_factory, _text_or_bytes
    try:
        yield
    finally:
        connection.text_factory = before


def _text_or_bytes(cell: bytes) -> str | bytes:
    try:
        return cell.decode()
    except UnicodeDecodeError:
        return cell
