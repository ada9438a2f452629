"""Closing and publishing sign the record, with a key that only this computer has."""

import os
import shutil
import stat
from contextlib import closing
from pathlib import Path

import pytest

from judging_app.desk import events, scoring
from judging_app.desk.desk import Desk
from judging_app.desk.record.checking import RecordCheck, new_check
from judging_app.domain.acts import AnnounceKey, RestoreEvent, SignRecord, act_name
from judging_app.domain.event import Phase
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import NotSavedError
from judging_app.present.organiser.signatures import NOTHING_SIGNED, ONLY_A_CODE
from tests.desk.small_event import bring_to, make_small_event, submit_all

_ANNOUNCES, _SIGNS = act_name(AnnounceKey), act_name(SignRecord)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An event that was created on this computer."""
    made = tmp_path / "day.pitchday"
    make_small_event(made)
    return made


def _checked(desk: Desk) -> RecordCheck:
    return new_check(desk)(None)


def _acts(desk: Desk, *names: str) -> list[str]:
    return [entry.act for entry in desk.entries() if entry.act in names]


def _close(path: Path) -> Desk:
    desk = events.open_event(path)
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    return desk


def test_the_key_is_announced_with_the_event_and_kept_for_this_account_alone(
    path: Path, own_folder: Path
) -> None:
    desk = events.open_event(path)

    (key,) = (own_folder / "keys").iterdir()
    assert [entry.act for entry in desk.entries()[:2]] == ["create event", _ANNOUNCES]
    assert key.name == f"{desk.entries()[0].digest[:32]}.key"
    assert key.read_bytes() not in path.read_bytes()
    if os.name != "nt":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
    desk.close()


def test_every_step_from_closing_on_is_signed_and_who_could_have_changed_what_is_told(
    path: Path,
) -> None:
    desk = _close(path)
    scoring.reopen_scoring(desk, ORGANISER, "A ballot came late.")
    scoring.close_scoring(desk, ORGANISER)
    scoring.publish(desk, ORGANISER)
    scoring.amend(desk, ORGANISER, "A score was misread.", "The panel.")
    scoring.publish(desk, ORGANISER)

    found = _checked(desk)
    assert [one.act for one in found.found.signed] == [
        *("close scoring", "reopen scoring", "close scoring"),
        *("publish", "amend result", "publish"),
    ]
    assert _acts(desk, _ANNOUNCES) == [_ANNOUNCES]
    signed, only_a_code = found.proof
    assert signed.startswith("Signed on this computer when the result was published, at ")
    assert "Nothing before that was changed by anybody who doesn’t have this computer’s" in signed
    assert only_a_code == ONLY_A_CODE
    assert found.faults == ()
    desk.close()


def test_before_closing_nothing_is_signed_and_that_is_told(path: Path) -> None:
    desk = events.open_event(path)

    assert _checked(desk).proof == (NOTHING_SIGNED,)
    desk.close()


def test_what_follows_a_signature_is_told_to_be_unsigned(path: Path) -> None:
    desk = _close(path)
    with pytest.raises(Exception, match="can’t publish"):
        scoring.publish(desk, HOST)

    assert (
        "1 entry was added after that, unsigned: whoever has this file could have changed those."
        in _checked(desk).proof
    )
    desk.close()


def test_another_computer_announces_a_key_of_its_own_and_the_record_says_so(
    path: Path, own_folder: Path
) -> None:
    _close(path).close()
    shutil.rmtree(own_folder)
    elsewhere = events.open_event(path)
    before = _checked(elsewhere).proof
    scoring.publish(elsewhere, ORGANISER)

    found = _checked(elsewhere)

    assert "which isn’t on this computer. If the same key is on the paper" in before[0]
    assert _acts(elsewhere, _ANNOUNCES, _SIGNS) == [_ANNOUNCES, _SIGNS, _ANNOUNCES, _SIGNS]
    assert found.faults == ()
    assert "it is signed with another key" in found.proof[0]
    assert "on another computer, or by somebody who replaced the key" in found.proof[0]
    assert found.proof[1].startswith("Signed on this computer when the result was published")
    elsewhere.close()


def test_a_computer_that_can_keep_nothing_signs_all_the_same(path: Path, own_folder: Path) -> None:
    shutil.rmtree(own_folder)
    own_folder.write_text("a file where the folder would be")
    desk = _close(path)

    assert _acts(desk, _SIGNS) == [_SIGNS]
    assert _checked(desk).faults == ()
    desk.close()


def test_what_did_not_reach_the_disk_is_not_remembered_as_signed(path: Path) -> None:
    desk = events.open_event(path)
    bring_to(desk, Phase.SCORING)
    submit_all(desk)
    (pages,) = desk.file.db.execute("PRAGMA page_count").fetchone()
    desk.file.db.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(NotSavedError):
        _close_and_reopen_for_ever(desk)

    assert _checked(desk).faults == ()
    desk.close()


def _close_and_reopen_for_ever(desk: Desk) -> None:
    while True:
        scoring.close_scoring(desk, HOST)
        scoring.reopen_scoring(desk, ORGANISER, "Again, until the disk is full." * 20)


def test_a_copy_from_before_closing_is_told_from_the_record_that_was_signed(
    path: Path, tmp_path: Path
) -> None:
    earlier = Path(shutil.copy(path, tmp_path / "earlier.pitchday"))
    desk = _close(path)
    code = desk.record_code()
    desk.close()

    copy = events.open_event(earlier)

    (fault,) = _checked(copy).faults
    assert code in fault
    assert fault.endswith("copy of the event, or it was shortened or rewritten.")
    assert copy.trust().is_given  # as somebody who practised on a copy needs it
    copy.close()


def test_a_restored_event_goes_on_and_says_what_it_left_behind(path: Path, tmp_path: Path) -> None:
    earlier = Path(shutil.copy(path, tmp_path / "earlier.pitchday"))
    desk = _close(path)
    code = desk.record_code()
    desk.close()
    copy = events.open_event(earlier)
    with copy.doing(ORGANISER, RestoreEvent) as doing:
        doing.record(RestoreEvent(copy.now(), copy.entries()[-1].digest))

    found = _checked(copy)

    assert found.faults == ()
    assert copy.trust().is_given
    assert code in found.proof[0]
    assert found.proof[0].startswith("The event was restored from a copy that was made before")
    copy.close()


def test_an_event_from_before_there_were_keys_gets_one_at_its_next_signature(
    tmp_path: Path,
) -> None:
    old = Path(__file__).parents[2] / "event_files" / "version 1.pitchday"
    desk = events.open_event(Path(shutil.copy(old, tmp_path / "old.pitchday")))
    before = _acts(desk, _ANNOUNCES, _SIGNS), _checked(desk)

    scoring.reopen_scoring(desk, ORGANISER, "A ballot came late.")

    assert before[0] == []
    assert before[1].faults == ()
    assert before[1].proof == (NOTHING_SIGNED,)
    assert _acts(desk, _ANNOUNCES, _SIGNS) == [_ANNOUNCES, _SIGNS]
    assert _checked(desk).faults == ()
    assert _checked(desk).proof[0].startswith("Signed on this computer when scoring was reopened")
    desk.close()


def test_a_file_that_gives_a_path_for_its_first_digest_reaches_no_other_folder(
    path: Path, own_folder: Path
) -> None:
    (own_folder / "mine.key").write_text("mine")
    with closing(events.open_event(path)) as desk:
        bring_to(desk, Phase.SCORING)
        desk.file.db.execute("DROP TRIGGER journal_is_never_changed")
        desk.file.db.execute("UPDATE journal SET digest = '../mine' WHERE seq = 1")
        scoring.close_scoring(desk, HOST, "To see where its key is kept")

    assert (own_folder / "mine.key").read_text() == "mine"
