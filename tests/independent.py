"""The result of bundles worked out a second time, by docs/bundle.md and docs/methods.md alone.

python independent.py BUNDLE.zip …

For each bundle one line of JSON: the standings, the awards and the result's code as they come out,
and what of them differs from what the bundle holds. It uses nothing but the standard library, and
shares no line with the application; it takes other ways where there are any: teams and judges are
solved for together, and square roots are compared as decimals of 150 digits.
"""

import csv
import hashlib
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

DIGITS, SAME, NEAR = 150, Decimal(10) ** -100, Fraction(1, 10**40)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GUARD = re.compile(r"'+\s*[=+\-@|%＝＋－＠\t\r\n]")

Row = dict[str, str]
Tables = dict[str, list[Row]]
Pair = tuple[str, str]
"""A judge and a team."""
Totals = dict[Pair, Fraction]
Levels = list[list[str]]
Criterion = dict[str, Any]
Standing = dict[str, Any]


class NoResultError(Exception):
    """The method gives none on these ballots."""


def read(path: str) -> tuple[dict[str, Any], Tables]:
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files["manifest.json"])
    for name, told in manifest["files"].items():
        assert hashlib.sha256(files[name]).hexdigest() == told["sha256"], name
    signed = json.loads(files["signature.json"])["manifest"]
    assert hashlib.sha256(files["manifest.json"]).hexdigest() == signed
    tables = {}
    for name, content in files.items():
        if name.endswith(".csv"):
            lines = csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""))
            tables[name[:-4]] = [
                {key: text[1:] if GUARD.match(text) else text for key, text in line.items()}
                for line in lines
            ]
    return manifest, tables


def number(row: Row, name: str) -> Fraction:
    return Fraction(int(row[name + "_numerator"]), int(row[name + "_denominator"]))


class Day:
    """What the result follows from."""

    def __init__(self, tables: Tables) -> None:
        (self.event,) = tables["event"]
        self.method = self.event["method"]
        self.teams = [row["team"] for row in tables["teams"]]
        self.criteria = [
            {
                "id": row["criterion"],
                "weight": number(row, "weight"),
                "step": number(row, "step"),
                "lowest": int(row["lowest"]),
                "highest": int(row["highest"]),
                "inverted": row["is_inverted"] == "true",
                "kind": row["kind"],
            }
            for row in tables["criteria"]
        ]
        self.out = {row["team"]: row["exclusion"] for row in tables["exclusions"]}
        self.penalty = {row["team"]: number(row, "points") for row in tables["penalties"]}
        self.points = {row["team"]: number(row, "points") for row in tables["points"]}
        agreed = {
            (row["judge"], row["team"], row["criterion"]): (int(row["before"]), int(row["after"]))
            for row in tables.get("agreed_scores", [])
        }
        given: dict[Pair, dict[str, int]] = {}
        for row in tables["scores"]:
            key = row["judge"], row["team"]
            steps = int(row["steps"])
            before, after = agreed.get((*key, row["criterion"]), (steps, steps))
            given.setdefault(key, {})[row["criterion"]] = after if before == steps else steps
        submitted = [
            (row["judge"], row["team"]) for row in tables["ballots"] if row["state"] == "submitted"
        ]
        self.ballots = {key: given[key] for key in submitted if key[1] not in self.out}
        self.count = {team: sum(key[1] == team for key in submitted) for team in self.teams}
        self.expected = int(self.event["judges"])
        self.rules = [(row["rule"], row["criterion"]) for row in tables["tie_breaks"]]
        levels: dict[int, list[str]] = {}
        for row in tables["decision"]:
            levels.setdefault(int(row["level"]), []).append(row["team"])
        self.decision = [levels[level] for level in sorted(levels)]

    def on(self, criteria: set[str]) -> "Day":
        """The same day judged on some criteria alone, without points and penalties."""
        other = object.__new__(Day)
        other.__dict__.update(self.__dict__)
        other.criteria = [one for one in self.criteria if one["id"] in criteria]
        other.rules = [one for one in self.rules if not one[1] or one[1] in criteria]
        other.points, other.penalty = {}, {}
        return other

    @property
    def judged(self) -> list[Criterion]:
        return [one for one in self.criteria if one["kind"] != "organiser"]

    def totals(self) -> Totals:
        return {
            key: sum((worth(one, scores[one["id"]]) for one in self.judged), Fraction(0))
            for key, scores in self.ballots.items()
        }


def worth(criterion: Criterion, steps: int) -> Fraction:
    if criterion["inverted"]:
        steps = criterion["lowest"] + criterion["highest"] - steps
    weight: Fraction = criterion["weight"]
    return weight * Fraction(steps, criterion["highest"])


def grouped(totals: Totals, at: int) -> dict[str, dict[str, Fraction]]:
    found: dict[str, dict[str, Fraction]] = {}
    for key, total in totals.items():
        found.setdefault(key[at], {})[key[1 - at]] = total
    return found


def mean(values: Iterable[Fraction]) -> Fraction:
    values = list(values)
    return sum(values, Fraction(0)) / len(values)


def by_mean(day: Day) -> dict[str, Fraction]:
    return {team: mean(own.values()) for team, own in grouped(day.totals(), 1).items()}


def by_median(day: Day) -> dict[str, Fraction]:
    found = {}
    for team, own in grouped(day.totals(), 1).items():
        values = sorted(own.values())
        middle = len(values) // 2
        is_odd = len(values) % 2
        found[team] = values[middle] if is_odd else (values[middle - 1] + values[middle]) / 2
    return found


def inner_mean(given: Iterable[Fraction]) -> Fraction:
    values = sorted(given)
    if len(values) < 4:
        raise NoResultError
    return mean(values[1:-1])


def by_trimmed(day: Day) -> dict[str, Fraction]:
    teams = grouped(day.totals(), 1)
    if day.event["trims_by_criterion"] != "true":
        return {team: inner_mean(own.values()) for team, own in teams.items()}
    return {
        team: sum(
            (
                inner_mean([worth(one, day.ballots[judge, team][one["id"]]) for judge in own])
                for one in day.judged
            ),
            Fraction(0),
        )
        for team, own in teams.items()
    }


def by_adjusted(day: Day) -> dict[str, Fraction]:
    """total = team + judge by least squares, judges summing to zero: one system for all."""
    totals = day.totals()
    teams = sorted({team for _, team in totals})
    judges = sorted({judge for judge, _ in totals})
    names = [("t", one) for one in teams] + [("j", one) for one in judges]
    at = {name: place for place, name in enumerate(names)}
    size = len(names)
    if not size:
        return {}
    rows = [[Fraction(0)] * (size + 1) for _ in range(size)]
    for (judge, team), total in totals.items():
        for one in (at["t", team], at["j", judge]):
            rows[one][at["t", team]] += 1
            rows[one][at["j", judge]] += 1
            rows[one][size] += total
    for row in rows[len(teams) :]:  # Σ judges = 0, added to every judge's equation
        for judge in judges:
            row[at["j", judge]] += 1
    solution = gauss(rows)
    return {team: solution[at["t", team]] for team in teams}


def gauss(rows: list[list[Fraction]]) -> list[Fraction]:
    size = len(rows)
    for at in range(size):
        pivot = next((row for row in range(at, size) if rows[row][at]), None)
        if pivot is None:
            raise NoResultError
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for row in range(size):
            if row != at and rows[row][at]:
                factor = rows[row][at]
                rows[row] = [x - factor * y for x, y in zip(rows[row], rows[at], strict=True)]
    return [row[size] for row in rows]


def ranks(day: Day) -> Totals:
    found = {}
    for judge, own in grouped(day.totals(), 0).items():
        for team, total in own.items():
            ahead = sum(other > total for other in own.values())
            level = sum(other == total for other in own.values())
            found[judge, team] = ahead + Fraction(level + 1, 2)
    return found


def by_rank(day: Day) -> dict[str, Fraction]:
    return {team: mean(own.values()) for team, own in grouped(ranks(day), 1).items()}


def by_rank_points(day: Day) -> dict[str, Fraction]:
    worths = [12, 10, 8, 7, 6, 5, 4, 3, 2, 1]
    given = {}
    for judge, own in grouped(day.totals(), 0).items():
        for team, total in own.items():
            ahead = sum(other > total for other in own.values())
            level = sum(other == total for other in own.values())
            shared = [worths[n] if n < 10 else 0 for n in range(ahead, ahead + level)]
            given[judge, team] = Fraction(sum(shared), level)
    return {team: mean(own.values()) for team, own in grouped(given, 1).items()}


def by_majority(day: Day) -> dict[str, tuple[Fraction, ...]]:
    """The key of each team: majority place, then at each place share (more first) and mean."""
    keys = {}
    for team, own in grouped(ranks(day), 1).items():
        given, place = sorted(own.values()), 1
        while sum(one <= place for one in given) * 2 <= len(given):
            place += 1
        key = [Fraction(place)]
        while True:
            counted = [one for one in given if one <= place]
            key += [-Fraction(len(counted), len(given)), mean(counted)]
            if len(counted) == len(given):
                break
            place += 1
        keys[team] = tuple(key)
    return keys


def by_z_score(day: Day) -> dict[str, Decimal]:
    found = {}
    with localcontext() as context:
        context.prec = DIGITS
        spread, centre = {}, {}
        for judge, own in grouped(day.totals(), 0).items():
            centre[judge] = mean(own.values())
            squares = sum(((one - centre[judge]) ** 2 for one in own.values()), Fraction(0))
            variance = squares / (len(own) - 1) if len(own) > 1 else Fraction(0)
            spread[judge] = (Decimal(variance.numerator) / Decimal(variance.denominator)).sqrt()
        for team, own in grouped(day.totals(), 1).items():
            heard = [judge for judge in own if spread[judge]]
            if not heard:
                raise NoResultError
            parts = []
            for judge in heard:
                off = own[judge] - centre[judge]
                parts.append(Decimal(off.numerator) / Decimal(off.denominator) / spread[judge])
            found[team] = sum(parts, Decimal(0)) / len(heard)
    return found


def scored(day: Day) -> tuple[Mapping[str, Fraction | Decimal], Mapping[str, Any]]:
    """Each team's score and the key by which it is placed, the least first."""
    if day.method == "majority":
        keys = by_majority(day)
        return {team: key[0] for team, key in keys.items()}, keys
    if day.method == "z-score":
        scores = by_z_score(day)
        at: dict[str, int] = {}
        level, before = 0, None
        for team in sorted(scores, key=lambda one: -scores[one]):
            level += before is not None and abs(before - scores[team]) > SAME
            before = scores[team]
            at[team] = level
        return scores, at
    ways = {
        "mean": by_mean,
        "median": by_median,
        "trimmed": by_trimmed,
        "adjusted": by_adjusted,
        "rank": by_rank,
        "rank-points": by_rank_points,
    }
    exact = ways[day.method](day)
    if day.method == "rank":
        return exact, exact
    moved = {
        team: one + day.points.get(team, 0) - day.penalty.get(team, 0)
        for team, one in exact.items()
    }
    return moved, {team: -one for team, one in moved.items()}


def levels(keys: Mapping[str, Any], teams: list[str]) -> Levels:
    """Teams level by level, best first, each level in the teams' own order."""
    return [
        [team for team in teams if team in keys and keys[team] == key]
        for key in sorted(set(keys.values()))
    ]


def settled(day: Day, level: list[str], rules: list[Pair]) -> Levels:
    if len(level) == 1 or not rules:
        return [level]
    rule, criterion = rules[0]
    if rule == "joint":
        return [level]
    keys = tie_keys(day, rule, criterion, level)
    parts = [level] if keys is None else levels(keys, level)
    return [one for part in parts for one in settled(day, part, rules[1:])]


def tie_keys(  # noqa: C901, PLR0911, PLR0912 - one case for each rule
    day: Day, rule: str, criterion: str, level: list[str]
) -> Mapping[str, Any] | None:
    """The least first; None where the rule doesn't apply."""
    totals = day.totals()
    teams, judges = grouped(totals, 1), grouped(totals, 0)

    def average(team: str, one: Criterion) -> Fraction:
        value = mean([day.ballots[judge, team][one["id"]] * one["step"] for judge in teams[team]])
        return value if one["inverted"] else -value

    if rule == "criteria in order":
        return {team: tuple(average(team, one) for one in day.judged) for team in level}
    if rule == "named criterion":
        (named,) = (one for one in day.criteria if one["id"] == criterion)
        return None if named["kind"] == "organiser" else {t: average(t, named) for t in level}
    if rule == "head to head":
        won = dict.fromkeys(level, 0)
        for one in level:
            for other in level:
                if one < other:
                    both = [own for own in judges.values() if one in own and other in own]
                    if not both:
                        return None
                    for own in both:
                        sign = (own[one] > own[other]) - (own[one] < own[other])
                        won[one] -= sign
                        won[other] += sign
        return won
    if rule == "first places":
        every = {team for _, team in totals}
        shares = {}
        for team in level:
            places = [
                1 + sum(other > judges[judge][team] for other in judges[judge].values())
                for judge in teams[team]
            ]
            shares[team] = tuple(
                -Fraction(places.count(place), len(places)) for place in range(1, len(every) + 1)
            )
        return shares
    if rule == "highest ballot":
        return {team: -max(teams[team].values()) for team in level}
    if rule == "smallest spread":
        if any(len(teams[team]) == 1 for team in level):
            return None
        return {team: max(teams[team].values()) - min(teams[team].values()) for team in level}
    assert rule == "panel", rule
    at = {team: number for number, joint in enumerate(day.decision) for team in joint}
    return {team: at[team] for team in level} if all(team in at for team in level) else None


def by_scores(day: Day) -> tuple[Mapping[str, Fraction | Decimal], Levels]:
    """Scores, and the levels that the scores and the tie-breaks make."""
    scores, keys = scored(day)
    rules = [one for one in day.rules if one[0] != "panel" or day.decision]
    found = [part for level in levels(keys, day.teams) for part in settled(day, level, rules)]
    return scores, found


def placed(found: Levels) -> dict[str, tuple[int, bool]]:
    places, place = {}, 1
    for level in found:
        places.update({team: (place, len(level) > 1) for team in level})
        place += len(level)
    return places


def decided(day: Day, found: Levels) -> Levels:
    if not day.decision:
        return found
    there = {team for level in found for team in level}
    named = {team for joint in day.decision for team in joint}
    order = [[team for team in joint if team in there] for joint in day.decision]
    order += [[team for team in level if team not in named] for level in found]
    return [level for level in order if level]


def awards(day: Day, announced: Levels, tables: Tables) -> dict[str, list[str]]:
    winners: set[str] = set()
    found: dict[str, list[str]] = {}
    for row in tables["awards"]:
        own = [one["team"] for one in tables["award_decisions"] if one["award"] == row["award"]]
        if not own and row["kind"] == "place":
            own = [team for level in announced for team in level]
            own = [team for team in own if placed(announced)[team][0] == int(row["place"])]
        elif not own and row["kind"] == "criteria":
            wanted = {
                one["criterion"] for one in tables["award_criteria"] if one["award"] == row["award"]
            }
            taken = winners if row["passes_over_winners"] == "true" else set()
            _, order = by_scores(day.on(wanted))
            free = [[team for team in level if team not in taken] for level in order]
            own = next((level for level in free if level), [])
        winners.update(own)
        found[row["award"]] = own
    return found


def code(day: Day, standings: list[Standing], given: dict[str, list[str]]) -> str:
    content = {
        "edition": int(day.event["edition"]),
        "method": day.method,
        "teams": [
            [
                one["team"],
                one["place"] or 0,
                one["tied"],
                one["score"],
                one["ballots"],
                one["expected"],
                one["exclusion"],
                one["penalty"],
                one["scored_place"] or 0,
                one["scored_tied"],
            ]
            for one in standings
        ],
        "decision": [day.decision] if day.decision else [],
        "awards": [[award, teams] for award, teams in given.items()],
    }
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    bits = int(hashlib.sha256(b"pitchday/result/1\0" + text.encode()).hexdigest()[:20], 16)
    letters = "".join(LETTERS[(bits >> shift) & 31] for shift in range(75, -5, -5))
    return "-".join(letters[at : at + 4] for at in range(0, 16, 4))


def recompute(path: str) -> dict[str, object]:
    manifest, tables = read(path)
    day = Day(tables)
    scores, found = by_scores(day)
    announced = decided(day, found)
    place, scored_place = placed(announced), placed(found)
    order = [team for level in announced for team in level]
    order += [team for team in day.teams if team not in order and team not in day.out]
    order += [team for team in day.teams if team in day.out]
    told = {row["team"]: row for row in tables["standings"]}
    differs, standings = [], []
    for team in order:
        score = scores.get(team)
        if isinstance(score, Decimal):  # irrational: the bundle's is a fraction very near to it
            near = number(told[team], "score")
            differs += [] if abs(Fraction(score) - near) < NEAR else [f"{team}: z-score"]
            score = near
        penalty = day.penalty.get(team, Fraction(0))
        standings.append(
            {
                "team": team,
                "place": place.get(team, (None, False))[0],
                "tied": place.get(team, (None, False))[1],
                "scored_place": scored_place.get(team, (None, False))[0],
                "scored_tied": scored_place.get(team, (None, False))[1],
                "score": "" if score is None else f"{score.numerator}/{score.denominator}",
                "ballots": day.count[team],
                "expected": day.expected,
                "exclusion": day.out.get(team, ""),
                "penalty": f"{penalty.numerator}/{penalty.denominator}",
            }
        )
    given = awards(day, announced, tables)
    differs += differences(standings, given, tables)
    own = code(day, standings, given) if any(one["place"] for one in standings) else ""
    if own != manifest["code"]:
        differs.append(f"code {own} for {manifest['code']}")
    return {"standings": standings, "awards": given, "code": own, "differs": differs}


def differences(
    standings: list[Standing], given: dict[str, list[str]], tables: Tables
) -> list[str]:
    found = []
    if [one["team"] for one in standings] != [row["team"] for row in tables["standings"]]:
        found.append("the order")
    told = {row["team"]: row for row in tables["standings"]}
    for one in standings:
        row = told[one["team"]]
        theirs = {
            "place": int(row["place"]) if row["place"] else None,
            "tied": row["is_tied"] == "true",
            "scored_place": int(row["scored_place"]) if row["scored_place"] else None,
            "scored_tied": row["scored_is_tied"] == "true",
            "score": (
                f"{row['score_numerator']}/{row['score_denominator']}"
                if row["score_numerator"]
                else ""
            ),
            "ballots": int(row["ballots"]),
            "expected": int(row["expected"]),
            "exclusion": row["exclusion"],
            "penalty": f"{row['penalty_numerator']}/{row['penalty_denominator']}",
        }
        found += [f"{one['team']}: {key}" for key, its in theirs.items() if one[key] != its]
    for award, teams in given.items():
        if teams != [row["team"] for row in tables["award_winners"] if row["award"] == award]:
            found.append(f"award {award}")
    return found


if __name__ == "__main__":
    for name in sys.argv[1:]:
        try:
            print(json.dumps(recompute(name)))
        except NoResultError:
            print(json.dumps({"differs": ["no result"]}))
