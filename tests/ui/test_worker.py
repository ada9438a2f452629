from collections.abc import Iterator
from threading import Event as Flag
from threading import current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from judging_app.errors import OutputError
from ui.worker import Progress, Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    assert qtbot
    made = Worker()
    yield made
    made.stop()


def test_a_task_gives_its_result_and_tells_how_far_it_is(qtbot: QtBot, worker: Worker) -> None:
    told: list[tuple[int, int]] = []
    worker.progressed.connect(lambda done, total: told.append((done, total)))

    def task(progress: Progress) -> object:
        for number in range(3):
            progress(number + 1, 3)
        return b"%PDF"

    with qtbot.waitSignal(worker.finished) as finished:
        worker.start(task)

    assert finished.args == [b"%PDF"]
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert not worker.is_busy


def test_a_task_runs_beside_the_interface_and_answers_on_its_thread(
    qtbot: QtBot, worker: Worker
) -> None:
    answered: list[bool] = []
    worker.finished.connect(lambda _: answered.append(current_thread() is main_thread()))

    with qtbot.waitSignal(worker.finished) as finished:
        worker.start(lambda _: current_thread() is main_thread())

    assert finished.args == [False]
    assert answered == [True]


def test_an_error_is_handed_on_whole(qtbot: QtBot, worker: Worker) -> None:
    refusal = OutputError("The folder is full; choose another.")

    def task(_progress: Progress) -> object:
        raise refusal

    with qtbot.waitSignal(worker.failed) as failed:
        worker.start(task)

    assert failed.args == [refusal]
    assert not worker.is_busy


def test_a_cancelled_task_stops_at_its_next_step_and_gives_nothing(
    qtbot: QtBot, worker: Worker
) -> None:
    is_cancelled = Flag()
    done: list[int] = []
    results: list[object] = []
    worker.finished.connect(results.append)

    def task(progress: Progress) -> object:
        is_cancelled.wait(5)
        for number in range(100):
            progress(number, 100)
            done.append(number)
        return done

    with qtbot.waitSignal(worker.cancelled):
        worker.start(task)
        worker.cancel()
        is_cancelled.set()

    assert (done, results) == ([], [])
    assert not worker.is_busy


def test_a_second_task_is_not_taken_while_one_is_under_way(qtbot: QtBot, worker: Worker) -> None:
    may_end = Flag()

    def task(_progress: Progress) -> object:
        return may_end.wait(5)

    with qtbot.waitSignal(worker.finished):
        is_first_taken = worker.start(task)
        is_second_taken = worker.start(task)
        may_end.set()

    assert (is_first_taken, is_second_taken) == (True, False)
