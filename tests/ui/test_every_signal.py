"""Whatever goes wrong inside what a screen asks for, the application lives and says so in words."""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMetaMethod, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

import judging_app.desk
from judging_app.desk import ballots, events
from judging_app.domain.event import Phase
from judging_app.domain.roles import HOST, ORGANISER, SCORER, Actor
from tests.desk.small_event import ADA, IMPACT, J1, LANTERN, PERCH, bring_to, submit_wholly
from tests.faults.row_run import RowRun
from tests.faults.told import reading
from tests.journeys.window_day import Chosen
from tests.ui import screens
from ui.windows import STILL_SAVED, UNFORESEEN, Application

TOLD_NOBODY = "J1 gave Lantern 7 of 10; the PIN is 816204"
NOT_TOLD = ("7 of 10", "816204")

SAVED = {("J1", "T1", "impact"): 7, ("J1", "T1", "delivery"): 5}


class Fails:
    """Whatever is asked of it goes wrong."""

    def __getattr__(self, _name: str) -> object:
        raise RuntimeError(TOLD_NOBODY)


def fail(*_asked: object, **_more: object) -> object:
    raise RuntimeError(TOLD_NOBODY)


@pytest.fixture
def application(
    qapp: QApplication, small_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    """One with an event, and every screen built."""
    nowhere = tmp_path / "nowhere"
    made = Application(qapp, Chosen(nowhere, nowhere, nowhere))
    monkeypatch.setattr(sys, "excepthook", made.catch)
    desk = events.open_event(small_path)
    bring_to(desk, Phase.SCORING)
    submit_wholly(desk, J1, LANTERN)
    desk.close()
    made.window.open_event(small_path)
    screens.every_screen(made.window)
    made.window.show()
    yield made
    made.window.close()
    made.deleteLater()


def break_the_desk(patch: pytest.MonkeyPatch) -> int:
    """Let every function of the desk fail; the answer is how many there are."""
    count = 0
    for found in pkgutil.walk_packages(judging_app.desk.__path__, "judging_app.desk."):
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if inspect.isfunction(value) and value.__module__ == found.name:
                patch.setattr(module, name, fail)
                count += 1
    return count


def asking(window: QWidget) -> Iterator[tuple[QObject, QMetaMethod]]:
    """Every signal of every screen that asks for something; those of the window itself last."""
    for screen in [*window.findChildren(QObject), window]:
        if not isValid(screen):
            continue
        found = screen.metaObject()
        for at in range(found.methodCount()):
            method = found.method(at)
            name = bytes(method.name().data()).decode()
            if method.methodType() is QMetaMethod.MethodType.Signal and name.endswith("_asked"):
                yield screen, method


def arguments(method: QMetaMethod) -> list[object]:
    """Something of each kind that the signal carries."""
    kinds = [bytes(one.data()).decode() for one in method.parameterTypes()]
    return [_OF_KIND.get(kind) or Fails() for kind in kinds]


_OF_KIND = {"QString": "T1", "int": 1, "bool": True}


@pytest.mark.row(33)
@pytest.mark.qt_log_ignore("openDocument", extend=True)  # a folder is shown by the system
@pytest.mark.parametrize("actor", [ADA, SCORER, HOST, ORGANISER], ids=lambda one: one.key)
def test_an_error_behind_any_signal_is_told_in_words_and_the_application_goes_on(
    actor: Actor,
    application: Application,
    monkeypatch: pytest.MonkeyPatch,
    own_folder: Path,
    small_path: Path,
    row_run: RowRun,
) -> None:
    window, asked, fired = application.window, 0, 0
    window.day.enter(actor)
    with monkeypatch.context() as broken:
        assert break_the_desk(broken) > 100
        for sender, signal in asking(window):
            told: list[str] = []
            broken.setattr(window, "show_message", lambda text, _kind, told=told: told.append(text))
            getattr(sender, signal.name().toStdString()).emit(*arguments(signal))
            QApplication.processEvents()
            asked += 1
            fired += any(text.startswith((STILL_SAVED, UNFORESEEN)) for text in told)
            assert not any(secret in text for text in told for secret in NOT_TOLD)
            assert window.isVisible(), (sender, signal.name())
    logs = [path.read_text("utf-8") for path in (own_folder / "logs").iterdir()]
    window.day.close()
    left = reading(small_path)

    is_whole = left.scores == SAVED and not left.refusal
    row_run.tried("signals", asked, fired=fired, lost=int(not is_whole))
    assert logs
    assert not any(secret in log for log in logs for secret in NOT_TOLD)
    window.open_event(small_path)
    window.day.enter(ADA)
    window.day.do(lambda: ballots.score(window.day.desk, ADA, J1, PERCH, IMPACT, 9))
    assert ballots.ballot(window.day.desk, ADA, J1, PERCH).scores == {IMPACT: 9}
