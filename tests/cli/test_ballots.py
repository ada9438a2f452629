"""`judging-app ballots`."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest

from judging_app.desk import decisions, events, scoring
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.roles import ORGANISER
from judging_app.intake.sample import FOLDER
from tests.cli.small_folder import write_folder
from tests.cli.typing_words import Type, everything_in


def rows(text: str) -> list[tuple[str, ...]]:
    return [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))]


def test_what_came_in_as_a_file_goes_out_as_the_same_rows(sample: Path, typed: Type) -> None:
    before = everything_in(sample.parent)

    answer = typed("ballots", sample)

    came_in = rows((FOLDER / "ballots.csv").read_text("utf-8"))
    assert (answer.status, answer.err) == (0, "")
    assert rows(answer.out)[0] == came_in[0] == ("judge", "team", "criterion", "score")
    assert Counter(rows(answer.out)) == Counter(came_in)
    assert answer.out.count("\r\n") == answer.out.count("\n") == 221
    assert everything_in(sample.parent) == before


def test_an_event_made_of_printed_ballots_has_the_same_result(
    sample: Path, day_files: Path, here: Path, typed: Type
) -> None:
    (day_files / "ballots.csv").write_text(typed("ballots", sample).out, "utf-8", newline="")
    again = here / "again.pitchday"
    typed("new", again, "--title", "Tech Connect pitch day", "--from", day_files)

    answer = typed("standings", again, "--format", "csv")

    # It isn't open for scoring, so nothing of it is provisional.
    here_too = typed("standings", sample, "--format", "csv").out.replace(",provisional,", ",,")
    assert answer.out == here_too


def test_scores_in_half_steps_are_printed_as_they_were_given(typed: Type, here: Path) -> None:
    folder = write_folder(
        here / "files", ("idea,Idea,,0,10,0.5",), {"Ada": {"North": "7.5", "South": "0"}}
    )
    typed("new", here / "day.pitchday", "--title", "Day", "--from", folder)

    answer = typed("ballots", here / "day.pitchday")

    assert rows(answer.out)[1:] == [
        *(("Ada", "North", "idea", "7.5"), ("Ada", "South", "idea", "0")),
    ]


def test_a_draft_is_not_printed(day_files: Path, here: Path, typed: Type) -> None:
    for name in ("ballots.csv", "not-scored.csv"):
        (day_files / name).unlink()
    typed("new", here / "day.pitchday", "--title", "Day", "--from", day_files)

    answer = typed("ballots", here / "day.pitchday")

    assert answer.out == "judge,team,criterion,score\r\n"


def test_agreed_scores_are_printed_only_where_they_are_asked_for(sample: Path, typed: Type) -> None:
    desk = events.open_event(sample)
    scoring.close_scoring(desk, ORGANISER)
    ballot = JudgeId("J1"), TeamId("T1"), CriterionId("impact")
    decisions.agree_score(desk, ORGANISER, *ballot, 9, "Heard again.")
    desk.close()

    given, agreed = typed("ballots", sample), typed("ballots", sample, "--agreed")

    assert ("J1", "Team Lantern", "impact", "7") in rows(given.out)
    assert set(rows(agreed.out)) - set(rows(given.out)) == {
        ("J1", "Team Lantern", "impact", "9"),
    }


@pytest.mark.row(56)
def test_a_team_named_like_a_formula_is_text_in_a_spreadsheet(typed: Type, here: Path) -> None:
    folder = write_folder(here / "files", ("idea,Idea,,0,10,",), {"Ada": {"=1+1": "7"}})
    typed("new", here / "day.pitchday", "--title", "Day", "--from", folder)

    answer = typed("ballots", here / "day.pitchday")

    assert rows(answer.out)[1] == ("Ada", "'=1+1", "idea", "7")
