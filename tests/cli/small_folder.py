"""The files of a small pitch day, written from its rubric and its scores."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

Scores = Mapping[str, Mapping[str, str]]
"""By judge, then by team: the scores in the rubric's order, with blanks between."""


def write_folder(folder: Path, rubric: Sequence[str], scores: Scores) -> Path:
    """Write a folder that `new` reads; a team without scores by a judge has no ballot of theirs.

    Each line of `rubric` holds criterion, title, weight, min, max and step. A judge's code is
    the judge's name, and all have the sector "both".
    """
    folder.mkdir()
    teams = list(dict.fromkeys(team for given in scores.values() for team in given))
    criteria = [line.split(",") for line in rubric]
    tables: dict[str, tuple[str, Iterable[Sequence[str]]]] = {
        "rubric": ("criterion,title,weight,min,max,step", criteria),
        "teams": ("team,challenge,challenge_owner", [(team, "", "") for team in teams]),
        "judges": (
            "code,name,title,organisation,sector",
            [(judge, judge, "", "", "both") for judge in scores],
        ),
        "participants": (
            "name,email,sector,organisation,role,team",
            [(f"Sam of {team}", "", "both", "HMRC", "", team) for team in teams],
        ),
        "ballots": (
            "judge,team,criterion,score",
            [
                (judge, team, criterion[0], score)
                for judge, given in scores.items()
                for team, own in given.items()
                for criterion, score in zip(criteria, own.split(), strict=True)
            ],
        ),
    }
    for name, (head, rows) in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head.split(","), *rows])
    return folder
