"""`judging-app check`, and what `new` says of the settings."""

from pathlib import Path

from judging_app.desk import decisions, events
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.ids import AwardId
from judging_app.domain.roles import ORGANISER
from tests.cli.small_folder import write_folder
from tests.cli.typing_words import Type, everything_in

RUBRIC = ("idea,Idea,60,0,10,", "plan,Plan,39,0,10,")
SCORES = {judge: {"North": "6 6", "South": "8 4"} for judge in ("Ada", "Bo", "Cy")}


def test_a_method_that_the_panel_is_too_small_for_is_said_before_the_pins(
    typed: Type, here: Path
) -> None:
    event = here / "day.pitchday"
    folder = write_folder(here / "files", RUBRIC, SCORES)

    answer = typed("new", event, "--title", "Day", "--from", folder, "--method", "trimmed")

    assert answer.status == 0
    said, pins = answer.out.index("Wrong: The method gives no result"), answer.out.index("PIN\n")
    assert said < pins
    assert "Before you hand out the PINs: 1 thing is wrong. 2 things to look at." in answer.out
    assert "North has 3 of the 4 ballots that trimming needs." in answer.out
    assert "Look: The weights add up to 99." in answer.out


def test_check_lists_everything_the_worst_first_and_says_by_its_status_if_it_is_wrong(
    typed: Type, here: Path
) -> None:
    event = here / "day.pitchday"
    folder = write_folder(here / "files", RUBRIC, SCORES)
    typed("new", event, "--title", "Day", "--from", folder, "--method", "trimmed")
    before = everything_in(here)

    answer = typed("check", event)

    assert (answer.status, answer.err) == (1, "")
    lines = answer.out.splitlines()
    assert lines[0] == "1 thing is wrong. 5 things to look at."
    kinds = [line.split(":")[0] for line in lines[2:] if "battery" not in line.lower()]
    assert kinds == ["Wrong", *["Look"] * 5, *["Right"] * 7]
    assert "Look: The order isn’t drawn by lot. Draw it: the order can affect scores." in lines
    assert any(line.startswith("Look: ") and "ticked yet" in line for line in lines)
    assert everything_in(here) == before


def test_an_award_that_one_team_can_win_beside_another_is_looked_at(
    sample: Path, typed: Type
) -> None:
    desk = events.open_event(sample)
    for number in (1, 2):
        award = Award(AwardId(f"a{number}"), f"Award {number}", AwardKind.PLACE, 1)
        decisions.declare_award(desk, ORGANISER, award)
    desk.close()

    answer = typed("check", sample)

    assert answer.status == 0
    assert "Look: One team can win both “Award 1” and “Award 2”." in answer.out
