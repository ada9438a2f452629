"""The open event, as the parts of the window share it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from judging_app.desk import ballots
from judging_app.desk.desk import Changed
from judging_app.domain.event import Phase
from judging_app.errors import NoMemoryError
from tests.desk.small_event import ADA, IMPACT, J1, LANTERN, bring_to
from ui.day import Day


@pytest.fixture
def day(qtbot: QtBot, small_path: Path) -> Day:
    del qtbot
    made = Day()
    assert made.open(small_path)
    bring_to(made.desk, Phase.SCORING)
    made.enter(ADA)
    return made


@pytest.mark.row(35)
def test_a_save_on_a_slow_disk_is_announced_before_it_begins(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    day.saving.connect(lambda: said.append("saving"))
    day.saved.connect(lambda _text: said.append("saved"))
    day.act(ballots.score, J1, LANTERN, IMPACT, 5)
    at_first = [*said]

    monkeypatch.setattr("judging_app.desk.desk.SLOW_S", 0.0)
    day.act(ballots.score, J1, LANTERN, IMPACT, 6)
    day.close()

    assert at_first == ["saved"]
    assert said[:3] == ["saved", "saving", "saved"]


@pytest.mark.row(34)
def test_an_act_that_memory_ran_out_in_is_said_to_be_not_done(day: Day) -> None:
    refused: list[str] = []
    day.refused.connect(lambda sentence, kind: refused.append(f"{kind}: {sentence}"))

    def out_of_memory() -> Changed:
        raise MemoryError

    before = day.desk.entries()
    day.do(out_of_memory)

    assert refused == [f"loss: {NoMemoryError()}"]
    assert day.desk.entries() == before
    day.close()


def test_what_memory_runs_out_in_while_it_is_saved_is_not_saved(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_memory(*_: object) -> None:
        raise MemoryError

    before = day.desk.entries()
    with monkeypatch.context() as patch:
        patch.setattr("judging_app.store.journal.apply_act", out_of_memory)
        refusal = day.act(ballots.score, J1, LANTERN, IMPACT, 5)

    assert refusal.startswith("This computer has no memory left, so this was NOT saved.")
    assert day.desk.entries() == before
    day.close()
