"""`judging-app form-teams`."""

from contextlib import closing
from pathlib import Path

import pytest

from judging_app.desk.events import open_event
from tests.cli.typing_words import Type


def test_teams_are_shown_and_nothing_is_changed_until_they_are_used(
    sample: Path, typed: Type
) -> None:
    before = sample.read_bytes()

    shown = typed("form-teams", sample, "--seed", "7")

    assert shown.status == 0
    assert "Everything is met." in shown.out
    assert "Nothing was changed. Add --use" in shown.out
    assert sample.read_bytes() == before


@pytest.fixture
def new(tmp_path: Path, typed: Type) -> Path:
    made = tmp_path / "new.pitchday"
    people = tmp_path / "people.csv"
    people.write_text(
        "name,email,sector,organisation,role\n"
        + "".join(
            f"Person {at},p{at}@example.org,{('government', 'industry')[at % 2]},Body {at % 3},\n"
            for at in range(8)
        ),
        encoding="utf-8",
    )
    assert typed("new", made, "--title", "New").status == 0
    assert typed("import", made, people, "--yes").status == 0
    return made


def test_wishes_are_kept_and_the_teams_are_taken_over(new: Path, typed: Type) -> None:
    done = typed(
        *("form-teams", new, "--teams", "2", "--use", "--together", "Person 1", "Person 2"),
        *("--apart", "Person 3", "Person 4", "--fixed", "Person 5", "Team 2"),
    )

    assert done.status == 0
    with closing(open_event(new)) as desk:
        teams = {one.name: one.team for one in desk.recorded_setup().participants}
    assert teams["Person 1"] == teams["Person 2"]
    assert teams["Person 3"] != teams["Person 4"]
    assert teams["Person 5"] == "T2"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--together", "Person 1", "Nobody"), "Nobody in this event is called “Nobody”"),
        (("--fixed", "Person 1", "Team 9"), "No team is called “Team 9”"),
        (("--alike", "height=most"), "“height=most” isn’t understood"),
    ],
)
def test_what_is_not_understood_is_refused(
    new: Path, typed: Type, words: tuple[str, ...], said: str
) -> None:
    answer = typed("form-teams", new, "--teams", "2", *words)

    assert answer.status != 0
    assert said in answer.err
