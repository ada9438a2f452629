"""The sample event is read whole, however its files were saved."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.domain.ballots import BallotState
from judging_app.intake.folder import read_folder
from judging_app.intake.sample import is_sample, read_sample
from tests.intake.reading import read_files


def test_the_sample_event_is_read_whole(sample_folder: Path) -> None:
    intake = read_folder(sample_folder)

    setup = intake.setup
    assert (len(setup.participants), len(setup.teams), len(setup.judges)) == (38, 6, 8)
    assert (len(setup.rubric.criteria), len(setup.challenges), len(setup.visits)) == (5, 6, 12)
    assert Counter(ballot.state for ballot in intake.ballots) == {
        BallotState.SUBMITTED: 44,
        BallotState.RECUSED: 2,
        BallotState.ABSENT: 2,
    }
    assert sum(len(ballot.scores) for ballot in intake.ballots) == 220


def test_one_to_practise_on_is_the_sample_too_and_one_with_other_people_is_not() -> None:
    sample = read_sample(with_ballots=False)
    practice = replace(sample.event, title=f"Practice: {sample.event.title}")
    setup = sample.intake.setup

    assert is_sample(sample.event, setup)
    assert is_sample(practice, setup)
    assert not is_sample(practice, replace(setup, judges=setup.judges[1:]))


def test_the_samples_ballots_all_keep_to_its_rubric(sample: Mapping[str, bytes]) -> None:
    intake = read_files(sample)

    for ballot in intake.ballots:
        ballot.check(intake.setup.rubric)


def test_ballots_come_judge_by_judge_and_then_team_by_team(sample: Mapping[str, bytes]) -> None:
    intake = read_files(sample)

    judges = [judge.id for judge in intake.setup.judges]
    teams = [team.id for team in intake.setup.teams]
    assert [(ballot.judge, ballot.team) for ballot in intake.ballots] == [
        (judge, team) for judge in judges for team in teams
    ]


def test_organisations_are_numbered_as_they_are_first_named(sample: Mapping[str, bytes]) -> None:
    organisations = read_files(sample).setup.organisations

    # 19 from participants, then three owners of challenges, then three judges' own.
    assert [organisation.id for organisation in organisations] == [f"O{n}" for n in range(1, 28)]
    assert organisations[0].name == "Lumen & Loom"
    assert [o.name for o in organisations[-3:]] == [
        "Brackenridge Systems",
        "Meridian Works",
        "Copperfield Advisory",
    ]


def test_two_people_of_one_name_are_two_participants(sample: Mapping[str, bytes]) -> None:
    participants = read_files(sample).setup.participants

    names = Counter(participant.name for participant in participants)
    assert [name for name, count in names.items() if count > 1] == ["Sam Lee"]
    assert len({participant.id for participant in participants}) == 38


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_any_line_end_and_a_byte_order_mark_give_the_same_intake(
    sample: Mapping[str, bytes], end: str, mark: bytes
) -> None:
    saved = {
        file: mark + end.join(data.decode().splitlines()).encode() for file, data in sample.items()
    }

    assert read_files(saved) == read_files(sample)


def test_columns_in_any_order_and_in_capitals_give_the_same_intake(
    sample: Mapping[str, bytes],
) -> None:
    turned = {file: _turned(data) for file, data in sample.items()}

    assert read_files(turned) == read_files(sample)


def test_blank_rows_are_passed_over(sample: Mapping[str, bytes]) -> None:
    teams = sample["teams.csv"].replace(b"\r\n", b"\r\n\r\n , ,\r\n")

    assert read_files({**sample, "teams.csv": teams}) == read_files(sample)


def test_the_optional_files_may_be_left_out(sample: Mapping[str, bytes]) -> None:
    required = ("participants.csv", "teams.csv", "judges.csv", "rubric.csv")

    intake = read_files({file: sample[file] for file in required})

    assert (intake.ballots, intake.setup.visits) == ((), ())


def test_a_criterion_without_a_weight_weighs_its_maximum_and_counts_in_ones(
    sample: Mapping[str, bytes],
) -> None:
    rubric = b"criterion,title,min,max\r\nimpact,Impact,1,10\r\ndelivery,Delivery,0,25\r\n"
    setup_files = {f: sample[f] for f in ("participants.csv", "teams.csv", "judges.csv")}

    criteria = read_files({**setup_files, "rubric.csv": rubric}).setup.rubric.criteria

    assert [(c.weight, c.lowest, c.highest, c.step) for c in criteria] == [
        (Fraction(10), 1, 10, Fraction(1)),
        (Fraction(25), 0, 25, Fraction(1)),
    ]


def _turned(data: bytes) -> bytes:
    rows = [row[::-1] for row in csv.reader(io.StringIO(data.decode(), newline=""))]
    rows[0] = [f" {name.upper()} " for name in rows[0]]
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
