"""What can't be written where it is opens to look at and to print, and is left as it is."""

import errno
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from judging_app.desk import ballots, events, scoring, sign_in, standings
from judging_app.desk.rights import Sight
from judging_app.domain.event import Audience, Phase
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import EventFileError, NotAllowedError, ReadOnlyError, SignInError
from judging_app.store.verify import verify_file
from tests.desk.small_event import (
    ADA,
    IMPACT,
    J1,
    LANTERN,
    PINS,
    bring_to,
    files_in,
    submit_all,
)
from tests.store.torn import torn_copy


def _file_marked(path: Path) -> None:
    path.chmod(0o444)


def _folder_marked(path: Path) -> None:
    path.parent.chmod(0o555)


MARKS = [_file_marked, _folder_marked]


@pytest.fixture(params=MARKS)
def read_only(request: pytest.FixtureRequest, small_path: Path) -> Path:
    """A closed event with its ballots in, which nobody may write."""
    desk = events.open_event(small_path)
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    desk.close()
    mark: Callable[[Path], None] = request.param
    mark(small_path)
    return small_path


@pytest.mark.row(11)
def test_what_can_not_be_written_opens_to_look_at_and_is_left_as_it_is(read_only: Path) -> None:
    before = files_in(read_only.parent)
    desk = events.open_and_check(read_only)

    assert desk.is_read_only
    sign_in.sign_in(desk, ORGANISER, PINS[ORGANISER])
    shown = standings.view(desk, ORGANISER, Audience.PANEL)
    assert [row.place_text for row in shown.rows] == ["1", "2", "3"]
    assert files_in(read_only.parent) == before
    desk.close()
    assert files_in(read_only.parent) == before


@pytest.mark.row(11)
def test_each_change_of_what_can_not_be_written_is_refused_with_the_remedy(
    read_only: Path,
) -> None:
    desk = events.open_event(read_only)

    with pytest.raises(ReadOnlyError, match=r"opened read-only.* Copy it to a folder"):
        ballots.score(desk, ADA, J1, LANTERN, IMPACT, 5)
    with pytest.raises(ReadOnlyError, match="opened read-only"):
        scoring.close_scoring(desk, HOST, "All are in.")
    with pytest.raises(NotAllowedError):
        desk.check_sight(ADA, Sight.ALL_BALLOTS)
    desk.close()


@pytest.mark.row(11)
def test_a_pin_is_asked_for_and_tries_are_counted_where_nothing_can_be_written(
    read_only: Path,
) -> None:
    desk = events.open_event(read_only)

    for left in (4, 3, 2, 1):
        with pytest.raises(SignInError, match=f"{left} tr(y|ies) left"):
            sign_in.sign_in(desk, ADA, "000000")
    with pytest.raises(SignInError, match="Try again in 15 seconds"):
        sign_in.sign_in(desk, ADA, "000000")
    with pytest.raises(SignInError, match="Too many wrong PINs"):
        sign_in.sign_in(desk, ADA, PINS[ADA])
    desk.close()


@pytest.mark.row(11)
def test_what_can_not_be_written_is_checked(read_only: Path) -> None:
    before = files_in(read_only.parent)

    assert verify_file(read_only).findings == ()
    assert files_in(read_only.parent) == before


@pytest.mark.row(11)
def test_an_older_file_that_can_not_be_written_is_read_as_this_version_would_make_it(
    tmp_path: Path,
) -> None:
    saved = Path(__file__).parents[1] / "event_files" / "version 1.pitchday"
    older = Path(shutil.copyfile(saved, tmp_path / "older.pitchday"))
    older.chmod(0o444)

    desk = events.open_event(older)
    assert desk.is_read_only
    assert desk.verification().findings == ()
    desk.close()
    assert files_in(tmp_path) == {older.name: saved.read_bytes()}


@pytest.mark.row(11)
def test_a_save_that_a_kill_tore_is_undone_in_what_is_looked_at_alone(small_path: Path) -> None:
    torn, _ = torn_copy(small_path)
    torn.chmod(0o444)
    before = files_in(torn.parent)

    desk = events.open_event(torn)
    assert desk.is_read_only
    assert desk.verification().findings == ()
    desk.close()
    assert files_in(torn.parent) == before


@pytest.mark.row(11)
def test_a_torn_file_that_this_computer_has_no_space_for_says_so(
    small_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torn, _ = torn_copy(small_path)
    torn.chmod(0o444)
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr("judging_app.store.opening.shutil.copyfile", Mock(side_effect=full))

    with pytest.raises(EventFileError, match=r"no space to undo it in a copy .* Free some"):
        events.open_event(torn)
