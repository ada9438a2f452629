"""A whole day played on a copy: by the acts of the day, marked, and the event itself untouched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from judging_app.desk import ballots, scoring
from judging_app.desk.desk import Desk
from judging_app.desk.events import open_event
from judging_app.desk.handing_out.day_papers import DayPaper, day_job
from judging_app.desk.projector import wall_facts
from judging_app.desk.run_order import run_order
from judging_app.desk.set_up import dress_rehearsal
from judging_app.desk.standings import view
from judging_app.domain.ballots import BallotState
from judging_app.domain.event import Audience, Method, Phase
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.set_up.invented import MOST, InventedJudge, InventedPanel, Mishap, Spread
from judging_app.errors import NotAllowedError
from judging_app.planning.dress_rehearsal import Happening
from tests.desk.small_event import J1, make_small_event

EVERYTHING = InventedPanel(mishaps=frozenset(Mishap), seed="lanterns")


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(dress_rehearsal, "own_folder", lambda: tmp_path)
    path = tmp_path / "event" / "small.pitchday"
    path.parent.mkdir()
    make_small_event(path)
    return path


class Copy:
    """The copy as it is open now; the laptop's restart opens it again."""

    def __init__(self, path: Path) -> None:
        self.path, self.desk = path, open_event(path)

    def again(self) -> Desk:
        self.desk.close()
        self.desk = open_event(self.path)
        return self.desk

    def play(self, wanted: InventedPanel) -> dict[Happening, dress_rehearsal.Went]:
        day = dress_rehearsal.moments(self.desk, wanted)
        return {one.what: dress_rehearsal.play(self.desk, one, self.again) for one in day}


@pytest.fixture
def copy(real: Path) -> Iterator[Copy]:
    desk = open_event(real)
    path = dress_rehearsal.begin(desk, ORGANISER)
    desk.close()
    made = Copy(path)
    yield made
    made.desk.close()


def test_a_day_with_everything_that_goes_wrong_ends_with_a_result_and_the_event_as_it_was(
    real: Path, copy: Copy
) -> None:
    before = dress_rehearsal.digest_of(real)
    went = copy.play(EVERYTHING)
    desk = copy.desk

    assert set(went) >= set(Happening) - {Happening.OVER}
    assert went[Happening.RESTART].is_well
    assert went[Happening.RESTART].words.startswith("0 of ")
    assert not went[Happening.LEAVES].is_well
    assert desk.event().phase is Phase.PUBLISHED
    assert all(row.place for row in view(desk, ORGANISER, Audience.PANEL).rows)
    assert set(dress_rehearsal.winners(desk)) == set(Method)
    assert dress_rehearsal.digest_of(real) == before


def test_screens_and_papers_of_a_rehearsal_say_so_and_those_of_the_event_dont(
    real: Path, copy: Copy
) -> None:
    assert copy.desk.event().is_rehearsal
    assert wall_facts(copy.desk).rehearsal
    assert day_job(copy.desk, ORGANISER, DayPaper.RUNNING).mark == "REHEARSAL"
    desk = open_event(real)
    assert not desk.event().is_rehearsal
    assert not wall_facts(desk).rehearsal
    assert not day_job(desk, ORGANISER, DayPaper.RUNNING).mark
    desk.close()


def test_without_mishaps_every_ballot_comes_in_and_the_same_seed_gives_the_same_day(
    copy: Copy,
) -> None:
    plain = InventedPanel(seed="lanterns")
    day = dress_rehearsal.moments(copy.desk, plain)
    copy.play(plain)

    states = {one.state for one in ballots.every_ballot(copy.desk).values()}
    assert states == {BallotState.SUBMITTED}
    assert day == dress_rehearsal.moments(copy.desk, plain)
    assert [one.team for one in day if one.what is Happening.CALL] == [
        slot.team for slot in run_order(copy.desk)
    ]


def test_a_harsh_judge_gives_less_than_a_lenient_one_for_the_same(copy: Copy) -> None:
    def given(severity: int) -> int:
        how = InventedJudge(severity, Spread.SMALL)
        day = dress_rehearsal.moments(copy.desk, InventedPanel({J1: how}, seed="x"))
        return sum(sum(one.scores.values()) for one in day if one.judge == J1)

    assert given(MOST) < given(0) < given(-MOST)


def test_it_is_the_organisers_and_before_scoring_opens(real: Path) -> None:
    desk = open_event(real)
    with pytest.raises(NotAllowedError):
        dress_rehearsal.begin(desk, HOST)
    scoring.open_scoring(desk, HOST)
    with pytest.raises(NotAllowedError):
        dress_rehearsal.begin(desk, ORGANISER)
    desk.close()
