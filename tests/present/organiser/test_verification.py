"""What a check of an event file found, in words."""

from dataclasses import replace

from judging_app.domain.ids import DeviceId
from judging_app.domain.journal import Entry, EntryKey
from judging_app.present.organiser.verification import finding_text, refusal_text, verified_text


def entry(at: str = "2026-06-02T14:32:07+00:00", actor: str = "judge:J3") -> Entry:
    key = EntryKey(57, DeviceId("d1"))
    return Entry(key, at, actor, "submit ballot", "ballot J3/T1", "{}", "", "", "", "", "")


def test_a_finding_names_the_entry_its_time_actor_act_and_subject() -> None:
    assert finding_text(entry(), "its content was changed after it was recorded") == (
        "Entry 57 (14:32 on 2 June 2026, judge:J3, submit ballot, ballot J3/T1): its content was "
        "changed after it was recorded."
    )


def test_what_is_no_time_no_person_and_no_subject_is_not_told_for_it_may_be_a_score() -> None:
    piece = '"scores":{"impact":7'

    said = finding_text(replace(entry(at=piece, actor=piece), subject=piece, act=piece), "x")

    assert said == "Entry 57: x."


def test_what_was_tampered_with_cannot_command_a_terminal() -> None:
    said = finding_text(entry(actor="\x1b[2J\n" + "x" * 999), "x")

    assert said.isprintable()
    assert len(said) < 200


def test_a_finding_without_an_entry_is_a_sentence() -> None:
    assert finding_text(None, "the file’s structure is damaged: page 7") == (
        "The file’s structure is damaged: page 7."
    )
    assert finding_text(None, "The file can’t be read.") == "The file can’t be read."


def test_one_entry_is_counted_as_one() -> None:
    assert verified_text(1, "0" * 64) == "1 entry checked, none changed. Record 0000-0000-0000-0000"


def test_a_refusal_tells_the_first_finding_how_many_more_and_the_remedy() -> None:
    assert refusal_text("day.pitchday", ("Entry 1: a.", "Entry 2: b.", "Entry 3: c.")) == (
        "day.pitchday is damaged, or was changed after it was recorded. Entry 1: a. (2 more like "
        "this.) Open an earlier copy."
    )
