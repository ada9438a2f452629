"""The lights at the head of the host's desk; each opens what to do about it, in the page itself."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from judging_app.closed_sets import complete
from judging_app.present.host.lights import Light, LightAct, LightState
from ui import keys, theme
from ui.announce import announce
from ui.widgets.buttons import CardButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column
from ui.widgets.labels import WrappedLabel
from ui.widgets.state_badge import StateBadge

COPYING = "Copying…"

_STATES = complete(
    {
        LightState.GOOD: "",
        LightState.ATTENTION: ", needs attention",
        LightState.LOSS: ", problem",
    }
)

WIDEST = 360
"""Of a light, in pixels at 100 % text; the panel says the rest."""


class Lights(QWidget):
    """A row of lights, and under it what to do about the one that was pressed."""

    copy_asked = Signal()
    place_asked = Signal()
    shown = Signal()
    """Other lights are on show, or they say something else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Status lights")
        self._row = FlowRow()
        self._buttons: dict[str, LightButton] = {}
        self._open_key = ""
        self.panel = LightPanel()
        self.panel.act_asked.connect(self._pass_on)
        self.panel.close_asked.connect(self._close)
        column(self._row, self.panel, spacing=4, inside=self)

    @property
    def buttons(self) -> tuple["LightButton", ...]:
        """The lights on show, in their order."""
        return tuple(self._buttons.values())

    @property
    def rows(self) -> tuple[Light, ...]:
        """What the lights say, in their order."""
        return tuple(button.light for button in self._buttons.values())

    def open_light(self, key: str) -> None:
        """Show what to do about one light, and put the keyboard there."""
        if key in self._buttons:
            if key != self._open_key:
                self._open_or_close(key)
            self._buttons[key].setFocus()

    def show_lights(self, rows: Sequence[Light]) -> None:
        """Show these lights; one that was there stays under the keyboard, and its panel open."""
        for light in rows:
            self._announce(light)
        before = self._buttons
        self._buttons = {light.key: before.get(light.key) or self._made(light) for light in rows}
        for light in rows:
            self._buttons[light.key].show_light(light)
        if [*before] != [*self._buttons]:
            self._row.show_parts(self.buttons)
        if self._open_key in self._buttons:
            self.panel.show_light(self._buttons[self._open_key].light)
        else:
            self._close()
        self.shown.emit()

    def show_copying(self, *, is_under_way: bool) -> None:
        """Say while a copy is being made that it is."""
        self.panel.show_copying(is_under_way=is_under_way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close what is open on Escape, and give the keyboard back to its light."""
        if keys.NOT_YET.is_pressed(event) and self._open_key:
            self._close()
            return
        super().keyPressEvent(event)

    def _made(self, light: Light) -> "LightButton":
        button = LightButton(light)
        button.pressed_for.connect(self._open_or_close)
        return button

    def _announce(self, light: Light) -> None:
        """Say aloud what has got worse."""
        shown = self._buttons.get(light.key)
        if shown and light.state is not LightState.GOOD and light.text != shown.light.text:
            announce(self, spoken(light), is_urgent=light.state is LightState.LOSS)

    def _open_or_close(self, key: str) -> None:
        """Open what to do about a light, or close it again."""
        if key == self._open_key:
            self._close()
            return
        self._open_key = key
        self._mark()
        self.panel.show_light(self._buttons[key].light)
        self.panel.show()

    def _close(self) -> None:
        """Close what is open; the keyboard goes back to its light if it was in there."""
        light = self._buttons.get(self._open_key)
        if light is not None and self.panel.has_keyboard:
            light.setFocus()
        self._open_key = ""
        self._mark()
        self.panel.hide()

    def _mark(self) -> None:
        for key, button in self._buttons.items():
            button.setChecked(key == self._open_key)

    def _pass_on(self, act: LightAct) -> None:
        match act:
            case LightAct.COPY_NOW:
                self.copy_asked.emit()
            case LightAct.CHOOSE_PLACE:
                self.place_asked.emit()
            case LightAct.NONE:
                pass


class LightButton(CardButton):
    """One light: its shape, its words and its colour; underlined while it is open."""

    pressed_for = Signal(str)
    """The light's key."""

    def __init__(self, light: Light, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.light = light
        self.setCheckable(True)
        self._badge = StateBadge("good")
        self.body.setContentsMargins(12, 8, 12, 8)
        self.add(self._badge)
        self.clicked.connect(self._press)
        self.show_light(light)

    def show_light(self, light: Light) -> None:
        """Show what the light says now."""
        self.light = light
        self._badge.show_state(light.state, light.text)
        self.setAccessibleName(spoken(light))
        self.setAccessibleDescription("Shows what to do")
        self.setToolTip("")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the words, up to a width that leaves room for the other lights."""
        return super().sizeHint().boundedTo(QSize(theme.scaled(WIDEST), self.maximumHeight()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            line = theme.scaled(3)
            box = self.rect().adjusted(8, 0, -8, 0)
            box.setTop(box.bottom() + 1 - line)
            QPainter(self).fillRect(box, theme.token("act"))

    def _press(self) -> None:
        self.pressed_for.emit(self.light.key)


class LightPanel(Card):
    """What to do about one light, with the one act that does it."""

    act_asked = Signal(object)
    """A `LightAct`."""
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._light: Light | None = None
        self._is_copying = False
        self._heading, self._words = WrappedLabel("", "subheading"), WrappedLabel("")
        self.act = PlainButton("")
        self.act.clicked.connect(self._ask)
        self.close_button = PlainButton("Close", kind="quiet", icon="x")
        self.close_button.clicked.connect(self.close_asked)
        acts = across(1, self.close_button, self.act)
        add(self.body, self._heading, self._words, acts)
        self.hide()

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on something in here."""
        focused = self.focusWidget()
        return focused is not None and focused.hasFocus()

    def show_light(self, light: Light) -> None:
        """Show what to do about `light` as it is now."""
        self._light = light
        self._heading.setText(f"{light.label}: {light.text}")
        self._words.setText(light.what_to_do)
        self.setAccessibleName(light.what_to_do)
        if light.act is LightAct.NONE and self.act.hasFocus():
            self.close_button.setFocus()
        self.act.setVisible(light.act is not LightAct.NONE)
        self._word()

    def show_copying(self, *, is_under_way: bool) -> None:
        """Say on the act's own button that a copy is being made."""
        self._is_copying = is_under_way
        self._word()

    def _word(self) -> None:
        act = self._light.act if self._light else LightAct.NONE
        is_copying = self._is_copying and act is LightAct.COPY_NOW
        self.act.setText(COPYING if is_copying else act)

    def _ask(self) -> None:
        if self._light is not None and not (
            self._is_copying and self._light.act is LightAct.COPY_NOW
        ):
            self.act_asked.emit(self._light.act)


def spoken(light: Light) -> str:
    """A light in words alone, its state among them."""
    return f"{light.label}: {light.text}{_STATES[light.state]}"
