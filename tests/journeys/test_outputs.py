"""What a whole day leaves behind on the computer, apart from the event, its copies and papers."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from judging_app import log
from judging_app.cli.main import main
from judging_app.desk import ballots, scoring, sign_in
from judging_app.domain.acts import ReopenBallot
from judging_app.domain.event import Phase
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import SignInError
from judging_app.store import sign_in_rows
from tests.desk.small_event import (
    ADA,
    J1,
    LANTERN,
    PASSPHRASE,
    PINS,
    bring_to,
    publish,
    small_setup,
    submit_all,
)
from tests.journeys.window_day import Hands
from tests.ui import screens
from ui.day import Day
from ui.window import Window

COMMENT = "marked-comment-7b1f"
WRONG_PIN = "902741"
HASH = "$argon2id$"


def left_behind(folders: list[Path]) -> dict[str, bytes]:
    """Every file below these folders, by its path."""
    return {
        str(path): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.row(60)
def test_nothing_that_a_day_leaves_on_the_computer_holds_a_pin_a_comment_or_a_name(
    small_path: Path,
    own_folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    config, temporary = tmp_path / "config", tmp_path / "temporary"
    for folder in (config, temporary):
        folder.mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(config))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(config))
    hands = a_day(small_path, qtbot)
    logged = log.logged(RuntimeError(f"{COMMENT} {PINS[ADA]}"))
    hashes = [
        kept.pin_hash
        for kept in (
            sign_in_rows.sign_in_record(hands.window.day.desk.file.db, one) for one in PINS
        )
        if kept
    ]
    hands.window.close()
    said = verified(small_path, capsys)
    files = left_behind([own_folder, config, temporary])
    setup = small_setup()
    people = [one.name for one in setup.judges] + [one.name for one in setup.participants]

    assert logged is not None
    assert len(hashes) == len(PINS)
    assert files
    assert said
    for secret in (*PINS.values(), WRONG_PIN, PASSPHRASE, COMMENT, HASH, *hashes, *people):
        assert [name for name, held in files.items() if secret.encode() in held] == []
        assert [name for name in files if secret in name] == []
        assert secret not in said


def a_day(path: Path, qtbot: QtBot) -> Hands:
    """Sign in rightly and wrongly, score, set the passphrase, look into a dialog, publish."""
    window = Window(Day())
    qtbot.addWidget(window)
    window.show()
    window.open_event(path)
    hands, desk = Hands(window), window.day.desk
    with pytest.raises(SignInError):
        sign_in.sign_in(desk, HOST, WRONG_PIN)
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    sign_in.confirm(desk, HOST, ReopenBallot, PINS[HOST])
    ballots.reopen(desk, HOST, J1, LANTERN, "A slip of the pen.")
    ballots.comment(desk, ADA, J1, LANTERN, COMMENT, "")
    ballots.submit(desk, ADA, J1, LANTERN)
    window.day.leave()
    hands.sign_in(ORGANISER.key, PINS[ORGANISER])
    hands.go_to("Passphrase")
    form = screens.passphrase(window)
    for field in (form.first, form.again):
        QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClick(form.again, Qt.Key.Key_Return)
    hands.enter_pin_again(PINS[ORGANISER])
    QTimer.singleShot(0, _leave_dialog)
    window.choice.folder("Folder for the papers")
    scoring.close_scoring(desk, HOST)
    publish(desk, PINS[ORGANISER])
    return hands


def _leave_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def verified(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the check says of the whole file."""
    capsys.readouterr()
    assert main(["verify", str(path)]) == 0
    said = capsys.readouterr()
    return said.out + said.err
