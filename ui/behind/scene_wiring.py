"""Says what the room now sees to whoever can't look at the projector."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from judging_app.domain.event import Scene
from judging_app.present.words.scenes import SCENES
from ui.announce import announce
from ui.day import Day


class SceneWiring(QObject):
    """Announces each new scene in the window, to a host or an organiser."""

    def __init__(self, window: QWidget, day: Day) -> None:
        super().__init__(window)
        self._window, self._day = window, day
        self._scene = Scene.HOLDING
        day.opened.connect(self._look)
        day.changed.connect(self._follow)

    def _look(self) -> None:
        self._scene = self._day.desk.programme().scene

    def _follow(self, _changed: object) -> None:
        from judging_app.desk.rights import may  # noqa: PLC0415 - the desk comes after the names
        from judging_app.domain.acts import ShowScene  # noqa: PLC0415 - as above

        before, day = self._scene, self._day
        if day.is_signed_in and may(day.actor, ShowScene, day.desk.event().phase):
            self._look()
            if self._scene is not before:
                announce(self._window, f"On the projector: {SCENES[self._scene].name}")
