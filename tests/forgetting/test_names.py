"""Finding people in what somebody wrote."""

import json
from pathlib import Path

import pytest

from judging_app.forgetting.names import Known, People

ADA = Known("P1", frozenset({"Ada Reed"}), frozenset({"ada@example.org"}))
ZOE = Known("P2", frozenset({"Zoë Ó Sé", "Zoe Old-Name"}), frozenset())
SAM, OTHER_SAM = (
    Known(code, frozenset({name}), frozenset())
    for code, name in (("P3", "Sam Lee"), ("P4", "sam lee"))
)
WANG = Known("J1", frozenset({"王小明"}), frozenset())
EVERYBODY = People([ADA, ZOE, SAM, OTHER_SAM, WANG], ["Team Lantern", "Home Office"])
HARD = json.loads((Path(__file__).parents[1] / "data" / "hard-names.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Reed spoke well.", "[P1] spoke well."),
        ("ADA  REED’s slides", "[P1]’s slides"),
        ("Write to Ada@example.org.", "Write to [P1]."),
        ("Sam Lee was late.", "[P3 or P4] was late."),
        ("Zoe\u0308 O\u0301 Se\u0301 and Zoe Old-Name", "[P2] and [P2]"),
        ("问王小明吧", "问[J1]吧"),
        ("Adaptive, readily.", "Adaptive, readily."),
        ("", ""),
    ],
)
def test_a_whole_name_gives_way_to_its_code_however_it_is_written(text: str, said: str) -> None:
    assert EVERYBODY.without_names(text) == said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada was clear, and so was the rest.", ("Ada",)),
        ("Reed-like calm", ("Reed-like",)),
        ("so clear, Zoe", ("Zoe",)),
        ("Ask Mr Smith, or Ada Reed.", ("Mr Smith", "Ada Reed")),
        ("The speaker, Priya, was clear.", ("Priya",)),
        ("Ring 020 7946 0000 or @bo", ("020 7946 0000", "@bo")),
        ("See you on Monday at the Home Office. The API of Team Lantern.", ()),
        ("Clear. Well told! A good plan.", ()),
        ("zoë and ada moved us; so will lee.", ("zoë", "ada")),
        ("Bibi was brilliant. Bo’s slides, too.", ("Bibi", "Bo’s")),
        ("Bibi, well done. Write to bibi.x@example.org", ("Bibi", "bibi.x@example.org")),
        ("Delivery was strong. It’s clear. Overall, good. Clearly, a plan. I’d buy.", ()),
        ("Team Lantern’s idea is new. Timing was off. That’s all. And, well, fine.", ()),
    ],
)
def test_what_may_name_somebody_is_found(text: str, found: tuple[str, ...]) -> None:
    assert EVERYBODY.found(text) == found


def test_what_may_be_part_of_a_name_can_give_way_too() -> None:
    assert EVERYBODY.without_parts("Ada and Mr Bo.") == "[somebody] and [somebody]."
    assert EVERYBODY.without_parts("with reed and lee") == "with reed and lee"


def test_whether_somebody_unknown_remains_is_told() -> None:
    assert EVERYBODY.is_unknown("So said Priya.")
    assert not EVERYBODY.is_unknown("So said Ada.")


@pytest.mark.parametrize("name", [one["name"] for one in HARD if one["name"].strip()])
def test_every_hard_name_is_found_whole_in_a_sentence(name: str) -> None:
    people = People([Known("P9", frozenset({name}), frozenset())])
    name = " ".join(name.split())

    assert people.without_names(f"So ({name}) said.") == "So ([P9]) said."


@pytest.mark.parametrize(("code", "is_personal"), [("P17", False), ("ada.r", True), ("x@y", True)])
def test_a_code_that_is_made_of_a_name_is_told(code: str, is_personal: bool) -> None:  # noqa: FBT001
    assert EVERYBODY.is_in_code(code) is is_personal
