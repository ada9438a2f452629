"""Each problem is told with its file, row, column and remedy, and no other is told with it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

ProblemsOf = Callable[[dict[str, bytes]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """One change to one file of the small event, and what is told of it."""

    name: str
    file: str
    old: str
    new: str
    problem: str


CASES = (
    Case(
        "repeated column",
        "rubric.csv",
        "step",
        "weight",
        "rubric.csv, row 1, column weight: This column appears 2 times. Keep one.",
    ),
    Case(
        "no header",
        "teams.csv",
        "team,challenge,challenge_owner\n",
        "",
        "teams.csv, row 1: This row has no recognised column names. Put team, challenge and "
        "challenge_owner there.",
    ),
    Case(
        "too many cells",
        "participants.csv",
        "Ada Rees",
        "Rees, Ada",
        "participants.csv, row 2: The row has 7 cells, but the header has 6. Remove the extra "
        "cells, or put quotation marks around a cell that contains a comma.",
    ),
    Case(
        "open quote",
        "participants.csv",
        "Bo Lund",
        '"Bo Lund',
        "participants.csv, row 3: A quoted cell isn’t closed. Put a quotation mark at its start "
        "and end, and two for each quotation mark inside it.",
    ),
    Case(
        "text after quote",
        "participants.csv",
        "Bo Lund",
        '"Bo" Lund',
        "participants.csv, row 3: A quoted cell isn’t closed. Put a quotation mark at its start "
        "and end, and two for each quotation mark inside it.",
    ),
    Case(
        "empty name",
        "participants.csv",
        "Bo Lund",
        " ",
        "participants.csv, row 3, column name: The name is empty. Type one.",
    ),
    Case(
        "control name",
        "participants.csv",
        "Bo Lund",
        "Bo\x07Lund",
        "participants.csv, row 3, column name: “Bo�Lund” contains characters that can’t be "
        "shown. Type the name again without them.",
    ),
    Case(
        "unknown team",
        "participants.csv",
        "Perch",
        "Porch",
        "participants.csv, row 3, column team: “Porch” isn’t in column team of teams.csv. "
        "Correct it, or add it there.",
    ),
    Case(
        "repeated person",
        "participants.csv",
        "Bo Lund,bo@",
        "ada  REES,Ada@",
        "participants.csv, row 3: “ada REES” is already in row 2. Delete one of them, or give "
        "each person their own email.",
    ),
    Case(
        "owner alone",
        "teams.csv",
        "Perch,,",
        "Perch,,HMRC",
        "teams.csv, row 3, column challenge: There is a challenge owner but no challenge. Add "
        "the challenge, or remove the owner.",
    ),
    Case(
        "no judge name",
        "judges.csv",
        "Omar Haddad",
        "",
        "judges.csv, row 3, column name: The name is empty. Type one.",
    ),
    Case(
        "weight zero",
        "rubric.csv",
        "60",
        "0",
        "rubric.csv, row 2, column weight: “Impact” has a weight of 0. Give it a weight above 0, "
        "or remove it.",
    ),
    Case(
        "weight exp",
        "rubric.csv",
        "60",
        "1e1",
        "rubric.csv, row 2, column weight: “1e1” isn’t a number. Write"
        " it in the digits 0 to 9 alone, such as 7 or 7.5.",
    ),
    Case(
        "step zero",
        "rubric.csv",
        "0.5",
        "0",
        "rubric.csv, row 3, column step: A step can’t be 0. Give a step above 0, or leave it "
        "empty.",
    ),
    Case(
        "min step",
        "rubric.csv",
        "40,0,5,0.5",
        "40,0.2,5,0.5",
        "rubric.csv, row 3, column min: 0.2 isn’t a whole number of steps of 0.5. Change it, or "
        "change the step.",
    ),
    Case(
        "upside down",
        "rubric.csv",
        "40,0,5",
        "40,5,0",
        "rubric.csv, row 3, column max: “Pitch delivery” runs from 5 to 0. Its maximum must be "
        "above its minimum and above 0. To take points off only, use a penalty.",
    ),
    Case(
        "max empty",
        "rubric.csv",
        "40,0,5",
        "40,0,",
        "rubric.csv, row 3, column max: The max is empty. Type one.",
    ),
    Case(
        "bad date",
        "visits.csv",
        "2019-03-04",
        "04/03/2019",
        "visits.csv, row 2, column date: “04/03/2019” isn’t a date. Write it as year-month-day, "
        "such as 2019-03-04.",
    ),
    Case(
        "no such day",
        "visits.csv",
        "2019-03-04",
        "2019-02-30",
        "visits.csv, row 2, column date: “2019-02-30” isn’t a date. Write it as year-month-day, "
        "such as 2019-03-04.",
    ),
    Case(
        "visit unknown team",
        "visits.csv",
        "Perch",
        "Porch",
        "visits.csv, row 2, column team: “Porch” isn’t in column team of teams.csv. Correct it, "
        "or add it there.",
    ),
    Case(
        "score off",
        "ballots.csv",
        "impact,7",
        "impact,11",
        "ballots.csv, row 2, column score: 11 is outside the scale of “Impact”. Enter a whole "
        "number from 1 to 10.",
    ),
    Case(
        "score between",
        "ballots.csv",
        "4.5",
        "4.25",
        "ballots.csv, row 3, column score: 4.25 lies between two scores of "
        "“Pitch delivery”. Enter 4 or 4.5.",
    ),
    Case(
        "score empty",
        "ballots.csv",
        "impact,7",
        "impact,",
        "ballots.csv, row 2, column score: There is no score for “Impact”. Give one; or leave "
        "every score of this ballot empty and put its judge and team into not-scored.csv.",
    ),
    Case(
        "score not applicable",
        "ballots.csv",
        "impact,7",
        "impact,N/A",
        "ballots.csv, row 2, column score: “N/A” is no score for “Impact”. Give one; or leave "
        "every score of this ballot empty and put its judge and team into not-scored.csv.",
    ),
    Case(
        "score below a scale from 0",
        "ballots.csv",
        "delivery,4.5",
        "delivery,-1",
        "ballots.csv, row 3, column score: -1 is outside the scale of “Pitch delivery”. Enter "
        "steps of 0.5 from 0 to 5. This scale starts at 0. Let it start below 0 in the "
        "rubric, or take points off with a penalty.",
    ),
    Case(
        "score in percent",
        "ballots.csv",
        "impact,7",
        "impact,70 %",
        "ballots.csv, row 2, column score: “70 %” is a share of something. Write the points "
        "themselves, without %.",
    ),
    Case(
        "nothing above zero",
        "rubric.csv",
        "40,0,5",
        "40,-5,0",
        "rubric.csv, row 3, column max: “Pitch delivery” runs from -5 to 0. Its maximum must be "
        "above its minimum and above 0. To take points off only, use a penalty.",
    ),
    Case(
        "step below zero",
        "rubric.csv",
        "1,10,1",
        "1,10,-1",
        "rubric.csv, row 2, column step: A step can’t be -1. Give a step above 0, or leave it "
        "empty.",
    ),
    Case(
        "unknown criterion",
        "ballots.csv",
        "J2,Lantern,delivery",
        "J2,Lantern,style",
        "ballots.csv, row 5, column criterion: “style” isn’t in column criterion of rubric.csv. "
        "Correct it, or add it there.",
    ),
    Case(
        "same score twice",
        "ballots.csv",
        "J2,Lantern,delivery,0",
        "J2,Lantern,delivery,0\nJ2,Lantern,delivery,3",
        "ballots.csv, row 6: The same score is already in row 5. Delete one of them.",
    ),
    Case(
        "incomplete",
        "ballots.csv",
        "J2,Lantern,delivery,0\n",
        "",
        "ballots.csv, row 4: The ballot from judge J2 for “Lantern” has no score for delivery. "
        "Add a row for each, or remove the whole ballot and score it on the day.",
    ),
    Case(
        "both",
        "not-scored.csv",
        "J1,Perch",
        "J1,Lantern",
        "not-scored.csv, row 2: The ballot from judge J1 for “Lantern” is already in "
        "ballots.csv, row 2. Delete one of them.",
    ),
    Case(
        "twice",
        "not-scored.csv",
        "J2,Perch",
        "J1,Perch",
        "not-scored.csv, row 3: The ballot from judge J1 for “Perch” is already in row 2. Delete "
        "one of them.",
    ),
    Case(
        "why",
        "not-scored.csv",
        "absent",
        "ill",
        "not-scored.csv, row 3, column why: “ill” isn’t a reason that can be used here. Write "
        "recused or absent.",
    ),
    Case(
        "not scored unknown judge",
        "not-scored.csv",
        "J2",
        "J9",
        "not-scored.csv, row 3, column judge: “J9” isn’t in column code of judges.csv. Correct "
        "it, or add it there.",
    ),
    Case(
        "repeated team",
        "teams.csv",
        "Perch,,",
        "Perch,,\n LANTERN ,,",
        "teams.csv, row 4, column team: “LANTERN” is already in row 2. Rename or delete one of "
        "them.",
    ),
    Case(
        "repeated judge",
        "judges.csv",
        "J2,Omar Haddad,,,",
        "J2,Omar Haddad,,,\nJ1,Iain Strachan,,,",
        "judges.csv, row 4, column code: “J1” is already in row 2. Rename or delete one of them.",
    ),
    Case(
        "colon in a code",
        "judges.csv",
        "J2,Omar Haddad,,,",
        "J2,Omar Haddad,,,\nJ:3,Iain Strachan,,,",
        "judges.csv, row 4, column code: A code can’t contain a colon. Write it without, such as "
        "J1.",
    ),
    Case(
        "empty code",
        "judges.csv",
        "J2,Omar Haddad,,,",
        "J2,Omar Haddad,,,\n,Iain Strachan,,,",
        "judges.csv, row 4, column code: The code is empty. Type one.",
    ),
    Case(
        "repeated criterion",
        "rubric.csv",
        "delivery,",
        "impact,Impact,60,1,10,1\ndelivery,",
        "rubric.csv, row 3, column criterion: “impact” is already in row 2. Rename or delete one "
        "of them.",
    ),
    Case(
        "empty criterion",
        "rubric.csv",
        "delivery,",
        ",Impact,60,1,10,1\ndelivery,",
        "rubric.csv, row 3, column criterion: The criterion is empty. Type one.",
    ),
    Case(
        "no title of a criterion",
        "rubric.csv",
        "delivery,Pitch delivery,",
        "delivery,,",
        "rubric.csv, row 3, column title: The title is empty. Type one.",
    ),
    Case(
        "unknown judge",
        "ballots.csv",
        "J2,Lantern,delivery,0",
        "J2,Lantern,delivery,0\nJ3,Lantern,impact,1",
        "ballots.csv, row 6, column judge: “J3” isn’t in column code of judges.csv. Correct it, "
        "or add it there.",
    ),
    Case(
        "unknown team in ballots",
        "ballots.csv",
        "J2,Lantern,delivery,0",
        "J2,Lantern,delivery,0\nJ2,Porch,impact,1",
        "ballots.csv, row 6, column team: “Porch” isn’t in column team of teams.csv. Correct it, "
        "or add it there.",
    ),
    Case(
        "unknown team in not-scored",
        "not-scored.csv",
        "J2,Perch",
        "J2,Porch",
        "not-scored.csv, row 3, column team: “Porch” isn’t in column team of teams.csv. Correct "
        "it, or add it there.",
    ),
    Case(
        "empty judge in ballots",
        "ballots.csv",
        "J2,Lantern,delivery,0",
        "J2,Lantern,delivery,0\n,Lantern,impact,1",
        "ballots.csv, row 6, column judge: The judge is empty. Type one.",
    ),
    Case(
        "no participants",
        "participants.csv",
        "Ada Rees,ada@example.org,government,HMRC,Analyst,Lantern\nBo "
        "Lund,bo@example.org,industry,Kestrel Cloud,,Perch\n",
        ",,,,,\n",
        "participants.csv: This file has no participants below its header. Add one row for each.",
    ),
    Case(
        "no judges",
        "judges.csv",
        "J1,Olwen Prosser,,HMRC,\nJ2,Omar Haddad,,,\n",
        "",
        "judges.csv: This file has no judges below its header. Add one row for each.",
    ),
    Case(
        "no criteria",
        "rubric.csv",
        "impact,Impact,60,1,10,1\ndelivery,Pitch delivery,40,0,5,0.5\n",
        "",
        "rubric.csv: This file has no criteria below its header. Add one row for each.",
    ),
    Case(
        "row counted as a spreadsheet does",
        "participants.csv",
        "Bo Lund,bo@example.org,industry,Kestrel Cloud,,Perch",
        '\n"Bo\nLund",bo@example.org,industry,Kestrel Cloud,,Perch\n,,,HMRC,,',
        "participants.csv, row 5, column name: The name is empty. Type one.",
    ),
)


@pytest.mark.row(27, 51, 52)
@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_problem_is_told_with_its_place_and_remedy_and_alone(
    problems_of: ProblemsOf, small: dict[str, bytes], case: Case
) -> None:
    text = small[case.file].decode()
    assert case.old in text
    small[case.file] = text.replace(case.old, case.new, 1).encode()

    assert problems_of(small) == (case.problem,)


def test_a_mark_that_nobody_sees_in_a_code_is_shown(
    problems_of: ProblemsOf, small: dict[str, bytes]
) -> None:
    small["ballots.csv"] = small["ballots.csv"].replace(b"J2,Lantern,delivery,0\n", b"")
    for name, data in small.items():
        small[name] = data.replace(b"delivery", "deli\ufeffvery".encode())

    (problem,) = problems_of(small)
    assert "has no score for deli\N{REPLACEMENT CHARACTER}very." in problem
