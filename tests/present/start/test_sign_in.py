"""Who is offered when signing in."""

import pytest

from judging_app.domain.ids import JudgeId, OrganisationId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation
from judging_app.domain.roles import actor_from_key
from judging_app.present.start.sign_in import found_at, sign_in_rows, titles_of
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
    ("name", "titles"),
    [
        ("Dame Olwen Prosser", "Dame"),
        ("The Rt Hon Charlotte Vale", "The Rt Hon"),
        ("Professor Dame Ravindra Rao", "Professor Dame"),
        ("Dr. Amara Nwosu", "Dr."),
        ("Teller", ""),
        ("王小明", ""),
        ("Dr", ""),
    ],
)
def test_titles_stand_before_a_name_and_are_never_all_of_it(name: str, titles: str) -> None:
    assert titles_of(name) == titles


def test_judges_are_in_the_order_of_their_family_names_whatever_leads_them() -> None:
    names = (
        "Zoë Ó Súilleabháin",
        "The Rt Hon Maximilian Lee",
        "Bartholomew de la Fontaine",
        "Dr Łucja Żak",
        "Ffion Cholmondeley",
        "Ann Featherstone",
    )
    judges = tuple(Judge(JudgeId(f"J{at}"), name) for at, name in enumerate(names))
    rows = sign_in_rows(set_up(judges=judges))

    assert [row.name for row in rows if not row.is_staff] == [
        "Ffion Cholmondeley",
        "Bartholomew de la Fontaine",
        "Ann Featherstone",
        "The Rt Hon Maximilian Lee",
        "Zoë Ó Súilleabháin",
        "Dr Łucja Żak",
    ]


@pytest.mark.parametrize("typed", ["", "pross", "OLWEN", "hmrc", "prosser hm", " dame "])
def test_a_row_is_found_by_any_part_of_the_name_or_the_organisation(typed: str) -> None:
    assert sign_in_rows(SETUP)[0].found(typed)


@pytest.mark.parametrize("typed", ["x", "prosser dwp", "director"])
def test_a_row_is_not_found_by_what_is_in_neither(typed: str) -> None:
    assert not sign_in_rows(SETUP)[0].found(typed)


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Ravindra Cholmondeley", "cho", "Cho"),
        ("Łukasz Żółć", "zolc", "Żółć"),
        ("Zoë Ó Sé", "o s", "o"),
        ("Großenbacher", "ssen", "ßen"),
        ("Ann", "x", None),
        ("Ann", "  ", None),
    ],
)
def test_what_was_typed_is_found_in_a_name_whatever_its_accents(
    text: str, typed: str, found: str | None
) -> None:
    at = found_at(text, typed)

    assert (text[at[0] : at[0] + at[1]] if at else None) == found
