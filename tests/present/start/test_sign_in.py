"""Who is offered when signing in."""

import pytest

from judging_app.domain.ids import JudgeId, OrganisationId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation
from judging_app.domain.roles import actor_from_key
from judging_app.present.start.sign_in import initials, sign_in_rows
from tests.builders import set_up

SETUP = set_up(
    organisations=(Organisation(OrganisationId("O1"), "HMRC"),),
    judges=(
        Judge(
            JudgeId("J1"),
            "Dame Olwen Prosser",
            "Director General",
            OrganisationId("O1"),
            "government",
        ),
        Judge(JudgeId("J2"), "Teller"),
    ),
)


def test_judges_come_first_then_those_who_run_the_day() -> None:
    names = [row.name for row in sign_in_rows(SETUP)]

    assert names == ["Dame Olwen Prosser", "Teller", "Organiser", "Host", "Scorer"]


def test_every_key_names_its_actor() -> None:
    keys = [row.key for row in sign_in_rows(SETUP)]

    assert [actor_from_key(key).key for key in keys] == keys


def test_a_judge_is_told_apart_by_title_and_organisation() -> None:
    first, second, *_ = sign_in_rows(SETUP)

    assert first.detail == "Director General, HMRC"
    assert second.detail == "Judge"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Dame Olwen Prosser", "OP"),
        ("Dr. Amara Nwosu", "AN"),
        ("Teller", "T"),
        ("Đặng Trần Đức Ưng", "ĐƯ"),
        ("王小明", "王"),
        ("Dr", "D"),
        ("“The” Company", "TC"),
    ],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters
