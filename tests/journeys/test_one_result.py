"""Every door gives the same places, scores and remarks of each team."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from judging_app.ceremony.reveal import reveal_plan
from judging_app.cli.explain import print_why
from judging_app.cli.standings import as_csv, as_json, print_table
from judging_app.desk import papers, result, standings
from judging_app.desk.certificates import making
from judging_app.desk.desk import Desk
from judging_app.desk.projector import wall_facts
from judging_app.desk.result_questions import awards, checks, why
from judging_app.domain.event import Audience, Method, Phase
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.reveal import RevealKind, StepKind
from judging_app.domain.roles import ORGANISER
from judging_app.errors import MethodError
from judging_app.present.leaves.leaf import Leaf
from judging_app.present.numbers import for_programs
from judging_app.present.organiser.papers import Certificates, mark_of
from judging_app.present.result.standings import StandingRow, StandingsView
from judging_app.present.wall.board import board_of, place_mark
from judging_app.words import ordinal
from tests.desk.small_event import in_memory
from tests.journeys.result_cases import Case, bring, cases, make_scored_day
from tests.told_leaf import rows_of, tables_of, words_of


@pytest.fixture(scope="module")
def scored_days(tmp_path_factory: pytest.TempPathFactory) -> Mapping[bool, Path]:
    """A day with a bonus criterion and one without."""
    folder = tmp_path_factory.mktemp("days")
    paths = {has_bonus: folder / f"{has_bonus}.pitchday" for has_bonus in (False, True)}
    for has_bonus, path in paths.items():
        make_scored_day(path, has_bonus=has_bonus)
    return paths


@pytest.mark.parametrize("case", cases(2), ids=lambda case: case.id)
def test_every_door_says_the_same_of_each_team(
    case: Case, scored_days: Mapping[bool, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    check(case, scored_days, capsys)


def test_every_door_says_the_same_on_days_where_any_three_things_meet(
    scored_days: Mapping[bool, Path],
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    """With `--full`, any four."""
    is_full = bool(request.config.getoption("--full", default=False))
    for case in cases(4 if is_full else 3)[:: 1 if is_full else 4]:
        check(case, scored_days, capsys)


def check(case: Case, scored_days: Mapping[bool, Path], capsys: pytest.CaptureFixture[str]) -> None:
    with in_memory(scored_days[case.bonus]) as desk:
        if case.is_refused:
            with pytest.raises(MethodError):
                _asked(desk, case)
            return
        view = _asked(desk, case)
        for door in DOORS:
            door(case, desk, view)
        capsys.readouterr()
        _table(view, capsys)
        _explain(desk, view, capsys)


def _asked(desk: Desk, case: Case) -> StandingsView:
    bring(desk, case)
    return standings.view(desk, ORGANISER, Audience.PANEL)


def placed(view: StandingsView) -> list[StandingRow]:
    return [row for row in view.rows if row.place is not None]


def in_words(row: StandingRow) -> str:
    return f"{'joint ' if row.is_tied else ''}{ordinal(row.place or 0)}"


def _decision(case: Case, _desk: Desk, view: StandingsView) -> None:
    has_order = case.order != "none" and case.phase is not Phase.SCORING
    assert bool(view.decision) == has_order
    tells_nobody_apart = case.method is Method.Z_SCORE and not case.bonus
    assert [one.split(" (")[0] for one in view.left_out] == ["Judge J4"] * tells_nobody_apart
    for row in view.rows:
        differs = (row.place, row.is_tied) != (row.scored_place, row.scored_is_tied)
        assert row.is_decided == differs
        assert ("decided by the panel" in row.remark) == differs
    if not has_order:
        assert not any(row.is_decided for row in view.rows)


def _csv(_case: Case, _desk: Desk, view: StandingsView) -> None:
    rows = [*csv.DictReader(io.StringIO(as_csv(view), newline=""))]
    for row, told in zip(view.rows, rows, strict=True):
        assert told["team"] == row.team
        assert told["place"] == ("" if row.place is None else str(row.place))
        assert told["scored_place"] == ("" if row.scored_place is None else str(row.scored_place))
        assert told["score"] == for_programs(row.score_text)
        assert (told["remark"], told["code"]) == (row.remark, view.fingerprint)
        assert told["awards"] == "; ".join(row.awards)


def _json(_case: Case, desk: Desk, view: StandingsView) -> None:
    told = json.loads(as_json(view), parse_float=str)
    assert (told["code"], told["edition"]) == (view.fingerprint, view.edition)
    assert told["decision"] == (view.decision or None)
    assert told["left_out"] == list(view.left_out)
    assert [one["winners"] for one in told["awards"]] == [
        one.winners or None for one in awards(desk, ORGANISER)
    ]
    for row, one in zip(view.rows, told["standings"], strict=True):
        assert (one["team"], one["place"], one["tied"]) == (row.team, row.place, row.is_tied)
        assert one["scored_place"] == row.scored_place
        assert one["remark"] == row.remark


def _certificates(_case: Case, desk: Desk, view: StandingsView) -> None:
    job = making.certificates_job(desk, ORGANISER, CertificateKind.WINNERS)
    rows = making.certificate_rows(desk, ORGANISER, CertificateKind.WINNERS)
    expected = [(in_words(row), row.team) for row in placed(view) if (row.place or 9) <= 3]
    told = [(row.title[0].lower() + row.title[1:], row.name) for row in rows]
    spelt = {"1st": "first", "2nd": "second", "3rd": "third"}
    assert told == [
        (" ".join(spelt.get(word, word) for word in f"{place} place".split()), team)
        for place, team in expected
    ]
    assert isinstance(job.rows, Certificates)
    assert job.rows.occasion.record == standings.result_line(desk)
    assert job.mark == mark_of(desk.event())


def _team_sheets(case: Case, desk: Desk, view: StandingsView) -> None:
    sheets = papers.sheet_rows(desk, ORGANISER, papers.SheetOrder.TEAM)
    by_title = {one.title: one for one in sheets}
    for row in view.rows:
        sheet = by_title[row.team]
        result, steps = words_of(sheet)[0], rows_of(sheet, 1) if len(tables_of(sheet)) > 1 else []
        assert sheet.record == standings.result_line(desk)
        if row.is_out:
            assert result.lower().startswith(row.place_text)
            assert steps == []
            continue
        assert result.lower().startswith(f"{in_words(row)} place with {row.score_text}")
        *_, score, place = steps
        assert score[1] == f"{row.score_text} {view.full_total_text}"
        assert place[1] == in_words(row)
        assert row.is_decided == ("by the scores alone" in place[0])
        told = " ".join(text for text, _ in steps)
        assert ("Penalty" in told) == bool(row.penalty)
        assert told.count("Agreed score") == len(row.agreed)
        if case.method.value == "mean":
            _adds_up(sheet)


def _adds_up(sheet: Leaf) -> None:
    """What was given or agreed, plus and minus what follows, is the score to the last digit."""
    figures = [figure for _, figure in rows_of(sheet, 1) if figure][:-1]
    *parts, total = figures
    means = [one for one in parts if one[0] not in "+−"]
    others = [float(one.replace("−", "-")) for one in parts if one[0] in "+−"]
    assert f"{float(means[-1]) + sum(others):.2f}" == total.split()[0]


def _judge_sheets(_case: Case, desk: Desk, view: StandingsView) -> None:
    sheets = papers.sheet_rows(desk, ORGANISER, papers.SheetOrder.JUDGE)
    rows = [row for one in sheets for row in tables_of(one)[0].rows]
    agreed = [row.cells[0].text for row in rows for cell in row.cells if cell.instead_of]
    assert sorted(agreed) == sorted(row.team for row in view.rows for _ in row.agreed)


def _report(case: Case, desk: Desk, view: StandingsView) -> None:
    told = papers.report_rows(desk, ORGANISER)
    assert [(one.team, one.place, one.score, one.remark) for one in told.places] == [
        (row.team, row.place_text, row.score_text, row.own_remark) for row in view.rows
    ]
    if any(row.is_decided for row in view.rows):
        assert [one.by_scores for one in told.places] == [r.scored_place_text for r in view.rows]
    assert view.fingerprint in told.result
    assert desk.record_code() == told.record
    assert bool(told.amended) == case.has_second_edition
    if case.has_second_edition:
        said = " ".join(told.amended)
        assert "typed in for the wrong team" in said
        assert "Ada and Bo" in said


def _reveal(case: Case, desk: Desk, view: StandingsView) -> None:
    if case.phase is Phase.SCORING:
        return
    found = result.result_by(desk)
    steps = reveal_plan(RevealKind.LAST_TO_FIRST, found.standings).steps
    places = [step for step in steps if step.kind is StepKind.PLACE]
    told = {team: step.place for step in places for team in step.teams}
    assert told == {row.team_id: row.place for row in placed(view)}


def _checks(_case: Case, desk: Desk, view: StandingsView) -> None:
    said = checks(desk, ORGANISER)
    assert said.decision == view.decision
    assert said.sentence.startswith("By the scores alone") == bool(view.decision)


def _public(case: Case, desk: Desk, view: StandingsView) -> None:
    seen = standings.view(desk, ORGANISER, Audience.PUBLIC)
    if case.phase is not Phase.PUBLISHED:
        assert all(row.place is None and not row.remarks and not row.awards for row in seen.rows)
        assert (seen.fingerprint, seen.decision, seen.left_out) == ("", "", ())
        return
    for panel, public in zip(view.rows, seen.rows, strict=True):
        assert (public.place_text, public.score_text) == (panel.place_text, panel.score_text)
        assert (public.team, public.awards) == (panel.team, panel.awards)
        assert public.place_note == panel.place_note
    assert seen.fingerprint == view.fingerprint
    assert bool(seen.decision) == bool(view.decision)
    assert seen.left_out == view.left_out


def _wall(case: Case, desk: Desk, view: StandingsView) -> None:
    shown = {
        row.team: row for page in board_of(wall_facts(desk).standings).pages for row in page.rows
    }
    for row in view.rows:
        seen = shown[row.team]
        if case.phase is not Phase.PUBLISHED:
            assert (seen.place_text, seen.score_text) == ("", "")
        elif row.place is not None:
            assert (seen.place_text, seen.score_text) == (
                place_mark(row.place_text),
                row.score_text,
            )
            assert (seen.note == "decided by the panel") == row.is_decided
        elif row.is_out:
            assert seen.note == row.place_text


def _table(view: StandingsView, capsys: pytest.CaptureFixture[str]) -> None:
    print_table(view)
    said = " ".join(capsys.readouterr().out.split())
    for row in view.rows:
        assert f"{row.place_text} {row.team}" in said
    for notice in view.notices:
        assert " ".join(notice.split()) in said


def _explain(desk: Desk, view: StandingsView, capsys: pytest.CaptureFixture[str]) -> None:
    rows = placed(view)
    if len(rows) < 2:
        return
    upper, lower = rows[:2]
    found = why(desk, ORGANISER, lower.team_id, upper.team_id)
    print_why(found)
    said = capsys.readouterr().out
    if upper.place == lower.place:
        assert "joint?" in said.splitlines()[0]
    else:
        assert said.startswith(f"Why is {upper.team} above {lower.team}?")
    assert found.sentence.startswith("The panel decided") == (upper.is_decided or lower.is_decided)


DOORS = (
    *(_decision, _csv, _json, _certificates, _team_sheets, _judge_sheets, _report),
    *(_reveal, _checks, _public, _wall),
)
