"""The watch over open events sees what opens one."""

import pytest

from judging_app.desk.desk import Desk
from judging_app.store import opening
from tests import live_files


@pytest.mark.row(14)
def test_an_open_event_that_is_opened_past_sqlite_would_be_found(desk: Desk) -> None:
    assert desk.file.path.read_bytes()  # by a test
    assert opening.is_ours(desk.file.path)

    assert len(live_files._opened) == 1
    live_files._opened.clear()
