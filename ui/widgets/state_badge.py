"""A state, shown by a shape, a word and a colour together."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.words import capitalised
from ui import fonts, icons, theme


@dataclass(frozen=True, slots=True)
class StateLook:
    """The icon and the colour's purpose that go with a state's word."""

    icon: str
    token: str


STATES: Mapping[str, StateLook] = {
    "not started": StateLook("circle-dashed", "text-quiet"),
    "draft": StateLook("pencil", "attention"),
    "submitted": StateLook("circle-check", "good"),
    "recused": StateLook("ban", "text-quiet"),
    "absent": StateLook("user-x", "text-quiet"),
    "owed": StateLook("clock", "attention"),
    "withdrawn": StateLook("door-open", "text-quiet"),
    "disqualified": StateLook("gavel", "text"),
    "setting up": StateLook("settings", "text-quiet"),
    "scoring": StateLook("lock-open", "act"),
    "closed": StateLook("lock", "text"),
    "published": StateLook("award", "good"),
    "pitching now": StateLook("presentation", "act"),
    "questions now": StateLook("users", "act"),
    "next": StateLook("arrow-right", "text"),
    "tied": StateLook("equal", "attention"),
    "saved": StateLook("check", "text-quiet"),
    "not saved": StateLook("circle-x", "loss"),
    "saving": StateLook("circle-dot", "text-quiet"),
    "good": StateLook("shield-check", "good"),
    "attention": StateLook("triangle-alert", "attention"),
    "loss": StateLook("x", "loss"),
    "info": StateLook("info", "act"),
    "being keyed": StateLook("keyboard", "attention"),
    "conflict": StateLook("scale", "attention"),
    "normal": StateLook("play", "act"),
    "standing": StateLook("pause", "text-quiet"),
    "warning": StateLook("hourglass", "attention"),
    "danger": StateLook("bell", "loss"),
    "overtime": StateLook("flag", "loss"),
}
"""Every state that has a badge; no two share a shape."""


class StateBadge(QWidget):
    """Shows a state's icon and word in the state's colour; `kind` is a key of `STATES`.

    A plain one is in the colour of text: colour is for what is unusual.
    """

    accessible_role = QAccessible.Role.StaticText

    def __init__(
        self,
        kind: str = "info",
        word: str = "",
        *,
        is_plain: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._word, self._is_plain = kind, word, is_plain
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(kind, word)

    @property
    def kind(self) -> str:
        """The state on show."""
        return self._kind

    @property
    def word(self) -> str:
        """The word on show."""
        return self._word

    def show_state(self, kind: str, word: str) -> None:
        """Show another state."""
        self._kind, self._word = kind, capitalised(word)
        self.setAccessibleName(self._word)
        self._update_tooltip()
        self.updateGeometry()
        self.update()

    def accessible_value(self) -> str:
        """Nothing: the word is its name."""
        return ""

    def sizeHint(self) -> QSize:
        return QSize(
            self._shape_size() + _GAP + self._metrics().horizontalAdvance(self._word) + 2,
            max(self._shape_size(), round(self._metrics().height() * 1.2)),
        )

    def minimumSizeHint(self) -> QSize:
        if self._is_plain:
            return self.sizeHint()
        return QSize(
            min(self.sizeHint().width(), theme.scaled(72)),
            self.sizeHint().height(),
        )

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._update_tooltip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, token = STATES[self._kind], self._token()
        size = self._shape_size()
        painter = QPainter(self)
        painter.drawPixmap(0, (self.height() - size) // 2, icons.pixmap(look.icon, token, size))
        painter.setPen(theme.token(token))
        painter.setFont(self._font())
        room = self.rect().adjusted(size + _GAP, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._elided())

    def _elided(self) -> str:
        room = self.width() - self._shape_size() - _GAP
        return self._metrics().elidedText(self._word, Qt.TextElideMode.ElideRight, room)

    def _update_tooltip(self) -> None:
        is_whole = self._elided() == self._word
        self.setToolTip("" if is_whole else f"<p>{escape(self._word)}</p>")

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    def _font(self) -> QFont:
        is_strong = self._token() not in ("text-quiet", "text")
        font = fonts.screen_font(theme.scaled(fonts.TEXT_SIZE), is_strong=is_strong)
        return fonts.with_figures(font, self._word)

    def _token(self) -> str:
        token = STATES[self._kind].token
        return "text" if self._is_plain and token not in ("attention", "loss") else token

    def _shape_size(self) -> int:
        return theme.scaled(18)


_GAP = 6
