"""Says through the screen reader, where one is running, what has just changed on a screen."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

SAYS_SAVED = "says-saved"
"""The property of a screen that says itself what was saved."""


def announce(place: QWidget, sentence: str, *, is_urgent: bool = False) -> None:
    """Say `sentence` about `place`, whatever the keyboard is on; what is out of sight says nothing.

    An urgent one interrupts what is being said; the others wait for their turn.
    """
    if not (sentence and place.isVisible() and QAccessible.isActive()):
        return
    event = QAccessibleAnnouncementEvent(place, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
    _send(event)


def _send(event: QAccessibleEvent) -> None:
    QAccessible.updateAccessibility(event)
