"""A day in the windows, in a process of its own: opened by a dialog, scored, closed, printed."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from judging_app.desk import sign_in
from judging_app.domain.event import Phase
from judging_app.domain.roles import ORGANISER
from tests.desk.small_event import ADA, PINS, bring_to, make_small_event, submit_all
from tests.ui import screens
from ui.pages import HOST_DESK, RECORD
from ui.windows import Application


def main(folder: Path) -> None:
    """Live the day on an event of this folder."""
    path = folder / "Perch wins.pitchday"
    make_small_event(path)
    app = QApplication(["judging-app"])
    application = Application(app)
    window = application.window
    window.show()
    _choose(str(path))
    chosen = window.choice.event()
    if chosen != path:
        raise RuntimeError(chosen)
    window.open_event(path)
    desk = window.day.desk
    sign_in.sign_in(desk, ADA, PINS[ADA])
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    window.day.enter(ORGANISER)
    window.entry_asked.emit(HOST_DESK)
    screens.host_desk(window).close_scoring_asked.emit("")
    _choose(str(folder))
    screens.host_desk(window).closing.printing.asked.emit()
    window.entry_asked.emit(RECORD)
    _wait_until_printed(folder)
    window.close()
    QTest.qWait(50)  # the dialogs go in the loop


def _choose(name: str) -> None:
    """Type a name into the dialog that is about to be shown, and take it."""

    def take() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QFileDialog) and dialog.isVisible():
                field = dialog.findChild(QLineEdit)
                if isinstance(field, QLineEdit):
                    field.setText(name)
                dialog.accept()
                return
        QTimer.singleShot(20, take)

    QTimer.singleShot(20, take)


def _wait_until_printed(folder: Path) -> None:
    for _ in range(1000):
        QTest.qWait(20)
        if [*folder.glob("*.pdf")]:
            return
    raise RuntimeError("nothing was printed")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
