"""Lists of teams, judges, visits and criteria go into an event that has some of them."""

from judging_app.intake.importing.keep import kept_from, kept_text
from judging_app.intake.importing.preview import Source, preview
from judging_app.intake.importing.values import Doubt, Preview
from judging_app.intake.sheets.reading import read_sheets
from judging_app.intake.tables.matching import Column
from judging_app.intake.tables.problems import Problems
from judging_app.paths import RESOURCES
from judging_app.present.set_up.importing import ListKind, Status
from tests.intake.importing.importing import EMPTY, imported, people_of
from tests.intake.workbooks import xlsx

SAMPLE = RESOURCES / "samples" / "tech-connect"
FILES = ("participants.csv", "teams.csv", "judges.csv", "visits.csv", "rubric.csv")
APART = {Doubt.SAME_ORGANISATION.value: "apart"}


def sample(*files: str) -> list[Source]:
    return [Source(file, (SAMPLE / file).read_bytes()) for file in files]


def whole() -> Preview:
    return preview(sample(*FILES), EMPTY, APART)


def test_the_samples_own_lists_give_the_whole_day_in_any_order() -> None:
    found = whole().setup
    turned = preview(sample(*reversed(FILES)), EMPTY, APART).setup

    assert turned == found
    assert (len(found.participants), len(found.teams), len(found.judges)) == (38, 6, 8)
    assert (len(found.visits), len(found.challenges), len(found.rubric.criteria)) == (12, 6, 5)


def test_lists_that_come_again_change_nothing() -> None:
    found = whole().setup

    again = preview(sample(*FILES), found, APART)

    assert again.setup == found
    assert {line.status for line in again.lines} == {Status.SAME}


def test_one_workbook_may_hold_every_list() -> None:
    sheets = {
        source.name.removesuffix(".csv"): read_sheets(source.name, source.data, Problems())[0].rows
        for source in sample(*FILES)
    }

    found = preview([Source("day.xlsx", xlsx(sheets))], EMPTY, APART)

    assert found.setup == whole().setup


def test_a_judge_is_known_again_by_code_and_else_by_name() -> None:
    panel = "Judge,Organisation\nOlwen Prosser,HMRC\nOmar Haddad,\n"
    first = imported(panel, name="panel.csv").setup

    more = "Judge,Job title\nOMAR HADDAD,Partner\nLena Fischer,\n"
    by_name = imported(more, None, first, "panel.csv")
    by_code = imported("code,name\nJ2,Omar Hadad\n", None, first, "panel.csv")

    assert [(j.id, j.name, j.title) for j in by_name.setup.judges] == [
        ("J1", "Olwen Prosser", ""),
        ("J2", "OMAR HADDAD", "Partner"),
        ("J3", "Lena Fischer", ""),
    ]
    assert [judge.name for judge in by_code.setup.judges] == ["Olwen Prosser", "Omar Hadad"]


def test_a_teams_challenge_is_changed_and_a_team_keeps_its_code() -> None:
    first = whole().setup

    found = imported("Team,Challenge\nLantern,Appeals\nOtter,Visas\n", None, first, "teams.csv")

    assert [line.status for line in found.lines] == [Status.CHANGED, Status.NEW]
    assert [team.id for team in found.setup.teams] == [*(team.id for team in first.teams), "T7"]
    assert found.setup.challenges[0].title == "Appeals"
    assert found.setup.challenges[0].owner == first.challenges[0].owner


def test_a_visit_to_a_team_that_is_not_there_is_left_out_once_that_is_said() -> None:
    text = "Host,Date,Team\nHMRC,2019-03-04,Porch\nHMRC,2019-03-04,Perch\n"

    found = imported(text, None, whole().setup, "visits.csv")

    assert [question.rows for question in found.open] == [(2,)]
    assert len(found.setup.visits) == 13


def test_what_a_list_is_of_can_be_said() -> None:
    data = b"name,organisation\nOlwen Prosser,HMRC\n"

    found = preview([Source("list.csv", data, ListKind.JUDGES)], EMPTY, {})

    assert [judge.name for judge in found.setup.judges] == ["Olwen Prosser"]
    assert imported(data).setup.judges == ()


def test_a_matching_is_kept_changed_by_hand_and_used_for_the_next_file_of_that_make() -> None:
    odd = "Who goes there,Where from\nAda Rees,Lantern\n"
    found = imported(odd.replace("Who goes there", "Name"))
    (first,) = found.matchings
    assert first.columns == (Column("Name", "name"), Column("Where from", ""))

    text = kept_text(found, {"organisation": "one"})
    text = text.replace('"title": "Name"', '"title": "Who goes there"')
    text = text.replace('"taken_for": ""', '"taken_for": "team"')
    kept = kept_from("kept.json", text)
    moved = b"Remarks,Where from,Who goes there\nx,Perch,Bo Lund\n"
    next_file = preview([Source("next.csv", moved)], EMPTY, kept.answers, kept.matchings)

    assert people_of(next_file.setup) == [("Bo Lund", "", "", "", "", "Perch")]
    assert kept.answers == {"organisation": "one"}
