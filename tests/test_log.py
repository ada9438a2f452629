from pathlib import Path

import pytest

from judging_app.log import noted


def test_what_was_noticed_is_added_to_the_days_log_line_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    noted("One thing.")
    noted("Another.")

    (log,) = tmp_path.rglob("*noticed.log")
    assert [line.split(" · ")[1] for line in log.read_text().splitlines()] == [
        "One thing.",
        "Another.",
    ]


def test_a_log_that_cannot_be_written_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pitchday").write_text("in the way")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    noted("One thing.")
