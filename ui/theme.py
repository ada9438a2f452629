"""The look of every window: colours, sizes and the style sheet, by purpose."""

import re
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from judging_app.paths import RESOURCES
from ui import fonts
from ui.tokens import tokens


@dataclass(slots=True)
class _Look:
    """What was applied last; widgets that paint themselves ask for it."""

    name: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    text_scale: float = 1.0
    followers: MutableMapping[QWidget, dict[str, tuple[tuple[int, ...], int]]] = field(
        default_factory=WeakKeyDictionary
    )
    """Of each widget the methods to be called again, with their sizes at 100 % text."""


_look = _Look()


def apply(app: QApplication, name: str, text_scale: float = 1.0) -> None:
    """Give every window the theme `name` ("light" or "dark"), now and from now on.

    `text_scale` is 1.0 for 100 %; the sizes of controls follow the text.
    """
    is_first = not app.styleSheet()
    if not is_first and (_look.name, _look.text_scale) == (name, text_scale):
        return  # a style sheet is costly to set
    _look.name, _look.text_scale = name, text_scale
    _look.colours = tokens(name)
    if is_first:
        fonts.load()
        app.setStyle("Fusion")
    app.setStyleSheet("")  # Qt sets one in place of another many times slower
    app.setPalette(_palette())
    app.setFont(fonts.screen_font(scaled(fonts.TEXT_SIZE)))
    app.setStyleSheet(_style_sheet())
    for widget, methods in list(_look.followers.items()):
        if isValid(widget):
            for method, (pixels, plus) in methods.items():
                getattr(widget, method)(*(scaled(one) + plus for one in pixels))
    _lay_out_again(app)


def _lay_out_again(app: QApplication) -> None:
    """Let every layout ask its parts anew: Qt keeps some sizes from the look before."""
    for widget in app.allWidgets():
        if (layout := widget.layout()) is not None:
            layout.invalidate()


def follow(method: Callable[..., object], *pixels: int, plus: int = 0) -> None:
    """Call a widget's own method with sizes at 100 % text, now and whenever the look changes.

    `plus` are pixels that don't grow with the text. The widget isn't kept alive by it. What is
    worked out at each painting needs no such thing.
    """
    owner = getattr(method, "__self__", None)
    if not isinstance(owner, QWidget):
        raise TypeError(f"{method} is no widget's method")
    _look.followers.setdefault(owner, {})[method.__name__] = pixels, plus
    method(*(scaled(one) + plus for one in pixels))


def token(name: str) -> QColor:
    """The colour for a purpose, such as "act" or "text-quiet", in the theme in force."""
    return QColor(_colours()[name])


def is_dark() -> bool:
    """Whether the theme in force is the dark one."""
    return _look.name == "dark"


def scaled(pixels: int) -> int:
    """A size at 100 % text, in pixels at the text scale in force."""
    return round(pixels * _look.text_scale)


def restyle(widget: QWidget, **properties: str) -> None:
    """Set properties that the style sheet selects by, and let it look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    # Not the widget's own `style()`: of that one, PySide keeps an object for each sheet there was.
    style = QApplication.style()
    style.unpolish(widget)
    style.polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # a frame's edge may differ


def _colours() -> Mapping[str, str]:
    if not _look.colours:
        _look.colours = tokens("light")
    return _look.colours


def _style_sheet() -> str:
    text = (RESOURCES / "themes" / "style.qss").read_text(encoding="utf-8")
    text = re.sub(r"\$([a-z-]+)", lambda found: _colours()[found[1]], text)
    text = re.sub(r"\b(\d+)spmax(\d+)\b", _at_most, text)
    text = re.sub(r"\b(\d+)sp\b", lambda found: f"{scaled(int(found[1]))}px", text)
    tick = RESOURCES / "themes" / f"tick-{_look.name}.png"
    return text.replace("@tick", tick.as_posix())


def _at_most(found: re.Match[str]) -> str:
    """A size that grows with the text up to so many pixels: "42spmax70"."""
    return f"{min(scaled(int(found[1])), int(found[2]))}px"


def _palette() -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, token(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, token("text-quiet"))
    return palette


_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text-quiet",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "loss",
    QPalette.ColorRole.Highlight: "act",
    QPalette.ColorRole.HighlightedText: "act-text",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "ground",
    QPalette.ColorRole.Link: "act",
    QPalette.ColorRole.Accent: "act",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line-strong",
    QPalette.ColorRole.Shadow: "line-strong",
}
