from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.ids import JudgeId, OrganisationId
from judging_app.domain.labels import judge_labels, told_apart
from judging_app.domain.names import name_key
from judging_app.domain.panel import Judge
from judging_app.domain.people import Organisation
from tests.desk.small_event import small_setup

HMRC, KESTREL, HOME = (OrganisationId(code) for code in ("O1", "O2", "O3"))
ORGANISATIONS = (
    Organisation(HMRC, "HMRC"),
    Organisation(KESTREL, "Kestrel Cloud"),
    Organisation(HOME, "Chair"),
)


def _judge(
    code: str, name: str, title: str = "", organisation: OrganisationId | None = None
) -> Judge:
    return Judge(JudgeId(code), name, title, organisation)


@pytest.mark.parametrize(
    ("judges", "labels"),
    [
        ([_judge("J1", "Sam Lee"), _judge("J2", "Ada Reed")], ["Sam Lee", "Ada Reed"]),
        (
            [_judge("J1", "Sam Lee", "", HMRC), _judge("J2", "sam  lee", "", KESTREL)],
            ["Sam Lee (HMRC)", "sam  lee (Kestrel Cloud)"],
        ),
        (
            [_judge("J1", "Sam Lee", "Director", HMRC), _judge("J2", "Sam Lee", "Analyst", HMRC)],
            ["Sam Lee (Director)", "Sam Lee (Analyst)"],
        ),
        (
            [_judge("J1", "Sam Lee", "", HMRC), _judge("J2", "Sam Lee", "", HMRC)],
            ["Sam Lee (J1)", "Sam Lee (J2)"],
        ),
        (
            [_judge("J1", "Sam Lee", "", HMRC), _judge("J2", "Sam Lee")],
            ["Sam Lee (HMRC)", "Sam Lee (J2)"],
        ),
        (
            [_judge("J1", "Sam Lee", "", HOME), _judge("J2", "Sam Lee", "Chair")],
            ["Sam Lee (J1)", "Sam Lee (J2)"],
        ),
    ],
    ids=["different", "organisation", "office", "code", "one has none", "office like organisation"],
)
def test_namesakes_are_told_apart_by_organisation_then_office_then_code(
    judges: list[Judge], labels: list[str]
) -> None:
    assert list(judge_labels(judges, ORGANISATIONS).values()) == labels


judges = st.lists(
    st.tuples(
        st.sampled_from(["Sam Lee", "SAM LEE", "Ada Reed"]),
        st.sampled_from(["", "Chair", "HMRC"]),
        st.sampled_from([None, HMRC, HOME]),
    ),
    max_size=6,
)


@given(judges)
def test_no_two_judges_ever_have_the_same_label(
    given_judges: list[tuple[str, str, OrganisationId | None]],
) -> None:
    panel = [_judge(f"J{at}", *one) for at, one in enumerate(given_judges)]
    labels = judge_labels(panel, ORGANISATIONS)

    assert len({name_key(label) for label in labels.values()}) == len(panel)
    assert all(labels[judge.id].startswith(judge.name) for judge in panel)


def test_a_panel_without_namesakes_stays_as_it_is() -> None:
    setup = small_setup()

    assert told_apart(setup) is setup


def test_only_what_namesakes_are_called_changes() -> None:
    setup = small_setup()
    first, second, third = setup.judges
    twice = replace(setup, judges=(first, replace(second, name="ada reed"), third))

    assert [judge.name for judge in told_apart(twice).judges] == [
        "Ada Reed (HMRC)",
        "ada reed (J2)",
        "Cy Orr",
    ]
    assert replace(told_apart(twice), judges=()) == replace(twice, judges=())
