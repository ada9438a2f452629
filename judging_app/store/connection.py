"""A connection that asks what to do when the disk fails it in the middle of a look."""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import _Parameters

_OF_THE_DISK = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)
"""What is no fault of ours; SQLite's finer codes have these in their last byte."""


class Connection(sqlite3.Connection):
    """Answers a question from elsewhere if `otherwise` says where; it may refuse instead."""

    otherwise: Callable[[Exception], sqlite3.Connection] | None = None

    def execute(self, sql: str, parameters: "_Parameters" = (), /) -> sqlite3.Cursor:
        """As any connection's."""
        try:
            cursor = self.cursor(Cursor)
            cursor.execute(sql, parameters)
        except (sqlite3.Error, MemoryError) as error:
            return self.other(error).execute(sql, parameters)
        cursor.asked = (sql, parameters)
        return cursor

    def other(self, error: Exception) -> sqlite3.Connection:
        """Where to ask instead.

        Raises:
            Exception: what `otherwise` raises, or `error` if it is a bug or nobody is asked.
        """
        if self.otherwise is None or not is_of_the_disk(error):
            raise error
        return self.otherwise(error)


class Cursor(sqlite3.Cursor):
    """The rows of one answer, which are taken all at once or one alone."""

    asked: tuple[str, "_Parameters"]

    def fetchall(self) -> list[tuple[object, ...]]:
        """As any cursor's."""
        try:
            return super().fetchall()
        except (sqlite3.Error, MemoryError) as error:
            return self._again(error).fetchall()

    def _again(self, error: Exception) -> sqlite3.Cursor:
        connection = self.connection
        if not isinstance(connection, Connection):
            raise error
        return connection.other(error).execute(*self.asked)


def is_of_the_disk(error: Exception) -> bool:
    """Whether it says something of the file or the computer, not of a mistake in the program."""
    if isinstance(error, MemoryError):
        return True
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _OF_THE_DISK
