"""Eight judges on one laptop, by the keyboard alone: on paper, locked out, killed, and revealed."""

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from judging_app.cli.main import main
from judging_app.desk import clock
from judging_app.domain.acts import SubmitBallot, act_name
from judging_app.present.idle import USUAL_S
from tests.journeys.window_day import (
    CTRL,
    TEAMS,
    Chosen,
    Key,
    Keys,
    bring_up,
    cards_by_judge,
    has_told,
    is_ready,
    make_event,
    offers,
    told_in,
    wait_until,
    words_on,
)
from tests.ui import screens
from ui.day import Day
from ui.judge.card_frame import DECLARE
from ui.judge.scale_keys import ScaleKeys
from ui.room.hold import ONE_PRESS_MS
from ui.wall.projector import Projector
from ui.window import Window

TITLE = "Eight judges"
WEIGHTS = (30, 25, 20, 15, 10)
HIGHEST = 10
WALK_IN = "George Tan"
ON_PAPER, WRONGLY_KEYED = ("J2", "Millrace"), 2
BEGUN_ANEW = ("J3", "Kingfisher")
SECOND_THOUGHTS = [9, 9, 9, 9, 9]
SCORED_BEFORE, TOLD_BEFORE = 3, 3
"""Criteria of a card, and places of the reveal, before the laptop dies."""


@dataclass
class PitchDay:
    """The laptop, everybody's PIN, and what was typed on it for good."""

    keys: Keys
    path: Path
    pins: dict[str, str] = field(default_factory=dict)
    typed: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    @property
    def window(self) -> Window:
        return self.keys.window

    def enter(self, key: str) -> None:
        """Sign in as somebody."""
        self.keys.sign_in(key, self.pins[key])

    def score(self, judge: str, team: str, scores: list[int]) -> None:
        """Open a team's card from one's desk, fill it in, submit it, and go back."""
        self.keys.open_team(TEAMS.index(team))
        self.keys.score_card(scores)
        self.submitted(judge, team, scores)

    def submitted(self, judge: str, team: str, scores: list[int]) -> None:
        """See that the card is in, note what it says, and go back to the teams."""
        assert "Submitted" in words_on(screens.scorecard(self.window)), (judge, team)
        self.typed[judge, team] = scores
        self.keys.key(Key.Key_Escape)

    def totals(self) -> dict[str, Fraction]:
        """Every team's mean, counted from what was typed and nothing else."""
        means = {}
        for team in TEAMS:
            totals = [total(scores) for (_, one), scores in self.typed.items() if one == team]
            means[f"Team {team}"] = sum(totals, Fraction(0)) / len(totals)
        return means


@pytest.fixture
def day(qtbot: QtBot, tmp_path: Path, csv_folder: Path) -> PitchDay:
    """The laptop in the morning: the organiser's folder names seven judges."""
    judges = csv_folder / "judges.csv"
    kept = [one for one in judges.read_text("utf-8").splitlines() if WALK_IN not in one]
    judges.write_text("\n".join(kept) + "\n", "utf-8")
    path = tmp_path / "day.pitchday"
    window = Window(Day(), Projector(is_motion_reduced=True), Chosen(path, csv_folder, tmp_path))
    qtbot.addWidget(window)
    qtbot.addWidget(window.projector)
    bring_up(window)
    return PitchDay(Keys(window), path)


@pytest.mark.row(1)
def test_eight_judges_on_one_laptop_by_the_keyboard_alone(
    day: PitchDay, capsys: pytest.CaptureFixture[str]
) -> None:
    cards = cards_by_judge()
    day.pins = make_event(day.keys, TITLE)
    assert len(day.pins) == 10

    open_the_day(day)
    key_a_sheet_twice(day, cards["J2"]["Millrace"])
    for judge in ("J1", "J2", "J3"):
        score_the_cards(day, judge, cards[judge])
    go_on_after_a_kill(day, cards["J4"])
    declare_a_conflict(day, cards["J5"])
    go_on_after_the_lock(day, cards["J6"])
    score_the_cards(day, "J7", cards["J7"])
    score_the_cards(day, "J8", cards["J8"])
    begin_a_ballot_anew(day)
    close_with_nothing_in_the_way(day)
    make_the_reveal_ready(day)
    reveal_through_a_kill(day)
    publish(day)
    look_at_the_take_away(day)
    assert not day.window.close(), "the audience still sees the winner: it asks first"
    assert day.window.close()

    # What was typed is what the record holds and the command line says.
    capsys.readouterr()
    assert main(["ballots", str(day.path)]) == 0
    assert ballots_in(capsys.readouterr().out) == day.typed
    assert main(["standings", str(day.path), "--format", "json"]) == 0
    assert standings_in(capsys.readouterr().out) == ranked(day.totals())
    assert main(["verify", str(day.path)]) == 0


def open_the_day(day: PitchDay) -> None:
    """The host opens scoring, starts the clock, recuses one judge and adds another."""
    keys, desk = day.keys, screens.host_desk(day.window)
    day.enter("host")
    keys.press("Open scoring…", desk)
    keys.press("Open scoring", desk.question)
    for _ in ("call the first team", "start its pitch"):
        keys.key(Key.Key_Space)
        QTest.qWait(ONE_PRESS_MS)  # two presses at once are one
    assert clock.clock(day.window.day.desk).is_running
    keys.move_ballot(0, TEAMS.index("Groundwork"), "Recuse", "Owns the challenge")
    panel = screens.ballots(day.window).panel
    keys.show_part(panel)
    keys.tab_to(panel.walk_in.name)
    keys.type(WALK_IN)
    keys.key(Key.Key_Return)
    day.pins["judge:J8"] = panel.walk_in.pin.text().replace(" ", "")
    keys.press("Done", panel)
    assert day.pins["judge:J8"] not in words_on(screens.ballots(day.window))
    keys.sign_out()


def key_a_sheet_twice(day: PitchDay, scores: list[int]) -> None:
    """The scorer keys a paper sheet, keys one figure of it otherwise, and settles that."""
    keys, desk = day.keys, screens.scorer_desk(day.window)
    judge, team = ON_PAPER
    day.enter("scorer")
    keys.type("Ines")
    keys.key(Key.Key_Return)
    keys.type(f"{judge} {team[:4]}")
    keys.key(Key.Key_Return)
    key_turn(keys, scores)
    assert not any(cell.field.text() for cell in desk.form.cells)
    keys.key(Key.Key_Return)  # the sheet is taken up again
    wrong = [*scores]
    wrong[WRONGLY_KEYED] = scores[WRONGLY_KEYED] % HIGHEST + 1
    key_turn(keys, wrong)
    assert len(desk.comparison.scores) == 1
    keys.type(str(scores[WRONGLY_KEYED]))
    keys.key(Key.Key_Return)
    keys.press("Check before submitting", desk.comparison)
    keys.key(Key.Key_Return)
    day.typed[judge, team] = scores
    keys.sign_out()


def key_turn(keys: Keys, scores: Sequence[int]) -> None:
    """Key a sheet once: figure, Enter; figure, Enter; and Enter on what ends the turn."""
    for score in scores:
        keys.type(str(score))
        keys.key(Key.Key_Return)
    keys.key(Key.Key_Return)


def score_the_cards(day: PitchDay, judge: str, cards: dict[str, list[int]]) -> None:
    """A judge scores all that they are to score on the screen."""
    day.enter(f"judge:{judge}")
    for team, scores in cards.items():
        if (judge, team) != ON_PAPER:
            day.score(judge, team, scores)
    day.keys.sign_out()


def go_on_after_a_kill(day: PitchDay, cards: dict[str, list[int]]) -> None:
    """The laptop dies in mid-card; what was painted as saved is there, and the clock went on."""
    first, *others = cards
    begun, left = cards[first][:SCORED_BEFORE], cards[first][SCORED_BEFORE:]
    running = clock.clock(day.window.day.desk)
    said = killed(day, "card", "judge:J4", "".join(map(str, begun)), SCORED_BEFORE)
    assert all("Saved" in line for line in said), said
    assert running.is_running
    assert clock.clock(day.window.day.desk) == running

    day.enter("judge:J4")
    day.keys.open_team(0)
    assert scores_on(day.window) == [*map(str, begun), *["not scored"] * len(left)]
    day.keys.key(Key.Key_Return, CTRL)  # leads to the first criterion that is missing
    day.keys.score_card(left)
    day.submitted("J4", first, cards[first])
    for team in others:
        day.score("J4", team, cards[team])
    day.keys.sign_out()


def declare_a_conflict(day: PitchDay, cards: dict[str, list[int]]) -> None:
    """A judge says on the card that they can't judge a team, and the organiser recuses them."""
    keys, window = day.keys, day.window
    day.enter("judge:J5")
    keys.open_team(TEAMS.index("Perch"))
    keys.press(DECLARE, screens.scorecard(window))
    keys.type("Hosted their visit")
    keys.key(Key.Key_Return)
    keys.key(Key.Key_Return)
    assert scores_on(window) == ["not scored"] * len(WEIGHTS)
    assert screens.scorecard(window).closed.isVisible()
    keys.key(Key.Key_Escape)
    for team, scores in cards.items():
        day.score("J5", team, scores)
    keys.sign_out()

    day.enter("organiser")
    keys.go_to("Ballots")
    part = screens.ballots(window).panel
    keys.show_part(part)
    keys.tab_to(part.conflicts.table)
    assert "Catherine Vale" in words_on(part)
    assert "for Team Perch" in words_on(part)
    keys.tab_to(part.conflicts.reason.field)
    keys.type("Her firm hosted them")
    keys.press("Recuse the judge", part)
    keys.sign_out()


def go_on_after_the_lock(day: PitchDay, cards: dict[str, list[int]]) -> None:
    """A judge is called away in mid-card; the desk locks itself and the draft stays."""
    keys, window = day.keys, day.window
    first, *others = cards
    day.enter("judge:J6")
    keys.open_team(TEAMS.index(first))
    for score in cards[first][:2]:
        keys.type(str(score)[-1])
        keys.key(Key.Key_Tab)
    keys.go_to_comment("For the team")
    keys.type("Bold, and")
    leave_alone(window, USUAL_S)
    assert not window.day.is_signed_in
    assert "What you entered is saved" in words_on(window)
    assert "Bold, and" not in words_on(window)

    day.enter("judge:J6")
    keys.open_team(TEAMS.index(first))
    assert scores_on(window)[:3] == [*map(str, cards[first][:2]), "not scored"]
    assert keys.go_to_comment("For the team").toPlainText() == "Bold, and"
    keys.key(Key.Key_Return, CTRL)
    keys.score_card(cards[first][2:])
    day.submitted("J6", first, cards[first])
    for team in others:
        day.score("J6", team, cards[team])
    keys.sign_out()


def begin_a_ballot_anew(day: PitchDay) -> None:
    """The host reopens a ballot with a reason, and its judge submits it again."""
    judge, team = BEGUN_ANEW
    day.enter("host")
    row = int(judge[1:]) - 1
    assert screens.host_desk(day.window).clock.pause.text() == "Pause", "the clock goes on"
    day.keys.move_ballot(row, TEAMS.index(team), "Reopen", "Mixed up two teams")
    day.keys.enter_pin_again(day.pins["host"])
    day.keys.sign_out()
    day.enter(f"judge:{judge}")
    assert day.typed[judge, team] != SECOND_THOUGHTS
    day.score(judge, team, SECOND_THOUGHTS)
    day.keys.sign_out()
    about = f"ballot {judge}/T{TEAMS.index(team) + 1}"
    versions = [
        one
        for one in day.window.day.desk.entries()
        if (one.act, one.subject) == (act_name(SubmitBallot), about)
    ]
    assert len(versions) == 2


def close_with_nothing_in_the_way(day: PitchDay) -> None:
    """The host is told by name who owes what; that judge has left, and every ballot is reckoned."""
    keys, desk = day.keys, screens.host_desk(day.window)
    day.enter("host")
    keys.press_on(desk.strip.next)
    assert f"Still to come from {WALK_IN}: Team Perch and Team Millrace." in words_on(desk)
    assert not desk.question.yes.isEnabled()
    keys.key(Key.Key_Escape)
    keys.move_ballot(7, TEAMS.index("Perch"), f"Mark {WALK_IN} as leaving early", "Train at five")
    said = screens.ballots(day.window).sum.accessibleName()
    assert said == "48 ballots = 44 submitted + 2 recused + 2 absent + 0 still to come"
    keys.go_to("Host’s desk")
    keys.press("Close scoring…", desk)
    keys.press("Close scoring", desk.question)
    keys.wait_until(partial(offers, day.window, "Projector"))
    keys.sign_out()


def make_the_reveal_ready(day: PitchDay) -> None:
    """The host makes the reveal ready, and the organiser confirms it with their PIN."""
    keys, hold = day.keys, screens.host_projector(day.window)
    day.enter("host")
    keys.press("Prepare the reveal", screens.host_desk(day.window).strip)
    keys.press("Prepare the reveal", hold)
    keys.choose(hold.reveal.confirming.who, "Organiser")
    keys.tab_to(hold.reveal.confirming.pin)
    keys.type(day.pins["organiser"])
    keys.key(Key.Key_Return)
    assert day.window.day.desk.programme().confirmed_by
    keys.sign_out()


def reveal_through_a_kill(day: PitchDay) -> None:
    """The laptop dies in mid-reveal; the room is shown the same step, and Page Down goes on."""
    keys, hold, room = day.keys, screens.host_projector(day.window), day.window.projector
    said = killed(day, "reveal", "host", str(TOLD_BEFORE), TOLD_BEFORE + 1)
    best_first = [team for _, _, team in ranked(day.totals())]
    assert said[-1] == ", ".join(sorted(best_first[-TOLD_BEFORE:]))

    day.enter("host")
    keys.go_to("Projector")
    keys.show_part(hold.switch)
    keys.press_on(hold.switch, Key.Key_Space)
    wait_until(partial(has_told, room, TOLD_BEFORE))
    assert ", ".join(sorted(told_in(room))) == said[-1]
    for count in range(TOLD_BEFORE + 1, len(TEAMS) + 1):
        keys.wait_until(partial(is_ready, hold))
        keys.key(Key.Key_PageDown)
        wait_until(partial(has_told, room, count))
    assert room.view.announced == (best_first[0],)
    keys.sign_out()


def publish(day: PitchDay) -> None:
    """The organiser publishes the result."""
    keys, desk = day.keys, screens.host_desk(day.window)
    day.enter("organiser")
    keys.go_to("Host’s desk")
    keys.press("Publish the result…", desk)
    keys.press("Publish the result", desk.question)
    keys.enter_pin_again(day.pins["organiser"])
    keys.sign_out()


def look_at_the_take_away(day: PitchDay) -> None:
    """A judge finds their own totals, and of the ballot that was begun anew the second."""
    judge, _ = BEGUN_ANEW
    day.enter(f"judge:{judge}")
    day.keys.go_to("Your scores")
    lines = words_on(screens.take_away(day.window)).splitlines()
    for (one, team), scores in day.typed.items():
        if one == judge:
            # The team is in the picture of all totals first, then above its own lines.
            own = lines.index(f"Team {team}", lines.index(f"Team {team}") + 1)
            said = lines[lines.index("Total", own) + 1]
            assert said == f"{float(total(scores)):.2f} of 100", team
    day.keys.sign_out()


def killed(day: PitchDay, act: str, key: str, work: str, lines: int) -> list[str]:
    """Close the event, work on it in another process, kill that, open the event again.

    The answer is what was painted there, a line each; after so many of them it is killed.
    """
    day.enter("organiser")
    day.keys.press("Close event")
    asked = [sys.executable, "-m", "tests.journeys.window_victim", act, str(day.path), key]
    victim = subprocess.Popen(
        [*asked, day.pins[key], work],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert victim.stdout
    said = [victim.stdout.readline().rstrip("\n") for _ in range(lines)]
    os.kill(victim.pid, signal.SIGKILL)
    victim.stdout.close()
    assert victim.wait() == -signal.SIGKILL, said
    day.keys.press("Open an event…")
    assert not day.window.day.is_signed_in
    return said


def leave_alone(window: Window, seconds: int) -> None:
    """Let as much time pass without a key, as far as the watch over the desk can tell."""
    idle = window._idle.idle
    idle._touched_s -= seconds
    idle.look()


def scores_on(window: Window) -> list[str]:
    """Every criterion's score as the open card tells it."""
    return [one.accessible_value() for one in screens.scorecard(window).findChildren(ScaleKeys)]


def total(scores: Sequence[int]) -> Fraction:
    """A ballot's points of 100."""
    return sum(
        (Fraction(weight * score, HIGHEST) for weight, score in zip(WEIGHTS, scores, strict=True)),
        Fraction(0),
    )


def ranked(totals: dict[str, Fraction]) -> list[tuple[int, str, str]]:
    """Place, exact total and name of each team, best first."""
    return [
        (
            1 + sum(other > mean for other in totals.values()),
            f"{mean.numerator}/{mean.denominator}",
            team,
        )
        for team, mean in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    ]


def standings_in(text: str) -> list[tuple[int, str, str]]:
    """The same from what the command line says."""
    rows = json.loads(text)["standings"]
    return [(row["place"], row["exact"], row["team"]) for row in rows]


def ballots_in(text: str) -> dict[tuple[str, str], list[int]]:
    """The scores that the command line prints, a ballot each."""
    found: dict[tuple[str, str], list[int]] = {}
    for row in csv.DictReader(text.splitlines()):
        key = row["judge"], row["team"].removeprefix("Team ")
        found.setdefault(key, []).append(int(row["score"]))
    return found
