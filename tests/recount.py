"""The mean of a pitch day counted a second time, from its files and the standard library alone.

python recount.py rubric.csv ballots.csv [standings.json]

A line to each team, best first: its place, its exact score, its name, with tabs between. With the
standings as they were exported, what was decided beside the ballots is taken from there: who is
out, penalties, the organiser's points and the panel's order. Then the place by the scores alone
stands behind the name, and the places are the announced ones; the ballots are the agreed ones. A
criterion is worth weight × score ÷ max, on an inverted scale weight × (min + max − score) ÷ max.
Without a weight of its own it weighs its max; in a section with a weight, it has a share of that.
"""

import csv
import json
import sys
from collections import defaultdict
from fractions import Fraction


def rows(path: str) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:  # noqa: PTH123 - plain on purpose
        return list(csv.DictReader(file))


def number(text: str) -> Fraction:
    """As people write it: with a comma or a percent sign, and any minus."""
    plain = text.strip().removesuffix("%").strip().replace(",", ".").rstrip(".")
    return Fraction(plain.replace("−", "-").replace("–", "-"))


def weights(criteria: list[dict[str, str]]) -> dict[str, Fraction]:
    own = {one["criterion"]: number(one.get("weight") or one["max"]) for one in criteria}
    in_section: defaultdict[str, Fraction] = defaultdict(Fraction)
    for one in criteria:
        in_section[one.get("section") or ""] += own[one["criterion"]]
    for one in criteria:
        if one.get("section_weight"):
            own[one["criterion"]] *= number(one["section_weight"]) / in_section[one["section"]]
    return own


def means(rubric: str, ballots: str) -> dict[str, Fraction]:
    criteria = {one["criterion"]: one for one in rows(rubric)}
    weight = weights(list(criteria.values()))
    judges: defaultdict[str, set[str]] = defaultdict(set)
    sums: defaultdict[str, Fraction] = defaultdict(Fraction)
    for row in rows(ballots):
        criterion, score = criteria[row["criterion"]], number(row["score"])
        lowest, highest = number(criterion["min"]), number(criterion["max"])
        if criterion.get("inverted") == "yes":
            score = lowest + highest - score
        judges[row["team"]].add(row["judge"])
        sums[row["team"]] += weight[row["criterion"]] * score / highest
    return {team: points / len(judges[team]) for team, points in sums.items()}


def announced(found: dict[str, Fraction], exported: str) -> None:
    """Write the places as they are announced, from what was counted and what was decided."""
    with open(exported, encoding="utf-8") as file:  # noqa: PTH123 - plain on purpose
        said = json.load(file, parse_float=Fraction)
    scores = {
        one["team"]: found[one["team"]] - Fraction(one["penalty"]) + Fraction(one["points"])
        for one in said["standings"]
        if one["team"] in found and not one["exclusion"]
    }
    scored = {
        team: 1 + sum(other > one for other in scores.values()) for team, one in scores.items()
    }
    named = [[team for team in joint if team in scores] for joint in said["order"]]
    decided = {team for joint in named for team in joint}
    rest = sorted({place for team, place in scored.items() if team not in decided})
    levels = [joint for joint in named if joint] + [
        [team for team in scores if scored[team] == place and team not in decided] for place in rest
    ]
    place = 1
    for level in levels:
        for team in sorted(level):
            score = f"{scores[team].numerator}/{scores[team].denominator}"
            sys.stdout.buffer.write(f"{place}\t{score}\t{team}\t{scored[team]}\n".encode())
        place += len(level)


def main(rubric: str, ballots: str, exported: str = "") -> None:
    found = means(rubric, ballots)
    if exported:
        announced(found, exported)
        return
    for team, mean in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        place = 1 + sum(other > mean for other in found.values())
        line = f"{place}\t{mean.numerator}/{mean.denominator}\t{team}\n"
        sys.stdout.buffer.write(line.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
