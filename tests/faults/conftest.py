"""What the tests of faults begin with."""

from pathlib import Path

import pytest

from judging_app.desk import events
from judging_app.domain.event import Phase
from tests.desk.small_event import Clock, bring_to


@pytest.fixture
def scoring_path(small_path: Path) -> Path:
    """A closed file of the small event, open for scoring."""
    desk = events.open_event(small_path, Clock())
    bring_to(desk, Phase.SCORING)
    desk.close()
    return small_path
