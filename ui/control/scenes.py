"""Every scene that the host can preview, by when it is used, and the room's picture beside them."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.domain.event import Scene
from judging_app.present.control.control import NextKind, NextView, SceneChoice
from judging_app.present.wall.showing import WallView
from judging_app.present.words.scenes import GROUP_WORDS, SCENES, SceneGroup, scenes_of
from ui import fonts, icons, theme
from ui.displays.words import ProjectorState
from ui.room.key_button import KeyButton
from ui.room.tally import ProgramFrame, Tally
from ui.wall.picture import WallPicture
from ui.wall.projector import Projector
from ui.widgets.flow_row import FlowRow
from ui.widgets.form import across, add, column
from ui.widgets.labels import NameLabel, PlainLabel, WrappedLabel

WIDTH, SMALL_WIDTH = 476, 208
"""Of the room's picture and the small one, in pixels at any size of text."""

PICTURE, WORDS = QSize(144, 81), 28
"""Of a scene's picture, and the height of the words below it, in pixels at 100 % text."""

DRAWN = 2
"""How many times as large a scene's picture is drawn before it is made small."""


_WHOLE = Qt.AspectRatioMode.IgnoreAspectRatio
_SMOOTH = Qt.TransformationMode.SmoothTransformation


class ProgramPane(QWidget):
    """What the room sees, with the tally over it."""

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.tally = PlainLabel("", "strong"), Tally()
        self.frame = ProgramFrame("What the audience sees")
        self._on, self._state = "", ProjectorState()
        column(across((self.heading, 1), self.tally, spacing=8), self.frame, spacing=8, inside=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.frame.keep_width(WIDTH)

    def show_words(self, heading: str, line: str) -> None:
        """Say what is on, and how far it has got."""
        self._on = line or heading
        self._say()

    def show_state(self, state: ProjectorState) -> None:
        """Say whether the room sees anything."""
        self._state = state
        self.tally.show_standing(state.standing)
        self._say()

    def show_picture(self, view: WallView) -> None:
        """Show in small what the room sees."""
        self.frame.show_picture(view)

    def _say(self) -> None:
        self.frame.show_state(self._state, self._on)
        seen = self.frame.is_seen
        self.heading.setText(f"On the wall: {self._on}" if seen else "Nothing is on the wall")

    def stand(self, *, is_wide: bool) -> None:
        """Show the picture, or in words alone what is on, where there is no room for it."""
        self.frame.setVisible(is_wide)


class NextPane(QWidget):
    """What the next key brings; the reveal's next step has no picture, which would give it away."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = Projector(self, is_motion_reduced=True)
        self.picture.setWindowFlags(Qt.WindowType.Widget)
        self.picture.setAccessibleName("What the audience would see next")
        self.picture.setFixedSize(SMALL_WIDTH, SMALL_WIDTH * 9 // 16)
        self.heading, self.line = NameLabel("", "subheading"), WrappedLabel("", "quiet")
        words = column(
            PlainLabel("Next on the wall", "label"), self.heading, self.line, 1, spacing=4
        )
        across((self.picture, 0, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=12, inside=self)

    def show_next(self, upcoming: NextView) -> None:
        """Say what is next, and why it can't be taken if it can't."""
        is_step = upcoming.kind is NextKind.STEP
        hidden = "Its picture stays hidden until it is announced." if is_step else ""
        self.heading.setText(upcoming.text)
        self.line.setText(upcoming.why or hidden)
        theme.restyle(self.line, kind="attention" if upcoming.why else "quiet")

    def show_picture(self, view: WallView | None) -> None:
        """Show the small picture; `None` where there is none to be seen beforehand."""
        self.picture.setVisible(view is not None)
        if view is not None:
            self.picture.show_view(view)


class SceneButton(KeyButton):
    """A scene as a small picture over its name; or dim, with why it can’t be shown now."""

    def __init__(self, scene: Scene) -> None:
        self._why, self._is_on, self._picture = "", False, QPixmap()
        super().__init__(SCENES[scene].name, SCENES[scene].letter, kind="card")
        self.setCheckable(True)
        self.setProperty("scene", scene.name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_blank(self) -> bool:
        """Whether it has words in place of a picture."""
        return bool(self._why) or self._picture.isNull()

    def show_choice(self, choice: SceneChoice, *, is_on: bool) -> None:
        """Say whether it is on, next, or can’t be shown now and why."""
        self._why, self._is_on = choice.why, is_on
        self.setChecked(choice.is_previewed)
        said = [choice.text, *(["on air"] * is_on), *(["next"] * choice.is_previewed)]
        self.setAccessibleName(", ".join(said))
        self.setAccessibleDescription(f"{choice.why} Key: {self.keycap}".strip())
        self.setToolTip(choice.why)
        theme.restyle(self, ready="no" if choice.why else "yes")
        self.update()

    def show_picture(self, picture: QPixmap) -> None:
        """Show what the room would see."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(PICTURE.width()), theme.scaled(PICTURE.height() + WORDS))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(0, 0, self.width(), self.height() - theme.scaled(WORDS))
        if self._why:
            self._paint_why(painter, box)
        else:
            painter.drawPixmap(box, self._picture)
        edge, word, icon = self._state()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.token(edge), 2 if word or self.underMouse() else 1))
        painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))
        if word:
            self._paint_tag(painter, word, icon, edge)
        below = QRect(0, box.height(), self.width(), self.height() - box.height())
        cap = self._end_width()
        self._paint_end(painter, QRect(below.right() + 1 - cap, below.top(), cap, below.height()))
        self._paint_words(painter, below.adjusted(2, 0, -cap, 0))

    def _state(self) -> tuple[str, str, str]:
        """The colour of the edge, and the tag on the picture: its word and its shape."""
        if self._is_on:
            return "air", "On air", "dot"
        return ("act", "Next", "chevron-right") if self.isChecked() else ("line-strong", "", "")

    def _paint_why(self, painter: QPainter, box: QRect) -> None:
        painter.fillRect(box, theme.token("ground"))
        painter.setPen(theme.token("text-quiet"))
        painter.setFont(fonts.screen_font(theme.scaled(12)))
        words, side = self._why.partition(". ")[0].rstrip("."), theme.scaled(6)
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        painter.drawText(box.adjusted(side, 0, -side, 0), wrap, f"{words}.")

    def _paint_tag(self, painter: QPainter, word: str, icon: str, ground: str) -> None:
        font, side = fonts.screen_font(theme.scaled(12), is_strong=True), theme.scaled(8)
        wide = QFontMetrics(font).horizontalAdvance(word) + side + 16
        tag = QRect(0, 0, wide, theme.scaled(20))
        painter.fillRect(tag, theme.token(ground))
        ink = f"{ground}-text"
        if icon == "dot":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token(ink))
            painter.drawEllipse(QRectF(5, (tag.height() - side) / 2, side, side))
        else:
            small = theme.scaled(12)
            painter.drawPixmap(3, (tag.height() - small) // 2, icons.pixmap(icon, ink, small))
        painter.setPen(theme.token(ink))
        painter.setFont(font)
        painter.drawText(tag.adjusted(side + 10, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)


class SceneButtons(QWidget):
    """Every scene under when it is used; a press previews it and shows the room nothing."""

    scene_chosen = Signal(Scene)
    pictures_asked = Signal()
    """The scenes are on show, and want their pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Scene, SceneButton] = {}
        self._is_seen = False
        self._choices: tuple[SceneChoice, ...] = ()
        self._views: dict[Scene, WallView] = {}
        whole = column(spacing=4, inside=self)
        for group in SceneGroup:
            if group is not SceneGroup.AT_ONCE:
                add(whole, PlainLabel(GROUP_WORDS[group], "label"), self._row(group))
                whole.addSpacing(8)
        whole.addStretch(1)
        theme.follow(self._draw_all)

    def show_scenes(self, choices: Sequence[SceneChoice]) -> None:
        """Say of each scene whether it is on, next, or can't be shown now and why."""
        self._choices = tuple(choices)
        for choice in choices:
            is_on = choice.is_on and self._is_seen
            self.buttons[choice.scene].show_choice(choice, is_on=is_on)

    def show_seen(self, *, is_seen: bool) -> None:
        """Whether the room sees the scene that is on."""
        if is_seen != self._is_seen:
            self._is_seen = is_seen
            self.show_scenes(self._choices)

    def show_pictures(self, views: Mapping[Scene, WallView]) -> None:
        """Show what the room would see with each of these; one that is the same stays as it is."""
        new = {scene: view for scene, view in views.items() if self._views.get(scene) != view}
        self._views |= new
        self._draw(new)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.pictures_asked.emit()

    def _draw_all(self) -> None:
        self._draw(self._views)

    def _draw(self, scenes: Iterable[Scene]) -> None:
        """Draw them on a wall of their own, which nobody sees or hears and is gone afterwards."""
        size = QSize(*(theme.scaled(side) for side in (PICTURE.width(), PICTURE.height())))
        ratio = self.devicePixelRatioF()
        wall = WallPicture(is_motion_reduced=True)
        wall.resize(size * DRAWN)
        for scene in scenes:
            wall.show_view(self._views[scene])
            drawn = wall.grab().scaled(size * ratio, _WHOLE, _SMOOTH)
            drawn.setDevicePixelRatio(ratio)
            self.buttons[scene].show_picture(drawn)
        wall.deleteLater()

    def _row(self, group: SceneGroup) -> FlowRow:
        row = FlowRow()
        for scene in scenes_of(group):
            self.buttons[scene] = SceneButton(scene)
            self.buttons[scene].clicked.connect(self._choose)
        row.show_parts([self.buttons[scene] for scene in scenes_of(group)])
        return row

    def _choose(self) -> None:
        self.scene_chosen.emit(Scene[str(self.sender().property("scene"))])
