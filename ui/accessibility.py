"""Says to screen readers what the widgets are that paint themselves, and what is in them."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@runtime_checkable
class Told(Protocol):
    """A widget whose nature Qt can't know."""

    accessible_role: QAccessible.Role

    def accessible_value(self) -> str:
        """What is in it now; empty where there is nothing beside the name."""


class _Interface(QAccessibleWidget):
    def text(self, kind: QAccessible.Text) -> str:
        told = self.object()
        if kind == QAccessible.Text.Value and isinstance(told, Told):
            return told.accessible_value()
        return super().text(kind)


def install() -> None:
    """Answer for such widgets from now on; twice is once."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(_interface)


def _interface(_class_name: str, told: QObject) -> QAccessibleInterface | None:
    if isinstance(told, QWidget) and isinstance(told, Told):
        return _Interface(told, told.accessible_role)
    return None


_installed: list[object] = []
