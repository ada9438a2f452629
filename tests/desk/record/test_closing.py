"""What there is to keep as soon as scoring is closed, before anything is announced."""

import re

import pytest

from judging_app.desk import scoring
from judging_app.desk.desk import Desk
from judging_app.desk.record.closing import closing_job, record_at_closing
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import DeskError
from judging_app.present.organiser.closing import NOT_CLOSED, ClosingRecord
from tests.desk.small_event import submit_all


def test_its_code_is_the_records_own_right_after_closing_and_stays_what_it_was(
    desk: Desk,
) -> None:
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    code = desk.record_code()
    scoring.publish(desk, ORGANISER)

    found = record_at_closing(desk, HOST)

    assert found is not None
    assert found.code == code != desk.record_code()
    assert code in found.sentence
    assert found.closed.startswith("Scoring was closed by the host, at ")
    assert found.ballots.startswith("When this was printed: 9 ballots = 9 submitted")
    assert re.fullmatch(r"\w{4}(-\w{4}){3}", found.key)


def test_a_gap_is_on_it_with_its_reason(desk: Desk) -> None:
    scoring.close_scoring(desk, HOST, "The hall closes at six.")

    assert _rows(desk).reason == "The hall closes at six."
    assert "9 still to come" in _rows(desk).ballots
    assert all(text in _paper(desk) for text in ("The hall closes at six.", "9 still to come"))


def test_after_closing_again_it_is_another(desk: Desk) -> None:
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    before = _rows(desk).code
    scoring.reopen_scoring(desk, ORGANISER, "A ballot came late.")

    assert record_at_closing(desk, HOST) is None
    scoring.close_scoring(desk, HOST)
    assert _rows(desk).code != before
    assert _rows(desk).code in _paper(desk)
    assert before not in _paper(desk)


def test_before_closing_there_is_none_to_print(desk: Desk) -> None:
    with pytest.raises(DeskError, match=NOT_CLOSED):
        closing_job(desk, ORGANISER)


def test_no_score_is_on_it(desk: Desk) -> None:
    submit_all(desk)
    scoring.close_scoring(desk, HOST)
    assert "of 100" not in _paper(desk)


def _rows(desk: Desk) -> ClosingRecord:
    found = record_at_closing(desk, ORGANISER)
    assert found is not None
    return found


def _paper(desk: Desk) -> str:
    """All that is printed."""
    return repr(closing_job(desk, ORGANISER).rows)
